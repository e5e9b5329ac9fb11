"""How often and how long: pure numbers and the clock they are measured by (reliability.md section 3)."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Time as a job sees it; tests bring one that does not wait."""

    def monotonic(self) -> float:
        """Seconds that never jump."""

    def now(self) -> datetime:
        """Aware, UTC. Only ever shown, never compared."""

    async def sleep(self, delay_s: float) -> None:
        """Wait without blocking the loop."""


class SystemClock:
    """The real one."""

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return time.monotonic()

    def now(self) -> datetime:
        """Aware, UTC."""
        return datetime.now(UTC)

    async def sleep(self, delay_s: float) -> None:
        """Wait without blocking the loop."""
        await asyncio.sleep(delay_s)


@dataclass(frozen=True, slots=True)
class Pacing:
    """Every number that makes a job wait. All times in seconds.

    A step is given up after `attempts` tries or `step_limit_s`, whichever comes first. After an unclear
    accept, "not started" is believed after `settle_looks` looks spread over `settle_s`; an answer that stays
    ambiguous goes to a person after `unclear_limit_s`.
    """

    attempts: int = 6
    step_limit_s: float = 120.0
    back_off_base_s: float = 0.5
    back_off_cap_s: float = 30.0
    poll_first_s: float = 1.0
    poll_cap_s: float = 15.0
    poll_growth: float = 1.25
    settle_looks: int = 3
    settle_s: float = 60.0
    unclear_limit_s: float = 600.0
    fresh_batches: int = 2
    downloads: int = 3
    stall_notice_s: float = 300.0
    rng: random.Random = field(default_factory=random.SystemRandom, repr=False, compare=False)

    def back_off_s(self, failures: int) -> float:
        """Full jitter: anything from 0 to the doubled, capped base. `failures` counts from 1."""
        return self.rng.uniform(0, min(self.back_off_cap_s, self.back_off_base_s * 2**failures))

    def poll_s(self, polls: int) -> float:
        """The pause after the `polls`-th look without news (from 0), spread by a tenth."""
        pause = min(self.poll_cap_s, self.poll_first_s * self.poll_growth**polls)
        return pause * self.rng.uniform(0.9, 1.1)
