"""Every test runs offscreen, without the user's settings, secrets or folders, and warnings are errors."""

from __future__ import annotations

import asyncio
import compileall
import gc
import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import hypothesis
import pytest

if TYPE_CHECKING:
    from tests.support.practice_runner import PracticeRun

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # read when the QApplication is made
os.environ.pop("DISPLAY", None)
os.environ.pop("WAYLAND_DISPLAY", None)
for name in [name for name in os.environ if name.startswith("SIGNDESK_")]:
    del os.environ[name]

# How long a case takes on a busy machine tells nothing of the program.
hypothesis.settings.register_profile("signdesk", deadline=None)
hypothesis.settings.load_profile("signdesk")

pytest_plugins = ["tests.support.secret_net"]

# What takes longest: begun first, so that no worker is left alone with it at the end.
FIRST = (
    "tests/accessibility/", "tests/faults/test_histories.py", "tests/faults/test_hostile_results.py",
    "tests/faults/test_journal_access.py", "tests/faults/test_memory.py",
    "tests/seals/worker/test_hostile_pdfs.py",
)  # fmt: skip
OFFSCREEN_SAYS = "This plugin does not support"  # size hints, raising windows: harmless


def pytest_configure(config: pytest.Config) -> None:
    """Compiles the program once: its document worker, which is started so often, may write no files."""
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(Path(__file__).parents[1] / "signdesk", quiet=2)


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> dict[str, Callable[[], Any]] | None:
    """Tests that ask for `qtbot` get a qasync loop, the others asyncio's own."""
    if "qtbot" not in getattr(item, "fixturenames", ()):
        return {"asyncio": asyncio.new_event_loop}
    import qasync
    from PySide6.QtWidgets import QApplication

    return {"qasync": lambda: qasync.QEventLoop(QApplication.instance() or QApplication([]))}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """`sampled(n)`: about one of n cases runs in the ordinary run, by its seed; all in the long one."""
    seed = config.getoption("randomly_seed", 0)
    is_ordinary = "not long" in config.getoption("markexpr")
    for item in items:
        mark = item.get_closest_marker("sampled")
        if mark and not (is_ordinary and crc32(f"{seed} {item.nodeid}".encode()) % mark.args[0] == 0):
            item.add_marker(pytest.mark.long)
    items.sort(key=lambda item: not item.nodeid.startswith(FIRST))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What thousands of tests are made of lasts as long as the run: no collection need walk through it."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """As in the program (desktop.collecting): no other thread may destroy a test's Qt objects.

    Not until here has pytest let go of the fixtures' values, of whole windows, that is.
    """
    if "qapp" not in getattr(item, "fixturenames", ()):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What was logged may hold names that are no text (lone surrogates), and reports travel as UTF-8."""
    report = yield
    report.sections = [
        (name, text.encode("utf-8", "backslashreplace").decode()) for name, text in report.sections
    ]
    return report


@pytest.fixture(autouse=True)
def no_qt_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """Qt prints a warning where a release build would be quietly wrong: it fails the test."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    heard = request.getfixturevalue("qtlog")
    yield
    # Outside a running loop nobody delivers these, and every later test would restyle the dead widgets.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    messages = [record.message for record in heard.records if record.type_name != "QtDebugMsg"]
    assert [one for one in messages if not one.startswith(OFFSCREEN_SAYS)] == []


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever asks the platform for a folder gets one below tmp_path."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={home}/no-bus")


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeRun]:
    """A practice server for this test."""
    from tests.support.practice_runner import running_practice

    folder = tmp_path / "server"
    folder.mkdir()
    with running_practice(folder) as running:
        yield running


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A small document."""
    from tests.support.samples import a_pdf

    path = tmp_path / "Letter.pdf"
    path.write_bytes(a_pdf())
    return path
