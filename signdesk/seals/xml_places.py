"""What a reference into an XML file names (XML-Signature 1.1, 4.4.3.2), and what stands beside it.

Lists of references that a signature is over (`ds:Manifest`, XML-Signature 1.1, 5.1): the standard's core
validation covers the list itself, and leaves what it names to the program. Here all of it was meant to be
sealed: what is at hand must be what the list says, or the seal is told as not intact, in a sentence of its
own, since the signature itself verifies. What is not at hand is named. A list in a list is not followed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, BinaryIO
from urllib.parse import unquote

from signdesk.domain.messages import msg
from signdesk.seals.seal_check_result import NotChecked, NotIntact, all_checked, plain_text
from signdesk.seals.xml_form import DS, hold_to_form

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


MANIFEST = f"{{{DS}}}Manifest"
_REFERENCE = f"{{{DS}}}Reference"
NESTED = msg(
    "The seal could not be checked, because it is over a list of lists (manifests). Check it with the "
    "program that it was made with."
)
Holds = Callable[[Any], bool]  # whether a reference's digest is that of what it names; raises NotChecked


def references_in(elements: Sequence[Any], outside: Callable[[str], BinaryIO | None]) -> tuple[Any, ...]:
    """Those of all lists among the covered `elements` that are at hand. Raises NotChecked for odd forms."""
    every = [one for each in elements if each.tag == MANIFEST for one in each.findall(_REFERENCE)]
    hold_to_form(every)
    return tuple(one for one in every if _is_here(one, outside))


def names_not_here(elements: Sequence[Any], outside: Callable[[str], BinaryIO | None]) -> str:
    """What the lists name that is not at hand, for a person."""
    every = [one for each in elements if each.tag == MANIFEST for one in each.findall(_REFERENCE)]
    away = [unquote(one.get("URI", "?")) for one in every if not _is_here(one, outside)]
    return plain_text(", ".join(away))


def hold_to_list(references: Sequence[Any], holds: Holds) -> None:
    """Raises NotIntact where one of them names something else now, before NotChecked."""
    all_checked(partial(_hold, one, holds) for one in references)


def _hold(reference: Any, holds: Holds) -> None:
    if not holds(reference):
        name = plain_text(unquote(reference.get("URI") or "")) or "?"
        raise NotIntact(
            msg(
                "The seal itself is intact, but not what it is over: “{name}” is not what the list in it "
                "(manifest) says. It was changed after it was sealed.",
                name=name,
            )
        )


def _is_here(reference: Any, outside: Callable[[str], BinaryIO | None]) -> bool:
    uri = reference.get("URI")
    if not uri or uri.startswith("#"):
        return True
    with suppress(NotChecked):
        return outside(uri) is not None
    return False
