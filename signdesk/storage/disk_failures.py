"""What an OSError of this machine's disk means, in words. The only place that turns one into a SavingProblem.

Problems of source files are worded in `sources`: there they concern one document, here the result.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from signdesk.domain.documents import shown_name
from signdesk.domain.errors import DiskFull, SavingProblem, TargetUnavailable

_FULL = frozenset([errno.ENOSPC, errno.EDQUOT])
_GONE = "The folder “{folder}” is not there any more. Bring it back, or choose another folder."
_NO_RIGHT = (
    "SignDesk may not write to the folder “{folder}”. Choose another folder, or ask for the right to it."
)
_IN_THE_WAY = "“{folder}” is not a folder, or something of that name is in the way. Choose another folder."
_UNAVAILABLE = {
    errno.ENOENT: _GONE,
    errno.ESTALE: _GONE,
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: "The folder “{folder}” can only be read. Choose another folder.",
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EEXIST: _IN_THE_WAY,
    errno.EISDIR: _IN_THE_WAY,
    errno.ELOOP: _IN_THE_WAY,
    errno.ENAMETOOLONG: "The path “{folder}” is too long. Choose another folder.",
    errno.EINVAL: "“{folder}” cannot be the name of a folder here. Choose another folder.",
    errno.ETIMEDOUT: _GONE,
    errno.EHOSTDOWN: _GONE,
    errno.EHOSTUNREACH: _GONE,
    errno.ENOTCONN: _GONE,
}


def saving_problem(error: OSError, folder: Path) -> SavingProblem:
    """DiskFull, TargetUnavailable or SavingProblem, in a sentence that names `folder`."""
    shown = shown_name(str(folder))
    number = error.errno or 0
    if number in _FULL:
        return DiskFull(
            f"There is no more room for the result in “{shown}”. Make room, or choose another folder."
        )
    if number == errno.EFBIG:
        return DiskFull(f"The result is too large for the disk that holds “{shown}”. Choose another folder.")
    if number in _UNAVAILABLE:
        return TargetUnavailable(_UNAVAILABLE[number].format(folder=shown))
    return SavingProblem(
        f"The disk that holds “{shown}” failed ({error.strerror}). Try again, or choose another folder."
    )


@contextmanager
def told_of(folder: Path) -> Iterator[None]:
    """Turns an OSError into the SavingProblem that names `folder`, and so the ValueError of an odd path."""
    try:
        yield
    except OSError as error:
        raise saving_problem(error, folder) from error
    except ValueError as error:
        raise saving_problem(OSError(errno.EINVAL, str(error)), folder) from error
