"""What the connection doctor finds, as values, and as a text to copy."""

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
