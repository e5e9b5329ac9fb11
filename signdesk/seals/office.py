"""A look at signed office files. OpenDocument (ODF 1.2, part 3, 4) is checked: plain XML signatures over the
files in its package. Of Office Open XML (ECMA-376-2, 10 and 12) only the form is told: it leaves
relationships and types of parts out of what is signed, and what then counts as signed, Office alone decides.

Nothing is unpacked to the disk. Blocking, in worker threads.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import partial
from typing import Any, BinaryIO

from signdesk.domain.messages import msg
from signdesk.domain.seal_facts import SealFacts
from signdesk.seals import cms
from signdesk.seals.at_hand import certificates_from
from signdesk.seals.certificates import certificates_inside
from signdesk.seals.package import LONGEST_TYPE_BYTES, Package, inside_name, is_bounded
from signdesk.seals.seal_check_result import (
    NO_SEAL,
    Finding,
    NotChecked,
    NotIntact,
    Seal,
    SealCheckResult,
    as_result,
    hold_to_document,
    intact,
    of_all,
    plain_text,
    together,
)
from signdesk.seals.xml_signature import check, parsed, signatures_in, signer_in

_ODF, _OOXML = "OpenDocument", "Office Open XML"
_ODF_TYPE = b"application/vnd.oasis.opendocument."
_SIGNATURES = "META-INF/documentsignatures.xml"
_ROOT = "{urn:oasis:names:tc:opendocument:xmlns:digitalsignature:1.0}document-signatures"
_MOST_SEALS = 50
_CONTENT_TYPES = "[content_types].xml"
_WORD = msg(
    "The seal could not be checked, because it is in a signed Word document, of which Word alone decides "
    "what is signed. Open it in Word: it shows the signatures under File, Info."
)
_EXCEL = msg(
    "The seal could not be checked, because it is in a signed Excel workbook, of which Excel alone decides "
    "what is signed. Open it in Excel: it shows the signatures under File, Info."
)
_POWERPOINT = msg(
    "The seal could not be checked, because it is in a signed PowerPoint presentation, of which PowerPoint "
    "alone decides what is signed. Open it in PowerPoint: it shows the signatures under File, Info."
)
_OFFICE = msg(
    "The seal could not be checked, because it is in a signed Office file, of which the program that it was "
    "made with alone decides what is signed. Open it there."
)
_BY_FOLDER = {"word": _WORD, "xl": _EXCEL, "ppt": _POWERPOINT}
_ODD = msg(
    "The seal could not be checked, because the list of signatures in the document is out of shape. Open it "
    "in the program that it was made with."
)
_UNKNOWN_SOURCE = msg(
    "The seal is intact over this document. Whether it is the document that was sent cannot be told without "
    "the file that was sent, at its place and unchanged."
)


def is_office(file: BinaryIO) -> bool:
    """Whether it is an office file of one of the two kinds, signed or not. Moves `file`."""
    return _kind(file) is not None


def is_signed_office(file: BinaryIO) -> bool:
    """Whether it says that it is signed, too. Moves `file`."""
    kind = _kind(file)
    return kind is not None and kind[1]


def verify_office_alone(result: BinaryIO) -> SealCheckResult:
    """Whether everything in it is under intact seals; NONE without any. Seekable. Never raises for what the
    file holds, and never uses the network.
    """
    return as_result(lambda: _look(result, None, is_alone=True))


def verify_office(result: BinaryIO, source: BinaryIO | None) -> SealCheckResult:
    """Whether it is what was sent, file by file, but for the seal. `source`: that, where it is at hand;
    without it nothing can be told, because a seal is put into the package. As above otherwise.
    """
    return as_result(lambda: _look(result, source, is_alone=False))


def _kind(file: BinaryIO) -> tuple[str, bool] | None:
    try:
        file.seek(0)
        with zipfile.ZipFile(file) as package:
            names = {one.lower() for one in package.namelist()}
            if _CONTENT_TYPES in names:
                return _OOXML, any(fnmatchcase(one, "_xmlsignatures/*.xml") for one in names)
            if "mimetype" not in names or not is_bounded(package.getinfo("mimetype"), LONGEST_TYPE_BYTES):
                return None
            is_odf = package.read("mimetype").startswith(_ODF_TYPE)
            return (_ODF, _SIGNATURES.lower() in names) if is_odf else None
    except Exception as error:  # noqa: BLE001
        hold_to_document(error)
        return None  # broad as `as_result`


def _look(result: BinaryIO, source: BinaryIO | None, *, is_alone: bool) -> SealCheckResult:
    kind = _kind(result)
    if kind is None or not kind[1]:
        return SealCheckResult(Finding.NONE, sentence=NO_SEAL)
    result.seek(0)
    with zipfile.ZipFile(result) as opened:
        if kind[0] == _OOXML:
            folders = (one.partition("/")[0].lower() for one in opened.namelist())
            raise NotChecked(next((_BY_FOLDER[one] for one in folders if one in _BY_FOLDER), _OFFICE))
        package = Package(opened, result)
        found = intact(_checked(package))
        if is_alone:
            return found
        if source is None:
            raise NotChecked(_UNKNOWN_SOURCE)
        _hold_to_source(package, source)
        return found


def _checked(package: Package) -> SealFacts:
    """Of all seals. Raises NotIntact, NotChecked."""
    root = parsed(package.text(_SIGNATURES))
    signatures = signatures_in(root)
    if root.tag != _ROOT or not 0 < len(signatures) <= _MOST_SEALS:
        raise NotChecked(_ODD)
    with certificates_from(lambda: certificates_inside(root)):
        found = together(Seal(partial(signer_in, one), partial(_of, package, one)) for one in signatures)
    must = {name for name in package.sizes if not _holds_signatures(name)}
    over_all = [one.facts for one in found.good if one.covers >= must]
    if not over_all:
        uncovered = min(must - found.good[0].covers)
        raise found.why or NotChecked(
            msg(
                "The seal is intact, but not over the whole document: “{name}” in it is under no seal.",
                name=plain_text(uncovered),
            )
        )
    return replace(of_all(over_all[0], over_all, found), container=_ODF)


def _holds_signatures(name: str) -> bool:
    """Those that the document's seals need not be over (ODF 1.2, part 3, 4.1)."""
    return name in (_SIGNATURES, "META-INF/macrosignatures.xml")


@dataclass(frozen=True, slots=True)
class _Seal:
    facts: SealFacts
    covers: frozenset[str]


def _of(package: Package, signature: Any) -> _Seal:
    with ExitStack() as opened:

        def outside(uri: str) -> BinaryIO | None:
            name = inside_name(uri, package)
            return opened.enter_context(package.open(name)) if name in package.sizes else None

        checked = check(signature, signature, outside, files_as_xml=True)
    names = (inside_name(one.uri, package) for one in checked.covered if not one.uri.startswith("#"))
    return _Seal(checked.facts, frozenset(names))


def _hold_to_source(package: Package, source: BinaryIO) -> None:
    """Raises NotIntact where it is another document, NotChecked where it had seals before."""
    source.seek(0)
    with zipfile.ZipFile(source) as opened:
        before = Package(opened, source)
        if any(map(_holds_signatures, before.sizes)):
            raise NotChecked(_UNKNOWN_SOURCE)
        digests: list[Callable[[str], bytes]] = [
            partial(one.digest, algorithm="sha256") for one in (package, before)
        ]
        now, then = (
            {name: digest(name) for name in one.sizes if not _holds_signatures(name)}
            for one, digest in zip((package, before), digests, strict=True)
        )
    if now != then:
        raise NotIntact(cms.NOT_OVER_THIS)
