"""Files that other programs may delete at any moment become our own copies when they are added, and the
copies go when nothing needs them any more. On the loop's thread; the disk is asked in worker threads.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.removals import BatchRemovals
from signdesk.desktop.i18n.language import joined, tr, trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.desktop.toolkit.formats import size_text
from signdesk.domain.batches import Batch, Outcome
from signdesk.domain.documents import UnsentDocument, shown_name
from signdesk.jobs.batch_store import BatchChange, BatchStore
from signdesk.storage import copies as own_copies
from signdesk.storage.copies import OwnCopies
from signdesk.storage.intake import Problem, Skipped
from signdesk.storage.sources import Unusable

Met = Path | Problem | Skipped
_FINISHED = frozenset([Outcome.SEALED, Outcome.VALIDATED, Outcome.TIMESTAMPED])


class CopyKeeper:
    """`drop` for what a person adds; a copy goes with its row or its batch, once that cannot come back."""

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        store: BatchStore,
        copies: OwnCopies,
        removals: BatchRemovals,
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._store = store
        self._copies = copies
        self._removals = removals
        self._drops = 0
        self._is_looking = False
        self.origin_of = copies.origin_of
        window.intake.model.changed.connect(self._look)
        window.intake.undo_bar.over.connect(self._look)
        window.board.undo_bar.over.connect(self._look)
        store.subscribe(self._batches_changed)

    @contextmanager
    def drop(self) -> Iterator[Drop]:
        """Around everything that is done for one drop; no copy is given up meanwhile."""
        self._drops += 1
        try:
            yield Drop(self._window, self._copies)
        finally:
            self._drops -= 1
            self._look()

    async def window_ids(self) -> list[str]:
        """Of the other windows that have left copies, alive or not."""
        return await asyncio.to_thread(self._copies.window_ids)

    async def take_over(
        self, window_id: str, batches: Iterable[Batch], listed: Mapping[Path, UnsentDocument]
    ) -> None:
        """From a window that is gone: what its list and the `batches` of the journal need."""
        known = list(batches)
        ordered = {one.document.path for batch in known for one in batch.documents}
        needed = {*listed, *_needed_by(known)}
        await asyncio.to_thread(self._copies.take_over, window_id, needed, ordered - needed, listed)

    async def close(self) -> None:
        """Nothing that was removed can come back any more."""
        gone = self._copies.release(self._needed(can_come_back=False))
        await asyncio.to_thread(self._copies.remove, gone)

    def _batches_changed(self, changes: Sequence[BatchChange]) -> None:
        if self._copies.total_bytes() and not all(one.is_heard_only for one in changes):
            self._look()

    def _look(self) -> None:
        if not self._is_looking and self._copies.total_bytes():
            self._is_looking = True
            self._tasks.start(self._remove_unneeded(), "remove copies that nothing needs")

    async def _remove_unneeded(self) -> None:
        self._is_looking = False
        if self._drops == 0:
            gone = self._copies.release(self._needed())
            if gone:
                await asyncio.to_thread(self._copies.remove, gone)

    def _needed(self, *, can_come_back: bool = True) -> set[Path]:
        intake, batches = self._window.intake, list(self._store.batches())
        paths = {row.path for row in intake.model.rows()}
        if can_come_back:
            paths.update(intake.removed.paths())
            batches += self._removals.can_come_back()
        return paths | _needed_by(batches)


class Drop:
    """What a person added at once; a question about large copies is asked once for it."""

    def __init__(self, window: MainWindow, copies: OwnCopies) -> None:
        self._window = window
        self._copies = copies
        self._may_be_large: bool | None = None

    async def without_wanted(self, files: Sequence[Path]) -> list[Path]:
        """Those that are listed as they are."""
        wanted = await asyncio.to_thread(self._copies.are_wanted_of, files)
        return [one for one in files if one not in wanted]

    async def with_copies(self, found: Sequence[Met]) -> list[Met]:
        """The same, with the copy in the place of each file that other programs may delete."""
        paths = [one for one in found if isinstance(one, Path)]
        wanted = await asyncio.to_thread(self._copies.are_wanted_of, paths)
        if not wanted or not await self._may_copy(wanted):
            return list(found)
        made, failed = await asyncio.to_thread(self._taken, list(wanted))
        if failed:
            self._tell_failed(failed)
        return [made.get(one, one) if isinstance(one, Path) else one for one in found]

    def _taken(self, origins: Sequence[Path]) -> tuple[dict[Path, Path], list[Path]]:
        """Blocking. A file that is no document is left to the check, which says why."""
        made, failed = {}, []
        for origin in origins:
            try:
                made[origin] = self._copies.take(origin)
            except Unusable:
                continue
            except OSError:
                failed.append(origin)
        return made, failed

    async def _may_copy(self, wanted: Mapping[Path, int]) -> bool:
        total = sum(wanted.values())
        if total + self._copies.total_bytes() <= own_copies.MOST_BYTES:
            return True
        if self._may_be_large is None:
            self._may_be_large = await ask_for_large(self._window, wanted, total) == "copy"
        return self._may_be_large

    def _tell_failed(self, failed: Sequence[Path]) -> None:
        text = trn(
            "No copy could be taken of %n file in a temporary folder. Seal it before it is deleted.",
            "No copy could be taken of %n files in temporary folders. Seal them before they are deleted.",
            len(failed),
        )
        self._window.show_note(text, [shown_name(one.name) for one in failed], warn=True)


async def ask_for_large(window: MainWindow, wanted: Iterable[Path], total_bytes: int) -> str | None:
    """ "copy", "leave", or None."""
    title, text, verbs = large_words(list(wanted), total_bytes)
    return await dialogs.ask(window, title, text, verbs)


def large_words(wanted: Sequence[Path], total_bytes: int) -> tuple[str, str, list[tuple[str, str]]]:
    """Title, text and verbs of the question."""
    what = trn(
        "%n file lies in a temporary folder, where other programs may delete it at any time.",
        "%n files lie in temporary folders, where other programs may delete them at any time.",
        len(wanted),
    )
    cost = tr(
        "A copy in SignDesk’s own folder takes {size}. It is removed when it is no longer needed.",
        size=size_text(total_bytes),
    )
    verbs = [("copy", tr("Take a copy")), ("leave", tr("Add without a copy"))]
    return tr("Take a copy of large files?"), joined(" ", what, cost), verbs


def _needed_by(batches: Iterable[Batch]) -> set[Path]:
    """What may still be read or sent: of a batch that is over what did not come back as asked for."""
    return {
        one.document.path
        for batch in batches
        for one in batch.documents
        if not (batch.is_over and one.outcome in _FINISHED)
    }
