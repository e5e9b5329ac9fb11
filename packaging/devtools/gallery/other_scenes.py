"""What opens over the window or beside its list: help, questions, the sign-in, the preview."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from devtools.gallery.values import HOME, NOW, sealing
from devtools.gallery.window_scenes import fill, ready
from signdesk.desktop.dialogs import Question
from signdesk.desktop.help.dialog import HelpDialog
from signdesk.desktop.help.licences import parts
from signdesk.desktop.language import show, tr, trn
from signdesk.desktop.main_window import MainWindow
from signdesk.desktop.preview.pages import PagesView
from signdesk.desktop.sign_in import KeepBox, SignInFields
from signdesk.domain.servers import SignIn
from signdesk.resources import resource

LONGEST_MS = 60_000  # of waiting for a picture, on a busy machine


def help_window() -> QWidget:
    return HelpDialog(None, parts())


def closing() -> QWidget:
    return Question(
        None,
        trn("%n batch is still under way", "%n batches are still under way", 3),
        tr("Nothing is lost if you close now: SignDesk goes on with them at its next start."),
        [
            ("tray", tr("Keep going in the tray")),
            ("close", tr("Finish at the next start")),
            ("stay", tr("Stay")),
        ],
    )


def again() -> QWidget:
    return Question(
        None,
        tr("Start sealing again?"),
        tr(
            "It is not known whether the first order reached the server. If it did, the documents may be "
            "sealed a second time, and that may cost money again."
        ),
        [("again", tr("Start sealing again")), ("leave", tr("Leave it for now"))],
    )


def which_documents() -> QWidget:
    """With particulars."""
    asked = Question(
        None,
        tr("Remove all finished batches from the list?"),
        tr(
            "The saved files stay where they are, and SignDesk still knows what was sealed. What is not "
            "finished stays in the list."
        ),
        [("remove", tr("Remove from list")), ("keep", tr("Keep them in the list"))],
    )
    particulars = QPlainTextEdit("\n".join(f"Offer {number}.pdf" for number in range(30)))
    show(particulars.setAccessibleName, tr("Particulars"))
    asked.add(particulars)
    return asked


def signing_in() -> QWidget:
    asked = Question(
        None,
        tr("Sign in to {server}", server="Acme Sealing"),
        tr("The server refused the sign-in that was used last."),
        [
            ("sign_in", tr("Sign in")),
            ("retry", tr("Try the keyring again")),
            ("cancel", tr("Not now")),
        ],
    )
    fields = SignInFields()
    fields.show_kind(SignIn.BASIC)
    asked.add(fields)
    asked.add(KeepBox())
    return asked


def _preview(path: Path, name: str) -> MainWindow:
    """The document as its child process draws it."""
    window = MainWindow(now=lambda: NOW, home=HOME)
    ready(window)
    fill(window)
    window.board.show_batch(sealing())
    window.resize(1180, 760)
    window.show()
    panel = window.beside.preview
    loop = QEventLoop()
    panel.settled.connect(loop.quit)
    panel.renderer.drawn.connect(loop.quit)
    window.intake.list.setCurrentIndex(window.intake.model.index(0))
    window.beside.show_preview(path, name, window.intake.list)
    QTimer.singleShot(LONGEST_MS, loop.quit)
    loop.exec()
    if panel.sentence_text() == "" and panel.findChildren(PagesView)[0].isVisible():
        loop.exec()
    return window


SAMPLES = resource("samples")
SCENES: dict[str, Callable[[], QWidget]] = {
    "help": help_window,
    "question-closing": closing,
    "question-again": again,
    "question-particulars": which_documents,
    "question-sign-in": signing_in,
    "preview": partial(_preview, SAMPLES / "Invoice 2026-1107.pdf", "Invoice 2026-1107.pdf"),
    "preview-none": partial(_preview, SAMPLES / "Invoice 2026-1107.pdf", "Table.docx"),
}
