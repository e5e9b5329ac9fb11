"""How often and how long: pure numbers and the clock they are measured by (signdesk/README.md, Retry)."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Time as a job sees it; tests bring one that does not wait."""

    def monotonic(self) -> float:
        """Seconds that never jump."""

    def now(self) -> datetime:
        """Aware, UTC. Only ever shown, never compared."""

    async def sleep(self, delay_s: float) -> None:
        """Wait without blocking the loop. May end early: whoever needs the whole time compares the clock."""

    def wake(self) -> None:
        """Every sleep under way ends now, or soon."""


@dataclass(frozen=True, slots=True)
class RetryConfig:
    """Every number that makes a job wait. All times in seconds.

    A step is given up after `attempts` tries or `step_limit_s`, whichever comes first. After an unclear
    accept, "not started" is believed after `settle_looks` looks spread over `settle_s`, after a refused one
    by equal looks with `second_look_s` between them; an answer that stays ambiguous goes to a person after
    `unclear_limit_s`. A job that goes on by itself comes back after
    `come_back_first_s` and more rarely each time, up to `come_back_cap_s`. Whether a share that went away
    is back is looked at every `target_look_s`. All batches of one server together are asked about
    `polls_per_s` times a second, or as often as `poll_cap_s` for each of them makes it where they are more.
    How the breaker uses its numbers: `seal_api.breaker`.
    """

    attempts: int = 6
    step_limit_s: float = 120.0
    back_off_base_s: float = 0.5
    back_off_cap_s: float = 30.0
    poll_first_s: float = 1.0
    poll_cap_s: float = 15.0
    poll_growth: float = 1.25
    polls_at_once: int = 4
    polls_per_s: float = 16.0
    settle_looks: int = 3
    settle_s: float = 60.0
    unclear_limit_s: float = 600.0
    second_look_s: float = 3.0
    fresh_batches: int = 2
    downloads: int = 3
    stall_notice_s: float = 300.0
    breaker_opens_after: int = 2
    breaker_closes_after: int = 2
    probe_first_s: float = 30.0
    probe_last_s: float = 60.0
    trial_s: float = 60.0
    come_back_first_s: float = 30.0
    come_back_cap_s: float = 900.0
    return_spread_s: float = 10.0
    retry_after_slack_s: float = 0.9
    quiet_wait_s: float = 5.0
    target_look_s: float = 5.0
    rng: random.Random = field(default_factory=random.SystemRandom, repr=False, compare=False)

    def back_off_s(self, failures: int) -> float:
        """Full jitter: anything from 0 to the doubled, capped base. `failures` counts from 1."""
        return self.rng.uniform(0, min(self.back_off_cap_s, self.back_off_base_s * 2**failures))

    def poll_s(self, polls: int, batches: int = 1) -> float:
        """The pause after the `polls`-th look without news (from 0), spread by a tenth, where so many batches
        of one server are waited for.
        """
        grown_s = self.poll_first_s * self.poll_growth ** min(polls, 1000)
        pause = min(self.poll_cap_s, max(grown_s, batches / self.polls_per_s))
        return pause * self.rng.uniform(0.9, 1.1)

    def probe_s(self) -> float:
        """The pause before the next probe of a server that is not reached."""
        return self.rng.uniform(self.probe_first_s, self.probe_last_s)

    def come_back_s(self, rounds: int) -> float:
        """The pause of a job whose step gave up `rounds` times in a row (from 1)."""
        pause = min(self.come_back_cap_s, self.come_back_first_s * 2.0 ** min(rounds - 1, 30))
        return pause * self.rng.uniform(1, 2)

    def return_s(self) -> float:
        """Jobs that waited for the server come back spread over this."""
        return self.rng.uniform(0, self.return_spread_s)

    def late_s(self) -> float:
        """By how much a Retry-After is overdone, so that not all jobs come back in the same instant."""
        return self.rng.uniform(0, self.retry_after_slack_s)
