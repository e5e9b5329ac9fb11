"""The kinds of values in the settings file: how each is checked, and what stands for it in `Settings`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import Message, msg, series
from signdesk.storage.toml_editing import Plain

LONGEST_NAME = 200
LONGEST_PATH = 4000
LONGEST_ADDRESS = 500
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def _same(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class Kind:
    """`check` gives a value of the file as it is meant, or raises InputProblem. `read` makes of that what
    `Settings` holds, `write` goes back. `values`: in the manual. `choices`: where only these may be given.
    """

    check: Callable[[Any], Plain]
    values: str
    read: Callable[[Any], Any] = _same
    write: Callable[[Any], Plain] = _same
    choices: tuple[str, ...] = ()
    is_path: bool = False


def is_id(text: str) -> bool:
    """Whether a connection may have this name in the file."""
    return _ID.fullmatch(text) is not None


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


def _id(value: Any) -> str:
    text: str = _text(value)
    if text and not is_id(text):
        raise InputProblem(msg("“{name}” is not the name of a connection in this file.", name=shown(text)))
    return text


SWITCH = Kind(_switch, "true, false")
CONNECTION_ID = Kind(_id, "an ID", lambda text: text or None, lambda one: one or "")


def line(longest: int = LONGEST_NAME, *, needed: bool = False) -> Kind:
    """One line of plain text."""
    return Kind(_line(longest, needed=needed), "text", write=str.__str__)


def text_for(make: Callable[[str], str], values: str, *, empty: bool = False) -> Kind:
    """A text as `make` gives it, which raises InputProblem. `empty`: it may be left out, too."""

    def check(value: Any) -> str:
        text = _line(LONGEST_ADDRESS)(value)
        return text if empty and not text else make(text)

    return Kind(check, values)


def path(values: str) -> Kind:
    """An absolute path, with `~` for the person's own folder filled in; None for none."""
    return Kind(
        _path,
        values,
        lambda text: Path(text) if text else None,
        lambda one: "" if one is None else os.fspath(one),
        is_path=True,
    )


def count(most: int, values: str = "") -> Kind:
    """A whole number up to `most`; None for 0."""

    def check(value: Any) -> int:
        number: int = _number(value)
        if not 0 <= number <= most:
            raise InputProblem(msg("This must be a whole number from 0 to {most}.", most=most))
        return number

    return Kind(check, values or f"0 to {most}", lambda number: number or None, lambda one: one or 0)


def choice(kind: type[StrEnum], without: Iterable[StrEnum] = ()) -> Kind:
    """One of the enum's values."""
    choices = tuple(str(one) for one in kind if one not in without)

    def check(value: Any) -> str:
        text: str = _text(value)
        if text not in choices:
            raise InputProblem(
                msg("“{text}” is not one of: {known}.", text=shown(text), known=series(", ", choices))
            )
        return text

    return Kind(check, ", ".join(f"`{one}`" for one in choices), kind, str, choices)
