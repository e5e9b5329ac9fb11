"""What Linux and macOS have in common."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from signdesk.domain.batches import Mount

NOT_SUPPORTED = frozenset([errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF])
_NO_HARD_LINKS = frozenset([errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK])
FAILS_WITHIN_S = 10.0  # a program that is at work for longer has opened something
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


class Posix:
    """Everything but what a system does in its own way."""

    removes_open_files = True
    piped_encoding: str | None = None

    def fsync_file(self, descriptor: int) -> None:
        """fsync(2)."""
        os.fsync(descriptor)

    def fsync_closed(self, path: Path) -> None:
        """A descriptor for reading is enough."""
        descriptor = os.open(path, os.O_RDONLY | _NO_LINK)
        try:
            self.fsync_file(descriptor)
        finally:
            os.close(descriptor)

    def fsync_folder(self, folder: Path) -> None:
        """Only "not supported" is tolerated."""
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _NO_LINK)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in NOT_SUPPORTED:
                raise
        finally:
            os.close(descriptor)

    def rename_no_replace(self, source: Path, target: Path) -> None:
        """By a hard link, as rename(2) would replace."""
        try:
            os.link(source, target)
        except OSError as error:
            if error.errno not in _NO_HARD_LINKS:
                raise
            self._rename_over_placeholder(source, target)
            return
        try:
            self.fsync_folder(target.parent)
        except OSError:
            target.unlink()
            raise
        with contextlib.suppress(OSError):  # it is safe under its name; a left-over name harms nobody
            source.unlink()

    def _rename_over_placeholder(self, source: Path, target: Path) -> None:
        """For disks without hard links (FAT, some shares): only a file that we just made is replaced."""
        placeholder = os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o600)
        try:
            os.close(placeholder)
            source.replace(target)
        except OSError:
            target.unlink(missing_ok=True)
            raise
        self.fsync_folder(target.parent)

    def retry_while_held(self, action: Callable[[], object]) -> None:
        """Nobody holds files here."""
        action()

    def lock(self, descriptor: int, *, shared: bool = False) -> None:
        """flock(2)."""
        import fcntl

        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)

    def make_private_folder(self, folder: Path) -> None:
        """Mode 0700."""
        folder.mkdir(0o700)

    def has_rights(self, folder: Path, rights: int) -> bool:
        """access(2), for the user as whom we act."""
        return os.access(folder, rights, effective_ids=os.access in os.supports_effective_ids)

    def mount_of(self, folder: Path) -> Mount | None:
        """The mount point alone."""
        from signdesk.domain.batches import Mount

        points = (one for one in (folder, *folder.parents) if os.path.ismount(one))
        point = next(points, None)
        return None if point is None else Mount(str(point), "", "")

    def is_remote(self, _folder: Path) -> bool:
        """Not to be told without C."""
        return False

    def only_administrators_write(self, _path: Path, found: os.stat_result) -> bool:
        """By owner and mode. This user may, too: a user alone on a machine is its administrator."""
        writable_by_group = bool(found.st_mode & stat.S_IWGRP) and found.st_gid != 0
        writable_by_others = found.st_mode & stat.S_IWOTH
        return not writable_by_group and not writable_by_others and found.st_uid in (0, os.geteuid())


def runs_well(command: Sequence[str]) -> bool:
    """Whether it was started and has not soon ended with an error; it outlives this one and writes nowhere.
    Blocks for up to `FAILS_WITHIN_S`.
    """
    import subprocess

    nothing = subprocess.DEVNULL
    try:
        program = subprocess.Popen(  # noqa: S603 - a fixed program, no shell
            command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    except OSError:
        return False
    try:
        return program.wait(FAILS_WITHIN_S) == 0
    except subprocess.TimeoutExpired:  # its end is taken note of, whenever that is
        threading.Thread(target=program.wait, name="opened", daemon=True).start()
        return True


@contextmanager
def beside_child(command: Sequence[str]) -> Iterator[str]:
    """A program that runs as long as the context is open. Raises OSError where it is missing."""
    import subprocess

    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as child:  # noqa: S603 - fixed
        try:
            yield command[0]
        finally:
            child.terminate()
