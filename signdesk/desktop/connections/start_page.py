"""What is shown while there is no server: connect to one in three steps, or practise. Emits wishes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from signdesk.desktop.connections.first_start.form import ConnectForm, StepBox
from signdesk.desktop.connections.first_start.process_box import ProcessBox
from signdesk.desktop.connections.first_start.trial import TrialBox
from signdesk.desktop.i18n.language import tr, trn
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import SPACE_8, SPACE_16, SPACE_20, SPACE_24
from signdesk.domain.servers import SignIn

SIDE_BY_SIDE_PX = 700
WIDEST_PX = 800
WIDEST_STEP_PX = 520


class StartPage(QScrollArea):
    """Two choices side by side, one above the other where the window is narrow; then one step at a time.

    `left`: the panes are shown again, so what was typed is forgotten.
    """

    left = Signal()

    def __init__(self, home: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form = ConnectForm()
        self.trial = TrialBox()
        self.process = ProcessBox(home)
        self.practice_button = button(tr("Practise"), "outline")
        self.practice_button.setProperty("large", "yes")
        self.back_link = button(tr("Back to your documents"), "link")
        self._heading = label(tr("Where should your documents be sealed?"), Role.HEADING, wrap=True)
        self._waiting = label("", Role.MUTED, wrap=True)
        self._lay_out()
        self.trial.back_button.clicked.connect(self._back_from_trial)
        self.process.back_button.clicked.connect(self.show_form)
        self._show_step(self.form)

    @property
    def is_under_way(self) -> bool:
        """Whether somebody is at the second or third step."""
        return self.form.isHidden()

    def show_form(self) -> None:
        """The first step, with what was typed."""
        self._show_step(self.form)
        self.form.focus_first()

    def show_empty(self) -> None:
        """The first step with nothing filled in: for a server that is another one than before."""
        self.form.clear()
        self.show_form()

    def show_trial(self, server: str) -> None:
        """The second step."""
        self._show_step(self.trial)
        self.trial.begin(server)

    def show_process(self) -> None:
        """The third step."""
        self._show_step(self.process)

    def show_problem(self, text: str, *, retry: bool = False) -> None:
        """One sentence in the form, which is shown for it; "" takes it away."""
        self.form.show_problem(text, retry=retry)
        if text:
            self._show_step(self.form)
            if retry:
                self.form.retry_button.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.form.focus_first()
            self._inner.activate()
            self.ensureWidgetVisible(self.form.problem)

    def show_last(self, address: str, kind: SignIn, header: str) -> None:
        """What was used last, to be completed by the secret."""
        self.form.show_last(address, kind, header)

    def offer_way_back(self, offered: bool) -> None:
        """Where another server is used already, which goes on being used."""
        self.back_link.setVisible(offered)

    def show_waiting_documents(self, count: int) -> None:
        """Says that documents dropped meanwhile are kept."""
        text = trn(
            "%n document is in the list, for when you are ready.",
            "%n documents are in the list, for when you are ready.",
            count,
        )
        self._waiting.show_text(text if count else "")
        self._waiting.setVisible(bool(count))

    def leave(self) -> None:
        """Forgets the secrets and where somebody was."""
        self.form.secrets.clear()
        self.process.clear()
        self._show_step(self.form)
        self.left.emit()

    def focus_first(self) -> None:
        """Puts the keyboard where the step begins."""
        if not self.form.isHidden():
            self.form.focus_first()
        elif not self.process.isHidden():
            self.process.focus_first()
        else:
            self.trial.back_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chooses between beside and below."""
        super().resizeEvent(event)
        wide = self.width() >= theme.sizes().scaled(SIDE_BY_SIDE_PX)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._choices.setDirection(direction)

    def _back_from_trial(self) -> None:
        """The keyboard goes to what is to be changed."""
        self._show_step(self.form)
        self.form.focus_for(self.trial.remedy)

    def _show_step(self, step: StepBox) -> None:
        first = step is self.form
        for box in (self.form, self.trial, self.process):
            box.setVisible(box is step)
        self._practice_box.setVisible(first)
        self._heading.setVisible(first)
        widest = WIDEST_PX if first else WIDEST_STEP_PX
        self._middle.setMaximumWidth(max(widest, theme.sizes().scaled(widest)))
        self.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        self._middle = QWidget()
        self._inner = inner = QVBoxLayout(self._middle)
        inner.setContentsMargins(SPACE_20, SPACE_24, SPACE_20, SPACE_24)
        inner.setSpacing(SPACE_8)
        inner.addStretch(1)
        self._heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(self._heading)
        inner.addWidget(self.back_link, 0, Qt.AlignmentFlag.AlignHCenter)
        self.back_link.hide()
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.hide()
        inner.addWidget(self._waiting)
        inner.addSpacing(SPACE_8)
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setSpacing(SPACE_16)
        self._practice_box = self._practice()
        self._choices.addWidget(self.form, 3)
        self._choices.addWidget(self._practice_box, 2)
        inner.addLayout(self._choices)
        inner.addWidget(self.trial)
        inner.addWidget(self.process)
        inner.addStretch(2)
        holder = QWidget()
        holder.setObjectName("column")
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._middle, 1000)
        across.addStretch(1)
        self.setWidget(holder)

    def _practice(self) -> StepBox:
        box = StepBox("practice", tr("Practise with test seals"))
        text = tr(
            "A small server inside SignDesk seals documents with a test key. Nothing leaves this computer, "
            "and the seals have no legal effect."
        )
        box.column.addWidget(label(text, Role.BODY, wrap=True))
        box.column.addStretch(1)
        box.column.addWidget(self.practice_button)
        return box
