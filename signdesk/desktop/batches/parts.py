"""The drawn parts of a card: its frame, badge, row of stages, line of progress."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from signdesk.desktop.batches.card_texts import Badge, Tone
from signdesk.desktop.batches.stages import Stage, StageState
from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.icons import Picture, paint_icon
from signdesk.desktop.toolkit.text import Role, WholeLabel
from signdesk.desktop.toolkit.tokens import CARD_EDGE, RADIUS_CARD

PROGRESS_HEIGHT_PX = 6
LARGEST_RADIUS_PX = 14  # of a badge of several lines
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class CardFrame(QFrame):
    """Surface, line, an edge in the colour of `tone`, and a ring while it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone = Tone.NEUTRAL
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As above."""
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(outline, RADIUS_CARD, RADIUS_CARD)
        painter.fillPath(shape, QColor(colours.surface))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawPath(shape)
        painter.save()
        painter.setClipRect(QRectF(0, 0, CARD_EDGE, self.height()))
        painter.fillPath(shape, QColor(colours.tone(self.tone)))
        painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent_text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(outline.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hides the focus."""
        super().focusOutEvent(event)
        self.update()


class BadgeWords(WholeLabel):
    """One line where there is room for it, else as many as it takes."""

    def sizeHint(self) -> QSize:
        """In one line."""
        margins = self.contentsMargins()
        width_px = self.fontMetrics().horizontalAdvance(self.text()) + margins.left() + margins.right()
        return QSize(width_px + 2, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a word, where it may wrap."""
        return QSize(60, self.fontMetrics().height()) if self.wordWrap() else self.sizeHint()


class BadgeFrame(QFrame):
    """A state as a pill: icon, word and tint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("badge")
        self._picture = Picture("", "neutral", 13)
        self.words = BadgeWords("", Role.STRONG, wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(9, 3, 10, 3)
        layout.setSpacing(5)
        layout.addWidget(self._picture)
        layout.addWidget(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def may_give_way(self, *, yes: bool) -> None:
        """Whether its words may go on in further lines."""
        self.words.setWordWrap(yes)
        self.words.ask_for_room()
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Maximum if yes else policy.Fixed, policy.Fixed)

    def show_badge(self, badge: Badge) -> None:
        """Changes word, icon and tint where they differ."""
        self.words.show_text(badge.text)
        self._picture.show_icon(badge.icon, badge.tone)
        if self.property("tone") != badge.tone.value:
            theme.mark(self, "tone", badge.tone.value)
            theme.mark(self.words, "tone", badge.tone.value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pill. A style sheet draws corners as squares when its radius exceeds half the height."""
        colours, tone = theme.colours(), str(self.property("tone"))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.tone(tone)), 1) if colours.flat else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.tint(tone)))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = min(area.height() / 2, theme.sizes().scaled(LARGEST_RADIUS_PX))
        painter.drawRoundedRect(area, radius, radius)


class ProgressLine(QProgressBar):
    """A thin line, filled as far as was measured. Shown only where something was measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setRange(0, 100)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bind_text(self.setAccessibleName, tr("Progress"))

    def sizeHint(self) -> QSize:
        """Thin."""
        return QSize(120, theme.sizes().scaled(PROGRESS_HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        """Thin, and as narrow as need be."""
        return QSize(20, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track and fill, both rounded."""
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        radius = area.height() / 2
        painter.setPen(QPen(QColor(colours.line), 1) if colours.flat else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(area, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.value() > 0:
            filled = QRectF(area)
            filled.setWidth(max(area.height(), area.width() * self.value() / 100))
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(filled, radius, radius)


class StageRow(QWidget):
    """Sent > Accepted > Sealing > Fetched > Saved; only the present word where the room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: tuple[Stage, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stages(self, stages: tuple[Stage, ...]) -> None:
        """Changes the row where it differs."""
        if stages == self._stages:
            return
        self._stages = stages
        now = [number for number, one in enumerate(stages, 1) if one.state in _PRESENT]
        if now:
            name = stages[now[0] - 1].text
            text = tr("Step {number} of {total}: {name}", number=now[0], total=len(stages), name=name)
            bind_text(self.setAccessibleName, text)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, theme.sizes().scaled(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circles, words, and lines between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dot, pad = theme.sizes().scaled(14), theme.sizes().scaled(6)
        words = self._fitting_words(dot, pad)
        widths = [dot + (pad + _width(word, one) if word else 0) for word, one in words]
        gap = (self.width() - sum(widths)) / max(1, len(widths) - 1)
        left = 0.0
        middle = self.height() / 2
        for number, ((word, one), width) in enumerate(zip(words, widths, strict=True)):
            _paint_dot(painter, QRectF(left, middle - dot / 2, dot, dot), one.state)
            painter.setFont(_font(one))
            painter.setPen(QColor(_word_colour(one.state)))
            painter.drawText(QRectF(left + dot + pad, 0, width, self.height()), _LEFT, word)
            left += width
            if number < len(widths) - 1 and gap > 12:
                painter.setPen(QPen(QColor(theme.colours().line), 1))
                painter.drawLine(int(left + 8), int(middle), int(left + gap - 8), int(middle))
            left += gap

    def _fitting_words(self, dot: int, pad: int) -> list[tuple[str, Stage]]:
        whole = sum(dot + pad + _width(one.text, one) for one in self._stages)
        if whole + 16 * len(self._stages) <= self.width():
            return [(one.text, one) for one in self._stages]
        return [(one.text if one.state in _PRESENT else "", one) for one in self._stages]


_PRESENT = (StageState.NOW, StageState.HELD)


def _font(stage: Stage) -> QFont:
    return theme.font(theme.sizes().small_px, strong=stage.state in _PRESENT)


def _width(word: str, stage: Stage) -> int:
    return QFontMetrics(_font(stage)).horizontalAdvance(word) + 2


def _word_colour(state: StageState) -> str:
    return theme.colours().text if state in _PRESENT else theme.colours().muted


def _paint_dot(painter: QPainter, area: QRectF, state: StageState) -> None:
    colours = theme.colours()
    painter.save()
    if state is StageState.DONE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.done))
        painter.drawEllipse(area)
        inset = area.width() * 0.2
        paint_icon(painter, "check", colours.surface, area.adjusted(inset, inset, -inset, -inset))
    else:
        ring = {StageState.NOW: colours.accent_text, StageState.HELD: colours.needs}.get(state, colours.muted)
        width = 2.0 if state in _PRESENT else 1.2
        painter.setPen(QPen(QColor(ring), width))
        painter.setBrush(QColor(colours.accent_tint if state is StageState.NOW else colours.surface))
        painter.drawEllipse(area.adjusted(1, 1, -1, -1))
    painter.restore()
