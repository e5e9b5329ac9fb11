"""The one door through which all jobs of one server send: closed while the breaker is open, while the server
asked for a pause, and while the sign-in is refused. Decides nothing about repeats: `retry`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Protocol, TypeVar

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
from signdesk.domain.reports import AcceptReply, BatchReport, UploadReply
from signdesk.domain.retry_config import Clock, RetryConfig
from signdesk.domain.servers import AcceptForm, Numbering
from signdesk.seal_api.breaker import Breaker, BreakerState, HeldBack

T = TypeVar("T")
NO_BATCH = "0"  # an id that the server cannot know, for a probe before any batch was made


class Methods(Protocol):
    """The server's six methods, as `seal_api.client.SealClient` has them (and says what they raise)."""

    async def create_batch(self, process_id: int) -> str:
        """CreateBatch."""

    async def upload(
        self, batch_id: str, size_bytes: int, chunks: Iterable[bytes], sent: Callable[[int], object] = ...
    ) -> UploadReply:
        """upload."""

    async def accept(self, batch_id: str, form: AcceptForm) -> AcceptReply:
        """AcceptBatch."""

    async def batch_status(
        self, batch_id: str, numbering: Numbering, *, own_connection: bool = False, documents: int = 0
    ) -> BatchReport:
        """BatchStatus."""

    async def download(
        self,
        batch_id: str,
        write: Callable[[bytes], object],
        got: Callable[[int, int | None], object] = ...,
    ) -> None:
        """batchfile."""

    async def delete(self, batch_id: str) -> None:
        """BatchDeleteCache."""


def _unheard(*_: object) -> None:
    """Nobody wants to know the progress."""


class PacedClient:
    """The six methods again; each raises HeldBack where nothing may be sent now, and listens to how the
    server answers. At most `RetryConfig.polls_at_once` BatchStatus travel at once. Loop's thread alone.
    """

    def __init__(self, client: Methods, pacing: RetryConfig, clock: Clock) -> None:
        self._client = client
        self._pacing = pacing
        self._known_id = NO_BATCH
        self._polls = asyncio.Semaphore(pacing.polls_at_once)
        self._watched = 0
        self.breaker = Breaker(pacing, clock)
        self.sign_in = SignInGate()

    async def create_batch(self, process_id: int) -> str:
        """CreateBatch."""
        self._known_id = await self._asked(lambda: self._client.create_batch(process_id))
        return self._known_id

    async def upload(
        self,
        batch_id: str,
        size_bytes: int,
        chunks: Iterable[bytes],
        sent: Callable[[int], object] = _unheard,
    ) -> UploadReply:
        """upload. `chunks` are not touched where it is held back."""
        return await self._asked(lambda: self._client.upload(batch_id, size_bytes, chunks, sent))

    async def accept(self, batch_id: str, form: AcceptForm) -> AcceptReply:
        """AcceptBatch."""
        return await self._asked(lambda: self._client.accept(batch_id, form))

    async def batch_status(
        self, batch_id: str, numbering: Numbering, *, own_connection: bool = False, documents: int = 0
    ) -> BatchReport:
        """BatchStatus. Waits for its turn; whether it may be sent is looked at when that has come."""
        self._known_id = batch_id
        async with self._polls:
            return await self._asked(
                lambda: self._client.batch_status(
                    batch_id, numbering, own_connection=own_connection, documents=documents
                )
            )

    async def download(
        self,
        batch_id: str,
        write: Callable[[bytes], object],
        got: Callable[[int, int | None], object] = _unheard,
    ) -> None:
        """batchfile."""
        await self._asked(lambda: self._client.download(batch_id, write, got))

    async def delete(self, batch_id: str) -> None:
        """BatchDeleteCache. A key that may not delete may still seal, so its refusal pauses nobody else."""
        self.sign_in.check()
        await self._asked(lambda: self._client.delete(batch_id), about_sign_in=False)

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
        return self._pacing.poll_s(polls, self._watched)

    async def until_let_through(self, rounds: int = 0) -> None:
        """Returns when the breaker and the server's own wish for a pause allow a call again. A job whose step
        gave up `rounds` times in a row, without opening the breaker, comes back ever more rarely.
        """
        if rounds and self.breaker.door is not BreakerState.OPEN:
            await self.breaker.pause(self._pacing.come_back_s(rounds))
        await self.breaker.until_let_through(self._is_alive)

    async def _asked(self, call: Callable[[], Awaitable[T]], *, about_sign_in: bool = True) -> T:
        self.breaker.check()
        with self.sign_in.let_through() if about_sign_in else nullcontext():
            try:
                answer = await call()
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
