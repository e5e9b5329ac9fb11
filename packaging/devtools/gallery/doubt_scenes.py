"""What a person has to look at or to answer before anything goes on: a document that the server changed, an
address that is another one now, a data folder that was moved, a slip in the settings.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from devtools.gallery.values import HOME, NOW, OFFERS, done, quarantined, waiting
from devtools.gallery.window_scenes import fill, ready
from signdesk.desktop.comparison.values import Always, Compared
from signdesk.desktop.i18n.language import joined, tr, translated, trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit.dialogs import Question
from signdesk.domain.batches import Acceptance, Batch, BatchDocument, BatchState, Outcome
from signdesk.domain.documents import RejectReason
from signdesk.domain.messages import join, msg
from signdesk.domain.page_comparison import (
    PageComparison,
    PageFinding,
    PageState,
    Rectangle,
    comparison_words,
)
from signdesk.domain.seal_facts import IssuerLevel, SealFacts, SealKind
from signdesk.jobs.batch_store import BatchStore
from signdesk.jobs.presign_check import REASONS
from signdesk.resources import resource
from signdesk.storage.intake import Problem
from signdesk.storage.settings_reading import Complaint

LONGEST_MS = 30_000  # of waiting for a drawn page, on a busy machine
STAMPED = PageFinding(PageState.ADDED_TO, 1, 1, (Rectangle(380, 40, 150, 60),))


def changed(one: BatchDocument) -> BatchDocument:
    """The server has put a stamp on its first page, and a page behind it."""
    new = PageFinding(PageState.NEW, None, 4)
    same = tuple(PageFinding(PageState.SAME, page, page) for page in (2, 3))
    found = PageComparison((STAMPED, *same, new), 3, 4)
    told = msg(
        "Sealed by “{signer}”; the server changed the file before it sealed.", signer="ACME Sp. z o.o."
    )
    seal = join(told, comparison_words(found))
    return replace(one, outcome=Outcome.RESEALED, seal=seal, facts=_facts(), comparison=found)


def _facts() -> SealFacts:
    return SealFacts(
        SealKind.PADES,
        "ACME Sp. z o.o.",
        NOW - timedelta(minutes=41),
        issuer="Example Trust CA 2",
        valid_from=NOW - timedelta(days=400),
        valid_until=NOW + timedelta(days=300),
        stamped_at=NOW - timedelta(minutes=41),
        stamped_by="Example Time Authority",
        level="B-T",
        issuer_level=IssuerLevel.KNOWN,
        known_by="Example Trust CA 2",
    )


def resealed(count: int = 1) -> Batch:
    """The last `count` of the documents were changed by the server."""
    made = done("r1", 40)
    kept = made.documents[: len(OFFERS) - count]
    rest = tuple(changed(one) for one in made.documents[len(OFFERS) - count :])
    return replace(made, state=BatchState.PARTLY_DONE, documents=(*kept, *rest))


def asked_for() -> Batch:
    """By a process whose server is known to change documents."""
    made = resealed(3)
    documents = tuple(replace(one, is_accepted=one.outcome is Outcome.RESEALED) for one in made.documents)
    return replace(made, id="r2", state=BatchState.DONE, documents=documents)


def _window(*batches: Batch, filled: bool = False) -> MainWindow:
    window = MainWindow(BatchStore(), now=lambda: NOW, home=HOME)
    ready(window)
    if filled:
        fill(window)
    for one in batches:
        window.board.store.put(one)
    return window


def changed_by_server() -> MainWindow:
    return _window(resealed(), asked_for(), accepted())


def compared(batch: Batch | None = None, always: Always = Always.OFFERED) -> MainWindow:
    """Side by side, once both sides are drawn."""
    batch = batch or resealed()
    window = _window(batch)
    window.resize(1180, 760)
    window.show()
    path = resource("samples") / "Invoice 2026-1107.pdf"
    page, loop = window.compare_page, QEventLoop()
    waits = {page.sent, page.returned}

    def drawn(side: object) -> None:
        waits.discard(side)
        if not waits:
            loop.quit()

    for side in tuple(waits):
        side.renderer.drawn.connect(lambda *_, one=side: drawn(one))
    window.show_comparison(Compared(batch, len(OFFERS) - 1, path, path, always))
    QTimer.singleShot(LONGEST_MS, loop.quit)
    loop.exec()
    return window


def accepted() -> Batch:
    """A person has looked at it."""
    batch = replace(resealed(), id="r3")
    acceptance = Acceptance(NOW - timedelta(minutes=3), "anna on office-7")
    last = replace(batch.documents[-1], acceptance=acceptance)
    return replace(batch, documents=(*batch.documents[:-1], last))


def compared_and_accepted() -> MainWindow:
    return compared(accepted(), Always.SET)


def compared_and_another() -> MainWindow:
    """Words differ and a page is gone, and nobody knows the issuer; the facts stand in the pages' place."""
    found = PageComparison(
        (
            PageFinding(PageState.TOUCHED, 1, 1, (Rectangle(60, 300, 200, 12),), differing_words=14),
            PageFinding(PageState.LOST, 2, None),
        ),
        2,
        1,
    )
    facts = replace(
        _facts(), stamped_at=None, issuer_level=IssuerLevel.UNKNOWN, valid_until=NOW - timedelta(days=9)
    )
    batch = resealed()
    last = replace(batch.documents[-1], outcome=Outcome.NOT_RECOGNISED, comparison=found, facts=facts)
    window = compared(replace(batch, documents=(*batch.documents[:-1], last)), Always.ABSENT)
    window.compare_page.show_details(open_now=True)
    return window


def compared_in_detail() -> MainWindow:
    """The same where the organisation has locked that such changes wait; the facts in the pages' place."""
    window = compared(always=Always.LOCKED)
    window.compare_page.show_details(open_now=True)
    return window


def compared_with_nothing() -> MainWindow:
    window = _window(resealed())
    window.show_comparison(Compared(resealed(), len(OFFERS) - 1, None, HOME / "gone.pdf"))
    return window


def another_address() -> QWidget:
    hosts = {
        "old": "siegel.wirtschaftsbetriebe.example.com",
        "new": "siegel-neu.wirtschaftsbetriebe.example.com:8443",
    }
    text = tr(
        "This batch was sent to {old}, and its connection leads to {new} now. Is that the same server? "
        "The sign-in is sent only to the server that you choose.",
        **hosts,
    )
    verbs = [
        ("cancel", tr("Not now")),
        ("old", tr("Go on at {old}", **hosts)),
        ("new", tr("Go on at {new}", **hosts)),
    ]
    return Question(None, tr("“{name}” has another address now", name="Acme Sealing"), text, verbs)


def moved_or_copied() -> QWidget:
    text = tr(
        "Is another copy of the folder still used? Then choose “It is a copy”: its unfinished batches stay "
        "with that copy for good, so that nothing is sealed twice. If this is the only one, choose “It was "
        "moved here”, and they go on here."
    )
    verbs = [
        ("leave", tr("Leave it for now")),
        ("copied", tr("It is a copy")),
        ("moved", tr("It was moved here")),
    ]
    return Question(None, tr("Moved or copied?"), text, verbs)


def moved_folder() -> MainWindow:
    window = _window(waiting(), done(), filled=True)
    text = tr(
        "SignDesk’s data folder was moved, copied or put back from a backup. Nothing goes on until you say "
        "which."
    )
    window.show_lasting_banner(text, tr("Moved or copied?"), lambda: None)
    window.intake.set_obstacle(
        translated(msg("First say whether SignDesk’s data folder was moved or copied."))
    )
    return window


def lost_list() -> MainWindow:
    """The list of batches was damaged, and what was in it is known only in part."""
    window = _window(waiting(), filled=True)
    what = tr("SignDesk’s list of batches was damaged. It was kept as {file}.", file="journal.db.damaged-1")
    read = trn("%n batch could be read from it.", "%n batches could be read from it.", 12)
    numbers = tr(
        "Not finished are the batches with these numbers on the server: {numbers}.", numbers="88123, 88124"
    )
    rest = tr(
        "SignDesk no longer knows what else was sealed: ask the server’s operator. Nothing goes on "
        "until you press “Seen”."
    )
    window.show_lasting_banner(joined(" ", what, read, numbers, rest), tr("Seen"), lambda: None)
    window.intake.set_obstacle(translated(msg("First read the message at the top, and press “Seen”.")))
    return window


def settings_slip() -> MainWindow:
    """Two lines cannot be read, one of them in the connection in use."""
    window = _window(done(), filled=True)
    file = HOME / ".config" / "SignDesk" / "settings.toml"
    sentence = msg("This must be true or false, without quotation marks.")
    slip = Complaint(file, 12, "connections.office.processes.1.delete_from_server", sentence)
    more = trn("There is %n more such line.", "There are %n more such lines.", 2)
    kept = tr("Until this is corrected, nothing is deleted: no copy on a server, no batch in the list.")
    window.show_settings_slip(joined(" ", translated(str(slip)), more, kept), lambda: None)
    window.intake.set_obstacle(tr("Nothing is sealed until the line named above is corrected."))
    return window


def certain_people() -> MainWindow:
    """A document that only certain people may open, among others."""
    window = _window(quarantined(), filled=True)
    sentence = REASONS[RejectReason.KEY]
    name = "Salaries.pdf"
    window.intake.model.add_problems([Problem(HOME / name, name, 96_000, sentence, RejectReason.KEY)])
    return window


SCENES: dict[str, Callable[[], QWidget]] = {
    "changed-by-server": changed_by_server,
    "compared": compared,
    "compared-accepted": compared_and_accepted,
    "compared-another": compared_and_another,
    "compared-details": compared_in_detail,
    "compared-not": compared_with_nothing,
    "question-address": another_address,
    "question-moved": moved_or_copied,
    "moved-folder": moved_folder,
    "lost-list": lost_list,
    "slip-in-settings": settings_slip,
    "restricted": certain_people,
}
