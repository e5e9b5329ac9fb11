"""Attacks on a PDF after it was sealed, none of which is ever called intact: what is written behind the seal
without a word in any cross-reference section, what is put onto a page under cover of a time stamp, and what a
certification would have others do.

Incremental saving attacks, signature wrapping, universal forgery: Mladenov and others, "1 Trillion Dollar
Refund" (CCS 2019). Evil annotation, sneaky signature: Rohlmann and others, "Breaking the Specification: PDF
Certification" (IEEE S&P 2021). Shadow attacks: Mainka and others (NDSS 2021).
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, SimpleSigner, sign_pdf
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, append_signature_field
from pyhanko.sign.timestamps import DummyTimeStamper

from signdesk.practice.data_folder import SealKey
from signdesk.seals import Finding
from signdesk.seals.pdf import verify_pdf, verify_pdf_alone
from tests.seals.conftest import Seal, look
from tests.seals.test_attacks import covering_note, first_page, replaced, updated
from tests.seals.test_others import signer
from tests.support.time_stamps import openssl

PAGE = (0, 0, 600, 800)
NOWHERE = (0, 0, 0, 0)
Change = Callable[[IncrementalPdfFileWriter], object]
name = generic.pdf_name


def alone(content: bytes) -> Finding:
    return verify_pdf_alone(io.BytesIO(content)).finding


def made(values: dict[str, Any]) -> generic.DictionaryObject:
    found: Any = generic.DictionaryObject
    dictionary: generic.DictionaryObject = found({name(key): value for key, value in values.items()})
    return dictionary


def numbers(*values: int) -> Any:
    make: Any = generic.ArrayObject
    number: Any = generic.NumberObject
    return make([number(one) for one in values])


def last_update(content: bytes) -> bytes:
    """The words with which a file ends: where its last cross-reference section stands."""
    return content[content.rindex(b"startxref") :]


EVIL = (
    b"1 0 obj\n<< /Type /Catalog /Pages 9999 0 R >>\nendobj\n"
    b"9999 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
)
BEHIND: dict[str, Callable[[bytes], bytes]] = {
    "objects without a section": lambda sealed: EVIL + last_update(sealed),
    "objects and a trailer": lambda sealed: (
        EVIL + b"trailer\n<< /Root 1 0 R /Size 10000 >>\n" + last_update(sealed)
    ),
    "words": lambda _sealed: b"Pay 999. %%EOF",
    "a remark": lambda sealed: b"% Pay 999\n" + last_update(sealed),
    "an end": lambda sealed: last_update(sealed),
    "three blanks": lambda _sealed: b"\n\n\n",
}


@pytest.mark.parametrize("kind", BEHIND)
def test_what_no_section_names_behind_the_seal_is_no_part_of_it(
    original: bytes, sealed: bytes, kind: str
) -> None:
    """Incremental saving without a cross-reference section of its own: some readers mend that."""
    changed = sealed + BEHIND[kind](sealed)

    assert alone(changed) is not Finding.INTACT
    assert look(changed, original).finding is not Finding.INTACT


def store_added(writer: IncrementalPdfFileWriter) -> None:
    writer.root[name("/DSS")] = writer.add_object(made({"/Type": name("/DSS")}))
    writer.update_root()  # type: ignore[no-untyped-call]


def test_an_object_hidden_in_an_honest_update_is_told(original: bytes, sealed: bytes) -> None:
    honest = updated(sealed, store_added)
    at = honest.rindex(b"startxref")
    hidden = honest[:at] + EVIL + honest[at:]

    assert alone(honest) is Finding.INTACT
    assert alone(hidden) is Finding.NOT_CHECKED
    assert look(hidden, original).finding is Finding.NOT_CHECKED


def test_what_calls_itself_a_seal_and_cannot_be_checked_hides_nothing(
    original: bytes, sealed: bytes, seal: Seal
) -> None:
    """The honest seal counts, and is named; but the second one covers what no section names."""
    twice = seal(sealed)
    unknown = replaced(rb"/SubFilter */ETSI.CAdES.detached", b"/SubFilter /ETSI.none")(twice)
    at = unknown.rindex(b"startxref")

    honest = verify_pdf_alone(io.BytesIO(unknown))
    assert honest.finding is Finding.INTACT
    assert honest.facts is not None
    assert honest.facts.unchecked_by
    hidden = unknown[:at] + EVIL + unknown[at:]
    old = list(re.finditer(RANGES, hidden))[-1]
    start, length, second, rest = (int(one) for one in re.findall(rb"\d+", old.group()))
    new = b"/ByteRange [%d %d %d %d]" % (start, length, second, rest + len(EVIL))
    hidden = hidden[: old.start()] + new.ljust(len(old.group())) + hidden[old.end() :]
    assert alone(hidden) is Finding.NOT_CHECKED
    assert look(hidden, original).finding is Finding.NOT_CHECKED


def test_a_section_that_stands_elsewhere_is_not_looked_for(sealed: bytes) -> None:
    honest = updated(sealed, store_added)
    place = re.findall(rb"startxref\s+(\d+)", honest)[-1]
    for wrong in (b"%d" % (int(place) - 1), b"%d" % (int(place) + 1), b"0", b"-1"):
        assert alone(honest[: honest.rindex(place)] + wrong + b"\n%%EOF\n") is not Finding.INTACT


def field(writer: IncrementalPdfFileWriter, called: str) -> Any:
    fields: Any = writer.root["/AcroForm"]["/Fields"]
    return next(one for one in fields if one.get_object()["/T"] == called).get_object()


def picture(writer: IncrementalPdfFileWriter, words: bytes) -> generic.DictionaryObject:
    """A yellow page with words on it."""
    make: Any = generic.StreamObject
    drawn = make(
        stream_data=b"1 1 0 rg 0 0 600 800 re f 0 g BT /F1 40 Tf 100 400 Td (%b) Tj ET" % words,
        dict_data=made({"/Type": name("/XObject"), "/Subtype": name("/Form"), "/BBox": numbers(*PAGE)}),
    )
    return made({"/N": writer.add_object(drawn)})


def a_field_over_the_page(writer: IncrementalPdfFileWriter) -> None:
    append_signature_field(writer, SigFieldSpec("Later", on_page=0, box=PAGE))
    one = field(writer, "Later")
    one[name("/AP")] = picture(writer, b"Pay 999")
    writer.update_container(one)


def a_place_over_the_page(writer: IncrementalPdfFileWriter) -> None:
    """The field itself takes up no room, but what lies on the page for it does."""
    append_signature_field(writer, SigFieldSpec("Later", on_page=0, box=NOWHERE))
    reference = writer.root["/AcroForm"]["/Fields"].raw_get(-1)
    values = {"/Type": name("/Annot"), "/Subtype": name("/Widget"), "/Rect": numbers(*PAGE)}
    place = made({**values, "/Parent": reference, "/AP": picture(writer, b"Pay 999")})
    page = first_page(writer)
    make: Any = generic.ArrayObject
    page[name("/Annots")] = make([*page.get("/Annots", ()), writer.add_object(place)])
    writer.update_container(page)


def a_field_that_acts(writer: IncrementalPdfFileWriter) -> None:
    append_signature_field(writer, SigFieldSpec("Later", on_page=0, box=NOWHERE))
    one = field(writer, "Later")
    script = made({"/S": name("/JavaScript"), "/JS": generic.pdf_string("app.alert(1)")})
    one[name("/AA")] = made({"/PO": script})
    writer.update_container(one)


def nothing_but_a_field(writer: IncrementalPdfFileWriter) -> None:
    append_signature_field(writer, SigFieldSpec("Later", on_page=0, box=NOWHERE))


@pytest.fixture
def shop_key(tmp_path: Path) -> SimpleSigner:
    openssl(tmp_path, "req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 9 -subj /CN=Shop")
    return signer((tmp_path / "c.pem").read_bytes(), (tmp_path / "k.pem").read_bytes())


def sent(content: bytes) -> tuple[str, int]:
    return hashlib.sha256(content).hexdigest(), len(content)


def stamped(content: bytes, authority: DummyTimeStamper, into: str | None = None) -> bytes:
    found = io.BytesIO(content)
    stamper = PdfTimeStamper(authority, field_name=into)
    stamper.timestamp_pdf(IncrementalPdfFileWriter(found, strict=False), "sha256", in_place=True)
    return found.getvalue()


@pytest.mark.parametrize("change", [a_field_over_the_page, a_place_over_the_page, a_field_that_acts])
def test_a_time_stamp_puts_nothing_onto_a_page(
    sealed: bytes, authority: DummyTimeStamper, change: Change
) -> None:
    """Sneaky signature: anybody gets a time stamp, and the seal named is still the honest one."""
    assert alone(stamped(updated(sealed, nothing_but_a_field), authority, "Later")) is Finding.INTACT
    assert alone(stamped(updated(sealed, change), authority, "Later")) is Finding.NOT_CHECKED
    assert alone(updated(sealed, change)) is not Finding.INTACT


def test_a_picture_of_a_later_seal_over_the_page_is_told(sealed: bytes, shop_key: SimpleSigner) -> None:
    """Sneaky signature by a seal: whoever put it over the page sealed all of it, but whoever sealed first did
    not (`test_later_pictures`). With the original at hand, the pages are compared instead.
    """
    writer = IncrementalPdfFileWriter(io.BytesIO(updated(sealed, a_field_over_the_page)), strict=False)
    over = io.BytesIO()
    sign_pdf(writer, PdfSignatureMetadata(field_name="Later"), shop_key, output=over)
    found = verify_pdf_alone(io.BytesIO(over.getvalue()))

    assert found.finding is Finding.NOT_CHECKED
    assert "lies over what was on page 1 before" in found.sentence
    assert verify_pdf(io.BytesIO(over.getvalue()), *sent(sealed)).may_show_more


def test_a_picture_that_was_sealed_is_not_exchanged(
    original: bytes, seal: Seal, authority: DummyTimeStamper
) -> None:
    """Shadow attack with the picture of an empty field, which a time stamp may fill in afterwards."""

    def prepared(writer: IncrementalPdfFileWriter) -> None:
        append_signature_field(writer, SigFieldSpec("Later", on_page=0, box=PAGE))
        exchanged(writer, b"Pay 100")

    def exchanged(writer: IncrementalPdfFileWriter, words: bytes = b"Pay 999") -> None:
        one = field(writer, "Later")
        one[name("/AP")] = picture(writer, words)
        writer.update_container(one)

    sealed = seal(updated(original, prepared))
    assert alone(sealed) is Finding.INTACT
    assert alone(updated(sealed, exchanged)) is Finding.BROKEN
    assert alone(stamped(updated(sealed, exchanged), authority, "Later")) is Finding.NOT_CHECKED


def certified(content: bytes, key: SealKey, level: MDPPerm) -> bytes:
    found = io.BytesIO()
    meta = PdfSignatureMetadata(field_name="Certified", certify=True, docmdp_permissions=level)
    with_key = signer(key.certificate_pem, key.key_pem)
    sign_pdf(IncrementalPdfFileWriter(io.BytesIO(content), strict=False), meta, with_key, output=found)
    return found.getvalue()


def note_of(kind: str) -> Change:
    def change(writer: IncrementalPdfFileWriter) -> None:
        covering_note(writer)
        note = first_page(writer)["/Annots"][-1].get_object()
        note[name("/Subtype")] = name(kind)
        writer.update_container(note)

    return change


@pytest.mark.parametrize("level", MDPPerm)
@pytest.mark.parametrize("kind", ["/FreeText", "/Stamp", "/Redact", "/Highlight", "/Link", "/Popup"])
def test_no_certification_lets_a_note_cover_what_was_sealed(
    original: bytes, key: SealKey, authority: DummyTimeStamper, level: MDPPerm, kind: str
) -> None:
    """Evil annotation: level 3 allows notes, of which a reader sees less what they cover."""
    sealed = certified(original, key, level)
    assert alone(sealed) is Finding.INTACT

    changed = updated(sealed, note_of(kind))
    for one in (changed, stamped(changed, authority)):
        assert alone(one) is Finding.BROKEN
        assert look(one, original).finding is Finding.BROKEN


def test_a_later_seal_is_told_to_break_a_certification_that_allows_none(
    original: bytes, key: SealKey
) -> None:
    meta = PdfSignatureMetadata(field_name="Second")
    for level, breaks in ((MDPPerm.NO_CHANGES, True), (MDPPerm.FILL_FORMS, False)):
        sealed, twice = certified(original, key, level), io.BytesIO()
        writer = IncrementalPdfFileWriter(io.BytesIO(sealed), strict=False)
        with_key = signer(key.certificate_pem, key.key_pem)
        _unchecked(partial(sign_pdf, writer, meta, with_key, output=twice))
        found = verify_pdf_alone(io.BytesIO(twice.getvalue()))
        assert found.facts is not None
        assert found.facts.broke_earlier is breaks


def _unchecked(sign: Callable[[], object]) -> None:
    """Whoever attacks asks no library whether it is allowed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PdfSigner, "_enforce_certification_constraints", lambda _self, _reader: None)
        sign()


RANGES = rb"/ByteRange *\[[^]]*\]"
ROOM = rb"/Contents *<[0-9a-fA-F]+>"
WRAPPED = {
    "three ranges": replaced(RANGES, b"/ByteRange [0 9 10 9 20 9]"),
    "of names": replaced(RANGES, b"/ByteRange [/a /b /c /d]"),
    "of halves": replaced(RANGES, b"/ByteRange [0.5 1 2 3]"),
    "not from the start": replaced(RANGES, b"/ByteRange [1 9 20 9]"),
    "ranges that overlap": replaced(RANGES, b"/ByteRange [0 900 100 900]"),
    "second range before the first": replaced(RANGES, b"/ByteRange [0 900 0 900]"),
    "a text": replaced(RANGES, b"/ByteRange (0 1 2 3)"),
    "contents that are a name": replaced(ROOM, b"/Contents /x"),
    "contents that are a number": replaced(ROOM, b"/Contents 1"),
    "contents of another object": replaced(ROOM, b"/Contents 1 0 R"),
    "another filter": replaced(rb"/SubFilter */ETSI.CAdES.detached", b"/SubFilter /adbe.x509.rsa_sha1"),
    "a hash of the hash": replaced(rb"/SubFilter */ETSI.CAdES.detached", b"/SubFilter /adbe.pkcs7.sha1"),
    "no type of filter": replaced(rb"/SubFilter */ETSI.CAdES.detached", b"/SubFilter null"),
}


@pytest.mark.parametrize("kind", WRAPPED)
def test_a_signature_out_of_shape_proves_nothing(original: bytes, sealed: bytes, kind: str) -> None:
    """Universal forgery and wrapping, in the forms that `test_attacks` leaves out."""
    forged = WRAPPED[kind](sealed)

    assert forged != sealed
    assert alone(forged) is not Finding.INTACT
    assert look(forged, original).finding is not Finding.INTACT


def _with_gap(sealed: bytes, put: bytes) -> bytes:
    """`put` in the unused zeros of the room that no seal covers, at the same length."""
    at = list(re.finditer(ROOM, sealed))[-1].end() - 1 - len(put)
    assert set(sealed[at : at + len(put)]) == {ord("0")}
    return sealed[:at] + put + sealed[at + len(put) :]


@pytest.mark.parametrize(
    "put",
    [
        b"> /Contents <00",
        b"00> /Contents <",
        b"    ",
        b"%Pay 999",
        b">>\nendobj\n1 0 obj\n<<",
        b"0a",
    ],
)
def test_the_room_of_a_signature_holds_nothing_else(original: bytes, sealed: bytes, put: bytes) -> None:
    """Wrapping by what lies in the gap: a second /Contents, another object."""
    changed = _with_gap(sealed, put)

    assert alone(changed) is not Finding.INTACT
    assert look(changed, original).finding is not Finding.INTACT


def test_a_wider_gap_is_told(original: bytes, sealed: bytes) -> None:
    """The ranges leave out more than the room, and something is put there."""
    old = list(re.finditer(RANGES, sealed))[-1]
    _zero, length, second, rest = (int(one) for one in re.findall(rb"\d+", old.group()))
    for shorter, later in ((length - 40, second), (length, second + 2), (length - 1, second)):
        new = b"/ByteRange [0 %d %d %d]" % (shorter, later, rest - (later - second))
        wider = sealed[: old.start()] + new.ljust(len(old.group())) + sealed[old.end() :]
        assert alone(wider) is not Finding.INTACT
        assert look(wider, original).finding is not Finding.INTACT
