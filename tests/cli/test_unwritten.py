"""Whoever reads the result by program must not take a result that could not be written for a good one."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import SignDesk, usual_environment
from tests.support.samples import a_pdf

FULL = Path("/dev/full")
on_linux = pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
by_shell = pytest.mark.skipif(sys.platform == "win32", reason="no such shell there")


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


@on_linux
@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_result_that_could_not_be_written_is_no_success(tmp_path: Path, more: tuple[str, ...]) -> None:
    (tmp_path / "Letter.pdf").write_bytes(a_pdf())
    ended = run_to(FULL, tmp_path, "sign", "--practice", "--process", "1", *more, "Letter.pdf")
    assert ended.returncode == 1
    told = ended.stderr.decode()
    assert "The result could not be written: No space left on device. “signdesk status” tells" in told


@on_linux
def test_a_list_that_could_not_be_written_is_no_success(tmp_path: Path) -> None:
    ended = run_to(FULL, tmp_path, "status", "--json")
    assert ended.returncode == 1
    assert b"The result could not be written: No space left on device." in ended.stderr


def test_a_place_that_keeps_nothing_is_none_that_failed(tmp_path: Path) -> None:
    assert run_to(Path("/dev/null"), tmp_path, "status", "--json").returncode == 0


def without(closed: str, *arguments: str) -> list[str]:
    """The command with a stream closed by the shell: `closed` is "2>&-", say."""
    return ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-m", "signdesk", *arguments]


@by_shell
def test_a_result_that_nobody_can_read_is_no_success(tmp_path: Path) -> None:
    ended = subprocess.run(
        without(">&-", "status", "--json"),
        env=usual_environment(tmp_path),
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        timeout=100,
        check=False,
    )
    assert ended.returncode == 1
    assert b"The result could not be written: Bad file descriptor." in ended.stderr


@by_shell
@pytest.mark.parametrize("arguments", [("sign", "--json"), ("sign", "--json", "gone.pdf"), ("sing", "x")])
def test_what_is_wrong_does_not_get_into_the_result_where_stderr_is_closed(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    ended = subprocess.run(
        without("2>&-", *arguments),
        env=usual_environment(tmp_path),
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        timeout=100,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (2, b"")


def leads_to(descriptor: Path) -> str:
    try:
        return str(descriptor.readlink())
    except FileNotFoundError:
        return "nothing"


@on_linux
def test_no_file_gets_the_number_of_a_stream_that_was_closed(tmp_path: Path) -> None:
    """What a library writes to standard error would go into it, into the journal even."""
    waiting = subprocess.Popen(
        without("2>&-", "login", "--server", "https://seal.example.com"),
        env=usual_environment(tmp_path),
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        place = Path(f"/proc/{waiting.pid}/fd/2")
        until_s = time.monotonic() + 60
        while (led_to := leads_to(place)) != "/dev/null" and time.monotonic() < until_s:
            time.sleep(0.02)  # its Python is being started
        assert led_to == "/dev/null"
    finally:
        waiting.kill()
        waiting.communicate()


def test_direction_characters_are_written_out_in_the_terminal(signdesk: SignDesk) -> None:
    for arguments in (("sign", "--practice", "--process", "1", "a\u202eb.pdf"), ("status", "--a\u202eb")):
        ended = signdesk(*arguments)
        assert ended.code == 2
        assert "\u202e" not in ended.err
        assert "a[U+202E]b" in ended.err
