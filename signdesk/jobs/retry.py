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
    TooMuchWork,
    Unclear,
)
from signdesk.domain.retry_config import Clock, RetryConfig
from signdesk.seal_api.breaker import HeldBack

T = TypeVar("T")


class Again(Enum):
    """What a step may do after an error."""

    NEVER = auto()
    ONCE = auto()  # over the whole step
    BRIEFLY = auto()  # within the step's attempts and time; then the job does something else
    YES = auto()  # within the step's attempts and time; then the job may wait for the server


Policy = Callable[[ServerProblem], Again]


class GaveUpError(Exception):
    """A step has used up its attempts or its time. `error` is its last one."""

    def __init__(self, error: ServerProblem, again: Again) -> None:
        super().__init__(str(error))
        self.error = error
        self.again = again

    @property
    def is_sick(self) -> bool:
        """Not reached, no complete answer, too busy, or a fault of the server's own."""
        return isinstance(self.error, NotReached | Unclear | ServerFailed | TooBusy)

    @property
    def may_wait(self) -> bool:
        """Whether the same step may be tried again once the server is well."""
        return self.is_sick and self.again is not Again.BRIEFLY


def create_policy(error: ServerProblem) -> Again:
    """CreateBatch is not idempotent: one repeat at most once anything was sent (an orphan may stay)."""
    if isinstance(error, TlsProblem):
        return Again.NEVER
    if isinstance(error, NotReached) or error.status == 429:
        return Again.YES
    return Again.ONCE if isinstance(error, Unclear | ServerFailed | TooBusy) else Again.NEVER


def unsent_policy(error: ServerProblem) -> Again:
    """Upload: only what surely never left may be repeated as it is."""
    return Again.YES if isinstance(error, NotReached) and not isinstance(error, TlsProblem) else Again.NEVER


def accept_policy(error: ServerProblem) -> Again:
    """As unsent_policy; but the job must take its note of the accept back before it waits (`starting`)."""
    return Again.NEVER if unsent_policy(error) is Again.NEVER else Again.BRIEFLY


def reading_policy(error: ServerProblem) -> Again:
    """BatchStatus changes nothing that a repeat could double; but each try may cost some seconds of CPU time
    (P23), so that what costs too much is tried twice and not more.
    """
    if isinstance(error, TlsProblem):
        return Again.NEVER
    if isinstance(error, TooMuchWork):
        return Again.ONCE
    again = isinstance(error, NotReached | Unclear | ServerFailed | TooBusy | BadAnswer)
    return Again.YES if again else Again.NEVER


def delete_policy(error: ServerProblem) -> Again:
    """As reading, but a page in the place of an answer is asked about (fault matrix, column Delete), and
    what cannot be deleted is a warning that nobody needs to wait for.
    """
    if isinstance(error, BadAnswer | TooMuchWork) or reading_policy(error) is Again.NEVER:
        return Again.NEVER
    return Again.BRIEFLY


def download_policy(error: ServerProblem) -> Again:
    """As reading; a 404 or 500 right after CLOSED may pass (signdesk/README.md, row 20)."""
    return Again.YES if isinstance(error, NotFound) else reading_policy(error)


async def repeat(
    call: Callable[[], Awaitable[T]],
    policy: Policy,
    retry_config: RetryConfig,
    clock: Clock,
    before_next: Callable[[], object] = lambda: None,
) -> T:
    """The first success. Raises the error that must not be repeated as it is, and GaveUpError once the
    attempts or the time are used up. HeldBack passes through at once: nothing was tried. `before_next` is
    called before every pause; what it raises ends the repeating.
    """
    started_s = clock.monotonic()
    failures = 0
    repeated_once = False
    while True:
        try:
            return await call()
        except HeldBack:
            raise
        except ServerProblem as error:
            failures += 1
            again = policy(error)
            if again is Again.NEVER:
                raise
            pause_s = _pause_s(error, failures, retry_config)
            late = clock.monotonic() - started_s + pause_s > retry_config.step_limit_s
            if late or failures >= retry_config.attempts or (again is Again.ONCE and repeated_once):
                raise GaveUpError(error, again) from error
            repeated_once |= again is Again.ONCE
        before_next()
        await clock.sleep(pause_s)


def _pause_s(error: ServerProblem, failures: int, retry_config: RetryConfig) -> float:
    if isinstance(error, TooBusy) and error.retry_after_s is not None:
        return error.retry_after_s
    return retry_config.back_off_s(failures)
