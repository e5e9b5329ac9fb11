"""The user's manual as values, in the language of the window: `resources/manual/user*.md`.

Markdown is read by Qt without HTML and never drawn by it: the dialog shows plain labels, so nothing that a
manual could name is loaded. The table of keys is not read but made, as the keys are on this platform; the
manual's own is written by packaging/devtools/manual.py. The keys of the whole window are defined in
`main_window.shortcuts`, the others in the lists, the preview and the comparison that they belong to.

And what SignDesk is made of: versions and licences, read from what is installed. That blocks.
"""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import metadata

from PySide6.QtCore import qVersion
from PySide6.QtGui import QTextDocument

from signdesk import __version__
from signdesk.desktop.i18n.language import joined, locale, tr
from signdesk.desktop.main_window.shortcuts import WindowKey
from signdesk.desktop.toolkit.formats import key_text
from signdesk.domain.settings import Language
from signdesk.resources import resource

KEYS_BEGIN, KEYS_END = "<!-- keys table: begin -->", "<!-- keys table: end -->"
_BULLET = "•"


@dataclass(slots=True)
class Section:
    """A heading, "" before the first one, with its paragraphs and pairs of a key and what it does."""

    heading: str
    paragraphs: list[str] = field(default_factory=list)
    keys: list[tuple[str, str]] = field(default_factory=list)


def manual_name(language: str) -> str:
    """The file for a language code, English where there is no other."""
    return f"user.{language}.md" if language in (Language.POLISH, Language.GERMAN) else "user.md"


def help_sections() -> list[Section]:
    """In the order of the manual. Reads the file. Raises OSError where the installation is broken."""
    path = resource("manual", manual_name(locale().name().partition("_")[0]))
    before, _, rest = path.read_text(encoding="utf-8").partition(KEYS_BEGIN)
    found = _sections(before)
    found[-1].keys = [(joined(", ", *[key_text(key) for key in row.keys]), row.does) for row in key_rows()]
    return [*found, *_sections(rest.partition(KEYS_END)[2])]


def _sections(markdown: str) -> list[Section]:
    document = QTextDocument()
    document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownNoHTML)
    found: list[Section] = []
    block = document.begin()
    while block.isValid():
        level, text = block.blockFormat().headingLevel(), block.text()
        items = block.textList()
        if level > 1:
            found.append(Section(text))
        elif level == 1:
            found.append(Section(""))
        elif text and found:
            number = items.itemText(block) if items is not None else ""
            mark = number if number[:1].isdigit() else _BULLET
            found[-1].paragraphs.append(f"{mark} {text}" if items is not None else text)
        block = block.next()
    return found


@dataclass(frozen=True, slots=True)
class KeyRow:
    """`keys` as Qt writes them on every platform; `does` in the window's language."""

    keys: tuple[str, ...]
    does: str


def key_rows() -> tuple[KeyRow, ...]:
    """In the order of the work."""
    return (
        KeyRow((WindowKey.ADD,), tr("Add files")),
        KeyRow((WindowKey.PASTE,), tr("Add the files on the clipboard")),
        KeyRow((WindowKey.SEAL,), tr("Seal what is new in the list, while the list is in sight")),
        KeyRow(("Space",), tr("Preview the chosen document; again: close the preview")),
        KeyRow(("F2",), tr("Rename what is sent, or name a batch")),
        KeyRow(("Return",), tr("Open the chosen document, or show the documents of a batch")),
        KeyRow(("Del",), tr("Take the chosen documents out of the list")),
        KeyRow((WindowKey.UNDO,), tr("Undo the last removal, as long as the line that offers it is there")),
        KeyRow((WindowKey.NEXT_PANE,), tr("Between documents and batches")),
        KeyRow((WindowKey.FIND,), tr("Search the batches")),
        KeyRow(("Up", "Down"), tr("The next document, batch, or finding of a comparison")),
        KeyRow(("PgUp", "PgDown"), tr("In a preview or comparison: the pages")),
        KeyRow(
            ("Ctrl++", "Ctrl+-", "Ctrl+0"),
            tr("In a preview or comparison: larger, smaller, fit width or page"),
        ),
        KeyRow(("Menu", "Shift+F10"), tr("Everything that a batch or a document offers")),
        KeyRow(("Esc",), tr("Close the preview, the comparison or a dialog")),
        KeyRow((WindowKey.SETTINGS,), tr("Settings")),
        KeyRow((WindowKey.HELP,), tr("This help")),
        KeyRow((WindowKey.QUIT,), tr("Quit")),
    )


_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST_LICENCE = 60
_ROOT = "signdesk"
_CLASSIFIER = "License :: "


@dataclass(frozen=True, slots=True)
class Part:
    """One library. `licence` as it names it itself; "" where it does not."""

    name: str
    version: str
    licence: str


def versions() -> str:
    """One line for people and support."""
    return f"SignDesk {__version__} · Qt {qVersion()} · Python {platform.python_version()}"


def parts() -> tuple[Part, ...]:
    """Every library that runs with SignDesk, by name."""
    found: dict[str, Part] = {}
    waiting = [_ROOT]
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in found:
            continue
        try:
            one = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # for another platform, or not wanted here
            continue
        found[name] = Part(one.metadata["Name"], one.version, _licence(one))
        waiting += _needed(one)
    found.pop(_ROOT, None)
    return tuple(found[name] for name in sorted(found))


def _needed(one: metadata.Distribution) -> Iterator[str]:
    for text in one.requires or ():
        requirement, _, marker = text.partition(";")
        name = _NAME.match(requirement)
        if name is not None and "extra" not in marker:
            yield name[0]


def _licence(one: metadata.Distribution) -> str:
    named = _first(one, "License-Expression") or _classified(one.metadata.get_all("Classifier") or [])
    short = _first(one, "License").split("\n")[0]
    return named or (short if len(short) <= _LONGEST_LICENCE else "")


def _first(one: metadata.Distribution, field: str) -> str:
    return next(iter(one.metadata.get_all(field) or []), "").strip()


def _classified(classifiers: list[str]) -> str:
    named = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith(_CLASSIFIER)]
    return ", ".join(one for one in named if one != "OSI Approved")
