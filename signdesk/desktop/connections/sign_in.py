"""The masked fields for a key, a token, or user and password. What is typed stays in memory."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.toolkit.controls import CheckBox
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import SPACE_4, SPACE_8
from signdesk.domain.servers import Credentials, SignIn

LONGEST_SECRET = 8192


class Field(QWidget):
    """A line to type in, with its name above."""

    def __init__(self, name: str, *, secret: bool = False, hint: str = "") -> None:
        super().__init__()
        self.line = QLineEdit()
        bind_text(self.line.setAccessibleName, name)
        bind_text(self.line.setPlaceholderText, hint)
        self.line.setAcceptDrops(False)
        self.line.setMaxLength(LONGEST_SECRET)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
            hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
            self.line.setInputMethodHints(hints | Qt.InputMethodHint.ImhHiddenText)
        above = label(name, Role.MUTED)
        above.setBuddy(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        layout.addWidget(above)
        layout.addWidget(self.line)

    def text(self) -> str:
        """What was typed, without spaces around."""
        return self.line.text().strip()


class KeepBox(QWidget):
    """Whether what is typed is to outlive this session. Ticked from the start."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = CheckBox()
        self.check.setChecked(True)
        bind_text(self.check.setAccessibleName, tr("Keep in the system’s keyring"))
        bind_text(self.check.setAccessibleDescription, tr("Otherwise it is gone when SignDesk is closed."))
        self._words = label(tr("Keep in the system’s keyring"), Role.SMALL, wrap=True)
        self._words.installEventFilter(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self.check)
        layout.addWidget(self._words, 1)

    @property
    def is_ticked(self) -> bool:
        """In the keyring, and not for this session only."""
        return self.check.isChecked()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The words belong to the box: a click on them is one on it."""
        if watched is self._words and event.type() == QEvent.Type.MouseButtonRelease and self.isEnabled():
            self.check.click()
            return True
        return super().eventFilter(watched, event)


class SignInFields(QWidget):
    """Shows only what one kind of sign-in needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = SignIn.API_KEY
        self.api_key = Field(tr("API key"), secret=True)
        self.user = Field(tr("User name"))
        self.password = Field(tr("Password"), secret=True)
        self.token = Field(tr("Token"), secret=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_8)
        for field in (self.api_key, self.user, self.password, self.token):
            layout.addWidget(field)
        self.show_kind(SignIn.API_KEY)

    def show_kind(self, kind: SignIn) -> None:
        """Shows the fields for `kind`, keeping what was typed in the others."""
        self._kind = kind
        self.api_key.setVisible(kind is SignIn.API_KEY)
        self.user.setVisible(kind is SignIn.BASIC)
        self.password.setVisible(kind is SignIn.BASIC)
        self.token.setVisible(kind is SignIn.BEARER)

    def credentials(self) -> Credentials:
        """What was typed for the kind that is shown. A password keeps its spaces."""
        if self._kind is SignIn.API_KEY:
            return Credentials(api_key=self.api_key.text())
        if self._kind is SignIn.BASIC:
            return Credentials(user=self.user.text(), password=self.password.line.text())
        if self._kind is SignIn.BEARER:
            return Credentials(token=self.token.text())
        return Credentials()

    def problem(self) -> str:
        """What is still to be entered, as one sentence; "" where nothing is missing."""
        missing = self._missing()
        if missing is None:
            return ""
        return {
            self.api_key: tr("Enter the API key. The server’s operator gives it to you."),
            self.user: tr("Enter the user name."),
            self.password: tr("Enter the password."),
            self.token: tr("Enter the token. The server’s operator gives it to you."),
        }[missing]

    def focus_missing(self) -> None:
        """Puts the keyboard into the first field that is still empty."""
        if (missing := self._missing()) is not None:
            missing.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def secret_line(self) -> QLineEdit | None:
        """Of the key, password or token that is asked for; None without a sign-in."""
        fields = (self.api_key, self.password, self.token)
        return next((one.line for one in fields if not one.isHidden()), None)

    def _missing(self) -> Field | None:
        fields = (self.api_key, self.user, self.password, self.token)
        return next((one for one in fields if not one.isHidden() and not one.text()), None)

    def clear(self) -> None:
        """Forgets all secrets."""
        for field in (self.api_key, self.password, self.token):
            field.line.clear()

    def focus_first(self) -> None:
        """Puts the keyboard into the first field that is shown."""
        for field in (self.api_key, self.user, self.token):
            if not field.isHidden():
                field.line.setFocus(Qt.FocusReason.OtherFocusReason)
                return
