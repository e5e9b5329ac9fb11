"""What a batch has gained since version 4 of the journal: one JSON object in the column `facts`.

A fact that has the value it would have by itself is not written. A name that this version does not know is
passed over: a later version writes only what an earlier one may lose, or raises the journal's version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from signdesk.domain.batches import Batch, Mount
from signdesk.storage.journal_values import BadRow


def batch_facts(batch: Batch) -> dict[str, Any]:
    """An object that JSON can hold."""
    facts: dict[str, Any] = {
        "connection_id": batch.connection_id,
        "follows": batch.follows,
        "mount": None if batch.mount is None else asdict(batch.mount),
        "changes_documents": batch.process.changes_documents,
        "meant_again": batch.meant_again,
    }
    return {name: value for name, value in facts.items() if value}


def with_facts(batch: Batch, facts: Mapping[str, Any]) -> Batch:
    """The batch with what `batch_facts` noted of it. Raises BadRow for a fact of another form."""
    return replace(
        batch,
        process=replace(batch.process, changes_documents=_flag(facts, "changes_documents")),
        connection_id=_text(facts, "connection_id"),
        follows=_text(facts, "follows"),
        mount=_mount(facts.get("mount")),
        meant_again=_flag(facts, "meant_again"),
    )


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
