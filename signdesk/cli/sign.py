"""`signdesk sign`: one order, from the files named to the ZIP saved, and an exit code that others rely on."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager

from signdesk.cli.narrator import Narrator
from signdesk.cli.report import to_json
from signdesk.domain.batches import Batch, BatchState, new_batch
from signdesk.domain.errors import InputProblem, SignDeskError
from signdesk.domain.processes import Process, unnamed
from signdesk.domain.servers import Credentials, Server
from signdesk.jobs.pacing import Pacing, SystemClock
from signdesk.jobs.session import Session
from signdesk.logs import keep_log
from signdesk.options import WRONG_USE, SignOptions, named_server, take_credentials, take_pacing
from signdesk.practice.server import PROCESSES, PracticeServer
from signdesk.storage.folders import Folders
from signdesk.storage.intake import Taken, take_in
from signdesk.storage.memory import MemoryFile
from signdesk.storage.results import prepare_target

EXIT_CODES = {
    BatchState.DONE: 0,
    BatchState.PARTLY_DONE: 1,
    BatchState.NEEDS_YOU: 4,
}
NOT_FINISHED = 3


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
        keep_log(folders.data)
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
        async with self._way() as (server, credentials):
            session = Session(
                server,
                credentials,
                folders=self._folders,
                memory=MemoryFile(self._folders.memory_file),
                publish=self._narrator.follow,
                pacing=self._pacing,
            )
            try:
                batch = await _stoppable(session, self._batch(session.server))
            finally:
                await session.close()
        self._tell(batch)
        return EXIT_CODES.get(batch.state, NOT_FINISHED)

    @asynccontextmanager
    async def _way(self) -> AsyncIterator[tuple[Server, Credentials]]:
        """The server named, or a practice server that lives as long as the order."""
        if self._server is not None:
            yield self._server, self._credentials
            return
        practice = await PracticeServer.start(self._folders.practice)
        try:
            yield practice.server, practice.credentials
        finally:
            await practice.stop()

    def _batch(self, server: Server) -> Batch:
        return new_batch(
            self._taken.documents, self._process(server), server, self._options.save_to, SystemClock().now()
        )

    def _process(self, server: Server) -> Process:
        asked = self._options.process_id
        known = {one.id: one for one in PROCESSES} if server.practice else {}
        return known.get(asked) or unnamed(asked)

    def _tell(self, batch: Batch) -> None:
        if not self._options.as_json:
            self._narrator.finished(batch)
            return
        if batch.message:
            self._narrator.say(batch.message)
        self._narrator.json(to_json([batch]))


async def _stoppable(session: Session, batch: Batch) -> Batch:
    """Ctrl+C and SIGTERM mean "stop waiting": the job ends in order and says where it stands."""
    task = asyncio.ensure_future(session.sign(batch))
    loop = asyncio.get_running_loop()

    def stop() -> None:
        if not task.cancelling():  # a second Ctrl+C does not make it quicker
            task.cancel()

    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stop)
    return await task
