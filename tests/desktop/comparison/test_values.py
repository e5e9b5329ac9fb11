"""What is said beside the pages: of the pages, and of the seal."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.comparison.values import MOST_ROWS, Compared, Line, heading, page_runs, seal_lines
from signdesk.desktop.toolkit.formats import day_text
from signdesk.domain.batches import BatchDocument, Outcome
from signdesk.domain.page_comparison import PageComparison, PageFinding, PageState
from signdesk.domain.seal_facts import IssuerLevel, Revocation, SealFacts, SealKind
from tests.storage.journal_values import plain_batch

NOON = datetime(2026, 11, 26, 12, 21, 7, tzinfo=UTC)
FACTS = SealFacts(SealKind.PADES, "ACME", NOON, issuer="CA 2", valid_from=NOON, valid_until=NOON)
S = PageState


def compared(facts: SealFacts | None, outcome: Outcome = Outcome.RESEALED) -> Compared:
    batch = plain_batch(documents=1)
    one = replace(batch.documents[0], outcome=outcome, facts=facts)
    return Compared(replace(batch, documents=(one,)), 0, None, Path("back.pdf"))


def line(name: str, **changes: object) -> Line:
    lines = seal_lines(compared(replace(FACTS, **changes)))  # type: ignore[arg-type]
    return next(one for one in lines if one.name == name)


def test_pages_of_which_the_same_is_said_stand_in_one_row() -> None:
    same = [PageFinding(S.SAME, page, page) for page in (2, 3, 4)]
    words = PageFinding(S.TOUCHED, 5, 5, differing_words=14)
    pages = [PageFinding(S.ADDED_TO, 1, 1), *same, words, PageFinding(S.NEW, None, 6)]
    pages += [PageFinding(S.LOST, 7, None), PageFinding(S.ADDED_TO, 8, 7, in_seal=True)]
    told = [(run.name, run.value, run.tone) for run in page_runs(pages)]
    assert told == [
        ("Page 1", "A stamp was added", Tone.NEEDS),
        ("Pages 2 to 4", "Same text, same look", Tone.DONE),
        ("Page 5", "14 words differ", Tone.ERROR),
        ("Page 6", "New, it was not sent", Tone.NEEDS),
        ("Sent page 7", "Not found again", Tone.ERROR),
        ("Page 7", "The picture of the seal was added", Tone.NEEDS),
    ]


def test_of_thousands_of_changes_the_first_are_listed() -> None:
    states = (S.SAME, S.ADDED_TO)
    pages = [PageFinding(states[page % 2], page + 1, page + 1) for page in range(2_000)]
    assert len(page_runs(pages)) == MOST_ROWS


def test_the_time_is_confirmed_or_said_not_to_be() -> None:
    assert line("When").more == "By the clock of the server, not confirmed"
    stamped = line("When", stamped_at=NOON, stamped_by="Example Time Authority")
    assert stamped.more == "By a time stamp from “Example Time Authority” · 12:21:07 UTC"
    assert line("When", signed_at=None).value == "Not stated"


def test_the_level_is_explained() -> None:
    assert line("Level", level="B-T").value == "B-T"
    assert "time stamp" in line("Level", level="B-T").more
    assert all(one.name != "Level" for one in seal_lines(compared(FACTS)))


@pytest.mark.parametrize(
    ("level", "issuer", "value", "tone"),
    [
        (IssuerLevel.KNOWN, "CA 2", "Known: Root", Tone.DONE),
        (IssuerLevel.UNKNOWN, "CA 2", "Not known to this computer: CA 2", Tone.NEEDS),
        (IssuerLevel.UNKNOWN, "ACME", "Its own holder", Tone.NEEDS),
        (IssuerLevel.NOT_CHECKED, "CA 2", "CA 2", Tone.NEUTRAL),
    ],
)
def test_who_stands_behind_the_name(level: IssuerLevel, issuer: str, value: str, tone: Tone) -> None:
    found = line("Issuer", issuer_level=level, issuer=issuer, known_by="Root")
    assert (found.value, found.tone) == (value, tone)
    assert ("could not be checked" in found.more) is (tone is Tone.NEEDS)


def test_what_is_odd_about_the_certificate_is_said() -> None:
    day = day_text(NOON)
    assert line("Certificate").value == f"Valid from {day} to {day}"
    assert line("Certificate").tone is Tone.NEUTRAL
    late = line("Certificate", signed_at=NOON + timedelta(seconds=1))
    assert (late.more, late.tone) == ("Not valid at that time", Tone.NEEDS)
    revoked = line("Certificate", revocation=Revocation.REVOKED)
    assert (revoked.more, revoked.tone) == ("Data in the seal says that it was revoked.", Tone.ERROR)


def test_what_was_not_read_is_not_called_intact() -> None:
    names = {one.name: one.value for one in seal_lines(compared(None))}
    assert names["State"] == "Nothing was read out of it"


def test_the_seal_of_another_document_is_as_intact_as_its_heading_says() -> None:
    other = compared(None, Outcome.NOT_RECOGNISED)
    names = {one.name: one.value for one in seal_lines(other)}
    assert "intact seal" in heading(other.document).more
    assert (names["State"], names["Sealed by"]) == ("Intact", "Not noted")


def test_another_document_is_called_so() -> None:
    def told(one: BatchDocument) -> tuple[str, Tone]:
        return heading(one).value, heading(one).tone

    one = compared(FACTS).document
    assert told(one) == ("Sealed, but not as it was sent", Tone.NEEDS)
    expected = ("Sealed, and changed as expected of this process", Tone.DONE)
    assert told(replace(one, is_accepted=True)) == expected
    gone = PageComparison((PageFinding(S.LOST, 1, None),), 1, 1)
    other = replace(one, outcome=Outcome.NOT_RECOGNISED, comparison=gone)
    assert told(other) == ("Another document under this name", Tone.ERROR)


def test_what_was_compared_in_part_is_not_called_another_document() -> None:
    pages = PageComparison((PageFinding(S.SAME, 1, 1),), 900, 900, "The rest was not compared.")
    one = replace(compared(FACTS).document, outcome=Outcome.NOT_RECOGNISED, comparison=pages)
    told = heading(one)
    assert (told.value, told.tone) == ("It may be another document", Tone.NEEDS)
    assert "it is not known whether it is the document that was sent" in told.more
