"""The documents of one batch inside its card: the first few as lines, all of them as a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from signdesk.desktop.batches.card_texts import outcome_badge
from signdesk.desktop.i18n.language import again, bind_text, on_retranslate, tr
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.formats import day_text, size_text
from signdesk.desktop.toolkit.icons import Picture
from signdesk.desktop.toolkit.text import Role, elided_label, plain, tool_tip
from signdesk.domain.batches import Batch, BatchDocument
from signdesk.domain.moments import short_clock
from signdesk.domain.page_comparison import comparison_words

PREVIEW_ROWS = 2
MOST_TABLE_ROWS = 8
ROW_HEIGHT_PX = 28
COLUMNS = 5
Index = QModelIndex | QPersistentModelIndex


def preview(batch: Batch) -> tuple[BatchDocument, ...]:
    """The first documents of a finished batch: those that went wrong before the others, three at least
    where there are three or fewer (a link to "1 more" would take as much room).
    """
    bad = [one for one in batch.documents if not one.is_good]
    good = [one for one in batch.documents if one.is_good]
    room = PREVIEW_ROWS + 1 if len(batch.documents) == PREVIEW_ROWS + 1 else PREVIEW_ROWS
    return tuple((bad + good)[:room])


def note(one: BatchDocument) -> str:
    """What is known about one document beyond its outcome."""
    return one.message or one.seal


def short_note(one: BatchDocument) -> str:
    """The same where there is little room: of a good seal only who sealed it, and when."""
    if one.comparison is not None:
        return comparison_words(one.comparison)
    facts = one.facts
    when = facts and (facts.stamped_at or facts.signed_at)
    if one.message or facts is None or not (facts.signer and when):
        return note(one)
    return f"{facts.signer} · {day_text(when)}, {short_clock(when)}"


class OutcomeLine(QFrame):
    """One document: name, who sealed it and when, outcome."""

    def __init__(self, one: BatchDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = elided_label("", Role.SMALL, middle=True)
        self._note = elided_label("", Role.MUTED, middle=True)
        self._picture = Picture("", "neutral", 12)
        self._outcome = elided_label("", Role.MUTED)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 5, 6, 5)
        layout.setSpacing(8)
        for part, share in ((self._name, 1), (self._note, 2)):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            layout.addWidget(part, share)
        last = QHBoxLayout()
        last.setSpacing(5)
        last.addWidget(self._picture)
        last.addWidget(self._outcome, 1)
        layout.addLayout(last)
        self.show_document(one)

    def set_outcome_width(self, width_px: int) -> None:
        """The same for all lines of a card, so that their columns stand below each other."""
        self._outcome.setFixedWidth(width_px)

    def show_document(self, one: BatchDocument) -> None:
        """Changes the line where it differs."""
        badge = outcome_badge(one)
        self._name.show_text(one.document.name)
        self._note.show_text(short_note(one))
        self._picture.show_icon(badge.icon, badge.tone)
        self._outcome.show_text(badge.text)
        self._outcome.set_role(_ROLES.get(badge.tone, Role.MUTED))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line above."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(theme.colours().line))


class OutcomeLines(QWidget):
    """The first documents of a finished batch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[OutcomeLine] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_documents(self, documents: tuple[BatchDocument, ...]) -> None:
        """Changes lines in place; adds or hides what the number asks for."""
        while len(self._lines) < len(documents):
            self._lines.append(OutcomeLine(documents[len(self._lines)]))
            self._layout.addWidget(self._lines[-1])
        for line, one in zip(self._lines, documents, strict=False):
            line.show_document(one)
        width_px = _outcome_width(documents)
        for number, line in enumerate(self._lines):
            line.set_outcome_width(width_px)
            line.setVisible(number < len(documents))


class DocumentsModel(QAbstractTableModel):
    """All documents of a batch: name, size, outcome, what is known, names in the saved ZIP."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents: tuple[BatchDocument, ...] = ()
        on_retranslate(self._say_again)

    def show_documents(self, documents: tuple[BatchDocument, ...]) -> None:
        """Replaces the values; rows stay where they are."""
        if documents == self._documents:
            return
        if len(documents) != len(self._documents):
            self.beginResetModel()
            self._documents = documents
            self.endResetModel()
            return
        self._documents = documents
        self.dataChanged.emit(self.index(0, 0), self.index(len(documents) - 1, COLUMNS - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature, never changed
        """Qt: one row a document."""
        return 0 if parent.isValid() else len(self._documents)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """Qt: see `data`."""
        return 0 if parent.isValid() else COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Qt: the columns' titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: text, tone of the outcome, and the whole text as a tool tip."""
        one = self._documents[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return plain(self._cells(one)[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(self._cells(one)[index.column()])
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 2:
            return QColor(theme.colours().tone(outcome_badge(one).tone))
        return None

    def _say_again(self) -> None:
        """In another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)
        if self._documents:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._documents) - 1, COLUMNS - 1))

    def _cells(self, one: BatchDocument) -> tuple[str, ...]:
        return (
            one.document.name,
            size_text(one.document.size_bytes),
            outcome_badge(one).text,
            again(note(one)),
            ", ".join(one.results),
        )


def _titles() -> tuple[str, ...]:
    return (tr("Name"), tr("Size"), tr("Outcome"), tr("Note"), tr("Saved as"))


class DocumentsTable(QTableView):
    """The table that a card opens in place; beyond MOST_TABLE_ROWS it scrolls inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents = DocumentsModel(self)
        self.setModel(self._documents)
        bind_text(self.setAccessibleName, tr("Documents of this batch"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.viewport().setAutoFillBackground(False)
        # Fixed: ResizeToContents would measure every row (signdesk/README.md, Qt and asyncio)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.sizes().scaled(ROW_HEIGHT_PX))
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_documents(self, documents: tuple[BatchDocument, ...]) -> None:
        """Replaces the values in place."""
        count_before = self._documents.rowCount()
        self._documents.show_documents(documents)
        self.setColumnHidden(4, not any(one.results for one in documents))
        self._share_out()
        if count_before != len(documents):
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Header and up to MOST_TABLE_ROWS rows."""
        rows = min(self._documents.rowCount(), MOST_TABLE_ROWS)
        height = (
            self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize()
        )
        return QSize(300, height + 4)

    def minimumSizeHint(self) -> QSize:
        """As high as its hint, as narrow as need be."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        width = self.viewport().width()
        header = self.horizontalHeader()
        least = [header.sectionSizeHint(column) for column in range(COLUMNS)]  # the titles' own room
        least[1] = max(least[1], theme.sizes().scaled(64))
        shares = (30, 0, 22, 26, 22) if not self.isColumnHidden(4) else (38, 0, 26, 36, 0)
        widths = [max(least[n], (width - least[1]) * share // 100) for n, share in enumerate(shares)]
        widths[4] = 0 if self.isColumnHidden(4) else widths[4]
        widths[0] = max(least[0], width - sum(widths[1:]))
        for column, one in enumerate(widths):
            if not self.isColumnHidden(column):
                self.setColumnWidth(column, one)


def _outcome_width(documents: Iterable[BatchDocument]) -> int:
    """Room for the longest outcome among these."""
    font = QFontMetrics(theme.font(theme.sizes().small_px))
    return max((font.horizontalAdvance(outcome_badge(one).text) for one in documents), default=0) + 8


_ROLES = {"done": Role.DONE, "needs": Role.NEEDS, "error": Role.ERROR}
