"""Repeating a step that may be repeated. Which errors allow it is the step's own table (the fault matrix)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import Enum, auto
from typing import TypeVar

from signdesk.domain.errors import (
    BadAnswer,
    NotFound,
    NotReached,
    ServerFailed,
    ServerProblem,
    TlsProblem,
    TooBusy,
    Unclear,
)
from signdesk.jobs.pacing import Clock, Pacing

T = TypeVar("T")


class Again(Enum):
    """What a step may do after an error."""

    NEVER = auto()
    ONCE = auto()  # over the whole step
    YES = auto()  # within the step's attempts and time


Policy = Callable[[ServerProblem], Again]


def create_policy(error: ServerProblem) -> Again:
    """CreateBatch is not idempotent: one repeat at most once anything was sent (an orphan may stay)."""
    if isinstance(error, TlsProblem):
        return Again.NEVER
    if isinstance(error, NotReached) or error.status == 429:
        return Again.YES
    return Again.ONCE if isinstance(error, Unclear | ServerFailed | TooBusy) else Again.NEVER


def unsent_policy(error: ServerProblem) -> Again:
    """Upload and accept: only what surely never left may be repeated as it is."""
    return Again.YES if isinstance(error, NotReached) and not isinstance(error, TlsProblem) else Again.NEVER


def reading_policy(error: ServerProblem) -> Again:
    """BatchStatus and delete change nothing that a repeat could double."""
    if isinstance(error, TlsProblem):
        return Again.NEVER
    again = isinstance(error, NotReached | Unclear | ServerFailed | TooBusy | BadAnswer)
    return Again.YES if again else Again.NEVER


def delete_policy(error: ServerProblem) -> Again:
    """As reading, but a page in the place of an answer is asked about (fault matrix, column Delete)."""
    return Again.NEVER if isinstance(error, BadAnswer) else reading_policy(error)


def download_policy(error: ServerProblem) -> Again:
    """As reading; a 404 or 500 right after CLOSED may pass (facts.md section 7, row 20)."""
    return Again.YES if isinstance(error, NotFound) else reading_policy(error)


async def repeat(call: Callable[[], Awaitable[T]], policy: Policy, pacing: Pacing, clock: Clock) -> T:
    """The first success, or the last error once the policy, the attempts or the time say so."""
    started_s = clock.monotonic()
    failures = 0
    repeated_once = False
    while True:
        try:
            return await call()
        except ServerProblem as error:
            failures += 1
            again = policy(error)
            if again is Again.NEVER or (again is Again.ONCE and repeated_once) or failures >= pacing.attempts:
                raise
            repeated_once |= again is Again.ONCE
            pause_s = _pause_s(error, failures, pacing)
            if clock.monotonic() - started_s + pause_s > pacing.step_limit_s:
                raise
        await clock.sleep(pause_s)


def _pause_s(error: ServerProblem, failures: int, pacing: Pacing) -> float:
    if isinstance(error, TooBusy) and error.retry_after_s is not None:
        return error.retry_after_s
    return pacing.back_off_s(failures)
