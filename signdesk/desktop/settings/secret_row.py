"""A key, password or pass phrase: whether one is kept and where, and the masked fields to give another one.

What is kept is never shown again; what is typed leaves the fields with the wish, or with the dialog.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.connections.sign_in import Field, SignInFields
from signdesk.desktop.i18n.language import bind_text, joined, tr
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.icons import Picture
from signdesk.desktop.toolkit.layouts import flowing
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import SPACE_4, SPACE_8
from signdesk.domain.servers import Credentials, SignIn


class Place(StrEnum):
    """Where a secret is."""

    UNKNOWN = "unknown"  # the keyring is being asked
    NOWHERE = "nowhere"
    SESSION = "session"
    KEYRING = "keyring"
    TROUBLE = "trouble"  # the keyring does not say


@dataclass(frozen=True, slots=True)
class SecretState:
    """`sentence`: for TROUBLE, what the keyring said; else why the secret is asked for, or nothing."""

    place: Place = Place.UNKNOWN
    sentence: str = ""


class SecretRow(QWidget):
    """Emits Credentials; where they go is the presenter's. `what` is a noun: "API key"."""

    save_requested = Signal(object)
    session_requested = Signal(object)

    def __init__(self, what: str, kind: SignIn = SignIn.NONE, *, optional: bool = False) -> None:
        """`optional`: where none is kept, nothing may be missing."""
        super().__init__()
        self._what, self._kind = what, kind
        self._missing = ("dot", Tone.NEUTRAL) if optional else ("warning", Tone.NEEDS)
        self._state = SecretState()
        self._picture = Picture("clock", Tone.NEUTRAL.value, 14)
        self.words = label("", Role.SMALL, wrap=True)
        self.change = button("")
        self.remove = button(tr("Remove"))
        self.retry = button(tr("Try again"))
        self.sign_in = SignInFields()
        self.bare = Field(what, secret=True)
        self.problem = label("", Role.ERROR, wrap=True)
        self.keep = button(tr("Keep in the keyring"), "strong")
        self.for_session = button(tr("Keep for this session only"))
        self.cancel = button(tr("Cancel"))
        self.box = QFrame()
        self._lay_out()
        self.change.clicked.connect(self._changing)
        self.cancel.clicked.connect(self._cancelled)
        self.keep.clicked.connect(lambda: self._give(for_session=False))
        self.for_session.clicked.connect(lambda: self._give(for_session=True))
        self.show_kind(what, kind)
        self.show_state(SecretState())

    def show_kind(self, what: str, kind: SignIn) -> None:
        """For which kind of sign-in; NONE is a bare secret. Fields of another kind are emptied."""
        if kind is not self._kind:
            self.forget()
        self._what, self._kind = what, kind
        self.sign_in.show_kind(kind)
        self.sign_in.setVisible(kind is not SignIn.NONE)
        self.bare.setVisible(kind is SignIn.NONE)
        bind_text(self.change.setAccessibleName, tr("Change: {what}", what=what))
        bind_text(self.remove.setAccessibleName, tr("Remove: {what}", what=what))
        self._show_words()

    def show_state(self, state: SecretState) -> None:
        """What is known about it."""
        self._state = state
        self._show_words()

    def show_problem(self, text: str) -> None:
        """It could not be kept; what was typed stays, and the session is offered."""
        self.problem.show_text(text)
        self.problem.setVisible(bool(text))
        bind_text(self.keep.setText, tr("Try again") if text else tr("Keep in the keyring"))
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """While the keyring is asked, which may take as long as a person needs."""
        for part in (self.keep, self.for_session, self.sign_in, self.bare):
            part.setEnabled(not busy)
        if busy:
            self.problem.hide()
            bind_text(self.keep.setText, tr("Asking the keyring…"))

    def open(self, *, focus: bool = True) -> None:
        """Shows the fields."""
        self.box.show()
        self.change.hide()
        self.remove.hide()
        self.show_problem("")
        if not focus:
            return
        if self._kind is SignIn.NONE:
            self.bare.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.sign_in.focus_first()

    def forget(self) -> None:
        """Empties and hides the fields."""
        self.sign_in.clear()
        self.sign_in.user.line.clear()
        self.bare.line.clear()
        had_keyboard = self.box.isAncestorOf(self.window().focusWidget() or self)
        self.box.hide()
        self.show_problem("")
        self._show_words()
        if had_keyboard:
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return not self.box.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the fields and not the dialog."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self._cancelled()
            event.accept()
            return
        super().keyPressEvent(event)

    def _changing(self) -> None:
        self.open()

    def _cancelled(self) -> None:
        self.forget()

    def _give(self, *, for_session: bool) -> None:
        secret = self._secret()
        if secret is None:
            return
        self.set_busy(True)
        (self.session_requested if for_session else self.save_requested).emit(secret)

    def _secret(self) -> Credentials | None:
        if self._kind is SignIn.NONE:
            if text := self.bare.line.text():
                return Credentials(password=text)
            self.show_problem(tr("Type it first."))
            self.bare.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        if missing := self.sign_in.problem():
            self.show_problem(missing)
            self.sign_in.focus_missing()
            return None
        return self.sign_in.credentials()

    def _show_words(self) -> None:
        icon, tone, words = self._said()
        self._picture.show_icon(icon, tone.value)
        self.words.show_text(joined(" ", words, self._state.sentence))
        bind_text(self.words.setAccessibleName, self.words.shown())
        kept = self._state.place in (Place.KEYRING, Place.SESSION)
        bind_text(self.change.setText, tr("Change…") if kept else tr("Enter…"))
        self.change.setVisible(not self.is_open)
        self.remove.setVisible(kept and not self.is_open)
        self.retry.setVisible(self._state.place is Place.TROUBLE)

    def _said(self) -> tuple[str, Tone, str]:
        what = self._what
        return {
            Place.UNKNOWN: ("clock", Tone.NEUTRAL, tr("{what}: asking the keyring…", what=what)),
            Place.NOWHERE: (*self._missing, tr("{what}: none is kept yet.", what=what)),
            Place.SESSION: ("check", Tone.DONE, tr("{what}: kept for this session only.", what=what)),
            Place.KEYRING: ("check", Tone.DONE, tr("{what}: kept in the keyring.", what=what)),
            Place.TROUBLE: ("warning", Tone.NEEDS, tr("{what}: not known.", what=what)),
        }[self._state.place]

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        told = QHBoxLayout()
        told.setSpacing(SPACE_8)
        told.addWidget(self._picture)
        told.addWidget(self.words, 1)
        layout.addLayout(told)
        layout.addWidget(flowing(self.retry, self.change, self.remove))
        inner = QVBoxLayout(self.box)
        inner.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        inner.setSpacing(SPACE_8)
        inner.addWidget(self.sign_in)
        inner.addWidget(self.bare)
        inner.addWidget(self.problem)
        inner.addWidget(flowing(self.keep, self.for_session, self.cancel))
        self.box.hide()
        self.problem.hide()
        layout.addWidget(self.box)
