"""`signdesk resume`: going on with what is not finished, each batch at its right step."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import assert_never

from signdesk.cli.command import (
    CommandContext,
    command_context,
    exit_code,
    open_folders,
    run_command,
    stoppable,
)
from signdesk.cli.console import Console
from signdesk.cli.journal_checks import refuse_displaced, refuse_unseen_loss
from signdesk.cli.order_settings import load_settings
from signdesk.cli.sessions import session_with, signed
from signdesk.cli.stored_secrets import StoredSecrets, signed_in
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.connections import Access, SecretKind, secret_owner
from signdesk.domain.errors import InputProblem, SignDeskError
from signdesk.domain.servers import Credentials, Server, SignIn, origin, server_address
from signdesk.domain.settings import Settings
from signdesk.environment import Given, take_all
from signdesk.jobs.connection_service import (
    Connections,
    access_of,
    secrets_of_way,
    takes_sign_in,
    was_refused,
)
from signdesk.jobs.order_terms import held_for_another
from signdesk.jobs.recovery import Next, next_for, ordered
from signdesk.jobs.server_cleanup import is_left_behind
from signdesk.jobs.session import Session
from signdesk.options import WRONG_USE, ResumeOptions
from signdesk.seal_api.sign_in import sign_in_headers
from signdesk.storage.folders import Folders
from signdesk.storage.results import discard_left_over

SEVERAL_SERVERS = (
    "Unfinished batches belong to several servers, and the sign-in must go to the right one only. "
    "Name one with --server."
)
SEVERAL_WAYS = (
    "Unfinished batches go to several servers or proxies, and SIGNDESK_KEY_PASS_PHRASE and "
    "SIGNDESK_PROXY_PASSWORD are meant for one only. Name the server with --server."
)


def run_resume(options: ResumeOptions, environment: MutableMapping[str, str], console: Console) -> int:
    """The exit code, as in `sign`; 0 with nothing to do."""
    try:
        given = take_all(environment)
        # What no header can carry is said before anything else: it is wrong for every batch.
        sign_in_headers(Server("", given.credentials.kind), given.credentials)
        # Only a choice among batches: plain http is consented to, or not, where one of them goes on.
        only = origin(server_address(options.server, plain_http=True)) if options.server else None
        folders = open_folders(options.data_dir)
        settings = load_settings(folders, console).settings
    except SignDeskError as error:
        console.say(str(error))
        return WRONG_USE
    resuming = _Resuming(options, only, given, settings, folders, console)
    return run_command(lambda: asyncio.run(resuming.carry_out()), console, as_json=options.as_json)


class _Resuming:
    """One call of `resume`."""

    def __init__(
        self,
        options: ResumeOptions,
        only: str | None,
        given: Given,
        settings: Settings,
        folders: Folders,
        console: Console,
    ) -> None:
        self._options = options
        self._only = only
        self._credentials = given.credentials
        self._retry_config = given.retry_config
        self._connections = Connections(settings)
        self._folders = folders
        self._console = console
        self._secrets = StoredSecrets(given.transport, console)
        self._with_others = False  # another program is at work on some, and they were named

    async def carry_out(self) -> int:
        async with command_context(
            self._folders, "signdesk resume", self._console, self._retry_config
        ) as context:
            await refuse_unseen_loss(context, seen=self._options.seen)
            options = self._options
            await refuse_displaced(context, moved_here=options.moved_here, copied_here=options.copied_here)
            loaded = await context.journal.list(left_behind=True)
            for sentence in loaded.set_aside:
                self._console.say(sentence)
            asked = [one for one in loaded.batches if self._only is None or self._only in self._places(one)]
            mine = [one for one in asked if not one.is_over]
            left = self._to_clean_up(asked, mine)
            self._refuse_to_guess(mine)
            self._refuse_to_guess_ways([*mine, *left])
            batches = await stoppable(self._all(context, mine))
            await self._clean_up(context, left)
            self._say_what_is_left([one for one in asked if is_left_behind(one) and one not in left])
        self._console.results(batches, as_json=self._options.as_json)
        if not batches and not self._with_others:
            self._console.say("There is nothing to go on with.")
        self._console.help_with(batches)
        return exit_code(batches)

    def _to_clean_up(self, asked: list[Batch], mine: list[Batch]) -> list[Batch]:
        """What earlier batches left on their servers. A sign-in from the environment is for the server that
        was named, and for those of unfinished batches; what the keyring holds belongs to one server each.
        """
        left = [one for one in asked if is_left_behind(one)]
        if self._credentials.kind is SignIn.NONE:
            return left
        meant = {self._only, *(origin(self._resolved(one).server.base_url) for one in mine)}
        return [one for one in left if self._may_sign_in(one, meant)]

    def _say_what_is_left(self, batches: list[Batch]) -> None:
        """Nothing was asked of their servers."""
        for url in sorted({one.server.base_url for one in batches}):
            self._console.say(
                f"Batches that are over have something left on {url}: “signdesk resume --server {url}” "
                "removes it with this sign-in."
            )

    def _refuse_to_guess(self, batches: list[Batch]) -> None:
        """One secret in the environment, and several servers that it might be for."""
        resolved = [(one, self._resolved(one)) for one in batches]
        kind = self._credentials.kind
        meant = {origin(now.server.base_url) for one, now in resolved if takes_sign_in(one, now, kind)}
        if len(meant) > 1:
            raise InputProblem(SEVERAL_SERVERS)

    def _refuse_to_guess_ways(self, batches: list[Batch]) -> None:
        """The same for a pass phrase with several servers, and a password with several proxies."""
        found = {self._connections.connection_of(one) for one in batches}
        connections = [one for one in found if one is not None]
        for kind in filter(self._secrets.is_given, SecretKind):
            meant = {secret_owner(one, kind) for one in connections if kind in secrets_of_way(one)}
            if len(meant) > 1:
                raise InputProblem(SEVERAL_WAYS)

    async def _all(self, context: CommandContext, batches: list[Batch]) -> list[Batch]:
        """All at once; stopping stops each in order."""
        tasks = [asyncio.ensure_future(self._one(context, one)) for one in batches]
        if not tasks:
            return []
        try:
            await asyncio.wait(tasks)
        except asyncio.CancelledError:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
        ended = [task.result() for task in tasks if not task.cancelled()]
        return [one for one in ended if one is not None]

    async def _one(self, context: CommandContext, batch: Batch) -> Batch | None:
        """The batch as it stands afterwards; None where it is not ours to go on with, or no longer there."""
        with context.owned(batch.id) as other:
            if other:
                self._with_others = True
                self._console.say(
                    f"Batch {batch.id} ({batch.process.label}) is in use by {other}, and goes on there."
                )
                return None
            latest = await context.journal.latest(batch.id)  # its last owner may have got further meanwhile
            if latest is None or latest.is_over:
                return None
            return await self._go_on(context, latest)

    def _resolved(self, batch: Batch) -> Batch:
        return self._connections.resolve(batch, to_new_address=self._options.to_new_address)

    def _places(self, batch: Batch) -> set[str]:
        """The origins by which `--server` may mean it."""
        new = self._connections.new_address(batch) or self._resolved(batch).server.base_url
        return {origin(batch.server.base_url), origin(new)}

    def _new_address(self, batch: Batch) -> str:
        """Where its connection leads now, as long as nobody has said which of the two is meant; else ""."""
        is_said = self._options.to_new_address or self._only == origin(batch.server.base_url)
        return "" if is_said else self._connections.new_address(batch)

    def _may_sign_in(self, batch: Batch, meant: Collection[str | None]) -> bool:
        """A sign-in is for the servers that are `meant`, and goes to no other."""
        now = self._resolved(batch).server
        wants = {now.sign_in, batch.server.sign_in} != {SignIn.NONE}
        return not self._new_address(batch) and (not wants or origin(now.base_url) in meant)

    async def _go_on(self, context: CommandContext, batch: Batch) -> Batch | None:
        new_address = self._new_address(batch)
        batch, credentials = await self._signing_in(batch)
        following = next_for(batch, credentials, fetch_again=self._options.fetch_again)
        if following is Next.PRACTICE_OVER:
            await context.journal.forget(batch.id)
            await asyncio.to_thread(discard_left_over, batch.save_to, batch.id)
            self._console.say(f"Batch {batch.id} was for practice; its practice server has ended.")
            return None
        if following is Next.DECIDE:
            return batch
        if new_address:
            return _moved(batch, new_address)
        if following is Next.SIGN_IN:
            return _without_sign_in(batch)
        if following is Next.GO_ON:
            held = await held_for_another(context.journal, batch)
            if held is not None:
                return held
            batch = ordered(batch, accept_again=self._options.accept_again)
            return await self._sign(context, batch, credentials)
        assert_never(following)

    async def _signing_in(self, batch: Batch) -> tuple[Batch, Credentials]:
        """The batch as it is set up now, with the environment's sign-in where that may be meant for it, else
        what is kept for its server. One that was turned away takes up what is given, or kept, now.
        """
        now, given = self._resolved(batch), self._credentials
        if takes_sign_in(batch, now, given.kind):
            return now.replace(server=replace(now.server, sign_in=given.kind)), given
        server = now.server
        if server.practice or (server.sign_in is SignIn.NONE and not was_refused(batch)):
            return now, Credentials()
        secret = await self._secrets.sign_in(server.base_url)
        if secret is None:
            return now, Credentials()
        if server.sign_in is SignIn.NONE or self._connections.connection_of(now) is None:
            now = now.replace(server=signed_in(server, secret))
        return now, secret

    async def _clean_up(self, context: CommandContext, batches: list[Batch]) -> None:
        """What earlier batches left on their servers: one quiet try each."""
        for one in batches:
            batch, credentials = await self._signing_in(one)
            if next_for(batch, credentials) is not Next.GO_ON:
                continue
            with context.owned(batch.id) as other:
                try:
                    if not other:
                        async with self._session(context, batch, credentials) as session:
                            await session.clean_up(batch)
                except InputProblem as problem:
                    self._console.say(f"Batch {batch.id}: {problem}")

    async def _sign(self, context: CommandContext, batch: Batch, credentials: Credentials) -> Batch:
        try:
            async with self._session(context, batch, credentials) as session:
                return await signed(session, batch)
        except InputProblem as problem:  # as it is set up now, its server cannot be used: said, not noted
            if batch.state is BatchState.NEEDS_YOU:
                return batch
            return batch.held(BatchState.WAITING, Reason.SERVER, str(problem))

    @asynccontextmanager
    async def _session(
        self, context: CommandContext, batch: Batch, credentials: Credentials
    ) -> AsyncIterator[Session]:
        """Its server is reached as the connection to it says, where there is one."""
        server = batch.server
        connection = self._connections.connection_of(batch)
        access = await access_of(connection, self._secrets.find) if connection is not None else Access()
        shown = credentials if server.sign_in is not SignIn.NONE else Credentials()
        async with session_with(context, server, shown, access) as session:
            yield session


def _moved(batch: Batch, new: str) -> Batch:
    """Said, not noted, and nothing is asked of either server: only a person knows whether it is the same."""
    old = batch.server.base_url
    message = (
        f"This batch was sent to {old}, and its connection has another address now, {new}. If that is the "
        f"same server, “signdesk resume --to-new-address” goes on there; “signdesk resume --server {old}” "
        "goes on at the old one."
    )
    return batch.held(BatchState.NEEDS_YOU, Reason.SERVER, message)


def _without_sign_in(batch: Batch) -> Batch:
    """Said, not noted: nothing has happened to it."""
    if batch.state is BatchState.NEEDS_YOU:
        return batch
    kinds = {
        SignIn.API_KEY: "SIGNDESK_API_KEY",
        SignIn.BEARER: "SIGNDESK_TOKEN",
        SignIn.BASIC: "SIGNDESK_USER and SIGNDESK_PASSWORD",
    }
    wanted = kinds[batch.server.sign_in]
    message = f"To go on, {batch.server.base_url} needs a sign-in: set {wanted}."
    return batch.held(BatchState.WAITING, Reason.SIGN_IN, message)
