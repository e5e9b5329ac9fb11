"""Is what came back what was asked for? Blocking: archives and seals are read here; worker threads only.

The rules are the "Matching rule" of reliability.md section 8 and rows 10, 11 and 22 of facts.md section 7.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from signdesk.domain.batches import GOOD_OUTCOMES, Batch, BatchDocument, Outcome, ResultFile
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import ForeignResult, InputProblem
from signdesk.domain.matching import Match
from signdesk.domain.processes import ProcessKind
from signdesk.domain.seal_facts import SealKind
from signdesk.domain.seal_words import seal_notes
from signdesk.domain.words import say, sentences
from signdesk.jobs.recognising import Recogniser, sent
from signdesk.seals import Finding, Look
from signdesk.seals.forms import look_beside, look_inside
from signdesk.seals.issuers import judged
from signdesk.storage.archive import Archive, Entry, read_archive
from signdesk.storage.sources import look, open_document

SEAL_ENDINGS = frozenset(
    [".p7s", ".p7m", ".sig", ".sign", ".asc", ".xades", ".asics", ".asice", ".sce", ".scs", ".tsr", ".tst"]
)
BLOCK_BYTES = 1 << 18
CHANGED = say("It came back changed, in a form whose seal cannot be checked yet.")
BESIDE = say("A seal file lies beside it; this kind cannot be checked yet")
_MISSING = say("It is missing from what came back.")
_UNSEALED = say("It came back without a seal.")


@dataclass(frozen=True, slots=True)
class Checked:
    """Every sent document with its outcome, the entries that belong to none (reports), and all entries."""

    documents: tuple[BatchDocument, ...]
    extra_results: tuple[str, ...]
    files: tuple[ResultFile, ...] = ()

    def proves_the_end(self, kind: ProcessKind) -> bool:
        """Whether only a finished server can have made this: all sealed and checked, or reported on."""
        if kind is ProcessKind.VALIDATE:
            return all(one.outcome is Outcome.VALIDATED for one in self.documents)
        return all(one.outcome in GOOD_OUTCOMES and one.checked for one in self.documents)


def check_result(path: Path, batch: Batch, work: Path, ca_file: Path | None = None) -> Checked:
    """`ca_file`: issuers that are believed beside the system's.

    Raises DamagedResult (fetch again) or ForeignResult (nothing of ours came back sealed).
    """
    archive = read_archive(path, [one.sent_name for one in batch.documents], batch.sent_bytes)
    recogniser = Recogniser(archive, batch.documents, work)
    matches, extra = recogniser.matched()
    some_came_back = any(match.main for match in matches)
    judge = _Judge(archive, batch, recogniser, extra, some_came_back, work)
    outcomes = (judge.outcome(one, match) for one, match in zip(batch.documents, matches, strict=True))
    documents = tuple(_with_issuer(one, ca_file) for one in outcomes)
    if batch.process.kind is not ProcessKind.VALIDATE:
        _require_one_of_ours(documents)
    files = tuple(ResultFile(one.name, one.sha256, one.size_bytes) for one in archive.entries)
    return Checked(documents, extra, files)


def _require_one_of_ours(documents: Sequence[BatchDocument]) -> None:
    if any(one.outcome in (Outcome.SEALED, Outcome.TIMESTAMPED) for one in documents):
        return
    told = [
        say("“{document}”: {what}", document=shown_name(one.document.name), what=one.message)
        for one in documents[:3]
    ]
    more = "…" if len(documents) > len(told) else ""
    raise ForeignResult(sentences(say("None of the documents came back sealed."), *told, more))


class _Judge:
    """The outcome of one document after the other, from one archive."""

    def __init__(
        self,
        archive: Archive,
        batch: Batch,
        recogniser: Recogniser,
        extra: tuple[str, ...],
        some_came_back: bool,
        work: Path,
    ) -> None:
        self._archive = archive
        self._entries = {entry.name: entry for entry in archive.entries}
        self._documents = batch.documents
        self._recogniser = recogniser
        self._work = work
        self._kind = batch.process.kind
        self._extra = extra
        self._some_came_back = some_came_back

    def outcome(self, one: BatchDocument, match: Match) -> BatchDocument:
        if self._kind is ProcessKind.VALIDATE:
            return self._validated(one, match)
        results = _results(match)
        if not results:
            return replace(one, outcome=Outcome.MISSING, message=_MISSING)
        judged = self._sealed(one, match)
        if judged.outcome is Outcome.SEALED and self._is_stamped(judged):
            judged = replace(judged, outcome=Outcome.TIMESTAMPED)
        return replace(judged, results=results)

    def _is_stamped(self, one: BatchDocument) -> bool:
        """By what was found, whatever was ordered: a time stamp is no seal, and a seal no time stamp."""
        ordered = self._kind is ProcessKind.TIMESTAMP
        if one.facts is None:
            return ordered
        return one.facts.kind is SealKind.TIMESTAMP or (ordered and one.facts.stamped_at is not None)

    def _validated(self, one: BatchDocument, match: Match) -> BatchDocument:
        """A report beside the document, the document itself with something added, or one report for all."""
        results = _results(match)
        main = self._entries[match.main] if match.main else None
        reported = match.beside or (main is not None and main.sha256 != one.document.sha256)
        left_alone = main is None and self._some_came_back
        if reported or (self._extra and not left_alone):
            told = say("Checked by the server: see its report")
            return replace(one, outcome=Outcome.VALIDATED, results=results or self._extra, seal=told)
        message = _MISSING if main is None else say("No report about it came back.")
        return replace(one, outcome=Outcome.MISSING, message=message, results=results)

    def _sealed(self, one: BatchDocument, match: Match) -> BatchDocument:
        if match.main is None:
            return self._only_beside(one, match)
        entry = self._entries[match.main]
        if entry.sha256 == one.document.sha256:
            return self._unchanged(one, entry, match)
        found = self._look_inside(one, entry)
        is_intact = found is not None and found.finding is Finding.INTACT
        # A document may begin as another one does: it is that one with somebody's earlier signature.
        longer_than = one.document.size_bytes if is_intact else 0
        if (swapped := self._swapped(one, entry, longer_than)) is not None:
            return _told_outcome(one, Outcome.DAMAGED, swapped)
        return _from_look(one, found) if found else _told_outcome(one, Outcome.NOT_RECOGNISED, CHANGED)

    def _look_inside(self, one: BatchDocument, entry: Entry) -> Look | None:
        with self._archive.open_entry(entry, self._work) as result:
            if _ending(entry.name) == ".xml":
                with suppress(InputProblem, OSError), _source(one) as source:
                    if sha256_in(source) == one.document.sha256:
                        return look_inside(result, sent(one), source)
            return look_inside(result, sent(one))

    def _swapped(self, one: BatchDocument, entry: Entry, longer_than: int) -> str | None:
        owner = self._recogniser.begins_with(entry, longer_than)
        if owner is None or self._documents[owner].document.sha256 == one.document.sha256:
            return None
        name = shown_name(self._documents[owner].document.name)
        return say("It came back holding another document, “{name}”: the names are swapped.", name=name)

    def _unchanged(self, one: BatchDocument, entry: Entry, match: Match) -> BatchDocument:
        with self._archive.open_entry(entry, self._work) as content:
            looks = self._looks(one, match, content)
        if looks:
            return _from_looks(one, looks)
        if any(_ending(name) in SEAL_ENDINGS for name in match.beside):
            return replace(one, outcome=Outcome.SEALED, checked=False, seal=BESIDE)
        return _told_outcome(one, Outcome.UNSEALED, _UNSEALED)

    def _only_beside(self, one: BatchDocument, match: Match) -> BatchDocument:
        """The document itself did not come back: it may lie in its seal, or a detached seal may be held
        against the source file.
        """
        looks = self._looks(one, match, None)
        if not any(look.finding in (Finding.INTACT, Finding.BROKEN) for look in looks):
            with suppress(InputProblem, OSError), _source(one) as content:
                if sha256_in(content) == one.document.sha256 and (held := self._looks(one, match, content)):
                    looks = held
        for finding in (Finding.BROKEN, Finding.INTACT, Finding.NOT_CHECKED):
            if found := [look for look in looks if look.finding is finding]:
                return _from_look(one, found[0])
        return _told_outcome(
            one,
            Outcome.NOT_RECOGNISED,
            say("It came back in another form, whose seal cannot be checked yet."),
        )

    def _looks(self, one: BatchDocument, match: Match, content: BinaryIO | None) -> list[Look]:
        """At everything beside the document. What is no seal by its name counts only where it is good."""
        looks = []
        for name in match.beside:
            with self._archive.open_entry(self._entries[name], self._work) as file:
                found = look_beside(file, name, sent(one), content)
            if found and (found.finding is Finding.INTACT or _ending(name) in SEAL_ENDINGS):
                looks.append(found)
        return looks


def _from_looks(one: BatchDocument, looks: Sequence[Look]) -> BatchDocument:
    """Beside the document: one broken seal is one too many."""
    if any(look.finding is Finding.BROKEN for look in looks):
        return _from_look(one, next(look for look in looks if look.finding is Finding.BROKEN))
    unchecked = [look for look in looks if look.finding is not Finding.INTACT]
    if unchecked:  # an unchanged original with its seal file beside it counts as sealed
        return replace(one, outcome=Outcome.SEALED, checked=False, seal=unchecked[0].sentence or BESIDE)
    return _from_look(one, looks[0])


def _with_issuer(one: BatchDocument, ca_file: Path | None) -> BatchDocument:
    if one.facts is None:
        return one
    facts = judged(one.facts, ca_file)
    return replace(one, facts=facts, seal=sentences(one.seal, *seal_notes(facts)))


def _from_look(one: BatchDocument, look: Look) -> BatchDocument:
    if look.finding is Finding.INTACT:
        return replace(one, outcome=Outcome.SEALED, checked=True, seal=look.sentence, facts=look.facts)
    if look.finding is Finding.BROKEN:
        message = look.sentence or say("It came back with a seal that is not intact over this document.")
        return _told_outcome(one, Outcome.DAMAGED, message)
    if look.finding is Finding.NONE:
        return _told_outcome(one, Outcome.UNSEALED, _UNSEALED)
    message = look.sentence or say("It came back in a form whose seal cannot be checked.")
    return _told_outcome(one, Outcome.NOT_RECOGNISED, message)


def _told_outcome(one: BatchDocument, outcome: Outcome, message: str) -> BatchDocument:
    return replace(one, outcome=outcome, message=message)


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _results(match: Match) -> tuple[str, ...]:
    return (*((match.main,) if match.main else ()), *match.beside)


def _source(one: BatchDocument) -> io.BufferedReader:
    """The source file, opened as at intake: never a link, a pipe or a device. InputProblem, OSError."""
    path = one.document.path
    return io.BufferedReader(open_document(path, look(path)))


def sha256_of(path: Path) -> str:
    """Of a whole file, in lower-case hex; an empty text where it cannot be read."""
    try:
        with path.open("rb") as file:
            return sha256_in(file)
    except OSError:
        return ""


def sha256_in(file: BinaryIO) -> str:
    """Of everything from the file's start, in lower-case hex."""
    file.seek(0)
    digest = hashlib.sha256()
    while block := file.read(BLOCK_BYTES):
        digest.update(block)
    return digest.hexdigest()
