"""Step 2: the server is being tried, or why it could not be used. Emits wishes."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from signdesk.desktop.connections.first_start.form import StepBox
from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.settings.doctor_panel import step_name
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.accessibility import announce
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.text import Role, button_text, label
from signdesk.desktop.toolkit.tokens import SPACE_8, SPACE_20
from signdesk.seal_api.doctor.findings import Finding, Remedy, Stage


class TrialBox(StepBox):
    """`check_link`: the whole check, step by step, in the settings. `remedy`: what may help against what
    broke; its button is the first one.
    """

    def __init__(self) -> None:
        super().__init__("look", tr("Trying the server"), 2)
        self._server = ""
        self.remedy = Remedy.AGAIN
        self.state = label("", Role.BODY, wrap=True)
        self.problem = label("", Role.ERROR, wrap=True)
        self.means = label("", Role.BODY, wrap=True)
        self.check_link = button(tr("Check it step by step in Settings"), "link")
        self.again_button = button(tr("Try again"), "strong")
        self.anyway_button = button(tr("Use it anyway"), "outline")
        self.back_button = button(tr("Back"))
        self._row = [self.again_button, self.anyway_button, self.back_button]
        self._lay_out()

    def begin(self, server: str) -> None:
        """`server`: its name."""
        self._show_verbs(False)
        self._server, self.remedy = server, Remedy.AGAIN
        self.heading.show_text(tr("Trying the server"))
        self.state.show_text(tr("Asking {server} for an answer. Nothing is sealed by that.", server=server))
        self._put_first(self.again_button, tr("Stop"))
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.state.text())

    def show_step(self, step: Stage) -> None:
        """What was tested last, and works."""
        words = tr("Asking {server}. In order so far: {step}", server=self._server, step=step_name(step))
        self.state.show_text(words)

    def show_broken(self, finding: Finding) -> None:
        """What broke, what it means, and the ways on."""
        self.heading.show_text(tr("It fails at: {step}", step=step_name(finding.step)))
        self.problem.show_text(finding.sentence)
        self.means.show_text(finding.what_it_means)
        self.remedy = finding.remedy
        first, back = {
            Remedy.AGAIN: (self.again_button, tr("Back")),
            Remedy.ADDRESS: (self.back_button, tr("Change the address")),
            Remedy.SIGN_IN: (self.back_button, tr("Change the sign-in")),
            Remedy.SETTINGS: (self.check_link, tr("Back")),
            Remedy.OTHERS: (self.back_button, tr("Back")),
        }[finding.remedy]
        self._put_first(first, back)
        self._show_verbs(True)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, finding.sentence)

    def show_trouble(self, text: str) -> None:
        """Why the settings could not be opened for it."""
        self.problem.show_text(text)
        announce(self, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The verbs stand below each other where there is no room beside."""
        super().resizeEvent(event)
        self._direct()

    def _direct(self) -> None:
        shown = [one for one in self._row if not one.isHidden()]
        needed_px = sum(one.sizeHint().width() + SPACE_8 for one in shown) - SPACE_8
        wide = needed_px <= self.width() - 2 * SPACE_20
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._verbs.setDirection(direction)

    def _put_first(self, first: QPushButton, back: str) -> None:
        """Where the eye and the keyboard begin. `back`: what leads back is called that."""
        bind_text(self.back_button.setText, button_text(back))
        looks = {self.check_link: "link", self.again_button: "", self.anyway_button: "outline"}
        for one, look in {**looks, self.back_button: ""}.items():
            theme.mark(one, "look", "strong" if one is first else look)
        self._row = sorted(
            (self.again_button, self.anyway_button, self.back_button), key=lambda one: one is not first
        )
        for place, one in enumerate(self._row):
            self._verbs.insertWidget(place, one)
        for before, after in pairwise((self.check_link, *self._row)):
            QWidget.setTabOrder(before, after)
            after.raise_()  # to the end of the children, which a screen reader hears in their order

    def _show_verbs(self, broken: bool) -> None:
        self.state.setVisible(not broken)
        for part in (self.problem, self.means, self.check_link, self.again_button, self.anyway_button):
            part.setVisible(broken)
        self._direct()

    def _lay_out(self) -> None:
        self._verbs = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._verbs.setSpacing(SPACE_8)
        for one in self._row:
            self._verbs.addWidget(one)
        self._verbs.addStretch(1)
        self.column.addWidget(self.state)
        self.column.addWidget(self.problem)
        self.column.addWidget(self.means)
        self.column.addWidget(self.check_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self._verbs)
