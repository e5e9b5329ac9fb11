"""What the two practice processes do with a document, and with all of them. Blocking, in worker threads."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from signdesk.practice import result
from signdesk.practice.batches import SEAL, Held, PracticeBatch
from signdesk.practice.dialect import Dialect, ResultForm
from signdesk.practice.keys import SealKey
from signdesk.practice.rewriting import rewrite

if TYPE_CHECKING:
    from signdesk.practice.sealing import Sealer


class Workshop:
    """Owns the sealer, which is made when it is first needed: pyHanko takes about a second to import."""

    def __init__(self, key: SealKey) -> None:
        self._key = key
        self._lock = threading.Lock()
        self._made: Sealer | None = None

    def warm_up(self) -> None:
        """Imports pyHanko, so that the first seal does not wait for it."""
        self._sealer()

    def work_on(self, batch: PracticeBatch, held: Held, dialect: Dialect) -> result.Made:
        """Seals one document, or only marks it as looked at, and sets its flags. Raises OSError."""
        if batch.process_id != SEAL:
            held.success = True
            return result.Made(held.name, held.path, held.path)
        made = self._sealed(held, dialect)
        held.signed = held.success = made.signature is not None or made.returned != held.path
        return made

    def finish(
        self, batch: PracticeBatch, made: Sequence[result.Made], target: Path, dialect: Dialect
    ) -> None:
        """Writes the result, for a check with its report. Raises OSError."""
        found = result.entries(made, dialect, lambda: self._foreign(batch.folder))
        if batch.process_id != SEAL:
            from signdesk.practice import checking

            found += checking.report_files(checking.check([(one.name, one.original) for one in made]))
        result.write(target, found, dialect.result)

    def _sealed(self, held: Held, dialect: Dialect) -> result.Made:
        from signdesk.practice.sealing import NotSealable

        unsealed = result.Made(held.name, held.path, held.path)
        if held.name in dialect.unsealed or dialect.result is ResultForm.UNSEALED:
            return unsealed
        if not held.name.lower().endswith(".pdf"):
            signature = self._sealer().sign_detached(held.path)
            return result.Made(held.name, held.path, held.path, signature)
        target = held.path.with_name(f"{held.path.name}.sealed")
        source = held.path
        try:
            if held.name in dialect.rewritten:
                source = held.path.with_name(f"{held.path.name}.rewritten")
                rewrite(held.path, source)
            self._sealer().seal_pdf(source, target)
        except NotSealable:
            return unsealed
        return result.Made(held.name, held.path, target)

    def _foreign(self, folder: Path) -> bytes:
        """A sealed PDF that nobody sent, for results that belong to somebody else."""
        source, target = folder / "foreign", folder / "foreign.sealed"
        source.write_bytes(blank_pdf())
        self._sealer().seal_pdf(source, target)
        return target.read_bytes()

    def _sealer(self) -> Sealer:
        from signdesk.practice.sealing import Sealer

        with self._lock:
            if self._made is None:
                self._made = Sealer(self._key)
            return self._made


def blank_pdf() -> bytes:
    """A sound PDF with one empty page."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>",
    )
    text = b"%PDF-1.7\n"
    table = b"xref\n0 4\n0000000000 65535 f \n"
    for number, content in enumerate(objects, start=1):
        table += b"%010d 00000 n \n" % len(text)
        text += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    return text + table + b"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(text)
