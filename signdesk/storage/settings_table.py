"""The one table of settings: every key of the settings file with all that is said of it.

From here come reading and writing (`settings_meaning`), complaints (`settings_reading`), the rows of the
dialog (`desktop.settings`), the text for support, and the table in the administrator's manual
(`dev.py manual`). A new setting is a field in `domain`, a line here, and what it brings about.

A key's path has `*` where a connection's id or a process's number stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, TypeVar

from signdesk.domain.connections import Connection, ProxyKind, proxy_address
from signdesk.domain.file_names import PLACEHOLDERS, checked
from signdesk.domain.messages import msg, plural
from signdesk.domain.servers import (
    DEFAULT_API_KEY_HEADER,
    AcceptForm,
    Numbering,
    Process,
    ProcessKind,
    Server,
    SignIn,
    api_key_header,
    server_address,
)
from signdesk.domain.settings import Language, LogLevel, Notify, Settings, Theme
from signdesk.storage.setting_kinds import (
    CONNECTION_ID,
    SWITCH,
    Kind,
    choice,
    count,
    is_id,
    line,
    path,
    text_for,
)
from signdesk.storage.toml_editing import Plain

KeyPath = tuple[str, ...]
_Whole = TypeVar("_Whole")

LARGEST_PROCESS_ID = 2**31 - 1  # int32 in the server's schema (signdesk/README.md, Interface)
MOST_BYTES = 2**50
MOST_DOCUMENTS = 1_000_000
MOST_DAYS = 36_500
LONGEST_SENTENCE = 1000
_NUMBER = re.compile(r"[1-9][0-9]{0,9}")
_SECRET = re.compile(
    r"pass(wor[dt]|wd|phrase|code)|pwd|secret|token|credential|api_?key(?!.*header)|haslo|hasło|kennwort",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """`path` in the file. `attribute`: where the value is in Settings, Connection or Process; none where it
    only says that something is left out. `means`: in the manual (Markdown, English). For the dialog:
    `label`, `hint`, `example`, `words` of the choices by their values, and the `page` of what is no
    connection's and no process's.
    """

    path: KeyPath
    attribute: tuple[str, ...]
    kind: Kind
    means: str
    label: str = ""
    hint: str = ""
    words: tuple[tuple[Any, str], ...] = ()
    page: str = ""
    example: str = ""

    @property
    def name(self) -> str:
        """As in the manual: `connections.ID.address`."""
        name = ".".join(self.path).replace("connections.*", "connections.ID")
        return name.replace("processes.*", "processes.N")

    @property
    def default(self) -> Plain:
        """What holds without the key: as `domain` has it."""
        return self.of(_WITHOUT[len(self.path)]) if self.attribute else False

    def of(self, whole: object) -> Plain:
        """Its value in the settings, the connection or the process, as it stands in the file."""
        return self.kind.write(self.read(whole))

    def read(self, whole: object) -> Any:
        """Its value there, as `domain` has it."""
        return reduce(getattr, self.attribute, whole)

    def put(self, whole: _Whole, value: Any) -> _Whole:
        """`whole` with that value, as `domain` has it."""
        changed: _Whole = _with(whole, self.attribute, value)
        return changed


def _with(whole: Any, attribute: tuple[str, ...], value: Any) -> Any:
    name, *below = attribute
    return replace(whole, **{name: _with(getattr(whole, name), tuple(below), value) if below else value})


_WITHOUT: dict[int, object] = {  # by the length of a path: what holds where nothing is said
    1: Settings(),
    2: Settings(),
    3: Connection("", "", Server("", SignIn.API_KEY)),
    5: Process(1, ""),
}
CONNECTION: KeyPath = ("connections", "*")
PROCESS: KeyPath = ("connections", "*", "processes", "*")
_NOTHING = msg("Nothing means that no limit is known.")
_AS_SYSTEM = msg("Same as the system")


def _address(text: str) -> str:
    return server_address(text, plain_http=True)  # whether somebody consented is another key


def days(number: object) -> str:
    """How long, for a person."""
    return plural("For %n day", "For %n days", number) if isinstance(number, int) else msg("For ever")


def _general() -> Iterable[Setting]:
    yield Setting(
        ("default_connection",),
        ("default_connection",),
        CONNECTION_ID,
        "the connection to begin with; none: the one used last, else the first",
    )
    yield Setting(
        ("general", "language"),
        ("general", "language"),
        choice(Language),
        "the window's language",
        msg("Language"),
        words=(
            (Language.SYSTEM, _AS_SYSTEM),
            (Language.ENGLISH, "English"),
            (Language.POLISH, "Polski"),
            (Language.GERMAN, "Deutsch"),
        ),
        page="general",
    )
    yield Setting(
        ("general", "theme"),
        ("general", "theme"),
        choice(Theme),
        "the window's colours",
        msg("Colours"),
        words=(
            (Theme.SYSTEM, _AS_SYSTEM),
            (Theme.LIGHT, msg("Light")),
            (Theme.DARK, msg("Dark")),
            (Theme.CONTRAST, msg("High contrast")),
        ),
        page="general",
    )


def _saving() -> Iterable[Setting]:
    yield Setting(
        ("saving", "folder"),
        ("saving", "folder"),
        path("a folder"),
        "where sealed ZIPs go; none: `Sealed` in your documents",
        msg("Folder for sealed documents"),
        page="saving",
    )
    yield Setting(
        ("saving", "ask_each_time"),
        ("saving", "ask_each_time"),
        SWITCH,
        "ask for the folder at each batch (in the window; `sign` has `--save-to`)",
        msg("Ask for the folder each time"),
        page="saving",
    )
    yield Setting(
        ("saving", "file_name"),
        ("saving", "file_name"),
        text_for(checked, "text with " + " ".join(f"`{{{name}}}`" for name in PLACEHOLDERS)),
        "the ZIP's name: `Company seal 2026-11-23 14.02.zip`; `{count}` documents, `{first}` the first one's "
        "name, `{number}` the server's of the batch",
        msg("File name"),
        page="saving",
    )
    yield Setting(
        ("saving", "unpack"),
        ("saving", "unpack"),
        SWITCH,
        "also unpack the ZIP, into a folder beside it with its name",
        msg("Also unpack the ZIP into a folder beside it"),
        msg("The ZIP stays: it is what the server sealed."),
        page="saving",
    )
    yield Setting(
        ("saving", "delete_from_server"),
        ("saving", "delete_from_server"),
        SWITCH,
        "delete the server's copy when the result is safe here",
        msg("Delete the documents from the server after saving"),
        msg("Only after the saved ZIP was checked."),
        page="saving",
    )
    yield Setting(
        ("saving", "receipts"),
        ("saving", "receipts"),
        SWITCH,
        "write a [receipt](#receipts) beside each result",
        msg("Save a receipt beside the ZIP"),
        msg("What was sealed, when and by which process."),
        page="saving",
    )


def _other_pages() -> Iterable[Setting]:
    yield Setting(
        ("notifications", "show"),
        ("notifications", "show"),
        choice(Notify),
        "which outcomes are announced",
        msg("Tell me about"),
        msg("A notification only repeats what the batch’s card says."),
        (
            (Notify.ALL, msg("Every batch that is finished")),
            (Notify.PROBLEMS, msg("Only what needs me")),
            (Notify.NONE, msg("Nothing")),
        ),
        page="notifications",
    )
    yield Setting(
        ("notifications", "tray"),
        ("notifications", "tray"),
        SWITCH,
        "an icon beside the clock, with which work can go on when the window is closed",
        msg("Keep an icon beside the clock"),
        msg("With it SignDesk can go on when its window is closed."),
        page="notifications",
    )
    yield Setting(
        ("privacy", "history_days"),
        ("privacy", "history_days"),
        count(MOST_DAYS),
        "how long finished batches stay in the list; 0: for ever; what is not complete stays until a person "
        "has said “Seen”",
        msg("Keep finished batches in the list"),
        words=tuple((number, days(number)) for number in (30, 90, 365, None)),
        page="privacy",
    )
    yield Setting(
        ("privacy", "log_level"),
        ("privacy", "log_level"),
        choice(LogLevel),
        "how much the log file tells",
        msg("The log tells"),
        msg("Never a key, a password or the content of a document."),
        (
            (LogLevel.ERROR, msg("Faults only")),
            (LogLevel.WARNING, msg("Faults and warnings")),
            (LogLevel.INFO, msg("What SignDesk does as well")),
            (LogLevel.DEBUG, msg("Everything, for support")),
        ),
        page="diagnostics",
    )


def _of_connection(
    name: str, attribute: tuple[str, ...], kind: Kind, means: str, label: str = "", **dialog: Any
) -> Setting:
    return Setting((*CONNECTION, name), attribute, kind, means, label, **dialog)


def _connection() -> Iterable[Setting]:
    one = _of_connection
    yield one(
        "name",
        ("name",),
        line(needed=True),
        "the name that is shown; none: the ID",
        msg("Name"),
        example=msg("Acme Sealing"),
    )
    yield one(
        "address",
        ("server", "base_url"),
        text_for(_address, "an address"),
        "the server; `/`, `/api…` and `/swagger…` at its end are taken off. Needed",
        msg("Address"),
        example="https://seal.example.com",
    )
    yield one(
        "sign_in",
        ("server", "sign_in"),
        choice(SignIn),
        "how to sign in; the secret is in the keyring",
        msg("Sign in with"),
        words=(
            (SignIn.API_KEY, msg("API key")),
            (SignIn.BASIC, msg("User name and password")),
            (SignIn.BEARER, msg("Token")),
            (SignIn.NONE, msg("No sign-in")),
        ),
    )
    yield one(
        "api_key_header",
        ("server", "api_key_header"),
        text_for(api_key_header, "a header's name"),
        "which header carries the API key",
        msg("Name of the key’s header"),
        example=DEFAULT_API_KEY_HEADER,
    )
    yield one(
        "certificate",
        ("transport", "certificate"),
        path("a PEM file"),
        "the client certificate, where the server asks for one",
        msg("Client certificate"),
        hint=msg("A PEM file. Needed only if the server asks for a client certificate."),
    )
    yield one(
        "key",
        ("transport", "key"),
        path("a PEM file"),
        "its key, unless it is in the same file",
        msg("Key of the client certificate"),
        hint=msg("Only where it is not in the same file."),
    )
    yield one(
        "ca_file",
        ("transport", "ca_file"),
        path("a PEM file"),
        "issuers that are trusted as well as the system's",
        msg("Also trust these certificates"),
        hint=msg(
            "A PEM file with your organisation’s own issuers. Those of this computer are always trusted."
        ),
    )
    yield one(
        "proxy",
        ("transport", "proxy", "kind"),
        choice(ProxyKind),
        "how requests leave the office",
        msg("Proxy"),
        words=(
            (ProxyKind.SYSTEM, _AS_SYSTEM),
            (ProxyKind.NONE, msg("None")),
            (ProxyKind.MANUAL, msg("The one named here")),
        ),
    )
    yield one(
        "proxy_address",
        ("transport", "proxy", "url"),
        text_for(proxy_address, "host:port", empty=True),
        "for `manual`",
        msg("Address of the proxy"),
        example="proxy.example.com:3128",
    )
    yield one(
        "proxy_user",
        ("transport", "proxy", "user"),
        line(),
        "where the proxy wants a password",
        msg("User name for the proxy"),
        hint=msg("Only where the proxy asks for one."),
    )
    yield one(
        "plain_http",
        ("plain_http",),
        SWITCH,
        "consent to http, where anyone on the way can read everything",
    )
    yield one(
        "accept_form",
        ("server", "accept_form"),
        choice(AcceptForm, [AcceptForm.QUERY_AND_BODY]),
        "where the order to seal carries the batch's number",
        msg("Batch number in AcceptBatch"),
        words=(
            (AcceptForm.AUTO, msg("Find out")),
            (AcceptForm.PATH, msg("In the path")),
            (AcceptForm.QUERY, msg("In the query")),
            (AcceptForm.BODY, msg("In the body")),
        ),
    )
    yield one(
        "status_numbering",
        ("server", "numbering"),
        choice(Numbering),
        "which of the two published tables the server's status numbers follow",
        msg("Status numbers"),
        words=(
            (Numbering.UNKNOWN, msg("Find out")),
            (Numbering.NEWER, msg("Newer table")),
            (Numbering.OLDER, msg("Older table")),
        ),
    )
    yield one(
        "batch_bytes",
        ("limits", "batch_bytes"),
        count(MOST_BYTES),
        "the largest batch that the server takes",
        msg("Megabytes"),
        hint=_NOTHING,
    )
    yield one(
        "batch_documents",
        ("limits", "batch_documents"),
        count(MOST_DOCUMENTS),
        "the most documents in one batch",
        msg("Documents"),
        hint=_NOTHING,
    )
    yield one(
        "default_process",
        ("default_process_id",),
        count(LARGEST_PROCESS_ID, "N"),
        "the process to begin with",
    )
    yield one("removed", (), SWITCH, "you do not want this connection, which your organisation offers")


def _process() -> Iterable[Setting]:
    for name, kind, means in (
        ("label", line(needed=True), "the name that is shown; none: “Process N”"),
        ("sentence", line(LONGEST_SENTENCE), "one sentence that explains it"),
        ("kind", choice(ProcessKind), "the verb on the button, and what counts as success"),
        (
            "changes_documents",
            SWITCH,
            "its server is known to change documents before it seals them (a stamp, PDF/A): if all pages are "
            "found again, that counts as asked for",
        ),
    ):
        yield Setting((*PROCESS, name), (name,), kind, means)
    removed = "you do not want this process, which your organisation offers"
    yield Setting((*PROCESS, "removed"), (), SWITCH, removed)


SETTINGS: dict[KeyPath, Setting] = {
    one.path: one for one in (*_general(), *_saving(), *_other_pages(), *_connection(), *_process())
}
_TABLES = frozenset(path[:length] for path in SETTINGS for length in range(len(path)))


def key_at(path: KeyPath) -> Setting | None:
    """The setting that stands at this path."""
    return SETTINGS.get(pattern(path))


def is_table(path: KeyPath) -> bool:
    """Whether a table stands at this path: there are keys below it."""
    return pattern(path) in _TABLES


def pattern(path: KeyPath) -> KeyPath:
    """The path with `*` for the id of a connection and the number of a process."""
    wild = (path[0] == "connections") if path else False
    return tuple("*" if wild and number in (1, 3) else name for number, name in enumerate(path))


def settings_below(table: KeyPath) -> tuple[Setting, ...]:
    """Those that stand directly in one of the two tables with a `*`, and with `()` all others."""
    if table:
        return tuple(one for one in SETTINGS.values() if one.path[:-1] == table)
    return tuple(one for one in SETTINGS.values() if one.path[0] != "connections")


def refused_name(path: KeyPath) -> str:
    """Why this name of a connection or process cannot be one: a sentence, or nothing where it can."""
    if pattern(path) == CONNECTION and not is_id(path[1]):
        return msg("A connection's name in the file has letters, digits, “-” and “_”, at most 64.")
    if pattern(path) == PROCESS and not (_NUMBER.fullmatch(path[3]) and int(path[3]) <= LARGEST_PROCESS_ID):
        return msg(
            "A process stands under its number: a whole number above 0, given by the server’s operator."
        )
    return ""


def looks_secret(name: str) -> bool:
    """Whether a key of this name would hold what belongs in the keyring."""
    return _SECRET.search(name.replace("-", "_")) is not None
