"""What one entry of the keyring holds, on its way in or out. Handed around, never printed."""

from __future__ import annotations

from dataclasses import dataclass, field

from signdesk.domain.servers import DEFAULT_API_KEY_HEADER, Credentials, SignIn


@dataclass(frozen=True, slots=True)
class Secret:
    """A sign-in of a kind, or with NONE a bare pass phrase or password. `user`: for BASIC.

    `api_key_header`: for API_KEY, because a key is of no use under another name.
    """

    value: str = field(repr=False)
    sign_in: SignIn = SignIn.NONE
    user: str = field(default="", repr=False)
    api_key_header: str = DEFAULT_API_KEY_HEADER

    @property
    def credentials(self) -> Credentials:
        """What the server is shown; empty for a bare secret."""
        match self.sign_in:
            case SignIn.API_KEY:
                return Credentials(api_key=self.value)
            case SignIn.BEARER:
                return Credentials(token=self.value)
            case SignIn.BASIC:
                return Credentials(user=self.user, password=self.value)
            case SignIn.NONE:
                return Credentials()


def sign_in_secret(credentials: Credentials, api_key_header: str = DEFAULT_API_KEY_HEADER) -> Secret:
    """The credentials as one entry."""
    value = credentials.api_key or credentials.token or credentials.password
    return Secret(value, credentials.kind, credentials.user, api_key_header)
