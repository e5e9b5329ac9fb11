"""Step 3: by which process documents are sealed, and where the results go. Emits wishes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from signdesk.desktop.connections.first_start.form import StepBox
from signdesk.desktop.connections.sign_in import Field
from signdesk.desktop.documents.choices import FolderChoice
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.settings.fields import named
from signdesk.desktop.settings.process_fields import process_number
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.text import Role, label
from signdesk.desktop.toolkit.tokens import SPACE_8
from signdesk.domain.errors import InputProblem
from signdesk.domain.servers import Process, unnamed


class ProcessBox(StepBox):
    """`finish_requested` carries a Process, or None where its number is not known yet; `session_requested`
    the same, where nothing can be written.
    """

    finish_requested = Signal(object)
    session_requested = Signal(object)

    def __init__(self, home: Path | None = None) -> None:
        super().__init__("seal", tr("Which process seals your documents?"), 3)
        self.answer = label("", Role.DONE, wrap=True)
        self.number_field = Field(tr("Number of the process"), hint=tr("for example 12"))
        self.name_field = Field(tr("Its name here"), hint=tr("Company seal"))
        self.folder = FolderChoice(home)
        self.problem = label("", Role.ERROR, wrap=True)
        self.finish_button = button(tr("Finish"), "strong")
        self.session_button = button(tr("Use it for this session only"), "outline")
        self.back_button = button(tr("Back"))
        self.later_link = button(tr("I don’t know the number yet"), "link")
        self._lay_out()
        self.finish_button.clicked.connect(self._finish)
        self.session_button.clicked.connect(self._for_session)
        self.later_link.clicked.connect(lambda: self.finish_requested.emit(None))
        for field in (self.number_field, self.name_field):
            field.line.returnPressed.connect(self._finish)

    def begin(self, answer: str, role: Role, folder: Path | None, folders: Sequence[Path]) -> None:
        """`answer`: what the server said, as one sentence."""
        self.answer.show_text(answer)
        self.answer.set_role(role)
        self.folder.offer(folders)
        if folder is not None:
            self.folder.choose(folder)
        self.show_problem("")
        self.focus_first()

    def show_problem(self, text: str, *, for_session: bool = False) -> None:
        """One sentence above the verbs; "" takes it away. `for_session`: it can be used unkept."""
        self.problem.show_text(text)
        self.problem.setVisible(bool(text))
        self.session_button.setVisible(for_session)

    def set_busy(self, busy: bool) -> None:
        """While it is being saved."""
        self.finish_button.setEnabled(not busy)
        self.later_link.setEnabled(not busy)

    def focus_first(self) -> None:
        """Puts the keyboard into the number."""
        self.number_field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """As if nothing had been typed."""
        self.number_field.line.clear()
        self.name_field.line.clear()

    def _finish(self) -> None:
        try:
            process = self._process()
        except InputProblem as error:
            self.show_problem(str(error))
            self.focus_first()
            return
        self.show_problem("")
        self.finish_requested.emit(process)

    def _for_session(self) -> None:
        try:
            process = self._process() if self.number_field.text() else None
        except InputProblem as error:
            self.show_problem(str(error), for_session=True)
            return
        self.session_requested.emit(process)

    def _process(self) -> Process:
        number = process_number(self.number_field.text())
        if not self.name_field.text():
            return unnamed(number)
        return Process(number, named(self.name_field.text()))

    def _lay_out(self) -> None:
        words = tr(
            "A server has numbered processes, and each seals in its own way. It does not list them: the "
            "server’s operator tells you the number."
        )
        across = QHBoxLayout()
        across.setSpacing(SPACE_8)
        across.addWidget(self.number_field, 2)
        across.addWidget(self.name_field, 3)
        verbs = QHBoxLayout()
        verbs.setSpacing(SPACE_8)
        for one in (self.finish_button, self.session_button, self.back_button):
            verbs.addWidget(one)
        verbs.addStretch(1)
        column = self.column
        column.insertWidget(1, self.answer)
        column.addWidget(label(words, Role.BODY, wrap=True))
        column.addLayout(across)
        column.addWidget(self.later_link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.folder)
        column.addWidget(self.problem)
        column.addLayout(verbs)
        self.show_problem("")
