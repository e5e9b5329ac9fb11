"""Every key of the settings file: where it stands, what it may be, and what holds without it.

The table in the manual says the same for people; a test compares the two. A key's path has `*` where a
connection's id or a process's number stands.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from signdesk.domain.connections import ProxyKind, proxy_address
from signdesk.domain.errors import InputProblem
from signdesk.domain.file_names import DEFAULT_TEMPLATE, checked
from signdesk.domain.messages import Message, msg, series
from signdesk.domain.processes import ProcessKind
from signdesk.domain.servers import (
    DEFAULT_API_KEY_HEADER,
    AcceptForm,
    Numbering,
    SignIn,
    api_key_header,
    server_address,
)
from signdesk.domain.settings import Language, LogLevel, Notify, Theme
from signdesk.storage.toml_editing import Plain

KeyPath = tuple[str, ...]

LARGEST_PROCESS_ID = 2**31 - 1  # int32 in the server's schema (signdesk/README.md, Interface)
MOST_BYTES = 2**50
MOST_DOCUMENTS = 1_000_000
MOST_DAYS = 36_500
LONGEST_NAME = 200
LONGEST_SENTENCE = 1000
LONGEST_PATH = 4000
LONGEST_ADDRESS = 500
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NUMBER = re.compile(r"[1-9][0-9]{0,9}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SECRET = re.compile(
    r"pass(wor[dt]|wd|phrase|code)|pwd|secret|token|credential|api_?key(?!.*header)|haslo|hasło|kennwort",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Key:
    """`check` gives the value as it is meant, or raises InputProblem. `default`: what holds without the key.

    `choices`: where only these may be given.
    """

    check: Callable[[Any], Plain]
    default: Plain
    choices: tuple[str, ...] = ()


def key_at(path: KeyPath) -> Key | None:
    """The key that stands at this path."""
    return KEYS.get(pattern(path))


def is_table(path: KeyPath) -> bool:
    """Whether a table stands at this path: there are keys below it."""
    return pattern(path) in _TABLES


def pattern(path: KeyPath) -> KeyPath:
    """The path with `*` for the id of a connection and the number of a process."""
    wild = (path[0] == "connections") if path else False
    return tuple("*" if wild and number in (1, 3) else name for number, name in enumerate(path))


def refused_name(path: KeyPath) -> str:
    """Why this name of a connection or process cannot be one: a sentence, or nothing where it can."""
    if pattern(path) == CONNECTION and not _ID.fullmatch(path[1]):
        return msg("A connection's name in the file has letters, digits, “-” and “_”, at most 64.")
    if pattern(path) == PROCESS and not (_NUMBER.fullmatch(path[3]) and int(path[3]) <= LARGEST_PROCESS_ID):
        return msg(
            "A process stands under its number: a whole number above 0, given by the server’s operator."
        )
    return ""


def looks_secret(name: str) -> bool:
    """Whether a key of this name would hold what belongs in the keyring."""
    return _SECRET.search(name.replace("-", "_")) is not None


def shown(value: str) -> str:
    """A value that a person wrote, for a sentence."""
    text = value if len(value) <= 60 else f"{value[:59]}…"
    return _CONTROL.sub("�", text)


def _is(kind: type[Plain], refusal: Message) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if type(value) is not kind:
            raise InputProblem(refusal)
        return value

    return check


_text = _is(str, msg("This must be text between quotation marks."))
_number = _is(int, msg("This must be a whole number without quotation marks."))
_switch = _is(bool, msg("This must be true or false, without quotation marks."))


def _line(longest: int, *, needed: bool = False) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        text: str = _text(value)
        if _CONTROL.search(text):
            raise InputProblem(msg("This must be one line of plain text."))
        if len(text) > longest:
            raise InputProblem(msg("This is longer than {most} characters.", most=longest))
        if needed and not text.strip():
            raise InputProblem(msg("This must not be empty."))
        return text

    return check


def _path(value: Any) -> str:
    """Absolute, with `~` for the person's own folder filled in; empty for none."""
    text = _line(LONGEST_PATH)(value)
    if not text:
        return ""
    try:
        path = Path(text).expanduser()
    except RuntimeError as error:
        raise InputProblem(msg("This names the folder of somebody who is not known here.")) from error
    if not path.is_absolute():
        raise InputProblem(msg("This must be a whole path: from the top, or from “~”, your own folder."))
    return os.fspath(path)


def _count(most: int) -> Callable[[Any], int]:
    def check(value: Any) -> int:
        number: int = _number(value)
        if not 0 <= number <= most:
            raise InputProblem(msg("This must be a whole number from 0 to {most}.", most=most))
        return number

    return check


def _of_text(make: Callable[[str], str], *, empty: bool = False) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        text = _line(LONGEST_ADDRESS)(value)
        return text if empty and not text else make(text)

    return check


def _id(value: Any) -> str:
    text: str = _text(value)
    if text and not _ID.fullmatch(text):
        raise InputProblem(msg("“{name}” is not the name of a connection in this file.", name=shown(text)))
    return text


def _address(text: str) -> str:
    return server_address(text, plain_http=True)  # whether somebody consented is another key


def _choice(default: StrEnum, without: Iterable[StrEnum] = ()) -> Key:
    choices = tuple(str(one) for one in type(default) if one not in without)

    def check(value: Any) -> str:
        text: str = _text(value)
        if text not in choices:
            raise InputProblem(
                msg("“{text}” is not one of: {known}.", text=shown(text), known=series(", ", choices))
            )
        return text

    return Key(check, str(default), choices)


CONNECTION: KeyPath = ("connections", "*")
PROCESS: KeyPath = ("connections", "*", "processes", "*")

KEYS: dict[KeyPath, Key] = {
    ("default_connection",): Key(_id, ""),
    ("general", "language"): _choice(Language.SYSTEM),
    ("general", "theme"): _choice(Theme.SYSTEM),
    ("saving", "folder"): Key(_path, ""),
    ("saving", "file_name"): Key(_of_text(checked), DEFAULT_TEMPLATE),
    ("saving", "ask_each_time"): Key(_switch, False),
    ("saving", "unpack"): Key(_switch, False),
    ("saving", "delete_from_server"): Key(_switch, True),
    ("saving", "receipts"): Key(_switch, True),
    ("notifications", "show"): _choice(Notify.ALL),
    ("notifications", "tray"): Key(_switch, True),
    ("privacy", "history_days"): Key(_count(MOST_DAYS), 0),
    ("privacy", "log_level"): _choice(LogLevel.WARNING),
    (*CONNECTION, "name"): Key(_line(LONGEST_NAME, needed=True), ""),
    (*CONNECTION, "address"): Key(_of_text(_address), ""),
    (*CONNECTION, "sign_in"): _choice(SignIn.API_KEY),
    (*CONNECTION, "api_key_header"): Key(_of_text(api_key_header), DEFAULT_API_KEY_HEADER),
    (*CONNECTION, "certificate"): Key(_path, ""),
    (*CONNECTION, "key"): Key(_path, ""),
    (*CONNECTION, "ca_file"): Key(_path, ""),
    (*CONNECTION, "proxy"): _choice(ProxyKind.SYSTEM),
    (*CONNECTION, "proxy_address"): Key(_of_text(proxy_address, empty=True), ""),
    (*CONNECTION, "proxy_user"): Key(_line(LONGEST_NAME), ""),
    (*CONNECTION, "plain_http"): Key(_switch, False),
    (*CONNECTION, "accept_form"): _choice(AcceptForm.AUTO, [AcceptForm.QUERY_AND_BODY]),
    (*CONNECTION, "status_numbering"): _choice(Numbering.UNKNOWN),
    (*CONNECTION, "batch_bytes"): Key(_count(MOST_BYTES), 0),
    (*CONNECTION, "batch_documents"): Key(_count(MOST_DOCUMENTS), 0),
    (*CONNECTION, "default_process"): Key(_count(LARGEST_PROCESS_ID), 0),
    (*CONNECTION, "removed"): Key(_switch, False),
    (*PROCESS, "label"): Key(_line(LONGEST_NAME, needed=True), ""),
    (*PROCESS, "sentence"): Key(_line(LONGEST_SENTENCE), ""),
    (*PROCESS, "kind"): _choice(ProcessKind.SEAL),
    (*PROCESS, "changes_documents"): Key(_switch, False),
    (*PROCESS, "removed"): Key(_switch, False),
}

_TABLES = frozenset(path[:length] for path in KEYS for length in range(len(path)))
