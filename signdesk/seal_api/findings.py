"""What the connection doctor finds, as values, and as a text to copy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What is tested, in this order; each needs the ones before it."""

    ADDRESS = "address"
    NAME = "name"
    PROXY = "proxy"
    CONNECTION = "connection"  # TCP, through the proxy where there is one
    ENCRYPTION = "encryption"  # TLS
    SIGN_IN = "sign-in"
    PROCESS = "process"


class Verdict(StrEnum):
    """SKIPPED: an earlier stage failed, or it was not asked for, or does not apply."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Finding:
    """One stage's outcome. All texts are plain, single lines without secrets; every one but `sentence` may be
    empty. `what_it_means` is for the person, `tell_it` for whoever runs the network or the server, `detail`
    for a technician.
    """

    step: Stage
    verdict: Verdict
    sentence: str
    what_it_means: str = ""
    tell_it: str = ""
    detail: str = ""


def report(findings: Iterable[Finding]) -> str:
    """All of it as plain text to copy, ends with a line break."""
    lines = []
    for finding in findings:
        lines.append(f"[{finding.verdict.upper()}] {finding.step}: {finding.sentence}")
        further = (
            ("What it means", finding.what_it_means),
            ("Tell IT", finding.tell_it),
            ("Detail", finding.detail),
        )
        lines += [f"    {title}: {text}" for title, text in further if text]
    return "\n".join([*lines, ""])
