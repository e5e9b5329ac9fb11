"""The table of keys, for the help and for the manual (packaging/devtools/manual.py writes it there).

The keys of the whole window are defined in `main_window.shortcuts`, the others in the lists, the preview and
the comparison that they belong to.
"""

from __future__ import annotations

from dataclasses import dataclass

from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.shortcuts import WindowKey


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
