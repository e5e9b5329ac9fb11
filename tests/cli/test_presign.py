"""`sign` looks into documents as the window does: what no server can seal, and what a seal may harm."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from signdesk.practice.service import Method
from signdesk.resources import resource
from tests.cli.conftest import Ended, SignDesk
from tests.cli.test_sign import schema
from tests.support import hostile
from tests.support.canary import KEY
from tests.support.odd_pdfs import encrypted
from tests.support.practice_runner import PracticeRun
from tests.support.samples import a_pdf
from tests.support.saved import saved_in

PDFS = Path(__file__).parents[1] / "support" / "pdfs"
LOCKED, PROTECTED, MANAGED = (
    PDFS / f"{name}.pdf" for name in ("locked-field", "aes256-r5-owner-only", "irm-handler")
)
Sign = Callable[..., Ended]


@pytest.fixture
def sign(signdesk: SignDesk, practice: PracticeRun, tmp_path: Path) -> Sign:
    """sign(*files and options): by process 1 of the practice server, saved to `Sealed`."""

    def run(*more: str | Path, process: str = "1") -> Ended:
        where = ("--server", practice.server.base_url, "--save-to", tmp_path / "Sealed")
        return signdesk("sign", "--process", process, *where, *more, SIGNDESK_API_KEY=KEY)

    return run


def requests(practice: PracticeRun) -> int:
    return sum(practice.ledger.count(method) for method in Method)


@pytest.mark.parametrize("path", [LOCKED, PROTECTED])
def test_what_a_seal_may_harm_goes_only_with_send_anyway(
    sign: Sign, practice: PracticeRun, tmp_path: Path, letter: Path, path: Path
) -> None:
    ended = sign(letter, path)
    assert ended.code == 4, ended.err
    assert path.name in ended.out
    assert "--send-anyway" in ended.err
    assert requests(practice) == 0
    assert not (tmp_path / "Sealed").exists() or saved_in(tmp_path / "Sealed") == []
    assert sign("--send-anyway", letter, path).code in (0, 1)  # the practice server cannot write revision 5
    assert practice.ledger.count(Method.ACCEPT) == 1


def test_json_says_which_document_it_is_about(sign: Sign, letter: Path) -> None:
    ended = sign("--json", letter, LOCKED)
    assert ended.code == 4
    jsonschema.validate(ended.json, schema())
    (batch,) = ended.json["batches"]
    assert batch["state"] == "needs_you"
    told = {one["name"]: one["message"] for one in batch["documents"]}
    assert told["Letter.pdf"] == ""
    assert told[LOCKED.name].startswith("It is certified: no changes allowed.")


@pytest.mark.parametrize("more", [(), ("--send-anyway",)])
def test_what_no_server_can_seal_is_bad_input_whatever_is_said(
    sign: Sign, practice: PracticeRun, tmp_path: Path, letter: Path, more: tuple[str, ...]
) -> None:
    secret = tmp_path / "Secret.pdf"
    secret.write_bytes(encrypted(a_pdf(), "in", "out"))
    ended = sign(*more, letter, LOCKED, secret, MANAGED)
    assert ended.code == 2, ended.err
    assert "Secret.pdf: It opens only with a password." in ended.err
    assert f"{MANAGED.name}: It opens only for certain people" in ended.err
    assert "Nothing was sent." in ended.err
    assert requests(practice) == 0


def test_a_process_that_only_validates_does_no_harm(
    signdesk: SignDesk, practice: PracticeRun, tmp_path: Path, settings: Callable[[str], None]
) -> None:
    settings(
        "[connections.office]\n"
        f'address = "{practice.server.base_url}"\n'
        "[connections.office.processes.2]\n"
        'label = "Check"\n'
        'kind = "validate"\n'
    )
    where = ("--connection", "office", "--process", "2", "--save-to", tmp_path / "Sealed")
    ended = signdesk("sign", *where, LOCKED, SIGNDESK_API_KEY=KEY)
    assert ended.code == 0, ended.err
    assert practice.ledger.count(Method.ACCEPT) == 1


BROKEN = "It was certified before, with no changes allowed: this seal broke that signature."


def test_a_seal_that_broke_an_earlier_signature_is_said_afterwards(
    signdesk: SignDesk, sign: Sign, letter: Path, tmp_path: Path, settings: Callable[[str], None]
) -> None:
    """On the command line, in what programs read, in the receipts, and when it is looked at again."""
    settings("[saving]\nreceipts = true\n")
    ended = sign("--send-anyway", "--json", letter, LOCKED)
    assert ended.code == 0, ended.err
    (batch,) = ended.json["batches"]
    told = {one["name"]: one["message"] for one in batch["documents"]}
    assert BROKEN in told[LOCKED.name]
    assert BROKEN not in told["Letter.pdf"]
    (receipt,) = (tmp_path / "Sealed").glob("*.json")
    jsonschema.validate(
        json.loads(receipt.read_bytes()), json.loads(resource("schemas/receipt.json").read_bytes())
    )
    (page,) = (tmp_path / "Sealed").glob("*.html")
    assert page.read_text(encoding="utf-8").count("which allowed no changes, was broken by this seal") == 1
    (table,) = (tmp_path / "Sealed").glob("*.csv")
    assert table.read_text(encoding="utf-8").count(BROKEN) == 1
    looked = signdesk("verify", "--json", *(tmp_path / "Sealed").glob("*.zip"))
    assert (looked.code, looked.out.count(BROKEN)) == (0, 1), looked.err


def test_what_is_too_complex_to_be_looked_into_goes_only_with_send_anyway(
    sign: Sign, practice: PracticeRun, tmp_path: Path, letter: Path
) -> None:
    doubling = tmp_path / "Doubling.pdf"
    doubling.write_bytes(hostile.doubling_fields())
    ended = sign(letter, doubling)
    assert ended.code == 4, ended.err
    assert "It is too complex to be looked into" in ended.out
    assert requests(practice) == 0


def test_what_is_odd_is_said_and_sent_and_never_called_damaged(
    sign: Sign, practice: PracticeRun, tmp_path: Path, letter: Path
) -> None:
    noise = tmp_path / "Noise.docx"
    noise.write_bytes(b"rubbish" * 500)
    odd = [PDFS / f"{name}.pdf" for name in ("no-eof-mark", "bom-before", "4096-nul-after-eof")]
    ended = sign(letter, noise, *odd)
    assert ended.code == 1, ended.err
    assert practice.ledger.count(Method.ACCEPT) == 1
    assert "no-eof-mark.pdf: The PDF has no end mark and may be cut off: open it before you seal it." in (
        ended.err
    )
    assert "bom-before.pdf: The file has other data before the PDF begins" in ended.err
    assert "Noise.docx: Its content is not that of a “.docx” file: open it before you seal it." in ended.err
    assert "nul-after-eof.pdf: " not in ended.err
    assert "DAMAGED" not in ended.out
