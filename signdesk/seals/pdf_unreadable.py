"""What cannot be read as a signature of a PDF: empty room for one, another kind of format, or a broken one.

A program that signs in two steps writes the room first, filled with zeros.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from signdesk.domain.messages import msg
from signdesk.seals.seal_check_result import hold_to_document

ROOM_ALONE = msg("It carries no seal: there is room for one, but no signature in it.")


class Unreadable(StrEnum):
    """Why, as far as its dictionary tells."""

    EMPTY = "empty"  # nobody signed in it
    UNKNOWN = "unknown"  # by its own word it is no CMS
    BROKEN = "broken"


_CMS = ("/adbe.pkcs7", "/ETSI.CAdES", "/ETSI.RFC3161")  # as their names begin (ISO 32000-2, table 260)


def why_unreadable(field: Any) -> Unreadable:
    """Of a filled signature field without a signature which is known here. Raises as `as_result`."""
    try:
        return _why(field.get_object()["/V"])
    except Exception as error:  # noqa: BLE001 - broad as `as_result`
        hold_to_document(error)
        return Unreadable.BROKEN


def _why(signature: Any) -> Unreadable:
    digits = signature.raw_get("/Contents").original_bytes
    if not digits.strip(b"\0"):
        return Unreadable.EMPTY
    name = str(signature["/SubFilter"])
    return Unreadable.BROKEN if name.startswith(_CMS) else Unreadable.UNKNOWN
