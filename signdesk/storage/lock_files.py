"""Files that the system locks (flock; on Windows a byte of the file), and that go with who locked them."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from pathlib import Path

OPEN = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
# Others hold a free lock for an instant, to look at it; they are outwaited.
TRIES = 20
PAUSE_S = 0.01
_FAR_OFF = 1 << 30  # Windows: others cannot read a locked byte, so one behind the content is locked
_TAKEN = frozenset([errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK])


def try_lock(descriptor: int, *, shared: bool = False) -> bool:
    """Whether the file is locked by us now; closed where the system has no locks, which is raised. `shared`:
    with others that ask for no more, so that they do not take each other for an owner.
    """
    try:
        _lock(descriptor, shared=shared)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        os.close(descriptor)
        raise
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int, *, shared: bool) -> None:
        """No lock is shared there: a short one of others is outwaited."""
        for _ in range(TRIES if shared else 1):
            os.lseek(descriptor, _FAR_OFF, os.SEEK_SET)
            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            except OSError as error:
                if not shared or error.errno not in _TAKEN:
                    raise
                failed = error
                time.sleep(PAUSE_S)
            else:
                return
        raise failed

else:
    import fcntl

    def _lock(descriptor: int, *, shared: bool) -> None:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


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
            if os.name != "nt" and lies_at(path, descriptor):
                path.unlink()
    finally:
        os.close(descriptor)
    if os.name == "nt":
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
