"""What a person has mended before `resume` is taken up; an address only where nothing was sent yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from signdesk.domain.servers import AcceptForm
from signdesk.practice.service import Method
from tests.cli.conftest import SignDesk
from tests.support.canary import KEY as CANARY_KEY
from tests.support.canary import TOKEN
from tests.support.practice_runner import PracticeRun
from tests.support.raw_server import RawServer, reply
from tests.support.response_profile import ResponseProfile, ServerFault
from tests.support.saved import saved_in

KEY = {"SIGNDESK_API_KEY": CANARY_KEY}
QUICK = {"SIGNDESK_TRIES": "1", "SIGNDESK_SETTLE_SECONDS": "0.05"}
CLOSED = "http://127.0.0.1:9"
Write = Callable[[str], None]


@pytest.fixture
def office(settings: Write, tmp_path: Path) -> Callable[..., None]:
    """office(address, "sign_in = …"): the connection “office” is set up so from now on."""

    def write(address: str, more: str = "") -> None:
        settings(
            f'[saving]\nfolder = "{tmp_path / "Sealed"}"\n'
            f'[connections.office]\nname = "Office"\naddress = "{address}"\n{more}\n'
            '[connections.office.processes.1]\nlabel = "Company seal"\n'
        )

    return write


def accepted(practice: PracticeRun) -> int:
    return sum(practice.ledger.accepted(one) for one in practice.batch_ids)


def test_a_key_that_was_forgotten(
    signdesk: SignDesk, practice: PracticeRun, document: Path, tmp_path: Path
) -> None:
    order = ("sign", "--server", practice.server.base_url, "--process", "1", "--save-to", tmp_path / "Sealed")
    assert signdesk(*order, document, **QUICK).code == 3
    ended = signdesk("resume", **KEY, **QUICK)
    assert ended.code == 0, ended.err
    assert (accepted(practice), len(saved_in(tmp_path / "Sealed"))) == (1, 1)


def test_a_key_is_never_given_to_a_server_that_did_not_ask_for_one(
    signdesk: SignDesk, practice: PracticeRun, document: Path, tmp_path: Path
) -> None:
    """Its batch waits for another reason; the key of the environment is for the server that refused."""
    with RawServer(otherwise=reply(500)) as other:
        for address in (other.url, practice.server.base_url):
            order = ("sign", "--server", address, "--process", "1", "--again")
            assert signdesk(*order, "--save-to", tmp_path / "Sealed", document, **QUICK).code == 3
        before = len(other.requests)
        ended = signdesk("resume", **KEY, **QUICK)
        assert ended.code == 3, ended.err
        assert len(other.requests) > before
        assert {one.header("API-KEY") for one in other.requests} == {None}
    assert accepted(practice) == 1


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('api_key_header = "X-Wrong"', ""),
        ('sign_in = "none"', 'sign_in = "api_key"'),
        ('sign_in = "bearer"', 'sign_in = "api_key"'),
    ],
)
def test_a_sign_in_that_was_set_up_wrongly(
    signdesk: SignDesk,
    office: Callable[..., None],
    practice: PracticeRun,
    document: Path,
    wrong: str,
    right: str,
) -> None:
    secret = {"SIGNDESK_TOKEN": TOKEN} if "bearer" in wrong else {} if "none" in wrong else KEY
    office(practice.server.base_url, wrong)
    assert signdesk("sign", document, **secret, **QUICK).code == 3
    assert signdesk("resume", **secret, **QUICK).code == 3
    office(practice.server.base_url, right)
    ended = signdesk("resume", **KEY, **QUICK)
    assert ended.code == 0, ended.err
    assert accepted(practice) == 1


@pytest.mark.parametrize("right", ['accept_form = "query"', ""])
def test_a_form_of_accept_that_was_set_up_wrongly(
    signdesk: SignDesk, office: Callable[..., None], practice: PracticeRun, document: Path, right: str
) -> None:
    practice.profile = ResponseProfile(accept_forms=(AcceptForm.QUERY,))
    office(practice.server.base_url, 'accept_form = "path"')
    assert signdesk("sign", document, **KEY, **QUICK).code == 3
    office(practice.server.base_url, right)
    ended = signdesk("resume", **KEY, **QUICK)
    assert ended.code == 0, ended.err
    assert accepted(practice) == 1


def test_an_address_where_nothing_was_sent_yet(
    signdesk: SignDesk, office: Callable[..., None], practice: PracticeRun, document: Path
) -> None:
    office(CLOSED)
    assert signdesk("sign", document, **KEY, **QUICK).code == 3
    office(practice.server.base_url)
    ended = signdesk("resume", **KEY, **QUICK)
    assert ended.code == 0, ended.err
    assert accepted(practice) == 1


@pytest.mark.parametrize("more", [("--to-new-address",), ("--server",)])
def test_another_address_of_a_batch_that_the_server_has_is_asked_about(
    signdesk: SignDesk,
    office: Callable[..., None],
    practice: PracticeRun,
    document: Path,
    more: tuple[str, ...],
) -> None:
    """Nothing goes to the new one, and no key, until somebody says so; or to the old one, by naming it."""
    old = practice.server.base_url
    new = old.replace("127.0.0.1", "localhost")
    practice.profile = ResponseProfile(faults=(ServerFault(Method.STATUS, http_status=500, skip=1),))
    office(old)
    assert signdesk("sign", document, **KEY, **QUICK).code == 3
    practice.profile = ResponseProfile()
    seen = len(practice.ledger.received)
    office(new)
    asked = signdesk("resume", **KEY, **QUICK)
    assert asked.code == 4, asked.err
    assert "signdesk resume --to-new-address" in asked.err
    assert old in asked.err
    assert new in asked.err
    assert len(practice.ledger.received) == seen
    ended = signdesk("resume", *more, *([old] if more == ("--server",) else []), **KEY, **QUICK)
    assert ended.code == 0, ended.err
    assert accepted(practice) == 1


@pytest.mark.parametrize("last", ["resume", "drop"])
def test_the_same_order_at_another_address_is_the_one_that_is_not_finished(
    signdesk: SignDesk, office: Callable[..., None], practice: PracticeRun, document: Path, last: str
) -> None:
    """It may be the same server: nothing is sent to the new address until somebody says so."""
    old = practice.server.base_url
    new = old.replace("127.0.0.1", "localhost")
    practice.profile = ResponseProfile(faults=(ServerFault(Method.STATUS, http_status=500, skip=1),))
    office(old)
    assert signdesk("sign", document, **KEY, **QUICK).code == 3
    practice.profile = ResponseProfile()
    (batch,) = [one["id"] for one in signdesk("status", "--json").json["batches"]]
    seen = len(practice.ledger.received)
    office(new)
    asked = signdesk("sign", document, **KEY, **QUICK)
    assert (asked.code, f"batch {batch}, which was sent to {old}" in asked.err) == (4, True), asked.err
    assert "“signdesk resume --to-new-address” goes on with it" in asked.err
    assert "“signdesk drop BATCH” removes it from the list" in asked.err
    assert len(practice.ledger.received) == seen
    ended = (
        signdesk("drop", batch) if last == "drop" else signdesk("resume", "--to-new-address", **KEY, **QUICK)
    )
    assert ended.code == 0, ended.err
    assert last == "resume" or "may be sealed" in ended.err
    assert accepted(practice) == 1


def test_the_same_order_at_a_corrected_address_goes_on_where_nothing_was_sent_yet(
    signdesk: SignDesk, office: Callable[..., None], practice: PracticeRun, document: Path
) -> None:
    office(CLOSED)
    assert signdesk("sign", document, **KEY, **QUICK).code == 3
    office(practice.server.base_url)
    ended = signdesk("sign", document, **KEY, **QUICK)
    assert (ended.code, "is not finished: it goes on" in ended.err) == (0, True), ended.err
    assert signdesk("resume", **KEY, **QUICK).code == 0
    assert [one["state"] for one in signdesk("status", "--json").json["batches"]] == ["done"]
    assert accepted(practice) == 1


def test_what_is_finished_at_another_server_is_no_order_at_this_one(
    signdesk: SignDesk, office: Callable[..., None], practice: PracticeRun, document: Path
) -> None:
    office(practice.server.base_url)
    assert signdesk("sign", document, **KEY, **QUICK).code == 0
    office(practice.server.base_url.replace("127.0.0.1", "localhost"))
    assert signdesk("sign", document, **KEY, **QUICK).code == 0
