"""What the two practice processes do, with pyHanko. The first makes practice seals: PAdES-B-B inside a PDF,
detached CAdES for everything else. The second validates what was sent and writes a report, plainly marked as
practice; how SignDesk looks at the seals of a result: `signdesk.seals`.

Blocking, in worker threads. Importing this module takes about a second, so only workers import it. The
rules for what comes back in the result live in `result`.
"""

from __future__ import annotations

import asyncio
import datetime
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from asn1crypto import cms
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.validation import async_validate_detached_cms, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from signdesk.practice.data_folder import SealKey
from signdesk.seals.seal_check_result import ASN1_LOCK

REASON = "Practice seal, no legal effect"
_FIELD = "SignDesk practice seal"


class NotSealable(Exception):
    """Named .pdf, but broken, encrypted, locked by an earlier signature, or no PDF at all."""


class Sealer:
    """Seals with one key. May be used by several threads; they take turns (`ASN1_LOCK`)."""

    def __init__(self, key: SealKey) -> None:
        self._certificate = next(iter(load_certs_from_pemder_data(key.certificate_pem)))
        self._key = load_private_key_from_pemder_data(key.key_pem, passphrase=None)

    def _signer(self) -> SimpleSigner:
        """A new one for each document: pyHanko 0.38 leaves an encrypted PDF's attribute provider on its
        signer, and everything sealed with it afterwards fails.
        """
        return SimpleSigner(
            signing_cert=self._certificate,
            signing_key=self._key,
            cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
        )

    def seal_pdf(self, source: Path, target: Path) -> None:
        """Writes `source` with one more signature, as an incremental update, to `target`.

        Raises NotSealable and leaves no `target` behind.
        """
        try:
            with ASN1_LOCK, source.open("rb") as original, target.open("w+b") as sealed:
                writer = IncrementalPdfFileWriter(original, strict=False)
                taken = {name for name, _value, _field in enumerate_sig_fields(writer.prev)}
                sign_pdf(writer, _metadata(taken), self._signer(), output=sealed)
        except Exception as error:
            # Hostile or broken PDFs make pyHanko raise nearly anything, and all of it means the same here.
            target.unlink(missing_ok=True)
            raise NotSealable(type(error).__name__) from error

    def sign_detached(self, source: Path) -> bytes:
        """The DER of a CAdES signature over the file's bytes, for a `.p7s` beside it. Raises OSError."""
        now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
        with ASN1_LOCK, source.open("rb") as content:
            signing = self._signer().async_sign_general_data(
                content,
                "sha256",
                detached=True,
                use_cades=True,
                signed_attr_settings=PdfCMSSignedAttributes(signing_time=now),
            )
            return bytes(asyncio.run(signing).dump())


def _metadata(taken: set[str]) -> PdfSignatureMetadata:
    number = 1
    while f"{_FIELD} {number}" in taken:
        number += 1
    return PdfSignatureMetadata(
        field_name=f"{_FIELD} {number}",
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=REASON,
        name="SignDesk practice server",
    )


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
