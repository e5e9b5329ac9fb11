"""The one door through which every text of the window goes, so that languages can be added. No texts here.

Texts use ``{name}`` for values and ``%n`` for a count. Values are put in after translation, so a translator
may reorder them, and a brace inside a value (a file name) means nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "SignDesk"


def tr(text: str, **values: object) -> str:
    """The text in the user's language with its values."""
    return _filled(QCoreApplication.translate(CONTEXT, text), values)


def trn(one: str, many: str, count: int, **values: object) -> str:
    """The form that fits `count`. English picks between `one` and `many`; a translation of `many` knows its
    own language's forms (Polish has three), which Qt chooses by the count.
    """
    number = str(count)
    translated = QCoreApplication.translate(CONTEXT, many, "", count)
    if translated == many.replace("%n", number) and count == 1:
        translated = one.replace("%n", number)
    return _filled(translated, values)


def _filled(text: str, values: dict[str, object]) -> str:
    return text.format(**values) if values else text
