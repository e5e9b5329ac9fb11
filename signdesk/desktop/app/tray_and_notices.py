"""What goes on while nobody looks at the window: the icon beside the clock, notifications, staying awake."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from signdesk.desktop.app.notifications import BatchNotifications, Notice
from signdesk.desktop.app.tray import Standing, Tray, TrayIcon
from signdesk.desktop.batches.card_texts import is_active, needs_person
from signdesk.desktop.i18n.language import on_retranslate, tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit.text import plain
from signdesk.domain.batches import Batch, BatchState
from signdesk.domain.settings import Notifications
from signdesk.jobs.batch_store import BatchChange, BatchStore
from signdesk.platform.freedesktop import FreedesktopNotifications
from signdesk.platform.sleep_inhibitor import SleepInhibitor

LOOK_MS = 3_000  # how soon the window is back when the place for icons has gone
_NOT_AT_WORK = frozenset([BatchState.WAITING, BatchState.NEEDS_YOU])


class TrayAndNotices(QObject):
    """Hears of every batch from the store, one change at a time, so that news costs the same however many
    there are. On the GUI thread.
    """

    _unsaid = Signal(str, str)  # title, text; from the thread of notifications, as the next one
    _clicked = Signal()

    def __init__(
        self,
        window: MainWindow,
        store: BatchStore,
        edge: TrayIcon,
        awake: SleepInhibitor,
        look_ms: int = LOOK_MS,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._awake = awake
        self._tray = Tray(
            edge, open_window=window.come_back, leave=window.quit_requested.emit, told=self._follow_notice
        )
        self._running: set[str] = set()
        self._at_work: set[str] = set()
        self._active: set[str] = set()
        self._needs_you: set[str] = set()
        self._told: Notice | None = None
        self._bus = FreedesktopNotifications(self._unsaid.emit, self._clicked.emit)
        self._unsaid.connect(self._say_otherwise, Qt.ConnectionType.QueuedConnection)
        self._clicked.connect(self._follow_notice, Qt.ConnectionType.QueuedConnection)
        self.notifying = BatchNotifications(
            batch=store.get,
            is_running=store.is_running,
            is_looked_at=window.is_looked_at,
            deliver=self._deliver,
            parent=self,
        )
        self._looking = QTimer(self)
        self._looking.setInterval(look_ms)
        self._looking.timeout.connect(self._look)
        self._stop_listening = store.subscribe(self._changed)
        on_retranslate(self._draw_again)

    def apply(self, wanted: Notifications) -> None:
        """What the settings say, at once."""
        self.notifying.level = wanted.show
        self._tray.set_wanted(wanted.tray)
        if self._looking.isActive():
            self._look()

    def can_hide(self) -> bool:
        """Whether there is an icon now through which the window can be had back."""
        return self._tray.is_there()

    def hide_window(self) -> bool:
        """Goes on without it; False, and it stays, where there is no icon."""
        if not self.can_hide():
            return False
        self._window.hide()
        self._looking.start()
        return True

    def close(self) -> None:
        """At the program's end."""
        self._stop_listening()
        self._looking.stop()
        self._awake.set_wanted(False)
        self._bus.close()
        self._tray.set_wanted(False)

    def _draw_again(self) -> None:
        """In another language."""
        self._tray.draw()

    def _look(self) -> None:
        """A window that is hidden with no icon left could never be had back."""
        if self._window.isVisible():
            self._looking.stop()
        elif not self.can_hide():
            self._looking.stop()
            self._window.come_back()

    def _changed(self, changes: Sequence[BatchChange]) -> None:
        for one in changes:
            self._count(one)
        self._awake.set_wanted(bool(self._at_work))
        self._tray.show_standing(Standing(len(self._active), len(self._needs_you)))

    def _count(self, change: BatchChange) -> None:
        batch_id, batch, running = change.batch_id, change.batch, change.is_running
        for those, fits in (
            (self._at_work, batch is not None and is_at_work(batch, running=running)),
            (self._active, batch is not None and running and is_active(batch, running=running)),
            (self._needs_you, batch is not None and needs_person(batch, running=running)),
        ):
            (those.add if fits else those.discard)(batch_id)
        if running:
            self._running.add(batch_id)
        elif batch_id in self._running:
            self._running.discard(batch_id)
            self.notifying.ended(batch_id)

    def _deliver(self, notice: Notice) -> None:
        self._told = notice
        if not self._bus.say(plain(notice.title), notice.text, tr("Open SignDesk")):
            self._say_otherwise(notice.title, notice.text)

    def _say_otherwise(self, title: str, text: str) -> None:
        """Through the icon, else by the window's place in the task bar."""
        if not self._tray.say(title, text):
            QApplication.alert(self._window)

    def _follow_notice(self) -> None:
        """To the window, at the batch that was told of."""
        self._window.come_back()
        if self._told is not None:
            self._window.show_pane("batches")
            self._window.board.reveal(self._told.batch_id)


def is_at_work(batch: Batch, *, running: bool) -> bool:
    """Whether it transfers, or the server seals. A batch that waits for a server that is away lets the
    computer sleep: it goes on after waking (`jobs.clock`). `running`: it has a job.
    """
    return running and not batch.is_over and batch.state not in _NOT_AT_WORK
