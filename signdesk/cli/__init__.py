"""The same jobs without a window. No Qt, no display."""

from __future__ import annotations

from collections.abc import MutableMapping

from signdesk.cli.narrator import Narrator
from signdesk.cli.resume import run_resume, run_status
from signdesk.cli.sign import run_sign
from signdesk.options import ResumeOptions, SignOptions, StatusOptions


def run(options: SignOptions | ResumeOptions | StatusOptions, environment: MutableMapping[str, str]) -> int:
    """Carries out a subcommand and returns its exit code."""
    narrator = Narrator()
    if isinstance(options, SignOptions):
        return run_sign(options, environment, narrator)
    if isinstance(options, ResumeOptions):
        return run_resume(options, environment, narrator)
    return run_status(options, narrator)
