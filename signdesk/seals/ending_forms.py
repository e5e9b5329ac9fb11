"""Does a file begin as its ending promises? For endings whose files all begin alike, by puremagic's table."""

from __future__ import annotations

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
