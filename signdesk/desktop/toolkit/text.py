"""The one place where labels are made: always plain text, with hidden characters made visible.

QLabel and tool tips guess rich text; a file name or server text holding an ``<img>`` would be loaded. A name
may also hold control characters, or direction marks that make ``gpj.exe`` read as ``exe.jpg``; both become
visible marks here.
"""

from __future__ import annotations

import html
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget  # noqa: TID251 - made plain here

from signdesk.desktop.i18n.language import bind_text, bound_text, passing_on
from signdesk.domain.documents import shown_name, visible

LONGEST_TEXT = 4000


class Role(StrEnum):
    """What a text is for; `theme` decides size, weight and colour."""

    BODY = "body"
    STRONG = "strong"
    HEADING = "heading"
    MUTED = "muted"
    SMALL = "small"
    NEEDS = "needs"
    ERROR = "error"
    DONE = "done"
    ACCENT = "accent"


@passing_on
def plain(text: str, *, lines: bool = False) -> str:
    """`text` with control and direction characters made visible, at most LONGEST_TEXT characters.

    `lines`: keep line breaks (in sentences of our own making); names never hold any.
    """
    bounded = shown_name(text[:LONGEST_TEXT])
    if len(text) > LONGEST_TEXT:
        bounded += "…"
    return visible(bounded, lines=lines)


@passing_on
def button_text(text: str) -> str:
    """Text for buttons and menus, where a single ``&`` would become an underline."""
    return plain(text).replace("&", "&&")


@passing_on
def tool_tip(text: str) -> str:
    """Text for `setToolTip`: escaped, and marked as rich text so that Qt cannot guess otherwise."""
    if not text:
        return ""
    escaped = html.escape(plain(text, lines=True)).replace("\n", "<br>")
    return f"<qt><p style='white-space:pre-wrap'>{escaped}</p></qt>"


def explain(widget: QWidget, text: str) -> None:
    """A tool tip, and the same words for those who hear the window: they would hear the tool tip's marks."""
    bind_text(widget.setToolTip, tool_tip(text))
    bind_text(widget.setAccessibleDescription, plain(text, lines=True))


class Label(QLabel):
    """A label that shows what it is given as plain text."""

    def __init__(self, text: str, role: Role, *, wrap: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        self.setWordWrap(wrap)
        self._given = ""
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Shows `text`; a repetition costs nothing."""
        text = bound_text(self.show_text, text)
        changed, self._given = text != self._given, text
        if changed:
            self.setText(plain(text, lines=True))

    def shown(self) -> str:
        """What it was given: unlike `text`, it can be said again in another language."""
        return self._given

    def set_role(self, role: Role) -> None:
        """Changes colour and weight."""
        if self.property("role") != role.value:
            self.setProperty("role", role.value)
            self.style().unpolish(self)
            self.style().polish(self)


class WholeLabel(Label):
    """Several lines that never get less height than they need, however low the window is: what is above or
    below gives way, or is scrolled.
    """

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need more lines."""
        super().resizeEvent(event)
        self.ask_for_room()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.ask_for_room()

    def show_text(self, text: str) -> None:
        """As `Label`."""
        super().show_text(text)
        self.ask_for_room()

    def ask_for_room(self) -> None:
        """After it was allowed, or forbidden, to wrap."""
        needed_px = max(0, self.heightForWidth(self.width()))  # -1 where it may not wrap
        if self.minimumHeight() != needed_px:
            self.setMinimumHeight(needed_px)


class SteadyLabel(Label):
    """For a text that changes every second: keeps its size while the text fits, because a label of Qt has all
    that is around it laid out anew at every text.
    """

    _room_px = -1  # for letters; none yet

    def show_text(self, text: str) -> None:
        """As `Label`."""
        super().show_text(text)
        self._keep_size()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._room_px = -1
            self._keep_size()

    def _keep_size(self) -> None:
        """A width that is a letter too large stays."""
        needed_px = self.fontMetrics().horizontalAdvance(self.text())
        if 0 <= self._room_px - needed_px <= self.fontMetrics().averageCharWidth():
            return
        self._room_px = needed_px
        self.setMinimumSize(0, 0)  # which the hint of a label would keep to
        self.setFixedSize(self.sizeHint())


class ElidedLabel(Label):
    """One line that gives way: shortened in the middle or at the end, the whole in its tool tip."""

    def __init__(self, text: str, role: Role, mode: Qt.TextElideMode, parent: QWidget | None = None) -> None:
        self._mode = mode
        super().__init__(text, role, wrap=False, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws as much of the text as fits."""
        painter = QPainter(self)
        line = self.text().replace("\n", " ")
        shown = self.fontMetrics().elidedText(line, self._mode, self.contentsRect().width())
        flags = int(QStyle.visualAlignment(self.layoutDirection(), self.alignment()))
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            flags,
            self.palette(),
            self.isEnabled(),
            shown,
            QPalette.ColorRole.WindowText,
        )

    def event(self, event: QEvent) -> bool:
        """The tool tip is needed only where something was left out."""
        if event.type() == QEvent.Type.ToolTip:
            cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
            explain(self, self._given if cut else "")
        return bool(super().event(event))


def label(
    text: str = "", role: Role = Role.BODY, *, wrap: bool = False, parent: QWidget | None = None
) -> Label:
    """A plain-text label. `wrap` breaks lines between words."""
    made = Label(text, role, wrap=wrap, parent=parent)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        made.setMinimumWidth(40)
    return made


def elided_label(
    text: str = "",
    role: Role = Role.BODY,
    *,
    middle: bool = False,
    parent: QWidget | None = None,
) -> ElidedLabel:
    """A label of one line that is shortened to the room it gets (`middle` keeps a file's ending)."""
    mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
    return ElidedLabel(text, role, mode, parent)
