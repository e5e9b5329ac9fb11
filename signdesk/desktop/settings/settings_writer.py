"""Each change at once into the settings file, one after the other, in a worker thread."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.i18n.language import tr
from signdesk.domain.connections import Connection
from signdesk.domain.errors import InputProblem, SignDeskError
from signdesk.domain.settings import Settings
from signdesk.storage.settings import BrokenSettings, SettingsFile
from signdesk.storage.settings_layers import Loaded

Change = Callable[[Settings], Settings]


class SettingsWriter:
    """On the loop's thread. `show` is called with what holds, after every load and every change;
    `may_replace` asks whether a file that cannot be read may be replaced.

    `load` comes first; before it there is nothing to change.
    """

    loaded: Loaded

    def __init__(
        self,
        file: SettingsFile,
        tasks: TaskOwner,
        show: Callable[[Loaded], object],
        may_replace: Callable[[BrokenSettings], Awaitable[bool]],
    ) -> None:
        self._file = file
        self._tasks = tasks
        self._show = show
        self._may_replace = may_replace
        self._turn = asyncio.Lock()

    @property
    def settings(self) -> Settings:
        """What holds, as far as is known here."""
        return self.loaded.settings

    async def load(self) -> None:
        """What the file says now."""
        self.loaded = await asyncio.to_thread(self._file.load)
        self._show(self.loaded)

    async def change(self, change: Change) -> None:
        """`change` is called in a worker thread with what the file says by then. Raises what it raises, and
        InputProblem and SavingProblem.
        """
        try:
            await self._change(change)
        except BrokenSettings as broken:
            if not await self._may_replace(broken):
                raise
            await self._change(change, over_broken=True)
        self._show(self.loaded)

    async def finish(self) -> None:
        """Until what was wished so far is in the file, or was refused."""
        await asyncio.sleep(0)  # a wish of this very moment takes its turn
        async with self._turn:
            pass

    def wish(self, change: Change, tell: Callable[[str], object]) -> None:
        """Without waiting. `tell` gets "" where the change can be made, and a sentence where it cannot."""
        try:
            change(self.settings)
        except SignDeskError as error:
            tell(str(error))
            return
        tell("")
        self._tasks.start(self._told(change, tell), "save a setting")

    async def _change(self, change: Change, *, over_broken: bool = False) -> None:
        async with self._turn:
            self.loaded = await asyncio.to_thread(partial(self._file.change, change, over_broken=over_broken))

    async def _told(self, change: Change, tell: Callable[[str], object]) -> None:
        try:
            await self.change(change)
        except SignDeskError as error:
            tell(str(error))


def with_connection(connection_id: str, change: Callable[[Connection], Connection]) -> Change:
    """A change of one connection. It raises InputProblem where that is gone."""

    def changed(settings: Settings) -> Settings:
        if settings.connection(connection_id) is None:
            raise InputProblem(tr("This server was removed meanwhile."))
        made = tuple(change(one) if one.id == connection_id else one for one in settings.connections)
        return replace(settings, connections=made)

    return changed


def with_added(connection: Connection) -> Change:
    """One connection more."""
    return lambda settings: replace(settings, connections=(*settings.connections, connection))


def without(connection_id: str) -> Change:
    """One connection less; nobody is the default in its place."""

    def changed(settings: Settings) -> Settings:
        left = tuple(one for one in settings.connections if one.id != connection_id)
        default = settings.default_connection
        return replace(
            settings, connections=left, default_connection=None if default == connection_id else default
        )

    return changed
