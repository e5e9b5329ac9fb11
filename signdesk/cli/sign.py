"""`signdesk sign`: one order, from the files named to the ZIP saved, and an exit code that others rely on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import replace

from signdesk.cli.keeping import NOT_FINISHED, Kept, exit_code, kept, stoppable, tell
from signdesk.cli.kept_sign_in import KeptSignIns, how_to_sign_in, signed_in
from signdesk.cli.narrator import Narrator
from signdesk.cli.report import to_json
from signdesk.domain.batches import Batch, BatchState, Reason, new_batch
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import InputProblem, SignDeskError
from signdesk.domain.processes import Process, unnamed
from signdesk.domain.servers import Credentials, Server, SignIn
from signdesk.jobs.ordering import sent_by
from signdesk.jobs.pacing import Pacing, SystemClock
from signdesk.jobs.secrets import Secrets
from signdesk.jobs.session import Session
from signdesk.logs import keep_log
from signdesk.options import WRONG_USE, SignOptions, named_server, take_credentials, take_pacing
from signdesk.practice.server import PROCESSES, PracticeServer
from signdesk.storage.credentials import KeyringStore
from signdesk.storage.folders import Folders
from signdesk.storage.intake import Taken, take_in
from signdesk.storage.journal import SealedBefore
from signdesk.storage.results import prepare_target
from signdesk.storage.settings import SettingsFile


def run_sign(options: SignOptions, environment: MutableMapping[str, str], narrator: Narrator) -> int:
    """The exit code. Nothing but sentences reaches the terminal."""
    try:
        credentials = take_credentials(environment)
        pacing = take_pacing(environment)
        server = None
        if options.server is not None:
            server = named_server(
                options.server,
                credentials,
                header=options.api_key_header,
                accept_form=options.accept_form,
                numbering=options.numbering,
            )
        folders = Folders(options.data_dir)
        keep_log(folders.log_file)
        taken = take_in(options.files)
        narrator.left_out(taken.left_out)
        if taken.problems:
            narrator.refused(taken.problems)
            return WRONG_USE
        prepare_target(options.save_to, 0)
    except SignDeskError as error:
        narrator.say(f"{error} Nothing was sent.")
        return WRONG_USE
    order = _Order(options, taken, server, credentials, folders, pacing, narrator)
    try:
        return asyncio.run(order.carry_out())
    except InputProblem as error:  # a secret that no header can carry
        narrator.say(f"{error} Nothing was sent.")
        return WRONG_USE
    except SignDeskError as error:
        narrator.say(f"{error} Nothing was sent.")
        if options.as_json:
            narrator.json(to_json([]))
        return NOT_FINISHED


class _Order:
    """What `sign` was asked for, checked, and the way to the server."""

    def __init__(
        self,
        options: SignOptions,
        taken: Taken,
        server: Server | None,
        credentials: Credentials,
        folders: Folders,
        pacing: Pacing,
        narrator: Narrator,
    ) -> None:
        self._options = options
        self._taken = taken
        self._server = server
        self._credentials = credentials
        self._folders = folders
        self._pacing = pacing
        self._narrator = narrator

    async def carry_out(self) -> int:
        async with (
            kept(self._folders, "signdesk sign", self._narrator) as keeping,
            self._way() as (server, credentials),
        ):
            session = Session(
                server,
                credentials,
                folders=self._folders,
                memory=keeping.memory,
                journal=keeping.notes,
                publish=self._narrator.follow,
                pacing=self._pacing,
            )
            try:
                batch = await self._sealed_before(keeping, self._batch(session.server))
                if batch.state is BatchState.READY:
                    batch = await self._sign(keeping, session, batch)
            finally:
                await session.close()
        tell(self._narrator, [batch], as_json=self._options.as_json)
        return exit_code([batch])

    async def _sign(self, keeping: Kept, session: Session, batch: Batch) -> Batch:
        keeping.ownership.claim(batch.id)
        try:
            batch = await stoppable(session.sign(batch))
        finally:
            keeping.ownership.release(batch.id)
        if batch.is_over:
            return batch
        if batch.server.practice:  # its server ends with this command
            await keeping.notes.forget(batch.id)
        else:
            self._narrator.say("The batch is kept: “signdesk resume” goes on with it.")
            if advice := how_to_sign_in(batch):
                self._narrator.say(advice)
        return batch

    async def _sealed_before(self, keeping: Kept, batch: Batch) -> Batch:
        """Held, and nothing is sent, where this process has sealed one of the documents already."""
        if self._options.again or batch.server.practice:
            return batch
        before = await keeping.notes.sealed_before(
            [one.document.sha256 for one in batch.documents], batch.process.id, batch.server.base_url
        )
        if not before:
            return batch
        documents = tuple(
            replace(one, message=already_sealed(before[one.document.sha256]))
            if one.document.sha256 in before
            else one
            for one in batch.documents
        )
        count = sum(one.document.sha256 in before for one in batch.documents)
        message = (
            f"{count} of {len(documents)} documents were sealed by this process before, or may have been. "
            "Nothing was sent. With --again they are sealed once more."
        )
        return batch.noting(documents=documents).held(BatchState.NEEDS_YOU, Reason.REFUSED, message)

    @asynccontextmanager
    async def _way(self) -> AsyncIterator[tuple[Server, Credentials]]:
        """The server named, or a practice server that lives as long as the order."""
        if self._server is not None:
            yield await self._with_sign_in(self._server)
            return
        practice = await PracticeServer.start(self._folders.practice)
        try:
            yield practice.server, practice.credentials
        finally:
            await practice.stop()

    async def _with_sign_in(self, server: Server) -> tuple[Server, Credentials]:
        """The environment's, else what the keyring holds for exactly this origin."""
        if self._credentials.kind is not SignIn.NONE:
            return server, self._credentials
        kept_secret = await KeptSignIns(Secrets(KeyringStore()), self._narrator).find(server.base_url)
        if kept_secret is None:
            return server, self._credentials
        return signed_in(server, kept_secret), kept_secret.credentials

    def _batch(self, server: Server) -> Batch:
        settings = SettingsFile(self._folders.settings_file, self._folders.policy_file).load().settings
        return new_batch(
            self._taken.documents,
            self._process(server),
            server,
            self._options.save_to,
            SystemClock().now(),
            delivery=settings.saving.delivery,
            sent_by=sent_by(),
        )

    def _process(self, server: Server) -> Process:
        asked = self._options.process_id
        known = {one.id: one for one in PROCESSES} if server.practice else {}
        return known.get(asked) or unnamed(asked)


def already_sealed(before: SealedBefore) -> str:
    """“Already sealed on 2026-05-03 14:02, in …”."""
    where = f", in {shown_name(str(before.saved_to))}" if before.saved_to else ""
    if not before.sure:
        return f"Perhaps sealed already: its batch of {before.at.astimezone():%Y-%m-%d %H:%M} has no result"
    return f"Already sealed on {before.at.astimezone():%Y-%m-%d %H:%M}{where}"
