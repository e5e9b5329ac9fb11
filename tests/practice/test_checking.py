"""The second practice process: says of each document whether its seals are intact."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from signdesk.domain.reports import Status
from signdesk.practice.data_folder import seal_key
from signdesk.practice.sealing import MARK, Sealer, check
from tests.practice.calls import accepted, call
from tests.support.practice_runner import running_practice
from tests.support.samples import blank_pdf


@pytest.fixture
def sealed(tmp_path: Path) -> dict[str, bytes]:
    """A sealed PDF, a document, and the seal beside it."""
    sealer = Sealer(seal_key(tmp_path / "key"))
    plain, target, letter = tmp_path / "plain.pdf", tmp_path / "sealed.pdf", tmp_path / "letter.txt"
    plain.write_bytes(blank_pdf())
    letter.write_bytes(b"Dear all")
    sealer.seal_pdf(plain, target)
    return {
        "sealed.pdf": target.read_bytes(),
        "letter.txt": b"Dear all",
        "letter.txt.p7s": sealer.sign_detached(letter),
    }


def findings(tmp_path: Path, documents: dict[str, bytes]) -> dict[str, str]:
    paths = []
    for number, (name, content) in enumerate(documents.items()):
        path = tmp_path / f"document-{number}"
        path.write_bytes(content)
        paths.append((name, path))
    return {one["name"]: one["finding"] for one in check(paths)["documents"]}


def test_intact_seals_are_found_intact(tmp_path: Path, sealed: dict[str, bytes]) -> None:
    assert findings(tmp_path, sealed) == {
        "sealed.pdf": "intact",
        "letter.txt": "intact",
        "letter.txt.p7s": "no signature",
    }


def test_changed_documents_are_found_broken(tmp_path: Path, sealed: dict[str, bytes]) -> None:
    changed = {
        "sealed.pdf": sealed["sealed.pdf"].replace(b"595", b"596", 1),
        "letter.txt": b"Dear nobody",
        "letter.txt.p7s": sealed["letter.txt.p7s"],
    }

    found = findings(tmp_path, changed)

    assert (found["sealed.pdf"], found["letter.txt"]) == ("broken", "broken")


def test_what_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    found = findings(
        tmp_path, {"a.pdf": b"rubbish", "b.txt": b"b", "b.txt.p7s": b"rubbish", "c.pdf": blank_pdf()}
    )

    assert found == {
        "a.pdf": "not readable", "b.txt": "not readable", "b.txt.p7s": "no signature", "c.pdf": "no signature"
    }  # fmt: skip


def test_the_result_holds_the_documents_unchanged_and_a_marked_report(
    tmp_path: Path, sealed: dict[str, bytes]
) -> None:
    with running_practice(tmp_path) as practice:
        batch_id = accepted(practice, sealed, process=2)
        practice.wait_until(batch_id, Status.CLOSED)
        archive = call(practice, "GET", f"/api/batchfile/{batch_id}").archive
        documents = call(practice, "GET", f"/api/BatchStatus/{batch_id}").json["documents"]

    assert {name: archive.read(name) for name in sealed} == sealed
    assert set(archive.namelist()) - set(sealed) == {
        "Practice check report.json",
        "Practice check report.txt",
    }
    report = json.loads(archive.read("Practice check report.json"))
    assert report["mark"] == MARK == "PRACTICE CHECK, NO LEGAL EFFECT"
    assert archive.read("Practice check report.txt").decode().startswith(MARK)
    assert "sealed.pdf: intact" in archive.read("Practice check report.txt").decode()
    assert {(one["signed"], one["signingResult_Success"]) for one in documents} == {("false", "true")}
