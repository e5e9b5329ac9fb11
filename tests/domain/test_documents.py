from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signdesk.domain.documents import folded, is_safe_name, safe_name, shown_name, transfer_names


def test_names_without_trouble_travel_as_they_are() -> None:
    assert transfer_names(["Invoice 17.pdf", "Umowa zlecenia – załącznik 3.docx"]) == (
        "Invoice 17.pdf",
        "Umowa zlecenia – załącznik 3.docx",
    )


def test_the_same_name_from_two_folders_is_numbered_without_regard_to_case() -> None:
    assert transfer_names(["Letter.pdf", "letter.PDF", "Letter (2).pdf"]) == (
        "Letter.pdf",
        "letter (2).PDF",
        "Letter (2) (2).pdf",
    )


def test_a_decomposed_name_travels_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "załącznik.pdf")
    assert transfer_names([decomposed, "załącznik.pdf"]) == ("załącznik.pdf", "załącznik (2).pdf")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a/b.pdf", "a_b.pdf"),
        ("a\\b.pdf", "a_b.pdf"),
        ("what?.pdf", "what_.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("com¹", "_com¹"),
        ("trailing. ", "trailing"),
        ("...", "_"),
        ("\x07bell.pdf", "_bell.pdf"),
        ("not-utf8-\udcff.pdf", "not-utf8-\ufffd.pdf"),
    ],
)
def test_names_that_some_system_forbids_are_made_legal(name: str, safe: str) -> None:
    assert safe_name(name) == safe
    assert is_safe_name(safe)


def test_a_very_long_name_keeps_its_ending() -> None:
    name = safe_name("ż" * 300 + ".pdf")
    assert name.endswith("ż.pdf")
    assert len(name.encode()) <= 200


@pytest.mark.parametrize("name", ["", "../x", "a/b", "C:\\x", "CON.pdf", "NUL", "x.", "x ", "a\x00b", "a\nb"])
def test_names_that_may_not_leave_an_archive(name: str) -> None:
    assert not is_safe_name(name)


@given(st.lists(st.text(min_size=1, max_size=300), max_size=30))
def test_any_names_become_safe_and_unique(names: list[str]) -> None:
    sent = transfer_names(names)
    assert len(sent) == len(names)
    assert all(is_safe_name(name) for name in sent)
    assert len({folded(name) for name in sent}) == len(sent)


def test_bytes_that_are_no_text_are_shown_as_replacement_characters() -> None:
    assert shown_name("\udcffx") == "\ufffdx"
    assert shown_name("\ud800\udcc3\udcb3\udfff") == "\ufffd\u00f3\ufffd"  # lone ones, and the bytes of an ó
