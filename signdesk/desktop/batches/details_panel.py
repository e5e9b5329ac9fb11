"""Technical detail of a batch: folded away, plain, to be read or copied by those who understand it."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from signdesk.desktop.batches.card_texts import HELD
from signdesk.desktop.batches.support_text import support_text
from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.toolkit.text import plain
from signdesk.domain.batches import Batch, BatchState

MOST_LINES = 9


class DetailsPanel(QWidget):
    """Hidden until `toggle`; empty for a batch without any trouble."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batch: Batch | None = None
        self._text: QPlainTextEdit | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_detail(self, batch: Batch) -> None:
        """Takes over a newer value."""
        self._batch = batch
        if not self.has_detail():
            self.hide()
        if not self.isHidden():
            self._fill()

    def has_detail(self) -> bool:
        """Whether there is something that a technician would want."""
        batch = self._batch
        return batch is not None and (batch.state in (*HELD, BatchState.PARTLY_DONE) or bool(batch.detail))

    def tab_chain(self) -> tuple[QWidget, ...]:
        """What takes the keyboard."""
        return (self._text,) if self._text is not None else ()

    def toggle(self) -> None:
        """Unfolds or folds."""
        unfold = self.isHidden()
        if unfold:
            self._fill()
        self.setVisible(unfold)

    def _fill(self) -> None:
        if self._text is None:
            self._text = QPlainTextEdit()
            self._text.setReadOnly(True)
            self._text.setAcceptDrops(False)
            self._text.setTabChangesFocus(True)
            bind_text(self._text.setAccessibleName, tr("Technical details"))
            self._layout.addWidget(self._text)
        lines = support_text(self._batch).split("\n") if self._batch else []
        text = "\n".join(plain(line) for line in lines)
        if text != self._text.toPlainText():
            self._text.setPlainText(text)
            self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * MOST_LINES + 16)
