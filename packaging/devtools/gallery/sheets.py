"""Contact sheets: many small pictures side by side, each with its name, for looking through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

COLUMNS, ROWS = 3, 3
CELL_WIDTH, CELL_HEIGHT, NAME_HEIGHT, GAP = 760, 490, 24, 16


def sheet(title: str, pictures: Mapping[str, QPixmap]) -> Iterator[QPixmap]:
    """As many sheets as it takes, at most 2400 pixels wide."""
    cells = list(pictures.items())
    for begin in range(0, len(cells), COLUMNS * ROWS):
        yield _drawn(title, cells[begin : begin + COLUMNS * ROWS])


def _drawn(title: str, cells: list[tuple[str, QPixmap]]) -> QPixmap:
    rows = -(-len(cells) // COLUMNS)
    width = GAP + COLUMNS * (CELL_WIDTH + GAP)
    made = QPixmap(width, GAP + rows * (NAME_HEIGHT + CELL_HEIGHT + GAP))
    made.fill(QColor("#7a7f87"))
    painter = QPainter(made)
    painter.setPen(QColor("white"))
    for number, (name, picture) in enumerate(cells):
        corner = QPoint(
            GAP + number % COLUMNS * (CELL_WIDTH + GAP),
            GAP + number // COLUMNS * (NAME_HEIGHT + CELL_HEIGHT + GAP),
        )
        painter.drawText(QRect(corner.x(), corner.y(), CELL_WIDTH, NAME_HEIGHT), 0, f"{title}: {name}")
        small = picture.scaled(
            CELL_WIDTH,
            CELL_HEIGHT,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(1)
        painter.drawPixmap(corner + QPoint(0, NAME_HEIGHT), small)
    painter.end()
    return made
