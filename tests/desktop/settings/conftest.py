"""The settings as a person sees them: real dialog, real file, a keyring and a doctor made for the test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.settings.app_info import AppInfo
from signdesk.desktop.settings.dialog import SettingsDialog
from signdesk.desktop.settings.presenter import SettingsRoom
from signdesk.domain.connections import Access, Connection
from signdesk.domain.servers import Credentials, Process, ProcessKind, Server, SignIn
from signdesk.domain.settings import Settings
from signdesk.jobs.connection_service import ConnectionService
from signdesk.jobs.secrets import Secrets
from signdesk.jobs.session import Session
from signdesk.seal_api.doctor.findings import Finding
from signdesk.storage.settings import SettingsFile
from tests.journeys.conftest import until
from tests.support.memory_keyring import Keyring
from tests.support.secret_net import look_at_windows

OWNER = "https://seal.example.com:443"
ACME = Connection(
    "acme",
    "Acme Sealing",
    Server("https://seal.example.com", sign_in=SignIn.API_KEY, label="Acme Sealing"),
    processes=(
        Process(1, "Company seal", ProcessKind.SEAL, "Qualified seal"),
        Process(2, "Look at seals", ProcessKind.VALIDATE),
    ),
    default_process_id=1,
)
TEST = Connection("test", "Test", Server("https://test.example.com", sign_in=SignIn.BASIC, label="Test"))


class ScriptedDoctor:
    """Tells `findings` one by one; waits before the one at `waits_at` until the test lets it go on."""

    def __init__(self, *findings: Finding, waits_at: int | None = None) -> None:
        self.findings = findings
        self.waits_at = waits_at
        self.go_on = asyncio.Event()
        self.asked: list[dict[str, object]] = []
        self.closed = 0

    async def __call__(
        self,
        server: Server,
        credentials: Credentials,
        access: Access = Access(),  # noqa: B008 - a frozen value
        **asked: object,
    ) -> AsyncGenerator[Finding, None]:
        self.asked.append({"server": server, "credentials": credentials, "access": access, **asked})
        try:
            for number, finding in enumerate(self.findings):
                if number == self.waits_at:
                    await self.go_on.wait()
                yield finding
        finally:
            self.closed += 1


def _no_session(*_: object) -> Session:
    raise AssertionError("the settings open no session")


class Room:
    """The open settings and everything behind them."""

    def __init__(self, window: MainWindow, folder: Path, policy: Path | None) -> None:
        self.window = window
        self.path = folder / "settings.toml"
        self.file = SettingsFile(self.path, policy)
        self.keyring = Keyring()
        self.secrets = Secrets(self.keyring)
        self.doctor = ScriptedDoctor()
        self.opened: list[Path] = []
        self.errors: list[BaseException] = []
        self.tasks = TaskOwner(self.errors.append)
        self.changes: list[tuple[Settings, Settings]] = []
        self.folder = folder
        self._settings: SettingsRoom | None = None

    def open(self, page: str = "") -> None:
        app_info = AppInfo(
            "SignDesk 9.9", "Linux", (("Batches", self.folder),), lambda: "In order: 3 batches."
        )
        self._settings = SettingsRoom(
            self.window,
            self.file,
            ConnectionService(self.secrets, _no_session),
            self.doctor,
            app_info,
            self.tasks,
            default_folder=self.folder / "Sealed",
            open_path=self._open_path,
        )
        self._settings.changed.connect(lambda before, after: self.changes.append((before, after)))
        self._settings.open(page)

    @property
    def is_open(self) -> bool:
        return self._settings is not None and self._settings.dialog is not None

    @property
    def dialog(self) -> SettingsDialog:
        assert self._settings is not None
        assert self._settings.dialog is not None
        return self._settings.dialog

    def saved(self) -> Settings:
        return self.file.load().settings

    async def _open_path(self, path: Path) -> bool:
        self.opened.append(path)
        return True


OpenRoom = Callable[..., AbstractAsyncContextManager[Room]]


@pytest.fixture
def open_room(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> OpenRoom:
    """async with open_room(*connections, page="server") as room: the dialog, shown; closed at the end."""

    @asynccontextmanager
    async def opened(
        *connections: Connection,
        page: str = "",
        policy: str = "",
        prepare: Callable[[Room], object] = lambda _: None,
    ) -> AsyncIterator[Room]:
        folder = tmp_path / "config"
        folder.mkdir(mode=0o700)
        organisation = tmp_path / "organisation"
        organisation.mkdir(mode=0o755)
        (organisation / "settings.toml").write_text(policy)
        room = Room(window, folder, organisation / "settings.toml" if policy else None)
        if connections:
            SettingsFile(room.path).change(lambda _: Settings(connections=connections))
        prepare(room)
        room.open(page)
        await until(lambda: room.dialog.isVisible(), "the dialog")
        try:
            yield room
        finally:
            look_at_windows()
            if room.is_open:
                room.dialog.close_for_real()
            await until(lambda: not room.is_open, "the end of the dialog")
            await room.tasks.cancel_all()
            assert room.errors == []

    return opened
