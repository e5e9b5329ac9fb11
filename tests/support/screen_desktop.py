"""A desktop of the test's own, on which the program is shown and heard as by a screen reader.

    with a_desktop(folder) as desktop, desktop.program(home, "--practice") as reader:
        reader.press("push button", "Seal 3 documents")
        reader.wait_for("label", "3 of 3 sealed and checked")

A bus, an X server and the registry of accessibles of our own; everything ends with the block, also after a
failure. Skips, with the reason, where a tool is missing; where `CI` is set, that fails.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.support.forking import forked
from tests.support.message_bus import message_bus
from tests.support.screen_reader import LIMIT_S, ScreenReader
from tests.support.secret_net import watched

SYSTEM_PYTHON = "/usr/bin/python3"
PACKAGES = "at-spi2-core gir1.2-atspi-2.0 python3-gi xvfb dbus-daemon libxcb-cursor0"
_REGISTRIES = ("/usr/libexec/at-spi2-registryd", "/usr/lib/at-spi2-core/at-spi2-registryd")
_DRIVER = Path(__file__).with_name("screen_reader_driver.py")
_ROOT = Path(__file__).parents[2]


@dataclass
class Desktop:
    """`environment`: what a program needs to be shown and heard on it."""

    environment: dict[str, str]

    @contextmanager
    def program(
        self, home: Path, *arguments: str | Path, settings: str = "", **environment: str
    ) -> Iterator[ScreenReader]:
        """`signdesk` with these arguments, heard once its window is there; all its folders are in `home`.

        `settings`: what was set up once (TOML).
        """
        (home / "data").mkdir(mode=0o700, parents=True)
        (home / "data" / "settings.toml").write_text(settings, encoding="utf-8")
        told = home / "told"
        with ExitStack() as ended, told.open("wb") as output:
            driver = subprocess.Popen(
                [SYSTEM_PYTHON, _DRIVER, "SignDesk"],
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
            ended.callback(_end, driver)
            program = subprocess.Popen(
                [sys.executable, "-m", "signdesk", "--data-dir", home / "data", *arguments],
                cwd=_ROOT,
                env={
                    **self.environment,
                    **watched(home / "watched"),
                    **forked(),
                    "HOME": str(home),
                    **environment,
                },
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
            ended.callback(_end, program, signal.SIGTERM)
            reader = ScreenReader(driver, program, told)
            reader.until(lambda tree: bool(tree.nodes), "the window")
            yield reader


@contextmanager
def a_desktop(folder: Path) -> Iterator[Desktop]:
    """For any number of programs, one after the other. `folder` must be new, and its path short."""
    registry = _look_for_tools()
    with ExitStack() as ended:
        address = ended.enter_context(message_bus(folder))
        environment = {
            "PATH": os.defpath,
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "DISPLAY": ended.enter_context(_display()),
            "DBUS_SESSION_BUS_ADDRESS": address,
            "AT_SPI_BUS_ADDRESS": address,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "SIGNDESK_POLL_SECONDS": "0.1",
        }
        keeper = subprocess.Popen(
            [registry],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        ended.callback(_end, keeper)
        yield Desktop(environment)


@contextmanager
def _display() -> Iterator[str]:
    """An X server; it tells the number that it has found free."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL, start_new_session=True)
    os.close(theirs)
    try:
        with os.fdopen(ours) as told:
            number = told.readline().strip()
        assert number, "the X server did not start"
        yield f":{number}"
    finally:
        _end(server)


def _end(process: subprocess.Popen[Any], number: signal.Signals = signal.SIGKILL) -> None:
    """With everything that it has started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, number)
    try:
        process.wait(LIMIT_S)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(LIMIT_S)
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()


def _look_for_tools() -> str:
    """The registry's path."""
    registry = next((one for one in _REGISTRIES if Path(one).exists()), None)
    speaks = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if (
        not Path(SYSTEM_PYTHON).exists()
        or subprocess.run(speaks, capture_output=True, check=False).returncode
    ):
        _cannot(f"{SYSTEM_PYTHON} cannot speak AT-SPI")
    for tool in ("Xvfb", "dbus-daemon"):
        if shutil.which(tool) is None:
            _cannot(f"{tool} is missing")
    if ctypes.util.find_library("xcb-cursor") is None:
        _cannot("Qt cannot show a window: libxcb-cursor is missing")
    if registry is None:
        _cannot("at-spi2-registryd is missing")
    return registry


def _cannot(why: str) -> NoReturn:
    reason = f"{why}: apt-get install {PACKAGES}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
