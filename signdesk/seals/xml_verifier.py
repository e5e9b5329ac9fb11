"""signxml's verifier, with what it leaves out: which signature of several is meant, Canonical XML of a part
of a file as the W3C has it, what stands beside the root, transforms that take out every signature, and
outside files that are not read into memory.

Rules: XML-Signature 1.1, 4.4.3 and 6.6; signxml issue 193.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any, BinaryIO
from urllib.parse import unquote

from cryptography.hazmat.primitives.hashes import Hash
from lxml import etree
from signxml.algorithms import digest_algorithm_implementations
from signxml.exceptions import InvalidDigest
from signxml.util import _remove_sig
from signxml.verifier import XMLVerifier

from signdesk.domain.messages import msg
from signdesk.seals import cms
from signdesk.seals.reading import whole
from signdesk.seals.seal_check_result import NotChecked, NotIntact
from signdesk.seals.xml_form import (
    BASE64,
    CANONICAL_METHODS,
    DEFAULT_METHOD,
    DS,
    EXCLUSIVE,
    NAMES_NOTHING,
    canonical,
    takes_out_all_signatures,
    takes_out_its_signature,
)
from signdesk.seals.xml_places import keeps_comments, named

_CHUNK_BYTES = 1 << 18
_ITSELF = msg(
    "The seal could not be checked, because it is over another signature, and leaves signatures out of what "
    "it is over. Check it with the program that it was made with."
)
_NO_MORE = (None, None, None, b"")  # what such a reference needs not: it is given back alone
_SIGNATURE, _SIGNED_INFO = f"{{{DS}}}Signature", f"{{{DS}}}SignedInfo"
_DIGEST_VALUE = f"{{{DS}}}DigestValue"


class _Outside(bytes):
    """What a reference out of the file names, to be digested piece by piece."""

    file: BinaryIO


class Verifier(XMLVerifier):
    """Of the `number`-th signature element of a file, counted from 0 in the file's order."""

    def __init__(self, number: int, outside: Callable[[str], BinaryIO | None]) -> None:
        self._number = number
        self._outside = outside
        self._signed_info: Any = None
        self._root: Any = None

    def get_root(self, data: Any) -> Any:
        """Kept for the references in lists that follow."""
        self._root = super().get_root(data)  # type: ignore[no-untyped-call]
        return self._root

    def holds(self, reference: Any) -> bool:
        """Whether what a further reference names has the digest that it gives. After `verify`.

        Raises ValueError and signxml's exceptions for what cannot be read, NotChecked.
        """
        base64.b64decode("".join(reference.findtext(_DIGEST_VALUE, "").split()), validate=True)
        try:
            self._verify_reference(reference, 0, self._root, *_NO_MORE)  # type: ignore[no-untyped-call]
        except InvalidDigest:
            return False
        return True

    def _get_signature(self, root: Any) -> Any:
        found = [*root.iter(_SIGNATURE)][self._number]
        if self._signed_info is None:  # the first time, with the file itself; then with copies
            self._signed_info = found.find(_SIGNED_INFO)
        return found

    def _tostring(self, xml_node: Any, **kwargs: Any) -> Any:
        """With what stands beside a root, and without what follows a part."""
        whole = xml_node.getparent() is None
        return etree.tostring(xml_node.getroottree() if whole else xml_node, with_tail=False, **kwargs)

    def _resolve_reference(self, doc_root: Any, reference: Any, uri_resolver: Any = None) -> Any:
        """A reference into the file leaves comments out (4.4.3.3), unless it is an XPointer."""
        uri = reference.get("URI")
        if uri is None:
            raise NotChecked(NAMES_NOTHING)
        if uri and not uri.startswith("#"):
            return self._found_outside(uri)
        if not keeps_comments(uri):
            etree.strip_tags(doc_root.getroottree(), etree.Comment)
        return named(doc_root, uri)

    def _found_outside(self, uri: str) -> _Outside:
        file = self._outside(uri)
        if file is None:
            raise NotIntact(cms.not_here(unquote(uri)))
        found = _Outside()
        found.file = file
        return found

    def _apply_transforms(self, payload: Any, *, transforms_node: Any, signature: Any) -> Any:
        """Of what `xml_form` lets through, in the order in which it lets it through."""
        transforms = [] if transforms_node is None else transforms_node.findall(f"{{{DS}}}Transform")
        if isinstance(payload, _Outside):
            return self._outside_payload(payload, transforms)
        self._take_out_signatures(payload, transforms, signature)
        if any(one.get("Algorithm") == BASE64 for one in transforms):
            return base64.b64decode("".join("".join(payload.itertext()).split()), validate=True)
        for one in transforms:
            if one.get("Algorithm") in CANONICAL_METHODS:
                return canonical(payload, one.get("Algorithm"), _prefixes(one))
        return canonical(payload, DEFAULT_METHOD)

    @staticmethod
    def _outside_payload(payload: _Outside, transforms: Any) -> Any:
        """Its bytes, or the XML in it. Raises NotChecked for a document type."""
        from signdesk.seals.xml_signature import LARGEST_XML_BYTES, parsed

        for one in transforms:
            root = parsed(whole(payload.file, LARGEST_XML_BYTES))
            return canonical(root, one.get("Algorithm"), _prefixes(one))
        return payload

    @staticmethod
    def _take_out_signatures(payload: Any, transforms: Any, signature: Any) -> None:
        """This one, or all, as the transforms have it."""
        if any(map(takes_out_all_signatures, transforms)):
            for one in [*payload.iter(_SIGNATURE)]:
                if one is payload:
                    raise NotChecked(_ITSELF)
                _remove_sig(one, idempotent=True)
        elif any(map(takes_out_its_signature, transforms)):
            _remove_sig(signature, idempotent=True)

    def _c14n(self, nodes: Any, algorithm: Any, inclusive_ns_prefixes: Any = None) -> bytes:
        if nodes.tag == _SIGNED_INFO:
            nodes = self._signed_info  # the other is in a copy of the signature alone
        return canonical(nodes, algorithm.value, inclusive_ns_prefixes)

    def _get_digest(self, data: Any, algorithm: Any) -> bytes:
        if not isinstance(data, _Outside):
            return bytes(super()._get_digest(data, algorithm))
        digest = Hash(digest_algorithm_implementations[algorithm]())
        data.file.seek(0)
        while chunk := data.file.read(_CHUNK_BYTES):
            digest.update(chunk)
        return digest.finalize()


def _prefixes(transform: Any) -> list[str] | None:
    """InclusiveNamespaces (Exclusive XML Canonicalization 1.0, 4)."""
    listed = transform.find(f"{{{EXCLUSIVE}}}InclusiveNamespaces")
    return None if listed is None else listed.get("PrefixList", "").split()
