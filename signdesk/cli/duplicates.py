"""What `sign` does where another batch holds its documents already: goes on with that one, or asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from signdesk.cli.command import CommandContext
from signdesk.domain.batches import Batch, BatchDocument, BatchState, Reason
from signdesk.domain.documents import Document, shown_name
from signdesk.domain.moments import iso_minute
from signdesk.domain.servers import Server, origin
from signdesk.jobs.connection_service import is_known_somewhere
from signdesk.storage.journal.journal_file import Ordered

_MOST_NAMED = 5


class AlreadyOrdered(Exception):
    """Nothing was noted, and nothing was sent."""

    def __init__(self, found: Sequence[Ordered], older: Collection[str] = ()) -> None:
        super().__init__()
        self.found = found
        self.older = older


async def taken_up(context: CommandContext, found: Sequence[Ordered], order: Sequence[Batch]) -> list[Batch]:
    """The unfinished batches of the very same order, claimed for this program; none where there are other
    ones, too, or somebody else has them, or a person must decide about them.
    """
    if not found:
        return []
    claimed: list[str] = []
    batches: list[Batch] = []
    for one in found:
        batch = None if one.is_over or not context.batch_lock.acquire(one.batch_id) else one
        if batch is not None:
            claimed.append(one.batch_id)
            latest = await context.journal.latest(one.batch_id)  # its last owner may have got further
            batches += [latest] if latest is not None and _goes_on(latest, order[0]) else []
    same = _contents(batches) == _contents(order)
    if len(batches) == len(found) and same:
        return [_with_documents_as_they_are(one, order) for one in batches]
    for batch_id in claimed:
        context.batch_lock.release(batch_id)
    return []


def held_back(context: CommandContext, already: AlreadyOrdered, order: Batch) -> Batch:
    """The order as it is told: nothing of it is noted or sent."""
    found = already.found
    documents = tuple(replace(one, message=_said_of(one.document, already)) for one in order.documents)
    count = sum(bool(one.message) for one in documents)
    counted = f"{count} of {len(documents)} documents were sealed by this process before, or are ordered"
    where, again = _batches(context, found, order.server), "With --again they are sealed once more."
    message = " ".join(filter(None, (f"{counted} already.", "Nothing was sent.", where, again)))
    return order.replace(documents=documents).held(BatchState.NEEDS_YOU, Reason.REFUSED, message)


def _goes_on(batch: Batch, order: Batch) -> bool:
    """What needs a person's decision is told of instead."""
    if batch.is_over or batch.state is BatchState.NEEDS_YOU:
        return False
    return batch.save_to == order.save_to and _goes_there(batch, order)


def _goes_there(batch: Batch, order: Batch) -> bool:
    """To the same server: the address of a connection may be corrected as long as none has anything of it."""
    if batch.server.base_url == order.server.base_url:
        return True
    same = bool(order.connection_id) and batch.connection_id == order.connection_id
    return same and not is_known_somewhere(batch)


def _contents(batches: Iterable[Batch]) -> Counter[tuple[str, str]]:
    return Counter((one.document.name, one.document.sha256) for each in batches for one in each.documents)


def _with_documents_as_they_are(batch: Batch, order: Sequence[Batch]) -> Batch:
    """Where they lie now: they may have been moved, or saved anew with the same content."""
    there = {
        (one.document.name, one.document.sha256): one.document for each in order for one in each.documents
    }
    return batch.replace(documents=tuple(_now_at(one, there) for one in batch.documents))


def _now_at(one: BatchDocument, there: dict[tuple[str, str], Document]) -> BatchDocument:
    return replace(one, document=there.get((one.document.name, one.document.sha256), one.document))


def _said_of(document: Document, already: AlreadyOrdered) -> str:
    """“Already sealed on 2026-05-03 14:02, in …”; "" of a document that is in none of them."""
    found = already.found
    for one in found:
        if document.sha256 in one.good:
            where = f", in {shown_name(str(one.saved_to))}" if one.saved_to else ""
            return f"Already sealed on {iso_minute(one.at)}{where}"
    for one in found:
        if document.sha256 in one.sha256s:
            at = iso_minute(one.at)
            if one.is_over or one.reason is Reason.RESULT:
                return f"Perhaps sealed already: batch {one.batch_id} of {at} brought no good result of it"
            if one.unsealed:
                return f"Ordered already: batch {one.batch_id} of {at} is not finished"
            return f"Perhaps sealed already: its batch {one.batch_id} of {at} has no result"
    if document.sha256 in already.older:
        return "Perhaps sealed already: SignDesk's list of batches was lost, and this file is older than that"
    return ""


def _batches(context: CommandContext, found: Sequence[Ordered], server: Server) -> str:
    """One sentence for those about which the same is to be said."""
    alike: dict[tuple[str, str], list[str]] = {}
    for one in _few(found):
        alike.setdefault(_stands(context, one, server), []).append(one.batch_id)
    who = "They are" if len(alike) == 1 else "Some are"
    told = [f"{who} in {_which(ids, words)}" for words, ids in alike.items()]
    left = len(found) - _MOST_NAMED
    return " ".join(told) + (f" Some are in {left} more." if left > 0 else "")


def _few(found: Sequence[Ordered]) -> Sequence[Ordered]:
    """Those that are not over first: something can still be done about them."""
    return sorted(found, key=lambda one: (one.is_over, one.place))[:_MOST_NAMED]


def _which(batch_ids: Sequence[str], words: tuple[str, str]) -> str:
    for_one, for_many = words
    if len(batch_ids) == 1:
        return f"batch {batch_ids[0]}, which {for_one}"
    *first, last = batch_ids
    return f"batches {', '.join(first)} and {last}, which {for_many}"


def _stands(context: CommandContext, one: Ordered, server: Server) -> tuple[str, str]:
    """What is to be said of it, and of several such. `server`: that of the order."""
    if one.is_over:
        return "is over.", "are over."
    if one.is_put_away:
        return "was removed from the list.", "were removed from the list."
    who = context.batch_lock.owner_of(one.batch_id)
    if who is not None:
        return f"is in use by {who}.", f"are in use by {who}."
    if one.is_known_there and origin(one.base_url) != origin(server.base_url):
        return _at_another_address(one, server)
    if one.reason is Reason.NONE:
        resume = "“signdesk resume” goes on with"
        return f"waits: {resume} it.", f"wait: {resume} them."
    says = "for your decision: “signdesk resume” says what helps."
    return f"waits {says}", f"wait {says}"


def _at_another_address(one: Ordered, server: Server) -> tuple[str, str]:
    resume = "“signdesk resume --to-new-address” goes on with"
    same = f"at {server.base_url}, if that is the same server; “signdesk drop BATCH” removes"
    there = f"sent to {one.base_url}: {resume}"
    return f"was {there} it {same} it from the list.", f"were {there} them {same} one from the list."
