from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signdesk.domain.batches import BatchDocument
from signdesk.domain.documents import Document, folded, transfer_names
from signdesk.domain.restoring import restored_names


def sent(*names: str, results: Mapping[str, tuple[str, ...]] | None = None) -> list[BatchDocument]:
    """Documents of these names, which came back as `results` says by the name sent; else under that name."""
    made = []
    for name, travelled in zip(names, transfer_names(names), strict=True):
        document = Document(Path("/home") / "x", name, 1, 0, "0" * 64, 0)
        came = (results or {}).get(travelled, (travelled,))
        made.append(BatchDocument(document, travelled, results=came))
    return made


def restored(documents: list[BatchDocument], *more: str) -> tuple[str, ...]:
    entries = list(dict.fromkeys([name for one in documents for name in one.results] + list(more)))
    return restored_names(documents, entries)


def test_a_name_that_could_not_travel_comes_back() -> None:
    assert restored(sent("Offer: final?.pdf", "con.pdf")) == ("Offer: final?.pdf", "con.pdf")


def test_the_case_of_the_document_is_the_right_one() -> None:
    assert restored(sent("Letter.pdf", results={"Letter.pdf": ("LETTER.PDF",)})) == ("Letter.pdf",)


def test_seal_files_stand_beside_their_document() -> None:
    results = {"a_b.pdf": ("a_b.pdf", "a_b.pdf.p7s", "a_b.xml")}
    assert restored(sent("a:b.pdf", results=results)) == ("a:b.pdf", "a:b.pdf.p7s", "a:b.xml")


def test_the_second_of_one_name_keeps_its_number_and_so_does_its_seal() -> None:
    results = {
        "Letter.pdf": ("Letter.pdf", "Letter.pdf.p7s"),
        "letter (2).pdf": ("letter (2).pdf", "letter (2).pdf.p7s"),
    }
    assert restored(sent("Letter.pdf", "letter.pdf", results=results)) == (
        *("Letter.pdf", "Letter.pdf.p7s"),
        *("letter (2).pdf", "letter (2).pdf.p7s"),
    )


def test_under_swapped_names_each_gets_its_own_name_back() -> None:
    results = {"a_.pdf": ("b.pdf", "b.pdf.p7s"), "b.pdf": ("a_.pdf", "a_.pdf.p7s")}
    assert restored(sent("a?.pdf", "b.pdf", results=results)) == (
        *("a?.pdf", "a?.pdf.p7s"),
        *("b.pdf", "b.pdf.p7s"),
    )


def test_letters_that_a_packer_lost_come_back() -> None:
    results = {"Umowa żółta.pdf": ("Umowa ______ta.pdf",)}
    assert restored(sent("Umowa żółta.pdf", results=results)) == ("Umowa żółta.pdf",)


def test_a_device_becomes_a_file() -> None:
    assert restored(sent("a.pdf"), "CON.pdf", "NUL") == ("a.pdf", "_CON.pdf", "_NUL")


def test_a_report_keeps_its_name_and_takes_nobodys() -> None:
    documents = sent("a?.pdf")
    assert restored(documents, "report.xml", "A?.pdf") == ("a?.pdf", "report.xml", "A? (2).pdf")


def test_one_report_for_all_documents_keeps_its_name() -> None:
    documents = sent("a.pdf", "b.pdf", results={"a.pdf": ("report.xml",), "b.pdf": ("report.xml",)})
    assert restored(documents) == ("report.xml",)


@pytest.mark.parametrize("name", ["..", ".", "", "up/and away"])
def test_no_name_of_a_document_leads_elsewhere(name: str) -> None:
    (restored_name,) = restored(sent(name))
    assert restored_name not in ("..", ".", "")
    assert "/" not in restored_name


NAME = st.text("aAb.:?ßſs ()2", min_size=1, max_size=6).filter(lambda one: bool(one.strip(". ")))
NAMES = st.lists(NAME, max_size=6)


@given(NAMES)
def test_no_two_have_the_same_name(names: list[str]) -> None:
    documents = sent(*names)
    found = restored(documents, "report.xml")
    assert len({folded(one) for one in found}) == len(found) == len(names) + 1


@given(NAMES)
def test_names_that_differ_all_come_back(names: list[str]) -> None:
    different = list({folded(one): one for one in names}.values())
    assert restored(sent(*different)) == tuple(different)
