"""What can be done about a row of the list of documents: which verbs, and their words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from signdesk.desktop.documents.values import Row
from signdesk.desktop.i18n.language import tr
from signdesk.domain.documents import RejectReason


class Verb(StrEnum):
    """An entry of a row's menu."""

    OPEN = "open"
    PREVIEW = "preview"
    SHOW = "show"
    RENAME = "rename"
    INSIST = "insist"
    TAKE_BACK = "take_back"
    CHECK = "check"
    VERIFY = "verify"
    REMOVE = "remove"


KEYS = {Verb.OPEN: "Return", Verb.PREVIEW: "Space", Verb.RENAME: "F2", Verb.REMOVE: "Del"}
_MAY_HAVE_PASSED = frozenset(RejectReason) - {
    RejectReason.LINK, RejectReason.NO_DOCUMENT, RejectReason.PASSWORD, RejectReason.KEY,
    RejectReason.PROTECTED, RejectReason.FINAL, RejectReason.TOO_COMPLEX, RejectReason.TOO_LARGE,
}  # fmt: skip


def offered(rows: Sequence[Row]) -> list[Verb]:
    """For the menu of these rows, in its order."""
    settled = [row for row in rows if not row.checking]
    verbs = [Verb.PREVIEW] if len(rows) == 1 else []
    if len(rows) == 1 and settled:
        verbs = [Verb.OPEN, Verb.PREVIEW, Verb.SHOW]
        verbs += [Verb.RENAME] if settled[0].document is not None else []
    verbs += [Verb.INSIST] if any(row.may_be_insisted_on for row in settled) else []
    verbs += [Verb.TAKE_BACK] if any(row.is_doubtful and row.forced for row in settled) else []
    verbs += [Verb.CHECK, Verb.VERIFY] if settled else []
    return [*verbs, Verb.REMOVE] if rows else []


def link_verbs(row: Row, *, lively: bool) -> list[Verb]:
    """For the links in a row, at most two: what mends it, and "Remove"."""
    verbs = []
    if row.may_be_insisted_on:
        verbs.append(Verb.INSIST)
    elif row.is_bad and row.blocked_by in _MAY_HAVE_PASSED:
        verbs.append(Verb.CHECK)
    elif row.is_numbered:
        verbs.append(Verb.RENAME)
    if row.is_bad or lively:
        verbs.append(Verb.REMOVE)
    return verbs


def verb_text(verb: Verb) -> str:
    """What it is called."""
    return {
        Verb.OPEN: tr("Open"),
        Verb.PREVIEW: tr("Preview"),
        Verb.SHOW: tr("Show in folder"),
        Verb.RENAME: tr("Rename…"),
        Verb.INSIST: tr("Send anyway"),
        Verb.TAKE_BACK: tr("Do not send"),
        Verb.CHECK: tr("Check again"),
        Verb.VERIFY: tr("Check the seals inside"),
        Verb.REMOVE: tr("Remove"),
    }[verb]
