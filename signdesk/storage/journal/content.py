"""A batch as the one JSON text in the column `content`, and back.

The structure is made and checked by cattrs, and not by msgspec: with hooks a sentence stays one that another
language can say, a time without its zone is refused, a name that is no Unicode is kept (msgspec writes valid
UTF-8 alone), and what was read out of a seal keeps the form that receipts have. Every value must be of its
own type: nothing is converted. A field that has the value it would have by itself is not written; one that
this version does not know is passed over: a later version writes only what an earlier one may lose, or
raises the journal's version. `Progress` is left out: it is measured anew. There is no place for a secret.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_origin

from signdesk.domain.batches import Batch, Delivery
from signdesk.domain.messages import restored, stored
from signdesk.domain.page_comparison import PageComparison, comparison_from, noted_comparison
from signdesk.domain.seal_facts import SealFacts, facts_from, noted_facts
from signdesk.domain.servers import Process, Server
from signdesk.storage.journal.values import BadRow, moment_of, stored_json, stored_moment

if TYPE_CHECKING:
    from cattrs import Converter  # 40 ms, in the journal's thread


def stored_content(batch: Batch) -> str | bytes:
    """What `batch_in` reads back, but for the name, which is a column of its own."""
    noted = _converter().unstructure(batch)
    return stored_json({name: value for name, value in noted.items() if name not in ("name", "progress")})


def batch_in(noted: dict[str, Any]) -> Batch:
    """The batch that was noted. Raises BadRow, which names the fields that are wrong."""
    from cattrs import BaseValidationError, transform_error

    try:
        return _converter().structure(noted, Batch)
    except BaseValidationError as error:
        raise BadRow("; ".join(transform_error(error))) from error


@cache
def _converter() -> Converter:
    """Made when it is first used: cattrs writes a function for each class."""
    from cattrs import Converter
    from cattrs.gen import make_dict_unstructure_fn, override

    made = Converter(omit_if_default=True)
    hooks: list[tuple[type, Callable[[Any], Any], Callable[[Any, Any], Any]]] = [
        (str, stored, _text_in),
        (int, int, _checked),
        (bool, bool, _checked),
        (Path, str, lambda value, _: Path(_checked(value, str))),
        (datetime, stored_moment, lambda value, _: moment_of(_checked(value, str))),
        (SealFacts, _noted_facts, lambda value, _: facts_from(_checked(value, dict))),
        (PageComparison, _noted_pages, _pages_in),
    ]
    for kind, write, read in hooks:
        made.register_unstructure_hook(kind, write)
        made.register_structure_hook(kind, read)
    # Whole, as it was ordered: what they have by themselves may change.
    for settled in (Process, Server, Delivery):
        made.register_unstructure_hook(settled, make_dict_unstructure_fn(settled, made))
    made.register_unstructure_hook(
        Batch,
        make_dict_unstructure_fn(
            Batch, made, _cattrs_omit_if_default=True, delivery=override(omit_if_default=False)
        ),
    )
    made.register_structure_hook_factory(_is_list, _list_reader)
    return made


def _checked(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise BadRow(f"{type(value).__name__} in place of {kind.__name__}")
    return value


def _text_in(value: Any, kind: type[str]) -> str:
    """Also where a StrEnum is wanted, which is a kind of text."""
    text = _checked(value, str)
    return restored(text) if kind is str else kind(text)


def _noted_facts(facts: SealFacts) -> dict[str, str]:
    return noted_facts(facts, stored)


def _noted_pages(found: PageComparison) -> dict[str, Any]:
    return {**noted_comparison(found), "not_compared": stored(found.not_compared)}


def _pages_in(noted: Any, _: Any) -> PageComparison:
    why = _checked(_checked(noted, dict).get("not_compared", ""), str)
    return comparison_from(noted, restored(why))


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis


def _list_reader(kind: Any, converter: Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    """cattrs alone would take a text for the list of its characters."""
    (item, _) = get_args(kind)
    read = converter.get_structure_hook(item)

    def read_all(value: Sequence[Any], _: Any) -> tuple[Any, ...]:
        return tuple([read(one, item) for one in _checked(value, list)])

    return read_all
