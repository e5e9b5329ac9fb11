"""In every state of the window each control has a name and a role."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from devtools.gallery.drawing import SCENES, put_away, settle
from signdesk.desktop.toolkit.accessibility import name_roles
from tests.desktop.states import controls

NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client)


@pytest.fixture(params=SCENES)
def scene(request: pytest.FixtureRequest, app: QApplication) -> Iterator[QWidget]:
    name_roles()  # as the program does when it starts
    made = SCENES[request.param]()
    made.show()
    settle()
    yield made
    put_away(made)


@pytest.mark.sampled(3)
def test_every_control_has_a_name_and_a_role(scene: QWidget) -> None:
    every = controls(scene)
    assert every
    nameless = []
    for one in every:
        heard = QAccessible.queryAccessibleInterface(one)
        if not heard.text(QAccessible.Text.Name).strip() or heard.role() in NO_ROLES:
            nameless.append(f"{type(one).__name__} {one.objectName()}, {heard.role()}")
    assert nameless == []
