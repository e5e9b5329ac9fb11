"""The secrets of the command line: those of the environment, else those of the keyring."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from signdesk.cli.console import Console
from signdesk.domain.connections import SecretKind
from signdesk.domain.errors import KeyringMissing, KeyringProblem
from signdesk.domain.servers import DEFAULT_API_KEY_HEADER, Credentials, Server, origin
from signdesk.environment import WaySecrets
from signdesk.jobs.secrets import Secrets
from signdesk.storage.credentials import KeyringStore


class StoredSecrets:
    """Looks in the keyring once for each secret, and says once why it cannot.

    `given`: what the environment holds for the way to the server. Its sign-in has rules of its own: `sign`
    and `resume`.
    """

    def __init__(self, given: WaySecrets, console: Console) -> None:
        self._secrets = Secrets(KeyringStore())
        self._given = {
            SecretKind.PASS_PHRASE: given.key_pass_phrase,
            SecretKind.PROXY: given.proxy_password,
        }
        self._console = console
        self._found: dict[tuple[str, SecretKind], Credentials | None] = {}
        self._is_of_no_use = False
        self._turn = asyncio.Lock()  # several batches of one server ask at the same time

    def is_given(self, kind: SecretKind) -> bool:
        """Whether the environment holds one, whomever it is for."""
        return bool(self._given.get(kind))

    async def sign_in(self, base_url: str) -> Credentials | None:
        """What is kept for exactly this origin."""
        return await self.find(origin(base_url), SecretKind.SIGN_IN)

    async def find(self, owner: str, kind: SecretKind) -> Credentials | None:
        """None where nothing is kept, or the keyring is of no use. A machine may well have none: not said."""
        if given := self._given.get(kind):
            return Credentials(password=given)
        async with self._turn:
            if (owner, kind) not in self._found:
                self._found[owner, kind] = None if self._is_of_no_use else await self._asked(owner, kind)
            return self._found[owner, kind]

    async def _asked(self, owner: str, kind: SecretKind) -> Credentials | None:
        try:
            return await self._secrets.load(owner, kind)
        except KeyringMissing:
            self._is_of_no_use = True
        except KeyringProblem as problem:
            self._is_of_no_use = True
            self._console.say(f"{problem} Going on without what is kept there.")
        return None


def signed_in(server: Server, secret: Credentials) -> Server:
    """The server with the kind of sign-in that is kept for it. A header named by a person stays."""
    header = server.api_key_header
    if header == DEFAULT_API_KEY_HEADER:
        header = secret.api_key_header
    return replace(server, sign_in=secret.kind, api_key_header=header)
