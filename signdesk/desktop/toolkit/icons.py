"""Our own icons (resources/icons/*.svg), tinted in a colour of the theme and sharp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from signdesk.desktop.toolkit import theme
from signdesk.resources import resource

_ICON_PIXELS = (16, 20, 24, 32, 48, 64)


def paint_icon(painter: QPainter, name: str, colour: str, area: QRectF) -> None:
    """Draws an icon into `area` (logical pixels); the painter's own scale keeps it sharp."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(_source(name, colour))).render(painter, area)
    painter.restore()


def icon(name: str, colour: str) -> QIcon:
    """An icon for a button; it keeps the colour it was made with."""
    made = QIcon()
    for pixels in _ICON_PIXELS:
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_icon(painter, name, colour, QRectF(0, 0, pixels, pixels))
        painter.end()
        made.addPixmap(pixmap)
    return made


class Picture(QWidget):
    """One icon as a widget, in the colour of a tone. Decoration: words beside it say the same."""

    def __init__(self, name: str, tone: str, size_px: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone, self._size_px = name, tone, size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tone: str) -> None:
        """Changes the picture; nothing happens where it is the same."""
        if (name, tone) != (self._name, self._tone):
            self._name, self._tone = name, tone
            self.update()

    def sizeHint(self) -> QSize:
        """As large as it was asked to be, in proportion to the text."""
        side = theme.sizes().scaled(self._size_px)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the icon over the whole widget."""
        if self._name:
            painter = QPainter(self)
            paint_icon(painter, self._name, theme.colours().tone(self._tone), QRectF(self.rect()))


@lru_cache(maxsize=128)
def _source(name: str, colour: str) -> bytes:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", colour).encode()
