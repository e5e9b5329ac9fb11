"""The words of the help, as values. Made when the help opens, so that they are in the window's language."""

from __future__ import annotations

from dataclasses import dataclass

from signdesk.desktop.i18n.language import joined, tr
from signdesk.desktop.toolkit.formats import key_text


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its paragraphs, or with pairs of a key and what it does."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()


def help_sections() -> tuple[Section, ...]:
    """In the order of the work."""
    return (_sealing(), _outcomes(), _trouble(), _keys(), _safety())


def _sealing() -> Section:
    return Section(
        tr("Seal documents"),
        (
            tr(
                "Drop files or folders anywhere on the window, paste them, or press “Add files…”. Choose the "
                "process and the folder, then press the blue button: it says how many documents will be sent."
            ),
            tr(
                "A file that cannot be sent says why in its row; the others can go without it. The list is "
                "free for the next documents at once."
            ),
        ),
    )


def _outcomes() -> Section:
    return Section(
        tr("What the cards say"),
        (
            tr(
                "Each batch has a card on the right. “12 of 12 sealed and checked” means: SignDesk has "
                "looked into every returned document and found an intact seal over exactly what you sent."
            ),
            tr(
                "“Needs you” means that only you can decide or mend something. The card says what happened, "
                "what is safe, and what to do next."
            ),
            tr(
                "“Tries again by itself” means that there is nothing for you to do. You may also switch the "
                "computer off: SignDesk goes on at the next start."
            ),
        ),
    )


def _trouble() -> Section:
    return Section(
        tr("When something goes wrong"),
        (
            tr(
                "The server cannot be reached: open Settings, Server, and test the connection. The result "
                "says which step fails and what to tell those who look after your computers."
            ),
            tr(
                "SignDesk never orders sealing twice by itself. Where it is not known whether an order "
                "arrived, it asks the server, and then you."
            ),
            tr("“Copy for support” on a card copies the facts without any name or content of a document."),
        ),
    )


def _safety() -> Section:
    return Section(
        tr("What happens to your documents"),
        (
            tr(
                "Your own files are read and never changed. They go to your sealing server and nowhere else. "
                "After the result is safe on your disk, the server’s copy is deleted, unless the settings "
                "say otherwise."
            ),
            tr("Passwords and keys are kept in the keyring of your system only, never in a file."),
        ),
    )


def _keys() -> Section:
    return Section(
        tr("Keys"),
        keys=(
            (key_text("Ctrl+O"), tr("Add files")),
            (key_text("Ctrl+V"), tr("Add the files on the clipboard")),
            (key_text("Ctrl+Return"), tr("Seal what is in the list")),
            (key_text("Space"), tr("Preview the chosen document")),
            (key_text("F2"), tr("Rename what is sent, or name a batch")),
            (key_text("Del"), tr("Take the chosen documents out of the list")),
            (key_text("F6"), tr("Between documents and batches")),
            (key_text("Ctrl+F"), tr("Search the batches")),
            (
                joined(", ", key_text("Menu"), key_text("Shift+F10")),
                tr("Everything that a batch or a document offers"),
            ),
            (key_text("Ctrl+,"), tr("Settings")),
            (key_text("F1"), tr("This help")),
            (key_text("Ctrl+Q"), tr("Quit")),
        ),
    )
