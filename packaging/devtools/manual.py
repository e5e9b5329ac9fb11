"""The tables of the manual that come from the code: between two marks, in every language of the file.

`python -m devtools.manual` writes them; with `--check` it names the files that are not current, and fails.
Runs in `.venv`, since it asks the program.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from devtools.running import FAILED, ROOT
from signdesk.desktop.help.pages import KEYS_BEGIN, KEYS_END, key_rows, manual_name
from signdesk.desktop.i18n.language import speak
from signdesk.desktop.toolkit.formats import key_text
from signdesk.domain.settings import Language
from signdesk.storage.settings_table import SETTINGS

FOLDER = Path("resources") / "manual"
SETTINGS_BEGIN, SETTINGS_END = "<!-- settings table: begin -->", "<!-- settings table: end -->"
HEADS = {  # of the table, in each language of the manual
    Language.ENGLISH: ("key", "does"),
    Language.POLISH: ("klawisz", "działanie"),
    Language.GERMAN: ("Taste", "Wirkung"),
}


def keys_table(language: Language) -> str:
    """In the language, which must be spoken."""
    rows = [(", ".join(key_text(key) for key in row.keys), row.does) for row in key_rows()]
    return "\n".join(f"| {keys} | {does} |" for keys, does in [HEADS[language], ("---", "---"), *rows])


def settings_table() -> str:
    """For administrators, in English: every key of the settings file."""
    rows = [
        (f"`{one.name}`", one.kind.values, f"`{json.dumps(one.default)}`", one.means)
        for one in SETTINGS.values()
    ]
    heads = ("key", "may be", "without it", "means")
    return "\n".join(f"| {' | '.join(row)} |" for row in [heads, ("---",) * 4, *rows])


def with_table(text: str, begin: str, end: str, table: str) -> str:
    """`text` with that table between its marks. Raises ValueError where they are missing."""
    before, found_begin, rest = text.partition(begin)
    _, found_end, after = rest.partition(end)
    if not (found_begin and found_end):
        raise ValueError(f"The manual lacks {begin} or {end}")
    return f"{before}{begin}\n{table}\n{end}{after}"


def outdated(root: Path) -> Iterator[tuple[Path, str]]:
    """The files whose tables are not current, with the text that they should have."""
    _application = QCoreApplication.instance() or QCoreApplication([])
    try:
        for language in HEADS:
            speak(language)
            path = root / FOLDER / manual_name(language)
            text = path.read_text(encoding="utf-8")
            current = with_table(text, KEYS_BEGIN, KEYS_END, keys_table(language))
            if current != text:
                yield path, current
        path = root / FOLDER / "administrator.md"
        text = path.read_text(encoding="utf-8")
        current = with_table(text, SETTINGS_BEGIN, SETTINGS_END, settings_table())
        if current != text:
            yield path, current
    finally:
        speak(Language.ENGLISH)


def main(arguments: Sequence[str]) -> int:
    """As the module says."""
    found = list(outdated(ROOT))
    if "--check" in arguments:
        for path, _ in found:
            print(f'{path.relative_to(ROOT)} does not fit the code. Run "python3 packaging/dev.py manual".')
        return FAILED if found else 0
    for path, text in found:
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
