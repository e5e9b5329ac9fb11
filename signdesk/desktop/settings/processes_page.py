"""The page of processes: those of one connection as a table, and the rows of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from signdesk.desktop.connections.distinct_labels import connection_labels
from signdesk.desktop.i18n.language import bind_text, on_retranslate, tr
from signdesk.desktop.settings.inline_prompt import InlinePrompt
from signdesk.desktop.settings.page import Page
from signdesk.desktop.settings.process_fields import PROCESS
from signdesk.desktop.settings.rows import CheckRow, ChoiceRow, Row, TextRow
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.controls import ChoiceBox, button
from signdesk.desktop.toolkit.layouts import flowing
from signdesk.desktop.toolkit.text import Role, label, plain, tool_tip
from signdesk.desktop.toolkit.tokens import SPACE_4, SPACE_12
from signdesk.domain.connections import Connection
from signdesk.domain.servers import Process, ProcessKind
from signdesk.domain.settings import Settings
from signdesk.storage.settings_policy import Locks

ROWS_SHOWN = 6
NEW = 0  # the number of a process that has none yet


class ProcessesPage(Page):
    """`process_changed`: the connection's id, the process's number, a key of `PROCESS`, the wanted value."""

    process_changed = Signal(str, int, str, object)
    server_chosen = Signal(str)
    add_requested = Signal(str)
    remove_requested = Signal(str, int)
    default_requested = Signal(str, int)

    def __init__(self) -> None:
        super().__init__(tr("Processes"))
        self._connections: tuple[Connection, ...] = ()
        self._locked: Locks = Locks(Path())
        self._processes: tuple[Process, ...] = ()
        self._default_id: int | None = None
        self._shown: tuple[str, int] | None = None
        self._drafts: dict[tuple[str, int, str], tuple[str, str]] = {}
        self.server = ChoiceBox()
        bind_text(self.server.setAccessibleName, tr("Server"))
        self.table = QTableWidget(0, 3)
        self.add_button = button(tr("Add a process"))
        self.default_button = button(tr("Offer first"))
        self.remove_button = button(tr("Remove"))
        self.strip = InlinePrompt()
        self.empty = label("", Role.MUTED, wrap=True)
        self.form = QWidget()
        self.form_rows: dict[str, Row] = {}
        self._lay_out()
        self.server.activated.connect(self._server_chosen)
        self.table.currentCellChanged.connect(lambda row, *_: self._chosen(row))
        self.add_button.clicked.connect(lambda: self.add_requested.emit(self.connection_id()))
        self.remove_button.clicked.connect(lambda: self.remove_requested.emit(*self._here()))
        self.default_button.clicked.connect(lambda: self.default_requested.emit(*self._here()))
        on_retranslate(self._say_again)

    def connection_id(self) -> str:
        """Whose processes are shown, or ""."""
        index = self.server.currentIndex()
        return self._connections[index].id if 0 <= index < len(self._connections) else ""

    def chosen_number(self) -> int | None:
        """The number of the process whose rows are shown; NEW for one that has none yet."""
        return self._shown[1] if self._shown else None

    def show_settings(self, settings: Settings, locked: Locks) -> None:
        """The servers; their processes follow with `show_processes`."""
        before = self.connection_id()
        self._connections, self._locked = settings.connections, locked
        self.server.clear()
        self.server.addItems(connection_labels(settings.connections))
        first = settings.first_choice
        wanted = before or (first.id if first else "")
        ids = [one.id for one in settings.connections]
        self.server.setCurrentIndex(ids.index(wanted) if wanted in ids else (0 if ids else -1))
        self._server_box.setVisible(len(ids) > 1)

    def show_processes(self, processes: Sequence[Process], default_id: int | None) -> None:
        """Of the connection that is chosen; the chosen process stays chosen where it is still there."""
        self._processes, self._default_id = tuple(processes), default_id
        self._fill(default_id)
        number = self._shown[1] if self._shown and self._shown[0] == self.connection_id() else None
        numbers = [one.id for one in processes]
        row = numbers.index(number) if number in numbers else (0 if numbers else -1)
        self._set_row(row)
        self._show(row)

    def choose(self, number: int) -> None:
        """Shows the rows of this one."""
        numbers = [one.id for one in self._processes]
        if number in numbers:
            self.table.setCurrentCell(numbers.index(number), 0)

    def follow(self, old: int, new: int) -> None:
        """The process that is shown has another number from now on."""
        if self._shown == (self.connection_id(), old):
            self._shown = (self.connection_id(), new)

    def show_process_problem(self, connection_id: str, number: int, key: str, text: str, told: str) -> None:
        """At the row of `key`, or kept until that process is shown again."""
        if self._shown == (connection_id, number):
            self.form_rows[key].show_problem(told)
        elif told:
            self._drafts[connection_id, number, key] = (text, told)
        else:
            self._drafts.pop((connection_id, number, key), None)

    def commit(self) -> None:
        """What was typed last is said."""
        for row in self.form_rows.values():
            row.commit()

    def wrong_row(self) -> Row | None:
        """Of the process that is shown, else of another one of this server."""
        found = next((row for row in self.form_rows.values() if row.has_problem), None)
        mine = [number for at, number, _ in self._drafts if at == self.connection_id()]
        if found is None and mine:
            self.choose(mine[0])
            found = next((row for row in self.form_rows.values() if row.has_problem), None)
        return found

    def _here(self) -> tuple[str, int]:
        return self._shown or ("", NEW)

    def _server_chosen(self) -> None:
        self.commit()
        self.server_chosen.emit(self.connection_id())

    def _chosen(self, row: int) -> None:
        if 0 <= row < len(self._processes) and self._shown != (self.connection_id(), self._processes[row].id):
            self.commit()
            self._show(row)

    def _show(self, row: int) -> None:
        one = self._processes[row] if 0 <= row < len(self._processes) else None
        here = (self.connection_id(), one.id) if one else None
        other = here != self._shown
        if other:
            self._leave()
        self._shown = here
        self._show_verbs(one)
        self.form.setVisible(one is not None)
        if one is None:
            return
        for key, form_row in self.form_rows.items():
            form_row.show_value(PROCESS[key].read(one))  # type: ignore[attr-defined]
            form_row.lock(self._is_locked(one.id, key))
            draft = self._drafts.pop((*self._shown, key), None) if other and self._shown else None
            if draft is not None and isinstance(form_row, TextRow):
                form_row.show_draft(PROCESS[key].read(one), *draft)

    def _leave(self) -> None:
        for key, row in self.form_rows.items():
            if row.has_problem and isinstance(row, TextRow) and self._shown is not None:
                self._drafts[(*self._shown, key)] = (row.text(), row.problem.shown())
            if isinstance(row, (TextRow, ChoiceRow)):
                row.forget()
        self.strip.dismiss()

    def _show_verbs(self, one: Process | None) -> None:
        here = f"connections.{self.connection_id()}"
        self.add_button.setEnabled(bool(self.connection_id()) and f"{here}.processes" not in self._locked)
        saved = one is not None and one.id != NEW
        self.remove_button.setEnabled(
            one is not None and self._locked.may_remove(f"{here}.processes.{one.id}")
        )
        self.default_button.setEnabled(saved and f"{here}.default_process" not in self._locked)
        if not self._connections:
            self.empty.show_text(tr("Set up a server first; its processes belong to it."))
        else:
            self.empty.show_text(
                tr(
                    "The server cannot list its processes. The server’s operator knows the numbers and "
                    "what they do."
                )
            )
        self.empty.setVisible(not self._processes)

    def _is_locked(self, number: int, key: str) -> bool:
        return f"connections.{self.connection_id()}.processes.{number}.{key}" in self._locked

    def _fill(self, default_id: int | None) -> None:
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._processes))
        for row, one in enumerate(self._processes):
            name = plain(one.label)
            if one.id == default_id and one.id != NEW:
                name = tr("{name} (offered first)", name=name)
            texts = (str(one.id) if one.id != NEW else "…", name, kind_words(one.kind))
            for column, text in enumerate(texts):
                item = self.table.item(row, column)
                if item is None:
                    item = QTableWidgetItem()
                    self.table.setItem(row, column, item)
                item.setText(text)
                item.setToolTip(tool_tip(text))  # where the column is too narrow for it
        self.table.blockSignals(False)
        rows = min(ROWS_SHOWN, max(1, len(self._processes)))
        height = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(height + rows * self.table.verticalHeader().defaultSectionSize() + 4)
        self.table.setVisible(bool(self._processes))

    def _set_row(self, row: int) -> None:
        self.table.blockSignals(True)
        self.table.setCurrentCell(row, 0)
        self.table.blockSignals(False)

    def _lay_out(self) -> None:
        self._server_box = QWidget()
        above = QVBoxLayout(self._server_box)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(SPACE_4)
        name = label(tr("Server"), Role.SMALL)
        name.setBuddy(self.server)
        above.addWidget(name)
        above.addWidget(self.server)
        self.server.setMaximumWidth(420)
        self._dress_table()
        verbs = flowing(self.add_button, self.default_button, self.remove_button)
        rows = QVBoxLayout(self.form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE_12)
        for key, row in _rows().items():
            self.form_rows[key] = row
            rows.addWidget(row)
            row.committed.connect(lambda value, of=key: self.process_changed.emit(*self._here(), of, value))
        for part in (self._server_box, self.empty, self.table, verbs, self.strip, self.form):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _dress_table(self) -> None:
        table = self.table
        bind_text(table.setAccessibleName, tr("Processes"))
        self._title_columns()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.sizes().scaled(28))
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column in (0, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _title_columns(self) -> None:
        self.table.setHorizontalHeaderLabels([tr("Number"), tr("Name"), tr("What it does")])

    def _say_again(self) -> None:
        """What is no widget."""
        self._title_columns()
        self._fill(self._default_id)


def kind_words(kind: ProcessKind) -> str:
    """What a process of this kind does."""
    return {
        ProcessKind.SEAL: tr("Seals"),
        ProcessKind.VALIDATE: tr("Checks seals"),
        ProcessKind.TIMESTAMP: tr("Time-stamps"),
    }[kind]


def _rows() -> dict[str, Row]:
    """In reading order."""
    return {
        "id": TextRow(tr("Number"), tr("The server’s operator gives it to you."), example="12"),
        "label": TextRow(tr("Name"), example=tr("Company seal")),
        "kind": ChoiceRow(tr("What it does"), [(kind, kind_words(kind)) for kind in ProcessKind]),
        "sentence": TextRow(tr("One sentence about it"), example=tr("Qualified e-seal with time stamp")),
        "changes_documents": CheckRow(
            tr("Its server changes documents before it seals them"),
            tr(
                "It may put a stamp on a page, or add one. If every page that was sent is found again, "
                "such a document counts as sealed. Otherwise you are asked to look at it."
            ),
        ),
    }
