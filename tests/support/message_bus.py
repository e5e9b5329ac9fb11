"""A message bus of the test's own. Nothing is started by name on it, and nothing outlives the test."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

LIMIT_S = 30

_BUS = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={path}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@contextmanager
def message_bus(home: Path) -> Iterator[str]:
    """Its address. Skips where the daemon is missing."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is missing: apt-get install dbus-daemon")
    home.mkdir(parents=True, exist_ok=True)
    config = home / "bus.conf"
    config.write_text(_BUS.format(path=home / "bus"))
    daemon = subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        assert address, "the message bus did not start"
        yield address
    finally:
        end(daemon)


def end(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    """At once."""
    process.kill()
    process.wait(LIMIT_S)
    if process.stdout is not None:
        process.stdout.close()
