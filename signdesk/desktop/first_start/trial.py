"""Step 2: the server is being tried, or why it could not be used. Emits wishes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from signdesk.desktop import theme
from signdesk.desktop.controls import button
from signdesk.desktop.first_start.box import StepBox
from signdesk.desktop.language import show, tr
from signdesk.desktop.settings.doctor_panel import step_name
from signdesk.desktop.text import Role, label
from signdesk.desktop.tokens import SPACE_8
from signdesk.seal_api.findings import Finding, Stage

SIDE_BY_SIDE_PX = 420


class TrialBox(StepBox):
    """`check_wanted`: the whole check, step by step, in the settings."""

    back_wanted = Signal()
    again_wanted = Signal()
    anyway_wanted = Signal()
    check_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("look", tr("Trying the server"), 2)
        self._server = ""
        self.state = label("", Role.BODY, wrap=True)
        self.problem = label("", Role.ERROR, wrap=True)
        self.means = label("", Role.BODY, wrap=True)
        self.check_link = button(tr("Check it step by step in Settings"), "link")
        self.again_button = button(tr("Try again"), "strong")
        self.anyway_button = button(tr("Use it anyway"), "outline")
        self.back_button = button(tr("Back"))
        self._lay_out()
        self.check_link.clicked.connect(self.check_wanted)
        self.again_button.clicked.connect(self.again_wanted)
        self.anyway_button.clicked.connect(self.anyway_wanted)
        self.back_button.clicked.connect(self.back_wanted)

    def begin(self, server: str) -> None:
        """`server`: its name."""
        self._show_verbs(False)
        self._server = server
        self.heading.show_text(tr("Trying the server"))
        self.state.show_text(tr("Asking {server} for an answer. Nothing is sealed by that.", server=server))
        show(self.back_button.setText, tr("Stop"))
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._announce(self.state.text())

    def show_step(self, step: Stage) -> None:
        """What was tested last, and works."""
        words = tr("Asking {server}. In order so far: {step}", server=self._server, step=step_name(step))
        self.state.show_text(words)

    def show_broken(self, finding: Finding) -> None:
        """What broke, what it means, and the ways on."""
        self.heading.show_text(tr("It breaks at: {step}", step=step_name(finding.step)))
        self.problem.show_text(finding.sentence)
        self.means.show_text(finding.what_it_means)
        show(self.back_button.setText, tr("Back"))
        self._show_verbs(True)
        self.again_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._announce(finding.sentence)

    def show_trouble(self, text: str) -> None:
        """Why the settings could not be opened for it."""
        self.problem.show_text(text)
        self._announce(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The verbs stand below each other where there is no room beside."""
        super().resizeEvent(event)
        wide = self.width() >= theme.sizes().scaled(SIDE_BY_SIDE_PX)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._verbs.setDirection(direction)

    def _show_verbs(self, broken: bool) -> None:
        self.state.setVisible(not broken)
        for part in (self.problem, self.means, self.check_link, self.again_button, self.anyway_button):
            part.setVisible(broken)

    def _announce(self, text: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _lay_out(self) -> None:
        self._verbs = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._verbs.setSpacing(SPACE_8)
        for one in (self.again_button, self.anyway_button, self.back_button):
            self._verbs.addWidget(one)
        self._verbs.addStretch(1)
        self.column.addWidget(self.state)
        self.column.addWidget(self.problem)
        self.column.addWidget(self.means)
        self.column.addWidget(self.check_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self._verbs)
