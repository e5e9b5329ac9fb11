"""Taking documents in: what was dropped, pasted or named becomes `Document` values and reasons.

Every file is read once, for its SHA-256 (what was dropped is what is sealed) and its CRC-32 (for the
package's headers). No copy is made and nothing is opened for writing. How one file is opened: `sources`; what
a folder holds: `walking`.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from signdesk.domain.documents import Document
from signdesk.domain.errors import InputProblem
from signdesk.storage.sources import CHANGING, PIECE_BYTES, look, open_document, reason_of
from signdesk.storage.walking import Found, walk

NO_DOCUMENTS = "The folder has no documents. Add another folder, or single files."


@dataclass(frozen=True, slots=True)
class Problem:
    """A file or folder that cannot be sent. `reason`: one or two sentences that do not repeat the name.

    `name` is as the file system has it: show it through `domain.documents.shown_name`.
    """

    path: Path
    name: str
    size_bytes: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Clear rubbish inside a walked folder. `reason` is a few words: "hidden", "an unfinished download"."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it, each in the order in which it was met."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    left_out: tuple[LeftOut, ...]


def take_in(
    paths: Iterable[Path],
    *,
    seen: Callable[[int], None] = lambda count: None,
    stop: Callable[[], bool] = lambda: False,
) -> Taken:
    """Look at every path, walk folders, read every file once. Blocking: call it in a worker thread.

    `seen(count)` is called in this thread after each file, with the number of files looked at so far.
    `stop()` is asked between files and between pieces of a file; once it says True, what has been taken until
    then is returned. Never raises for a file: whatever is wrong with one is a Problem. The same path twice
    counts once. Paths of documents are absolute.
    """
    intake = _Intake(seen, stop)
    for path in paths:
        if intake.stopped():
            break
        intake.add(path)
    return Taken(tuple(intake.documents), tuple(intake.problems), tuple(intake.left_out))


class _Stopped(Exception):
    """`stop()` said True in the middle of a file."""


class _Intake:
    def __init__(self, seen: Callable[[int], None], stop: Callable[[], bool]) -> None:
        self.documents: list[Document] = []
        self.problems: list[Problem] = []
        self.left_out: list[LeftOut] = []
        self._seen = seen
        self._stop = stop
        self._is_stopped = False
        self._count = 0
        self._known: set[str] = set()

    def stopped(self) -> bool:
        self._is_stopped = self._is_stopped or self._stop()
        return self._is_stopped

    def add(self, path: Path) -> None:
        """A path that a person named: nothing about it is left out."""
        try:
            path = path.absolute()
            looked = look(path)
        except InputProblem as problem:
            self._refuse(path, None, str(problem))
        except OSError as error:  # the current folder is gone
            self._refuse(path, None, reason_of(error))
        else:
            if stat.S_ISDIR(looked.st_mode):
                self._add_folder(path)
            else:
                self._add_file(path)

    def _add_folder(self, folder: Path) -> None:
        met = 0
        for found in walk(folder):
            if self.stopped():
                return
            met += not found.left_out
            self._add_found(found)
        if met == 0:
            self._refuse(folder, None, NO_DOCUMENTS)

    def _add_found(self, found: Found) -> None:
        if found.left_out:
            self.left_out.append(LeftOut(found.path, found.left_out))
        elif found.problem:
            self._refuse(found.path, None, found.problem)
        else:
            self._add_file(found.path)

    def _add_file(self, path: Path) -> None:
        identity = _path_identity(path)
        if identity in self._known:
            return
        self._known.add(identity)
        size_bytes = None
        try:
            looked = look(path)
            size_bytes = looked.st_size
            self.documents.append(_read_once(path, looked, self.stopped))
        except InputProblem as problem:
            self._refuse(path, size_bytes, str(problem))
        except _Stopped:
            return
        self._count += 1
        self._seen(self._count)

    def _refuse(self, path: Path, size_bytes: int | None, reason: str) -> None:
        self.problems.append(Problem(path, path.name or str(path), size_bytes, reason))


def _read_once(path: Path, looked: os.stat_result, stopped: Callable[[], bool]) -> Document:
    with open_document(path, looked) as file:
        try:
            sha256, crc32, size_bytes = _fingerprint(file, looked.st_size, stopped)
            after = os.fstat(file.fileno())
        except OSError as error:
            raise InputProblem(reason_of(error)) from error
    unchanged = (after.st_size, after.st_mtime_ns) == (looked.st_size, looked.st_mtime_ns)
    if not unchanged or size_bytes != looked.st_size:
        raise InputProblem(CHANGING)
    return Document(path, path.name, size_bytes, looked.st_mtime_ns, sha256, crc32)


def _fingerprint(file: io.FileIO, expected_bytes: int, stopped: Callable[[], bool]) -> tuple[str, int, int]:
    """SHA-256, CRC-32 and number of bytes. Stops reading a file that has grown: it is refused anyway."""
    digest = hashlib.sha256()
    crc32 = size_bytes = 0
    piece = memoryview(bytearray(PIECE_BYTES))
    while size_bytes <= expected_bytes:
        if stopped():
            raise _Stopped
        count = file.readinto(piece)
        if not count:
            break
        digest.update(piece[:count])
        crc32 = zlib.crc32(piece[:count], crc32)
        size_bytes += count
    return digest.hexdigest(), crc32, size_bytes


def _path_identity(path: Path) -> str:
    """Equal for two ways of writing the path of one name: folders are resolved, the name itself is not."""
    try:
        folder = os.path.realpath(path.parent)
    except (OSError, ValueError):
        return str(path)
    return os.path.normcase(Path(folder) / path.name)
