"""The same jobs without a window. No Qt, no display."""

from __future__ import annotations

from collections.abc import MutableMapping

from signdesk.cli.login import run_login, run_logout
from signdesk.cli.narrator import Narrator
from signdesk.cli.release import run_decision
from signdesk.cli.restore import run_restore
from signdesk.cli.resume import run_resume
from signdesk.cli.sign import run_sign
from signdesk.cli.status import run_status
from signdesk.cli.verify import run_verify
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
    narrator = Narrator()
    code = _carried_out(options, environment, narrator)
    if narrator.unwritten:
        narrator.say(
            f"The result could not be written: {narrator.unwritten}. “signdesk status” tells what became of "
            "the batches."
        )
        return code or UNWRITTEN
    return code


def _carried_out(options: Subcommand, environment: MutableMapping[str, str], narrator: Narrator) -> int:
    if isinstance(options, SignOptions):
        return run_sign(options, environment, narrator)
    if isinstance(options, ResumeOptions):
        return run_resume(options, environment, narrator)
    if isinstance(options, LoginOptions):
        return run_login(options, narrator)
    if isinstance(options, LogoutOptions):
        return run_logout(options, narrator)
    if isinstance(options, RestoreOptions):
        return run_restore(options, narrator)
    if isinstance(options, VerifyOptions):
        return run_verify(options, narrator)
    if isinstance(options, ReleaseOptions | DropOptions):
        return run_decision(options, narrator)
    return run_status(options, narrator)
