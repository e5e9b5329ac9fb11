"""A signature over signed attributes, taken for one over a document: whoever takes the attributes out of a
seal and gives them out for the document has a seal that everybody's mathematics finds good.

draft-ietf-lamps-cms-euf-cma-signeddata, "Best Practices for CMS SignedData with Regards to Signed
Attributes".
"""

from __future__ import annotations

from typing import Any, BinaryIO

from signdesk.domain.messages import msg
from signdesk.seals.seal_check_result import NotChecked

MOST_BYTES = 64 << 10  # of a signer's attributes
_SET = b"\x31"
_ATTRIBUTES = msg(
    "The seal could not be checked, because the document looks like the inside of another seal, over another "
    "document."
)


def hold_to_content(signed: Any, content: BinaryIO) -> None:
    """Raises NotChecked where a signer signed no attributes, and `content`, which is seekable, is such."""
    content.seek(0)
    head = content.read(MOST_BYTES)
    content.seek(0)
    signs_plainly = any(not len(one["signed_attrs"]) for one in signed["signer_infos"])
    if head.startswith(_SET) and signs_plainly and _are_attributes(head):
        raise NotChecked(_ATTRIBUTES)


def _are_attributes(text: bytes) -> bool:
    from asn1crypto import cms

    try:
        names = {one["type"].native for one in cms.CMSAttributes.load(text)}
    except (ValueError, TypeError):
        return False
    return "message_digest" in names
