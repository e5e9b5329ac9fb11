"""Of several seals one good one is enough where none is broken; each is named with what was found."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from asn1crypto import cms
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfTimeStamper
from pyhanko.sign.timestamps import DummyTimeStamper

from signdesk.domain.seal_words import seal_notes
from signdesk.practice.data_folder import MARK, SealKey
from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.asic import verify_asic_alone
from signdesk.seals.cms_seals import verify_enveloping_alone
from signdesk.seals.pdf import verify_pdf_alone
from signdesk.seals.xml import verify_xml_alone
from tests.seals.conftest import Seal, look
from tests.seals.test_asic import E as ASICE
from tests.seals.test_asic import S as ASICS
from tests.seals.test_asic import packed
from tests.seals.test_enveloping import by_openssl
from tests.seals.test_xml import LETTER, MADE
from tests.support.time_stamps import openssl_stamp

TWO = (Path(__file__).parent / "data" / "foreign" / "two-with-xpath.xml").read_bytes()
UNKNOWN = {"algorithm": "1.3.6.1.4.1.99999.1"}


def hold_to(found: SealCheckResult, signer: str, unchecked: str) -> None:
    assert found.finding is Finding.INTACT, found
    assert found.facts is not None
    assert (found.facts.signer, found.facts.unchecked_by) == (signer, unchecked)
    notes = seal_notes(found.facts)
    place = notes.index(f"It also holds a seal that could not be checked: {unchecked}.")
    assert notes[place + 1].startswith("The seal could not be checked, because ")


@pytest.fixture
def by_two(tmp_path: Path, key: SealKey) -> cms.ContentInfo:
    make = (
        "openssl req -x509 -newkey rsa:2048 -nodes -keyout other.key -out other.crt -days 2 -subj /CN=Other"
    )
    subprocess.run(make.split(), cwd=tmp_path, check=True, capture_output=True)
    both = by_openssl(tmp_path, key, "-nodetach", "-signer", "other.crt", "-inkey", "other.key")
    return cms.ContentInfo.load(both)


def look_at_cms(made: cms.ContentInfo) -> SealCheckResult:
    return verify_enveloping_alone(io.BytesIO(made.dump(force=True)))


def test_in_a_cms(by_two: cms.ContentInfo) -> None:
    good = look_at_cms(by_two)
    assert good.facts is not None
    signers = by_two["content"]["signer_infos"]
    names = [good.signer, good.facts.also_by]
    assert set(names) == {MARK, "Other"}

    signers[1]["signature_algorithm"] = UNKNOWN
    hold_to(look_at_cms(by_two), *names)
    signers[0]["signature"] = bytes(256)
    broken = look_at_cms(by_two)
    assert broken.finding is Finding.BROKEN
    assert broken.sentence.startswith("It holds 2 seals. ")
    assert f"“{names[0]}”: The seal is not intact." in broken.sentence
    assert f"“{names[1]}”: The seal could not be checked" in broken.sentence
    signers[0]["signature_algorithm"] = UNKNOWN
    assert look_at_cms(by_two).finding is Finding.NOT_CHECKED


def test_where_one_is_broken_the_good_one_is_named_too(by_two: cms.ContentInfo) -> None:
    names = [look_at_cms(by_two).signer]
    by_two["content"]["signer_infos"][1]["signature"] = bytes(256)
    found = look_at_cms(by_two)
    assert found.finding is Finding.BROKEN
    assert f"“{names[0]}”: intact." in found.sentence


def test_in_a_pdf(original: bytes, sealed: bytes, seal: Seal) -> None:
    last = seal(sealed)
    odd = last[: len(sealed)] + last[len(sealed) :].replace(b"/ETSI.CAdES.detached", b"/ETSI.CAdES.detacheX")
    assert odd != last

    for found in (look(odd, original), verify_pdf_alone(io.BytesIO(odd))):
        hold_to(found, MARK, MARK)
    hidden = odd.replace(b"/ETSI.CAdES.detached", b"/ETSI.CAdES.detacheX")
    assert look(hidden, original).finding is Finding.NOT_CHECKED


def test_a_time_stamp_alone_does_not_vouch_for_a_seal_that_was_not_checked(
    original: bytes, sealed: bytes, authority: DummyTimeStamper
) -> None:
    made = io.BytesIO(sealed.replace(b"/ETSI.CAdES.detached", b"/ETSI.CAdES.detacheX"))
    PdfTimeStamper(authority).timestamp_pdf(IncrementalPdfFileWriter(made), "sha256", in_place=True)

    assert look(made.getvalue(), original).finding is Finding.NOT_CHECKED


def test_seals_and_time_stamps_are_counted_apart(sealed: bytes, authority: DummyTimeStamper) -> None:
    made = io.BytesIO(sealed)
    PdfTimeStamper(authority).timestamp_pdf(IncrementalPdfFileWriter(made), "sha256", in_place=True)
    broken = bytearray(made.getvalue())
    broken[20] ^= 1
    told = verify_pdf_alone(io.BytesIO(broken)).sentence
    assert told.startswith("It holds 1 seal. It also holds 1 time stamp. ")
    assert "Time stamp of “" in told


def test_time_stamps_in_a_container_are_no_seals(tmp_path: Path) -> None:
    _answer, token = openssl_stamp(tmp_path, LETTER)
    other = LETTER.replace(b"agree", b"AGREE")
    stamps = {f"META-INF/timestamp{number}.tst": token for number in (1, 2)}
    inside = {"mimetype": ASICS, "Letter.txt": other, **stamps}
    told = verify_asic_alone(io.BytesIO(packed(inside)))
    assert told.finding is Finding.BROKEN
    assert told.sentence.startswith("It holds 2 time stamps. Time stamp of “Clock”: ")


def with_unknown_method(signature: bytes) -> bytes:
    """The last signature in it."""
    before, method, after = signature.rpartition(b'<ds:SignatureMethod Algorithm="')
    assert method
    return before + method + b"urn:unknown:" + after


def test_in_xml() -> None:
    assert verify_xml_alone(io.BytesIO(TWO)).finding is Finding.INTACT
    hold_to(verify_xml_alone(io.BytesIO(with_unknown_method(TWO))), "xmlsec1", "xmlsec1")
    broken = TWO.replace(b"<ds:SignatureValue>KGj7", b"<ds:SignatureValue>KGj8")
    told = verify_xml_alone(io.BytesIO(broken))
    assert (told.finding, told.sentence) == (
        Finding.BROKEN,
        "It holds 2 seals. “xmlsec1”: intact. “xmlsec1”: The seal is not intact.",
    )


@pytest.mark.parametrize(
    "smuggled", [b"<ds:Object><price>9</price></ds:Object>", b"<price>9</price>", b"Price: 9"]
)
def test_an_unchecked_signature_smuggles_nothing_in(smuggled: bytes) -> None:
    """A good signature that takes out all signatures covers nothing that lies in them."""
    odd = with_unknown_method(TWO).replace(
        b"</ds:KeyInfo></ds:Signature></offer>", b"</ds:KeyInfo>%s</ds:Signature></offer>" % smuggled
    )
    assert smuggled in odd
    assert verify_xml_alone(io.BytesIO(odd)).finding is Finding.NOT_CHECKED


def test_in_a_container() -> None:
    inside = {"mimetype": ASICE, "Letter.txt": LETTER, "META-INF/signatures1.xml": MADE["xades"]}
    unchecked = {**inside, "META-INF/signatures2.xml": with_unknown_method(MADE["xades"])}
    found = verify_asic_alone(io.BytesIO(packed(inside)))
    assert found.finding is Finding.INTACT
    hold_to(verify_asic_alone(io.BytesIO(packed(unchecked))), found.signer, found.signer)

    # What only the unchecked one may be over is not sealed.
    more = {**unchecked, "Another.txt": b"1"}
    assert verify_asic_alone(io.BytesIO(packed(more))).finding is Finding.NOT_CHECKED
    broken = {**unchecked, "META-INF/signatures3.xml": MADE["xades"].replace(b"2026-11-24", b"2026-11-25")}
    told = verify_asic_alone(io.BytesIO(packed(broken)))
    assert told.finding is Finding.BROKEN
    assert told.sentence.startswith("It holds 3 seals. ")
