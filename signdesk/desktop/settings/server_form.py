"""The rows of one connection. Technical words belong below “Advanced” and nowhere else.

`changed` carries a key of `fields.CONNECTION` and the wanted value.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signdesk.desktop.i18n.language import show, tr
from signdesk.desktop.settings.doctor_panel import DoctorPanel
from signdesk.desktop.settings.fields import CONNECTION
from signdesk.desktop.settings.inline_prompt import InlinePrompt
from signdesk.desktop.settings.rows import ChoiceRow, PathRow, Row, TextRow
from signdesk.desktop.settings.secret_row import SecretRow
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import SPACE_12, SPACE_16
from signdesk.domain.connections import Connection, ProxyKind, SecretKind
from signdesk.domain.servers import DEFAULT_API_KEY_HEADER, AcceptForm, Numbering, SignIn
from signdesk.storage.settings_policy import Locks

FILES = ("ca_file", "certificate", "key")


class ServerForm(QWidget):
    """`secrets` by their kind; `doctor` checks what is shown. `strip` asks about plain http."""

    changed = Signal(str, object)
    browse_requested = Signal(str)  # one of FILES

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, Row] = {}
        self.secrets = {
            SecretKind.SIGN_IN: SecretRow(tr("API key"), SignIn.API_KEY),
            SecretKind.PROXY: SecretRow(tr("Password for the proxy")),
            SecretKind.PASS_PHRASE: SecretRow(tr("Pass phrase of the key"), optional=True),
        }
        self.strip = InlinePrompt()
        self.consent = label("", Role.NEEDS, wrap=True)
        self.doctor = DoctorPanel()
        self.more = button(tr("Advanced…"), "link")
        self.advanced = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_12)
        self._lay_out_plain()
        self._column = inner = QVBoxLayout(self.advanced)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE_12)
        self._lay_out_advanced()
        self.advanced.hide()
        self.more.clicked.connect(self._fold)

    def show_connection(self, one: Connection, locked: Locks) -> None:
        """What holds now."""
        for key, row in self.rows.items():
            row.show_value(CONNECTION[key].read(one))  # type: ignore[attr-defined]
            row.lock(f"connections.{one.id}.{key}" in locked)
        self._show_rest(one)

    def unfold(self) -> None:
        """Shows what is advanced, because something in it matters now."""
        if self.advanced.isHidden():
            self._fold()

    def commit(self) -> None:
        """What was typed last is said."""
        for row in self.rows.values():
            row.commit()

    def secret_words(self, sign_in: SignIn) -> str:
        """What one kind of sign-in keeps secret."""
        return {
            SignIn.API_KEY: tr("API key"),
            SignIn.BASIC: tr("User name and password"),
            SignIn.BEARER: tr("Token"),
            SignIn.NONE: "",
        }[sign_in]

    def _show_rest(self, one: Connection) -> None:
        """What appears only where it has a meaning."""
        sign_in, proxy = one.server.sign_in, one.transport.proxy
        row = self.secrets[SecretKind.SIGN_IN]
        row.setVisible(sign_in is not SignIn.NONE)
        if sign_in is not SignIn.NONE:
            row.show_kind(self.secret_words(sign_in), sign_in)
        self.rows["api_key_header"].setVisible(sign_in is SignIn.API_KEY)
        choice = self.rows["proxy"]
        manual = isinstance(choice, ChoiceRow) and choice.chosen is ProxyKind.MANUAL
        self.rows["proxy_address"].setVisible(manual)
        self.rows["proxy_user"].setVisible(manual)
        self.secrets[SecretKind.PROXY].setVisible(manual and bool(proxy.url and proxy.user))
        self.rows["key"].setVisible(one.transport.certificate is not None)
        self.secrets[SecretKind.PASS_PHRASE].setVisible(one.transport.certificate is not None)
        self.consent.show_text(
            tr("Plain http: anyone on the way can read the documents and the key. Someone here allowed it.")
        )
        self.consent.setVisible(one.plain_http)

    def _fold(self) -> None:
        unfold = self.advanced.isHidden()
        self.advanced.setVisible(unfold)
        show(self.more.setText, tr("Less") if unfold else tr("Advanced…"))

    def _add(self, key: str, row: Row) -> None:
        self.rows[key] = row
        self._column.addWidget(row)
        row.committed.connect(lambda value, of=key: self._said(of, value))

    def _said(self, key: str, value: object) -> None:
        if key == "proxy":  # its address is asked for before it can be taken
            for more in ("proxy_address", "proxy_user"):
                self.rows[more].setVisible(value is ProxyKind.MANUAL)
        self.changed.emit(key, value)

    def _lay_out_plain(self) -> None:
        self._add("name", TextRow(tr("Name"), example=tr("Acme Sealing")))
        self._add("address", TextRow(tr("Address"), example="https://seal.example.com"))
        self._column.addWidget(self.consent)
        self._column.addWidget(self.strip)
        kinds = (
            (SignIn.API_KEY, tr("API key")),
            (SignIn.BASIC, tr("User name and password")),
            (SignIn.BEARER, tr("Token")),
            (SignIn.NONE, tr("No sign-in")),
        )
        self._add("sign_in", ChoiceRow(tr("Sign in with"), kinds))
        self._column.addWidget(self.secrets[SecretKind.SIGN_IN])
        self._column.addWidget(self.doctor)
        across = QHBoxLayout()
        across.addWidget(self.more)
        across.addStretch(1)
        self._column.addLayout(across)
        self._column.addWidget(self.advanced)

    def _section(self, title: str) -> None:
        if self._column.count():
            self._column.addSpacing(SPACE_16 - SPACE_12)
        self._column.addWidget(label(title, Role.STRONG))

    def _file(self, key: str, name: str, hint: str) -> None:
        row = PathRow(name, hint)
        row.browse.clicked.connect(lambda _checked=False, of=key: self.browse_requested.emit(of))
        self._add(key, row)

    def _lay_out_advanced(self) -> None:
        self._section(tr("The way to the server"))
        proxies = (
            (ProxyKind.SYSTEM, tr("Same as the system")),
            (ProxyKind.NONE, tr("None")),
            (ProxyKind.MANUAL, tr("The one named here")),
        )
        self._add("proxy", ChoiceRow(tr("Proxy"), proxies))
        self._add("proxy_address", TextRow(tr("Address of the proxy"), example="proxy.example.com:3128"))
        self._add(
            "proxy_user", TextRow(tr("User name for the proxy"), tr("Only where the proxy asks for one."))
        )
        self._column.addWidget(self.secrets[SecretKind.PROXY])
        self._section(tr("Certificates"))
        self._file(
            "ca_file",
            tr("Also trust these certificates"),
            tr("A PEM file with your organisation’s own issuers. Those of this computer are always trusted."),
        )
        self._file(
            "certificate",
            tr("Client certificate"),
            tr("A PEM file. Needed only if the server asks for a client certificate."),
        )
        self._file("key", tr("Key of the client certificate"), tr("Only where it is not in the same file."))
        self._column.addWidget(self.secrets[SecretKind.PASS_PHRASE])
        self._section(tr("What this server expects"))
        self._add("api_key_header", TextRow(tr("Name of the key’s header"), example=DEFAULT_API_KEY_HEADER))
        forms = (
            (AcceptForm.AUTO, tr("Find out")),
            (AcceptForm.PATH, tr("In the path")),
            (AcceptForm.QUERY, tr("In the query")),
            (AcceptForm.BODY, tr("In the body")),
        )
        self._add("accept_form", ChoiceRow(tr("Batch number in AcceptBatch"), forms))
        tables = (
            (Numbering.UNKNOWN, tr("Find out")),
            (Numbering.NEWER, tr("Newer table")),
            (Numbering.OLDER, tr("Older table")),
        )
        self._add("status_numbering", ChoiceRow(tr("Status numbers"), tables))
        self._section(tr("What one batch may hold there"))
        nothing = tr("Nothing means that no limit is known.")
        self._add("batch_bytes", TextRow(tr("Megabytes"), nothing))
        self._add("batch_documents", TextRow(tr("Documents"), nothing))
