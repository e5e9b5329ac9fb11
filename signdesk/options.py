"""What was asked for on the command line and in the environment, as values. Fixed: others rely on it.

Nothing is opened or sent here. Wrong use ends with exit code 2 and one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from signdesk.domain.servers import AcceptForm, Credentials, Numbering, Server, SignIn, server_address

WRONG_USE = 2


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """`signdesk [--server URL | --practice] [--process ID] [--save-to DIR] [FILE...]`."""

    files: tuple[Path, ...] = ()
    server: str | None = None
    practice: bool = False
    process_id: int | None = None
    save_to: Path | None = None
    data_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class SignOptions:
    """`signdesk sign ...`. None: not said, so the settings decide. At most one of `server`, `connection` and
    `practice` is there; with none of them the settings' first choice is meant.
    """

    files: tuple[Path, ...]
    process_id: int | None = None
    save_to: Path | None = None
    server: str | None = None
    connection: str | None = None
    practice: bool = False
    api_key_header: str | None = None
    accept_form: AcceptForm | None = None
    numbering: Numbering | None = None
    again: bool = False
    send_anyway: bool = False
    as_json: bool = False
    data_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class ResumeOptions:
    """`signdesk resume`. `server` leaves out batches of every other server. `fetch_again`: results that wait
    for a person, once more from their servers. `to_new_address`: what stands at
    the corrected address of a connection is the server that has the batches already.
    `moved_here`: no other copy of the data folder is used.
    `copied_here`: another one is used, and has the batches. `seen`: a person knows of the lost journal.
    """

    accept_again: bool = False
    fetch_again: bool = False
    to_new_address: bool = False
    moved_here: bool = False
    copied_here: bool = False
    seen: bool = False
    server: str | None = None
    as_json: bool = False
    data_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class StatusOptions:
    """`signdesk status`. `everything`: with what was removed from the list."""

    everything: bool = False
    as_json: bool = False
    data_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class LoginOptions:
    """`signdesk login`. `server` and `connection` as in `sign`; `sign_in` and `api_key_header` are None where
    the connection decides, `user` where it is to be asked for.
    """

    server: str | None = None
    connection: str | None = None
    sign_in: SignIn | None = None
    api_key_header: str | None = None
    user: str | None = None
    data_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class LogoutOptions:
    """`signdesk logout`. `server` and `connection` as in `sign`."""

    server: str | None = None
    connection: str | None = None
    data_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class VerifyOptions:
    """`signdesk verify`. `receipt`: for all files; else the one beside each ZIP. `ca_file`: more issuers."""

    files: tuple[Path, ...]
    receipt: Path | None = None
    ca_file: Path | None = None
    as_json: bool = False
    data_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class RestoreOptions:
    """`signdesk restore`. `files`: receipts, or folders in which they are looked for."""

    files: tuple[Path, ...]
    data_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class ReleaseOptions:
    """`signdesk release`. `save_to`: else the folder of the order."""

    batch_id: str
    save_to: Path | None = None
    data_dir: Path | None = None
    verb: ClassVar[str] = "release"


@dataclass(frozen=True, slots=True)
class DropOptions:
    """`signdesk drop`."""

    batch_id: str
    data_dir: Path | None = None
    verb: ClassVar[str] = "drop"


Subcommand = (
    SignOptions
    | ResumeOptions
    | StatusOptions
    | LoginOptions
    | LogoutOptions
    | VerifyOptions
    | RestoreOptions
    | ReleaseOptions
    | DropOptions
)
Options = WindowOptions | Subcommand


def named_server(address: str, credentials: Credentials) -> Server:
    """The server behind an address, with the kind of sign-in that the credentials are for. Plain http is
    refused where it would be used, unless it was consented to in the settings.
    """
    return Server(server_address(address, plain_http=True), sign_in=credentials.kind)
