"""`signdesk resume` and `signdesk status` from outside: nothing is lost, and nothing is sealed twice."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from signdesk.domain.batches import BatchState
from signdesk.domain.reports import Status
from signdesk.domain.servers import Server
from signdesk.practice.service import Method
from signdesk.resources import resource
from signdesk.storage.journal.journal_file import JournalFile
from tests.cli.conftest import Ended, SignDesk
from tests.storage.journal_values import plain_batch
from tests.support.canary import KEY as CANARY_KEY
from tests.support.canary import TOKEN
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.saved import saved_in

KEY = {"SIGNDESK_API_KEY": CANARY_KEY}
QUICK = {**KEY, "SIGNDESK_TRIES": "2", "SIGNDESK_SETTLE_SECONDS": "0.1"}
AWAY = ResponseProfile(
    faults=(ServerFault(Method.STATUS, http_status=500, skip=1),)
)  # after the look before accept
UNCLEAR = ResponseProfile(faults=(ServerFault(Method.ACCEPT, Answer.CUT, times=1),))
STUCK = ResponseProfile(stuck_at=Status.READY)


@pytest.fixture
def sign(signdesk: SignDesk, practice: PracticeRun, document: Path, tmp_path: Path) -> Callable[..., Ended]:
    def run(*more: str, server: str = "") -> Ended:
        return signdesk(
            *("sign", "--server", server or practice.server.base_url, "--process", "1"),
            *("--save-to", tmp_path / "Sealed", *more, document),
            **QUICK,
        )

    return run


@pytest.fixture
def start_signing(
    practice: PracticeRun, document: Path, tmp_path: Path
) -> Iterator[Callable[[ResponseProfile], subprocess.Popen[str]]]:
    """A `sign` in the background. Its journal is the one that `signdesk` uses."""
    started: list[subprocess.Popen[str]] = []

    def start(profile: ResponseProfile) -> subprocess.Popen[str]:
        practice.profile = profile
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "signdesk", "sign", "--server", practice.server.base_url),
                *("--process", "1", "--save-to", str(tmp_path / "Sealed"), str(document)),
            ],
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(Path(__file__).parents[2]),  # this checkout, wherever the environment is
                "HOME": str(tmp_path),
                "SIGNDESK_DATA_DIR": str(tmp_path / "data"),
                "SIGNDESK_POLL_SECONDS": "0.02",
                **QUICK,
            },
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def until_said(process: subprocess.Popen[str], word: str) -> None:
    assert process.stderr is not None
    heard = []
    for line in process.stderr:
        heard.append(line)
        if word in line:
            return
    pytest.fail(f"“{word}” was never said: {heard}")


def until_hanging(practice: PracticeRun, trouble: ServerFault) -> None:
    """The request is on the server and has no answer: the kill hits it in the middle."""
    end_s = time.monotonic() + 60
    while practice.ledger.count(trouble.method) <= trouble.skip:
        assert time.monotonic() < end_s, f"{trouble.method} was never received"
        time.sleep(0.01)


def states(ended: Ended) -> list[str]:
    jsonschema.validate(ended.json, json.loads(resource("schemas", "sign-result.json").read_text()))
    return [batch["state"] for batch in ended.json["batches"]]


def files(folder: Path) -> list[str]:
    return [path.name for path in saved_in(folder)]


def test_with_nothing_to_do_it_says_so(signdesk: SignDesk) -> None:
    ended = signdesk("resume", "--json")
    assert (ended.code, ended.json) == (0, {"batches": []})
    assert signdesk("status", "--json").json == {"batches": []}


def test_a_batch_that_was_given_up_goes_on_at_its_step(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, tmp_path: Path
) -> None:
    practice.profile = AWAY
    first = sign()
    assert first.code == 3
    assert "signdesk resume" in first.err
    assert states(signdesk("status", "--json")) == ["waiting"]
    practice.profile = ResponseProfile()
    ended = signdesk("resume", "--json", **QUICK)
    assert (ended.code, states(ended)) == (0, ["done"])
    assert practice.ledger.count(Method.ACCEPT) == 1
    assert practice.ledger.count(Method.UPLOAD) == 1
    assert len(files(tmp_path / "Sealed")) == 1
    assert signdesk("resume", **QUICK).code == 0
    assert states(signdesk("status", "--json")) == ["done"]


def test_without_the_sign_in_nothing_is_sent(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun
) -> None:
    practice.profile = AWAY
    sign()
    seen = len(practice.ledger.received)
    for environment in ({}, {"SIGNDESK_TOKEN": TOKEN}):
        ended = signdesk("resume", **environment)
        assert ended.code == 3
        assert "SIGNDESK_API_KEY" in ended.err
    assert len(practice.ledger.received) == seen


def test_an_unclear_accept_stays_a_question_until_a_person_decides(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, tmp_path: Path
) -> None:
    practice.profile = UNCLEAR
    assert sign().code == 4
    assert signdesk("resume", **QUICK).code == 4
    assert practice.ledger.count(Method.ACCEPT) == 1
    ended = signdesk("resume", "--accept-again", "--json", **QUICK)
    assert (ended.code, states(ended)) == (0, ["done"])
    assert practice.ledger.count(Method.ACCEPT) == 2
    assert [practice.ledger.sealed(one) for one in practice.batch_ids] == [1]
    assert len(files(tmp_path / "Sealed")) == 1


def test_an_order_is_not_sent_again_where_the_first_one_worked(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun
) -> None:
    practice.profile = ResponseProfile(
        faults=(
            ServerFault(Method.ACCEPT, Answer.CUT, times=1, carried_out=True),
            ServerFault(Method.STATUS, http_status=500, skip=1),
        )
    )
    assert sign().code == 3
    practice.profile = ResponseProfile()
    assert signdesk("resume", "--accept-again", **QUICK).code == 0
    assert practice.ledger.count(Method.ACCEPT) == 1


@pytest.mark.parametrize(
    "hanging",
    [
        ServerFault(Method.CREATE, Answer.HANG),
        ServerFault(Method.UPLOAD, Answer.HANG),
        ServerFault(Method.ACCEPT, Answer.HANG, carried_out=True),
        ServerFault(Method.STATUS, Answer.HANG, skip=1),
        ServerFault(Method.DOWNLOAD, Answer.HANG),
        ServerFault(Method.DELETE, Answer.HANG),
    ],
    ids=lambda one: one.method,
)
def test_a_killed_sign_loses_nothing_and_seals_nothing_twice(
    signdesk: SignDesk,
    start_signing: Callable[[ResponseProfile], subprocess.Popen[str]],
    practice: PracticeRun,
    tmp_path: Path,
    hanging: ServerFault,
) -> None:
    """kill -9 while one request after the other is under way."""
    signing = start_signing(ResponseProfile(faults=(hanging,)))
    until_hanging(practice, hanging)
    signing.send_signal(signal.SIGKILL)
    signing.wait()
    practice.profile = ResponseProfile()
    ended = signdesk("resume", "--json", **QUICK)
    assert (ended.code, states(ended)) == (0, ["done"]), ended.err
    assert sum(practice.ledger.sealed(one) for one in practice.batch_ids) == 1
    assert [name for name in files(tmp_path / "Sealed") if not name.endswith(".zip")] == []
    assert len(files(tmp_path / "Sealed")) == 1


def test_a_batch_that_lives_elsewhere_is_left_alone_and_listed(
    signdesk: SignDesk,
    start_signing: Callable[[ResponseProfile], subprocess.Popen[str]],
    practice: PracticeRun,
) -> None:
    signing = start_signing(STUCK)
    until_said(signing, "READY")
    ended = signdesk("resume", **QUICK)
    assert ended.code == 0
    assert "signdesk sign" in ended.err
    assert str(signing.pid) in ended.err
    assert states(signdesk("status", "--json")) == ["sealing"]
    assert practice.ledger.count(Method.ACCEPT) == 1


def test_what_this_process_has_sealed_before_is_not_sent_again_unasked(
    sign: Callable[..., Ended], practice: PracticeRun, tmp_path: Path
) -> None:
    assert sign().code == 0
    seen = len(practice.ledger.received)
    ended = sign("--json")
    assert ended.code == 4
    assert states(ended) == ["needs_you"]
    assert "lready sealed on" in ended.json["batches"][0]["documents"][0]["message"]
    assert len(practice.ledger.received) == seen
    assert sign("--again").code == 0
    assert len(files(tmp_path / "Sealed")) == 2


def test_one_secret_is_never_tried_on_several_servers(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, tmp_path: Path
) -> None:
    folder = tmp_path / "other server"
    folder.mkdir()
    with running_practice(folder, profile=AWAY) as other:
        practice.profile = AWAY
        assert sign().code == 3
        assert sign(server=other.server.base_url).code == 3
        other.profile = practice.profile = ResponseProfile()
        seen = len(other.ledger.received)
        refused = signdesk("resume", **QUICK)
        assert refused.code == 2
        assert "--server" in refused.err
        ended = signdesk("resume", "--server", practice.server.base_url, "--json", **QUICK)
        assert (ended.code, states(ended)) == (0, ["done"])
        assert len(other.ledger.received) == seen


def test_a_broken_journal_is_kept_and_said(
    signdesk: SignDesk, sign: Callable[..., Ended], tmp_path: Path
) -> None:
    assert sign().code == 0
    journal = tmp_path / "data" / "journal.sqlite"
    journal.write_bytes(b"no database" * 1000)
    ended = signdesk("status", "--json")
    assert (ended.code, states(ended)) == (0, [])
    assert "damaged" in ended.err
    kept = [path for path in journal.parent.glob("*broken*") if path.is_file()]
    assert [path.read_bytes() for path in kept] == [b"no database" * 1000]


def test_a_newer_journal_is_refused_and_left_as_it_is(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, tmp_path: Path
) -> None:
    assert sign().code == 0
    journal = tmp_path / "data" / "journal.sqlite"
    connection = sqlite3.connect(journal)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before, seen = journal.read_bytes(), len(practice.ledger.received)
    for ended in (sign("--again"), signdesk("resume"), signdesk("status")):
        assert ended.code == 3
        assert "newer" in ended.err
        assert "Traceback" not in ended.err
    assert journal.read_bytes() == before
    assert len(practice.ledger.received) == seen


def test_no_secret_is_in_the_journal(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, tmp_path: Path
) -> None:
    practice.profile = AWAY
    sign()
    canary = KEY["SIGNDESK_API_KEY"].encode()
    for path in (tmp_path / "data").rglob("*"):
        if path.is_file():
            assert canary not in path.read_bytes()


def test_what_stayed_on_the_server_is_removed_later(
    signdesk: SignDesk, practice: PracticeRun, sign: Callable[..., Ended]
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.DELETE, http_status=500),))
    assert sign().code == 0
    (server_id,) = practice.batch_ids
    practice.profile = ResponseProfile()
    unnamed = signdesk("resume", **QUICK)
    assert unnamed.code == 0
    assert practice.ledger.deleted(server_id) == 0  # the key might be meant for another server
    named = signdesk("resume", "--server", practice.server.base_url, **QUICK)
    assert (named.code, practice.ledger.deleted(server_id)) == (0, 1)
    assert "could not be removed" not in signdesk("status").out


def test_what_a_killed_practice_left_is_cleared_away(signdesk: SignDesk, tmp_path: Path) -> None:
    left = tmp_path / ".signdesk-b1.part"
    left.touch()
    server = Server("http://127.0.0.1:1", practice=True)
    batch = replace(plain_batch("b1", state=BatchState.FETCHING), server=server, save_to=tmp_path)
    journal = JournalFile.open(tmp_path / "data" / "journal.sqlite")
    journal.record(batch)
    journal.close()
    ended = signdesk("resume", "--json")
    assert (ended.code, states(ended)) == (0, [])
    assert "practice server has ended" in ended.err
    assert not left.exists()


def test_practice_leaves_nothing_unfinished(signdesk: SignDesk, document: Path, tmp_path: Path) -> None:
    ended = signdesk("sign", "--practice", "--process", "99", "--save-to", tmp_path / "Sealed", document)
    assert ended.code == 3
    assert signdesk("resume").code == 0


def test_a_practice_result_is_not_offered_to_be_fetched_again(
    signdesk: SignDesk, document: Path, tmp_path: Path
) -> None:
    """Its server has ended with the command."""
    document.write_bytes(b"no PDF")
    ended = signdesk("sign", "--practice", "--process", "1", "--save-to", tmp_path / "Sealed", document)
    assert ended.code == 4, ended.err
    assert "--fetch-again" not in ended.err
    assert "The practice server has ended, so nothing can be fetched again" in ended.err


def test_what_stays_on_a_server_names_the_command_that_removes_it(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun
) -> None:
    """A sign-in from the environment goes to no server that nobody named."""
    practice.profile = ResponseProfile(faults=(ServerFault(Method.DELETE, http_status=500),))
    assert sign().code == 0
    practice.profile = ResponseProfile()
    url = practice.server.base_url
    ended = signdesk("resume", **QUICK)
    assert (ended.code, f"“signdesk resume --server {url}”" in ended.err) == (0, True), ended.err
    ended = signdesk("resume", "--server", url, **QUICK)
    assert (ended.code, "--server" in ended.err) == (0, False), ended.err
    assert practice.ledger.deleted(practice.batch_ids[0]) == 1
    assert "--server" not in signdesk("resume", **QUICK).err
