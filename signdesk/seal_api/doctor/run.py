"""The connection doctor: tests the way to a server stage by stage, and says which one broke."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import replace

from signdesk.domain.connections import Access
from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import msg, with_values
from signdesk.domain.servers import Credentials, Server
from signdesk.seal_api.answers import one_line
from signdesk.seal_api.calls import TimeLimits
from signdesk.seal_api.doctor.connection_probe import REMOVING_S, ConnectionProbe
from signdesk.seal_api.doctor.findings import Finding, Stage, Verdict, failed, setting, skipped
from signdesk.seal_api.sign_in import Redactor, redactor

LIMITS = TimeLimits(connect_s=6, pool_s=6, idle_s=8, answer_s=8)
TOTAL_S = 26.0
LONGEST_TEXT = 1000


async def run_doctor(
    server: Server,
    credentials: Credentials,
    access: Access = Access(),  # noqa: B008 - a frozen value
    *,
    process_id: int | None = None,
    may_create: bool = False,
    limits: TimeLimits = LIMITS,
    total_s: float = TOTAL_S,
) -> AsyncGenerator[Finding, None]:
    """One finding for every `Stage`, in their order, each as soon as it is known; after a failure the others
    are skipped. Ends within `total_s` and the 4 s that threads may take to let go. Use it with
    `contextlib.aclosing`, so that its connections are closed where the loop over it is left early.

    `process_id` is tried only with `may_create`: that makes an empty batch and removes it at once.
    """
    redact = redactor(credentials, access)
    probe = ConnectionProbe(server, credentials, access, limits, redact)
    ends_at = asyncio.get_running_loop().time() + total_s
    tried_process = process_id if may_create else None
    broken = False
    try:
        for stage, test in probe.tests(tried_process, ends_at):
            if broken:
                finding = skipped(stage, msg("Not tested, because an earlier step failed."))
            else:
                finding = await _tested(stage, test, ends_at - REMOVING_S, total_s)
            broken = broken or finding.verdict is Verdict.FAILED
            yield _clean(finding, redact)
    finally:
        await probe.aclose()


async def _tested(stage: Stage, test: Callable[[], Awaitable[Finding]], by: float, total_s: float) -> Finding:
    try:
        async with asyncio.timeout_at(by if stage is not Stage.PROCESS else None):
            return await test()
    except TimeoutError:
        return failed(
            stage,
            msg(
                "The whole test has taken more than {seconds} seconds, so it was ended here.",
                seconds=f"{total_s:g}",
            ),
            msg("The way to the server is very slow at the moment. Try again later."),
            msg("Connections through this network are very slow."),
        )
    except InputProblem as problem:
        return setting(stage, problem)


def _clean(finding: Finding, redact: Redactor) -> Finding:
    def clean(text: str) -> str:
        return with_values(text, lambda value: one_line(redact(value), LONGEST_TEXT))

    return replace(
        finding,
        sentence=clean(finding.sentence),
        what_it_means=clean(finding.what_it_means),
        tell_it=clean(finding.tell_it),
        detail=clean(finding.detail),
    )
