"""One file, the person's or the organisation's, into single values; what cannot be used is named by its line.

Reading never fails. What the values mean together is decided in `settings_layers`.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import msg, series
from signdesk.storage.setting_kinds import shown
from signdesk.storage.settings_table import (
    PROCESS,
    KeyPath,
    is_table,
    key_at,
    looks_secret,
    pattern,
    refused_name,
)
from signdesk.storage.toml_editing import Plain
from signdesk.storage.toml_text import Located, NoToml, located
from signdesk.storage.toml_text import Path as TomlPath

LARGEST_BYTES = 1024 * 1024
_OPEN = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_BELONGS_ELSEWHERE = msg(
    "Secrets are not kept in this file, and this one is not used: put it in with Settings or “signdesk "
    "login”, and take it out here."
)


class ComplaintKind(StrEnum):
    """What a complaint is about."""

    FILE = "file"  # nothing in it is used
    VALUE = "value"  # what would hold without it holds
    UNKNOWN = "unknown"  # kept, without effect
    SECRET = "secret"  # noqa: S105 - not used
    OVERRULED = "overruled"  # the organisation has set this


@dataclass(frozen=True, slots=True)
class Complaint:
    """One sentence for a person. `line` from 1, or 0 for the file as a whole; `key` as in the manual's table,
    without the value.
    """

    file: Path
    line: int
    key: str
    sentence: str
    trouble: ComplaintKind = ComplaintKind.VALUE

    def __str__(self) -> str:
        place: str = str(self.file)
        if self.line:
            place = msg("{file}, line {line}", file=self.file, line=self.line)
        return series(": ", (place, self.key, self.sentence))


@dataclass(frozen=True, slots=True)
class ReadFile:
    """`toml`: None where there is no file or nothing in it can be used. `content`: its bytes, as far as read.

    `may_replace`: it can be saved anew, if need be after it was kept beside. What the file holds is never
    printed: it may be a secret that somebody wrote there by mistake, and logs print what threads hand back.
    """

    path: Path
    toml: Located | None = field(default=None, repr=False)
    values: Mapping[KeyPath, Plain] = field(default_factory=dict, repr=False)
    complaints: tuple[Complaint, ...] = ()
    content: bytes | None = field(default=None, repr=False)
    may_replace: bool = True

    def line(self, path: KeyPath) -> int:
        """Where the file says something about this key."""
        return self.toml.line(path) if self.toml else 0


def read_file(
    path: Path, refuse: Callable[[os.stat_result], str] = lambda _: "", besides: KeyPath = ()
) -> ReadFile:
    """`refuse`: why a file with these properties is not believed, as a sentence. `besides`: keys at the top
    that somebody else reads. Never raises.
    """
    try:
        content, refused = _read(path, refuse)
    except FileNotFoundError:
        return ReadFile(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return _unusable(
            path, 0, msg("The file cannot be read ({why}), so nothing in it is used.", why=reason)
        )
    if refused:
        return _unusable(path, 0, refused)
    try:
        toml = located(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return _unusable(path, line, msg("The file is no UTF-8 text, so nothing in it is used."), content)
    except NoToml as error:
        sentence = msg(
            "The file is no TOML, so nothing in it is used: {why} (column {column}).",
            why=str(error),
            column=error.column,
        )
        return _unusable(path, error.line, sentence, content)
    return _values(path, toml, content, besides)


def _read(path: Path, refuse: Callable[[os.stat_result], str]) -> tuple[bytes, str]:
    descriptor = os.open(path, _OPEN)
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            return b"", msg("This is no ordinary file, so nothing in it is used.")
        content = file.read(LARGEST_BYTES + 1)
        if len(content) > LARGEST_BYTES:
            return b"", msg("The file is larger than 1 MB, so nothing in it is used.")
        return content, refuse(found)


def _unusable(path: Path, line: int, sentence: str, content: bytes | None = None) -> ReadFile:
    told = Complaint(path, line, "", sentence, ComplaintKind.FILE)
    return ReadFile(path, complaints=(told,), content=content, may_replace=content is not None)


def _values(path: Path, toml: Located, content: bytes, besides: KeyPath) -> ReadFile:
    found = _Findings(path, toml)
    found.table((), {name: value for name, value in toml.content.items() if name not in besides})
    return ReadFile(path, toml, found.values, tuple(found.complaints), content)


class _Findings:
    """Goes down the tables of one file."""

    def __init__(self, file: Path, toml: Located) -> None:
        self._file = file
        self._toml = toml
        self.values: dict[KeyPath, Plain] = {}
        self.complaints: list[Complaint] = []

    def table(self, above: KeyPath, content: Mapping[str, Any]) -> None:
        for name, value in content.items():
            path = (*above, name)
            if is_table(path):
                self._below(path, value)
            elif key_at(path):
                self._value(path, value)
            else:
                self._unknown(path, value)

    def _below(self, path: KeyPath, value: Any) -> None:
        refused = refused_name(path)
        if refused:
            self._complain(path, refused)
        elif isinstance(value, dict):
            if not value and pattern(path) == PROCESS:  # a process of which nothing is said but its number
                self.values[(*path, "label")] = ""
            self.table(path, value)
        else:
            self._complain(path, msg("This must be a section: [{name}]", name=".".join(path)))

    def _value(self, path: KeyPath, value: Any) -> None:
        key = key_at(path)
        if key is None:
            return
        try:
            is_default = type(value) is type(key.default) and value == key.default
            self.values[path] = key.default if is_default else key.kind.check(value)
        except InputProblem as error:
            self._complain(path, str(error))

    def _unknown(self, path: KeyPath, value: Any) -> None:
        secrets = list(_secrets_in(path, value))
        for secret in secrets:
            self._complain(secret, _BELONGS_ELSEWHERE, ComplaintKind.SECRET)
        if path not in secrets:
            self._complain(path, _unknown_sentence(path), ComplaintKind.UNKNOWN)

    def _complain(self, path: TomlPath, sentence: str, trouble: ComplaintKind = ComplaintKind.VALUE) -> None:
        key = shown(".".join(map(str, path)))
        self.complaints.append(Complaint(self._file, self._toml.line(path), key, sentence, trouble))


def _unknown_sentence(path: KeyPath) -> str:
    if path[-1] == "locked":
        return msg("“locked” locks nothing here: it stands in the policy file, above the first [section].")
    return msg("SignDesk does not know this key. It is kept and has no effect.")


def _secrets_in(path: TomlPath, value: Any) -> list[TomlPath]:
    if looks_secret(str(path[-1])):
        return [path]
    if isinstance(value, list):
        return [secret for number, one in enumerate(value) for secret in _secrets_in((*path, number), one)]
    if not isinstance(value, dict):
        return []
    return [secret for name, below in value.items() for secret in _secrets_in((*path, name), below)]
