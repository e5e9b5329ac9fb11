"""Is it really sealed? A minimal look at the seals that come back: intact over this document, and by whom.

Whether the issuer of a certificate can be trusted is not judged here, and nothing is fetched from a network.
"""

from __future__ import annotations

from signdesk.seals.cms_seals import is_cms, verify_detached, verify_enveloping, verify_timestamp
from signdesk.seals.pdf import verify_pdf, verify_pdf_alone
from signdesk.seals.seal_check_result import Finding, SealCheckResult

__all__ = [
    "Finding",
    "SealCheckResult",
    "is_cms",
    "verify_detached",
    "verify_enveloping",
    "verify_pdf",
    "verify_pdf_alone",
    "verify_timestamp",
]
