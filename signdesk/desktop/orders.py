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
from signdesk.domain.batches import Batch
from signdesk.domain.documents import shown_name
from signdesk.domain.servers import Credentials, Server, SignIn
from signdesk.jobs.session import Session


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
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._open_session = open_session
        self._add_paths = add_paths
        self._sessions = sessions
        self._session_of: dict[str, Session] = {}
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
            "dismiss": lambda one: window.board.remove_batch(one.id),
        }
        self._after_a_question: dict[str, Callable[[Batch], Coroutine[Any, Any, None]]] = {
            "choose_folder": self._other_folder,
            "sign_in": self._sign_in,
            "start_again": self._start_again,
        }
        window.board.verb_wanted.connect(self._verb)

    def start(self, batch: Batch, session: Session) -> None:
        """A job for the batch, from wherever it stands."""
        self._session_of[batch.id] = session
        self._window.board.show_batch(batch)
        self._jobs[batch.id] = self._tasks.start(session.sign(batch), f"batch {batch.id}")

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
            work = self._session_of[batch.id].withdraw(batch, words)
            self._jobs[batch.id] = self._tasks.start(work, f"withdraw {batch.id}")
        self._window.show_pane("documents")

    def _again(self, batch: Batch) -> None:
        """With the newest sign-in for that server: a key entered in one card helps all."""
        if self._is_running(batch):
            return
        session = self._newest_session(batch)
        named = session.server
        server = replace(batch.server, sign_in=named.sign_in, api_key_header=named.api_key_header)
        self.start(batch.noting(server=server), session)

    def _newest_session(self, batch: Batch) -> Session:
        own = self._session_of[batch.id]
        same = [one for one in self._sessions() if one.server.base_url == batch.server.base_url]
        return same[-1] if same else own

    def _stop(self, batch: Batch) -> None:
        task = self._jobs.get(batch.id)
        if task is not None and not task.done() and not task.cancelling():
            task.cancel()

    def _leave(self, batch: Batch) -> None:
        if not self._is_running(batch):
            words = tr("It is not known whether sealing began. “Wait for it again” asks the server.")
            work = self._session_of[batch.id].leave(batch, words)
            self._jobs[batch.id] = self._tasks.start(work, f"leave {batch.id}")

    async def _other_folder(self, batch: Batch) -> None:
        folder = await dialogs.choose_folder(self._window, tr("Save to"), batch.save_to)
        if folder is not None and not self._is_running(batch):
            self.start(batch.noting(save_to=folder), self._session_of[batch.id])

    async def _sign_in(self, batch: Batch) -> None:
        kind = batch.server.sign_in if batch.server.sign_in is not SignIn.NONE else SignIn.API_KEY
        text = tr("The server refused the sign-in. What you enter is kept for this session only.")
        credentials = await dialogs.ask_credentials(self._window, tr("Sign in"), text, kind)
        if credentials is None or self._is_running(batch):
            return
        server = replace(batch.server, sign_in=kind)
        session = self._open_session(server, credentials)
        self.start(batch.noting(server=server), session)

    async def _start_again(self, batch: Batch) -> None:
        text = tr(
            "It is not known whether the first order reached the server. If it did, the documents may be "
            "sealed a second time, and that may cost money again."
        )
        verbs = (("leave", tr("Leave it for now")), ("again", tr("Start sealing again")))
        answer = await dialogs.ask(self._window, tr("Start sealing again?"), text, verbs)
        if answer == "again" and not self._is_running(batch):
            self.start(batch.ordered_again(), self._session_of[batch.id])

    def _is_running(self, batch: Batch) -> bool:
        task = self._jobs.get(batch.id)
        return task is not None and not task.done()


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
