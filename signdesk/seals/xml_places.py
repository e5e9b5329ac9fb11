"""What a reference into an XML file names (XML-Signature 1.1, 4.4.3.2), and what stands beside it."""

from __future__ import annotations

import re
from typing import Any

from signdesk.domain.messages import msg
from signdesk.seals.seal_check_result import NotChecked

_XPOINTER = re.compile(r"#xpointer\((?:/|id\((['\"])(?P<name>[^'\"]*)\1\))\)")
_AMBIGUOUS = msg("The seal could not be checked, because it names a part that is not there just once.")
_POINTER = msg(
    "The seal could not be checked, because it names its part in a way that SignDesk cannot follow."
)


def named(root: Any, uri: str) -> Any:
    """The one element. An id is whatever attribute is called so: without a schema nobody knows better, and
    what a reader takes for the element must be the one that was signed. Raises NotChecked for none or two.
    """
    if uri == "":
        return root
    name = uri[1:]
    if keeps_comments(uri):
        match = _XPOINTER.fullmatch(uri)
        if match is None:
            raise NotChecked(_POINTER)
        name = match["name"] or ""
        if not name:
            return root
    found = [one for one in root.iter() if name in _ids(one)]
    if len(found) != 1:
        raise NotChecked(_AMBIGUOUS)
    return found[0]


def keeps_comments(uri: str) -> bool:
    """XPointers do, names and the empty reference do not (4.4.3.3)."""
    return uri.startswith("#xpointer(")


def _ids(element: Any) -> list[str]:
    return [value for key, value in element.attrib.items() if str(key).rpartition("}")[2].lower() == "id"]


def stands_alone(root: Any) -> bool:
    """Whether no instruction stands beside the root, such as the name of a style sheet."""
    from lxml import etree

    beside = [*root.itersiblings(preceding=True), *root.itersiblings()]
    return not any(one.tag is etree.PI for one in beside)


def local_name(element: Any) -> str:
    """What it is called, without its name space."""
    return str(element.tag).rpartition("}")[2]
