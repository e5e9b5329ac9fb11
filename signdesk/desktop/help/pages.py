"""The user's manual as values, in the language of the window: `resources/manual/user*.md`.

Markdown is read by Qt without HTML and never drawn by it: the dialog shows plain labels, so nothing that a
manual could name is loaded. The table of keys is not read but made, as the keys are on this platform.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QTextDocument

from signdesk.desktop.help.keys import key_rows
from signdesk.desktop.i18n.language import joined, locale
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
