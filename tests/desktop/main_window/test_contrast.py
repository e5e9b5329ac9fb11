"""In every scene and colour scheme: all words and icons stand out from what they are drawn on.

What is painted, by whatever widget or delegate, is read from two pictures of the same window: a drawing in
SVG says every text and its colour, and the pixels below it say its ground.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QWidget

from devtools.gallery.drawing import SCENES, put_away, settle
from signdesk.desktop.documents.drops import DropVeil
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.icons import Picture
from tests.desktop.states import place

SCHEMES = (theme.Scheme.LIGHT, theme.Scheme.DARK, theme.Scheme.HIGH_CONTRAST)
SCALE = 3  # so that thin strokes have pixels of their full colour
LARGE_PX, LARGE_BOLD_PX, LEAST_FOR_LARGE = 24, 18.66, 3.0  # WCAG 2.2, "large text"
_NUMBERS = re.compile(r"[-\d.e]+")


@dataclass(frozen=True)
class Word:
    """One piece of text as it was painted; `area` in the window."""

    text: str
    colour: str
    area: QRectF
    large: bool


@pytest.fixture(autouse=True)
def back_to_light(app: QApplication) -> Iterator[None]:
    yield
    theme.apply(app, theme.Scheme.LIGHT)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", SCENES)
def test_everything_written_and_every_icon_can_be_seen(app: QApplication, name: str) -> None:
    """Also after the colours have changed while it was open. What lies behind the veil is not to be read."""
    shown = SCENES[name]()
    shown.show()
    veils = [one for one in shown.findChildren(DropVeil) if one.isVisible()]
    try:
        for scheme in SCHEMES:
            theme.apply(app, scheme)
            settle()
            pixels, on_top = pixels_of(shown), veils[0] if veils else shown
            weak = [*weak_words(in_sight(words_of(on_top), on_top), pixels), *weak_icons(on_top, pixels)]
            assert not weak, "\n".join([str(scheme), *weak])
    finally:
        put_away(shown)


def weak_words(words: list[Word], pixels: QImage) -> list[str]:
    """Those that stand out from their ground too little; there must be some that are seen."""
    seen = {(word.colour, ground_of(word, pixels), word.large): word.text for word in words}
    assert any(ground for _, ground, _ in seen)
    return [
        f"{text!r}: {colour} on {ground}, {theme.contrast(colour, ground):.2f}"
        for (colour, ground, large), text in seen.items()
        if ground and theme.contrast(colour, ground) < (LEAST_FOR_LARGE if large else theme.LEAST_CONTRAST)
    ]


def in_sight(words: list[Word], shown: QWidget) -> list[Word]:
    """Without the rows that are scrolled away: something with other words stands in their place."""
    return [word for word in words if _may_be_of(shown.childAt(word.area.center().toPoint()), word)]


def _may_be_of(widget: QWidget | None, word: Word) -> bool:
    if widget is None:  # the window itself, or outside of it
        return True
    texts = [widget.property(name) for name in ("text", "currentText", "placeholderText")]
    told = [one for one in texts if one]
    return not told or any(word.text[:3] in one for one in told)


def words_of(shown: QWidget) -> list[Word]:
    """All that is painted, also where something else covers it."""
    data = QByteArray()
    buffer = QBuffer(data)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(shown.size())
    generator.setViewBox(shown.rect())
    generator.setResolution(96)
    painter = QPainter(generator)
    shown.render(painter, QPoint(0, 0))
    painter.end()
    return list(_words(ElementTree.fromstring(bytes(data.data()))))  # noqa: S314 - our own


def weak_icons(shown: QWidget, pixels: QImage) -> list[str]:
    """The pictures beside words that stand out from their ground by less than large text has to."""
    found = []
    for one in shown.findChildren(Picture):
        whole = one.visibleRegion().boundingRect() == one.rect()
        colours = _colours(QRectF(place(one, shown)), pixels) if whole else []
        strongest = max((theme.contrast(colours[0], colour) for colour in colours[1:]), default=0.0)
        if 0 < strongest < LEAST_FOR_LARGE:  # 0: one colour only, so it is covered
            found.append(f"an icon on {colours[0]}, {strongest:.2f}")
    return found


def _words(root: ElementTree.Element) -> Iterator[Word]:
    for group in root.iter("{http://www.w3.org/2000/svg}g"):
        for text in group.findall("{http://www.w3.org/2000/svg}text"):
            font = QFont(text.get("font-family", ""))
            font.setPixelSize(round(float(text.get("font-size", "13"))))
            bold = int(text.get("font-weight", "400")) >= QFont.Weight.DemiBold
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            metrics = QFontMetricsF(font)
            words = (text.text or "").strip()
            left, base = float(text.get("x", "0")), float(text.get("y", "0"))
            area = QRectF(left, base - metrics.ascent(), metrics.horizontalAdvance(words), metrics.height())
            numbers = [float(one) for one in _NUMBERS.findall(group.get("transform", ""))]
            placed = QTransform(*numbers).mapRect(area) if len(numbers) == 6 else area
            large = font.pixelSize() >= (LARGE_BOLD_PX if bold else LARGE_PX)
            if words:
                yield Word(words, text.get("fill") or group.get("stroke") or "", placed, large)


def pixels_of(shown: QWidget) -> QImage:
    """As on a screen of SCALE times the pixels."""
    seen = QImage(shown.size() * SCALE, QImage.Format.Format_RGB32)
    seen.setDevicePixelRatio(SCALE)
    seen.fill(Qt.GlobalColor.magenta)
    shown.render(seen)
    return seen


def ground_of(word: Word, pixels: QImage) -> str:
    """The colour around the letters; "" where the letters are not seen: covered, or scrolled away."""
    colours = _colours(word.area, pixels)
    letters = QColor(word.colour).name()
    return next((one for one in colours if one != letters), "") if letters in colours else ""


def _colours(area: QRectF, pixels: QImage) -> list[str]:
    """The most common ones there, most common first."""
    wanted = QRectF(area.topLeft() * SCALE, area.size() * SCALE).toAlignedRect()
    wanted = wanted.intersected(QRect(0, 0, pixels.width(), pixels.height()))
    if wanted.isEmpty():
        return []
    part = pixels.copy(wanted)  # kept: its bits are its own
    counted = Counter(memoryview(part.constBits()).cast("B").cast("I"))
    return [QColor.fromRgb(value).name() for value, _ in counted.most_common(40)]
