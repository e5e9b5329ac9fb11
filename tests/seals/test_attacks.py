"""Known attacks on signed PDFs: each is recognised, and worded.

Shadow attacks: Mainka, Mladenov, Rohlmann, "Shadow Attacks: Hiding and Replacing Content in Signed PDFs"
(NDSS 2021). USF, ISA, SWA: Mladenov and others, "1 Trillion Dollar Refund" (CCS 2019).
"""

from __future__ import annotations

import io
import re
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import cms
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, SimpleSigner
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from signdesk.practice.data_folder import SealKey, seal_key
from signdesk.practice.sealing import Sealer
from signdesk.seals import Finding, verify_detached
from signdesk.seals.pdf import verify_pdf_alone
from tests.seals.conftest import Seal, look
from tests.support.samples import blank_pdf

Attack = Callable[[bytes], bytes]
CHANGED_AFTER = "The file was changed after it was sealed"


def updated(content: bytes, change: Callable[[IncrementalPdfFileWriter], object]) -> bytes:
    """With an incremental update, as a PDF program writes it."""
    made = io.BytesIO(content)
    writer = IncrementalPdfFileWriter(made, strict=False)
    change(writer)
    writer.write_in_place()  # type: ignore[no-untyped-call]
    return made.getvalue()


def _make(kind: Any, *values: Any, **more: Any) -> Any:
    """pyHanko's makers have no types."""
    return kind(*values, **more)


def first_page(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    page, _ = writer.find_page_for_modification(0)  # type: ignore[no-untyped-call]
    found = page.get_object()
    assert isinstance(found, generic.DictionaryObject)
    return found


def new_page_content(writer: IncrementalPdfFileWriter) -> None:
    """Shadow attack "replace": other content for the page."""
    page = first_page(writer)
    stream = _make(generic.StreamObject, stream_data=b"BT /F1 40 Tf 100 400 Td (Pay 999) Tj ET")
    page[generic.pdf_name("/Contents")] = writer.add_object(stream)
    writer.update_container(page)


def covering_note(writer: IncrementalPdfFileWriter) -> None:
    """Shadow attack "hide": a white square over an amount."""
    note = _make(
        generic.DictionaryObject,
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/Square"),
            generic.pdf_name("/Rect"): _make(
                generic.ArrayObject, map(partial(_make, generic.NumberObject), (0, 0, 600, 800))
            ),
            generic.pdf_name("/IC"): _make(
                generic.ArrayObject, map(partial(_make, generic.NumberObject), (1, 1, 1))
            ),
        },
    )
    page = first_page(writer)
    before = page.get("/Annots", _make(generic.ArrayObject))
    page[generic.pdf_name("/Annots")] = _make(generic.ArrayObject, [*before, writer.add_object(note)])
    writer.update_container(page)


def other_catalogue(writer: IncrementalPdfFileWriter) -> None:
    """Shadow attack "hide and replace": another tree of pages under the same signatures."""
    page = _make(
        generic.DictionaryObject,
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Page"),
            generic.pdf_name("/MediaBox"): _make(
                generic.ArrayObject, map(partial(_make, generic.NumberObject), (0, 0, 300, 300))
            ),
        },
    )
    pages = _make(
        generic.DictionaryObject,
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Pages"),
            generic.pdf_name("/Kids"): _make(generic.ArrayObject, [writer.add_object(page)]),
            generic.pdf_name("/Count"): _make(generic.NumberObject, 1),
        },
    )
    writer.root[generic.pdf_name("/Pages")] = writer.add_object(pages)
    writer.update_root()  # type: ignore[no-untyped-call]


def one_more_page(writer: IncrementalPdfFileWriter) -> None:
    pages = writer.root["/Pages"]
    page = _make(generic.DictionaryObject, {generic.pdf_name("/Type"): generic.pdf_name("/Page")})
    pages["/Kids"].append(writer.add_object(page))
    pages[generic.pdf_name("/Count")] = _make(generic.NumberObject, int(pages["/Count"]) + 1)
    writer.update_container(pages)


@pytest.mark.parametrize("change", [new_page_content, covering_note, other_catalogue, one_more_page])
@pytest.mark.parametrize("end", ["whole", "without its end", "without its table"])
def test_what_is_added_after_sealing_is_told(
    original: bytes, sealed: bytes, change: Callable[[IncrementalPdfFileWriter], object], end: str
) -> None:
    """Incremental saving attacks, too: an update that readers mend, since its end is missing."""
    changed = updated(sealed, change)
    if end == "without its end":
        changed = changed.rstrip().removesuffix(b"%%EOF")
    elif end == "without its table":
        changed = changed[: changed.rindex(b"xref", 0, changed.rindex(b"startxref"))]
    found = look(changed, original)

    assert found.finding is not Finding.INTACT
    assert found.sentence
    if end == "whole":
        assert (found.finding, found.sentence[: len(CHANGED_AFTER)]) == (Finding.BROKEN, CHANGED_AFTER)
    assert verify_pdf_alone(io.BytesIO(changed)).finding is not Finding.INTACT


def replaced(pattern: bytes, by: bytes) -> Attack:
    """In the last signature's dictionary, at the same length where blanks can fill it up."""

    def act(content: bytes) -> bytes:
        found = list(re.finditer(pattern, content))[-1]
        new = by.ljust(found.end() - found.start())
        return content[: found.start()] + new + content[found.end() :]

    return act


USF = {
    "no ranges": replaced(rb"/ByteRange *\[[^]]*\]", b"/BiteRange [0 1 2 3]"),
    "null ranges": replaced(rb"/ByteRange *\[[^]]*\]", b"/ByteRange null"),
    "empty ranges": replaced(rb"/ByteRange *\[[^]]*\]", b"/ByteRange []"),
    "one range": replaced(rb"/ByteRange *\[[^]]*\]", b"/ByteRange [0 100]"),
    "negative ranges": replaced(rb"/ByteRange *\[[^]]*\]", b"/ByteRange [0 -1 -1 -1]"),
    "nothing covered": replaced(rb"/ByteRange *\[[^]]*\]", b"/ByteRange [0 0 0 0]"),
    "huge ranges": replaced(rb"/ByteRange *\[[^]]*\]", b"/ByteRange [0 9999999999 1 9]"),
    "no contents": replaced(rb"/Contents *<[0-9a-fA-F]+>", b"/Contains <00>"),
    "null contents": replaced(rb"/Contents *<[0-9a-fA-F]+>", b"/Contents null"),
    "empty contents": replaced(rb"/Contents *<[0-9a-fA-F]+>", b"/Contents <>"),
    "zero contents": replaced(rb"/Contents *<[0-9a-fA-F]+>", b"/Contents <0000>"),
    "no filter": replaced(rb"/SubFilter */ETSI.CAdES.detached", b"/SubFilter /none"),
}


@pytest.mark.parametrize("attack", USF)
def test_a_signature_that_says_nothing_proves_nothing(original: bytes, sealed: bytes, attack: str) -> None:
    """Universal signature forgery: readers that fail to read a part must not take it for good."""
    forged = USF[attack](sealed)
    assert len(forged) == len(sealed)
    found = look(forged, original)

    assert found.finding is not Finding.INTACT
    assert found.sentence
    assert verify_pdf_alone(io.BytesIO(forged)).finding is not Finding.INTACT


def test_the_second_range_moved_to_the_end_is_told(original: bytes, sealed: bytes) -> None:
    """Signature wrapping: what was covered lies at the end now, and something else in its place."""
    start, length, second, rest = _ranges(sealed)
    evil = updated(blank_pdf(), lambda writer: writer.update_root())  # type: ignore[no-untyped-call]
    moved = len(sealed[:second]) + len(evil)
    wrapped = sealed[:second] + evil + sealed[second:]
    old = re.search(rb"/ByteRange *\[[^]]*\]", sealed[len(original) :])
    assert old is not None
    new = b"/ByteRange [%d %d %d %d]" % (start, length, moved, rest)
    wrapped = wrapped.replace(old.group(), new.ljust(len(old.group())))

    assert look(wrapped, original).finding is not Finding.INTACT
    assert verify_pdf_alone(io.BytesIO(wrapped)).finding is not Finding.INTACT


def _ranges(sealed: bytes) -> tuple[int, ...]:
    (signature,) = PdfFileReader(io.BytesIO(sealed)).embedded_signatures
    return tuple(int(one) for one in signature.byte_range)


def test_the_seal_of_another_document_fits_no_other(original: bytes, seal: Seal) -> None:
    """Its whole signature put into the room of ours."""
    mine, theirs = seal(original), seal(original[:-1] + b" \n")
    room = rb"/Contents *<([0-9a-fA-F]+)>"
    ours, other = (list(re.finditer(room, one))[-1] for one in (mine, theirs))
    forged = mine[: ours.start(1)] + other.group(1).ljust(len(ours.group(1)), b"0") + mine[ours.end(1) :]

    found = look(forged, original)
    assert (found.finding, found.sentence) == (Finding.BROKEN, "The seal is not intact.")


def test_a_foreign_detached_signature_is_told(original: bytes, sealed: bytes) -> None:
    (signature,) = PdfFileReader(io.BytesIO(sealed)).embedded_signatures
    found = verify_detached(io.BytesIO(bytes(signature.pkcs7_content).rstrip(b"\0")), io.BytesIO(original))

    assert (found.finding, found.sentence) == (Finding.BROKEN, "The seal is not intact.")


@pytest.fixture(params=["time stamp", "seal"])
def covered(request: pytest.FixtureRequest, authority: DummyTimeStamper, tmp_path: Path) -> Attack:
    """Puts somebody else's time stamp or seal over a file: both are easily had."""

    def with_stamp(content: bytes) -> bytes:
        made = io.BytesIO(content)
        writer = IncrementalPdfFileWriter(made, strict=False)
        PdfTimeStamper(authority).timestamp_pdf(writer, "sha256", in_place=True)
        return made.getvalue()

    def with_seal(content: bytes) -> bytes:
        (tmp_path / "source").write_bytes(content)
        Sealer(seal_key(tmp_path)).seal_pdf(tmp_path / "source", tmp_path / "target")
        return (tmp_path / "target").read_bytes()

    return with_stamp if request.param == "time stamp" else with_seal


def test_another_seal_over_an_honest_one_breaks_nothing(
    original: bytes, sealed: bytes, covered: Attack
) -> None:
    twice = covered(sealed)

    assert look(twice, original).finding is Finding.INTACT
    assert look(twice, sealed).finding is Finding.INTACT
    assert verify_pdf_alone(io.BytesIO(twice)).finding is Finding.INTACT


def with_amount(writer: IncrementalPdfFileWriter) -> None:
    """A form with one field to fill in."""
    field = _make(
        generic.DictionaryObject,
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/Widget"),
            generic.pdf_name("/FT"): generic.pdf_name("/Tx"),
            generic.pdf_name("/T"): generic.pdf_string("Amount"),
            generic.pdf_name("/V"): generic.pdf_string("10"),
            generic.pdf_name("/Rect"): _make(
                generic.ArrayObject, map(partial(_make, generic.NumberObject), (10, 10, 100, 30))
            ),
        },
    )
    fields = _make(generic.ArrayObject, [writer.add_object(field)])
    page = first_page(writer)
    page[generic.pdf_name("/Annots")] = fields
    writer.update_container(page)
    form = _make(generic.DictionaryObject, {generic.pdf_name("/Fields"): fields})
    writer.root[generic.pdf_name("/AcroForm")] = writer.add_object(form)
    writer.update_root()  # type: ignore[no-untyped-call]


def other_amount(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0].get_object()
    field[generic.pdf_name("/V")] = generic.pdf_string("999")
    writer.update_container(field)


def test_another_seal_does_not_hide_a_form_filled_after_the_first(
    original: bytes, seal: Seal, covered: Attack
) -> None:
    """Filling in a form is a change that a signer may allow to others; of what was sent, it is another."""
    form = updated(original, with_amount)
    sealed = seal(form)
    assert look(covered(sealed), form).finding is Finding.INTACT

    hidden = covered(updated(sealed, other_amount))
    for found in (look(hidden, form), verify_pdf_alone(io.BytesIO(hidden))):
        assert (found.finding, found.sentence[: len(CHANGED_AFTER)]) == (Finding.BROKEN, CHANGED_AFTER)


@pytest.mark.parametrize("change", [new_page_content, covering_note, other_catalogue, one_more_page])
def test_another_seal_does_not_hide_what_was_added_after_the_first(
    original: bytes, sealed: bytes, change: Callable[[IncrementalPdfFileWriter], object], covered: Attack
) -> None:
    hidden = covered(updated(sealed, change))

    for found in (look(hidden, original), verify_pdf_alone(io.BytesIO(hidden))):
        assert (found.finding, found.sentence[: len(CHANGED_AFTER)]) == (Finding.BROKEN, CHANGED_AFTER)


def test_what_calls_itself_a_part_of_a_later_seal_is_none(original: bytes, seal: Seal, key: SealKey) -> None:
    """The white square again, with the field that the later seal fills in as its parent."""
    made = io.BytesIO(original)
    writer = IncrementalPdfFileWriter(made)
    append_signature_field(writer, SigFieldSpec("Later", on_page=0, box=(10, 10, 60, 40)))
    writer.write_in_place()  # type: ignore[no-untyped-call]
    form = made.getvalue()

    def hidden(change: Callable[[IncrementalPdfFileWriter], object]) -> bytes:
        update = IncrementalPdfFileWriter(io.BytesIO(updated(seal(form), change)))
        (certificate,) = load_certs_from_pemder_data(key.certificate_pem)
        private = load_private_key_from_pemder_data(key.key_pem, passphrase=None)
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        signer = PdfSigner(PdfSignatureMetadata("Later"), SimpleSigner(certificate, private, store))
        return bytes(signer.sign_pdf(update).getvalue())

    def covering_child(writer: IncrementalPdfFileWriter) -> None:
        covering_note(writer)
        note = first_page(writer)["/Annots"][-1].get_object()
        note[generic.pdf_name("/Parent")] = writer.root["/AcroForm"]["/Fields"].raw_get(0)

    assert verify_pdf_alone(io.BytesIO(hidden(lambda _: None))).finding is Finding.INTACT
    found = verify_pdf_alone(io.BytesIO(hidden(covering_child)))
    assert (found.finding, found.sentence[: len(CHANGED_AFTER)]) == (Finding.BROKEN, CHANGED_AFTER)


def _digit(content: bytes, offset: int) -> bytes:
    at = content.rindex(b"/Contents <") + len(b"/Contents <") + offset
    return content[:at] + (b"1" if content[at : at + 1] == b"0" else b"0") + content[at + 1 :]


def _other_digest(content: bytes) -> bytes:
    """What the signature says that it is over (RFC 5652, 11.2)."""
    start = content.rindex(b"/Contents <") + len(b"/Contents <")
    inside = content[start : content.index(b">", start)]
    (signer,) = cms.ContentInfo.load(bytes.fromhex(inside.decode()))["content"]["signer_infos"]
    (digest,) = [
        one["values"][0].native.hex().encode()
        for one in signer["signed_attrs"]
        if one["type"].native == "message_digest"
    ]
    if digest not in inside:
        digest = digest.upper()
    assert digest in inside
    return content[:start] + content[start:].replace(digest, digest[::-1])


BREAKS = {
    "head": lambda content: _digit(content, 30),
    "digest": _other_digest,
    "ranges": USF["no ranges"],
    "zeros": USF["zero contents"],
}


@pytest.mark.parametrize("name", BREAKS)
def test_another_seal_does_not_hide_a_broken_one(
    original: bytes, sealed: bytes, covered: Attack, name: str
) -> None:
    hidden = covered(BREAKS[name](sealed))

    assert look(hidden, original).finding is Finding.BROKEN
    assert verify_pdf_alone(io.BytesIO(hidden)).finding is Finding.BROKEN


def test_what_was_unreadable_before_sealing_breaks_no_seal(seal: Seal, sealed: bytes) -> None:
    """It was sent like that."""
    sent = BREAKS["ranges"](sealed)

    assert look(seal(sent), sent).finding is Finding.INTACT


@pytest.mark.parametrize("length", [0, 9, 300])
def test_the_beginning_of_a_foreign_document_is_none_of_ours(sealed: bytes, length: int) -> None:
    found = look(sealed, sealed[:length])

    assert (found.finding, found.may_show_more) == (Finding.INTACT, True)  # its pages are compared


def test_a_store_that_swells_is_left_aside(original: bytes, sealed: bytes) -> None:
    """Of what a seal does not need, nothing is worth all the memory."""

    def store(writer: IncrementalPdfFileWriter) -> None:
        large = _make(generic.StreamObject, stream_data=bytes(80 << 20))
        large.compress()
        kept = writer.add_object(large)
        certificates = _make(generic.ArrayObject, [kept] * 20)
        dss = _make(generic.DictionaryObject, {generic.pdf_name("/Certs"): certificates})
        writer.root[generic.pdf_name("/DSS")] = writer.add_object(dss)
        writer.update_root()  # type: ignore[no-untyped-call]

    swollen = updated(sealed, store)
    tracemalloc.start()
    try:
        found = look(swollen, original)
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found.finding is not Finding.NOT_CHECKED
    assert most < 100 << 20
