"""A folder as the list of files in it: sorted, without following links, and with a word on what is left out.

Only clear rubbish is left out, and every piece of it is told. Whether a file can be used is decided in
`intake`, not here.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from signdesk.domain.documents import folded
from signdesk.domain.messages import msg
from signdesk.storage.sources import is_cloud_name

_WINDOWS_HIDDEN = 0x2
_SYSTEM_FILES = frozenset(["thumbs.db", "desktop.ini"])
_UNFINISHED = (".crdownload", ".part")
_NO_RIGHT = msg("You do not have the right to open this folder. Ask its owner, or leave it out.")
_MISSING = msg("There is no such folder. It may have been moved or renamed; add it again from there.")
_FOLDER_REASONS = {
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.ENOENT: _MISSING,
    errno.ENOTDIR: _MISSING,
}


@dataclass(frozen=True, slots=True)
class Found:
    """One thing met on the way: a file to look at (both texts empty), rubbish, or a folder that failed."""

    path: Path
    left_out: str = ""
    problem: str = ""


def walk(folder: Path) -> Iterator[Found]:
    """Everything below `folder`, depth first, each folder sorted by name without regard to case.

    Links are given as files (`sources` says where they lead), never walked. A folder that turns up twice
    (bind mounts, broken file systems) is walked once, so the walk ends.
    """
    waiting = [Found(folder)]
    walked: set[tuple[int, int]] = set()
    while waiting:
        here = waiting.pop()
        if here.left_out or not _is_folder(here.path):
            yield here
            continue
        try:
            identity = _identity(here.path)
            inside = [] if identity in walked else _listing(here.path)
        except OSError as error:
            yield Found(here.path, problem=_folder_reason(error))
            continue
        if identity in walked:
            yield Found(here.path, left_out=msg("the same folder was already walked under another name"))
        walked.add(identity)
        waiting.extend(reversed(inside))


def rubbish(name: str) -> str:
    """Why a file of this name is left out of a walked folder, or an empty text.

    Kept narrow on purpose: `report.tmp`, `backup~` and `old.bak` may be somebody's documents.
    """
    lower = name.lower()
    if lower.startswith("~$") or (lower.startswith(".~lock.") and lower.endswith("#")):
        return msg("a lock file of an open document")
    if lower in _SYSTEM_FILES or lower == ".ds_store":
        return msg("made by the system for its own use")
    if lower.endswith(_UNFINISHED):
        return msg("an unfinished download")
    if lower.startswith("~") and lower.endswith(".tmp"):
        return msg("a temporary file of an open document")
    return ""


def _listing(folder: Path) -> list[Found]:
    with os.scandir(folder) as entries:
        inside = [(entry.name, _left_out(entry)) for entry in entries]
    inside.sort(key=lambda one: (folded(one[0]), one[0]))
    return [Found(folder / name, left_out) for name, left_out in inside]


def _left_out(entry: os.DirEntry[str]) -> str:
    if is_cloud_name(entry.name):  # a document that must not be missed in silence
        return ""
    reason = "" if entry.is_dir(follow_symlinks=False) else rubbish(entry.name)
    return reason or (msg("hidden") if entry.name.startswith(".") or _is_hidden_on_windows(entry) else "")


def _is_hidden_on_windows(entry: os.DirEntry[str]) -> bool:
    try:
        attributes: int = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    except OSError:
        return False
    return bool(attributes & _WINDOWS_HIDDEN)


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.lstat()
    return status.st_dev, status.st_ino


def _folder_reason(error: OSError) -> str:
    other = msg("The folder could not be opened ({why}). Try again, or leave it out.", why=error.strerror)
    return _FOLDER_REASONS.get(error.errno or 0, other)
