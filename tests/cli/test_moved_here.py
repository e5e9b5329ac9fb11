"""A data folder that was moved, copied or put back, with unfinished batches in it: nobody goes on unasked."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from signdesk.practice.service import Method
from tests.cli.conftest import Ended, SignDesk, TrayAndNotices
from tests.support.canary import KEY as CANARY_KEY
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.samples import a_pdf
from tests.support.saved import saved_in

KEY = {"SIGNDESK_API_KEY": CANARY_KEY, "SIGNDESK_TRIES": "2"}
DOWN = ResponseProfile(faults=(ServerFault(Method.CREATE, http_status=503),))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def arguments(practice: PracticeRun, tmp_path: Path) -> list[str | Path]:
    (tmp_path / "Letter.pdf").write_bytes(a_pdf())
    address = ("--server", practice.server.base_url, "--process", "1")
    return ["sign", *address, "--save-to", tmp_path / "Sealed", tmp_path / "Letter.pdf"]


@pytest.fixture
def left_waiting(signdesk: SignDesk, practice: PracticeRun, arguments: list[str | Path]) -> None:
    """One batch, since the server was down; it is up again."""
    practice.profile = DOWN
    assert signdesk(*arguments, **KEY).code == 3
    practice.profile = ResponseProfile()


def refused(ended: Ended) -> bool:
    return ended.code == 4 and "signdesk resume --moved-here" in ended.err


def accepts(practice: PracticeRun) -> int:
    return sum(practice.ledger.accepted(one) for one in practice.batch_ids)


@pytest.mark.usefixtures("left_waiting")
@pytest.mark.parametrize("how", ["moved", "copied"])
def test_a_moved_or_copied_folder_asks_before_its_batches_go_on(
    signdesk: SignDesk,
    practice: PracticeRun,
    arguments: list[str | Path],
    data: Path,
    tmp_path: Path,
    how: str,
) -> None:
    other = tmp_path / "other"
    if how == "moved":
        data.rename(other)
    else:
        shutil.copytree(data, other)
    seen = len(practice.ledger.received)
    there = ("--data-dir", str(other))
    assert refused(signdesk("resume", "--json", *there, **KEY))
    assert refused(signdesk(*arguments[:-1], *there, arguments[-1], **KEY))
    assert len(practice.ledger.received) == seen
    if how == "copied":
        assert signdesk("resume", **KEY).code == 0, "the folder itself was not touched"
        assert accepts(practice) == 1
        return
    ended = signdesk("resume", "--moved-here", *there, **KEY)
    assert (ended.code, accepts(practice)) == (0, 1), ended.err
    assert signdesk("resume", *there, **KEY).code == 0


@pytest.mark.parametrize("begun", [False, True])
def test_a_copy_leaves_what_belongs_to_the_other_for_good(
    signdesk: SignDesk,
    practice: PracticeRun,
    arguments: list[str | Path],
    data: Path,
    tmp_path: Path,
    begun: bool,
) -> None:
    practice.profile = (
        ResponseProfile(faults=(ServerFault(Method.DOWNLOAD, http_status=503),)) if begun else DOWN
    )
    assert signdesk(*arguments, **KEY).code == 3
    practice.profile = ResponseProfile()
    other = tmp_path / "other"
    shutil.copytree(data, other)
    seen = len(practice.ledger.received)
    there = ("--data-dir", str(other))
    assert "signdesk resume --copied-here" in signdesk("resume", *there, **KEY).err
    ended = signdesk("resume", "--copied-here", *there, **KEY)
    assert ended.code == 0, ended.err
    assert str(data) in ended.err
    assert all(one in ended.err for one in practice.batch_ids)
    assert signdesk("resume", *there, **KEY).code == 0
    assert len(practice.ledger.received) == seen
    (batch,) = signdesk("status", "--json", *there).json["batches"]
    assert (batch["state"], str(data) in batch["message"]) == ("stopped", True)
    ended = signdesk(*arguments[:-1], *there, arguments[-1], **KEY)
    assert ended.code == 4, ended.err
    (tmp_path / "New.pdf").write_bytes(a_pdf("New"))
    assert signdesk(*arguments[:-1], *there, tmp_path / "New.pdf", **KEY).code == 0
    assert signdesk("resume", **KEY).code == 0, "the other copy goes on"
    assert accepts(practice) == 2


def until_received(practice: PracticeRun, method: Method, started: subprocess.Popen[str]) -> None:
    end_s = time.monotonic() + 60
    while not practice.ledger.count(method):
        assert started.poll() is None, started.communicate()
        assert time.monotonic() < end_s
        time.sleep(0.01)


@pytest.mark.usefixtures("left_waiting")
@pytest.mark.parametrize("what", ["journal", "folder"])
@pytest.mark.parametrize("saved", [False, True])
def test_an_older_journal_put_back_seals_nothing_again(
    signdesk: SignDesk,
    background: TrayAndNotices,
    practice: PracticeRun,
    arguments: list[str | Path],
    data: Path,
    tmp_path: Path,
    what: str,
    saved: bool,
) -> None:
    shutil.copytree(data, tmp_path / "backup")
    if saved:
        assert signdesk("resume", **KEY).code == 0
    else:
        practice.profile = ResponseProfile(faults=(ServerFault(Method.DOWNLOAD, Answer.HANG),))
        going_on = background("resume", **KEY)
        until_received(practice, Method.DOWNLOAD, going_on)
        going_on.kill()
        going_on.wait()
        practice.profile = ResponseProfile()
    if what == "journal":
        shutil.copy2(tmp_path / "backup" / "journal.sqlite", data)
    else:
        shutil.rmtree(data)
        shutil.copytree(tmp_path / "backup", data)
    deleted = practice.ledger.count(Method.DELETE)
    assert refused(signdesk("resume", **KEY))
    assert refused(signdesk(*arguments, **KEY))
    assert accepts(practice) == 1
    assert practice.ledger.count(Method.DELETE) == deleted


def test_without_unfinished_batches_it_is_renewed_in_silence(
    signdesk: SignDesk, arguments: list[str | Path], practice: PracticeRun, data: Path, tmp_path: Path
) -> None:
    assert signdesk(*arguments, **KEY).code == 0
    other = tmp_path / "other"
    data.rename(other)
    practice.profile = DOWN
    there = ("--data-dir", str(other))
    ended = signdesk(*arguments[:-1], "--again", *there, arguments[-1], **KEY)
    assert ended.code == 3, ended.err
    assert "moved" not in ended.err
    practice.profile = ResponseProfile()
    assert signdesk("resume", *there, **KEY).code == 0


@pytest.mark.usefixtures("left_waiting")
def test_another_way_to_the_same_folder_is_the_same_folder(
    signdesk: SignDesk, practice: PracticeRun, data: Path, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(data)
    assert signdesk("resume", "--data-dir", str(tmp_path / "link"), **KEY).code == 0
    assert accepts(practice) == 1


@pytest.mark.usefixtures("left_waiting")
def test_a_journal_of_an_earlier_version_goes_on_unasked(
    signdesk: SignDesk, practice: PracticeRun, data: Path
) -> None:
    connection = sqlite3.connect(data / "journal.sqlite")
    connection.execute("DELETE FROM file_facts")
    connection.commit()
    connection.close()
    (data / "journal.mark").unlink()
    assert signdesk("resume", **KEY).code == 0
    assert len(saved_in(data.parent / "Sealed")) == 1


@pytest.mark.usefixtures("left_waiting")
@pytest.mark.parametrize("how", ["copied", "put back"])
def test_a_batch_that_another_copy_may_seal_is_not_put_away_as_unsealed(
    signdesk: SignDesk,
    practice: PracticeRun,
    arguments: list[str | Path],
    data: Path,
    tmp_path: Path,
    how: str,
) -> None:
    """Put away, it would hold back no order any more, and the same document would be sealed twice."""
    other = tmp_path / "other"
    shutil.copytree(data, other)
    assert signdesk("resume", **KEY).code == 0
    if how == "put back":
        shutil.copy(other / "journal.sqlite", data / "journal.sqlite")
        other = data
    there = ("--data-dir", str(other))
    (batch,) = signdesk("status", "--json", *there).json["batches"]
    ended = signdesk("drop", batch["id"], *there)
    assert refused(ended), ended.err
    assert "Nothing of it has been sealed" not in ended.out + ended.err
    assert signdesk(*arguments[:-1], *there, arguments[-1], **KEY).code == 4
    assert accepts(practice) == 1
