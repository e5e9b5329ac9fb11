"""Files and folders that are there after a power cut, and that never replace anything. And what is mounted
where a folder lies, so that a share that went away is told from a folder that was removed.

Everything raises plain OSError; `os_errors` makes sentences of it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path

from signdesk.domain.batches import Mount
from signdesk.domain.documents import numbered, safe_name
from signdesk.platform import SYSTEM

PRIVATE = 0o700  # a folder for this user alone
_MOST_NUMBERS = 10_000
_TRIES = 20  # other threads may be making and removing the same name
_CREATE = (
    os.O_RDWR
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def create_new(path: Path, mode: int = 0o600) -> int:
    """A new, empty file, as a descriptor for reading and writing. FileExistsError for anything in the way."""
    return os.open(path, _CREATE, mode)


def create_afresh(path: Path, mode: int = 0o600) -> int:
    """The same, but an ordinary file of our own left there from earlier is removed first.

    For temporary names only. A link, a folder or somebody else's file raises FileExistsError.
    """
    for _ in range(_TRIES):
        try:
            return create_new(path, mode)
        except FileExistsError:
            _remove_own_file(path)
    return create_new(path, mode)


def create_own(path: Path, mode: int = 0o600) -> tuple[Path, int]:
    """As `create_afresh`; where somebody else's file or a link has that name, a new one beside it. For files
    in folders that others may write to: no name of theirs stops us. Where it lies, and its descriptor.
    """
    try:
        return path, create_afresh(path, mode)
    except FileExistsError:
        beside = path.with_name(f"{path.stem}-{secrets.token_hex(8)}{path.suffix}")
        return beside, create_new(beside, mode)


def write_all(descriptor: int, content: bytes) -> None:
    """os.write until nothing is left: it may take less than it is given."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def fsync_file(descriptor: int) -> None:
    """Onto the medium. The descriptor must be open for writing."""
    SYSTEM.fsync_file(descriptor)


def fsync_folder(folder: Path) -> None:
    """The folder's entries onto the medium; nothing where there is no such call."""
    SYSTEM.fsync_folder(folder)


def rename_no_replace(temporary: Path, folder: Path, name: str) -> Path:
    """Rename `temporary` to `name` in `folder`, or to "name (2)" and so on where that is taken; durable.

    Both on one disk: EXDEV otherwise. What is left after a failure: `interface.System.rename_no_replace`.
    """
    wanted = safe_name(name)
    for number in range(1, _MOST_NUMBERS):
        final = folder / (wanted if number == 1 else numbered(wanted, number))
        try:
            SYSTEM.rename_no_replace(temporary, final)
        except FileExistsError:
            continue
        return final
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder / wanted))


def make_folder(folder: Path, mode: int = 0o777) -> None:
    """The folder with its missing parents, every new one flushed into the folder above it."""
    missing = []
    level = folder.absolute()
    while not level.exists() and level != level.parent:  # nor is a drive that is not there
        missing.append(level)
        level = level.parent
    if not folder.is_dir():
        for new in reversed(missing):
            with contextlib.suppress(FileExistsError):
                SYSTEM.make_private_folder(new) if mode == PRIVATE else new.mkdir(mode)
            fsync_folder(new.parent)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def _remove_own_file(path: Path) -> None:
    """Raises FileExistsError where it is anything else than an ordinary file of this user, and where it may
    not be removed: on Windows while another process has it open.
    """
    try:
        left = path.lstat()
    except FileNotFoundError:
        return
    in_the_way = FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    if not stat.S_ISREG(left.st_mode) or (hasattr(os, "geteuid") and left.st_uid != os.geteuid()):
        raise in_the_way
    try:
        path.unlink(missing_ok=True)
    except PermissionError as error:
        raise in_the_way from error


UNTOLD = Mount("", "", "")


def mount_of(folder: Path) -> Mount:
    """Of the folder, or of what is there of the way to it; UNTOLD where it cannot be told."""
    try:
        with contextlib.suppress(OSError):
            os.stat(folder)  # noqa: PTH116 - what is mounted when it is used (autofs) is mounted now
        return SYSTEM.mount_of(folder.resolve()) or UNTOLD
    except (OSError, ValueError, RuntimeError):
        return UNTOLD
