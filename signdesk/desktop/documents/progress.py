"""How far the check of what was dropped has come, and the way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signdesk.desktop.batches.parts import ProgressLine
from signdesk.desktop.i18n.language import show, tr
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import SPACE_4


class CheckProgress(QWidget):
    """ "Checking 120 of 300…" with a line and "Stop"; hidden while nothing is checked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", Role.MUTED, wrap=True)
        self.stop_button = button(tr("Stop"), "link")
        show(self.stop_button.setAccessibleName, tr("Stop checking"))
        self._line = ProgressLine()
        top = QHBoxLayout()
        top.setSpacing(SPACE_4)
        top.addWidget(self.words, 1)
        top.addWidget(self.stop_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        layout.addLayout(top)
        layout.addWidget(self._line)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """`done` of `total` files; hidden when all are."""
        self.setVisible(done < total)
        self.words.show_text(tr("Checking {done} of {total}…", done=min(done + 1, total), total=total))
        self._line.setValue(100 * done // max(total, 1))
