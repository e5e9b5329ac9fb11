"""The command line's arguments into the values of `options`."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from signdesk import __version__
from signdesk.domain.documents import shown_name, visible
from signdesk.domain.errors import InputProblem
from signdesk.domain.servers import AcceptForm, Numbering, SignIn, api_key_header
from signdesk.options import (
    WRONG_USE,
    DropOptions,
    LoginOptions,
    LogoutOptions,
    Options,
    ReleaseOptions,
    RestoreOptions,
    ResumeOptions,
    SignOptions,
    StatusOptions,
    VerifyOptions,
    WindowOptions,
)
from signdesk.path_arguments import file_given, folder_given

LARGEST_PROCESS_ID = 2**31 - 1  # int32 in the server's schema (signdesk/README.md, Interface)
SUBCOMMANDS = ("sign", "resume", "status", "login", "logout", "verify", "restore", "release", "drop")
RESERVED = ("settings", "diagnostics")  # for subcommands to come
_DIGITS = re.compile(r"[0-9]{1,10}")
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")


def parse(arguments: Sequence[str], environment: MutableMapping[str, str]) -> Options:
    """Raises SystemExit: 0 for --help and --version, 2 for wrong use (said on stderr)."""
    before, rest = _data_dir_first(list(arguments))
    parsers: dict[str, Callable[[list[str]], Options]] = {
        "sign": _sign,
        "resume": _resume,
        "status": _status,
        "login": _login,
        "logout": _logout,
        "verify": _verify,
        "restore": _restore,
        "release": _release,
        "drop": _drop,
        **dict.fromkeys(RESERVED, _reserved),
    }
    options = parsers[rest[0]](rest[1:]) if rest and rest[0] in parsers else _window(rest)
    data_dir = options.data_dir or before or _data_folder(environment.get("SIGNDESK_DATA_DIR"))
    return replace(options, data_dir=data_dir.absolute() if data_dir else None)


class _Parser(argparse.ArgumentParser):
    """One sentence instead of the whole usage text."""

    def error(self, message: str) -> NoReturn:
        sentence = visible(shown_name(message[:1].upper() + message[1:].rstrip(".")))
        print(f"{self.prog}: {sentence}. “{self.prog} --help” explains.", file=sys.stderr)  # noqa: T201
        raise SystemExit(WRONG_USE)


def _window(arguments: list[str]) -> WindowOptions:
    parser = _Parser(
        prog="signdesk",
        usage="signdesk [options] [FILE...]\n       signdesk COMMAND ...",
        allow_abbrev=False,
        description=WINDOW_HELP,
        epilog=f"commands:\n{_commands()}\n\n{WINDOW_EPILOG}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"SignDesk {__version__}")
    _add_server(parser)
    parser.add_argument(
        "--process", dest="process_id", type=_process_id, metavar="ID", help="number of the process"
    )
    parser.add_argument("--save-to", type=folder_given, metavar="DIR", help="where sealed ZIPs are saved")
    _add_data_dir(parser)
    parser.add_argument(
        "files", nargs="*", type=file_given, metavar="FILE", help="documents or folders to add"
    )
    values = _tuples(parser.parse_args(arguments))
    if values["files"]:
        _refuse_mistyped(parser, arguments, str(values["files"][0]))
    return WindowOptions(**values)


def _refuse_mistyped(parser: argparse.ArgumentParser, arguments: list[str], word: str) -> None:
    """A bare word that is no file was meant as a subcommand: documents have an ending, or a folder before."""
    if word not in arguments or not _WORD.fullmatch(word) or os.path.lexists(word):  # ./sing is no bare word
        return
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), SUBCOMMANDS, 1)
    meant = f"perhaps “signdesk {near[0]}” is meant" if near else f"commands are {', '.join(SUBCOMMANDS)}"
    parser.error(f"“{word}” is neither a command nor a file here; {meant}")


def _sign(arguments: list[str]) -> SignOptions:
    parser = _Parser(prog="signdesk sign", allow_abbrev=False, description=SIGN_HELP, epilog=SIGN_EPILOG)
    _add_server(parser, connection=True)
    parser.add_argument(
        "--process",
        dest="process_id",
        type=_process_id,
        metavar="ID",
        help="number of the process; if not given, the connection's usual one",
    )
    parser.add_argument(
        "--save-to",
        type=folder_given,
        metavar="DIR",
        help="folder for sealed ZIPs; if not given, that of the settings",
    )
    parser.add_argument("--api-key-header", type=_header, metavar="NAME")
    forms = [AcceptForm.AUTO, AcceptForm.PATH, AcceptForm.QUERY, AcceptForm.BODY]
    parser.add_argument("--accept-form", choices=[str(form) for form in forms])
    parser.add_argument("--status-numbering", dest="numbering", choices=["newer", "older"])
    parser.add_argument("--again", action="store_true", help="also what this process has sealed already")
    parser.add_argument(
        "--send-anyway", action="store_true", help="also what is protected or certified against changes"
    )
    _add_json(parser)
    _add_data_dir(parser)
    parser.add_argument(
        "files", nargs="+", type=file_given, metavar="FILE", help="documents or folders to seal"
    )
    values = _tuples(parser.parse_args(arguments))
    if values["accept_form"]:
        values["accept_form"] = AcceptForm(values["accept_form"])
    if values["numbering"]:
        values["numbering"] = Numbering(values["numbering"])
    return SignOptions(**values)


def _resume(arguments: list[str]) -> ResumeOptions:
    parser = _Parser(prog="signdesk resume", allow_abbrev=False, description=RESUME_HELP, epilog=SIGN_EPILOG)
    parser.add_argument(
        "--accept-again", action="store_true", help="order sealing again where that is unclear"
    )
    parser.add_argument(
        "--fetch-again",
        action="store_true",
        help="fetch results once more that were put aside, or saved with nothing proven",
    )
    parser.add_argument(
        "--to-new-address",
        action="store_true",
        help="go on where the connection leads now, with batches that were sent to its earlier address",
    )
    place = parser.add_mutually_exclusive_group()
    place.add_argument(
        "--moved-here", action="store_true", help="the data folder was moved, and no other copy is used"
    )
    place.add_argument(
        "--copied-here", action="store_true", help="it is a copy, and the other goes on with its batches"
    )
    parser.add_argument(
        "--seen", action="store_true", help="say that you have seen that the list of batches was lost"
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


def _verify(arguments: list[str]) -> VerifyOptions:
    parser = _Parser(
        prog="signdesk verify", allow_abbrev=False, description=VERIFY_HELP, epilog=VERIFY_EPILOG
    )
    parser.add_argument(
        "--receipt", type=file_given, metavar="FILE", help="if not given, the one beside each ZIP"
    )
    parser.add_argument(
        "--ca-file", type=file_given, metavar="PEM", help="issuers to trust as well as the system's"
    )
    _add_json(parser)
    _add_data_dir(parser)
    parser.add_argument(
        "files", nargs="+", type=file_given, metavar="FILE", help="saved ZIPs, PDFs or .p7s files"
    )
    return VerifyOptions(**_tuples(parser.parse_args(arguments)))


def _restore(arguments: list[str]) -> RestoreOptions:
    parser = _Parser(prog="signdesk restore", allow_abbrev=False, description=RESTORE_HELP)
    _add_data_dir(parser)
    parser.add_argument(
        "files", nargs="+", type=file_given, metavar="FILE", help="receipts, or folders with them"
    )
    return RestoreOptions(**_tuples(parser.parse_args(arguments)))


def _release(arguments: list[str]) -> ReleaseOptions:
    parser = _Parser(
        prog="signdesk release", allow_abbrev=False, description=RELEASE_HELP, epilog=DECISION_EPILOG
    )
    parser.add_argument(
        "--save-to", type=folder_given, metavar="DIR", help="if not given, the folder of the order"
    )
    _add_batch(parser)
    return ReleaseOptions(**vars(parser.parse_args(arguments)))


def _drop(arguments: list[str]) -> DropOptions:
    parser = _Parser(prog="signdesk drop", allow_abbrev=False, description=DROP_HELP, epilog=DECISION_EPILOG)
    _add_batch(parser)
    return DropOptions(**vars(parser.parse_args(arguments)))


def _add_batch(parser: argparse.ArgumentParser) -> None:
    _add_data_dir(parser)
    parser.add_argument("batch_id", metavar="BATCH", help="its number, as “signdesk status” lists it")


def _reserved(_arguments: list[str]) -> NoReturn:
    names = " and ".join(f"“{one}”" for one in RESERVED)
    _Parser(prog="signdesk").error(
        f"{names} are kept for commands to come; give a document of that name as ./{RESERVED[0]}"
    )


def _login(arguments: list[str]) -> LoginOptions:
    parser = _Parser(prog="signdesk login", allow_abbrev=False, description=LOGIN_HELP, epilog=LOGIN_EPILOG)
    _add_server(parser, practice=False, connection=True)
    kinds = [SignIn.API_KEY, SignIn.BASIC, SignIn.BEARER]
    parser.add_argument(
        "--sign-in", choices=[str(kind) for kind in kinds], help="if not given, as the connection says"
    )
    parser.add_argument("--api-key-header", type=_header, metavar="NAME")
    parser.add_argument("--user", metavar="NAME", help="with basic")
    _add_data_dir(parser)
    known, unknown = parser.parse_known_args(arguments)
    if unknown:  # not shown: it may be the secret
        parser.error("it takes only these options, and the secret is never an argument")
    values = vars(known)
    kind = _kind(values)
    if values["user"] is not None and (kind is not SignIn.BASIC or not values["user"]):
        parser.error("--user names the user of --sign-in basic")
    if values["api_key_header"] and kind is not SignIn.API_KEY:
        parser.error("--api-key-header belongs to --sign-in api_key")
    return LoginOptions(**{**values, "sign_in": kind})


def _kind(values: dict[str, Any]) -> SignIn | None:
    """What was said, or what the other options are for."""
    if values["sign_in"]:
        return SignIn(values["sign_in"])
    if values["user"] is not None:
        return SignIn.BASIC
    return SignIn.API_KEY if values["api_key_header"] else None


def _logout(arguments: list[str]) -> LogoutOptions:
    parser = _Parser(prog="signdesk logout", allow_abbrev=False, description=LOGOUT_HELP)
    _add_server(parser, practice=False, connection=True)
    _add_data_dir(parser)
    return LogoutOptions(**vars(parser.parse_args(arguments)))


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", dest="as_json", action="store_true", help="print one JSON object")


def _add_server(parser: argparse.ArgumentParser, *, practice: bool = True, connection: bool = False) -> None:
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--server", metavar="URL", help="address of the sealing server")
    if connection:
        group.add_argument(
            "--connection", metavar="ID", help="a connection of the settings; if not given, the default one"
        )
    if practice:
        group.add_argument("--practice", action="store_true", help="test seals only, without legal effect")


def _add_data_dir(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data-dir", type=folder_given, metavar="DIR", help="keep all of SignDesk's state here"
    )


def _data_dir_first(arguments: list[str]) -> tuple[Path | None, list[str]]:
    """`--data-dir` may stand before the subcommand."""
    if len(arguments) > 2 and arguments[0] == "--data-dir" and arguments[2] in (*SUBCOMMANDS, *RESERVED):
        return _data_folder(arguments[1]), arguments[2:]
    if (
        len(arguments) > 1
        and arguments[0].startswith("--data-dir=")
        and arguments[1] in (*SUBCOMMANDS, *RESERVED)
    ):
        return _data_folder(arguments[0].removeprefix("--data-dir=")), arguments[1:]
    return None, arguments


def _data_folder(text: str | None) -> Path | None:
    """Of the environment, where empty is none, or before the subcommand."""
    try:
        return folder_given(text) if text else None
    except argparse.ArgumentTypeError as problem:
        _Parser(prog="signdesk").error(f"the data folder: {problem}")


def _tuples(parsed: argparse.Namespace) -> dict[str, Any]:
    values = vars(parsed)
    return {**values, "files": tuple(values["files"])}


def _process_id(text: str) -> int:
    number = int(text) if _DIGITS.fullmatch(text) else 0
    if not 1 <= number <= LARGEST_PROCESS_ID:
        raise argparse.ArgumentTypeError(
            f"“{text}” is not a process number: it is a whole number above 0. Ask the server’s operator"
        )
    return number


def _header(text: str) -> str:
    return _said(api_key_header, text)


def _said(read: Callable[[str], str], text: str) -> str:
    try:
        return read(text)
    except InputProblem as problem:
        raise argparse.ArgumentTypeError(str(problem)) from problem


def _commands() -> str:
    return "\n".join(f"  {name:<9} {told}" for name, told in COMMANDS.items())


WINDOW_HELP = "Open the window, with these documents ready to be sealed."
WINDOW_EPILOG = """\
“signdesk COMMAND --help” explains each. A document whose name is that of a command is given as ./sign.
SIGNDESK_API_KEY, SIGNDESK_TOKEN, or SIGNDESK_USER with SIGNDESK_PASSWORD sign in to the server named with
--server."""
COMMANDS = {
    "sign": "seal documents without a window, and wait for the result",
    "resume": "go on with every batch that is not finished",
    "status": "list the batches",
    "login": "keep the sign-in for a server in the keyring",
    "logout": "forget the sign-in for a server",
    "verify": "check saved results and their seals again",
    "restore": "take batches into the list again from their receipts",
    "release": "save a result that SignDesk put aside",
    "drop": "remove a batch from the list that is over or waits for you",
}
SIGN_HELP = "Seal documents and wait for the sealed ZIP. Results go to stdout, everything else to stderr."
RESUME_HELP = "Go on with every batch that is not finished, each at its right step, and wait for the results."
STATUS_HELP = "List the batches that SignDesk knows, also while the window runs."
LOGIN_HELP = (
    "Keep the sign-in for a server in the keyring of this system, for “sign” and “resume”. The secret is "
    "asked for, or read as one line from stdin; it is never an argument."
)
LOGIN_EPILOG = "Exit codes: 0 kept; 2 wrong use; 3 the keyring cannot be used."
LOGOUT_HELP = "Remove the sign-in for a server from the keyring of this system."
RELEASE_HELP = "Save a result that SignDesk put aside. Nothing in it is checked, and the server's copy stays."
DROP_HELP = (
    "Remove a batch from the list that is over, or waits for you. “signdesk status --all” still shows it. "
    "Nothing is deleted."
)
DECISION_EPILOG = (
    "Exit codes as “resume”: 1 saved, but not every document has the outcome asked for; 2 there is no such "
    "batch; 3 not finished, or another SignDesk has it; 4 it still needs a decision. “drop” ends with 0."
)
RESTORE_HELP = "Take finished batches into the list again from their receipts, if the list was lost."
VERIFY_HELP = (
    "Check saved results again: is each still what came back, with an intact seal over what was sent? "
    "Needs no server and no list of batches. Without a receipt, a seal is only checked against the file that "
    "is there."
)
VERIFY_EPILOG = "Exit codes: 0 all seals are intact; 1 something is not, or cannot be told; 2 wrong use."
SIGN_EPILOG = (
    "Exit codes: 0 every document has the outcome asked for; 1 finished, but some documents have not; "
    "2 wrong use or bad input, nothing was sent; 3 not finished (server, network, sign-in, process refused); "
    "4 needs a person's decision. "
    "SIGNDESK_API_KEY, SIGNDESK_TOKEN, or SIGNDESK_USER with SIGNDESK_PASSWORD sign in; else what the "
    "keyring holds for the server. SIGNDESK_KEY_PASS_PHRASE and SIGNDESK_PROXY_PASSWORD likewise. What is "
    "not said here is as in the settings."
)
