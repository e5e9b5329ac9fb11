"""A later seal's place in the structure of a tagged PDF (ISO 32000-1, 14.7) is no change; any word is."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko_certvalidator.registry import SimpleCertificateStore

from signdesk.practice.data_folder import SealKey
from signdesk.seals import Finding
from signdesk.seals.pdf import verify_pdf_alone
from tests.seals.conftest import Seal
from tests.seals.test_attacks import updated

name, text = generic.pdf_name, generic.pdf_string
Writer = IncrementalPdfFileWriter


def made(**values: Any) -> Any:
    found: Any = generic.DictionaryObject
    return found({name(f"/{key}"): value for key, value in values.items()})


def listed(*values: Any) -> Any:
    found: Any = generic.ArrayObject
    return found(values)


def _number(value: int) -> Any:
    found: Any = generic.NumberObject
    return found(value)


def tagged(writer: Writer) -> None:
    """A document that a screen reader reads as "Pay 10"."""
    root = made(Type=name("/StructTreeRoot"))
    at = writer.add_object(root)
    document = made(S=name("/Document"), P=at, Alt=text("Pay 10"), K=listed())
    root[name("/K")] = writer.add_object(document)
    writer.root[name("/StructTreeRoot")] = at
    writer.update_root()  # type: ignore[no-untyped-call]


def with_place(writer: Writer, **more: Any) -> None:
    """A field for the later seal, and a place for it behind all others."""
    append_signature_field(writer, SigFieldSpec("Later"))
    field = next(one for one in writer.root["/AcroForm"]["/Fields"] if one.get_object()["/T"] == "Later")
    document = writer.root["/StructTreeRoot"].raw_get("/K")
    place = made(
        Type=name("/StructElem"), S=name("/Form"), P=document, K=made(Type=name("/OBJR"), Obj=field), **more
    )
    document.get_object()["/K"].append(writer.add_object(place))
    writer.update_container(document.get_object())


def with_place_of_pdf_2(writer: Writer) -> None:
    """With the name space that its kind is of (ISO 32000-2, 14.7.4)."""
    space = made(Type=name("/Namespace"), NS=text("http://iso.org/pdf2/ssn"))
    with_place(writer, NS=writer.add_object(space))


def with_words(writer: Writer) -> None:
    with_place(writer, ActualText=text("Pay 999"))


def with_other_words(writer: Writer) -> None:
    with_place(writer)
    document = writer.root["/StructTreeRoot"]["/K"]
    document[name("/Alt")] = text("Pay 999")


def with_another_part(writer: Writer) -> None:
    with_place(writer)
    document = writer.root["/StructTreeRoot"].raw_get("/K")
    more = made(Type=name("/StructElem"), S=name("/P"), P=document, K=generic.NumberObject(0))  # type: ignore[no-untyped-call]
    document.get_object()["/K"].append(writer.add_object(more))


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (with_place, Finding.INTACT),
        (with_place_of_pdf_2, Finding.INTACT),
        (with_words, Finding.NOT_CHECKED),
        (with_other_words, Finding.NOT_CHECKED),
        (with_another_part, Finding.NOT_CHECKED),
    ],
)
def test_only_the_place_of_a_later_seal_may_be_new(
    original: bytes, seal: Seal, key: SealKey, change: Callable[[Writer], None], finding: Finding
) -> None:
    sealed = seal(updated(original, tagged))
    (certificate,) = load_certs_from_pemder_data(key.certificate_pem)
    private = load_private_key_from_pemder_data(key.key_pem, passphrase=None)
    signer = SimpleSigner(certificate, private, SimpleCertificateStore())  # type: ignore[no-untyped-call]
    update = IncrementalPdfFileWriter(io.BytesIO(updated(sealed, change)))
    twice = PdfSigner(PdfSignatureMetadata("Later"), signer).sign_pdf(update).getvalue()

    found = verify_pdf_alone(io.BytesIO(twice))
    assert found.finding is finding, found.sentence


@pytest.mark.parametrize(
    ("entry", "value", "finding"),
    [
        ("/XYZ0", text("5.0"), Finding.INTACT),
        ("/Rotate", _number(90), Finding.BROKEN),
        ("/XYZ0", listed(), Finding.BROKEN),
    ],
)
def test_a_makers_remark_beside_the_pages_is_no_change(
    original: bytes, seal: Seal, entry: str, value: Any, finding: Finding
) -> None:
    def remark(writer: Writer) -> None:
        pages = writer.root["/Pages"]
        pages[name(entry)] = value
        writer.update_container(pages)

    twice = seal(updated(seal(original), remark))
    assert verify_pdf_alone(io.BytesIO(twice)).finding is finding
