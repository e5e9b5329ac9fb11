"""What is wished for about documents that the server changed: to compare one, to accept it, to accept such a
change always. On the GUI thread, which is the loop's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.available_actions import comparable
from signdesk.desktop.batches.batch_decisions import BatchDecisions
from signdesk.desktop.comparison.values import Always, Compared
from signdesk.desktop.connections.connection_setup import ConnectionSetup
from signdesk.desktop.i18n.language import tr, translated
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.settings.process_fields import changed
from signdesk.desktop.settings.settings_writer import with_connection
from signdesk.desktop.toolkit import dialogs
from signdesk.domain.batches import Batch, Outcome
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import SavingProblem, SignDeskError
from signdesk.jobs.batch_store import BatchStore
from signdesk.jobs.connection_service import ConnectionService
from signdesk.jobs.page_judge import why_not_as_sent
from signdesk.jobs.report_files import report_file

KEY = "changes_documents"
Act = Callable[[Compared], Coroutine[Any, Any, None]]


class Comparisons:
    """For the whole window; there is one page that compares."""

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        store: BatchStore,
        decisions: BatchDecisions,
        connection_setup: ConnectionSetup,
        connections: ConnectionService,
    ) -> None:
        self._window = window
        self._store = store
        self._page = window.compare_page
        self._tasks = tasks
        self._decisions = decisions
        self._connection_setup = connection_setup
        self._connections = connections
        self._page.facts.accept_button.clicked.connect(lambda: self._begin(self._accept, "accept a document"))
        self._page.facts.always_button.clicked.connect(
            lambda: self._begin(self._always, "accept a change always")
        )

    async def compare(self, batch: Batch, work: Path) -> None:
        """The only document whose pages were compared, or the one that is chosen. `work`: a private folder
        for a copy of what came back. Raises SavingProblem where the saved ZIP cannot be read.
        """
        documents = comparable(batch)
        chosen: int | None = 0
        if len(documents) > 1:
            text = tr("These did not come back as they were sent.")
            names = [shown_name(one.document.name) for one in documents]
            chosen = await dialogs.choose_one(self._window, tr("Compare the pages"), text, names)
        if chosen is None:
            return
        one = documents[chosen]
        result = next((file for file in batch.result_files if file.name == one.results[0]), None)
        if result is None:
            raise SavingProblem(one.results[0])
        returned = await asyncio.to_thread(report_file, batch, result, work)
        why = await asyncio.to_thread(why_not_as_sent, one)
        sent = one.document.path if why is None else None
        place = batch.documents.index(one)
        now = self._store.latest(batch)
        self._window.show_comparison(Compared(now, place, sent, returned, self._always_offered(now, place)))

    def _begin(self, act: Act, name: str) -> None:
        if (compared := self._page.compared) is not None:
            self._tasks.start(act(compared), name)

    async def _accept(self, compared: Compared) -> None:
        try:
            batch = await self._decisions.accept(compared.batch, compared.place)
        except SavingProblem as problem:
            self._page.say(tr("This could not be saved: {why}", why=str(problem)))
            return
        self._show(replace(compared, batch=batch))

    async def _always(self, compared: Compared) -> None:
        """After a question. It counts for orders that are made from then on."""
        batch = compared.batch
        connection = self._connections.connection_of(batch)
        if connection is None:
            return
        process = translated(batch.process.label)
        text = tr(
            "From the next order on, a document of this process counts as sealed if every page is found "
            "again and only stamps in empty places and new pages were added. Each is still compared, and "
            "any other change still waits for you. You can undo this in the settings of the process."
        )
        verbs = (("cancel", tr("Not now")), ("always", tr("Always accept it")))
        title = tr("Always accept what “{process}” changes?", process=process)
        if await dialogs.ask(self._window, title, text, verbs) != "always":
            return
        number = batch.process.id
        try:
            await self._connection_setup.change(
                with_connection(connection.id, lambda one: changed(one, number, KEY, True))
            )
        except SignDeskError as error:
            self._page.say(str(error))
            return
        self._show(replace(compared, always=Always.SET))

    def _show(self, compared: Compared) -> None:
        """Where it is still the one that is shown."""
        shown = self._page.compared
        if shown is not None and (shown.batch.id, shown.place) == (compared.batch.id, compared.place):
            self._page.show_value(compared)

    def _always_offered(self, batch: Batch, place: int) -> Always:
        """Only where that would have been enough here, and the process is one of the settings."""
        one = batch.documents[place]
        connection = self._connections.connection_of(batch)
        harmless = one.comparison is not None and one.comparison.is_harmless
        if connection is None or not harmless or one.outcome is not Outcome.RESEALED:
            return Always.ABSENT
        process = next((each for each in connection.processes if each.id == batch.process.id), None)
        if process is None or process.changes_documents:
            return Always.ABSENT
        key = f"connections.{connection.id}.processes.{process.id}.{KEY}"
        return Always.LOCKED if self._connection_setup.is_locked(key) else Always.OFFERED
