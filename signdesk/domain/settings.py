"""What a person or an administrator decides once. What is only remembered from use: `storage.memory`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from signdesk.domain.batches import Delivery
from signdesk.domain.connections import Connection
from signdesk.domain.file_names import DEFAULT_TEMPLATE


class Language(StrEnum):
    """The window's language."""

    SYSTEM = "system"
    ENGLISH = "en"
    POLISH = "pl"
    GERMAN = "de"


class Theme(StrEnum):
    """The window's colours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Notify(StrEnum):
    """Which outcomes of batches are worth a notification."""

    ALL = "all"
    PROBLEMS = "problems"
    NONE = "none"


class LogLevel(StrEnum):
    """What the log file tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    DEBUG = "debug"


@dataclass(frozen=True, slots=True)
class General:
    """How the window looks and speaks."""

    language: Language = Language.SYSTEM
    theme: Theme = Theme.SYSTEM


@dataclass(frozen=True, slots=True)
class Saving:
    """What becomes of results. `folder`: absolute; None is the platform's folder for documents
    (`Folders.default_save_to`). `file_name`: a template that `file_names.checked` accepts.
    """

    folder: Path | None = None
    file_name: str = DEFAULT_TEMPLATE
    ask_each_time: bool = False
    unpack: bool = False
    delete_from_server: bool = True
    receipts: bool = True

    @property
    def delivery(self) -> Delivery:
        """For a batch that is made now."""
        keep_copy = not self.delete_from_server
        return Delivery(self.file_name, unpack=self.unpack, keep_copy=keep_copy, receipt=self.receipts)


@dataclass(frozen=True, slots=True)
class Notifications:
    """`tray`: an icon beside the clock, with which SignDesk can go on when its window is closed."""

    show: Notify = Notify.ALL
    tray: bool = True


@dataclass(frozen=True, slots=True)
class Privacy:
    """`history_days`: how long finished batches are kept in the list; None is for ever."""

    history_days: int | None = None
    log_level: LogLevel = LogLevel.WARNING


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting. `default_connection`: the id of one of `connections`, or None: the first."""

    general: General = General()
    saving: Saving = Saving()
    notifications: Notifications = Notifications()
    privacy: Privacy = Privacy()
    connections: tuple[Connection, ...] = ()
    default_connection: str | None = None

    def connection(self, connection_id: str | None) -> Connection | None:
        """The one with this id, if there is one."""
        return next((one for one in self.connections if one.id == connection_id), None)

    @property
    def first_choice(self) -> Connection | None:
        """The connection to begin with: the default one, else the first, else none."""
        return self.connection(self.default_connection) or next(iter(self.connections), None)

    def connection_to(self, base_url: str) -> Connection | None:
        """The one to exactly this address; the first choice, where several are."""
        same = [one for one in self.connections if one.server.base_url == base_url]
        return self.first_choice if self.first_choice in same else next(iter(same), None)
