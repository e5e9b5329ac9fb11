"""A look at a PDF before it is sent: does it want a password, is it signed already, may it be sealed at all?
And does a file begin as its ending promises, for endings whose files all begin alike?

Nothing is judged here: an odd, broken or hostile PDF is simply not looked into, and nothing is said of it.
Blocking, in worker threads. pyHanko is imported only for a PDF in whose bytes there is something to find
(`Marks`), so ordinary documents cost next to nothing.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, BinaryIO

from signdesk.seals.seal_check_result import ASN1_LOCK, hold_to_document

MOST_READ_BYTES = 64 << 20
MOST_READS = 4_000_000
_HEAD_BYTES = 1024
_MARKS = (b"/Encrypt", b"/ByteRange")
_STANDARD = "/Standard"  # by passwords (ISO 32000-1, 7.6.3)
_LONGEST_MARK = max(map(len, _MARKS))


@dataclass(frozen=True, slots=True)
class Before:
    """`needs_password`: nobody can open it without one. `needs_key`: only the holders of certain keys can, or
    those to whom rights management gives one. `protected`: it opens, but a password keeps it from being
    changed. `signatures`: how many it carries. `final`: its signer allows no change, so a further seal
    would break that signature (DocMDP level 1). `too_complex`, `not_here`: nothing is known of it, since it
    costs too much to be read, or this computer could not look into it.
    """

    needs_password: bool = False
    needs_key: bool = False
    protected: bool = False
    signatures: int = 0
    final: bool = False
    too_complex: bool = False
    not_here: bool = False


class Marks:
    """Watches the bytes of a file go by. `found`: it is a PDF that is worth a `presign_check_of`.

    What encrypts a PDF and what a signature covers always stand uncompressed in it (ISO 32000-1, 7.5.8.2,
    7.6.1 and 12.8.1).
    """

    def __init__(self) -> None:
        self.found = False
        self._seen = b""
        self._is_pdf: bool | None = None

    def feed(self, piece: bytes | memoryview) -> None:
        """The next bytes, in order."""
        if self.found or self._is_pdf is False:
            return
        text = self._seen + bytes(piece)
        if self._is_pdf is None:
            if b"%PDF-" not in text[:_HEAD_BYTES]:
                self._is_pdf = False if len(text) >= _HEAD_BYTES else None
                self._seen = text[:_HEAD_BYTES]
                return
            self._is_pdf = True
        self.found = any(mark in text for mark in _MARKS)
        self._seen = text[1 - _LONGEST_MARK :]


def presign_check_of(file: BinaryIO) -> Before:
    """What can be known of a PDF without a password. Never reads without bounds. Raises as `as_result`."""
    try:
        with ASN1_LOCK:
            return _look(_Bounded(file))
    except Exception as error:  # noqa: BLE001
        hold_to_document(error)
        # Broad on purpose, as in `look.as_result`: hostile input makes pyHanko raise nearly anything.
        return Before()


def _look(file: _Bounded) -> Before:
    from pyhanko.pdf_utils.crypt import AuthStatus
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(file, strict=False)
    if not reader.encrypt_dict:
        return _signatures(reader, protected=False)
    if reader.encrypt_dict.get("/Filter", _STANDARD) != _STANDARD:
        return Before(needs_key=True)
    if _at(reader.encrypt_dict, "/R") == 5:
        return _look_at_revision_5(reader.security_handler)
    status = reader.decrypt("").status
    if status is AuthStatus.FAILED:
        return Before(needs_password=True)
    protected = status is not AuthStatus.OWNER
    try:
        return _signatures(reader, protected=protected)
    except Exception as error:  # noqa: BLE001 - that it is protected is known all the same
        hold_to_document(error)
        return Before(protected=protected)


def _look_at_revision_5(handler: Any) -> Before:
    """Whether the empty password opens it, which pyHanko 0.38 cannot tell (Adobe Supplement to ISO 32000,
    Extension Level 3, 3.5.2): the hash of the password and 8 bytes of salt stands before them. What it is
    signed with is not known, since its streams are not read.
    """
    user, owner = bytes(handler.udata), bytes(handler.odata)
    if hashlib.sha256(owner[32:40] + user[:48]).digest() == owner[:32]:
        return Before()
    opens = hashlib.sha256(user[32:40]).digest() == user[:32]
    return Before(protected=opens, needs_password=not opens)


def _signatures(reader: Any, *, protected: bool) -> Before:
    from pyhanko.sign.fields import enumerate_sig_fields

    count, final = 0, False
    for _name, value, field in enumerate_sig_fields(reader, filled_status=True):
        count += 1
        final = final or allows_no_change(value.get_object(), field.get_object())
    return Before(protected=protected, signatures=count, final=final)


def allows_no_change(signature: Any, field: Any) -> bool:
    """DocMDP level 1: by the lock of its field, or by the signature itself (a certified document)."""
    lock = _at(field, "/Lock")
    if lock is not None and _at(lock, "/P") == 1:
        return True
    for reference in _at(signature, "/Reference") or ():
        one = reference.get_object()
        if _at(one, "/TransformMethod") == "/DocMDP":
            params = _at(one, "/TransformParams")
            return params is not None and _at(params, "/P") == 1
    return False


def _at(dictionary: Any, key: str) -> Any:
    """What stands there, behind whatever reference; None where nothing does. (`get` does not look behind.)"""
    try:
        return dictionary[key]
    except KeyError:
        return None


class _Bounded:
    """A file that ends a look which reads too much or too often, as loops in a hostile PDF would."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._bytes = 0
        self._reads = 0

    def read(self, size: int = -1) -> bytes:
        if size < 0:
            size = MOST_READ_BYTES + 1
        content = self._file.read(min(size, MOST_READ_BYTES + 1))
        self._count(len(content))
        return content

    def readinto(self, buffer: Any) -> int:
        count = self._file.readinto(buffer)  # type: ignore[attr-defined]
        self._count(count or 0)
        return count or 0

    def seek(self, offset: int, whence: int = 0) -> int:
        self._count(0)
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def _count(self, more_bytes: int) -> None:
        self._bytes += more_bytes
        self._reads += 1
        if self._bytes > MOST_READ_BYTES or self._reads > MOST_READS:
            raise ValueError("too much to read in one look")


HEAD_BYTES = 4096
_OFFICE = frozenset([".zip", ".doc"])  # with a password in the container that was usual before
# Ending -> the endings of which the library has to name one.
_FORMS = {
    ".png": frozenset([".png"]),
    ".gif": frozenset([".gif"]),
    **dict.fromkeys((".jpg", ".jpeg"), frozenset([".jpg"])),
    **dict.fromkeys((".tif", ".tiff"), frozenset([".tiff"])),
    **dict.fromkeys((".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".pptm"), _OFFICE),
    **dict.fromkeys((".odt", ".ods", ".odp"), frozenset([".zip"])),
}
ENDINGS = frozenset(_FORMS)
_LARGE_TIFF = b"II+\0"  # which the table does not have


def begins_as(ending: str, head: bytes) -> bool:
    """`ending`: one of ENDINGS; `head`: the first HEAD_BYTES of the file, not empty."""
    import puremagic

    try:
        found = {one.extension for one in puremagic.magic_string(head)}
    except puremagic.PureError:
        found = set()
    if head.startswith(_LARGE_TIFF):
        found.add(".tiff")
    return not found.isdisjoint(_FORMS[ending])
