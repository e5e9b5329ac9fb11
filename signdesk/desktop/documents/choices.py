"""The two choices below the list: by which process, and into which folder. No disk, no dialogs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QMenu, QVBoxLayout, QWidget

from signdesk.desktop.connections.distinct_labels import distinct_labels
from signdesk.desktop.i18n.language import bind_text, on_retranslate, tr
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.controls import ChoiceBox, ChoiceButton, action_in
from signdesk.desktop.toolkit.formats import short_folder
from signdesk.desktop.toolkit.text import Role, explain, label, plain, tool_tip
from signdesk.desktop.toolkit.tokens import SPACE_4
from signdesk.domain.servers import Process, unnamed

LARGEST_PROCESS = 2**31 - 1  # signdesk/README.md, Interface: an int32 in the path
_NUMBER = re.compile(r"[0-9]{1,10}")


class ProcessChoice(QWidget):
    """A box of processes with a sentence about the chosen one. `typed`: a number can be typed as well.

    The chosen one is known by its place among the processes; a text counts only while somebody has typed it.
    """

    chosen = Signal(object)  # Process

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._processes: list[Process] = []
        self._told: Process | None = None
        self._typed: str | None = None
        self.box = ChoiceBox(self)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        bind_text(self.box.setAccessibleName, tr("Process"))
        self._sentence = label("", Role.MUTED, wrap=True)
        heading = label(tr("Process"), Role.MUTED)
        heading.setBuddy(self.box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        for part in (heading, self.box, self._sentence):
            layout.addWidget(part)
        self.box.currentIndexChanged.connect(self._picked)
        self._show_sentence()
        on_retranslate(self._describe)

    def offer(self, processes: Sequence[Process], chosen_id: int | None, *, typed: bool) -> None:
        """What can be chosen; nothing is emitted."""
        self.box.blockSignals(True)
        self._processes = list({one.id: one for one in reversed(processes)}.values())[::-1]
        self._typed = None
        self.box.clear()
        self._show_labels()
        self._allow_typing(typed)
        known = [process.id for process in self._processes]
        self.box.setCurrentIndex(known.index(chosen_id) if chosen_id in known else -1)
        if chosen_id is None and known and not typed:
            self.box.setCurrentIndex(0)
        self.box.blockSignals(False)
        if chosen_id is not None and chosen_id not in known:
            self.choose(chosen_id)
        self._told = self.process()
        self._show_sentence()

    def choose(self, process_id: int) -> None:
        """Chooses a process by its number, and adds it where nobody has named it."""
        known = [process.id for process in self._processes]
        if process_id not in known:
            self._processes.append(unnamed(process_id))
            self._show_labels()
            known.append(process_id)
        self.box.setCurrentIndex(known.index(process_id))
        self._changed()

    def process(self) -> Process | None:
        """What is chosen or validly typed, or None."""
        place = self.box.currentIndex()
        line = self.box.lineEdit() if self.box.isEditable() else None
        if line is not None and line.text() == self._typed and self._typed != self.box.itemText(place):
            return self._named(self._typed.strip())
        return self._processes[place] if 0 <= place < len(self._processes) else None

    def _named(self, typed: str) -> Process | None:
        """By the label as it is shown, which no two have in common, else by a number and nothing else."""
        for place, process in enumerate(self._processes):
            if typed == self.box.itemText(place):
                return process
        number = typed_number(typed)
        if number is None:
            return None
        return next((one for one in self._processes if one.id == number), None) or unnamed(number)

    def _show_labels(self) -> None:
        labels = [process.label for process in self._processes]
        self.box.show_items(distinct_labels(labels, [str(process.id) for process in self._processes]))

    def _allow_typing(self, typed: bool) -> None:
        before = self.box.isEditable()
        self.box.setEditable(typed)
        line = self.box.lineEdit()
        if before or not typed or line is None:
            return
        bind_text(line.setPlaceholderText, tr("Process number, for example 12"))
        bind_text(line.setAccessibleName, tr("Process"))
        line.setAcceptDrops(False)
        line.setMaxLength(100)
        self.box.setCompleter(None)  # type: ignore[arg-type]
        line.textEdited.connect(self._edited)
        line.editingFinished.connect(self._settle)

    def _settle(self) -> None:
        """A typed number becomes "Process 12"; anything else is named as wrong."""
        process = self.process()
        if process is not None and self._typed is not None:
            self.choose(process.id)
        self._show_sentence(judge=True)

    def _edited(self, text: str) -> None:
        self._typed = text
        self._changed()

    def _picked(self) -> None:
        self._typed = None
        self._changed()

    def _changed(self) -> None:
        process = self.process()
        self._show_sentence()
        if process != self._told:
            self._told = process
            self.chosen.emit(process)

    def _show_sentence(self, *, judge: bool = False) -> None:
        process = self.process()
        wrong = judge and process is None and bool(self.box.currentText().strip())
        text = process.sentence if process else ""
        if wrong:
            text = tr("A process is a whole number, for example 12. Ask the server’s operator.")
            if _is_too_large(self.box.currentText()):
                text = tr("The largest process number is {most}.", most=LARGEST_PROCESS)
        self._sentence.set_role(Role.ERROR if wrong else Role.MUTED)
        self._sentence.show_text(text)
        self._sentence.setVisible(bool(text))
        self._describe()
        theme.mark(self.box, "wrong", "yes" if wrong else "")

    def _describe(self) -> None:
        """The label that is chosen may be too long for the box."""
        shown = self.box.currentText()
        self.box.setToolTip(tool_tip(shown))
        sentence = "" if self._sentence.isHidden() else self._sentence.text()
        self.box.setAccessibleDescription(sentence or plain(shown))


class FolderChoice(QWidget):
    """Where results go: a short name, with the last folders and the way to another one in its menu."""

    chosen = Signal(object)  # Path: one of the recent folders
    other_requested = Signal()

    def __init__(self, home: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._recent: list[Path] = []
        self._folder: Path | None = None
        self.button = ChoiceButton(self)
        self.menu = QMenu(self.button)
        self.menu.setToolTipsVisible(True)
        heading = label(tr("Save to"), Role.MUTED)
        heading.setBuddy(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        layout.addWidget(heading)
        layout.addWidget(self.button)
        self.button.clicked.connect(self._open_menu)
        self._show()

    def offer(self, recent: Sequence[Path]) -> None:
        """The folders used last, the latest first."""
        self._recent = list(dict.fromkeys(recent))

    def recent(self) -> list[Path]:
        """What the menu offers."""
        return list(self._recent)

    def choose(self, folder: Path) -> None:
        """Shows `folder` as chosen; nothing is emitted."""
        self._folder = folder
        if folder not in self._recent:
            self._recent.insert(0, folder)
        self._show()

    def folder(self) -> Path | None:
        """What is chosen, or None."""
        return self._folder

    def _show(self) -> None:
        text: str = tr("Choose a folder…")
        if self._folder:
            text = short_folder(self._folder, self._home)
        self.button.show_text(text)
        bind_text(self.button.setAccessibleName, tr("Save to: {folder}", folder=plain(text)))
        explain(self.button, str(self._folder) if self._folder else "")

    def _open_menu(self) -> None:
        if self._folder is None and not self._recent:
            self.other_requested.emit()
            return
        self.menu.clear()
        for folder in self._recent:
            action = action_in(self.menu, short_folder(folder, self._home))
            bind_text(action.setToolTip, tool_tip(str(folder)))
            action.setCheckable(True)
            action.setChecked(folder == self._folder)
            action.triggered.connect(lambda _checked, path=folder: self._pick(path))
        self.menu.addSeparator()
        action_in(self.menu, tr("Choose another folder…")).triggered.connect(self.other_requested)
        self.menu.setMinimumWidth(self.button.width())
        # popup, not exec: a nested loop would keep other tasks from waking (qasync 59)
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))
        self.menu.setFocus(Qt.FocusReason.PopupFocusReason)

    def _pick(self, folder: Path) -> None:
        self.choose(folder)
        self.chosen.emit(folder)


def _is_too_large(text: str) -> bool:
    digits = text.strip()
    return digits.isascii() and digits.isdigit() and int(digits) > LARGEST_PROCESS


def typed_number(text: str) -> int | None:
    """The number of a process where nothing but a number stands there; None otherwise."""
    number = int(text) if _NUMBER.fullmatch(text) else 0
    return number if 1 <= number <= LARGEST_PROCESS else None
