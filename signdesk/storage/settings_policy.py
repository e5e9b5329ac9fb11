"""The organisation's file: a settings file for everybody on this machine, with a list of what is locked.

    locked = ["saving.folder", "connections"]

Each entry is a key, a section or one connection; all below it is locked, too. What is set and not locked is a
default. A file that others than the administrator may write to is not believed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from signdesk.domain.messages import msg
from signdesk.platform import SYSTEM
from signdesk.storage.setting_kinds import shown
from signdesk.storage.settings_reading import Complaint, ReadFile, read_file
from signdesk.storage.settings_table import KeyPath, is_table, key_at, refused_name

LOCKED = "locked"
_WRITABLE = msg(
    "Others than the administrator may write to this file or to its folder, so nothing in it is used. Give "
    "both to the administrator, and take the right to write from everybody else."
)


@dataclass(frozen=True, slots=True)
class Locks:
    """What the organisation has locked in `file`. Keys as in the manual: `saving.folder`, `connections.a`."""

    file: Path
    paths: frozenset[KeyPath] = frozenset()

    def __contains__(self, key: str) -> bool:
        """Whether this key, section or connection is locked as a whole."""
        return self.holds(tuple(key.split(".")))

    def may_remove(self, key: str) -> bool:
        """Whether the connection or process may be removed: nothing of it is locked."""
        path = tuple(key.split("."))
        return not self.holds(path) and not any(one[: len(path)] == path for one in self.paths)

    def holds(self, path: KeyPath) -> bool:
        """Whether the path, or something that it is below of, is locked."""
        if path[-1:] == ("removed",) and not self.may_remove(".".join(path[:-1])):
            return True
        return any(path[:length] in self.paths for length in range(1, len(path) + 1))


@dataclass(frozen=True, slots=True)
class Policy:
    """The file as read, with its complaints, and its locks."""

    read: ReadFile
    locks: Locks
    complaints: tuple[Complaint, ...]


def read_policy(path: Path | None) -> Policy:
    """Without a file there is no policy. Never raises."""
    if path is None:
        return Policy(ReadFile(Path()), Locks(Path()), ())
    read = read_file(path, lambda found: _distrusted(path, found), (LOCKED,))
    complaints = list(read.complaints)
    locks = frozenset(_locked(read, complaints)) if read.toml else frozenset()
    return Policy(read, Locks(path, locks), tuple(complaints))


def _locked(read: ReadFile, complaints: list[Complaint]) -> Iterable[KeyPath]:
    listed = read.toml.content.get(LOCKED, []) if read.toml else []
    if not isinstance(listed, list):
        complaints.append(_complaint(read, (), msg('This must be a list: ["saving.folder", "connections"].')))
        return
    for number, entry in enumerate(listed):
        sentence = _trouble(read, entry)
        if sentence:
            complaints.append(_complaint(read, (number,), sentence))
        if isinstance(entry, str) and entry:
            yield tuple(entry.split("."))


def _complaint(read: ReadFile, item: tuple[int, ...], sentence: str) -> Complaint:
    line = read.toml.line((LOCKED, *item)) if read.toml else 0
    return Complaint(read.path, line, LOCKED, sentence)


def _trouble(read: ReadFile, entry: Any) -> str:
    if not isinstance(entry, str):
        return msg("Each entry must be text between quotation marks: the name of a key or a section.")
    path = tuple(entry.split("."))
    named = [refused_name(path[:length]) for length in range(1, len(path) + 1)]
    if any(named) or not (is_table(path) or key_at(path)):
        return msg(
            "“{entry}” is no key or section that SignDesk knows, so nothing is locked by it.",
            entry=shown(entry),
        )
    known = {one[:2] for one in read.values}
    if path[0] == "connections" and len(path) > 1 and path[:2] not in known:
        return msg("There is no connection “{name}” in this file, but it is locked.", name=shown(path[1]))
    return ""


def _distrusted(path: Path, found: os.stat_result) -> str:
    folder = path.resolve().parent
    both = (path, found), (folder, folder.stat())
    return "" if all(SYSTEM.only_administrators_write(*one) for one in both) else _WRITABLE
