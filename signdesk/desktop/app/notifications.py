"""Notifications: one for each outcome of a batch, several in one where they come together.

They repeat what a card says, in counts and the process's name; never a document's name, since others may see
the screen. Only jobs that ended in this run are told of, so a restart announces nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from signdesk.desktop.batches.card_texts import badge, needs_person
from signdesk.desktop.i18n.language import tr, translated, trn
from signdesk.desktop.toolkit.text import plain
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.settings import Notify

TOGETHER_MS = 2_000  # what ends within this is told together
APART_MS = 20_000  # at least from one notification to the next, however many batches end


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said. `batch_id`: the card that a click leads to; `count`: how many outcomes it tells of."""

    title: str
    text: str
    batch_id: str
    count: int


class BatchNotifications(QObject):
    """`batch` gives the value that is shown now; `is_looked_at`: whether a person sees the cards anyhow."""

    def __init__(
        self,
        *,
        batch: Callable[[str], Batch | None],
        is_running: Callable[[str], bool],
        is_looked_at: Callable[[], bool],
        deliver: Callable[[Notice], object],
        together_ms: int = TOGETHER_MS,
        apart_ms: int = APART_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.level = Notify.ALL
        self._batch = batch
        self._is_running = is_running
        self._is_looked_at = is_looked_at
        self._deliver = deliver
        self.together_ms = together_ms
        self._ended: dict[str, None] = {}
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.timeout.connect(self.tell_now)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(apart_ms)
        self._pause.timeout.connect(self.pause_over)

    @property
    def has_more(self) -> bool:
        """Whether something that has ended is still to be told."""
        return bool(self._ended)

    def ended(self, batch_id: str) -> None:
        """A job has ended, perhaps to be begun anew at once; that is seen when it is told."""
        self._ended[batch_id] = None
        self._gather()

    def pause_over(self) -> None:
        """The next one may be shown."""
        self._pause.stop()
        self._gather()

    def tell_now(self) -> None:
        """What has ended so far, without waiting for more."""
        self._gathering.stop()
        ended = [self._batch(one) for one in self._ended if not self._is_running(one)]
        self._ended.clear()
        batches = [one for one in ended if one is not None and is_told(one, self.level)]
        if batches and not self._is_looked_at():
            self._pause.start()
            self._deliver(notice(batches))

    def _gather(self) -> None:
        if self._ended and not self._pause.isActive() and not self._gathering.isActive():
            self._gathering.start(self.together_ms)


def is_told(batch: Batch, level: Notify) -> bool:
    """Whether the outcome of a job that has ended is worth a notification. What a person stopped is not."""
    if batch.state is BatchState.STOPPED or batch.reason is Reason.STOPPED_WAITING or level is Notify.NONE:
        return False
    if batch.state is BatchState.DONE:
        return level is Notify.ALL
    return batch.state is BatchState.PARTLY_DONE or needs_person(batch)


def notice(batches: Sequence[Batch]) -> Notice:
    """One about all of them, at least one."""
    needing = [one for one in batches if needs_person(one)]
    shown = (needing or batches)[-1]
    held = [one for one in needing if not one.is_over]
    title, text = _of_one(shown) if len(batches) == 1 else _of_many(batches, held)
    return Notice(title, text, shown.id, len(batches))


def _of_one(batch: Batch) -> tuple[str, str]:
    process = plain(translated(batch.process.label))
    title = tr("Practice: {process}", process=process) if batch.server.practice else process
    state = badge(batch).text
    if batch.is_over:
        return title, state
    documents = trn("%n document", "%n documents", len(batch.documents))
    return title, tr("{state} · {documents}", state=state, documents=documents)


def _of_many(batches: Collection[Batch], needing: Collection[Batch]) -> tuple[str, str]:
    finished = len(batches) - len(needing)
    title = trn("%n batch finished", "%n batches finished", finished)
    if needing:
        needs_you = trn("%n needs you", "%n need you", len(needing))
        alone = trn("%n batch needs you", "%n batches need you", len(needing))
        title = tr("{ended}, {needs_you}", ended=title, needs_you=needs_you) if finished else alone
    partly = sum(one.state is BatchState.PARTLY_DONE for one in batches)
    if partly:
        words = trn(
            "%n of them is not complete. Open SignDesk to see it.",
            "%n of them are not complete. Open SignDesk to see them.",
            partly,
        )
        return title, words
    return title, tr("Open SignDesk to see them.")
