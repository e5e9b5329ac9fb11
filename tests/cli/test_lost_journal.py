"""A damaged or vanished journal does not forget what was sealed in silence."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from signdesk.practice.service import Method
from tests.cli.conftest import Ended, SignDesk
from tests.support.canary import KEY as CANARY_KEY
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import ResponseProfile, ServerFault
from tests.support.samples import a_pdf

KEY = {"SIGNDESK_API_KEY": CANARY_KEY, "SIGNDESK_TRIES": "2"}


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.sqlite"


@pytest.fixture
def sign(signdesk: SignDesk, practice: PracticeRun, tmp_path: Path) -> Callable[..., Ended]:
    def run(*more: str, name: str = "Letter.pdf", **environment: str) -> Ended:
        path = tmp_path / name
        if not path.exists():
            path.write_bytes(a_pdf() + f"% {name}\n".encode())
        address = ("--server", practice.server.base_url, "--process", "1")
        return signdesk("sign", *address, "--save-to", tmp_path / "Sealed", *more, path, **KEY, **environment)

    return run


def damaged(journal: Path) -> None:
    """SignDesk takes it for broken; its rows are whole."""
    with closing(sqlite3.connect(journal)) as connection:
        connection.execute("PRAGMA application_id = 1")


def accepts(practice: PracticeRun) -> int:
    return sum(practice.ledger.accepted(one) for one in practice.batch_ids)


@pytest.mark.parametrize("how", ["damaged", "unreadable", "gone"])
def test_nothing_is_sealed_until_somebody_has_looked(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, journal: Path, how: str
) -> None:
    assert sign().code == 0
    if how == "damaged":
        damaged(journal)
    elif how == "unreadable":
        journal.write_bytes(b"no database" * 1000)
    else:
        journal.unlink()
    for ended in (signdesk("resume", "--json", **KEY), sign("--json"), sign("--again")):
        assert ended.code == 4, ended.err
        assert "signdesk resume --seen" in ended.err
        assert "1 batch could be read" in ended.err or how != "damaged"
    assert signdesk("resume", "--seen", **KEY).code == 0
    ended = sign("--json")
    assert (ended.code, accepts(practice)) == (4, 1), ended.err
    said = ended.json["batches"][0]["documents"][0]["message"]
    assert ("Already sealed on" if how == "damaged" else "this file is older than that") in said
    assert sign("--again").code == 0
    assert accepts(practice) == 2


def test_what_was_unfinished_goes_on_once_somebody_has_looked(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, journal: Path
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.DOWNLOAD, http_status=503),))
    assert sign().code == 3
    practice.profile = ResponseProfile()
    damaged(journal)
    first = signdesk("resume", **KEY)
    assert first.code == 4
    assert practice.batch_ids[0] in first.err
    assert signdesk("resume", "--seen", **KEY).code == 0
    assert accepts(practice) == 1


def test_an_unused_journal_that_is_gone_is_no_loss(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, journal: Path
) -> None:
    assert signdesk("status").code == 0
    journal.unlink()
    assert sign().code == 0
    assert accepts(practice) == 1


@pytest.mark.parametrize("before", [False, True])
def test_a_list_that_is_gone_with_its_mark_is_noticed_by_the_one_beside_the_settings(
    signdesk: SignDesk,
    sign: Callable[..., Ended],
    practice: PracticeRun,
    journal: Path,
    tmp_path: Path,
    before: bool,
) -> None:
    """`before`: an earlier SignDesk had ordered, which wrote no such mark."""
    assert sign().code == 0
    if before:
        (journal.parent / "ordered.mark").unlink()
        assert signdesk("status").code == 0
    for receipt in (tmp_path / "Sealed").glob("*receipt*"):
        receipt.unlink()
    for _ in range(2):  # it is not forgotten that it was noticed
        journal.unlink()
        journal.with_name("journal.mark").unlink(missing_ok=True)
        for ended in (signdesk("resume", "--json", **KEY), sign("--json"), sign("--again")):
            assert (ended.code, "list of batches is gone" in ended.err) == (4, True), ended.err
            assert "signdesk resume --seen" in ended.err
        assert accepts(practice) == 1
    assert signdesk("resume", "--seen", **KEY).code == 0
    ended = sign()
    assert (ended.code, "this file is older than that" in ended.out) == (4, True), ended.out
    assert sign("--again").code == 0
    assert accepts(practice) == 2


def test_a_fresh_machine_is_no_loss_and_settings_alone_are_settled_with_seen(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, tmp_path: Path
) -> None:
    """As most people use it: without a data folder of their choice, so that the settings lie elsewhere."""
    homes = {"SIGNDESK_DATA_DIR": "", "XDG_DATA_HOME": str(tmp_path / "share")}
    homes["XDG_CONFIG_HOME"] = str(tmp_path / "config")
    assert sign(**homes).code == 0
    assert (tmp_path / "config" / "signdesk" / "ordered.mark").exists()
    shutil.rmtree(tmp_path / "share")
    assert signdesk("resume", **KEY, **homes).code == 4
    assert signdesk("resume", "--seen", **KEY, **homes).code == 0
    assert sign("--again", **homes).code == 0
    shutil.rmtree(tmp_path / "share")
    shutil.rmtree(tmp_path / "config")
    assert sign(**homes).code == 0
    assert accepts(practice) == 3


def test_an_older_list_put_back_does_not_forget_what_was_sealed_since(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, journal: Path, tmp_path: Path
) -> None:
    """Nothing in it is unfinished, so nobody is asked about a moved folder."""
    assert sign().code == 0
    shutil.copy2(journal, tmp_path / "backup.sqlite")
    assert sign(name="Lease.pdf").code == 0
    for receipt in (tmp_path / "Sealed").glob("*receipt*"):
        receipt.unlink()
    shutil.copy2(tmp_path / "backup.sqlite", journal)
    for ended in (signdesk("resume", "--json", **KEY), sign("--again", name="Lease.pdf")):
        assert ended.code == 4, ended.err
        assert "An older list of batches was put back" in ended.err
        assert "signdesk resume --seen" in ended.err
    assert signdesk("resume", "--seen", **KEY).code == 0
    ended = sign(name="Lease.pdf")
    assert (ended.code, accepts(practice)) == (4, 2), ended.err
    assert "this file is older than that" in ended.out
    assert "  " not in ended.err
    assert sign("--again", name="Lease.pdf").code == 0
    assert signdesk("resume", **KEY).code == 0


@pytest.mark.parametrize(("answer", "sealed"), [("--moved-here", 2), ("--copied-here", 1)])
def test_an_older_list_with_unfinished_batches_asks_about_the_folder_and_then_the_same(
    signdesk: SignDesk,
    sign: Callable[..., Ended],
    practice: PracticeRun,
    journal: Path,
    tmp_path: Path,
    answer: str,
    sealed: int,
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.CREATE, http_status=503),))
    assert sign().code == 3
    shutil.copy2(journal, tmp_path / "backup.sqlite")
    practice.profile = ResponseProfile()
    assert sign(name="Lease.pdf").code == 0
    shutil.copy2(tmp_path / "backup.sqlite", journal)
    assert "--moved-here" in signdesk("resume", **KEY).err
    assert signdesk("resume", answer, **KEY).code == 0
    ended = sign(name="Lease.pdf")
    assert (ended.code, accepts(practice)) == (4, sealed), ended.err


@pytest.mark.parametrize("how", ["damaged", "gone"])
def test_what_receipts_say_is_known_again(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, journal: Path, how: str
) -> None:
    folder = journal.parent.parent / "Sealed"
    (journal.parent).mkdir(exist_ok=True)
    (journal.parent / "settings.toml").write_text(f"[saving]\nfolder = '{folder}'\n")
    assert sign().code == 0
    if how == "gone":
        journal.unlink()
    else:
        journal.write_bytes(b"no database" * 1000)
    ended = signdesk("resume", **KEY)
    assert (ended.code, "1 batch was taken into the list from its receipt" in ended.err) == (4, True), (
        ended.err
    )
    assert signdesk("resume", "--seen", **KEY).code == 0
    ended = sign("--json")
    assert (ended.code, accepts(practice)) == (4, 1), ended.err
    assert "Already sealed on" in ended.json["batches"][0]["documents"][0]["message"]
    assert str(folder) in ended.json["batches"][0]["documents"][0]["message"]


def test_status_says_that_the_list_was_lost(
    signdesk: SignDesk, sign: Callable[..., Ended], journal: Path
) -> None:
    assert sign().code == 0
    journal.unlink()
    for _ in range(2):
        ended = signdesk("status")
        assert (ended.code, "signdesk resume --seen" in ended.err) == (0, True), ended.err
    assert signdesk("resume", "--seen", **KEY).code == 0
    assert "--seen" not in signdesk("status").err
