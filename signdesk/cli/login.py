"""`signdesk login` and `signdesk logout`: the sign-in that `sign` and `resume` find in the keyring later.

The secret comes from a hidden prompt or from stdin. Arguments and environment variables can be read by others
on the machine, so it is never taken from there.
"""

from __future__ import annotations

import asyncio
import getpass
import sys
import warnings

from signdesk.cli.narrator import Narrator
from signdesk.domain.connections import SecretKind
from signdesk.domain.errors import InputProblem, SignDeskError
from signdesk.domain.secrets import Secret
from signdesk.domain.servers import Server, SignIn, origin
from signdesk.jobs.secrets import Secrets
from signdesk.logs import keep_log
from signdesk.options import WRONG_USE, LoginOptions, LogoutOptions
from signdesk.seal_api.sign_in import sign_in_headers
from signdesk.storage.credentials import KeyringStore
from signdesk.storage.folders import Folders

KEYRING_NOT_USABLE = 3
LONGEST_BYTES = 64 * 1024
_ASKED_FOR = {SignIn.API_KEY: "API key", SignIn.BASIC: "password", SignIn.BEARER: "access token"}
WITHOUT_KEYRING = (
    "Nothing was kept. Without a keyring, SIGNDESK_API_KEY, SIGNDESK_TOKEN, or SIGNDESK_USER with "
    "SIGNDESK_PASSWORD give the sign-in for one run."
)


def run_login(options: LoginOptions, narrator: Narrator) -> int:
    """The exit code: 0 kept, 2 wrong use, 3 the keyring cannot be used."""
    try:
        keep_log(Folders(options.data_dir).log_file)
        secret = _typed(options)
        # What no header can carry is said now, not by the next batch.
        sign_in_headers(Server(options.server, secret.sign_in, secret.api_key_header), secret.credentials)
    except SignDeskError as error:
        narrator.say(f"{error} Nothing was kept.")
        return WRONG_USE
    owner = origin(options.server)
    try:
        asyncio.run(_kept(owner, secret))
    except SignDeskError as error:
        narrator.say(f"{error} {WITHOUT_KEYRING}")
        return KEYRING_NOT_USABLE
    narrator.say(f"The sign-in for {owner} is in the keyring.")
    return 0


def run_logout(options: LogoutOptions, narrator: Narrator) -> int:
    """The exit code: 0 nothing is kept (any more), 3 the keyring cannot be used."""
    owner = origin(options.server)
    try:
        keep_log(Folders(options.data_dir).log_file)
        was_there = asyncio.run(_removed(owner))
    except SignDeskError as error:
        narrator.say(str(error))
        return KEYRING_NOT_USABLE
    narrator.say(
        f"The sign-in for {owner} was removed from the keyring."
        if was_there
        else f"The keyring holds no sign-in for {owner}."
    )
    return 0


async def _kept(owner: str, secret: Secret) -> None:
    await Secrets(KeyringStore()).save(owner, SecretKind.SIGN_IN, secret)


async def _removed(owner: str) -> bool:
    return await Secrets(KeyringStore()).remove(owner, SecretKind.SIGN_IN)


def _typed(options: LoginOptions) -> Secret:
    """Raises InputProblem for nothing, and for what is no text."""
    user = options.user or ""
    if options.sign_in is SignIn.BASIC and not user:
        user = _asked_user()
    what = _ASKED_FOR[options.sign_in]
    value = _hidden(f"The {what} for {origin(options.server)}: ") if sys.stdin.isatty() else _piped()
    if not value:
        raise InputProblem(f"No {what} was given.")
    return Secret(value, options.sign_in, user, options.api_key_header)


def _asked_user() -> str:
    if not sys.stdin.isatty():
        raise InputProblem("Name the user with --user: only the password is read from stdin.")
    print("User name: ", end="", file=sys.stderr, flush=True)  # noqa: T201
    if not (user := sys.stdin.readline().strip()):
        raise InputProblem("No user name was given.")
    return user


def _hidden(prompt: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt, stream=sys.stderr)
        except (EOFError, getpass.GetPassWarning):
            pass
    raise InputProblem(
        "This terminal cannot hide what is typed, or closed. Give the secret on stdin instead."
    )


def _piped() -> str:
    """One line of UTF-8; a mark at its start is Windows PowerShell's."""
    line = sys.stdin.buffer.readline(LONGEST_BYTES + 1)
    text: str | None
    try:
        text = line.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError:
        text = None
    if text is None or len(line) > LONGEST_BYTES:  # out here no error carries the line along
        raise InputProblem("What came on stdin is no line of UTF-8 text, or far too long.")
    return text
