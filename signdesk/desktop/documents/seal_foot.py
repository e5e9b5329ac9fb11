"""The lines around the primary button: how far the check has come, with the way to stop it; and what is left
out of the order, since the process has had it before, with the way to order it all the same.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signdesk.desktop.batches.parts import ProgressLine
from signdesk.desktop.i18n.language import joined, show, tr, trn
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.text import Role, button_text, label
from signdesk.desktop.toolkit.tokens import SPACE_4, SPACE_8
from signdesk.domain.servers import ProcessKind


class KnownLine(QWidget):
    """ "11 are sealed already · Seal them again…"; hidden where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.text = label("", Role.MUTED, wrap=True)
        self.again_link = button("", "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.again_link, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_known(self, kind: ProcessKind, known: int, unsure: int, *, can_again: bool) -> None:
        """`unsure` of `known`: what came of them nobody knows."""
        had_focus = self.again_link.hasFocus()
        sure = _sure_text(kind, known - unsure) if known > unsure else ""
        ordered = trn("%n is ordered already", "%n are ordered already", unsure) if unsure else ""
        self.text.show_text(joined(", ", sure, ordered))
        show(self.again_link.setText, button_text(_again_text(kind, known)))
        self.again_link.setEnabled(can_again)
        self.setVisible(known > 0)
        if had_focus and not known:
            self.focusNextChild()


def _sure_text(kind: ProcessKind, count: int) -> str:
    if kind is ProcessKind.VALIDATE:
        return trn("%n is checked already", "%n are checked already", count)
    if kind is ProcessKind.TIMESTAMP:
        return trn("%n is time-stamped already", "%n are time-stamped already", count)
    return trn("%n is sealed already", "%n are sealed already", count)


def _again_text(kind: ProcessKind, count: int) -> str:
    if kind is ProcessKind.VALIDATE:
        return tr("Check it again…") if count == 1 else tr("Check them again…")
    if kind is ProcessKind.TIMESTAMP:
        return tr("Time-stamp it again…") if count == 1 else tr("Time-stamp them again…")
    return tr("Seal it again…") if count == 1 else tr("Seal them again…")


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
