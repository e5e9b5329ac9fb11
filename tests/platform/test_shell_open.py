"""Files handed to the system: what opens nothing says so, and a file is selected in its folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from signdesk.platform import freedesktop, posix, shell_open
from tests.platform.windows_machine import WindowsMachine
from tests.support.bus_services import FileManager, serving
from tests.support.message_bus import message_bus
from tests.support.opener import Opener

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="their own ways are Qt's")
ODD = "Umowa #1 – 50 %.pdf"


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opener:
    return Opener.put_in_place(tmp_path / "bin", monkeypatch)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "Sealed" / ODD
    path.parent.mkdir()
    path.write_bytes(b"x")
    return path


@pytest.fixture
def bus(opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("PATH", os.defpath)
    with message_bus(tmp_path / "bus") as address:
        monkeypatch.setenv("PATH", str(opener.folder))
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


async def test_a_file_is_opened_by_the_systems_program(opener: Opener, saved: Path) -> None:
    assert await shell_open.open_file(saved)
    assert opener.paths() == [saved]


@pytest.mark.parametrize("code", [1, 2, 3, 4])
async def test_a_program_that_fails_has_opened_nothing(opener: Opener, saved: Path, code: int) -> None:
    opener.behave(f"exit {code}")
    assert not await shell_open.open_file(saved)
    assert not await shell_open.reveal(saved)
    assert opener.paths() == [saved, saved.parent]


async def test_without_any_program_nothing_is_opened(opener: Opener, saved: Path) -> None:
    (opener.folder / "xdg-open").unlink()
    assert not await shell_open.open_file(saved)


async def test_a_viewer_that_goes_on_has_opened_it(
    opener: Opener, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posix, "FAILS_WITHIN_S", 0.1)
    closed = tmp_path / "closed"
    os.mkfifo(closed)
    opener.behave(f'read -r _ < "{closed}"; exit 7')
    assert await shell_open.open_file(saved)
    with closed.open("w") as door:
        door.write("now\n")


async def test_the_file_manager_selects_the_file(bus: str, opener: Opener, saved: Path) -> None:
    manager = FileManager()
    with serving(bus, manager):
        assert await shell_open.reveal(saved)
    assert manager.heard.get_nowait() == (
        [f"file://{saved.parent}/Umowa%20%231%20%E2%80%93%2050%20%25.pdf"],
        "",
    )
    assert opener.addresses() == []


@pytest.mark.parametrize("answers", ["no", "", None])
async def test_where_it_cannot_the_folder_is_opened(
    bus: str, opener: Opener, saved: Path, answers: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freedesktop, "FILE_MANAGER_LIMIT_S", 0.2)
    services = () if answers is None else (FileManager(answers=answers),)
    with serving(bus, *services):
        assert await shell_open.reveal(saved)
    assert opener.paths() == [saved.parent]


async def test_windows_shows_the_file_itself_in_its_folder(machine: WindowsMachine, saved: Path) -> None:
    """Explorer's command line would show Documents for a name with blanks."""
    assert await shell_open.reveal(saved)
    assert machine.shown == [f"/select,{saved}"]


async def test_where_windows_cannot_its_folder_is_opened(machine: WindowsMachine, saved: Path) -> None:
    machine.shows = False
    assert await shell_open.reveal(saved)
    assert machine.shown == [str(saved.parent)]


async def test_a_file_without_a_program_is_not_opened_on_windows(
    machine: WindowsMachine, saved: Path
) -> None:
    machine.opens = False
    assert not await shell_open.open_file(saved)
    machine.shows = False
    assert not await shell_open.reveal(saved)
