"""A saved result's entries as files in a folder of their own: all of them under its name, or no such folder.

They are written into a hidden folder beside it, flushed, and that is renamed. What the archive is allowed to
hold: `archive`. What its entries are to be called: `domain.restoring`.
"""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from signdesk.domain.documents import folded, safe_name
from signdesk.platform import SYSTEM
from signdesk.platform.files import create_new, fsync_file, fsync_folder, write_all
from signdesk.platform.os_errors import translate_os_errors
from signdesk.storage.archive import Archive, Entry
from signdesk.storage.results import require_room

_MOST_NUMBERS = 1000
_PIECE_BYTES = 256 * 1024
_TAKEN = frozenset([errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR])
_NOT_A_NAME_HERE = frozenset([errno.EINVAL, errno.EILSEQ, errno.ENAMETOOLONG])


class Stopped(Exception):
    """`stop` said so; nothing stays behind."""


@dataclass(frozen=True, slots=True)
class Unpacking:
    """`archive` into a folder `name` beside `temporary`; `names`: what its entries become, in their order.

    `stop` is asked between pieces. Blocking; once, in one thread.
    """

    archive: Archive
    names: Sequence[str]
    temporary: Path
    name: str
    stop: Callable[[], bool] = bool

    def run(self) -> Path:
        """The folder, durable: `name`, or "name (2)" and so on where that is taken; nothing is replaced.

        A folder of such a name that holds just these files already is taken for what a killed run has left.
        Raises DiskFull, TargetUnavailable, SavingProblem, DamagedResult or Stopped; nothing of it is there
        then. What a killed run left at `temporary` is removed.
        """
        folder = self.temporary.parent
        with translate_os_errors(folder):
            shutil.rmtree(self.temporary, ignore_errors=True)
            done = next(filter(self._is_there, itertools.takewhile(os.path.lexists, self._places())), None)
            if done is not None:
                fsync_folder(folder)
                return done
            needed_bytes = sum(entry.size_bytes for entry in self.archive.entries)
            require_room(folder, shutil.disk_usage(folder).free, needed_bytes)
            try:
                self.temporary.mkdir()
                for entry, name in zip(self.archive.entries, self.names, strict=True):
                    self._write(entry, name)
                fsync_folder(self.temporary)
                return self._rename()
            except BaseException:
                shutil.rmtree(self.temporary, ignore_errors=True)
                raise

    def _places(self) -> Iterator[Path]:
        """The names that the folder may get, best first."""
        wanted = safe_name(self.name)
        for number in range(1, _MOST_NUMBERS):
            yield self.temporary.parent / (wanted if number == 1 else f"{wanted} ({number})")

    def _write(self, entry: Entry, name: str) -> None:
        descriptor = self._create(entry, name)
        try:
            for piece in self.archive.pieces(entry):
                if self.stop():
                    raise Stopped
                write_all(descriptor, piece)
            fsync_file(descriptor)
        finally:
            os.close(descriptor)

    def _create(self, entry: Entry, name: str) -> int:
        """Under the name that it travelled under, where this disk does not know the other as a name."""
        if name not in ("", "..") and Path(name).name == name:
            try:
                return create_new(self.temporary / name, 0o666)
            except OSError as error:
                if error.errno not in _NOT_A_NAME_HERE:
                    raise
        return create_new(self.temporary / entry.name, 0o666)

    def _rename(self) -> Path:
        """No system replaces a file or a folder with something in it by renaming a folder."""
        for final in self._places():
            if os.path.lexists(final):
                continue
            try:
                SYSTEM.retry_while_held(partial(self.temporary.rename, final))
            except OSError as error:
                if error.errno not in _TAKEN:
                    raise
                continue
            try:
                fsync_folder(final.parent)
            except OSError:
                final.rename(self.temporary)
                raise
            return final
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(self.temporary.parent / self.name))

    def _is_there(self, final: Path) -> bool:
        """A folder that cannot be looked into is somebody else's."""
        try:
            return not final.is_symlink() and self._holds_all(final)
        except OSError:
            return False

    def _holds_all(self, final: Path) -> bool:
        found = {folded(path.name): path for path in final.iterdir()}
        if len(found) != len(self.archive.entries):
            return False
        for entry, name in zip(self.archive.entries, self.names, strict=True):
            path = found.get(folded(name)) or found.get(folded(entry.name))
            if path is None or not _holds(path, entry):
                return False
        return True


def _holds(path: Path, entry: Entry) -> bool:
    if path.is_symlink() or not path.is_file() or path.stat().st_size != entry.size_bytes:
        return False
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE_BYTES):
            digest.update(piece)
    return digest.hexdigest() == entry.sha256
