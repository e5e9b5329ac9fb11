"""Lists of references that a signature is over (`ds:Manifest`, XML-Signature 1.1, 5.1).

The standard's core validation covers the list itself, and leaves what it names to the program. Here all of it
was meant to be sealed: what is at hand must be what the list says, or the seal is told as not intact, in
words of its own, since its mathematics holds. What is not at hand says nothing of what is; its names are
told. A list in a list is not followed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, BinaryIO
from urllib.parse import unquote

from signdesk.domain.messages import msg
from signdesk.seals.seal_check_result import NotChecked, NotIntact, all_checked, plain_text
from signdesk.seals.xml_form import DS, hold_to_form

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
