"""Secrets of this session and of the keyring: never on the loop's thread, and no wait without an end."""

from __future__ import annotations

import asyncio
import threading

import pytest

from signdesk.domain.connections import SecretKind
from signdesk.domain.errors import KeyringBroken, KeyringLocked
from signdesk.domain.servers import Credentials, SignIn
from signdesk.jobs.secrets import Secrets
from tests.support.canary import CANARY, leaks, marked

OWNER = "https://seal.example.com:443"
KIND = SecretKind.SIGN_IN
KEY = Credentials(api_key=CANARY)
OTHER = Credentials(marked("other"), SignIn.API_KEY)
SOON_S = 0.05  # the limit of a store that never answers: a test of it waits this long


class Shelf:
    """A store at its edge. `gate`: while it is closed, every call hangs. `threads`: one for each call."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, SecretKind], Credentials] = {}
        self.gate = threading.Event()
        self.gate.set()
        self.called = threading.Event()
        self.threads: list[threading.Thread] = []
        self.error: Exception | None = None
        self.locked: bool | None = False

    def load(self, owner: str, kind: SecretKind) -> Credentials | None:
        self._called()
        return self.held.get((owner, kind))

    def save(self, owner: str, kind: SecretKind, secret: Credentials) -> None:
        self._called()
        self.held[owner, kind] = secret

    def is_locked(self) -> bool | None:
        self._called()
        return self.locked

    def remove(self, owner: str, kind: SecretKind) -> bool:
        self._called()
        return self.held.pop((owner, kind), None) is not None

    async def let_go(self) -> None:
        """What hangs goes on, to its end."""
        self.gate.set()
        for thread in self.threads:
            await asyncio.to_thread(thread.join, 30)

    def _called(self) -> None:
        self.threads.append(threading.current_thread())
        self.called.set()
        assert self.gate.wait(30)
        if self.error is not None:
            raise self.error


async def test_what_is_kept_is_found_again_until_it_is_removed() -> None:
    secrets = Secrets(Shelf())
    assert await secrets.load(OWNER, KIND) is None
    await secrets.save(OWNER, KIND, KEY)
    assert await secrets.load(OWNER, KIND) == KEY
    assert await secrets.remove(OWNER, KIND)
    assert await secrets.load(OWNER, KIND) is None
    assert not await secrets.remove(OWNER, KIND)


async def test_every_call_has_a_thread_of_its_own_that_no_exit_waits_for() -> None:
    shelf = Shelf()
    secrets = Secrets(shelf)
    await secrets.save(OWNER, KIND, KEY)
    await secrets.load(OWNER, KIND)
    assert len(set(shelf.threads)) == 2
    assert threading.current_thread() not in shelf.threads
    assert all(one.daemon for one in shelf.threads)


async def test_calls_at_the_same_time_come_one_after_the_other() -> None:
    secrets = Secrets(Shelf())
    await secrets.save(OWNER, KIND, KEY)
    assert await asyncio.gather(*(secrets.load(OWNER, KIND) for _ in range(5))) == [KEY] * 5


async def test_a_store_that_does_not_answer_is_left_behind_and_nobody_waits_for_it_again() -> None:
    shelf = Shelf()
    secrets = Secrets(shelf, limit_s=SOON_S)
    shelf.gate.clear()
    with pytest.raises(KeyringBroken, match=f"did not answer within {SOON_S} s"):
        await secrets.load(OWNER, KIND)
    for ask in (secrets.load(OWNER, KIND), secrets.save(OWNER, KIND, KEY), secrets.remove(OWNER, KIND)):
        with pytest.raises(KeyringBroken, match="still not answered an earlier question"):
            await ask
    assert len(shelf.threads) == 1
    await shelf.let_go()
    await secrets.save(OWNER, KIND, KEY)
    assert await secrets.load(OWNER, KIND) == KEY


async def test_those_in_line_behind_a_hanging_call_are_told_without_a_thread() -> None:
    shelf = Shelf()
    secrets = Secrets(shelf, limit_s=SOON_S)
    shelf.gate.clear()
    ended = await asyncio.gather(*(secrets.load(OWNER, KIND) for _ in range(4)), return_exceptions=True)
    assert ["did not answer" in str(one) for one in ended] == [True, False, False, False]
    assert all(isinstance(one, KeyringBroken) for one in ended)
    assert len(shelf.threads) == 1
    await shelf.let_go()


async def test_a_call_that_was_cancelled_counts_as_hanging_until_it_ends() -> None:
    shelf = Shelf()
    secrets = Secrets(shelf)
    shelf.gate.clear()
    asking = asyncio.ensure_future(secrets.load(OWNER, KIND))
    await asyncio.sleep(0)
    await asyncio.to_thread(shelf.called.wait, 30)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    with pytest.raises(KeyringBroken, match="still not answered"):
        await secrets.load(OWNER, KIND)
    await shelf.let_go()
    assert await secrets.load(OWNER, KIND) is None


async def test_a_late_failure_is_dropped_without_a_word(caplog: pytest.LogCaptureFixture) -> None:
    shelf = Shelf()
    secrets = Secrets(shelf, limit_s=SOON_S)
    shelf.gate.clear()
    shelf.error = KeyringLocked("locked")
    with pytest.raises(KeyringBroken):
        await secrets.load(OWNER, KIND)
    await shelf.let_go()
    await asyncio.sleep(0)
    assert caplog.text == ""


def test_an_answer_after_the_loops_end_is_dropped() -> None:
    shelf = Shelf()
    shelf.gate.clear()

    async def ask() -> None:
        with pytest.raises(KeyringBroken):
            await Secrets(shelf, limit_s=SOON_S).load(OWNER, KIND)

    asyncio.run(ask())
    shelf.gate.set()
    for thread in shelf.threads:
        thread.join(30)


async def test_the_stores_own_words_come_through() -> None:
    shelf = Shelf()
    shelf.error = KeyringLocked("The keyring is locked.")
    with pytest.raises(KeyringLocked, match=r"The keyring is locked\."):
        await Secrets(shelf).load(OWNER, KIND)


async def test_a_secret_for_this_session_never_reaches_the_store() -> None:
    shelf = Shelf()
    secrets = Secrets(shelf)
    shelf.held[OWNER, KIND] = OTHER
    secrets.keep_for_session(OWNER, KIND, KEY)
    assert await secrets.load(OWNER, KIND) == KEY
    assert shelf.threads == []
    assert await secrets.load(OWNER, SecretKind.PROXY) is None
    assert await secrets.load("https://seal.example.com:8443", KIND) is None
    secrets.forget()
    assert await secrets.load(OWNER, KIND) == OTHER
    assert shelf.held == {(OWNER, KIND): OTHER}


async def test_a_kept_secret_takes_the_place_of_the_sessions() -> None:
    secrets = Secrets(Shelf())
    secrets.keep_for_session(OWNER, KIND, OTHER)
    await secrets.save(OWNER, KIND, KEY)
    assert await secrets.load(OWNER, KIND) == KEY


async def test_a_failed_save_leaves_the_sessions_secret() -> None:
    shelf = Shelf()
    secrets = Secrets(shelf)
    secrets.keep_for_session(OWNER, KIND, OTHER)
    shelf.error = KeyringLocked("locked")
    with pytest.raises(KeyringLocked):
        await secrets.save(OWNER, KIND, KEY)
    assert await secrets.load(OWNER, KIND) == OTHER


async def test_removing_takes_both_even_if_the_store_fails() -> None:
    shelf = Shelf()
    secrets = Secrets(shelf)
    secrets.keep_for_session(OWNER, KIND, KEY)
    assert await secrets.remove(OWNER, KIND)
    secrets.keep_for_session(OWNER, KIND, KEY)
    shelf.error = KeyringLocked("locked")
    with pytest.raises(KeyringLocked):
        await secrets.remove(OWNER, KIND)
    shelf.error = None
    assert await secrets.load(OWNER, KIND) is None


async def test_nothing_printed_holds_a_secret() -> None:
    shelf = Shelf()
    secrets = Secrets(shelf, limit_s=SOON_S)
    secrets.keep_for_session(OWNER, KIND, KEY)
    shelf.gate.clear()
    with pytest.raises(KeyringBroken) as caught:
        await secrets.save(OWNER, KIND, KEY)
    assert leaks(f"{secrets!r} {secrets} {caught.value!r} {caught.value}") == []
    await shelf.let_go()


async def test_a_store_that_opens_is_noticed_without_a_question() -> None:
    store = Shelf()
    store.locked = True
    secrets = Secrets(store, look_s=0.001)
    waiting = asyncio.ensure_future(secrets.until_open(may_be_open=True))
    while len(store.threads) < 5:  # noqa: ASYNC110 - it counts in other threads
        await asyncio.sleep(0.001)
    assert not waiting.done()
    store.locked = False
    await asyncio.wait_for(waiting, 10)


async def test_a_store_that_was_silent_and_tells_nothing_is_asked_again_once_it_answers() -> None:
    store = Shelf()
    store.locked = None
    secrets = Secrets(store, limit_s=0.01, look_s=0.001)
    store.gate.clear()
    with pytest.raises(KeyringBroken):
        await secrets.load("o", SecretKind.SIGN_IN)
    waiting = asyncio.ensure_future(secrets.until_open(may_be_open=True))
    await asyncio.sleep(0.01)
    assert not waiting.done()
    store.gate.set()
    await asyncio.wait_for(waiting, 10)


@pytest.mark.parametrize("locked", [None, False])
async def test_a_store_that_was_never_seen_closed_is_not_waited_for(locked: bool | None) -> None:
    store = Shelf()
    store.locked = locked
    secrets = Secrets(store, look_s=0.001)
    waiting = asyncio.ensure_future(secrets.until_open(may_be_open=False))
    while len(store.threads) < 5:  # noqa: ASYNC110 - it counts in other threads
        await asyncio.sleep(0.001)
    assert not waiting.done()
    waiting.cancel()
