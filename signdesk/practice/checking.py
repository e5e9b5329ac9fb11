"""The second practice process: validates what was sent with pyHanko and writes a report. Blocking.

The report is plainly marked as practice. How SignDesk looks at the seals of a result: `signdesk.seals`.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from asn1crypto import cms
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_detached_cms, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from signdesk.seals.seal_check_result import ASN1_LOCK

MARK = "PRACTICE CHECK, NO LEGAL EFFECT"
REPORT_NAME = "Practice check report"
_LARGEST_SIGNATURE_BYTES = 1 << 20


def check(documents: Sequence[tuple[str, Path]]) -> dict[str, Any]:
    """One entry a document, in order. Never raises for what a document holds."""
    paths = dict(documents)
    findings: list[dict[str, Any]] = []
    for name, path in documents:
        try:
            with ASN1_LOCK:
                signatures = _signatures(name, path, paths)
        except Exception as error:  # noqa: BLE001
            # Hostile documents make pyHanko raise nearly anything; the report says that it could not be read.
            findings.append({"name": name, "finding": "not readable", "detail": type(error).__name__})
            continue
        findings.append({"name": name, "finding": _summary(signatures), "signatures": signatures})
    return {"mark": MARK, "documents": findings}


def report_files(report: dict[str, Any]) -> list[tuple[str, bytes]]:
    """The report as (name, content): JSON for programs, text for people."""
    lines = [MARK, ""]
    for one in report["documents"]:
        lines.append(f"{one['name']}: {one['finding']}")
        lines += [f"    {each['signer']}: {each['finding']}" for each in one.get("signatures", ())]
    return [
        (f"{REPORT_NAME}.json", json.dumps(report, indent=2, ensure_ascii=False).encode()),
        (f"{REPORT_NAME}.txt", ("\n".join(lines) + "\n").encode()),
    ]


def _signatures(name: str, path: Path, paths: dict[str, Path]) -> list[dict[str, str]]:
    if name.lower().endswith(".pdf"):
        return _embedded(path)
    beside = paths.get(f"{name}.p7s")
    if beside is not None:
        return [_detached(beside, path)]
    return []


def _embedded(path: Path) -> list[dict[str, str]]:
    with path.open("rb") as file:
        reader = PdfFileReader(file, strict=False)
        return [
            _finding(validate_pdf_signature(one, _nothing_trusted())) for one in reader.embedded_signatures
        ]


def _detached(signature: Path, content: Path) -> dict[str, str]:
    with signature.open("rb") as file:
        message = cms.ContentInfo.load(file.read(_LARGEST_SIGNATURE_BYTES))
    with content.open("rb") as file:
        status = asyncio.run(async_validate_detached_cms(file, message["content"], _nothing_trusted()))
    return _finding(status)


def _nothing_trusted() -> ValidationContext:
    return ValidationContext(trust_roots=[], allow_fetching=False)


def _finding(status: Any) -> dict[str, str]:
    intact = status.intact and status.valid and getattr(status, "docmdp_ok", True) is not False
    return {
        "signer": status.signing_cert.subject.human_friendly,
        "finding": "intact" if intact else "broken",
    }


def _summary(signatures: Sequence[dict[str, str]]) -> str:
    if not signatures:
        return "no signature"
    return "intact" if all(one["finding"] == "intact" for one in signatures) else "broken"
