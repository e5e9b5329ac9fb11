"""What is looked at again of documents that are in the list: their files, the server's limits, the folder,
and whether the process has had them before. On the GUI thread; files are read in worker threads.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.card_texts import older_than_loss, sealed_before
from signdesk.desktop.documents.settling import Conditions
from signdesk.desktop.documents.values import SealedRemark, SealRequest
from signdesk.desktop.i18n.language import trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.connections import Limits
from signdesk.domain.documents import Document, shown_name
from signdesk.domain.errors import SavingProblem
from signdesk.domain.servers import ProcessKind, Server
from signdesk.jobs.accept_step import room_needed_bytes
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.preflight import Checked, changed_since
from signdesk.jobs.session import Session
from signdesk.storage.results import look_at_target


class DocumentRechecks:
    """Also before an order: `is_as_it_was` and `are_new` say in the rows what stands against it."""

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        *,
        session: Callable[[], Session | None],
        limits: Callable[[Server], Limits],
        journal: AsyncJournal,
    ) -> None:
        self._window = window
        self._intake = window.intake
        self._tasks = tasks
        self._session = session
        self._limits = limits
        self._journal = journal
        self._intake.process_chosen.connect(lambda _process: self.look_at_conditions())
        self._intake.returned.connect(self.look_at_conditions)
        self._intake.returned.connect(self._look_again)
        window.woken.connect(self._look_again)

    def look_at_conditions(self) -> None:
        """The server, its limits or the process may be others now."""
        self.set_conditions()
        self._tasks.start(self._mark_sealed_before(), "look for what is sealed already")

    def look_at_target(self) -> None:
        """The folder may be another one."""
        self._tasks.start(self.tell_of_target(), "look at the folder")

    async def is_as_it_was(self, documents: Sequence[Document]) -> bool:
        """Whether every file still is what was added. The rows of those that are not say what happened."""
        self.set_conditions()
        problems = await asyncio.to_thread(changed_since, documents)
        self._intake.model.add_problems(problems)
        if problems:
            text = trn(
                "%n document has changed or gone since it was added, so nothing was sent yet.",
                "%n documents have changed or gone since they were added, so nothing was sent yet.",
                len(problems),
            )
            self._window.show_note(text, [shown_name(one.name) for one in problems], warn=True)
        return not problems

    async def are_new(self, request: SealRequest) -> bool:
        """Whether no document of the order was ordered from its process before, as the journal says now.
        Where one was, the rows and a note say so.
        """
        await self._mark_sealed_before()
        known = {one.path for one in self._intake.model.sealed_documents()}
        count = sum(one.path in known for one in request.documents)
        if count:
            text = trn(
                "%n document was ordered from this process before, so nothing was sent yet.",
                "%n documents were ordered from this process before, so nothing was sent yet.",
                count,
            )
            self._window.show_note(text, warn=True)
        return not count

    async def remarks_of(self, checked: Sequence[Checked]) -> dict[str, SealedRemark]:
        """A journal that fails is told elsewhere; the documents are checked all the same."""
        try:
            return await self._remarks([one.result for one in checked if isinstance(one.result, Document)])
        except SavingProblem:
            return {}

    def _look_again(self) -> None:
        if self._intake.model.listed_documents() and not self._intake.model.is_checking():
            self._tasks.start(self._look_for_changes(), "look at the documents again")

    async def _look_for_changes(self) -> None:
        self.set_conditions()
        documents = self._intake.model.listed_documents()
        problems = await asyncio.to_thread(changed_since, documents)
        listed = {one.path for one in self._intake.model.listed_documents()}
        self._intake.model.add_problems([one for one in problems if one.path in listed])

    def set_conditions(self) -> None:
        """Limits and process for the rows, as they are now."""
        session, process = self._session(), self._intake.process()
        limits = self._limits(session.server) if session is not None else Limits()
        seals = process is None or process.kind is not ProcessKind.VALIDATE
        self._intake.model.set_conditions(Conditions(limits, changes_documents=seals))

    async def tell_of_target(self) -> None:
        """A folder that is full or closed is said when documents are dropped, not when they are sealed."""
        intake = self._intake
        folder = intake.folder()
        if folder is None:
            return
        needed_bytes = room_needed_bytes(intake.model.counts.sent_bytes)
        try:
            await asyncio.to_thread(look_at_target, folder, needed_bytes)
        except SavingProblem as problem:
            warning = str(problem)
        else:
            warning = ""
        if folder == intake.folder():  # another one may have been chosen meanwhile
            intake.warn_of_folder(warning)

    async def _mark_sealed_before(self) -> None:
        """“Already sealed …” in the rows of what this process of this server has sealed before."""
        self._intake.model.set_remarks(await self._remarks(self._intake.model.listed_documents()))

    async def _remarks(self, documents: Sequence[Document]) -> dict[str, SealedRemark]:
        session, process = self._session(), self._intake.process()
        if session is None or process is None or not documents or session.server.practice:
            return {}
        before = await self._journal.sealed_before(
            [one.sha256 for one in documents], process.id, session.server.base_url
        )
        now = datetime.now(UTC)
        older = await self._journal.older_than_loss(documents)
        by_loss = SealedRemark(older_than_loss(process.kind), sure=False, by_loss=True)
        return dict.fromkeys(older, by_loss) | {
            sha256: SealedRemark(sealed_before(one, process.kind, now), one.sure)
            for sha256, one in before.items()
        }
