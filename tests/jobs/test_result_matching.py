"""Every document that was sent finds what came back of it, under whatever name."""

from __future__ import annotations

import hashlib
import subprocess
import zipfile
from pathlib import Path

import pytest

from signdesk.domain.batches import Batch, BatchDocument, BatchState, Outcome
from signdesk.domain.documents import Document
from signdesk.domain.servers import Process, ProcessKind, Server
from signdesk.jobs.result_check import Checked, check_result
from signdesk.practice.data_folder import seal_key
from signdesk.practice.sealing import Sealer
from tests.support.clock import START
from tests.support.samples import a_pdf
from tests.support.workers import WORKERS

NAMES = ("Letter.pdf", "Lease.pdf")
PDFS = {name: a_pdf(name) for name in NAMES}


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("sealing")
    sealer = Sealer(seal_key(folder))
    made = {}
    for name, content in PDFS.items():
        (folder / "source").write_bytes(content)
        sealer.seal_pdf(folder / "source", folder / "target")
        made[name] = (folder / "target").read_bytes()
    return made


def check(folder: Path, entries: dict[str, bytes], sent: dict[str, bytes] = PDFS) -> Checked:
    documents = tuple(
        BatchDocument(Document(folder / name, name, len(one), 0, hashlib.sha256(one).hexdigest(), 0), name)
        for name, one in sent.items()
    )
    process = Process(1, "Company seal", ProcessKind.SEAL, "")
    server = Server("https://seal.example")
    batch = Batch("b", process, server, documents, folder, START, BatchState.CHECKING)
    with zipfile.ZipFile(folder / "result.zip", "w") as result:
        for name, content in entries.items():
            result.writestr(name, content)
    return check_result(folder / "result.zip", batch, folder, None, WORKERS)


def outcomes(checked: Checked) -> list[tuple[Outcome, bool, tuple[str, ...]]]:
    return [(one.outcome, one.checked, one.results) for one in checked.documents]


GOOD = (Outcome.SEALED, True)


@pytest.mark.parametrize(
    "names",
    [
        ("Letter_signed.pdf", "Lease_signed.pdf"),
        ("signed-Letter.pdf", "signed-Lease.pdf"),
        ("1.pdf", "2.pdf"),
        ("result_b.PDF", "result_a.bin"),
        ("Lease_signed.pdf", "Letter_signed.pdf"),  # lies about which it is: the bytes decide
    ],
)
def test_a_renamed_document_is_known_by_its_bytes(
    tmp_path: Path, sealed: dict[str, bytes], names: tuple[str, str]
) -> None:
    checked = check(tmp_path, dict(zip(names, sealed.values(), strict=True)))

    assert outcomes(checked) == [(*GOOD, (names[0],)), (*GOOD, (names[1],))]
    assert checked.extra_results == ()


def test_a_sealed_copy_beside_the_untouched_document_counts(tmp_path: Path, sealed: dict[str, bytes]) -> None:
    entries = {**PDFS, "Letter_signed.pdf": sealed["Letter.pdf"], "copy of 2.pdf": sealed["Lease.pdf"]}
    checked = check(tmp_path, entries)

    assert outcomes(checked) == [
        (*GOOD, ("Letter.pdf", "Letter_signed.pdf")),
        (*GOOD, ("Lease.pdf", "copy of 2.pdf")),
    ]


def test_under_swapped_names_each_is_sealed_and_it_is_said(tmp_path: Path, sealed: dict[str, bytes]) -> None:
    checked = check(tmp_path, {"Letter.pdf": sealed["Lease.pdf"], "Lease.pdf": sealed["Letter.pdf"]})
    assert outcomes(checked) == [(*GOOD, ("Lease.pdf",)), (*GOOD, ("Letter.pdf",))]
    assert "The server swapped the names: it came back as “Lease.pdf”." in checked.documents[0].seal


def test_another_document_under_a_name_is_said(tmp_path: Path, sealed: dict[str, bytes]) -> None:
    copied = check(tmp_path, {"Letter.pdf": sealed["Letter.pdf"], "Lease.pdf": sealed["Letter.pdf"]})
    assert [one.outcome for one in copied.documents] == [Outcome.SEALED, Outcome.NOT_RECOGNISED]
    assert copied.documents[1].message == "Another document came back under its name: “Letter.pdf”."


def test_a_changed_file_under_a_similar_name_is_judged_and_not_missing(
    tmp_path: Path, sealed: dict[str, bytes]
) -> None:
    changed = sealed["Letter.pdf"].replace(b"Letter", b"Lettre", 1)
    checked = check(tmp_path, {"Letter_signed.pdf": changed, "Lease.pdf": sealed["Lease.pdf"]})

    assert outcomes(checked)[0] == (Outcome.DAMAGED, False, ("Letter_signed.pdf",))


def test_a_report_is_nobodys_document(tmp_path: Path, sealed: dict[str, bytes]) -> None:
    entries = {"Letter.pdf": sealed["Letter.pdf"], "report.pdf": a_pdf("report"), "report.xml": b"<a/>"}
    checked = check(tmp_path, entries)

    assert outcomes(checked) == [(*GOOD, ("Letter.pdf",)), (Outcome.MISSING, False, ())]
    assert checked.extra_results == ("report.pdf", "report.xml")


def test_a_report_beside_makes_no_seal_and_breaks_none(tmp_path: Path, sealed: dict[str, bytes]) -> None:
    entries = {
        **sealed,
        "Letter.pdf": PDFS["Letter.pdf"],
        "Letter.pdf.report.pdf": sealed["Lease.pdf"],
        "Letter.xml": b"<a/>",
    }
    checked = check(tmp_path, entries)

    assert [one.outcome for one in checked.documents] == [Outcome.UNSEALED, Outcome.SEALED]


def test_a_renamed_document_without_a_seal_is_unsealed(tmp_path: Path, sealed: dict[str, bytes]) -> None:
    checked = check(tmp_path, {"1.pdf": PDFS["Letter.pdf"], "2.pdf": sealed["Lease.pdf"]})

    assert outcomes(checked)[0] == (Outcome.UNSEALED, False, ("1.pdf",))


def test_twins_are_not_told_apart_by_their_bytes(tmp_path: Path, sealed: dict[str, bytes]) -> None:
    duplicates = {"Letter.pdf": PDFS["Letter.pdf"], "Copy.pdf": PDFS["Letter.pdf"]}
    checked = check(
        tmp_path, {"Letter_1.pdf": sealed["Letter.pdf"], "Copy_1.pdf": sealed["Letter.pdf"]}, duplicates
    )

    assert outcomes(checked) == [(*GOOD, ("Letter_1.pdf",)), (*GOOD, ("Copy_1.pdf",))]


def test_the_sealed_twins_beside_their_untouched_copies_count(
    tmp_path: Path, sealed: dict[str, bytes]
) -> None:
    duplicates = {"Letter.pdf": PDFS["Letter.pdf"], "Copy.pdf": PDFS["Letter.pdf"]}
    signed = {"Letter_signed.pdf": sealed["Letter.pdf"], "Copy_signed.pdf": sealed["Letter.pdf"]}

    assert outcomes(check(tmp_path, {**duplicates, **signed}, duplicates)) == [
        (*GOOD, ("Letter.pdf", "Letter_signed.pdf")),
        (*GOOD, ("Copy.pdf", "Copy_signed.pdf")),
    ]


def test_swapped_envelopes_are_known_by_what_they_hold(tmp_path: Path) -> None:
    key = seal_key(tmp_path)
    (tmp_path / "key.pem").write_bytes(key.key_pem + key.certificate_pem)
    texts = {"List.csv": b"pen;1\r\n", "Notes.txt": b"remember\r\n"}
    made = []
    for content in texts.values():
        (tmp_path / "content").write_bytes(content)
        sign = (
            "openssl cms -sign -binary -nodetach -in content -signer key.pem -md sha256 -outform DER -out s"
        )
        subprocess.run(sign.split(), cwd=tmp_path, check=True)
        made.append((tmp_path / "s").read_bytes())
    for names in (("Notes.txt.p7m", "List.csv.p7m"), ("Notes.txt", "List.csv")):
        checked = check(tmp_path, dict(zip(names, made, strict=True)), texts)
        assert outcomes(checked) == [(*GOOD, (names[0],)), (*GOOD, (names[1],))]


def test_an_envelope_of_any_name_is_known_by_what_it_holds(tmp_path: Path) -> None:
    key = seal_key(tmp_path)
    (tmp_path / "key.pem").write_bytes(key.key_pem + key.certificate_pem)
    (tmp_path / "content").write_bytes(b"pen;1\r\n")
    sign = "openssl cms -sign -binary -nodetach -in content -signer key.pem -md sha256 -outform DER -out s"
    subprocess.run(sign.split(), cwd=tmp_path, check=True)
    checked = check(tmp_path, {"0001.p7m": (tmp_path / "s").read_bytes()}, {"List.csv": b"pen;1\r\n"})

    assert outcomes(checked) == [(*GOOD, ("0001.p7m",))]


DATA = Path(__file__).parents[1] / "seals" / "data"
MADE = {one.stem: one.read_bytes() for one in DATA.glob("*.xml")}


@pytest.mark.parametrize(
    ("sent", "entries"),
    [
        ("Invoice.xml", {"Invoice.xml": MADE["enveloped"]}),
        ("Letter.txt", {"Letter.xml": MADE["enveloping"]}),
        ("Letter.txt", {"Letter.txt": (DATA / "Letter.txt").read_bytes(), "Letter.txt.xades": MADE["xades"]}),
        ("Letter.txt", {"Letter.xml": MADE["detached"]}),
    ],
)
def test_xml_signatures_of_all_forms_are_checked(
    tmp_path: Path, sent: str, entries: dict[str, bytes]
) -> None:
    content = (DATA / sent).read_bytes()
    (tmp_path / sent).write_bytes(content)

    assert outcomes(check(tmp_path, entries, {sent: content})) == [(*GOOD, tuple(entries))]


def test_without_its_source_a_document_that_was_written_anew_is_not_believed(tmp_path: Path) -> None:
    (one,) = check(tmp_path, {"Invoice.xml": MADE["enveloped"]}, {"Invoice.xml": MADE["Invoice"]}).documents
    assert one.outcome is Outcome.NOT_RECOGNISED
    assert "written anew" in one.message


def test_one_container_may_hold_several_documents(tmp_path: Path) -> None:
    files = {"Letter.txt": (DATA / "Letter.txt").read_bytes(), "Lease.pdf": PDFS["Lease.pdf"]}
    container = tmp_path / "made"
    with zipfile.ZipFile(container, "w") as made:
        made.writestr("mimetype", "application/vnd.etsi.asic-e+zip")
        for name, content in files.items():
            made.writestr(name, content)
        made.writestr("META-INF/signatures.xml", MADE["xades"])
    checked = check(tmp_path, {"0001.asice": container.read_bytes()}, files)

    assert outcomes(checked) == [(*GOOD, ("0001.asice",)), (Outcome.MISSING, False, ())]
    assert checked.documents[0].facts is not None
    assert checked.documents[0].facts.container == "ASiC-E"


def test_a_document_with_an_earlier_signature_proves_no_other(
    tmp_path: Path, sealed: dict[str, bytes]
) -> None:
    """It begins as the other one does, and carries a seal: yet nobody sealed the other one now."""
    sent = {"Letter.pdf": PDFS["Letter.pdf"], "Signed letter.pdf": sealed["Letter.pdf"]}
    (tmp_path / "source").write_bytes(sealed["Letter.pdf"])
    Sealer(seal_key(tmp_path)).seal_pdf(tmp_path / "source", tmp_path / "target")
    twice = (tmp_path / "target").read_bytes()
    for returned in (sealed["Letter.pdf"], twice):
        checked = check(tmp_path, {"Letter.pdf": returned, "Signed letter.pdf": twice}, sent)
        assert [one.outcome for one in checked.documents] == [Outcome.NOT_RECOGNISED, Outcome.SEALED]
        assert "Another document came back" in checked.documents[0].message


@pytest.mark.parametrize("order", [("1.pdf", "2.pdf"), ("2.pdf", "1.pdf")])
def test_the_sealed_one_counts_and_not_the_copy_beside_it(
    tmp_path: Path, sealed: dict[str, bytes], order: tuple[str, str]
) -> None:
    copies = {order[0]: PDFS["Letter.pdf"], order[1]: sealed["Letter.pdf"]}
    checked = check(
        tmp_path, {name: copies[name] for name in ("1.pdf", "2.pdf")} | {"Lease.pdf": sealed["Lease.pdf"]}
    )

    assert outcomes(checked)[0] == (*GOOD, (order[1],))


def test_a_torn_container_spoils_no_batch(tmp_path: Path, sealed: dict[str, bytes]) -> None:
    torn = tmp_path / "torn"
    with zipfile.ZipFile(torn, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.etsi.asic-e+zip")
    at = torn.read_bytes().index(b"mimetype") + len(b"mimetype")
    bad = torn.read_bytes()[:at] + b"\xff" * 8 + torn.read_bytes()[at + 8 :]
    checked = check(tmp_path, {"Letter.pdf": sealed["Letter.pdf"], "report.bin": bad})

    assert outcomes(checked)[0] == (*GOOD, ("Letter.pdf",))
