"""The batches of the window and their jobs: which job runs which, and how one begins, goes on and ends.

On the GUI thread, which is the loop's. What the buttons of a card do: `batch_actions`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.card_texts import is_unconnected
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import join, msg
from signdesk.domain.receipt_page import ENGLISH, PageLanguage
from signdesk.domain.safety import after_a_fault, once_stopped, what_is_safe
from signdesk.domain.servers import Credentials, Server, SignIn
from signdesk.jobs.acceptance import accept_document, can_be_accepted, note_seen
from signdesk.jobs.batch_store import BatchStore
from signdesk.jobs.connection_service import ConnectionService, as_set_up, was_refused
from signdesk.jobs.notes import Notes
from signdesk.jobs.order_terms import held_for_another, sent_by
from signdesk.jobs.pacing import SystemClock
from signdesk.jobs.recovery import Next, next_for
from signdesk.jobs.release import can_be_released, release_batch
from signdesk.jobs.server_cleanup import is_left_behind
from signdesk.jobs.session import Session
from signdesk.storage.journal import Placed
from signdesk.storage.ownership import Ownership

Change = Callable[[Batch], Batch]


def as_it_is(batch: Batch) -> Batch:
    """No decision."""
    return batch


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person must say before anything of a real server goes on. `words`: what is to be done
    first; `tell` shows the question.
    """

    words: str
    tell: Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Job:
    task: asyncio.Task[Batch]
    session: Session


class BatchJobs:
    """`open_session` is called for a server that needs no sign-in, and gives None where a secret of the way
    there is to be fetched first; `sessions` are all that were opened, the newest last;
    `connection_of` gives the id of the connection that one belongs to, or "". `doubted` is called whenever
    `in_doubt` was set.
    """

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        store: BatchStore,
        *,
        open_session: Callable[[Server, Credentials], Session | None],
        sessions: Callable[[], Sequence[Session]],
        connection_of: Callable[[Session], str],
        notes: Notes,
        ownership: Ownership,
        connections: ConnectionService,
        doubted: Callable[[], object] = lambda: None,
        page_language: PageLanguage = ENGLISH,
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._store = store
        self._open_session = open_session
        self._sessions = sessions
        self._connection_of = connection_of
        self._notes = notes
        self._ownership = ownership
        self._connections = connections
        self._page_language = page_language
        self._jobs: dict[str, _Job] = {}
        self._withdrawing: set[str] = set()
        self._left_behind: set[str] = set()
        self._in_doubt: Doubt | None = None
        self._doubted = doubted

    @property
    def in_doubt(self) -> Doubt | None:
        """What a person must say first; nothing of a real server goes on meanwhile."""
        return self._in_doubt

    @in_doubt.setter
    def in_doubt(self, doubt: Doubt | None) -> None:
        self._in_doubt = doubt
        self._doubted()

    async def order(
        self,
        batches: Sequence[Batch],
        session: Session,
        known: Collection[str] | None = (),
        *,
        asks_for_older: bool = False,
    ) -> Placed:
        """Jobs for the new batches of one order. Where other batches hold its documents (`found`) or, with
        `asks_for_older`, where some are older than the loss of a journal (`older`), nothing is noted or
        begun; `known`: contents that are ordered knowingly all the same, None: all.
        Raises SavingProblem, and then nothing has begun.
        """
        self._refuse_in_doubt(session.server)
        claimed: list[str] = []
        try:
            for one in batches:
                self._ownership.claim(one.id)
                claimed.append(one.id)
            placed = await self._notes.order(batches, known, asks_for_older=asks_for_older)
        except BaseException:
            self._let_go(claimed)
            raise
        if not placed.batches:
            self._let_go(claimed)
        for one in placed.batches:
            self._begin(one, session.sign(one), session, before=one)
        return placed

    async def look_before_order(
        self, batches: Sequence[Batch], known: Collection[str] | None = (), *, asks_for_older: bool = False
    ) -> Placed:
        """What would hold back an order of these batches now, as in `order`, which raises the same; nothing
        is noted.
        """
        if batches:
            self._refuse_in_doubt(batches[0].server)
        return await self._notes.look_before_order(batches, known, asks_for_older=asks_for_older)

    def go_on(self, batch: Batch, session: Session, change: Change = as_it_is) -> None:
        """A job for a batch from wherever it stands in the journal; `change` is what a person decided. What
        the session says of its server is taken up.
        """
        if self.is_running(batch) or not self._claim(batch):
            return
        session.try_now()

        def changed(one: Batch) -> Batch:
            return self._taking_up(change(one), session)

        shown = changed(batch)
        shown = shown.resumed() if shown.held_at is not None else shown
        self._begin(shown, self._from_journal(batch, session, changed), session, before=batch)

    def try_now(self, batch: Batch) -> None:
        """Ends the pause of a batch whose job waits for the server."""
        if self.is_running(batch):
            self._jobs[batch.id].session.try_now()

    def stop(self, batch: Batch) -> bool:
        """Cancels the job; False where there is none, or where it is ending already."""
        job = self._jobs.get(batch.id)
        if job is None or job.task.done() or job.task.cancelling():
            return False
        return job.task.cancel()

    def leave(self, batch: Batch, message: str) -> None:
        """Puts a question about a held batch off."""
        session = self.session_for(batch)
        if session is not None and not self.is_running(batch) and self._claim(batch):
            self._begin(batch, session.leave(batch, message), session, before=batch)

    def keep_copy(self, batch: Batch) -> None:
        """Ends a saved batch whose copy on the server cannot be deleted now."""
        session = self.session_for(batch)
        if session is not None and not self.is_running(batch) and self._claim(batch):
            self._begin(batch, session.keep_copy(batch), session, before=batch)

    async def release(self, batch: Batch) -> None:
        """Saves a result that was put aside, as it is; no server is asked. Raises SavingProblem."""
        if batch.id in self._withdrawing or self.is_running(batch) or not self._claim(batch):
            return
        self._withdrawing.add(batch.id)
        try:
            latest = await self._notes.latest(batch.id) or batch
            if can_be_released(latest):
                latest = await release_batch(latest, self._notes, SystemClock(), language=self._page_language)
            self._store.put(latest)
        finally:
            self._withdrawing.discard(batch.id)
            self._ownership.release(batch.id)

    async def accept(self, batch: Batch, place: int) -> Batch:
        """Notes that a person accepts what the server changed in one document. Raises SavingProblem."""

        async def accepted(latest: Batch) -> Batch:
            if not can_be_accepted(latest, place):
                return latest
            clock, language = SystemClock(), self._page_language
            return await accept_document(latest, place, sent_by(), self._notes, clock, language=language)

        return await self._noted(batch, accepted)

    async def note_seen(self, batch: Batch) -> Batch:
        """Notes that a person knows that a batch is not complete. Raises SavingProblem."""

        async def seen(latest: Batch) -> Batch:
            if not latest.wants_a_look:
                return latest
            language = self._page_language
            return await note_seen(latest, sent_by(), self._notes, SystemClock(), language=language)

        return await self._noted(batch, seen)

    async def _noted(self, batch: Batch, note: Callable[[Batch], Awaitable[Batch]]) -> Batch:
        """What `note` makes of the batch as the journal has it, shown on its card."""
        if batch.id in self._withdrawing or not self._claim(batch):
            return batch
        self._withdrawing.add(batch.id)
        try:
            latest = await note(await self._notes.latest(batch.id) or batch)
            self._store.put(latest)
            return latest
        finally:
            self._withdrawing.discard(batch.id)
            self._ownership.release(batch.id)

    async def withdraw(self, batch: Batch) -> bool:
        """Ends a held order; True where it ended and surely nothing was sealed. Raises SavingProblem."""
        if batch.id in self._withdrawing or self.is_running(batch) or not self._claim(batch):
            return False
        self._withdrawing.add(batch.id)
        try:
            return await self._withdraw(batch)
        finally:
            self._withdrawing.discard(batch.id)
            self._ownership.release(batch.id)

    def recover(self, batches: Iterable[Batch]) -> None:
        """Shows what an earlier run of the program left in the journal. `offer` makes it go on."""
        recovered = list(batches)
        self._left_behind = {one.id for one in recovered if is_left_behind(one) and not one.server.practice}
        self._store.put_all(recovered)

    def offer(self, session: Session) -> None:
        """Every shown batch of this session's server that waits for nothing else goes on."""
        for batch in self._of(session.server):
            if self.is_running(batch) or batch.reason is Reason.STOPPED_WAITING:
                continue
            if not self._is_for(batch, session):
                continue
            if next_for(self._taking_up(batch, session), session.credentials) is Next.GO_ON:
                self.go_on(batch, session)
        if self._left_behind and self.in_doubt is None:
            self._tasks.start(self._clean_up(session), "remove what is left on the server")

    def stop_all_of(self, server: Server) -> None:
        """Cancels the jobs of a server that will not come back."""
        for batch in self._of(server):
            self.stop(batch)

    def session_for(self, batch: Batch) -> Session | None:
        """The newest sign-in for the batch's server: a key entered in one card helps all. None also where its
        connection leads elsewhere now, which only a person can decide about. What is sent again of one that
        is over is a new order, which goes where the connection leads.
        """
        if batch.is_over:
            return self.session_to(self._connections.resolve(batch, to_new_address=True))
        return None if self._connections.new_address(batch) else self.session_to(self.resolved(batch))

    def session_to(self, batch: Batch) -> Session | None:
        """The same for a batch as it is to go on, at the address that it has."""
        if (newest := self._newest(batch)) is not None:
            return newest
        if batch.server.sign_in is SignIn.NONE and not was_refused(batch):
            return self._open_session(batch.server, Credentials())
        return None

    def resolved(self, batch: Batch) -> Batch:
        """With its server as it is set up now."""
        return self._connections.resolve(batch)

    def waiting_for_sign_in(self, server: Server) -> int:
        """How many batches of this server go on as soon as somebody signs in."""
        held = [one for one in self._of(server) if one.reason is Reason.SIGN_IN or is_unconnected(one)]
        return sum(not self.is_running(one) for one in held)

    def is_elsewhere(self, batch: Batch) -> bool:
        """Another running SignDesk is at work on it."""
        return not batch.is_over and self._ownership.owner_of(batch.id) is not None

    def is_running(self, batch: Batch) -> bool:
        """Whether its job is at work."""
        job = self._jobs.get(batch.id)
        return job is not None and not job.task.done()

    def _refuse_in_doubt(self, server: Server) -> None:
        if self.in_doubt is not None and not server.practice:
            raise InputProblem(self.in_doubt.words)

    def _let_go(self, batch_ids: Iterable[str]) -> None:
        for one in batch_ids:
            self._ownership.release(one)

    async def _clean_up(self, session: Session) -> None:
        """One quiet try for each batch of an earlier start that left something on this server."""
        for batch in self._store.batches():
            if batch.id not in self._left_behind or batch.server.base_url != session.server.base_url:
                continue
            if not self._is_for(batch, session):
                continue
            self._left_behind.discard(batch.id)
            if self._ownership.claim(batch.id):
                try:
                    await session.clean_up(batch)
                finally:
                    self._ownership.release(batch.id)

    def _begin(
        self, shown: Batch, work: Coroutine[Any, Any, Batch], session: Session, *, before: Batch
    ) -> asyncio.Task[Batch]:
        """`before`: the batch without this job, as it is shown again where the job ends before it has said
        anything.
        """
        self._store.set_running(shown.id, True)
        self._store.put(shown)
        task = self._tasks.start(work, f"batch {shown.id}")
        self._jobs[shown.id] = _Job(task, session)
        task.add_done_callback(lambda ended: self._ended(ended, session, shown, before))
        return task

    def _ended(self, task: asyncio.Task[Batch], session: Session, shown: Batch, before: Batch) -> None:
        self._ownership.release(before.id)
        if task.cancelled() or task.exception() is not None:
            now = self._store.latest(shown)
            ended = _broken_off(before if now == shown else now, stopped=task.cancelled())
            self._store.put(ended)
            self._store.set_running(before.id, False)
            if ended.state is BatchState.STOPPED and not session.is_closing:
                self._tasks.start(self._notes.record(ended), "note that an order was stopped")
            return
        batch = task.result()
        self._store.set_running(batch.id, False)
        newest = self._newest(batch)
        refused = batch.reason is Reason.SIGN_IN and batch.held_at is not None
        if refused and newest is not None and newest is not session:  # a key was entered in the meantime
            self.go_on(batch, newest)

    async def _from_journal(self, batch: Batch, session: Session, change: Change) -> Batch:
        """Another process may have gone on with it since it was shown."""
        latest = await self._notes.latest(batch.id) or batch
        if latest.is_over:
            self._store.put(latest)
            return latest
        wanted = change(latest)
        held = await held_for_another(self._notes, wanted)
        if held is not None:
            self._store.put(held)
            return held
        return await session.sign(wanted)

    async def _withdraw(self, batch: Batch) -> bool:
        latest = await self._notes.latest(batch.id) or batch
        if latest.is_over or not latest.is_surely_unsealed:
            self._store.put(latest if latest.is_over else batch)
            return False
        held = latest if latest.held_at is not None else batch
        words = join(msg("Its documents were put back into the list."), what_is_safe(latest))
        session = self.session_for(batch)
        if session is not None:
            task = self._begin(batch, session.withdraw(held, words), session, before=batch)
            return (await asyncio.shield(task)).state is BatchState.STOPPED
        # Without a sign-in the server's copy stays; it was never accepted, so nothing becomes of it.
        left = (held.server_id,) if held.server_id else ()
        ids = (*held.abandoned_ids, *left)
        ended = held.resumed().transition(BatchState.STOPPED, message=words, abandoned_ids=ids)
        await self._notes.record(ended)
        self._store.put(ended)
        return True

    def _claim(self, batch: Batch) -> bool:
        if self.in_doubt is not None and not batch.server.practice:
            self.in_doubt.tell()
            return False
        if self._ownership.claim(batch.id):
            return True
        who = self._ownership.owner_of(batch.id) or tr("another SignDesk")
        self._window.show_banner(tr("This batch is in use by {who}, and goes on there.", who=who))
        return False

    def _of(self, server: Server) -> list[Batch]:
        """Its batches that are not over."""
        left = [one for one in self._store.batches() if not one.is_over]
        return [one for one in left if self.resolved(one).server.base_url == server.base_url]

    def _newest(self, batch: Batch) -> Session | None:
        """At the batch's address. One that signs in as its connection says goes first; one that signs in
        otherwise is of no use where that was refused.
        """
        same = [
            one
            for one in self._sessions()
            if one.server.base_url == batch.server.base_url and self._is_for(batch, one)
        ]
        connection = self._connections.connection_of(batch)
        if connection is None or connection.server.sign_in is SignIn.NONE:
            return same[-1] if same else None
        fitting = [one for one in same if _signs_in_alike(one.server, connection.server)]
        usable = fitting or ([] if was_refused(batch) else same)
        return usable[-1] if usable else None

    def _is_for(self, batch: Batch, session: Session) -> bool:
        """Not where each belongs to a connection of its own: two keys for one server stay apart."""
        connection, own = self._connections.connection_of(batch), self._connection_of(session)
        return connection is None or connection.id != batch.connection_id or own in ("", connection.id)

    def _taking_up(self, batch: Batch, session: Session) -> Batch:
        named = session.server
        server = replace(as_set_up(batch.server, named), label=named.label or batch.server.label)
        return batch.replace(server=server, connection_id=self.resolved(batch).connection_id)


def _broken_off(batch: Batch, *, stopped: bool) -> Batch:
    """As it stands after a job that died: stopped twice, or by a mistake of ours."""
    if batch.is_over or batch.held_at is not None:
        return batch
    if not stopped:
        return batch.held(BatchState.WAITING, Reason.FAULT, after_a_fault(batch))
    words = once_stopped(batch)
    if batch.state is BatchState.READY:  # its job has done nothing yet
        return batch.transition(BatchState.STOPPED, message=words)
    return batch.held(BatchState.WAITING, Reason.STOPPED_WAITING, words)


def _signs_in_alike(one: Server, other: Server) -> bool:
    return (one.sign_in, one.api_key_header) == (other.sign_in, other.api_key_header)
