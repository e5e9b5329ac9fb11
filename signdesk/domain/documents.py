"""Documents as taken in, and the names they travel under. What may be dropped: `storage.intake`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

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
