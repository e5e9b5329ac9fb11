"""A question in place: one sentence with its verbs, where the wish was made. No dialog above a dialog."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.i18n.language import bind_text
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import SPACE_8, SPACE_12


class InlinePrompt(QFrame):
    """Hidden until `ask`. Escape, another question and the end of the dialog are no answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        theme.mark(self, "tone", Tone.NEEDS.value)
        self.text = label("", Role.SMALL, wrap=True)
        self._verbs = QHBoxLayout()
        self._verbs.setSpacing(SPACE_8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self.text)
        layout.addLayout(self._verbs)
        self._answer: asyncio.Future[str | None] | None = None
        self._back: QWidget | None = None
        self.buttons: list[QPushButton] = []
        self.hide()

    async def ask(self, text: str, verbs: Sequence[tuple[str, str]]) -> str | None:
        """The id of the chosen verb. The keyboard goes to the first one, and back where it was."""
        self.dismiss()
        self._answer = answer = asyncio.get_running_loop().create_future()
        window = self.window()
        self._back = window.focusWidget()
        self.text.show_text(text)
        self._offer(verbs)
        bind_text(self.setAccessibleName, self.text.shown())
        bind_text(self.buttons[0].setAccessibleDescription, self.text.shown())
        self.show()
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        try:
            chosen: str | None = await answer
            return chosen
        finally:
            if self._answer is answer:
                self._put_away()

    @property
    def is_asking(self) -> bool:
        """Whether somebody waits for an answer."""
        return self._answer is not None

    def dismiss(self) -> None:
        """No answer."""
        self._choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends the question and not the dialog."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            event.accept()
            return
        super().keyPressEvent(event)

    def _offer(self, verbs: Sequence[tuple[str, str]]) -> None:
        while self._verbs.count():
            self._verbs.takeAt(0)
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        self.buttons = []
        for verb_id, words in verbs:
            made = button(words, "" if self.buttons else "outline")
            made.clicked.connect(lambda _checked=False, chosen=verb_id: self._choose(chosen))
            self._verbs.addWidget(made)
            self.buttons.append(made)
        self._verbs.addStretch(1)

    def _choose(self, verb_id: str | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(verb_id)
            self._put_away()

    def _put_away(self) -> None:
        self._answer = None
        back, self._back = self._back, None
        had_keyboard = (
            self.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        )
        self.hide()
        if had_keyboard and back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
