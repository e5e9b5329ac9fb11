"""The real program without its outermost shell: real window, real loop, real practice server, real disk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from signdesk.app import Program, name_application
from signdesk.desktop.app.tray import TrayIcon
from signdesk.domain.retry_config import RetryConfig
from signdesk.domain.servers import Credentials, Server
from signdesk.jobs.secrets import Secrets
from signdesk.options import WindowOptions
from signdesk.storage.folders import Folders
from signdesk.storage.memory import MemoryFile
from signdesk.storage.temporary_folders import TemporaryFolders
from tests.support.forking import AT_START, forked
from tests.support.memory_keyring import Keyring
from tests.support.practice_runner import PracticeRun
from tests.support.secret_net import look_at_windows

LIMIT_S = 60.0
QUICK = RetryConfig(poll_first_s=0.02, poll_cap_s=0.1, settle_s=0.05, back_off_base_s=0.01)

Open = Callable[..., AbstractAsyncContextManager[Program]]


async def until(true: Callable[[], bool], what: str) -> None:
    """Lets the loop run until `true()`; the failure names what was waited for."""

    async def look() -> None:
        while not true():  # noqa: ASYNC110 - what is waited for shows on widgets, which know no events
            await asyncio.sleep(0.01)

    try:
        await asyncio.wait_for(look(), LIMIT_S)
    except TimeoutError:
        pytest.fail(f"waited in vain for: {what}")
    look_at_windows()


@pytest.fixture
def office(practice: PracticeRun) -> Server:
    """The practice server in the part of a real one."""
    return replace(practice.server, practice=False, label="Office")


@pytest.fixture
def open_program(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """async with open_program(server, credentials, **options): the program, shown; closed at the end."""
    for name, value in {"PYTHONPATH": str(AT_START), **forked()}.items():
        monkeypatch.setenv(name, value)

    @asynccontextmanager
    async def opened(
        server: Server | None = None,
        credentials: Credentials | None = None,
        retry_config: RetryConfig = QUICK,
        keyring: Keyring | None = None,
        tray_icon: TrayIcon | None = None,
        secrets: Secrets | None = None,
        temporary: tuple[Path, ...] = (),
        **options: object,
    ) -> AsyncIterator[Program]:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        name_application(application)
        folders = Folders(tmp_path / "data", policy_folder=tmp_path / "policy")
        program = Program(
            application,
            WindowOptions(**options),  # type: ignore[arg-type]
            server,
            credentials or Credentials(),
            folders,
            MemoryFile(folders.memory_file),
            retry_config,
            practice_pace_s=0.0,
            secrets=secrets or Secrets(keyring or Keyring()),
            tray_icon=tray_icon,
            temporary=TemporaryFolders(temporary),
        )
        qtbot.addWidget(program.window, before_close_func=lambda window: window.close_for_real())
        running = asyncio.ensure_future(program.run())
        try:
            await until(program.window.isVisible, "the window")
            yield program
        finally:
            look_at_windows()
            program.controller.closed.set()
            await asyncio.wait_for(running, LIMIT_S)

    return opened
