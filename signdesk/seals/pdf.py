"""A look at a PDF that came back: is there a new signature, intact, over exactly the bytes that were sent?

Blocking, in worker threads; the first look imports pyHanko, which takes about a second. Whether the update
that brings the seal shows more than that is said by `SealCheckResult.may_show_more`; the pages are
compared elsewhere.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Any, BinaryIO

from signdesk.domain.messages import join, msg
from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.seals import cms
from signdesk.seals.at_hand import certificates_from
from signdesk.seals.pdf_bounds import START_MARK, are_updates, ends_as_a_pdf
from signdesk.seals.pdf_changes import add_to_a_page, may_show_more
from signdesk.seals.pdf_pictures import hold_to_page, pictures_of
from signdesk.seals.pdf_revisions import Change, change_since
from signdesk.seals.pdf_states import State, Versions, is_reference, key_of
from signdesk.seals.pdf_unreadable import ROOM_ALONE, Unreadable, verify_locked, why_unreadable
from signdesk.seals.presign_check import allows_no_change
from signdesk.seals.revocation import from_store, with_values
from signdesk.seals.seal_check_result import (
    NO_SEAL,
    Finding,
    NotChecked,
    NotIntact,
    Seal,
    SealCheckResult,
    as_result,
    hold_to_document,
    intact,
    of_all,
    plain_text,
    together,
)

_CHUNK_BYTES = 1 << 18
_PADES = "/ETSI.CAdES.detached"
_STAMP = "/ETSI.RFC3161"
_SUB_FILTERS = frozenset([_PADES, "/adbe.pkcs7.detached", _STAMP])
_LARGEST_SIGNATURE_BYTES = 10 << 20
_CHANGED_AFTER = msg("The file was changed after it was sealed.")
_CHANGED = {
    Change.PAGES: msg("The file was changed after it was sealed: its pages are others."),
    Change.FORM: msg("The file was changed after it was sealed: its form is not as it was."),
    Change.ACTIONS: msg(
        "The file was changed after it was sealed: what opens with it, or lies inside it, is different."
    ),
}
_CHANGE_UNCLEAR = msg(
    "The seal could not be checked, because the file was written to after it was sealed, and SignDesk cannot "
    "tell whether that changed it."
)
_LARGE_AND_SIGNED = msg(
    "The seal could not be checked, because a signature in the file cannot be read, and the document is too "
    "large to look whether it was there before. Check it with the program that it was made with."
)
_SHOWS_MORE = msg(
    "The seal could not be checked, because what was added after it was sealed lies on a page, and may cover "
    "what was sealed."
)
_STARTS_LATER = msg("The seal could not be checked, because the file has other data before the PDF begins.")
_LARGEST_ORIGINAL_AGAIN_BYTES = 64 << 20
_LARGEST_STORE_BYTES = 32 << 20  # of certificates and revocation data, unpacked


def verify_pdf(result: BinaryIO, original_sha256: str, original_size_bytes: int) -> SealCheckResult:
    """Whether `result` is the original, byte for byte, followed by an intact signature over the whole file.

    `original_sha256`: lower-case hex over the `original_size_bytes` bytes that were sent. `result` must be
    seekable. Signatures that the original had before do not count. Never raises for what the file holds, and
    never uses the network.
    """
    return as_result(lambda: _look(result, original_sha256, original_size_bytes))


def verify_pdf_alone(result: BinaryIO, *, with_pages: bool = True) -> SealCheckResult:
    """Whether the last seal in it is intact over the whole file, where nobody has the original: every
    signature counts, and none of them may be broken. As `verify_pdf` otherwise. `with_pages`: also what lies
    under the pictures of later seals, which draws pages (in the document worker alone).
    """
    return as_result(lambda: _look(result, "", None, with_pages=with_pages))


@dataclass(frozen=True, slots=True)
class _Mark:
    """A signature of the PDF with its place: everything but `gap_start`..`gap_end` up to `end` is covered.
    `is_direct`: its dictionary is no object of its own.
    """

    embedded: Any
    gap_start: int
    gap_end: int
    end: int
    is_direct: bool


def _look(
    result: BinaryIO, original_sha256: str, original_size_bytes: int | None, *, with_pages: bool = False
) -> SealCheckResult:
    """`original_size_bytes` is None where nobody has the original."""
    from signdesk.seals.pdf_reader import Reader

    size_bytes = result.seek(0, 2)
    since = original_size_bytes or 0
    is_prefix = original_size_bytes is None or _starts_with(result, original_sha256, since)
    if is_prefix and size_bytes == original_size_bytes:
        return SealCheckResult(Finding.NONE, sentence=msg("It came back unchanged, without a new seal."))
    if not _starts_as_a_pdf(result):
        raise NotChecked(_STARTS_LATER)
    reader = Reader(result)
    if reader.encrypted and not _opens_without_a_password(reader):
        return verify_locked(result, is_alone=original_size_bytes is None)
    marks, unreadable = _marks(reader, since if is_prefix else 0)
    if not marks and not unreadable:
        changed = msg("It came back changed, but without a new seal.")
        return SealCheckResult(Finding.NONE, sentence=NO_SEAL if original_size_bytes is None else changed)
    if not is_prefix:
        raise NotIntact(cms.NOT_OVER_THIS)
    before = _unreadable_before(result, since) if unreadable and marks else {}
    new = [one for name, one in unreadable.items() if name not in before]
    if not marks or new:
        return _unread(new, has_others=bool(marks))
    with certificates_from(partial(_certificates_in, reader)):
        every = together(
            Seal(
                partial(_signer_in, one),
                partial(_checked_mark, one, result, size_bytes),
                partial(_is_stamp, one),
            )
            for one in marks
        )
    seals = every.good
    versions = Versions(reader)
    _hold_to_later_changes(marks, result, versions)
    _hold_to_good_end(seals[-1][1], marks[-1], result)
    facts, mark = next(
        (pair for pair in reversed(seals) if pair[0].kind is not SealKind.TIMESTAMP), seals[-1]
    )
    broke = facts.kind is not SealKind.TIMESTAMP and _forbade_changes(reader, since or mark.gap_start)
    facts = of_all(facts, (one for one, _mark in seals), every)
    facts = replace(facts, signed_at=facts.signed_at or _claimed_at(mark), broke_earlier=broke)
    found = intact(_with_store(_with_level(facts, mark, seals, reader), reader))
    if original_size_bytes is None:
        _hold_to_pages(mark, versions)
        note = _under_pictures(marks, result, versions) if with_pages else ""
        return replace(found, sentence=join(found.sentence, note))
    # The beginning of a foreign PDF could be anybody's: what does not end as a PDF may show less by itself.
    shows_more = not ends_as_a_pdf(result, since) or may_show_more(
        reader, since, [one.embedded for one in marks]
    )
    return replace(found, may_show_more=shows_more)


def _unread(fields: Sequence[Any], *, has_others: bool) -> SealCheckResult:
    """Of fields that hold nothing which can be read as a signature. Raises NotIntact, NotChecked."""
    kinds = {why_unreadable(one): one for one in fields}
    if Unreadable.BROKEN in kinds or (Unreadable.EMPTY in kinds and has_others):  # it was wiped out, say
        raise NotIntact(cms.BROKEN)
    if Unreadable.UNKNOWN in kinds:
        raise NotChecked(_format_words(kinds[Unreadable.UNKNOWN].get_object()["/V"]))
    return SealCheckResult(Finding.NONE, sentence=ROOM_ALONE)


def _hold_to_good_end(good: _Mark, last: _Mark, result: BinaryIO) -> None:
    """What calls itself a later seal, and cannot be checked, may hide nothing either. Raises NotChecked, and
    as pyHanko does.
    """
    if good.end < last.end and not are_updates(good.embedded.reader, result, good.end):
        raise NotChecked(_CHANGE_UNCLEAR)


def _hold_to_pages(mark: _Mark, versions: Versions) -> None:
    """After the seal that is named, time stamps and validation data may follow, which show nothing. Raises
    NotChecked, and as pyHanko does.
    """
    if add_to_a_page(versions, mark.embedded.signed_revision, mark.end):
        raise NotChecked(_SHOWS_MORE)


def _under_pictures(marks: Sequence[_Mark], result: BinaryIO, versions: Versions) -> str:
    """What is said where a later seal's picture lies over lines of a page. Raises NotChecked where it lies
    over more, and as pyHanko does.
    """
    first, later = marks[0], frozenset(key_of(one.embedded.sig_field.container_ref) for one in marks[1:])
    if not later:
        return ""
    before = State(versions, first.embedded.signed_revision, first.end)
    return hold_to_page(result, first.end, pictures_of(before, State(versions), later))


def _opens_without_a_password(reader: Any) -> bool:
    """Where an owner's password alone protects it against changes, everybody may read it."""
    from pyhanko.pdf_utils.crypt import AuthStatus
    from pyhanko.pdf_utils.misc import PdfReadError

    try:
        return bool(reader.decrypt("").status is not AuthStatus.FAILED)
    except PdfReadError:  # for certain people only
        return False


def _with_level(
    facts: SealFacts, mark: _Mark, seals: Sequence[tuple[SealFacts, _Mark]], reader: Any
) -> SealFacts:
    """The seal's kind in a PDF and its baseline level, by what is there (EN 319 142-1, table 1)."""
    if facts.kind is SealKind.TIMESTAMP:
        return facts
    stamps = [one for one, there in seals if one.kind is SealKind.TIMESTAMP and there.end > mark.end]
    if str(mark.embedded.sig_object.get("/SubFilter", "")) != _PADES or facts.kind is not SealKind.CADES:
        facts = replace(facts, kind=SealKind.PDF, level="")
    else:
        facts = replace(facts, kind=SealKind.PADES)
    if facts.stamped_at is None and stamps:  # one for the whole document does as well
        facts = cms.with_stamp(facts, stamps.pop(0))
    if facts.level == "B-T" and _has_revocation_data(reader):
        return replace(facts, level="B-LTA" if stamps else "B-LT")
    return facts


def _with_store(facts: SealFacts, reader: Any) -> SealFacts:
    """With what the document's security store adds: certificates of issuers, and revocation data."""
    streams = _streams(reader)
    with _out_of_shape():  # then it adds nothing
        facts = _with_certificates(facts, streams("/Certs"))
    return with_values(facts, lambda: from_store(streams("/CRLs"), streams("/OCSPs")))


def _with_certificates(facts: SealFacts, more: Sequence[bytes]) -> SealFacts:
    stamp = _with_certificates(facts.stamp, more) if facts.stamp else None
    return replace(facts, chain=(*facts.chain, *more), stamp=stamp)


def _streams(reader: Any) -> Callable[[str], list[bytes]]:
    """What lies in the document's security store under a key, within one bound for all that is asked for."""
    store, left = _store(reader), _LARGEST_STORE_BYTES

    def streams(key: str) -> list[bytes]:
        nonlocal left
        found = []
        for one in islice(store.get(key, ()), cms.MOST_CERTIFICATES):
            found.append(_unpacked(one.get_object(), left))
            left -= len(found[-1])
        return found

    return streams


def _certificates_in(reader: Any) -> Iterator[bytes]:
    """For a seal that lacks its own: those of the document's other seals, and in its store. May raise."""
    for one in _marks(reader, 0)[0]:
        with suppress(NotIntact, NotChecked):
            yield from cms.certificates_in(cms.signed_data(bytes(one.embedded.pkcs7_content), padded=True))
    yield from _streams(reader)("/Certs")


@contextmanager
def _out_of_shape() -> Iterator[None]:
    """Broad as `as_result`, and raises as it."""
    try:
        yield
    except Exception as error:  # noqa: BLE001
        hold_to_document(error)


def _unpacked(stream: Any, most_bytes: int) -> bytes:
    """Raises ValueError where it is larger, or packed in a way that such data never is."""
    packed, way = bytes(stream.encoded_data), stream.get("/Filter")
    if way is not None and (way != "/FlateDecode" or "/DecodeParms" in stream):
        raise ValueError(f"packed by {way}")
    found = packed if way is None else zlib.decompressobj().decompress(packed, most_bytes + 1)
    if len(found) > most_bytes:
        raise ValueError("too large")
    return found


def _has_revocation_data(reader: Any) -> bool:
    """In the document's security store (EN 319 142-1, 5.4.2.2)."""
    store = _store(reader)
    return any(key in store and len(store[key]) for key in ("/OCSPs", "/CRLs"))


def _store(reader: Any) -> Any:
    return reader.root["/DSS"] if "/DSS" in reader.root else {}  # noqa: SIM401 - get() keeps the reference


def _starts_with(result: BinaryIO, sha256: str, size_bytes: int) -> bool:
    digest = hashlib.sha256()
    result.seek(0)
    left = size_bytes
    while left and (chunk := result.read(min(left, _CHUNK_BYTES))):
        digest.update(chunk)
        left -= len(chunk)
    return left == 0 and digest.hexdigest() == sha256


def _starts_as_a_pdf(result: BinaryIO) -> bool:
    """At its first byte. Where does what a signature covers begin otherwise? Makers do not agree."""
    result.seek(0)
    return result.read(len(START_MARK)) == START_MARK


def _unreadable_before(result: BinaryIO, size_bytes: int) -> dict[str, Any]:
    """The signatures that were unreadable in the original already: they are not the server's."""
    from signdesk.seals.pdf_reader import Reader

    if not size_bytes:
        return {}
    if size_bytes > _LARGEST_ORIGINAL_AGAIN_BYTES:
        raise NotChecked(_LARGE_AND_SIGNED)
    result.seek(0)
    return _marks(Reader(io.BytesIO(result.read(size_bytes))), 0)[1]


def _marks(reader: Any, since: int) -> tuple[list[_Mark], dict[str, Any]]:
    """The signatures whose room lies at or after `since`, in order, and the fields of unreadable ones."""
    from pyhanko.sign.fields import enumerate_sig_fields

    found = []
    unreadable = dict[str, Any]()
    for name, _value, field in enumerate_sig_fields(reader, filled_status=True):
        try:
            one = _mark(reader, name, field)
        except NotChecked:
            raise
        except Exception as error:  # noqa: BLE001
            hold_to_document(error)
            # Anything at all, see `as_result`. One signature out of shape must not hide a good one.
            unreadable[str(name)] = field
            continue
        if one.gap_start >= since:
            found.append(one)
    return sorted(found, key=lambda one: one.end), unreadable


def _forbade_changes(reader: Any, since: int) -> bool:
    """Whether a signature before `since` did. A time stamp for the document is no change of it
    (ISO 32000-2, 12.8.2.2.2), any other signature is.
    """
    from pyhanko.sign.fields import enumerate_sig_fields

    if not since:
        return False
    with _out_of_shape():  # then an earlier signature forbids nothing
        for name, value, field in enumerate_sig_fields(reader, filled_status=True):
            earlier = _mark(reader, name, field).gap_start < since
            if earlier and allows_no_change(value.get_object(), field.get_object()):
                return True
    return False


def _mark(reader: Any, name: str, field: Any) -> _Mark:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

    value = field.get_object().raw_get("/V")
    is_direct = not is_reference(value)
    if is_direct:  # it is as old as the object that it stands in; pyHanko asks for its reference
        value.reference = value.container_ref
    embedded = EmbeddedPdfSignature(reader, field, name)
    start, length, second, second_length = (int(one) for one in embedded.byte_range)
    if start != 0 or not 0 < length < second or second_length < 0:
        raise ValueError("the byte range is not that of one signature")
    return _Mark(embedded, length, second, second + second_length, is_direct)


def _signer_in(mark: _Mark) -> str:
    return cms.signer_in(cms.signed_data(bytes(mark.embedded.pkcs7_content), padded=True))


def _checked_mark(mark: _Mark, result: BinaryIO, size_bytes: int) -> tuple[SealFacts, _Mark]:
    try:
        return _checked(mark, result, size_bytes), mark
    except NotIntact as error:  # told as one inside a seal is
        is_stamp = str(mark.embedded.sig_object.get("/SubFilter", "")) == _STAMP
        raise NotIntact(cms.STAMP_BROKEN if is_stamp else str(error)) from error


def _checked(mark: _Mark, result: BinaryIO, size_bytes: int) -> SealFacts:
    """Raises NotIntact or NotChecked."""
    if str(mark.embedded.sig_object.get("/SubFilter", "")) not in _SUB_FILTERS:
        raise NotChecked(_format_words(mark.embedded.sig_object))
    contents = bytes(mark.embedded.pkcs7_content)
    if len(contents) > _LARGEST_SIGNATURE_BYTES or mark.end > size_bytes:
        raise NotIntact(cms.BROKEN)
    result.seek(mark.gap_start)
    room = result.read(min(mark.gap_end - mark.gap_start, 2 * _LARGEST_SIGNATURE_BYTES + 3))
    # The signature covers all but this room, so nothing but the signature itself may lie in it.
    if room not in (b"<%s>" % contents.hex().encode(), b"<%s>" % contents.hex().upper().encode()):
        raise NotIntact(cms.BROKEN)

    def digest_of(algorithm: str) -> bytes:
        digest = hashlib.new(cms.digest_name(algorithm))
        for start, end in ((0, mark.gap_start), (mark.gap_end, mark.end)):
            result.seek(start)
            while start < end and (chunk := result.read(min(end - start, _CHUNK_BYTES))):
                digest.update(chunk)
                start += len(chunk)
        return digest.digest()

    return cms.check(cms.signed_data(contents, padded=True), digest_of)


def _is_stamp(mark: _Mark) -> bool:
    """ISO 32000-2, 12.8.5."""
    return bool(mark.embedded.sig_object.get("/SubFilter", "") == "/ETSI.RFC3161")


def _format_words(signature: Any) -> str:
    """ISO 32000-2, table 255."""
    return msg(
        "The seal could not be checked, because it is in a format that SignDesk does not know: {name}. Check"
        " it with a PDF program that knows it.",
        name=plain_text(str(signature.get("/SubFilter", "?")).removeprefix("/")),
    )


def _claimed_at(mark: _Mark) -> datetime | None:
    """The time that a PAdES signature's dictionary claims (/M). A bad one is none."""
    from pyhanko.pdf_utils.generic import parse_pdf_date
    from pyhanko.pdf_utils.misc import PdfReadError

    try:
        moment: datetime = parse_pdf_date(mark.embedded.sig_object["/M"], strict=False)
    except (KeyError, ValueError, TypeError, OverflowError, PdfReadError):
        return None
    return moment if moment.tzinfo else None


def _hold_to_later_changes(marks: Sequence[_Mark], result: BinaryIO, versions: Versions) -> None:
    """After a seal nothing may follow but more seals, and validation data (ETSI EN 319 142-1, 5.4).

    A later seal or time stamp, which anybody may add, covers what was changed before it as well.
    """
    *before, last = marks
    for number, mark in enumerate(before, 1):
        _hold_to_changes(mark, marks[number:], versions)
    result.seek(last.end)
    if result.read(3) in (b"", b"\r", b"\n", b"\r\n"):
        return
    result.seek(-8, 2)
    if not result.read().rstrip(b"\r\n").endswith(b"%%EOF"):
        raise NotIntact(_CHANGED_AFTER)
    _hold_to_changes(last, (), versions)
    if not are_updates(versions.reader, result, last.end):
        raise NotChecked(_CHANGE_UNCLEAR)


def _hold_to_changes(mark: _Mark, later: Sequence[_Mark], versions: Versions) -> None:
    """By what a reader gets to see. Raises NotIntact, NotChecked."""
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if mark.embedded.evaluate_signature_coverage() < SignatureCoverageLevel.ENTIRE_REVISION:
        raise NotChecked(_CHANGE_UNCLEAR) if mark.is_direct else NotIntact(_CHANGED_AFTER)
    seals = frozenset(key_of(one.embedded.sig_field.container_ref) for one in later)
    try:
        change = change_since(versions, mark.embedded.signed_revision, mark.end, seals)
    except Exception as error:
        hold_to_document(error)
        raise NotChecked(_CHANGE_UNCLEAR) from error  # broad as `as_result`
    if change is not Change.NOTHING:
        raise NotChecked(_CHANGE_UNCLEAR) if change is Change.UNCLEAR else NotIntact(_CHANGED[change])
