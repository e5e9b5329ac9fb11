"""What the window says of a file that was dropped to have its seals checked."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from signdesk.desktop.documents.seal_checks import answer_question
from signdesk.desktop.toolkit.text import Label
from signdesk.domain.seal_facts import Held, SealFacts, SealKind, held_words
from signdesk.jobs.verification import Proof, Verdict, Verified

V = Verdict
NOON = datetime(2026, 11, 26, 12, 21, 7, tzinfo=UTC)
SEAL = SealFacts(SealKind.XADES, "ACME", NOON)
STAMP = SealFacts(SealKind.TIMESTAMP, "Authority", NOON)


def told(
    qtbot: QtBot, *proofs: Proof, name: str = "May.zip", problem: str = ""
) -> tuple[str, str, list[str]]:
    """The title, the sentences below it, and the lines to read."""
    question = answer_question(None, [Verified(Path(name), proofs, problem)])
    qtbot.addWidget(question)
    texts = "\n".join(one.text() for one in question.findChildren(Label))
    lines = [one.toPlainText() for one in question.findChildren(QPlainTextEdit)]
    return question.windowTitle(), texts, "\n".join(lines).split("\n")


@pytest.mark.parametrize(
    ("verdicts", "title"),
    [
        ((V.INTACT, V.REPORTED), "All seals are intact"),
        ((V.INTACT, V.BROKEN, V.NOT_CHECKED), "Not everything is intact"),
        ((V.MISSING, V.UNSEALED), "Not everything is intact"),
        ((V.INTACT, V.NOT_CHECKED), "Not everything could be checked"),
        ((V.UNSEALED, V.UNSEALED), "No seal was found"),
        ((V.INTACT, V.UNSEALED), "Not everything is sealed"),
        ((), "Not everything is intact"),
    ],
)
def test_the_title_says_what_was_found(qtbot: QtBot, verdicts: tuple[Verdict, ...], title: str) -> None:
    assert told(qtbot, *(Proof("A.pdf", one, "") for one in verdicts))[0] == title


def test_a_problem_is_no_good_news(qtbot: QtBot) -> None:
    found = told(qtbot, Proof("A.pdf", V.INTACT, ""), problem="The rest cannot be read.")
    assert found[0] == "Not everything could be checked"


def test_nothing_is_said_of_what_was_sent_where_nothing_was(qtbot: QtBot) -> None:
    proof = Proof("A.asice", V.INTACT, "")
    assert "What was sent is not known" in told(qtbot, proof)[1]
    single = told(qtbot, proof, name="A.asice")[1]
    assert "A.asice: 1 of 1 intact." in single
    assert "sent" not in single


def test_the_documents_of_a_container_stand_below_it(qtbot: QtBot) -> None:
    inside = (Held("Letter.txt", (SEAL, STAMP)), Held("notes.txt"))
    lines = told(qtbot, Proof("A.asice", V.INTACT, "Fine.", inside=inside, inside_more=3))[2]
    moment = f"{NOON.astimezone():%Y-%m-%d %H:%M}"
    assert lines == [
        "A.asice: intact. Fine.",
        f"    Letter.txt: sealed by “ACME”, {moment}; time-stamped by “Authority”, {moment}",
        "    notes.txt: under no seal",
        "    3 more documents",
    ]


def test_seals_that_are_alike_are_named_once_and_many_are_counted() -> None:
    assert held_words(Held("a", (SEAL,) * 100)) == held_words(Held("a", (SEAL,)))
    many = tuple(SealFacts(SealKind.XADES, f"S{number}") for number in range(9))
    assert held_words(Held("a", many)).endswith("; sealed by “S4”; 4 more seals")
