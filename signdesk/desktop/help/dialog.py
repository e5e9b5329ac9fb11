"""The window of the help: it stays open beside the work, and shows what `pages` and `licences` say."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.help.pages import Part, Section, help_sections, parts, versions
from signdesk.desktop.i18n.language import bind_text, on_retranslate, tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.layouts import ScrollColumn
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_20

SIZE = QSize(620, 640)
RING_PX = 2  # around the text while it has the keyboard
FRAME_PX = 60  # what a window manager and a panel may take of the screen's height


class HelpDialog(QDialog):
    """`parts`: the libraries to name."""

    def __init__(self, parent: QWidget | None, parts: Iterable[Part]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        bind_text(self.setWindowTitle, tr("SignDesk help"))
        self._scroll = ScrollColumn(top_px=SPACE_8, bottom_px=SPACE_20, spacing_px=SPACE_8)
        self._scroll.setObjectName("help")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        bind_text(self._scroll.setAccessibleName, tr("Help"))
        self._parts = tuple(parts)
        self._page = QWidget()
        on_retranslate(self.fill)
        self.fill()
        self.close_button = button(tr("Close"))
        self.close_button.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_20 + RING_PX, 0, SPACE_20, SPACE_16)
        foot.addWidget(label(versions(), Role.MUTED, wrap=True), 1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, 0)
        layout.setSpacing(SPACE_12)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(foot)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.close)
        most = self.screen().availableSize()
        self.resize(min(SIZE.width(), most.width()), min(SIZE.height(), most.height() - FRAME_PX))
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self) -> None:
        """All texts anew, in the language of the window."""
        self._page.hide()
        self._page.deleteLater()
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        for section in (*help_sections(), self._about()):
            self._add(section, column)
        column.addWidget(label("\n".join(map(_named, self._parts)), Role.MUTED, wrap=True))
        column.addStretch(1)
        self._scroll.column.addWidget(self._page)
        self._page.show()

    def _add(self, section: Section, column: QVBoxLayout) -> None:
        if column.count():
            column.addSpacing(SPACE_12)
        if section.heading:
            column.addWidget(label(section.heading, Role.HEADING, wrap=True))
        for paragraph in section.paragraphs:
            column.addWidget(label(paragraph, Role.BODY, wrap=True))
        if section.keys:
            grid = QGridLayout()
            grid.setHorizontalSpacing(SPACE_20)
            grid.setVerticalSpacing(SPACE_8)
            grid.setColumnStretch(1, 1)
            for row, (key, does) in enumerate(section.keys):
                grid.addWidget(label(key, Role.STRONG), row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label(does, Role.BODY, wrap=True), row, 1)
            column.addLayout(grid)

    def _about(self) -> Section:
        return Section(
            tr("About SignDesk"),
            [
                tr(
                    "SignDesk uses Qt through PySide6 under the GNU Lesser General Public License, "
                    "version 3. You may exchange these libraries for your own builds of them."
                ),
                tr("It is also made of these libraries:"),
            ],
        )


def _named(part: Part) -> str:
    return f"{part.name} {part.version}" + (f", {part.licence}" if part.licence else "")


class Helping:
    """On the GUI thread, which is the loop's."""

    def __init__(self, window: MainWindow, tasks: TaskOwner) -> None:
        self._window = window
        self._tasks = tasks
        self._dialog: HelpDialog | None = None
        window.help_requested.connect(lambda: tasks.start(self._open(), "open the help"))

    async def _open(self) -> None:
        found = await asyncio.to_thread(parts)
        if self._dialog is None or not shiboken6.isValid(self._dialog):
            self._dialog = HelpDialog(self._window, found)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
