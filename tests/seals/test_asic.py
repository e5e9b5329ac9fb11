"""Containers sealed by OpenSSL and the JDK: the document lies in them, byte for byte, under good seals."""

from __future__ import annotations

import base64
import hashlib
import io
import random
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from signdesk.domain.seal_facts import SealKind
from signdesk.practice.data_folder import MARK, SealKey
from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.asic import is_asic, verify_asic, verify_asic_alone
from signdesk.seals.forms import verify_alone
from tests.seals.test_xml import LETTER, MADE

S, E = b"application/vnd.etsi.asic-s+zip", b"application/vnd.etsi.asic-e+zip"
OTHER = b"pen;1\r\n"
Inside = dict[str, bytes]
Make = Callable[[SealKey, Path], Inside]


def packed(inside: Inside) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as container:
        for name, content in inside.items():
            container.writestr(name, content)
    return made.getvalue()


def look(container: bytes, original: bytes = LETTER) -> SealCheckResult:
    return verify_asic(io.BytesIO(container), hashlib.sha256(original).hexdigest(), len(original))


def cms_over(key: SealKey, folder: Path, content: bytes) -> bytes:
    (folder / "key.pem").write_bytes(key.key_pem + key.certificate_pem)
    (folder / "content").write_bytes(content)
    sign = "openssl cms -sign -binary -cades -in content -signer key.pem -md sha256 -outform DER -out s"
    subprocess.run(sign.split(), cwd=folder, check=True)
    return (folder / "s").read_bytes()


def simple(key: SealKey, folder: Path) -> Inside:
    return {"mimetype": S, "Letter.txt": LETTER, "META-INF/signature.p7s": cms_over(key, folder, LETTER)}


def simple_xml(_key: SealKey, _folder: Path) -> Inside:
    return {"mimetype": S, "Letter.txt": LETTER, "META-INF/signatures.xml": MADE["xades"]}


def extended_xml(_key: SealKey, _folder: Path) -> Inside:
    """Without a `mimetype`, as some tools leave it out."""
    return {"Letter.txt": LETTER, "META-INF/signatures001.xml": MADE["xades"]}


def manifest(files: Inside) -> bytes:
    entries = "".join(
        f'<DataObjectReference URI="{name.replace(" ", "%20")}"><ds:DigestMethod '
        'Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>'
        f"<ds:DigestValue>{base64.b64encode(hashlib.sha256(content).digest()).decode()}</ds:DigestValue>"
        "</DataObjectReference>"
        for name, content in files.items()
    )
    return (
        '<ASiCManifest xmlns="http://uri.etsi.org/02918/v1.2.1#" '
        'xmlns:ds="http://www.w3.org/2000/09/xmldsig#">'
        f'<SigReference URI="META-INF/signature001.p7s" MimeType="application/x-pkcs7-signature"/>{entries}'
        "</ASiCManifest>"
    ).encode()


def extended(key: SealKey, folder: Path) -> Inside:
    files = {"Letter.txt": LETTER, "Price list.csv": OTHER}
    over = manifest(files)
    seal = cms_over(key, folder, over)
    return {"mimetype": E, **files, "META-INF/ASiCManifest001.xml": over, "META-INF/signature001.p7s": seal}


MAKES = [simple, simple_xml, extended_xml, extended]


@pytest.mark.parametrize("make", MAKES)
def test_a_good_container_holds_the_document(key: SealKey, tmp_path: Path, make: Make) -> None:
    inside = make(key, tmp_path)
    container = packed(inside)
    found = look(container)

    assert is_asic(io.BytesIO(container))
    assert found.finding is Finding.INTACT, found
    assert found.facts is not None
    cades = make in (simple, extended)
    assert found.facts.kind is (SealKind.CADES if cades else SealKind.XADES)
    assert found.signer == (MARK if cades else "ACME seal")
    assert found.facts.container == ("ASiC-S" if inside.get("mimetype") == S else "ASiC-E")
    assert verify_asic_alone(io.BytesIO(container)).finding is Finding.INTACT


@pytest.mark.parametrize("make", MAKES)
def test_another_document_inside_is_none_of_ours(key: SealKey, tmp_path: Path, make: Make) -> None:
    container = packed(make(key, tmp_path))
    found = look(container, LETTER + b"\n")

    assert found.finding is Finding.BROKEN
    assert "not over this document" in found.sentence


@pytest.mark.parametrize("make", MAKES)
def test_a_document_put_in_place_of_the_sealed_one_is_told(key: SealKey, tmp_path: Path, make: Make) -> None:
    inside = make(key, tmp_path)
    inside["Letter.txt"] = LETTER.replace(b"agree", b"AGREE")

    assert look(packed(inside), inside["Letter.txt"]).finding is Finding.BROKEN
    assert verify_asic_alone(io.BytesIO(packed(inside))).finding is Finding.BROKEN


@pytest.mark.parametrize("make", MAKES)
def test_the_document_beside_a_sealed_other_is_told(key: SealKey, tmp_path: Path, make: Make) -> None:
    """The original is there, but the seal is over something else; and what nobody sealed is told alone."""
    inside = {**make(key, tmp_path), "Smuggled.txt": b"Pay me."}

    assert look(packed(inside), b"Pay me.").finding is not Finding.INTACT
    assert verify_asic_alone(io.BytesIO(packed(inside))).finding is not Finding.INTACT


@pytest.mark.parametrize("make", MAKES)
def test_a_container_without_its_seal_is_none(key: SealKey, tmp_path: Path, make: Make) -> None:
    inside = make(key, tmp_path)
    for name in [name for name in inside if name.startswith("META-INF/signature")]:
        del inside[name]

    for found in (look(packed(inside)), verify_asic_alone(io.BytesIO(packed(inside)))):
        if make is extended:  # whose list still names it
            assert found.finding is Finding.BROKEN
            assert "“META-INF/signature001.p7s”, is not in it" in found.sentence
        elif make is extended_xml:  # which nothing but its seal marks as a container
            assert found.finding is Finding.NOT_CHECKED
        else:
            assert (found.finding, found.sentence) == (
                Finding.NONE,
                "There is no seal in the container.",
            )


@pytest.mark.parametrize("make", [extended_xml, extended])
def test_a_sealed_document_that_is_gone_or_changed_is_named(key: SealKey, tmp_path: Path, make: Make) -> None:
    """Nothing was sent that a seal could be held against, and nothing is said of it."""
    inside = {**make(key, tmp_path), "Another.txt": b"1"}
    del inside["Letter.txt"]
    found = verify_asic_alone(io.BytesIO(packed(inside)))
    assert (found.finding, found.sentence) == (
        Finding.BROKEN,
        "A file that the seal is over is missing: “Letter.txt”.",
    )
    if make is extended:
        found = verify_asic_alone(io.BytesIO(packed({**inside, "Letter.txt": b"1"})))
        assert found.sentence == "“Letter.txt” in the container is not as it was when it was sealed."


@pytest.mark.parametrize("make", MAKES)
def test_a_changed_byte_is_noticed(key: SealKey, tmp_path: Path, make: Make) -> None:
    """In what the container holds; of the ZIP around it, nothing is believed."""
    inside = make(key, tmp_path)
    rng = random.Random(make.__name__)  # noqa: S311
    names = [name for name in inside if name != "mimetype" and not name.endswith(".xml")]
    for _ in range(200):
        name = rng.choice(names)
        changed = bytearray(inside[name])
        at = rng.randrange(len(changed))
        changed[at] ^= 1 << rng.randrange(8)
        found = look(packed({**inside, name: bytes(changed)}))
        assert found.finding is not Finding.INTACT, f"{name}, byte {at}"


def test_a_changed_byte_of_the_file_shows_nothing_else_as_intact(key: SealKey, tmp_path: Path) -> None:
    container = packed(extended(key, tmp_path))
    rng = random.Random(3)  # noqa: S311
    for _ in range(200):
        changed = bytearray(container)
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
        found = look(bytes(changed))
        if found.finding is Finding.INTACT:  # a date, an attribute, a name of nobody's concern
            with zipfile.ZipFile(io.BytesIO(bytes(changed))) as opened:
                assert opened.read("Letter.txt") == LETTER


def test_two_seals_of_which_one_is_broken_are_told(key: SealKey, tmp_path: Path) -> None:
    inside = simple(key, tmp_path)
    inside["META-INF/signatures.xml"] = MADE["xades"].replace(b"2026-11-24", b"2026-11-25")

    assert look(packed(inside)).finding is Finding.BROKEN


def test_hostile_containers_are_a_finding_and_never_an_error(key: SealKey, tmp_path: Path) -> None:
    good = extended(key, tmp_path)
    twice = io.BytesIO()
    with zipfile.ZipFile(twice, "w") as container:
        for name, content in good.items():
            container.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate"):
            container.writestr("Letter.txt", LETTER)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("META-INF/signatures.xml", b" " * (20 << 20))
        container.writestr("Letter.txt", LETTER)
    for text in (
        b"",
        b"PK\x03\x04",
        twice.getvalue(),
        bomb.getvalue(),
        packed({"mimetype": E}),
        packed({"mimetype": S, "a": b"", "META-INF/signature.p7s": b""}),
        packed({**good, "META-INF/ASiCManifest001.xml": b"<a/>"}),
        packed({**good, "META-INF/ASiCManifest002.xml": manifest({"gone.txt": b""})}),
        packed({"mimetype": b"application/zip", "META-INF/signature.p7s": b"0"}),
        packed(good)[:-30],
    ):
        assert look(text).finding is not Finding.INTACT
        is_asic(io.BytesIO(text))


def test_other_archives_are_no_containers() -> None:
    assert not is_asic(io.BytesIO(packed({"Letter.txt": LETTER})))
    odt = {"mimetype": b"application/vnd.oasis.opendocument.text", "META-INF/documentsignatures.xml": b"<a/>"}
    assert not is_asic(io.BytesIO(packed(odt)))


def test_a_mark_that_cannot_be_unpacked_is_no_error(key: SealKey, tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in simple(key, tmp_path).items():
            container.writestr(name, content)
    at = made.getvalue().index(b"mimetype") + len(b"mimetype")
    torn = made.getvalue()[:at] + b"\xff" * 8 + made.getvalue()[at + 8 :]

    assert not is_asic(io.BytesIO(torn))
    assert verify_alone(io.BytesIO(torn)) is None


def test_another_archive_in_front_is_not_passed_over(key: SealKey, tmp_path: Path) -> None:
    """Who unpacks from the start finds its documents."""
    both = packed({"Letter.txt": OTHER}) + packed(simple(key, tmp_path))

    assert look(both).finding is Finding.NOT_CHECKED


def test_too_many_seals_are_not_checked(key: SealKey, tmp_path: Path) -> None:
    inside = simple_xml(key, tmp_path)
    more = {f"META-INF/signatures{number}.xml": MADE["xades"] for number in range(201)}

    assert look(packed({**inside, **more})).finding is Finding.NOT_CHECKED
