"""Canonical XML of a part of a file, as a signature means it (Canonical XML 1.0, 2.4, and 1.1, 2.4; Exclusive
XML Canonicalization 1.0, 3). lxml does it right for whole files alone: of a part it undeclares name spaces
that the part inherits (`xmlns=""`), and leaves the `xml:` attributes around it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from signdesk.domain.messages import msg
from signdesk.seals.seal_check_result import NotChecked
from signdesk.seals.xml_parsing import parser_for

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
    `prefixes`: InclusiveNamespaces. Raises NotChecked.
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
