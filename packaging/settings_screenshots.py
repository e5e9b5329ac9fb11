"""Draws every page of the settings into PNG files, without a display: ``settings_screenshots.py FOLDER``.

For looking at; it proves nothing. As `screenshots.py`, which draws the window.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from signdesk.desktop import theme
from signdesk.desktop.settings.dialog import SettingsDialog
from signdesk.desktop.settings.page import Page
from signdesk.desktop.settings.partners import Facts
from signdesk.desktop.settings.secret_row import Place, SecretState
from signdesk.desktop.text import Role
from signdesk.domain.connections import Connection, Proxy, ProxyKind, SecretKind, Way
from signdesk.domain.processes import Process, ProcessKind
from signdesk.domain.servers import Server, SignIn
from signdesk.domain.settings import Settings
from signdesk.seal_api.findings import Finding, Stage, Verdict
from signdesk.storage.settings_policy import Locks

HOME = Path("/home/anna")
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
    Way(
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
FACTS = Facts(
    "SignDesk 0.1.0",
    "Python 3.11.2, Qt 6.11.1, Linux 6.1 x86_64",
    (
        ("Data and journal", HOME / ".local" / "share" / "signdesk"),
        ("Results that were put aside", HOME / ".local" / "share" / "signdesk" / "quarantine"),
        ("Log", HOME / ".local" / "state" / "signdesk" / "log"),
    ),
    str,
)
FINDINGS = (
    Finding(Stage.ADDRESS, Verdict.OK, "The address https://seal.example.com is in order."),
    Finding(Stage.NAME, Verdict.OK, "“proxy.example.com” is 10.0.0.7. The proxy itself looks up the server."),
    Finding(Stage.PROXY, Verdict.OK, "The proxy “proxy.example.com:3128” answers."),
    Finding(Stage.CONNECTION, Verdict.OK, "seal.example.com:443 can be reached through the proxy."),
    Finding(
        Stage.ENCRYPTION,
        Verdict.FAILED,
        "The certificate of seal.example.com:443 was issued by “Office CA”, which is not believed here.",
        "Something between here and the server looks into encrypted connections, or the server’s own issuer "
        "is not known here. Nothing was sent.",
        "Please give me the certificate of “Office CA” as a PEM file, or leave seal.example.com alone.",
    ),
    Finding(Stage.SIGN_IN, Verdict.SKIPPED, "Not tested, because an earlier step failed."),
    Finding(Stage.PROCESS, Verdict.SKIPPED, "Not tested, because an earlier step failed."),
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
    dialog.diagnostics.show_journal("In order: 31 batches, 2 of them under way.")
    made: Page = getattr(dialog, page)
    dialog.show_page(made)
    return made


def complained(dialog: SettingsDialog) -> None:
    page = shown(dialog, "saving")
    line = "/home/anna/.config/signdesk/settings.toml, line 7: saving.unpack: This must be true or false."
    page.complaints.show_sentences([line])
    page.show_problem("saving.file_name", "“{dat}” is not a part of a file name that SignDesk knows.")


def secret(dialog: SettingsDialog) -> None:
    shown(dialog, "server")
    row = dialog.server.form.secrets[SecretKind.SIGN_IN]
    row.open()
    row.show_problem(
        "The keyring is locked. Unlock it and try again, or give the secret for one session only."
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
    panel.end("It breaks at: Encryption.", Role.ERROR)
    dialog.show()
    QApplication.processEvents()
    dialog.server.make_visible(panel.copy)


def page(name: str) -> Callable[[SettingsDialog], None]:
    def draw(dialog: SettingsDialog) -> None:
        shown(dialog, name)

    return draw


NAMES = ("general", "server", "processes", "saving", "notifications", "privacy", "diagnostics")
STATES: dict[str, Callable[[SettingsDialog], None]] = {
    **{name: page(name) for name in NAMES},
    "saving-wrong": complained,
    "server-secret": secret,
    "server-advanced": advanced,
    "server-doctor": doctor,
    "server-none": lambda dialog: (shown(dialog, "server", replace(SETTINGS, connections=())), None)[1],
}


def draw(folder: Path, suffix: str, sizes: tuple[tuple[int, int], ...], names: list[str]) -> None:
    """Each state in light and dark."""
    app = QApplication([])
    for scheme in (theme.Scheme.LIGHT, theme.Scheme.DARK):
        theme.apply(app, scheme)
        for name in names:
            for width, height in sizes:
                dialog = SettingsDialog(None, FACTS, HOME / "Documents" / "Sealed")
                dialog.resize(width, height)
                dialog.show()
                app.processEvents()
                STATES[name](dialog)
                app.processEvents()
                app.processEvents()
                dialog.grab().save(str(folder / f"settings-{name}-{scheme}-{width}x{height}{suffix}.png"))
                dialog.close_for_real()
                dialog.deleteLater()
                app.processEvents()


def main() -> int:
    """Draws, and starts itself again for 200 %."""
    parser = argparse.ArgumentParser(description="Draws every page of the settings into PNG files.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", choices=[*STATES, []])
    parser.add_argument("--scaled", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    names = asked.names or list(STATES)
    if asked.scaled:  # 1024x600 at 200 %, less the window manager's frame
        draw(asked.folder, "@2x", ((496, 252),), names)
        return 0
    draw(asked.folder, "", ((820, 552),), names)
    command = [sys.executable, __file__, "--scaled", str(asked.folder), *names]
    return subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
