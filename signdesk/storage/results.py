"""The result's way onto the disk: a checked folder, a temporary file beside the final name, then that name.

Nothing is ever overwritten, and after `save` or `quarantine` returns, the file survives a power cut. What is
inside the file: `archive`. How a name is given without replacing: `platform.files`.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import secrets
import shutil
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from signdesk.domain.batches import Mount
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import DiskFull, FolderGone, MountGone, TargetUnavailable
from signdesk.domain.messages import msg, size_words
from signdesk.platform import SYSTEM
from signdesk.platform.files import (
    UNTOLD,
    create_own,
    fsync_file,
    fsync_folder,
    make_folder,
    mount_of,
    rename_no_replace,
    write_all,
)
from signdesk.platform.os_errors import is_away, saving_problem, translate_os_errors
from signdesk.storage.result_bounds import Allowance

_PIECE_BYTES = 256 * 1024
_LEFT_BEHIND_S = 24 * 3600.0  # no job has a temporary file that long: every fetch and check has its limits
_CHECKING_S = 600.0  # nor does a look at the folder last that long
_CHECK = ".signdesk-check-"
_UNPACKING = ".unpacking"
_BATCH_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_READ_ONLY = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)


def prepare_target(folder: Path, needed_bytes: int) -> None:
    """Make the folder with its parents, and prove that a result of `needed_bytes` can be written there. Only
    when it is ordered, never later (`check_target`).

    Shares lie about rights, so a small file is written and removed. What killed jobs left there a day ago or
    earlier goes, too. Raises DiskFull, TargetUnavailable, or SavingProblem. Blocking: call it in a worker
    thread.
    """
    with translate_os_errors(folder):
        try:
            make_folder(folder)
        except FileNotFoundError as error:  # it was never there, so nobody can bring it back
            raise TargetUnavailable(
                msg(
                    "The folder “{folder}” cannot be made there. Choose another folder.",
                    folder=shown_name(str(folder)),
                )
            ) from error
        _sweep(folder)
        free_bytes = shutil.disk_usage(folder).free
        _usual_mode(folder)
    require_room(folder, free_bytes, needed_bytes)


def check_target(folder: Path, mount: Mount | None, needed_bytes: int) -> None:
    """`prepare_target` for a batch that was ordered when `mount` held the folder; nothing is made.

    A share that went away leaves an empty folder or none, and what is written there is out of sight once it
    is back. Raises MountGone, FolderGone, and as `prepare_target` does. Blocking.
    """
    require_folder(folder, mount)
    with translate_os_errors(folder):
        _sweep(folder)
        free_bytes = shutil.disk_usage(folder).free
        _usual_mode(folder)
    require_room(folder, free_bytes, needed_bytes)


def require_folder(folder: Path, mount: Mount | None) -> None:
    """As much of `check_target` as can be told without writing. Blocking."""
    require_mount(folder, mount)
    with translate_os_errors(folder):
        try:
            there = folder.is_dir() or os.path.lexists(folder)  # what is in the way is told when it is used
        except OSError as error:
            if is_away(error):
                raise MountGone(_away(folder, mount)) from error
            raise
    if not there:
        raise FolderGone(str(saving_problem(FileNotFoundError(errno.ENOENT, ""), folder)))


def require_mount(folder: Path, mount: Mount | None) -> None:
    """Raises MountGone where something else holds the folder now, as far as that can be told."""
    if mount is not None and mount_of(folder) not in (UNTOLD, mount) and mount != UNTOLD:
        raise MountGone(_away(folder, mount))


def _away(folder: Path, mount: Mount | None) -> str:
    shown = shown_name(str(folder))
    if mount is None or not mount.source:
        return msg("The disk or share that holds “{folder}” is not connected.", folder=shown)
    return msg(
        "The disk or share that holds “{folder}” is not connected: {source}.",
        folder=shown,
        source=shown_name(mount.source),
    )


def look_at_target(folder: Path, needed_bytes: int) -> None:
    """What `prepare_target` would find, as far as that can be told without making or writing anything: for a
    warning beforehand. Raises as it does. Blocking.
    """
    with translate_os_errors(folder):
        there = folder
        while not there.exists() and there != there.parent:
            there = there.parent
        if not there.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(there))
        if hasattr(os, "statvfs") and os.statvfs(there).f_flag & os.ST_RDONLY:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(there))
        if not SYSTEM.has_rights(there, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(there))
        free_bytes = shutil.disk_usage(there).free
    require_room(folder, free_bytes, needed_bytes)


class IncomingFile:
    """A result while it is being fetched: `.signdesk-<batch id>.part` in the target folder, mode 0600; where
    somebody else's file has that name, one with a longer name.

    Used in one thread at a time. After an error call `discard` and begin anew.
    """

    def __init__(self, path: Path, descriptor: int, allowance: Allowance | None = None) -> None:
        self.path = path
        self.size_bytes = 0
        self._descriptor: int | None = descriptor
        self._digest = hashlib.sha256()
        self._allowance = allowance

    @classmethod
    def open(cls, folder: Path, batch_id: str, allowance: Allowance | None = None) -> Self:
        """A left-over of an earlier try of the same batch is replaced. Raises as `write` does."""
        wanted = _temporary(folder, batch_id)
        with translate_os_errors(folder):
            return cls(*create_own(wanted), allowance)

    def write(self, chunk: bytes) -> None:
        """Raises DiskFull, TargetUnavailable or SavingProblem, and RefusedResult beyond the allowance."""
        with translate_os_errors(self.path.parent):
            if self._allowance is not None:
                self._allowance.check(self.path.parent, self.size_bytes + len(chunk))
            write_all(self._opened(), chunk)
        self._digest.update(chunk)
        self.size_bytes += len(chunk)

    def finish(self) -> str:
        """Flush, close, and give the SHA-256 (lower-case hex) of what was written.

        If flushing fails, the file is thrown away: a second try may claim success for lost bytes.
        """
        try:
            with translate_os_errors(self.path.parent):
                fsync_file(self._opened())
                self._close()
        except BaseException:
            self.discard()
            raise
        return self._digest.hexdigest()

    def discard(self) -> None:
        """Close and remove it, as far as it is still there. Never raises for the disk."""
        with contextlib.suppress(OSError):
            self._close()
        with contextlib.suppress(OSError):
            self.path.unlink()

    def _opened(self) -> int:
        if self._descriptor is None:
            raise RuntimeError("the incoming file is closed")
        return self._descriptor

    def _close(self) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)


def left_over(folder: Path, batch_id: str) -> Path:
    """Where a try that was killed may have left what it had fetched."""
    return _temporary(folder, batch_id)


def unpacking_folder(folder: Path, batch_id: str) -> Path:
    """Where a result is unpacked before its folder gets its name (`unpacking`)."""
    return _temporary(folder, batch_id).with_suffix(_UNPACKING)


def discard_left_over(folder: Path, batch_id: str) -> None:
    """Remove the temporary files of a try that was killed, a quarantine's too. Never raises for the disk."""
    temporary = _temporary(folder, batch_id)
    for path in (temporary, _copy_of(temporary, folder)):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
    shutil.rmtree(unpacking_folder(folder, batch_id), ignore_errors=True)


def save(temporary: Path, folder: Path, name: str) -> Path:
    """Give the finished file its final name, or "name (2)" and so on, and the rights of an ordinary new file.

    Returns the final path once it is durable. Raises DiskFull, TargetUnavailable or SavingProblem; the
    temporary file is then still there. A folder on another disk is possible, at the price of a copy.
    """
    with translate_os_errors(folder):
        return _move(temporary, folder, name, _usual_mode(folder))


def make_durable(saved: Path) -> None:
    """Flush a result that a killed `save` may have left under its name alone. Raises as `save` does."""
    with translate_os_errors(saved.parent):
        SYSTEM.fsync_closed(saved)
        fsync_folder(saved.parent)


def quarantine(temporary: Path, folder: Path, name: str) -> Path:
    """Move a result that must not be trusted into our data folder, for nobody else to read; durable.

    As `save`, across disks too. The folder is made (0700) where it is missing.
    """
    with translate_os_errors(folder):
        make_folder(folder, 0o700)
        return _move(temporary, folder, name, 0o600)


def _temporary(folder: Path, batch_id: str) -> Path:
    if not _BATCH_ID.fullmatch(batch_id):
        raise ValueError(f"no batch id for a file name: {batch_id!r}")
    return folder / f".signdesk-{batch_id}.part"


def _move(temporary: Path, folder: Path, name: str, mode: int) -> Path:
    _set_mode(temporary, mode)
    try:
        return rename_no_replace(temporary, folder, name)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
    copy, descriptor = create_own(_copy_of(temporary, folder))
    try:
        _copy(temporary, descriptor)
        _set_mode(copy, mode)
        final = rename_no_replace(copy, folder, name)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    with contextlib.suppress(OSError):
        temporary.unlink()
    return final


def _copy_of(temporary: Path, folder: Path) -> Path:
    """Known by its name to `discard_left_over`, and to the next try, which replaces it."""
    return folder / f"{temporary.stem}-copy.part"


def _copy(source: Path, copy: int) -> None:
    """Closes the descriptor `copy`."""
    with (
        os.fdopen(copy, "wb", buffering=0) as writer,
        os.fdopen(os.open(source, _READ_ONLY), "rb", buffering=0) as reader,
    ):
        while piece := reader.read(_PIECE_BYTES):
            write_all(writer.fileno(), piece)
        fsync_file(writer.fileno())


def _set_mode(path: Path, mode: int) -> None:
    if os.name == "nt":
        return
    with contextlib.suppress(OSError), os.fdopen(os.open(path, _READ_ONLY), "rb") as file:
        os.fchmod(file.fileno(), mode)  # disks that know no rights refuse; the file is the same


def _usual_mode(folder: Path) -> int:
    """Writes and removes one small file, and gives the rights that a new file gets there.

    That is how the umask is found: reading it means setting it, for all threads.
    """
    # One name for each person, so that what a killed look leaves goes with the next one. Where removed files
    # keep their name while they are open (Windows), nobody could look then: there each look has its own.
    name = str(os.getuid()) if SYSTEM.removes_open_files else secrets.token_hex(8)
    path, descriptor = create_own(folder / f"{_CHECK}{name}.part", 0o666)
    try:
        write_all(descriptor, b"SignDesk was here")
        return os.fstat(descriptor).st_mode & 0o666
    finally:
        try:
            os.close(descriptor)
        finally:
            SYSTEM.retry_while_held(lambda: path.unlink(missing_ok=True))


def require_room(folder: Path, free_bytes: int, needed_bytes: int) -> None:
    """Raises DiskFull."""
    if free_bytes < needed_bytes:
        raise DiskFull(
            msg(
                "There is not enough room in “{folder}”: {needed} are needed and {free} are free. Make room, "
                "or choose another folder.",
                folder=shown_name(str(folder)),
                needed=size_words(needed_bytes),
                free=size_words(free_bytes, at_most=True),
            )
        )


def _sweep(folder: Path) -> None:
    """Temporary files of jobs that were killed and never went on: their batch, its folder or its journal may
    be gone, so that nobody else knows of them. Only our own ordinary files and the folders that were being
    unpacked into; never raises for the disk.
    """
    for left in folder.glob(".signdesk-*.part"):
        with contextlib.suppress(OSError):
            is_check = left.name.startswith(_CHECK)
            if _is_left_behind(left, stat.S_ISREG, _CHECKING_S if is_check else _LEFT_BEHIND_S):
                left.unlink()
    for left in folder.glob(f".signdesk-*{_UNPACKING}"):
        with contextlib.suppress(OSError):
            if _is_left_behind(left, stat.S_ISDIR, _LEFT_BEHIND_S):
                shutil.rmtree(left, ignore_errors=True)


def _is_left_behind(path: Path, is_kind: Callable[[int], bool], age_s: float) -> bool:
    """Ours, and so old that no job is at work on it."""
    there = path.lstat()
    ours = is_kind(there.st_mode) and there.st_uid == getattr(os, "getuid", int)()
    return ours and time.time() - there.st_mtime > age_s
