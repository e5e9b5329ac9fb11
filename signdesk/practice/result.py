"""The result ZIP, written as the dialect wants it: flat, sound, or wrong in one chosen way. Blocking."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from signdesk.practice.dialect import Dialect, ResultForm

_WRITTEN_AT = (2026, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one document: the file that comes back under its name, and the `.p7s` beside it."""

    name: str
    original: Path
    returned: Path
    signature: bytes | None = None


Entry = tuple[str, Path | bytes]


def entries(made: Sequence[Made], dialect: Dialect, foreign: Callable[[], bytes]) -> list[Entry]:
    """What the ZIP holds, in order. `foreign` makes a sealed PDF that nobody sent."""
    if dialect.result is ResultForm.FOREIGN:
        return [("Somebody else.pdf", foreign())]
    kept = [one for one in made if one.name not in dialect.dropped]
    contents = kept[-1:] + kept[:-1] if dialect.swapped else kept
    found: list[Entry] = []
    for one, content in zip(kept, contents, strict=True):
        found += _entries_of(one.name, content, dialect, foreign)
    if dialect.result is ResultForm.UNSAFE_NAMES:
        found.append(("../../escaped.pdf", foreign()))
    if dialect.result is ResultForm.DUPLICATES and found:
        found.append(found[0])
    return found + [(name, text.encode()) for name, text in dialect.extra_entries]


def write(target: Path, found: Sequence[Entry], form: ResultForm) -> None:
    """Writes the file that BatchDownload will send. Raises OSError."""
    if form is ResultForm.NO_ZIP:
        target.write_bytes(b"<html><body>Please sign in to the network.</body></html>")
        return
    doubles = _write_zip(target, found)
    for placeholder, name in doubles:
        _overwrite_name(target, placeholder, name)
    if form is ResultForm.DAMAGED:
        _flip_one_bit(target)
    if form is ResultForm.CUT_OFF:
        os.truncate(target, target.stat().st_size * 2 // 3)


def _entries_of(name: str, made: Made, dialect: Dialect, foreign: Callable[[], bytes]) -> Iterator[Entry]:
    shown = dict(dialect.renamed).get(name, name)
    for old, new in dialect.endings:
        if shown.endswith(old):
            shown = shown.removesuffix(old) + new
    if name in dialect.substituted:
        yield shown, foreign()
    elif dialect.result is ResultForm.UNSEALED:
        yield shown, made.original
    else:
        if made.signature is None or not dialect.signature_only:
            yield shown, made.returned
        if made.signature is not None:
            yield f"{shown}.p7s", made.signature


def _write_zip(target: Path, found: Sequence[Entry]) -> list[tuple[str, str]]:
    """Returns (name as written, name wanted) for names that occur twice, which zipfile would warn about."""
    doubles = []
    taken: set[str] = set()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in found:
            written = name if name not in taken else name[:-1] + "~"
            if written != name:
                doubles.append((written, name))
            taken.add(written)
            with archive.open(
                zipfile.ZipInfo(written, _WRITTEN_AT), "w", force_zip64=_is_huge(content)
            ) as out:
                if isinstance(content, bytes):
                    out.write(content)
                else:
                    with content.open("rb") as source:
                        shutil.copyfileobj(source, out, 1 << 18)
    return doubles


def _is_huge(content: Path | bytes) -> bool:
    return isinstance(content, Path) and content.stat().st_size >= 1 << 31


def _overwrite_name(target: Path, written: str, wanted: str) -> None:
    target.write_bytes(target.read_bytes().replace(written.encode(), wanted.encode()))


def _flip_one_bit(target: Path) -> None:
    with zipfile.ZipFile(target) as archive:
        info = max(archive.infolist(), key=lambda one: one.file_size)
    with target.open("r+b") as file:
        file.seek(info.header_offset + 26)
        lengths = file.read(4)
        start = info.header_offset + 30 + sum(int.from_bytes(lengths[at : at + 2], "little") for at in (0, 2))
        file.seek(start + info.file_size // 2)
        byte = file.read(1)[0]
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))
