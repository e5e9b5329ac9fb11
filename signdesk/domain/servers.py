"""A sealing server: its address, its processes (the server has no method that lists them), how to sign in,
and what has been learned of its dialect. Never a secret
inside a `Server`; `Credentials` are handed around beside it and show nothing when printed.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import SplitResult, urlsplit

from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import msg

DEFAULT_API_KEY_HEADER = "API-KEY"
_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_TAIL = re.compile(r"(?i)(?<!/)/+(?:(?:api|swagger)(?:/.*)?)?$")  # begins at no slash but the first of a row
_NUMBER = re.compile(r"[0-9]+|0[xX][0-9a-fA-F]*")  # at a name's end: the system reads an IP address there
HALF_A_SCHEME = re.compile(r"(?i)\s*https?:(?!/{2})")  # http:\\host, https:/host: a host named “http” is none
_RESERVED_HEADERS = frozenset(
    ["host", "content-length", "content-type", "transfer-encoding", "connection", "accept-encoding", "cookie"]
)


class SignIn(StrEnum):
    """How a request proves who sends it (signdesk/README.md, Interface)."""

    NONE = "none"
    API_KEY = "api_key"
    BASIC = "basic"
    BEARER = "bearer"


class AcceptForm(StrEnum):
    """Where AcceptBatch carries the batch id (signdesk/README.md, Interface). The page leaves it open.

    QUERY_AND_BODY is never set by a person: it is what AUTO sends second, and may be learned.
    """

    AUTO = "auto"
    PATH = "path"
    QUERY = "query"
    BODY = "body"
    QUERY_AND_BODY = "query_and_body"


class Numbering(StrEnum):
    """Which of the two published tables the server's status numbers follow (signdesk/README.md, row 5)."""

    UNKNOWN = "unknown"
    NEWER = "newer"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class Server:
    """`base_url` as made by `server_address`: scheme, host, optional port and prefix, no trailing slash."""

    base_url: str
    sign_in: SignIn = SignIn.NONE
    api_key_header: str = DEFAULT_API_KEY_HEADER
    accept_form: AcceptForm = AcceptForm.AUTO
    numbering: Numbering = Numbering.UNKNOWN
    label: str = ""
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Credentials:
    """The one carrier of secrets, from the field that they are typed into to the header: a sign-in, or with
    `password` alone a bare pass phrase or password. Never printed or passed to a child process, and stored in
    the keyring alone.

    `api_key_header`: what the key was kept for, since a key is of no use under another name.
    """

    api_key: str = field(default="", repr=False)
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    api_key_header: str = DEFAULT_API_KEY_HEADER

    @property
    def kind(self) -> SignIn:
        """The kind of sign-in that these are for."""
        if self.api_key:
            return SignIn.API_KEY
        if self.token:
            return SignIn.BEARER
        return SignIn.BASIC if self.user or self.password else SignIn.NONE

    @property
    def secret(self) -> str:
        """What must not be seen: key, token or password."""
        return self.api_key or self.token or self.password


def credentials_of(kind: SignIn, secret: str, user: str = "", header: str = "") -> Credentials:
    """Of that kind; with NONE a bare secret. `header`: "" for the usual one."""
    match kind:
        case SignIn.API_KEY:
            return Credentials(api_key=secret, api_key_header=header or DEFAULT_API_KEY_HEADER)
        case SignIn.BEARER:
            return Credentials(token=secret)
        case SignIn.BASIC:
            return Credentials(user=user, password=secret)
        case SignIn.NONE:
            return Credentials(password=secret)


def for_server(credentials: Credentials, server: Server) -> Credentials:
    """As they are kept for it: an API key with the name of its header."""
    return replace(credentials, api_key_header=server.api_key_header) if credentials.api_key else credentials


def server_address(text: str, *, plain_http: bool = False) -> str:
    """The base URL behind what a person pasted: ends before `/api`, no trailing slash.

    Raises InputProblem for anything that is not plainly an http(s) address, for a user part (a secret in an
    address ends up in logs), for link-local addresses (cloud metadata), and for http beyond this machine
    unless `plain_http`: somebody's recorded consent to that.
    """
    if "@" in text:
        raise InputProblem(msg("A server address must not hold a user name or password."))
    try:
        parts = urlsplit(text.strip() if "://" in text else f"https://{text.strip()}")
        host = parts.hostname or ""
    except ValueError as error:
        raise _no_address(text) from error
    _refuse_odd_parts(text, parts.scheme, host, parts.query or parts.fragment)
    port = port_of(parts, text)
    if parts.scheme == "http" and not plain_http and not is_loopback(host):
        raise InputProblem(
            msg(
                "“{host}” would be reached by plain http, where anyone on the way can read everything. Use "
                "https.",
                host=host,
            )
        )
    shown_host = f"[{host}]" if ":" in host else host
    path = _TAIL.sub("", parts.path)
    return f"{parts.scheme}://{shown_host}{f':{port}' if port else ''}{path}"


def port_of(parts: SplitResult, text: str) -> int | None:
    """The port of an address that was typed as `text`; None where it names none. Raises InputProblem."""
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise InputProblem(
            msg("“{text}” is not an address: a port is a number from 1 to 65535.", text=text)
        ) from None
    return port


def origin(base_url: str) -> str:
    """Scheme, host and port: what a secret is bound to."""
    parts = urlsplit(base_url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return f"{parts.scheme}://{parts.hostname}:{port}"


def host_of(base_url: str) -> str:
    """Who gets what is sent there, as people read it: the host, with a port that is not the usual one."""
    return urlsplit(base_url).netloc


def api_key_header(text: str) -> str:
    """A header name that may carry the API key. Raises InputProblem."""
    if not _TOKEN.fullmatch(text) or text.lower() in _RESERVED_HEADERS:
        raise InputProblem(msg("“{text}” cannot be the name of the API key's header.", text=text))
    return text


def is_loopback(host: str) -> bool:
    """Whether the name stands for this machine without asking a name server."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _no_address(text: str) -> InputProblem:
    return InputProblem(
        msg("“{text}” is not a server address. It looks like https://seal.example.com.", text=text)
    )


def _refuse_odd_parts(text: str, scheme: str, host: str, tail: str) -> None:
    odd = HALF_A_SCHEME.match(text) or re.search(r"[\s\x00-\x20\\]", text.strip())
    if scheme not in ("http", "https") or not host or odd:
        raise _no_address(text)
    if tail:  # not repeated here: it may hold a key
        shown = re.split("[?#]", text, maxsplit=1)[0]
        raise InputProblem(
            msg("“{text}…” is no server address: leave out everything from “?” or “#” on.", text=shown)
        )
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        if _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
            raise InputProblem(
                msg("“{host}” is not a server address: it looks like an IP address cut short.", host=host)
            ) from None
        return
    if (getattr(address, "ipv4_mapped", None) or address).is_link_local:
        raise InputProblem(msg("“{host}” is a link-local address, which SignDesk never talks to.", host=host))


class ProcessKind(StrEnum):
    """Decides the verb on the button and what counts as success."""

    SEAL = "seal"
    VALIDATE = "validate"
    TIMESTAMP = "timestamp"


@dataclass(frozen=True, slots=True)
class Process:
    """One process of one server. `sentence` explains it to the person who chooses it. `changes_documents`:
    its server is known to rewrite a document before it seals it, which then counts as asked for.
    """

    id: int
    label: str
    kind: ProcessKind = ProcessKind.SEAL
    sentence: str = ""
    changes_documents: bool = False


def unnamed(process_id: int) -> Process:
    """A process that nobody has named: kind seal, labelled "Process 12"."""
    return Process(process_id, msg("Process {number}", number=process_id))
