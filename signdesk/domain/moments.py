"""Times that come from outside (certificates, seals, receipts, files): shown and kept without ever raising.

The one place where a moment becomes text: ISO 8601 with a blank, for the command line, tables, sentences and
logs. The window writes days as the system does (`desktop.formats`), the receipt's page has UTC beside.

A certificate without an end says 99991231235959Z (RFC 5280, 4.1.2.5): east of Greenwich that is a year that
`datetime` does not know. Windows has no local time before 1970 and after 3000.
"""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

_TROUBLES = (OverflowError, OSError, ValueError)  # by the platform


def local_time(moment: datetime) -> datetime:
    """In this machine's time zone; in UTC where it has no such time there, else as it is. Never raises."""
    return _within(moment, None, UTC)


def utc_time(moment: datetime) -> datetime:
    """In UTC; as it is where it has no such time there. `moment` is aware. Never raises."""
    return _within(moment, UTC)


def iso_day(moment: datetime) -> str:
    """Local "2026-11-30"."""
    return local_time(moment).date().isoformat()


def iso_minute(moment: datetime) -> str:
    """Local "2026-11-30 14:02"."""
    return _plain(local_time(moment), "minutes")


def short_clock(moment: datetime) -> str:
    """Local "14:02"."""
    return iso_minute(moment)[-5:]


def long_clock(moment: datetime) -> str:
    """Local "14:02:11"."""
    return _plain(local_time(moment), "seconds")[-8:]


def utc_day(moment: datetime) -> str:
    """ "2026-11-30" in UTC, for what is valid until then."""
    return utc_time(moment).date().isoformat()


def utc_minute(moment: datetime) -> str:
    """ "2026-11-30 13:02 UTC"."""
    return f"{_plain(utc_time(moment), 'minutes')} UTC"


def utc_clock(moment: datetime) -> str:
    """ "13:02:11 UTC"."""
    return f"{_plain(utc_time(moment), 'seconds')[-8:]} UTC"


def both_times(moment: datetime) -> str:
    """ "2026-11-30 14:02:11 CET (2026-11-30 13:02:11 UTC)"; once, where this machine's time is UTC."""
    local, utc = local_time(moment), f"{_plain(utc_time(moment), 'seconds')} UTC"
    told = f"{_plain(local, 'seconds')} {local.tzname()}"
    return utc if told == utc else f"{told} ({utc})"


def _plain(moment: datetime, unit: str) -> str:
    return moment.replace(tzinfo=None).isoformat(" ", unit)


def _within(moment: datetime, *zones: tzinfo | None) -> datetime:
    for zone in zones:
        try:
            return moment.astimezone(zone)
        except _TROUBLES:
            continue
    return moment
