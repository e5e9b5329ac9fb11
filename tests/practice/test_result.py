"""What a result can be: as it should be, or wrong in one chosen way."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from signdesk.domain.reports import Status
from tests.practice.calls import Reply, accepted, call
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.response_profile import ResponseProfile, ResultForm
from tests.support.samples import blank_pdf

THREE = {"a.pdf": blank_pdf(), "b.pdf": blank_pdf() + b"% another\n", "c.csv": b"1;2"}


def fetched(practice: PracticeRun, documents: Mapping[str, bytes] = THREE) -> Reply:
    batch_id = accepted(practice, documents)
    practice.wait_until(batch_id, Status.CLOSED)
    return call(practice, "GET", f"/api/batchfile/{batch_id}")


def result_in(tmp_path: Path, profile: ResponseProfile) -> dict[str, bytes]:
    with running_practice(tmp_path, profile=profile) as practice:
        archive = fetched(practice).archive
    assert archive.testzip() is None
    return {one.filename: archive.read(one) for one in archive.infolist()}


def is_sealed(content: bytes, original: bytes) -> bool:
    return content.startswith(original) and b"/ByteRange" in content[len(original) :]


def test_is_flat_and_holds_originals_with_their_seals(tmp_path: Path) -> None:
    result = result_in(tmp_path, ResponseProfile())

    assert list(result) == ["a.pdf", "b.pdf", "c.csv", "c.csv.p7s"]
    assert is_sealed(result["a.pdf"], THREE["a.pdf"])
    assert is_sealed(result["b.pdf"], THREE["b.pdf"])
    assert result["c.csv"] == THREE["c.csv"]


def test_one_document_can_come_back_unsealed_and_flagged(tmp_path: Path) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(unsealed=("b.pdf",))) as practice:
        archive = fetched(practice).archive
        documents = call(practice, "GET", "/api/BatchStatus/2123").json["documents"]

    assert archive.read("b.pdf") == THREE["b.pdf"]
    assert is_sealed(archive.read("a.pdf"), THREE["a.pdf"])
    assert [one["signed"] for one in documents] == ["true", "false", "true"]


def test_flags_can_lie_about_a_result_without_seals(tmp_path: Path) -> None:
    profile = ResponseProfile(result=ResultForm.UNSEALED, flags_lie=True)
    with running_practice(tmp_path, profile=profile) as practice:
        archive = fetched(practice).archive
        documents = call(practice, "GET", "/api/BatchStatus/2123").json["documents"]

    assert {one: archive.read(one) for one in archive.namelist()} == THREE
    assert {one["signed"] for one in documents} == {"true"}


def test_documents_can_be_dropped_renamed_and_get_other_endings(tmp_path: Path) -> None:
    profile = ResponseProfile(
        dropped=("c.csv",), renamed=(("a.pdf", "A.PDF"),), endings=((".pdf", ".signed.pdf"),)
    )

    assert list(result_in(tmp_path, profile)) == ["A.PDF", "b.signed.pdf"]


def test_contents_can_be_swapped(tmp_path: Path) -> None:
    result = result_in(tmp_path, ResponseProfile(swapped=True, dropped=("c.csv",)))

    assert list(result) == ["a.pdf", "b.pdf"]
    assert is_sealed(result["a.pdf"], THREE["b.pdf"])
    assert is_sealed(result["b.pdf"], THREE["a.pdf"])


def test_one_document_can_be_another_sealed_pdf(tmp_path: Path) -> None:
    result = result_in(tmp_path, ResponseProfile(substituted=("b.pdf",)))

    assert not result["b.pdf"].startswith(THREE["b.pdf"])
    assert b"/ByteRange" in result["b.pdf"]


def test_the_signature_can_come_alone(tmp_path: Path) -> None:
    assert list(result_in(tmp_path, ResponseProfile(signature_only=True))) == ["a.pdf", "b.pdf", "c.csv.p7s"]


def test_entries_of_no_document_can_be_added(tmp_path: Path) -> None:
    result = result_in(tmp_path, ResponseProfile(extra_entries=(("report.xml", "<ok/>"),)))

    assert result["report.xml"] == b"<ok/>"


def test_a_foreign_result_holds_nothing_that_was_sent(tmp_path: Path) -> None:
    result = result_in(tmp_path, ResponseProfile(result=ResultForm.FOREIGN))

    assert list(result) == ["Somebody else.pdf"]
    assert b"/ByteRange" in result["Somebody else.pdf"]


@pytest.mark.parametrize("form", [ResultForm.CUT_OFF, ResultForm.NO_ZIP])
def test_a_result_can_be_no_archive(tmp_path: Path, form: ResultForm) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(result=form)) as practice:
        reply = fetched(practice)

    assert reply.status == 200
    with pytest.raises(zipfile.BadZipFile):
        _ = reply.archive


def test_a_damaged_result_has_one_entry_with_a_wrong_checksum(tmp_path: Path) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(result=ResultForm.DAMAGED)) as practice:
        archive = fetched(practice).archive

    assert archive.testzip() in archive.namelist()


def test_a_result_can_name_one_entry_twice(tmp_path: Path) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(result=ResultForm.DUPLICATES)) as practice:
        archive = fetched(practice).archive

    assert archive.namelist().count("a.pdf") == 2
    assert archive.testzip() is None


def test_a_result_can_have_a_name_that_leads_out_of_the_folder(tmp_path: Path) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(result=ResultForm.UNSAFE_NAMES)) as practice:
        assert "../../escaped.pdf" in fetched(practice).archive.namelist()
