"""Which XML signatures are checked at all: in form and size such that signxml checks all that is written.

It leaves transforms out that it does not know, applies the others in an order of its own, and does not see
what stands beside the root.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from signdesk.seals import cms
from signdesk.seals.look import NotChecked

DS = "http://www.w3.org/2000/09/xmldsig#"
ENVELOPED = f"{DS}enveloped-signature"
BASE64 = f"{DS}base64"
_C14N = frozenset(
    f"{algorithm}{comments}"
    for algorithm in (
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
        "http://www.w3.org/2006/12/xml-c14n11",
        "http://www.w3.org/2001/10/xml-exc-c14n#",
    )
    for comments in ("", "#WithComments" if not algorithm.endswith("#") else "WithComments")
)
_NAMES = {"ds": DS}
_MOST_INSIDE, _MOST_OUTSIDE = 20, 10_000  # references


def hold_to_form(root: Any, references: Sequence[Any]) -> None:
    """Raises NotChecked for anything else. `references`: elements of one signature under `root`, or in it."""
    _hold_to_size(references)
    _hold_to_root(root, references)
    for reference in references:
        _hold_to_known_transforms(reference)


def _hold_to_size(references: Sequence[Any]) -> None:
    """Each reference is digested anew, and one into the file with a copy of the whole file."""
    uris = [unquote(one.get("URI") or "") for one in references]
    inside = [one for one in uris if not one or one.startswith("#")]
    outside = [one for one in uris if one and not one.startswith("#")]
    if len(inside) > _MOST_INSIDE or len(outside) > _MOST_OUTSIDE or len(set(outside)) < len(outside):
        raise NotChecked(cms.UNUSUAL)


def _hold_to_root(root: Any, references: Sequence[Any]) -> None:
    """signxml leaves out what stands beside the root, such as the name of a style sheet."""
    from lxml import etree

    beside = [*root.itersiblings(preceding=True), *root.itersiblings()]
    if any(one.get("URI") == "" for one in references) and any(one.tag is etree.PI for one in beside):
        raise NotChecked(cms.UNUSUAL)


def _hold_to_known_transforms(reference: Any) -> None:
    algorithms = [one.get("Algorithm") for one in reference.findall("ds:Transforms/ds:Transform", _NAMES)]
    if any(one not in {ENVELOPED, BASE64, *_C14N} for one in algorithms):
        raise NotChecked(cms.UNUSUAL)
    canonical = [one for one in algorithms if one in _C14N]
    # signxml applies them in this order, whatever order is written.
    if (
        algorithms != sorted(algorithms, key=_place)
        or len(canonical) > 1
        or len(set(algorithms)) < len(algorithms)
    ):
        raise NotChecked(cms.UNUSUAL)
    if BASE64 in algorithms and canonical:
        raise NotChecked(cms.UNUSUAL)


def _place(algorithm: str | None) -> int:
    return {ENVELOPED: 0, BASE64: 1}.get(algorithm or "", 2)
