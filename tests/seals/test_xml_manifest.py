"""Lists of references, expressions that are known by heart, and parts deep in an object: made by xmlsec1."""

from __future__ import annotations

import io
import random
import re
from pathlib import Path

import pytest

from signdesk.domain.seal_words import seal_notes
from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.forms import verify_alone
from signdesk.seals.xml import verify_xml_beside
from tests.seals.test_asic import E, packed
from tests.seals.test_xml import LETTER, MADE

DATA = Path(__file__).parent / "data" / "xmlsec"
PEN = b"pen;1\r\n"
INTACT = [
    *("manifest.xml", "manifest-of-parts.xml", "deep.xml"),
    *("xpath-here.xml", "filter-here.xml", "filter-all.xml"),
]


def made(name: str) -> bytes:
    return (DATA / name).read_bytes()


def alone(content: bytes) -> SealCheckResult:
    found = verify_alone(io.BytesIO(content))
    assert found is not None
    return found


@pytest.mark.parametrize("name", INTACT)
def test_it_is_intact_and_nothing_in_it_can_be_changed(name: str) -> None:
    content = made(name)
    assert alone(content).finding is Finding.INTACT, alone(content).sentence
    assert alone(content.replace(b"100", b"900")).finding is Finding.BROKEN
    rng = random.Random(name)  # noqa: S311
    shown = rb"<price[^>]*>\d+</price>|<ds:SignedInfo.*</ds:SignedInfo>|<ds:Manifest.*</ds:Manifest>"
    places = [at for one in re.finditer(shown, content, re.DOTALL) for at in range(*one.span())]
    for at in rng.sample(places, min(200, len(places))):
        changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        assert alone(changed).finding is not Finding.INTACT, f"byte {at}: {content[at - 9 : at + 9]!r}"


def test_what_a_list_names_and_is_not_here_is_told() -> None:
    facts = alone(made("manifest.xml")).facts
    assert facts is not None
    assert facts.not_here == "gone.txt"
    assert any("not here, and were not checked: gone.txt" in one for one in seal_notes(facts))


def test_a_list_that_does_not_hold_is_told_as_such() -> None:
    """The signature itself is good: xmlsec1 says OK, and 0 of 1 of the list."""
    found = alone(made("manifest.xml").replace(b"100", b"900"))

    assert found.finding is Finding.BROKEN
    assert "The seal itself is intact, but not what it is over" in found.sentence


def test_a_list_in_a_list_is_not_followed() -> None:
    found = alone(made("manifest-in-manifest.xml"))

    assert (found.finding, "a list of lists" in found.sentence) == (Finding.NOT_CHECKED, True)


def test_a_list_of_files_beside_it_is_followed() -> None:
    def beside(content: bytes, name: str = "pen.csv") -> SealCheckResult:
        return verify_xml_beside(io.BytesIO(made("manifest-beside.xml")), io.BytesIO(content), name)

    found = beside(PEN)
    assert found.finding is Finding.INTACT, found.sentence
    assert found.facts is not None
    assert found.facts.not_here == "gone.txt"
    assert beside(PEN + b"x").finding is Finding.BROKEN
    assert "not here: pen.csv, gone.txt" in alone(made("manifest-beside.xml")).sentence


def test_another_file_that_it_is_over_is_named() -> None:
    found = verify_xml_beside(io.BytesIO(MADE["detached"]), io.BytesIO(LETTER), "Other.txt")

    assert found.finding is Finding.NOT_CHECKED
    assert "a file called “Letter.txt”" in found.sentence


def test_a_list_in_a_container_is_followed() -> None:
    def container(**files: bytes) -> SealCheckResult:
        named = {name.replace("_", "."): content for name, content in files.items()}
        return alone(packed({"mimetype": E, **named, "META-INF/signatures.xml": made("manifest-beside.xml")}))

    assert container(pen_csv=PEN, gone_txt=b"gone").finding is Finding.INTACT
    assert container(pen_csv=PEN, gone_txt=b"done").finding is Finding.BROKEN
    assert container(pen_csv=PEN, gone_txt=b"gone", more_txt=b"").finding is Finding.NOT_CHECKED


def test_the_text_of_a_part_alone_is_no_part() -> None:
    """Its name and its attributes could be changed: nothing covers them."""
    found = alone(made("text-alone.xml"))

    assert (found.finding, "the text of a part alone" in found.sentence) == (Finding.NOT_CHECKED, True)


def test_a_holder_of_a_document_in_base64_is_known() -> None:
    sealed = made("content.xml")
    assert alone(sealed).finding is Finding.INTACT, alone(sealed).sentence
    assert alone(sealed.replace(b"cGVu", b"cGVv")).finding is Finding.BROKEN
    more = sealed.replace(b"<CONTENT ", b'<CONTENT price="1" ')
    other = sealed.replace(b"<CONTENT ", b"<PRICE ").replace(b"</CONTENT>", b"</PRICE>")
    assert [alone(one).finding for one in (more, other)] == [Finding.NOT_CHECKED] * 2


@pytest.mark.parametrize(
    ("name", "form"), [("xpath-other.xml", "XPath"), ("filter-other.xml", "XPath Filter 2.0")]
)
def test_an_expression_that_is_not_known_is_never_evaluated_but_named(name: str, form: str) -> None:
    found = alone(made(name))

    assert found.finding is Finding.NOT_CHECKED
    assert f"does not know: {form}." in found.sentence


def test_a_known_expression_with_another_name_space_is_not_known() -> None:
    content = made("filter-all.xml")
    other = content.replace(b"//ds:Signature<", b"//ds:Signatura<")
    assert other != content
    assert alone(other).finding is Finding.NOT_CHECKED
