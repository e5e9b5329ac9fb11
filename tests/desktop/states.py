"""The window in the states that people meet, and where its controls are. For tests of the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget

from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.batches import BatchState, Outcome, Reason
from tests.desktop.values import FOLDER, NOW, PRACTICE, batch, document, list_documents, problem


def start(window: MainWindow) -> None:
    """Nothing is set up yet."""
    window.set_server(None)
    window.start_page.show_form()


def empty(window: MainWindow) -> None:
    """Nothing in the list."""
    window.set_server(PRACTICE)


def listed(window: MainWindow) -> None:
    """Documents, two of which cannot be sent, and what was left out."""
    list_documents(window.intake.model, [document("A.pdf"), document("B.pdf")])
    window.intake.model.add_problems([problem("Empty.pdf"), problem("Other.pdf")])
    window.show_note("2 files were left out.", ["a", "b"])
    window.show_banner("The server is down.", Tone.NEEDS, "Look again", window.clear_banner)


def worked(window: MainWindow) -> None:
    """Three batches: one needs a person, its details open; one at work; one done, its table open."""
    listed(window)
    stuck = batch(BatchState.NEEDS_YOU, id="stuck", reason=Reason.PROCESS, minutes=1, message="No.")
    busy = batch(BatchState.SEALING, id="busy", minutes=2, heard_at=NOW)
    done = batch(BatchState.DONE, id="done", outcome=Outcome.SEALED, minutes=3)
    for one in (stuck, busy, replace(done, saved_to=FOLDER / "Seal.zip")):
        window.board.store.put(one)
    for batch_id in ("stuck", "done"):
        card = window.board.card(batch_id)
        assert card is not None
        if batch_id == "done":
            card.toggle_documents()
        else:
            card.footer.details_link.click()


def narrow(window: MainWindow) -> None:
    """Room for one pane only."""
    worked(window)
    window.resize(700, 600)


def removed(window: MainWindow) -> None:
    """Removals in both lists that can be undone."""
    listed(window)
    window.board.store.put(batch(BatchState.DONE, id="done", outcome=Outcome.SEALED))
    window.intake.model.remove([0])
    window.board.undo_bar.offer("“Company seal” was removed from the list.", lambda: None)


STATES: tuple[Callable[[MainWindow], None], ...] = (start, empty, listed, worked, narrow, removed)


def controls(window: QWidget) -> list[QWidget]:
    """All that Tab is to reach: a choice box is one, and so is a group of buttons for one choice."""
    return [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(one.parent(), QComboBox)
    ]


def place(control: QWidget, window: QWidget) -> QRect:
    """Within the window, scrolled out of sight or not."""
    return QRect(control.mapTo(window, QPoint(0, 0)), control.size())


def said(control: QWidget) -> str:
    """What it is called."""
    text = control.text() if isinstance(control, QPushButton) else ""
    return control.accessibleName() or text or str(control)


def settle() -> None:
    """Layouts are done."""
    QApplication.processEvents()
