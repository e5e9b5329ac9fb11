"""The keyring's records, what is refused as a keyring, and telling its failures apart."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, quote_plus

import keyring.errors
import pytest
import secretstorage.exceptions
from keyring.backends.macOS import Keyring as MacKeyring

from signdesk.domain.connections import SecretKind
from signdesk.domain.errors import (
    KeyringBroken,
    KeyringLocked,
    KeyringMissing,
    KeyringProblem,
    KeyringRefused,
    SecretTooLong,
)
from signdesk.domain.servers import Credentials, credentials_of
from signdesk.storage.credentials import ALLOWED, KeyringStore, open_keyring
from tests.support.canary import CANARY, leaking_files, leaks
from tests.support.secret_net import may_hold
from tests.support.secret_service import SecretService, gnome_keyring

OWNER = "https://seal.example.com:443"
KEY = Credentials(api_key=CANARY)


class Drawer:
    """A keyring at its edge: a mapping. `alter`: what comes back for what was put in."""

    def __init__(self, alter: Callable[[str], str | None] = lambda text: text) -> None:
        self.held: dict[tuple[str, str], str] = {}
        self._alter = alter

    def get_password(self, service: str, username: str) -> str | None:
        text = self.held.get((service, username))
        return None if text is None else self._alter(text)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class Failing(Drawer):
    """Every question ends in the same error, as the system raised it."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self._error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self._error


def store(drawer: Drawer, platform: str = "linux") -> KeyringStore:
    return KeyringStore(lambda: drawer, platform)


@pytest.mark.parametrize(
    "secret",
    [
        KEY,
        Credentials(api_key=CANARY, api_key_header="X-Api-Key"),
        Credentials(token="t" * 4000),
        Credentials(user="zażółć", password='p"\\ \U0001f511'),
        Credentials(password="of a key file"),
    ],
    ids=str,
)
def test_what_is_kept_comes_back(secret: Credentials) -> None:
    keeping = store(Drawer())
    keeping.save(OWNER, SecretKind.SIGN_IN, secret)
    assert keeping.load(OWNER, SecretKind.SIGN_IN) == secret


def test_another_origin_or_kind_has_nothing() -> None:
    keeping = store(Drawer())
    keeping.save(OWNER, SecretKind.SIGN_IN, KEY)
    assert keeping.load("https://seal.example.com:8443", SecretKind.SIGN_IN) is None
    assert keeping.load("http://seal.example.com:443", SecretKind.SIGN_IN) is None
    assert keeping.load(OWNER, SecretKind.PROXY) is None
    assert keeping.load(OWNER, SecretKind.PASS_PHRASE) is None


def test_the_entry_is_named_for_the_systems_own_programs() -> None:
    drawer = Drawer()
    store(drawer).save(OWNER, SecretKind.SIGN_IN, KEY)
    assert list(drawer.held) == [("SignDesk", "sign-in https://seal.example.com:443")]


@pytest.mark.parametrize(
    "credentials",
    [
        Credentials(api_key="k"),
        Credentials(token="t"),
        Credentials(user="u", password="p"),
        Credentials(),
    ],
)
def test_a_sign_in_survives_being_an_entry(credentials: Credentials) -> None:
    assert credentials_of(credentials.kind, credentials.secret, credentials.user) == credentials


def test_removing_says_whether_there_was_something() -> None:
    keeping = store(Drawer())
    keeping.save(OWNER, SecretKind.SIGN_IN, KEY)
    assert keeping.remove(OWNER, SecretKind.SIGN_IN)
    assert keeping.load(OWNER, SecretKind.SIGN_IN) is None
    assert not keeping.remove(OWNER, SecretKind.SIGN_IN)


def _unreadable(text: str) -> str | None:
    raise keyring.errors.KeyringError("read errors")


@pytest.mark.parametrize(
    "alter", [lambda text: text[:-1], lambda text: None, lambda text: text.lower(), _unreadable]
)
def test_what_does_not_come_back_as_it_was_is_removed_and_said(alter: Callable[[str], str | None]) -> None:
    drawer = Drawer(alter)
    with pytest.raises(KeyringBroken):
        store(drawer).save(OWNER, SecretKind.SIGN_IN, KEY)
    assert drawer.held == {}


@pytest.mark.parametrize(
    "record",
    [
        *(CANARY, "", "[]", "7", "null", '{"sign_in": "api_key", "user": ""}'),
        *(
            '{"sign_in": "magic", "user": "", "secret": "x"}',
            '{"sign_in": "api_key", "user": "", "secret": 1}',
        ),
        '{"sign_in": [], "user": "", "secret": "x"}',
    ],
)
def test_a_record_of_another_kind_is_said_and_not_shown(record: str) -> None:
    drawer = Drawer()
    drawer.held["SignDesk", f"sign-in {OWNER}"] = record
    with pytest.raises(KeyringBroken, match="cannot be read") as caught:
        store(drawer).load(OWNER, SecretKind.SIGN_IN)
    assert leaks(str(caught.value)) == []
    assert caught.value.__context__ is None


def test_windows_room_is_checked_before_anything_is_written() -> None:
    drawer = Drawer()
    keeping = store(drawer, "win32")
    keeping.save(OWNER, SecretKind.SIGN_IN, Credentials(api_key="k"))
    (shortest,) = drawer.held.values()
    room = 1280 - len(shortest) + 1
    keeping.save(OWNER, SecretKind.SIGN_IN, Credentials(api_key="k" * room))
    drawer.held.clear()
    for too_long in ("k" * (room + 1), "\U0001f511" * (room // 2 + 1), "k" * 1300):
        with pytest.raises(SecretTooLong, match="Windows holds 1280 characters"):
            keeping.save(OWNER, SecretKind.SIGN_IN, Credentials(api_key=too_long))
    assert drawer.held == {}


def test_elsewhere_long_secrets_are_allowed() -> None:
    keeping = store(Drawer())
    keeping.save(OWNER, SecretKind.SIGN_IN, Credentials(token="k" * 1300))
    assert keeping.load(OWNER, SecretKind.SIGN_IN) == Credentials(token="k" * 1300)


def _caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


class _KeychainDenied(Exception):
    """As keyring.backends.macOS.api has it, which cannot be imported here."""


_KeychainDenied.__name__ = "KeychainDenied"
_ERRORS = keyring.errors
_DISMISSED = secretstorage.exceptions.PromptDismissedException("Prompt dismissed.")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (_ERRORS.KeyringLocked("Failed to unlock the collection!"), KeyringLocked),
        (secretstorage.exceptions.LockedException("Item is locked!"), KeyringLocked),
        (_caused(_ERRORS.KeyringError("no"), RuntimeError(-25308, "Unknown Error")), KeyringLocked),
        (_caused(_ERRORS.InitError("Failed"), _DISMISSED), KeyringRefused),
        (_DISMISSED, KeyringRefused),
        (_ERRORS.PasswordSetError("Cancelled by user"), KeyringRefused),
        (_caused(_ERRORS.KeyringLocked("denied"), _KeychainDenied(-128)), KeyringRefused),
        (_ERRORS.NoKeyringError("none"), KeyringMissing),
        (RuntimeError(1312, "CredWrite", "no such logon session"), KeyringMissing),
        (_ERRORS.PasswordSetError("full"), KeyringBroken),
        (OSError(5, "Input/output error"), KeyringBroken),
        (UnicodeDecodeError("utf-8", CANARY.encode("latin-1"), 0, 1, "bad"), KeyringBroken),
    ],
)
def test_failures_are_told_apart(error: Exception, told: type[KeyringProblem]) -> None:
    for ask in (
        lambda: store(Failing(error)).load(OWNER, SecretKind.SIGN_IN),
        lambda: store(Failing(error)).save(OWNER, SecretKind.SIGN_IN, KEY),
        lambda: store(Failing(error)).remove(OWNER, SecretKind.SIGN_IN),
    ):
        with pytest.raises(KeyringProblem) as caught:
            ask()
        assert type(caught.value) is told
        assert "for one session only" in str(caught.value)
        assert caught.value.__cause__ is None
        assert caught.value.__context__ is None


def test_no_failure_holds_the_secret(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(KeyringBroken) as caught:
        store(Failing(OSError(f"cannot write {CANARY}"))).save(OWNER, SecretKind.SIGN_IN, KEY)
    assert leaks(f"{caught.value!r} {caught.value} {caplog.text} {KEY!r}") == []
    assert "OSError" in caplog.text


def test_exactly_four_back_ends_are_allowed() -> None:
    made = {name: maker() for name, maker in ALLOWED.items()}
    assert {name: f"{kind.__module__}.{kind.__qualname__}" for name, kind in made.items()} == {
        name: name
        for name in (
            "keyring.backends.Windows.WinVaultKeyring",
            "keyring.backends.macOS.Keyring",
            "keyring.backends.SecretService.Keyring",
            "keyring.backends.kwallet.DBusKeyring",
        )
    }
    assert made["keyring.backends.macOS.Keyring"] is MacKeyring


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems' back ends work on theirs")
@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_a_back_end_that_does_not_work_here_is_no_keyring(platform: str) -> None:
    with pytest.raises(KeyringMissing, match="no keyring on this machine"):
        open_keyring(platform)


PLAIN = """
from pathlib import Path
from keyring.backend import KeyringBackend
Path({marker!r}).touch()
class Keyring(KeyringBackend):
    priority = 99
    def get_password(self, service, username):
        path = Path({kept!r})
        return path.read_text() if path.exists() else None
    def set_password(self, service, username, password):
        Path({kept!r}).write_text(password)
    def delete_password(self, service, username):
        Path({kept!r}).unlink()
"""


@pytest.fixture
def plain_text(tmp_path: Path) -> Path:
    """A folder with a plain-text back end, announced by an entry point as keyrings.alt announces its own."""
    folder = tmp_path / "site"
    info = folder / "plain_text-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plain-text\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[keyring.backends]\nplain = plain_text\n")
    text = PLAIN.format(marker=str(tmp_path / "imported"), kept=str(tmp_path / "kept.txt"))
    (folder / "plain_text.py").write_text(text)
    return folder


UNLISTED = [
    "keyring.backends.fail.Keyring",
    "keyring.backends.null.Keyring",
    "keyring.backends.chainer.ChainerBackend",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyringKWallet4",
    "keyrings.alt.file.PlaintextKeyring",
    "plain_text.Keyring",
]
SAVE = f"""
from tests.support.canary import CANARY
from signdesk.domain.connections import SecretKind
from signdesk.domain.errors import KeyringProblem
from signdesk.domain.servers import Credentials
from signdesk.storage.credentials import KeyringStore
try:
    KeyringStore().save({OWNER!r}, SecretKind.SIGN_IN, Credentials(password=CANARY))
    print("kept")
except KeyringProblem as problem:
    print(type(problem).__name__, problem)
"""


def saved_elsewhere(tmp_path: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SAVE],
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8", **environment},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert leaks(done.stdout + done.stderr) == []
    return done.stdout


@pytest.mark.parametrize("name", UNLISTED)
def test_a_back_end_from_the_environment_is_refused_by_name(
    name: str, plain_text: Path, tmp_path: Path
) -> None:
    said = saved_elsewhere(tmp_path, PYTHON_KEYRING_BACKEND=name, PYTHONPATH=str(plain_text))
    assert said.startswith(f"KeyringMissing The environment variable PYTHON_KEYRING_BACKEND names “{name}”")
    assert "for one session only" in said
    assert not (tmp_path / "imported").exists()
    assert leaking_files(tmp_path) == []


@pytest.mark.parametrize("name", UNLISTED)
def test_a_back_end_from_the_config_file_is_refused_by_name(
    name: str, plain_text: Path, tmp_path: Path
) -> None:
    config = tmp_path / "config" / "python_keyring" / "keyringrc.cfg"
    config.parent.mkdir(parents=True)
    config.write_text(f"[backend]\ndefault-keyring={name}\nkeyring-path={plain_text}\n")
    said = saved_elsewhere(tmp_path, XDG_CONFIG_HOME=str(tmp_path / "config"))
    assert said.startswith(f"KeyringMissing {config} names “{name}”")
    assert not (tmp_path / "imported").exists()
    assert leaking_files(tmp_path) == []


def test_a_back_end_that_is_merely_installed_is_not_even_imported(plain_text: Path, tmp_path: Path) -> None:
    said = saved_elsewhere(tmp_path, PYTHONPATH=str(plain_text))
    assert said.startswith("KeyringMissing There is no keyring on this machine")
    assert not (tmp_path / "imported").exists()
    assert leaking_files(tmp_path) == []


@pytest.mark.parametrize(
    "text", ["default-keyring=x", "[backend\n", "[backend]\n[backend]\n", "[backend]\n\xff=1"]
)
def test_a_config_file_that_cannot_be_read_is_named(text: str, tmp_path: Path) -> None:
    config = tmp_path / ".config" / "python_keyring" / "keyringrc.cfg"
    config.parent.mkdir(parents=True)
    config.write_bytes(text.encode("latin-1"))
    assert saved_elsewhere(tmp_path).startswith(f"KeyringBroken {config} cannot be read.")


@pytest.mark.parametrize("text", ["", "[backend]\nkeyring-path=/nowhere\n", "[other]\na=b\n"])
def test_a_config_file_that_names_no_back_end_changes_nothing(text: str, tmp_path: Path) -> None:
    config = tmp_path / ".config" / "python_keyring" / "keyringrc.cfg"
    config.parent.mkdir(parents=True)
    config.write_text(text)
    assert saved_elsewhere(tmp_path).startswith("KeyringMissing There is no keyring on this machine")


def test_a_python_without_the_library_is_a_machine_without_a_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring.util", None)
    with pytest.raises(KeyringMissing):
        KeyringStore().load(OWNER, SecretKind.SIGN_IN)


def test_the_canary_would_be_found_in_every_form(tmp_path: Path) -> None:
    may_hold(tmp_path)
    for number, text in enumerate(
        [
            CANARY.encode(),
            b64encode(f"x{CANARY}y".encode()),
            b64encode(f"u:{CANARY}".encode()),
            b64encode(CANARY.encode()),
            quote(CANARY).encode(),
            quote_plus(CANARY).encode(),
            json.dumps({"a": CANARY}).encode(),
            CANARY.encode("utf-16"),
        ]
    ):
        (tmp_path / str(number)).write_bytes(b"before" + text + b"after")
    assert {one.partition(": ")[0] for one in leaking_files(tmp_path)} == {
        str(path) for path in tmp_path.iterdir() if path.is_file()
    }


def test_the_library_is_not_imported_before_it_is_needed() -> None:
    modules = "signdesk.cli.login, signdesk.cli.resume, signdesk.cli.sign, signdesk.jobs.secrets"
    program = f"import sys, {modules}; sys.exit('keyring' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0


def told_locked(service: SecretService) -> str:
    """What a process on that desktop says."""
    ask = "from signdesk.storage.credentials import KeyringStore; print(KeyringStore().is_locked())"
    environment = {**os.environ, **service.environment}
    command = [sys.executable, "-c", ask]
    ended = subprocess.run(command, env=environment, timeout=60, check=True, capture_output=True, text=True)
    return ended.stdout.strip()


def test_whether_the_keyring_is_locked_is_known_without_a_question(tmp_path: Path) -> None:
    with gnome_keyring(tmp_path / "desk") as service:
        assert told_locked(service) == "False"
        service.lock()
        assert told_locked(service) == "True"


def test_a_keyring_that_was_never_set_up_tells_nothing(tmp_path: Path) -> None:
    with gnome_keyring(tmp_path / "desk", password=None) as service:
        assert told_locked(service) in ("None", "True")


def test_only_where_it_is_known_is_it_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Other:
        """A back end that would have to ask."""

    assert KeyringStore(lambda: Other()).is_locked() is None  # type: ignore[arg-type,return-value]
    Other.__module__ = "keyring.backends.Windows"
    assert KeyringStore(lambda: Other()).is_locked() is False  # type: ignore[arg-type,return-value]
