"""What the entries of a result are called, and whether such a name may become a file's name.

Where a packer did not say that a name is UTF-8, the names that were sent tell which old code page it used
(facts.md section 7, row 23). Matching results to documents is the job's work, not done here.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

from signdesk.domain.documents import folded, is_safe_name
from signdesk.domain.words import say
from signdesk.storage.zip_format import UNICODE_PATH_EXTRA, UTF8, Unsound, extra_fields

# UTF-8 first: text in another encoding is hardly ever valid UTF-8 by chance. cp437 decodes anything.
_ENCODINGS = ("utf-8", "cp437", "cp852", "cp1250", "cp1252")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


class EntryNames:
    """Reads names as they stand in one archive, helped by the names that were sent."""

    def __init__(self, sent_names: Iterable[str]) -> None:
        self._sent = {folded(name) for name in sent_names}
        self._stems = {folded(name).rpartition(".")[0] or folded(name) for name in sent_names}

    def read(self, raw: bytes, flags: int, extra: bytes) -> str:
        """The name. Raises Unsound where it is unsafe or cannot be read."""
        # Another reader may take the raw bytes as they are, so they must be harmless too.
        if not is_safe_name(_NOT_ASCII.sub(b"_", raw).decode("ascii")):
            raise Unsound(say("a file in it has a name that is not safe"))
        name = self._decoded(raw, flags, extra)
        if not is_safe_name(name):
            raise Unsound(say("a file in it has a name that is not safe"))
        return name

    def _decoded(self, raw: bytes, flags: int, extra: bytes) -> str:
        unicode_path = _unicode_path(raw, extra)
        if unicode_path is not None:
            return _utf8(unicode_path)
        if flags & UTF8 or raw.isascii():
            return _utf8(raw)
        return max(_candidates(raw), key=self._likeness)

    def _likeness(self, candidate: str) -> tuple[bool, int]:
        """A sent name first, then the longest start that is the stem of a sent name."""
        key = folded(candidate)
        likeness = next((end for end in range(len(key), 0, -1) if key[:end] in self._stems), 0)
        return key in self._sent, likeness


def _candidates(raw: bytes) -> list[str]:
    found = []
    for encoding in _ENCODINGS:
        try:
            found.append(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return found


def _utf8(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unsound(say("a file in it has a name that cannot be read")) from error


def _unicode_path(raw: bytes, extra: bytes) -> bytes | None:
    """Info-ZIP's second name (APPNOTE 4.6.9), which counts only if it was made for this very `raw` name."""
    for kind, content in extra_fields(extra):
        if kind == UNICODE_PATH_EXTRA and content[1:5] == zlib.crc32(raw).to_bytes(4, "little"):
            return content[5:]
    return None
