"""The line above the pages: which page is looked at, what is said of it, the next change, and the size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from signdesk.desktop.i18n.language import show, tr
from signdesk.desktop.preview.bar import zoom_text
from signdesk.desktop.preview.layout import Fit
from signdesk.desktop.toolkit.controls import Chip, button
from signdesk.desktop.toolkit.flow_layout import FlowLayout
from signdesk.desktop.toolkit.formats import key_text
from signdesk.desktop.toolkit.text import Role, button_text, elided_label, explain
from signdesk.desktop.toolkit.tokens import SPACE_4, SPACE_8


class Tools(QWidget):
    """`zoom` is called with 1 for larger, -1 for smaller, 0 for the other way to fit; `show_side` with True
    for what came back, where there is room for one side only.
    """

    def __init__(
        self,
        *,
        next_change: Callable[[], object],
        zoom: Callable[[int], object],
        show_side: Callable[[bool], object],
    ) -> None:
        super().__init__()
        self._zoom_by = zoom
        self.page = elided_label("", Role.BODY)
        self.page.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.next_button = button(tr("Next change"), "link")
        self.sent_chip, self.returned_chip = Chip(tr("Sent")), Chip(tr("Came back"))
        self.smaller = self._zoom_button(tr("−"), tr("Smaller"), "Ctrl+-", -1)
        self.fit = self._zoom_button("", "", "Ctrl+0", 0)
        self.larger = self._zoom_button(tr("+"), tr("Larger"), "Ctrl++", 1)
        self._lay_out()
        self.next_button.clicked.connect(lambda: next_change())
        self.sent_chip.clicked.connect(lambda: show_side(False))
        self.returned_chip.clicked.connect(lambda: show_side(True))
        self.show_zoom(Fit.PAGE)

    def show_zoom(self, fit: Fit | float) -> None:
        """On the button between smaller and larger."""
        text = zoom_text(fit)
        show(self.fit.setText, button_text(text))
        show(self.fit.setAccessibleName, tr("Size: {size}", size=text))
        self._zoom.updateGeometry()  # its own layout tells the line around it too late

    def offer_sides(self, *, offered: bool, returned: bool) -> None:
        """The switch between both sides, and which one is shown."""
        self._sides.setVisible(offered)
        (self.returned_chip if returned else self.sent_chip).setChecked(True)

    def offer_next(self, *, offered: bool) -> None:
        """Only where there is more than one change."""
        self.next_button.setVisible(offered)

    def _zoom_button(self, text: str, name: str, keys: str, direction: int) -> QPushButton:
        made = button(text, "link")
        show(made.setAccessibleName, name)
        explain(made, key_text(keys))
        made.clicked.connect(lambda: self._zoom_by(direction))
        return made

    def _lay_out(self) -> None:
        self._sides = _row(self.sent_chip, self.returned_chip)
        group = QButtonGroup(self)
        for chip in (self.sent_chip, self.returned_chip):
            group.addButton(chip)
        self._zoom = _row(self.smaller, self.fit, self.larger)
        self._zoom.setProperty("trailing", True)
        flow = FlowLayout(self, spacing_px=SPACE_8)
        for part in (self._sides, self.page, self.next_button, self._zoom):
            flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE_4)
    for widget in widgets:
        layout.addWidget(widget)
    return holder
