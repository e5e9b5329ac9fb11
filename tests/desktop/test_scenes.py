"""In every state of the window: each control has a name and a role, and what is written can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QColor, QImage, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from devtools.gallery.drawing import SCENES, put_away, settle
from signdesk.desktop import roles, theme
from signdesk.desktop.drops import DropVeil
from signdesk.desktop.text import Label
from tests.desktop.states import controls

SCHEMES = (theme.Scheme.LIGHT, theme.Scheme.DARK, theme.Scheme.HIGH_CONTRAST)
SHARP = 2  # device pixels for each pixel, so that letters have a colour of their own
LEAST, LEAST_LARGE = 4.5, 3.0  # WCAG 2.2, 1.4.3
NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client)


@pytest.fixture(params=SCENES)
def scene(request: pytest.FixtureRequest, app: QApplication) -> Iterator[QWidget]:
    roles.name_roles()  # as the program does when it starts
    made = SCENES[request.param]()
    made.show()
    settle()
    yield made
    put_away(made)


@pytest.fixture
def back_to_light(app: QApplication) -> Iterator[None]:
    yield
    theme.apply(app, theme.Scheme.LIGHT)


def test_every_control_has_a_name_and_a_role(scene: QWidget) -> None:
    every = controls(scene)
    assert every
    nameless = []
    for one in every:
        heard = QAccessible.queryAccessibleInterface(one)
        if not heard.text(QAccessible.Text.Name).strip() or heard.role() in NO_ROLES:
            nameless.append(f"{type(one).__name__} {one.objectName()}, {heard.role()}")
    assert nameless == []


def test_everything_written_can_be_read(scene: QWidget, app: QApplication, back_to_light: None) -> None:
    """Also after the colours have changed while it was open. What lies behind the veil is not to be read."""
    if any(veil.isVisible() for veil in scene.findChildren(DropVeil)):
        return
    for scheme in SCHEMES:
        theme.apply(app, scheme)
        settle()
        shown = QPixmap(scene.size() * SHARP)
        shown.setDevicePixelRatio(SHARP)
        scene.render(shown)
        picture = shown.toImage().convertToFormat(QImage.Format.Format_RGB32)
        weak = [f"{scheme}: {told}" for told in faint(scene, picture)]
        assert weak == []


def faint(window: QWidget, picture: QImage) -> Iterator[str]:
    for one in window.findChildren(QWidget):
        if not isinstance(one, Label | QAbstractButton | QLineEdit | QComboBox):
            continue
        words = one.property("text") or one.property("currentText")
        seen = one.visibleRegion().boundingRect()
        if not words or not one.isEnabled() or seen.size() != one.size():
            continue
        area = QRect(one.mapTo(window, QPoint(0, 0)), one.size())
        found = contrast_in(picture.copy(QRect(area.topLeft() * SHARP, area.size() * SHARP)))
        large = one.font().pixelSize() >= 24 or (one.font().pixelSize() >= 18.5 and one.font().bold())
        if found < (LEAST_LARGE if large else LEAST):
            yield f"{words}: {found:.1f}"


def contrast_in(part: QImage) -> float:
    """Between the commonest colour and what stands out from it most, single pixels aside."""
    colours = Counter(memoryview(bytes(part.constBits())).cast("I"))
    ground = colours.most_common(1)[0][0]
    return max(
        (
            theme.contrast(QColor(colour).name(), QColor(ground).name())
            for colour, count in colours.most_common(40)
            if count >= SHARP * SHARP
        ),
        default=1.0,
    )
