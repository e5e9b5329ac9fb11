"""From a batch to its connection: what is taken up of that, and when an address is asked about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.connections import Connection
from signdesk.domain.servers import AcceptForm, Numbering, Server, SignIn
from signdesk.domain.settings import Settings
from signdesk.jobs.connection_service import Connections, takes_sign_in
from tests.domain.test_batches import a_batch

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
