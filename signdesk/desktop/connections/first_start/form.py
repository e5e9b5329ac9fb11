"""Step 1: the address of a server and the sign-in for it. Emits wishes, checks only what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from signdesk.desktop.connections.sign_in import Field, KeepBox, SignInFields
from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.toolkit.controls import ChoiceBox, button
from signdesk.desktop.toolkit.icons import Picture
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import SPACE_4, SPACE_12, SPACE_20
from signdesk.domain.errors import InputProblem
from signdesk.domain.servers import DEFAULT_API_KEY_HEADER, Credentials, SignIn, host_of, server_address
from signdesk.seal_api.doctor.findings import Remedy

KINDS = (SignIn.API_KEY, SignIn.BASIC, SignIn.BEARER, SignIn.NONE)  # in the order of the list


@dataclass(frozen=True, slots=True)
class Entered:
    """What was typed. `header`: "" for the usual name. `keep`: in the keyring, not for this session only."""

    address: str
    sign_in: SignIn
    header: str
    credentials: Credentials
    keep: bool


class StepBox(QFrame):
    """`step`: its number, or 0 where it is none of them. What belongs into it goes into `column`."""

    def __init__(self, icon: str, heading: str, step: int = 0) -> None:
        super().__init__()
        self.setProperty("surface", "box")
        self.heading = label(heading, Role.HEADING, wrap=True)
        self.number = label(tr("Step {step} of {steps}", step=step, steps=STEPS), Role.MUTED)
        self.number.setVisible(bool(step))
        above = QHBoxLayout()
        above.addWidget(Picture(icon, "accent", 36))
        above.addStretch(1)
        above.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE_20, SPACE_20, SPACE_20, SPACE_20)
        self.column.setSpacing(SPACE_12)
        self.column.addLayout(above)
        self.column.addWidget(self.heading)


class ConnectForm(StepBox):
    """`retry_button`: the keyring that could not be read is to be asked again."""

    connect_requested = Signal(object)  # Entered

    def __init__(self) -> None:
        super().__init__("server", tr("Connect to your server"), 1)
        self.address = Field(tr("Address"), hint="https://seal.example.com")
        self.kind = ChoiceBox()
        self.secrets = SignInFields()
        self.header = Field(tr("Name of the key’s header"), hint=DEFAULT_API_KEY_HEADER)
        self.keep = KeepBox()
        self.goes_to = label("", Role.SMALL, wrap=True)
        self.more_link = button(tr("More"), "link")
        self.problem = label("", Role.ERROR, wrap=True)
        self.retry_button = button(tr("Try again"))
        bind_text(self.retry_button.setAccessibleName, tr("Try again: ask the keyring"))
        self.connect_button = button(tr("Connect"), "strong")
        self.connect_button.setProperty("large", "yes")
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.address.line.textChanged.connect(self._name_host)
        self.more_link.clicked.connect(self._toggle_more)
        self.connect_button.clicked.connect(self._connect)
        for line in self._lines():
            line.returnPressed.connect(self._connect)
        self._show_kind()

    def show_problem(self, text: str, *, retry: bool = False) -> None:
        """One sentence above the button; "" takes it away. `retry`: the keyring can be asked again."""
        self.problem.show_text(text)
        self.problem.setVisible(bool(text))
        self.retry_button.setVisible(retry)

    def show_last(self, address: str, kind: SignIn, header: str) -> None:
        """A server that is known, to be completed by the secret."""
        self.address.line.setText(address)
        self.kind.setCurrentIndex(KINDS.index(kind))
        self.header.line.setText("" if header == DEFAULT_API_KEY_HEADER else header)
        if self.header.text() and self.header.isHidden() and kind is SignIn.API_KEY:
            self._toggle_more()

    def clear(self) -> None:
        """As if nothing had been typed."""
        self.secrets.clear()
        self.secrets.user.line.clear()
        self.show_problem("")
        self.show_last("", SignIn.API_KEY, DEFAULT_API_KEY_HEADER)

    def focus_first(self) -> None:
        """Puts the keyboard into the address, or into the sign-in where there is one already."""
        if self.address.text() and self.secrets.problem():
            self.secrets.focus_missing()
        else:
            self.address.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_for(self, remedy: Remedy) -> None:
        """Puts the keyboard into what is to be changed, all of it selected."""
        if remedy is Remedy.SIGN_IN:
            secret = self.secrets.secret_line()
            (secret or self.kind).setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.focus_first()

    def _lay_out(self) -> None:
        self.kind.show_items((tr("API key"), tr("User name and password"), tr("Token"), tr("No sign-in")))
        bind_text(self.kind.setAccessibleName, tr("Sign in with"))
        kind_name = label(tr("Sign in with"), Role.MUTED)
        kind_name.setBuddy(self.kind)
        choice = QVBoxLayout()
        choice.setSpacing(SPACE_4)
        choice.addWidget(kind_name)
        choice.addWidget(self.kind)
        foot = QHBoxLayout()
        foot.addWidget(self.keep, 1)
        foot.addWidget(self.more_link)
        column = self.column
        column.addWidget(self.address)
        column.addLayout(choice)
        column.addWidget(self.secrets)
        column.addWidget(self.goes_to)
        column.addWidget(self.header)
        column.addLayout(foot)
        column.addWidget(self.problem)
        column.addWidget(self.retry_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        column.addWidget(self.connect_button)
        for hidden in (self.header, self.problem, self.retry_button):
            hidden.hide()

    def _lines(self) -> list[QLineEdit]:
        secrets = self.secrets
        fields = (self.address, secrets.api_key, secrets.user, secrets.password, secrets.token, self.header)
        return [one.line for one in fields]

    def _chosen_kind(self) -> SignIn:
        return KINDS[max(0, self.kind.currentIndex())]

    def _show_kind(self) -> None:
        kind = self._chosen_kind()
        self.secrets.show_kind(kind)
        self._name_host()
        self.keep.setVisible(kind is not SignIn.NONE)
        self.more_link.setVisible(kind is SignIn.API_KEY)
        if kind is not SignIn.API_KEY and not self.header.isHidden():
            self._toggle_more()

    def _name_host(self) -> None:
        """Who will get the secret."""
        try:
            host = host_of(server_address(self.address.text(), plain_http=True))
        except InputProblem:
            host = ""
        self.goes_to.show_text(tr("What you enter goes to {host}.", host=host) if host else "")
        self.goes_to.setVisible(bool(host) and self._chosen_kind() is not SignIn.NONE)

    def _toggle_more(self) -> None:
        unfold = self.header.isHidden()
        self.header.setVisible(unfold)
        bind_text(self.more_link.setText, tr("Less") if unfold else tr("More"))

    def _connect(self) -> None:
        if not self.address.text():
            self.show_problem(tr("Enter the address of your server. The server’s operator knows it."))
            self.address.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.show_problem(self.secrets.problem())
        if self.secrets.problem():
            self.secrets.focus_missing()
            return
        header = self.header.text() if not self.header.isHidden() else ""
        self.connect_requested.emit(
            Entered(
                self.address.text(),
                self._chosen_kind(),
                header,
                self.secrets.credentials(),
                self.keep.is_ticked,
            )
        )


STEPS = 3
