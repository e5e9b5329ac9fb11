"""What the steps of the first start have in common: a box with a picture, a heading and its number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from signdesk.desktop.i18n.language import tr
from signdesk.desktop.toolkit.icons import Picture
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import SPACE_12, SPACE_20

STEPS = 3


class StepBox(QFrame):
    """`step`: its number, or 0 where it is none of them. What belongs into it goes into `column`."""

    def __init__(self, icon: str, heading: str, step: int = 0) -> None:
        super().__init__()
        self.setProperty("surface", "box")
        self.heading = label(heading, Role.HEADING, wrap=True)
        self.number = label(tr("Step {step} of {steps}", step=step, steps=STEPS), Role.MUTED)
        self.number.setVisible(bool(step))
        above = QHBoxLayout()
        above.addWidget(Picture(icon, "accent", 36))
        above.addStretch(1)
        above.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE_20, SPACE_20, SPACE_20, SPACE_20)
        self.column.setSpacing(SPACE_12)
        self.column.addLayout(above)
        self.column.addWidget(self.heading)
