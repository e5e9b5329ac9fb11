"""Which XML signatures are checked at all: in form and size such that `xml_verifier` checks all that is
written. Anything else is told with its reason. And the parser for XML that nobody
vouches for (no entities, no network, no file outside), and the canonical form of a part of a file, as a
signature means it (Canonical XML 1.0, 2.4, and 1.1, 2.4; Exclusive XML Canonicalization 1.0, 3).

libxml2 takes no text of more than 10 MB, and nothing deeper than 256 elements, unless it is told to. Files
in base64 are larger. Then its guard against entities that grow is off, too: so only where there are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from signdesk.domain.messages import msg
from signdesk.seals.seal_check_result import NotChecked, plain_text

DS = "http://www.w3.org/2000/09/xmldsig#"
ENVELOPED = f"{DS}enveloped-signature"
BASE64 = f"{DS}base64"
XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116"
FILTER = "http://www.w3.org/2002/06/xmldsig-filter2"
_NAMES = {"ds": DS, "f2": FILTER}
_ALL = frozenset(
    [
        ("", "not(ancestor-or-self::ds:Signature)"),
        ("subtract", "/descendant::ds:Signature"),
        ("subtract", "//ds:Signature"),
    ]
)
_THIS = frozenset(
    [
        (
            "",
            "count(ancestor-or-self::ds:Signature|here()/ancestor::ds:Signature[1])"
            ">count(ancestor-or-self::ds:Signature)",
        ),
        ("subtract", "here()/ancestor::ds:Signature[1]"),
    ]
)
# What a person may know a form by.
_CALLED = {
    XPATH: "XPath",
    FILTER: "XPath Filter 2.0",
    "http://www.w3.org/TR/1999/REC-xslt-19991116": "XSLT",
    "http://www.w3.org/2002/07/decrypt#XML": "XML Encryption",
    "http://www.w3.org/2010/xml-c14n2": "Canonical XML 2.0",
}
_REMOVING, _BASE64, _CANONICAL = range(3)  # the order in which they may stand
_MOST = 4  # transforms
_MOST_INSIDE, _MOST_OUTSIDE = 20, 10_000  # references
NAMES_NOTHING = msg(
    "The seal could not be checked, because it does not say what it is over. Ask whoever sealed the file to "
    "seal it anew."
)
_REFERENCES = msg("The seal could not be checked, because it names too many parts, or one of them twice.")
_ORDER = msg(
    "The seal could not be checked, because the steps that lead to what it covers are in an odd order."
)
_OUTSIDE = msg(
    "The seal could not be checked, because it does not cover the other file as it is, byte for byte."
)


def hold_to_form(references: Sequence[Any], *, files_as_xml: bool = False) -> None:
    """Raises NotChecked for anything else. `references`: elements of one signature. `files_as_xml`: whether
    other files may be covered as the XML in them. What else than an XML reader shows such a file, a browser
    say, may show what is no part of that.
    """
    _hold_to_size(references)
    for reference in references:
        _hold_to_known_transforms(reference, files_as_xml=files_as_xml)


def _hold_to_size(references: Sequence[Any]) -> None:
    """Each reference is digested anew, and one into the file with a copy of the whole file."""
    uris = [unquote(one.get("URI") or "") for one in references]
    inside = [one for one in uris if not one or one.startswith("#")]
    outside = [one for one in uris if one and not one.startswith("#")]
    if len(inside) > _MOST_INSIDE or len(outside) > _MOST_OUTSIDE or len(set(outside)) < len(outside):
        raise NotChecked(_REFERENCES)


def _hold_to_known_transforms(reference: Any, *, files_as_xml: bool) -> None:
    transforms = reference.findall("ds:Transforms/ds:Transform", _NAMES)
    places = [_place(one) for one in transforms]
    canonical = places.count(_CANONICAL)
    if places != sorted(places) or canonical > 1 or (_BASE64 in places and canonical) or len(places) > _MOST:
        raise NotChecked(_ORDER)
    as_whole = [[], [_CANONICAL]] if files_as_xml else [[]]
    if (reference.get("URI") or "#")[0] != "#" and places not in as_whole:
        raise NotChecked(_OUTSIDE)


def _place(transform: Any) -> int:
    algorithm = transform.get("Algorithm", "?")
    if takes_out_its_signature(transform) or takes_out_all_signatures(transform):
        return _REMOVING
    if algorithm == BASE64:
        return _BASE64
    if algorithm in CANONICAL_METHODS:
        return _CANONICAL
    raise NotChecked(
        msg(
            "The seal could not be checked, because it covers the document in a form that SignDesk does not "
            "know: {form}.",
            form=_CALLED.get(algorithm, plain_text(algorithm)),
        )
    )


def takes_out_all_signatures(transform: Any) -> bool:
    """The ways in which signatures that stand beside each other are written: with every XML signature left
    out of what is covered (XPath, and XPath Filter 2.0).
    """
    return _path(transform) in _ALL


def takes_out_its_signature(transform: Any) -> bool:
    """The transform of that name, or what it stands for (XML-Signature 1.1, 6.6.4; XPath Filter 2.0, 4)."""
    return transform.get("Algorithm") == ENVELOPED or _path(transform) in _THIS


def _path(transform: Any) -> tuple[str, str]:
    """Which way an expression filters, and the expression, without blanks and with `ds:` for the signatures'
    name space. No expression is ever evaluated: the few that are known are known by heart.
    """
    way = transform.get("Algorithm")
    path = transform.find({XPATH: "ds:XPath", FILTER: "f2:XPath"}.get(way, "ds:None"), _NAMES)
    if path is None or len(transform) != 1 or len(path):
        return "", ""
    text = "".join((path.text or "").split())
    prefix = next(
        (one for one, uri in path.nsmap.items() if one and uri == DS and f"{one}:Signature" in text), None
    )
    if prefix is None or (prefix != "ds" and "ds:" in text.replace(f"{prefix}:", "")):
        return "", ""
    return path.get("Filter", "") if way == FILTER else "", text.replace(
        f"{prefix}:Signature", "ds:Signature"
    )


_LARGE_BYTES = 9_000_000
_DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")
_PLAIN = frozenset([b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1250", b"windows-1252"])


def parser_for(text: bytes) -> Any:
    """An lxml parser that fits."""
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=_may_be_huge(text)
    )


def _may_be_huge(text: bytes) -> bool:
    declared = _DECLARED.match(text)
    is_plain = declared is None or declared[1].lower() in _PLAIN
    return len(text) > _LARGE_BYTES and is_plain and b"\0" not in text and b"<!D" not in text


DEFAULT_METHOD = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
_METHODS = {
    DEFAULT_METHOD: "#WithComments",
    "http://www.w3.org/2006/12/xml-c14n11": "#WithComments",
    EXCLUSIVE: "WithComments",
}
CANONICAL_METHODS = frozenset([*_METHODS, *(f"{one}{comments}" for one, comments in _METHODS.items())])
_XML = "{http://www.w3.org/XML/1998/namespace}"
_INHERITED_11 = (f"{_XML}lang", f"{_XML}space")  # 1.1 leaves xml:id where it is, and joins xml:base
_BASE = msg("The seal could not be checked, because addresses in it are relative (xml:base).")


def canonical(part: Any, method: str, prefixes: Sequence[str] | None = None) -> bytes:
    """Of an lxml element: of all its file, where it is the root. `method`: one of CANONICAL_METHODS;
    `prefixes`: InclusiveNamespaces. Raises NotChecked. lxml does it right for whole files alone: of a part it
    undeclares name spaces that the part inherits (`xmlns=""`), and leaves out the `xml:` attributes around.
    """
    from lxml import etree

    exclusive = "/xml-exc-c14n#" in method
    whole = part if part.getparent() is None else _apart(part, method, exclusive=exclusive)
    return bytes(
        etree.tostring(
            whole.getroottree(),
            method="c14n",
            exclusive=exclusive,
            with_comments=method.endswith("WithComments"),
            inclusive_ns_prefixes=prefixes,
        )
    )


def _apart(part: Any, method: str, *, exclusive: bool) -> Any:
    """A copy as the root of a file of its own, with the name spaces and `xml:` attributes it inherits."""
    from lxml import etree

    text = etree.tostring(part, with_tail=False)
    copy = etree.fromstring(text, parser_for(text))
    inherited: dict[Any, Any] = {}
    for one in () if exclusive else part.iterancestors():
        for name, value in one.attrib.items():
            if str(name).startswith(_XML):
                inherited.setdefault(name, value)
    if "xml-c14n11" in method:
        if f"{_XML}base" in inherited:
            raise NotChecked(_BASE)
        inherited = {name: value for name, value in inherited.items() if name in _INHERITED_11}
    for name, value in inherited.items():
        if name not in copy.attrib:
            copy.set(name, value)
    return copy
