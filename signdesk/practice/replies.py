"""What the six methods answer, as JSON bytes in the dialect asked for. Shapes: batch-methods.md."""

from __future__ import annotations

import json
from typing import Any

from starlette.responses import Response

from signdesk.domain.reports import Status
from signdesk.domain.servers import Numbering
from signdesk.practice.batches import Held, PracticeBatch
from signdesk.practice.dialect import Dialect, DocumentsForm, Flags, Ids, StatusForm

HTML = "<!DOCTYPE html><html><head><title>Welcome</title></head><body><p>No JSON here.</p></body></html>"
_ODD_DOCUMENTS: list[Any] = [None, 7, "test.pdf", [], {}, {"fileName": 5, "signed": "perhaps"}]


def json_reply(value: Any, http_status: int, dialect: Dialect) -> Response:
    """JSON with the dialect's content type and byte order mark."""
    mark = b"\xef\xbb\xbf" if dialect.byte_order_mark else b""
    body = mark + json.dumps(value, ensure_ascii=False).encode()
    return Response(body, http_status, media_type=dialect.content_type)


def problem(message: str, http_status: int, dialect: Dialect) -> Response:
    """A refusal, as the sister interfaces word theirs (facts.md section 2)."""
    return json_reply({"status": http_status, "message": message}, http_status, dialect)


def html_page(http_status: int = 200) -> Response:
    """What a portal or a catch-all route answers."""
    return Response(HTML, http_status, media_type="text/html")


def created(batch: PracticeBatch, dialect: Dialect) -> Any:
    """CreateBatch. The status is the page's example, which contradicts its own table (facts.md section 4)."""
    return {
        "id": batch.id if dialect.ids is Ids.NUMBER else str(batch.id),
        "providerSettingsId": "1",
        "creationDate": batch.created_at,
        "status": "1",
    }


def uploaded(batch: PracticeBatch, dialect: Dialect) -> Any:
    """upload. The page shows a PDF's name although `isZip` is true."""
    return {
        "id": "1",
        "counterpartyId": "1",
        "name": "file_name.pdf",
        "signed": _flag(False, dialect),
        "hash": None,
        "signature": None,
        "batchId": _number(batch.id, dialect),
        "creationDate": batch.created_at,
        "isZip": _flag(True, dialect),
        "tsaId": "1",
    }


def accepted(batch: PracticeBatch, dialect: Dialect) -> Any:
    """AcceptBatch. The status is the page's example."""
    return {
        "id": _number(batch.id, dialect),
        "providerSettingsId": "1",
        "creationDate": batch.created_at,
        "status": "0",
    }


def reported(batch: PracticeBatch, dialect: Dialect) -> Any:
    """BatchStatus and BatchDeleteCache."""
    reply = {
        "id": _number(batch.id, dialect),
        "status": _status(batch.status, dialect),
        "creationDate": batch.created_at,
    }
    if dialect.documents is not DocumentsForm.MISSING:
        reply["documents"] = _documents(batch.documents, dialect)
    return reply


def status_number(status: Status, numbering: Numbering) -> int:
    """The number in either published table (facts.md section 4). The older one has no UPLOADED."""
    if numbering is Numbering.OLDER:
        return max(status - 1, 0)
    return int(status)


def _status(status: Status, dialect: Dialect) -> str | int:
    if dialect.numbering is Numbering.OLDER and status is Status.UPLOADED:
        status = Status.NEW
    if status is Status.READY and dialect.odd_status:
        return dialect.odd_status
    number = status_number(status, dialect.numbering)
    forms: dict[StatusForm, str | int] = {
        StatusForm.NAME: status.name,
        StatusForm.NUMBER: number,
        StatusForm.NUMBER_TEXT: str(number),
    }
    return forms[dialect.status_form]


def _documents(documents: list[Held], dialect: Dialect) -> Any:
    if dialect.documents is DocumentsForm.NULL:
        return None
    if dialect.documents is DocumentsForm.EMPTY:
        return []
    if dialect.documents is DocumentsForm.ODD:
        return _ODD_DOCUMENTS
    return [
        {
            "id": str(number),
            "signed": _flag(one.signed or dialect.flags_lie, dialect),
            "fileName": one.name,
            "signingResult_Success": _flag(one.success or dialect.flags_lie, dialect),
        }
        for number, one in enumerate(documents, start=1)
    ]


def _number(value: int, dialect: Dialect) -> int | str:
    return str(value) if dialect.ids is Ids.TEXT else value


def _flag(value: bool, dialect: Dialect) -> Any:
    forms: dict[Flags, Any] = {
        Flags.TEXT: "true" if value else "false",
        Flags.BOOLEAN: value,
        Flags.NUMBER: int(value),
    }
    return forms[dialect.flags]
