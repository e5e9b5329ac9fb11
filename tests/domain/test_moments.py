"""Times from outside, in time zones where they do not exist."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

import signdesk
from signdesk.domain.moments import both_times, iso_day, iso_minute, local_time, utc_time
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
    assert "to 9999-12-31 " in note
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
    assert sorted(one.name for one in converting) == ["moments.py", "values.py"]


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("moment", [FOR_EVER, BEGINNING, datetime(2026, 1, 2, 23, 4, 5, tzinfo=UTC)])
def test_every_way_to_write_a_moment_has_its_year_in_four_digits(moment: datetime) -> None:
    local = local_time(moment)
    assert iso_day(moment) == local.date().isoformat()
    assert iso_minute(moment) == local.replace(tzinfo=None).isoformat(" ", "minutes")
    told = both_times(moment)
    assert told.startswith(local.replace(tzinfo=None).isoformat(" ", "seconds"))
    assert f"{utc_time(moment):%H:%M:%S} UTC" in told


def test_the_receipt_tells_the_local_time_with_its_zone_and_utc_beside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "Europe/Warsaw")
    time.tzset()
    try:
        late = datetime(2026, 11, 30, 23, 30, 5, tzinfo=UTC)
        assert both_times(late) == "2026-12-01 00:30:05 CET (2026-11-30 23:30:05 UTC)"
        monkeypatch.setenv("TZ", "UTC")
        time.tzset()
        assert both_times(late) == "2026-11-30 23:30:05 UTC"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_no_other_module_writes_times() -> None:
    """The window's way to write a day is the system's: `desktop.formats`. The practice server speaks as the
    servers do that it stands for.
    """
    package = Path(signdesk.__file__).parent
    sources = [one for one in package.rglob("*.py") if one.parent.name != "practice"]
    assert [one for one in sources if re.search(r":%[YHmd]|strftime", one.read_text("utf-8"))] == []
