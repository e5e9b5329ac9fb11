"""PDFs as other programs leave them: with passwords, signed, certified."""

from __future__ import annotations

import io

from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils.crypt import StandardSecurityHandler, StandardSecuritySettingsRevision
from pyhanko.pdf_utils.crypt.permissions import StandardPermissions
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SigFieldSpec,
    append_signature_field,
)
from pyhanko_certvalidator.registry import SimpleCertificateStore

from signdesk.practice.data_folder import SealKey


def encrypted(content: bytes, user: str, owner: str, *, legacy: bool = False) -> bytes:
    """With `user` empty it opens for everybody; `owner` keeps it from being changed. `legacy`: PDF 1.6."""
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(content), strict=False))
    writer.encrypt(owner_pass=owner, user_pass=user)  # type: ignore[no-untyped-call]
    if legacy:
        handler = StandardSecurityHandler.build_from_pw_legacy(
            StandardSecuritySettingsRevision.RC4_OR_AES128,
            writer._document_id[0].original_bytes,
            owner,
            user,
            keylen_bytes=16,
            use_aes128=True,
            perms=StandardPermissions.allow_everything(),  # type: ignore[no-untyped-call]
        )
        writer.security_handler = handler
        writer._encrypt = writer.add_object(handler.as_pdf_object())
    made = io.BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    return made.getvalue()


def signed(content: bytes, key: SealKey, *, lock: bool = False, certified: MDPPerm | None = None) -> bytes:
    """Signed with this key; `certified`: what its signer still allows; `lock`: its field allows nothing."""
    signer = SimpleSigner(
        signing_cert=next(iter(load_certs_from_pemder_data(key.certificate_pem))),
        signing_key=load_private_key_from_pemder_data(key.key_pem, passphrase=None),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(content), strict=False)
    if lock:
        every_field = FieldMDPSpec(FieldMDPAction.ALL)
        spec = SigFieldSpec("Signature", field_mdp_spec=every_field, doc_mdp_update_value=MDPPerm.NO_CHANGES)
        append_signature_field(writer, spec)
    metadata = PdfSignatureMetadata(
        field_name="Signature",
        certify=certified is not None,
        docmdp_permissions=certified or MDPPerm.FILL_FORMS,
    )
    result = io.BytesIO()
    sign_pdf(writer, metadata, signer, output=result)
    return result.getvalue()
