"""Secrets in the keyring of this system, and in no other place. The only importer of `keyring`.

The library's own choice is not asked: with keyrings.alt installed it would silently be a plain-text file,
with the null back end nothing is kept, and a chainer hands secrets on (P16). Four back ends
are built here by name; where the environment or keyringrc.cfg names another one, there is no keyring for us.

Everything blocks, some of it for as long as nobody answers a question on the screen: worker threads only
(`jobs.secrets`). `keyring` is imported at the first call, which costs 0.2 s and more.
"""

from __future__ import annotations

import configparser
import contextlib
import json
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from signdesk.domain.connections import SecretKind
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import (
    KeyringBroken,
    KeyringLocked,
    KeyringMissing,
    KeyringProblem,
    KeyringRefused,
    SecretTooLong,
)
from signdesk.domain.messages import msg
from signdesk.domain.servers import DEFAULT_API_KEY_HEADER, Credentials, SignIn, credentials_of

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

log = logging.getLogger(__name__)
T = TypeVar("T")
SERVICE = "SignDesk"
WINDOWS_UNITS = 1280  # of UTF-16: CRED_MAX_CREDENTIAL_BLOB_SIZE is 2,560 bytes
_PROPERTY = "KEYRING_PROPERTY_"
_NO_LOGON_SESSION = "1312"  # Windows: signed in over the network, where no credentials are kept
_NO_INTERACTION = "-25308"  # macOS: locked, and no screen to ask on
_DEFAULT_COLLECTION = "/org/freedesktop/secrets/aliases/default"
_IS_LOCKED = "org.freedesktop.Secret.Error.IsLocked"


class Ring(Protocol):
    """What is used of a back end. Raises whatever its system raises."""

    def get_password(self, service: str, username: str) -> str | None:
        """None where there is no such entry."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Replaces what is there."""

    def delete_password(self, service: str, username: str) -> None:
        """Raises where there is no such entry."""


class KeyringStore:
    """One entry for each owner (`domain.connections.secret_owner`) and kind. Blocks, so worker threads only.

    Every method raises KeyringProblem, whose text never holds a secret. The keyring is opened anew each time:
    it may have come, gone or been locked meanwhile.
    """

    def __init__(self, opened: Callable[[], Ring] | None = None, platform: str = sys.platform) -> None:
        self._opened = opened or (lambda: open_keyring(platform))
        self._most_units = WINDOWS_UNITS if platform == "win32" else None

    def load(self, owner: str, kind: SecretKind) -> Credentials | None:
        """None where nothing is kept."""
        text = self._asked(lambda ring: ring.get_password(SERVICE, _entry(owner, kind)))
        if text is None:
            return None
        secret = _read(text)
        if secret is None:
            raise KeyringBroken(
                msg("What the keyring holds for {owner} cannot be read. Give the secret again.", owner=owner)
            )
        return secret

    def save(self, owner: str, kind: SecretKind, secret: Credentials) -> None:
        """Written, read back and compared; what does not come back as it was is removed again."""
        text = _written(kind, secret)
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        if self._most_units is not None and units > self._most_units:
            raise SecretTooLong(
                msg(
                    "The keyring of Windows holds {most} characters, and this would be {units}. Ask for a "
                    "shorter key, or give the secret for one session only.",
                    most=self._most_units,
                    units=units,
                )
            )
        self._asked(lambda ring: _keep(ring, _entry(owner, kind), text))

    def remove(self, owner: str, kind: SecretKind) -> bool:
        """Whether there was something to remove."""
        return self._asked(lambda ring: _remove(ring, _entry(owner, kind)))

    def is_locked(self) -> bool | None:
        """Whether it surely is, or surely is not, locked now; None where that cannot be told without putting
        a question on the screen, which this never does.
        """
        return self._asked(_is_locked)

    def _asked(self, question: Callable[[Ring], T]) -> T:
        problem: KeyringProblem
        try:
            return question(self._opened())
        except KeyringProblem as error:
            problem = error
        except Exception as error:  # noqa: BLE001 - back ends raise what their systems raise
            problem = _told(error)
        raise problem  # out here it does not carry along the foreign error, which may hold the secret


def open_keyring(platform: str = sys.platform) -> Ring:
    """The best of the allowed back ends that works here. Raises KeyringMissing, KeyringBroken."""
    from keyring.util import platform_

    names: Sequence[str] = _ON.get(platform, _ON_OTHERS)
    asked = _asked_for(platform_.config_root() / "keyringrc.cfg")
    if asked is not None:
        where, name = asked
        if name not in names:
            shown = shown_name(name[:100])
            raise KeyringMissing(
                msg(
                    "{where} names “{shown}” as the place for passwords. SignDesk keeps secrets in the "
                    "keyring of the system only. Take that setting away, or give the secret for one session "
                    "only.",
                    where=where,
                    shown=shown,
                )
            )
        names = (name,)
    usable = list(_usable(names))
    if not usable:
        raise KeyringMissing(
            msg(
                "There is no keyring on this machine, or none that this session can reach. Sign in to the "
                "desktop or set one up, or give the secret for one session only."
            )
        )
    _, kind = max(usable, key=lambda one: one[0])
    return _as_it_comes(kind())


def _windows() -> type[KeyringBackend]:
    from keyring.backends.Windows import WinVaultKeyring

    return WinVaultKeyring


def _macos() -> type[KeyringBackend]:
    from keyring.backends.macOS import Keyring

    return Keyring


def _secret_service() -> type[KeyringBackend]:
    from keyring.backends.SecretService import Keyring

    return Keyring


def _kwallet() -> type[KeyringBackend]:
    from keyring.backends.kwallet import DBusKeyring

    return DBusKeyring


# The import statements are what a frozen program is collected by.
ALLOWED: dict[str, Callable[[], type[KeyringBackend]]] = {
    "keyring.backends.Windows.WinVaultKeyring": _windows,
    "keyring.backends.macOS.Keyring": _macos,
    "keyring.backends.SecretService.Keyring": _secret_service,
    "keyring.backends.kwallet.DBusKeyring": _kwallet,
}
_ON = {
    "win32": ("keyring.backends.Windows.WinVaultKeyring",),
    "darwin": ("keyring.backends.macOS.Keyring",),
}
_ON_OTHERS = ("keyring.backends.SecretService.Keyring", "keyring.backends.kwallet.DBusKeyring")


def _usable(names: Sequence[str]) -> Iterator[tuple[float, type[KeyringBackend]]]:
    """Each with the priority that it claims; asking for that is how a back end says that it does not work."""
    for name in names:
        with contextlib.suppress(ImportError, RuntimeError, OSError):
            kind = ALLOWED[name]()
            yield float(kind.priority), kind


def _as_it_comes(ring: KeyringBackend) -> KeyringBackend:
    """Without what KEYRING_PROPERTY_... variables put on it, such as another collection or scheme."""
    for name, value in os.environ.items():
        attribute = name.removeprefix(_PROPERTY).lower()
        if name.startswith(_PROPERTY) and vars(ring).get(attribute) == value:
            delattr(ring, attribute)
    return ring


def _asked_for(config: Path) -> tuple[str, str] | None:
    """Where a back end is named for all programs, and its name. Never imported from there."""
    if name := os.environ.get("PYTHON_KEYRING_BACKEND", "").strip():
        return msg("The environment variable PYTHON_KEYRING_BACKEND"), name
    parser = configparser.RawConfigParser()
    readable = True
    try:
        parser.read(config, encoding="utf-8")
        name = parser.get("backend", "default-keyring", fallback="").strip()
    except (configparser.Error, ValueError):
        readable = False
    if not readable:
        raise KeyringBroken(
            msg(
                "{file} cannot be read. Correct or remove it, or give the secret for one session only.",
                file=config,
            )
        )
    return (str(config), name) if name else None


def _keep(ring: Ring, entry: str, text: str) -> None:
    ring.set_password(SERVICE, entry, text)
    same = False
    try:
        same = ring.get_password(SERVICE, entry) == text
    finally:
        if not same:
            with contextlib.suppress(Exception):
                ring.delete_password(SERVICE, entry)
    if not same:
        raise KeyringBroken(
            msg(
                "The keyring does not give back what was put in, so nothing was kept there. Have it looked "
                "at, or give the secret for one session only."
            )
        )


def _is_locked(ring: Ring) -> bool | None:
    """The Secret Service tells it; Windows locks nothing while somebody is signed in."""
    kind = type(ring).__module__
    if kind == "keyring.backends.Windows":
        return False
    if kind != "keyring.backends.SecretService":
        return None
    import secretstorage

    try:
        with contextlib.closing(secretstorage.dbus_init()) as bus:
            return bool(secretstorage.Collection(bus, _DEFAULT_COLLECTION).is_locked())
    except secretstorage.ItemNotFoundException:  # there is none yet: it would be made, after a question
        return None


def _remove(ring: Ring, entry: str) -> bool:
    if ring.get_password(SERVICE, entry) is None:
        return False
    ring.delete_password(SERVICE, entry)
    if ring.get_password(SERVICE, entry) is not None:
        raise KeyringBroken(
            msg("The keyring did not remove the secret. Remove it with the system's own program.")
        )
    return True


def _entry(owner: str, kind: SecretKind) -> str:
    """Shown by the system's own programs: “sign-in https://seal.example.com:443”."""
    return f"{kind} {owner}"


def _written(kind: SecretKind, secret: Credentials) -> str:
    """Short, because Windows has little room."""
    sign_in = secret.kind if kind is SecretKind.SIGN_IN else SignIn.NONE
    fields = {"sign_in": sign_in.value, "user": secret.user, "secret": secret.secret}
    if secret.api_key_header != DEFAULT_API_KEY_HEADER:
        fields["header"] = secret.api_key_header
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def _read(text: str) -> Credentials | None:
    """None for anything that `_written` did not make; no error, because it would carry the text along."""
    try:
        fields = json.loads(text)
        kind = SignIn(fields["sign_in"])
        values = [fields["secret"], fields["user"], fields.get("header", DEFAULT_API_KEY_HEADER)]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    if not all(isinstance(one, str) for one in values) or not values[0]:
        return None
    value, user, header = values
    return credentials_of(kind, value, user, header)


def _told(error: Exception) -> KeyringProblem:
    """Back ends let through what their systems raise, so it is known by its marks, cause by cause."""
    chain = list(_with_causes(error))
    marks = {mark for one in chain for mark in _marks(one)}
    for kind, known, sentence in _KNOWN:
        if marks & known:
            return kind(sentence)
    causes = " from ".join(type(one).__name__ for one in chain)
    log.warning("the keyring failed: %s", causes)
    return KeyringBroken(
        msg(
            "The keyring failed ({causes}). Sign out of the desktop and in again, then try once more, or "
            "give the secret for one session only.",
            causes=causes,
        )
    )


_KNOWN: tuple[tuple[type[KeyringProblem], frozenset[str], str], ...] = (
    (
        KeyringRefused,
        frozenset(["PromptDismissedException", "KeychainDenied", "Cancelled by user"]),
        msg(
            "The keyring was not opened: its question was answered with no, or there was no screen to ask it "
            "on. Try again and allow it, or give the secret for one session only."
        ),
    ),
    (
        KeyringLocked,
        frozenset(["KeyringLocked", "LockedException", _IS_LOCKED, _NO_INTERACTION]),
        msg("The keyring is locked. Unlock it and try again, or give the secret for one session only."),
    ),
    (
        KeyringMissing,
        frozenset(
            [
                "NoKeyringError",
                "SecretServiceNotAvailableException",
                "ModuleNotFoundError",
                _NO_LOGON_SESSION,
            ]
        ),
        msg(
            "The keyring of this machine cannot be reached from this session. Sign in to the desktop, or "
            "give the secret for one session only."
        ),
    ),
)


def _marks(error: BaseException) -> Iterator[str]:
    """The name of its class, of the D-Bus error behind it, its words and numbers."""
    yield type(error).__name__
    yield str(getattr(error, "name", ""))
    yield from map(str, error.args)


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    following: BaseException | None = error
    while following is not None:
        yield following
        following = following.__cause__ or following.__context__
