"""The computer is kept awake for as long as a batch is at work: asked of real services on a real bus."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from signdesk.desktop.app.tray_and_notices import is_at_work
from signdesk.domain.batches import BatchState, Reason
from signdesk.platform import SYSTEM, freedesktop
from signdesk.platform.posix import beside_child
from signdesk.platform.sleep_inhibitor import SleepInhibitor
from signdesk.platform.windows import Windows
from tests.desktop.values import ALL_STATES, batch
from tests.platform.windows_machine import WindowsMachine
from tests.support.bus_services import GNOME, LOGIND, POWER, RELEASED, Keeper, serving
from tests.support.message_bus import LIMIT_S, message_bus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux")
WHY = "Documents are being sealed"
ASKED = {
    GNOME: ("signdesk", 0, WHY, 4),
    POWER: ("SignDesk", WHY),
    LOGIND: ("idle", "SignDesk", WHY, "block"),
}


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """One for session and system, so that every name can be on it."""
    with message_bus(tmp_path / "bus") as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        yield address


@pytest.mark.parametrize("name", ASKED)
def test_every_keeper_is_asked_once_and_let_go_at_once(bus: str, name: str) -> None:
    keeper, awake = Keeper(name), SleepInhibitor(lambda: WHY)
    with serving(bus, keeper):
        for _ in range(2):
            awake.set_wanted(True)
            awake.set_wanted(True)
            assert keeper.next() == ASKED[name]
            awake.set_wanted(False)
            awake.set_wanted(False)
            assert keeper.next() == RELEASED
        assert keeper.heard.empty()


def test_the_desktop_is_asked_first_and_nobody_else_where_it_promises(bus: str) -> None:
    keepers = [Keeper(name) for name in ASKED]
    with serving(bus, *keepers):
        with SYSTEM.inhibit_sleep(WHY) as who:
            assert who == GNOME
        assert keepers[0].next() == ASKED[GNOME]
        assert keepers[0].next() == RELEASED
    assert [one.heard.empty() for one in keepers] == [True, True, True]


def test_where_one_refuses_the_next_is_asked(bus: str) -> None:
    keepers = [Keeper(GNOME, answers="no"), Keeper(POWER, answers="no"), Keeper(LOGIND)]
    with serving(bus, *keepers), SYSTEM.inhibit_sleep(WHY) as who:
        assert who == LOGIND


def test_a_service_that_never_answers_does_not_stop_the_next(
    bus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freedesktop, "INHIBIT_LIMIT_S", 0.05)
    with serving(bus, Keeper(GNOME, answers="")), SYSTEM.inhibit_sleep(WHY) as who:
        assert who == ""
    monkeypatch.setattr(freedesktop, "INHIBIT_LIMIT_S", float(LIMIT_S))
    with serving(bus, Keeper(POWER)), SYSTEM.inhibit_sleep(WHY) as who:
        assert who == POWER


def test_what_was_promised_ends_with_a_killed_program(bus: str) -> None:
    keeper = Keeper(LOGIND)
    code = (
        "import sys; from signdesk.platform import SYSTEM\n"
        f"with SYSTEM.inhibit_sleep({WHY!r}) as who: print(who, flush=True); sys.stdin.read()"
    )
    with serving(bus, keeper):
        child = subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        with child:
            assert child.stdout is not None
            assert child.stdout.readline().strip() == LOGIND
            child.send_signal(signal.SIGKILL)
        assert keeper.next() == ASKED[LOGIND]
        assert keeper.next() == RELEASED


def test_without_any_bus_nothing_is_kept_and_it_is_only_noted(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    awake = SleepInhibitor()
    awake.set_wanted(True)
    thread = next(one for one in threading.enumerate() if one.name == "kept awake")
    awake.set_wanted(False)
    thread.join(LIMIT_S)
    assert not thread.is_alive()
    assert [(one.levelno, one.getMessage()) for one in caplog.records] == [
        (logging.INFO, "this computer is kept awake by nobody")
    ]


def test_a_system_that_fails_is_only_noted(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_reason: str) -> AbstractContextManager[str]:
        raise OSError("no caffeinate here")

    caplog.set_level(logging.INFO)
    awake = SleepInhibitor(inhibit=broken)
    awake.set_wanted(True)
    for thread in [one for one in threading.enumerate() if one.name == "kept awake"]:
        thread.join(LIMIT_S)
    awake.set_wanted(False)
    assert [one.levelno for one in caplog.records] == [logging.INFO]


def test_the_child_that_keeps_a_mac_awake_ends_with_the_stretch(tmp_path: Path) -> None:
    """As `caffeinate`, which is not here: a program that runs until it is ended."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    code = f"import time; kept = open({str(pipe)!r}, 'w'); time.sleep(600)"
    with beside_child([sys.executable, "-c", code]) as who:
        assert who == sys.executable
        ours = pipe.open("rb")
    with ours:
        assert ours.read() == b""  # nobody has it open any more


def test_windows_is_asked_in_one_thread_and_let_go() -> None:
    machine = WindowsMachine()
    with Windows(machine).inhibit_sleep(WHY) as who:
        assert who == "Windows"
        assert machine.execution_states == [0x80000001]
    assert machine.execution_states == [0x80000001, 0x80000000]


@pytest.mark.parametrize("state", ALL_STATES)
def test_only_what_transfers_or_is_being_sealed_keeps_it_awake(state: BatchState) -> None:
    resting = {
        BatchState.WAITING,
        BatchState.NEEDS_YOU,
        BatchState.DONE,
        BatchState.PARTLY_DONE,
        BatchState.STOPPED,
    }
    reason = Reason.SERVER if state is BatchState.WAITING else Reason.NONE
    assert is_at_work(batch(state, reason=reason), running=True) is (state not in resting)
    assert not is_at_work(batch(state, reason=reason), running=False)
