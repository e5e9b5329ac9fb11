"""A server that writes every document anew and renames it: found by few comparisons."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from signdesk.domain.batches import BatchDocument, Outcome
from signdesk.domain.documents import Document
from signdesk.domain.matching import Match
from signdesk.jobs.entry_checks import EntryChecks
from signdesk.jobs.page_judge import PageJudge
from signdesk.jobs.page_matching import PageMatching, matched_by_pages
from signdesk.seals.seal_checker import SealChecker
from signdesk.seals.worker.client import DocumentWorker
from signdesk.storage.archive import read_archive
from tests.jobs.test_not_compared import killed
from tests.support.paged_pdf import box, letter, paged_pdf, text

STAMP = text("SEALED 26.11.2026 No 88123", x=350, y=60, size=9)


@pytest.fixture
def worker() -> Iterator[DocumentWorker]:
    with DocumentWorker() as made:
        yield made


def matched(
    folder: Path, worker: DocumentWorker, sent: Sequence[bytes], returned: Sequence[bytes]
) -> PageMatching:
    """`sent` as documents 0, 1, …; `returned` as "r0.pdf", "r1.pdf", …."""
    documents = []
    for number, content in enumerate(sent):
        path = folder / f"{number}.pdf"
        path.write_bytes(content)
        sha256 = hashlib.sha256(content).hexdigest()
        documents.append(BatchDocument(Document(path, path.name, len(content), 0, sha256, 0), path.name))
    names = tuple(f"r{number}.pdf" for number in range(len(returned)))
    with zipfile.ZipFile(folder / "result.zip", "w") as made:
        for name, content in zip(names, returned, strict=True):
            made.writestr(name, content)
    work = folder / "work"
    work.mkdir()
    archive = read_archive(folder / "result.zip", [one.sent_name for one in documents], 100_000_000)
    looks = EntryChecks(archive, work, SealChecker(worker))
    judge = PageJudge(looks, worker, changes_documents=False)
    return matched_by_pages(
        archive, documents, ((Match(None, ()),) * len(documents), names), judge, lambda _: True
    )


def owners(found: PageMatching) -> list[str | None]:
    return [one.main for one in found.matches]


@pytest.mark.parametrize(
    "count", [7, pytest.param(2000, marks=[pytest.mark.long, pytest.mark.timeout(1800)])]
)
def test_as_many_comparisons_as_documents(tmp_path: Path, worker: DocumentWorker, count: int) -> None:
    pages = [
        letter("Invoice of the year", f"Number {1000 + number}", "To be paid") for number in range(count)
    ]
    found = matched(
        tmp_path,
        worker,
        [paged_pdf([page]) for page in pages],
        [paged_pdf([page + STAMP]) for page in reversed(pages)],
    )
    assert owners(found) == [f"r{count - 1 - number}.pdf" for number in range(count)]
    assert (found.extra, found.unknown) == ((), {})
    assert worker.requests <= 3 * count + 10  # two looks at marks and one comparison each


def test_pages_without_words_are_found_too(tmp_path: Path, worker: DocumentWorker) -> None:
    pages = [box(60 + 60 * number, 300, 50, 200, 0.2) for number in range(7)]
    sent, returned = (
        [paged_pdf([one]) for one in pages],
        [paged_pdf([one + STAMP]) for one in reversed(pages)],
    )
    assert owners(matched(tmp_path, worker, sent, returned)) == [f"r{6 - number}.pdf" for number in range(7)]


def test_empty_pages_are_nobodys(tmp_path: Path, worker: DocumentWorker) -> None:
    """There is nothing by which one could be told from another."""
    found = matched(tmp_path, worker, [paged_pdf([""]), paged_pdf(["", ""])], [paged_pdf([STAMP, ""])])
    assert owners(found) == [None, None]


def test_what_looks_the_same_goes_before_what_looks_different(tmp_path: Path, worker: DocumentWorker) -> None:
    """The same words with other pictures."""
    page, chart = letter("The chart of the year"), box(60, 300, 100, 200, 0.2)
    other = box(300, 100, 200, 60, 0.2)
    found = matched(
        tmp_path,
        worker,
        [paged_pdf([page + chart]), paged_pdf([page + other])],
        [paged_pdf([page + other + STAMP]), paged_pdf([page + chart + STAMP])],
    )
    assert owners(found) == ["r1.pdf", "r0.pdf"]


def test_two_of_the_very_same_content_have_one_file_each(tmp_path: Path, worker: DocumentWorker) -> None:
    content = paged_pdf([letter()])
    found = matched(tmp_path, worker, [content] * 2, [paged_pdf([letter() + STAMP])] * 2)
    assert sorted(filter(None, owners(found))) == ["r0.pdf", "r1.pdf"]


def test_files_that_cannot_be_read_end_the_search_and_nothing_is_called_missing(
    tmp_path: Path, worker: DocumentWorker
) -> None:
    sent = [paged_pdf([letter(f"Number {number}")]) for number in range(6)]
    found = matched(tmp_path, worker, sent, [b"%PDF-1.7\nnothing\n"] * 6)
    assert set(found.unknown.values()) == {Outcome.NOT_RECOGNISED}
    assert worker.requests < 12


def test_what_this_computer_could_not_compare_is_pending(tmp_path: Path, worker: DocumentWorker) -> None:
    with killed(worker, most=99):
        found = matched(tmp_path, worker, [paged_pdf([letter()])], [paged_pdf([letter() + STAMP])])
    assert found.unknown == {0: Outcome.PENDING}
    assert found.extra == ("r0.pdf",)
