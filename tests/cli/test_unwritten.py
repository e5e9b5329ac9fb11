"""Whoever reads the result by program must not take a result that could not be written for a good one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import usual_environment
from tests.support.samples import a_pdf

FULL = Path("/dev/full")
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")


def run_to(place: Path, tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    with place.open("wb") as out:
        return subprocess.run(
            [sys.executable, "-m", "signdesk", *arguments],
            env=usual_environment(tmp_path),
            cwd=tmp_path,
            stdout=out,
            stderr=subprocess.PIPE,
            timeout=100,
            check=False,
        )


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_result_that_could_not_be_written_is_no_success(tmp_path: Path, more: tuple[str, ...]) -> None:
    (tmp_path / "Letter.pdf").write_bytes(a_pdf())
    ended = run_to(FULL, tmp_path, "sign", "--practice", "--process", "1", *more, "Letter.pdf")
    assert ended.returncode == 1
    told = ended.stderr.decode()
    assert "The result could not be written: No space left on device. “signdesk status” tells" in told


def test_a_place_that_keeps_nothing_is_none_that_failed(tmp_path: Path) -> None:
    assert run_to(Path("/dev/null"), tmp_path, "status", "--json").returncode == 0
