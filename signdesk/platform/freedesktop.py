"""What the desktops of Linux are asked over D-Bus: to stay awake, to show a file in the file manager, and to
show notifications (org.freedesktop.Notifications).

All but the notifications blocks and belongs to the calling thread. No service is waited for longer than its
limit. Notifications not through the icon alone: GNOME shows none by default, and somebody may not want one.
Through D-Bus and not QtDBus, which cannot send the service's unsigned numbers from Python.
"""

from __future__ import annotations

import logging
import os
import queue
import select
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
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


NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
ANSWER_S = 25.0  # the service may have to be started first
LONGEST_SUMMARY = 200


class FreedesktopNotifications:
    """One thread with one connection, from the first notification on: some desktops take away what was said
    by a connection that has gone.
    """

    def __init__(self, unsaid: Callable[[str, str], object], clicked: Callable[[], object]) -> None:
        """Both are called in that thread. `unsaid`: title and text that have to be said another way;
        `clicked`: somebody clicked on the latest one.
        """
        self._unsaid = unsaid
        self._clicked = clicked
        self._wanted: queue.SimpleQueue[tuple[str, str, str] | None] = queue.SimpleQueue()
        self._wake: int | None = None

    def say(self, title: str, text: str, open_label: str) -> bool:
        """All plain text; `open_label`: of the button that counts as a click. False where there is no such
        service on this system; never blocks.
        """
        if sys.platform != "linux" or "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
            return False
        self._wanted.put((title[:LONGEST_SUMMARY], text, open_label))
        if self._wake is None:
            woken, self._wake = os.pipe()
            threading.Thread(target=self._run, args=(woken,), name="notifications", daemon=True).start()
        os.write(self._wake, b"1")
        return True

    def close(self) -> None:
        """Ends the thread; what was said stays on the screen if the desktop likes."""
        if self._wake is not None:
            self._wanted.put(None)
            os.close(self._wake)
            self._wake = None

    def _run(self, woken: int) -> None:
        """In the thread: until `close`. A bus that fails costs the notifications of that moment, and is tried
        again with the next one.
        """
        connection = _Connection()
        try:
            while True:
                self._follow(connection, woken)
                os.read(woken, 1)
                wanted = self._wanted.get()
                if wanted is None:
                    return
                self._pass_on(connection, *wanted)
        finally:
            connection.close()
            os.close(woken)

    def _follow(self, connection: _Connection, woken: int) -> None:
        """Hears of clicks until there is more to say."""
        try:
            while connection.is_clicked(woken):
                self._clicked()
        except Exception as error:  # noqa: BLE001 - whatever a bus does
            log.info("the desktop's notifications have ended: %r", error)
            connection.close()

    def _pass_on(self, connection: _Connection, title: str, text: str, open_label: str) -> None:
        try:
            connection.say(title, text, open_label)
        except TimeoutError:  # it may still be shown, and must not be shown twice
            log.info("the desktop's notifications do not answer")
            connection.close()
        except Exception as error:  # noqa: BLE001 - whatever a bus does
            log.info("the desktop's notifications cannot be used: %r", error)
            connection.close()
            self._unsaid(title, text)


class _Connection:
    """In the thread alone. Opened by the first thing to say, and once more after `close`."""

    def __init__(self) -> None:
        self._bus: Any = None
        self._clicks: deque[Any] = deque()
        self._latest = 0

    def close(self) -> None:
        """Whatever was not read is dropped."""
        if self._bus is not None:
            self._bus.close()
            self._bus = None
            self._clicks.clear()

    def say(self, title: str, text: str, open_label: str) -> None:
        """Raises whatever a bus raises, TimeoutError without an answer, and OSError for a refusal."""
        from jeepney import DBusAddress, MessageType, new_method_call

        if self._bus is None:
            self._open()
        actions = ["default", open_label]
        hints = {"desktop-entry": ("s", "signdesk")}
        body = ("SignDesk", 0, "", title, text, actions, hints, -1)
        question = new_method_call(DBusAddress(PATH, NAME, NAME), "Notify", "susssasa{sv}i", body)
        answer = self._bus.send_and_get_reply(question, timeout=ANSWER_S)
        if answer.header.message_type is not MessageType.method_return:
            raise OSError(str(answer.body))
        self._latest = answer.body[0]

    def is_clicked(self, woken: int) -> bool:
        """Waits: for a click on the latest notification, or until `woken` can be read."""
        while True:
            while self._clicks:
                if self._clicks.popleft().body[0] == self._latest:
                    return True
            sockets = [self._bus.sock] if self._bus is not None else []
            ready, _, _ = select.select([woken, *sockets], [], [])
            if woken in ready:
                return False
            self._read()

    def _open(self) -> None:
        from jeepney import MatchRule, message_bus
        from jeepney.io.blocking import Proxy, open_dbus_connection

        self._bus = open_dbus_connection()
        rule = MatchRule(type="signal", interface=NAME, member="ActionInvoked", path=PATH)
        self._bus.filter(rule, queue=self._clicks)
        Proxy(message_bus, self._bus, timeout=ANSWER_S).AddMatch(rule)

    def _read(self) -> None:
        """All that has come; `filter` keeps the clicks."""
        with suppress(TimeoutError):
            while True:
                self._bus.recv_messages(timeout=0)
