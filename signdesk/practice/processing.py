"""What the two practice processes do with a document, and the result ZIP. Blocking, in worker threads."""

from __future__ import annotations

import logging
import shutil
import threading
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from signdesk.practice.data_folder import SealKey
from signdesk.practice.server_lifecycle import SEAL, BatchDocument, PracticeBatch

if TYPE_CHECKING:
    from signdesk.practice.sealing import Sealer

log = logging.getLogger(__name__)
Entry = tuple[str, Path | bytes]  # of the result: its name, and its content or where it is
_WRITTEN_AT = (2026, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class ProcessedDocument:
    """What became of one document: the file that comes back under its name, and the `.p7s` beside it."""

    name: str
    original: Path
    returned: Path
    signature: bytes | None = None


class DocumentProcessor:
    """Owns the sealer, which is made when it is first needed: pyHanko takes about a second to import."""

    def __init__(self, key: SealKey) -> None:
        self._key = key
        self._lock = threading.Lock()
        self._made: Sealer | None = None

    def sealer(self) -> Sealer:
        """Called early, it lets the first seal not wait for the import of pyHanko."""
        from signdesk.practice.sealing import Sealer

        with self._lock:
            if self._made is None:
                self._made = Sealer(self._key)
            return self._made

    def process(self, batch: PracticeBatch, document: BatchDocument) -> ProcessedDocument:
        """Seals one document, or only marks it as looked at, and sets its flags.

        Never raises: a document that cannot be worked on comes back as it was and does not hold up others.
        """
        if batch.process_id != SEAL:
            document.success = True
            return _unsealed(document)
        try:
            made = self.seal(document)
        except Exception:
            log.exception("a document of batch %s came back unsealed", batch.id)
            return _unsealed(document)
        document.signed = document.success = made != _unsealed(document)
        return made

    def seal(self, document: BatchDocument) -> ProcessedDocument:
        """What cannot be sealed comes back as it was. Raises OSError."""
        from signdesk.practice.sealing import NotSealable

        path = document.path
        if not document.name.lower().endswith(".pdf"):
            return ProcessedDocument(document.name, path, path, self.sealer().sign_detached(path))
        target = path.with_name(f"{path.name}.sealed")
        try:
            self.sealer().seal_pdf(path, target)
        except NotSealable:
            return _unsealed(document)
        return ProcessedDocument(document.name, path, target)

    def write_result(
        self, batch: PracticeBatch, processed: Sequence[ProcessedDocument], target: Path
    ) -> None:
        """Writes what BatchDownload will send, for a check with its report. Raises OSError."""
        found = self.entries(batch, processed)
        if batch.process_id != SEAL:
            from signdesk.practice.sealing import check, report_files

            found += report_files(check([(one.name, one.original) for one in processed]))
        _write_zip(target, found)

    def entries(self, batch: PracticeBatch, processed: Sequence[ProcessedDocument]) -> list[Entry]:
        """What the result holds of the documents, in order."""
        found: list[Entry] = []
        for one in processed:
            found.append((one.name, one.returned))
            if one.signature is not None:
                found.append((f"{one.name}.p7s", one.signature))
        return found


def _unsealed(document: BatchDocument) -> ProcessedDocument:
    return ProcessedDocument(document.name, document.path, document.path)


def _write_zip(target: Path, entries: Iterable[Entry]) -> None:
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in entries:
            archive.NameToInfo.pop(name, None)  # it warns of a name that it knows, and writes the entry
            info = zipfile.ZipInfo(name, _WRITTEN_AT)
            if isinstance(content, bytes):
                archive.writestr(info, content)
                continue
            is_huge = content.stat().st_size >= 1 << 31
            with content.open("rb") as source, archive.open(info, "w", force_zip64=is_huge) as out:
                shutil.copyfileobj(source, out, 1 << 18)
