"""Times that come from outside (certificates, seals, receipts, files): shown and kept without ever raising.

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


def _within(moment: datetime, *zones: tzinfo | None) -> datetime:
    for zone in zones:
        try:
            return moment.astimezone(zone)
        except _TROUBLES:
            continue
    return moment
