"""Files that the system locks (flock; on Windows a byte of the file), and that go with who locked them. And
which computer this is, for locks on folders that several share.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import time
from pathlib import Path

from signdesk.platform import SYSTEM

OPEN = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
# Others hold a free lock for an instant, to look at it; they are outwaited.
TRIES = 20
PAUSE_S = 0.01
TAKEN = frozenset([errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK])


def try_lock(descriptor: int, *, shared: bool = False) -> bool:
    """Whether the file is locked by us now; closed where the system has no locks, which is raised. `shared`:
    with others that ask for no more, so that they do not take each other for an owner.
    """
    try:
        SYSTEM.lock(descriptor, shared=shared)
    except OSError as error:
        if error.errno in TAKEN:
            return False
        os.close(descriptor)
        raise
    return True


def lies_at(path: Path, descriptor: int) -> bool:
    """Whether this file has that name (still)."""
    try:
        there = path.stat(follow_symlinks=False)
    except FileNotFoundError:
        return False
    return os.path.samestat(there, os.fstat(descriptor))


def remove_and_close(path: Path, descriptor: int) -> None:
    """Removes only what we have locked. Windows removes no open file: there it goes if nobody opened it."""
    try:
        with contextlib.suppress(OSError):
            if SYSTEM.removes_open_files and lies_at(path, descriptor):
                path.unlink()
    finally:
        os.close(descriptor)
    if not SYSTEM.removes_open_files:
        with contextlib.suppress(OSError):
            path.unlink()


def remove_unlocked(path: Path) -> None:
    """The file of a batch that names us, so that nobody else changes it. Where it cannot go (Windows, while
    somebody looks at it) it names nobody.
    """
    for attempt in range(TRIES):
        if attempt:
            time.sleep(PAUSE_S)
        try:
            path.unlink(missing_ok=True)
        except PermissionError:
            continue
        except OSError:
            break
        return
    with contextlib.suppress(OSError):
        os.truncate(path, 0)


_SALT = b"SignDesk data folder: "


def machine() -> str:
    """The same at every start of this computer, on no other one; "" where it cannot be told."""
    identity = SYSTEM.machine_identity()
    return hashlib.sha256(_SALT + identity).hexdigest()[:32] if identity else ""
