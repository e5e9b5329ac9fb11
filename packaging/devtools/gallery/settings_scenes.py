"""Every page of the settings, filled in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from devtools.gallery.values import HOME
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.settings.app_info import AppInfo
from signdesk.desktop.settings.dialog import SettingsDialog
from signdesk.desktop.settings.page import Page
from signdesk.desktop.settings.secret_row import Place, SecretState
from signdesk.desktop.toolkit.text import Role
from signdesk.domain.connections import Connection, Proxy, ProxyKind, SecretKind, TransportConfig
from signdesk.domain.messages import msg, series
from signdesk.domain.servers import Process, ProcessKind, Server, SignIn
from signdesk.domain.settings import Settings
from signdesk.seal_api.doctor.findings import Finding, Stage, Verdict
from signdesk.storage.settings_policy import Locks

PROCESSES = (
    Process(1, "Company seal", ProcessKind.SEAL, "Qualified electronic seal with time stamp"),
    Process(12, "Siegel für Lieferantenverträge der Niederlassung Nord", ProcessKind.SEAL),
    Process(20, "Look at seals", ProcessKind.VALIDATE),
    Process(30, "Time stamp", ProcessKind.TIMESTAMP),
)
ACME = Connection(
    "acme",
    "Acme Sealing",
    Server("https://seal.example.com", sign_in=SignIn.API_KEY, label="Acme Sealing"),
    TransportConfig(
        Proxy(ProxyKind.MANUAL, "http://proxy.example.com:3128", "anna"),
        ca_file=HOME / "certificates" / "office-ca.pem",
        certificate=HOME / "certificates" / "anna.pem",
    ),
    processes=PROCESSES,
    default_process_id=1,
)
TEST = Connection(
    "test", "Test", Server("http://seal-test.office.example", sign_in=SignIn.BASIC), plain_http=True
)
SETTINGS = Settings(connections=(ACME, TEST), default_connection="acme")


def _app_info() -> AppInfo:
    data = HOME / ".local" / "share" / "signdesk"
    places = (
        (tr("Data and list of batches"), data),
        (tr("Results that were put aside"), data / "quarantine"),
        (tr("Log"), HOME / ".local" / "state" / "signdesk" / "log"),
    )
    return AppInfo("0.1.0", "Linux 6.1 x86_64", places, str)


PROXY = "proxy.example.com:3128"
SKIPPED = msg("Not tested, because an earlier step failed.")
FINDINGS = (
    Finding(
        Stage.ADDRESS,
        Verdict.OK,
        msg("The address {address} is in order.", address="https://seal.example.com"),
    ),
    Finding(Stage.NAME, Verdict.OK, msg("The proxy itself looks up “{host}”.", host="seal.example.com")),
    Finding(Stage.PROXY, Verdict.OK, msg("The proxy “{proxy}” answers.", proxy=PROXY)),
    Finding(
        Stage.CONNECTION,
        Verdict.OK,
        msg("{place} can be reached through the proxy “{proxy}”.", place="seal.example.com:443", proxy=PROXY),
    ),
    Finding(
        Stage.ENCRYPTION,
        Verdict.FAILED,
        msg(
            "The certificate of “{host}” was not accepted: it comes from an issuer that this computer does "
            "not trust.",
            host="seal.example.com",
        ),
        msg(
            "The certificate comes from {issuer}, which this computer does not know. It may be your office’s "
            "own authority, a device of your network that looks into connections, or somebody else.",
            issuer="Office CA",
        ),
        msg(
            "{place} shows a certificate from {issuer}. If that is right, please give me this issuer’s "
            "certificate as a PEM file, or install it on this computer.",
            place="seal.example.com:443",
            issuer="Office CA",
        ),
    ),
    Finding(Stage.ANSWER, Verdict.SKIPPED, SKIPPED),
    Finding(Stage.SIGN_IN, Verdict.SKIPPED, SKIPPED),
    Finding(Stage.PROCESS, Verdict.SKIPPED, SKIPPED),
)


def shown(dialog: SettingsDialog, page: str, settings: Settings = SETTINGS) -> Page:
    """A page with everything on it."""
    locks = Locks(
        Path("/etc/signdesk/settings.toml"), frozenset([("saving", "folder"), ("general", "theme")])
    )
    for one in dialog.pages:
        one.show_settings(settings, locks)
    dialog.server.show_connections(settings.connections, settings.default_connection, locks)
    for connection in settings.connections[:1]:
        dialog.processes.show_processes(connection.processes, connection.default_process_id)
    for kind, place in zip(SecretKind, (Place.KEYRING, Place.NOWHERE, Place.SESSION), strict=True):
        dialog.server.form.secrets[kind].show_state(SecretState(place))
    dialog.diagnostics.show_journal(msg("The list of batches takes {size} KB.", size=212))
    made: Page = getattr(dialog, page)
    dialog.show_page(made)
    return made


def complained(dialog: SettingsDialog) -> None:
    page = shown(dialog, "saving")
    where = "/home/anna/.config/signdesk/settings.toml, 7: saving.unpack"
    line = series(": ", [where, msg("This must be true or false, without quotation marks.")])
    page.complaints.show_sentences([line])
    page.show_problem(
        "saving.file_name",
        msg(
            "“{part}” is not a part of a file name that SignDesk knows: {known}.",
            part="{dat}",
            known="{process}, {date}, {time}, {count}, {first}, {number}",
        ),
    )


def secret(dialog: SettingsDialog) -> None:
    shown(dialog, "server")
    row = dialog.server.form.secrets[SecretKind.SIGN_IN]
    row.open()
    row.show_problem(
        msg("The keyring is locked. Unlock it and try again, or give the secret for one session only.")
    )
    dialog.server.make_visible(row)


def advanced(dialog: SettingsDialog) -> None:
    shown(dialog, "server")
    dialog.server.form.unfold()
    QApplication.processEvents()
    dialog.server.make_visible(dialog.server.form.secrets[SecretKind.PASS_PHRASE])


def doctor(dialog: SettingsDialog) -> None:
    shown(dialog, "server")
    panel = dialog.server.form.doctor
    panel.begin()
    for finding in FINDINGS:
        panel.add(finding)
    panel.end(tr("It fails at: {step}.", step=tr("Encryption")), Role.ERROR)
    dialog.show()
    QApplication.processEvents()
    dialog.server.make_visible(panel.copy)


def page(name: str) -> Callable[[SettingsDialog], None]:
    def draw(dialog: SettingsDialog) -> None:
        shown(dialog, name)

    return draw


def _alone(dialog: SettingsDialog) -> None:
    shown(dialog, "server", replace(SETTINGS, connections=()))


_PAGES = ("general", "server", "processes", "saving", "notifications", "privacy", "diagnostics")
_SCENES: dict[str, Callable[[SettingsDialog], None]] = {
    **{name: page(name) for name in _PAGES},
    "saving-wrong": complained,
    "server-secret": secret,
    "server-advanced": advanced,
    "server-doctor": doctor,
    "server-none": _alone,
}


def _made(fill_in: Callable[[SettingsDialog], None]) -> SettingsDialog:
    """Scrolled to what the scene is about, for which it must have been shown."""
    dialog = SettingsDialog(None, _app_info(), HOME / "Documents" / "Sealed")
    dialog.show()
    QApplication.processEvents()
    fill_in(dialog)
    return dialog


SCENES: dict[str, Callable[[], SettingsDialog]] = {
    f"settings-{name}": partial(_made, one) for name, one in _SCENES.items()
}
