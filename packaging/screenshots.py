"""Draws every state of the window into PNG files, without a display: ``screenshots.py FOLDER [NAME...]``.

For looking at (and for the README's picture); it proves nothing. 200 % scaling needs a process of its own,
since Qt reads QT_SCALE_FACTOR when the application starts.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from signdesk.desktop import theme
from signdesk.desktop.drops import DropVeil
from signdesk.desktop.intake.columns import SortKey
from signdesk.desktop.intake.empty import NoteLine
from signdesk.desktop.intake.settling import Conditions
from signdesk.desktop.main_window import MainWindow
from signdesk.desktop.messages import Tone
from signdesk.desktop.text import Role
from signdesk.domain.batches import Batch, BatchDocument, BatchState, Delivery, Outcome, Progress, Reason
from signdesk.domain.connections import Limits
from signdesk.domain.documents import Document
from signdesk.domain.processes import Process, ProcessKind
from signdesk.domain.servers import Server
from signdesk.domain.troubles import Trouble
from signdesk.jobs.preflight import Checked
from signdesk.seal_api.findings import Finding, Stage, Verdict
from signdesk.seals.before import Before
from signdesk.storage.intake import Problem

NOW = datetime(2026, 11, 23, 13, 22, 41, tzinfo=UTC)
SIZES = ((1180, 760), (1024, 600))
HOME = Path("/home/anna")
FOLDER = HOME / "Documents" / "Sealed"
SEAL = Process(1, "Company seal", ProcessKind.SEAL, "Qualified electronic seal with timestamp")
CONTRACTS = Process(2, "Supplier contracts", ProcessKind.SEAL, "Seal for contracts with suppliers")
SERVER = Server("https://seal.example.com", label="Acme Sealing")
PRACTICE = Server("http://127.0.0.1:40123", practice=True)
NAMES = (
    "Invoice 2026-1107 Kowalski.pdf",
    "Lease agreement – final (2).pdf",
    "JPK_VAT_2026-10.xml",
    "Letter to the board.pdf",
    "Umowa zlecenia – załącznik 3.docx",
)
LONG_NAMES = (
    "Protokół zdawczo-odbiorczy pomieszczeń biurowych przy ulicy Świętokrzyskiej 31 w Warszawie (2).pdf",
    "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung – Entwurf für die Besprechung.docx",
    "二〇二六年度第三四半期における取引先との電子契約締結に関する覚書および付属書類一式の写し.pdf",
    "invoice\u202efdp.exe",
    "<img src=x onerror=alert(1)>.pdf",
)


def document(name: str, size_bytes: int = 212_000) -> Document:
    """A document that need not exist."""
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    return Document(HOME / name, name, size_bytes, 0, sha256, 0)


def batch(
    batch_id: str,
    names: tuple[str, ...],
    state: BatchState,
    *,
    process: Process = SEAL,
    minutes: int = 20,
    outcome: Outcome = Outcome.PENDING,
    **facts: object,
) -> Batch:
    """A batch made `minutes` ago."""
    documents = tuple(
        _sealed(document(name, 230_000 + 97_000 * (i % 9)), outcome, i) for i, name in enumerate(names)
    )
    made = Batch(batch_id, process, SERVER, documents, FOLDER, NOW - timedelta(minutes=minutes), state)
    return replace(made, **facts)  # type: ignore[arg-type]


def _sealed(one: Document, outcome: Outcome, number: int) -> BatchDocument:
    good = outcome is Outcome.SEALED
    seal = (
        f"Sealed by ACME Sp. z o.o. at 11:41:{7 + number % 50:02d}, intact over this document" if good else ""
    )
    results = (one.name,) if good else ()
    return BatchDocument(one, one.name, outcome, results=results, seal=seal, checked=good)


OFFERS = tuple(f"Offer {number}.pdf" for number in range(113, 125))
HEARD = NOW - timedelta(seconds=2)


def sending() -> Batch:
    return batch("b1", OFFERS, BatchState.SENDING, progress=Progress(40, 100), heard_at=HEARD)


def sealing() -> Batch:
    return batch("b2", OFFERS, BatchState.SEALING, progress=Progress(7, 12), heard_at=HEARD)


def fetching() -> Batch:
    return batch("b3", OFFERS, BatchState.FETCHING, progress=Progress(66, 100), heard_at=HEARD)


def done(batch_id: str = "b4", minutes: int = 100) -> Batch:
    return batch(
        batch_id,
        OFFERS,
        BatchState.DONE,
        minutes=minutes,
        outcome=Outcome.SEALED,
        saved_to=FOLDER / "2026-11-23 Company seal.zip",
        deleted_at=NOW - timedelta(minutes=minutes - 2),
    )


def unpacked() -> Batch:
    saved_to = FOLDER / "2026-11-23 Company seal.zip"
    delivery = Delivery(unpack=True, keep_copy=True)
    return replace(done("b6"), unpacked_to=saved_to.with_suffix(""), delivery=delivery, deleted_at=None)


def not_unpacked() -> Batch:
    warning = (
        "The saved ZIP was not unpacked: there is not enough room in “/home/anna/Documents/Sealed”. "
        "It is complete, and any program for ZIP files can unpack it."
    )
    return replace(done("b7", minutes=130), warnings=(warning,))


def partly_done() -> Batch:
    made = replace(done("b5"), state=BatchState.PARTLY_DONE, id="b5")
    bad = replace(made.documents[3], outcome=Outcome.UNSEALED, seal="", checked=False, results=())
    warnings = ("The copy on the server could not be deleted; SignDesk tries again at the next start.",)
    documents = (*made.documents[:3], bad, *made.documents[4:])
    return replace(made, documents=documents, warnings=warnings, deleted_at=None)


def unclear() -> Batch:
    message = (
        "The connection broke while sealing was being started, so we don’t know yet whether it began. The "
        "server still shows the batch as not started. Nothing is lost, and nothing has been sealed twice."
    )
    return batch(
        "b6",
        OFFERS[:8],
        BatchState.NEEDS_YOU,
        process=CONTRACTS,
        minutes=2,
        reason=Reason.UNCLEAR,
        held_at=BatchState.ACCEPTING,
        message=message,
    )


def waiting() -> Batch:
    return batch(
        "b7",
        OFFERS,
        BatchState.WAITING,
        reason=Reason.SERVER,
        held_at=BatchState.SEALING,
        message="The server cannot be reached. Everything is kept, and SignDesk goes on by itself.",
        detail="ConnectError: [Errno 111] Connection refused",
        heard_at=NOW - timedelta(minutes=7),
    )


def quarantined() -> Batch:
    return batch(
        "b8",
        OFFERS[:3],
        BatchState.NEEDS_YOU,
        reason=Reason.RESULT,
        held_at=BatchState.CHECKING,
        quarantined_to=HOME / ".local" / "share" / "SignDesk" / "quarantine" / "result-88123-2026-11-23.zip",
    )


def stopped() -> Batch:
    return batch("b9", OFFERS[:2], BatchState.STOPPED)


def held(batch_id: str, reason: Reason) -> Batch:
    return batch(batch_id, OFFERS[:5], BatchState.WAITING, reason=reason, held_at=BatchState.SENDING)


EMPTY = "The file is empty. There is nothing to send; check it again when it has content."


def fill(window: MainWindow, names: tuple[str, ...] = NAMES, *, bad: bool = False) -> None:
    """Documents in the list."""
    problems = [Problem(HOME / names[3], names[3], 0, EMPTY, Trouble.EMPTY)] if bad else []
    sizes = (212_000, 1_100_000, 4_800_000, 0, 96_000)
    good = [document(name, sizes[i % 5] or 310_000) for i, name in enumerate(names) if not (bad and i == 3)]
    window.intake.model.add_documents(good[:3])
    window.intake.model.add_problems(problems)
    window.intake.model.add_documents(good[3:])


def ready(window: MainWindow) -> None:
    """Connected, with processes and a folder."""
    window.set_server(SERVER, "Acme Sealing, connected", Tone.DONE)
    window.intake.set_processes([SEAL, CONTRACTS], 1, typed=True)
    window.intake.choose_folder(FOLDER)


def practice(window: MainWindow) -> None:
    """On the practice server."""
    window.set_server(PRACTICE)
    window.intake.set_processes([Process(1, "Practice seal", ProcessKind.SEAL, "Seals with a test key")])
    window.intake.choose_folder(FOLDER)


def _with(*batches: Batch, names: tuple[str, ...] = (), bad: bool = False) -> Callable[[MainWindow], None]:
    def draw(window: MainWindow) -> None:
        ready(window)
        if names:
            fill(window, names, bad=bad)
        for one in batches:
            window.board.show_batch(one)

    return draw


def drag_over(window: MainWindow) -> None:
    ready(window)
    fill(window)
    window.findChildren(DropVeil)[0].cover()


def left_out(window: MainWindow) -> None:
    _with(sealing(), names=NAMES, bad=True)(window)
    lines = ["Thumbs.db: hidden file", "~$Lease.docx: left open by another program", "link.pdf: a link"]
    window.show_note("24 documents found in folders. 3 files were left out.", lines)
    window.intake.findChildren(NoteLine)[0].toggle()


def trouble(name: str, kind: Trouble, reason: str, size_bytes: int | None = 96_000) -> Problem:
    return Problem(HOME / name, name, size_bytes, reason, kind)


TROUBLES = (
    trouble("Letter to the board.pdf", Trouble.EMPTY, EMPTY, 0),
    trouble(
        "Notes.docx", Trouble.HELD, "Another program holds this file. Close it there, then check it again."
    ),
    trouble(
        "Old.pdf",
        Trouble.GONE,
        "There is no such file. It may have been moved or renamed; add it again.",
        None,
    ),
    trouble(
        "Link to lease.pdf", Trouble.LINK, "This is a link that leads to “Lease.pdf”. Add that file itself."
    ),
    trouble(
        "Plan.pdf",
        Trouble.CLOUD,
        "The file is only in the cloud so far. Download it to this computer first.",
    ),
    trouble("Price list.xlsx", Trouble.CHANGED, "It was changed after it was added. Check it again."),
)


def every_row(window: MainWindow) -> None:
    """One row of every kind."""
    ready(window)
    model = window.intake.model
    model.add_documents([document(NAMES[0]), document("Copy of the invoice.pdf")])
    twin = replace(document("Copy of the invoice.pdf"), sha256=document(NAMES[0]).sha256)
    other = replace(document("Lease.pdf"), path=HOME / "2025" / "Lease.pdf", sha256="1" * 64)
    checked = {
        "Bank guarantee.pdf": Before(needs_password=True),
        "Statutes.pdf": Before(protected=True),
        "Diploma.pdf": Before(signatures=1, final=True),
        "Framework contract.pdf": Before(signatures=2),
    }
    model.add_documents([twin, document("Lease.pdf"), other, document("Scan of everything.tif", 900_000_000)])
    model.add_checking([HOME / name for name in checked])
    model.set_checked([Checked(document(name), before) for name, before in checked.items()])
    model.add_problems(TROUBLES)
    model.set_conditions(Conditions(Limits(batch_bytes=200_000_000)))
    model.set_remarks({"1" * 64: "Already sealed by this process, 3 May, 14:02"})


def bad_rows_only(window: MainWindow) -> None:
    every_row(window)
    window.intake.sort_bar.buttons[SortKey.STATE].click()
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
        window.board.show_batch(done(f"d{number}", 120 + number))
    for one in (unclear(), sealing(), waiting()):
        window.board.show_batch(one)


def first_start_problem(window: MainWindow) -> None:
    window.start_page.form.address.line.setText("seal.example.com/api")
    window.show_connect_problem(
        "“seal example com” is not a server address. It looks like https://seal.example.com."
    )
    fill(window)


def trying(window: MainWindow) -> None:
    window.start_page.show_trial("seal.example.com")
    window.start_page.trial.show_step(Stage.CONNECTION)


def broken(window: MainWindow) -> None:
    sentence = "“seal.example.com” did not accept the sign-in (401)."
    means = "The key, or the user name and password, are wrong or have ended, or go the wrong way."
    window.start_page.show_trial("seal.example.com")
    window.start_page.trial.show_broken(Finding(Stage.SIGN_IN, Verdict.FAILED, sentence, means))


def which_process(window: MainWindow) -> None:
    window.start_page.show_process()
    answer = "The server answers, and does not refuse the sign-in."
    window.start_page.process.begin(answer, Role.DONE, FOLDER, [FOLDER])


def long_names(window: MainWindow) -> None:
    long = Process(
        77, "Siegel für Lieferantenverträge und Bestellungen der Niederlassung Nord", ProcessKind.SEAL
    )
    _with(names=LONG_NAMES)(window)
    window.intake.set_processes([long], 77)
    saved = FOLDER / LONG_NAMES[1] / "result.zip"
    finished = batch("l1", LONG_NAMES, BatchState.DONE, process=long, outcome=Outcome.SEALED, saved_to=saved)
    window.board.show_batch(finished)
    window.board.show_batch(
        batch("l2", LONG_NAMES, BatchState.SEALING, process=long, progress=Progress(1, 5))
    )


STATES: dict[str, Callable[[MainWindow], None]] = {
    "picture": _with(unclear(), sealing(), done(), names=NAMES, bad=True),
    "empty": practice,
    "first-start": lambda window: window.set_server(None),
    "first-start-problem": first_start_problem,
    "first-start-trying": trying,
    "first-start-broken": broken,
    "first-start-process": which_process,
    "listed": _with(names=NAMES),
    "bad-rows": left_out,
    "every-row": every_row,
    "bad-first": bad_rows_only,
    "checking": checking,
    "drag-over": drag_over,
    "sending": _with(sending(), fetching(), batch("r", OFFERS, BatchState.READY)),
    "done": _with(done(), stopped()),
    "unpacked": _with(unpacked(), not_unpacked()),
    "partly-done": _with(partly_done(), quarantined()),
    "waiting": _with(
        waiting(), *(held(f"h{n}", one) for n, one in enumerate((Reason.SIGN_IN, Reason.TARGET)))
    ),
    "needs-you": _with(unclear(), held("h5", Reason.PROCESS), held("h6", Reason.STOPPED_WAITING)),
    "unfolded": unfolded,
    "many": many,
    "long-names": long_names,
}


def draw(folder: Path, names: list[str], suffix: str, sizes: tuple[tuple[int, int], ...]) -> None:
    """Each state in each scheme and size."""
    app = QApplication([])
    app.setApplicationName("SignDesk")
    for scheme in (theme.Scheme.LIGHT, theme.Scheme.DARK, theme.Scheme.HIGH_CONTRAST):
        theme.apply(app, scheme)
        for name in names:
            if scheme is theme.Scheme.HIGH_CONTRAST and name != "picture":
                continue
            window = MainWindow(now=lambda: NOW, home=HOME)
            STATES[name](window)
            for width, height in sizes:
                window.resize(width, height)
                window.show()
                app.processEvents()
                app.processEvents()
                _draw_batches_pane(window, folder / f"{name}-{scheme}-{width}x{height}{suffix}-batches.png")
                window.grab().save(str(folder / f"{name}-{scheme}-{width}x{height}{suffix}.png"))
            window.close_for_real()
            window.deleteLater()
            app.processEvents()


def _draw_batches_pane(window: MainWindow, path: Path) -> None:
    """Where there is room for one pane only, the other one too."""
    if window.is_narrow():
        window.show_pane("batches")
        QApplication.processEvents()
        window.grab().save(str(path))
        window.show_pane("documents")
        QApplication.processEvents()


def main() -> int:
    """Draws, and starts itself again for 200 %."""
    parser = argparse.ArgumentParser(description="Draws every state of the window into PNG files.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", choices=[*STATES, []])
    parser.add_argument("--scaled", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    names = asked.names or list(STATES)
    if asked.scaled:  # 1024x600 at 200 % leaves 512x300 logical pixels; a laptop 2560x1600 at 200 % 1280x800
        draw(asked.folder, names, "@2x", ((512, 300), (1180, 760)))
        return 0
    draw(asked.folder, names, "", SIZES)
    command = [sys.executable, __file__, "--scaled", str(asked.folder), *names]
    return subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
