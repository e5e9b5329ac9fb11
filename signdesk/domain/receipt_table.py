"""A receipt as a table for spreadsheets: one line for each document. RFC 4180, UTF-8 with its mark.

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection), and
characters that turn the direction of a text are written out: names of files come from anybody.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from signdesk.domain.documents import visible
from signdesk.domain.receipts import Receipt, inside_cell

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_COLUMNS = (
    "document", "size_bytes", "sha256", "outcome", "checked", "note", "returned", "returned_sha256",
    "seal", "signer", "signed_at", "stamped_at", "stamped_by", "issuer", "serial", "valid_until",
    "issuer_level", "known_by", "revocation",
    "batch", "number_on_server", "process", "process_label", "server", "ordered_at", "ordered_by",
    "result", "result_sha256", "deleted_from_server_at", "practice", "accepted_at", "accepted_by",
    "inside",
)  # fmt: skip


def receipt_csv(receipt: Receipt) -> bytes:
    """Names of columns are English and fixed, for whoever reads them by program."""
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(_COLUMNS)
    common = _common(receipt)
    for one in receipt["documents"]:
        cells = {**common, **_own(one)}
        table.writerow([_safe(cells.get(column)) for column in _COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def _own(one: Mapping[str, Any]) -> dict[str, Any]:
    seal = one["seal"] or {}
    kind = " ".join(text for text in (seal.get("kind", ""), seal.get("level", "")) if text)
    return {
        **{key: one[key] for key in ("size_bytes", "sha256", "outcome", "checked", "note")},
        **{key: seal.get(key) for key in ("signer", "signed_at", "stamped_at", "stamped_by")},
        **{
            key: seal.get(key)
            for key in ("issuer", "serial", "valid_until", "issuer_level", "known_by", "revocation")
        },
        "document": one["name"],
        "returned": "; ".join(each["name"] for each in one["returned"]),
        "returned_sha256": "; ".join(each["sha256"] for each in one["returned"]),
        "seal": kind,
        "inside": inside_cell(one),
        **{f"accepted_{key}": value for key, value in one.get("accepted", {}).items()},
    }


def _common(receipt: Receipt) -> dict[str, Any]:
    batch, process, result = receipt["batch"], receipt["process"], receipt["result"]
    return {
        "batch": batch["id"],
        "number_on_server": batch["number_on_server"],
        "process": process["number"],
        "process_label": process["label"],
        "server": receipt["server"]["address"],
        "ordered_at": batch["ordered_at"],
        "ordered_by": batch["ordered_by"],
        "result": result["file"],
        "result_sha256": result["sha256"],
        "deleted_from_server_at": result["deleted_from_server_at"],
        "practice": batch["practice"],
    }


def _safe(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return f"'{visible(text)}" if isinstance(value, str) and text.startswith(_FORMULA) else visible(text)
