"""Attacks on CMS signatures and ASiC containers, none of which is ever called intact.

The signatures are put together by hand, so that what no honest tool writes can be signed, too.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import algos, cms, core, x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from signdesk.domain.seal_facts import IssuerLevel
from signdesk.practice.data_folder import SealKey
from signdesk.seals import Finding, verify_detached
from signdesk.seals.asic import verify_asic, verify_asic_alone
from signdesk.seals.cms_seals import verify_enveloping_alone
from signdesk.seals.forms import verify_alone
from signdesk.seals.issuers import judged
from tests.seals.test_asic import E, S, extended, manifest, packed, simple, simple_xml
from tests.support.time_stamps import openssl, openssl_stamp

CONTENT = b"Pay 100 by Friday"
EVIL = b"Pay 999 by Friday"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shop")
    make = "req -x509 -newkey rsa:2048 -nodes -keyout {0}k.pem -out {0}c.pem -days 9 -subj /CN={1}"
    openssl(folder, make.format("", "Shop"))
    openssl(folder, make.format("other.", "Other"))
    return folder


def certificate(folder: Path, name: str = "c.pem") -> x509.Certificate:
    openssl(folder, f"x509 -in {name} -outform DER -out der")
    return x509.Certificate.load((folder / "der").read_bytes())


def attribute(kind: str, value: Any) -> cms.CMSAttribute:
    return cms.CMSAttribute({"type": kind, "values": [value]})


def plain(content: bytes = CONTENT, digest: str = "sha256") -> list[cms.CMSAttribute]:
    """What a signer has to sign (RFC 5652, 5.3)."""
    return [
        attribute("content_type", "data"),
        attribute("signing_time", cms.Time({"utc_time": core.UTCTime(datetime(2026, 11, 1, tzinfo=UTC))})),
        attribute("message_digest", hashlib.new(digest, content).digest()),
    ]


def signer(
    folder: Path,
    attributes: list[cms.CMSAttribute],
    content: bytes = CONTENT,
    digest: str = "sha256",
    who: str = "",
) -> cms.SignerInfo:
    """Signed for good, whatever the attributes say; over the content itself where there are none."""
    key = load_pem_private_key((folder / f"{who}k.pem").read_bytes(), None)
    assert isinstance(key, rsa.RSAPrivateKey)
    own = certificate(folder, f"{who}c.pem")
    signed = cms.CMSAttributes(attributes).dump() if attributes else content
    info = {
        "version": "v1",
        "sid": cms.SignerIdentifier(
            {"issuer_and_serial_number": {"issuer": own.issuer, "serial_number": own.serial_number}}
        ),
        "digest_algorithm": algos.DigestAlgorithm({"algorithm": digest}),
        "signature_algorithm": algos.SignedDigestAlgorithm({"algorithm": "rsassa_pkcs1v15"}),
        "signature": key.sign(signed, padding.PKCS1v15(), getattr(hashes, digest.upper())()),
    }
    return cms.SignerInfo({**info, **({"signed_attrs": attributes} if attributes else {})})


def sealed(
    folder: Path, signers: list[cms.SignerInfo], content: bytes | None = CONTENT, kind: str = "data"
) -> bytes:
    inside = {"content_type": kind, **({"content": content} if content is not None else {})}
    digests = {one["digest_algorithm"]["algorithm"].native for one in signers}
    data = {
        "version": "v1" if kind == "data" else "v3",
        "digest_algorithms": [algos.DigestAlgorithm({"algorithm": one}) for one in sorted(digests)],
        "encap_content_info": inside,
        "certificates": [certificate(folder), certificate(folder, "other.c.pem")],
        "signer_infos": signers,
    }
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(data)}).dump())


def alone(content: bytes) -> Finding:
    return verify_enveloping_alone(io.BytesIO(content)).finding


def beside(seal: bytes, content: bytes) -> Finding:
    return verify_detached(io.BytesIO(seal), io.BytesIO(content)).finding


def test_what_is_put_together_by_hand_is_good_where_it_is_honest(shop: Path) -> None:
    for attributes in (plain(), []):
        seal = sealed(shop, [signer(shop, attributes)])
        assert alone(seal) is Finding.INTACT
        (shop / "honest").write_bytes(seal)
        openssl(shop, "cms -verify -noverify -binary -inform DER -in honest -out taken")
        assert (shop / "taken").read_bytes() == CONTENT


BAD_ATTRIBUTES = {
    "no content type": lambda: plain()[1:],
    "no digest": lambda: plain()[:2],
    "only a time": lambda: plain()[1:2],
    "another content type": lambda: [attribute("content_type", "signed_data"), *plain()[1:]],
    "two digests": lambda: [*plain(EVIL), plain()[2]],
    "two digests in one": lambda: [
        *plain()[:2],
        cms.CMSAttribute(
            {
                "type": "message_digest",
                "values": [hashlib.sha256(one).digest() for one in (CONTENT, EVIL)],
            }
        ),
    ],
    "the digest of something else": lambda: plain(EVIL),
    "a digest cut short": lambda: [
        *plain()[:2],
        attribute("message_digest", hashlib.sha256(CONTENT).digest()[:4]),
    ],
    "an empty digest": lambda: [*plain()[:2], attribute("message_digest", b"")],
    "the digest by another algorithm": lambda: plain(digest="sha512"),
}


@pytest.mark.parametrize("kind", BAD_ATTRIBUTES)
def test_attributes_that_do_not_hold_the_content_seal_nothing(shop: Path, kind: str) -> None:
    """Each is signed for good: only what they say is not what they should."""
    seal = sealed(shop, [signer(shop, BAD_ATTRIBUTES[kind]())])

    assert alone(seal) is not Finding.INTACT
    assert beside(seal, CONTENT) is not Finding.INTACT


def changed(seal: bytes, change: Callable[[Any], None]) -> bytes:
    info = cms.ContentInfo.load(seal)
    change(info["content"])
    return bytes(info.dump(force=True))


def _other_content(data: Any) -> None:
    data["encap_content_info"]["content"] = EVIL


def _attributes_of_another(data: Any) -> None:
    data["signer_infos"][0]["signed_attrs"] = plain(EVIL)


def _without_attributes(data: Any) -> None:
    del data["signer_infos"][0]["signed_attrs"]


def _weaker_digest(data: Any) -> None:
    data["digest_algorithms"] = [algos.DigestAlgorithm({"algorithm": "sha1"})]
    data["signer_infos"][0]["digest_algorithm"] = algos.DigestAlgorithm({"algorithm": "sha1"})


def _other_type(data: Any) -> None:
    data["encap_content_info"]["content_type"] = "encrypted_data"


def _nobody(data: Any) -> None:
    data["signer_infos"] = []


def _another_signer(data: Any) -> None:
    issuer = data["certificates"][1].chosen
    data["signer_infos"][0]["sid"] = cms.SignerIdentifier(
        {"issuer_and_serial_number": {"issuer": issuer.issuer, "serial_number": issuer.serial_number}}
    )


def _empty_signature(data: Any) -> None:
    data["signer_infos"][0]["signature"] = b""


CHANGES = [
    *(_other_content, _attributes_of_another, _without_attributes, _weaker_digest, _other_type),
    *(_nobody, _another_signer, _empty_signature),
]


@pytest.mark.parametrize("change", CHANGES)
def test_no_part_of_a_good_signature_is_exchanged(shop: Path, change: Callable[[Any], None]) -> None:
    seal = changed(sealed(shop, [signer(shop, plain())]), change)

    assert alone(seal) is not Finding.INTACT
    assert beside(seal, CONTENT) is not Finding.INTACT
    assert beside(seal, EVIL) is not Finding.INTACT


@pytest.mark.parametrize("parameters", ["0520", "0501", "0580", "0400", "0101"])
def test_an_algorithm_without_parameters_has_none(shop: Path, parameters: str) -> None:
    """Nor a NULL that has a length, with which another reader would take in what follows."""

    def with_none(data: Any) -> None:
        none = {"algorithm": "sha256", "parameters": core.Null()}
        data["digest_algorithms"] = [algos.DigestAlgorithm(none)]

    seal = changed(sealed(shop, [signer(shop, plain())]), with_none)
    sha256 = bytes.fromhex("300d06096086480165030402010500")

    assert alone(seal) is Finding.INTACT
    assert sha256 in seal
    assert alone(seal.replace(sha256, sha256[:-2] + bytes.fromhex(parameters))) is not Finding.INTACT


@pytest.mark.parametrize("place", [0, 1])
def test_one_good_signer_does_not_hide_a_bad_one(shop: Path, place: int) -> None:
    good, other = signer(shop, plain()), signer(shop, plain(), who="other.")
    bad = signer(shop, plain(EVIL), who="other.")
    assert alone(sealed(shop, [good, other])) is Finding.INTACT

    both = [good, bad] if place else [bad, good]
    assert alone(sealed(shop, both)) is Finding.BROKEN
    bad["signature"] = b"\0" * 256
    assert alone(sealed(shop, [good, bad] if place else [bad, good])) is Finding.BROKEN


def test_the_attributes_of_a_seal_are_no_document(shop: Path, tmp_path: Path) -> None:
    """Without attributes, a signature is over the content itself; and over its attributes with them."""
    honest = signer(shop, plain())
    inside = cms.CMSAttributes(plain()).dump()
    lifted = cms.SignerInfo({key: honest[key] for key in (*("version", "sid", "digest_algorithm"), *_REST)})
    seal = sealed(shop, [lifted], inside)
    (tmp_path / "lifted").write_bytes(seal)
    openssl(tmp_path, "cms -verify -noverify -binary -inform DER -in lifted -out taken")

    assert (tmp_path / "taken").read_bytes() == inside
    assert alone(seal) is Finding.NOT_CHECKED
    apart = sealed(shop, [lifted], None)
    assert beside(apart, inside) is Finding.NOT_CHECKED
    container = packed({"mimetype": S, "x.bin": inside, "META-INF/signature.p7s": apart})
    assert verify_asic_alone(io.BytesIO(container)).finding is Finding.NOT_CHECKED


_REST = ("signature_algorithm", "signature")


def test_a_certificate_made_for_the_same_key_has_no_weight(shop: Path) -> None:
    """No attribute names the certificate: the document is what was signed, but whose the seal is, nobody can
    tell. Where the seal names it (CAdES), another one is told.
    """
    openssl(shop, "x509 -in c.pem -pubkey -noout -out public.pem")
    make = "x509 -new -force_pubkey public.pem -subj /CN=Minister -days 9 -out forged.pem"
    openssl(shop, f"{make} -CA other.c.pem -CAkey other.k.pem")
    forged = certificate(shop, "forged.pem")

    def exchange(data: Any) -> None:
        data["certificates"] = [forged]
        data["signer_infos"][0]["sid"] = cms.SignerIdentifier(
            {"issuer_and_serial_number": {"issuer": forged.issuer, "serial_number": forged.serial_number}}
        )

    found = verify_enveloping_alone(io.BytesIO(changed(sealed(shop, [signer(shop, plain())]), exchange)))
    if found.finding is Finding.INTACT:
        assert found.facts is not None
        assert judged(found.facts).issuer_level is IssuerLevel.UNKNOWN
    (shop / "content").write_bytes(CONTENT)
    sign = "cms -sign -cades -binary -nodetach -in content -signer c.pem -inkey k.pem -outform DER -out named"
    openssl(shop, sign)
    assert alone((shop / "named").read_bytes()) is Finding.INTACT
    assert alone(changed((shop / "named").read_bytes(), exchange)) is not Finding.INTACT


def test_a_time_stamp_is_over_nothing_but_its_document(tmp_path: Path) -> None:
    _answer, token = openssl_stamp(tmp_path, CONTENT)
    inside = cms.ContentInfo.load(token)["content"]["encap_content_info"]["content"].parsed.dump()

    assert beside(token, CONTENT) is Finding.INTACT
    assert beside(token, EVIL) is not Finding.INTACT
    assert beside(token, bytes(inside)) is not Finding.INTACT


# ------------------------------------------------------------------------------------------ containers


def container_alone(content: bytes) -> Finding:
    return verify_asic_alone(io.BytesIO(content)).finding


def with_more(inside: dict[str, bytes], more: dict[str, bytes]) -> bytes:
    return packed({**inside, **more})


def cms_seal(folder: Path, content: bytes) -> bytes:
    return sealed(folder, [signer(folder, plain(content), content, who="other.")], None)


@pytest.mark.parametrize(
    "place", ["Pay.txt", "a/Pay.txt", "META-INF/Pay.txt", "META-INF/a/Pay.pdf", "meta-inf/x.xml"]
)
@pytest.mark.parametrize("make", [simple, simple_xml, extended])
def test_a_second_file_is_under_no_seal(
    key: SealKey, tmp_path: Path, make: Callable[[SealKey, Path], dict[str, bytes]], place: str
) -> None:
    assert container_alone(packed(make(key, tmp_path))) is Finding.INTACT
    assert container_alone(with_more(make(key, tmp_path), {place: EVIL})) is not Finding.INTACT


@pytest.mark.parametrize("by", ["a seal", "a time stamp", "a time stamp over all"])
def test_a_second_file_under_a_seal_of_ones_own_is_told(
    key: SealKey, shop: Path, tmp_path: Path, by: str
) -> None:
    """Every file is under some seal; but the one that is named is not over all of them."""
    honest = extended(key, tmp_path)
    documents = {name: text for name, text in honest.items() if name != "mimetype" and "/" not in name}
    listed = {"Pay.txt": EVIL, **(documents if by.endswith("all") else {})}
    over = manifest(listed).replace(b"signature001.p7s", b"signature002.p7s")
    seal = cms_seal(shop, over)
    name = "META-INF/ASiCManifest002.xml"
    if by != "a seal":
        _answer, seal = openssl_stamp(tmp_path, over)
        name = "META-INF/ASiCArchiveManifest001.xml"
    more = {"Pay.txt": EVIL, name: over, "META-INF/signature002.p7s": seal}

    assert container_alone(with_more(honest, more)) is Finding.NOT_CHECKED


def test_a_list_that_names_one_of_two_files_is_told(key: SealKey, shop: Path, tmp_path: Path) -> None:
    files = {"One.txt": CONTENT, "Two.txt": EVIL}
    over = manifest({"One.txt": CONTENT})
    listed = {"META-INF/ASiCManifest001.xml": over, "META-INF/signature001.p7s": cms_seal(shop, over)}

    assert container_alone(packed({"mimetype": E, "One.txt": CONTENT, **listed})) is Finding.INTACT
    assert container_alone(packed({"mimetype": E, **files, **listed})) is Finding.NOT_CHECKED


def test_two_lists_for_one_seal_are_told(key: SealKey, tmp_path: Path) -> None:
    honest = extended(key, tmp_path)
    other = manifest({"Pay.txt": EVIL})

    more = {"Pay.txt": EVIL, "META-INF/ASiCManifest002.xml": other}
    assert container_alone(with_more(honest, more)) is Finding.BROKEN
    more = {"Pay.txt": EVIL, "META-INF/ASiCManifest001.xml": other}
    assert container_alone(with_more(honest, more)) is Finding.BROKEN


def entry(name: bytes, content: bytes) -> bytes:
    """A file of a ZIP as it stands in it, stored."""
    size = len(content)
    head = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 0, zlib.crc32(content), size, size, len(name), 0)
    return head + name + content


def shifted(content: bytes, at: int, put: bytes) -> bytes:
    """`put` into a ZIP at a place in front of its directory, whose offsets follow."""
    end = bytearray(content[-22:])
    start = struct.unpack_from("<L", end, 16)[0]
    struct.pack_into("<L", end, 16, start + len(put))
    directory = bytearray(content[start:-22])
    place = 0
    while place < len(directory):
        lengths = struct.unpack_from("<3H", directory, place + 28)
        offset = struct.unpack_from("<L", directory, place + 42)[0]
        if offset >= at:
            struct.pack_into("<L", directory, place + 42, offset + len(put))
        place += 46 + sum(lengths)
    return content[:at] + put + content[at:start] + bytes(directory) + bytes(end)


def test_what_lies_between_the_entries_of_a_container_is_told(key: SealKey, tmp_path: Path) -> None:
    """A file that the directory does not list: who unpacks from the start finds it, and the second of a name
    replaces the first.
    """
    honest = packed(simple(key, tmp_path))
    document = simple(key, tmp_path)["Letter.txt"]
    hidden = entry(b"Letter.txt", EVIL)
    with zipfile.ZipFile(io.BytesIO(honest)) as opened:
        offsets = [one.header_offset for one in opened.infolist()]
        places = [*offsets, opened.start_dir]
    for at in places:
        evil = shifted(honest, at, hidden)
        with zipfile.ZipFile(io.BytesIO(evil)) as opened:
            assert opened.testzip() is None
            assert opened.read("Letter.txt") == document
        assert container_alone(evil) is not Finding.INTACT
        sha256 = hashlib.sha256(document).hexdigest()
        assert verify_asic(io.BytesIO(evil), sha256, len(document)).finding is not Finding.INTACT


@pytest.mark.parametrize("more", [b"\0", b"\n\n", b"Pay 999", entry(b"Letter.txt", EVIL), b"%PDF-1.7\n%%EOF"])
def test_what_follows_the_end_of_a_container_is_told(key: SealKey, tmp_path: Path, more: bytes) -> None:
    honest = packed(simple(key, tmp_path))

    for line_end in (b"", b"\n", b"\r\n"):
        assert container_alone(honest + line_end) is Finding.INTACT
    assert container_alone(honest + more) is not Finding.INTACT
    assert container_alone(more + honest) is not Finding.INTACT
    found = verify_alone(io.BytesIO(honest + honest))
    assert found is not None
    assert found.finding is not Finding.INTACT


@pytest.mark.parametrize(("at", "value"), [(8, 8), (18, 3), (22, 3), (6, 8)])
def test_a_local_header_that_says_something_else_is_told(
    key: SealKey, tmp_path: Path, at: int, value: int
) -> None:
    """The way of packing, the sizes, the flags: who reads entry after entry goes by them."""
    honest = packed(simple(key, tmp_path))
    place = honest.index(b"Letter.txt") - 30
    evil = bytearray(honest)
    struct.pack_into("<H", evil, place + at, value)

    assert container_alone(bytes(evil)) is not Finding.INTACT


def test_two_entries_of_one_name_are_told(key: SealKey, tmp_path: Path) -> None:
    made = io.BytesIO()
    inside = simple(key, tmp_path)
    with zipfile.ZipFile(made, "w") as container:
        for name, text in inside.items():
            container.writestr(name, text)
        with pytest.warns(UserWarning, match="Duplicate"):
            container.writestr("Letter.txt", EVIL)

    assert container_alone(made.getvalue()) is Finding.NOT_CHECKED
