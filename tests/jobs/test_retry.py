"""Which error may be repeated at which step, how often, and when a step gives up (fault matrix)."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from signdesk.domain.errors import (
    BadAnswer,
    NotFound,
    NotReached,
    Redirected,
    Refused,
    ServerFailed,
    ServerProblem,
    SignInRefused,
    TimeLimit,
    TlsProblem,
    TooBusy,
    TooMuchWork,
    Unclear,
)
from signdesk.domain.retry_config import RetryConfig
from signdesk.jobs import retry as retrying
from signdesk.jobs.retry import Again, GaveUpError, Policy, repeat
from signdesk.seal_api.breaker import HeldBack
from tests.support.clock import InstantClock

NEVER, ONCE, BRIEFLY, YES = Again.NEVER, Again.ONCE, Again.BRIEFLY, Again.YES
STEPS = ("create", "unsent", "accept", "reading", "delete", "download")
TABLE: list[tuple[ServerProblem, tuple[Again, ...]]] = [
    (NotReached("x"), (YES, YES, BRIEFLY, YES, BRIEFLY, YES)),
    (TlsProblem("x"), (NEVER,) * 6),
    (Unclear("x"), (ONCE, NEVER, NEVER, YES, BRIEFLY, YES)),
    (TimeLimit("x"), (ONCE, NEVER, NEVER, YES, BRIEFLY, YES)),
    (TooMuchWork("x"), (ONCE, NEVER, NEVER, ONCE, NEVER, ONCE)),
    (ServerFailed("x", status=500), (ONCE, NEVER, NEVER, YES, BRIEFLY, YES)),
    (TooBusy("x", status=503), (ONCE, NEVER, NEVER, YES, BRIEFLY, YES)),
    (TooBusy("x", status=429), (YES, NEVER, NEVER, YES, BRIEFLY, YES)),
    (BadAnswer("x", status=200), (NEVER, NEVER, NEVER, YES, NEVER, YES)),
    (NotFound("x", status=404), (NEVER, NEVER, NEVER, NEVER, NEVER, YES)),
    (Refused("x", status=400), (NEVER,) * 6),
    (SignInRefused("x", status=401), (NEVER,) * 6),
    (SignInRefused("x", status=403), (NEVER,) * 6),
    (Refused("x", status=413), (NEVER,) * 6),
    (Redirected("x", status=307), (NEVER,) * 6),
]


class Failing:
    """Raises `errors` one after the other (the last one for ever), then answers 7."""

    def __init__(self, *errors: ServerProblem, for_ever: bool = True) -> None:
        self.errors = list(errors)
        self.for_ever = for_ever
        self.calls = 0

    async def __call__(self) -> int:
        self.calls += 1
        if self.for_ever or self.calls <= len(self.errors):
            raise self.errors[min(self.calls, len(self.errors)) - 1]
        return 7


def a_pacing(**numbers: float) -> RetryConfig:
    return RetryConfig(rng=random.Random(3), **numbers)  # type: ignore[arg-type]  # noqa: S311


async def gives_up(call: Failing, policy: Policy, clock: InstantClock | None = None) -> GaveUpError:
    with pytest.raises(GaveUpError) as raised:
        await repeat(call, policy, a_pacing(), clock or InstantClock())
    return raised.value


@pytest.mark.parametrize(("error", "allowed"), TABLE, ids=lambda one: getattr(type(one), "__name__", ""))
def test_each_steps_table(error: ServerProblem, allowed: tuple[Again, ...]) -> None:
    policies: list[Callable[[ServerProblem], Again]] = [getattr(retrying, f"{step}_policy") for step in STEPS]
    assert tuple(policy(error) for policy in policies) == allowed


async def test_six_attempts_with_growing_pauses() -> None:
    clock = InstantClock()
    call = Failing(NotReached("x"))
    assert (await gives_up(call, retrying.reading_policy, clock)).error is call.errors[0]
    assert call.calls == 6
    assert all(pause_s <= limit_s for pause_s, limit_s in zip(clock.slept_s, [1, 2, 4, 8, 16], strict=True))


async def test_no_step_lasts_longer_than_two_minutes_by_its_pauses() -> None:
    clock = InstantClock()
    call = Failing(TooBusy("x", status=429, retry_after_s=50))
    await gives_up(call, retrying.reading_policy, clock)
    assert clock.slept_s == [50, 50]


async def test_an_hour_that_the_server_asks_for_is_not_slept_through_here() -> None:
    clock = InstantClock()
    gave_up = await gives_up(Failing(TooBusy("x", status=503, retry_after_s=3600)), retrying.reading_policy)
    assert clock.slept_s == []
    assert gave_up.may_wait


async def test_once_means_once_over_the_whole_step() -> None:
    call = Failing(Unclear("x"), NotReached("x"), NotReached("x"), Unclear("x"))
    gave_up = await gives_up(call, retrying.create_policy)
    assert call.calls == 4
    assert gave_up.error is call.errors[3]


async def test_what_must_not_be_repeated_comes_out_as_it_is() -> None:
    call = Failing(Unclear("x"))
    with pytest.raises(Unclear):
        await repeat(call, retrying.accept_policy, a_pacing(), InstantClock())
    assert call.calls == 1


async def test_success_after_failures() -> None:
    call = Failing(*[Unclear("x")] * 5, for_ever=False)
    assert await repeat(call, retrying.reading_policy, a_pacing(), InstantClock()) == 7
    assert call.calls == 6


async def test_what_was_held_back_is_no_attempt() -> None:
    clock = InstantClock()
    call = Failing(HeldBack("x"))
    with pytest.raises(HeldBack):
        await repeat(call, retrying.reading_policy, a_pacing(), clock)
    assert (call.calls, clock.slept_s) == (1, [])


@pytest.mark.parametrize(
    ("error", "policy", "sick", "may_wait"),
    [
        (NotReached("x"), retrying.reading_policy, True, True),
        (NotReached("x"), retrying.accept_policy, True, False),
        (ServerFailed("x", status=500), retrying.delete_policy, True, False),
        (BadAnswer("x", status=200), retrying.reading_policy, False, False),
        (NotFound("x", status=404), retrying.download_policy, False, False),
    ],
)
async def test_who_is_to_blame_and_whether_to_wait(
    error: ServerProblem, policy: Policy, sick: bool, may_wait: bool
) -> None:
    gave_up = await gives_up(Failing(error), policy)
    assert (gave_up.is_sick, gave_up.may_wait) == (sick, may_wait)
