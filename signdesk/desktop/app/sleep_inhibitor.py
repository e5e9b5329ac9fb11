"""How each system is asked not to fall asleep by itself. What a person orders (the lid, “Suspend”) stays
theirs, and the screen may go dark and lock.

All of it blocks and belongs to the calling thread; every promise ends by itself if this program dies.
"""

from __future__ import annotations

import ctypes
import logging
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from signdesk.desktop.i18n.language import tr

ANSWER_S = 5.0  # the longest that one service may take
CAFFEINATE = ("/usr/bin/caffeinate", "-i", "-w")
ES_CONTINUOUS, ES_SYSTEM_REQUIRED = 0x80000000, 0x00000001
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Keeper:
    """One D-Bus service that can be asked."""

    bus: str
    name: str
    path: str
    interface: str
    signature: str
    body: tuple[object, ...]


def _keepers() -> tuple[_Keeper, ...]:
    """The desktop's own manager first: GNOME's and KDE's decide about idle sleep and do not go by logind's
    idle locks. logind is for those without one; its "sleep" lock would refuse what a person orders.
    """
    why = tr("Documents are being sealed")
    gnome, power = "org.gnome.SessionManager", "org.freedesktop.PowerManagement"
    logind = "org.freedesktop.login1"
    suspending = 4  # of GNOME's flags
    return (
        _Keeper(
            "SESSION", gnome, "/org/gnome/SessionManager", gnome, "susu", ("signdesk", 0, why, suspending)
        ),
        _Keeper(
            "SESSION",
            power,
            "/org/freedesktop/PowerManagement/Inhibit",
            f"{power}.Inhibit",
            "ss",
            ("SignDesk", why),
        ),
        _Keeper(
            "SYSTEM",
            logind,
            "/org/freedesktop/login1",
            f"{logind}.Manager",
            "ssss",
            ("idle", "SignDesk", why, "block"),
        ),
    )


@contextmanager
def kept_awake() -> Iterator[str]:
    """While open, this computer does not fall asleep by itself. Gives who promised it, "" for nobody."""
    if sys.platform == "win32":
        with _on_windows() as keeper:
            yield keeper
    elif sys.platform == "darwin":
        with beside_child([*CAFFEINATE, str(os.getpid())]) as keeper:
            yield keeper
    else:
        with _on_a_bus() as keeper:
            yield keeper


@contextmanager
def beside_child(command: Sequence[str]) -> Iterator[str]:
    """macOS: a program that keeps the system awake for as long as it runs; it also ends when we do. Raises
    OSError where it is missing.
    """
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as child:  # noqa: S603 - fixed
        try:
            yield command[0]
        finally:
            child.terminate()


@contextmanager
def _on_windows() -> Iterator[str]:
    """The promise belongs to this thread."""
    system: Any = ctypes  # elsewhere it knows no WinDLL
    set_state = system.WinDLL("kernel32").SetThreadExecutionState
    set_state.argtypes, set_state.restype = [ctypes.c_uint32], ctypes.c_uint32
    granted = set_state(ES_CONTINUOUS | ES_SYSTEM_REQUIRED)
    try:
        yield "Windows" if granted else ""
    finally:
        set_state(ES_CONTINUOUS)


@contextmanager
def _on_a_bus() -> Iterator[str]:
    """Linux: the first that promises it. Every promise ends when the connection or the descriptor closes."""
    with ExitStack() as held:
        yield next((keeper.name for keeper in _keepers() if _promises(keeper, held)), "")


def _promises(keeper: _Keeper, held: ExitStack) -> bool:
    """Whether it does; then `held` keeps the promise. Services are not started for it."""
    from jeepney import DBusAddress, MessageFlag, MessageType, new_method_call
    from jeepney.fds import FileDescriptor
    from jeepney.io.blocking import open_dbus_connection

    with ExitStack() as opened:
        try:
            connection = opened.enter_context(open_dbus_connection(keeper.bus, keeper.bus == "SYSTEM"))
            address = DBusAddress(keeper.path, keeper.name, keeper.interface)
            question = new_method_call(address, "Inhibit", keeper.signature, keeper.body)
            question.header.flags |= MessageFlag.no_auto_start
            answer = connection.send_and_get_reply(question, timeout=ANSWER_S)
        except Exception as error:  # noqa: BLE001 - whatever a bus does, the next one is asked
            log.debug("%s: %r", keeper.name, error)
            return False
        for part in answer.body:
            if isinstance(part, FileDescriptor):
                opened.callback(part.close)
        if answer.header.message_type is not MessageType.method_return:
            log.debug("%s: %s", keeper.name, answer.body)
            return False
        held.push(opened.pop_all())
        return True
