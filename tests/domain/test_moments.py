"""Times from outside, in time zones where they do not exist."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

import signdesk
from signdesk.domain.moments import local_time, utc_time
from signdesk.domain.seal_facts import SealFacts, SealKind, facts_from, noted_facts
from signdesk.domain.seal_words import seal_notes

FOR_EVER = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
BEGINNING = datetime(1, 1, 1, tzinfo=UTC)
EASTERN, WESTERN = timezone(timedelta(hours=13)), timezone(timedelta(hours=-11))


@pytest.fixture(params=["Europe/Warsaw", "America/New_York", "Pacific/Kiritimati", "UTC"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    name: str = request.param
    monkeypatch.setenv("TZ", name)
    time.tzset()
    yield name
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("moment", [FOR_EVER, BEGINNING, datetime.max, datetime.min])
def test_the_first_and_the_last_moment_can_be_shown(moment: datetime) -> None:
    assert f"{local_time(moment):%Y-%m-%d %H:%M:%S %Z}"
    for offset in (EASTERN, WESTERN):
        local_time(moment.replace(tzinfo=offset))
        utc_time(moment.replace(tzinfo=offset))


@pytest.mark.usefixtures("zone")
def test_what_has_a_local_time_is_told_in_it() -> None:
    noon = datetime(2026, 6, 1, 12, tzinfo=UTC)
    assert local_time(noon) == noon
    assert local_time(noon).utcoffset() == noon.astimezone().utcoffset()


@pytest.mark.usefixtures("zone")
def test_a_certificate_without_an_end_is_said_and_noted() -> None:
    now = datetime(2026, 6, 1, tzinfo=UTC)
    facts = SealFacts(SealKind.PADES, "Signer", BEGINNING, valid_from=now, valid_until=FOR_EVER)
    (note,) = seal_notes(facts)
    assert "to 9999-12-31." in note
    assert facts_from(noted_facts(facts)) == facts


def test_facts_at_the_edge_of_time_can_be_noted_from_any_zone() -> None:
    last = datetime.max.replace(tzinfo=WESTERN)
    first = datetime.min.replace(tzinfo=EASTERN)
    facts = SealFacts(SealKind.XADES, "Signer", last, valid_from=first, valid_until=last)
    assert facts_from(noted_facts(facts)) == facts


def test_no_other_module_converts_times() -> None:
    """The journal does, strictly: a row with a time that cannot be converted is set aside."""
    package = Path(signdesk.__file__).parent
    converting = [one for one in package.rglob("*.py") if ".astimezone(" in one.read_text("utf-8")]
    assert sorted(one.name for one in converting) == ["journal_values.py", "moments.py"]
