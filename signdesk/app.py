"""Builds every object of the window, starts the loop, orders the shutdown. The only importer of qasync."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTimer
from PySide6.QtWidgets import QApplication

from signdesk import __version__
from signdesk.desktop.app.controller import Controller
from signdesk.desktop.app.gc_on_gui_thread import collecting_here
from signdesk.desktop.app.tray import TrayIcon
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.accessibility import name_roles
from signdesk.domain.documents import visible
from signdesk.domain.errors import SignDeskError
from signdesk.domain.retry_config import RetryConfig
from signdesk.domain.servers import Credentials, Process, Server
from signdesk.environment import take_credentials, take_retry_config, take_way_secrets
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.batch_store import BatchStore
from signdesk.jobs.secrets import Secrets
from signdesk.logs import keep_log
from signdesk.options import WRONG_USE, WindowOptions, named_server
from signdesk.platform.display import obstacle
from signdesk.practice.server import PROCESSES, PracticeServer
from signdesk.storage.batch_lock import BatchLock
from signdesk.storage.credentials import KeyringStore
from signdesk.storage.folders import Folders
from signdesk.storage.memory import MemoryFile
from signdesk.storage.settings import SettingsFile
from signdesk.storage.temporary_folders import TemporaryFolders, temporary_folders


def run_window(options: WindowOptions, environment: MutableMapping[str, str]) -> int:
    """Opens the window; the exit code once it is closed: 0, or 2 where the options make no sense or no
    window can be shown here.
    """
    import qasync  # after PySide6: it takes the Qt binding that is there

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    if problem := obstacle(os.environ, plugins):
        print(f"signdesk: {problem}", file=sys.stderr)  # noqa: T201
        return WRONG_USE
    try:
        credentials = take_credentials(environment)
        take_way_secrets(environment)  # not for the window, and for no program that it starts
        retry_config = take_retry_config(environment)
        server = named_server(options.server, credentials) if options.server else None
        folders = Folders(options.data_dir)
        memory = MemoryFile(folders.memory_file)
        keep_log(folders.log_file)
    except SignDeskError as error:
        print(f"signdesk: {visible(str(error))}", file=sys.stderr)  # noqa: T201 - there is no window yet
        return WRONG_USE
    application = QApplication.instance() or QApplication(["signdesk"])
    if not isinstance(application, QApplication):
        raise TypeError("a Qt application without windows is running already")
    name_application(application)
    program = Program(
        application,
        options,
        server,
        credentials,
        folders,
        memory,
        retry_config,
        temporary=temporary_folders(environment),
    )
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        return runner.run(program.run())


def name_application(application: QApplication) -> None:
    """What the desktop calls us; and the last window's end is not the program's: clean-up comes first."""
    application.setApplicationName("SignDesk")
    application.setApplicationDisplayName("SignDesk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("signdesk")
    application.setQuitOnLastWindowClosed(False)
    name_roles()


class Program:
    """Everything that lives as long as the window. `window` and `controller` are there for tests.
    `temporary`: the folders of whose documents a copy is taken at once; none where it is not given.
    """

    def __init__(
        self,
        application: QApplication,
        options: WindowOptions,
        server: Server | None,
        credentials: Credentials,
        folders: Folders,
        memory: MemoryFile,
        retry_config: RetryConfig,
        practice_pace_s: float = 0.7,
        secrets: Secrets | None = None,
        temporary: TemporaryFolders | None = None,
        tray_icon: TrayIcon | None = None,
    ) -> None:
        self._options = options
        self._server = server
        self._credentials = credentials
        self._folders = folders
        self._practice_pace_s = practice_pace_s
        self._practice: PracticeServer | None = None
        theme.apply(application)
        store = BatchStore()
        self.window = MainWindow(store)
        self.controller = Controller(
            self.window,
            store,
            folders,
            memory,
            journal=AsyncJournal(folders.journal_file, memory, folders.order_mark),
            batch_lock=BatchLock(folders.owners, "the SignDesk window"),
            open_practice=self._open_practice,
            retry_config=retry_config,
            settings_file=SettingsFile(folders.settings_file, folders.policy_file),
            secrets=secrets or Secrets(KeyringStore()),
            temporary=temporary or TemporaryFolders(()),
            tray_icon=tray_icon,
        )

    async def run(self) -> int:
        """Shows the window, waits for its end, and cleans up before the loop stops (qasync #39, #55)."""
        with collecting_here():
            await self.controller.load_settings()
            await self.controller.open_journal()
            self.window.show()
            self._begin()
            await self.controller.recover()
            with _signals(self.controller.closed):
                await self.controller.closed.wait()
            await self.controller.close()
            if self._practice is not None:
                await self._practice.stop()
            self.window.close_for_real()
        return 0

    def _begin(self) -> None:
        if self._options.save_to is not None:
            self.window.intake.choose_folder(self._options.save_to)
        options, controller = self._options, self.controller
        if options.practice:
            controller.start_practice(options.process_id)
        elif self._server is not None:
            controller.use_server(self._server, self._credentials, options.process_id)
        else:
            controller.use_what_was_set_up()
        controller.add_paths(options.files)

    async def _open_practice(self) -> tuple[Server, Credentials, Sequence[Process]]:
        if self._practice is None or not self._practice.is_running:
            self._practice = await PracticeServer.start(self._folders.practice, pace_s=self._practice_pace_s)
        return self._practice.server, self._practice.credentials, PROCESSES


@contextmanager
def _signals(closed: asyncio.Event) -> Iterator[None]:
    """Ctrl+C and SIGTERM close the window in order. Python runs signal handlers only between two of its own
    instructions, so a timer wakes it while Qt waits.
    """
    timer = QTimer()
    timer.start(250)
    timer.timeout.connect(lambda: None)
    before = {one: signal.signal(one, lambda *_: closed.set()) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        timer.stop()
        for number, handler in before.items():
            signal.signal(number, handler)
