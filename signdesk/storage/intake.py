"""Taking documents in: what was dropped, pasted or named becomes `Document` values and reasons.

Every file is read once, for its SHA-256 (what was dropped is what is sealed) and its CRC-32 (for the
package's headers). No copy is made and nothing is opened for writing. How one file is opened: `sources`; what
a folder holds: `walking`. All of it blocks: call it in worker threads.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from signdesk.domain.documents import Document, RejectReason
from signdesk.domain.messages import msg
from signdesk.storage.sources import (
    CHANGED,
    CHANGING,
    PIECE_BYTES,
    Unusable,
    look,
    open_document,
    unusable,
    why_not,
)
from signdesk.storage.walking import Found, walk

NO_DOCUMENTS = msg("The folder has no documents. Add another folder, or single files.")


@dataclass(frozen=True, slots=True)
class Problem:
    """A file or folder that cannot be sent. `reason`: one or two sentences that do not repeat the name.

    `name` is as the file system has it: show it through `domain.documents.shown_name`.
    """

    path: Path
    name: str
    size_bytes: int | None
    reason: str
    trouble: RejectReason = RejectReason.UNREADABLE


@dataclass(frozen=True, slots=True)
class Skipped:
    """Clear rubbish inside a walked folder. `reason` is a few words: "hidden", "an unfinished download"."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it, each in the order in which it was met."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    left_out: tuple[Skipped, ...]


class Stopped(Exception):
    """`stop()` said True."""


def take_in(
    paths: Iterable[Path],
    *,
    check: Callable[[Path, Callable[[], bool]], Document | Problem] | None = None,
    seen: Callable[[int], None] = lambda count: None,
    stop: Callable[[], bool] = lambda: False,
) -> Taken:
    """Look at every path, walk folders, read every file once.

    `check(path, stop)` reads one file; without it `check_file` does.
    `seen(count)` is called in this thread after each file, with the number of files looked at so far.
    `stop()` is asked between files and between pieces of a file; once it says True, what has been taken until
    then is returned. Never raises for a file: whatever is wrong with one is a Problem. The same path twice
    counts once. Paths of documents are absolute.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    left_out: list[Skipped] = []
    count = 0
    read = check or (lambda path, stop: check_file(path, stop=stop))
    try:
        for one in survey(paths, stop=stop):
            if isinstance(one, Skipped):
                left_out.append(one)
                continue
            checked = read(one, stop) if isinstance(one, Path) else one
            if isinstance(checked, Document):
                documents.append(checked)
            else:
                problems.append(checked)
            if isinstance(one, Path):
                count += 1
                seen(count)
    except Stopped:
        pass
    return Taken(tuple(documents), tuple(problems), tuple(left_out))


def survey(
    paths: Iterable[Path], *, listed: Iterable[Path] = (), stop: Callable[[], bool] = lambda: False
) -> Iterator[Path | Problem | Skipped]:
    """The files to check, in order, and what is known to be no document. No file is opened.

    Absolute paths, each once, however it is written; a file that is `listed` is given by its path there.
    Raises Stopped.
    """
    return _Survey(listed, stop).of(paths)


def check_file(
    path: Path,
    *,
    watch: Callable[[memoryview], None] = lambda piece: None,
    stop: Callable[[], bool] = lambda: False,
) -> Document | Problem:
    """Reads one file. `watch` is given its bytes as they go by, in order. Raises Stopped and nothing else."""
    size_bytes = None
    try:
        looked = look(path)
        size_bytes = looked.st_size
        return _read_once(path, looked, watch, stop)
    except Unusable as problem:
        return _problem(path, size_bytes, problem)


def look_again(document: Document) -> Problem | None:
    """What has become of a file since it was read, by a look from outside; None where all is as it was."""
    try:
        looked = look(document.path)
        if (reason := why_not(document.path, looked)) is not None:
            return _problem(document.path, looked.st_size, reason)
    except Unusable as reason:
        return _problem(document.path, None, reason)
    if (looked.st_size, looked.st_mtime_ns) == (document.size_bytes, document.modified_ns):
        return None
    return changed_problem(replace(document, size_bytes=looked.st_size))


def changed_problem(document: Document) -> Problem:
    """Of a file that is not as it was when it was added; `document`: as it is now."""
    return _problem(document.path, document.size_bytes, Unusable(RejectReason.CHANGED, CHANGED))


def _problem(path: Path, size_bytes: int | None, reason: Unusable) -> Problem:
    return Problem(path, path.name or str(path), size_bytes, str(reason), reason.trouble)


class _Survey:
    """One walk through everything that was named."""

    def __init__(self, listed: Iterable[Path], stop: Callable[[], bool]) -> None:
        self._listed = {_path_identity(path): path for path in listed}
        self._met: set[str] = set()
        self._stop = stop

    def of(self, paths: Iterable[Path]) -> Iterator[Path | Problem | Skipped]:
        for path in paths:
            self._go_on()
            yield from self._named(path)

    def _named(self, path: Path) -> Iterator[Path | Problem | Skipped]:
        """A path that a person named: nothing about it is left out."""
        try:
            path = path.absolute()
            looked = look(path)
        except Unusable as reason:
            yield _problem(path, None, reason)
        except OSError as error:  # the current folder is gone
            yield _problem(path, None, unusable(error))
        else:
            yield from self._inside(path) if stat.S_ISDIR(looked.st_mode) else self._file(path)

    def _inside(self, folder: Path) -> Iterator[Path | Problem | Skipped]:
        met = 0
        for found in walk(folder):
            self._go_on()
            met += not found.left_out
            yield from self._found(found)
        if met == 0:
            yield _problem(folder, None, Unusable(RejectReason.NO_DOCUMENT, NO_DOCUMENTS))

    def _found(self, found: Found) -> Iterator[Path | Problem | Skipped]:
        if found.left_out:
            yield Skipped(found.path, found.left_out)
        elif found.problem:
            yield _problem(found.path, None, Unusable(RejectReason.UNREADABLE, found.problem))
        else:
            yield from self._file(found.path)

    def _file(self, path: Path) -> Iterator[Path]:
        identity = _path_identity(path)
        if identity not in self._met:
            self._met.add(identity)
            yield self._listed.get(identity, path)

    def _go_on(self) -> None:
        if self._stop():
            raise Stopped


def _read_once(
    path: Path, looked: os.stat_result, watch: Callable[[memoryview], None], stop: Callable[[], bool]
) -> Document:
    with open_document(path, looked) as file:
        try:
            sha256, crc32, size_bytes = _fingerprint(file, looked.st_size, watch, stop)
            after = os.fstat(file.fileno())
        except OSError as error:
            raise unusable(error) from error
    unchanged = (after.st_size, after.st_mtime_ns) == (looked.st_size, looked.st_mtime_ns)
    if not unchanged or size_bytes != looked.st_size:
        raise Unusable(RejectReason.CHANGING, CHANGING)
    return Document(path, path.name, size_bytes, looked.st_mtime_ns, sha256, crc32)


def _fingerprint(
    file: io.FileIO, expected_bytes: int, watch: Callable[[memoryview], None], stop: Callable[[], bool]
) -> tuple[str, int, int]:
    """SHA-256, CRC-32 and number of bytes. Stops reading a file that has grown: it is refused anyway."""
    digest = hashlib.sha256()
    crc32 = size_bytes = 0
    piece = memoryview(bytearray(PIECE_BYTES))
    while size_bytes <= expected_bytes:
        if stop():
            raise Stopped
        count = file.readinto(piece)
        if not count:
            break
        digest.update(piece[:count])
        crc32 = zlib.crc32(piece[:count], crc32)
        watch(piece[:count])
        size_bytes += count
    return digest.hexdigest(), crc32, size_bytes


def _path_identity(path: Path) -> str:
    """Equal for two ways of writing the path of one name: folders are resolved, the name itself is not."""
    try:
        folder = os.path.realpath(path.parent)
    except (OSError, ValueError):
        return str(path)
    return os.path.normcase(Path(folder) / path.name)
