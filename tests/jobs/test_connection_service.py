"""From a batch to its connection: what is taken up of that, and when an address is asked about."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.connections import Access, Connection, Proxy, ProxyKind, SecretKind, TransportConfig
from signdesk.domain.servers import AcceptForm, Credentials, Numbering, Server, SignIn
from signdesk.domain.settings import Settings
from signdesk.jobs.connection_service import Connections, ConnectionService, takes_sign_in
from signdesk.jobs.secrets import Secrets
from tests.domain.test_batches import a_batch
from tests.support.canary import KEY

OLD, NEW = "https://s.example", "https://new.example"


def service(*connections: Connection) -> Connections:
    return Connections(Settings(connections=connections))


def ordered(**facts: object) -> Batch:
    return replace(a_batch(), connection_id="office", **facts)  # type: ignore[arg-type]


def test_what_was_mended_is_taken_up_and_what_was_learned_stays() -> None:
    learned = Server(OLD, accept_form=AcceptForm.QUERY_AND_BODY, numbering=Numbering.NEWER)
    mended = Server(OLD, SignIn.API_KEY, "X-Key", label="Office")
    server = service(Connection("office", "Office", mended)).resolve(ordered(server=learned)).server
    assert (server.sign_in, server.api_key_header, server.label) == (SignIn.API_KEY, "X-Key", "Office")
    assert (server.accept_form, server.numbering) == (AcceptForm.QUERY_AND_BODY, Numbering.NEWER)


@pytest.mark.parametrize(
    "facts",
    [{"server_id": "7"}, {"abandoned_ids": ("6",)}, {"maybe_started": True}],
    ids=lambda one: min(one),
)
def test_another_address_is_taken_up_by_itself_only_where_no_server_has_anything(
    facts: dict[str, object],
) -> None:
    of = service(Connection("office", "Office", Server(NEW, SignIn.BASIC)))
    assert of.resolve(ordered()).server.base_url == NEW
    assert of.new_address(ordered()) == ""
    known = ordered(**facts)
    assert of.new_address(known) == NEW
    stays = of.resolve(known).server
    assert (stays.base_url, stays.sign_in) == (OLD, SignIn.BASIC)
    assert of.resolve(known, to_new_address=True).server.base_url == NEW


def test_a_batch_without_a_connection_is_known_by_its_address() -> None:
    to_old, other = Connection("a", "A", Server(OLD)), Connection("office", "Office", Server(NEW))
    assert service(other, to_old).connection_of(a_batch()) == to_old
    batch = a_batch()
    assert service(other).resolve(batch) is batch
    assert service(to_old).connection_of(ordered()) == to_old, "its own is gone"
    practising = replace(a_batch(), server=Server(OLD, practice=True))
    assert service(to_old).connection_of(practising) is None


@pytest.mark.parametrize(
    ("wanted", "refused", "taken"),
    [(SignIn.API_KEY, False, True), (SignIn.NONE, False, False), (SignIn.NONE, True, True)],
)
def test_a_sign_in_that_names_no_server_goes_only_where_one_is_wanted(
    wanted: SignIn, refused: bool, taken: bool
) -> None:
    batch = ordered(server=Server(OLD, wanted))
    if refused:
        batch = batch.held(BatchState.WAITING, Reason.SIGN_IN, "Refused.")
    assert takes_sign_in(batch, batch, SignIn.API_KEY) is taken
    assert not takes_sign_in(batch, batch, SignIn.NONE)


# ---- sessions ----------------------------------------------------------------------------------------------

MANUAL = Proxy(ProxyKind.MANUAL, "http://proxy.example.com:3128", "anna")
OFFICE = Connection("office", "Office", Server(OLD, SignIn.API_KEY))
BEHIND_A_PROXY = replace(OFFICE, transport=TransportConfig(MANUAL))


@dataclass(frozen=True, eq=False)
class Opened:
    """In place of a session: what it was made with."""

    server: Server
    credentials: Credentials
    access: Access


class SlowKeyring:
    """Answers once it may; what it holds can be changed meanwhile."""

    def __init__(self) -> None:
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.proxy_password = KEY

    async def load(self, _owner: str, kind: SecretKind, connection_id: str = "") -> Credentials:
        await self.may_answer.wait()
        return (
            Credentials(api_key=KEY)
            if kind is SecretKind.SIGN_IN
            else Credentials(password=self.proxy_password)
        )


def with_sessions(keyring: SlowKeyring, *connections: Connection) -> ConnectionService:
    secrets: Secrets = keyring  # type: ignore[assignment]
    return ConnectionService(secrets, Opened, Settings(connections=connections))  # type: ignore[arg-type]


async def test_the_same_sign_in_is_opened_once() -> None:
    service = with_sessions(SlowKeyring(), OFFICE)
    first = await service.sign_in(OFFICE)
    assert first is not None
    assert await service.sign_in(OFFICE) is first
    service.secret_changed("office")
    assert await service.sign_in(OFFICE) is not first, "refused as it was, it gets a chance of its own"


async def test_a_sign_in_that_is_superseded_while_the_keyring_thinks_opens_nothing() -> None:
    keyring = SlowKeyring()
    service = with_sessions(keyring, OFFICE)
    keyring.may_answer.clear()
    wanted = True
    waiting = asyncio.create_task(service.sign_in(OFFICE, is_wanted=lambda: wanted))
    await asyncio.sleep(0)
    wanted = False
    keyring.may_answer.set()
    assert await waiting is None
    assert service.sessions == []


async def test_another_password_of_the_proxy_is_another_session() -> None:
    keyring = SlowKeyring()
    service = with_sessions(keyring, BEHIND_A_PROXY)
    first = await service.sign_in(BEHIND_A_PROXY)
    keyring.proxy_password = f"{KEY}2"
    service.secret_changed("office")
    await service.reach(BEHIND_A_PROXY)  # as the dialog for a sign-in does
    second = await service.sign_in(BEHIND_A_PROXY)
    assert second is not first
    assert second is not None
    assert service.access(OFFICE.server, "office").proxy_password == f"{KEY}2"


async def test_what_is_read_late_of_the_old_way_does_not_become_the_new_one() -> None:
    keyring = SlowKeyring()
    service = with_sessions(keyring, BEHIND_A_PROXY)
    keyring.may_answer.clear()
    late = asyncio.create_task(service.reach(BEHIND_A_PROXY))
    await asyncio.sleep(0)
    service.settings = Settings(connections=(OFFICE,))
    service.changed(BEHIND_A_PROXY)
    keyring.may_answer.set()
    await late
    assert service.access(OFFICE.server, "office") == Access(OFFICE.transport)
