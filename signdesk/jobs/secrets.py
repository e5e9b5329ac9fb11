"""Secrets while the program runs: given for this session, or asked of the keyring, never waiting for ever.

A keyring may put a question on the screen and wait until somebody answers it, or never answer at all
(signdesk/README.md, Secrets). So every call has a thread of its own and a limit; a call that goes beyond it
is left behind, and nobody else waits for it.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeVar

from signdesk.domain.connections import SecretKind
from signdesk.domain.errors import KeyringBroken, KeyringProblem
from signdesk.domain.messages import msg
from signdesk.domain.servers import Credentials

T = TypeVar("T")
LIMIT_S = 20.0
LOOK_S = 2.0


class Store(Protocol):
    """`storage.credentials.KeyringStore`, or another place that is kept beyond this program's end. Blocks."""

    def load(self, owner: str, kind: SecretKind) -> Credentials | None:
        """None where nothing is kept."""

    def save(self, owner: str, kind: SecretKind, secret: Credentials) -> None:
        """Raises KeyringProblem unless it is kept."""

    def remove(self, owner: str, kind: SecretKind) -> bool:
        """Whether there was something."""

    def is_locked(self) -> bool | None:
        """Whether it is, asking nobody; None where that cannot be told."""


class Secrets:
    """One for each store. On one loop's thread; every method that waits raises KeyringProblem.

    `look_s`: seconds between two looks whether a locked store is open. `limit_s`: seconds after which the
    store counts as not answering. Calls come one after the other; while one that was left behind (or
    cancelled) still hangs, the others are told so at once, so that never two threads hang.
    """

    def __init__(self, store: Store, limit_s: float = LIMIT_S, look_s: float = LOOK_S) -> None:
        self._store = store
        self._limit_s = limit_s
        self._look_s = look_s
        self._for_session: dict[tuple[str, SecretKind, str], Credentials] = {}
        self._turn = asyncio.Lock()
        self._last_ended = threading.Event()
        self._last_ended.set()

    def keep_for_session(
        self, owner: str, kind: SecretKind, secret: Credentials, connection_id: str = ""
    ) -> None:
        """In memory, before whatever the store holds: typed for this session, or from the environment.
        `connection_id`: of the one connection that it is for, where several lead to that owner.
        """
        self._for_session[owner, kind, connection_id] = secret

    def is_for_session(self, owner: str, kind: SecretKind, connection_id: str = "") -> bool:
        """Whether it is known, and gone with this session."""
        return (owner, kind, connection_id) in self._for_session

    def forget(self) -> None:
        """Ends the session: only what the store holds is left."""
        self._for_session.clear()

    async def load(self, owner: str, kind: SecretKind, connection_id: str = "") -> Credentials | None:
        """This session's secret, else the kept one, else None. The store is not asked for the first."""
        given = self._for_session.get((owner, kind, connection_id))
        return given or await self._ask(lambda: self._store.load(owner, kind))

    async def save(self, owner: str, kind: SecretKind, secret: Credentials, connection_id: str = "") -> None:
        """Kept beyond this session. Where the store did not answer, it may still be kept later."""
        await self._ask(lambda: self._store.save(owner, kind, secret))
        self._for_session.pop((owner, kind, connection_id), None)

    async def remove(self, owner: str, kind: SecretKind, connection_id: str = "") -> bool:
        """Forgotten for the session, even if the store fails, and there. Whether there was something."""
        was_given = self._for_session.pop((owner, kind, connection_id), None) is not None
        return await self._ask(lambda: self._store.remove(owner, kind)) or was_given

    async def until_open(self, *, may_be_open: bool) -> None:
        """Returns once the store was locked, or did not answer, and does now, for which nobody is asked
        anything; where `may_be_open`, also if it is open at the first look.
        """
        was_closed, was_silent = may_be_open, False
        while True:
            if self._last_ended.is_set():
                locked = await self._is_locked()
                if was_closed and (locked is False or (locked is None and was_silent)):
                    return
                was_closed = was_closed or locked is True
            else:
                was_closed = was_silent = True
            await asyncio.sleep(self._look_s)

    async def _is_locked(self) -> bool | None:
        try:
            return await self._ask(self._store.is_locked)
        except KeyringProblem:
            return None

    async def _ask(self, question: Callable[[], T]) -> T:
        async with self._turn:
            if not self._last_ended.is_set():
                raise KeyringBroken(
                    msg(
                        "The keyring has still not answered an earlier question. Look for a window that asks "
                        "to unlock it, and try again, or give the secret for one session only."
                    )
                )
            answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
            self._last_ended = threading.Event()
            threading.Thread(
                target=_carry_out, args=(question, answer, self._last_ended), name="keyring", daemon=True
            ).start()
            try:
                await asyncio.wait([answer], timeout=self._limit_s)
                if answer.done():
                    return answer.result()
            finally:
                answer.cancel()  # what still comes is dropped
            raise KeyringBroken(
                msg(
                    "The keyring did not answer within {seconds} s. Look for a window that asks to unlock "
                    "it, and try again, or give the secret for one session only.",
                    seconds=f"{self._limit_s:g}",
                )
            )


def _carry_out(question: Callable[[], T], answer: asyncio.Future[T], ended: threading.Event) -> None:
    """In the thread."""
    try:
        outcome = partial(answer.set_result, question())
    except Exception as error:  # noqa: BLE001 - raised again where it is waited for
        outcome = partial(answer.set_exception, error)
    ended.set()
    with contextlib.suppress(RuntimeError):  # the loop is closed, and nobody waits any more
        answer.get_loop().call_soon_threadsafe(_deliver, answer, outcome)


def _deliver(answer: asyncio.Future[T], outcome: Callable[[], None]) -> None:
    if not answer.done():
        outcome()
