"""A connection: everything that an office or its administrator sets up once for one sealing server.

Never a secret: those are in the keyring, bound to the origin of what they are for (`secret_owner`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from signdesk.domain.documents import Document
from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import msg, size_words
from signdesk.domain.servers import HALF_A_SCHEME, Process, Server, is_loopback, origin, port_of

_ODD = re.compile(r"[\s\\]")
_PACKAGE_ENTRY_BYTES = 1024  # at most, of the ZIP's own, for one document with a long name


class ProxyKind(StrEnum):
    """How requests leave the office."""

    SYSTEM = "system"  # as the platform keeps it: environment, Windows and macOS settings
    NONE = "none"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Proxy:
    """`url`: for MANUAL, as made by `proxy_address`. `user`: where it wants a password; that is a secret."""

    kind: ProxyKind = ProxyKind.SYSTEM
    url: str = ""
    user: str = ""


@dataclass(frozen=True, slots=True)
class TransportConfig:
    """How the server is reached and believed. Paths are absolute; PEM files.

    `ca_file`: issuers believed beside the system's. `certificate` with `key` (or both in one file) where the
    server wants to know the client. There is no switch to leave certificates unchecked.
    """

    proxy: Proxy = Proxy()
    ca_file: Path | None = None
    certificate: Path | None = None
    key: Path | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """How a server is reached beside its address and sign-in. Holds secrets: never printed, never kept."""

    transport: TransportConfig = TransportConfig()
    key_pass_phrase: str = field(default="", repr=False)
    proxy_password: str = field(default="", repr=False)
    plain_http: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What one batch may hold there; None: no limit is known."""

    batch_bytes: int | None = None
    batch_documents: int | None = None


@dataclass(frozen=True, slots=True)
class Connection:
    """`id` never changes and is never shown; `name` is the person's. `plain_http`: consent to http beyond
    this machine. `default_process_id`: one of `processes`, or None.
    """

    id: str
    name: str
    server: Server
    transport: TransportConfig = TransportConfig()
    plain_http: bool = False
    limits: Limits = Limits()
    processes: tuple[Process, ...] = field(default_factory=tuple)
    default_process_id: int | None = None

    @property
    def usual_process_id(self) -> int | None:
        """The default, or the only one."""
        only = self.processes[0].id if len(self.processes) == 1 else None
        return self.default_process_id or only


class SecretKind(StrEnum):
    """What a secret in the keyring is for."""

    SIGN_IN = "sign-in"  # key, token, or user and password
    PASS_PHRASE = "pass phrase"  # noqa: S105 - of the client's key file
    PROXY = "proxy"  # the password for `Proxy.user`


def access_differs(one: Connection, other: Connection) -> bool:
    """Whether another connection to the server has to be opened, and not only other processes be offered."""
    return (one.server, one.transport, one.plain_http) != (other.server, other.transport, other.plain_http)


def secret_owner(connection: Connection, kind: SecretKind) -> str:
    """The origin that a secret is bound to: another address asks again. InputProblem where there is none."""
    if kind is SecretKind.PROXY:
        if connection.transport.proxy.kind is not ProxyKind.MANUAL:
            raise InputProblem(msg("Only a proxy that is named here has a password of its own."))
        return origin(connection.transport.proxy.url)
    return origin(connection.server.base_url)


def proxy_address(text: str) -> str:
    """`http://host:port` behind what a person typed. Raises InputProblem; no user part, http only (the way to
    the proxy; what goes through it is encrypted all the same).
    """
    if "@" in text:
        raise InputProblem(msg("Leave the user name out of the proxy's address: it has a field of its own."))
    try:
        parts = urlsplit(text.strip() if "://" in text else f"http://{text.strip()}")
        host = parts.hostname or ""
    except ValueError as error:
        raise _no_proxy(text) from error
    odd = parts.path.strip("/") or parts.query or parts.fragment or _ODD.search(parts.netloc)
    odd = odd or HALF_A_SCHEME.match(text)
    if parts.scheme != "http" or not host or odd:
        raise _no_proxy(text)
    port = port_of(parts, text)
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port or 3128}"


def _no_proxy(text: str) -> InputProblem:
    return InputProblem(
        msg("“{text}” is not the address of a proxy. It looks like proxy.example.com:3128.", text=text)
    )


def needs_consent(base_url: str) -> bool:
    """Whether the address is plain http beyond this machine, where anyone on the way can read along."""
    parts = urlsplit(base_url)
    return parts.scheme == "http" and not is_loopback(parts.hostname or "")


def is_too_large(document: Document, limits: Limits) -> bool:
    """Whether it fits into no batch of this server."""
    return limits.batch_bytes is not None and document.size_bytes + _PACKAGE_ENTRY_BYTES > limits.batch_bytes


def split(documents: Sequence[Document], limits: Limits) -> list[tuple[Document, ...]]:
    """The documents in order, in as few batches as the limits allow while keeping that order.

    Raises InputProblem naming a document that is too large for any batch.
    """
    most = limits.batch_documents or len(documents)
    batches: list[list[Document]] = []
    room_bytes = 0
    for one in documents:
        size_bytes = one.size_bytes + _PACKAGE_ENTRY_BYTES
        if limits.batch_bytes is not None and is_too_large(one, limits):
            raise InputProblem(
                msg(
                    "“{name}” is too large: this server takes {size} at once.",
                    name=one.name,
                    size=size_words(limits.batch_bytes),
                )
            )
        fits = limits.batch_bytes is None or size_bytes <= room_bytes
        if not batches or len(batches[-1]) >= most or not fits:
            batches.append([])
            room_bytes = limits.batch_bytes or 0
        batches[-1].append(one)
        room_bytes -= size_bytes
    return [tuple(batch) for batch in batches]
