"""Where the journal is lost, the receipts bring the history back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import SignDesk
from tests.support.canary import WRONG_KEY
from tests.support.samples import a_pdf


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of results and the journal that knows them, made once for all tests."""
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def saved(signdesk: SignDesk, store: Path, tmp_path: Path) -> Path:
    """Two finished batches."""
    if not any(store.iterdir()):
        for name in ("Letter.pdf", "Lease.pdf"):
            (tmp_path / name).write_bytes(a_pdf(name))
            order = ("sign", "--practice", "--process", "1", "--save-to", store / "Sealed", tmp_path / name)
            ended = signdesk(*order)
            assert ended.code == 0, ended.err
        shutil.copytree(tmp_path / "data", store / "data")
    shutil.copytree(store / "data", tmp_path / "data", dirs_exist_ok=True)
    return Path(shutil.copytree(store / "Sealed", tmp_path / "Sealed"))


def lose_the_journal(tmp_path: Path) -> None:
    for path in (tmp_path / "data").glob("journal*"):
        path.unlink()


def test_the_list_is_as_it_was(signdesk: SignDesk, saved: Path, tmp_path: Path) -> None:
    before = signdesk("status", "--json").json["batches"]
    for one in before:
        one["saved_to"] = str(saved / Path(one["saved_to"]).name)  # where it was copied to
    assert len(before) == 2
    lose_the_journal(tmp_path)
    assert signdesk("status", "--json").json["batches"] == []

    ended = signdesk("restore", saved)
    assert (ended.code, ended.out.strip()) == (0, "2 taken into the list, 0 known already.")
    assert signdesk("status", "--json").json["batches"] == before
    again = signdesk("restore", saved)
    assert again.out.strip() == "0 taken into the list, 2 known already."


def test_a_moved_result_is_found_beside_its_receipt(signdesk: SignDesk, saved: Path, tmp_path: Path) -> None:
    lose_the_journal(tmp_path)
    moved = shutil.move(saved, tmp_path / "Archive")
    assert signdesk("restore", moved).code == 0
    for one in signdesk("status", "--json").json["batches"]:
        assert Path(one["saved_to"]).parent == tmp_path / "Archive"
        assert Path(one["saved_to"]).is_file()


def test_nothing_of_a_forged_receipt_is_sent_or_deleted(
    signdesk: SignDesk, saved: Path, tmp_path: Path
) -> None:
    """It claims that the server still has a copy that should be gone."""
    lose_the_journal(tmp_path)
    receipt = sorted(saved.glob("*.json"))[0]
    forged = json.loads(receipt.read_text("utf-8"))
    forged["result"] |= {"deleted_from_server_at": None, "kept_on_server": False}
    forged["server"]["address"] = "https://seal.example.com"
    receipt.write_text(json.dumps(forged))
    assert signdesk("restore", receipt).code == 0
    ended = signdesk("resume", "--json", SIGNDESK_API_KEY=WRONG_KEY)
    assert (ended.code, ended.json) == (0, {"batches": []})


def test_what_cannot_be_used_is_named_and_the_rest_is_taken(
    signdesk: SignDesk, saved: Path, tmp_path: Path
) -> None:
    lose_the_journal(tmp_path)
    first, second = sorted(saved.glob("*.json"))
    first.write_text("{")
    ended = signdesk("restore", saved)
    assert ended.code == 1
    assert first.name in ended.err
    assert ended.out.strip() == "1 taken into the list, 0 known already."
    bad = json.loads(second.read_text("utf-8"))
    bad["batch"]["id"] = "../../x"
    second.write_text(json.dumps(bad))
    assert signdesk("restore", second).code == 1
    assert signdesk("restore", tmp_path / "data").code == 2


def test_what_was_restored_is_found_from_any_folder_and_was_sealed_when_it_was(
    signdesk: SignDesk, saved: Path, tmp_path: Path
) -> None:
    lose_the_journal(tmp_path)
    receipt = sorted(saved.glob("*.json"))[0]
    told = json.loads(receipt.read_text("utf-8"))
    told["batch"]["practice"] = False  # a practice seal holds nothing back
    for step in told["steps"]:
        step["at"] = step["at"].replace(step["at"][:10], "2024-02-03")
    receipt.write_text(json.dumps(told))
    assert signdesk("restore", receipt.relative_to(tmp_path)).code == 0
    (one,) = signdesk("status", "--json").json["batches"]
    assert Path(one["saved_to"]).is_absolute()
    assert Path(one["saved_to"]).is_file()
    document = tmp_path / told["documents"][0]["name"]
    document.write_bytes(a_pdf(document.name))
    order = ("sign", "--server", told["server"]["address"], "--process", "1", document)
    ended = signdesk(*order, SIGNDESK_API_KEY=WRONG_KEY)
    assert ended.code == 4, ended.err
    assert "Already sealed on 2024-02-03" in ended.out
