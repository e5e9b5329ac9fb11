"""Is what came back what was asked for? Blocking: archives and seals are read here; worker threads only.

The rules are the "Matching rule" of reliability.md section 8 and rows 10, 11 and 22 of facts.md section 7.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from signdesk.domain.batches import Batch, BatchDocument, Outcome
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import ForeignResult
from signdesk.domain.matching import Match, match_names
from signdesk.domain.processes import ProcessKind
from signdesk.seals import Finding, Look, look_at_detached, look_at_pdf
from signdesk.storage.archive import Archive, Entry, read_archive

SEAL_ENDINGS = frozenset(
    [".p7s", ".p7m", ".sig", ".sign", ".asc", ".xades", ".asics", ".asice", ".sce", ".scs", ".tsr"]
)
BLOCK_BYTES = 1 << 18
CHANGED = "It came back changed, in a form whose seal cannot be checked yet."
BESIDE = "A seal file lies beside it; this kind cannot be checked yet"


@dataclass(frozen=True, slots=True)
class Checked:
    """Every sent document with its outcome, and the entries that belong to none (reports)."""

    documents: tuple[BatchDocument, ...]
    extra_results: tuple[str, ...]


def check_result(path: Path, batch: Batch, work: Path) -> Checked:
    """Raises DamagedResult (fetch again) or ForeignResult (nothing of ours came back sealed)."""
    sent_names = [one.sent_name for one in batch.documents]
    archive = read_archive(path, sent_names, batch.sent_bytes)
    entries = {entry.name: entry for entry in archive.entries}
    matches, extra = match_names(sent_names, list(entries))
    judge = _Judge(archive, entries, batch.process.kind, extra, work)
    documents = tuple(judge.outcome(one, match) for one, match in zip(batch.documents, matches, strict=True))
    if batch.process.kind is not ProcessKind.VALIDATE:
        _require_one_of_ours(documents)
    return Checked(documents, extra)


def _require_one_of_ours(documents: Sequence[BatchDocument]) -> None:
    if any(one.outcome in (Outcome.SEALED, Outcome.TIMESTAMPED) for one in documents):
        return
    raise ForeignResult(
        "None of the documents came back sealed: "
        + "; ".join(_told(one) for one in documents[:3])
        + ("; …" if len(documents) > 3 else "")
    )


def _told(one: BatchDocument) -> str:
    return f"“{shown_name(one.document.name)}” {one.message[:1].lower()}{one.message[1:].rstrip('.')}"


class _Judge:
    """The outcome of one document after the other, from one archive."""

    def __init__(
        self,
        archive: Archive,
        entries: Mapping[str, Entry],
        kind: ProcessKind,
        extra: tuple[str, ...],
        work: Path,
    ) -> None:
        self._archive = archive
        self._entries = entries
        self._work = work
        self._kind = kind
        self._extra = extra

    def outcome(self, one: BatchDocument, match: Match) -> BatchDocument:
        results = (*((match.main,) if match.main else ()), *match.beside)
        if self._kind is ProcessKind.VALIDATE:
            return self._validated(one, results)
        if not results:
            return replace(one, outcome=Outcome.MISSING, message="It is missing from what came back.")
        judged = self._sealed(one, match)
        if self._kind is ProcessKind.TIMESTAMP and judged.outcome is Outcome.SEALED:
            judged = replace(judged, outcome=Outcome.TIMESTAMPED)
        return replace(judged, results=results)

    def _validated(self, one: BatchDocument, results: tuple[str, ...]) -> BatchDocument:
        return replace(
            one,
            outcome=Outcome.VALIDATED,
            results=results or self._extra,
            seal="Checked by the server: see its report",
        )

    def _sealed(self, one: BatchDocument, match: Match) -> BatchDocument:
        if match.main is None:
            return self._only_beside(one, match)
        entry = self._entries[match.main]
        if entry.sha256 == one.document.sha256:
            return self._unchanged(one, entry, match)
        with self._archive.open_entry(entry, self._work) as result:
            if not _is_pdf(result):
                return _told_outcome(
                    one,
                    Outcome.NOT_RECOGNISED,
                    "It came back changed, in a form whose seal cannot be checked yet.",
                )
            look = look_at_pdf(result, one.document.sha256, one.document.size_bytes)
        return _from_look(one, look)

    def _unchanged(self, one: BatchDocument, entry: Entry, match: Match) -> BatchDocument:
        seals = [name for name in match.beside if PurePosixPath(name).suffix.lower() in SEAL_ENDINGS]
        detached = [name for name in seals if name.lower().endswith(".p7s")]
        if detached:
            with self._archive.open_entry(entry, self._work) as content:
                return self._detached(one, detached, content)
        if seals:
            return replace(
                one,
                outcome=Outcome.SEALED,
                checked=False,
                seal="A seal file lies beside it; it cannot be checked yet",
            )
        return _told_outcome(one, Outcome.UNSEALED, "It came back without a seal.")

    def _only_beside(self, one: BatchDocument, match: Match) -> BatchDocument:
        """The document itself did not come back; a detached seal can be held against the source file."""
        detached = [name for name in match.beside if name.lower().endswith(".p7s")]
        if detached and _still_holds(one):
            with one.document.path.open("rb") as content:
                return self._detached(one, detached, content)
        return _told_outcome(
            one, Outcome.NOT_RECOGNISED, "It came back in another form, whose seal cannot be checked yet."
        )

    def _detached(self, one: BatchDocument, names: Sequence[str], content: BinaryIO) -> BatchDocument:
        looks = []
        for name in names:
            with self._archive.open_entry(self._entries[name], self._work) as signature:
                content.seek(0)
                looks.append(look_at_detached(signature, content))
        bad = [look for look in looks if look.finding is not Finding.INTACT]
        return _from_look(one, (bad or looks)[0])


def _from_look(one: BatchDocument, look: Look) -> BatchDocument:
    if look.finding is Finding.INTACT:
        return replace(one, outcome=Outcome.SEALED, checked=True, seal=look.sentence)
    if look.finding is Finding.BROKEN:
        message = look.sentence or "It came back with a seal that is not intact over this document."
        return _told_outcome(one, Outcome.DAMAGED, message)
    if look.finding is Finding.NONE:
        return _told_outcome(one, Outcome.UNSEALED, "It came back without a seal.")
    message = look.sentence or "It came back in a form whose seal cannot be checked."
    return _told_outcome(one, Outcome.NOT_RECOGNISED, message)


def _told_outcome(one: BatchDocument, outcome: Outcome, message: str) -> BatchDocument:
    return replace(one, outcome=outcome, message=message)


def _is_pdf(result: BinaryIO) -> bool:
    head = result.read(1024)
    result.seek(0)
    return b"%PDF-" in head


def _still_holds(one: BatchDocument) -> bool:
    digest = hashlib.sha256()
    try:
        with one.document.path.open("rb") as source:
            while block := source.read(BLOCK_BYTES):
                digest.update(block)
    except OSError:
        return False
    return digest.hexdigest() == one.document.sha256
