"""Download while the server's numbers may or may not mean CLOSED (signdesk/README.md, row 5)."""

from __future__ import annotations

import asyncio

from signdesk.domain.batches import BatchState
from signdesk.domain.errors import MountGone, ResultProblem, SavingProblem, ServerProblem, SignInRefused
from signdesk.domain.servers import Numbering
from signdesk.jobs.download_step import Fetched, discard, receive, save_checked
from signdesk.jobs.job_context import JobContext, pause_for
from signdesk.jobs.result_check import check_result
from signdesk.jobs.target import require_target


class ProbeDownload:
    """Proof is a result in which every document is sealed or time-stamped and checked, or reported on: only a
    finished server can have made that. Anything less may be a copy of what was sent (signdesk/README.md,
    Matching), and is thrown away.
    """

    def __init__(self, run: JobContext) -> None:
        self._run = run

    async def try_to_fetch(self) -> bool:
        """Whether the result came and is saved. Nothing stays behind otherwise. Raises JobPaused."""
        await require_target(self._run)
        try:
            fetched = await receive(self._run)
        except SignInRefused as error:
            raise pause_for(self._run.batch, error) from error
        except (ServerProblem, ResultProblem):
            return False
        except SavingProblem as error:
            raise pause_for(self._run.batch, error) from error
        try:
            return await self._run.uninterrupted(self._conclude(fetched))
        except MountGone as error:
            raise pause_for(self._run.batch, error) from error

    async def _conclude(self, fetched: Fetched) -> bool:
        run = self._run
        try:
            try:
                checked = await asyncio.to_thread(
                    check_result,
                    fetched.path,
                    run.batch,
                    run.services.work,
                    run.services.ca_file,
                    run.services.worker,
                )
            except ResultProblem:
                return False
            except SavingProblem as error:
                raise pause_for(run.batch, error) from error
            if not checked.proves_the_end(run.batch.process.kind):
                return False
            await _learn_numbering(run)
            await run.transition(BatchState.FETCHING)
            await run.transition(BatchState.CHECKING)
            await save_checked(run, fetched, checked)
        finally:
            await asyncio.to_thread(discard, fetched.path)
        return True


async def _learn_numbering(run: JobContext) -> None:
    numbering = {"5": Numbering.OLDER, "6": Numbering.NEWER}.get(run.batch.server_status)
    await run.services.journal.learned(run.batch.server.base_url, form=None, numbering=numbering)
