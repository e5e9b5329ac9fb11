"""Making practice seals with pyHanko: PAdES-B-B inside a PDF, detached CAdES for everything else.

Blocking, in worker threads. Importing this module takes about a second, so only workers import it. The
rules for what comes back in the result live in `result`.
"""

from __future__ import annotations

import asyncio
import datetime
from pathlib import Path

from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko_certvalidator.registry import SimpleCertificateStore

from signdesk.practice.keys import SealKey
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
