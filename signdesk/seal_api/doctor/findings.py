"""What the connection doctor finds: one value for each stage, and all of them as a text to copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from signdesk.domain.messages import Message, Series, msg, series

_INDENT = "    "


class Stage(StrEnum):
    """What is tested, in this order; each needs the ones before it."""

    ADDRESS = "address"
    NAME = "name"
    PROXY = "proxy"
    CONNECTION = "connection"  # TCP, through the proxy where there is one
    ENCRYPTION = "encryption"  # TLS
    ANSWER = "answer"  # whether what answers is a sealing server that is ready
    SIGN_IN = "sign-in"
    PROCESS = "process"


class Verdict(StrEnum):
    """SKIPPED: an earlier stage failed, or it was not asked for, or does not apply."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    SKIPPED = "skipped"


class Remedy(StrEnum):
    """What may help where a stage failed."""

    AGAIN = "again"  # another try: it may pass by itself, or somebody mends it
    ADDRESS = "address"  # another address of the server
    SIGN_IN = "sign-in"  # another key, token or password
    SETTINGS = "settings"  # what else the connection says: proxy, certificates
    OTHERS = "others"  # only those who run the server or the network can do something


@dataclass(frozen=True, slots=True)
class Finding:
    """One stage's outcome. All texts are plain, single lines without secrets; every one but `sentence` may be
    empty. `what_it_means` is for the person, `tell_it` for whoever runs the network or the server, `detail`
    for a technician. `remedy` counts only where the stage failed.
    """

    step: Stage
    verdict: Verdict
    sentence: str
    what_it_means: str = ""
    tell_it: str = ""
    detail: str = ""
    remedy: Remedy = Remedy.AGAIN


def ok(stage: Stage, sentence: str, detail: str = "") -> Finding:
    return Finding(stage, Verdict.OK, sentence, detail=detail)


def skipped(stage: Stage, sentence: str) -> Finding:
    return Finding(stage, Verdict.SKIPPED, sentence)


def failed(
    stage: Stage, sentence: str, means: str, tell: str, detail: str = "", remedy: Remedy = Remedy.AGAIN
) -> Finding:
    return Finding(stage, Verdict.FAILED, sentence, means, tell, detail, remedy)


def warning(stage: Stage, sentence: str, means: str, tell: str = "", detail: str = "") -> Finding:
    return Finding(stage, Verdict.WARNING, sentence, means, tell, detail)


def setting(stage: Stage, problem: Exception) -> Finding:
    """A value or a file of the connection cannot be used."""
    return failed(
        stage,
        str(problem),
        msg("This is about what is set up here, on this computer. Nothing was sent to anybody."),
        msg("The settings of the connection in SignDesk need a look."),
        remedy=Remedy.SETTINGS,
    )


def report(findings: Iterable[Finding]) -> Message:
    """All of it to copy, a line for each text; ends with a line break."""
    return Message(Series("\n", (*(line for one in findings for line in _lines(one)), "")))


def _lines(finding: Finding) -> Iterator[str]:
    yield series(" ", (f"[{finding.verdict.upper()}] {finding.step}:", finding.sentence))
    if finding.what_it_means:
        yield series("", (_INDENT, msg("What it means: {text}", text=finding.what_it_means)))
    if finding.tell_it:
        yield series("", (_INDENT, msg("Tell IT: {text}", text=finding.tell_it)))
    if finding.detail:
        yield series("", (_INDENT, msg("Detail: {text}", text=finding.detail)))
