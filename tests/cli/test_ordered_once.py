"""No retry, of a person or of the program, seals a document twice unasked (P22)."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from signdesk.domain.batches import Batch, BatchState, Outcome, Reason, new_batch
from signdesk.domain.reports import Status
from signdesk.domain.servers import Process
from signdesk.practice.service import Method
from signdesk.storage.intake import take_in
from signdesk.storage.journal.journal_file import JournalFile
from tests.cli.conftest import Ended, SignDesk, TrayAndNotices
from tests.storage.journal_values import NOON
from tests.support.canary import KEY as CANARY_KEY
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import ResponseProfile, ServerFault
from tests.support.samples import a_pdf
from tests.support.saved import saved_in

KEY = {"SIGNDESK_API_KEY": CANARY_KEY, "SIGNDESK_TRIES": "2"}
DOWN = ResponseProfile(faults=(ServerFault(Method.CREATE, http_status=503),))
STUCK = ResponseProfile(stuck_at=Status.READY)
PROCESS = Process(1, "Process 1")


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.pdf" for name in "abc"]
    for path in paths:
        path.write_bytes(a_pdf() + b"%% %s\n" % path.name.encode())
    return paths


@pytest.fixture
def arguments(practice: PracticeRun, tmp_path: Path) -> Callable[..., list[str | Path]]:
    """arguments("--again", *files): of `sign` to the practice server's process 1."""

    def made(*more: str | Path, save_to: str = "Sealed") -> list[str | Path]:
        address = ("--server", practice.server.base_url, "--process", "1")
        return ["sign", *address, "--save-to", tmp_path / save_to, *more]

    return made


@pytest.fixture
def sign(signdesk: SignDesk, arguments: Callable[..., list[str | Path]]) -> Callable[..., Ended]:
    return lambda *more, **named: signdesk(*arguments(*more, **named), **KEY)


def accepts(practice: PracticeRun) -> int:
    return sum(practice.ledger.accepted(one) for one in practice.batch_ids)


def states(ended: Ended) -> list[str]:
    return [batch["state"] for batch in ended.json["batches"]]


def listed(signdesk: SignDesk) -> list[str]:
    return states(signdesk("status", "--json"))


def recorded(tmp_path: Path, *batches: Batch) -> None:
    (tmp_path / "data").mkdir(exist_ok=True)
    journal = JournalFile.open(tmp_path / "data" / "journal.sqlite")
    journal.record(*batches)
    journal.close()


def batch_of(practice: PracticeRun, tmp_path: Path, *paths: Path, minutes: int = 0) -> Batch:
    """As `sign` of an earlier SignDesk made it."""
    server = replace(practice.server, practice=False, label="")
    moment = NOON.replace(minute=minutes)
    return new_batch(take_in(paths).documents, PROCESS, server, tmp_path / "Sealed", moment)


def waiting(batch: Batch) -> Batch:
    return batch.held(BatchState.WAITING, Reason.SERVER, "The server is not reached.")


@pytest.mark.parametrize("tries", [1, 3])
@pytest.mark.parametrize("last", ["sign", "resume"])
def test_a_retry_goes_on_with_the_batch_that_waits(
    signdesk: SignDesk,
    sign: Callable[..., Ended],
    practice: PracticeRun,
    documents: list[Path],
    tmp_path: Path,
    tries: int,
    last: str,
) -> None:
    practice.profile = DOWN
    for _ in range(tries):
        assert sign(*documents).code == 3
    assert listed(signdesk) == ["waiting"]
    practice.profile = ResponseProfile()
    ended = sign(*documents) if last == "sign" else signdesk("resume", **KEY)
    assert ended.code == 0, ended.err
    assert signdesk("resume", **KEY).code == 0
    assert accepts(practice) == 1
    assert len(saved_in(tmp_path / "Sealed")) == 1
    assert listed(signdesk) == ["done"]


def test_the_batch_that_waited_is_named(
    sign: Callable[..., Ended], practice: PracticeRun, documents: list[Path], signdesk: SignDesk
) -> None:
    practice.profile = DOWN
    sign(*documents)
    (batch,) = signdesk("status", "--json").json["batches"]
    practice.profile = ResponseProfile()
    ended = sign("--json", *documents)
    assert (ended.code, states(ended)) == (0, ["done"])
    assert ended.json["batches"][0]["id"] == batch["id"]
    assert f"Batch {batch['id']} of the same documents is not finished: it goes on." in ended.err


@pytest.mark.parametrize("pause_s", [0.0, 0.02, 0.04, 0.07, 0.1, 0.12])
def test_two_orders_at_once_are_one(
    background: TrayAndNotices,
    arguments: Callable[..., list[str | Path]],
    practice: PracticeRun,
    documents: list[Path],
    signdesk: SignDesk,
    pause_s: float,
) -> None:
    first = background(*arguments(*documents), **KEY)
    time.sleep(pause_s)
    second = background(*arguments(*documents), **KEY)
    said = [one.communicate(timeout=100)[1] for one in (first, second)]
    assert sorted([first.returncode, second.returncode]) == [0, 4], said
    assert accepts(practice) == 1
    assert listed(signdesk) == ["done"]


def until_accepted(practice: PracticeRun, signing: subprocess.Popen[str]) -> None:
    end_s = time.monotonic() + 60
    while not practice.ledger.count(Method.ACCEPT):
        assert signing.poll() is None, signing.communicate()
        assert time.monotonic() < end_s
        time.sleep(0.01)


def test_what_another_program_is_at_work_on_is_not_ordered(
    background: TrayAndNotices,
    signdesk: SignDesk,
    sign: Callable[..., Ended],
    arguments: Callable[..., list[str | Path]],
    practice: PracticeRun,
    documents: list[Path],
) -> None:
    practice.profile = STUCK
    signing = background(*arguments(*documents), **KEY)
    until_accepted(practice, signing)
    seen = practice.ledger.count(Method.CREATE)
    ended = sign("--json", *documents)
    assert (ended.code, states(ended)) == (4, ["needs_you"])
    assert f"signdesk sign (process {signing.pid})" in ended.err
    resumed = signdesk("resume", **KEY)
    assert (resumed.code, f"signdesk sign (process {signing.pid}), and goes on there" in resumed.err) == (
        0,
        True,
    )
    assert "nothing to go on with" not in resumed.err
    assert "--again" in ended.err
    assert practice.ledger.count(Method.CREATE) == seen == 1


@pytest.mark.parametrize("other", ["fewer", "more", "folder"])
def test_another_order_of_the_same_document_is_a_question(
    signdesk: SignDesk,
    sign: Callable[..., Ended],
    practice: PracticeRun,
    documents: list[Path],
    other: str,
) -> None:
    practice.profile = DOWN
    sign(*documents[:2])
    (batch,) = signdesk("status", "--json").json["batches"]
    practice.profile = ResponseProfile()
    seen = len(practice.ledger.received)
    files = {"fewer": documents[:1], "more": documents, "folder": documents[:2]}[other]
    save_to = "Elsewhere" if other == "folder" else "Sealed"
    ended = sign("--json", *files, save_to=save_to)
    assert (ended.code, states(ended)) == (4, ["needs_you"])
    assert f"batch {batch['id']}" in ended.err
    assert "“signdesk resume” goes on with it" in ended.err
    assert len(practice.ledger.received) == seen
    assert listed(signdesk) == ["waiting"]
    assert sign("--again", *files, save_to=save_to).code == 0
    assert accepts(practice) == 1


def test_another_process_or_server_is_another_order(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, documents: list[Path]
) -> None:
    practice.profile = DOWN
    sign(*documents)
    practice.profile = ResponseProfile()
    same = practice.server.base_url.replace("127.0.0.1", "localhost")
    sign("--process", "2", *documents)
    assert practice.ledger.count(Method.ACCEPT) == 1
    assert sign("--server", same, *documents).code == 0
    assert practice.ledger.count(Method.ACCEPT) == 2


@pytest.mark.parametrize(
    ("state", "outcome", "asks"),
    [
        (BatchState.STOPPED, Outcome.PENDING, False),
        (BatchState.PARTLY_DONE, Outcome.UNSEALED, False),
        (BatchState.PARTLY_DONE, Outcome.MISSING, True),
        (BatchState.PARTLY_DONE, Outcome.DAMAGED, True),
        (BatchState.DONE, Outcome.SEALED, True),
    ],
)
def test_what_is_surely_over_may_be_ordered(
    sign: Callable[..., Ended],
    practice: PracticeRun,
    documents: list[Path],
    tmp_path: Path,
    state: BatchState,
    outcome: Outcome,
    asks: bool,
) -> None:
    batch = batch_of(practice, tmp_path, documents[0])
    entries = tuple(replace(one, outcome=outcome) for one in batch.documents)
    recorded(tmp_path, replace(batch, state=state, documents=entries))
    assert sign(documents[0]).code == (4 if asks else 0)
    assert accepts(practice) == (0 if asks else 1)


def test_resume_goes_on_with_the_older_and_holds_the_younger(
    signdesk: SignDesk, practice: PracticeRun, documents: list[Path], tmp_path: Path
) -> None:
    """As an earlier SignDesk left them."""
    older = waiting(batch_of(practice, tmp_path, *documents[:2]))
    younger = waiting(batch_of(practice, tmp_path, *documents[1:], minutes=1))
    recorded(tmp_path, older, younger)
    for _ in range(2):
        ended = signdesk("resume", **KEY)
        assert ended.code == 4, ended.err
        assert f"batch {older.id}" in ended.err
        assert accepts(practice) == 1
    assert listed(signdesk) == ["done", "needs_you"]


def test_resume_holds_what_was_sealed_by_a_younger_one(
    signdesk: SignDesk, practice: PracticeRun, documents: list[Path], tmp_path: Path
) -> None:
    older = waiting(batch_of(practice, tmp_path, documents[0]))
    younger = batch_of(practice, tmp_path, documents[0], minutes=1)
    entries = tuple(replace(one, outcome=Outcome.SEALED) for one in younger.documents)
    recorded(tmp_path, older, replace(younger, state=BatchState.DONE, documents=entries))
    ended = signdesk("resume", **KEY)
    assert (ended.code, accepts(practice)) == (4, 0), ended.err
    assert f"batch {younger.id}" in ended.err


def test_resume_goes_on_with_what_was_ordered_knowingly(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, documents: list[Path]
) -> None:
    assert sign(*documents).code == 0
    practice.profile = DOWN
    assert sign("--again", *documents).code == 3
    practice.profile = ResponseProfile()
    assert signdesk("resume", **KEY).code == 0
    assert accepts(practice) == 2
    assert listed(signdesk) == ["done", "done"]


@pytest.fixture
def connection(settings: Callable[[str], None], practice: PracticeRun, tmp_path: Path) -> None:
    settings(
        f'[saving]\nfolder = "{tmp_path}/Sealed"\n[connections.office]\n'
        f'address = "{practice.server.base_url}"\nbatch_documents = 1\n'
        '[connections.office.processes.1]\nlabel = "Seal"\n'
    )


@pytest.mark.usefixtures("connection")
@pytest.mark.parametrize("last", ["sign", "resume"])
def test_a_split_order_goes_on_whole(
    signdesk: SignDesk, practice: PracticeRun, documents: list[Path], last: str
) -> None:
    documents[2].write_bytes(documents[0].read_bytes())  # the same content under two names is one order
    practice.profile = DOWN
    assert signdesk("sign", *documents, **KEY).code == 3
    assert listed(signdesk) == ["waiting"] * 3
    practice.profile = ResponseProfile()
    ended = signdesk(*(("sign", *documents) if last == "sign" else ("resume",)), **KEY)
    assert ended.code == 0, ended.err
    assert accepts(practice) == 3
    assert listed(signdesk) == ["done"] * 3


def test_what_is_alike_about_several_batches_is_said_once(
    signdesk: SignDesk,
    practice: PracticeRun,
    sign: Callable[..., Ended],
    documents: list[Path],
    tmp_path: Path,
) -> None:
    batches = [batch_of(practice, tmp_path, one, minutes=place) for place, one in enumerate(documents)]
    done = [
        replace(
            batch,
            state=BatchState.DONE,
            documents=tuple(replace(one, outcome=Outcome.SEALED) for one in batch.documents),
        )
        for batch in batches
    ]
    recorded(tmp_path, *done)
    first, second, third = (one.id for one in batches)
    ended = sign(*documents)
    assert ended.code == 4, ended.err
    assert f" They are in batches {first}, {second} and {third}, which are over. " in ended.err
    recorded(tmp_path, waiting(batches[2]))
    ended = sign(*documents)
    assert f" Some are in batch {third}, which waits: “signdesk resume” goes on with it. " in ended.err
    assert f" Some are in batches {first} and {second}, which are over. " in ended.err
    ended = sign(documents[0])
    assert f" They are in batch {first}, which is over. " in ended.err
    assert ended.out.startswith("not sent "), "it is sealed already, so “not finished” would be wrong"
    assert practice.ledger.count(Method.CREATE) == 0
