"""Changes after a seal that no object's own cross-reference entry shows: the object stays where it was, and
what lies there is another.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from signdesk.seals import Finding
from signdesk.seals.pdf import verify_pdf_alone
from tests.seals.conftest import Seal, look

_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 6 0 R"
    b" /Resources << /Font << /F1 5 0 R >> >> >>"
)
_DRAWING = b"BT /F1 12 Tf 20 200 Td (%s) Tj ET"
_OPEN = b"<< /Length 90000 >>\nstream\n"
_FAR = 90_000  # behind all that is sealed


def stream(dictionary: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (dictionary, len(content), content)


def packed(objects: dict[int, bytes]) -> bytes:
    """An object stream (ISO 32000-1, 7.5.7)."""
    head, body = b"", b""
    for number, content in objects.items():
        head += b"%d %d " % (number, len(body))
        body += content + b"\n"
    return stream(b"/Type /ObjStm /N %d /First %d" % (len(objects), len(head)), head + body)


def appended(
    before: bytes, objects: dict[int, bytes], more: dict[int, tuple[int, int, int]], previous: bytes
) -> bytes:
    """With objects and a cross-reference stream behind (7.5.8). `more`: its entries for other objects."""
    out = bytearray(before)
    entries = dict(more)
    for number, content in objects.items():
        entries[number] = (1, len(out), 0)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, own = len(out), 50
    entries[own] = (1, start, 0)
    index = b" ".join(b"%d 1" % number for number in sorted(entries))
    rows = b"".join(
        bytes([kind]) + place.to_bytes(4, "big") + bytes([last])
        for _number, (kind, place, last) in sorted(entries.items())
    )
    fixed = b"/Type /XRef /W [1 4 1] /Root 1 0 R"
    trailer = b"%s /Size %d /Index [%s] %s" % (fixed, 60 + len(before), index, previous)
    out += b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, stream(trailer, rows), start)
    return bytes(out)


def document(more: bytes = b"", entry: tuple[int, int, int] | None = None) -> bytes:
    """What its page shows is named in the object stream 8. `more`: another part, object 9; or its `entry`."""
    contents = b"[4 0 R 9 0 R]" if more or entry else b"[4 0 R]"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: _PAGE,
        4: stream(b"", _DRAWING % b"Pay 10"),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        7: stream(b"", _DRAWING % b"Pay 999"),  # no page shows it
        8: packed({6: contents}),
        **({9: more} if more else {}),
    }
    entries = {6: (2, 8, 0), **({9: entry} if entry else {})}
    return appended(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", objects, entries, b"")


def previous(content: bytes) -> bytes:
    return b"/Prev %s" % content.rsplit(b"startxref", 1)[1].split()[0]


def another_container(sealed: bytes) -> bytes:
    """The entry of object 6 stays: it lies in stream 8, which is written anew."""
    return appended(sealed, {8: packed({6: b"[7 0 R]"})}, {}, previous(sealed))


def something_where_nothing_was(sealed: bytes) -> bytes:
    """The second part of the page is said to lie far behind all that is sealed; now it does."""
    filled = sealed.ljust(_FAR, b"\n")
    evil = b"9 0 obj\n%s\nendobj\n" % stream(b"", _DRAWING % b"Pay 999")
    return appended(filled + evil, {41: b"null"}, {}, previous(sealed))


def an_end_for_what_had_none(sealed: bytes) -> bytes:
    """The second part of the page reaches far behind all that is sealed; now something is there."""
    filled = sealed.ljust(sealed.index(_OPEN) + len(_OPEN) + _FAR, b"\n")
    return appended(filled + b"\nendstream\nendobj\n", {41: b"null"}, {}, previous(sealed))


ATTACKS: dict[str, tuple[bytes, Callable[[bytes], bytes]]] = {
    "another container": (document(), another_container),
    "something where nothing was": (document(entry=(1, _FAR, 0)), something_where_nothing_was),
    "an end for what had none": (document(_OPEN + _DRAWING % b"Pay 999"), an_end_for_what_had_none),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_what_the_cross_references_do_not_show_is_no_seal_over_it(seal: Seal, name: str) -> None:
    original, attack = ATTACKS[name]
    sealed = seal(original)
    assert look(sealed, original).finding is Finding.INTACT
    changed = attack(sealed)
    for hidden in (changed, seal(changed)):
        for found in (look(hidden, original), verify_pdf_alone(io.BytesIO(hidden))):
            assert found.finding in (Finding.BROKEN, Finding.NOT_CHECKED), found.sentence


def test_an_update_that_changes_nothing_is_no_change(seal: Seal) -> None:
    """As above, but for the change."""
    sealed = seal(document())
    same = appended(sealed, {41: b"null"}, {}, previous(sealed))

    assert verify_pdf_alone(io.BytesIO(seal(same))).finding is Finding.INTACT
