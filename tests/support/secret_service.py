"""A message bus of the test's own, with gnome-keyring on it, or with a service that never answers.

Nothing is started by name on that bus, so no prompt can appear and nothing outlives the test.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support.canary import marked
from tests.support.message_bus import LIMIT_S, end, message_bus

PASSWORD = marked("of the keyring")
TOOLS = {"dbus-daemon": "dbus-daemon", "gnome-keyring-daemon": "gnome-keyring"}

_WAIT = """
import sys
from jeepney import DBusAddress, MatchRule, message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection
name = "org.freedesktop.secrets"
with open_dbus_connection(sys.argv[1]) as connection:
    bus = Proxy(message_bus, connection)
    came = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
    came.add_arg_condition(0, name)
    bus.AddMatch(came)
    with connection.filter(came) as signals:
        if not bus.NameHasOwner(name)[0]:
            connection.recv_until_filtered(signals, timeout=30)
"""
_LOCK = """
from contextlib import closing
import secretstorage
with closing(secretstorage.dbus_init()) as bus:
    secretstorage.get_default_collection(bus).lock()
"""
_SILENT = """
import sys
from jeepney import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection
with open_dbus_connection(sys.argv[1]) as connection:
    Proxy(message_bus, connection).RequestName("org.freedesktop.secrets")
    while True:
        connection.receive()
"""


@dataclass
class SecretService:
    """`environment`: what a program needs to find it; all its folders are below `home`."""

    home: Path
    address: str
    environment: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        (self.home / "tmp").mkdir()
        (self.home / "run").mkdir(mode=0o700)
        self.environment = {
            "HOME": str(self.home),
            "TMPDIR": str(self.home / "tmp"),
            "XDG_DATA_HOME": str(self.home / "share"),
            "XDG_RUNTIME_DIR": str(self.home / "run"),
            "DBUS_SESSION_BUS_ADDRESS": self.address,
        }

    def lock(self) -> None:
        """As a person does before going to lunch."""
        command = [sys.executable, "-c", _LOCK]
        subprocess.run(command, env=self.environment, check=True, timeout=LIMIT_S, capture_output=True)


@contextmanager
def gnome_keyring(home: Path, *, password: str | None = PASSWORD) -> Iterator[SecretService]:
    """Unlocked with the password; without one nobody has ever unlocked it. Skips where tools are missing."""
    with _bus(home) as service, ExitStack() as ended:
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        if password is not None:
            command.append("--unlock")
        daemon = subprocess.Popen(
            [*command, f"--control-directory={home}/run/keyring"],
            env=service.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        ended.callback(end, daemon)
        assert daemon.stdin is not None
        daemon.stdin.write((password or "").encode())
        daemon.stdin.close()
        _wait_for_name(service)
        yield service


@contextmanager
def silent_service(home: Path) -> Iterator[SecretService]:
    """It takes every question, and answers none."""
    with _bus(home) as service, ExitStack() as ended:
        daemon = subprocess.Popen([sys.executable, "-c", _SILENT, service.address], env=service.environment)
        ended.callback(end, daemon)
        _wait_for_name(service)
        yield service


@contextmanager
def _bus(home: Path) -> Iterator[SecretService]:
    if shutil.which("gnome-keyring-daemon") is None:
        pytest.skip("gnome-keyring-daemon is missing: apt-get install gnome-keyring")
    with message_bus(home) as address:
        yield SecretService(home, address)


def _wait_for_name(service: SecretService) -> None:
    command = [sys.executable, "-c", _WAIT, service.address]
    subprocess.run(command, check=True, timeout=LIMIT_S, capture_output=True)
