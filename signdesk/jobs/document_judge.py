"""What became of one document: the seal in its file of the result, or beside it. Blocking; worker threads.

The outcomes: signdesk/README.md, Matching, and rows 10, 11 and 22. Which file is whose: `result_matching`.
What becomes of the whole result: `result_check`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from signdesk.domain.batches import PROVEN_OUTCOMES, Batch, BatchDocument, Outcome
from signdesk.domain.documents import folded, shown_name
from signdesk.domain.matching import Match
from signdesk.domain.messages import join, msg
from signdesk.domain.seal_facts import SealKind
from signdesk.domain.servers import ProcessKind
from signdesk.jobs.entry_checks import EntryChecks
from signdesk.jobs.page_judge import PageJudge
from signdesk.jobs.result_matching import ResultMatcher, sent
from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.forms import SEAL_ENDINGS
from signdesk.storage.archive import Archive, Entry

CHANGED = msg("It came back changed, in a form whose seal cannot be checked yet.")
BESIDE = msg("A seal file lies beside it; this kind cannot be checked yet")
OVER_OTHER_BYTES = msg(
    "Its seal is intact, but not over the file that was sent: the server changed the file before it sealed "
    "it, or it is another document."
)
_STAMPING = ProcessKind.TIMESTAMP
_IN_PDF = (SealKind.PADES, SealKind.PDF, SealKind.TIMESTAMP)
_MISSING = msg("It is missing from what came back.")
_UNSEALED = msg("It came back without a seal.")


class Judge:
    """The outcome of one document after the other, from one archive."""

    def __init__(
        self,
        archive: Archive,
        batch: Batch,
        recogniser: ResultMatcher,
        extra: tuple[str, ...],
        looks: EntryChecks,
        pages: PageJudge,
    ) -> None:
        self._entries = {entry.name: entry for entry in archive.entries}
        self._documents = batch.documents
        self._by_name = {folded(one.sent_name): one for one in batch.documents}
        self._indices = {one.sent_name: index for index, one in enumerate(batch.documents)}
        self._recogniser = recogniser
        self._looks = looks
        self._kind = batch.process.kind
        self._extra = extra
        self._pages = pages

    def outcome(self, one: BatchDocument, match: Match, *, some_came_back: bool) -> BatchDocument:
        """`some_came_back`: whether any document did; then a report is not the only thing for all of them."""
        if self._kind is ProcessKind.VALIDATE:
            return self._validated(one, match, some_came_back=some_came_back)
        results = match.files
        if not results:
            return replace(one, outcome=Outcome.MISSING, message=_MISSING)
        judged = self._sealed(one, match)
        if judged.outcome is Outcome.SEALED and self._is_stamped(judged):
            judged = replace(judged, outcome=Outcome.TIMESTAMPED)
        if judged.outcome in PROVEN_OUTCOMES:
            judged = self._named(judged, results)
        return replace(judged, results=results)

    def _is_stamped(self, one: BatchDocument) -> bool:
        """By what was found, whatever was ordered: a time stamp is no seal, and a seal no time stamp."""
        ordered = self._kind is ProcessKind.TIMESTAMP
        if one.facts is None:
            return ordered
        return one.facts.kind is SealKind.TIMESTAMP or (ordered and one.facts.stamped_at is not None)

    def _validated(self, one: BatchDocument, match: Match, *, some_came_back: bool) -> BatchDocument:
        """A report beside the document, the document itself with something added, or one report for all."""
        results = match.files
        main = self._entries[match.main] if match.main else None
        reported = match.beside or (main is not None and main.sha256 != one.document.sha256)
        left_alone = main is None and some_came_back
        if reported or (self._extra and not left_alone):
            told = msg("Checked by the server: see its report")
            return replace(one, outcome=Outcome.VALIDATED, results=results or self._extra, seal=told)
        message = _MISSING if main is None else msg("No report about it came back.")
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
        if (another := self._another(one, entry, one.document.size_bytes if is_intact else 0)) is not None:
            return _told_outcome(one, Outcome.NOT_RECOGNISED, another)
        if found is None:
            return _told_outcome(one, Outcome.NOT_RECOGNISED, CHANGED)
        if found.finding is Finding.BROKEN and (alone := self._sealed_otherwise(one, entry)) is not None:
            return self._over_other_bytes(one, entry, alone)
        if found.may_show_more and (shown := self._pages.updated(one, entry, found)) is not None:
            return shown
        return _from_look(one, found)

    def _look_inside(self, one: BatchDocument, entry: Entry) -> SealCheckResult | None:
        source = one.document.path if _ending(entry.name) == ".xml" else None
        return self._looks.inside(entry, sent(one), source)

    def _sealed_otherwise(self, one: BatchDocument, entry: Entry) -> SealCheckResult | None:
        """The look at its own seal, where that is intact, but over other bytes than were sent: the server
        changed it before. What begins with the very bytes that were sent was changed after that, and is
        damaged.
        """
        if self._recogniser.begins_with(entry, one):
            return None
        found = self._looks.alone(entry, with_pages=False)
        return found if found is not None and found.finding is Finding.INTACT else None

    def _over_other_bytes(self, one: BatchDocument, entry: Entry, found: SealCheckResult) -> BatchDocument:
        """Only pages can be compared, and a time stamp counts only where one was ordered."""
        stamped = found.facts is not None and found.facts.kind is SealKind.TIMESTAMP
        if (
            found.facts is None
            or found.facts.kind not in _IN_PDF
            or (stamped and self._kind is not _STAMPING)
        ):
            return _told_outcome(one, Outcome.NOT_RECOGNISED, OVER_OTHER_BYTES)
        return self._pages.rewritten(one, entry, found)

    def _another(self, one: BatchDocument, entry: Entry, longer_than: int) -> str | None:
        owner = self._recogniser.owner_of(entry, longer_than)
        if owner is None or self._documents[owner].document.sha256 == one.document.sha256:
            return None
        name = shown_name(self._documents[owner].document.name)
        return msg("Another document came back under its name: “{name}”.", name=name)

    def _named(self, one: BatchDocument, results: Sequence[str]) -> BatchDocument:
        """With a sentence where it came back under the name of another document that was sent."""
        named = PurePosixPath(folded(results[0]))
        other = self._by_name.get(str(named))
        if other is None and named.suffix in SEAL_ENDINGS:
            other = self._by_name.get(str(named.with_suffix("")))
        if other is None or other.sent_name == one.sent_name:
            return one
        name = shown_name(results[0])
        swapped = msg("The server swapped the names: it came back as “{name}”.", name=name)
        return replace(one, seal=join(one.seal, swapped))

    def _unchanged(self, one: BatchDocument, entry: Entry, match: Match) -> BatchDocument:
        looks = self._beside(one, match, entry.name)
        if looks:
            return _from_looks(one, list(looks.values()))
        if any(_ending(name) in SEAL_ENDINGS for name in match.beside):
            return replace(one, outcome=Outcome.SEALED, checked=False, seal=BESIDE)
        if (resealed := self._written_anew(one, match)) is not None:
            return resealed
        return _told_outcome(one, Outcome.UNSEALED, _UNSEALED)

    def _written_anew(self, one: BatchDocument, match: Match) -> BatchDocument | None:
        """The file beside the untouched document that shows its pages under an intact seal, if any does; else
        one of which that is not known.
        """
        unknown = None
        for entry in [self._entries[name] for name in match.beside]:
            may_be = self._pages.is_pdf(entry) and self._recogniser.owner_of(entry) is None
            alone = self._sealed_otherwise(one, entry) if may_be else None
            found = self._over_other_bytes(one, entry, alone) if alone is not None else None
            if found is not None and found.outcome is Outcome.RESEALED:
                return found
            if found is not None and not (found.comparison and found.comparison.lost):
                unknown = unknown or found
        return unknown

    def _only_beside(self, one: BatchDocument, match: Match) -> BatchDocument:
        """The document itself did not come back: it may lie in its seal, or a detached seal may be held
        against the source file.
        """
        looks = self._beside(one, match, None)
        if not any(look.finding in (Finding.INTACT, Finding.BROKEN) for look in looks.values()):
            looks = self._over_source(one, match) or looks
        for finding in (Finding.BROKEN, Finding.INTACT, Finding.NOT_CHECKED, Finding.NONE):
            if found := [name for name, look in looks.items() if look.finding is finding]:
                if finding is Finding.BROKEN and self._sealed_otherwise(one, self._entries[found[0]]):
                    return _told_outcome(one, Outcome.NOT_RECOGNISED, OVER_OTHER_BYTES)
                return _from_look(one, looks[found[0]])
        return _told_outcome(
            one,
            Outcome.NOT_RECOGNISED,
            msg("It came back in another form, whose seal cannot be checked yet."),
        )

    def _beside(self, one: BatchDocument, match: Match, content: str | None) -> dict[str, SealCheckResult]:
        """At everything beside the document, which is the entry `content`."""
        index = self._indices[one.sent_name]
        found = {name: self._recogniser.beside(name, index, content) for name in match.beside}
        return {name: look for name, look in found.items() if look is not None and _counts(name, look)}

    def _over_source(self, one: BatchDocument, match: Match) -> dict[str, SealCheckResult]:
        looks: dict[str, SealCheckResult] = {}
        if not self._pages.is_as_sent(one):
            return looks
        for name in match.beside:
            found = self._looks.beside_source(self._entries[name], sent(one), one.document.path)
            if found is not None and _counts(name, found):
                looks[name] = found
        return looks


def _counts(name: str, look: SealCheckResult) -> bool:
    """What is no seal by its name counts only where it is good."""
    return look.finding is Finding.INTACT or _ending(name) in SEAL_ENDINGS


def _from_looks(one: BatchDocument, looks: Sequence[SealCheckResult]) -> BatchDocument:
    """Beside the document: one broken seal is one too many."""
    if any(look.finding is Finding.BROKEN for look in looks):
        return _from_look(one, next(look for look in looks if look.finding is Finding.BROKEN))
    unchecked = [look for look in looks if look.finding is Finding.NOT_CHECKED]
    if unchecked:  # an unchanged original with its seal file beside it counts as sealed
        return replace(one, outcome=Outcome.SEALED, checked=False, seal=unchecked[0].sentence or BESIDE)
    good = [look for look in looks if look.finding is Finding.INTACT]
    return _from_look(one, (good or looks)[0])


def _from_look(one: BatchDocument, look: SealCheckResult) -> BatchDocument:
    one = replace(one, inside=look.inside, inside_more=look.inside_more)
    if look.finding is Finding.INTACT:
        return replace(one, outcome=Outcome.SEALED, checked=True, seal=look.sentence, facts=look.facts)
    if look.finding is Finding.BROKEN:
        message = look.sentence or msg("It came back with a seal that is not intact over this document.")
        return _told_outcome(one, Outcome.DAMAGED, message)
    if look.finding is Finding.NONE:
        return _told_outcome(one, Outcome.UNSEALED, _UNSEALED)
    message = look.sentence or msg("It came back in a form whose seal cannot be checked.")
    return _told_outcome(one, Outcome.NOT_RECOGNISED, message)


def _told_outcome(one: BatchDocument, outcome: Outcome, message: str) -> BatchDocument:
    return replace(one, outcome=outcome, message=message)


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
