from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from signdesk import logs
from signdesk.domain.settings import LogLevel
from signdesk.logs import LARGEST_BYTES, keep_log, tell
from signdesk.platform.windows import Windows
from tests.platform.windows_machine import WindowsMachine


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    handler = keep_log(tmp_path / "logs" / "signdesk.log")
    yield tmp_path / "logs" / "signdesk.log"
    tell(LogLevel.WARNING)
    logging.getLogger().removeHandler(handler)
    handler.close()


def test_nothing_to_say_makes_no_file(log_file: Path) -> None:
    logging.getLogger("signdesk").info("all well")
    assert not log_file.exists()


def test_faults_are_written_down_with_their_traceback(
    log_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        int("x")
    except ValueError:
        logging.getLogger("signdesk.jobs").exception("batch \udcff")
    assert "Traceback" in log_file.read_text()
    assert capsys.readouterr().err == ""


def test_a_log_that_cannot_be_written_stays_silent(
    log_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log_file.mkdir()
    logging.getLogger("signdesk").error("lost")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("level", "told"),
    [
        (LogLevel.ERROR, ["error"]),
        (LogLevel.WARNING, ["warning", "error"]),
        (LogLevel.INFO, ["info", "warning", "error"]),
        (LogLevel.DEBUG, ["debug", "info", "warning", "error"]),
    ],
)
@pytest.mark.parametrize("before", list(LogLevel))
def test_it_tells_as_much_as_was_last_said(
    log_file: Path,
    before: LogLevel,
    level: LogLevel,
    told: list[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)  # of all, as Python has it; the search for secrets hears everything
    ours, theirs = logging.getLogger("signdesk.jobs"), logging.getLogger("asyncio")
    tell(before)
    tell(level)
    ours.error("error")
    for name in ("debug", "info", "warning"):
        getattr(ours, name)(name)
    theirs.info("a library")
    assert sorted(line.split()[-1] for line in log_file.read_text().splitlines()) == sorted(told)


def test_it_is_for_this_user_alone_and_bounded(log_file: Path) -> None:
    log_file.touch(mode=0o644)
    logging.getLogger("signdesk").warning("the first")
    assert stat.S_IMODE(log_file.stat().st_mode) == 0o600
    for _ in range(35):
        logging.getLogger("signdesk").warning("x" * (LARGEST_BYTES // 10))
    files = sorted(log_file.parent.iterdir())
    assert [path.name for path in files] == ["signdesk.log", "signdesk.log.1"]
    assert all(path.stat().st_size <= LARGEST_BYTES for path in files)
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE(log_file.parent.stat().st_mode) == 0o700


def test_no_place_for_it_is_no_trouble(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    handler = keep_log(tmp_path / "file" / "signdesk.log")
    logging.getLogger("signdesk").error("lost")
    logging.getLogger().removeHandler(handler)
    assert capsys.readouterr().err == ""


def test_records_beyond_all_bounds_do_not_heap_up(log_file: Path) -> None:
    for _ in range(3):
        logging.getLogger("signdesk").warning("x" * LARGEST_BYTES)
    assert [len(path.read_text().splitlines()) for path in sorted(log_file.parent.iterdir())] == [1, 1]


@pytest.fixture
def both(log_file: Path) -> Iterator[list[logging.Handler]]:
    """The handlers of two processes, such as the window's and that of `signdesk sign`, for one file."""
    handlers = [keep_log(log_file), keep_log(log_file)]
    yield handlers
    for one in handlers:
        logging.getLogger().removeHandler(one)
        one.close()


def _log_in_turn(handlers: list[logging.Handler], count: int) -> None:
    for number in range(count):
        text = f"{number:03} {'x' * (LARGEST_BYTES // 10)}"
        record = logging.LogRecord("signdesk", logging.ERROR, __file__, 1, text, None, None)
        handlers[number % 2].handle(record)


def _logged(log_file: Path) -> list[int]:
    files = [path for path in sorted(log_file.parent.iterdir(), reverse=True)]
    return [int(line.split()[5]) for path in files for line in path.read_text().splitlines()]


def test_two_processes_roll_one_log_over_without_losing_records(
    log_file: Path, both: list[logging.Handler]
) -> None:
    _log_in_turn(both, 15)
    assert _logged(log_file) == list(range(15))
    _log_in_turn(both, 15)
    assert _logged(log_file)[-10:] == list(range(5, 15))


def test_they_do_so_where_no_open_file_can_be_renamed(
    log_file: Path, both: list[logging.Handler], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows."""
    renames = {"rename": os.rename, "replace": os.replace}

    def renamed(name: str, source: Path, target: Path) -> None:
        opened = {path.readlink() for path in Path("/proc/self/fd").iterdir() if path.is_symlink()}
        if Path(source) in opened:
            raise PermissionError(13, "used by another process")
        renames[name](source, target)

    monkeypatch.setattr(logs, "SYSTEM", Windows(WindowsMachine()))
    for name in renames:
        monkeypatch.setattr(os, name, partial(renamed, name))
    _log_in_turn(both, 15)
    assert _logged(log_file) == list(range(15))
    assert len(list(log_file.parent.iterdir())) == 2
