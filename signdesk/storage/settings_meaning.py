"""Single values into `Settings`, and `Settings` into single values. Files and layers: `settings_layers`.

A connection without a name or a usable address is left out of the settings (never of the file).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from signdesk.domain.connections import Connection, ProxyKind, TransportConfig, needs_consent
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import msg, series
from signdesk.domain.servers import Process, Server, SignIn, unnamed
from signdesk.domain.settings import Settings
from signdesk.storage.settings_table import (
    CONNECTION,
    PROCESS,
    KeyPath,
    key_at,
    pattern,
    refused_name,
    settings_below,
)
from signdesk.storage.toml_editing import Plain

Values = Mapping[KeyPath, Plain]
Complain = Callable[[KeyPath, str], None]
_Whole = TypeVar("_Whole")

_HTTP = msg(
    "This server would be reached by plain http, where anyone on the way can read everything, so the "
    "connection is left out. Use https, or consent with plain_http = true."
)
_NOWHERE = msg("This connection is left out: it needs an address, such as https://seal.example.com.")


def settings_of(values: Values, complain: Complain) -> Settings:
    """`complain` gets the key and the sentence where values do not fit each other; a default is used then."""
    settings = _filled(Settings(), (), (), values)
    ids = dict.fromkeys(path[1] for path in values if path[0] == "connections")
    made = (_connection(one, values, complain) for one in ids)
    settings = replace(settings, connections=tuple(one for one in made if one is not None))
    default = settings.default_connection
    if default is not None and settings.connection(default) is None:
        complain(
            ("default_connection",),
            msg("There is no connection “{name}”, so it is not the default.", name=default),
        )
        return replace(settings, default_connection=None)
    return settings


def values_of(settings: Settings) -> dict[KeyPath, Plain]:
    """Every key with its value, also where that is the default. Raises InputProblem for what no file can hold
    or what would not come back as it is.
    """
    ids = [one.id for one in settings.connections]
    if len(set(ids)) < len(ids):
        raise InputProblem(msg("Two connections have the same id."))
    values = dict(_values(settings))
    for path, value in values.items():
        _prove(path, value)

    def refuse(path: KeyPath, sentence: str) -> None:
        raise InputProblem(series(": ", (".".join(path), sentence)))

    settings_of(values, refuse)
    return values


def _values(settings: Settings) -> Iterator[tuple[KeyPath, Plain]]:
    yield from _of(settings, (), ())
    for one in settings.connections:
        here = ("connections", one.id)
        yield from _of(one, CONNECTION, here)
        for process in one.processes:
            yield from _of(process, PROCESS, (*here, "processes", str(process.id)))


def _of(whole: object, table: KeyPath, here: KeyPath) -> Iterator[tuple[KeyPath, Plain]]:
    for one in settings_below(table):
        value = one.of(whole) if one.attribute else one.default
        yield (*here, *one.path[len(table) :]), value


def _filled(whole: _Whole, table: KeyPath, here: KeyPath, values: Values) -> _Whole:
    """With the values that stand in one table; what is not among them stays."""
    for one in settings_below(table):
        value = values.get((*here, *one.path[len(table) :]))
        if value is not None and one.attribute:
            whole = one.put(whole, one.kind.read(value))
    return whole


def _prove(path: KeyPath, value: Plain) -> None:
    """That the value would be read back as it is."""
    key = key_at(path)
    for length in range(1, len(path)):
        if refused := refused_name(path[:length]):
            raise InputProblem(refused)
    try:
        unchanged = key is not None and (value == key.default or key.kind.check(value) == value)
    except InputProblem as error:
        raise InputProblem(series(": ", (".".join(path), str(error)))) from error
    if not unchanged:
        kept = msg("“{value}” cannot be kept as it is.", value=shown_name(str(value)))
        raise InputProblem(series(": ", (".".join(path), kept)))


def _connection(connection_id: str, values: Values, complain: Complain) -> Connection | None:
    here = ("connections", connection_id)
    if values.get((*here, "removed")):
        return None
    bare = Connection(connection_id, "", Server("", SignIn.API_KEY))
    one = _filled(bare, CONNECTION, here, values)
    if not one.server.base_url:
        complain(here, _NOWHERE)
        return None
    if needs_consent(one.server.base_url) and not one.plain_http:
        complain((*here, "address"), _HTTP)
        return None
    name = one.name or connection_id
    processes = _processes(here, values)
    return replace(
        one,
        name=name,
        server=replace(one.server, label=name),
        transport=_transport(one.transport, here, complain),
        processes=processes,
        default_process_id=_default_process(one.default_process_id, here, processes, complain),
    )


def _processes(here: KeyPath, values: Values) -> tuple[Process, ...]:
    numbers = dict.fromkeys(
        path[3] for path in values if path[:2] == here and pattern(path)[: len(PROCESS)] == PROCESS
    )
    wanted = [one for one in numbers if not values.get((*here, "processes", one, "removed"))]
    return tuple(_process((*here, "processes", one), values) for one in wanted)


def _process(here: KeyPath, values: Values) -> Process:
    usual = unnamed(int(here[3]))
    made = _filled(usual, PROCESS, here, values)
    # in the window's language, also where it stands in the file
    return replace(made, label=usual.label) if made.label in ("", usual.label) else made


def _default_process(
    number: int | None, here: KeyPath, processes: Iterable[Process], complain: Complain
) -> int | None:
    if number is None or number in [one.id for one in processes]:
        return number
    complain(
        (*here, "default_process"),
        msg("There is no process {number} here, so it is not the default.", number=number),
    )
    return None


def _transport(made: TransportConfig, here: KeyPath, complain: Complain) -> TransportConfig:
    if made.key and not made.certificate:
        complain((*here, "key"), msg("A key needs the certificate that it belongs to, so it is not used."))
        made = replace(made, key=None)
    proxy = made.proxy
    if proxy.kind is ProxyKind.MANUAL and not proxy.url:
        complain((*here, "proxy"), msg("This needs proxy_address, so the system's proxy is used."))
        made = replace(made, proxy=replace(proxy, kind=ProxyKind.SYSTEM))
    return made
