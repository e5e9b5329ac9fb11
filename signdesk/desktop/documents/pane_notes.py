"""What the left pane shows while no document is there, the line about what was left out, and the
lines around the primary button: how far the check has come, with the way to stop it; and what is left out of
the order, since the process has had it before, with the way to order it all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from signdesk.desktop.batches.parts import ProgressLine
from signdesk.desktop.i18n.language import bind_text, joined, tr, trn
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.icons import Picture
from signdesk.desktop.toolkit.text import Role, button_text, label, plain
from signdesk.desktop.toolkit.tokens import RADIUS_CARD, SPACE_4, SPACE_8, SPACE_12, SPACE_24
from signdesk.domain.servers import ProcessKind

_CENTRE = Qt.AlignmentFlag.AlignHCenter
MOST_LINES = 1000


class EmptyIntake(QWidget):
    """One picture, one sentence, one button; in practice mode also a link to the samples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_button = button(tr("Add files…"), "outline")
        self.samples_link = button(tr("Use the sample documents"), "link")
        heading = label(tr("Drop documents here"), Role.HEADING)
        sentence = label(
            tr("PDF, Word, XML or any other file.\nFolders work too, and so does Ctrl+V."),
            Role.MUTED,
            wrap=True,
        )
        sentence.setAlignment(_CENTRE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_12, SPACE_24, SPACE_12)
        layout.setSpacing(SPACE_8)
        layout.addStretch(1)
        layout.addWidget(Picture("document", "accent", 56), 0, _CENTRE)
        layout.addSpacing(SPACE_8)
        layout.addWidget(heading, 0, _CENTRE)
        layout.addWidget(sentence)
        layout.addSpacing(SPACE_4)
        layout.addWidget(self.add_button, 0, _CENTRE)
        layout.addWidget(self.samples_link, 0, _CENTRE)
        layout.addStretch(1)
        self.samples_link.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed place to drop on."""
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours.line), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)


class NoteLine(QWidget):
    """One line about the last drop ("3 files were left out"), its particulars unfolding in place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label("", Role.MUTED, wrap=True)
        self._more = button(tr("Show which"), "link")
        self._hide = button(tr("Hide"), "link")
        bind_text(self._hide.setAccessibleName, tr("Hide this note"))
        self._lines = QPlainTextEdit()
        self._lines.setReadOnly(True)
        self._lines.setAcceptDrops(False)
        self._lines.setTabChangesFocus(True)
        bind_text(self._lines.setAccessibleName, tr("What was left out"))
        links = QVBoxLayout()
        links.setSpacing(0)
        links.addWidget(self._more, 0, Qt.AlignmentFlag.AlignRight)
        links.addWidget(self._hide, 0, Qt.AlignmentFlag.AlignRight)
        links.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(SPACE_4)
        top.addWidget(self._text, 1)
        top.addLayout(links)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        layout.addLayout(top)
        layout.addWidget(self._lines)
        self._more.clicked.connect(self.toggle)
        self._hide.clicked.connect(self.clear)
        self.clear()

    def show_note(self, text: str, lines: Sequence[str] = (), *, warn: bool = False) -> None:
        """Shows the note, as a warning where something was left out; `lines` are kept folded."""
        self._text.set_role(Role.NEEDS if lines or warn else Role.MUTED)
        self._text.show_text(text)
        shown = [plain(line) for line in lines[:MOST_LINES]]
        if len(lines) > MOST_LINES:
            shown.append(tr("and {count} more", count=len(lines) - MOST_LINES))
        bind_text(self._lines.setPlainText, joined("\n", *shown))
        self._lines.setFixedHeight(self._lines.fontMetrics().lineSpacing() * min(6, len(shown) + 1) + 12)
        self._lines.hide()
        bind_text(self._more.setText, tr("Show which"))
        self._more.setVisible(bool(lines))
        self.show()

    def clear(self) -> None:
        """Takes the note away."""
        self._text.show_text("")
        self.hide()

    def text(self) -> str:
        """What is shown."""
        return self._text.text()

    def toggle(self) -> None:
        """Unfolds or folds the particulars."""
        folded = self._lines.isHidden()
        self._lines.setVisible(folded)
        bind_text(self._more.setText, tr("Show less") if folded else tr("Show which"))


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
        bind_text(self.again_link.setText, button_text(_again_text(kind, known)))
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
        bind_text(self.stop_button.setAccessibleName, tr("Stop checking"))
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
