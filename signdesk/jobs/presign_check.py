"""May this document be sent? One judgement of what a look into it found, for the window and for `sign`."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from signdesk.domain.documents import Oddity, RejectReason
from signdesk.domain.messages import Message, msg
from signdesk.domain.servers import ProcessKind

if TYPE_CHECKING:
    from signdesk.seals.presign_check import (
        Before,  # not loaded for the words alone, which `status` needs, too
    )

MAY_HARM = frozenset(
    [RejectReason.PROTECTED, RejectReason.FINAL, RejectReason.TOO_COMPLEX, RejectReason.NOT_HERE]
)
REASONS = {
    RejectReason.PASSWORD: msg(
        "It opens only with a password. No server can seal it like this; add a copy without the password."
    ),
    RejectReason.KEY: msg(
        "It opens only for certain people (rights management). No server can seal it like this; add a copy "
        "without that protection."
    ),
    RejectReason.FINAL: msg(
        "It is certified: no changes allowed. A seal is a change and would break the signature that "
        "certifies it."
    ),
    RejectReason.TOO_COMPLEX: msg(
        "It is too complex to be looked into, so it is not known whether a seal would break a signature "
        "in it."
    ),
    RejectReason.NOT_HERE: msg(
        "It could not be looked into on this computer, so it is not known whether a seal would break a "
        "signature in it."
    ),
    RejectReason.PROTECTED: msg(
        "It is protected against changes. A seal is a change, so the server may refuse it. A copy without "
        "the protection can be sealed."
    ),
}


_REMARKS = {
    Oddity.BEFORE_START: msg(
        "The file has other data before the PDF begins, so its seal may not be checkable: open it before you "
        "seal it"
    ),
    Oddity.NO_END: msg("The PDF has no end mark and may be cut off: open it before you seal it"),
    Oddity.BEHIND_END: msg(
        "The file has more than 2,048 bytes after the end of the PDF: open it before you seal it"
    ),
}


def remark(oddity: Oddity, name: str) -> Message:
    """What is said of a document of that name; no full stop. It is sent all the same."""
    if oddity is not Oddity.OTHER_FORM:
        return _REMARKS[oddity]
    return msg(
        "Its content is not that of a “{ending}” file: open it before you seal it",
        ending=PurePath(name).suffix,
    )


def presign_check(before: Before) -> RejectReason | None:
    """The gravest trouble with it; its sentence is in REASONS. None where there is none.

    About the kinds in MAY_HARM a person decides (`may_harm` says for which process); of the others no server
    can make anything, whatever a person says.
    """
    if before.needs_password:
        return RejectReason.PASSWORD
    if before.needs_key:
        return RejectReason.KEY
    if before.final:
        return RejectReason.FINAL
    if before.too_complex:
        return RejectReason.TOO_COMPLEX
    if before.not_here:
        return RejectReason.NOT_HERE
    return RejectReason.PROTECTED if before.protected else None


def may_harm(trouble: RejectReason | None, kind: ProcessKind) -> bool:
    """Whether a process of this kind needs a person's word first: one that only validates changes nothing."""
    return trouble in MAY_HARM and kind is not ProcessKind.VALIDATE
