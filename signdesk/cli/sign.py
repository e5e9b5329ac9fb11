"""`signdesk sign`: one order, from the files named to the ZIP saved, and an exit code that others rely on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, MutableMapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

from signdesk.cli.command import (
    NOT_FINISHED,
    CommandContext,
    command_context,
    exit_code,
    open_folders,
    run_command,
    stoppable,
)
from signdesk.cli.console import Console, to_json
from signdesk.cli.duplicates import AlreadyOrdered, held_back, taken_up
from signdesk.cli.journal_checks import refuse_displaced, refuse_unseen_loss
from signdesk.cli.order_settings import Choice, chosen, load_settings
from signdesk.cli.sessions import in_turn, session_with
from signdesk.cli.stored_secrets import StoredSecrets, signed_in
from signdesk.domain.batch_summary import what_is_safe
from signdesk.domain.batches import Batch, BatchState, Reason, new_batch
from signdesk.domain.connections import Access, split
from signdesk.domain.documents import Document
from signdesk.domain.errors import InputProblem, PassPhraseProblem, SavingProblem, SignDeskError
from signdesk.domain.servers import Credentials, Server, SignIn
from signdesk.environment import Given, take_all
from signdesk.jobs.clock import SystemClock
from signdesk.jobs.connection_service import access_of
from signdesk.jobs.order_terms import sent_by
from signdesk.jobs.preflight import Gathered, gather
from signdesk.jobs.presign_check import REASONS, may_harm
from signdesk.jobs.session import Session
from signdesk.jobs.target import ordered_target
from signdesk.options import WRONG_USE, SignOptions
from signdesk.practice.server import PracticeServer
from signdesk.seal_api.tls import Trust
from signdesk.seals.worker.pool import DocumentWorkers
from signdesk.storage.folders import Folders

Way = tuple[Server, Credentials, Access]


def run_sign(options: SignOptions, environment: MutableMapping[str, str], console: Console) -> int:
    """The exit code. Nothing but sentences reaches the terminal."""
    try:
        given = take_all(environment)
        folders = open_folders(options.data_dir)
        choice = chosen(options, load_settings(folders, console), given.credentials, folders)
        with DocumentWorkers() as workers:
            gathered = gather(options.files, workers)
        taken = gathered.taken
        console.left_out(taken.left_out)
        if taken.problems:
            console.refused(taken.problems)
            return WRONG_USE
        console.remarked(gathered.oddities)
        parts = split(taken.documents, choice.limits)
    except SignDeskError as error:
        console.say(f"{error} Nothing was sent.")
        return WRONG_USE
    order = _Order(options, choice, gathered, parts, given, folders, console)

    def carry_out() -> int:
        try:
            return asyncio.run(order.carry_out())
        except SignDeskError as error:
            return _broken_off(error, options, console)
        except asyncio.CancelledError:  # before a job was begun, or after all had ended
            return _broken_off(SignDeskError("Stopped."), options, console)

    return run_command(carry_out, console, as_json=options.as_json)


def _broken_off(error: SignDeskError, options: SignOptions, console: Console) -> int:
    """The exit code, after saying what is safe of what was begun with, as it is now."""
    begun = console.followed
    safe = [f"Batch {one.id}: {what_is_safe(one)}" for one in begun] or ["Nothing was sent."]
    console.say(" ".join([str(error), *safe]))
    if isinstance(error, InputProblem) and not begun:
        return WRONG_USE  # a secret that no header can carry, a file of the way that is of no use
    if options.as_json:
        console.json(to_json(begun))
    return NOT_FINISHED


class _Order:
    """What `sign` was asked for, checked, and the way to the server."""

    def __init__(
        self,
        options: SignOptions,
        choice: Choice,
        gathered: Gathered,
        parts: Sequence[Sequence[Document]],
        given: Given,
        folders: Folders,
        console: Console,
    ) -> None:
        self._options = options
        self._choice = choice
        self._doubts = gathered.doubts
        self._parts = parts
        self._given = given
        self._folders = folders
        self._console = console
        self._secrets = StoredSecrets(given.transport, console)

    async def carry_out(self) -> int:
        async with (
            command_context(
                self._folders, "signdesk sign", self._console, self._given.retry_config
            ) as context,
            self._way() as way,
            session_with(context, *way) as session,
        ):
            batches = await stoppable(self._ordered(context, session))
        self._console.results(batches, as_json=self._options.as_json)
        return exit_code(batches)

    def _say_what_begins(self) -> None:
        connection = self._choice.connection
        if connection is not None and self._options.server is None:
            address = connection.server.base_url
            self._console.say(f"“{self._choice.process.label}” of “{connection.name}” ({address})")
        if len(self._parts) > 1:
            count = sum(map(len, self._parts))
            self._console.say(
                f"This server takes no more at once: the {count} documents go in {len(self._parts)} batches, "
                "one after the other."
            )

    async def _say_what_stays(self, context: CommandContext, batches: Sequence[Batch]) -> None:
        unfinished = [one for one in batches if not one.is_over]
        for one in unfinished:
            if one.server.practice:  # its server ends with this command
                await context.journal.forget(one.id)
        if unfinished and self._choice.server is not None:
            going = [one for one in unfinished if one.state is not BatchState.NEEDS_YOU]
            count = len(going)
            what = "The batch is" if count == 1 else f"{count} batches are"
            them = "it" if count == 1 else "them"
            if going:
                self._console.say(f"{what} kept: “signdesk resume” goes on with {them}.")
        self._console.help_with(unfinished)

    def _may_be_harmed(self, batch: Batch) -> Batch | None:
        """The order, held, where a seal may do harm to one of its documents: nothing is sent."""
        if self._options.send_anyway:
            return None
        kind = batch.process.kind
        harmed = {path: trouble for path, trouble in self._doubts.items() if may_harm(trouble, kind)}
        if not harmed:
            return None
        documents = tuple(
            replace(one, message=REASONS[harmed[one.document.path]]) if one.document.path in harmed else one
            for one in batch.documents
        )
        message = (
            f"Protected, or with a signature that a seal may break: {len(harmed)} of {len(documents)} "
            "documents. Nothing was sent. With --send-anyway they are sent as they are."
        )
        return batch.replace(documents=documents).held(BatchState.NEEDS_YOU, Reason.REFUSED, message)

    async def _ordered(self, context: CommandContext, session: Session) -> list[Batch]:
        """Each batch as far as it gets; where another one holds these documents, that one, or a question."""
        if self._choice.server is not None:
            await refuse_unseen_loss(context)
            await refuse_displaced(context)
        whole = self._batch([one for part in self._parts for one in part], session.server)
        held = self._may_be_harmed(whole)
        if held is not None:
            return [held]
        batches = [self._batch(part, session.server) for part in self._parts]
        try:
            ended = await self._begun(context, session, batches)
        except AlreadyOrdered as already:
            earlier = await taken_up(context, already.found, batches)
            if not earlier:
                return [held_back(context, already, whole)]
            for one in earlier:
                self._console.say(f"Batch {one.id} of the same documents is not finished: it goes on.")
            ended = await in_turn(context, session, earlier)
        await self._say_what_stays(context, ended)
        return ended

    async def _begun(
        self, context: CommandContext, session: Session, batches: Sequence[Batch]
    ) -> list[Batch]:
        """As far as they get. The folder is made once nothing holds them back: beneath a share that is away,
        the batch that waits for it is found first. Raises AlreadyOrdered, and InputProblem
        for a folder that cannot be used: nothing was noted or sent.
        """
        known = None if self._options.again else ()
        before = await context.journal.look_before_order(batches, known, asks_for_older=True)
        if before.holds_back:
            raise AlreadyOrdered(before.found, before.older)
        try:
            mount = await asyncio.to_thread(ordered_target, self._choice.save_to)
        except SavingProblem as problem:
            raise InputProblem(str(problem)) from problem
        made = [one.replace(mount=mount) for one in batches]
        return await in_turn(context, session, made, known=known, begins=self._say_what_begins)

    @asynccontextmanager
    async def _way(self) -> AsyncIterator[Way]:
        """To the server that was chosen, or to a practice server that lives as long as the order."""
        server = self._choice.server
        if server is not None:
            access = await self._access()
            yield (*await self._with_sign_in(server), access)
            return
        practice = await PracticeServer.start(self._folders.practice)
        try:
            yield practice.server, practice.credentials, Access()
        finally:
            await practice.stop()

    async def _access(self) -> Access:
        """Raises WayProblem where a file that belongs to it is of no use."""
        connection = self._choice.connection
        if connection is None:
            return Access()
        access = await access_of(connection, self._secrets.find)
        try:
            await asyncio.to_thread(Trust(access.transport, access.key_pass_phrase).check)
        except PassPhraseProblem as problem:
            if self._given.transport.key_pass_phrase:
                raise
            raise InputProblem(f"{problem} SIGNDESK_KEY_PASS_PHRASE gives it for a single run.") from problem
        return access

    async def _with_sign_in(self, server: Server) -> tuple[Server, Credentials]:
        """The environment's, else what the keyring holds for exactly this origin and this kind of sign-in."""
        given, connection = self._given.credentials, self._choice.connection
        if given.kind is not SignIn.NONE or (connection is not None and server.sign_in is SignIn.NONE):
            return server, given
        secret = await self._secrets.sign_in(server.base_url)
        if secret is None:
            return server, given
        if connection is not None and secret.kind is not server.sign_in:
            self._console.say(
                f"“{connection.name}” signs in with {server.sign_in}, but the keyring holds something else "
                f"for it ({secret.kind}), which is not used."
            )
            return server, given
        server = signed_in(server, secret)
        header = self._options.api_key_header or server.api_key_header
        return replace(server, api_key_header=header), secret

    def _batch(self, documents: Sequence[Document], server: Server) -> Batch:
        choice = self._choice
        return new_batch(
            documents,
            choice.process,
            server,
            choice.save_to,
            SystemClock().now(),
            delivery=choice.delivery,
            sent_by=sent_by(),
            connection_id=choice.connection.id if choice.connection is not None else "",
        )
