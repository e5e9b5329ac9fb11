""" "Send the 1 again" on a card: a new batch of the same server, process and folder that follows the first.

On the GUI thread, which is the loop's.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

from signdesk.desktop.batches.available_actions import came_back_unsealed, did_not_come_back_well
from signdesk.desktop.batches.batch_decisions import BatchDecisions
from signdesk.desktop.batches.batch_jobs import BatchJobs
from signdesk.desktop.batches.batch_sessions import BatchSessions
from signdesk.desktop.batches.card_texts import Tone, server_name
from signdesk.desktop.i18n.language import tr, translated, trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.domain.batches import Batch, Outcome, new_batch
from signdesk.domain.documents import Document, shown_name
from signdesk.domain.errors import SavingProblem
from signdesk.jobs.batch_store import BatchStore
from signdesk.jobs.order_terms import sent_by
from signdesk.jobs.preflight import changed_since
from signdesk.jobs.session import Session

log = logging.getLogger(__name__)


class SendingAgain:
    """`sign_in` opens a session for the batch's server, or a person does not want that now."""

    def __init__(
        self,
        window: MainWindow,
        store: BatchStore,
        jobs: BatchJobs,
        sessions: BatchSessions,
        decisions: BatchDecisions,
        *,
        sign_in: Callable[[Batch], Coroutine[Any, Any, None]],
    ) -> None:
        self._window = window
        self._store = store
        self._batch_jobs = jobs
        self._sessions = sessions
        self._decisions = decisions
        self._sign_in = sign_in
        self._sending: set[str] = set()

    async def send(self, batch: Batch, *, asked: bool) -> None:
        """What surely has no seal, or with `asked` the rest, after a question."""
        if batch.id in self._sending:  # a double click is one order
            return
        self._sending.add(batch.id)
        try:
            documents = self._documents(batch, asked=asked)
            if documents and (not asked or await self._wants(batch, len(documents))):
                await self._send(batch, documents, asked=asked)
                await self._note_seen(batch)
        finally:
            self._sending.discard(batch.id)

    def _documents(self, batch: Batch, *, asked: bool) -> tuple[Document, ...]:
        followers = self._store.followers(batch.id)
        return (did_not_come_back_well if asked else came_back_unsealed)(batch, followers)

    async def _note_seen(self, batch: Batch) -> None:
        """Once everything of it that did not come back well is in a later batch. Whoever sent it knows."""
        rest = (*self._documents(batch, asked=False), *self._documents(batch, asked=True))
        if rest or any(one.outcome is Outcome.RESEALED and not one.is_good for one in batch.documents):
            return
        try:
            await self._decisions.note_seen(batch)
        except SavingProblem:
            log.exception("batch %s: that it was seen could not be noted", batch.id)

    async def _wants(self, batch: Batch, count: int) -> bool:
        title, text, verbs = asking_words(batch, count)
        return await dialogs.ask(self._window, title, text, verbs) == "again"

    async def _send(self, batch: Batch, documents: tuple[Document, ...], *, asked: bool) -> None:
        changed = await asyncio.to_thread(changed_since, documents)
        if changed:
            names = ", ".join(shown_name(one.name) for one in changed)
            text = tr(
                "Changed or deleted since the documents were sent: {names}. Nothing was sent now; add the "
                "documents to the list as they are now.",
                names=names,
            )
            self._window.show_banner(text, Tone.NEEDS)
            return
        session = self._sessions.session_for(batch)
        if session is None:
            await self._sign_in(batch)
            session = self._sessions.session_for(batch)
        if session is not None:
            await self._order(_following(batch, documents, session), session, asked=asked)

    async def _order(self, batch: Batch, session: Session, *, asked: bool) -> None:
        """The same content may be in a batch that was made meanwhile, or on another card."""
        placed = await self._batch_jobs.order([batch], session, None if asked else ())
        if placed.found:
            text = tr("These documents are in another batch of this process already. Nothing was sent.")
            self._window.show_banner(text, Tone.NEEDS)
            return
        self._window.board.reveal(batch.id)


def _following(batch: Batch, documents: tuple[Document, ...], session: Session) -> Batch:
    return new_batch(
        documents,
        batch.process,
        session.server,
        batch.save_to,
        datetime.now(UTC),
        delivery=batch.delivery,
        sent_by=sent_by(),
        connection_id=batch.connection_id,
        follows=batch.id,
    )


def asking_words(batch: Batch, count: int) -> tuple[str, str, list[tuple[str, str]]]:
    """Title, text and verbs of the question about documents that may be sealed."""
    text = trn(
        "It is not known whether {server} sealed it. If it did, “{process}” seals it a second time, "
        "and that may cost money again.",
        "It is not known whether {server} sealed them. If it did, “{process}” seals them a second "
        "time, and that may cost money again.",
        count,
        server=server_name(batch.server),
        process=translated(batch.process.label),
    )
    title = trn("Send %n document again?", "Send %n documents again?", count)
    verb = trn("Send %n document again", "Send %n documents again", count)
    return title, text, [("leave", tr("Leave it")), ("again", verb)]
