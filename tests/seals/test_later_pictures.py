"""The picture of a later seal over what an earlier seal's page showed ("sneaky signature"), and beside it.

Rohlmann and others, "Breaking the Specification: PDF Certification" (IEEE S&P 2021), 4.2.
"""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from signdesk.jobs.verification import Verdict, verify
from signdesk.practice.data_folder import SealKey
from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.pdf import verify_pdf, verify_pdf_alone
from tests.seals.conftest import Seal
from tests.seals.test_attacks import updated
from tests.seals.test_attacks_after import field, made, numbers, picture
from tests.seals.test_others import signer
from tests.support.paged_pdf import box, letter, paged_pdf, text

LINE = "q 1 w 90 300 m 400 300 l S Q"
FRAME = "q 1 w 100 260 300 100 re S Q"
DOTS = "q 1 w [1 3] 0 d 90 300 m 400 300 l S Q"
PALE = box(0, 0, 595, 842, 0.9)
Box = tuple[int, int, int, int]
GROUND: Box = (90, 250, 410, 370)
WORDS: Box = (60, 690, 300, 715)
name = generic.pdf_name


def at(content: bytes) -> SealCheckResult:
    return verify_pdf_alone(io.BytesIO(content))


Later = Callable[..., bytes]


@pytest.fixture
def later(key: SealKey) -> Later:
    """A file with a further seal, and pictures of it at boxes of pages."""

    def sealed_again(
        content: bytes, places: Sequence[tuple[int, Box]], flags: int = 132, called: str = "Later"
    ) -> bytes:
        def prepared(writer: IncrementalPdfFileWriter) -> None:
            page, first = places[0]
            append_signature_field(writer, SigFieldSpec(called, on_page=page, box=first))
            one = field(writer, called)
            one[name("/AP")], one[name("/F")] = picture(writer, b"Pay 999"), generic_number(flags)
            writer.update_container(one)
            for page, place in places[1:]:
                further_place(writer, called, page, place)

        return by(key, updated(content, prepared), called)

    return sealed_again


def generic_number(value: int) -> Any:
    make: Any = generic.NumberObject
    return make(value)


def further_place(writer: IncrementalPdfFileWriter, called: str, number: int, place: Box) -> None:
    reference = next(one for one in writer.root["/AcroForm"]["/Fields"] if one.get_object()["/T"] == called)
    values = {"/Type": name("/Annot"), "/Subtype": name("/Widget"), "/Rect": numbers(*place)}
    widget = made({**values, "/Parent": reference, "/AP": picture(writer, b"Pay 999")})
    page = writer.find_page_for_modification(number)[0].get_object()  # type: ignore[no-untyped-call]
    make: Any = generic.ArrayObject
    page[name("/Annots")] = make([*page.get("/Annots", ()), writer.add_object(widget)])
    writer.update_container(page)


def by(key: SealKey, content: bytes, called: str) -> bytes:
    over = io.BytesIO()
    with_key: SimpleSigner = signer(key.certificate_pem, key.key_pem)
    writer = IncrementalPdfFileWriter(io.BytesIO(content), strict=False)
    sign_pdf(writer, PdfSignatureMetadata(field_name=called), with_key, output=over)
    return over.getvalue()


def test_a_picture_over_words_is_told(seal: Seal, later: Later) -> None:
    found = at(later(seal(paged_pdf([letter(), letter("Price", "100")])), [(1, WORDS)]))

    assert found.finding is Finding.NOT_CHECKED
    assert "the picture of a later seal lies over what was on page 2 before" in found.sentence


def test_a_picture_on_empty_ground_is_an_honest_seal(seal: Seal, later: Later) -> None:
    for page in (letter(), letter() + PALE, PALE + letter()):
        found = at(later(seal(paged_pdf([page])), [(0, GROUND)]))
        assert found.finding is Finding.INTACT
        assert "picture" not in found.sentence


@pytest.mark.parametrize("lines", [LINE, FRAME, DOTS])
def test_a_picture_on_the_line_to_sign_on_is_told_beside_an_intact_seal(
    seal: Seal, later: Later, lines: str
) -> None:
    found = at(later(seal(paged_pdf([letter() + lines])), [(0, GROUND)]))

    assert found.finding is Finding.INTACT
    assert found.sentence.endswith("The picture of a later seal lies over lines that were on page 1 before.")


@pytest.mark.parametrize(
    "drawn", [box(120, 280, 60, 40, 0), box(120, 280, 9, 9, 0.5), FRAME + box(200, 290, 20, 20, 0)]
)
def test_what_is_drawn_counts_as_words(seal: Seal, later: Later, drawn: str) -> None:
    """A page that was scanned has no words."""
    assert at(later(seal(paged_pdf([drawn])), [(0, GROUND)])).finding is Finding.NOT_CHECKED


def test_a_further_place_of_the_seal_counts_too(seal: Seal, later: Later) -> None:
    """Its first place is on empty ground, or takes up no room."""
    sealed = seal(paged_pdf([letter(), letter()]))

    for first in (GROUND, (0, 0, 0, 0)):
        assert at(later(sealed, [(0, first), (1, GROUND)])).finding is Finding.INTACT
        assert at(later(sealed, [(0, first), (1, WORDS)])).finding is Finding.NOT_CHECKED


def test_a_field_that_was_sealed_empty_may_be_filled_where_it_is(seal: Seal, key: SealKey) -> None:
    """Whoever sealed first knew where it lies."""

    def prepared(writer: IncrementalPdfFileWriter) -> None:
        append_signature_field(writer, SigFieldSpec("Later", on_page=0, box=WORDS))

    sealed = seal(updated(paged_pdf([letter()]), prepared))
    assert at(by(key, sealed, "Later")).finding is Finding.INTACT


def test_a_picture_that_moves_as_the_page_is_turned_may_lie_anywhere(seal: Seal, later: Later) -> None:
    """The flags NoZoom and NoRotate (ISO 32000-1, 12.5.3)."""
    for flags in (4 | 8, 4 | 16):
        assert at(later(seal(paged_pdf([letter()])), [(0, GROUND)], flags)).finding is Finding.NOT_CHECKED
        assert at(later(seal(paged_pdf([""])), [(0, GROUND)], flags)).finding is Finding.INTACT


def test_the_picture_of_an_earlier_seal_is_no_part_of_the_page(seal: Seal, later: Later) -> None:
    once = later(seal(paged_pdf([letter()])), [(0, GROUND)])
    assert at(later(once, [(0, GROUND)], called="Third")).finding is Finding.INTACT


def test_few_pages_are_drawn_and_what_is_not_drawn_is_told(seal: Seal, later: Later) -> None:
    sealed = seal(paged_pdf([letter()] * 21))

    many = at(later(sealed, [(page, GROUND) for page in range(21)]))
    assert many.finding is Finding.NOT_CHECKED
    assert "more pages than SignDesk looks at" in many.sentence
    assert at(later(sealed, [(page, GROUND) for page in range(20)])).finding is Finding.INTACT


def test_what_lies_under_pictures_as_large_as_their_pages_is_seen_soon(seal: Seal, later: Later) -> None:
    whole = (0, 0, 595, 842)
    content = later(seal(paged_pdf([LINE] * 20)), [(page, whole) for page in range(20)])

    began_s = time.process_time()
    assert at(content).finding is Finding.INTACT
    assert time.process_time() - began_s < 4


def test_with_the_original_at_hand_the_pages_are_compared_instead(seal: Seal, later: Later) -> None:
    sealed = seal(paged_pdf([letter()]))
    over = later(sealed, [(0, WORDS)])

    found = verify_pdf(io.BytesIO(over), hashlib.sha256(sealed).hexdigest(), len(sealed))
    assert found.finding is Finding.INTACT
    assert found.may_show_more
    assert verify_pdf_alone(io.BytesIO(over), with_pages=False).finding is Finding.INTACT


def test_verify_says_it(seal: Seal, later: Later, tmp_path: Path) -> None:
    """In the document worker, within its bounds."""
    file = tmp_path / "Contract.pdf"
    for ground, verdict in ((text("Price 100", 100, 300), Verdict.NOT_CHECKED), (LINE, Verdict.INTACT)):
        file.write_bytes(later(seal(paged_pdf([ground])), [(0, GROUND)]))
        (proof,) = verify(file, None, tmp_path).proofs
        assert proof.verdict is verdict
        assert "the picture of a later seal" in proof.sentence.lower()


def test_a_computer_that_cannot_draw_checks_all_other_seals(
    seal: Seal, later: Later, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pypdfium2.py").write_text("raise ImportError('no libpdfium')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))  # of the document worker's process
    file = tmp_path / "Contract.pdf"
    sealed = seal(paged_pdf([letter()]))

    file.write_bytes(sealed)
    assert [one.verdict for one in verify(file, None, tmp_path).proofs] == [Verdict.INTACT]
    file.write_bytes(later(sealed, [(0, WORDS)]))
    (proof,) = verify(file, None, tmp_path).proofs
    assert proof.verdict is Verdict.NOT_CHECKED
    assert proof.sentence == "It could not be checked on this computer."
