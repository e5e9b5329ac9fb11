"""`signdesk login` and `signdesk logout`: the sign-in that `sign` and `resume` find in the keyring later.

The secret comes from a hidden prompt or from stdin. Arguments and environment variables can be read by others
on the machine, so it is never taken from there.
"""

from __future__ import annotations

import asyncio
import getpass
import sys
import warnings
from dataclasses import replace

from signdesk.cli.command import open_folders
from signdesk.cli.console import Console
from signdesk.cli.order_settings import address_meant, connection_meant, load_settings
from signdesk.domain.connections import Connection, SecretKind
from signdesk.domain.errors import InputProblem, SignDeskError
from signdesk.domain.servers import Credentials, Server, SignIn, credentials_of, origin, server_address
from signdesk.jobs.secrets import Secrets
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


def run_login(options: LoginOptions, console: Console) -> int:
    """The exit code: 0 kept, 2 wrong use, 3 the keyring cannot be used."""
    try:
        open_folders(options.data_dir)
        connection, server = _meant(options, console)
        server = replace(
            server,
            sign_in=options.sign_in or server.sign_in,
            api_key_header=options.api_key_header or server.api_key_header,
        )
        secret = _typed(server, options.user)
        # What no header can carry is said now, not by the next batch.
        sign_in_headers(server, secret)
    except SignDeskError as error:
        console.say(f"{error} Nothing was kept.")
        return WRONG_USE
    owner = origin(server.base_url)
    try:
        asyncio.run(Secrets(KeyringStore()).save(owner, SecretKind.SIGN_IN, secret))
    except SignDeskError as error:
        console.say(f"{error} {WITHOUT_KEYRING}")
        return KEYRING_NOT_USABLE
    console.say(f"The sign-in for {owner} is in the keyring.")
    if connection is not None and connection.server.sign_in is not secret.kind:
        console.say(
            f"“{connection.name}” signs in with {connection.server.sign_in}, so it does not use this "
            f"({secret.kind}) until that is changed in the settings."
        )
    return 0


def run_logout(options: LogoutOptions, console: Console) -> int:
    """The exit code: 0 nothing is kept (any more), 2 wrong use, 3 the keyring cannot be used."""
    try:
        if options.server is not None:  # whatever is set up: nothing is sent there, and it must be removable
            owner = origin(server_address(options.server, plain_http=True))
        else:
            owner = origin(_meant(options, console)[1].base_url)
    except SignDeskError as error:
        console.say(str(error))
        return WRONG_USE
    try:
        open_folders(options.data_dir)
        was_there = asyncio.run(Secrets(KeyringStore()).remove(owner, SecretKind.SIGN_IN))
    except SignDeskError as error:
        console.say(str(error))
        return KEYRING_NOT_USABLE
    console.say(
        f"The sign-in for {owner} was removed from the keyring."
        if was_there
        else f"The keyring holds no sign-in for {owner}."
    )
    return 0


def _meant(options: LoginOptions | LogoutOptions, console: Console) -> tuple[Connection | None, Server]:
    """The connection, if one is set up, and its server; with an API key where nothing says otherwise."""
    settings = load_settings(Folders(options.data_dir), console).settings
    connection = connection_meant(options, settings)
    server = connection.server if connection is not None else Server(address_meant(options, None))
    return connection, replace(server, sign_in=SignIn.API_KEY) if server.sign_in is SignIn.NONE else server


def _typed(server: Server, user: str | None) -> Credentials:
    """Raises InputProblem for nothing, and for what is no text."""
    if server.sign_in is SignIn.BASIC and not user:
        user = _asked_user()
    what = _ASKED_FOR[server.sign_in]
    value = _hidden(f"The {what} for {origin(server.base_url)}: ") if sys.stdin.isatty() else _piped()
    if not value:
        raise InputProblem(f"No {what} was given.")
    return credentials_of(server.sign_in, value, user or "", server.api_key_header)


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
        "This terminal cannot hide what is typed, or was closed. Give the secret on stdin instead."
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
