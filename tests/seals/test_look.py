"""What is shown of a seal is plain text in calm sentences."""

from __future__ import annotations

import errno
from datetime import UTC, datetime

import pytest

from signdesk.domain.messages import Message
from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.cms import BROKEN
from signdesk.seals.seal_check_result import (
    NOT_READABLE,
    NotChecked,
    NotIntact,
    as_result,
    intact,
    plain_text,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ACME Sp. z o.o.", "ACME Sp. z o.o."),
        ("Zażółć\u202egpj.exe", "Zażółćgpj.exe"),
        ("\u2066a\u2069\u200eb\u061c", "ab"),
        ("one\r\ntwo\tthree\u2028four", "one two three four"),
        ("\x00\x1b[31mred\x7f", "[31mred"),
        ("  much   room  ", "much room"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("\ud800", ""),
        (7, "7"),
    ],
)
def test_names_from_certificates_become_one_plain_line(text: object, shown: str) -> None:
    assert plain_text(text) == shown


def test_a_long_name_is_cut() -> None:
    assert plain_text("x" * 5000) == "x" * 99 + "…"


def test_a_seal_without_name_or_time_still_makes_a_sentence() -> None:
    assert (
        intact(SealFacts(SealKind.CMS)).sentence == "Sealed by an unnamed signer, intact over this document."
    )


@pytest.mark.parametrize("signer", ["", "ACME"])
@pytest.mark.parametrize("moment", [None, datetime(2026, 11, 23, 14, 2, 7, tzinfo=UTC)])
def test_a_good_seal_can_be_told_in_another_language(signer: str, moment: datetime | None) -> None:
    assert isinstance(intact(SealFacts(SealKind.CMS, signer, moment)).sentence, Message)


def test_what_is_wrong_with_a_seal_can_be_told_in_another_language() -> None:
    def fails() -> SealCheckResult:
        raise NotIntact(BROKEN)

    assert isinstance(as_result(fails).sentence, Message)
    assert isinstance(NOT_READABLE, Message)


def test_the_time_is_shown_in_local_time() -> None:
    moment = datetime(2026, 11, 23, 14, 2, 7, tzinfo=UTC)

    assert f"{moment.astimezone():%Y-%m-%d at %H:%M:%S}" in (
        intact(SealFacts(SealKind.CMS, "ACME", moment)).sentence
    )


@pytest.mark.parametrize(
    ("error", "finding"),
    [
        (NotIntact("bad"), Finding.BROKEN),
        (NotChecked("odd"), Finding.NOT_CHECKED),
        (ValueError(), Finding.NOT_CHECKED),
        (RecursionError(), Finding.NOT_CHECKED),
        (AssertionError(), Finding.NOT_CHECKED),
        (OSError("no number of the system"), Finding.NOT_CHECKED),
        (OSError(errno.EINVAL, "no such place in the file"), Finding.NOT_CHECKED),
    ],
)
def test_what_a_file_makes_libraries_raise_is_a_finding(error: Exception, finding: Finding) -> None:
    def fails() -> SealCheckResult:
        raise error

    found = as_result(fails)

    assert found.finding is finding
    assert found.sentence


def test_being_stopped_is_no_finding() -> None:
    def stopped() -> SealCheckResult:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        as_result(stopped)


@pytest.mark.parametrize("error", [MemoryError(), ImportError("lxml"), OSError(errno.EIO, "a disk")])
def test_a_fault_of_this_computer_is_no_finding(error: Exception) -> None:
    def fails() -> SealCheckResult:
        raise error

    with pytest.raises(type(error)):
        as_result(fails)
