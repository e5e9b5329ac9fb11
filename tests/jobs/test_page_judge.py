"""Servers that change a PDF before they seal it, and updates that show more than their seal."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from signdesk.domain.batches import BatchDocument, Outcome
from signdesk.domain.documents import Document
from signdesk.domain.page_comparison import PageState
from signdesk.jobs.result_check import Checked, check_result
from signdesk.practice.data_folder import MARK, seal_key
from signdesk.practice.sealing import Sealer
from signdesk.seals import Finding, verify_pdf
from signdesk.seals.worker.client import DocumentWorker
from tests.storage.journal_values import plain_batch
from tests.support.paged_pdf import LINES, letter, paged_pdf, text

DATA = Path(__file__).parents[1] / "seals" / "data" / "rewritten"
SECOND = letter("Second page, terms", "Nothing else was agreed")
SENT = paged_pdf([letter(), SECOND])
STAMP = text("SEALED 26.11.2026 No 88123", x=350, y=60, size=9)
Seal = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def seal(tmp_path_factory: pytest.TempPathFactory) -> Seal:
    folder = tmp_path_factory.mktemp("key")
    sealer = Sealer(seal_key(folder))

    def sealed(pdf: bytes) -> bytes:
        (folder / "in.pdf").write_bytes(pdf)
        sealer.seal_pdf(folder / "in.pdf", folder / "out.pdf")
        return (folder / "out.pdf").read_bytes()

    return sealed


@pytest.fixture(scope="module")
def worker() -> Iterator[DocumentWorker]:
    with DocumentWorker() as made:
        yield made


class Bench:
    """Documents of one order, and what came back for them."""

    def __init__(self, folder: Path, worker: DocumentWorker) -> None:
        self.folder = folder
        self._worker = worker
        self.changes_documents = False

    def check(self, returned: dict[str, bytes], sent: dict[str, bytes] | None = None) -> Checked:
        documents = tuple(self._document(*one) for one in (sent or {"Letter.pdf": SENT}).items())
        made = plain_batch()
        process = replace(made.process, changes_documents=self.changes_documents)
        batch = replace(made, process=process, documents=documents)
        with zipfile.ZipFile(self.folder / "result.zip", "w") as archive:
            for name, content in returned.items():
                archive.writestr(name, content)
        work = self.folder / "work"
        work.mkdir(exist_ok=True)
        checked = check_result(self.folder / "result.zip", batch, work, None, self._worker)
        assert list(work.iterdir()) == []
        return checked

    def one(self, returned: bytes) -> BatchDocument:
        return self.check({"Letter.pdf": returned}).documents[0]

    def _document(self, name: str, content: bytes) -> BatchDocument:
        path = self.folder / name
        if not path.exists():
            path.write_bytes(content)
        sha256 = hashlib.sha256(content).hexdigest()
        return BatchDocument(Document(path, name, len(content), 0, sha256, 0), name)


@pytest.fixture
def bench(tmp_path: Path, worker: DocumentWorker) -> Bench:
    return Bench(tmp_path, worker)


def update(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """With one more incremental update."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    made = io.BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    return made.getvalue()


def writing(content: str) -> Callable[[IncrementalPdfFileWriter], None]:
    def change(writer: IncrementalPdfFileWriter) -> None:
        page = writer.root["/Pages"]["/Kids"][0]
        stream = generic.StreamObject(stream_data=content.encode())
        page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), writer.add_object(stream)])
        writer.update_container(page)

    return change


def test_a_stamp_and_a_new_page_before_the_seal_are_said(bench: Bench, seal: Seal) -> None:
    one = bench.one(seal(paged_pdf([letter() + STAMP, SECOND, letter("Signature sheet")])))
    assert (one.outcome, one.checked, one.is_good) == (Outcome.RESEALED, True, False)
    assert one.seal.startswith(
        f"Sealed by “{MARK}”; the server changed the file before it sealed. "
        "Compared page by page: page 2 looks the same; a stamp on page 1; page 3 is new."
    )
    assert one.facts is not None
    assert one.comparison is not None
    assert one.comparison.is_harmless


def test_where_the_process_is_known_to_do_so_it_counts(bench: Bench, seal: Seal) -> None:
    bench.changes_documents = True
    assert bench.one(seal(paged_pdf([letter() + STAMP, SECOND]))).is_good
    over = letter() + " q 2 w 60 690 m 400 715 l S Q"
    touched = bench.one(seal(paged_pdf([over, SECOND])))
    assert (touched.outcome, touched.is_good) == (Outcome.RESEALED, False)
    (bench.folder / "Letter.pdf").unlink()
    bench.folder.joinpath("Letter.pdf").symlink_to(bench.folder / "nowhere")
    assert not bench.one(seal(paged_pdf([letter() + STAMP, SECOND]))).is_good


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param([letter("Delivery of 900 chairs", *LINES[1:]), SECOND], id="one digit"),
        pytest.param([letter() + "q 1 g 60 690 300 25 re f Q", SECOND], id="a white box"),
        pytest.param([SECOND, letter()], id="swapped pages"),
        pytest.param([letter()], id="a page less"),
    ],
)
def test_another_document_under_this_name_is_not_recognised(
    bench: Bench, seal: Seal, pages: list[str]
) -> None:
    bench.changes_documents = True
    one = bench.one(seal(paged_pdf(pages)))
    assert (one.outcome, one.is_good) == (Outcome.NOT_RECOGNISED, False)
    assert one.message.startswith("It is another document under this name, with an intact seal.")
    assert "not found again" in one.message
    assert one.comparison is not None
    assert one.comparison.lost


def test_other_letters_are_no_other_document(bench: Bench, seal: Seal) -> None:
    one = bench.one(seal(paged_pdf([letter(), SECOND], font="Times-Roman")))
    assert one.outcome is Outcome.RESEALED
    assert "the same words in another font" in one.seal


def test_a_rewritten_file_with_a_broken_seal_is_no_good_news(bench: Bench, seal: Seal) -> None:
    sealed = seal(paged_pdf([letter() + STAMP, SECOND]))
    one = bench.one(sealed.replace(b"re S", b"re f", 1) if b"re S" in sealed else sealed[:-30] + b" " * 30)
    assert one.outcome in (Outcome.DAMAGED, Outcome.NOT_RECOGNISED)


def test_without_the_original_the_pages_are_not_compared(bench: Bench, seal: Seal) -> None:
    bench.check({"Letter.pdf": SENT})
    (bench.folder / "Letter.pdf").write_bytes(SENT + b"\n")
    rewritten = seal(paged_pdf([letter() + STAMP, SECOND]))
    changed = bench.one(rewritten)
    assert changed.outcome is Outcome.RESEALED
    assert "The pages were not compared: the document was changed on this computer since." in changed.seal
    (bench.folder / "Letter.pdf").unlink()
    (bench.folder / "Letter.pdf").mkdir()
    gone = bench.one(rewritten)
    assert gone.outcome is Outcome.RESEALED
    assert "The pages were not compared: the document as it was sent is not there any more." in gone.seal


def test_an_update_that_writes_on_a_page_before_the_seal_is_not_as_sent(bench: Bench, seal: Seal) -> None:
    one = bench.one(seal(update(SENT, writing(STAMP))))
    assert (one.outcome, one.checked) == (Outcome.RESEALED, True)
    assert "a stamp on page 1" in one.seal


def test_an_update_that_hides_words_is_another_document(bench: Bench, seal: Seal) -> None:
    one = bench.one(seal(update(SENT, writing("q 1 g 60 690 300 25 re f Q"))))
    assert one.outcome is Outcome.NOT_RECOGNISED


def visibly_sealed(pdf: bytes, folder: Path, box: tuple[int, int, int, int]) -> bytes:
    """With a seal that has a picture on the first page."""
    key = seal_key(folder)
    signer = SimpleSigner(
        signing_cert=next(iter(load_certs_from_pemder_data(key.certificate_pem))),
        signing_key=load_private_key_from_pemder_data(key.key_pem, passphrase=None),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
    made = io.BytesIO()
    PdfSigner(
        PdfSignatureMetadata(field_name="Seal", md_algorithm="sha256", name="Office"),
        signer,
        stamp_style=TextStampStyle(stamp_text="SEALED by Office"),
        new_field_spec=SigFieldSpec("Seal", box=box, on_page=0),
    ).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=made)
    return made.getvalue()


def test_only_the_seals_own_picture_is_as_sent(bench: Bench) -> None:
    one = bench.one(visibly_sealed(SENT, bench.folder / "key", (340, 40, 540, 90)))
    assert (one.outcome, one.comparison) == (Outcome.SEALED, None)
    assert "intact over this document" in one.seal


def shows_more(sealed: bytes) -> bool:
    found = verify_pdf(io.BytesIO(sealed), hashlib.sha256(SENT).hexdigest(), len(SENT))
    assert found.finding is Finding.INTACT
    return found.may_show_more


def test_pages_are_compared_only_where_an_update_may_show_more(bench: Bench, seal: Seal) -> None:
    """An ordinary seal costs no drawing."""
    assert not shows_more(seal(SENT))
    assert not shows_more(seal(seal(SENT)))
    assert shows_more(seal(update(SENT, writing(STAMP))))
    assert shows_more(visibly_sealed(SENT, bench.folder / "key", (340, 40, 540, 90)))

    def optional(writer: Any) -> None:
        writer.root["/Optional"] = writer.root["/Pages"].raw_get("/Count")
        writer.update_root()

    assert shows_more(seal(update(SENT, optional)))


def test_a_seals_picture_over_words_wants_a_look(bench: Bench) -> None:
    one = bench.one(visibly_sealed(SENT, bench.folder / "key", (60, 690, 260, 720)))
    assert one.outcome is Outcome.RESEALED
    assert "page 1 looks different" in one.seal


def test_one_rewritten_among_good_ones_is_judged_alone(bench: Bench, seal: Seal) -> None:
    other = paged_pdf([letter("Lease of rooms")])
    checked = bench.check(
        {"Letter.pdf": seal(paged_pdf([letter() + STAMP, SECOND])), "Lease.pdf": seal(other)},
        {"Letter.pdf": SENT, "Lease.pdf": other},
    )
    assert [one.outcome for one in checked.documents] == [Outcome.RESEALED, Outcome.SEALED]
    assert "intact over this document" in checked.documents[1].seal
    assert checked.documents[1].comparison is None


def test_what_is_written_anew_and_renamed_is_known_by_its_pages(bench: Bench, seal: Seal) -> None:
    other = paged_pdf([letter("Lease of rooms")])
    checked = bench.check(
        {
            "report.pdf": paged_pdf([letter("All is well")]),
            "1.pdf": seal(paged_pdf([letter("Lease of rooms") + STAMP])),
            "2.pdf": seal(paged_pdf([letter() + STAMP, SECOND])),
        },
        {"Letter.pdf": SENT, "Lease.pdf": other},
    )
    assert [(one.outcome, one.results) for one in checked.documents] == [
        (Outcome.RESEALED, ("2.pdf",)),
        (Outcome.RESEALED, ("1.pdf",)),
    ]
    assert checked.extra_results == ("report.pdf",)


@pytest.mark.parametrize("result", ["gs-pdfa", "itext5-default", "stamp-on-pages"])
def test_results_of_real_servers(bench: Bench, result: str) -> None:
    sent = {name: (DATA / name).read_bytes() for name in ("Letter.pdf", "Contract xrefstream.pdf")}
    with zipfile.ZipFile(DATA / f"result-rew-{result}.zip") as archive:
        returned = {name: archive.read(name) for name in archive.namelist()}
    checked = bench.check(returned, sent)
    assert [one.outcome for one in checked.documents] == [Outcome.RESEALED] * 2
    for one in checked.documents:
        assert one.comparison is not None
        assert one.comparison.is_harmless
        assert {page.state for page in one.comparison.pages} <= {
            PageState.SAME,
            PageState.ADDED_TO,
            PageState.RESTYLED,
        }


@pytest.mark.parametrize("length", [9, 300, len(SENT) // 2])
def test_the_beginning_of_a_foreign_document_is_not_called_sealed(
    bench: Bench, seal: Seal, length: int
) -> None:
    """Nor damaged: its seal is intact, but over more than was sent."""
    foreign = seal(SENT)
    one = bench.check({"Letter.pdf": foreign}, {"Letter.pdf": foreign[:length]}).documents[0]
    assert one.outcome in (Outcome.NOT_RECOGNISED, Outcome.RESEALED)
    assert not one.is_good
    assert one.message or one.seal


def test_what_was_sent_without_its_end_mark_is_sealed_where_it_shows_the_same(
    bench: Bench, seal: Seal
) -> None:
    sent = SENT.rstrip().removesuffix(b"%%EOF")
    one = bench.check({"Letter.pdf": seal(SENT)}, {"Letter.pdf": sent}).documents[0]
    assert (one.outcome, one.checked) == (Outcome.SEALED, True)
