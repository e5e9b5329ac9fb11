"""The batches of the window and their jobs: which job runs which, and how one begins, goes on and ends.

On the GUI thread, which is the loop's. What the buttons of a card do: `batch_actions`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Coroutine, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.batch_claims import BatchClaims
from signdesk.desktop.batches.batch_sessions import BatchSessions
from signdesk.desktop.batches.card_texts import is_unconnected
from signdesk.domain.batch_summary import after_a_fault, once_stopped, what_is_safe
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.messages import join, msg
from signdesk.domain.servers import Server
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.batch_store import BatchStore
from signdesk.jobs.order_terms import held_for_another
from signdesk.jobs.recovery import Next, next_for
from signdesk.jobs.server_cleanup import is_left_behind
from signdesk.jobs.session import Session
from signdesk.storage.journal.journal_file import Placed

Change = Callable[[Batch], Batch]


def as_it_is(batch: Batch) -> Batch:
    """No decision."""
    return batch


@dataclass(frozen=True, slots=True)
class _Job:
    task: asyncio.Task[Batch]
    session: Session


class BatchJobs:
    """One job a batch at most, and none for a batch that `claims` does not give."""

    def __init__(
        self,
        tasks: TaskOwner,
        store: BatchStore,
        sessions: BatchSessions,
        claims: BatchClaims,
        journal: AsyncJournal,
    ) -> None:
        self._tasks = tasks
        self._store = store
        self._sessions = sessions
        self._claims = claims
        self._journal = journal
        self._jobs: dict[str, _Job] = {}
        self._left_behind: set[str] = set()

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
        self._claims.refuse_in_doubt(session.server)
        claimed: list[str] = []
        try:
            for one in batches:
                self._claims.claim_quietly(one)
                claimed.append(one.id)
            placed = await self._journal.order(batches, known, asks_for_older=asks_for_older)
        except BaseException:
            self._claims.release(claimed)
            raise
        if not placed.batches:
            self._claims.release(claimed)
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
            self._claims.refuse_in_doubt(batches[0].server)
        return await self._journal.look_before_order(batches, known, asks_for_older=asks_for_older)

    def go_on(self, batch: Batch, session: Session, change: Change = as_it_is) -> None:
        """A job for a batch from wherever it stands in the journal; `change` is what a person decided. What
        the session says of its server is taken up.
        """
        if self.is_running(batch) or not self._claims.claim(batch):
            return
        session.try_now()

        def changed(one: Batch) -> Batch:
            return self._sessions.taken_up(change(one), session)

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
        session = self._sessions.session_for(batch)
        if session is not None and not self.is_running(batch) and self._claims.claim(batch):
            self._begin(batch, session.leave(batch, message), session, before=batch)

    def keep_copy(self, batch: Batch) -> None:
        """Ends a saved batch whose copy on the server cannot be deleted now."""
        session = self._sessions.session_for(batch)
        if session is not None and not self.is_running(batch) and self._claims.claim(batch):
            self._begin(batch, session.keep_copy(batch), session, before=batch)

    async def withdraw(self, batch: Batch) -> bool:
        """Ends a held order; True where it ended and surely nothing was sealed. Raises SavingProblem."""
        if self.is_running(batch):
            return False
        with self._claims.deciding(batch) as may:
            return may and await self._withdraw(batch)

    def recover(self, batches: Iterable[Batch]) -> None:
        """Shows what an earlier run of the program left unfinished. `offer` makes it go on."""
        recovered = list(batches)
        self._left_behind = {one.id for one in recovered if is_left_behind(one) and not one.server.practice}
        self._store.put_all(recovered)

    def offer(self, session: Session) -> None:
        """Every shown batch of this session's server that waits for nothing else goes on."""
        for batch in self._of(session.server):
            if self.is_running(batch) or batch.reason is Reason.STOPPED_WAITING:
                continue
            if not self._sessions.is_for(batch, session):
                continue
            if next_for(self._sessions.taken_up(batch, session), session.credentials) is Next.GO_ON:
                self.go_on(batch, session)
        if self._left_behind and self._claims.in_doubt is None:
            self._tasks.start(self._clean_up(session), "remove what is left on the server")

    def stop_all_of(self, server: Server) -> None:
        """Cancels the jobs of a server that will not come back."""
        for batch in self._of(server):
            self.stop(batch)

    def waiting_for_sign_in(self, server: Server) -> int:
        """How many batches of this server go on as soon as somebody signs in."""
        held = [one for one in self._of(server) if one.reason is Reason.SIGN_IN or is_unconnected(one)]
        return sum(not self.is_running(one) for one in held)

    def is_running(self, batch: Batch) -> bool:
        """Whether its job is at work."""
        job = self._jobs.get(batch.id)
        return job is not None and not job.task.done()

    async def _clean_up(self, session: Session) -> None:
        """One quiet try for each batch of an earlier start that left something on this server."""
        for batch in self._store.batches():
            if batch.id not in self._left_behind or batch.server.base_url != session.server.base_url:
                continue
            if not self._sessions.is_for(batch, session):
                continue
            self._left_behind.discard(batch.id)
            if self._claims.claim_quietly(batch):
                try:
                    await session.clean_up(batch)
                finally:
                    self._claims.release([batch.id])

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
        self._claims.release([before.id])
        if task.cancelled() or task.exception() is not None:
            now = self._store.latest(shown)
            ended = _broken_off(before if now == shown else now, stopped=task.cancelled())
            self._store.put(ended)
            self._store.set_running(before.id, False)
            if ended.state is BatchState.STOPPED and not session.is_closing:
                self._tasks.start(self._journal.record(ended), "note that an order was stopped")
            return
        batch = task.result()
        self._store.set_running(batch.id, False)
        newest = self._sessions.newest(batch)
        refused = batch.reason is Reason.SIGN_IN and batch.held_at is not None
        if refused and newest is not None and newest is not session:  # a key was entered in the meantime
            self.go_on(batch, newest)

    async def _from_journal(self, batch: Batch, session: Session, change: Change) -> Batch:
        """Another process may have gone on with it since it was shown."""
        latest = await self._journal.latest(batch.id) or batch
        if latest.is_over:
            self._store.put(latest)
            return latest
        wanted = change(latest)
        held = await held_for_another(self._journal, wanted)
        if held is not None:
            self._store.put(held)
            return held
        return await session.sign(wanted)

    async def _withdraw(self, batch: Batch) -> bool:
        latest = await self._journal.latest(batch.id) or batch
        if latest.is_over or not latest.is_surely_unsealed:
            self._store.put(latest if latest.is_over else batch)
            return False
        held = latest if latest.held_at is not None else batch
        words = join(msg("Its documents were put back into the list."), what_is_safe(latest))
        session = self._sessions.session_for(batch)
        if session is not None:
            task = self._begin(batch, session.withdraw(held, words), session, before=batch)
            return (await asyncio.shield(task)).state is BatchState.STOPPED
        # Without a sign-in the server's copy stays; it was never accepted, so nothing becomes of it.
        left = (held.server_id,) if held.server_id else ()
        ids = (*held.abandoned_ids, *left)
        ended = held.resumed().transition(BatchState.STOPPED, message=words, abandoned_ids=ids)
        await self._journal.record(ended)
        self._store.put(ended)
        return True

    def _of(self, server: Server) -> list[Batch]:
        """Its batches that are not over."""
        left = [one for one in self._store.batches() if not one.is_over]
        return [one for one in left if self._sessions.resolved(one).server.base_url == server.base_url]


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
