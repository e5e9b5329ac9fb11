"""`sign` makes the folder for the result when something is ordered, and only then."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from signdesk.practice.service import Method
from tests.cli.conftest import Ended, SignDesk, TrayAndNotices
from tests.cli.test_presign import LOCKED
from tests.support.canary import KEY as CANARY_KEY
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import ResponseProfile, ServerFault
from tests.support.saved import saved_in

KEY = {"SIGNDESK_API_KEY": CANARY_KEY, "SIGNDESK_TRIES": "2"}
DOWN = ResponseProfile(faults=(ServerFault(Method.CREATE, http_status=503),))
Sign = Callable[..., Ended]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "share" / "Sealed"


@pytest.fixture
def sign(signdesk: SignDesk, practice: PracticeRun, target: Path) -> Sign:
    def run(*more: str | Path, save_to: Path = target, **environment: str) -> Ended:
        address = ("--server", practice.server.base_url, "--process", "1", "--save-to", save_to)
        return signdesk("sign", *address, *more, **{**KEY, **environment})

    return run


def test_the_folder_of_an_order_that_waits_is_not_made_again(
    signdesk: SignDesk, sign: Sign, practice: PracticeRun, letter: Path, target: Path
) -> None:
    practice.profile = DOWN
    assert sign(letter).code == 3
    target.rmdir()
    practice.profile = ResponseProfile()
    ended = sign(letter)
    assert (ended.code, "it goes on" in ended.err) == (4, True), ended.err
    assert str(target) in ended.err
    assert not target.exists()
    assert practice.ledger.count(Method.ACCEPT) == 0
    target.mkdir()
    assert signdesk("resume", **KEY).code == 0
    assert len(saved_in(target)) == 1


def test_no_folder_is_made_where_a_batch_holds_the_documents_already(
    sign: Sign, letter: Path, target: Path, tmp_path: Path
) -> None:
    assert sign(letter).code == 0
    target.parent.rename(tmp_path / "away")
    ended = sign(letter)
    assert (ended.code, "sealed by this process before" in ended.err) == (4, True), ended.err
    assert not target.parent.exists()


def test_no_folder_is_made_where_a_seal_may_do_harm(sign: Sign, letter: Path, target: Path) -> None:
    assert sign(letter, LOCKED).code == 4
    assert not target.parent.exists()


@pytest.mark.parametrize(
    "more", [{"SIGNDESK_API_KEY": f"{CANARY_KEY}\n2"}, {"SIGNDESK_USER": "anna"}, {"SIGNDESK_TRIES": "none"}]
)
def test_no_folder_is_made_where_the_order_cannot_be_sent_at_all(
    sign: Sign, letter: Path, target: Path, more: dict[str, str]
) -> None:
    ended = sign(letter, **more)
    assert (ended.code, ended.err.count("Nothing was sent.")) == (2, 1), ended.err
    assert not target.parent.exists()


@pytest.mark.parametrize("how", ["gone", "moved"])
def test_no_folder_is_made_while_a_question_about_the_list_of_batches_is_open(
    sign: Sign, practice: PracticeRun, letter: Path, target: Path, tmp_path: Path, how: str
) -> None:
    data = tmp_path / "data"
    if how == "gone":
        assert sign(letter).code == 0
        (data / "journal.sqlite").unlink()
    else:
        practice.profile = DOWN
        assert sign(letter).code == 3
        practice.profile = ResponseProfile()
        (data / "journal.mark").unlink()
    ended = sign("--again", letter, save_to=tmp_path / "other" / "Sealed")
    assert ended.code == 4, ended.err
    assert not (tmp_path / "other").exists()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="nobody can make a folder in /proc")
def test_of_a_folder_that_was_never_there_nobody_is_asked_to_bring_it_back(
    sign: Sign, practice: PracticeRun, letter: Path
) -> None:
    ended = sign(letter, save_to=Path("/proc/nowhere/Sealed"))
    assert ended.code == 2
    assert (
        "“/proc/nowhere/Sealed” cannot be made there. Choose another folder. Nothing was sent." in ended.err
    )
    assert practice.ledger.count(Method.CREATE) == 0


def test_a_folder_that_cannot_be_made_is_wrong_use_and_nothing_is_noted(
    signdesk: SignDesk, sign: Sign, practice: PracticeRun, letter: Path, target: Path
) -> None:
    target.parent.write_text("in the way")
    ended = sign("--json", letter)
    assert (ended.code, ended.out) == (2, ""), ended.err
    assert ended.err.count("Nothing was sent.") == 1
    assert "There are no batches" in signdesk("status").err
    assert practice.ledger.count(Method.CREATE) == 0


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="looks at the signals of a process in /proc"
)
def test_stopped_before_anything_is_noted_is_said_and_is_exit_3(
    background: TrayAndNotices, practice: PracticeRun, letter: Path, target: Path, tmp_path: Path
) -> None:
    """The mark beside the journal is a pipe, so that reading it takes as long as this test wants."""
    (tmp_path / "data").mkdir()
    os.mkfifo(tmp_path / "data" / "journal.mark")
    pipe = os.open(tmp_path / "data" / "journal.mark", os.O_RDWR)
    mark = json.dumps({"token": "", "generation": 0}).ljust(256).encode()
    os.write(pipe, mark)  # for the opening of the journal; the next look at it waits
    address = ("--server", practice.server.base_url, "--process", "1", "--save-to", target, letter)
    process = background("sign", *address, **KEY)
    try:
        while not catches(process.pid, signal.SIGTERM):
            assert process.poll() is None, process.communicate()
        process.send_signal(signal.SIGTERM)
    finally:
        os.write(pipe, mark * 8)
        out, err = process.communicate(timeout=60)
        os.close(pipe)
    assert (process.returncode, out) == (3, ""), err
    assert "Stopped" in err
    assert "Traceback" not in err
    assert not target.parent.exists()
    assert practice.ledger.count(Method.CREATE) == 0


def catches(pid: int, number: int) -> bool:
    """Whether that process has a handler of its own for the signal."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    (caught,) = [int(one.split()[1], 16) for one in lines if one.startswith("SigCgt:")]
    return bool(caught >> (number - 1) & 1)
