"""The header that proves who asks, and keeping its secret out of every text."""

from __future__ import annotations

import base64
from urllib.parse import quote, quote_plus

from signdesk.domain.connections import Access
from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import Message, join, msg
from signdesk.domain.servers import Credentials, Server, SignIn, api_key_header

HIDDEN = "•••"
_ODD_API_KEY = msg(
    "The API key holds characters that cannot be sent, such as a line break, a blank at its end, or letters "
    "from outside Western Europe."
)
_ODD_TOKEN = msg(
    "The access token holds characters that cannot be sent, such as a line break, a blank at its end, or "
    "letters from outside Western Europe."
)
SHORTEST_HIDDEN = 4  # replacing every "a" of a text would hide nothing and garble it


def sign_in_headers(server: Server, credentials: Credentials) -> dict[str, str]:
    """Header name and value by `server.sign_in`; empty where there is nothing to send (the server then asks
    by a 401). Raises InputProblem for what no header can carry; its text does not hold the secret.
    """
    match server.sign_in:
        case SignIn.API_KEY if credentials.api_key:
            name = api_key_header(server.api_key_header)
            return {name: _sendable(credentials.api_key, _ODD_API_KEY)}
        case SignIn.BEARER if credentials.token:
            return {"Authorization": f"Bearer {_sendable(credentials.token, _ODD_TOKEN)}"}
        case SignIn.BASIC if credentials.user or credentials.password:
            return {"Authorization": f"Basic {_basic(credentials)}"}
        case _:
            return {}


class Redactor:
    """Replaces the secrets that were added, also as Base64 and as in addresses, in text from outside.

    `add` may be called in one thread while another redacts.
    """

    def __init__(self) -> None:
        self._longest_first: tuple[str, ...] = ()

    def add(self, user: str, secret: str) -> None:
        """`user`: where the two travel together (HTTP Basic), else empty."""
        forms = set(self._longest_first)
        if len(secret) >= SHORTEST_HIDDEN:
            forms |= _forms(secret)
        if user and secret:
            forms |= _forms(_encoded(f"{user}:{secret}"))
        self._longest_first = tuple(sorted(forms, key=len, reverse=True))

    def __call__(self, text: str) -> str:
        for form in self._longest_first:
            text = text.replace(form, HIDDEN)
        return text


def redactor(credentials: Credentials, access: Access = Access()) -> Redactor:  # noqa: B008 - a frozen value
    """Knows the secrets of a sign-in, and those of the way to the server."""
    made = Redactor()
    made.add("", access.key_pass_phrase)
    made.add(access.transport.proxy.user, access.proxy_password)
    made.add("", credentials.api_key)
    made.add("", credentials.token)
    made.add(credentials.user, credentials.password)
    return made


def _sendable(secret: str, odd: Message) -> str:
    try:
        secret.encode("latin-1")
    except UnicodeEncodeError:
        plain = False
    else:
        plain = secret.isprintable() and secret == secret.strip()
    if not plain:
        raise InputProblem(join(odd, msg("Copy it again from where you were given it.")))
    return secret


def _basic(credentials: Credentials) -> str:
    if ":" in credentials.user:
        raise InputProblem(msg("The user name holds a colon, which this kind of sign-in cannot carry."))
    return _encoded(f"{credentials.user}:{credentials.password}")


def _encoded(text: str) -> str:
    return base64.b64encode(text.encode("utf-8", "surrogatepass")).decode("ascii")


def _forms(secret: str) -> set[str]:
    raw = secret.encode("utf-8", "surrogatepass")
    return {secret, _encoded(secret), quote(raw, safe=""), quote_plus(raw)}
