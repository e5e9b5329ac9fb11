"""What was sent beside what came back: the pages of one document that the server changed, with marks where
they differ. Takes the whole window below its header. Draws values; what is compared was found before.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signdesk.desktop.comparing.side import Side
from signdesk.desktop.controls import button
from signdesk.desktop.language import show, tr, translated
from signdesk.desktop.text import Role, elided_label, label, plain
from signdesk.desktop.tokens import SPACE_8, SPACE_12, SPACE_20
from signdesk.domain.batches import BatchDocument
from signdesk.domain.page_comparison import PageComparison, PageFinding, PageState


class ComparePage(QWidget):
    """`show_document` begins; `back_wanted` is Esc or the button."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = button(tr("Back to the batches"), "outline")
        self.next_button = button(tr("Next change"), "link")
        self.title = elided_label("", Role.HEADING, middle=True)
        self.told = label("", Role.BODY, wrap=True)
        self.sent = Side(tr("What you sent"))
        self.returned = Side(tr("What came back"))
        self._changes: tuple[PageFinding, ...] = ()
        self._at = 0
        self._lay_out()
        self.back_button.clicked.connect(self.back_wanted)
        self.next_button.clicked.connect(self.next_change)

    def show_document(self, one: BatchDocument, sent: Path | None, returned: Path) -> None:
        """`sent`: None where the document as it was sent is not there any more."""
        name = one.document.name
        found = one.comparison or PageComparison()
        self.title.show_text(name)
        self.told.show_text(translated(one.message or one.seal))
        show(self.setAccessibleName, tr("Comparison of {name}", name=plain(name)))
        self._changes = tuple(page for page in found.pages if page.state is not PageState.SAME)
        self._at = 0
        self.next_button.setVisible(len(self._changes) > 1)
        marks = {page.returned - 1: page.rectangles for page in found.pages if page.returned}
        before = {page.sent - 1: page.rectangles for page in found.pages if page.sent}
        self.sent.show_file(sent, name, before, self._place(0)[0])
        self.returned.show_file(returned, name, marks, self._place(0)[1])

    def next_change(self) -> None:
        """The next page that differs to the top of both sides; after the last one the first."""
        if self._changes:
            self._at = (self._at + 1) % len(self._changes)
            sent, returned = self._place(self._at)
            self.sent.go_to(sent)
            self.returned.go_to(returned)

    def focus_first(self) -> None:
        """Puts the keyboard where the arrows scroll."""
        for part in (self.returned.pages, self.sent.pages, self.back_button):
            if not part.isHidden():
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def put_away(self) -> None:
        """Nothing of the documents stays, and the processes that drew them end."""
        for side in (self.sent, self.returned):
            side.put_away()

    def shut(self) -> None:
        """As `put_away`, at the window's end."""
        for side in (self.sent, self.returned):
            side.shut()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _place(self, change: int) -> tuple[int, int]:
        """The pages, from 0, to look at for a change; of a new page the one before it was sent."""
        if change >= len(self._changes):
            return 0, 0
        one = self._changes[change]
        returned = one.returned or one.sent or 1
        return (one.sent or returned) - 1, returned - 1

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_12)
        head.addWidget(self.back_button)
        head.addWidget(self.title, 1)
        head.addWidget(self.next_button)
        sides = QHBoxLayout()
        sides.setSpacing(SPACE_12)
        sides.addWidget(self.sent, 1)
        sides.addWidget(self.returned, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_12)
        layout.setSpacing(SPACE_8)
        layout.addLayout(head)
        layout.addWidget(self.told)
        layout.addLayout(sides, 1)
