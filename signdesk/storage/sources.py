"""One source file: looked at, opened for reading only, and the sentence that says why it cannot be used.

Nothing here follows a link, waits for a pipe or writes. What happens with the bytes is decided in `intake`
and `package`.
"""

from __future__ import annotations

import errno
import io
import os
import re
import stat
from pathlib import Path

from signdesk.domain.documents import RejectReason, shown_name
from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import msg
from signdesk.platform.os_errors import errno_of

PIECE_BYTES = 256 * 1024

_READ_ONLY = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_NO_DOCUMENTS = {
    stat.S_IFCHR: msg("This is a device, not a document. Add a file instead."),
    stat.S_IFBLK: msg("This is a device, not a document. Add a file instead."),
    stat.S_IFIFO: msg("This is a pipe, not a document. Add a file instead."),
    stat.S_IFSOCK: msg("This is a socket, not a document. Add a file instead."),
    stat.S_IFDIR: msg("This is a folder, not a document. Add a file instead."),
}
_MISSING = msg("There is no such file. It may have been moved or renamed; add it again from where it is now.")
_NO_RIGHT = msg("You do not have the right to read this file. Ask its owner, or add a copy.")
_UNUSABLE_PATH = msg("This path cannot be used. Check how it is written, or add the file from its folder.")
_HELD = msg("Another program is using this file. Close it there, then check it again.")
_CIRCLE = msg("The path runs through links that go round in a circle. Add the file from its real folder.")
_CLOUD = msg("The file is only in the cloud so far. Download it to this computer first, then check it again.")
_EMPTY = msg("The file is empty. There is nothing to send; check it again when it has content.")
CHANGING = msg("The file is being changed right now. Wait until that is finished, then check it again.")
CHANGED = msg("It was changed after it was added. Check it again to send it as it is now.")
_REASONS = {
    errno.ENOENT: (RejectReason.GONE, _MISSING),
    errno.ENOTDIR: (RejectReason.GONE, _MISSING),
    errno.EACCES: (RejectReason.NO_RIGHT, _NO_RIGHT),
    errno.EPERM: (RejectReason.NO_RIGHT, _NO_RIGHT),
    errno.ENAMETOOLONG: (RejectReason.NO_DOCUMENT, _UNUSABLE_PATH),
    errno.EINVAL: (RejectReason.NO_DOCUMENT, _UNUSABLE_PATH),
    errno.EBUSY: (RejectReason.HELD, _HELD),
    errno.ETXTBSY: (RejectReason.HELD, _HELD),
    errno.ELOOP: (RejectReason.LINK, _CIRCLE),
}
_HELD_ON_WINDOWS = (32, 33)  # sharing violation, lock violation
_SHORTCUTS = (".lnk", ".url", ".webloc")
_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT
_NOT_LOCAL_ON_WINDOWS = 0x1000 | 0x40000 | 0x400000  # offline, recall on open, recall on data access
_NOT_LOCAL_ON_MACOS = 0x40000000  # SF_DATALESS
_ICLOUD_NAME = re.compile(r"\..+\.icloud")  # ".Invoice.pdf.icloud" stands for "Invoice.pdf" in iCloud Drive


class Unusable(InputProblem):
    """This file cannot be sent. The text: one or two sentences without the file's name."""

    def __init__(self, trouble: RejectReason, sentence: str) -> None:
        super().__init__(sentence)
        self.trouble = trouble


def look(path: Path) -> os.stat_result:
    """lstat. Raises Unusable."""
    try:
        return path.lstat()
    except OSError as error:
        raise unusable(error) from error
    except ValueError as error:  # a NUL character, or characters that the system's paths cannot hold
        raise Unusable(RejectReason.NO_DOCUMENT, _UNUSABLE_PATH) from error


def open_document(path: Path, looked: os.stat_result) -> io.FileIO:
    """The file that `looked` describes, unbuffered, for reading.

    Raises Unusable where it is no ordinary, local, readable file with content, or was exchanged since
    `looked` was taken.
    """
    reason = why_not(path, looked)
    if reason is not None:
        raise reason
    try:
        descriptor = os.open(path, _READ_ONLY)
    except OSError as error:
        raise unusable(error) from error
    file = io.FileIO(descriptor, "r")
    opened = os.fstat(descriptor)
    if not stat.S_ISREG(opened.st_mode) or not os.path.samestat(opened, looked):
        file.close()
        raise Unusable(RejectReason.CHANGING, CHANGING)
    return file


def why_not(path: Path, looked: os.stat_result) -> Unusable | None:
    """Why this is no document that can be read, or None."""
    if is_link(looked):
        sentence = msg(
            "This is a link that leads to “{place}”. Add that file itself.", place=_link_target(path)
        )
        return Unusable(RejectReason.LINK, sentence)
    if not stat.S_ISREG(looked.st_mode):
        other = msg("This is not an ordinary file. Add a file instead.")
        return Unusable(RejectReason.NO_DOCUMENT, _NO_DOCUMENTS.get(stat.S_IFMT(looked.st_mode), other))
    if path.suffix.lower() in _SHORTCUTS:
        sentence = msg("This is a shortcut, not a document. Add the document that it leads to.")
        return Unusable(RejectReason.LINK, sentence)
    if is_not_local(looked) or is_cloud_name(path.name):
        return Unusable(RejectReason.CLOUD, _CLOUD)
    return Unusable(RejectReason.EMPTY, _EMPTY) if looked.st_size == 0 else None


def is_cloud_name(name: str) -> bool:
    """What macOS calls the stand-in for a file that is in iCloud only."""
    return _ICLOUD_NAME.fullmatch(name) is not None


def is_link(looked: os.stat_result) -> bool:
    """A symbolic link, or a junction on Windows."""
    return stat.S_ISLNK(looked.st_mode) or getattr(looked, "st_reparse_tag", 0) == _JUNCTION


def is_not_local(looked: os.stat_result) -> bool:
    """A placeholder whose content a cloud service would have to fetch first (Windows, macOS)."""
    attributes: int = getattr(looked, "st_file_attributes", 0)
    flags: int = getattr(looked, "st_flags", 0)
    return bool(attributes & _NOT_LOCAL_ON_WINDOWS or flags & _NOT_LOCAL_ON_MACOS)


def unusable(error: OSError) -> Unusable:
    """Why a file could not be looked at, opened or read: a sentence with a next step."""
    if getattr(error, "winerror", None) in _HELD_ON_WINDOWS:
        return Unusable(RejectReason.HELD, _HELD)
    other = msg("The file could not be read ({why}). Check it again, or add a copy.", why=error.strerror)
    return Unusable(*_REASONS.get(errno_of(error), (RejectReason.UNREADABLE, other)))


def _link_target(path: Path) -> str:
    try:
        return shown_name(str(path.readlink()))
    except OSError:
        return msg("another place")
