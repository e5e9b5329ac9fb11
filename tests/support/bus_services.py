"""Services of a desktop on a test's own message bus: they promise to stay awake, and notice when nobody
wants it any more.
"""

from __future__ import annotations

import os
import queue
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

GNOME = "org.gnome.SessionManager"
POWER = "org.freedesktop.PowerManagement"
LOGIND = "org.freedesktop.login1"
RELEASED = ("released",)
REFUSED = ("refused",)
LIMIT_S = 30


@dataclass
class Keeper:
    """One service. `heard`: what was asked, and then RELEASED, in order."""

    name: str
    answers: str = "yes"  # or "no", or "" for never
    heard: queue.Queue[tuple[Any, ...]] = field(default_factory=queue.Queue)

    def next(self) -> tuple[Any, ...]:
        """Waits for it."""
        return self.heard.get(timeout=LIMIT_S)

    def serve(self, connection: DBusConnection) -> None:
        """In a thread, until the connection ends."""
        askers: set[str] = set()
        with connection, suppress(OSError):
            while True:
                self._take(connection, connection.receive(), askers)

    def _take(self, connection: DBusConnection, message: Message, askers: set[str]) -> None:
        fields = message.header.fields
        if fields.get(HeaderFields.member) == "NameOwnerChanged":
            name, _, new = message.body
            if name in askers and not new:
                askers.discard(name)
                self.heard.put(RELEASED)
        elif fields.get(HeaderFields.member) == "Inhibit":
            self.heard.put(message.body)
            self._answer(connection, message, askers)

    def _answer(self, connection: DBusConnection, message: Message, askers: set[str]) -> None:
        if self.answers == "no":
            connection.send(new_error(message, f"{self.name}.No"))
        elif self.answers and self.name == LOGIND:
            ours, theirs = os.pipe()
            connection.send(new_method_return(message, "h", (theirs,)))
            os.close(theirs)
            threading.Thread(target=self._until_closed, args=(ours,), daemon=True).start()
        elif self.answers:
            askers.add(message.header.fields[HeaderFields.sender])
            connection.send(new_method_return(message, "u", (1,)))

    def _until_closed(self, pipe: int) -> None:
        os.read(pipe, 1)
        os.close(pipe)
        self.heard.put(RELEASED)


@dataclass
class Speaker:
    """The desktop's service for notifications. `heard`: what it was given to show."""

    name: str = "org.freedesktop.Notifications"
    answers: str = "yes"  # or "no"
    heard: queue.Queue[tuple[Any, ...]] = field(default_factory=queue.Queue)
    shown: int = 0
    connection: DBusConnection | None = None

    def next(self) -> tuple[Any, ...]:
        """Waits for it."""
        return self.heard.get(timeout=LIMIT_S)

    def is_told(self) -> bool:
        """Whether something was heard that was not looked at yet."""
        return not self.heard.empty()

    def click(self, number: int) -> None:
        """As a person does on notification `number`, counted from 1."""
        assert self.connection is not None
        where = DBusAddress("/org/freedesktop/Notifications", interface=self.name)
        self.connection.send(new_signal(where, "ActionInvoked", "us", (number, "default")))

    def serve(self, connection: DBusConnection) -> None:
        """In a thread, until the connection ends."""
        self.connection = connection
        with connection, suppress(OSError):
            while True:
                message = connection.receive()
                if message.header.fields.get(HeaderFields.member) == "Notify":
                    self._answer(connection, message)
                    self.heard.put(message.body)

    def _answer(self, connection: DBusConnection, message: Message) -> None:
        self.shown += 1
        no, yes = new_error(message, f"{self.name}.No"), new_method_return(message, "u", (self.shown,))
        connection.send(yes if self.answers == "yes" else no)


@dataclass
class FileManager:
    """The desktop's file manager. `heard`: the addresses that it was to select, and the token."""

    name: str = "org.freedesktop.FileManager1"
    answers: str = "yes"  # or "no", or "" for never
    heard: queue.Queue[tuple[Any, ...]] = field(default_factory=queue.Queue)

    def serve(self, connection: DBusConnection) -> None:
        """In a thread, until the connection ends."""
        with connection, suppress(OSError):
            while True:
                message = connection.receive()
                if message.header.fields.get(HeaderFields.member) == "ShowItems":
                    self.heard.put(message.body)
                    if self.answers == "no":
                        connection.send(new_error(message, f"{self.name}.No"))
                    elif self.answers:
                        connection.send(new_method_return(message))


@contextmanager
def serving(address: str, *keepers: Keeper | Speaker | FileManager) -> Iterator[None]:
    """All of them, known by their names when this begins."""
    threads = []
    for keeper in keepers:
        connection = open_dbus_connection(address, enable_fds=True)
        bus = Proxy(message_bus, connection)
        bus.AddMatch(MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged"))
        bus.RequestName(keeper.name)
        thread = threading.Thread(target=keeper.serve, args=(connection,), daemon=True)
        thread.start()
        threads.append((thread, connection.sock))
    try:
        yield
    finally:
        for thread, sock in threads:
            sock.shutdown(socket.SHUT_RDWR)
            thread.join(LIMIT_S)
