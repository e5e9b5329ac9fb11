"""The batches of the window: which job runs which, and what the buttons of a card do.

On the GUI thread, which is the loop's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication

from signdesk.desktop import dialogs, opening
from signdesk.desktop.language import tr
from signdesk.desktop.main_window import MainWindow
from signdesk.desktop.tasks import TaskOwner
from signdesk.desktop.verbs import support_text, to_send_again
from signdesk.domain.batches import Batch, Reason
from signdesk.domain.documents import shown_name
from signdesk.domain.servers import Credentials, Server, SignIn
from signdesk.jobs.notes import Notes
from signdesk.jobs.recovery import Next, next_for, ordered
from signdesk.jobs.session import Session
from signdesk.storage.ownership import Ownership

Change = Callable[[Batch], Batch]


def as_it_is(batch: Batch) -> Batch:
    """No decision."""
    return batch


class Orders:
    """`open_session` is called when new credentials are entered, `add_paths` puts documents into the list;
    `sessions` are all that were opened, the newest last.
    """

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        *,
        open_session: Callable[[Server, Credentials], Session],
        add_paths: Callable[[Iterable[Path]], None],
        sessions: Callable[[], Sequence[Session]],
        notes: Notes,
        ownership: Ownership,
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._open_session = open_session
        self._add_paths = add_paths
        self._sessions = sessions
        self._notes = notes
        self._ownership = ownership
        self._jobs: dict[str, asyncio.Task[Batch]] = {}
        self._at_once: dict[str, Callable[[Batch], None]] = {
            "show_in_folder": lambda one: opening.reveal(one.saved_to),
            "open": lambda one: opening.open_file(one.saved_to),
            "show_quarantine": lambda one: opening.reveal(one.quarantined_to),
            "copy_path": lambda one: _copy(shown_name(str(one.saved_to or ""))),
            "copy_support": lambda one: _copy(support_text(one)),
            "send_others": self._send_others,
            "try_again": self._again,
            "stop_waiting": self._stop,
            "leave": self._leave,
            "dismiss": self._dismiss,
        }
        self._after_a_question: dict[str, Callable[[Batch], Coroutine[Any, Any, None]]] = {
            "choose_folder": self._other_folder,
            "sign_in": self._sign_in,
            "start_again": self._start_again,
        }
        window.board.verb_wanted.connect(self._verb)

    def start(self, batch: Batch, session: Session) -> None:
        """A job for a new batch."""
        self._ownership.claim(batch.id)
        self._begin(batch, session.sign(batch))

    def go_on(self, batch: Batch, session: Session, change: Change = as_it_is) -> None:
        """A job for a batch from wherever it stands in the journal; `change` is what a person decided."""
        if self._is_running(batch):  # it waits for the server by itself
            session.try_now()
            return
        if not self._ownership.claim(batch.id):
            who = self._ownership.owner_of(batch.id) or tr("another SignDesk")
            self._window.show_banner(tr("This batch is with {who}, which goes on with it.", who=who))
            return
        session.try_now()
        self._begin(batch, self._from_journal(batch, session, change))

    def recover(self, batches: Iterable[Batch]) -> None:
        """Shows what an earlier run of the program left in the journal. `offer` makes it go on."""
        self._window.board.show_batches(batches)

    def offer(self, session: Session) -> None:
        """Every shown batch of this session's server that waits for nothing else goes on."""
        for batch in self._window.board.batches():
            mine = batch.server.base_url == session.server.base_url and not batch.is_over
            if mine and not self._is_running(batch) and not _stopped_by_a_person(batch):
                server = _signed_in(batch, session)
                if next_for(batch.noting(server=server), session.credentials) is Next.GO_ON:
                    self.go_on(batch, session, lambda one: one.noting(server=_signed_in(one, session)))

    def _begin(self, batch: Batch, work: Coroutine[Any, Any, Batch]) -> None:
        self._window.board.show_batch(batch)
        task = self._tasks.start(work, f"batch {batch.id}")
        task.add_done_callback(lambda _: self._ownership.release(batch.id))
        self._jobs[batch.id] = task

    async def _from_journal(self, batch: Batch, session: Session, change: Change) -> Batch:
        """Another process may have gone on with it since it was shown."""
        latest = await self._notes.latest(batch.id) or batch
        if latest.is_over:
            self._window.board.show_batch(latest)
            return latest
        return await session.sign(change(latest))

    def _session_for(self, batch: Batch) -> Session | None:
        """The newest sign-in for the batch's server: a key entered in one card helps all."""
        same = [one for one in self._sessions() if one.server.base_url == batch.server.base_url]
        if same:
            return same[-1]
        if batch.server.sign_in is SignIn.NONE:
            return self._open_session(batch.server, Credentials())
        return None

    def _dismiss(self, batch: Batch) -> None:
        self._window.board.remove_batch(batch.id)
        self._tasks.start(self._notes.forget(batch.id), f"forget {batch.id}")

    def is_elsewhere(self, batch: Batch) -> bool:
        """Another running SignDesk is at work on it."""
        return not batch.is_over and self._ownership.owner_of(batch.id) is not None

    def under_way(self) -> list[Batch]:
        """Those with a running job."""
        return [one for one in self._window.board.batches() if self._is_running(one)]

    def _verb(self, batch_id: str, verb: str) -> None:
        batch = self._window.board.batch(batch_id)
        if batch is None:
            return
        if verb in self._at_once:
            self._at_once[verb](batch)
        elif verb in self._after_a_question:
            self._tasks.start(self._after_a_question[verb](batch), f"{verb} {batch_id}")

    def _send_others(self, batch: Batch) -> None:
        """Back to the list, read afresh; an order that had not begun ends here."""
        self._add_paths(one.path for one in to_send_again(batch))
        if batch.held_at is not None and batch.is_surely_unsealed and not self._is_running(batch):
            words = tr("Its documents were put back into the list. Nothing was sealed.")
            session = self._session_for(batch)
            if session is not None and self._ownership.claim(batch.id):
                self._begin(batch, session.withdraw(batch, words))
        self._window.show_pane("documents")

    def _again(self, batch: Batch) -> None:
        session = self._session_for(batch)
        if session is None:
            self._tasks.start(self._sign_in(batch), f"sign in for {batch.id}")
            return
        self.go_on(batch, session, lambda one: one.noting(server=_signed_in(one, session)))

    def _stop(self, batch: Batch) -> None:
        task = self._jobs.get(batch.id)
        if task is not None and not task.done() and not task.cancelling():
            task.cancel()

    def _leave(self, batch: Batch) -> None:
        if not self._is_running(batch):
            words = tr("It is not known whether sealing began. “Wait for it again” asks the server.")
            session = self._session_for(batch)
            if session is not None and self._ownership.claim(batch.id):
                self._begin(batch, session.leave(batch, words))

    async def _other_folder(self, batch: Batch) -> None:
        folder = await dialogs.choose_folder(self._window, tr("Save to"), batch.save_to)
        session = self._session_for(batch)
        if folder is not None and session is not None:
            self.go_on(batch, session, lambda one: one.noting(save_to=folder))

    async def _sign_in(self, batch: Batch) -> None:
        kind = batch.server.sign_in if batch.server.sign_in is not SignIn.NONE else SignIn.API_KEY
        text = tr("The server refused the sign-in. What you enter is kept for this session only.")
        credentials = await dialogs.ask_credentials(self._window, tr("Sign in"), text, kind)
        if credentials is None:
            return
        session = self._open_session(replace(batch.server, sign_in=kind), credentials)
        self.go_on(batch, session, lambda one: one.noting(server=_signed_in(one, session)))
        self.offer(session)

    async def _start_again(self, batch: Batch) -> None:
        text = tr(
            "It is not known whether the first order reached the server. If it did, the documents may be "
            "sealed a second time, and that may cost money again."
        )
        verbs = (("leave", tr("Leave it for now")), ("again", tr("Start sealing again")))
        answer = await dialogs.ask(self._window, tr("Start sealing again?"), text, verbs)
        session = self._session_for(batch)
        if answer == "again" and session is not None:
            self.go_on(batch, session, lambda one: ordered(one, accept_again=True))

    def _is_running(self, batch: Batch) -> bool:
        task = self._jobs.get(batch.id)
        return task is not None and not task.done()


def _signed_in(batch: Batch, session: Session) -> Server:
    """The batch's server with the sign-in of the session; what was learned of its dialect stays."""
    named = session.server
    return replace(batch.server, sign_in=named.sign_in, api_key_header=named.api_key_header)


def _stopped_by_a_person(batch: Batch) -> bool:
    return batch.reason is Reason.STOPPED_WAITING


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
