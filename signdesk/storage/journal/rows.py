"""A Batch as rows of the journal, and back: field by field, nothing lost and nothing added.

`Progress` is left out: it is measured anew. Sentences are kept so that another language can say them. There
is no column for a secret. What was added since version 4 stands in the one column `facts`: `facts`.
The tables: `schema`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from signdesk.domain.batches import Batch, BatchDocument, BatchState, Delivery, Outcome, Reason, ResultFile
from signdesk.domain.documents import Document
from signdesk.domain.messages import restored, stored
from signdesk.domain.seal_facts import facts_from, noted_facts
from signdesk.domain.servers import AcceptForm, Numbering, Process, ProcessKind, Server, SignIn
from signdesk.storage.journal.facts import batch_facts, with_facts
from signdesk.storage.journal.values import (
    BadRow,
    Row,
    Value,
    choice_in,
    flag_in,
    moment_in,
    moment_of,
    object_in,
    objects_in,
    path_in,
    stored_json,
    stored_moment,
    stored_path,
    stored_text,
    stored_texts,
    stored_whole,
    text_in,
    texts_in,
    whole_in,
)


def batch_row(batch: Batch) -> dict[str, Value]:
    """The columns of `batches` that hold the batch itself."""
    process, server = batch.process, batch.server
    return {
        "id": stored_text(batch.id),
        "state": batch.state.value,
        "held_at": None if batch.held_at is None else batch.held_at.value,
        "reason": batch.reason.value,
        "message": stored_text(stored(batch.message)),
        "detail": stored_text(stored(batch.detail)),
        "created_at": stored_moment(batch.created_at),
        "save_to": stored_text(str(batch.save_to)),
        "process_id": stored_whole(process.id),
        "process_label": stored_text(stored(process.label)),
        "process_kind": process.kind.value,
        "process_sentence": stored_text(stored(process.sentence)),
        "base_url": stored_text(server.base_url),
        "sign_in": server.sign_in.value,
        "api_key_header": stored_text(server.api_key_header),
        "accept_form": server.accept_form.value,
        "numbering": server.numbering.value,
        "server_label": stored_text(stored(server.label)),
        "practice": int(server.practice),
        "server_id": stored_text(batch.server_id),
        "maybe_started": int(batch.maybe_started),
        "abandoned_ids": stored_texts(batch.abandoned_ids),
        "server_status": stored_text(batch.server_status),
        "heard_at": None if batch.heard_at is None else stored_moment(batch.heard_at),
        "saved_to": stored_path(batch.saved_to),
        "result_sha256": stored_text(batch.result_sha256),
        "extra_results": stored_texts(batch.extra_results),
        "quarantined_to": stored_path(batch.quarantined_to),
        "deleted_at": None if batch.deleted_at is None else stored_moment(batch.deleted_at),
        "warnings": stored_texts([stored(one) for one in batch.warnings]),
        "name": stored_text(batch.name),
        "sent_by": stored_text(batch.sent_by),
        "file_name": stored_text(batch.delivery.file_name),
        "unpack": int(batch.delivery.unpack),
        "keep_copy": int(batch.delivery.keep_copy),
        "receipt": int(batch.delivery.receipt),
        "unpacked_to": stored_path(batch.unpacked_to),
        "result_files": stored_json([asdict(one) for one in batch.result_files]),
        "receipts": stored_texts([str(path) for path in batch.receipts]),
        "reached": stored_texts([f"{state} {stored_moment(moment)}" for state, moment in batch.reached]),
        "facts": stored_json(batch_facts(batch)),
    }


def document_rows(batch: Batch) -> list[dict[str, Value]]:
    """One row of `documents` for each document, `position` counting from 0."""
    return [
        {
            "batch_id": stored_text(batch.id),
            "position": position,
            "path": stored_text(str(one.document.path)),
            "name": stored_text(one.document.name),
            "size_bytes": stored_whole(one.document.size_bytes),
            "modified_ns": stored_whole(one.document.modified_ns),
            "sha256": stored_text(one.document.sha256),
            "crc32": one.document.crc32,
            "sent_name": stored_text(one.sent_name),
            "outcome": one.outcome.value,
            "message": stored_text(stored(one.message)),
            "results": stored_texts(one.results),
            "seal": stored_text(stored(one.seal)),
            "checked": int(one.checked),
            "facts": None if one.facts is None else stored_json(noted_facts(one.facts, stored)),
        }
        for position, one in enumerate(batch.documents)
    ]


def batch_from(row: Row, documents: Sequence[Row]) -> Batch:
    """The batch that was recorded; `documents` in order of their position. Raises BadRow."""
    try:
        batch = _batch(row, tuple(_document(one, position) for position, one in enumerate(documents)))
        return with_facts(batch, object_in(row, "facts"))
    except BadRow:
        raise
    except (ValueError, OverflowError, RecursionError) as error:
        raise BadRow(f"{type(error).__name__}: {error}") from error


def _batch(row: Row, documents: tuple[BatchDocument, ...]) -> Batch:
    return Batch(
        id=text_in(row, "id"),
        process=_process(row),
        server=_server(row),
        documents=documents,
        save_to=Path(text_in(row, "save_to")),
        created_at=moment_in(row, "created_at"),
        state=choice_in(row, "state", BatchState),
        held_at=None if row["held_at"] is None else choice_in(row, "held_at", BatchState),
        reason=choice_in(row, "reason", Reason),
        message=restored(text_in(row, "message")),
        detail=restored(text_in(row, "detail")),
        server_id=text_in(row, "server_id"),
        maybe_started=flag_in(row, "maybe_started"),
        abandoned_ids=texts_in(row, "abandoned_ids"),
        server_status=text_in(row, "server_status"),
        heard_at=None if row["heard_at"] is None else moment_in(row, "heard_at"),
        saved_to=path_in(row, "saved_to"),
        result_sha256=text_in(row, "result_sha256"),
        extra_results=texts_in(row, "extra_results"),
        quarantined_to=path_in(row, "quarantined_to"),
        deleted_at=None if row["deleted_at"] is None else moment_in(row, "deleted_at"),
        warnings=tuple(restored(one) for one in texts_in(row, "warnings")),
        delivery=Delivery(
            file_name=text_in(row, "file_name"),
            unpack=flag_in(row, "unpack"),
            keep_copy=flag_in(row, "keep_copy"),
            receipt=flag_in(row, "receipt"),
        ),
        name=text_in(row, "name"),
        sent_by=text_in(row, "sent_by"),
        unpacked_to=path_in(row, "unpacked_to"),
        result_files=tuple(_result_file(one) for one in objects_in(row, "result_files")),
        receipts=tuple(Path(one) for one in texts_in(row, "receipts")),
        reached=tuple(_reached(one) for one in texts_in(row, "reached")),
    )


def _reached(text: str) -> tuple[BatchState, datetime]:
    state, _, moment = text.partition(" ")
    return BatchState(state), moment_of(moment)


def _result_file(noted: Mapping[str, object]) -> ResultFile:
    name, sha256, size_bytes = (noted.get(key) for key in ("name", "sha256", "size_bytes"))
    if not (isinstance(name, str) and isinstance(sha256, str) and isinstance(size_bytes, int)):
        raise BadRow("result_files holds something else")
    return ResultFile(name, sha256, size_bytes)


def _process(row: Row) -> Process:
    return Process(
        id=whole_in(row, "process_id"),
        label=restored(text_in(row, "process_label")),
        kind=choice_in(row, "process_kind", ProcessKind),
        sentence=restored(text_in(row, "process_sentence")),
    )


def _server(row: Row) -> Server:
    return Server(
        base_url=text_in(row, "base_url"),
        sign_in=choice_in(row, "sign_in", SignIn),
        api_key_header=text_in(row, "api_key_header"),
        accept_form=choice_in(row, "accept_form", AcceptForm),
        numbering=choice_in(row, "numbering", Numbering),
        label=restored(text_in(row, "server_label")),
        practice=flag_in(row, "practice"),
    )


def _document(row: Row, position: int) -> BatchDocument:
    if row["position"] != position:
        raise BadRow(f"document {position} is missing")
    document = Document(
        path=Path(text_in(row, "path")),
        name=text_in(row, "name"),
        size_bytes=whole_in(row, "size_bytes"),
        modified_ns=whole_in(row, "modified_ns"),
        sha256=text_in(row, "sha256"),
        crc32=whole_in(row, "crc32"),
    )
    return BatchDocument(
        document=document,
        sent_name=text_in(row, "sent_name"),
        outcome=choice_in(row, "outcome", Outcome),
        message=restored(text_in(row, "message")),
        results=texts_in(row, "results"),
        seal=restored(text_in(row, "seal")),
        checked=flag_in(row, "checked"),
        facts=None if row["facts"] is None else facts_from(object_in(row, "facts")),
    )
