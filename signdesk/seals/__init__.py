"""Is it really sealed? A minimal look at the seals that come back: intact over this document, and by whom.

Whether the issuer of a certificate can be trusted is not judged here, and nothing is fetched from a network.
"""

from __future__ import annotations

from signdesk.seals.detached import look_at_detached, look_at_timestamp
from signdesk.seals.enveloping import is_cms, look_at_enveloping
from signdesk.seals.look import Finding, Look
from signdesk.seals.pdf import look_at_pdf, look_at_pdf_alone

__all__ = [
    "Finding",
    "Look",
    "is_cms",
    "look_at_detached",
    "look_at_enveloping",
    "look_at_pdf",
    "look_at_pdf_alone",
    "look_at_timestamp",
]
