"""The same jobs without a window. No Qt, no display."""

from __future__ import annotations

from collections.abc import MutableMapping

from signdesk.cli.console import Console
from signdesk.options import (
    DropOptions,
    LoginOptions,
    LogoutOptions,
    ReleaseOptions,
    RestoreOptions,
    ResumeOptions,
    SignOptions,
    Subcommand,
    VerifyOptions,
)

UNWRITTEN = 1


def run(options: Subcommand, environment: MutableMapping[str, str]) -> int:
    """Carries out a subcommand and returns its exit code: never 0 where its result could not be written."""
    console = Console()
    code = _carried_out(options, environment, console)
    if console.unwritten:
        console.say(
            f"The result could not be written: {console.unwritten}. “signdesk status” tells what became of "
            "the batches."
        )
        return code or UNWRITTEN
    return code


def _carried_out(options: Subcommand, environment: MutableMapping[str, str], console: Console) -> int:
    """A subcommand is imported when it is asked for: one that only tells loads nothing of what sends."""
    if isinstance(options, SignOptions):
        from signdesk.cli.sign import run_sign

        return run_sign(options, environment, console)
    if isinstance(options, ResumeOptions):
        from signdesk.cli.resume import run_resume

        return run_resume(options, environment, console)
    if isinstance(options, LoginOptions | LogoutOptions):
        from signdesk.cli.login import run_login, run_logout

        return (
            run_login(options, console) if isinstance(options, LoginOptions) else run_logout(options, console)
        )
    if isinstance(options, RestoreOptions):
        from signdesk.cli.restore import run_restore

        return run_restore(options, console)
    if isinstance(options, VerifyOptions):
        from signdesk.cli.verify import run_verify

        return run_verify(options, console)
    if isinstance(options, ReleaseOptions | DropOptions):
        from signdesk.cli.release import run_decision

        return run_decision(options, console)
    from signdesk.cli.status import run_status

    return run_status(options, console)
