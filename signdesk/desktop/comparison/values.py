"""What the page that compares says beside the pages: what was changed, and what the seal says. No widgets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from signdesk.desktop.batches.card_texts import Tone, looked_at_text, server_name
from signdesk.desktop.i18n.language import joined, tr, translated, trn
from signdesk.desktop.toolkit.formats import day_text, moment_text
from signdesk.domain.batches import Batch, BatchDocument, Outcome
from signdesk.domain.moments import utc_clock
from signdesk.domain.page_comparison import PageFinding, PageState, page_ranges
from signdesk.domain.seal_facts import IssuerLevel, Revocation, SealFacts
from signdesk.domain.seal_words import level_words

MOST_ROWS = 60  # runs of pages that are listed


class Always(Enum):
    """Whether such a change can be accepted once and for all."""

    ABSENT = "absent"
    OFFERED = "offered"
    LOCKED = "locked"  # by the organisation
    SET = "set"  # just now


@dataclass(frozen=True, slots=True)
class Compared:
    """The document at `place` of a batch. `sent`: its file as it was sent, None where that is not there any
    more; `returned`: a copy of what came back.
    """

    batch: Batch
    place: int
    sent: Path | None
    returned: Path
    always: Always = Always.ABSENT

    @property
    def document(self) -> BatchDocument:
        """With its outcome and the comparison of its pages."""
        return self.batch.documents[self.place]


@dataclass(frozen=True, slots=True)
class Line:
    """One fact: its `name`, the fact, and a sentence `more` of it. `icon`: "" for none."""

    name: str
    value: str
    more: str = ""
    icon: str = ""
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class PageRun:
    """Pages one after the other of which the same is said; `pages` is never empty."""

    pages: tuple[PageFinding, ...]
    value: str
    icon: str
    tone: Tone

    @property
    def name(self) -> str:
        """ "Page 1", "Pages 2, 3"."""
        numbers = [one.returned or one.sent or 1 for one in self.pages]
        told = translated(page_ranges(numbers))
        if self.pages[0].state is PageState.LOST:
            return tr("Sent page {pages}", pages=told)
        return tr("Page {page}", page=told) if len(numbers) == 1 else tr("Pages {pages}", pages=told)


def heading(one: BatchDocument) -> Line:
    """What became of the document, in a few words and a sentence."""
    if one.outcome is not Outcome.RESEALED:
        return _other_document(one)
    signer = one.facts.signer if one.facts is not None else ""
    more = tr("Sealed by “{signer}”; the server changed the file before it sealed.", signer=signer)
    if not signer:
        more = tr("Sealed by an unnamed signer; the server changed the file before it sealed.")
    if one.acceptance is not None:
        return Line("", tr("Sealed, and the change was accepted"), more, "check", Tone.DONE)
    if one.is_accepted:
        return Line("", tr("Sealed, and changed as expected of this process"), more, "check", Tone.DONE)
    return Line("", tr("Sealed, but not as it was sent"), more, "warning", Tone.NEEDS)


def _other_document(one: BatchDocument) -> Line:
    """Surely another one only where something of what was sent is not found again."""
    if one.comparison is not None and not one.comparison.lost:
        more = tr("It has an intact seal, but it is not known whether it is the document that was sent.")
        return Line("", tr("It may be another document"), more, "warning", Tone.NEEDS)
    more = tr("What came back has an intact seal, but it does not show all that was sent.")
    return Line("", tr("Another document under this name"), more, "error", Tone.ERROR)


def accepted_text(one: BatchDocument) -> str:
    """Who has looked at it, and when; "" where nobody has."""
    return "" if one.acceptance is None else looked_at_text(one.acceptance)


def page_runs(pages: Sequence[PageFinding]) -> tuple[PageRun, ...]:
    """In the order of the pages that came back, at most MOST_ROWS."""
    runs: list[PageRun] = []
    for one in pages:
        value, icon, tone = page_words(one)
        last = runs[-1] if runs else None
        if last is not None and last.value == value and last.pages[-1].state is one.state:
            runs[-1] = PageRun((*last.pages, one), value, icon, tone)
        else:
            runs.append(PageRun((one,), value, icon, tone))
    return tuple(runs[:MOST_ROWS])


def page_words(one: PageFinding) -> tuple[str, str, Tone]:
    """What is said of a page, with its icon and tone."""
    if one.state is PageState.ADDED_TO and one.in_seal:
        return tr("The picture of the seal was added"), "seal", Tone.NEEDS
    if one.state is PageState.TOUCHED and one.differing_words:
        count = one.differing_words
        return trn("%n word differs", "%n words differ", count), "error", Tone.ERROR
    return {
        PageState.SAME: (tr("Same text, same look"), "check", Tone.DONE),
        PageState.RESTYLED: (tr("Same text, another font"), "look", Tone.NEEDS),
        PageState.ADDED_TO: (tr("A stamp was added"), "warning", Tone.NEEDS),
        PageState.TOUCHED: (tr("It looks different"), "warning", Tone.NEEDS),
        PageState.NEW: (tr("New, it was not sent"), "add", Tone.NEEDS),
        PageState.LOST: (tr("Not found again"), "error", Tone.ERROR),
    }[one.state]


def seal_lines(compared: Compared) -> tuple[Line, ...]:
    """What the seal says: by whom, when, by which process, from whom its certificate is."""
    one, batch = compared.document, compared.batch
    process = Line(tr("Process"), translated(batch.process.label), server_name(batch.server))
    more = tr("Nothing was changed after it was sealed")
    state = Line(tr("State"), tr("Intact"), more, "check", Tone.DONE)
    if one.facts is None and one.outcome is Outcome.NOT_RECOGNISED:  # only what is intact is compared
        return (state, Line(tr("Sealed by"), tr("Not noted")), process)
    if one.facts is None:
        unknown = tr("Nothing was read out of it")
        return (Line(tr("State"), unknown, icon="warning", tone=Tone.NEEDS), process)
    signer = Line(tr("Sealed by"), one.facts.signer or tr("An unnamed signer"))
    more_lines = (*_certificate(one.facts), *_level(one.facts))
    return (state, signer, _when(one.facts), process, _issuer(one.facts), *more_lines)


def _when(facts: SealFacts) -> Line:
    name = tr("When")
    if facts.stamped_at is not None:
        utc = utc_clock(facts.stamped_at)
        by = tr("By a time stamp from “{authority}”", authority=facts.stamped_by or "?")
        return Line(name, moment_text(facts.stamped_at), joined(" · ", by, utc))
    if facts.signed_at is not None:
        told = tr("By the clock of the server, not confirmed")
        return Line(name, moment_text(facts.signed_at), told)
    return Line(name, tr("Not stated"))


def _issuer(facts: SealFacts) -> Line:
    name = tr("Issuer")
    unproven = tr("Who stands behind the name could not be checked.")
    if facts.issuer_level is IssuerLevel.KNOWN:
        known = facts.known_by or facts.issuer
        return Line(name, tr("Known: {issuer}", issuer=known), tr("To this computer"), "check", Tone.DONE)
    if facts.issuer_level is IssuerLevel.UNKNOWN and facts.issuer == facts.signer:
        return Line(name, tr("Its own holder"), unproven, "warning", Tone.NEEDS)
    if facts.issuer_level is IssuerLevel.UNKNOWN:
        told = tr("Not known to this computer: {issuer}", issuer=facts.issuer or "?")
        return Line(name, told, unproven, "warning", Tone.NEEDS)
    return Line(name, facts.issuer or tr("Not stated"))


def _certificate(facts: SealFacts) -> Iterator[Line]:
    """Until when it holds, and what is odd about it."""
    if facts.valid_from is None or facts.valid_until is None:
        return
    start, end = day_text(facts.valid_from), day_text(facts.valid_until)
    value = tr("Valid from {start} to {end}", start=start, end=end)
    if facts.revocation is Revocation.REVOKED:
        more, icon, tone = tr("Data in the seal says that it was revoked."), "error", Tone.ERROR
    elif facts.was_valid is False:
        more, icon, tone = tr("Not valid at that time"), "warning", Tone.NEEDS
    else:
        more, icon, tone = "", "", Tone.NEUTRAL
    yield Line(tr("Certificate"), value, more, icon, tone)


def _level(facts: SealFacts) -> Iterator[Line]:
    if meaning := level_words(facts.level):
        yield Line(tr("Level"), facts.level, translated(meaning))
