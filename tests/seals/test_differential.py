"""Our verdict beside those of `pdfsig`, `openssl cms -verify` and `xmlsec1 --verify`, on every kept seal, on
those that other tools make on the spot, and on the attack files. Each difference is explained here, and each
explanation is needed.
"""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path

import pytest
from lxml import etree

from signdesk.seals import Finding
from tests.seals import test_attacks, test_attacks_after, test_attacks_cms, test_attacks_xml
from tests.seals.inputs import Input, kept, made, shop
from tests.seals.test_others import pdfsig
from tests.support.xml_seals import DS, XmlSec

_WRAPPER = "xmlsec1 looks at what is named, whatever stands beside it, or around it; here nothing may"
_INSIDE = "xmlsec1 looks at the object that is named; here no other may lie beside it under no seal"
# What we call intact and the other tool does not, or the other way round.
EXPLAINED = {
    "foreign/plus-for-a-blank.asice": "xmlsec1 knows no `+` for a blank in the name of a file",
    "xmlsec/manifest.xml": "xmlsec1 wants what a list names to be at hand; here it is told what is not",
    "xmlsec/filter-other.xml": "a path that SignDesk does not know by heart is not followed",
    "xmlsec/manifest-in-manifest.xml": "a list of lists is not followed",
    "xmlsec/text-alone.xml": "over the text of a part, and not over the tags that say what that text is",
    "beside the parts: another attribute for an id": _WRAPPER,
    "beside the parts: no id at all": _WRAPPER,
    "beside the parts: an attribute of the wrapper": _WRAPPER,
    "beside the parts: words of an attribute that says how it is written": _WRAPPER,
    "beside the parts: words beside": _WRAPPER,
    "beside the parts: words in a form of their own": _WRAPPER,
    "beside the parts: an instruction": _WRAPPER,
    "beside the parts: a style sheet": _WRAPPER,
    "beside the parts: another order": _WRAPPER,
    "beside the parts: around one part": _WRAPPER,
    "in the signature: a second object": _INSIDE,
    "in the signature: of properties that are none": _INSIDE,
    "in the signature: words beside properties": _INSIDE,
    "in the signature: the content one level deeper": _INSIDE,
    "in the signature: a style sheet": "xmlsec1 looks at the signature alone; what shows it may show more",
    "in the signature: words in the signature": "the schema of XML-Signature has no place for them",
    "in the signature: the signature in an element": _INSIDE,
    "CMS: _other_type": "OpenSSL does not mind that the type of content is another than the one signed",
}


def _attacks(honest: dict[str, Input]) -> Iterator[Input]:
    """On the spot, from seals by other tools."""
    pdf = honest["pyHanko"].content
    for name, behind in test_attacks_after.BEHIND.items():
        yield Input(f"behind a PDF's seal: {name}", pdf + behind(pdf))
    for name, act in {**test_attacks.USF, **test_attacks_after.WRAPPED}.items():
        yield Input(f"a PDF's signature: {name}", act(pdf))
    for name, act in test_attacks_xml.BESIDE.items():
        yield Input(f"beside the parts: {name}", act(honest["xmlsec1, parts"].content))
    for name, act in test_attacks_xml.INSIDE.items():
        yield Input(f"in the signature: {name}", act(honest["xmlsec1, enveloping"].content))
    for change in test_attacks_cms.CHANGES:
        yield Input(
            f"CMS: {change.__name__}",
            test_attacks_cms.changed(honest["OpenSSL, two signers"].content, change),
        )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shop(tmp_path_factory.mktemp("shop"))


@pytest.fixture(scope="module")
def inputs(folder: Path) -> dict[str, Input]:
    honest = {one.name: one for one in chain(kept(), made(folder))}
    return {**honest, **{one.name: one for one in _attacks(honest)}}


def others_find_it_good(folder: Path, one: Input) -> bool:
    by_kind = {"pdf": _by_pdfsig, "cms": _by_openssl, "xml": _by_xmlsec, "zip": _by_all}
    return by_kind[one.kind](folder, one)


def _by_pdfsig(folder: Path, one: Input) -> bool:
    said = pdfsig(folder, one.content)
    return said.valid and said.total


def _by_openssl(folder: Path, one: Input) -> bool:
    """The mathematics alone: whom to trust is another matter, for us, too."""
    (folder / "asked").write_bytes(one.content)
    command = ["openssl", "cms", "-verify", "-noverify", "-binary", "-inform", "DER", "-in", "asked"]
    command += ["-out", "taken"]
    if one.beside is not None:
        (folder / "beside").write_bytes(one.beside)
        command += ["-content", "beside"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0


def _by_xmlsec(folder: Path, one: Input) -> bool:
    """Every signature, by its name where it has one."""
    if one.beside is not None:
        (folder / one.called).write_bytes(one.beside)
    try:
        root = etree.fromstring(one.content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    names = [each.get("Id") for each in root.iter(f"{{{DS}}}Signature")]
    return bool(names) and all(XmlSec(folder).verifies(one.content, name) for name in names)


def _by_all(folder: Path, one: Input) -> bool:
    """What lies in a container's META-INF, unpacked: each by the tool for it, over what is there."""
    with zipfile.ZipFile(BytesIO(one.content)) as container:
        inside = {name: container.read(name) for name in container.namelist()}
    for name, text in inside.items():
        if not name.startswith("META-INF/"):
            (folder / name).write_bytes(text)
    found = []
    for name, text in inside.items():
        if re.fullmatch(r"META-INF/.*(\.p7s|\.tst)", name):
            found.append(_by_openssl(folder, Input(name, text)))
        elif re.fullmatch(r"META-INF/.*signatures.*\.xml", name):
            found.append(_by_xmlsec(folder, Input(name, text)))
    return bool(found) and all(found)


@pytest.mark.timeout(600)
def test_every_difference_is_explained(folder: Path, inputs: dict[str, Input]) -> None:
    differs = {
        name: (ours, theirs)
        for name, one in inputs.items()
        for ours in [one.looked_at().finding is Finding.INTACT]
        for theirs in [others_find_it_good(folder, one)]
        if ours is not theirs
    }
    assert {name: verdict for name, verdict in differs.items() if name not in EXPLAINED} == {}
    assert {name for name in EXPLAINED if name not in differs} == set()
