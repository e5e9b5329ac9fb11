"""A clock that does not wait: sleeping moves it on at once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta


class InstantClock:
    """`slept_s`: every pause that was asked for, in seconds, in order."""

    def __init__(self) -> None:
        self.elapsed_s = 0.0
        self.slept_s: list[float] = []

    def monotonic(self) -> float:
        return self.elapsed_s

    def now(self) -> datetime:
        return datetime(2026, 11, 23, 14, 2, 0, tzinfo=UTC) + timedelta(seconds=self.elapsed_s)

    async def sleep(self, delay_s: float) -> None:
        self.slept_s.append(delay_s)
        self.elapsed_s += delay_s
        await asyncio.sleep(0)
