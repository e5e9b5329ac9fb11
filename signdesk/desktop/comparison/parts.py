"""The drawn parts of the column beside the pages: a row for pages, and the lines of facts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from signdesk.desktop.comparison.values import Line, PageRun
from signdesk.desktop.i18n.language import joined, show
from signdesk.desktop.toolkit.icons import Picture
from signdesk.desktop.toolkit.text import Label, Role, label, plain
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
        show(self.setAccessibleName, plain(joined(": ", run.name, run.value)))
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
        show(self.setAccessibleName, plain(text))

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
        show(value.setAccessibleName, plain(joined(": ", line.name, line.value)))
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
