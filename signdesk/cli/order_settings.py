"""What a command is about: what was said on the command line, and for everything else what was set up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from signdesk.cli.console import Console
from signdesk.domain.batches import Delivery
from signdesk.domain.connections import Connection, Limits
from signdesk.domain.errors import InputProblem
from signdesk.domain.servers import Credentials, Process, Server, SignIn, server_address, unnamed
from signdesk.domain.settings import Settings
from signdesk.options import LoginOptions, LogoutOptions, SignOptions
from signdesk.practice.server import PROCESSES
from signdesk.storage.folders import Folders
from signdesk.storage.settings import SettingsFile
from signdesk.storage.settings_guard import nothing_ordered
from signdesk.storage.settings_layers import Loaded

Asking = SignOptions | LoginOptions | LogoutOptions
NO_CONNECTION = (
    "No connection is set up. Name the server with --server, or set one up in SignDesk's settings."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What `sign` works with. `server`: None for a practice server. `connection`: what was set up for it."""

    server: Server | None
    connection: Connection | None
    process: Process
    save_to: Path
    delivery: Delivery

    @property
    def limits(self) -> Limits:
        """What one batch may hold."""
        return self.connection.limits if self.connection is not None else Limits()


def load_settings(folders: Folders, console: Console) -> Loaded:
    """What holds; what of the files cannot be used is said. Blocking."""
    loaded = SettingsFile(folders.settings_file, folders.policy_file).load()
    for complaint in loaded.complaints:
        console.say(str(complaint))
    console.keeps_copies = bool(loaded.slips)
    return loaded


def chosen(options: SignOptions, loaded: Loaded, credentials: Credentials, folders: Folders) -> Choice:
    """Raises InputProblem where something is neither said nor set up, and where what would decide about the
    order cannot be read.
    """
    settings = loaded.settings
    server, connection = None, None
    if not options.practice:
        connection = connection_meant(options, settings)
        server = _server(options, connection, credentials)
        _refuse_unreadable(options, loaded, connection)
    return Choice(
        server,
        connection,
        _process(options, connection),
        options.save_to or settings.saving.folder or folders.default_save_to,
        settings.saving.delivery,
    )


def _refuse_unreadable(options: SignOptions, loaded: Loaded, connection: Connection | None) -> None:
    obstacle = loaded.order_obstacle(connection.id if connection is not None else "")
    if obstacle is None and options.server is None and options.connection is None:
        obstacle = loaded.start_obstacle
    if obstacle is not None:
        raise InputProblem(nothing_ordered(obstacle))


def connection_meant(options: Asking, settings: Settings) -> Connection | None:
    """None where nothing is set up for the server that was named. Raises InputProblem for an unknown id."""
    if options.server is not None:
        # The consent to plain http belongs to the connection: an address without one is looked at again.
        return settings.connection_to(server_address(options.server, plain_http=True))
    if options.connection is None:
        return settings.first_choice
    connection = settings.connection(options.connection)
    if connection is None:
        known = ", ".join(one.id for one in settings.connections)
        others = f"There are: {known}." if known else NO_CONNECTION
        raise InputProblem(f"There is no connection “{options.connection}”. {others}")
    return connection


def address_meant(options: Asking, connection: Connection | None) -> str:
    """The base URL. Raises InputProblem for an address that is not allowed, and where there is none."""
    if connection is not None:
        return connection.server.base_url
    if options.server is None:
        raise InputProblem(NO_CONNECTION)
    return server_address(options.server)


def _server(options: SignOptions, connection: Connection | None, credentials: Credentials) -> Server:
    server = connection.server if connection is not None else Server(address_meant(options, None))
    if credentials.kind is not SignIn.NONE:
        server = replace(server, sign_in=credentials.kind)
    return replace(
        server,
        api_key_header=options.api_key_header or server.api_key_header,
        accept_form=options.accept_form or server.accept_form,
        numbering=options.numbering or server.numbering,
    )


def _process(options: SignOptions, connection: Connection | None) -> Process:
    processes = PROCESSES if options.practice else connection.processes if connection is not None else ()
    usual_id = connection.usual_process_id if connection is not None else None
    process_id = options.process_id or usual_id
    if process_id is None:
        listed = ", ".join(f"{one.id} ({one.label})" for one in processes)
        raise InputProblem(f"Name the process with --process{f': {listed}' if listed else ''}.")
    return next((one for one in processes if one.id == process_id), unnamed(process_id))
