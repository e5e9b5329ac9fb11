"""What `--json` prints: the shape is fixed by resources/schemas/sign-result.json, which a test holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from signdesk.domain.batches import Batch, BatchDocument
from signdesk.domain.documents import shown_name
from signdesk.domain.receipts import pages_of


def to_json(batches: Sequence[Batch]) -> str:
    """One object on one or more lines, plain ASCII (other characters escaped)."""
    return json.dumps({"batches": [_batch(one) for one in batches]}, indent=2)


def _batch(batch: Batch) -> dict[str, Any]:
    return {
        "id": batch.id,
        "server_id": batch.server_id or None,
        "process": batch.process.id,
        "state": str(batch.state),
        "saved_to": shown_name(str(batch.saved_to)) if batch.saved_to else None,
        "message": " ".join([batch.message, *_kept(batch), *_extra(batch), *batch.warnings]).strip(),
        "documents": [_document(one) for one in batch.documents],
    }


def _kept(batch: Batch) -> list[str]:
    if batch.quarantined_to is None:
        return []
    return [f"What came back is kept in {shown_name(str(batch.quarantined_to))}"]


def _extra(batch: Batch) -> list[str]:
    """Reports and the like: entries of the ZIP that belong to no document."""
    if not batch.extra_results:
        return []
    return [f"Also in the ZIP: {', '.join(map(shown_name, batch.extra_results))}."]


def _document(one: BatchDocument) -> dict[str, Any]:
    return {
        "name": shown_name(one.document.name),
        "sent_sha256": one.document.sha256,
        "outcome": str(one.outcome),
        "message": one.message or one.seal,
        "results": [shown_name(name) for name in one.results],
        **({"pages": pages_of(one)} if one.comparison is not None else {}),
    }
