"""Documents that come back inside a signature, or with one beside them: sealed only where that is proven."""

from __future__ import annotations

import hashlib
import io
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from signdesk.domain.batches import BatchDocument, Outcome
from signdesk.domain.documents import Document
from signdesk.domain.seal_facts import SealKind
from signdesk.domain.servers import ProcessKind
from signdesk.jobs.result_check import check_result
from signdesk.practice.data_folder import MARK, seal_key
from tests.storage.journal_values import plain_batch
from tests.support.time_stamps import openssl_stamp
from tests.support.workers import WORKERS

# In an envelope this stands within the first bytes, as the mark of a PDF does.
CONTENT = b"%PDF-1.7 not really, but it begins like one\n"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    key = seal_key(folder / "key")
    (folder / "key.pem").write_bytes(key.key_pem + key.certificate_pem)
    return folder


def signed(office: Path, *options: str, content: bytes = CONTENT) -> bytes:
    (office / "content").write_bytes(content)
    sign = "openssl cms -sign -binary -in content -signer key.pem -md sha256 -outform DER -out s -cades"
    subprocess.run([*sign.split(), *options], cwd=office, check=True)
    return (office / "s").read_bytes()


def checked(folder: Path, entries: dict[str, bytes], kind: ProcessKind = ProcessKind.SEAL) -> BatchDocument:
    source = folder / "Letter.pdf"
    source.write_bytes(CONTENT)
    stat = source.stat()
    document = Document(
        source, source.name, len(CONTENT), stat.st_mtime_ns, hashlib.sha256(CONTENT).hexdigest(), 0
    )
    made = plain_batch()
    process = replace(made.process, kind=kind)
    batch = replace(made, process=process, documents=(BatchDocument(document, "Letter.pdf"),))
    with zipfile.ZipFile(folder / "result.zip", "w") as result:
        for name, content in entries.items():
            result.writestr(name, content)
    (one,) = check_result(folder / "result.zip", batch, folder, None, WORKERS).documents
    return one


@pytest.mark.parametrize("name", ["Letter.p7m", "Letter.pdf.p7m", "Letter.pdf"])
def test_a_document_inside_its_seal_is_sealed_and_checked(office: Path, tmp_path: Path, name: str) -> None:
    one = checked(tmp_path, {name: signed(office, "-nodetach")})

    assert (one.outcome, one.checked, one.results) == (Outcome.SEALED, True, (name,))
    assert one.facts is not None
    assert (one.facts.kind, one.facts.signer) == (SealKind.CADES, MARK)


@pytest.mark.parametrize("name", ["Letter.pdf.p7m", "Letter.pdf"])
def test_another_document_inside_a_good_seal_is_none_of_ours(office: Path, tmp_path: Path, name: str) -> None:
    """Its mathematics is good, so it is not damaged; yet nobody can say that it is the document."""
    one = checked(tmp_path, {name: signed(office, "-nodetach", content=b"Something else")})
    assert (one.outcome, one.checked) == (Outcome.NOT_RECOGNISED, False)
    assert "not over the file that was sent" in one.message


def test_a_broken_envelope_beside_the_unchanged_document_is_told(office: Path, tmp_path: Path) -> None:
    broken = signed(office, "-nodetach").replace(b"not really", b"not REALLY")
    one = checked(tmp_path, {"Letter.pdf": CONTENT, "Letter.pdf.p7m": broken})
    assert one.outcome is Outcome.DAMAGED


def test_an_envelope_that_cannot_be_checked_hides_no_good_seal(office: Path, tmp_path: Path) -> None:
    message = b"MIME-Version: 1.0\n\n"
    one = checked(tmp_path, {"Letter.pdf.p7m": message, "Letter.pdf.p7s": signed(office)})
    assert (one.outcome, one.checked) == (Outcome.SEALED, True)

    one = checked(tmp_path, {"Letter.pdf.p7m": message})
    assert one.outcome is Outcome.NOT_RECOGNISED
    assert "S/MIME" in one.message


def container(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr("mimetype", "application/vnd.etsi.asic-e+zip")
        opened.writestr("Letter.pdf", CONTENT)
        for name in names:
            opened.writestr(name, b"<manifest/>")
    return made.getvalue()


@pytest.mark.parametrize("beside", [{}, {"Letter.pdf": CONTENT}], ids=["alone", "beside the original"])
@pytest.mark.parametrize("names", [(), ("META-INF/manifest.xml",)])
def test_a_container_without_a_seal_is_unsealed(
    tmp_path: Path, beside: dict[str, bytes], names: tuple[str, ...]
) -> None:
    one = checked(tmp_path, {**beside, "Letter.pdf.asice": container(*names)})
    assert (one.outcome, one.checked, one.message) == (
        Outcome.UNSEALED,
        False,
        "It came back without a seal.",
    )


def test_a_container_with_what_may_be_a_seal_is_not_called_unsealed(tmp_path: Path) -> None:
    one = checked(tmp_path, {"Letter.pdf.asice": container("META-INF/evidencerecord.xml")})
    assert one.outcome is Outcome.NOT_RECOGNISED
    assert "no seal of a kind that SignDesk knows" in one.message


def test_what_is_no_time_stamp_counts_as_checked_by_nobody(office: Path, tmp_path: Path) -> None:
    """A signature under the name of a time stamp."""
    one = checked(tmp_path, {"Letter.pdf": CONTENT, "Letter.pdf.tsr": signed(office)})
    assert (one.outcome, one.checked) == (Outcome.SEALED, False)
    assert "no time stamp, though its name says so" in one.seal


@pytest.mark.parametrize("kind", [ProcessKind.SEAL, ProcessKind.TIMESTAMP])
def test_a_time_stamp_alone_is_called_a_time_stamp(tmp_path: Path, kind: ProcessKind) -> None:
    """Whatever was ordered: it vouches for a time, and seals nothing."""
    answer, _token = openssl_stamp(tmp_path, CONTENT)
    one = checked(tmp_path, {"Letter.pdf": CONTENT, "Letter.pdf.tsr": answer}, kind)

    assert (one.outcome, one.checked) == (Outcome.TIMESTAMPED, True)
    assert one.seal.startswith("Time-stamped by “Clock” on ")
    assert "A time stamp alone is no seal." in one.seal


def test_a_seal_without_a_time_stamp_is_none(office: Path, tmp_path: Path) -> None:
    one = checked(tmp_path, {"Letter.pdf.p7m": signed(office, "-nodetach")}, ProcessKind.TIMESTAMP)

    assert (one.outcome, one.checked) == (Outcome.SEALED, True)


BESIDE = ["Letter.pdf.p7s", "Letter.pdf.csig", "Letter.csig", "Letter.pdf.pkcs7", "Letter.sig", "0001.bin"]


@pytest.mark.parametrize("name", BESIDE)
@pytest.mark.parametrize("form", ["DER", "PEM"])
def test_a_seal_beside_the_document_is_found_whatever_its_ending(
    office: Path, tmp_path: Path, name: str, form: str
) -> None:
    one = checked(tmp_path, {"Letter.pdf": CONTENT, name: signed(office, "-outform", form)})

    assert (one.outcome, one.checked, one.results) == (Outcome.SEALED, True, ("Letter.pdf", name))


@pytest.mark.parametrize("name", ["Letter.pdf.csig", "Letter.pdf.sig", "Letter.pkcs7", "Letter.p7s", "0001"])
@pytest.mark.parametrize("beside", [True, False])
def test_a_document_inside_a_seal_of_any_ending_is_sealed(
    office: Path, tmp_path: Path, name: str, beside: bool
) -> None:
    """Whether or not it lies beside it, too."""
    original = {"Letter.pdf": CONTENT} if beside else {}
    one = checked(tmp_path, {**original, name: signed(office, "-nodetach")})

    assert (one.outcome, one.checked, one.results) == (Outcome.SEALED, True, (*original, name))


def test_a_time_stamp_of_any_ending_is_one(tmp_path: Path) -> None:
    answer, token = openssl_stamp(tmp_path, CONTENT)
    for name, stamp in (("Letter.pdf.stamp", answer), ("Letter.pdf.sig", token)):
        one = checked(tmp_path, {"Letter.pdf": CONTENT, name: stamp})
        assert (one.outcome, one.checked) == (Outcome.TIMESTAMPED, True)


@pytest.mark.parametrize("ending", [".csig", ".pkcs7", ".sig", ".p7s", ".p7m"])
def test_a_seal_of_any_ending_over_other_bytes_is_told(office: Path, tmp_path: Path, ending: str) -> None:
    one = checked(tmp_path, {"Letter.pdf": CONTENT, f"Letter.pdf{ending}": signed(office, content=b"else")})

    assert one.outcome is Outcome.DAMAGED
