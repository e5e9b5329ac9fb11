from __future__ import annotations

import time
import unicodedata

from signdesk.domain.matching import Match, match_names


def test_names_match_without_regard_to_case_and_normal_form() -> None:
    decomposed = unicodedata.normalize("NFD", "ZAŁĄCZNIK.pdf")
    matches, extra = match_names(["załącznik.pdf"], [decomposed])
    assert matches == (Match(decomposed, ()),)
    assert extra == ()


def test_seal_files_stand_beside_the_document_whose_name_they_extend() -> None:
    matches, extra = match_names(
        ["a.txt", "a.pdf"], ["a.txt", "a.txt.p7s", "a.pdf", "a.pdf.xades.p7s", "report.xml"]
    )
    assert matches == (Match("a.txt", ("a.txt.p7s",)), Match("a.pdf", ("a.pdf.xades.p7s",)))
    assert extra == ("report.xml",)


def test_a_changed_ending_belongs_to_the_only_document_with_that_stem() -> None:
    matches, extra = match_names(["letter.docx", "other.docx"], ["letter.asice", "other.docx"])
    assert matches == (Match(None, ("letter.asice",)), Match("other.docx", ()))
    assert extra == ()


def test_an_ending_that_fits_two_documents_belongs_to_neither() -> None:
    matches, extra = match_names(["a.txt", "a.pdf"], ["a.p7s"])
    assert matches == (Match(None, ()), Match(None, ()))
    assert extra == ("a.p7s",)


def test_another_batchs_files_match_nothing() -> None:
    matches, extra = match_names(["a.pdf"], ["b.pdf", "c.pdf"])
    assert matches == (Match(None, ()),)
    assert extra == ("b.pdf", "c.pdf")


def test_thousands_of_seals_named_like_their_documents_are_matched_in_no_time() -> None:
    sent = [f"Letter {number}.pdf" for number in range(3000)]
    began_s = time.process_time()
    matches, extra = match_names(sent, [f"Letter {number}.p7s" for number in range(3000)])
    assert time.process_time() - began_s < 2.0
    assert (matches[7], extra) == (Match(None, ("Letter 7.p7s",)), ())
