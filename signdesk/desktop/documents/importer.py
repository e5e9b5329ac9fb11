"""Documents on their way into the list: found in what was dropped, checked one after the other in a worker
thread. All else on the GUI thread. What is looked at again later: `rechecks`.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from itertools import islice
from pathlib import Path

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.documents.copy_keeper import CopyKeeper, Drop
from signdesk.desktop.documents.rechecks import DocumentRechecks
from signdesk.desktop.i18n.language import joined, tr, trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit.accessibility import announce
from signdesk.domain.documents import UnsentDocument, shown_name
from signdesk.jobs.preflight import Checked, check_some
from signdesk.seals.worker.pool import Asks
from signdesk.storage.intake import Problem, Skipped, Stopped, changed_problem, survey

PORTION = 100  # files handed to the worker at once; it gives back what it came to in a moment
SHOWN_AFTER_S = 0.3  # a check that is over sooner shows no progress
Met = Path | Problem | Skipped


class DocumentImporter:
    """One file is read at a time, however much was dropped in however many goes. `worker` looks into PDFs."""

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        *,
        rechecks: DocumentRechecks,
        copies: CopyKeeper,
        worker: Asks,
    ) -> None:
        self._window = window
        self._intake = window.intake
        self._tasks = tasks
        self._rechecks = rechecks
        self._copies = copies
        self._worker = worker
        self._waiting: deque[Path] = deque()
        self._total = 0
        self._is_checking = False
        self._stop = threading.Event()
        self._expected: dict[Path, str] = {}  # the SHA-256 that a file had when it was added
        self._intake.check_requested.connect(self._check_again)
        self._intake.progress.stop_button.clicked.connect(self.stop)

    def add_paths(self, paths: Iterable[Path]) -> None:
        """Files and folders, as dropped, pasted, chosen or named on the command line."""
        self._begin(paths, is_new=True)

    def restore(self, documents: Sequence[UnsentDocument]) -> None:
        """The list of an earlier start. A file that has changed since it was added is not what was added."""
        self._expected.update((one.path, one.sha256) for one in documents if one.sha256)
        names = {one.path: one.given_name for one in documents}
        forced = {one.path: one.sha256 for one in documents if one.forced and one.sha256}
        self._intake.model.add_checking(names, names, forced)
        self._queue(list(names))

    def _check_again(self, paths: Iterable[Path]) -> None:
        self._begin(paths, is_new=False)

    def _begin(self, paths: Iterable[Path], *, is_new: bool) -> None:
        asked = tuple(dict.fromkeys(path.absolute() for path in paths))
        if is_new:  # whoever adds a file wants it as it is now
            for path in asked:
                self._expected.pop(path, None)
        if asked:
            work = self._take_in(asked, self._stop, is_new=is_new)
            self._tasks.start(work, "take documents in")

    def stop(self) -> None:
        """Ends the check. What was not checked stays in the list, says so, and can be checked again."""
        self._stop.set()
        self._stop = threading.Event()
        self._waiting.clear()
        self._total = 0
        self._intake.model.stop_checking()
        self._show_progress()

    # ---- finding ----------------------------------------------------------------------------------------

    async def _take_in(self, asked: tuple[Path, ...], stop: threading.Event, *, is_new: bool) -> None:
        copying = self._copies.drop() if is_new else nullcontext()
        with copying as drop:
            await self._take_in_with(asked, stop, drop)

    async def _take_in_with(self, asked: tuple[Path, ...], stop: threading.Event, drop: Drop | None) -> None:
        """`drop`: what of it is to be copied first, where it is new."""
        model = self._intake.model
        files, folders = await asyncio.to_thread(_parted, asked)
        if drop is not None:
            files = await drop.without_wanted(files)
        known = {row.path: None for row in model.rows()}
        model.add_checking(files)
        found: list[Met] = []
        walk = survey(asked, listed=known, stop=stop.is_set)
        try:
            while (portion := await asyncio.to_thread(_some, walk)) and not stop.is_set():
                if drop is not None:
                    portion = await drop.with_copies(portion)
                found += portion
                self._list(portion, frozenset(files))
        except BaseException:
            stop.set()
            model.give_up(files)
            raise
        if stop.is_set():
            model.stop_checking(files)
            return
        model.give_up(set(files) - {_path_of(one) for one in found})
        if drop is not None:
            listed = {_path_of(one) for one in found if not isinstance(one, Skipped)}
            self._announce_added(len(listed.difference(known, folders)))
        self._note_folders(folders, found)
        if drop is not None:
            self._note_known(sum(isinstance(one, Path) and one in known for one in found))

    def _list(self, portion: Sequence[Met], asked: frozenset[Path]) -> None:
        """What was named is in the list already, unless a person has taken it out meanwhile."""
        model = self._intake.model
        paths = [one for one in portion if isinstance(one, Path)]
        paths = [path for path in paths if path not in asked or model.is_checking_at(path)]
        model.add_checking([path for path in paths if path not in asked])
        problems = [one for one in portion if isinstance(one, Problem)]
        model.add_problems([p for p in problems if p.path not in asked or model.is_checking_at(p.path)])
        self._queue(paths)

    def _queue(self, paths: Sequence[Path]) -> None:
        waiting = set(self._waiting)
        self._waiting.extend(path for path in paths if path not in waiting)
        self._total += len(set(paths) - waiting)
        if self._waiting and not self._is_checking:
            self._is_checking = True
            self._tasks.start(self._check(), "check documents")

    def _note_folders(self, folders: Sequence[Path], found: Sequence[Met]) -> None:
        """One line: how many were found in folders, and what was left out and why."""
        left_out = [one for one in found if isinstance(one, Skipped)]
        if not folders and not left_out:
            return  # a note about something else stays
        paths = [_path_of(one) for one in found if not isinstance(one, Skipped)]
        inside = [one for one in paths if any(folder in one.parents for folder in folders)]
        text = tr("No document was found in the folder.")
        if inside:
            text = trn("%n document found in folders.", "%n documents found in folders.", len(inside))
        count = len(left_out)
        left = trn("%n file was left out.", "%n files were left out.", count) if count else ""
        lines = [joined(": ", shown_name(one.path.name), one.reason) for one in left_out]
        self._window.show_note(joined(" ", text, left), lines)

    def _announce_added(self, count: int) -> None:
        """To a screen reader alone: everybody else sees the rows."""
        if count:
            text = trn("%n document was added to the list.", "%n documents were added to the list.", count)
            announce(self._window, text)

    def _note_known(self, count: int) -> None:
        """The same file twice is one row, and that is said."""
        if count and not self._intake.note():
            text = trn(
                "%n document was in the list already.", "%n documents were in the list already.", count
            )
            self._window.show_note(text)

    # ---- checking ---------------------------------------------------------------------------------------

    async def _check(self) -> None:
        model, waiting = self._intake.model, self._waiting
        stop = self._stop
        late = asyncio.get_running_loop().call_later(SHOWN_AFTER_S, self._show_progress)
        try:
            while waiting:
                stop = self._stop
                portion = list(islice(waiting, PORTION))
                wanted = [path for path in portion if model.is_checking_at(path)]
                checked = await asyncio.to_thread(check_some, wanted, self._worker, stop.is_set)
                checked = [self._as_added(one) for one in checked]
                if stop.is_set():  # what was waiting then is not waiting any more
                    continue
                left = wanted[len(checked) :]
                for _ in range(portion.index(left[0]) if left else len(portion)):
                    waiting.popleft()
                model.set_checked(checked, await self._rechecks.remarks_of(checked))
                self._show_progress()
        except BaseException:
            stop.set()  # the thread would go on reading, and the program's end would wait for it
            self.stop()
            raise
        finally:
            late.cancel()
            self._is_checking = False
            self._total = 0
            self._show_progress()
        if model.counts.bad:
            announce(self._window, model.summary())
        await self._rechecks.tell_of_target()

    def _as_added(self, checked: Checked) -> Checked:
        """A document that was in the list at an earlier start, unless its file holds something else now."""
        expected = self._expected.pop(checked.result.path, "")
        if not expected or isinstance(checked.result, Problem) or checked.result.sha256 == expected:
            return checked
        return Checked(changed_problem(checked.result))

    def _show_progress(self) -> None:
        left = len(self._waiting)
        self._intake.show_progress(max(self._total - left, 0), max(self._total, left))


def _parted(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Files and folders apart. Blocking."""
    folders = [path for path in paths if os.path.isdir(path)]  # noqa: PTH112 - never raises for odd paths
    return [path for path in paths if path not in folders], folders


def _some(walk: Iterator[Met]) -> list[Met]:
    """The next ones; empty at the end, or where it was stopped. Blocking."""
    try:
        return list(islice(walk, PORTION))
    except Stopped:
        return []


def _path_of(one: Met) -> Path:
    return one if isinstance(one, Path) else one.path
