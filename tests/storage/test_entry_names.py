from __future__ import annotations

from collections.abc import Callable

import pytest

from signdesk.storage.archive import Archive
from tests.storage.zip_making import Raw, zip_of

NAMES = ("Umowa żółta.pdf", "Rechnung März.pdf", "Übersicht.pdf", "Łódź.pdf", "Größe.txt")


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp852", "Umowa żółta.pdf"),
        ("cp1250", "Umowa żółta.pdf"),
        ("cp437", "Rechnung März.pdf"),
        ("cp1252", "Rechnung März.pdf"),
        ("utf-8", "Łódź.pdf"),
    ],
)
@pytest.mark.parametrize("ending", ["", ".p7s"])
def test_names_in_old_code_pages_are_repaired_by_what_was_sent(
    read: Callable[..., Archive], encoding: str, name: str, ending: str
) -> None:
    [entry] = read(zip_of([Raw((name + ending).encode(encoding))]), NAMES).entries

    assert entry.name == name + ending


def test_a_new_ending_does_not_hinder_the_repair(read: Callable[..., Archive]) -> None:
    [entry] = read(zip_of([Raw("Umowa żółta-signed.pdf".encode("cp852"))]), ("Umowa.pdf", *NAMES)).entries

    assert entry.name == "Umowa żółta-signed.pdf"


def test_a_name_that_was_not_sent_is_read_as_utf_8_if_it_can_be(read: Callable[..., Archive]) -> None:
    [entry] = read(zip_of([Raw("Bericht für alle.pdf".encode())])).entries

    assert entry.name == "Bericht für alle.pdf"


def test_other_names_are_read_as_cp437(read: Callable[..., Archive]) -> None:
    [entry] = read(zip_of([Raw("Prüfbericht.pdf".encode("cp437"))])).entries

    assert entry.name == "Prüfbericht.pdf"
