"""`signdesk verify` tells what was tampered with, on a machine that knows nothing of the batch."""

from __future__ import annotations

import io
import json
import random
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from signdesk.practice.data_folder import seal_key
from signdesk.resources import resource
from signdesk.seals import Finding, verify_pdf_alone
from tests.cli.conftest import Ended, SignDesk
from tests.support.samples import a_pdf

SCHEMA = json.loads(resource("schemas", "verify-result.json").read_text("utf-8"))
Inside = dict[str, bytes]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sealed once for all tests."""
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def sealed(signdesk: SignDesk, store: Path, tmp_path: Path) -> Path:
    """A ZIP with its receipt, alone in a folder, as somebody else gets it."""
    if not any(store.iterdir()):
        (tmp_path / "Letter.pdf").write_bytes(a_pdf("Letter"))
        (tmp_path / "List.csv").write_bytes(b"pen;1\r\n")
        (tmp_path / "Lease.pdf").write_bytes(a_pdf("Lease"))
        names = [tmp_path / name for name in ("Letter.pdf", "List.csv", "Lease.pdf")]
        ended = signdesk("sign", "--practice", "--process", "1", "--save-to", store, *names)
        assert ended.code == 0, ended.err
    there = tmp_path / "elsewhere"
    shutil.copytree(store, there)
    (found,) = there.glob("*.zip")
    return found.rename(there / "May.zip")


def with_receipt(found: Path) -> Path:
    (receipt,) = found.parent.glob("*.json")
    return receipt


def change(found: Path, edit: Callable[[Inside], object]) -> None:
    """Packs the ZIP anew with other contents."""
    with zipfile.ZipFile(found) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    edit(inside)
    with zipfile.ZipFile(found, "w") as archive:
        for name, content in inside.items():
            archive.writestr(name, content)


def verdicts(ended: Ended) -> dict[str, str]:
    jsonschema.validate(ended.json, SCHEMA)
    (file,) = ended.json["files"]
    return {one["name"]: one["verdict"] for one in file["documents"]}


def test_an_untouched_result_is_intact_by_its_receipt(signdesk: SignDesk, sealed: Path) -> None:
    receipt = with_receipt(sealed).rename(sealed.with_name("May receipt.json"))
    ended = signdesk("verify", sealed)
    assert ended.code == 0, ended.out + ended.err
    assert f"3 of 3 intact: {sealed}, by {receipt.name}" in ended.out
    as_json = signdesk("verify", "--json", sealed)
    assert verdicts(as_json) == dict.fromkeys(("Letter.pdf", "List.csv", "Lease.pdf"), "intact")
    first = as_json.json["files"][0]["documents"][0]
    assert (first["seal"]["kind"], first["seal"]["level"]) == ("PAdES", "B-B")


def test_without_a_receipt_the_seals_are_looked_at_alone(signdesk: SignDesk, sealed: Path) -> None:
    ended = signdesk("verify", sealed, "--json")
    assert (ended.code, ended.json["files"][0]["receipt"]) == (0, None)
    assert verdicts(ended) == dict.fromkeys(("Letter.pdf", "List.csv", "Lease.pdf"), "intact")


def swap_pdfs(inside: Inside) -> None:
    inside["Letter.pdf"], inside["Lease.pdf"] = inside["Lease.pdf"], inside["Letter.pdf"]


def flip(inside: Inside) -> None:
    content = bytearray(inside["Letter.pdf"])
    content[200] ^= 1
    inside["Letter.pdf"] = bytes(content)


def append(inside: Inside) -> None:
    inside["Letter.pdf"] += b"\n%more"


def edit_list(inside: Inside) -> None:
    inside["List.csv"] = b"pen;9\r\n"


def drop(inside: Inside) -> None:
    del inside["Lease.pdf"]


def unseal(inside: Inside) -> None:
    inside["Letter.pdf"] = a_pdf("Letter")


@pytest.mark.parametrize(
    ("edit", "bad", "alone"),
    [
        (swap_pdfs, {}, {}),
        (flip, {"Letter.pdf": "broken"}, {"Letter.pdf": "broken"}),
        (append, {"Letter.pdf": "broken"}, {"Letter.pdf": "broken"}),
        (edit_list, {"List.csv": "not_checked"}, {"List.csv": "broken"}),
        (drop, {"Lease.pdf": "missing"}, {}),
        (unseal, {"Letter.pdf": "unsealed"}, {"Letter.pdf": "unsealed"}),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_what_was_tampered_with_is_told(
    signdesk: SignDesk,
    sealed: Path,
    edit: Callable[[Inside], None],
    bad: dict[str, str],
    alone: dict[str, str],
) -> None:
    """Swapped or missing documents are found by the receipt alone: each seal by itself is good. Swapped names
    are said, and break no seal.
    """
    change(sealed, edit)
    by_receipt = signdesk("verify", "--json", "--receipt", with_receipt(sealed), sealed)
    assert by_receipt.code == 1
    assert "SHA-256" in by_receipt.json["files"][0]["problem"]
    found = verdicts(by_receipt)
    assert {name: one for name, one in found.items() if one != "intact"} == bad
    told = str(by_receipt.json)
    assert ("swapped the names" in told) == (edit is swap_pdfs)
    without = signdesk("verify", "--json", sealed)
    assert {name: one for name, one in verdicts(without).items() if one != "intact"} == alone
    assert without.code == (1 if alone else 0)


@pytest.mark.parametrize("edit", [flip, edit_list, drop, unseal])
def test_nothing_is_told_of_a_seal_that_the_receipt_alone_knows(
    signdesk: SignDesk, sealed: Path, edit: Callable[[Inside], None]
) -> None:
    change(sealed, edit)
    ended = signdesk("verify", "--json", "--receipt", with_receipt(sealed), sealed)
    told = [one for one in ended.json["files"][0]["documents"] if one["verdict"] != "intact"]
    assert [one["seal"] for one in told] == [None]
    assert "issued by its own holder" not in told[0]["message"]


def test_a_single_file_is_looked_at_with_and_without_the_receipt(signdesk: SignDesk, sealed: Path) -> None:
    with zipfile.ZipFile(sealed) as archive:
        archive.extractall(sealed.parent)
    letter, receipt = sealed.with_name("Letter.pdf"), with_receipt(sealed)
    for arguments in ((letter,), (letter, "--receipt", receipt), (sealed.with_name("List.csv.p7s"),)):
        ended = signdesk("verify", *arguments)
        assert ended.code == 0, ended.out
    letter.write_bytes(letter.read_bytes() + b" ")
    assert verdicts(signdesk("verify", "--json", letter)) == {"Letter.pdf": "broken"}
    assert verdicts(signdesk("verify", "--json", letter, "--receipt", receipt)) == {"Letter.pdf": "changed"}
    sealed.with_name("List.csv").unlink()
    assert verdicts(signdesk("verify", "--json", sealed.with_name("List.csv.p7s"))) == {
        "List.csv.p7s": "not_checked"
    }


def test_no_byte_of_a_sealed_pdf_can_be_changed_unnoticed(sealed: Path) -> None:
    """Without the receipt, at 200 places."""
    with zipfile.ZipFile(sealed) as archive:
        content = archive.read("Letter.pdf")
    assert verify_pdf_alone(io.BytesIO(content)).finding is Finding.INTACT
    chosen = random.Random(7)  # noqa: S311
    for _ in range(200):
        at = chosen.randrange(len(content))
        changed = bytearray(content)
        changed[at] ^= 1 << chosen.randrange(8)
        assert verify_pdf_alone(io.BytesIO(bytes(changed))).finding is not Finding.INTACT, at


def test_what_cannot_be_used_is_said(signdesk: SignDesk, sealed: Path, tmp_path: Path) -> None:
    assert signdesk("verify", tmp_path / "nothing.zip").code == 2
    assert signdesk("verify").code == 2
    ended = signdesk("verify", "--receipt", tmp_path / "none.json", sealed)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"{tmp_path / 'none.json'}: ")
    assert "(--receipt)" in ended.err
    no_receipt = tmp_path / "no.json"
    no_receipt.write_text("[]")
    ended = signdesk("verify", "--receipt", no_receipt, sealed)
    assert ended.code == 1
    assert "no receipt that SignDesk can read" in ended.err
    broken = tmp_path / "broken.zip"
    broken.write_bytes(sealed.read_bytes()[:-30])
    ended = signdesk("verify", broken)
    assert ended.code == 1
    assert "damaged" in ended.err
    odd = tmp_path / "note.txt"
    odd.write_text("hello")
    assert verdicts(signdesk("verify", "--json", odd)) == {"note.txt": "not_checked"}


XML = Path(__file__).parents[1] / "seals" / "data"


def test_a_container_of_its_own_is_looked_into(signdesk: SignDesk, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "Letter.asice", "w") as made:
        made.writestr("mimetype", "application/vnd.etsi.asic-e+zip")
        made.writestr("Letter.txt", (XML / "Letter.txt").read_bytes())
        made.writestr("META-INF/signatures.xml", (XML / "xades.xml").read_bytes())
    ended = signdesk("verify", "--json", tmp_path / "Letter.asice")

    assert (ended.code, verdicts(ended)) == (0, {"Letter.asice": "intact"})


def test_a_document_and_its_seal_beside_it_are_told_by_the_receipt(signdesk: SignDesk, sealed: Path) -> None:
    receipt = with_receipt(sealed)
    with zipfile.ZipFile(sealed) as archive:
        archive.extractall(sealed.parent)
    for name in ("List.csv", "List.csv.p7s"):
        ended = signdesk("verify", "--json", "--receipt", receipt, sealed.parent / name)
        assert (ended.code, verdicts(ended)) == (0, {name: "intact"})

    (sealed.parent / "List.csv").write_bytes(b"pen;9\r\n")
    for name, verdict in (("List.csv", "changed"), ("List.csv.p7s", "broken")):
        ended = signdesk("verify", "--json", "--receipt", receipt, sealed.parent / name)
        assert (ended.code, verdicts(ended)) == (1, {name: verdict})


def test_a_good_seal_beside_a_broken_one_hides_nothing(signdesk: SignDesk, sealed: Path) -> None:
    key = seal_key(sealed.parent)
    (sealed.parent / "key.pem").write_bytes(key.key_pem + key.certificate_pem)

    def forge(inside: Inside) -> None:
        flip(inside)
        (sealed.parent / "content").write_bytes(inside["Letter.pdf"])
        sign = "openssl cms -sign -binary -in content -signer key.pem -md sha256 -outform DER -out s"
        subprocess.run(sign.split(), cwd=sealed.parent, check=True)
        inside["Letter.pdf.p7s"] = (sealed.parent / "s").read_bytes()

    change(sealed, forge)
    with_receipt(sealed).unlink()
    ended = signdesk("verify", "--json", sealed)
    assert (ended.code, verdicts(ended)["Letter.pdf"]) == (1, "broken")


def test_nothing_is_said_of_what_was_sent_where_nothing_was(signdesk: SignDesk, tmp_path: Path) -> None:
    """A seal over something else, beside a file; XML without a seal; what has no seal that is known."""
    original = Path(__file__).parents[2] / "resources" / "samples" / "Invoice 2026-1107.pdf"
    (tmp_path / "Letter.txt").write_bytes(b"Another letter.")
    (tmp_path / "Letter.txt.sig").write_bytes((XML / "foreign/itext5-two-seals-xrefstream.pdf").read_bytes())
    (tmp_path / "Other.txt").write_bytes(b"Another letter.")
    (tmp_path / "Other.txt.xades").write_bytes((XML / "detached.xml").read_bytes())
    (tmp_path / "plain.xml").write_bytes(b"<order/>")
    (tmp_path / "notes.txt").write_bytes(b"Notes.")
    (tmp_path / "plain.pdf").write_bytes(original.read_bytes())
    names = ("Letter.txt.sig", "Other.txt.xades", "plain.xml", "plain.pdf", "notes.txt")
    ended = signdesk("verify", "--json", *(tmp_path / name for name in names))

    told = [(one["verdict"], one["message"]) for file in ended.json["files"] for one in file["documents"]]
    assert told[:4] == [
        ("broken", "The seal is over something else than this file."),
        (
            "not_checked",
            "The seal could not be checked, because it is over a file called “Letter.txt”. Put that file "
            "beside it, under this name.",
        ),
        ("unsealed", "It carries no seal."),
        ("unsealed", "It carries no seal."),
    ]
    assert told[4][0] == "not_checked"
    assert told[4][1].startswith("No seal of a kind that SignDesk knows was found in it")


CASE = Path(__file__).parents[1] / "cases" / "results" / "result-x-csig+orig.zip"


@pytest.mark.parametrize("rename", ["{}", "{}.pkcs7", "{}.sig"])
def test_seals_beside_their_documents_are_found_whatever_their_ending(
    signdesk: SignDesk, tmp_path: Path, rename: str
) -> None:
    """In a ZIP without a receipt, and as files."""
    inside = {}
    with zipfile.ZipFile(CASE) as archive:
        for name in archive.namelist():
            seal = name.removesuffix(".csig") if rename != "{}" else name
            inside[name if seal == name else rename.format(seal)] = archive.read(name)
    found = tmp_path / "May.zip"
    with zipfile.ZipFile(found, "w") as made:
        for name, content in inside.items():
            made.writestr(name, content)
            (tmp_path / name).write_bytes(content)

    ended = signdesk("verify", "--json", found, *(tmp_path / name for name in inside if "pdf." in name))

    assert ended.code == 0, ended.out
    assert [proof["verdict"] for one in ended.json["files"] for proof in one["documents"]] == ["intact"] * 4


@pytest.mark.parametrize("content", [None, b"no certificate"])
def test_issuers_that_cannot_be_used_are_not_passed_over(
    signdesk: SignDesk, sealed: Path, tmp_path: Path, content: bytes | None
) -> None:
    issuers = tmp_path / "issuers.pem"
    if content is not None:
        issuers.write_bytes(content)
    ended = signdesk("verify", "--ca-file", issuers, sealed)
    assert (ended.code, ended.out) == (2, "")
    assert "issuers.pem: " in ended.err
