"""The page of servers: the list of connections, and the rows of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from signdesk.desktop.connections.distinct_labels import connection_labels
from signdesk.desktop.i18n.language import bind_text, on_retranslate, tr
from signdesk.desktop.settings.fields import CONNECTION
from signdesk.desktop.settings.inline_prompt import InlinePrompt
from signdesk.desktop.settings.page import Page
from signdesk.desktop.settings.rows import ChoiceRow, Row, TextRow
from signdesk.desktop.settings.server_form import ServerForm
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.layouts import flowing
from signdesk.desktop.toolkit.text import Role, label, tool_tip
from signdesk.domain.connections import Connection
from signdesk.domain.settings import Settings
from signdesk.storage.settings_policy import Locks

ROWS_SHOWN = 4


class ServerPage(Page):
    """`connection_changed` carries the connection's id, a key of `fields.CONNECTION`, and the wanted value.

    What was typed for one connection and not taken stays with it while another one is shown.
    """

    connection_changed = Signal(str, str, object)
    chosen = Signal(str)
    remove_requested = Signal(str)
    default_requested = Signal(str)
    browse_requested = Signal(str, str)  # the connection's id, and one of server_form.FILES

    def __init__(self) -> None:
        super().__init__(tr("Server"))
        self._connections: tuple[Connection, ...] = ()
        self._locked: Locks = Locks(Path())
        self._default_id: str | None = None
        self._shown: Connection | None = None
        self._drafts: dict[tuple[str, str], tuple[str, str]] = {}
        self.list = QListWidget()
        self.list.setObjectName("choices")
        bind_text(self.list.setAccessibleName, tr("Servers"))
        self.add_button = button(tr("Add a server"))
        self.default_button = button(tr("Use at start"))
        self.remove_button = button(tr("Remove"))
        self.strip = InlinePrompt()
        self.empty = label(
            tr("No server is set up yet. The server’s operator knows its address."), Role.MUTED, wrap=True
        )
        self.form = ServerForm()
        self._lay_out()
        self.list.currentRowChanged.connect(self._chosen)
        self.remove_button.clicked.connect(lambda: self.remove_requested.emit(self.chosen_id()))
        self.default_button.clicked.connect(lambda: self.default_requested.emit(self.chosen_id()))
        self.form.changed.connect(self._form_changed)
        on_retranslate(self._fill)
        self.form.browse_requested.connect(lambda key: self.browse_requested.emit(self.chosen_id(), key))

    def chosen_id(self) -> str:
        """The id of the connection whose rows are shown, or ""."""
        return self._shown.id if self._shown else ""

    def show_connections(
        self, connections: Sequence[Connection], default_id: str | None, locked: Locks
    ) -> None:
        """What holds now. The chosen one stays chosen where it is still there."""
        known = {one.id for one in connections}
        self._drafts = {key: draft for key, draft in self._drafts.items() if key[0] in known}
        self._connections, self._locked = tuple(connections), locked
        self._default_id = default_id
        self._fill()
        before = self.chosen_id()
        row = next((at for at, one in enumerate(connections) if one.id == before), 0 if connections else -1)
        self.list.setCurrentRow(row)
        self._show(connections[row] if row >= 0 else None)

    def choose(self, connection_id: str) -> None:
        """Shows the rows of this one."""
        for at, one in enumerate(self._connections):
            if one.id == connection_id:
                self.list.setCurrentRow(at)

    def show_settings(self, settings: Settings, locked: Locks) -> None:
        """The connections are shown by `show_connections`, with those that cannot be saved yet."""

    def show_connection_problem(self, connection_id: str, key: str, text: str, sentence: str) -> None:
        """At the row of `key`, or kept until that connection is shown again."""
        if connection_id == self.chosen_id():
            self.form.rows[key].show_problem(sentence)
            if self.form.advanced.isAncestorOf(self.form.rows[key]):
                self.form.unfold()
        elif sentence:
            self._drafts[connection_id, key] = (text, sentence)
        else:
            self._drafts.pop((connection_id, key), None)

    def commit(self) -> None:
        """What was typed last is said."""
        self.form.commit()

    def wrong_row(self) -> Row | None:
        """Of the connection that is shown, else of one with something that could not be taken."""
        if self._drafts and not any(row.has_problem for row in self.form.rows.values()):
            self.choose(next(iter(self._drafts))[0])
        return next((row for row in self.form.rows.values() if row.has_problem), None)

    def _form_changed(self, key: str, value: object) -> None:
        self.connection_changed.emit(self.chosen_id(), key, value)

    def _chosen(self, row: int) -> None:
        one = self._connections[row] if 0 <= row < len(self._connections) else None
        if one is None or one.id == self.chosen_id():
            return
        self.form.commit()
        self._show(one)
        self.chosen.emit(one.id)

    def _show(self, one: Connection | None) -> None:
        other = one is None or one.id != self.chosen_id()
        if other:
            self._leave()
        self._shown = one
        self.form.setVisible(one is not None)
        self.empty.setVisible(one is None)
        locked_all = "connections" in self._locked
        here = f"connections.{one.id}" if one else ""
        self.add_button.setEnabled(not locked_all)
        self.remove_button.setEnabled(one is not None and self._locked.may_remove(here))
        self.default_button.setEnabled(one is not None and "default_connection" not in self._locked)
        if one is None:
            return
        self.form.show_connection(one, self._locked)
        if other:
            self._put_drafts_back(one)

    def _leave(self) -> None:
        """Before another connection is shown: what could not be taken is remembered."""
        for key, row in self.form.rows.items():
            if row.has_problem and isinstance(row, TextRow) and self._shown is not None:
                self._drafts[self._shown.id, key] = (row.text(), row.problem.shown())
            if isinstance(row, (TextRow, ChoiceRow)):
                row.forget()
        for secret in self.form.secrets.values():
            secret.forget()
        self.form.doctor.clear()
        self.form.strip.dismiss()
        self.strip.dismiss()

    def _put_drafts_back(self, one: Connection) -> None:
        for key, row in self.form.rows.items():
            draft = self._drafts.pop((one.id, key), None)
            if draft is not None and isinstance(row, TextRow):
                row.show_draft(CONNECTION[key].read(one), *draft)

    def _fill(self) -> None:
        """Items are changed in place, so that the keyboard stays where it is."""
        self.list.blockSignals(True)
        while self.list.count() > len(self._connections):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(self._connections):
            self.list.addItem(QListWidgetItem())
        names = connection_labels(self._connections)
        for at, (one, name) in enumerate(zip(self._connections, names, strict=True)):
            line = self._line(one, name)
            self.list.item(at).setText(line)
            self.list.item(at).setToolTip(tool_tip(line))
        self.list.blockSignals(False)
        height = self.list.sizeHintForRow(0) if self.list.count() else theme.sizes().scaled(26)
        self.list.setFixedHeight(height * min(ROWS_SHOWN, max(1, self.list.count())) + 10)
        self.list.setVisible(bool(self._connections))

    def _line(self, one: Connection, name: str) -> str:
        if not one.server.base_url:
            return tr("{name} (not saved yet: it needs an address)", name=name)
        if one.id == self._default_id:
            return tr("{name} (used at start)", name=name)
        return name

    def _lay_out(self) -> None:
        self.column.addWidget(self.empty)
        self.list.setTabKeyNavigation(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self.list)
        self.column.addWidget(flowing(self.add_button, self.default_button, self.remove_button))
        self.column.addWidget(self.strip)
        self.column.addWidget(self.form)
        self.column.addStretch(1)
