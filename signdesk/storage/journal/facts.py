"""What a batch has gained since version 4 of the journal: one JSON object in the column `facts`.

A fact that has the value it would have by itself is not written. A name that this version does not know is
passed over: a later version writes only what an earlier one may lose, or raises the journal's version.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from signdesk.domain.batches import Acceptance, Batch, BatchDocument, Mount
from signdesk.domain.messages import restored, stored
from signdesk.domain.page_comparison import comparison_from, noted_comparison
from signdesk.domain.seal_facts import held_from, noted_held
from signdesk.storage.journal.values import BadRow, moment_of, stored_moment

WANTS_A_LOOK = "wants_a_look"  # follows from the others; noted for the SQL that removes what is over


def batch_facts(batch: Batch) -> dict[str, Any]:
    """An object that JSON can hold."""
    facts: dict[str, Any] = {
        "connection_id": batch.connection_id,
        "follows": batch.follows,
        "mount": None if batch.mount is None else asdict(batch.mount),
        "changes_documents": batch.process.changes_documents,
        "meant_again": batch.meant_again,
        "left_to_copy": batch.left_to_copy,
        "seen": None if batch.seen is None else _noted_acceptance(batch.seen),
        WANTS_A_LOOK: batch.wants_a_look,
        "documents": _document_facts(batch.documents),
    }
    return {name: value for name, value in facts.items() if value}


def with_facts(batch: Batch, facts: Mapping[str, Any]) -> Batch:
    """The batch with what `batch_facts` noted of it. Raises BadRow for a fact of another form."""
    return replace(
        batch,
        documents=_with_document_facts(batch.documents, facts.get("documents", {})),
        process=replace(batch.process, changes_documents=_flag(facts, "changes_documents")),
        connection_id=_text(facts, "connection_id"),
        follows=_text(facts, "follows"),
        mount=_mount(facts.get("mount")),
        meant_again=_flag(facts, "meant_again"),
        left_to_copy=_flag(facts, "left_to_copy"),
        seen=_acceptance(facts.get("seen"), "seen"),
    )


def _document_facts(documents: Sequence[BatchDocument]) -> dict[str, Any]:
    """By the document's place in the batch, from 0."""
    noted: dict[str, Any] = {}
    for place, one in enumerate(documents):
        facts: dict[str, Any] = {"is_accepted": True} if one.is_accepted else {}
        if one.comparison is not None:
            facts["pages"] = noted_comparison(one.comparison)
            facts["not_compared"] = stored(one.comparison.not_compared)
        if one.acceptance is not None:
            facts["acceptance"] = _noted_acceptance(one.acceptance)
        if one.inside:
            facts["inside"] = noted_held(one.inside)
        if one.inside_more:
            facts["inside_more"] = one.inside_more
        if facts:
            noted[str(place)] = facts
    return noted


def _with_document_facts(documents: tuple[BatchDocument, ...], noted: object) -> tuple[BatchDocument, ...]:
    if not isinstance(noted, dict):
        raise BadRow("the facts of documents are not an object")
    return tuple(
        _with_noted(one, noted[str(place)]) if str(place) in noted else one
        for place, one in enumerate(documents)
    )


def _with_noted(one: BatchDocument, noted: object) -> BatchDocument:
    if not isinstance(noted, dict) or not isinstance(noted.get("pages", {}), dict):
        raise BadRow("the comparison of pages is not an object")
    inside, more = noted.get("inside", []), noted.get("inside_more", 0)
    if not isinstance(inside, list) or type(more) is not int:
        raise BadRow("what lies inside is not a list, or not counted")
    pages, not_compared = noted.get("pages"), restored(_text(noted, "not_compared"))
    try:
        return replace(
            one,
            is_accepted=_flag(noted, "is_accepted"),
            acceptance=_acceptance(noted.get("acceptance"), "acceptance"),
            comparison=None if pages is None else comparison_from(pages, not_compared),
            inside=held_from(inside),
            inside_more=more,
        )
    except (ValueError, KeyError, TypeError) as error:
        raise BadRow(str(error)) from error


def _noted_acceptance(acceptance: Acceptance) -> dict[str, str]:
    return {"at": stored_moment(acceptance.at), "by": acceptance.by}


def _acceptance(noted: object, name: str) -> Acceptance | None:
    if noted is None:
        return None
    if not isinstance(noted, dict):
        raise BadRow(f"{name} is not an object")
    return Acceptance(moment_of(_text(noted, "at")), _text(noted, "by"))


def _mount(noted: object) -> Mount | None:
    if noted is None:
        return None
    if not isinstance(noted, dict):
        raise BadRow("mount is not an object")
    return Mount(*(_text(noted, name) for name in ("point", "kind", "source")))


def _text(noted: Mapping[str, Any], name: str) -> str:
    value = noted.get(name, "")
    if not isinstance(value, str):
        raise BadRow(f"{name} is not a text")
    return value


def _flag(noted: Mapping[str, Any], name: str) -> bool:
    value = noted.get(name, False)
    if not isinstance(value, bool):
        raise BadRow(f"{name} is neither yes nor no")
    return value
