"""The list of documents for the next batch, for Qt: frozen values in order. No drawing and no disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from signdesk.desktop.documents.columns import SortKey, sort_value
from signdesk.desktop.documents.settling import Conditions, settled
from signdesk.desktop.documents.summary import Counts, counted, summary_text
from signdesk.desktop.documents.values import Row, SealedRemark, checked_row
from signdesk.desktop.i18n.language import joined, on_retranslate, tr
from signdesk.desktop.toolkit.text import plain, tool_tip
from signdesk.domain.connections import split
from signdesk.domain.documents import Document, RejectReason, safe_name, shown_name
from signdesk.jobs.preflight import Checked
from signdesk.storage.intake import Problem

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class IntakeModel(QAbstractListModel):
    """Rows in the order in which they were added, every path once. `changed` follows every change, however
    many rows it is about. Rows are changed in their place, so that selection and focus stay.
    """

    changed = Signal()
    ordered = Signal(object)  # list[Path]: what is about to leave the list since it is ordered now
    removed = Signal(object)  # list[tuple[int, Row]]: what a person took out, with the places where it was

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._places: dict[Path, int] = {}
        self._conditions = Conditions()
        self.counts: Counts = counted(())
        self._batches = 1
        on_retranslate(self._say_again)

    # ---- what comes in ----------------------------------------------------------------------------------

    def add_checking(
        self,
        paths: Iterable[Path],
        given_names: Mapping[Path, str] | None = None,
        insisted_for: Mapping[Path, str] | None = None,
    ) -> None:
        """Shows at once what was dropped; a path that is listed already is checked anew in its place.
        `given_names`: the names under which new ones are to be sent; `insisted_for`: the SHA-256 of those
        that are to be sent anyway.
        """
        names, forced = given_names or {}, insisted_for or {}
        self._put([self._waiting(path, names.get(path, ""), forced.get(path, "")) for path in paths])

    def set_checked(
        self, checked: Iterable[Checked], remarks: Mapping[str, SealedRemark] | None = None
    ) -> None:
        """What came of files that were being checked. One that was removed meanwhile stays removed."""
        rows = [
            checked_row(one, self._rows[self._places[one.result.path]])
            for one in checked
            if self.is_checking_at(one.result.path)
        ]
        self._put([_with_remark(row, remarks or {}) for row in rows])

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Files, known or new, that cannot be sent."""
        self._put([checked_row(Checked(one), self._at(one.path)) for one in problems])

    def set_remarks(self, remarks: Mapping[str, SealedRemark]) -> None:
        """Which documents the process has had before, by their SHA-256; others lose their remark."""
        self._put([_with_remark(row, remarks) for row in self._rows])

    def set_conditions(self, conditions: Conditions) -> None:
        """What the server takes, and what the process does."""
        if conditions != self._conditions:
            self._conditions = conditions
            self._put([])

    def stop_checking(self, paths: Iterable[Path] | None = None) -> None:
        """What was not checked yet, among `paths` or at all, stays and says so."""
        text = tr("The check was stopped before it came to this file. Check it again to send it.")
        among = None if paths is None else set(paths)
        unknown = [row for row in self._rows if row.checking and (among is None or row.path in among)]
        self._put(
            [replace(row, checking=False, problem=text, trouble=RejectReason.NOT_CHECKED) for row in unknown]
        )

    def give_up(self, asked: Iterable[Path]) -> None:
        """Rows that are still waiting to be checked vanish: they were something else, a folder say."""
        self._take_out({path for path in asked if self.is_checking_at(path)})

    # ---- what a person does -----------------------------------------------------------------------------

    def insist(self, rows: Iterable[int], *, on: bool = True) -> None:
        """ "Send anyway", and taking that back."""
        chosen = [self._rows[row] for row in rows]
        self._put([_insisted(row, on=on) for row in chosen if row.is_doubtful])

    def rename(self, row: int, name: str) -> None:
        """Sent under this name, made legal; the file's ending stays. "" or its own name: as the file is."""
        old = self._rows[row]
        wanted = name.strip()
        ending = Path(shown_name(old.name)).suffix
        if wanted and ending and not wanted.lower().endswith(ending.lower()):
            wanted += ending
        given = safe_name(wanted) if wanted and wanted != ending else ""
        self._put([replace(old, given_name="" if given == safe_name(old.name) else given)])

    def remove(self, rows: Iterable[int]) -> None:
        """Takes out the rows with these numbers."""
        self._remove({row for row in rows if 0 <= row < len(self._rows)})

    def remove_bad(self) -> None:
        """Takes out everything that will not be sent."""
        self._remove({place for place, row in enumerate(self._rows) if row.is_bad})

    def put_back(self, removed: Sequence[tuple[int, Row]]) -> None:
        """What `removed` told of, where it was; a file that was added again meanwhile stays as it is now."""
        missing = [(place, row) for place, row in removed if row.path not in self._places]
        for first, last in _runs([place for place, _ in missing]):
            start = min(first, len(self._rows))
            rows = [row for place, row in missing if first <= place <= last]
            self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
            self._rows[start:start] = rows
            self.endInsertRows()
        if missing:
            self._find_places()
            self._settle(list(self._rows))
        self._count()

    def remove_documents(self, documents: Iterable[Document]) -> None:
        """After sealing began: takes out exactly what went into the batch."""
        asked = {one.path for one in documents}
        gone = {row.path for row in self._rows if row.path in asked and row.can_be_sent}
        self.ordered.emit(list(gone))
        self._take_out(gone)

    def clear(self) -> None:
        """Empties the list."""
        self._take_out(set(self._places))

    def sort_by(self, key: SortKey, *, descending: bool = False) -> None:
        """Once: what is added later comes last again. Rows that are equal keep their order."""
        before = list(self._rows)
        self.layoutAboutToBeChanged.emit()
        self._rows.sort(key=lambda row: sort_value(row, key), reverse=descending)
        self._find_places()
        old = self.persistentIndexList()
        new = [self.index(self._places[before[index.row()].path]) for index in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()
        self._put([])

    # ---- what is read -----------------------------------------------------------------------------------

    def rows(self) -> tuple[Row, ...]:
        """All rows, in order."""
        return tuple(self._rows)

    def documents(self) -> tuple[Document, ...]:
        """What the next batch takes, in order, each with the name that it will be sent under."""
        return tuple(_as_sent(row.document, row) for row in self._rows if row.is_sent and row.document)

    def sealed_documents(self) -> tuple[Document, ...]:
        """As `documents`: what is left out of it because the process has had it before."""
        rows = [row for row in self._rows if row.is_sealed_before]
        return tuple(_as_sent(row.document, row) for row in rows if row.document)

    def listed_documents(self) -> tuple[Document, ...]:
        """As `documents`: what can be sent, new or not."""
        return tuple(_as_sent(row.document, row) for row in self._rows if row.can_be_sent and row.document)

    def is_checking(self) -> bool:
        """Whether some rows are not known yet."""
        return self.counts.checking > 0

    def is_checking_at(self, path: Path) -> bool:
        """Whether this file is waiting for its check."""
        row = self._at(path)
        return row is not None and row.checking

    def summary(self) -> str:
        """ "5 documents, 6.2 MB; 1 will not be sent: empty"."""
        return summary_text(self.counts, self._batches)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature, never changed
        """Qt: a flat list."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: the name under which a document is sent can be edited."""
        flags = super().flags(index)
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        can_be_named = row is not None and row.document is not None and not row.checking
        return flags | Qt.ItemFlag.ItemIsEditable if can_be_named else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the name, the whole row under ROW_ROLE, and one sentence for a screen reader."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return plain(row.name)
        if role == Qt.ItemDataRole.EditRole:
            return shown_name(row.sent_name or row.name)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(joined("\n", str(row.path), row.blocked, *([] if row.blocked else row.hints)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{plain(row.name)}, {plain(row.note)}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt: the other name, typed in the row."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.rename(index.row(), str(value))
        return True

    # ---- inside -----------------------------------------------------------------------------------------

    def _say_again(self) -> None:
        """In another language."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.changed.emit()

    def _at(self, path: Path) -> Row | None:
        place = self._places.get(path)
        return None if place is None else self._rows[place]

    def _waiting(self, path: Path, given_name: str, insisted_for: str) -> Row:
        old = self._at(path)
        name = path.name or str(path)
        if old is not None:
            given_name, insisted_for = old.given_name, old.insisted_for
        return Row(path, name, checking=True, given_name=given_name, insisted_for=insisted_for)

    def _put(self, rows: Sequence[Row]) -> None:
        """Replaces rows of the same path in place, appends the others in one go, and settles what follows."""
        before = list(self._rows)
        added = {row.path: row for row in rows if row.path not in self._places}
        for row in rows:
            if row.path in self._places:
                self._rows[self._places[row.path]] = row
        self._settle(before)
        if added:
            start = len(self._rows)
            after = settled([*self._rows, *added.values()], self._conditions)
            self.beginInsertRows(QModelIndex(), start, start + len(added) - 1)
            self._places.update((path, start + number) for number, path in enumerate(added))
            self._rows.extend(after[start:])
            self.endInsertRows()
            self._settle(list(self._rows))
        self._count()

    def _remove(self, places: set[int]) -> None:
        removed = [(place, self._rows[place]) for place in sorted(places)]
        self._take_out({row.path for _, row in removed})
        if removed:
            self.removed.emit(removed)

    def _take_out(self, paths: set[Path]) -> None:
        places = sorted(self._places[path] for path in paths)
        for first, last in reversed(_runs(places)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        if places:
            self._find_places()
            self._settle(list(self._rows))
        self._count()

    def _settle(self, before: Sequence[Row]) -> None:
        """Tells the view which rows look different now, as one range."""
        self._rows = settled(self._rows, self._conditions)
        pairs = enumerate(zip(before, self._rows, strict=True))
        other = [place for place, (old, new) in pairs if old is not new and old != new]
        if other:
            self.dataChanged.emit(self.index(other[0]), self.index(other[-1]))

    def _count(self) -> None:
        self.counts = counted(self._rows)
        self._batches = len(split(self.documents(), self._conditions.limits))
        self.changed.emit()

    def _find_places(self) -> None:
        self._places = {row.path: place for place, row in enumerate(self._rows)}


def _as_sent(document: Document, row: Row) -> Document:
    return replace(document, name=row.sent_name) if row.sent_name else document


def _insisted(row: Row, *, on: bool) -> Row:
    sha256 = row.document.sha256 if row.document is not None else ""
    return replace(row, forced=on, insisted_for=sha256 if on else "")


def _with_remark(row: Row, remarks: Mapping[str, SealedRemark]) -> Row:
    remark = remarks.get(row.document.sha256) if row.document is not None else None
    return row if remark == row.remark else replace(row, remark=remark)


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as (first, last)."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and place == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
