"""Looks at the entries of one archive, unpacked for the document worker. Blocking; worker threads only."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

from signdesk.domain.messages import msg
from signdesk.platform.os_errors import saving_problem
from signdesk.seals import SealCheckResult
from signdesk.seals.forms import Sent
from signdesk.seals.seal_checker import SealChecker
from signdesk.storage.archive import Archive, Entry

_OWN_FILES = Path("/proc/self/fd")
NOT_CHECKED_HERE = msg("It could not be checked on this computer.")


class EntryChecks:
    """As `SealChecker`, of entries. Raises NotOnThisComputer and Closed as it does, and DamagedResult and
    SavingProblem as `Archive.pieces`.
    """

    def __init__(self, archive: Archive, work: Path, looks: SealChecker) -> None:
        self._archive = archive
        self._work = work
        self._looks = looks

    def inside(self, entry: Entry, sent: Sent, source: Path | None = None) -> SealCheckResult | None:
        """`source`: the document on this computer; it counts as long as it is what was sent."""
        with self.unpacked(entry) as path:
            return self._looks.inside(path, sent, source, key=entry.sha256)

    def beside(self, entry: Entry, sent: Sent, content: Entry | None) -> SealCheckResult | None:
        """`content`: the entry that is the document, where there is one."""
        with ExitStack() as opened:
            path = opened.enter_context(self.unpacked(entry))
            document = opened.enter_context(self.unpacked(content)) if content is not None else None
            return self._looks.beside(path, entry.name, sent, document, key=entry.sha256)

    def beside_source(self, entry: Entry, sent: Sent, source: Path) -> SealCheckResult | None:
        """`source` as in `inside`."""
        with self.unpacked(entry) as path:
            return self._looks.beside(path, entry.name, sent, source, sent.sha256, key=entry.sha256)

    def alone(self, entry: Entry, *, with_pages: bool = True) -> SealCheckResult | None:
        """Whatever was sent. `with_pages` is False where the pages are compared with what was sent."""
        with self.unpacked(entry) as path:
            return self._looks.alone(path, key=entry.sha256, with_pages=with_pages)

    def is_beside(self, entry: Entry) -> bool:
        """By its name, or by what it holds."""
        with self.unpacked(entry) as path:
            return self._looks.is_beside(path, entry.name, key=entry.sha256)

    def may_be_apart(self, entry: Entry) -> bool:
        """By its form."""
        with self.unpacked(entry) as path:
            return self._looks.may_be_apart(path, key=entry.sha256)

    def covered(self, entry: Entry) -> frozenset[tuple[str, str]]:
        """The digests that it says it is over."""
        with self.unpacked(entry) as path:
            return self._looks.covered(path, key=entry.sha256)

    @contextmanager
    def unpacked(self, entry: Entry) -> Iterator[Path]:
        """A private copy: the document worker reads files by their names. On Linux it has no name in any
        folder, so that nothing stays behind however this process ends.
        """
        with ExitStack() as opened:
            try:
                if _OWN_FILES.is_dir():
                    file: IO[bytes] = opened.enter_context(tempfile.TemporaryFile(dir=self._work))
                    path = Path(f"/proc/{os.getpid()}/fd/{file.fileno()}")
                else:
                    number, name = tempfile.mkstemp(prefix="look-", dir=self._work)
                    path = Path(name)
                    opened.callback(_removed, path)
                    file = opened.enter_context(os.fdopen(number, "wb"))
                for piece in self._archive.pieces(entry):
                    file.write(piece)
                file.flush()
            except OSError as error:
                raise saving_problem(error, self._work) from error
            yield path


def _removed(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
