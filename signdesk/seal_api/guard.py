"""The one client that all jobs of a server share: nothing is sent while the breaker is open, while the server
asked for a pause, and while it refuses the sign-in. Decides nothing about repeats: `jobs.retry`.

A key that was refused is not shown again by every other job: accounts may lock (fault matrix, code A).
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import TypeVar

from signdesk.domain.errors import (
    BadAnswer,
    Refused,
    ServerFailed,
    ServerProblem,
    SignInRefused,
    TlsProblem,
    TooBusy,
)
from signdesk.domain.messages import msg
from signdesk.domain.retry_config import Clock, RetryConfig
from signdesk.domain.servers import Numbering
from signdesk.seal_api.api_request import ApiMethod, ApiRequest
from signdesk.seal_api.breaker import Breaker, BreakerState, HeldBack
from signdesk.seal_api.client import SealApi

T = TypeVar("T")
NO_BATCH = "0"  # an id that the server cannot know, for a probe before any batch was made


class GuardedClient(SealApi):
    """Around one call each: raises HeldBack where nothing may be sent now, and listens to how the server
    answers. At most `RetryConfig.polls_at_once` BatchStatus travel at once; whether one may be sent is looked
    at when its turn has come. On the loop's thread alone.
    """

    def __init__(self, client: SealApi, retry_config: RetryConfig, clock: Clock) -> None:
        self._client = client
        self._retry_config = retry_config
        self._known_id = NO_BATCH
        self._polls = asyncio.Semaphore(retry_config.polls_at_once)
        self._watched = 0
        self.breaker = Breaker(retry_config, clock)
        self.sign_in = SignInGate()

    async def send(self, request: ApiRequest[T]) -> T:
        """As `client` does, where breaker, pause and sign-in allow it."""
        if request.method is ApiMethod.STATUS:
            self._known_id = request.batch_id
            async with self._polls:
                return await self._guarded(request)
        answer = await self._guarded(request)
        if request.method is ApiMethod.CREATE:
            self._known_id = str(answer)
        return answer

    @contextmanager
    def watched(self) -> Iterator[None]:
        """While a batch is waited for: all of them share the looks (`RetryConfig.polls_per_s`)."""
        self._watched += 1
        try:
            yield
        finally:
            self._watched -= 1

    def poll_s(self, polls: int) -> float:
        """The pause after the `polls`-th look without news (from 0)."""
        return self._retry_config.poll_s(polls, self._watched)

    async def until_let_through(self, rounds: int = 0) -> None:
        """Returns when the breaker and the server's own wish for a pause allow a call again. A job whose step
        gave up `rounds` times in a row, without opening the breaker, comes back ever more rarely.
        """
        if rounds and self.breaker.door is not BreakerState.OPEN:
            await self.breaker.pause(self._retry_config.come_back_s(rounds))
        await self.breaker.until_let_through(self._is_alive)

    async def _guarded(self, request: ApiRequest[T]) -> T:
        deleting = request.method is ApiMethod.DELETE
        if deleting:  # a key that may not delete may still seal, so its refusal pauses nobody else
            self.sign_in.check()
        self.breaker.check()
        with nullcontext() if deleting else self.sign_in.let_through():
            try:
                answer = await self._client.send(request)
            except ServerProblem as error:
                self._heard(error)
                raise
        self.breaker.succeeded()
        return answer

    def _heard(self, error: ServerProblem) -> None:
        self._note_pause(error)
        if isinstance(error, Refused) and not isinstance(error, TooBusy | ServerFailed):
            self.breaker.succeeded()

    def _note_pause(self, error: ServerProblem) -> None:
        if isinstance(error, TooBusy) and error.retry_after_s is not None:
            self.breaker.hold_back(error.retry_after_s)

    async def _is_alive(self) -> bool:
        """The probe. Any HTTP answer counts; so does a refused certificate, of which the jobs must hear."""
        try:
            await self._client.batch_status(self._known_id, Numbering.UNKNOWN)
        except SignInRefused:
            self.sign_in.refused()
        except (Refused, BadAnswer, TlsProblem) as error:
            self._note_pause(error)
        except ServerProblem:
            return False
        return True


class SignInPaused(HeldBack):
    """Held back, because the server has refused this sign-in before, for whichever batch. The card that says
    so speaks of its own batch only.
    """


class SignInGate:
    """One for each set of credentials; new credentials come with a new one. On the loop's thread alone.

    Closed by the first refusal. `try_again` lets one call through; its success opens the gate.
    """

    def __init__(self) -> None:
        self._closed = False
        self._one_try = False

    @property
    def is_closed(self) -> bool:
        """Whether the server refused these credentials last time."""
        return self._closed

    def try_again(self) -> None:
        """A person wants the same credentials to be tried once more."""
        self._one_try = self._closed

    def check(self) -> None:
        """Raises SignInPaused while the gate is closed."""
        if self._closed and not self._one_try:
            raise SignInPaused(
                msg(
                    "The server did not accept the sign-in, so SignDesk does not use it again by itself. "
                    "Check the key or the user name and password."
                )
            )

    @contextmanager
    def let_through(self) -> Iterator[None]:
        """Around one call. Raises SignInPaused in its place while the gate is closed."""
        self.check()
        trying, self._one_try = self._one_try, False
        try:
            yield
        except SignInRefused:
            self.refused()
            raise
        except BaseException:
            self._one_try = trying and self._closed  # nothing is known yet about the sign-in
            raise
        if trying:
            self._closed = False

    def refused(self) -> None:
        """The server said 401 or 403."""
        self._closed = True
        self._one_try = False
