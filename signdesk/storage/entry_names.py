"""What the entries of a result are called, and which of their names could do harm.

A name never withholds a result: folders are left away, and characters that cannot be part of a file name are
read as `_`. Only what could lead out of the folder where somebody unpacks it is refused. Where a packer did
not say that a name is UTF-8, or said so wrongly, the names that were sent tell which code page it used
(signdesk/README.md, row 23). Matching results to documents is the job's work, not done here.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence

from signdesk.domain.documents import FORBIDDEN, folded, numbered, shortened
from signdesk.domain.messages import msg
from signdesk.storage.zip_format import UNICODE_PATH_EXTRA, UTF8, Refused, extra_fields

# UTF-8 first: text in another encoding is hardly ever valid UTF-8 by chance. cp437 decodes anything.
_ENCODINGS = ("utf-8", "cp437", "cp852", "cp1250", "cp1252")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_SEPARATOR = re.compile(r"[/\\]")  # Windows packers write the second one, against APPNOTE 4.4.17
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")
_LONGEST_BYTES = 255
_LONGEST_SHOWN = 120


class EntryNames:
    """Reads names as they stand in one archive, helped by the names that were sent."""

    def __init__(self, sent_names: Iterable[str]) -> None:
        self._sent = {folded(name) for name in sent_names}
        self._stems = {folded(name).rpartition(".")[0] or folded(name) for name in sent_names}

    def read(self, raw: bytes, flags: int, extra: bytes) -> str:
        """The whole name with its folders, as text. Raises Refused where it leads out of its folder."""
        # Another reader may take the raw bytes as they are, so they must be harmless too.
        refuse_harm(_NOT_ASCII.sub(b"_", raw).decode("ascii"))
        name = self._decoded(raw, flags, extra)
        refuse_harm(name)
        return name

    def _decoded(self, raw: bytes, flags: int, extra: bytes) -> str:
        said = _unicode_path(raw, extra) or (raw if flags & UTF8 or raw.isascii() else None)
        if said is not None:
            try:
                return said.decode("utf-8")
            except UnicodeDecodeError:
                pass
        return max(_candidates(raw), key=self._likeness)

    def _likeness(self, candidate: str) -> tuple[bool, int]:
        """A sent name first, then the longest start that is the stem of a sent name."""
        key = folded(file_name(candidate))
        likeness = next((end for end in range(len(key), 0, -1) if key[:end] in self._stems), 0)
        return key in self._sent, likeness


def refuse_harm(name: str) -> None:
    """Raises Refused for a name that could lead out of the folder where the archive is unpacked."""
    shown = shown_entry(name)
    if "\0" in name:
        raise Refused(msg("the name of the entry “{name}” has a NUL in it", name=shown))
    if _ABSOLUTE.match(name):
        raise Refused(msg("the entry “{name}” has an absolute path", name=shown))
    if any(_leads_up(part) for part in _SEPARATOR.split(name)):
        raise Refused(msg("the file “{name}” in it would be written outside its folder", name=shown))


def shown_entry(name: str) -> str:
    """For a sentence: bounded, and without control characters."""
    shown = FORBIDDEN.sub(lambda one: one[0] if one[0] in '<>:"/\\|?*' else "_", name)
    return shown if len(shown) <= _LONGEST_SHOWN else shown[: _LONGEST_SHOWN - 1] + "…"


def is_folder_name(name: str) -> bool:
    """Whether the name says that the entry is a folder (APPNOTE 4.3.8)."""
    return name.endswith(("/", "\\"))


def file_name(name: str) -> str:
    """The last part, without what no file name may hold; devices' names such as `CON.pdf` stay."""
    parts = [part for part in _SEPARATOR.split(name) if part.strip(". ")]
    cleaned = FORBIDDEN.sub("_", parts[-1] if parts else "").rstrip(". ")
    if len(cleaned.encode("utf-8", "replace")) > _LONGEST_BYTES:
        cleaned = shortened(cleaned)
    return cleaned or "_"


def distinct(names: Sequence[str]) -> tuple[str, ...]:
    """The file names of these entries: no two are the same name for any file system.

    Where several fall together, one that stands there just so keeps it; the others get " (2)" and so on.
    """
    plain = [file_name(name) for name in names]
    taken: set[str] = set()
    found = list(plain)
    for index in sorted(range(len(names)), key=lambda one: plain[one] != names[one]):
        number = 1
        while folded(found[index]) in taken:
            number += 1
            found[index] = numbered(plain[index], number)
        taken.add(folded(found[index]))
    return tuple(found)


def _leads_up(part: str) -> bool:
    """`..`, also with the blanks and dots that Windows strips."""
    return part.startswith("..") and not part.strip(". ")


def _candidates(raw: bytes) -> list[str]:
    found = []
    for encoding in _ENCODINGS:
        try:
            found.append(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return found


def _unicode_path(raw: bytes, extra: bytes) -> bytes | None:
    """Info-ZIP's second name (APPNOTE 4.6.9), which counts only if it was made for this very `raw` name."""
    for kind, content in extra_fields(extra):
        if kind == UNICODE_PATH_EXTRA and content[1:5] == zlib.crc32(raw).to_bytes(4, "little"):
            return content[5:]
    return None
