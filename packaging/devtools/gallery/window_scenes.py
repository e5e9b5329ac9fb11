"""The window in every state that people meet. Each scene makes a window that is not shown yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from devtools.gallery.values import (
    CONTRACTS,
    EMPTY,
    FOLDER,
    HOME,
    LONG_NAMES,
    NAMES,
    NOW,
    OFFERS,
    PRACTICE,
    SEAL,
    SERVER,
    batch,
    document,
    done,
    failed,
    fetching,
    held,
    list_documents,
    missing_and_unsealed,
    not_unpacked,
    partly_done,
    quarantined,
    saved_for_a_look,
    sealing,
    sending,
    sent_again,
    stopped,
    unclear,
    unpacked,
    validated,
    waiting,
)
from signdesk.desktop.batches.card_texts import Tone, sealed_before
from signdesk.desktop.documents.columns import SortKey
from signdesk.desktop.documents.drops import DropVeil
from signdesk.desktop.documents.pane_notes import NoteLine
from signdesk.desktop.documents.settling import Conditions
from signdesk.desktop.documents.values import SealedRemark
from signdesk.desktop.i18n.language import joined, tr, trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit.text import Role
from signdesk.domain.batches import Batch, BatchState, Outcome, Progress, Reason
from signdesk.domain.connections import Limits
from signdesk.domain.documents import RejectReason
from signdesk.domain.messages import msg
from signdesk.domain.servers import Process, ProcessKind
from signdesk.jobs.batch_store import BatchStore
from signdesk.jobs.preflight import Checked
from signdesk.seal_api.doctor.findings import Finding, Remedy, Stage, Verdict
from signdesk.seals.presign_check import Before
from signdesk.storage.intake import Problem
from signdesk.storage.journal.journal_file import SealedBefore


def fill(window: MainWindow, names: tuple[str, ...] = NAMES, *, bad: bool = False) -> None:
    """Documents in the list."""
    problems = [Problem(HOME / names[3], names[3], 0, EMPTY, RejectReason.EMPTY)] if bad else []
    sizes = (212_000, 1_100_000, 4_800_000, 0, 96_000)
    good = [document(name, sizes[i % 5] or 310_000) for i, name in enumerate(names) if not (bad and i == 3)]
    list_documents(window.intake.model, good[:3])
    window.intake.model.add_problems(problems)
    list_documents(window.intake.model, good[3:])


def ready(window: MainWindow) -> None:
    """Connected, with processes and a folder."""
    window.set_server(SERVER, tr("{server}, connected", server="Acme Sealing"), Tone.DONE)
    window.intake.set_processes([SEAL, CONTRACTS], 1, typed=True)
    window.intake.choose_folder(FOLDER)


def practice(window: MainWindow) -> None:
    """On the practice server."""
    window.set_server(PRACTICE)
    sentence = msg("Seals with a test key on this computer. The seals have no legal effect.")
    window.intake.set_processes([Process(1, msg("Practice seal"), ProcessKind.SEAL, sentence)])
    window.intake.choose_folder(FOLDER)


def _with(*batches: Batch, names: tuple[str, ...] = (), bad: bool = False) -> Callable[[MainWindow], None]:
    def draw(window: MainWindow) -> None:
        ready(window)
        if names:
            fill(window, names, bad=bad)
        for one in batches:
            window.board.store.put(one)

    return draw


def drag_over(window: MainWindow) -> None:
    ready(window)
    fill(window)
    window.findChildren(DropVeil)[0].cover()


def left_out(window: MainWindow) -> None:
    _with(sealing(), names=NAMES, bad=True)(window)
    lines = [joined(": ", "Thumbs.db", msg("hidden")), joined(": ", "~$Lease.docx", msg("hidden"))]
    found = trn("%n document found in folders.", "%n documents found in folders.", 24)
    window.show_note(joined(" ", found, trn("%n file was left out.", "%n files were left out.", 2)), lines)
    window.intake.findChildren(NoteLine)[0].toggle()


def trouble(name: str, kind: RejectReason, reason: str, size_bytes: int | None = 96_000) -> Problem:
    return Problem(HOME / name, name, size_bytes, reason, kind)


TROUBLES = (
    trouble("Letter to the board.pdf", RejectReason.EMPTY, EMPTY, 0),
    trouble(
        "Notes.docx",
        RejectReason.HELD,
        msg("Another program is using this file. Close it there, then check it again."),
    ),
    trouble(
        "Old.pdf",
        RejectReason.GONE,
        msg("There is no such file. It may have been moved or renamed; add it again from where it is now."),
        None,
    ),
    trouble(
        "Link to lease.pdf",
        RejectReason.LINK,
        msg("This is a link that leads to “{place}”. Add that file itself.", place="Lease.pdf"),
    ),
    trouble(
        "Plan.pdf",
        RejectReason.CLOUD,
        msg("The file is only in the cloud so far. Download it to this computer first, then check it again."),
    ),
    trouble(
        "Price list.xlsx",
        RejectReason.CHANGED,
        msg("It was changed after it was added. Check it again to send it as it is now."),
    ),
)


def every_row(window: MainWindow) -> None:
    """One row of every kind."""
    ready(window)
    model = window.intake.model
    list_documents(model, [document(NAMES[0]), document("Copy of the invoice.pdf")])
    twin = replace(document("Copy of the invoice.pdf"), sha256=document(NAMES[0]).sha256)
    other = replace(document("Lease.pdf"), path=HOME / "2025" / "Lease.pdf", sha256="1" * 64)
    checked = {
        "Bank guarantee.pdf": Before(needs_password=True),
        "Statutes.pdf": Before(protected=True),
        "Diploma.pdf": Before(signatures=1, final=True),
        "Framework contract.pdf": Before(signatures=2),
    }
    list_documents(
        model, [twin, document("Lease.pdf"), other, document("Scan of everything.tif", 900_000_000)]
    )
    model.add_checking([HOME / name for name in checked])
    model.set_checked([Checked(document(name), before) for name, before in checked.items()])
    model.add_problems(TROUBLES)
    model.set_conditions(Conditions(Limits(batch_bytes=200_000_000)))
    before = SealedBefore("1" * 64, NOW - timedelta(days=204), FOLDER / "May.zip", "b0")
    model.set_remarks({"1" * 64: SealedRemark(sealed_before(before, ProcessKind.SEAL, NOW))})


def _sealed_before(new: int) -> Callable[[MainWindow], None]:
    """All but `new` of the documents were sealed before; of one nobody knows."""

    def made(window: MainWindow) -> None:
        _with(done(), names=NAMES, bad=bool(new))(window)
        model = window.intake.model
        known = model.documents()[new:]
        remarks = {}
        for number, one in enumerate(known):
            before = SealedBefore(one.sha256, NOW - timedelta(days=9 * number), FOLDER / "a.zip", "b0")
            remarks[one.sha256] = SealedRemark(sealed_before(before, ProcessKind.SEAL, NOW))
        at = NOW - timedelta(minutes=7)
        waits = SealedBefore(known[-1].sha256, at, None, "b1", sure=False, waits=True)
        if new:
            remarks[known[-1].sha256] = SealedRemark(sealed_before(waits, ProcessKind.SEAL, NOW), sure=False)
        model.set_remarks(remarks)

    return made


def equal_labels(window: MainWindow) -> None:
    """Two processes of one label, the second chosen, and the list of them open."""
    _with(names=NAMES)(window)
    window.intake.set_processes([SEAL, replace(SEAL, id=12)], 12, typed=True)


def bad_rows_only(window: MainWindow) -> None:
    every_row(window)
    window.intake.sort_bar.buttons[SortKey.STATE].click()
    window.intake.list.setCurrentIndex(window.intake.model.index(1))
    window.intake.list.setFocus()


def bad_only(window: MainWindow) -> None:
    """Nothing of the list can be sent."""
    ready(window)
    window.intake.model.add_problems(TROUBLES)
    window.intake.list.setCurrentIndex(window.intake.model.index(1))
    window.intake.list.setFocus()


def checking(window: MainWindow) -> None:
    _with(sealing())(window)
    model = window.intake.model
    paths = [HOME / f"Offer {number}.pdf" for number in range(1, 301)]
    model.add_checking(paths)
    model.set_checked([Checked(document(path.name)) for path in paths[:119]])
    window.intake.show_progress(119, 300)


def unfolded(window: MainWindow) -> None:
    _with(partly_done(), waiting())(window)
    for card in window.board.shown_cards():
        card.toggle_documents()
    window.board.shown_cards()[0].footer.details_link.click()


def many(window: MainWindow) -> None:
    ready(window)
    fill(window, tuple(f"Offer {number}.pdf" for number in range(200)))
    for number in range(29):
        window.board.store.put(done(f"d{number}", 120 + number))
    for one in (unclear(), sealing(), waiting()):
        window.board.store.put(one)


def offline(window: MainWindow) -> None:
    _with(waiting(), done(), names=NAMES)(window)
    window.show_server_state(tr("{server}, not reached", server="Acme Sealing"), Tone.ERROR)


def result_dropped(window: MainWindow) -> None:
    name = "2026-11-23 Company seal.zip"
    _with(done(), names=(name,))(window)
    text = tr("This is a result that was sealed already: {name}", name=name)
    window.show_banner(text, Tone.NEUTRAL, trn("Check it", "Check these", 1), lambda: None)


def _searched(words: str) -> Callable[[MainWindow], None]:
    def draw(window: MainWindow) -> None:
        many(window)
        window.board.search.setText(words)

    return draw


def first_start_problem(window: MainWindow) -> None:
    window.start_page.form.address.line.setText("seal example com")
    window.show_connect_problem(
        msg(
            "“{text}” is not a server address. It looks like https://seal.example.com.",
            text="seal example com",
        )
    )
    fill(window)


def loading(window: MainWindow) -> None:
    ready(window)
    window.board.set_loading(True)


def wrong_certificate(window: MainWindow) -> None:
    sentence = msg(
        "The certificate of “{host}” was not accepted: it comes from an issuer that this computer does not "
        "trust.",
        host="seal.example.com",
    )
    means = msg(
        "The certificate comes from {issuer}, which this computer does not know. It may be your office’s own "
        "authority, a device of your network that looks into connections, or somebody else.",
        issuer="Acme Root CA",
    )
    window.start_page.show_trial("seal.example.com")
    found = Finding(Stage.ENCRYPTION, Verdict.FAILED, sentence, means, remedy=Remedy.SETTINGS)
    window.start_page.trial.show_broken(found)


def trying(window: MainWindow) -> None:
    window.start_page.show_trial("seal.example.com")
    window.start_page.trial.show_step(Stage.CONNECTION)


def broken(window: MainWindow) -> None:
    sentence = msg("“{host}” did not accept the sign-in ({status}).", host="seal.example.com", status=401)
    means = msg(
        "The key, or the user name and password, are wrong, have expired, or are sent in another way than "
        "the server expects."
    )
    window.start_page.show_trial("seal.example.com")
    found = Finding(Stage.SIGN_IN, Verdict.FAILED, sentence, means, remedy=Remedy.SIGN_IN)
    window.start_page.trial.show_broken(found)


def which_process(window: MainWindow) -> None:
    window.start_page.show_process()
    answer = msg("The server answers with this sign-in.")
    window.start_page.process.begin(answer, Role.DONE, FOLDER, [FOLDER])


def undo(window: MainWindow) -> None:
    """A row and a batch were removed, and both can come back."""
    _with(unclear(), sealing(), done(), names=NAMES, bad=True)(window)
    window.intake.model.remove([1])
    text = tr("“{name}” was removed from the list.", name=SEAL.label)
    window.board.undo_bar.offer(text, lambda: None)


def keyring_locked(window: MainWindow) -> None:
    """The list, the batches and their results stay; only sealing waits."""
    _with(waiting(), done(), names=NAMES)(window)
    window.set_server(SERVER, tr("{server}, not signed in", server="Acme Sealing"), Tone.NEEDS)
    said = msg("The keyring is locked. Unlock it and try again, or give the secret for one session only.")
    by_itself = tr("SignDesk goes on by itself as soon as the keyring is open.")
    window.intake.set_obstacle(joined(" ", said, by_itself), tr("Sign in…"), lambda: None)


def long_names(window: MainWindow) -> None:
    long = Process(
        77, "Siegel für Lieferantenverträge und Bestellungen der Niederlassung Nord", ProcessKind.SEAL
    )
    _with(names=LONG_NAMES)(window)
    window.intake.set_processes([long], 77)
    saved = FOLDER / LONG_NAMES[1] / "result.zip"
    finished = batch("l1", LONG_NAMES, BatchState.DONE, process=long, outcome=Outcome.SEALED, saved_to=saved)
    window.board.store.put(finished)
    window.board.store.put(batch("l2", LONG_NAMES, BatchState.SEALING, process=long, progress=Progress(1, 5)))


_SCENES: dict[str, Callable[[MainWindow], None]] = {
    "picture": _with(unclear(), sealing(), done(), names=NAMES, bad=True),
    "empty": practice,
    "first-start": lambda window: window.set_server(None),
    "first-start-problem": first_start_problem,
    "first-start-trying": trying,
    "first-start-broken": broken,
    "first-start-certificate": wrong_certificate,
    "loading": loading,
    "first-start-process": which_process,
    "listed": _with(names=NAMES),
    "bad-rows": left_out,
    "every-row": every_row,
    "bad-first": bad_rows_only,
    "bad-only": bad_only,
    "sealed-before": _sealed_before(1),
    "nothing-new": _sealed_before(0),
    "equal-labels": equal_labels,
    "checking": checking,
    "drag-over": drag_over,
    "sealing": _with(sealing(), batch("s", OFFERS[:1], BatchState.SENT), names=NAMES),
    "sending": _with(sending(), fetching(), batch("r", OFFERS, BatchState.READY)),
    "done": _with(done(), stopped()),
    "validated": _with(validated(), done()),
    "result-dropped": result_dropped,
    "unpacked": _with(unpacked(), not_unpacked()),
    "partly-done": _with(partly_done(), quarantined()),
    "send-again": _with(missing_and_unsealed(), *sent_again()),
    "waiting": _with(
        waiting(), *(held(f"h{n}", one) for n, one in enumerate((Reason.SIGN_IN, Reason.TARGET)))
    ),
    "needs-you": _with(unclear(), held("h5", Reason.PROCESS), held("h6", Reason.STOPPED_WAITING)),
    "failed": _with(quarantined(), failed("f1", Reason.REFUSED), failed("f2", Reason.LOST)),
    "result-waits": _with(quarantined(), saved_for_a_look()),
    "offline": offline,
    "unfolded": unfolded,
    "undo": undo,
    "keyring-locked": keyring_locked,
    "many": many,
    "many-searched": _searched("supplier"),
    "many-not-found": _searched("Q4"),
    "long-names": long_names,
}


def _made(fill_in: Callable[[MainWindow], None]) -> MainWindow:
    window = MainWindow(BatchStore(), now=lambda: NOW, home=HOME)
    fill_in(window)
    return window


SCENES: dict[str, Callable[[], MainWindow]] = {name: partial(_made, one) for name, one in _SCENES.items()}
