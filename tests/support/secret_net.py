"""A net under every test: no secret of a test may come to lie anywhere (signdesk/README.md, P14).

A pytest plugin. It looks for the mark of all secrets (tests/support/canary.py) in
- every log record of this process, at DEBUG, with its traceback, and what the test printed;
- arguments and environment of each process that is started, and what comes back from it;
- each file below the test's folder when the test has ended; each file elsewhere that was opened for writing;
  each file at the moment when it is removed;
- texts, tool tips, accessible names and models of all widgets, and the clipboard (`secret_windows`).

A test that finds a secret ends in an error that names the place. What may hold them, such as a keyring's own
store, is named by `may_hold`. Not seen: what native code writes to places outside the test's folder.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

import pytest

from tests.support import secret_windows
from tests.support.canary import content, leaking_files, leaks
from tests.support.forking import AT_START

# What a person's shell hands to `signdesk`, which hands it to nobody.
_GIVEN = (
    "SIGNDESK_API_KEY",
    "SIGNDESK_TOKEN",
    "SIGNDESK_PASSWORD",
    "SIGNDESK_KEY_PASS_PHRASE",
    "SIGNDESK_PROXY_PASSWORD",
)
_SHOWN = 120
_LOCK = ".lock"  # removed while it is locked, which looking would make last


class SecretNet:
    """`found`: where secrets lay, in words. Any thread may call it."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._folder: Path | None = None
        self._allowed: list[Path] = []
        self._written: set[str] = set()

    def begin(self, folder: Path) -> None:
        """From here on files are looked at; `folder` is the test's own."""
        self._allowed, self._written = [], set()
        self._folder = folder

    def end(self) -> list[str]:
        """Looks at all files, and tells everything that was found since the last end."""
        folder, self._folder = self._folder, None
        if folder is not None:
            self.found += leaking_files(folder, but=tuple(self._allowed))
        for path in map(Path, self._written):
            if not self._may_hold(path):
                self.look(str(path), content(path))
        found, self.found = self.found, []
        return list(dict.fromkeys(found))

    def allow(self, path: Path) -> None:
        """The file or folder may hold secrets, until the test ends."""
        self._allowed.append(path)

    def look(self, where: str, held: bytes | str | None) -> None:
        """For a secret in `held`."""
        if held:
            self.found += [f"{where}: {form}" for form in leaks(held)]

    def happens(self, event: str, arguments: tuple[Any, ...]) -> None:
        """An audit event of this process, before it takes effect."""
        act = self._acts.get(event)
        if act is not None:
            act(self, arguments)

    def _starts(self, arguments: tuple[Any, ...]) -> None:
        """`subprocess.Popen`. From Python 3.13 on, most are told a second time, as `os.posix_spawn`."""
        executable, told, _folder, environment = arguments
        self._process(environment, executable, told)

    def _executes(self, arguments: tuple[Any, ...]) -> None:
        """`os.exec` and `os.posix_spawn`."""
        path, told, environment = arguments
        self._process(environment, path, told)

    def _spawns(self, arguments: tuple[Any, ...]) -> None:
        """`os.spawn`."""
        _mode, path, told, environment = arguments
        self._process(environment, path, told)

    def _asks_the_shell(self, arguments: tuple[Any, ...]) -> None:
        """`os.system`."""
        (command,) = arguments
        self._process(None, command)

    def _process(self, environment: Mapping[Any, Any] | None, *told: object) -> None:
        """One that is about to be started. `environment`: None where it inherits this one's."""
        words = [str(_plain(one)) for one in told]
        self.look("arguments of a process", " ".join(words))
        is_ours = "signdesk" in words[-1]
        for name, value in (os.environ if environment is None else environment).items():
            if not (is_ours and _text(name) in _GIVEN):
                self.look(f"environment of a process: {_text(name)}", value)

    def _opens(self, arguments: tuple[Any, ...]) -> None:
        path, _, flags = arguments
        if self._folder is None or not isinstance(flags, int) or not flags & (os.O_WRONLY | os.O_RDWR):
            return
        if isinstance(path, str | bytes) and not _text(path).startswith(
            (str(self._folder), "/proc/", "/dev/")
        ):
            self._written.add(os.path.abspath(_text(path)))  # noqa: PTH100 - asked for each file that is opened

    def _removes(self, arguments: tuple[Any, ...]) -> None:
        path, folder = arguments
        if self._folder is None or _text(path).endswith(_LOCK):
            return
        where = Path(f"/proc/self/fd/{folder}") if isinstance(folder, int) and folder >= 0 else Path()
        target = where.resolve() / _text(path)
        if not self._may_hold(target):
            self.look(f"{target}, which was removed", content(target))

    # Their arguments: Python's audit events table. The same from 3.11 to 3.13, but for how often they happen.
    _acts: ClassVar[dict[str, Callable[[SecretNet, tuple[Any, ...]], None]]] = {
        "subprocess.Popen": _starts,
        "os.exec": _executes,
        "os.posix_spawn": _executes,
        "os.spawn": _spawns,
        "os.system": _asks_the_shell,
        "open": _opens,
        "os.remove": _removes,
    }

    def _may_hold(self, path: Path) -> bool:
        return any(path.is_relative_to(one) for one in self._allowed)


class _Ear(logging.Handler):
    """Every record, as a log file would hold it."""

    def __init__(self, net: SecretNet) -> None:
        super().__init__(logging.DEBUG)
        self._net = net

    def emit(self, record: logging.LogRecord) -> None:
        text = self.format(record)
        if leaks(text):
            self._net.look(f"log of {record.name}, “{_around(text)}”", text)


NET = SecretNet()


def may_hold(*paths: Path) -> None:
    """The files or folders may hold secrets in this test: they are the keyring, or the test's own."""
    for path in paths:
        NET.allow(path)


def watched(folder: Path) -> dict[str, str]:
    """What makes a Python that is started write down its logs, what it starts and removes, below `folder`."""
    folder.mkdir(exist_ok=True)
    root = AT_START.parents[2]  # this checkout, wherever the environment is
    return {
        "PYTHONPATH": f"{AT_START}{os.pathsep}{root}",
        "TESTS_WATCHED": str(folder),
        "TMPDIR": str(folder),  # so that the net sees what is left there
    }


def pytest_configure(config: pytest.Config) -> None:
    """For the whole run; an audit hook cannot be taken away again."""
    logging.getLogger().setLevel(logging.DEBUG)
    logging.getLogger().addHandler(_Ear(NET))
    sys.addaudithook(NET.happens)
    subprocess.Popen.communicate = _heard(subprocess.Popen.communicate)  # type: ignore[method-assign]


def _heard(communicate: Callable[..., Any]) -> Callable[..., Any]:
    def communicate_and_look(process: Any, *arguments: Any, **options: Any) -> Any:
        told = communicate(process, *arguments, **options)
        for stream, name in zip(told, ("stdout", "stderr"), strict=True):
            NET.look(f"{name} of {_plain(process.args)!s:.{_SHOWN}}", stream)
        return told

    return communicate_and_look


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """At the end of the test, before its widgets are closed."""
    outcome = yield
    if "qtbot" in getattr(item, "fixturenames", ()):
        look_at_windows()
    return outcome


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """What was printed; a failing test may print what it likes."""
    report = yield
    if report.passed and report.when != "teardown":
        for name, text in report.sections:
            NET.look(f"{name} of the test", text)
    return report


def look_at_windows() -> None:
    """Now, whatever is on the screen."""
    shown = list(secret_windows.texts())
    if leaks("\n".join(text for _, text in shown)):  # looked for in each alone only where there is one
        for where, text in shown:
            NET.look(where, text)


@pytest.fixture(autouse=True)
def no_secret_left(tmp_path: Path) -> Iterator[None]:
    """Around all of the test's other fixtures but its folder."""
    NET.begin(tmp_path)
    yield
    found = NET.end()
    if found:
        pytest.fail("a secret was left:\n" + "\n".join(found), pytrace=False)


def _plain(command: object) -> object:
    """As one would read it."""
    if isinstance(command, list | tuple):
        return [_plain(one) for one in command]
    return os.fsdecode(command) if isinstance(command, bytes | os.PathLike) else command


def _text(name: str | bytes) -> str:
    return os.fsdecode(name)


def _around(text: str) -> str:
    return text[:_SHOWN]
