"""Our own copies of files that other programs may delete at any moment (`temporary_folders`).

Each lies in a folder of its own under its own name, so that it is shown, sent and sealed as the file itself
would be. The folders of one window lie together: at the next start it is seen whose window is gone. All of it
blocks: call it in worker threads.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import threading
import time
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from signdesk.domain.documents import RejectReason, UnsentDocument, safe_name
from signdesk.platform.files import create_new, fsync_file, fsync_folder, make_folder, write_all
from signdesk.storage.sources import CHANGING, PIECE_BYTES, Unusable, look, open_document
from signdesk.storage.temporary_folders import TemporaryFolders

STRAY_DAYS = 7
MOST_BYTES = 200_000_000  # more than this is copied only after a question


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """`path` is the copy, `origin` the file that it was made of."""

    path: Path
    origin: Path
    size_bytes: int
    sha256: str


class OwnCopies:
    """Those of one window. `folder`: private, for the copies of all windows, made on demand."""

    def __init__(self, folder: Path, window_id: str, temporary: TemporaryFolders) -> None:
        self._folder = folder.absolute()
        self._window_id = window_id
        self._temporary = temporary
        self._copies: dict[Path, OwnCopy] = {}
        self._turn = threading.Lock()

    def are_wanted_of(self, paths: Iterable[Path]) -> dict[Path, int]:
        """Which of these files other programs may delete, and their sizes in bytes."""
        return {path: _size_bytes(path) for path in paths if self._is_wanted(path)}

    def total_bytes(self) -> int:
        """Of all that is kept now."""
        with self._turn:
            return sum(one.size_bytes for one in self._copies.values())

    def take(self, origin: Path) -> Path:
        """A copy of the file as it is now: the one that is there already where that holds the same. Raises
        Unusable where the file is no document that can be read, OSError where the copy cannot be written.
        """
        made = self._written(origin)
        with self._turn:
            for one in self._copies.values():
                if (one.origin, one.sha256) == (origin, made.sha256):
                    shutil.rmtree(made.path.parent, ignore_errors=True)
                    return one.path
            self._copies[made.path] = made
            return made.path

    def origin_of(self, path: Path) -> Path | None:
        """Where a copy came from; None for a path that is none."""
        with self._turn:
            copy = self._copies.get(path)
        return copy.origin if copy is not None else None

    def window_ids(self) -> list[str]:
        """Of the windows, this one left out, that have left copies."""
        with suppress(OSError):
            return sorted(one.name for one in self._folder.iterdir() if one.name != self._window_id)
        return []

    def take_over(
        self,
        window_id: str,
        needed: Collection[Path],
        finished: Collection[Path],
        listed: Mapping[Path, UnsentDocument],
    ) -> None:
        """What a window that is gone has left: what is `needed` is ours now, what is `finished` is removed.
        What nothing is known of may be all that is left of a document (after a damaged journal, say), so it
        stays for STRAY_DAYS. `listed`: what is known of those in the list.
        """
        with suppress(OSError):
            for path in list((self._folder / window_id).glob("*/*")):
                if path not in needed:
                    if path in finished or _is_old(path.parent):
                        shutil.rmtree(path.parent, ignore_errors=True)
                    continue
                known = listed.get(path)
                origin, sha256 = (known.origin, known.sha256) if known is not None else (None, "")
                copy = OwnCopy(path, origin or path, _size_bytes(path), sha256)
                with self._turn:
                    self._copies[path] = copy
            self._remove_if_empty(self._folder / window_id)

    def release(self, needed: Collection[Path]) -> list[Path]:
        """Gives up every copy of this window that is not needed, for `remove`. Does not block."""
        with self._turn:
            gone = [path for path in self._copies if path not in needed]
            for path in gone:
                del self._copies[path]
        return gone

    def remove(self, gone: Iterable[Path]) -> None:
        """From the disk. What cannot be removed now is removed at a later start."""
        for path in gone:
            shutil.rmtree(path.parent, ignore_errors=True)
            self._remove_if_empty(path.parent.parent)

    def _is_wanted(self, path: Path) -> bool:
        return self._folder not in path.parents and self._temporary.holds(path)

    def _written(self, origin: Path) -> OwnCopy:
        looked = look(origin)
        with open_document(origin, looked) as file:
            folder = self._folder / self._window_id / secrets.token_hex(6)
            make_folder(folder, 0o700)
            try:
                path, sha256 = _write(file.fileno(), looked, folder, origin.name)
                fsync_folder(folder)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
        return OwnCopy(path, origin, looked.st_size, sha256)

    def _remove_if_empty(self, folder: Path) -> None:
        with suppress(OSError):
            folder.rmdir()


def _write(source: int, looked: os.stat_result, folder: Path, name: str) -> tuple[Path, str]:
    """The copy and its SHA-256. Raises Unusable where the file is being changed."""
    path, descriptor = _created(folder, name)
    try:
        sha256, size_bytes = _copied(source, descriptor)
        fsync_file(descriptor)
    finally:
        os.close(descriptor)
    after = os.fstat(source)
    unchanged = (after.st_size, after.st_mtime_ns) == (looked.st_size, looked.st_mtime_ns)
    if not unchanged or size_bytes != looked.st_size:
        raise Unusable(RejectReason.CHANGING, CHANGING)
    return path, sha256


def _created(folder: Path, name: str) -> tuple[Path, int]:
    """Under its own name, which this disk may not take."""
    try:
        return folder / name, create_new(folder / name)
    except (OSError, ValueError):
        return folder / safe_name(name), create_new(folder / safe_name(name))


def _copied(source: int, target: int) -> tuple[str, int]:
    digest, size_bytes = hashlib.sha256(), 0
    while piece := os.read(source, PIECE_BYTES):
        digest.update(piece)
        write_all(target, piece)
        size_bytes += len(piece)
    return digest.hexdigest(), size_bytes


def _is_old(folder: Path) -> bool:
    return time.time() - folder.stat().st_mtime > STRAY_DAYS * 86_400


def _size_bytes(path: Path) -> int:
    try:
        return path.lstat().st_size
    except (OSError, ValueError):
        return 0
