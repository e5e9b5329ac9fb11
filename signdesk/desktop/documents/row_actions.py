"""What can be done about a row of the list of documents: which verbs, and their words; and
documents that a person took out of the list, with the way back. On the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from pathlib import Path

from signdesk.desktop.documents.model import IntakeModel
from signdesk.desktop.documents.values import Row
from signdesk.desktop.i18n.language import tr, trn
from signdesk.desktop.main_window.undo_bar import UndoBar
from signdesk.domain.documents import RejectReason, shown_name


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


class RemovedRows:
    """Offers "Undo" in `bar` for the last removal. `came_back` gets the paths of rows that are back, in
    their old places.
    """

    def __init__(
        self, model: IntakeModel, bar: UndoBar, came_back: Callable[[Collection[Path]], object]
    ) -> None:
        self._model = model
        self._bar = bar
        self._came_back = came_back
        self._removed: list[tuple[int, Row]] = []
        model.removed.connect(self._offer_undo)
        bar.over.connect(self._forget)

    def paths(self) -> list[Path]:
        """The files of those that "Undo" would bring back."""
        return [row.path for _, row in self._removed]

    def _offer_undo(self, removed: list[tuple[int, Row]]) -> None:
        count = len(removed)
        text = trn(
            "%n document was removed from the list.", "%n documents were removed from the list.", count
        )
        if count == 1:
            text = tr("“{name}” was removed from the list.", name=shown_name(removed[0][1].name))
        self._bar.offer(text, lambda: self._put_back(removed))
        self._removed = removed

    def _forget(self) -> None:
        self._removed = []

    def _put_back(self, removed: list[tuple[int, Row]]) -> None:
        self._model.put_back(removed)
        self._came_back([row.path for _, row in removed])
