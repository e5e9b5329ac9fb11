"""The window: header, banners, the two panes or the start page, and what concerns the window as a whole.

Emits wishes; what they lead to is the controller's. Closing is a wish too: `close_for_real` ends it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from signdesk.desktop.batches.board import Board
from signdesk.desktop.batches.card_texts import Tone, server_name
from signdesk.desktop.comparison.page import ComparePage
from signdesk.desktop.comparison.values import Compared
from signdesk.desktop.connections.start_page import StartPage
from signdesk.desktop.documents.drops import FileDrops, FilesIntoFields, elsewhere_text, haul
from signdesk.desktop.documents.view import IntakeView
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.header import Banner, Header, HeaderActions
from signdesk.desktop.main_window.panes import Panes, packed, restore
from signdesk.desktop.main_window.shortcuts import WindowKey, WindowShortcut, add_shortcuts
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.accessibility import announce
from signdesk.desktop.toolkit.text import plain
from signdesk.domain.servers import Server
from signdesk.jobs.batch_store import BatchChange, BatchStore

LOW_PX = 480
START_SIZE = QSize(1180, 760)
FRAME = QSize(8, 40)  # about what a window manager puts around it
SMALLEST_SIZE = QSize(360, 260)


def utc_now() -> datetime:
    """The present time, aware."""
    return datetime.now(UTC)


class MainWindow(QWidget):
    """The one window of the program."""

    paths_dropped = Signal(object)  # list[Path], dropped or pasted anywhere in the window
    practice_requested = Signal()
    change_requested = Signal()  # a server that is not set up yet
    settings_requested = Signal()
    help_requested = Signal()
    close_requested = Signal()
    quit_requested = Signal()  # the program's end, where closing may only hide the window
    woken = Signal()  # the window has the keyboard again, after another program had it

    def __init__(
        self, store: BatchStore, *, now: Callable[[], datetime] = utc_now, home: Path | None = None
    ) -> None:
        super().__init__()
        self._store = store
        self._may_close = False
        self._has_servers = False
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("SignDesk")
        self.setMinimumSize(SMALLEST_SIZE)
        self.header = Header(
            HeaderActions(
                self.show_pane,
                self.practice_requested.emit,
                self.change_requested.emit,
                self.settings_requested.emit,
            )
        )
        self.practice_banner = Banner(closable=False)
        self.banner = Banner(closable=True)
        self.settings_banner = Banner(closable=False)
        self.lasting_banner = Banner(closable=False)  # a question: stays until it was answered
        self.intake = IntakeView(home=home)
        self.board = Board(store, now)
        self.panes = Panes(self.intake, self.board, self.header, START_SIZE.width())
        self.beside = self.panes.beside
        self.start_page = StartPage(home)
        self.compare_page = ComparePage(self.leave_comparison)
        self._lay_out()
        self._drops = FileDrops(self, self._take)
        self._connect()
        self._add_shortcuts()
        self._files_into_fields = FilesIntoFields(self)
        self.resize(START_SIZE.boundedTo(self.screen().availableSize() - FRAME))
        self.set_server(None)

    def set_server(self, server: Server | None, text: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        """Shows which server is used and how it is; None shows the start page instead of the panes."""
        practice = server is not None and server.practice
        self.practice_banner.setVisible(practice)
        self.intake.set_practice(practice)
        if server is None:
            self.header.show_server("", tone)
        else:
            good = Tone.DONE if practice and not text else tone
            self.header.show_server(text or server_name(server), good)
        self.start_page.offer_way_back(False)
        self._show_page(self.panes if server is not None else self.start_page)

    def show_server_state(self, text: str, tone: Tone) -> None:
        """News about the server in use; leaves everything else where it is."""
        self.header.show_server(text, tone)

    def show_start_page(self) -> None:
        """To choose another server, with a way back; what is under way goes on."""
        self.start_page.offer_way_back(True)
        self.start_page.show_problem("")
        self._show_page(self.start_page)
        self.start_page.show_form()

    def show_comparison(self, compared: Compared) -> None:
        """A document that the server changed, in the place of both panes (`ComparePage`)."""
        if self._pages.currentWidget() is self.start_page:
            return
        self._show_page(self.compare_page)
        self.compare_page.setGeometry(self._pages.rect())  # its shape depends on it
        self.compare_page.show_compared(compared)
        self.compare_page.focus_first()

    def leave_comparison(self) -> None:
        """Back to the batches."""
        self._show_page(self.panes)
        self.show_pane("batches")
        self.board.focus_first()

    def leave_start_page(self) -> None:
        """Back to the panes, and nothing has changed."""
        self._show_page(self.panes)
        self._first_region()

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        if page is self.panes:
            self.start_page.leave()
        else:
            self.beside.close_preview()
        if page is not self.compare_page:
            self.compare_page.put_away()
        self._offer_change()
        self._fit()

    def offer_servers(self, servers: Sequence[tuple[str, str]], used: str) -> None:
        """Ids and names of those that can be changed to (`Header.offer_servers`)."""
        self._has_servers = bool(servers)
        self.header.offer_servers(servers, used)
        self._offer_change()

    def _offer_change(self) -> None:
        self.header.offer_change(self._pages.currentWidget() is self.panes or self._has_servers)

    def show_connect_problem(self, text: str, *, retry: bool = False) -> None:
        """One sentence in the start page's form; "" takes it away. `retry`: the keyring can be asked."""
        self.start_page.show_problem(text, retry=retry)

    def show_banner(
        self,
        text: str,
        tone: Tone = Tone.NEEDS,
        verb: str = "",
        act: Callable[[], object] = lambda: None,
    ) -> None:
        """Trouble that belongs to no single batch, with at most one button, which calls `act`."""
        self.banner.show_text(text, tone, verb, act)

    def show_lasting_banner(self, text: str, verb: str, act: Callable[[], object]) -> None:
        """What a person has to answer: nobody can hide it, and no other message takes its place."""
        self.lasting_banner.show_text(text, Tone.NEEDS, verb, act)

    def show_settings_slip(self, text: str, open_file: Callable[[], object]) -> None:
        """A line of the settings that cannot be read: stays until it is mended."""
        self.settings_banner.show_text(text, Tone.NEEDS, tr("Open the file"), open_file)

    def banner_text(self) -> str:
        """What the banner says, or "" where there is none."""
        return "" if self.banner.isHidden() else plain(self.banner.text.shown(), lines=True)

    def clear_banner(self) -> None:
        """Takes the banner away."""
        self.banner.clear()

    def show_note(self, text: str, lines: Sequence[str] = (), *, warn: bool = False) -> None:
        """A line about the last drop, which is said, too; on the start page, where no list is, a banner."""
        self.intake.show_note(text, lines, warn=warn)
        if self._pages.currentWidget() is self.start_page:
            self.show_banner(text)
        else:
            announce(self, text)

    def show_pane(self, pane: str) -> None:
        """Brings "documents" or "batches" to the front (`Panes.show_pane`)."""
        self.panes.show_pane(pane)

    def come_back(self) -> None:
        """In front and with the keyboard, from wherever it was hidden or minimized."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def is_looked_at(self) -> bool:
        """Whether it, or a dialog of it, has the keyboard."""
        return self.isVisible() and not self.isMinimized() and QApplication.activeWindow() is not None

    def close_for_real(self) -> None:
        """Closes without asking."""
        self._may_close = True
        self.close()

    def state(self) -> bytes:
        """Place, size and the panes' shares, for `restore`."""
        return packed(self, self.panes)

    def restore(self, state: bytes) -> bool:
        """Takes over what `state` gave; False, and nothing changed, for anything else."""
        return restore(self, self.panes, state)

    def changeEvent(self, event: QEvent) -> None:
        """Files may have changed while a person worked elsewhere."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.woken.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks the controller first: batches may be under way."""
        if self._may_close:
            self.beside.shut()
            self.compare_page.shut()
            event.accept()
            return
        event.ignore()
        self.close_requested.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins where the work begins."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self._first_region()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One pane or two."""
        super().resizeEvent(event)
        self._fit()

    def paste(self) -> None:
        """As a drop of what is on the clipboard."""
        held = QGuiApplication.clipboard().mimeData()
        if held is None or not self._take(held):
            self.show_note(tr("There are no files on the clipboard. Copy files, then press Ctrl+V."))

    def undo(self) -> None:
        """The last removal that a line in sight offers to undo. A text field that has the keyboard takes the
        key itself.
        """
        offered = [one for one in (self.intake.undo_bar, self.board.undo_bar) if one.is_offered()]
        if offered:
            max(offered, key=lambda one: one.number).undo()

    def _take(self, mime: QMimeData) -> bool:
        found = haul(mime)
        if not found.is_something:
            return False
        if found.elsewhere:
            self.show_note(elsewhere_text(found), warn=True)
        else:
            self.intake.clear_note()
        if found.paths:
            self.paths_dropped.emit(list(found.paths))
        self.show_pane("documents")
        return True

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.panes)
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self.compare_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        banners = (self.settings_banner, self.lasting_banner, self.banner)
        for part in (self.practice_banner, self.header, *banners):
            layout.addWidget(part)
        layout.addWidget(self._pages, 1)
        self.practice_banner.show_text(tr("Practice: test seals only, no legal effect"), Tone.NEEDS)

    def _connect(self) -> None:
        self.start_page.practice_button.clicked.connect(self.practice_requested)
        self.start_page.back_link.clicked.connect(self.leave_start_page)
        self.intake.model.changed.connect(self._show_counts)
        self._store.subscribe(self._batches_changed)

    def _add_shortcuts(self) -> None:
        intake, panes = self.intake, self.panes
        add_shortcuts(
            self,
            (
                WindowShortcut(WindowKey.ADD, self._choose_files, panes),
                WindowShortcut(WindowKey.PASTE, self.paste, self),
                WindowShortcut(WindowKey.UNDO, self.undo, panes),
                WindowShortcut(WindowKey.SEAL, intake.seal, intake.seal_button, also="Ctrl+Enter"),
                WindowShortcut(WindowKey.NEXT_PANE, self._next_region, self, also="Shift+F6"),
                WindowShortcut(WindowKey.FIND, self._find, panes),
                WindowShortcut(WindowKey.SETTINGS, self.settings_requested.emit, self),
                WindowShortcut(WindowKey.HELP, self.help_requested.emit, self),
                WindowShortcut(WindowKey.QUIT, self.quit_requested.emit, self),
            ),
        )

    def _choose_files(self) -> None:
        """For the list, which comes to the front for it."""
        self.show_pane("documents")
        self.intake.files_requested.emit()

    def _first_region(self) -> None:
        page = self._pages.currentWidget()
        if page is self.compare_page:
            self.compare_page.focus_first()
        else:
            (self.start_page if page is self.start_page else self.intake).focus_first()

    def _find(self) -> None:
        if self.board.search.isHidden():
            return
        self.show_pane("batches")
        self.board.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.board.search.selectAll()

    def _next_region(self) -> None:
        """F6: from the documents to the batches, or their preview, and back."""
        if self._pages.currentWidget() is self.panes:
            self.panes.next_region()
        else:
            self._first_region()

    def _fit(self) -> None:
        """Both panes, or the one in front with a switch in the header."""
        self.header.set_roomy(self.height() >= theme.sizes().scaled(LOW_PX))
        self.panes.fit(in_front=self._pages.currentWidget() is self.panes)

    def _batches_changed(self, changes: Sequence[BatchChange]) -> None:
        if any(one.before is None or one.batch is None for one in changes):
            self._show_counts()

    def _show_counts(self) -> None:
        count = self.intake.model.rowCount()
        self.header.show_counts(count, len(self._store))
        self.start_page.show_waiting_documents(count)
