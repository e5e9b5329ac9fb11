"""The rows of one connection. Technical words belong below “Advanced” and nowhere else.

`changed` carries a key of `fields.CONNECTION` and the wanted value.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.settings.doctor_panel import DoctorPanel
from signdesk.desktop.settings.fields import CONNECTION
from signdesk.desktop.settings.inline_prompt import InlinePrompt
from signdesk.desktop.settings.rows import ChoiceRow, PathRow, Row, row_of
from signdesk.desktop.settings.secret_row import SecretRow
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import SPACE_12, SPACE_16
from signdesk.domain.connections import Connection, ProxyKind, SecretKind
from signdesk.domain.servers import SignIn
from signdesk.storage.settings_policy import Locks
from signdesk.storage.settings_table import CONNECTION as CONNECTION_TABLE
from signdesk.storage.settings_table import SETTINGS


class ServerForm(QWidget):
    """`secrets` by their kind; `doctor` checks what is shown. `strip` asks about plain http."""

    changed = Signal(str, object)
    browse_requested = Signal(str)  # the key of a row with a path

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
        bind_text(self.more.setText, tr("Less") if unfold else tr("Advanced…"))

    def _add(self, key: str) -> None:
        self.rows[key] = row = row_of(SETTINGS[(*CONNECTION_TABLE, key)])
        if isinstance(row, PathRow):
            row.browse.clicked.connect(lambda _checked=False, of=key: self.browse_requested.emit(of))
        self._column.addWidget(row)
        row.committed.connect(lambda value, of=key: self._said(of, value))

    def _said(self, key: str, value: object) -> None:
        if key == "proxy":  # its address is asked for before it can be taken
            for more in ("proxy_address", "proxy_user"):
                self.rows[more].setVisible(value is ProxyKind.MANUAL)
        self.changed.emit(key, value)

    def _lay_out_plain(self) -> None:
        self._add("name")
        self._add("address")
        self._column.addWidget(self.consent)
        self._column.addWidget(self.strip)
        self._add("sign_in")
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

    def _lay_out_advanced(self) -> None:
        self._section(tr("The way to the server"))
        self._add("proxy")
        self._add("proxy_address")
        self._add("proxy_user")
        self._column.addWidget(self.secrets[SecretKind.PROXY])
        self._section(tr("Certificates"))
        self._add("ca_file")
        self._add("certificate")
        self._add("key")
        self._column.addWidget(self.secrets[SecretKind.PASS_PHRASE])
        self._section(tr("What this server expects"))
        self._add("api_key_header")
        self._add("accept_form")
        self._add("status_numbering")
        self._section(tr("What one batch may hold there"))
        self._add("batch_bytes")
        self._add("batch_documents")
