"""Notifications straight to the desktop's own service (org.freedesktop.Notifications) on Linux.

Not through the icon alone: GNOME shows none by default, and somebody may not want one. Through D-Bus and not
QtDBus, which cannot send the service's unsigned numbers from Python.
"""

from __future__ import annotations

import logging
import os
import queue
import select
import sys
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
ANSWER_S = 25.0  # the service may have to be started first
LONGEST_SUMMARY = 200
log = logging.getLogger(__name__)


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
