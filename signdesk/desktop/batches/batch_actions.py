"""What the buttons of a card do. On the GUI thread; everything with a job in it is `batch_jobs`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.available_actions import to_put_back
from signdesk.desktop.batches.batch_decisions import BatchDecisions
from signdesk.desktop.batches.batch_jobs import BatchJobs
from signdesk.desktop.batches.batch_sessions import BatchSessions
from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.batches.removals import BatchRemovals
from signdesk.desktop.batches.support_text import support_text
from signdesk.desktop.i18n.language import joined, tr, trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.desktop.toolkit.accessibility import is_in_sight
from signdesk.domain.batches import Batch
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import SavingProblem
from signdesk.domain.messages import msg
from signdesk.domain.reports import is_readable, reports_of
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.batch_store import BatchStore
from signdesk.jobs.recovery import ordered
from signdesk.jobs.report_files import report_file
from signdesk.platform import shell_open

_ORDERING = frozenset(
    ["try_again", "choose_folder", "sign_in", "start_again", "send_again", "ask_again", "order_again"]
)
LONGEST_NAME = 120
SendAgain = Callable[..., Coroutine[Any, Any, None]]


class BatchActions:
    """`sign_in` gets a batch to go on that has no sign-in, `send_again` orders what did not come back sealed,
    `compare` shows pages side by side, `add_paths` puts documents into the list.

    `work`: a private folder for temporary copies.
    """

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        store: BatchStore,
        jobs: BatchJobs,
        sessions: BatchSessions,
        decisions: BatchDecisions,
        *,
        sign_in: Callable[[Batch], Coroutine[Any, Any, None]],
        send_again: SendAgain,
        compare: Callable[[Batch, Path], Coroutine[Any, Any, None]],
        add_paths: Callable[[Iterable[Path]], None],
        journal: AsyncJournal,
        removals: BatchRemovals,
        work: Path,
    ) -> None:
        self._window = window
        self._store = store
        self._tasks = tasks
        self._batch_jobs = jobs
        self._sessions = sessions
        self._decisions = decisions
        self._sign_in = sign_in
        self._show_pages = compare
        self._add_paths = add_paths
        self._journal = journal
        self._removals = removals
        self._work = work
        self._at_once: dict[str, Callable[[Batch], None]] = {
            "copy_path": self._copy_path,
            "copy_support": lambda one: self._copy(one, support_text(one)),
            "try_again": self._again,
            "stop_waiting": self._stop,
            "leave": self._leave,
            "keep_copy": jobs.keep_copy,
        }
        self._in_a_task: dict[str, Callable[[Batch], Coroutine[Any, Any, None]]] = {
            "show_in_folder": lambda one: self._open(one.saved_to, shell_open.reveal),
            "open": lambda one: self._open(one.saved_to, shell_open.open_file),
            "open_unpacked": lambda one: self._open(one.unpacked_to, shell_open.open_file),
            "open_receipt": lambda one: self._open(one.receipts[0], shell_open.open_file),
            "open_report": self._open_report,
            "compare": self._compare,
            "show_quarantine": lambda one: self._open(one.quarantined_to, shell_open.reveal),
            "send_others": self._put_back,
            "send_again": lambda one: send_again(one, asked=False),
            "ask_again": lambda one: send_again(one, asked=True),
            "choose_folder": self._other_folder,
            "sign_in": sign_in,
            "start_again": self._start_again,
            "order_again": self._order_again,
            "dismiss": self._forget,
            "remove": self._remove,
            "save_anyway": self._save_anyway,
            "seen": self._seen,
            "rename": self._rename,
        }
        window.board.verb_requested.connect(self._verb)

    def open_file(self, path: Path) -> None:
        """A document of the list, with the system's program for it."""
        self._tasks.start(self._open(path, shell_open.open_file), "open a document")

    def show_file(self, path: Path) -> None:
        """A document of the list, in the file manager."""
        self._tasks.start(self._open(path, shell_open.reveal), "show a document")

    def _verb(self, batch_id: str, verb: str) -> None:
        batch = self._store.get(batch_id)
        if batch is None or (verb in _ORDERING and not is_in_sight(self._window.board)):
            return
        if verb in self._at_once:
            self._at_once[verb](batch)
        elif verb in self._in_a_task:
            self._tasks.start(self._in_a_task[verb](batch), f"{verb} {batch_id}")

    # ---- going on, stopping -----------------------------------------------------------------------------

    def _again(self, batch: Batch) -> None:
        if self._batch_jobs.is_running(batch):
            self._batch_jobs.try_now(batch)
            self._say(batch, tr("Trying the server now…"))
            return
        session = self._sessions.session_for(batch)
        if session is None:
            self._tasks.start(self._sign_in(batch), f"sign in for {batch.id}")
            return
        self._batch_jobs.go_on(batch, session)

    def _stop(self, batch: Batch) -> None:
        if self._batch_jobs.stop(batch):
            self._say(batch, tr("Stopping…"))

    def _leave(self, batch: Batch) -> None:
        words = msg("It is not known whether sealing began. The server can be asked once more.")
        self._batch_jobs.leave(batch, words)

    async def _other_folder(self, batch: Batch) -> None:
        folder = await dialogs.choose_folder(self._window, tr("Save to"), batch.save_to)
        session = self._sessions.session_for(batch)
        if folder is not None and session is not None:
            self._batch_jobs.go_on(batch, session, lambda one: one.replace(save_to=folder, mount=None))

    async def _save_anyway(self, batch: Batch) -> None:
        """The reason against it stands in the card, beside the button."""
        try:
            await self._decisions.release(batch)
        except SavingProblem as problem:
            self._say(batch, str(problem))

    async def _seen(self, batch: Batch) -> None:
        """What is not complete stays so, and asks for nobody any more."""
        try:
            await self._decisions.note_seen(batch)
        except SavingProblem as problem:
            self._say(batch, tr("This could not be saved: {why}", why=str(problem)))

    async def _start_again(self, batch: Batch) -> None:
        text = tr(
            "It is not known whether the first order reached the server. If it did, the documents may be "
            "sealed a second time, and that may cost money again."
        )
        verbs = (("leave", tr("Leave it for now")), ("again", tr("Start sealing again")))
        answer = await dialogs.ask(self._window, tr("Start sealing again?"), text, verbs)
        session = self._sessions.session_for(batch)
        if answer == "again" and session is not None:
            self._batch_jobs.go_on(batch, session, lambda one: ordered(one, accept_again=True))

    async def _order_again(self, batch: Batch) -> None:
        text = tr(
            "Another batch holds documents of this one. If both go on, these documents are sealed twice, "
            "and that may cost money twice."
        )
        verbs = (("leave", tr("Leave it for now")), ("again", tr("Go on anyway")))
        answer = await dialogs.ask(self._window, tr("Send these documents a second time?"), text, verbs)
        session = self._sessions.session_for(batch)
        if answer == "again" and session is not None:
            self._batch_jobs.go_on(batch, session, lambda one: one.replace(meant_again=True))

    async def _rename(self, batch: Batch) -> None:
        title = tr("What should this batch be called?")
        text = tr("The name is for you; the server and the saved files do not get it.")
        name = await dialogs.ask_text(self._window, title, text, batch.name, longest=LONGEST_NAME)
        if name is not None:
            await self._journal.rename(batch.id, name)
            self._store.rename(batch.id, name)

    # ---- leaving the list -------------------------------------------------------------------------------

    async def _put_back(self, batch: Batch) -> None:
        """Back to the list, read afresh; an order that had not begun ends here first."""
        if not batch.is_over and not await self._batch_jobs.withdraw(batch):
            return
        documents = to_put_back(batch)
        self._add_paths(one.path for one in documents)
        text = trn(
            "%n document of “{process}” is back in the list.",
            "%n documents of “{process}” are back in the list.",
            len(documents),
            process=batch.process.label,
        )
        self._window.show_note(text)
        self._window.board.mark_put_back(batch.id)
        self._say(batch, tr("The documents are back in the list"))
        self._window.show_pane("documents")

    async def _remove(self, batch: Batch) -> None:
        """After a question, since nobody knows for sure whether it was sealed."""
        verbs = (("keep", tr("Keep it in the list")), ("remove", tr("Remove from list")))
        title = tr("Remove “{process}” from the list?", process=batch.process.label)
        text, detail = _what_stays(batch), support_text(batch)
        if await dialogs.ask(self._window, title, text, verbs, detail=detail) == "remove":
            await self._forget(batch)

    async def _forget(self, batch: Batch) -> None:
        """Out of sight. Its row stays in the journal, where "already sealed" looks."""
        if not self._batch_jobs.is_running(batch):
            await self._journal.forget(batch.id)
            self._store.remove([batch.id])
            self._removals.offer_undo([batch])

    # ---- files and the clipboard ------------------------------------------------------------------------

    async def _open(self, path: Path | None, hand_over: Callable[[Path], Awaitable[bool]]) -> None:
        if path is None:
            return
        name = shown_name(str(path))
        if not await asyncio.to_thread(path.exists):
            text = tr("There is nothing at {path} any more. It was moved, renamed or deleted.", path=name)
        elif not await hand_over(path):
            text = tr("No program on this computer could open it. It is here: {path}", path=name)
        else:
            return
        self._window.show_banner(text, Tone.NEEDS, tr("Copy path"), lambda: self._copied(name))

    async def _open_report(self, batch: Batch) -> None:
        """The only one, or the one that is chosen. What no reader is known for is shown in its folder."""
        reports = reports_of(batch)
        chosen: int | None = 0
        if len(reports) > 1:
            text = tr("They came back with the documents and lie in the saved ZIP.")
            names = [shown_name(one.name) for one in reports]
            chosen = await dialogs.choose_one(self._window, tr("Reports of the server"), text, names)
        if chosen is None:
            return
        report = reports[chosen]
        path = await asyncio.to_thread(report_file, batch, report, self._work)
        await self._open(path, shell_open.open_file if is_readable(report) else shell_open.reveal)

    async def _compare(self, batch: Batch) -> None:
        try:
            await self._show_pages(batch, self._work)
        except SavingProblem:
            self._say(batch, tr("The saved ZIP was moved or changed, so it cannot be shown."))

    def _copied(self, text: str) -> None:
        _copy(text)
        self._window.show_banner(tr("Copied: {what}", what=text), Tone.DONE)

    def _copy_path(self, batch: Batch) -> None:
        self._copy(batch, shown_name(str(batch.saved_to or batch.quarantined_to or "")))

    def _copy(self, batch: Batch, text: str) -> None:
        _copy(text)
        self._say(batch, tr("Copied"))

    def _say(self, batch: Batch, text: str) -> None:
        if (card := self._window.board.card(batch.id)) is not None:
            card.say(text)


def _what_stays(batch: Batch) -> str:
    """What is lost by removing it from the list: nothing, and where everything is."""
    told = []
    if batch.quarantined_to is not None:
        path = shown_name(str(batch.quarantined_to))
        told.append(tr("What came back stays in {path}.", path=path))
    if batch.server_id:
        number = tr(
            "On the server it is batch {number}, which SignDesk leaves there.", number=batch.server_id
        )
        told.append(number)
    if not batch.is_surely_unsealed:
        told.append(tr("The server was told to seal it, so its documents may be sealed."))
    told.append(tr("Your own documents stay as they are, and SignDesk still knows of this batch."))
    return joined(" ", *told)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
