"""The secrets of the command line: those of the environment, else those of the keyring."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from signdesk.cli.narrator import Narrator
from signdesk.domain.batches import Batch, Reason
from signdesk.domain.connections import SecretKind
from signdesk.domain.errors import KeyringMissing, KeyringProblem
from signdesk.domain.secrets import Secret
from signdesk.domain.servers import DEFAULT_API_KEY_HEADER, Server, origin
from signdesk.environment import WaySecrets
from signdesk.jobs.release import waits_for_folder
from signdesk.jobs.secrets import Secrets


class KeptSecrets:
    """Looks in the keyring once for each secret, and says once why it cannot.

    `given`: what the environment holds for the way to the server. Its sign-in has rules of its own: `sign`
    and `resume`.
    """

    def __init__(self, secrets: Secrets, given: WaySecrets, narrator: Narrator) -> None:
        self._secrets = secrets
        self._given = {
            SecretKind.PASS_PHRASE: given.key_pass_phrase,
            SecretKind.PROXY: given.proxy_password,
        }
        self._narrator = narrator
        self._found: dict[tuple[str, SecretKind], Secret | None] = {}
        self._is_of_no_use = False
        self._turn = asyncio.Lock()  # several batches of one server ask at the same time

    def is_given(self, kind: SecretKind) -> bool:
        """Whether the environment holds one, whomever it is for."""
        return bool(self._given.get(kind))

    async def sign_in(self, base_url: str) -> Secret | None:
        """What is kept for exactly this origin."""
        return await self.find(origin(base_url), SecretKind.SIGN_IN)

    async def find(self, owner: str, kind: SecretKind) -> Secret | None:
        """None where nothing is kept, or the keyring is of no use. A machine may well have none: not said."""
        if given := self._given.get(kind):
            return Secret(given)
        async with self._turn:
            if (owner, kind) not in self._found:
                self._found[owner, kind] = None if self._is_of_no_use else await self._asked(owner, kind)
            return self._found[owner, kind]

    async def _asked(self, owner: str, kind: SecretKind) -> Secret | None:
        try:
            return await self._secrets.load(owner, kind)
        except KeyringMissing:
            self._is_of_no_use = True
        except KeyringProblem as problem:
            self._is_of_no_use = True
            self._narrator.say(f"{problem} Going on without what is kept there.")
        return None


def what_helps(batch: Batch) -> str:
    """The command that helps where a batch waits for a person; "" where it waits for none, or where what it
    says itself names the command.
    """
    if batch.server.practice or batch.is_over:
        return ""
    if batch.reason is Reason.UNCLEAR:
        return (
            f"Batch {batch.id}: “signdesk resume” asks the server once more; “signdesk resume "
            "--accept-again” orders sealing again, which may seal twice."
        )
    if batch.reason is Reason.FAULT:
        return f"Batch {batch.id}: “signdesk resume” tries again."
    if batch.reason is Reason.LOST:
        return f"Batch {batch.id}: “signdesk resume” asks the server once more."
    if batch.reason in (Reason.ORDERED_BEFORE, Reason.SOURCE_CHANGED):
        return (
            f"Batch {batch.id}: “signdesk drop {batch.id}” removes it from the list; nothing of it is "
            "sealed. “signdesk sign” orders the documents as they are now."
        )
    if batch.reason is Reason.PROCESS:
        return (
            f"Batch {batch.id}: “signdesk resume” tries again once the server knows the process; “signdesk "
            f"drop {batch.id}” removes it from the list, and “signdesk sign --process ID” orders with "
            "another one."
        )
    if waits_for_folder(batch):
        return (
            f"Batch {batch.id}: “signdesk resume” goes on once its folder can be used; “signdesk release "
            f"{batch.id} --save-to DIR” gives it another one."
        )
    return _how_to_sign_in(batch) if batch.reason is Reason.SIGN_IN else ""


def _how_to_sign_in(batch: Batch) -> str:
    return (
        f"“signdesk login --server {batch.server.base_url}” keeps a sign-in in the keyring; "
        "SIGNDESK_API_KEY, SIGNDESK_TOKEN, or SIGNDESK_USER with SIGNDESK_PASSWORD give one for a single run."
    )


def signed_in(server: Server, secret: Secret) -> Server:
    """The server with the kind of sign-in that is kept for it. A header named by a person stays."""
    header = server.api_key_header
    if header == DEFAULT_API_KEY_HEADER:
        header = secret.api_key_header
    return replace(server, sign_in=secret.sign_in, api_key_header=header)
