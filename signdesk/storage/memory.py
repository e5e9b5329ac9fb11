"""The last choices, as one small JSON file: what the window looked like and what was chosen and learned.

Never a secret, and nothing that a batch depends on: if the file is lost, only habits are lost.
"""

from __future__ import annotations

import json
import os
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from signdesk.domain.servers import DEFAULT_API_KEY_HEADER, AcceptForm, Numbering, SignIn
from signdesk.platform import SYSTEM
from signdesk.platform.files import create_new, fsync_file, fsync_folder, rename_no_replace, write_all
from signdesk.platform.os_errors import translate_os_errors

_LARGEST_BYTES = 1024 * 1024
_STALE_S = 60.0
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class LastServer:
    """How the last server was reached. The secret itself is in the keyring."""

    base_url: str
    sign_in: SignIn = SignIn.NONE
    api_key_header: str = DEFAULT_API_KEY_HEADER
    label: str = ""


@dataclass(frozen=True, slots=True)
class Habits:
    """What was chosen and learned about one server. `process_ids`: those known there, in order."""

    last_process_id: int | None = None
    process_ids: tuple[int, ...] = ()
    accept_form: AcceptForm = AcceptForm.AUTO
    numbering: Numbering = Numbering.UNKNOWN


@dataclass(frozen=True, slots=True)
class Memory:
    """`geometry`: Qt's own bytes in base64. `connection`: the id of the one used last.
    `habits` by `domain.servers.origin`.
    """

    geometry: str = ""
    save_to: Path | None = None
    server: LastServer | None = None
    connection: str = ""
    habits: Mapping[str, Habits] = field(default_factory=lambda: MappingProxyType({}))

    def habits_of(self, origin: str) -> Habits:
        """Defaults for a server that was never used."""
        return self.habits.get(origin, Habits())

    def with_habits(self, origin: str, habits: Habits) -> Memory:
        """The same with other habits for one server."""
        return replace(self, habits=MappingProxyType({**self.habits, origin: habits}))


class MemoryFile:
    """The file at `path`. Blocking but quick; safe from several threads and processes (the last one wins)."""

    def __init__(self, path: Path) -> None:
        """Clears away what a save left that was killed a minute ago or earlier."""
        self._path = path
        self._sweep()

    def load(self) -> Memory:
        """Never raises. A file that is no JSON object is kept beside under another name; a single value that
        makes no sense is passed over.
        """
        return _memory(self._read())

    def save(self, memory: Memory) -> None:
        """Replaces the file in one step; keys that this version does not know are kept. SavingProblem."""
        content = json.dumps(_merged(self._read(), _as_json(memory)), indent=1).encode("ascii")
        with translate_os_errors(self._path.parent):
            temporary = self._path.with_name(f".memory-{secrets.token_hex(8)}.part")
            try:
                _write(temporary, content)
                SYSTEM.retry_while_held(lambda: temporary.replace(self._path))
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
            fsync_folder(self._path.parent)

    def change(self, change: Callable[[Memory], Memory]) -> Memory:
        """Load, change, save: what another process has learned meanwhile is kept. SavingProblem."""
        memory = change(self.load())
        self.save(memory)
        return memory

    def _read(self) -> dict[str, Any]:
        try:
            with self._path.open("rb") as file:
                content = file.read(_LARGEST_BYTES + 1)
        except OSError:
            return {}
        try:
            read = json.loads(content) if len(content) <= _LARGEST_BYTES else None
        except (ValueError, RecursionError):
            read = None
        if isinstance(read, dict):
            return read
        self._set_aside()
        return {}

    def _set_aside(self) -> None:
        try:
            rename_no_replace(self._path, self._path.parent, f"{self._path.stem} broken{self._path.suffix}")
        except OSError:
            return  # it stays where it is, and the next save replaces it

    def _sweep(self) -> None:
        """Left-overs of a save that was killed. Young ones may belong to another process."""
        for left in self._path.parent.glob(".memory-*.part"):
            try:
                if time.time() - left.lstat().st_mtime > _STALE_S:
                    left.unlink()
            except OSError:
                continue


def _write(path: Path, content: bytes) -> None:
    descriptor = create_new(path)
    try:
        write_all(descriptor, content)
        fsync_file(descriptor)
    finally:
        os.close(descriptor)


def _as_json(memory: Memory) -> dict[str, Any]:
    return {
        "geometry": memory.geometry,
        "save_to": None if memory.save_to is None else str(memory.save_to),
        "server": None if memory.server is None else asdict(memory.server),
        "connection": memory.connection,
        "habits": {origin: asdict(one) for origin, one in memory.habits.items()},
    }


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """`new` over `old`, object by object, so that keys which this version does not know are kept."""
    result = dict(old)
    for key, value in new.items():
        before = result.get(key)
        both = isinstance(value, dict) and isinstance(before, dict)
        result[key] = _merged(before, value) if both else value  # type: ignore[arg-type]
    return result


def _memory(read: Mapping[str, Any]) -> Memory:
    save_to = _text(read, "save_to")
    habits = {
        origin: _habits(one) for origin, one in _object(read, "habits").items() if isinstance(one, dict)
    }
    return Memory(
        geometry=_text(read, "geometry"),
        save_to=Path(save_to) if save_to else None,
        server=_server(_object(read, "server")),
        connection=_text(read, "connection"),
        habits=MappingProxyType(habits),
    )


def _server(read: Mapping[str, Any]) -> LastServer | None:
    base_url = _text(read, "base_url")
    if not base_url:
        return None
    header = _text(read, "api_key_header") or DEFAULT_API_KEY_HEADER
    return LastServer(base_url, _choice(read, "sign_in", SignIn.NONE), header, _text(read, "label"))


def _habits(read: Mapping[str, Any]) -> Habits:
    listed = read.get("process_ids")
    process_ids = tuple(one for one in listed if type(one) is int) if isinstance(listed, list) else ()
    last = read.get("last_process_id")
    return Habits(
        last if type(last) is int else None,
        process_ids,
        _choice(read, "accept_form", AcceptForm.AUTO),
        _choice(read, "numbering", Numbering.UNKNOWN),
    )


def _text(read: Mapping[str, Any], key: str) -> str:
    value = read.get(key)
    return value if isinstance(value, str) else ""


def _object(read: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = read.get(key)
    return value if isinstance(value, dict) else {}


def _choice(read: Mapping[str, Any], key: str, default: _Choice) -> _Choice:
    try:
        return type(default)(_text(read, key))
    except ValueError:
        return default
