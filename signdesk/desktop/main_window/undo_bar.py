"""The line that offers to undo the last removal. It has a row of its own below the list, and no countdown."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from signdesk.desktop.i18n.language import bind_text, joined, tr
from signdesk.desktop.toolkit.accessibility import announce
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.formats import key_text
from signdesk.desktop.toolkit.text import Role, explain, label, tool_tip
from signdesk.desktop.toolkit.tokens import SPACE_4, SPACE_8, SPACE_12

_numbers = count(1)


class UndoBar(QWidget):
    """Stays until the next removal from the same list, "Undo", its cross, or the end of the window.

    `side_px`, `bottom_px`: the room around it. `over`: the last removal can no longer be undone, or was.
    `focus_list` is called when the keyboard was here, and belongs into the list now.
    """

    over = Signal()

    def __init__(
        self,
        focus_list: Callable[[], object],
        *,
        side_px: int = 0,
        bottom_px: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._focus_list = focus_list
        self._undo: Callable[[], object] | None = None
        self.number = 0  # the later the removal, the higher
        self.text = label("", Role.SMALL, wrap=True)
        self.undo_button = button(tr("Undo"), "link")
        explain(self.undo_button, key_text("Ctrl+Z"))
        self.hide_button = button(tr("×"), "link")
        bind_text(self.hide_button.setAccessibleName, tr("Hide this line"))
        bind_text(self.hide_button.setToolTip, tool_tip(tr("Hide this line")))
        frame = QFrame()
        frame.setObjectName("undo")
        around = QHBoxLayout(self)
        around.setContentsMargins(side_px, 0, side_px, bottom_px)
        around.addWidget(frame)
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(SPACE_12, SPACE_4, SPACE_8, SPACE_4)
        layout.setSpacing(SPACE_4)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.undo_button)
        layout.addWidget(self.hide_button)
        self.undo_button.clicked.connect(self.undo)
        self.hide_button.clicked.connect(self.forget)
        self.hide()

    def offer(self, text: str, undo: Callable[[], object]) -> None:
        """What was removed, and what brings it back. An earlier offer ends."""
        self.forget()
        self._undo, self.number = undo, next(_numbers)
        self.text.show_text(text)
        self.show()
        announce(self, joined(". ", text.rstrip("."), tr("Undo: {keys}", keys=key_text("Ctrl+Z"))))

    def is_offered(self) -> bool:
        """Whether it is in sight, and something can be brought back."""
        return self._undo is not None and self.isVisible()

    def undo(self) -> None:
        """Brings back what was removed last."""
        undo = self._undo
        self._end(undo)

    def forget(self) -> None:
        """The removal stands."""
        self._end(None)

    def _end(self, act: Callable[[], object] | None) -> None:
        if self._undo is None:
            return
        focus = self.window().focusWidget()
        had_keyboard = focus is not None and self.isAncestorOf(focus)
        self._undo = None
        self.hide()
        if act is not None:
            act()
        if had_keyboard:
            self._focus_list()
        self.over.emit()
