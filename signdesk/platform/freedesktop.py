"""What the desktops of Linux are asked over D-Bus: to stay awake, and to show a file in the file manager.

All of it blocks and belongs to the calling thread. No service is waited for longer than its limit.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

INHIBIT_LIMIT_S = 5.0
FILE_MANAGER_LIMIT_S = 8.0  # it may have to be started first
_FILE_MANAGER, _FILE_MANAGER_PATH = "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1"
_GNOME, _POWER = "org.gnome.SessionManager", "org.freedesktop.PowerManagement"
_LOGIND = "org.freedesktop.login1"
_SUSPENDING = 4  # of GNOME's flags
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Inhibitor:
    """One service that can be asked to keep the computer awake."""

    bus: str
    name: str
    path: str
    interface: str
    signature: str
    body: tuple[object, ...]


def _inhibitors(reason: str) -> tuple[_Inhibitor, ...]:
    """The desktop's own manager first: GNOME's and KDE's decide about idle sleep and do not go by logind's
    idle locks. logind is for those without one; its "sleep" lock would refuse what a person orders.
    """
    gnome = ("signdesk", 0, reason, _SUSPENDING)
    logind = ("idle", "SignDesk", reason, "block")
    power = f"/{_POWER.replace('.', '/')}/Inhibit"
    return (
        _Inhibitor("SESSION", _GNOME, "/org/gnome/SessionManager", _GNOME, "susu", gnome),
        _Inhibitor("SESSION", _POWER, power, f"{_POWER}.Inhibit", "ss", ("SignDesk", reason)),
        _Inhibitor("SYSTEM", _LOGIND, "/org/freedesktop/login1", f"{_LOGIND}.Manager", "ssss", logind),
    )


@contextmanager
def inhibit_sleep(reason: str) -> Iterator[str]:
    """See `interface.System.inhibit_sleep`: by the first that promises it. Every promise ends when the
    connection or the descriptor closes, so also with this program.
    """
    with ExitStack() as held:
        yield next((one.name for one in _inhibitors(reason) if _promises(one, held)), "")


def _promises(inhibitor: _Inhibitor, held: ExitStack) -> bool:
    """Whether it does; then `held` keeps the promise. Services are not started for it."""
    from jeepney import DBusAddress, MessageFlag, MessageType, new_method_call
    from jeepney.fds import FileDescriptor
    from jeepney.io.blocking import open_dbus_connection

    with ExitStack() as opened:
        try:
            bus = opened.enter_context(open_dbus_connection(inhibitor.bus, inhibitor.bus == "SYSTEM"))
            address = DBusAddress(inhibitor.path, inhibitor.name, inhibitor.interface)
            question = new_method_call(address, "Inhibit", inhibitor.signature, inhibitor.body)
            question.header.flags |= MessageFlag.no_auto_start
            answer = bus.send_and_get_reply(question, timeout=INHIBIT_LIMIT_S)
        except Exception as error:  # noqa: BLE001 - whatever a bus does, the next one is asked
            log.debug("%s: %r", inhibitor.name, error)
            return False
        for part in answer.body:
            if isinstance(part, FileDescriptor):
                opened.callback(part.close)
        if answer.header.message_type is not MessageType.method_return:
            log.debug("%s: %s", inhibitor.name, answer.body)
            return False
        held.push(opened.pop_all())
        return True


def show_in_file_manager(address: str) -> bool:
    """Whether the file manager said that it shows the folder of a file (its `file:` address), with that
    selected. False also where it does not answer in time.
    """
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    body = ([address], "")  # no token of the window manager: Qt gives none to Python
    manager: Any = DBusAddress(_FILE_MANAGER_PATH, _FILE_MANAGER, _FILE_MANAGER)
    try:
        with open_dbus_connection() as bus:
            question = new_method_call(manager, "ShowItems", "ass", body)
            answer = bus.send_and_get_reply(question, timeout=FILE_MANAGER_LIMIT_S)
    except Exception as error:  # noqa: BLE001 - whatever a bus does, there is another way
        log.info("the file manager cannot be asked: %r", error)
        return False
    if answer.header.message_type is MessageType.method_return:
        return True
    log.info("the file manager refuses: %s", answer.body)
    return False
