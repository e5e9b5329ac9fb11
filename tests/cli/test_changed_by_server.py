"""A server that changes PDFs before it seals them: saved, compared, told; from outside, the ledger asked."""

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

NAMES = ("Contract.pdf", "Letter.pdf", "Minutes.pdf")
Sign = Callable[..., Ended]


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeRun]:
    folder = tmp_path / "server"
    folder.mkdir()
    with running_practice(folder, profile=ResponseProfile(rewritten=("Letter.pdf",))) as running:
        yield running


@pytest.fixture
def sign(
    signdesk: SignDesk, practice: PracticeRun, settings: Callable[[str], None], tmp_path: Path
) -> Callable[..., Ended]:
    """sign(*more, known=False): three documents, of which the server writes one anew."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_bytes(paged_pdf([letter(name), letter(f"Second page of {name}")]))

    def run(*more: str, known: bool = False) -> Ended:
        settings(
            f'[connections.a]\nname = "A"\naddress = "{practice.server.base_url}"\n'
            f"[connections.a.processes.1]\nchanges_documents = {str(known).lower()}\n"
        )
        arguments = ("--process", "1", "--save-to", tmp_path / "Sealed", *more, folder)
        return signdesk("sign", *arguments, SIGNDESK_API_KEY=KEY)

    return run


def test_one_is_told_among_the_good_ones_and_wants_a_look(
    sign: Sign, practice: PracticeRun, signdesk: SignDesk, tmp_path: Path
) -> None:
    ended = sign("--json")
    assert ended.code == 1, ended.err
    jsonschema.validate(ended.json, json.loads(resource("schemas", "sign-result.json").read_text()))
    (batch,) = ended.json["batches"]
    assert batch["state"] == "partly_done"
    assert [one["outcome"] for one in batch["documents"]] == ["sealed", "resealed", "sealed"]
    changed = batch["documents"][1]
    assert "; the server changed the file before it sealed." in changed["message"]
    assert "Compared page by page: page 2 looks the same; a stamp on page 1." in changed["message"]
    assert [one["state"] for one in changed["pages"]["pages"]] == ["added_to", "same"]
    assert changed["pages"]["counts_as_sealed"] is False
    assert "pages" not in batch["documents"][0]
    assert len(saved_in(tmp_path / "Sealed")) == 1
    assert practice.ledger.count(Method.DELETE) == 1

    again = sign()
    assert again.code == 4, again.out + again.err
    assert practice.ledger.count(Method.ACCEPT) == 1
    verified = signdesk("verify", *saved_in(tmp_path / "Sealed"))
    assert verified.code == 0, verified.out
    assert verified.out.count("intact") >= 3
    assert "a stamp on page 1" in verified.out


def test_the_count_says_that_one_was_changed(sign: Sign) -> None:
    ended = sign()
    assert ended.code == 1
    assert "2 of 3 sealed and checked, 1 changed by the server: look at it." in ended.err
    assert "sealed, changed  Letter.pdf" in ended.out


def test_where_the_process_is_known_to_do_so_it_is_done(sign: Sign, tmp_path: Path) -> None:
    ended = sign(known=True)
    assert ended.code == 0, ended.err
    assert "3 of 3 sealed and checked, 1 of them changed by the server." in ended.err
    (receipt,) = (tmp_path / "Sealed").glob("*receipt.json")
    made = json.loads(receipt.read_text())
    assert made["batch"]["state"] == "done"
    assert made["documents"][1]["pages"]["counts_as_sealed"] is True
    (page,) = (tmp_path / "Sealed").glob("*receipt.html")
    assert "3 of 3 sealed and checked, 1 of them changed by the server" in page.read_text()


def test_without_the_original_verify_says_that_pages_were_not_compared(
    sign: Sign, signdesk: SignDesk, tmp_path: Path
) -> None:
    sign()
    (tmp_path / "documents" / "Letter.pdf").unlink()
    verified = signdesk("verify", *saved_in(tmp_path / "Sealed"))
    assert verified.code == 0, verified.out
    assert "The pages were not compared: the document as it was sent is not there any more." in verified.out
