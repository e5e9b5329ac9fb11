"""PDFs sealed by others than the practice server: intact over their originals, and no tampered one is.

Poppler's `pdfsig` is asked as well, about every one of them.
"""

from __future__ import annotations

import io
import random
import re
import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter, copy_into_new_writer
from pyhanko.sign import PdfSignatureMetadata, PdfTimeStamper, SimpleSigner, sign_pdf
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from signdesk.practice.data_folder import SealKey
from signdesk.seals import Finding
from tests.seals.conftest import look

TAMPERINGS = 200


@dataclass(frozen=True)
class Sealed:
    """`result` is what came back of `original`. `twice`: a certificate that lies in it in two copies."""

    original: bytes
    result: bytes
    twice: bytes = b""

    def is_spare(self, at: int) -> bool:
        """Whether a byte belongs to one of two copies: the other is left as it is, and counts."""
        written = self.twice.hex().encode()
        places = [one.start() for one in re.finditer(written, self.result)] if written else []
        return any(place <= at < place + len(written) for place in places)


def run(folder: Path, command: str) -> str:
    done = subprocess.run(command.split(), cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an RSA key, in all the forms that tools want."""
    folder = tmp_path_factory.mktemp("shop")
    run(
        folder,
        "openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 9 -subj /CN=Shop"
        " -addext keyUsage=digitalSignature,nonRepudiation",
    )
    run(folder, "openssl pkcs12 -export -inkey k.pem -in c.pem -name seal -passout pass:x -out s.p12")
    run(folder, "certutil -N -d sql:. --empty-password")
    run(folder, "pk12util -i s.p12 -d sql:. -W x")
    return folder


def by_poppler(shop: Path, content: bytes) -> bytes:
    (shop / "in.pdf").write_bytes(content)
    (shop / "out.pdf").unlink(missing_ok=True)
    said = run(shop, "pdfsig -nssdir sql:. -add-signature -nick seal in.pdf out.pdf")
    assert (shop / "out.pdf").exists(), said
    return (shop / "out.pdf").read_bytes()


def signer(certificate: bytes, key: bytes, *, pss: bool = False) -> SimpleSigner:
    (loaded,) = load_certs_from_pemder_data(certificate)
    return SimpleSigner(
        loaded,
        load_private_key_from_pemder_data(key, passphrase=None),
        SimpleCertificateStore(),  # type: ignore[no-untyped-call]
        prefer_pss=pss,
    )


def by_pyhanko(
    with_key: SimpleSigner,
    content: bytes,
    *,
    stamper: DummyTimeStamper | None = None,
    certify: bool = False,
    old: bool = False,
    digest: str = "sha256",
) -> bytes:
    made = io.BytesIO()
    meta = PdfSignatureMetadata(
        field_name="Their seal",
        subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED if old else SigSeedSubFilter.PADES,
        md_algorithm=digest,
        certify=certify,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(content), strict=False), meta, with_key, stamper, output=made
    )
    return made.getvalue()


def with_streams(content: bytes) -> bytes:
    """The same pages, with cross-reference streams."""
    writer: PdfFileWriter = copy_into_new_writer(
        PdfFileReader(io.BytesIO(content)), writer_kwargs={"stream_xrefs": True}
    )
    made = io.BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    return made.getvalue()


def stamped(content: bytes, authority: DummyTimeStamper) -> bytes:
    made = io.BytesIO(content)
    PdfTimeStamper(authority).timestamp_pdf(IncrementalPdfFileWriter(made), "sha256", in_place=True)
    return made.getvalue()


FORMS = (
    "poppler",
    "poppler, streams",
    "poppler, twice",
    "RSA, old",
    "RSA, PAdES",
    "RSA-PSS, SHA-512",
    "ECDSA, stamped",
    "certified",
    "streams",
    "after another’s",
    "time stamp",
)


@pytest.fixture(scope="module")
def sealed_by_others(
    shop: Path, original: bytes, key: SealKey, authority: DummyTimeStamper
) -> dict[str, Sealed]:
    theirs = signer((shop / "c.pem").read_bytes(), (shop / "k.pem").read_bytes())
    pss = signer((shop / "c.pem").read_bytes(), (shop / "k.pem").read_bytes(), pss=True)
    curve = signer(key.certificate_pem, key.key_pem)
    streams = with_streams(original)
    first = by_poppler(shop, original)
    twice = ssl.PEM_cert_to_DER_cert((shop / "c.pem").read_text())  # so Poppler puts it in
    return {
        "poppler": Sealed(original, first, twice),
        "poppler, streams": Sealed(streams, by_poppler(shop, streams), twice),
        "poppler, twice": Sealed(original, by_poppler(shop, first), twice),
        "RSA, old": Sealed(original, by_pyhanko(theirs, original, old=True)),
        "RSA, PAdES": Sealed(original, by_pyhanko(theirs, original)),
        "RSA-PSS, SHA-512": Sealed(original, by_pyhanko(pss, original, digest="sha512")),
        "ECDSA, stamped": Sealed(original, by_pyhanko(curve, original, stamper=authority)),
        "certified": Sealed(original, by_pyhanko(theirs, original, certify=True)),
        "streams": Sealed(streams, by_pyhanko(theirs, streams)),
        "after another’s": Sealed(first, by_pyhanko(curve, first)),
        "time stamp": Sealed(original, stamped(original, authority)),
    }


@dataclass(frozen=True)
class Said:
    """What `pdfsig` says of a file: all signatures valid, and the last one over everything."""

    valid: bool
    total: bool


def pdfsig(folder: Path, content: bytes) -> Said:
    (folder / "asked.pdf").write_bytes(content)
    told = run(folder, "pdfsig -nocert asked.pdf")
    states = [line for line in told.splitlines() if "Signature Validation:" in line]
    return Said(
        bool(states) and all("Signature is Valid" in line for line in states),
        "Total document signed" in told.rpartition("Signature #")[2],
    )


@pytest.mark.parametrize("form", FORMS)
def test_what_others_seal_is_intact_and_pdfsig_agrees(
    sealed_by_others: dict[str, Sealed], tmp_path: Path, form: str
) -> None:
    one = sealed_by_others[form]
    assert look(one.result, one.original).finding is Finding.INTACT
    if form == "time stamp":
        return  # this pdfsig knows no document time stamps
    assert pdfsig(tmp_path, one.result) == Said(valid=True, total=True)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("form", FORMS)
def test_no_tampered_file_is_called_intact(sealed_by_others: dict[str, Sealed], form: str) -> None:
    one = sealed_by_others[form]
    rng = random.Random(form)  # noqa: S311
    for _ in range(TAMPERINGS):
        tampered, what, at = _tampered(one.result, rng)
        if one.is_spare(at):
            continue
        assert look(tampered, one.original).finding is not Finding.INTACT, what


def _tampered(content: bytes, rng: random.Random) -> tuple[bytes, str, int]:
    """A byte changed mostly; else some put in or taken out."""
    at = rng.randrange(len(content))
    act = rng.randrange(10)
    if act == 0:
        return content[:at] + rng.randbytes(3) + content[at:], f"3 bytes put in at {at}", at
    if act == 1:
        return content[:at] + content[at + 2 :], f"2 bytes taken out at {at}", at
    changed = bytearray(content)
    changed[at] ^= 1 << rng.randrange(8)
    return bytes(changed), f"byte {at}", at


@pytest.mark.parametrize("form", ["poppler", "RSA, PAdES", "streams", "after another’s"])
def test_what_we_call_intact_pdfsig_never_calls_broken(
    sealed_by_others: dict[str, Sealed], tmp_path: Path, form: str
) -> None:
    """The other way round we are stricter: what is hidden in the unused room of a signature, which none
    covers, is no matter to pdfsig.
    """
    one = sealed_by_others[form]
    rng = random.Random(form)  # noqa: S311
    for _ in range(12):
        tampered, what, at = _tampered(one.result, rng)
        if one.is_spare(at):
            continue
        said, found = pdfsig(tmp_path, tampered), look(tampered, one.original).finding
        assert found is not Finding.INTACT, what
        if said.valid and said.total:
            assert _only_the_room_differs(one.result, tampered), what


def _only_the_room_differs(one: bytes, other: bytes) -> bool:
    """Between the last signature's angle brackets."""
    start = one.rindex(b"/Contents") + len(b"/Contents")
    start = one.index(b"<", start)
    end = one.index(b">", start)
    return one[:start] == other[:start] and other.endswith(one[end:])
