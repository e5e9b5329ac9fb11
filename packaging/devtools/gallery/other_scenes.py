"""What opens over the window or beside its list: help, questions, the sign-in, the preview."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QWidget

from devtools.gallery.values import HOME, NOW, OFFERS, SEAL, SERVER, missing_and_unsealed, sealing, sending
from devtools.gallery.window_scenes import fill, ready
from signdesk.desktop.app.close_guard import closing_question
from signdesk.desktop.batches.sending_again import asking_words
from signdesk.desktop.connections.sign_in import KeepBox, SignInFields
from signdesk.desktop.documents.copy_keeper import large_words
from signdesk.desktop.documents.seal_checks import answer_question
from signdesk.desktop.documents.sealing import again_words
from signdesk.desktop.help.dialog import HelpDialog
from signdesk.desktop.help.pages import parts
from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.preview.pages import PagesView
from signdesk.desktop.toolkit.dialogs import Question, choice
from signdesk.domain.messages import msg
from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.domain.servers import SignIn
from signdesk.jobs.batch_store import BatchStore
from signdesk.jobs.verification import Proof, Verdict, Verified
from signdesk.resources import resource

LONGEST_MS = 60_000  # of waiting for a picture, on a busy machine


def help_window() -> QWidget:
    return HelpDialog(None, parts())


def about() -> QWidget:
    """The end of the help, which says what SignDesk is made of."""
    dialog = HelpDialog(None, parts())
    dialog.show()
    QApplication.processEvents()
    bar = dialog.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    return dialog


def closing() -> QWidget:
    return closing_question(None, [sending(), sealing()], can_hide=True)


def again() -> QWidget:
    return Question(
        None,
        tr("Start sealing again?"),
        tr(
            "It is not known whether the first order reached the server. If it did, the documents may be "
            "sealed a second time, and that may cost money again."
        ),
        [("leave", tr("Leave it for now")), ("again", tr("Start sealing again"))],
    )


def seal_again() -> QWidget:
    return Question(None, *again_words(11, SEAL, SERVER))


def send_again() -> QWidget:
    return Question(None, *asking_words(missing_and_unsealed(), 2))


def which_documents() -> QWidget:
    """With particulars."""
    asked = Question(
        None,
        tr("Remove all finished batches from the list?"),
        tr(
            "The saved files stay where they are, and SignDesk still knows what was sealed. What is not "
            "finished stays in the list."
        ),
        [("keep", tr("Keep them in the list")), ("remove", tr("Remove from list"))],
    )
    particulars = QPlainTextEdit("\n".join(f"Offer {number}.pdf" for number in range(30)))
    bind_text(particulars.setAccessibleName, tr("Details"))
    asked.add(particulars)
    return asked


def large_copies() -> QWidget:
    title, text, verbs = large_words([Path("Plan.pdf"), Path("Scan.tif")], 412_000_000)
    return Question(None, title, text, verbs)


def sign_in_prompt() -> QWidget:
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
    window = MainWindow(BatchStore(), now=lambda: NOW, home=HOME)
    ready(window)
    fill(window)
    window.board.store.put(sealing())
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
    if panel.findChildren(PagesView)[0].isVisible():
        loop.exec()
    return window


def _small_picture() -> MainWindow:
    """A picture that is smaller than its room."""
    with TemporaryDirectory() as folder:
        seen = QImage(300, 200, QImage.Format.Format_RGB32)
        seen.fill(Qt.GlobalColor.darkCyan)
        path = Path(folder) / "Scan.png"
        seen.save(str(path))
        return _preview(path, path.name)


def checked_again() -> QWidget:
    facts = SealFacts(SealKind.PADES, "Acme GmbH", NOW, issuer="Acme CA")
    sentence = msg("Its issuer is not known to this computer: {issuer}.", issuer=facts.issuer)
    changed = msg("The file was changed after it was sealed.")
    proofs = [Proof(one, Verdict.INTACT, sentence, facts) for one in OFFERS]
    proofs.append(Proof("Lease.pdf", Verdict.BROKEN, changed))
    path = HOME / "2026-11-23 Company seal.zip"
    return answer_question(None, [Verified(path, tuple(proofs), receipt=path.with_suffix(".json"))])


def reports() -> QWidget:
    names = ["Practice check report.json", "Practice check report.txt", "Lease.pdf.report.xml"]
    text = tr("They came back with the documents and lie in the saved ZIP.")
    return choice(None, tr("Reports of the server"), text, names)[0]


SAMPLES = resource("samples")
SCENES: dict[str, Callable[[], QWidget]] = {
    "help": help_window,
    "about": about,
    "question-closing": closing,
    "question-again": again,
    "question-seal-again": seal_again,
    "question-send-again": send_again,
    "question-particulars": which_documents,
    "question-large-copies": large_copies,
    "question-sign-in": sign_in_prompt,
    "seals-checked": checked_again,
    "reports": reports,
    "preview": partial(_preview, SAMPLES / "Invoice 2026-1107.pdf", "Invoice 2026-1107.pdf"),
    "preview-picture": _small_picture,
    "preview-text": partial(_preview, SAMPLES / "Price list.csv", "Price list.csv"),
    "preview-damaged": partial(_preview, SAMPLES / "Price list.csv", "Price list.pdf"),
    "preview-none": partial(_preview, SAMPLES / "Invoice 2026-1107.pdf", "Table.docx"),
}
