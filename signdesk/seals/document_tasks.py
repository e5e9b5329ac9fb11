"""What the document worker is asked for: a look at a seal, at a PDF before it is sent, and at the beginning
of a file whose ending promises a form. In the child alone.

Everything that a look imports is imported here, before a document is opened: a library that is missing is a
fault of this computer, and must not be met in the middle of a sound seal. What draws pages is not among it:
few looks ask for it, and all others are to be had without it.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, replace
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from signdesk.domain.messages import stored
from signdesk.domain.seal_facts import Held, noted_facts, noted_held
from signdesk.seals import forms
from signdesk.seals.at_hand import certificates_from, in_file
from signdesk.seals.cms_seals import digests_covered
from signdesk.seals.issuers import judged
from signdesk.seals.presign_check import HEAD_BYTES, begins_as, presign_check_of
from signdesk.seals.seal_check_result import SealCheckResult

_BLOCK_BYTES = 1 << 18
_LIBRARIES = (
    "asn1crypto.cms", "asn1crypto.crl", "asn1crypto.ocsp", "asn1crypto.parser", "asn1crypto.pem",
    "asn1crypto.x509", "cryptography.x509", "lxml.etree", "pyhanko.pdf_utils.crypt",
    "pyhanko.pdf_utils.reader", "pyhanko.sign.fields", "pyhanko.sign.general",
    "pyhanko.sign.validation.generic_cms", "pyhanko.sign.validation.pdf_embedded",
    "pyhanko_certvalidator", "signdesk.seals.pdf_reader", "signxml.verifier",
)  # fmt: skip
for _name in _LIBRARIES:
    import_module(_name)


def ready() -> tuple[dict[str, Any], bytes]:
    """Nothing more: what a look imports is there."""
    return {}, b""


def look(
    *,
    mode: str,
    path: str,
    name: str = "",
    sent: Sequence[Any] = ("", "", 0),
    content: str | None = None,
    content_sha256: str = "",
    ca_file: str | None = None,
    with_pages: bool = True,
) -> tuple[dict[str, Any], bytes]:
    """`mode`: "inside", "beside" or "alone" give a look, "is_beside", "may_be_apart" and "is_container" an
    answer, "covered" digests. `content`: the document beside the seal, or as it was sent; where it is to be
    just one, `content_sha256` is not empty, and it counts only as long as that is its content.
    `with_pages`: as `verify_pdf_alone`.
    """
    document = forms.Sent(*sent)
    with ExitStack() as held:
        if ca_file:
            held.enter_context(certificates_from(lambda: in_file(Path(ca_file))))
        file = held.enter_context(opened(path))
        beside = held.enter_context(_content(content, content_sha256))
        if mode == "inside":
            return _noted(forms.verify_inside(file, document, beside), ca_file), b""
        if mode == "beside":
            return _noted(forms.verify_beside(file, name, document, beside), ca_file), b""
        if mode == "alone":
            return _noted(forms.verify_alone(file, with_pages=with_pages), ca_file), b""
        if mode == "covered":
            return {"covered": sorted(digests_covered(file))}, b""
        answers = {"is_container": forms.is_container, "may_be_apart": forms.may_be_apart}
        answer = answers[mode](file) if mode in answers else forms.is_beside(file, name)
        return {"answer": answer}, b""


def _noted(found: SealCheckResult | None, ca_file: str | None) -> dict[str, Any]:
    """`seal_checker` reads it back."""
    if found is None:
        return {"found": False}
    facts = found.facts and judged(found.facts, Path(ca_file) if ca_file else None)
    return {
        "found": True,
        "finding": found.finding.value,
        "sentence": stored(found.sentence),
        "facts": noted_facts(facts, stored) if facts else None,
        "may_show_more": found.may_show_more,
        "inside": noted_held([_judged(one, ca_file) for one in found.inside]),
        "inside_more": found.inside_more,
    }


def _judged(one: Held, ca_file: str | None) -> Held:
    return replace(one, seals=tuple(judged(each, Path(ca_file) if ca_file else None) for each in one.seals))


def opened(path: str) -> BinaryIO:
    """Raises OSError, also for what is no file."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = os.fdopen(os.open(path, flags | getattr(os, "O_CLOEXEC", 0)), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise FileNotFoundError(path)
    return file


@contextmanager
def _content(path: str | None, sha256: str) -> Iterator[BinaryIO | None]:
    """None where there is none, or it is not what it was."""
    if path is None:
        yield None
        return
    with ExitStack() as held:
        file = None
        with suppress(OSError) if sha256 else ExitStack():
            file = held.enter_context(opened(path))
            if sha256 and _sha256(file) != sha256:
                file = None
        yield file


def _sha256(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    while piece := file.read(_BLOCK_BYTES):
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()


def fits_ending(*, path: str, ending: str) -> tuple[dict[str, Any], bytes]:
    """`begins_as`, of the file at `path`."""
    import_module("puremagic")  # before the document is opened: no fault of it where that is missing
    with opened(path) as file:
        return {"fits": begins_as(ending, file.read(HEAD_BYTES))}, b""


def check_before_sending(*, path: str, size_bytes: int, modified_ns: int) -> tuple[dict[str, Any], bytes]:
    """Nothing is found in a file that is another one by now: whoever sends it looks again."""
    with opened(path) as file:
        status = os.fstat(file.fileno())
        if (status.st_size, status.st_mtime_ns) != (size_bytes, modified_ns):
            return {}, b""
        return asdict(presign_check_of(file)), b""
