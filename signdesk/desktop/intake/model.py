"""The list of documents for the next batch: rows as frozen values. No drawing, no disk, no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from signdesk.desktop.formats import size_text
from signdesk.desktop.language import tr, trn
from signdesk.desktop.text import plain, tool_tip
from signdesk.domain.documents import Document

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: being checked, ready to send (`document`), or not to be sent (`problem`)."""

    path: Path
    name: str
    size_bytes: int | None = None
    document: Document | None = None
    problem: str | None = None
    checking: bool = False
    remark: str = ""

    @property
    def note(self) -> str:
        """What is known of it, in full."""
        if self.checking:
            return tr("Being checked…")
        if self.problem is not None:
            return self.problem
        if self.remark:
            return self.remark
        return size_text(self.size_bytes) if self.size_bytes is not None else ""

    @property
    def short_note(self) -> str:
        """The second line: of a problem the first sentence, which says what is wrong."""
        if self.problem is None or self.checking:
            return self.note
        return self.problem.partition(". ")[0].rstrip(".")


class Rejected(Protocol):
    """What intake says of a file that cannot be sent (`storage.intake.Problem` fits)."""

    @property
    def path(self) -> Path: ...
    @property
    def name(self) -> str: ...
    @property
    def size_bytes(self) -> int | None: ...
    @property
    def reason(self) -> str: ...


class IntakeModel(QAbstractListModel):
    """Rows in the order in which they were added, every path once. `changed` follows every change."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._places: dict[Path, int] = {}

    def add_checking(self, paths: Iterable[Path]) -> None:
        """Shows at once what was dropped; a path that is listed already is checked anew in its place."""
        self._put([Row(path, path.name or str(path), checking=True) for path in paths])

    def set_taken(
        self, asked: Iterable[Path], documents: Iterable[Document], problems: Iterable[Rejected]
    ) -> None:
        """The answer of intake for the paths that were `asked` for; a folder's row gives way to its files.

        A row that was removed while it was being checked stays removed.
        """
        found = [_document_row(one) for one in documents]
        found += [Row(one.path, one.name, one.size_bytes, problem=one.reason) for one in problems]
        listed = set(asked)
        waited_for = {path for path in listed if self._is_checking_at(path)}
        self._take_out(waited_for - {row.path for row in found})
        self._put([row for row in found if row.path not in listed or row.path in waited_for])

    def add_documents(self, documents: Iterable[Document]) -> None:
        """Documents known from before, for example those of a batch that are to be sent again."""
        self._put([_document_row(one) for one in documents])

    def set_remarks(self, remarks: Mapping[str, str]) -> None:
        """What is worth knowing about documents that can be sent, by their SHA-256; others lose theirs."""
        for place, row in enumerate(self._rows):
            remark = remarks.get(row.document.sha256, "") if row.document is not None else ""
            if remark != row.remark:
                self._rows[place] = replace(row, remark=remark)
                self.dataChanged.emit(self.index(place), self.index(place))

    def give_up(self, asked: Iterable[Path]) -> None:
        """Checking was broken off: its rows vanish."""
        self._take_out({path for path in asked if self._is_checking_at(path)})
        self.changed.emit()

    def remove(self, rows: Iterable[int]) -> None:
        """Takes out the rows with these numbers."""
        self._take_out({self._rows[row].path for row in rows if 0 <= row < len(self._rows)})
        self.changed.emit()

    def remove_documents(self, documents: Iterable[Document]) -> None:
        """After sealing began: takes out exactly what went into the batch."""
        gone = set(documents)
        self._take_out({row.path for row in self._rows if row.document in gone})
        self.changed.emit()

    def clear(self) -> None:
        """Empties the list."""
        self.beginResetModel()
        self._rows, self._places = [], {}
        self.endResetModel()
        self.changed.emit()

    def rows(self) -> tuple[Row, ...]:
        """All rows, in order."""
        return tuple(self._rows)

    def documents(self) -> tuple[Document, ...]:
        """What would be sent, in order."""
        return tuple(row.document for row in self._rows if row.document is not None)

    def is_checking(self) -> bool:
        """Whether some rows are not known yet."""
        return any(row.checking for row in self._rows)

    def summary(self) -> str:
        """ "5 documents, 6.2 MB; 1 will not be sent": counts all rows, sizes of what would be sent."""
        if not self._rows:
            return ""
        total = sum(one.size_bytes for one in self.documents())
        text = trn("%n document", "%n documents", len(self._rows)) + ", " + size_text(total)
        bad = sum(row.problem is not None for row in self._rows)
        checking = sum(row.checking for row in self._rows)
        if bad:
            text += "; " + trn("%n will not be sent", "%n will not be sent", bad)
        if checking:
            text += "; " + trn("%n being checked", "%n being checked", checking)
        return text

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature, never changed
        """Qt: a flat list."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the name, the whole row under ROW_ROLE, and one sentence for a screen reader."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return plain(row.name)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip("\n".join(part for part in (str(row.path), row.problem or "") if part))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{plain(row.name)}, {plain(row.note)}"
        return None

    def _put(self, rows: Sequence[Row]) -> None:
        """Replaces rows of the same path in place and appends the others in one go."""
        added: dict[Path, Row] = {}
        first, last = len(self._rows), -1
        for row in rows:
            place = self._places.get(row.path)
            if place is None:
                added[row.path] = row
            else:
                self._rows[place] = row
                first, last = min(first, place), max(last, place)
        if last >= 0:
            self.dataChanged.emit(self.index(first), self.index(last))
        if added:
            start = len(self._rows)
            self.beginInsertRows(QModelIndex(), start, start + len(added) - 1)
            self._places.update((path, start + number) for number, path in enumerate(added))
            self._rows.extend(added.values())
            self.endInsertRows()
        self.changed.emit()

    def _take_out(self, paths: set[Path]) -> None:
        if not paths:
            return
        for first, last in reversed(_runs(sorted(self._places[path] for path in paths))):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        self._places = {row.path: place for place, row in enumerate(self._rows)}

    def _is_checking_at(self, path: Path) -> bool:
        place = self._places.get(path)
        return place is not None and self._rows[place].checking


def _document_row(document: Document) -> Row:
    return Row(document.path, document.name, document.size_bytes, document)


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as (first, last)."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and place == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
