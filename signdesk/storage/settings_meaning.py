"""Single values into `Settings`, and `Settings` into single values. Files and layers: `settings_layers`.

A connection without a name or a usable address is left out of the settings (never of the file).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from signdesk.domain.connections import Connection, Limits, Proxy, ProxyKind, TransportConfig, needs_consent
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import msg, series
from signdesk.domain.processes import Process, ProcessKind, unnamed
from signdesk.domain.servers import AcceptForm, Numbering, Server, SignIn
from signdesk.domain.settings import (
    General,
    Language,
    LogLevel,
    Notifications,
    Notify,
    Privacy,
    Saving,
    Settings,
    Theme,
)
from signdesk.storage.settings_keys import KEYS, PROCESS, KeyPath, key_at, pattern, refused_name
from signdesk.storage.toml_editing import Plain

Values = Mapping[KeyPath, Plain]
Complain = Callable[[KeyPath, str], None]

_HTTP = msg(
    "This server would be reached by plain http, where anyone on the way can read everything, so the "
    "connection is left out. Use https, or consent with plain_http = true."
)
_NOWHERE = msg("This connection is left out: it needs an address, such as https://seal.example.com.")


def settings_of(values: Values, complain: Complain) -> Settings:
    """`complain` gets the key and the sentence where values do not fit each other; a default is used then."""
    ids = dict.fromkeys(path[1] for path in values if path[0] == "connections")
    made = (_connection(one, values, complain) for one in ids)
    connections = tuple(one for one in made if one is not None)
    default = _text(values, "default_connection")
    if default and default not in [one.id for one in connections]:
        complain(
            ("default_connection",),
            msg("There is no connection “{name}”, so it is not the default.", name=default),
        )
        default = ""
    folder = _text(values, "saving", "folder")
    return Settings(
        General(
            Language(_text(values, "general", "language")),
            Theme(_text(values, "general", "theme")),
        ),
        Saving(
            Path(folder) if folder else None,
            _text(values, "saving", "file_name"),
            _switch(values, "saving", "ask_each_time"),
            _switch(values, "saving", "unpack"),
            _switch(values, "saving", "delete_from_server"),
            _switch(values, "saving", "receipts"),
        ),
        Notifications(
            Notify(_text(values, "notifications", "show")), _switch(values, "notifications", "tray")
        ),
        Privacy(
            _number(values, "privacy", "history_days") or None,
            LogLevel(_text(values, "privacy", "log_level")),
        ),
        connections,
        default or None,
    )


def values_of(settings: Settings) -> dict[KeyPath, Plain]:
    """Every key with its value, also where that is the default. Raises InputProblem for what no file can hold
    or what would not come back as it is.
    """
    values = dict(_single_values(settings))
    ids = [one.id for one in settings.connections]
    if len(set(ids)) < len(ids):
        raise InputProblem(msg("Two connections have the same id."))
    for one in settings.connections:
        values.update(_values_of_connection(one))
    for path, value in values.items():
        _prove(path, value)

    def refuse(path: KeyPath, sentence: str) -> None:
        raise InputProblem(series(": ", (".".join(path), sentence)))

    settings_of(values, refuse)
    return values


def _prove(path: KeyPath, value: Plain) -> None:
    """That the value would be read back as it is."""
    key = key_at(path)
    for length in range(1, len(path)):
        if refused := refused_name(path[:length]):
            raise InputProblem(refused)
    try:
        unchanged = key is not None and (value == key.default or key.check(value) == value)
    except InputProblem as error:
        raise InputProblem(series(": ", (".".join(path), str(error)))) from error
    if not unchanged:
        kept = msg("“{value}” cannot be kept as it is.", value=shown_name(str(value)))
        raise InputProblem(series(": ", (".".join(path), kept)))


def _connection(connection_id: str, values: Values, complain: Complain) -> Connection | None:
    here = ("connections", connection_id)
    if _switch(values, *here, "removed"):
        return None
    address, plain_http = _text(values, *here, "address"), _switch(values, *here, "plain_http")
    if not address:
        complain(here, _NOWHERE)
        return None
    if needs_consent(address) and not plain_http:
        complain((*here, "address"), _HTTP)
        return None
    name = _text(values, *here, "name") or connection_id
    processes = _processes(here, values)
    server = Server(
        address,
        SignIn(_text(values, *here, "sign_in")),
        _text(values, *here, "api_key_header"),
        AcceptForm(_text(values, *here, "accept_form")),
        Numbering(_text(values, *here, "status_numbering")),
        label=name,
    )
    limits = Limits(
        _number(values, *here, "batch_bytes") or None, _number(values, *here, "batch_documents") or None
    )
    default_process = _default_process(here, values, processes, complain)
    way = _way(here, values, complain)
    return Connection(connection_id, name, server, way, plain_http, limits, processes, default_process)


def _processes(here: KeyPath, values: Values) -> tuple[Process, ...]:
    numbers = dict.fromkeys(
        path[3] for path in values if path[:2] == here and pattern(path)[: len(PROCESS)] == PROCESS
    )
    wanted = [one for one in numbers if not _switch(values, *here, "processes", one, "removed")]
    return tuple(_process((*here, "processes", one), values) for one in wanted)


def _process(here: KeyPath, values: Values) -> Process:
    usual = unnamed(int(here[3])).label
    label = _text(values, *here, "label") or usual
    label = usual if label == usual else label  # in the window's language, also where it stands in the file
    return Process(
        int(here[3]),
        label,
        ProcessKind(_text(values, *here, "kind")),
        _text(values, *here, "sentence"),
        _switch(values, *here, "changes_documents"),
    )


def _default_process(
    here: KeyPath, values: Values, processes: Iterable[Process], complain: Complain
) -> int | None:
    number = _number(values, *here, "default_process")
    if number and number not in [one.id for one in processes]:
        complain(
            (*here, "default_process"),
            msg("There is no process {number} here, so it is not the default.", number=number),
        )
        return None
    return number or None


def _way(here: KeyPath, values: Values, complain: Complain) -> TransportConfig:
    certificate, key = _path(values, *here, "certificate"), _path(values, *here, "key")
    if key and not certificate:
        complain((*here, "key"), msg("A key needs the certificate that it belongs to, so it is not used."))
        key = None
    return TransportConfig(_proxy(here, values, complain), _path(values, *here, "ca_file"), certificate, key)


def _proxy(here: KeyPath, values: Values, complain: Complain) -> Proxy:
    kind = ProxyKind(_text(values, *here, "proxy"))
    address = _text(values, *here, "proxy_address")
    if kind is ProxyKind.MANUAL and not address:
        complain((*here, "proxy"), msg("This needs proxy_address, so the system's proxy is used."))
        kind = ProxyKind.SYSTEM
    return Proxy(kind, address, _text(values, *here, "proxy_user"))


def _single_values(settings: Settings) -> Iterator[tuple[KeyPath, Plain]]:
    saving, notifications = settings.saving, settings.notifications
    yield ("default_connection",), settings.default_connection or ""
    yield ("general", "language"), str(settings.general.language)
    yield ("general", "theme"), str(settings.general.theme)
    yield ("saving", "folder"), _text_of(saving.folder)
    yield ("saving", "file_name"), saving.file_name
    yield ("saving", "ask_each_time"), saving.ask_each_time
    yield ("saving", "unpack"), saving.unpack
    yield ("saving", "delete_from_server"), saving.delete_from_server
    yield ("saving", "receipts"), saving.receipts
    yield ("notifications", "show"), str(notifications.show)
    yield ("notifications", "tray"), notifications.tray
    yield ("privacy", "history_days"), settings.privacy.history_days or 0
    yield ("privacy", "log_level"), str(settings.privacy.log_level)


def _values_of_connection(one: Connection) -> Iterator[tuple[KeyPath, Plain]]:
    here: KeyPath = ("connections", one.id)
    values: dict[str, Plain] = {
        "name": one.name,
        "address": one.server.base_url,
        "sign_in": str(one.server.sign_in),
        "api_key_header": one.server.api_key_header,
        "certificate": _text_of(one.transport.certificate),
        "key": _text_of(one.transport.key),
        "ca_file": _text_of(one.transport.ca_file),
        "proxy": str(one.transport.proxy.kind),
        "proxy_address": one.transport.proxy.url,
        "proxy_user": one.transport.proxy.user,
        "plain_http": one.plain_http,
        "accept_form": str(one.server.accept_form),
        "status_numbering": str(one.server.numbering),
        "batch_bytes": one.limits.batch_bytes or 0,
        "batch_documents": one.limits.batch_documents or 0,
        "default_process": one.default_process_id or 0,
        "removed": False,
    }
    for name, value in values.items():
        yield (*here, name), value
    for process in one.processes:
        below = (*here, "processes", str(process.id))
        yield (*below, "label"), str.__str__(process.label)
        yield (*below, "sentence"), str.__str__(process.sentence)
        yield (*below, "kind"), str(process.kind)
        yield (*below, "changes_documents"), process.changes_documents
        yield (*below, "removed"), False


def _text_of(path: Path | None) -> str:
    return "" if path is None else os.fspath(path)


def _value(values: Values, path: KeyPath) -> Plain:
    value = values.get(path)
    return KEYS[pattern(path)].default if value is None else value


def _text(values: Values, *path: str) -> str:
    return str(_value(values, path))


def _number(values: Values, *path: str) -> int:
    return int(_value(values, path))


def _switch(values: Values, *path: str) -> bool:
    return bool(_value(values, path))


def _path(values: Values, *path: str) -> Path | None:
    text = _text(values, *path)
    return Path(text) if text else None
