"""May this document be sent? One judgement of what a look into it found, for the window and for `sign`."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from signdesk.domain.oddities import Oddity
from signdesk.domain.processes import ProcessKind
from signdesk.domain.troubles import Trouble
from signdesk.domain.words import Words, say

if TYPE_CHECKING:
    from signdesk.seals.before import Before  # not loaded for the words alone, which `status` needs, too

MAY_HARM = frozenset([Trouble.PROTECTED, Trouble.FINAL, Trouble.TOO_COMPLEX, Trouble.NOT_HERE])
REASONS = {
    Trouble.PASSWORD: say(
        "It opens only with a password. No server can seal it like this; add a copy without the password."
    ),
    Trouble.KEY: say(
        "It opens only for certain people (rights management). No server can seal it like this; add a copy "
        "without that protection."
    ),
    Trouble.FINAL: say(
        "It is certified: no changes allowed. A seal is a change and would break the signature that "
        "certifies it."
    ),
    Trouble.TOO_COMPLEX: say(
        "It is too complex to be looked into, so it is not known whether a seal would break a signature "
        "in it."
    ),
    Trouble.NOT_HERE: say(
        "It could not be looked into on this computer, so it is not known whether a seal would break a "
        "signature in it."
    ),
    Trouble.PROTECTED: say(
        "It is protected against changes. A seal is a change, so the server may refuse it. A copy without "
        "the protection can be sealed."
    ),
}


_REMARKS = {
    Oddity.BEFORE_START: say(
        "The file has other data before the PDF begins, so its seal may not be checkable: open it before you "
        "seal it"
    ),
    Oddity.NO_END: say("The PDF has no end mark and may be cut off: open it before you seal it"),
    Oddity.BEHIND_END: say(
        "The file has more than 2,048 bytes after the end of the PDF: open it before you seal it"
    ),
}


def remark(oddity: Oddity, name: str) -> Words:
    """What is said of a document of that name; no full stop. It is sent all the same."""
    if oddity is not Oddity.OTHER_FORM:
        return _REMARKS[oddity]
    return say(
        "Its content is not that of a “{ending}” file: open it before you seal it",
        ending=PurePath(name).suffix,
    )


def presign_check(before: Before) -> Trouble | None:
    """The gravest trouble with it; its sentence is in REASONS. None where there is none.

    About the kinds in MAY_HARM a person decides (`may_harm` says for which process); of the others no server
    can make anything, whatever a person says.
    """
    if before.needs_password:
        return Trouble.PASSWORD
    if before.needs_key:
        return Trouble.KEY
    if before.final:
        return Trouble.FINAL
    if before.too_complex:
        return Trouble.TOO_COMPLEX
    if before.not_here:
        return Trouble.NOT_HERE
    return Trouble.PROTECTED if before.protected else None


def may_harm(trouble: Trouble | None, kind: ProcessKind) -> bool:
    """Whether a process of this kind needs a person's word first: one that only validates changes nothing."""
    return trouble in MAY_HARM and kind is not ProcessKind.VALIDATE
