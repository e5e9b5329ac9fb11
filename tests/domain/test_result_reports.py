from __future__ import annotations

from dataclasses import replace

import pytest

from signdesk.domain.batches import BatchState, Outcome, ResultFile
from signdesk.domain.reports import is_readable, reports_of
from tests.desktop.values import SEAL, VALIDATE, batch


def file(name: str, sha256: str = "0" * 64) -> ResultFile:
    return ResultFile(name, sha256, 1)


def test_a_sealed_batch_has_only_what_belongs_to_no_document() -> None:
    made = batch(BatchState.DONE, "A.pdf", outcome=Outcome.SEALED)
    (one,) = made.documents
    one = replace(one, results=("A.pdf", "A.pdf.p7s"))
    files = (file("A.pdf"), file("A.pdf.p7s"), file("log.txt"))
    made = replace(made, documents=(one,), result_files=files, extra_results=("log.txt",), process=SEAL)

    assert [report.name for report in reports_of(made)] == ["log.txt"]


def test_of_a_check_everything_is_a_report_that_is_not_the_document_itself() -> None:
    made = batch(BatchState.DONE, "A.pdf", outcome=Outcome.VALIDATED)
    (one,) = made.documents
    one = replace(one, results=("A.pdf", "A.xml"))
    files = (file("A.pdf", one.document.sha256), file("A.xml"), file("all.json"))
    made = replace(made, documents=(one,), result_files=files, extra_results=("all.json",), process=VALIDATE)

    assert [report.name for report in reports_of(made)] == ["A.xml", "all.json"]


def test_a_batch_whose_files_nobody_noted_has_none() -> None:
    assert reports_of(batch(BatchState.DONE, process=VALIDATE, extra_results=("all.json",))) == ()


@pytest.mark.parametrize(
    ("name", "readable"),
    [("a.XML", True), ("a.pdf", True), ("a.json", True), ("a.txt", True), ("a.exe", False), ("a.html", False),
     ("a.pdf.lnk", False), ("a", False)],
)  # fmt: skip
def test_only_harmless_kinds_are_handed_to_programs(name: str, readable: bool) -> None:
    assert is_readable(file(name)) is readable
