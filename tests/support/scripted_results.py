"""The result ZIP as a profile wants it: sound, or wrong in one chosen way. Blocking."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from signdesk.practice.data_folder import SealKey
from signdesk.practice.processing import DocumentProcessor, Entry, ProcessedDocument
from signdesk.practice.server_lifecycle import BatchDocument, PracticeBatch
from tests.support.response_profile import ResponseProfile, ResultForm
from tests.support.samples import blank_pdf

STAMP = "SEALED FOR PRACTICE, no legal effect"


class ScriptedProcessor(DocumentProcessor):
    """`profile` is asked at each step."""

    def __init__(self, key: SealKey, profile: Callable[[], ResponseProfile]) -> None:
        super().__init__(key)
        self._profile = profile

    def seal(self, document: BatchDocument) -> ProcessedDocument:
        """What is to come back unsealed is left alone; what is to be written anew is, before it is sealed."""
        profile = self._profile()
        unsealed = ProcessedDocument(document.name, document.path, document.path)
        if document.name in profile.unsealed or profile.result is ResultForm.UNSEALED:
            return unsealed
        if document.name not in profile.rewritten or not document.name.lower().endswith(".pdf"):
            return super().seal(document)
        rewritten = document.path.with_name(f"{document.path.name}.rewritten")
        rewrite(document.path, rewritten)
        made = super().seal(replace(document, path=rewritten))
        return unsealed if made.returned == rewritten else replace(made, original=document.path)

    def write_result(
        self, batch: PracticeBatch, processed: Sequence[ProcessedDocument], target: Path
    ) -> None:
        """As the practice server, and then what is wrong with the file as a whole."""
        form = self._profile().result
        if form is ResultForm.NO_ZIP:
            target.write_bytes(b"<html><body>Please sign in to the network.</body></html>")
            return
        super().write_result(batch, processed, target)
        if form is ResultForm.DAMAGED:
            _flip_one_bit(target)
        if form is ResultForm.CUT_OFF:
            os.truncate(target, target.stat().st_size * 2 // 3)

    def entries(self, batch: PracticeBatch, processed: Sequence[ProcessedDocument]) -> list[Entry]:
        """What the ZIP holds of the documents, in order."""
        profile = self._profile()
        if profile.result is ResultForm.FOREIGN:
            return [("Somebody else.pdf", self._foreign(batch))]
        kept = [one for one in processed if one.name not in profile.dropped]
        contents = kept[-1:] + kept[:-1] if profile.swapped else kept
        found: list[Entry] = []
        for one, content in zip(kept, contents, strict=True):
            found += self._entries_of(batch, one.name, content)
        if profile.result is ResultForm.UNSAFE_NAMES:
            found.append(("../../escaped.pdf", self._foreign(batch)))
        if profile.result is ResultForm.DUPLICATES and found:
            found.append(found[0])
        return found + [(name, text.encode()) for name, text in profile.extra_entries]

    def _entries_of(self, batch: PracticeBatch, name: str, made: ProcessedDocument) -> Iterator[Entry]:
        profile = self._profile()
        shown = dict(profile.renamed).get(name, name)
        for old, new in profile.endings:
            if shown.endswith(old):
                shown = shown.removesuffix(old) + new
        if name in profile.substituted:
            yield shown, self._foreign(batch)
        elif profile.result is ResultForm.UNSEALED:
            yield shown, made.original
        else:
            if made.signature is None or not profile.signature_only:
                yield shown, made.returned
            if made.signature is not None:
                yield f"{shown}.p7s", made.signature

    def _foreign(self, batch: PracticeBatch) -> bytes:
        """A sealed PDF that nobody sent, as of a result that belongs to somebody else."""
        source, target = batch.folder / "foreign", batch.folder / "foreign.sealed"
        source.write_bytes(blank_pdf())
        self.sealer().seal_pdf(source, target)
        return target.read_bytes()


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


def rewrite(source: Path, target: Path) -> None:
    """Writes all objects of `source` anew, with STAMP at the bottom of the first page, to `target`.

    Raises what pyHanko raises for a PDF that it cannot read.
    """
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.generic import pdf_name
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.writer import copy_into_new_writer

    named: Any = generic.DictionaryObject  # pyHanko leaves it without types
    font = named(
        {
            pdf_name("/Type"): pdf_name("/Font"),
            pdf_name("/Subtype"): pdf_name("/Type1"),
            pdf_name("/BaseFont"): pdf_name("/Helvetica"),
        }
    )
    resources = named({pdf_name("/Font"): named({pdf_name("/PracticeStamp"): font})})
    words = f"q BT /PracticeStamp 9 Tf 36 18 Td ({STAMP}) Tj ET Q".encode("ascii")
    with source.open("rb") as original, target.open("wb") as made:
        writer: Any = copy_into_new_writer(PdfFileReader(original, strict=False))
        stream = writer.add_object(generic.StreamObject(stream_data=words))
        writer.add_stream_to_page(0, stream, resources=resources)
        writer.write(made)
