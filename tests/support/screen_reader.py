"""The program as a screen reader meets it: only through the accessibility tree (AT-SPI), nothing else.

    with a_desktop(folder) as desktop, desktop.program(home, "--practice") as reader:
        reader.press("push button", "Seal 3 documents")
        reader.wait_for("label", "3 of 3 sealed and checked")

A bus, an X server and the registry of accessibles of our own; everything ends with the block, also after a
failure. Skips, with the reason, where a tool is missing; where `CI` is set, that fails.
"""

from __future__ import annotations

import ctypes.util
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.support.message_bus import message_bus
from tests.support.secret_net import watched

LIMIT_S = 60.0
SYSTEM_PYTHON = "/usr/bin/python3"
_REGISTRIES = ("/usr/libexec/at-spi2-registryd", "/usr/lib/at-spi2-core/at-spi2-registryd")
_DRIVER = Path(__file__).with_name("screen_reader_driver.py")
_ROOT = Path(__file__).parents[2]
PACKAGES = "at-spi2-core gir1.2-atspi-2.0 python3-gi xvfb dbus-daemon libxcb-cursor0"


class Key(IntEnum):
    """X11's symbols."""

    RETURN = 0xFF0D
    ESCAPE = 0xFF1B
    SPACE = 0x20
    HOME = 0xFF50
    DOWN = 0xFF54
    END = 0xFF57
    F1 = 0xFFBE
    F2 = 0xFFBF


@dataclass(frozen=True, slots=True)
class Node:
    """One accessible at one moment. `labels`: the names of those that label it."""

    id: int
    parent: int
    role: str
    name: str
    description: str
    states: frozenset[str]
    actions: tuple[str, ...]
    text: str
    labels: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.role} “{self.name}”"


def _node(told: dict[str, Any]) -> Node:
    plain = {key: value for key, value in told.items() if not isinstance(value, list)}
    return Node(
        states=frozenset(told["states"]),
        actions=tuple(told["actions"]),
        labels=tuple(told["labels"]),
        **plain,
    )


@dataclass(frozen=True, slots=True)
class Tree:
    """All that was shown at one moment, each part before its children."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.nodes))

    def all(self, role: str = "", name: str = "", within: Node | None = None) -> list[Node]:
        """Those with this role, and a name that begins so; of `within` only what is in it."""
        found = [one for one in self.nodes if role in ("", one.role) and one.name.startswith(name)]
        return found if within is None else [one for one in found if self._is_in(one, within)]

    def names(self, role: str, within: Node | None = None) -> list[str]:
        """Their names, in order."""
        return [one.name for one in self.all(role, within=within)]

    def around(self, node: Node) -> Node:
        """What it is part of."""
        return next(one for one in self.nodes if one.id == node.parent)

    def _is_in(self, one: Node, outer: Node) -> bool:
        parents = {each.id: each.parent for each in self.nodes}
        at = one.parent
        while at in parents and at != outer.id:
            at = parents[at]
        return at == outer.id


class ScreenReader:
    """One program that runs, and the driver that hears it."""

    def __init__(self, driver: subprocess.Popen[str], program: subprocess.Popen[bytes], told: Path) -> None:
        self._driver = driver
        self._program = program
        self._told = told

    def tree(self) -> Tree:
        """What is shown now."""
        return Tree(tuple(map(_node, self._ask("tree"))))

    def focused(self, role: str, name: str) -> Tree:
        """Only what has got the keyboard, once it is of this role and its name begins so."""

        def got() -> Tree:
            return Tree(tuple(map(_node, self._ask("focused"))))

        self.until(lambda _: bool(got().all(role, name)), f"the keyboard on {role} “{name}”")
        return got()

    def said(self) -> list[str]:
        """All announcements until now."""
        return list(self._ask("said"))

    def until(self, true: Callable[[Tree], bool], what: str) -> Tree:
        """The first tree of which it is true; the failure names what was waited for, and shows the tree."""
        end = time.monotonic() + LIMIT_S
        while not true(tree := self.tree()):
            if time.monotonic() > end or self._program.poll() is not None:
                pytest.fail(f"waited in vain for: {what}\n{tree}\n{self._told.read_text(errors='replace')}")
            self._ask("pause")
        return tree

    def wait_for(self, role: str, name: str, *, within: str = "frame") -> Node:
        """The first of this role that is enabled and whose name begins so, in the "frame" or a "dialog"."""

        def found(tree: Tree) -> list[Node]:
            outer = tree.all(within)[:1]
            return [one for up in outer for one in tree.all(role, name, up) if "enabled" in one.states]

        return found(self.until(lambda tree: bool(found(tree)), f"{role} “{name}”"))[0]

    def press(self, role: str, name: str, *, within: str = "frame") -> None:
        """The control's own action, as soon as it can be pressed."""
        self.act(self.wait_for(role, name, within=within), "Press")

    def add_file(self, path: Path) -> None:
        """By the dialog for it."""
        self.press("push button", "Add files")
        self.write(self.wait_for("text", "File name", within="dialog"), str(path))
        self.press("push button", "Open", within="dialog")

    def act(self, node: Node, action: str) -> None:
        """Does an action of it, which must be there."""
        others = self._ask("act", node.id, action)
        assert not others, f"{node} has no action {action}, only {others}"

    def write(self, node: Node, text: str) -> None:
        """Replaces the text in it."""
        assert self._ask("write", node.id, text), f"nothing can be written into {node}"

    def choose(self, node: Node, child: int) -> None:
        """Selects one of its children, counted from 0."""
        assert self._ask("choose", node.id, child), f"{node} has no child {child} to select"

    def bring_to_front(self) -> None:
        """Gives the window the keyboard, which is the part of a window manager."""
        (window,) = self.until(lambda tree: bool(tree.all("frame")), "the window").all("frame")
        self._ask("activate", window.id)
        self.until(lambda tree: "active" in tree.all("frame")[0].states, "the window in front")

    def key(self, key: Key) -> None:
        """Presses it and lets it go, wherever the keyboard is."""
        self._ask("key", int(key))

    def _ask(self, *question: object) -> Any:
        assert self._driver.stdin is not None
        assert self._driver.stdout is not None
        self._driver.stdin.write(json.dumps(question) + "\n")
        self._driver.stdin.flush()
        line = self._driver.stdout.readline()
        assert line, "the screen reader's driver has ended"
        answer = json.loads(line)
        assert "error" not in answer, answer.get("error")
        return answer["told"]


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
                env={**self.environment, **watched(home / "watched"), "HOME": str(home), **environment},
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
