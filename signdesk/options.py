"""What was asked for on the command line and in the environment, as values. Fixed: others rely on it.

Nothing is opened or sent here. Wrong use ends with exit code 2 and one sentence.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn

from signdesk import __version__
from signdesk.domain.errors import InputProblem
from signdesk.domain.servers import (
    DEFAULT_API_KEY_HEADER,
    AcceptForm,
    Credentials,
    Numbering,
    Server,
    SignIn,
    api_key_header,
    server_address,
)
from signdesk.jobs.pacing import Pacing

WRONG_USE = 2
LARGEST_PROCESS_ID = 2**31 - 1  # int32 in the server's schema (facts.md section 1.2)
SUBCOMMANDS = ("sign", "resume", "status", "login", "logout")


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
    """`signdesk sign ...`. `server` is None where the practice server is meant or none was named."""

    files: tuple[Path, ...]
    process_id: int
    save_to: Path
    server: str | None = None
    practice: bool = False
    api_key_header: str = DEFAULT_API_KEY_HEADER
    accept_form: AcceptForm = AcceptForm.AUTO
    numbering: Numbering = Numbering.UNKNOWN
    again: bool = False
    as_json: bool = False
    data_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class ResumeOptions:
    """`signdesk resume`. `server` leaves out batches of every other server."""

    accept_again: bool = False
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
    """`signdesk login`. `server` as made by `server_address`; `user` is None where it is to be asked for."""

    server: str
    sign_in: SignIn
    api_key_header: str = DEFAULT_API_KEY_HEADER
    user: str | None = None
    data_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class LogoutOptions:
    """`signdesk logout`. `server` as made by `server_address`."""

    server: str
    data_dir: Path | None = None


Subcommand = SignOptions | ResumeOptions | StatusOptions | LoginOptions | LogoutOptions
Options = WindowOptions | Subcommand


def parse(arguments: Sequence[str], environment: MutableMapping[str, str]) -> Options:
    """Raises SystemExit: 0 for --help and --version, 2 for wrong use (said on stderr)."""
    before, rest = _data_dir_first(list(arguments))
    parsers: dict[str, Callable[[list[str]], Options]] = {
        "sign": _sign,
        "resume": _resume,
        "status": _status,
        "login": _login,
        "logout": _logout,
    }
    options = parsers[rest[0]](rest[1:]) if rest and rest[0] in parsers else _window(rest)
    data_dir = options.data_dir or before or _path_or_none(environment.get("SIGNDESK_DATA_DIR"))
    return replace(options, data_dir=data_dir.absolute() if data_dir else None)


def take_credentials(environment: MutableMapping[str, str]) -> Credentials:
    """The secret from SIGNDESK_API_KEY, SIGNDESK_TOKEN or SIGNDESK_USER with SIGNDESK_PASSWORD.

    They are removed from `environment`, so that no child process inherits them (reliability.md, P14).
    Raises InputProblem where they contradict each other.
    """
    names = ("SIGNDESK_API_KEY", "SIGNDESK_TOKEN", "SIGNDESK_USER", "SIGNDESK_PASSWORD")
    api_key, token, user, password = (environment.pop(name, "") for name in names)
    if bool(user) != bool(password):
        raise InputProblem("SIGNDESK_USER and SIGNDESK_PASSWORD belong together: set both or neither.")
    if sum(map(bool, (api_key, token, user))) > 1:
        raise InputProblem(
            "More than one way to sign in is set: keep one of SIGNDESK_API_KEY, SIGNDESK_TOKEN and "
            "SIGNDESK_USER with SIGNDESK_PASSWORD."
        )
    return Credentials(api_key=api_key, user=user, password=password, token=token)


def take_pacing(environment: MutableMapping[str, str]) -> Pacing:
    """The default pacing, with SIGNDESK_TRIES, SIGNDESK_STEP_SECONDS, SIGNDESK_POLL_SECONDS and
    SIGNDESK_SETTLE_SECONDS in the place of attempts, step_limit_s, poll_first_s and settle_s.
    Raises InputProblem for a value that is no positive number.
    """
    pacing = Pacing()
    if tries := environment.get("SIGNDESK_TRIES"):
        pacing = replace(pacing, attempts=max(1, round(_positive("SIGNDESK_TRIES", tries))))
    if limit := environment.get("SIGNDESK_STEP_SECONDS"):
        pacing = replace(pacing, step_limit_s=_positive("SIGNDESK_STEP_SECONDS", limit))
    if poll := environment.get("SIGNDESK_POLL_SECONDS"):
        first_s = _positive("SIGNDESK_POLL_SECONDS", poll)
        pacing = replace(pacing, poll_first_s=first_s, poll_cap_s=15 * first_s)
    if settle := environment.get("SIGNDESK_SETTLE_SECONDS"):
        pacing = replace(pacing, settle_s=_positive("SIGNDESK_SETTLE_SECONDS", settle))
    return pacing


def named_server(
    address: str,
    credentials: Credentials,
    *,
    header: str = DEFAULT_API_KEY_HEADER,
    accept_form: AcceptForm = AcceptForm.AUTO,
    numbering: Numbering = Numbering.UNKNOWN,
) -> Server:
    """The server behind an address, with the kind of sign-in that the credentials are for."""
    return Server(
        server_address(address),
        sign_in=credentials.kind,
        api_key_header=api_key_header(header),
        accept_form=accept_form,
        numbering=numbering,
    )


class _Parser(argparse.ArgumentParser):
    """One sentence instead of the whole usage text."""

    def error(self, message: str) -> NoReturn:
        sentence = message[:1].upper() + message[1:].rstrip(".")
        print(f"{self.prog}: {sentence}. “{self.prog} --help” explains.", file=sys.stderr)  # noqa: T201
        raise SystemExit(WRONG_USE)


def _window(arguments: list[str]) -> WindowOptions:
    parser = _Parser(prog="signdesk", allow_abbrev=False, description=WINDOW_HELP, epilog=WINDOW_EPILOG)
    parser.add_argument("--version", action="version", version=f"SignDesk {__version__}")
    _add_server(parser)
    parser.add_argument("--process", dest="process_id", type=_process_id, metavar="ID")
    parser.add_argument("--save-to", type=_folder, metavar="DIR", help="where sealed ZIPs are saved")
    _add_data_dir(parser)
    parser.add_argument("files", nargs="*", type=_path, metavar="FILE", help="documents or folders to add")
    return WindowOptions(**_tuples(parser.parse_args(arguments)))


def _sign(arguments: list[str]) -> SignOptions:
    parser = _Parser(prog="signdesk sign", allow_abbrev=False, description=SIGN_HELP, epilog=SIGN_EPILOG)
    _add_server(parser)
    parser.add_argument("--process", dest="process_id", type=_process_id, required=True, metavar="ID")
    parser.add_argument("--save-to", type=_folder, required=True, metavar="DIR")
    parser.add_argument("--api-key-header", default=DEFAULT_API_KEY_HEADER, metavar="NAME")
    forms = [AcceptForm.AUTO, AcceptForm.PATH, AcceptForm.QUERY, AcceptForm.BODY]
    parser.add_argument("--accept-form", choices=[str(form) for form in forms], default="auto")
    parser.add_argument(
        "--status-numbering", dest="numbering", choices=["newer", "older"], default=Numbering.UNKNOWN
    )
    parser.add_argument("--again", action="store_true", help="also what this process has sealed already")
    _add_json(parser)
    _add_data_dir(parser)
    parser.add_argument("files", nargs="+", type=_path, metavar="FILE", help="documents or folders to seal")
    values = _tuples(parser.parse_args(arguments))
    if not values["server"] and not values["practice"]:
        parser.error("name the server with --server, or use --practice")
    values["accept_form"] = AcceptForm(values["accept_form"])
    values["numbering"] = Numbering(values["numbering"])
    return SignOptions(**values)


def _resume(arguments: list[str]) -> ResumeOptions:
    parser = _Parser(prog="signdesk resume", allow_abbrev=False, description=RESUME_HELP, epilog=SIGN_EPILOG)
    parser.add_argument(
        "--accept-again", action="store_true", help="order sealing again where that is unclear"
    )
    parser.add_argument("--server", metavar="URL", help="only batches of this server")
    _add_json(parser)
    _add_data_dir(parser)
    return ResumeOptions(**vars(parser.parse_args(arguments)))


def _status(arguments: list[str]) -> StatusOptions:
    parser = _Parser(prog="signdesk status", allow_abbrev=False, description=STATUS_HELP)
    parser.add_argument(
        "--all", dest="everything", action="store_true", help="also what was removed from the list"
    )
    _add_json(parser)
    _add_data_dir(parser)
    return StatusOptions(**vars(parser.parse_args(arguments)))


def _login(arguments: list[str]) -> LoginOptions:
    parser = _Parser(prog="signdesk login", allow_abbrev=False, description=LOGIN_HELP, epilog=LOGIN_EPILOG)
    parser.add_argument("--server", required=True, type=_address, metavar="URL")
    kinds = [SignIn.API_KEY, SignIn.BASIC, SignIn.BEARER]
    parser.add_argument("--sign-in", choices=[str(kind) for kind in kinds], help="api_key without --user")
    parser.add_argument("--api-key-header", type=_header, metavar="NAME")
    parser.add_argument("--user", metavar="NAME", help="with basic")
    _add_data_dir(parser)
    known, unknown = parser.parse_known_args(arguments)
    if unknown:  # not shown: it may be the secret
        parser.error("it takes only these options, and the secret is never an argument")
    values = vars(known)
    kind = SignIn(values["sign_in"] or (SignIn.API_KEY if values["user"] is None else SignIn.BASIC))
    if values["user"] is not None and (kind is not SignIn.BASIC or not values["user"]):
        parser.error("--user names the user of --sign-in basic")
    if values["api_key_header"] and kind is not SignIn.API_KEY:
        parser.error("--api-key-header belongs to --sign-in api_key")
    header = values["api_key_header"] or DEFAULT_API_KEY_HEADER
    return LoginOptions(**{**values, "sign_in": kind, "api_key_header": header})


def _logout(arguments: list[str]) -> LogoutOptions:
    parser = _Parser(prog="signdesk logout", allow_abbrev=False, description=LOGOUT_HELP)
    parser.add_argument("--server", required=True, type=_address, metavar="URL")
    _add_data_dir(parser)
    return LogoutOptions(**vars(parser.parse_args(arguments)))


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", dest="as_json", action="store_true", help="print one JSON object")


def _add_server(parser: argparse.ArgumentParser) -> None:
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--server", metavar="URL", help="address of the sealing server")
    group.add_argument("--practice", action="store_true", help="test seals only, without legal effect")


def _add_data_dir(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data-dir", type=_folder, metavar="DIR", help="keep all of SignDesk's state here")


def _data_dir_first(arguments: list[str]) -> tuple[Path | None, list[str]]:
    """`--data-dir` may stand before the subcommand."""
    if len(arguments) > 2 and arguments[0] == "--data-dir" and arguments[2] in SUBCOMMANDS:
        return _path_or_none(arguments[1]), arguments[2:]
    if len(arguments) > 1 and arguments[0].startswith("--data-dir=") and arguments[1] in SUBCOMMANDS:
        return _path_or_none(arguments[0].removeprefix("--data-dir=")), arguments[1:]
    return None, arguments


def _tuples(parsed: argparse.Namespace) -> dict[str, Any]:
    values = vars(parsed)
    return {**values, "files": tuple(values["files"])}


def _process_id(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if not 1 <= number <= LARGEST_PROCESS_ID:
        raise argparse.ArgumentTypeError(
            f"“{text}” is not a process number: it is a whole number above 0, given by who runs the server"
        )
    return number


def _address(text: str) -> str:
    return _said(server_address, text)


def _header(text: str) -> str:
    return _said(api_key_header, text)


def _said(read: Callable[[str], str], text: str) -> str:
    try:
        return read(text)
    except InputProblem as problem:
        raise argparse.ArgumentTypeError(str(problem)) from problem


def _path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("a file name is empty")
    return Path(text)


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("a folder name is empty")
    return Path(text).expanduser().absolute()


def _path_or_none(text: str | None) -> Path | None:
    return Path(text).expanduser() if text else None


def _positive(name: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0
    if not 0 < value < 1e6:
        raise InputProblem(f"{name} is “{text}”, but must be a number above 0.")
    return value


WINDOW_HELP = "Open the window, with these documents ready to be sealed."
WINDOW_EPILOG = (
    "“signdesk sign --help” explains how to seal without a window. SIGNDESK_API_KEY, SIGNDESK_TOKEN, or "
    "SIGNDESK_USER with SIGNDESK_PASSWORD sign in to the server named with --server."
)
SIGN_HELP = "Seal documents and wait for the sealed ZIP. Results go to stdout, everything else to stderr."
RESUME_HELP = "Go on with every batch that is not finished, each at its right step, and wait for the results."
STATUS_HELP = "List the batches that SignDesk knows, also while the window runs."
LOGIN_HELP = (
    "Keep the sign-in for a server in the keyring of this system, for “sign” and “resume”. The secret is "
    "asked for, or read as one line from stdin; it is never an argument."
)
LOGIN_EPILOG = "Exit codes: 0 kept; 2 wrong use; 3 the keyring cannot be used, and why."
LOGOUT_HELP = "Remove the sign-in for a server from the keyring of this system."
SIGN_EPILOG = (
    "Exit codes: 0 every document has the outcome asked for; 1 finished, but some documents have not; "
    "2 wrong use or bad input, nothing was sent; 3 not finished (server, network, sign-in, process refused); "
    "4 needs a person's decision. "
    "SIGNDESK_API_KEY, SIGNDESK_TOKEN, or SIGNDESK_USER with SIGNDESK_PASSWORD sign in; else what "
    "“signdesk login” keeps for the server."
)
