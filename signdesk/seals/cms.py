"""One CMS signature: intact over a digest or not, and by whom. Used for PDFs and for `.p7s` files.

pyHanko checks the signature itself, and `cms_form` what no signature covers. Issuers' certificates, and
unsigned attributes other than time stamps, that may lie beside it are not judged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from typing import Any

from signdesk.domain.messages import join, msg
from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.seals.certificates import hold_to_issuer, name_of
from signdesk.seals.cms_form import ALGORITHM, ODD_CERTIFICATE, hold_to_form, signer_of
from signdesk.seals.revocation import in_signature, with_revocation
from signdesk.seals.seal_check_result import NotChecked, NotIntact, Seal, of_all, plain_text, together

MOST_CERTIFICATES = 50
BROKEN = msg("The seal is not intact.")
NOT_OVER_THIS = msg("The file carries a seal, but not over this document: its bytes are not the ones sent.")
OVER_ANOTHER = msg("The seal is over something else than this file.")
STAMP_BROKEN = msg("The time stamp over the seal is not intact.")
_STAMP_UNCHECKED = msg("A time stamp over the seal could not be checked.")
STAMP_NOT_CHECKED = msg(
    "The seal could not be checked, because a time stamp over it has a form that SignDesk does not know."
)
_SECRET = frozenset(["enveloped_data", "encrypted_data", "authenticated_enveloped_data"])
_ENCRYPTED = msg(
    "A seal could not be looked for, because the file is encrypted. Decrypt it with the program of whom it "
    "was meant for, and check what comes out."
)
_NO_SIGNATURE = msg("The file has the form of a seal, but there is no signature in it.")
_CONTRADICTS = msg(
    "The seal could not be checked, because it names two methods that contradict each other. Check it with "
    "the program that it was made with."
)
_SIGNERS = msg("The seal could not be checked, because nobody, or too many, signed in it.")
_CONTENT = msg("The seal could not be checked, because it is over something else than a file.")
OUT_OF_SHAPE = msg("The seal could not be checked, because a part of it cannot be read here.")
_MOST_SIGNERS = 20
_REVOCATION_MARKS = {"revocation_values", "1.2.840.113549.1.9.16.2.24"}  # RFC 5126, 6.3.4
_ARCHIVE_MARKS = {
    "archive_timestamp_v2",
    "1.2.840.113549.1.9.16.2.48",
    "0.4.0.1733.2.4",
}  # EN 319 122-1, 5.5.3
_DIGESTS = frozenset(
    ["sha1", *(f"{family}{bits}" for family in ("sha", "sha3_") for bits in (224, 256, 384, 512))]
)  # hashlib's names
_CADES_MARKS = {"signing_certificate", "signing_certificate_v2"}  # RFC 5035; EN 319 122-1, 5.2.2


def signed_data(der: bytes, *, padded: bool) -> Any:
    """The asn1crypto SignedData in `der`. `padded`: zeros may follow, as in a PDF's reserved room.

    Raises NotIntact where it is cut off, NotChecked where it is something else.
    """
    from asn1crypto import cms, parser

    with _flaws(is_cut_off=True):
        _class, _method, _tag, header, content, trailer = parser.parse(der)
        rest = der[len(header) + len(content) + len(trailer) :]
        # Two elements, a type and a value: zeros that follow must not be drawn into the structure either.
        if rest.strip(b"\0") or (rest and not padded) or len(elements(content)) != 2:
            raise NotIntact(BROKEN)
        message = cms.ContentInfo.load(der)
        if message["content_type"].native != "signed_data":
            raise NotChecked(_ENCRYPTED if message["content_type"].native in _SECRET else _NO_SIGNATURE)
        return message["content"]


def check(signed: Any, digest_of: Callable[[str], bytes]) -> SealFacts:
    """The facts of an intact signature over what `digest_of(algorithm)` digests: CADES, CMS or TIMESTAMP.

    No signer's signature in it may be broken, and one must be intact: the facts are of the first that is,
    with the names of the others. Time stamps over the signatures must be intact, too. Raises NotIntact, and
    NotChecked for algorithms and forms that are not known here.
    """
    with _flaws():
        signer_infos = list(signed["signer_infos"])
        if not 0 < len(signer_infos) <= _MOST_SIGNERS:
            raise NotChecked(_SIGNERS)
        found = together(
            Seal(
                partial(_signer_name, signed, one),
                partial(_checked, signed, one, digest_of),
                partial(is_stamp, signed),
            )
            for one in signer_infos
        )
        return of_all(found.good[0], found.good, found)


def signer_in(signed: Any) -> str:
    """The name of the first who signed. Raises as `Seal.name`."""
    return _signer_name(signed, signed["signer_infos"][0])


def is_stamp(signed: Any) -> bool:
    """Whether it is a time stamp (RFC 3161, 2.4.2). May raise."""
    return bool(signed["encap_content_info"]["content_type"].native == "tst_info")


def _signer_name(signed: Any, signer_info: Any) -> str:
    return name_of(signer_of(signed, signer_info)[0].subject)


def certificates_in(signed: Any) -> list[bytes]:
    """In DER, all that lie in it. Raises NotChecked."""
    from asn1crypto import core

    with _flaws():
        inside = signed["certificates"]
        every = () if isinstance(inside, core.Void) else inside
        return [one.chosen.dump() for one in islice(every, MOST_CERTIFICATES) if one.name == "certificate"]


def _checked(signed: Any, signer_info: Any, digest_of: Callable[[str], bytes]) -> SealFacts:
    from pyhanko.sign.validation import generic_cms

    from signdesk.seals.cms_algorithms import SignatureValidator, contradicts_itself

    with _flaws():
        certificate, others = signer_of(signed, signer_info)
        hold_to_form(signed, signer_info, certificate)
        algorithm = signer_info["digest_algorithm"]["algorithm"].native
        content_type = signed["encap_content_info"]["content_type"].native
        if content_type == "tst_info":
            digest, signed_at = _timestamp(signed, algorithm, digest_of), _stamped_at(signed)
        elif content_type == "data":
            digest = _digest(signed, algorithm, digest_of)
            signed_at = generic_cms.extract_self_reported_ts(signer_info)
        else:
            raise NotChecked(_CONTENT)
        whole, valid = generic_cms.validate_sig_integrity(
            signer_info, certificate, content_type, digest, sig_validator=SignatureValidator()
        )
        if not (whole and valid):
            odd = whole and contradicts_itself(signer_info, certificate)
            raise NotChecked(_CONTRADICTS) if odd else NotIntact(BROKEN)
        facts = facts_of(certificate, _kind(content_type, signer_info), _aware(signed_at))
        facts = replace(
            facts,
            weak_digest=_weak_digest(signed, signer_info),
            not_for_stamps=facts.kind is SealKind.TIMESTAMP and not _is_for_stamps(certificate),
        )
        chain = (certificate.dump(), *(one.dump() for one in others[:MOST_CERTIFICATES]))
        if facts.kind is SealKind.CMS:
            hold_to_issuer(chain[0], chain[1:], BROKEN, ODD_CERTIFICATE)
        facts = with_revocation(
            replace(facts, chain=chain), certificate, lambda: in_signature(signed, signer_info)
        )
        return _with_level(_stamped(facts, signer_info), signed, signer_info)


def _with_level(facts: SealFacts, signed: Any, signer_info: Any) -> SealFacts:
    """By what is there (EN 319 122-1, 6.3): revocation data with the signature, and archive time stamps."""
    from asn1crypto import core

    names = {one["type"].native for one in signer_info["unsigned_attrs"]}
    revocation = names & _REVOCATION_MARKS or not isinstance(signed["crls"], core.Void)
    if facts.level != "B-T" or not revocation:
        return facts
    return replace(facts, level="B-LTA" if names & _ARCHIVE_MARKS else "B-LT")


def _weak_digest(signed: Any, signer_info: Any) -> str:
    """SHA-1 alone: `digest_name` lets nothing weaker through."""
    inside = signed["encap_content_info"]
    signature = signer_info["signature_algorithm"]
    names = {signer_info["digest_algorithm"]["algorithm"].native}
    with suppress(ValueError):  # Ed25519 has none of its own
        names.add(signature.hash_algo)
    if inside["content_type"].native == "tst_info":
        names.add(inside["content"].parsed["message_imprint"]["hash_algorithm"]["algorithm"].native)
    return "SHA-1" if "sha1" in names else ""


def _is_for_stamps(certificate: Any) -> bool:
    """By its purpose (RFC 3161, 2.3)."""
    usage = certificate.extended_key_usage_value
    return usage is not None and "time_stamping" in usage.native


def _kind(content_type: str, signer_info: Any) -> SealKind:
    if content_type == "tst_info":
        return SealKind.TIMESTAMP
    names = {one["type"].native for one in signer_info["signed_attrs"]}
    return SealKind.CADES if names & _CADES_MARKS else SealKind.CMS


def facts_of(certificate: Any, kind: SealKind, signed_at: datetime | None) -> SealFacts:
    return SealFacts(
        kind=kind,
        signer=name_of(certificate.subject),
        signed_at=signed_at,
        issuer=name_of(certificate.issuer),
        serial=f"{certificate.serial_number:x}",
        valid_from=_aware(certificate.not_valid_before),
        valid_until=_aware(certificate.not_valid_after),
        certificate_sha256=hashlib.sha256(certificate.dump()).hexdigest(),
        level="B-B" if kind is SealKind.CADES else "",
    )


def _stamped(facts: SealFacts, signer_info: Any) -> SealFacts:
    """With what the time stamps over the signature say (RFC 3161, appendix A). Raises as `check` does."""
    signature = signer_info["signature"].native
    for attribute in signer_info["unsigned_attrs"]:
        if attribute["type"].native != "signature_time_stamp_token":
            continue
        for token in attribute["values"]:
            facts = stamped(facts, token["content"], digest_of_bytes(signature))
    return facts


def digest_of_bytes(content: bytes) -> Callable[[str], bytes]:
    """What `check` wants, of bytes that are at hand."""
    return lambda algorithm: hashlib.new(digest_name(algorithm), content).digest()


def stamped(facts: SealFacts, token: Any, digest_of: Callable[[str], bytes]) -> SealFacts:
    """With what one time stamp over the seal says. Raises NotIntact, NotChecked: it is a part of the
    seal, and none of a seal's bytes may be changed unnoticed.
    """
    try:
        stamp = check(token, digest_of)
    except NotIntact as error:
        raise NotIntact(STAMP_BROKEN) from error
    except NotChecked as error:
        raise NotChecked(join(_STAMP_UNCHECKED, str(error))) from error
    if stamp.kind is not SealKind.TIMESTAMP:
        raise NotIntact(STAMP_BROKEN)
    return with_stamp(facts, stamp)


def with_stamp(facts: SealFacts, stamp: SealFacts) -> SealFacts:
    """With what an intact time stamp over the seal says; in all forms. Its certificate is judged like the
    sealer's (`issuers`), by the certificates of both.
    """
    if facts.stamped_at is not None and stamp.signed_at is not None and facts.stamped_at <= stamp.signed_at:
        return facts  # the earliest says most
    level = "B-T" if facts.kind in (SealKind.CADES, SealKind.XADES, SealKind.PADES) else ""
    stamp = replace(stamp, chain=tuple(dict.fromkeys([*stamp.chain, *facts.chain[1:]]))[:MOST_CERTIFICATES])
    return replace(facts, stamped_at=stamp.signed_at, stamped_by=stamp.signer, level=level, stamp=stamp)


def not_here(name: str) -> str:
    """Of a seal that names a document which is not there."""
    return msg("A file that the seal is over is missing: “{name}”.", name=plain_text(name))


def content_in(signed: Any) -> bytes | None:
    """The plain content that the signature holds; None where it holds none. Raises NotIntact."""
    with _flaws():
        info = signed["encap_content_info"]
        if info["content_type"].native != "data" or info["content"].native is None:
            return None
        return bytes(info["content"])


def elements(text: bytes) -> list[tuple[bytes, bytes]]:
    """The first few ASN.1 elements that follow each other in `text`: whole, and what each holds.

    Raises NotIntact where there are none.
    """
    from asn1crypto import parser

    found: list[tuple[bytes, bytes]] = []
    with _flaws(is_cut_off=True):
        while text and len(found) < 4:
            _class, _method, _tag, header, inner, trailer = parser.parse(text)
            length = len(header) + len(inner) + len(trailer)
            found.append((text[:length], inner))
            text = text[length:]
    return found


def _digest(signed: Any, algorithm: str, digest_of: Callable[[str], bytes]) -> bytes:
    """A content inside counts for nothing, but it must not be another than the document."""
    digest, content = digest_of(algorithm), content_in(signed)
    if content is not None and hashlib.new(digest_name(algorithm), content).digest() != digest:
        raise NotIntact(BROKEN)
    return digest


def digest_name(algorithm: str) -> str:
    """hashlib's name. Raises NotChecked for algorithms that it lacks, and for those of RFC 6151 and before,
    to which other content can be made. SHA-1 still counts: it was held against what was sent.
    """
    name = algorithm.lower().replace("-", "_")
    if name in ("md2", "md4", "md5"):
        raise NotChecked(msg("The seal uses {name}, which is no longer safe.", name=algorithm.upper()))
    if name not in _DIGESTS:
        raise NotChecked(
            msg(
                "The seal could not be checked, because it uses an algorithm that SignDesk does not know: "
                "{name}. Check it with the program that it was made with.",
                name=plain_text(algorithm),
            )
        )
    return name


def _timestamp(signed: Any, algorithm: str, digest_of: Callable[[str], bytes]) -> bytes:
    """The digest of a timestamp's own content, after comparing what it stamps with the document."""
    content = signed["encap_content_info"]["content"]
    imprint = content.parsed["message_imprint"]
    if imprint["hashed_message"].native != digest_of(imprint["hash_algorithm"]["algorithm"].native):
        raise NotIntact(BROKEN)
    return hashlib.new(digest_name(algorithm), bytes(content)).digest()


def _stamped_at(signed: Any) -> datetime | None:
    when: datetime | None = signed["encap_content_info"]["content"].parsed["gen_time"].native
    return when


def _aware(moment: datetime | None) -> datetime | None:
    """None also for the year 0, for which asn1crypto has a type of its own."""
    if not isinstance(moment, datetime):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@contextmanager
def _flaws(*, is_cut_off: bool = False) -> Iterator[None]:
    """What pyHanko refuses after it has read it is broken. What cannot be read is no verdict: it may be a
    form, a key or an algorithm that is not known here. `is_cut_off`: then it is, because not even the frame
    is there.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from pyhanko.sign.validation.errors import SignatureValidationError

    try:
        yield
    except SignatureValidationError as error:
        raise NotIntact(BROKEN) from error
    except (NotImplementedError, UnsupportedAlgorithm) as error:
        raise NotChecked(ALGORITHM) from error
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError) as error:
        raise NotIntact(BROKEN) if is_cut_off else NotChecked(OUT_OF_SHAPE) from error
