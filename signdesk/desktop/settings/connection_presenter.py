"""What a person wants of the list of servers and of the rows of one: checked, asked about, saved."""

from __future__ import annotations

import secrets as random
from collections.abc import Callable
from dataclasses import replace

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.settings.fields import CONNECTION
from signdesk.desktop.settings.rows import PathRow
from signdesk.desktop.settings.secret_presenter import SecretPresenter
from signdesk.desktop.settings.server_page import ServerPage
from signdesk.desktop.settings.settings_writer import SettingsWriter, with_added, with_connection, without
from signdesk.desktop.toolkit import dialogs
from signdesk.domain.connections import Connection
from signdesk.domain.errors import InputProblem, SignDeskError
from signdesk.domain.messages import exact
from signdesk.domain.servers import Server, SignIn, origin
from signdesk.storage.settings_layers import Loaded


class ConnectionPresenter:
    """A new connection lives here until it has an address: the file takes none without."""

    def __init__(self, page: ServerPage, writer: SettingsWriter, tasks: TaskOwner) -> None:
        self._page = page
        self._writer = writer
        self._tasks = tasks
        self._new: dict[str, Connection] = {}
        self.secrets: SecretPresenter
        page.connection_changed.connect(self._changed)
        page.add_button.clicked.connect(self._add)
        page.remove_requested.connect(self._remove_wanted)
        page.default_requested.connect(self._make_default)
        page.browse_requested.connect(
            lambda one, key: tasks.start(self._browse(one, key), "choose a file of a connection")
        )

    def show(self, loaded: Loaded) -> None:
        """What holds, and behind it what cannot be saved yet."""
        saved = {one.id for one in loaded.settings.connections}
        self._new = {key: one for key, one in self._new.items() if key not in saved}
        listed = (*loaded.settings.connections, *self._new.values())
        certain = loaded.start_is_decided or len(loaded.settings.connections) == 1
        first = loaded.settings.first_choice if certain else None
        self._page.show_connections(listed, first.id if first else None, loaded.locked)

    def shown(self) -> Connection | None:
        """The one whose rows are shown."""
        return self._find(self._page.chosen_id())

    def obstacle(self) -> str:
        """Why the one that is shown cannot be checked."""
        one = self.shown()
        if one is None or not one.server.base_url:
            return tr("Enter the address first.")
        self._page.commit()
        if any(row.has_problem for row in self._page.form.rows.values()):
            return tr("Correct what is marked first.")
        return ""

    def _find(self, connection_id: str) -> Connection | None:
        return self._new.get(connection_id) or self._writer.settings.connection(connection_id)

    def _tell(self, connection_id: str, key: str, value: object) -> Callable[[str], None]:
        return lambda text: self._page.show_connection_problem(connection_id, key, str(value), text)

    def _changed(self, connection_id: str, key: str, value: object) -> None:
        if key == "address":
            self._address(connection_id, str(value))
        else:
            self._write(connection_id, key, value)

    def _write(self, connection_id: str, key: str, value: object) -> None:
        tell = self._tell(connection_id, key, value)

        def change(one: Connection) -> Connection:
            return CONNECTION[key].write(one, value)

        if connection_id not in self._new:
            self._writer.wish(with_connection(connection_id, change), tell)
            return
        try:
            made = change(self._new[connection_id])
        except InputProblem as error:
            tell(str(error))
            return
        tell("")
        self._new[connection_id] = made
        self.show(self._writer.loaded)
        if made.server.base_url:
            self._writer.wish(with_added(made), tell)

    def _address(self, connection_id: str, text: str) -> None:
        """Asks before plain http is used; consent given for the same origin counts."""
        one = self._find(connection_id)
        if one is None:
            return
        try:
            made = CONNECTION["address"].write(one, text)
        except InputProblem as error:
            self._tell(connection_id, "address", text)(str(error))
            return
        agreed = one.plain_http and origin(one.server.base_url) == origin(made.server.base_url)
        if made.plain_http and not agreed:
            self._tasks.start(self._ask_plain(connection_id, text, made), "ask about plain http")
        else:
            self._write(connection_id, "address", text)

    async def _ask_plain(self, connection_id: str, text: str, made: Connection) -> None:
        tell = self._tell(connection_id, "address", text)
        tell(tr("Not saved yet: plain http needs your consent."))
        words = tr(
            "With plain http nothing is encrypted: anyone on the way can read the documents and the key, and "
            "change what comes back. The server’s operator knows its https address."
        )
        verbs = (("https", tr("Use https")), ("http", tr("Use plain http anyway")))
        answer = await self._page.form.strip.ask(words, verbs)
        if answer is None:
            return
        address = made.server.base_url
        if answer == "https":
            address = f"https{address.removeprefix('http')}"
        tell("")
        self._write(connection_id, "address", address)

    def _add(self) -> None:
        connection_id = f"server-{random.token_hex(4)}"
        name = exact(tr("New server"))
        self._new[connection_id] = Connection(
            connection_id, name, Server("", sign_in=SignIn.API_KEY, label=name)
        )
        self.show(self._writer.loaded)
        self._page.choose(connection_id)
        row = self._page.form.rows["name"]
        row.setFocus()
        self._page.make_visible(row)

    def _remove_wanted(self, connection_id: str) -> None:
        if self._new.pop(connection_id, None) is not None:
            self.show(self._writer.loaded)
        else:
            self._tasks.start(self._remove(connection_id), "remove a connection")

    async def _remove(self, connection_id: str) -> None:
        one = self._writer.settings.connection(connection_id)
        if one is None:
            return
        text = tr(
            "Remove “{name}”? Its processes go with it, and its key, unless another server here has the same "
            "address. Batches that were sent there stay in the list.",
            name=one.name,
        )
        answer = await self._page.strip.ask(text, (("keep", tr("Keep it")), ("remove", tr("Remove it"))))
        if answer != "remove":
            return
        try:
            await self._writer.change(without(connection_id))
            await self.secrets.remove_unused(one, self._writer.settings.connections)
        except SignDeskError as error:
            self._page.show_trouble(str(error))

    def _make_default(self, connection_id: str) -> None:
        if connection_id not in self._new:
            self._writer.wish(
                lambda settings: replace(settings, default_connection=connection_id), self._page.show_trouble
            )

    async def _browse(self, connection_id: str, key: str) -> None:
        row = self._page.form.rows[key]
        one = self._find(connection_id)
        if one is None or not isinstance(row, PathRow):
            return
        before = CONNECTION[key].read(one)
        chosen = await dialogs.choose_file(self._page.window(), row.name, before.parent if before else None)
        if chosen is not None and self._page.chosen_id() == connection_id:
            row.type_in(str(chosen))
