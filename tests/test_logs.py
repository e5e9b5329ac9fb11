from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from signdesk.logs import keep_log


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    handler = keep_log(tmp_path)
    yield tmp_path / "signdesk.log"
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
