"""The whole window is switched to a made-up language while it is open; whatever stays English is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from signdesk.desktop.batches import footer
from signdesk.desktop.batches.card import BatchCard
from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.batches.order import Filter
from signdesk.desktop.batches.place import CardPlace
from signdesk.desktop.connections.sign_in import SignInFields
from signdesk.desktop.documents.values import SealedRemark
from signdesk.desktop.i18n.language import joined, tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.domain.batches import Batch, BatchState, Outcome, Progress, Reason
from signdesk.domain.errors import SourceChanged
from signdesk.domain.messages import join, msg
from signdesk.domain.servers import SignIn, unnamed
from tests.desktop import pseudo
from tests.desktop.values import (
    ALL_STATES,
    FOLDER,
    NOW,
    PRACTICE,
    SEAL,
    TIMESTAMP,
    VALIDATE,
    batch,
    document,
    list_documents,
    problem,
    with_outcomes,
)

SAID = msg("The server no longer knows this batch.")
DATA = (
    "SignDesk",
    "Ctrl+,",
    "Company seal",
    "Qualified electronic seal",
    "Look at seals",
    "Time stamp",
    "Acme Sealing",
    "https://seal.example.com",
    "proxy.example.com:3128",
    "API-KEY",
    "English",
    "Polski",
    "Deutsch",
    "Documents › Sealed",
    str(FOLDER),
    "anna@office",
    *(f"{folder}{name}.pdf" for folder in ("/in/", "") for name in "ABCDE"),
    "A.zip",
    "PDF",
    "KB",
    "MB",
)


def batches() -> list[Batch]:
    """Every state, reason and outcome, and every kind of process."""
    made = [batch(state, heard_at=NOW, sent_by="anna@office") for state in ALL_STATES]
    made += [batch(BatchState.NEEDS_YOU, reason=reason) for reason in Reason]
    made += [batch(BatchState.WAITING, reason=reason, heard_at=NOW) for reason in Reason]
    made.append(batch(BatchState.NEEDS_YOU, reason=Reason.LOST, message=join(SAID, SAID), detail="Oops"))
    for process in (SEAL, VALIDATE, TIMESTAMP, unnamed(12)):
        made.append(replace(batch(BatchState.SEALING, progress=Progress(1, 2)), process=process))
        made.append(replace(batch(BatchState.DONE, outcome=Outcome.SEALED), process=process))
    for state in (BatchState.SENDING, BatchState.FETCHING):
        made.append(batch(state, progress=Progress(1, 2), heard_at=NOW - timedelta(minutes=3)))
    names = ("A.pdf", "B.pdf", "C.pdf", "D.pdf", "E.pdf")
    many = batch(BatchState.PARTLY_DONE, *names, saved_to=FOLDER / "A.zip", deleted_at=NOW, warnings=(SAID,))
    made.append(many)
    for one in Outcome:
        odd = batch(BatchState.PARTLY_DONE, *names[:2], outcome=Outcome.SEALED, checked=False)
        made.append(with_outcomes(odd, Outcome.SEALED, one))
    told = replace(many.documents[0], message=str(SourceChanged("A.pdf")), seal=SAID)
    made.append(replace(many, documents=(told, *many.documents[1:]), quarantined_to=FOLDER / "A.zip"))
    return [replace(one, id=f"b{number}") for number, one in enumerate(made)]


def portions(window: MainWindow) -> Iterator[tuple[BatchCard, ...]]:
    """The cards there are while one looks through the batches, all filters off, from the top on."""
    window.board.choose_filter(Filter.ALL)
    for number in range(len(batches())):
        window.board.reveal(f"b{number}")
        for _ in range(5):
            QCoreApplication.processEvents()
        yield window.board.shown_cards()


def card_texts(window: MainWindow) -> dict[BatchCard, list[str]]:
    return {card: sorted(pseudo.every_text(card)) for card in window.board.shown_cards()}


def test_the_window_is_said_again_while_it_is_open(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(footer, "SAID_MS", 3_600_000)  # a busy machine takes longer than a word lasts
    window.set_server(PRACTICE)
    model = window.intake.model
    list_documents(model, [document("A.pdf"), replace(document("B.pdf", 1_234_567), sha256="1" * 64)])
    model.add_problems([problem("C.pdf", msg("The server no longer knows this batch."))])
    model.set_remarks({"1" * 64: SealedRemark(tr("Being checked…"))})
    model.add_checking([document("D.pdf").path])
    window.intake.show_note(tr("Add documents first."), [joined(": ", "E.pdf", SAID)], warn=True)
    window.intake.warn_of_folder(str(SourceChanged("A.pdf")))
    window.intake.set_processes([SEAL, unnamed(12)], 12, typed=True)
    window.show_banner(tr("Copied: {what}", what="A.pdf"), Tone.DONE, tr("Copy path"))
    window.board.store.put_all(batches())
    opened: set[str] = set()
    for cards in portions(window):
        for card in cards:
            if card.batch.id not in opened:
                card.toggle_documents()
                opened.add(card.batch.id)
    assert opened == {one.id for one in batches()}
    for card in window.board.shown_cards():
        card.say(tr("Copied"))
    window.start_page.show_waiting_documents(4)
    window.start_page.show_problem(tr("Enter the password."))
    window.show_server_state(tr("{server}, connected", server="Acme Sealing"), Tone.DONE)
    before, kept = pseudo.every_text(window, without=CardPlace), card_texts(window)

    with pseudo.spoken():
        QCoreApplication.processEvents()
        left = pseudo.english_left([window], DATA)
        assert not left, "\n".join(left)
    QCoreApplication.processEvents()
    assert pseudo.changed(before, pseudo.every_text(window, without=CardPlace)) == []
    after = card_texts(window)
    both = after.keys() & kept.keys()  # other texts need other room: some cards are new
    assert len(both) > 3
    assert [change for one in both for change in pseudo.changed(kept[one], after[one])] == []

    with pseudo.spoken():  # also what is made only now
        for _ in portions(window):
            left = pseudo.english_left([window], DATA)
            assert not left, "\n".join(left)


@pytest.mark.parametrize("kind", [SignIn.API_KEY, SignIn.BASIC, SignIn.BEARER])
def test_an_open_question_is_said_again(qtbot: QtBot, kind: SignIn) -> None:
    question = Question(None, tr("Start sealing again?"), SAID, (("leave", tr("Leave it for now")),))
    qtbot.addWidget(question)
    question.add(_fields(kind))
    with pseudo.spoken():
        left = pseudo.english_left([question], DATA)
        assert not left, "\n".join(left)


def _fields(kind: SignIn) -> QWidget:
    fields = SignInFields()
    fields.show_kind(kind)
    return fields
