"""A line of settings or policy that cannot be read: what depends on it stops, and nothing is deleted."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from signdesk.practice.service import Method
from tests.cli.conftest import Ended, SignDesk, usual_environment
from tests.cli.test_connections import BY_POLICY
from tests.support.canary import KEY
from tests.support.practice_runner import PracticeRun
from tests.support.samples import a_pdf
from tests.support.saved import saved_in

Sign = Callable[..., Ended]
KEEP = "[saving]\ndelete_from_server = false\n"


@pytest.fixture
def sign(signdesk: SignDesk, tmp_path: Path) -> Sign:
    """sign(*how the server is named): one letter by process 1, saved to `Sealed`."""
    (tmp_path / "Letter.pdf").write_bytes(a_pdf())

    def run(*named: str) -> Ended:
        rest = ("--process", "1", "--save-to", tmp_path / "Sealed", tmp_path / "Letter.pdf")
        return signdesk("sign", *named, *rest, SIGNDESK_API_KEY=KEY)

    return run


@pytest.fixture
def under_policy(tmp_path: Path) -> Callable[[str, tuple[str, ...]], Ended]:
    """under_policy("...", how the server is named): as `sign`, where that is the organisation's file."""

    def run(text: str, named: tuple[str, ...]) -> Ended:
        folder = tmp_path / "policy"
        folder.mkdir(mode=0o755, exist_ok=True)
        (folder / "policy.toml").write_text(text, encoding="utf-8")
        (folder / "policy.toml").chmod(0o644)
        rest = ("--process", "1", "--save-to", str(tmp_path / "Sealed"), str(tmp_path / "Letter.pdf"))
        program = BY_POLICY.format(folder=str(folder))
        done = subprocess.run(
            [sys.executable, "-c", program, "sign", *named, *rest],
            env={**usual_environment(tmp_path), "SIGNDESK_API_KEY": KEY},
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        return Ended(done.returncode, done.stdout, done.stderr)

    return run


def section(name: str, address: str, more: str = "") -> str:
    process = f'[connections.{name}.processes.1]\nlabel = "Seal"\n'
    return f'[connections.{name}]\naddress = "{address}"\n{more}{process}'


@pytest.mark.parametrize(
    ("slip", "line"),
    [
        (KEEP + "receipts = yes\n", 3),
        ('[saving]\ndelete_from_server = "false"\n', 2),
        ("[saving]\ndelete_from_sever = false\n", 2),
        ("[privacy]\nlog_level = 3\n", 2),
    ],
)
def test_the_copy_stays_until_the_line_is_mended_and_resume_deletes_it(
    sign: Sign,
    signdesk: SignDesk,
    settings: Callable[[str], None],
    practice: PracticeRun,
    tmp_path: Path,
    slip: str,
    line: int,
) -> None:
    settings(slip)
    ended = sign("--server", practice.server.base_url)
    assert ended.code == 0, ended.err
    assert f"settings.toml, line {line}" in ended.err
    assert "is kept: a line of the settings cannot be read" in ended.err
    assert "Removing" not in ended.err
    assert len(saved_in(tmp_path / "Sealed")) == 1
    resume = ("resume", "--server", practice.server.base_url)
    assert signdesk(*resume, SIGNDESK_API_KEY=KEY).code == 0
    assert practice.ledger.count(Method.DELETE) == 0
    settings("[saving]\nreceipts = true\n")
    assert signdesk(*resume, SIGNDESK_API_KEY=KEY).code == 0
    assert practice.ledger.count(Method.DELETE) == 1
    assert "cannot be read" not in signdesk("status", "--json").out
    assert practice.ledger.count(Method.ACCEPT) == 1


@pytest.mark.parametrize("more", ["api_key_header = 7\n", "batch_bytes = -1\n", 'key = "/k.pem"\n'])
def test_nothing_is_ordered_over_a_section_that_cannot_be_read(
    sign: Sign, settings: Callable[[str], None], practice: PracticeRun, more: str
) -> None:
    address = practice.server.base_url
    settings(section("office", address, more))
    for named in (("--connection", "office"), ("--server", address), ()):
        ended = sign(*named)
        assert ended.code == 2, named
        assert "Nothing is sealed until this is corrected" in ended.err
        assert "settings.toml, line 3: connections.office." in ended.err
    assert practice.ledger.received == ()


@pytest.mark.parametrize(
    "first",
    [
        'default_connection = "office"\n[connections.office]\naddress = "seal server"\n',
        'default_connection = 3\n[connections.office]\naddress = "https://seal.invalid"\n',
        "[connections.office]\naddress = 3\n",
    ],
)
def test_no_other_connection_takes_the_place_of_one_that_cannot_be_read(
    sign: Sign, settings: Callable[[str], None], practice: PracticeRun, first: str
) -> None:
    settings(first + section("spare", practice.server.base_url))
    ended = sign()
    assert ended.code == 2, ended.err
    assert "settings.toml, line " in ended.err
    assert practice.ledger.received == ()
    assert sign("--connection", "spare").code == 0


@pytest.mark.usefixtures("sign")
def test_a_file_that_is_no_toml_may_speak_of_the_organisations_connection(
    settings: Callable[[str], None],
    under_policy: Callable[[str, tuple[str, ...]], Ended],
    practice: PracticeRun,
) -> None:
    settings("[connections.office\n")
    office, named = section("office", practice.server.base_url), ("--connection", "office")
    ended = under_policy(office, named)
    assert ended.code == 2, ended.err
    assert practice.ledger.received == ()
    ended = under_policy('locked = ["connections.office"]\n' + office, named)
    assert ended.code == 0, ended.err
    assert practice.ledger.count(Method.DELETE) == 0


@pytest.mark.usefixtures("sign")
@pytest.mark.parametrize("text", ["[saving\n", "locked = 3\n", 'locked = ["saving.foldr"]\n'])
def test_nothing_is_ordered_with_a_policy_that_cannot_be_read(
    under_policy: Callable[[str, tuple[str, ...]], Ended], practice: PracticeRun, text: str
) -> None:
    ended = under_policy(text, ("--server", practice.server.base_url))
    assert ended.code == 2, ended.err
    assert "policy.toml, line 1" in ended.err
    assert practice.ledger.received == ()
