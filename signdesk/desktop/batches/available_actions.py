"""Which buttons a batch's card offers, in which order, and which documents can be sent again. Done by
`batch_actions`.

A document that came back without a seal is surely not paid for, so it goes again at one click. One that is
missing, damaged or not recognised may be sealed on the server's side: that is asked about first. What came
back sealed, changed and sealed, time-stamped or validated is never offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signdesk.desktop.batches.card_texts import is_unconnected, waits_by_itself
from signdesk.desktop.i18n.language import tr, trn
from signdesk.domain.batch_summary import summary_of
from signdesk.domain.batches import Batch, BatchDocument, BatchState, Outcome, Reason
from signdesk.domain.documents import Document
from signdesk.domain.reports import reports_of
from signdesk.domain.servers import ProcessKind

_S = BatchState
AT_ONCE = frozenset([Outcome.UNSEALED])
ASKED = frozenset([Outcome.MISSING, Outcome.DAMAGED, Outcome.NOT_RECOGNISED])


@dataclass(frozen=True, slots=True)
class Verb:
    """One button. `link`: drawn as a link, for what is seldom wanted."""

    id: str
    text: str
    primary: bool = False
    link: bool = False


def verbs(
    batch: Batch, *, running: bool = False, put_back: bool = False, followers: Sequence[Batch] = ()
) -> tuple[Verb, ...]:
    """The card's buttons; empty while nothing sensible can be ordered (checking, saving).

    `running`: its job is at work. `put_back`: its documents were put back into the list from here.
    `followers`: the batches that send something of it again.
    """
    if waits_by_itself(batch, running=running):
        return (Verb("try_again", tr("Try now")), _stop(batch), _support())
    if batch.state in (_S.WAITING, _S.NEEDS_YOU):
        return _held_verbs(batch)
    if batch.state in (_S.READY, _S.SENDING, _S.SENT, _S.ACCEPTING, _S.SEALING, _S.FETCHING):
        return (_stop(batch),)
    if batch.left_to_copy:
        return (_dismiss(),)
    if batch.state is _S.STOPPED:
        return (_once_more() if put_back else _back(), _dismiss())
    if batch.is_over:
        return _result_verbs(batch, followers)
    return ()


def to_put_back(batch: Batch) -> tuple[Document, ...]:
    """The documents that "send_others" means, as they were taken in: what has no complaint of its own where a
    source changed, and otherwise all.
    """
    if batch.reason is Reason.SOURCE_CHANGED:
        unchanged = tuple(one.document for one in batch.documents if not one.message)
        return unchanged or tuple(one.document for one in batch.documents)
    return tuple(one.document for one in batch.documents)


def _held_verbs(batch: Batch) -> tuple[Verb, ...]:
    again = Verb("try_again", tr("Try again"))
    support = _support()
    if batch.reason is Reason.UNCLEAR:
        return (
            Verb("try_again", tr("Ask the server again"), primary=True),
            Verb("start_again", tr("Start sealing again")),
            Verb("leave", tr("Leave it for now")),
            support,
        )
    own: dict[Reason, tuple[Verb, ...]] = {
        Reason.SIGN_IN: (Verb("sign_in", _sign_in_text(batch), primary=True), again, _back()),
        Reason.DISK_FULL: (Verb("choose_folder", tr("Choose another folder…"), primary=True), again),
        Reason.AWAY: (again, Verb("choose_folder", tr("Choose another folder…"))),
        Reason.TARGET: (Verb("choose_folder", tr("Choose another folder…"), primary=True), again),
        Reason.PROCESS: (_back(primary=True), again),
        Reason.REFUSED: (again, _back()),
        Reason.SETTINGS: (again, _back()),
        Reason.SERVER: (again, _back()),
        Reason.SOURCE_CHANGED: (_others(batch),),
        Reason.ORDERED_BEFORE: (_back(primary=True), Verb("order_again", tr("Go on anyway…"))),
        Reason.RESULT: _result_waits(batch),
        Reason.NOT_COMPARED: _saved_to_look_at(Verb("try_again", tr("Compare again"), primary=True)),
        Reason.LOST: (again, _remove()),
        Reason.STOPPED_WAITING: (Verb("try_again", tr("Wait for it again")),),
    }
    made = own.get(batch.reason, (again,))
    if is_unconnected(batch):
        made = (Verb("sign_in", tr("Connect to go on"), primary=True), _back())
    if batch.held_at is _S.SAVED and not is_unconnected(batch) and not batch.delivery.keep_copy:
        made = (*made, Verb("keep_copy", tr("Leave the server’s copy")))
    if batch.quarantined_to is not None and batch.saved_to is None:
        copy = Verb("copy_path", tr("Copy path"), link=True)
        anyway = Verb("save_anyway", tr("Save it anyway"))
        made = (anyway, Verb("show_quarantine", tr("Show what came back")), *made, copy)
    if not batch.is_surely_unsealed:  # sending them once more could seal them a second time
        made = tuple(one for one in made if one.id != "send_others")
    return (*made, support)


def _result_waits(batch: Batch) -> tuple[Verb, ...]:
    """A result that a person must look at: saved, put aside, or not here at all."""
    again = Verb("try_again", tr("Fetch again"))
    if batch.saved_to is None:
        return (again, _remove())
    return (*_compare(batch), *_saved_to_look_at(again))


def _saved_to_look_at(again: Verb) -> tuple[Verb, ...]:
    show, copy = Verb("show_in_folder", tr("Show in folder")), Verb("copy_path", tr("Copy path"), link=True)
    first = (again,) if again.primary else ()
    later = () if again.primary else (again,)
    return (*first, show, Verb("open", tr("Open")), *later, _remove(), copy)


def _result_verbs(batch: Batch, followers: Sequence[Batch]) -> tuple[Verb, ...]:
    made = list(_again_verbs(batch, followers))
    if batch.saved_to is not None:
        made += [
            Verb("show_in_folder", tr("Show in folder")),
            Verb("open", tr("Open")),
            *((Verb("open_unpacked", tr("Open folder")),) if batch.unpacked_to is not None else ()),
            Verb("copy_path", tr("Copy path")),
            *((Verb("open_receipt", tr("Receipt")),) if batch.receipts else ()),
        ]
    if batch.saved_to is not None and (reports := len(reports_of(batch))):
        words = trn("Report of the server", "%n reports of the server", reports)
        wanted = batch.process.kind is ProcessKind.VALIDATE  # it is what was ordered
        made.insert(0 if wanted else len(made), Verb("open_report", words, primary=wanted))
    if batch.state is _S.PARTLY_DONE:
        made.append(_support())
    seen = (Verb("seen", tr("Seen")),) if batch.wants_a_look else ()
    return (*_compare(batch), *made, *seen, _dismiss())


def _compare(batch: Batch) -> tuple[Verb, ...]:
    """The first step where a look at what the server changed is all that is wanted."""
    if batch.saved_to is None or not comparable(batch):
        return ()
    return (Verb("compare", tr("Compare the pages"), primary=summary_of(batch).wants_a_look),)


def comparable(batch: Batch) -> tuple[BatchDocument, ...]:
    """Its documents of which pages were compared, so that they can be shown side by side."""
    return tuple(one for one in batch.documents if one.comparison and one.comparison.pages and one.results)


def _again_verbs(batch: Batch, followers: Sequence[Batch]) -> Iterator[Verb]:
    """At once only for what surely has no seal; what may be sealed and lost, or damaged, is asked about."""
    at_once = len(came_back_unsealed(batch, followers))
    if at_once:
        yield Verb(
            "send_again", trn("Send %n document again", "Send %n documents again", at_once), primary=True
        )
    asked = len(did_not_come_back_well(batch, followers))
    if asked and at_once:
        yield Verb(
            "ask_again", trn("Send the other document again…", "Send the other %n documents again…", asked)
        )
    elif asked:
        yield Verb("ask_again", trn("Send %n document again…", "Send %n documents again…", asked))


def _sign_in_text(batch: Batch) -> str:
    return tr("Enter another password") if batch.server.sign_in == "basic" else tr("Enter another key")


def _others(batch: Batch) -> Verb:
    fewer = len(to_put_back(batch)) < len(batch.documents)
    return Verb("send_others", tr("Send the others"), primary=True) if fewer else _back(primary=True)


def _back(*, primary: bool = False) -> Verb:
    return Verb("send_others", tr("Put the documents back"), primary=primary)


def _once_more() -> Verb:
    return Verb("send_others", tr("Put the documents back again"), link=True)


def _stop(batch: Batch) -> Verb:
    """Before sealing began it ends the order; later the server goes on and nobody looks."""
    text = tr("Stop sending") if batch.is_surely_unsealed else tr("Stop waiting")
    return Verb("stop_waiting", text, link=True)


def _support() -> Verb:
    return Verb("copy_support", tr("Copy for support"), link=True)


def _remove() -> Verb:
    return Verb("remove", tr("Remove from list…"), link=True)


def _dismiss() -> Verb:
    return Verb("dismiss", tr("Remove from list"), link=True)


def came_back_unsealed(batch: Batch, followers: Sequence[Batch]) -> tuple[Document, ...]:
    """Those that surely have no seal. `followers`: the batches that send something of this one again."""
    return _left(batch, followers, AT_ONCE)


def did_not_come_back_well(batch: Batch, followers: Sequence[Batch]) -> tuple[Document, ...]:
    """Those that may be sealed all the same."""
    return _left(batch, followers, ASKED)


def _left(batch: Batch, followers: Sequence[Batch], outcomes: frozenset[Outcome]) -> tuple[Document, ...]:
    """Under the names that they were sent by, without those that a later batch holds."""
    if batch.state is not BatchState.PARTLY_DONE:
        return ()
    held = {
        one.document.path
        for later in followers
        if later.state is not BatchState.STOPPED
        for one in later.documents
    }
    return tuple(
        replace(one.document, name=one.sent_name)
        for one in batch.documents
        if one.outcome in outcomes and one.document.path not in held
    )
