"""What a batch's card says in whole sentences, and what a screen reader says of the batch: that it was
ordered, each new state, and what it has come to. Plain values in, plain values out.
"""

from __future__ import annotations

from signdesk.desktop.batches.card_texts import HELD, badge, looked_at_text, title
from signdesk.desktop.i18n.language import joined, tr, translated, trn
from signdesk.desktop.toolkit.text import plain
from signdesk.domain.batch_summary import what_is_safe
from signdesk.domain.batches import Batch, BatchDocument, BatchState, Outcome, Reason

_S = BatchState
_SILENT = frozenset(
    [
        _S.READY,
        _S.SENDING,
        _S.SENT,
        _S.ACCEPTING,
        _S.SEALING,
        _S.FETCHING,
        _S.CHECKING,
        _S.SAVED,
        _S.DONE,
    ]
)


def order_text(batch: Batch) -> str:
    """As its job begins."""
    return plain(tr("{batch}: ordered", batch=_with_documents(batch)))


def state_text(batch: Batch, *, running: bool) -> str:
    """Of a new state; trouble and the end with the first document's name, which tells batches apart."""
    named = batch.is_over or batch.state in HELD
    who = _with_documents(batch) if named else title(batch)
    state = joined(": ", who, badge(batch, running=running).text)
    return plain(joined(". ", state, sentence_of(batch)).rstrip(". "))


def sentence_of(batch: Batch) -> str:
    """What is to be said beside the badge; "" where that says it all."""
    return "" if batch.state in _SILENT and not batch.message else sentence(batch)


def _with_documents(batch: Batch) -> str:
    first, others = batch.documents[0].document.name, len(batch.documents) - 1
    documents = tr("“{name}”", name=first)
    if others:
        documents = trn("“{name}” and %n more", "“{name}” and %n more", others, name=first)
    return joined(", ", title(batch), documents)


def sentence(batch: Batch) -> str:
    """What happened and what is safe. The job's own words where it has any."""
    if batch.message:
        return translated(batch.message)
    if batch.state in HELD:
        safe = translated(what_is_safe(batch)) if batch.reason is not Reason.NONE else ""
        return joined(" ", _held_sentence(batch.reason), safe)
    if batch.state is _S.PARTLY_DONE:
        return _partly_sentence(batch)
    return {
        _S.READY: tr("These documents will be sent as soon as it is their turn."),
        _S.SENDING: tr("The documents are on their way to the server."),
        _S.SENT: tr("The server has the documents. Sealing has not begun."),
        _S.ACCEPTING: tr("The server is being asked to begin."),
        _S.SEALING: tr("The server is at work. You can go on with other things."),
        _S.FETCHING: tr("The result is on its way from the server."),
        _S.CHECKING: tr("The result is being checked before it is saved."),
        _S.SAVED: _saved_sentence(batch),
        _S.DONE: tr("Every document came back and was saved."),
        _S.STOPPED: tr("This batch was stopped before sealing began. Nothing was sealed."),
    }[batch.state]


def _held_sentence(reason: Reason) -> str:
    return {
        Reason.NONE: tr("It goes on where it was, as soon as SignDesk is connected to its server."),
        Reason.SERVER: tr("The server cannot be reached or does not answer properly."),
        Reason.SIGN_IN: tr("The server refused the sign-in. Check the key or password."),
        Reason.PROCESS: tr(
            "The server does not know this process or does not allow it. Put the documents back and choose "
            "another process."
        ),
        Reason.REFUSED: tr("The server refused this batch. Ask the server’s operator."),
        Reason.SETTINGS: tr("A line of the settings cannot be read. Correct it, then try again."),
        Reason.DISK_FULL: tr("There is no room for the result. Choose another folder."),
        Reason.JOURNAL: tr(
            "SignDesk cannot save the state of this batch. Make room on the disk that holds its list of "
            "batches."
        ),
        Reason.AWAY: tr("The disk or share of the folder is not connected."),
        Reason.TARGET: tr("The folder cannot be written to."),
        Reason.SOURCE_CHANGED: tr("A document was changed after it was added."),
        Reason.UNCLEAR: tr(
            "The connection broke while sealing was being started, so it is not known whether it began."
        ),
        Reason.NOT_COMPARED: tr(
            "The result is saved. Part of it could not be checked on this computer: compare again."
        ),
        Reason.RESULT: tr("Look at what came back: none of it is known to be sealed."),
        Reason.LOST: tr(
            "The server no longer knows this batch. Ask the server’s operator before you seal these "
            "documents again."
        ),
        Reason.STOPPED_WAITING: tr("SignDesk no longer waits for this batch."),
        Reason.ORDERED_BEFORE: tr("Another batch holds the same documents, so this one was not begun."),
        Reason.FAULT: tr("SignDesk made a mistake here. Your documents are untouched; please tell support."),
    }[reason]


def _saved_sentence(batch: Batch) -> str:
    if batch.delivery.keep_copy:
        return tr("The result is saved. The server keeps its copy.")
    return tr("The result is saved. The copy on the server is being deleted.")


def _partly_sentence(batch: Batch) -> str:
    bad = [one for one in batch.documents if not one.is_good]
    if not bad:
        return trn(
            "%n document was changed by the server before it was sealed. A person has looked at it and "
            "accepted it.",
            "%n documents were changed by the server before they were sealed. A person has looked at them "
            "and accepted them.",
            sum(one.acceptance is not None for one in batch.documents),
        )
    if len(bad) == 1:
        first = _bad_sentence(bad[0])
    elif all(one.outcome is Outcome.RESEALED for one in bad):
        first = trn(
            "%n document was changed by the server before it was sealed. Look at it.",
            "%n documents were changed by the server before they were sealed. Look at them.",
            len(bad),
        )
    else:
        names = joined(", ", *(tr("“{name}”", name=one.document.name) for one in bad[:3]))
        first = tr("{names} did not get the result asked for.", names=names)
        if len(bad) > 3:
            first = trn(
                "{names} and %n more did not get the result asked for.",
                "{names} and %n more did not get the result asked for.",
                len(bad) - 3,
                names=names,
            )
    seen = f"{looked_at_text(batch.seen)}." if batch.seen is not None else ""
    if not batch.good_count:
        return joined(" ", first, seen)
    rest = trn(
        "The other one got the result asked for.",
        "The other %n got the result asked for.",
        batch.good_count,
    )
    return joined(" ", first, rest, seen)


def _bad_sentence(one: BatchDocument) -> str:
    name = one.document.name
    return {
        Outcome.RESEALED: tr("“{name}” was changed by the server before it was sealed.", name=name),
        Outcome.UNSEALED: tr("“{name}” came back without a seal.", name=name),
        Outcome.DAMAGED: tr("“{name}”: its seal is not intact.", name=name),
        Outcome.NOT_RECOGNISED: tr("“{name}” cannot be checked.", name=name),
        Outcome.MISSING: tr("“{name}” did not come back.", name=name),
    }.get(one.outcome) or tr("“{name}” is not finished.", name=name)
