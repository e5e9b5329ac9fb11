"""What a person wants of the processes of one connection: checked and saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.settings.process_fields import PROCESS, added, changed, removed
from signdesk.desktop.settings.processes_page import NEW, ProcessesPage
from signdesk.desktop.settings.settings_writer import SettingsWriter, with_connection
from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import exact
from signdesk.domain.servers import Process
from signdesk.storage.settings_layers import Loaded


class ProcessPresenter:
    """A new process lives here until it has a number: the file keeps it below that."""

    def __init__(self, page: ProcessesPage, writer: SettingsWriter, tasks: TaskOwner) -> None:
        self._page = page
        self._writer = writer
        self._tasks = tasks
        self._new: dict[str, Process] = {}
        page.process_changed.connect(self._changed)
        page.server_chosen.connect(lambda _: self._show_processes())
        page.add_requested.connect(self._add)
        page.remove_requested.connect(self._remove_wanted)
        page.default_requested.connect(self._make_default)

    def show(self, loaded: Loaded) -> None:
        """What holds, and what cannot be saved yet."""
        self._page.show_settings(loaded.settings, loaded.locked)
        self._show_processes()

    def _show_processes(self) -> None:
        here = self._page.connection_id()
        one = self._writer.settings.connection(here)
        new = (self._new[here],) if here in self._new else ()
        saved = one.processes if one else ()
        self._page.show_processes((*saved, *new), one.default_process_id if one else None)

    def _tell(self, connection_id: str, number: int, key: str, value: object) -> Callable[[str], None]:
        return lambda text: self._page.show_process_problem(connection_id, number, key, str(value), text)

    def _changed(self, connection_id: str, number: int, key: str, value: object) -> None:
        tell = self._tell(connection_id, number, key, value)
        if number == NEW:
            self._change_new(connection_id, key, value, tell)
            return
        change = with_connection(connection_id, lambda one: changed(one, number, key, value))
        try:
            change(self._writer.settings)
        except InputProblem as error:
            tell(str(error))
            return
        if key == "id":
            tell = self._following(number, int(str(value)), tell)
        self._writer.wish(change, tell)

    def _following(self, old: int, new: int, tell: Callable[[str], None]) -> Callable[[str], None]:
        """The rows go with the number, and back where it could not be saved."""

        def told(text: str) -> None:
            if text:
                self._page.follow(new, old)
            else:
                self._page.follow(old, new)
            tell(text)

        return told

    def _change_new(self, connection_id: str, key: str, value: object, tell: Callable[[str], None]) -> None:
        one = self._new.get(connection_id)
        if one is None:
            return
        try:
            made = PROCESS[key].write(one, value)
            if made.id != NEW:
                with_connection(connection_id, lambda at: added(at, made))(self._writer.settings)
        except InputProblem as error:
            tell(str(error))
            return
        tell("")
        self._new[connection_id] = made
        if made.id == NEW:
            self._show_processes()
            return
        del self._new[connection_id]
        self._page.follow(NEW, made.id)
        self._writer.wish(with_connection(connection_id, lambda at: added(at, made)), self._page.show_trouble)

    def _add(self, connection_id: str) -> None:
        if connection_id not in self._new:
            self._new[connection_id] = Process(NEW, exact(tr("New process")))
        self._show_processes()
        self._page.choose(NEW)
        row = self._page.form_rows["id"]
        row.setFocus()
        self._page.make_visible(row)

    def _remove_wanted(self, connection_id: str, number: int) -> None:
        if number == NEW:
            self._new.pop(connection_id, None)
            self._show_processes()
        else:
            self._tasks.start(self._remove(connection_id, number), "remove a process")

    async def _remove(self, connection_id: str, number: int) -> None:
        text = tr(
            "Remove process {number} from this list? On the server it stays, and batches that were sealed "
            "with it stay in the list.",
            number=number,
        )
        answer = await self._page.strip.ask(text, (("keep", tr("Keep it")), ("remove", tr("Remove it"))))
        if answer == "remove":
            self._writer.wish(
                with_connection(connection_id, lambda one: removed(one, number)), self._page.show_trouble
            )

    def _make_default(self, connection_id: str, number: int) -> None:
        self._writer.wish(
            with_connection(connection_id, lambda one: replace(one, default_process_id=number)),
            self._page.show_trouble,
        )
