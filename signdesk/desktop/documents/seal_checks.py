"""Checking saved results again from the window: offered where one is dropped, asked for in a row's menu."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.i18n.language import joined, tr, translated, trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.domain.documents import shown_name
from signdesk.domain.seal_facts import held_words, more_words
from signdesk.jobs.verification import GOOD, Proof, Verdict, Verified, is_result, verify
from signdesk.seals.worker.pool import Asks

MOST_LINES = 500
_WRONG = frozenset([Verdict.BROKEN, Verdict.CHANGED, Verdict.MISSING])


class SealChecks:
    """`check` looks at the seals of files and shows what was found.

    `work`: a private folder for temporary copies. `ca_file`: of the connection in use. `worker`:
    reads documents.
    """

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        *,
        work: Path,
        ca_file: Callable[[], Path | None],
        worker: Asks,
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._work = work
        self._ca_file = ca_file
        self._worker = worker
        window.paths_dropped.connect(lambda paths: tasks.start(self._offer(paths), "look for results"))
        window.intake.verify_requested.connect(self.check)

    def check(self, paths: Iterable[Path]) -> None:
        """Looks at the seals of these files and shows what was found. They stay in the list."""
        self._tasks.start(self._check(tuple(paths)), "check seals")

    async def _offer(self, paths: Sequence[Path]) -> None:
        results = await asyncio.to_thread(lambda: [path for path in paths if is_result(path)])
        if not results:
            return
        text = tr("This is a result that was sealed already: {name}", name=shown_name(results[0].name))
        if len(results) > 1:
            text = trn(
                "%n of these is a result that was sealed already.",
                "%n of these are results that were sealed already.",
                len(results),
            )
        check = trn("Check it", "Check these", len(results))
        self._window.show_banner(text, Tone.NEUTRAL, check, lambda: self._instead(results))

    def _instead(self, results: Sequence[Path]) -> None:
        """Who drops a result to have it checked does not want it sealed once more."""
        model = self._window.intake.model
        gone = {path.absolute() for path in results}
        model.remove([number for number, row in enumerate(model.rows()) if row.path in gone])
        self.check(results)

    async def _check(self, paths: Sequence[Path]) -> None:
        working = trn("Checking the seals of %n file…", "Checking the seals of %n files…", len(paths))
        self._window.show_banner(working, Tone.NEUTRAL)
        found = []
        try:
            for path in paths:
                found.append(await self._verified(path))
        finally:
            if self._window.banner_text() == str(working):
                self._window.clear_banner()
        await dialogs.answer(answer_question(self._window, found))

    async def _verified(self, path: Path) -> Verified:
        try:
            return await asyncio.to_thread(verify, path, None, self._work, self._ca_file(), self._worker)
        except OSError:
            return Verified(path, (), tr("It cannot be read."))


def answer_question(parent: QWidget | None, found: Sequence[Verified]) -> dialogs.Question:
    """What was found, not yet open."""
    title = _title(found)
    text = joined("\n", *(_summary(one) for one in found[:MOST_LINES]))
    question = dialogs.Question(parent, title, text, (("close", tr("Close")),))
    dialogs.add_particulars(question, "\n".join(_lines(found)[:MOST_LINES]))
    return question


def _title(found: Sequence[Verified]) -> str:
    verdicts = {proof.verdict for one in found for proof in one.proofs}
    if all(one.is_good for one in found):
        return tr("All seals are intact")
    if verdicts & _WRONG or not verdicts:
        return tr("Not everything is intact")
    if any(one.problem for one in found) or Verdict.NOT_CHECKED in verdicts:
        return tr("Not everything could be checked")
    return tr("No seal was found") if verdicts == {Verdict.UNSEALED} else tr("Not everything is sealed")


def _summary(one: Verified) -> str:
    name = shown_name(one.path.name)
    if one.problem and not one.proofs:
        return joined(": ", name, translated(one.problem))
    good = sum(proof.verdict in GOOD for proof in one.proofs)
    if one.receipt is not None:
        counted = trn(
            "{name}: {good} of %n intact, by its receipt.",
            "{name}: {good} of %n intact, by its receipt.",
            len(one.proofs),
            name=name,
            good=good,
        )
    elif one.path.suffix.lower() != ".zip":  # a file with a seal of anybody's: nothing was sent
        counted = trn(
            "{name}: {good} of %n intact.",
            "{name}: {good} of %n intact.",
            len(one.proofs),
            name=name,
            good=good,
        )
    else:
        counted = trn(
            "{name}: {good} of %n intact. What was sent is not known, since no receipt lies beside it.",
            "{name}: {good} of %n intact. What was sent is not known, since no receipt lies beside it.",
            len(one.proofs),
            name=name,
            good=good,
        )
    return joined(" ", counted, translated(one.problem))


def _lines(found: Sequence[Verified]) -> list[str]:
    """What is not good comes first."""
    proofs = [proof for one in found for proof in one.proofs]
    proofs.sort(key=lambda one: one.verdict in GOOD)
    return [line for one in proofs for line in (_line(one), *_inside(one))]


def _inside(one: Proof) -> Iterator[str]:
    """The documents of a container, each with the seals over it."""
    for held in one.inside:
        yield "    " + joined(": ", shown_name(held.name), translated(held_words(held)))
    if one.inside_more:
        yield "    " + translated(more_words(one.inside_more))


def _line(one: Proof) -> str:
    word = {
        Verdict.INTACT: tr("intact"),
        Verdict.REPORTED: tr("report unchanged"),
        Verdict.BROKEN: tr("not intact"),
        Verdict.UNSEALED: tr("no seal"),
        Verdict.CHANGED: tr("changed"),
        Verdict.MISSING: tr("missing"),
        Verdict.NOT_CHECKED: tr("cannot be checked"),
    }[one.verdict]
    return joined(": ", shown_name(one.name), joined(". ", word, translated(one.sentence)))
