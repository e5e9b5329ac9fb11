"""What is said of a seal says which time counts, who vouches for it, and never contradicts itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.domain.seal_words import level_words, seal_notes, seal_sentence

CLAIMED = datetime(2016, 8, 1, 13, 7, 13, tzinfo=UTC)
STAMPED = datetime(2016, 9, 1, 9, 0, 5, tzinfo=UTC)
FACTS = SealFacts(
    SealKind.XADES,
    "ACME",
    CLAIMED,
    valid_from=datetime(2011, 12, 28, tzinfo=UTC),
    valid_until=datetime(2016, 8, 21, tzinfo=UTC),
)
WITH_STAMP = replace(FACTS, stamped_at=STAMPED, stamped_by="Authority")


def local(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d at %H:%M:%S}"


def test_the_time_of_a_seal_without_a_time_stamp_is_its_own_claim() -> None:
    assert seal_sentence(FACTS) == (
        f"Sealed by “ACME”, intact over this document. Time by its own claim: {local(CLAIMED)}."
    )
    assert seal_notes(FACTS) == ()


def test_a_time_stamp_counts_and_another_time_is_called_a_claim() -> None:
    assert seal_sentence(WITH_STAMP) == (
        "Sealed by “ACME”, intact over this document. "
        f"Time by a time stamp from “Authority”: {local(STAMPED)}. "
        f"Time by its own claim: {local(CLAIMED)}."
    )
    assert "not valid at the time of the time stamp" in seal_notes(WITH_STAMP)[0]


def test_a_claim_that_the_time_stamp_confirms_is_not_repeated() -> None:
    soon = replace(WITH_STAMP, signed_at=STAMPED - timedelta(seconds=40))
    assert "own claim" not in seal_sentence(soon)


def test_the_ends_of_a_certificate_are_told_to_the_minute() -> None:
    """On the very day, days alone would contradict themselves."""
    assert FACTS.valid_until is not None
    late = replace(FACTS, signed_at=FACTS.valid_until + timedelta(hours=1))
    (note,) = seal_notes(late)
    assert f"{FACTS.valid_until.astimezone():%Y-%m-%d %H:%M}" in note


def test_an_unnamed_signer_has_a_sentence_too() -> None:
    assert seal_sentence(SealFacts(SealKind.CMS)) == (
        "Sealed by an unnamed signer, intact over this document."
    )


@pytest.mark.parametrize("level", ["B-B", "B-T", "B-LT", "B-LTA"])
def test_every_level_is_explained(level: str) -> None:
    (note,) = seal_notes(replace(FACTS, level=level))
    assert note == level_words(level)
    assert note.startswith(f"Level {level}, ")


def test_what_has_no_level_has_no_word_for_it() -> None:
    assert level_words("") == level_words("B-9") == ""


def test_an_old_digest_and_other_signers_are_told() -> None:
    notes = seal_notes(replace(FACTS, weak_digest="SHA-1", also_by="B, C"))
    assert notes[0].startswith("It is made with SHA-1, ")
    assert notes[1] == "Also signed by: B, C."
