"""The dialog: pages on the left, the chosen one on the right, the way out below. It knows no partner.

Opened with `open()`; every way to close it is a wish (`close_requested`), because something may not be saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from signdesk.desktop.i18n.language import again, bind_text, on_retranslate, tr
from signdesk.desktop.settings.app_info import AppInfo
from signdesk.desktop.settings.diagnostics_page import DiagnosticsPage
from signdesk.desktop.settings.inline_prompt import InlinePrompt
from signdesk.desktop.settings.page import Page
from signdesk.desktop.settings.processes_page import ProcessesPage
from signdesk.desktop.settings.server_page import ServerPage
from signdesk.desktop.settings.table_pages import PrivacyPage, SavingPage, TablePage
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import SPACE_8, SPACE_12, SPACE_16

START_SIZE = QSize(820, 620)
SMALLEST_SIZE = QSize(420, 240)
FRAME = QSize(16, 48)  # about what a window manager puts around it
LIST_PX = 140


class SettingsDialog(QDialog):
    """Its pages, with the list of them on the left."""

    close_requested = Signal()
    page_shown = Signal(object)  # Page

    def __init__(
        self,
        parent: QWidget | None,
        app_info: AppInfo,
        default_folder: Path,
    ) -> None:
        super().__init__(parent)
        bind_text(self.setWindowTitle, tr("Settings"))
        self.setObjectName("window")
        self.setMinimumSize(SMALLEST_SIZE)
        self.general = TablePage(tr("General"), "general")
        self.server = ServerPage()
        self.processes = ProcessesPage()
        self.saving = SavingPage(default_folder, lambda: datetime.now(UTC))
        self.notifications = TablePage(tr("Notifications"), "notifications")
        self.privacy = PrivacyPage()
        self.diagnostics = DiagnosticsPage(app_info)
        self.pages: tuple[Page, ...] = (
            self.general,
            self.server,
            self.processes,
            self.saving,
            self.notifications,
            self.privacy,
            self.diagnostics,
        )
        for page in self.pages:
            page.setParent(self)
            page.hide()
        self.list = QListWidget()
        self.stack = QStackedWidget()
        self.strip = InlinePrompt()
        self.note = label("", Role.MUTED, wrap=True)
        self.close_button = button(tr("Close"))
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_page)
        self.list.itemSelectionChanged.connect(self._show_selected)
        self.close_button.clicked.connect(self.close_requested)
        self.resize(START_SIZE.boundedTo(self.screen().availableSize() - FRAME))
        self.list.setCurrentRow(0)

    def show_page(self, page: Page) -> None:
        """Brings it to the front."""
        if page in self.pages:
            self.list.setCurrentRow(self.pages.index(page))

    def shown_page(self) -> Page:
        """The one in front."""
        return self.pages[self.stack.currentIndex()]

    def show_note(self, text: str) -> None:
        """A line beside the way out, about what happened last."""
        self.note.show_text(text)

    def commit(self) -> None:
        """What was typed last, on whatever page, is said."""
        for page in self.pages:
            page.commit()

    def first_wrong(self) -> Page | None:
        """The first page with something that could not be taken; its row gets the keyboard."""
        for page in self.pages:
            row = page.wrong_row()
            if row is not None:
                self.show_page(page)
                page.make_visible(row)
                row.setFocus(Qt.FocusReason.OtherFocusReason)
                return page
        return None

    def reject(self) -> None:
        """Escape, and the window's cross."""
        self.close_requested.emit()

    def close_for_real(self) -> None:
        """Without asking."""
        self.done(QDialog.DialogCode.Accepted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, and no other one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            if isinstance(focus, QPushButton):
                focus.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def _show_page(self, row: int) -> None:
        if row < 0:
            return
        self.shown_page().commit()
        self.stack.setCurrentIndex(row)
        self.page_shown.emit(self.pages[row])

    def _show_selected(self) -> None:
        """A screen reader selects a line without making it the current one."""
        for index in self.list.selectedIndexes():
            self.list.setCurrentRow(index.row())

    def _titles(self) -> Sequence[str]:
        return [again(page.title) for page in self.pages]

    def _show_titles(self) -> None:
        for row, title in enumerate(self._titles()):
            self.list.item(row).setText(title)
        self._fit_list()

    def _fit_list(self) -> None:
        """Every title whole, in whatever language and letters, beside a scroll bar if need be."""
        room_px = 2 * self.list.frameWidth() + self.list.verticalScrollBar().sizeHint().width()
        wanted = self.list.sizeHintForColumn(0) + room_px
        self.list.setFixedWidth(max(theme.sizes().scaled(LIST_PX), wanted))

    def _lay_out(self) -> None:
        self.list.setObjectName("choices")
        bind_text(self.list.setAccessibleName, tr("Pages"))
        self.list.addItems(self._titles())
        on_retranslate(self._show_titles)
        self.list.setTabKeyNavigation(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for page in self.pages:
            self.stack.addWidget(page)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        side = QFrame()
        side.setObjectName("side")
        inner = QVBoxLayout(side)
        inner.setContentsMargins(SPACE_8, SPACE_12, SPACE_8, SPACE_12)
        inner.addWidget(self.list)
        self._fit_list()
        middle.addWidget(side)
        middle.addWidget(self.stack, 1)
        foot = QFrame()
        foot.setObjectName("foot")
        foot.setProperty("edge", "yes")
        below = QHBoxLayout(foot)
        below.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        below.setSpacing(SPACE_8)
        below.addWidget(self.note, 1)
        below.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(self.strip)
        layout.addWidget(foot)
