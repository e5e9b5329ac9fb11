"""What an OSError of this machine's disk means, in words. The only place that turns one into a SavingProblem.

Problems of source files are worded in `storage.sources`: there they concern one document, here the result.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from signdesk.domain.documents import shown_name
from signdesk.domain.errors import DiskFull, SavingProblem, TargetUnavailable
from signdesk.domain.messages import Message, msg

_FULL = frozenset([errno.ENOSPC, errno.EDQUOT])


def _gone(folder: str) -> Message:
    return msg(
        "The folder “{folder}” is not there any more. Bring it back, or choose another folder.", folder=folder
    )


def _no_right(folder: str) -> Message:
    return msg(
        "SignDesk may not write to the folder “{folder}”. Choose another folder, or ask for the right to it.",
        folder=folder,
    )


def _read_only(folder: str) -> Message:
    return msg("The folder “{folder}” can only be read. Choose another folder.", folder=folder)


def _in_the_way(folder: str) -> Message:
    return msg(
        "“{folder}” is not a folder, or something of that name is in the way. Choose another folder.",
        folder=folder,
    )


def _too_long(folder: str) -> Message:
    return msg("The path “{folder}” is too long. Choose another folder.", folder=folder)


def _no_name(folder: str) -> Message:
    return msg("“{folder}” cannot be the name of a folder here. Choose another folder.", folder=folder)


_UNAVAILABLE = {
    errno.ENOENT: _gone,
    errno.ESTALE: _gone,
    errno.ENODEV: _gone,
    errno.ENXIO: _gone,
    errno.EACCES: _no_right,
    errno.EPERM: _no_right,
    errno.EROFS: _read_only,
    errno.ENOTDIR: _in_the_way,
    errno.EEXIST: _in_the_way,
    errno.EISDIR: _in_the_way,
    errno.ELOOP: _in_the_way,
    errno.ENAMETOOLONG: _too_long,
    errno.EINVAL: _no_name,
    errno.ETIMEDOUT: _gone,
    errno.EHOSTDOWN: _gone,
    errno.EHOSTUNREACH: _gone,
    errno.ENOTCONN: _gone,
}


# Windows' own numbers where its C library has none for them, or one that says something else.
_OF_WINDOWS = {
    19: errno.EROFS,  # ERROR_WRITE_PROTECT
    21: errno.ENODEV,  # ERROR_NOT_READY: nothing is in the drive
    39: errno.ENOSPC,  # ERROR_HANDLE_DISK_FULL
    206: errno.ENAMETOOLONG,  # ERROR_FILENAME_EXCED_RANGE
    1295: errno.EDQUOT,  # ERROR_DISK_QUOTA_EXCEEDED
    # A share or disk that goes away: ERROR_REM_NOT_LIST, BAD_NETPATH, DEV_NOT_EXIST, UNEXP_NET_ERR,
    # NETNAME_DELETED, BAD_NET_NAME, SEM_TIMEOUT, DEVICE_NOT_CONNECTED, NETWORK_UNREACHABLE, HOST_UNREACHABLE,
    # CONNECTION_ABORTED, NOT_CONNECTED
    **dict.fromkeys([51, 53, 55, 59, 64, 67, 121, 1167, 1231, 1232, 1236, 2250], errno.ESTALE),
}
_AWAY = frozenset(
    [
        *(errno.ESTALE, errno.ENOTCONN, errno.ENODEV, errno.ENXIO),
        *(errno.ETIMEDOUT, errno.EHOSTDOWN, errno.EHOSTUNREACH),
    ]
)


def errno_of(error: OSError) -> int:
    """Its number as POSIX has it, 0 where it has none."""
    return _OF_WINDOWS.get(getattr(error, "winerror", None) or 0, error.errno or 0)


def is_away(error: OSError) -> bool:
    """Whether the other end of a share, or a disk, does not answer any more."""
    return errno_of(error) in _AWAY


def saving_problem(error: OSError, folder: Path) -> SavingProblem:
    """DiskFull, TargetUnavailable or SavingProblem, in a sentence that names `folder`."""
    shown = shown_name(str(folder))
    number = errno_of(error)
    if number in _FULL:
        return DiskFull(
            msg(
                "There is no more room for the result in “{folder}”. Make room, or choose another folder.",
                folder=shown,
            )
        )
    if number == errno.EFBIG:
        return DiskFull(
            msg(
                "The result is too large for the disk that holds “{folder}”. Choose another folder.",
                folder=shown,
            )
        )
    if number in _UNAVAILABLE:
        return TargetUnavailable(_UNAVAILABLE[number](shown))
    return SavingProblem(
        msg(
            "The disk that holds “{folder}” failed ({why}). Try again, or choose another folder.",
            folder=shown,
            why=error.strerror,
        )
    )


@contextmanager
def translate_os_errors(folder: Path) -> Iterator[None]:
    """Turns an OSError into the SavingProblem that names `folder`, and so the ValueError of an odd path."""
    try:
        yield
    except OSError as error:
        raise saving_problem(error, folder) from error
    except ValueError as error:
        raise saving_problem(OSError(errno.EINVAL, str(error)), folder) from error
