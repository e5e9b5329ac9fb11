"""What is shown while there is no server: connect to one, or practise. Emits wishes, checks nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from signdesk.desktop import theme
from signdesk.desktop.controls import ChoiceBox, button
from signdesk.desktop.icons import Picture
from signdesk.desktop.language import tr, trn
from signdesk.desktop.sign_in import Field, SignInFields
from signdesk.desktop.text import Role, label
from signdesk.desktop.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_20, SPACE_24
from signdesk.domain.servers import DEFAULT_API_KEY_HEADER, SignIn

SIDE_BY_SIDE_PX = 700
WIDEST_PX = 800
KINDS = (SignIn.API_KEY, SignIn.BASIC, SignIn.BEARER, SignIn.NONE)  # in the order of the list


class StartPage(QScrollArea):
    """Two choices side by side, one above the other where the window is narrow."""

    connect_wanted = Signal(str, object, str, object)  # address, SignIn, header name or "", Credentials
    practice_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.address = Field(tr("Address"), hint="https://seal.example.com")
        self.kind = ChoiceBox()
        self.secrets = SignInFields()
        self.header = Field(tr("Name of the key’s header"), hint=DEFAULT_API_KEY_HEADER)
        self.more_link = button(tr("More"), "link")
        self.problem = label("", Role.ERROR, wrap=True)
        self.connect_button = button(tr("Connect"), "strong")
        self.practice_button = button(tr("Practise"), "outline")
        for one in (self.connect_button, self.practice_button):
            one.setProperty("large", "yes")
        self.back_link = button(tr("Back to your documents"), "link")
        self._waiting = label("", Role.MUTED, wrap=True)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.more_link.clicked.connect(self._toggle_more)
        self.connect_button.clicked.connect(self._connect)
        self.practice_button.clicked.connect(self.practice_wanted)
        self.back_link.clicked.connect(self.back_wanted)
        for line in self._lines():
            line.returnPressed.connect(self._connect)
        self._show_kind()

    def show_problem(self, text: str) -> None:
        """One sentence above the button; "" takes it away."""
        self.problem.show_text(text)
        self.problem.setVisible(bool(text))
        if text:
            self._column.activate()
            self.ensureWidgetVisible(self.problem)

    def show_last(self, address: str, kind: SignIn, header: str) -> None:
        """What was used last, to be completed by the secret."""
        self.address.line.setText(address)
        self.kind.setCurrentIndex(KINDS.index(kind))
        self.header.line.setText("" if header == DEFAULT_API_KEY_HEADER else header)

    def show_address(self, address: str) -> None:
        """The server that unfinished batches wait for."""
        self.address.line.setText(address)

    def offer_way_back(self, offered: bool) -> None:
        """Where another server is used already, which goes on being used."""
        self.back_link.setVisible(offered)

    def set_busy(self, busy: bool) -> None:
        """Greys everything out while a server is being tried."""
        self._connect_box.setEnabled(not busy)
        self._practice_box.setEnabled(not busy)
        self.connect_button.setText(tr("Connecting…") if busy else tr("Connect"))

    def show_waiting_documents(self, count: int) -> None:
        """Says that documents dropped meanwhile are kept."""
        text = trn(
            "%n document is in the list, for when you are ready.",
            "%n documents are in the list, for when you are ready.",
            count,
        )
        self._waiting.show_text(text if count else "")
        self._waiting.setVisible(bool(count))

    def forget_secrets(self) -> None:
        """Empties the masked fields."""
        self.secrets.clear()

    def focus_first(self) -> None:
        """Puts the keyboard into the address."""
        self.address.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chooses between beside and below."""
        super().resizeEvent(event)
        wide = self.width() >= theme.sizes().scaled(SIDE_BY_SIDE_PX)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._choices.setDirection(direction)

    def _lay_out(self) -> None:
        column = QWidget()
        column.setMaximumWidth(WIDEST_PX)
        self._column = inner = QVBoxLayout(column)
        inner.setContentsMargins(SPACE_20, SPACE_24, SPACE_20, SPACE_24)
        inner.setSpacing(SPACE_8)
        inner.addStretch(1)
        heading = label(tr("Where should your documents be sealed?"), Role.HEADING, wrap=True)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(heading)
        inner.addWidget(self.back_link, 0, Qt.AlignmentFlag.AlignHCenter)
        self.back_link.hide()
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.hide()
        inner.addWidget(self._waiting)
        inner.addSpacing(SPACE_8)
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setSpacing(SPACE_16)
        self._connect_box, self._practice_box = self._form(), self._practice()
        self._choices.addWidget(self._connect_box, 3)
        self._choices.addWidget(self._practice_box, 2)
        inner.addLayout(self._choices)
        inner.addStretch(2)
        holder = QWidget()
        holder.setObjectName("column")
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(column, 1000)
        across.addStretch(1)
        self.setWidget(holder)

    def _form(self) -> QFrame:
        box, layout = _box("server", tr("Connect to your server"))
        self.kind.addItems([tr("API key"), tr("User name and password"), tr("Token"), tr("No sign-in")])
        self.kind.setAccessibleName(tr("Sign in with"))
        kind_name = label(tr("Sign in with"), Role.MUTED)
        kind_name.setBuddy(self.kind)
        layout.addWidget(self.address)
        above = QVBoxLayout()
        above.setSpacing(SPACE_4)
        above.addWidget(kind_name)
        above.addWidget(self.kind)
        layout.addLayout(above)
        layout.addWidget(self.secrets)
        layout.addWidget(self.header)
        self.header.hide()
        foot = QHBoxLayout()
        foot.addWidget(label(tr("Kept for this session only"), Role.MUTED, wrap=True), 1)
        foot.addWidget(self.more_link)
        layout.addLayout(foot)
        self.problem.hide()
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addWidget(self.connect_button)
        return box

    def _practice(self) -> QFrame:
        box, layout = _box("practice", tr("Practise with test seals"))
        text = tr(
            "A small server inside SignDesk seals documents with a test key. Nothing leaves this computer, "
            "and the seals have no legal effect."
        )
        layout.addWidget(label(text, Role.BODY, wrap=True))
        layout.addStretch(1)
        layout.addWidget(self.practice_button)
        return box

    def _lines(self) -> list[QLineEdit]:
        return [
            self.address.line,
            self.secrets.api_key.line,
            self.secrets.password.line,
            self.secrets.token.line,
            self.header.line,
        ]

    def _chosen_kind(self) -> SignIn:
        return KINDS[max(0, self.kind.currentIndex())]

    def _show_kind(self) -> None:
        kind = self._chosen_kind()
        self.secrets.show_kind(kind)
        self.more_link.setVisible(kind is SignIn.API_KEY)
        if kind is not SignIn.API_KEY:
            self.header.hide()

    def _toggle_more(self) -> None:
        unfold = self.header.isHidden()
        self.header.setVisible(unfold)
        self.more_link.setText(tr("Less") if unfold else tr("More"))

    def _connect(self) -> None:
        if not self.address.text():
            self.show_problem(tr("Enter the address of your server. Those who run it know it."))
            self.focus_first()
            return
        self.show_problem(self.secrets.problem())
        if self.secrets.problem():
            self.secrets.focus_missing()
            return
        kind = self._chosen_kind()
        header = self.header.text() if not self.header.isHidden() else ""
        self.connect_wanted.emit(self.address.text(), kind, header, self.secrets.credentials())


def _box(icon: str, heading: str) -> tuple[QFrame, QVBoxLayout]:
    box = QFrame()
    box.setProperty("surface", "box")
    layout = QVBoxLayout(box)
    layout.setContentsMargins(SPACE_20, SPACE_20, SPACE_20, SPACE_20)
    layout.setSpacing(SPACE_12)
    layout.addWidget(Picture(icon, "accent", 36))
    layout.addWidget(label(heading, Role.HEADING, wrap=True))
    return box, layout
