from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from signdesk.desktop.toolkit.icons import Picture, icon
from signdesk.resources import resource

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    image = icon(name, "#B3261E").pixmap(64, 64).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    solid = [pixel for pixel in pixels if pixel.alpha() == 255]
    assert solid
    reddish = [pixel for pixel in solid if pixel.red() > 150 and pixel.green() < 80]
    assert len(reddish) == len(solid)


def test_a_picture_has_the_size_asked_for(app: QApplication) -> None:
    assert Picture("check", "done", 26).sizeHint().width() == 26 * app.font().pixelSize() // 13
