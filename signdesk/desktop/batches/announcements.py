"""What a screen reader says of a batch: that it was ordered, each new state, and what it has come to."""

from __future__ import annotations

from signdesk.desktop.batches import card_texts
from signdesk.desktop.i18n.language import joined, tr, trn
from signdesk.desktop.toolkit.text import plain
from signdesk.domain.batches import Batch, BatchState

_SILENT = frozenset(
    [
        BatchState.READY,
        BatchState.SENDING,
        BatchState.SENT,
        BatchState.ACCEPTING,
        BatchState.SEALING,
        BatchState.FETCHING,
        BatchState.CHECKING,
        BatchState.SAVED,
        BatchState.DONE,
    ]
)


def order_text(batch: Batch) -> str:
    """As its job begins."""
    return plain(tr("{batch}: ordered", batch=_with_documents(batch)))


def state_text(batch: Batch, *, running: bool) -> str:
    """Of a new state; trouble and the end with the first document's name, which tells batches apart."""
    named = batch.is_over or batch.state in card_texts.HELD
    who = _with_documents(batch) if named else card_texts.title(batch)
    state = joined(": ", who, card_texts.badge(batch, running=running).text)
    return plain(joined(". ", state, sentence_of(batch)).rstrip(". "))


def sentence_of(batch: Batch) -> str:
    """What is to be said beside the badge; "" where that says it all."""
    return "" if batch.state in _SILENT and not batch.message else card_texts.sentence(batch)


def _with_documents(batch: Batch) -> str:
    first, others = batch.documents[0].document.name, len(batch.documents) - 1
    documents = tr("“{name}”", name=first)
    if others:
        documents = trn("“{name}” and %n more", "“{name}” and %n more", others, name=first)
    return joined(", ", card_texts.title(batch), documents)
