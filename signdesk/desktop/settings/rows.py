"""One setting on a page: its name, its control, what it means, what is wrong with it, and who has fixed it.

A row draws the value that it is given and says when a person wants another one. What was typed and could not
be taken stays, with its reason, until it is corrected.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from signdesk.desktop.i18n.language import bind_text, joined, tr, translated
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.controls import CheckBox, ChoiceBox, button
from signdesk.desktop.toolkit.text import Role, label, plain
from signdesk.desktop.toolkit.tokens import SPACE_4, SPACE_8
from signdesk.storage.setting_kinds import SWITCH
from signdesk.storage.settings_table import Setting

LONGEST_TEXT = 2048
WIDEST_CHOICE_PX = 420


class Row(QWidget):
    """`committed` carries what a person wants: text, a choice's value, or a bool."""

    committed = Signal(object)

    def __init__(self, name: str, control: QWidget, hint: str = "", *, name_above: bool = True) -> None:
        super().__init__()
        self.name = name
        self.control = control
        self._has_hint = bool(hint)
        self.setFocusProxy(control)
        bind_text(control.setAccessibleName, name)
        bind_text(control.setAccessibleDescription, hint)
        self._hint_text = hint
        self.hint = label(hint, Role.MUTED, wrap=True)
        self.problem = label("", Role.ERROR, wrap=True)
        self.lock_note = label(tr("Set by your organisation"), Role.MUTED)
        self.line_up = QHBoxLayout()
        self.line_up.setSpacing(SPACE_8)
        self.line_up.addWidget(control, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        if name_above:
            above = label(name, Role.SMALL)
            above.setBuddy(control)
            layout.addWidget(above)
        layout.addLayout(self.line_up)
        for note in (self.hint, self.problem, self.lock_note):
            layout.addWidget(note)
        self.hint.setVisible(bool(hint))
        self.problem.hide()
        self.lock_note.hide()

    @property
    def has_problem(self) -> bool:
        """Whether something stands here that could not be taken."""
        return not self.problem.isHidden()

    def show_hint(self, text: str) -> None:
        """Another sentence below the control."""
        self._hint_text = text
        self.hint.show_text(text)
        self.hint.setVisible(bool(text))
        self._describe()

    def show_problem(self, text: str) -> None:
        """Why the text beside it was not taken; "" takes that away."""
        self.problem.show_text(text)
        self.problem.setVisible(bool(text))
        theme.mark(self.control, "wrong", "yes" if text else "no")
        self._describe()

    def lock(self, locked: bool) -> None:
        """Greyed, where the administrator has decided."""
        self.setEnabled(not locked)
        self.lock_note.setVisible(locked)
        self._describe()

    def commit(self) -> None:
        """Says what was typed and not said yet."""

    def _describe(self) -> None:
        lock = "" if self.lock_note.isHidden() else self.lock_note.shown()
        problem = self.problem.shown() if self.has_problem else ""
        words = joined(" ", problem, lock, self._hint_text)
        bind_text(self.control.setAccessibleDescription, plain(words))


class TextRow(Row):
    """A line. It is said when it is finished: Enter, or the keyboard goes elsewhere."""

    edited = Signal(str)

    def __init__(self, name: str, hint: str = "", *, example: str = "") -> None:
        self.line = QLineEdit()
        super().__init__(name, self.line, hint)
        self._shown = ""
        self._said: str | None = None
        self.line.setMaxLength(LONGEST_TEXT)
        bind_text(self.line.setPlaceholderText, plain(example))
        self.line.editingFinished.connect(self.commit)
        self.line.textEdited.connect(self._edited)

    def show_value(self, value: object) -> None:
        """What holds now. Text that is still being written, or could not be taken, stays."""
        text = "" if value is None else str(value)
        taken = self._said is not None and not self.has_problem
        if self.line.text() == self._shown or taken:
            self._put(text)
        elif self.line.text() == text:
            self.show_problem("")
        self._shown = text

    def show_draft(self, value: object, text: str, problem: str) -> None:
        """What was typed before and not taken, in the place of the value that holds."""
        self._put(text)
        self._shown = "" if value is None else str(value)
        self.show_problem(problem)

    def forget(self) -> None:
        """Before the row shows something else: nothing that was typed matters any more."""
        self._shown = self.line.text()
        self._said = None
        self.show_problem("")

    def type_in(self, text: str) -> None:
        """As if somebody had typed it and gone on."""
        self.line.setText(text)
        self._said = None
        self.commit()

    def text(self) -> str:
        """What stands in the line."""
        return self.line.text()

    def commit(self) -> None:
        """As finished."""
        text = self.line.text()
        if text == self._shown:
            if self.has_problem:
                self.show_problem("")
            return
        if text != self._said:
            self._said = text
            self.committed.emit(text)

    def _put(self, text: str) -> None:
        self._said = None
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)
        if self.has_problem:
            self.show_problem("")

    def _edited(self, text: str) -> None:
        self._said = None
        self.edited.emit(text)


class PathRow(TextRow):
    """A line for a path, with a button to choose it."""

    def __init__(self, name: str, hint: str = "", *, example: str = "") -> None:
        super().__init__(name, hint, example=example)
        self.browse = button(tr("Choose…"))
        bind_text(self.browse.setAccessibleName, tr("Choose: {name}", name=name))
        self.line_up.addWidget(self.browse)


class ChoiceRow(Row):
    """One of a few values."""

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[object, str]],
        hint: str = "",
        *,
        words: Callable[[object], str] = str,
    ) -> None:
        """`words`: for a value that is in no list, such as one that was written into the file."""
        self.box = ChoiceBox()
        self._words = words
        super().__init__(name, self.box, hint)
        self._values = [value for value, _ in choices]
        self._texts = [text for _, text in choices]
        self.box.show_items(tuple(self._texts))
        self.box.activated.connect(lambda index: self.committed.emit(self._values[index]))
        self.box.setMaximumWidth(WIDEST_CHOICE_PX)
        self.line_up.addStretch(1)
        self.line_up.setStretchFactor(self.box, 1000)

    def show_value(self, value: object) -> None:
        """What holds now; a value that is in no list is added. A choice that could not be taken stays."""
        if self.has_problem and value != self.chosen:
            return
        self.show_problem("")
        if value not in self._values:
            self._values.append(value)
            self._texts.append(self._words(value))
            self.box.show_items(tuple(self._texts))
        self.box.setCurrentIndex(self._values.index(value))

    def forget(self) -> None:
        """Before the row shows something else."""
        self.show_problem("")

    @property
    def chosen(self) -> object:
        """What stands in the box."""
        return self._values[max(0, self.box.currentIndex())]


class CheckRow(Row):
    """Yes or no."""

    def __init__(self, name: str, hint: str = "") -> None:
        self.check = CheckBox()
        super().__init__(name, self.check, hint, name_above=False)
        words = label(name, Role.BODY, wrap=True)
        words.installEventFilter(self)
        self._words = words
        self.line_up.setStretchFactor(self.check, 0)
        self.line_up.addWidget(words, 1)
        for below in (self.hint, self.problem, self.lock_note):
            below.setContentsMargins(theme.sizes().scaled(30), 0, 0, 0)
        self.check.clicked.connect(lambda checked: self.committed.emit(checked))

    def show_value(self, value: object) -> None:
        """What holds now."""
        self.check.setChecked(bool(value))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The words belong to the box: a click on them is one on it."""
        if watched is self._words and event.type() == QEvent.Type.MouseButtonRelease and self.isEnabled():
            self.check.click()
            return True
        return super().eventFilter(watched, event)


def row_of(one: Setting) -> Row:
    """The control that fits what the setting may be."""
    name, hint, example = translated(one.label), translated(one.hint), translated(one.example)
    if one.words:
        return ChoiceRow(name, [(value, translated(text)) for value, text in one.words], hint)
    if one.kind is SWITCH:
        return CheckRow(name, hint)
    return (PathRow if one.kind.is_path else TextRow)(name, hint, example=example)
