"""The settings one by one: how a control gets its value, and what a wish makes of the whole. No Qt.

The keys are those of the settings file; a connection's stand below `connections.<id>`.

`write` raises InputProblem: the sentence that belongs beside the control.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from signdesk.desktop.i18n.language import tr
from signdesk.domain.connections import Connection, ProxyKind, needs_consent, proxy_address
from signdesk.domain.errors import InputProblem
from signdesk.domain.servers import DEFAULT_API_KEY_HEADER, api_key_header, server_address
from signdesk.domain.settings import Settings
from signdesk.storage.settings_table import Setting, settings_below

Whole = TypeVar("Whole")
LONGEST_NAME = 100
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Field(Generic[Whole]):
    """One setting of `Whole`, as its control shows and changes it."""

    read: Callable[[Whole], Any]
    write: Callable[[Whole, Any], Whole]


def absolute(text: str) -> Path | None:
    """The path that was typed; None for nothing."""
    if not text.strip():
        return None
    try:
        path = Path(text.strip()).expanduser()
    except RuntimeError as error:
        raise InputProblem(tr("This names the folder of somebody who is not known here.")) from error
    if not path.is_absolute():
        raise InputProblem(tr("Name the whole way to it, or choose it."))
    return path


def _plain(one: Setting) -> Field[Settings]:
    """As the table says; what was typed is checked as in the file, but for paths, which are named as here."""

    def write(settings: Settings, value: Any) -> Settings:
        if isinstance(value, str) and not one.kind.choices:
            typed = absolute(value) if one.kind.is_path else one.kind.read(one.kind.check(value))
            return one.put(settings, typed)
        return one.put(settings, value)

    return Field(one.read, write)


SETTINGS: Mapping[str, Field[Settings]] = {one.name: _plain(one) for one in settings_below(()) if one.page}


def named(text: str) -> str:
    """A name for people. InputProblem where there is none."""
    name = " ".join(text.split())
    if not name:
        raise InputProblem(tr("Give it a name, so that people can tell it from others."))
    if len(name) > LONGEST_NAME:
        raise InputProblem(tr("The name is longer than {most} characters.", most=LONGEST_NAME))
    return name


def _of_server(name: str, clean: Callable[[Any], Any] = lambda value: value) -> Field[Connection]:
    return Field(
        lambda one: getattr(one.server, name),
        lambda one, value: replace(one, server=replace(one.server, **{name: clean(value)})),
    )


def _with_name(one: Connection, text: str) -> Connection:
    name = named(text)
    return replace(one, name=name, server=replace(one.server, label=name))


def _with_address(one: Connection, text: str) -> Connection:
    """Consent to plain http has been given before; it goes where it is no longer needed."""
    if not text.strip():
        raise InputProblem(tr("Enter the address of the server. The server’s operator knows it."))
    base_url = server_address(text, plain_http=True)
    return replace(one, server=replace(one.server, base_url=base_url), plain_http=needs_consent(base_url))


def _with_proxy(one: Connection, **values: Any) -> Connection:
    return replace(one, transport=replace(one.transport, proxy=replace(one.transport.proxy, **values)))


def _with_proxy_kind(one: Connection, kind: ProxyKind) -> Connection:
    if kind is ProxyKind.MANUAL and not one.transport.proxy.url:
        raise InputProblem(tr("Enter the proxy’s address. It looks like proxy.example.com:3128."))
    return _with_proxy(one, kind=kind)


def _with_proxy_user(one: Connection, text: str) -> Connection:
    if ":" in text:
        raise InputProblem(tr("The user name for the proxy cannot hold a colon."))
    return _with_proxy(one, user=text.strip())


def _with_certificate(one: Connection, text: str) -> Connection:
    path = absolute(text)
    return replace(
        one, transport=replace(one.transport, certificate=path, key=one.transport.key if path else None)
    )


def _with_key(one: Connection, text: str) -> Connection:
    path = absolute(text)
    if path is not None and one.transport.certificate is None:
        raise InputProblem(tr("Choose the certificate that this key belongs to first."))
    return replace(one, transport=replace(one.transport, key=path))


def _positive(text: str, what: str) -> float | None:
    cleaned = text.replace("\u00a0", "").replace(" ", "").replace(",", ".")
    if not cleaned:
        return None
    try:
        number = float(cleaned)
    except ValueError:
        number = 0
    if not 0 < number < 1e9:
        raise InputProblem(what)
    return number


def _with_megabytes(one: Connection, text: str) -> Connection:
    number = _positive(text, tr("A number of megabytes above 0, or nothing where there is no limit."))
    limit = None if number is None else max(1, round(number * MEGABYTE))
    return replace(one, limits=replace(one.limits, batch_bytes=limit))


def _with_most_documents(one: Connection, text: str) -> Connection:
    sentence = tr("A whole number above 0, or nothing where there is no limit.")
    number = _positive(text, sentence)
    if number is not None and number != int(number):
        raise InputProblem(sentence)
    return replace(one, limits=replace(one.limits, batch_documents=None if number is None else int(number)))


def megabytes_text(size_bytes: int | None) -> str:
    """ "25", "1.5"; nothing where there is no limit."""
    return "" if size_bytes is None else f"{size_bytes / MEGABYTE:.6f}".rstrip("0").rstrip(".")


CONNECTION: Mapping[str, Field[Connection]] = {
    "name": Field(lambda one: one.name, _with_name),
    "address": Field(lambda one: one.server.base_url, _with_address),
    "sign_in": _of_server("sign_in"),
    "api_key_header": _of_server(
        "api_key_header", lambda text: api_key_header(text.strip() or DEFAULT_API_KEY_HEADER)
    ),
    "accept_form": _of_server("accept_form"),
    "status_numbering": _of_server("numbering"),
    "proxy": Field(lambda one: one.transport.proxy.kind, _with_proxy_kind),
    "proxy_address": Field(
        lambda one: one.transport.proxy.url,
        lambda one, text: _with_proxy(one, kind=ProxyKind.MANUAL, url=proxy_address(text)),
    ),
    "proxy_user": Field(lambda one: one.transport.proxy.user, _with_proxy_user),
    "ca_file": Field(
        lambda one: one.transport.ca_file,
        lambda one, text: replace(one, transport=replace(one.transport, ca_file=absolute(text))),
    ),
    "certificate": Field(lambda one: one.transport.certificate, _with_certificate),
    "key": Field(lambda one: one.transport.key, _with_key),
    "batch_bytes": Field(lambda one: megabytes_text(one.limits.batch_bytes), _with_megabytes),
    "batch_documents": Field(
        lambda one: "" if one.limits.batch_documents is None else str(one.limits.batch_documents),
        _with_most_documents,
    ),
}
