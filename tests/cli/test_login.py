"""`signdesk login` and `logout`, and what `sign` and `resume` do with it, on a real keyring."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from signdesk.domain.servers import Credentials
from signdesk.practice.service import Method
from tests.cli.conftest import Ended, SignDesk
from tests.support.canary import CANARY, MARK, PASSWORD, TOKEN, WRONG_KEY, leaking_files, leaks, marked
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.saved import saved_in
from tests.support.secret_service import SecretService, gnome_keyring, silent_service

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="Credentials Service is a thing of Linux desktops"
)


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[SecretService]:
    with gnome_keyring(tmp_path / "desk") as service:
        yield service


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeRun]:
    folder = tmp_path / "server"
    folder.mkdir()
    with running_practice(folder, credentials=Credentials(api_key=CANARY)) as running:
        yield running


TYPED = "typed by mistake"  # where no secret may be, so not marked as one


class Desk:
    """`signdesk` on the desk of somebody whose keyring is `ring`."""

    def __init__(self, signdesk: SignDesk, ring: SecretService, address: str, document: Path) -> None:
        self._signdesk = signdesk
        self.ring = ring
        self.address = address
        self.document = document

    def run(self, *arguments: str | Path, typed: str = "", **environment: str) -> Ended:
        return self._signdesk(*arguments, typed=typed, **{**self.ring.environment, **environment})

    def login(self, *more: str, typed: str = f"{CANARY}\n", **environment: str) -> Ended:
        return self.run("login", "--server", self.address, *more, typed=typed, **environment)

    def logout(self, **environment: str) -> Ended:
        return self.run("logout", "--server", self.address, **environment)

    def sign(self, *more: str | Path, **environment: str) -> Ended:
        save_to = self.ring.home / "Sealed"
        arguments = ("--server", self.address, "--process", "1", "--save-to", save_to, "--again")
        return self.run("sign", *arguments, *more, self.document, **environment)


@pytest.fixture
def desk(signdesk: SignDesk, ring: SecretService, practice: PracticeRun, document: Path) -> Desk:
    return Desk(signdesk, ring, practice.server.base_url, document)


def test_what_login_keeps_signs_until_logout(desk: Desk) -> None:
    kept = desk.login()
    assert kept.code == 0, kept.err
    assert f"The sign-in for {desk.address} is in the keyring." in kept.err
    assert desk.sign().code == 0
    assert desk.logout().code == 0
    ended = desk.sign()
    assert ended.code == 3
    assert f"signdesk login --server {desk.address}" in ended.err
    again = desk.logout()
    assert (again.code, "holds no sign-in" in again.err) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "credentials"),
    [
        (["--sign-in", "bearer"], Credentials(token=TOKEN)),
        (["--user", "anna"], Credentials(user="anna", password=PASSWORD)),
        (["--sign-in", "basic", "--user", "anna"], Credentials(user="anna", password=marked("p"))),
    ],
)
def test_the_other_kinds_of_sign_in(
    arguments: list[str], credentials: Credentials, desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "other server"
    folder.mkdir()
    with running_practice(folder, credentials=credentials) as other:
        desk.address = other.server.base_url
        kept = desk.login(*arguments, typed=credentials.token or credentials.password)
        assert kept.code == 0, kept.err
        ended = desk.sign()
        assert ended.code == 0, ended.err


def test_the_keys_header_is_kept_with_it(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "other server"
    folder.mkdir()
    with running_practice(folder, api_key_header="X-Api-Key") as other:
        desk.address = other.server.base_url
        assert desk.login("--api-key-header", "X-Api-Key", typed=other.credentials.api_key).code == 0
        assert desk.sign().code == 0
        assert desk.sign("--api-key-header", "Api-Token").code == 3


def test_a_secret_goes_to_its_own_origin_only(desk: Desk, tmp_path: Path) -> None:
    assert desk.login().code == 0
    folder = tmp_path / "other server"
    folder.mkdir()
    with running_practice(folder, credentials=Credentials(api_key=CANARY)) as other:
        desk.address = other.server.base_url
        ended = desk.sign()
    assert ended.code == 3
    assert "signdesk login" in ended.err
    assert other.batch_ids == ()


def test_the_environment_wins_and_is_not_kept(desk: Desk) -> None:
    assert desk.login(typed=WRONG_KEY).code == 0
    wrong = desk.sign()
    assert (wrong.code, "signdesk login" in wrong.err) == (3, True)
    assert desk.sign(SIGNDESK_API_KEY=CANARY).code == 0
    assert desk.sign().code == 3


def test_a_batch_from_before_the_login_goes_on_after_it(desk: Desk, practice: PracticeRun) -> None:
    assert desk.sign().code == 3
    without = desk.run("resume")
    assert without.code == 3
    assert "signdesk login" in without.err
    assert desk.login().code == 0
    ended = desk.run("resume")
    assert ended.code == 0, ended.err
    assert practice.ledger.count(Method.ACCEPT) == 1
    assert len(saved_in(desk.ring.home / "Sealed")) == 1


def test_a_batch_made_with_a_key_of_the_environment_goes_on_with_the_kept_one(desk: Desk) -> None:
    assert desk.sign(SIGNDESK_API_KEY=WRONG_KEY).code == 3
    assert desk.login().code == 0
    ended = desk.run("resume")
    assert ended.code == 0, ended.err


def test_a_locked_keyring_is_said_and_nothing_is_sealed(desk: Desk, practice: PracticeRun) -> None:
    assert desk.login().code == 0
    desk.ring.lock()
    ended = desk.sign("--json")
    assert ended.code == 3
    assert ended.err.count("The keyring is locked. Unlock it and try again") == 1
    assert "signdesk login" in ended.err
    resumed = desk.run("resume")
    assert (resumed.code, resumed.err.count("The keyring is locked.")) == (3, 1)
    for refused in (desk.login(), desk.logout()):
        assert refused.code == 3
        assert "The keyring is locked. Unlock it" in refused.err
    assert practice.ledger.count(Method.ACCEPT) == 0
    assert desk.sign(SIGNDESK_API_KEY=CANARY).code == 0


def test_a_keyring_that_nobody_has_ever_opened_is_refused(signdesk: SignDesk, tmp_path: Path) -> None:
    with gnome_keyring(tmp_path / "desk", password=None) as service:
        ended = signdesk(
            *("login", "--server", "https://seal.example.com"), typed=CANARY, **service.environment
        )
    assert ended.code == 3
    assert "answered with no, or there was no screen" in ended.err
    assert "Nothing was kept. Without a keyring, SIGNDESK_API_KEY" in ended.err
    assert leaking_files(tmp_path) == []


HANG = """
import asyncio
from signdesk.domain.connections import SecretKind
from signdesk.domain.errors import KeyringProblem
from signdesk.jobs.secrets import Secrets
from signdesk.storage.credentials import KeyringStore
async def ask():
    secrets = Secrets(KeyringStore(), limit_s=2)
    for _ in range(3):
        try:
            await secrets.load("https://seal.example.com:443", SecretKind.SIGN_IN)
        except KeyringProblem as problem:
            print(type(problem).__name__, problem)
asyncio.run(ask())
"""


def test_a_keyring_that_never_answers_is_left_behind(tmp_path: Path) -> None:
    """It ends although a thread of it hangs for ever."""
    with silent_service(tmp_path / "desk") as service:
        done = subprocess.run(
            [sys.executable, "-c", HANG],
            env={**service.environment, "PATH": os.environ["PATH"]},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
    first, second, third = done.stdout.splitlines()
    assert first.startswith("KeyringBroken The keyring did not answer within 2 s.")
    assert second.startswith("KeyringBroken The keyring has still not answered an earlier question.")
    assert third == second


@pytest.mark.long
def test_login_on_a_keyring_that_never_answers_ends(signdesk: SignDesk, tmp_path: Path) -> None:
    """It really waits: 20 s."""
    with silent_service(tmp_path / "desk") as service:
        ended = signdesk("login", "--server", "seal.example.com", typed=CANARY, **service.environment)
    assert ended.code == 3
    assert "did not answer within 20 s" in ended.err


def test_without_a_bus_there_is_no_keyring(signdesk: SignDesk, tmp_path: Path) -> None:
    for command in ("login", "logout"):
        ended = signdesk(command, "--server", "https://seal.example.com", typed=CANARY)
        assert ended.code == 3
        assert "There is no keyring on this machine" in ended.err
        assert "Traceback" not in ended.err
    assert leaking_files(tmp_path) == []


@pytest.mark.parametrize("name", ["keyring.backends.null.Keyring", "keyring.backends.chainer.ChainerBackend"])
def test_a_keyring_that_keeps_nothing_or_hands_on_is_named(name: str, desk: Desk) -> None:
    ended = desk.login(PYTHON_KEYRING_BACKEND=name)
    assert ended.code == 3
    assert f"PYTHON_KEYRING_BACKEND names “{name}”" in ended.err
    assert desk.sign().code == 3


@pytest.mark.parametrize(
    "name",
    ["fail.Keyring", "null.Keyring", "chainer.ChainerBackend", "keyrings.alt.file.PlaintextKeyring"],
)
def test_beside_a_keyring_that_works_another_one_of_the_config_file_is_not_used(
    name: str, desk: Desk, tmp_path: Path
) -> None:
    """Nor is the one that works: what was wished cannot be done, and that is said."""
    named = name if name.startswith("keyrings") else f"keyring.backends.{name}"
    config = tmp_path / "config" / "python_keyring" / "keyringrc.cfg"
    config.parent.mkdir(parents=True)
    config.write_text(f"[backend]\ndefault-keyring={named}\n")
    ended = desk.login(XDG_CONFIG_HOME=str(tmp_path / "config"))
    assert ended.code == 3
    assert f"{config} names “{named}”" in ended.err
    assert "SIGNDESK_API_KEY" in ended.err
    assert desk.sign().code == 3


def test_a_token_of_1300_characters_is_kept_and_used(desk: Desk, tmp_path: Path) -> None:
    token = MARK + "t" * (1300 - len(MARK))
    folder = tmp_path / "other server"
    folder.mkdir()
    with running_practice(folder, credentials=Credentials(token=token)) as other:
        desk.address = other.server.base_url
        kept = desk.login("--sign-in", "bearer", typed=token)
        assert kept.code == 0, kept.err
        ended = desk.sign()
        assert ended.code == 0, ended.err
    desk.ring.lock()
    assert desk.sign().code == 3


def test_properties_from_the_environment_do_not_move_the_secret(desk: Desk) -> None:
    elsewhere = {
        "KEYRING_PROPERTY_PREFERRED_COLLECTION": "/org/freedesktop/secrets/collection/session",
        "KEYRING_PROPERTY_SCHEME": "KeePassXC",
    }
    assert desk.login(**elsewhere).code == 0
    assert desk.sign().code == 0


def test_the_back_end_that_is_used_anyway_may_be_asked_for(desk: Desk) -> None:
    asked = {"PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring"}
    assert desk.login(**asked).code == 0
    assert desk.sign().code == 0


@pytest.mark.parametrize(
    ("arguments", "typed", "named"),
    [
        ([], "x", "--server"),
        (["--server", "http://seal.example.com"], "x", "https"),
        (["--server", "https://anna:x@seal.example.com"], "x", "user name or password"),
        (["--server", "seal.example.com"], "", "No API key was given."),
        (["--server", "seal.example.com", "--user", "anna"], "\n", "No password was given."),
        (["--server", "seal.example.com", "--sign-in", "basic"], "x", "--user"),
        (["--server", "seal.example.com", "--sign-in", "bearer", "--user", "anna"], "x", "--user"),
        (["--server", "seal.example.com", "--sign-in", "bearer", "--api-key-header", "K"], "x", "api_key"),
        (["--server", "seal.example.com", "--api-key-header", "Cookie"], "x", "Cookie"),
        (["--server", "seal.example.com", "--sign-in", "none"], "x", "none"),
        (["--server", "seal.example.com"], f"{CANARY}ż", "characters that cannot be sent"),
        (["--server", "seal.example.com"], CANARY + "x" * 70_000, "far too long"),
        (["--server", "seal.example.com", TYPED], "x", "the secret is never an argument"),
        (["--server", "seal.example.com", "--password", TYPED], "x", "the secret is never an argument"),
    ],
)
def test_wrong_use_is_exit_2(signdesk: SignDesk, arguments: list[str], typed: str, named: str) -> None:
    ended = signdesk("login", *arguments, typed=typed)
    assert ended.code == 2
    assert named in ended.err
    assert ended.out == ""
    assert "Traceback" not in ended.err
    assert TYPED not in ended.err


ON_A_TERMINAL = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from signdesk.__main__ import main
from tests.support.saved import saved_in
sys.exit(main())
"""


def test_on_a_terminal_the_secret_is_asked_for_and_not_shown(desk: Desk) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", ON_A_TERMINAL, "login", "--server", desk.address],
        env={**desk.ring.environment, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=Path(__file__).parents[2],
        start_new_session=True,
    )
    os.close(theirs)
    shown = b""
    while b": " not in shown:
        shown += os.read(ours, 1000)
    os.write(ours, f"{CANARY}\n".encode())
    try:
        while part := os.read(ours, 1000):
            shown += part
    except OSError:  # how Linux tells that the other end is closed
        pass
    os.close(ours)
    assert process.wait(60) == 0, shown
    assert f"The API key for {desk.address}: ".encode() in shown
    assert leaks(shown) == []
    assert desk.sign().code == 0


def test_the_keyring_library_is_not_imported_where_it_is_not_needed(desk: Desk, tmp_path: Path) -> None:
    marked = tmp_path / "imported"
    fake = tmp_path / "site" / "keyring"
    fake.mkdir(parents=True)
    (fake / "__init__.py").write_text(f"open({str(marked)!r}, 'w')\n")
    path = {"PYTHONPATH": str(fake.parent)}
    assert desk.sign(SIGNDESK_API_KEY=CANARY, **path).code == 0
    practice = desk.run(
        "sign", "--practice", "--process", "1", "--save-to", tmp_path / "P", desk.document, **path
    )
    assert practice.code == 0, practice.err
    assert desk.run("resume", **path).code == 0
    assert desk.run("status", **path).code == 0
    assert not marked.exists()
    desk.sign(**path)
    assert marked.exists()


def test_the_secret_is_in_no_file_no_argument_and_no_output(desk: Desk, tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is missing: apt-get install strace")
    trace = tmp_path / "trace"
    traced = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **desk.ring.environment}
    commands = [
        ["login", "--server", desk.address],
        [
            "sign",
            "--server",
            desk.address,
            "--process",
            "1",
            "--save-to",
            str(tmp_path / "S"),
            str(desk.document),
        ],
        ["logout", "--server", desk.address],
    ]
    for command in commands:
        done = subprocess.run(
            [
                *("strace", "-f", "-qq", "-v", "-xx", "-s", "65535", "-e", "trace=execve,execveat"),
                *("-o", str(trace), sys.executable, "-m", "signdesk", *command),
            ],
            env={**traced, "PYTHONPATH": str(Path(__file__).parents[2])},
            input=f"{CANARY}\n".encode() if command[0] == "login" else b"",
            cwd=tmp_path,
            capture_output=True,
            timeout=100,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        started = re.sub(rb"\\x(..)", lambda hit: bytes.fromhex(hit[1].decode()), trace.read_bytes())
        assert desk.address.encode() in started  # arguments and environment of every program started
        assert leaks(started + done.stdout + done.stderr) == []
        assert leaking_files(tmp_path) == []
