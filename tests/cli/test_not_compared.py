"""Pages that this computer could not compare: the result is saved, nothing is claimed, it is tried again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema
import pytest

from signdesk.practice.service import Method
from signdesk.resources import resource
from tests.cli.conftest import Ended, SignDesk
from tests.support.canary import KEY
from tests.support.paged_pdf import letter, paged_pdf
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.response_profile import ResponseProfile
from tests.support.saved import saved_in

NAMES = ("Contract.pdf", "Letter.pdf")
CHECKOUT = Path(__file__).parents[2]
Run = Callable[..., Ended]


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeRun]:
    folder = tmp_path / "server"
    folder.mkdir()
    with running_practice(folder, profile=ResponseProfile(rewritten=("Letter.pdf",))) as running:
        yield running


@pytest.fixture
def run(signdesk: SignDesk, practice: PracticeRun, settings: Callable[[str], None], tmp_path: Path) -> Run:
    """run("sign" or "resume", ..., drawn=True): `drawn`, whether this computer has what draws pages."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_bytes(paged_pdf([letter(name), letter(f"Second page of {name}")]))
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "pypdfium2.py").write_text("raise ImportError('libpdfium.so: cannot open')\n")
    settings(f'[connections.a]\nname = "A"\naddress = "{practice.server.base_url}"\n')

    def started(verb: str, *more: str, drawn: bool = True) -> Ended:
        order = ("--process", "1", "--save-to", tmp_path / "Sealed", folder) if verb == "sign" else ()
        path = str(CHECKOUT) if drawn else f"{broken}:{CHECKOUT}"
        return signdesk(verb, *more, *order, SIGNDESK_API_KEY=KEY, PYTHONPATH=path)

    return started


def test_it_waits_with_the_result_saved_and_is_compared_later(
    run: Run, practice: PracticeRun, tmp_path: Path
) -> None:
    ended = run("sign", "--json", drawn=False)
    assert ended.code == 3, ended.out + ended.err
    jsonschema.validate(ended.json, json.loads(resource("schemas", "sign-result.json").read_text()))
    (batch,) = ended.json["batches"]
    assert batch["state"] == "waiting"
    assert [one["outcome"] for one in batch["documents"]] == ["sealed", "pending"]
    assert "that was not possible on this computer" in batch["documents"][1]["message"]
    (saved,) = saved_in(tmp_path / "Sealed")
    content = saved.read_bytes()
    assert practice.ledger.count(Method.DELETE) == 0

    still = run("resume", drawn=False)
    assert still.code == 3, still.out + still.err
    assert "“signdesk resume” compares the pages again" in still.err
    assert "libpdfium" not in still.out
    assert practice.ledger.count(Method.DELETE) == 0

    over = run("resume")
    assert over.code == 1, over.out + over.err
    assert "1 of 2 sealed and checked, 1 changed by the server: look at it." in over.err
    assert "a stamp on page 1" in over.out
    assert saved_in(tmp_path / "Sealed") == [saved]
    assert saved.read_bytes() == content
    assert len(list((tmp_path / "Sealed").glob("*receipt.json"))) == 1
    counted = [practice.ledger.count(one) for one in (Method.ACCEPT, Method.DOWNLOAD, Method.DELETE)]
    assert counted == [1, 1, 1]


def test_the_same_order_again_is_no_second_one(run: Run, practice: PracticeRun) -> None:
    assert run("sign", drawn=False).code == 3
    ended = run("sign")
    assert ended.code == 1, ended.out + ended.err
    assert practice.ledger.count(Method.ACCEPT) == 1
    assert practice.ledger.count(Method.DOWNLOAD) == 1


def test_where_the_saved_file_was_taken_away_it_is_fetched_again(
    run: Run, practice: PracticeRun, tmp_path: Path
) -> None:
    assert run("sign", drawn=False).code == 3
    (saved,) = saved_in(tmp_path / "Sealed")
    saved.unlink()
    ended = run("resume")
    assert ended.code == 1, ended.out + ended.err
    assert len(saved_in(tmp_path / "Sealed")) == 1
    counted = [practice.ledger.count(one) for one in (Method.ACCEPT, Method.DOWNLOAD, Method.DELETE)]
    assert counted == [1, 2, 1]


def test_it_can_be_put_away(run: Run, signdesk: SignDesk, practice: PracticeRun) -> None:
    ended = run("sign", "--json", drawn=False)
    dropped = signdesk("drop", ended.json["batches"][0]["id"])
    assert dropped.code == 0, dropped.err
    assert practice.ledger.count(Method.DELETE) == 0
