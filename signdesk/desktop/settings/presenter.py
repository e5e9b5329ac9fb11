"""What the dialog does: each wish is applied at once, and what holds is drawn again.

Lives as long as the dialog is open. On the loop's thread; the file, the keyring and the journal are asked in
worker threads.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.i18n.language import speak, tr, translated
from signdesk.desktop.settings import diagnostics
from signdesk.desktop.settings.app_info import AppInfo, Examine
from signdesk.desktop.settings.checking import Checking
from signdesk.desktop.settings.connection_presenter import ConnectionPresenter
from signdesk.desktop.settings.dialog import SettingsDialog
from signdesk.desktop.settings.fields import SETTINGS
from signdesk.desktop.settings.page import Page
from signdesk.desktop.settings.process_presenter import ProcessPresenter
from signdesk.desktop.settings.rows import PathRow
from signdesk.desktop.settings.secret_presenter import SecretPresenter
from signdesk.desktop.settings.settings_writer import SettingsWriter
from signdesk.desktop.toolkit import dialogs, theme
from signdesk.domain.settings import Settings, Theme
from signdesk.jobs.connection_service import ConnectionService
from signdesk.platform import shell_open
from signdesk.storage.settings import BrokenSettings, SettingsFile
from signdesk.storage.settings_layers import Loaded
from signdesk.storage.settings_reading import Complaint, ComplaintKind
from signdesk.storage.settings_table import key_at, settings_below

SCHEMES = {
    Theme.SYSTEM: theme.Scheme.SYSTEM,
    Theme.LIGHT: theme.Scheme.LIGHT,
    Theme.DARK: theme.Scheme.DARK,
    Theme.CONTRAST: theme.Scheme.HIGH_CONTRAST,
}


class SettingsRoom(QObject):
    """The settings, for those who open them. `changed` carries Settings before and after. A change of the
    colours or the language is shown here.
    """

    changed = Signal(object, object)

    def __init__(
        self,
        parent: QWidget,
        file: SettingsFile,
        connections: ConnectionService,
        examine: Examine,
        app_info: AppInfo,
        tasks: TaskOwner,
        *,
        default_folder: Path,
        open_path: Callable[[Path], Awaitable[bool]] = shell_open.open_file,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._file = file
        self._connections = connections
        self._examine = examine
        self._app_info = app_info
        self._tasks = tasks
        self._default_folder = default_folder
        self._open_path = open_path
        self.dialog: SettingsDialog | None = None

    def open(self, page: str = "", connection_id: str = "") -> None:
        """Opens the dialog, or brings it to the front. `page`: one of its pages by name, such as "server";
        `connection_id`: the one whose rows are shown, with the keyboard at its check.
        """
        if self.dialog is None:
            self.dialog = SettingsDialog(self._window, self._app_info, self._default_folder)
            self._tasks.start(self._run(self.dialog, connection_id), "the settings")
        if page:
            self.dialog.show_page(getattr(self.dialog, page))
        self.dialog.raise_()
        self.dialog.activateWindow()

    async def _run(self, dialog: SettingsDialog, connection_id: str) -> None:
        presenter = Presenter(
            dialog, self._file, self._connections, self._examine, self._app_info, self._tasks, self._open_path
        )
        presenter.changed.connect(self.changed)
        try:
            await presenter.run(connection_id)
        finally:
            self.dialog = None


class Presenter(QObject):
    """One dialog from its opening to its end."""

    changed = Signal(object, object)

    def __init__(
        self,
        dialog: SettingsDialog,
        file: SettingsFile,
        connections: ConnectionService,
        examine: Examine,
        app_info: AppInfo,
        tasks: TaskOwner,
        open_path: Callable[[Path], Awaitable[bool]],
    ) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._app_info = app_info
        self._tasks = tasks = tasks.child()
        self._open_path = open_path
        self._before: Settings | None = None
        self._journal = ""
        self._is_closing = False
        self._writer = SettingsWriter(file, tasks, self._show, self._may_replace)
        self._connections = ConnectionPresenter(dialog.server, self._writer, tasks)
        self._processes = ProcessPresenter(dialog.processes, self._writer, tasks)
        self._secrets = SecretPresenter(dialog.server.form, connections, tasks, self._connections.shown)
        self._connections.secrets = self._secrets
        self._checking = Checking(
            dialog.server.form.doctor,
            examine,
            self._secrets,
            tasks,
            self._connections.shown,
            self._connections.obstacle,
        )
        self._connect()

    async def run(self, connection_id: str = "") -> None:
        """Until the dialog is closed. `connection_id`: the one to be shown and checked."""
        await self._writer.load()
        closed: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._dialog.finished.connect(lambda result: None if closed.done() else closed.set_result(result))
        self._dialog.open()
        self._page_shown(self._dialog.shown_page())
        if connection_id:
            server = self._dialog.server
            server.choose(connection_id)
            server.form.doctor.check.setFocus()
            server.make_visible(server.form.doctor)
        try:
            await closed
        finally:
            self._checking.abandon()
            for row in self._dialog.server.form.secrets.values():
                row.forget()
            await self._writer.finish()
            await self._tasks.cancel_all()
            dialogs.put_away(self._dialog)

    def _connect(self) -> None:
        dialog = self._dialog
        dialog.close_requested.connect(self._close_wanted)
        dialog.page_shown.connect(self._page_shown)
        for page in dialog.pages:
            page.changed.connect(lambda key, value, of=page: self._wish(of, key, value))
            page.complaints.open_button.clicked.connect(lambda _checked=False, of=page: self._open_file(of))
        dialog.server.chosen.connect(self._chosen)
        dialog.saving.browse_folder_requested.connect(
            lambda: self._tasks.start(self._browse_folder(), "choose the folder for results")
        )
        dialog.diagnostics.open_folder_requested.connect(self._open_folder)
        dialog.diagnostics.copy.clicked.connect(self._copy_for_support)

    def _show(self, loaded: Loaded) -> None:
        """What holds, everywhere."""
        before, self._before = self._before, loaded.settings
        for page in self._dialog.pages:
            page.show_settings(loaded.settings, loaded.locked)
            complaints = [one for one in loaded.complaints if self._belongs(one, page)]
            page.complaints.show_sentences([str(one) for one in complaints])
        self._connections.show(loaded)
        self._processes.show(loaded)
        self._look_for_secrets()
        if before is not None and before != loaded.settings:
            self._take_effect(before, loaded.settings)

    def _take_effect(self, before: Settings, after: Settings) -> None:
        application = QApplication.instance()
        if before.general.theme is not after.general.theme and isinstance(application, QApplication):
            theme.apply(application, SCHEMES[after.general.theme])
        if before.general.language is not after.general.language:
            speak(after.general.language)
        self.changed.emit(before, after)

    def _wish(self, page: Page, key: str, value: object) -> None:
        self._writer.wish(
            lambda settings: SETTINGS[key].write(settings, value), lambda text: page.show_problem(key, text)
        )

    # ---- pages ------------------------------------------------------------------------------------------

    def _page_of(self, key: str) -> Page:
        """Where a complaint about this key of the file belongs."""
        dialog, parts = self._dialog, key.split(".")
        if "processes" in parts or "default_process" in parts:
            return dialog.processes
        if parts[0] in ("connections", "default_connection"):
            return dialog.server
        one = key_at(tuple(parts))
        pages = {each.path[0]: each.page for each in reversed(settings_below(()))}  # by section: its first
        page: Page = getattr(dialog, one.page if one is not None else pages.get(parts[0], "general"))
        return page

    def _belongs(self, one: Complaint, page: Page) -> bool:
        """A file of which nothing is used concerns every page."""
        return one.trouble is ComplaintKind.FILE or self._page_of(one.key) is page

    def _page_shown(self, page: Page) -> None:
        self._look_for_secrets()
        if page is self._dialog.diagnostics:
            self._tasks.start(self._look_at_journal(), "look at the journal")

    def _chosen(self, _connection_id: str) -> None:
        self._checking.abandon()
        self._look_for_secrets()

    def _look_for_secrets(self) -> None:
        """Not before the page is seen: the keyring may put a question on the screen."""
        if self._dialog.shown_page() is self._dialog.server:
            self._secrets.refresh()

    def _open_file(self, page: Page) -> None:
        files = [one.file for one in self._writer.loaded.complaints if self._belongs(one, page)]
        self._open(files[0] if files else self._writer.loaded.person.path)

    def _open_folder(self, path: object) -> None:
        if isinstance(path, Path):
            self._open(path)

    def _open(self, path: Path) -> None:
        self._tasks.start(self._opened(path), "open a file or folder")

    async def _opened(self, path: Path) -> None:
        opened = await self._open_path(path)
        self._dialog.show_note("" if opened else tr("“{path}” could not be opened.", path=path))

    async def _browse_folder(self) -> None:
        row = self._dialog.saving.rows["saving.folder"]
        chosen = await dialogs.choose_folder(self._dialog, row.name, self._writer.settings.saving.folder)
        if chosen is not None and isinstance(row, PathRow):
            row.type_in(str(chosen))

    async def _look_at_journal(self) -> None:
        self._journal = await asyncio.to_thread(self._app_info.journal)
        self._dialog.diagnostics.show_journal(self._journal)

    def _copy_for_support(self) -> None:
        text = diagnostics.support_text(self._app_info, self._writer.loaded, self._journal)
        QGuiApplication.clipboard().setText(text)
        self._dialog.diagnostics.show_copied()

    async def _may_replace(self, broken: BrokenSettings) -> bool:
        """Before the first change of a file of which nothing could be read."""
        text = tr(
            "{place} Saving this change replaces the whole file with what is shown here. What stands in it "
            "now is kept beside it as “{name}”.",
            place=translated(broken.place),
            name=broken.kept_as,
        )
        verbs = (("leave", tr("Leave the file as it is")), ("replace", tr("Replace the file")))
        return await self._dialog.strip.ask(text, verbs) == "replace"

    # ---- the end ----------------------------------------------------------------------------------------

    def _close_wanted(self) -> None:
        self._dialog.commit()
        if self._dialog.first_wrong() is None:
            self._dialog.close_for_real()
        elif not self._is_closing:
            self._tasks.start(self._ask_to_close(), "ask before the settings are closed")

    async def _ask_to_close(self) -> None:
        self._is_closing = True
        try:
            text = tr("What is marked could not be saved. Close without it?")
            verbs = (("back", tr("Go back to it")), ("close", tr("Close without it")))
            answer = await self._dialog.strip.ask(text, verbs)
        finally:
            self._is_closing = False
        if answer == "close":
            self._dialog.close_for_real()
        else:
            self._dialog.first_wrong()
