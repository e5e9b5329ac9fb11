"""A look at an XML file that came back: a signature around the document, inside it, or beside it.

Blocking, in worker threads; the first look imports signxml and lxml.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import Any, BinaryIO
from urllib.parse import unquote

from signdesk.domain.messages import msg
from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.seals import cms
from signdesk.seals.reading import whole
from signdesk.seals.seal_check_result import (
    Finding,
    NotChecked,
    NotIntact,
    Seal,
    SealCheckResult,
    as_result,
    intact,
    of_all,
    plain_text,
    together,
)
from signdesk.seals.xml_before import Holds, is_original
from signdesk.seals.xml_form import BASE64, DS, EXCLUSIVE, canonical
from signdesk.seals.xml_places import local_name, stands_alone
from signdesk.seals.xml_signature import (
    LARGEST_XML_BYTES,
    Checked,
    Covered,
    check,
    parsed,
    signatures_in,
    signer_in,
)

_NO_SEAL = SealCheckResult(Finding.NONE)
_OF_SIGNATURE = frozenset(f"{{{DS}}}{name}" for name in ("SignedInfo", "SignatureValue", "KeyInfo"))
_LIES_BESIDE = msg(
    "The seal is intact, but something else lies in the file beside what it is over, under no seal. Rely "
    "only on what the program that it was made with shows as sealed."
)
_NO_NEW_SEAL = msg("It came back without a new seal.")
_BEGINS = re.compile(rb"(\xef\xbb\xbf)?\s*<[?!A-Za-z_]")
_PROPERTIES = re.compile(re.escape("{http://uri.etsi.org/01903/v") + r"[0-9.]+#\}QualifyingProperties")
_SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance"
_XML = "{http://www.w3.org/XML/1998/namespace"
_OF_FORM = frozenset(["id", "uri", "format", "version", "lang", "space"])
_SIGNATURE = re.compile(rb"<(?:[\w.-]+:)?Signature[\s>/]")


def is_xml(head: bytes) -> bool:
    """Whether a file that begins like this can be XML (in UTF-8)."""
    return _BEGINS.match(head) is not None


def verify_xml(
    result: BinaryIO, original_sha256: str, original_size_bytes: int, source: BinaryIO | None = None
) -> SealCheckResult:
    """Whether `result` holds exactly the original under an intact signature: in base64 inside the signature
    (enveloping), or as the XML that the signature was put into (enveloped).

    `original_sha256`: lower-case hex over the `original_size_bytes` bytes that were sent. `source`: the same
    bytes, where they are at hand; needed where the whole XML was written anew. Seekable files, up to 64 MiB.
    NONE where no signature is in it. Never raises for what the file holds, and never uses the network.
    """

    def holds(content: bytes) -> bool:
        return len(content) == original_size_bytes and hashlib.sha256(content).hexdigest() == original_sha256

    return as_result(lambda: _look(whole(result, LARGEST_XML_BYTES), holds, source))


def verify_xml_alone(result: BinaryIO) -> SealCheckResult:
    """Whether the signature is intact over what is in the file, whatever that is. As above otherwise."""
    return as_result(lambda: _look(whole(result, LARGEST_XML_BYTES), None, None))


def verify_xml_beside(signature: BinaryIO, content: BinaryIO, name: str) -> SealCheckResult:
    """Whether a signature file is intact over all of `content`, which it names (`name`, or nothing else).

    As above otherwise; `content` may be of any size.
    """
    return as_result(lambda: _look_beside(whole(signature, LARGEST_XML_BYTES), content, name))


def _look(text: bytes, holds: Holds | None, source: BinaryIO | None) -> SealCheckResult:
    if not _SIGNATURE.search(text):
        return _NO_SEAL
    root = parsed(text)
    signatures = signatures_in(root)
    if not signatures:
        return _NO_SEAL
    sent = _sent(source) if holds is not None else None
    earlier = _earlier(signatures, sent)
    new = [one for one in signatures if one not in earlier]
    if not new:
        return SealCheckResult(Finding.NONE, sentence=_NO_NEW_SEAL)
    found = together(Seal(partial(signer_in, one), partial(_checked, root, one)) for one in new)
    if found.why is not None:
        _hold_to_no_content(new, [signature for signature, _one in found.good], found.why)
    facts = [one.facts for signature, one in found.good if _is_over(signature, one, root, holds, sent)]
    if not facts:
        raise found.why or _not_over(found.good, is_around=root in new and holds is not None)
    if root in new:
        _hold_to_objects(root, found.good[0][1].covered)
    elif holds is not None and not is_original(root, new, text, holds, sent):
        raise NotIntact(cms.NOT_OVER_THIS)
    broke = any(_is_broken(root, one) and not _is_broken(sent, before) for one, before in earlier.items())
    best = next((one for one in reversed(facts) if one.kind is SealKind.XADES), facts[-1])
    return intact(replace(of_all(best, facts, found), broke_earlier=broke))


def _not_over(good: Sequence[tuple[Any, Checked]], *, is_around: bool) -> NotIntact | NotChecked:
    """Why intact ones do not count. `is_around`: what was sent should lie in the signature."""
    if is_around:
        return NotIntact(cms.NOT_OVER_THIS)
    return NotChecked(_part_words([one for _signature, one in good]))


def _checked(root: Any, signature: Any) -> tuple[Any, Checked]:
    return signature, check(root, signature, _outside)


def _hold_to_no_content(every: Sequence[Any], good: Sequence[Any], why: NotChecked) -> None:
    """A signature that was not checked may lie beside a good one, but not bring along what nobody signed."""
    for one in every:
        words = [one.text, *(each.tail for each in one)]
        plain = not any((text or "").strip() for text in words) and all(map(_is_of_signature, one))
        if one not in good and not plain:
            raise why


def _is_of_signature(element: Any) -> bool:
    """What a signature consists of, its objects left out that hold anything but properties."""
    return element.tag in _OF_SIGNATURE or (element.tag == f"{{{DS}}}Object" and _holds_properties(element))


def _sent(source: BinaryIO | None) -> Any:
    """The root of what was sent; None where it is not at hand, or is no XML."""
    try:
        return parsed(whole(source, LARGEST_XML_BYTES)) if source is not None else None
    except (NotIntact, NotChecked):
        return None


def _earlier(signatures: Sequence[Any], sent: Any) -> dict[Any, Any]:
    """Those that were in what was sent already, and there."""
    if sent is None:
        return {}
    before = {_exactly(one): one for one in signatures_in(sent)}
    return {one: before[_exactly(one)] for one in signatures if _exactly(one) in before}


def _exactly(signature: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(signature, method="c14n", exclusive=True, with_tail=False))


def _is_broken(root: Any, signature: Any) -> bool:
    try:
        check(root, signature, _outside)
    except NotIntact:
        return True
    except NotChecked:
        return False
    return False


def _is_over(signature: Any, checked: Checked, root: Any, holds: Holds | None, sent: Any) -> bool:
    """Whether it covers the document: what an object inside it holds, or all around it."""
    if signature is root and holds is None and not stands_alone(root):
        return False
    if signature is root:
        return any(
            _is_in_object(one, signature) if holds is None else _is_document(one, signature, holds, sent)
            for one in checked.covered
        )
    if not stands_alone(root) and any(one.uri for one in checked.covered if one.element is root):
        return False
    elements = [one.element for one in checked.covered if one.element is not root or one.is_enveloped]
    return any(one is root for one in elements) or _is_all_inside(root, elements)


def _is_all_inside(root: Any, elements: Sequence[Any]) -> bool:
    """Whether the root is a mere wrapper, with nothing in it but these, signatures and blanks: in the order
    in which the seal names them, since nothing else says where each belongs.
    """
    from lxml import etree

    inside = [one for one in root if one.tag not in (etree.Comment, f"{{{DS}}}Signature")]
    texts = [root.text, *(one.tail for one in root)]
    sealed = dict.fromkeys(one for one in elements if one.getparent() is root)
    return (
        stands_alone(root)
        and not any((text or "").strip() for text in texts)
        and all(itertools.starmap(_is_of_form, root.attrib.items()))
        and bool(inside)
        and inside == [*sealed]
    )


def _is_of_form(name: str, value: str) -> bool:
    """Whether an attribute of a wrapper, which no seal covers, has nothing to say but how it is written."""
    space, _brace, local = str(name).rpartition("}")
    is_word = space in ("", _XML) and local.lower() in _OF_FORM and len(value.split()) < 2
    return is_word or space == _SCHEMA


def _is_in_object(one: Covered, signature: Any) -> bool:
    """Whether it is content, and not what the signature says of itself."""
    element = one.element
    if element is None or one.is_properties or one.is_list or element is signature:
        return False
    around = [element, *element.iterancestors()]
    return len(around) > 1 and around[-1] is signature and around[-2].tag == f"{{{DS}}}Object"


def _is_document(one: Covered, signature: Any, holds: Holds, sent: Any) -> bool:
    """The bytes in base64, or the XML as it is."""
    if any(holds(each) for each in _enveloped(one, signature)):
        return True
    if sent is None or not _is_in_object(one, signature):
        return False
    content = [*one.element] if one.element.tag == f"{{{DS}}}Object" else [one.element]
    return len(content) == 1 and canonical(content[0], EXCLUSIVE) == canonical(sent, EXCLUSIVE)


def _part_words(checked: Sequence[Checked]) -> str:
    away = ", ".join(one.facts.not_here for one in checked if one.facts.not_here)
    parts = dict.fromkeys(
        local_name(one.element)
        for each in checked
        for one in each.covered
        if one.element is not None and not (one.is_properties or one.is_list or _is_its_own(one.element))
    )
    if away and not parts:
        return msg(
            "The seal itself is intact, but what it is over is not here: {names}.", names=plain_text(away)
        )
    return msg(
        "The seal is intact, but only over a part of the file: {parts}. What else is in it is under no seal.",
        parts=plain_text(", ".join(parts)) or "?",
    )


def _is_its_own(element: Any) -> bool:
    """Whether it is a part of a signature, and no content: its KeyInfo, say."""
    around = [element.tag, *(one.tag for one in element.iterancestors())]
    return f"{{{DS}}}Signature" in around and f"{{{DS}}}Object" not in around


def _hold_to_objects(signature: Any, covered: Sequence[Covered]) -> None:
    """What lies in it beside the document, under no seal, must not be taken for sealed."""
    elements = {id(one.element) for one in covered if one.element is not None}
    for one in signature.findall(f"{{{DS}}}Object"):
        if not (_holds_properties(one) or _is_under(one, elements)):
            raise NotChecked(_LIES_BESIDE)


def _holds_properties(element: Any) -> bool:
    """Whether it holds what a signature says of itself (XAdES, in any version), and nothing beside that."""
    texts = [element.text, *(one.tail for one in element)]
    return (
        len(element) == 1
        and _PROPERTIES.fullmatch(str(element[0].tag)) is not None
        and not any((text or "").strip() for text in texts)
    )


def _is_under(element: Any, covered: AbstractSet[int]) -> bool:
    """Whether it is covered, or a mere wrapper of XML-Signature around what is (1.1, 4.5 and 5.2)."""
    if id(element) in covered:
        return True
    text = "".join([element.text or "", *(each.tail or "" for each in element)])
    wraps = str(element.tag).startswith(f"{{{DS}}}") and bool(len(element)) and not text.strip()
    return wraps and all(_is_under(each, covered) for each in element)


def _outside(_uri: str) -> BinaryIO | None:
    raise NotChecked(msg("The seal was not checked, because the document is not inside it."))


def _enveloped(one: Covered, signature: Any) -> Iterator[bytes]:
    """What an object inside the signature holds."""
    element = one.element
    if element is None or element.tag != f"{{{DS}}}Object" or element.getparent() is not signature:
        return
    if len(element) or element.get("Encoding", BASE64) != BASE64:
        return
    try:
        inside = base64.b64decode("".join((element.text or "").split()), validate=True)
    except ValueError:
        return
    # Either the reference decodes it itself, or it covers the element with what is decoded here.
    yield inside


def _look_beside(text: bytes, content: BinaryIO, name: str) -> SealCheckResult:
    root = parsed(text)
    signatures = signatures_in(root)
    if not signatures:
        return _NO_SEAL

    def outside(uri: str) -> BinaryIO:
        if _names(uri, name):
            return content
        other = plain_text(PurePosixPath(unquote(uri)).name) or "?"
        raise NotChecked(
            msg(
                "The seal could not be checked, because it is over a file called “{name}”. Put that file "
                "beside it, under this name.",
                name=other,
            )
        )

    def facts_of(signature: Any) -> SealFacts:
        checked = check(signature, signature, outside)
        if not any(_names(one.uri, name) for one in checked.covered):
            raise NotIntact(cms.NOT_OVER_THIS)
        return checked.facts

    found = together(Seal(partial(signer_in, one), partial(facts_of, one)) for one in signatures)
    best = next((one for one in found.good if one.kind is SealKind.XADES), found.good[0])
    return intact(of_all(best, found.good, found))


def _names(uri: str, name: str) -> bool:
    """Whether a reference names this file, wherever it lay when it was signed."""
    return bool(uri) and not uri.startswith("#") and PurePosixPath(unquote(uri)).name == name
