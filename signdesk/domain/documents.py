"""Documents as taken in, the names they travel under, the kinds of trouble with a file, and the list of
documents that nobody has ordered yet. What may be dropped: `storage.intake`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff]')
RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)")
LONGEST_NAME_BYTES = 200
_VISIBLE = {"\u2028": "↵", "\u2029": "↵", "\t": " "}
_JOINERS = frozenset([0x200C, 0x200D])  # part of ordinary Persian, Hindi and emoji
_NO_BYTES = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # surrogates that no file name's bytes became


@dataclass(frozen=True, slots=True)
class Document:
    """One file as it was when it was added. `sha256` is lower-case hex over all `size_bytes` bytes.

    `name` is the file's own name, for showing: it may hold anything the file system allows.
    """

    path: Path
    name: str
    size_bytes: int
    modified_ns: int
    sha256: str
    crc32: int


def shown_name(name: str) -> str:
    """The name for screens and JSON: bytes and halves of characters that are no text become U+FFFD."""
    return _NO_BYTES.sub("\ufffd", name).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def visible(text: str, *, lines: bool = False) -> str:
    """`text` with control and direction characters made visible; `lines`: but for line breaks."""
    if text.isprintable():
        return text
    return "".join(char if lines and char == "\n" else _visible(char) for char in text)


def _visible(char: str) -> str:
    if char.isprintable():
        return char
    if char in _VISIBLE:
        return _VISIBLE[char]
    number = ord(char)
    if number < 0x20:
        return chr(0x2400 + number)
    kind = unicodedata.category(char)
    if kind == "Zs":  # unusual spaces look like a space, and that is what they are
        return " "
    hidden = kind in ("Cf", "Cc", "Cs") and number not in _JOINERS
    return f"[U+{number:04X}]" if hidden else char


def folded(name: str) -> str:
    """Two names are the same name for some file system when this is equal (NFC, case-folded)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def safe_name(name: str) -> str:
    """A legal file name on Windows, macOS and Linux that is as close to `name` as can be, NFC."""
    text = FORBIDDEN.sub("_", unicodedata.normalize("NFC", shown_name(name)))
    text = shortened(text.rstrip(". "))
    if not text or RESERVED.match(text):
        text = f"_{text}"
    return text


def is_safe_name(name: str) -> bool:
    """Whether a name from an archive may become a file name as it is (any normal form, no directories)."""
    return (
        bool(name)
        and not FORBIDDEN.search(name)
        and not RESERVED.match(name)
        and name == name.rstrip(". ")
        and len(name.encode("utf-8", "replace")) <= 255
    )


def transfer_names(names: Iterable[str]) -> tuple[str, ...]:
    """The names inside the package, in order: safe, without directories, unique without regard to case.

    The second `Letter.pdf` becomes `Letter (2).pdf` (signdesk/README.md, rows 23 and 24).
    """
    taken: set[str] = set()
    result = []
    for name in names:
        wanted = candidate = safe_name(name)
        number = 1
        while folded(candidate) in taken:
            number += 1
            candidate = numbered(wanted, number)
        taken.add(folded(candidate))
        result.append(candidate)
    return tuple(result)


def numbered(name: str, number: int) -> str:
    """`Letter.pdf`, 2 -> `Letter (2).pdf`."""
    stem, dot, ending = name.rpartition(".")
    if not stem:
        return f"{name} ({number})"
    return f"{stem} ({number}){dot}{ending}"


def shortened(name: str) -> str:
    """At most LONGEST_NAME_BYTES bytes of UTF-8, the ending kept."""
    if len(name.encode()) <= LONGEST_NAME_BYTES:
        return name
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending.encode()) > 20:
        stem, dot, ending = name, "", ""
    room = LONGEST_NAME_BYTES - len((dot + ending).encode())
    return stem.encode()[:room].decode("utf-8", "ignore").rstrip(". ") + dot + ending


class RejectReason(StrEnum):
    """Why a file is not sent."""

    EMPTY = "empty"
    GONE = "gone"  # no such file (any more)
    NO_RIGHT = "no_right"  # this user may not read it
    HELD = "held"  # another program holds it
    LINK = "link"  # a symbolic link, a junction or a shortcut
    CLOUD = "cloud"  # only a placeholder lies on this computer
    NO_DOCUMENT = "no_document"  # a folder without documents, a device, a pipe, a path that cannot be
    UNREADABLE = "unreadable"  # the system says so, in its own words
    CHANGING = "changing"  # written to while it was read
    CHANGED = "changed"  # written to after it was added
    NOT_CHECKED = "not_checked"  # a person stopped the check
    PASSWORD = "password"  # noqa: S105 - nobody opens it without one
    KEY = "key"  # only certain people can open it: rights management, or the holders of certain keys
    PROTECTED = "protected"  # a password keeps it from being changed, and a seal is a change
    FINAL = "final"  # its signer allows no change
    TOO_COMPLEX = "too_complex"  # it costs too much to be looked into
    NOT_HERE = "not_here"  # this computer could not look into it
    TOO_LARGE = "too_large"  # for any batch of this server


class Oddity(StrEnum):
    """By its first and last bytes, before it is sent."""

    OTHER_FORM = "other_form"  # its name promises a form that its content does not have
    BEFORE_START = "before_start"  # a PDF does not begin at its first byte
    NO_END = "no_end"  # a PDF without an end mark
    BEHIND_END = "behind_end"  # a PDF behind whose end mark stands more than readers skip


@dataclass(frozen=True, slots=True)
class UnsentDocument:
    """One file of the list. `listed_at`: when it was added, aware. `given_name`: the name it is to be sent
    under, where a person gave one. `sha256`: of its content when it was checked, "" where it never was: a
    file that has changed since then is not the one that was added. `origin`: the file of which `path` is our
    own copy. `forced`: a person wants that content sent although sealing may harm it.
    """

    path: Path
    listed_at: datetime
    given_name: str = ""
    sha256: str = ""
    origin: Path | None = None
    forced: bool = False


@dataclass(frozen=True, slots=True)
class ChosenProcess:
    """What the list was to be sent with: the process's number at the server with this address."""

    base_url: str
    process_id: int


@dataclass(frozen=True, slots=True)
class UnsentList:
    """In the order in which the documents were added."""

    documents: tuple[UnsentDocument, ...] = ()
    chosen: ChosenProcess | None = None
