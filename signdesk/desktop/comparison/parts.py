"""The line above the pages: which page is looked at, what is said of it, the next change, and the size; and
the drawn parts of the column beside them: a row for pages, and the lines of facts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from signdesk.desktop.comparison.values import Line, PageRun
from signdesk.desktop.i18n.language import bind_text, joined, tr
from signdesk.desktop.preview.bar import zoom_text
from signdesk.desktop.preview.layout import Fit
from signdesk.desktop.toolkit.controls import Chip, button
from signdesk.desktop.toolkit.formats import key_text
from signdesk.desktop.toolkit.icons import Picture
from signdesk.desktop.toolkit.layouts import FlowLayout
from signdesk.desktop.toolkit.text import Label, Role, button_text, elided_label, explain, label, plain
from signdesk.desktop.toolkit.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16

ICON_PX = 14


class PageRow(QPushButton):
    """What was found on some pages; pressed or reached with the arrows, they are shown. One of several."""

    def __init__(self, run: PageRun) -> None:
        super().__init__()
        self.run = run
        self.setProperty("look", "row")
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # so that the arrows go from one to the next
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_4, SPACE_8, SPACE_4, SPACE_8)
        layout.setSpacing(SPACE_8)
        name = label(run.name, Role.STRONG, wrap=True)
        value = label(run.value, Role.BODY, wrap=True)
        layout.addWidget(Picture(run.icon, run.tone.value, ICON_PX))
        layout.addWidget(name, 2)
        layout.addWidget(value, 3)
        for one in (name, value):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bind_text(self.setAccessibleName, plain(joined(": ", run.name, run.value)))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Room for its words."""
        inside = self.layout()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Its words are wrapped."""
        inside = self.layout()
        return inside.minimumSize() if inside is not None else super().minimumSizeHint()


class WrappedLink(QPushButton):
    """A link whose words go on in the next line where the room ends."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "link")
        self.setAutoDefault(False)
        self._words = label("", Role.ACCENT, wrap=True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, SPACE_4, SPACE_4, SPACE_4)
        layout.addWidget(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """What it leads to."""
        self._words.show_text(text)
        bind_text(self.setAccessibleName, plain(text))

    def changeEvent(self, event: QEvent) -> None:
        """What cannot be pressed looks so."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._words.set_role(Role.ACCENT if self.isEnabled() else Role.MUTED)

    def sizeHint(self) -> QSize:
        """Room for its words."""
        inside = self.layout()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Its words are wrapped."""
        inside = self.layout()
        return inside.minimumSize() if inside is not None else super().minimumSizeHint()


class Facts(QWidget):
    """Lines of facts below each other: icon, name, the fact, and a sentence of it."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_8)
        self._grid.setVerticalSpacing(SPACE_8)
        self._grid.setColumnStretch(2, 1)
        self._parts: list[QWidget] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Exactly these."""
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        for number, line in enumerate(lines):
            self._add(2 * number, line, last=number == len(lines) - 1)

    def texts(self) -> list[str]:
        """All that stands in it, line by line."""
        return [part.text() for part in self._parts if isinstance(part, Label)]

    def _add(self, row: int, line: Line, *, last: bool) -> None:
        name, value = label(line.name, Role.MUTED), label(line.value, Role.BODY, wrap=True)
        bind_text(value.setAccessibleName, plain(joined(": ", line.name, line.value)))
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(value)
        top = Qt.AlignmentFlag.AlignTop
        picture = Picture(line.icon, line.tone.value, ICON_PX)
        name.setContentsMargins(0, 1, 0, 0)  # smaller letters, on the same line as the fact
        self._parts += [picture, name, value]
        if line.more:
            more = label(line.more, _role(line), wrap=True)
            told.addWidget(more)
            self._parts.append(more)
        self._grid.addWidget(picture, row, 0, top)
        self._grid.addWidget(name, row, 1, top)
        self._grid.addLayout(told, row, 2)
        if not last:
            rule = separator()
            self._parts.append(rule)
            self._grid.addWidget(rule, row + 1, 0, 1, 3)


def separator() -> QFrame:
    """A thin line across."""
    made = QFrame()
    made.setObjectName("rule")
    made.setFixedHeight(1)
    return made


def box(*, edge: str = "") -> tuple[QFrame, QVBoxLayout]:
    """A card; `edge`: the property by which its left edge has a colour."""
    made = QFrame()
    made.setProperty("surface", "box")
    if edge:
        made.setProperty("edge", edge)
    inside = QVBoxLayout(made)
    inside.setContentsMargins(SPACE_16, SPACE_12, SPACE_12, SPACE_12)
    inside.setSpacing(SPACE_8)
    return made, inside


def _role(line: Line) -> Role:
    return {"needs": Role.NEEDS, "error": Role.ERROR}.get(line.tone.value, Role.MUTED)


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
        bind_text(self.fit.setText, button_text(text))
        bind_text(self.fit.setAccessibleName, tr("Size: {size}", size=text))
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
        bind_text(made.setAccessibleName, name)
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
