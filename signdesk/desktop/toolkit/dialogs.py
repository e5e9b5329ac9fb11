"""Questions to a person, as coroutines: opened with `open()`, answered through a future.

Never `exec()`: while its nested loop runs, other tasks do not wake (qasync 59). Texts are plain,
buttons are verbs, and a dialog that is closed any other way answers None.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from signdesk.desktop.connections.sign_in import Field, KeepBox, SignInFields
from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.text import Role, button_text, label, plain
from signdesk.desktop.toolkit.tokens import SPACE_8, SPACE_12, SPACE_20
from signdesk.domain.servers import Credentials, SignIn

WIDTH_PX = 440
LARGEST_ROW_PX = 640  # of verbs beside each other; wider ones stand below each other
FRAME_PX = 40  # about what a window manager puts above it


class Question(QDialog):
    """Title, sentence, optional particulars, verbs. `answer` is the id of the pressed one."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, verbs: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(parent)
        self.answer: str | None = None
        self.may_choose: Callable[[str], bool] = lambda _verb: True
        bind_text(self.setWindowTitle, plain(title))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(WIDTH_PX)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_20, SPACE_20, SPACE_20, SPACE_20)
        self._column.setSpacing(SPACE_12)
        self._heading = label(title, Role.HEADING, wrap=True)
        self._text = label(text, Role.BODY, wrap=True)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._text)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE_8)
        self._row.addStretch(1)
        self._verbs: dict[str, QPushButton] = {}
        for number, (verb_id, words) in enumerate(verbs):
            self._add_verb(verb_id, words, first=number == 0)
        self._column.addLayout(self._row)

    def show_words(self, title: str, text: str) -> None:
        """Other words while it is open, where what was asked about has changed."""
        bind_text(self.setWindowTitle, plain(title))
        self._heading.show_text(title)
        self._text.show_text(text)
        self.fit()

    def show_verb(self, verb_id: str, words: str) -> None:
        """Other words on one of its buttons."""
        bind_text(self._verbs[verb_id].setText, button_text(words))

    def fit(self) -> None:
        """As high as the wrapped text needs, if the screen has room; Qt would guess from a narrower one."""
        most = self.screen().availableSize().height() - FRAME_PX
        if self._row.minimumSize().width() > LARGEST_ROW_PX:
            self._row.setDirection(QHBoxLayout.Direction.TopToBottom)
            self._column.invalidate()
        width = max(
            self.width(), self._column.totalMinimumSize().width()
        )  # a fixed least width hides the row's
        self.resize(width, min(most, self._column.totalHeightForWidth(width)))

    def add(self, part: QWidget) -> None:
        """Puts something between the sentence and the verbs, also for a screen reader."""
        self._column.insertWidget(self._column.count() - 1, part)
        for verb in self._verbs.values():
            verb.raise_()  # to the end of the children, which are read in their order

    def showEvent(self, event: QShowEvent) -> None:
        """With the room that it needs."""
        self.fit()
        super().showEvent(event)

    def _add_verb(self, verb_id: str, words: str, *, first: bool) -> None:
        made = button(words, "strong" if first else "")
        made.setAutoDefault(True)
        made.setDefault(first)
        made.clicked.connect(lambda _checked=False, chosen=verb_id: self.choose(chosen))
        self._row.addWidget(made)
        self._verbs[verb_id] = made

    def choose(self, verb_id: str) -> None:
        """As its button does."""
        if self.may_choose(verb_id):
            self.answer = verb_id
            self.accept()


async def ask(
    parent: QWidget | None, title: str, text: str, verbs: Sequence[tuple[str, str]], *, detail: str = ""
) -> str | None:
    """The id of the chosen verb; None for Escape or the window's cross. The first verb is the default one."""
    dialog = Question(parent, title, text, verbs)
    add_particulars(dialog, detail)
    return await answer(dialog)


def add_particulars(dialog: Question, detail: str) -> None:
    """Lines to read and to copy from; nothing where there are none."""
    if not detail:
        return
    particulars = QPlainTextEdit("\n".join(plain(line) for line in detail.split("\n")))
    particulars.setReadOnly(True)
    particulars.setTabChangesFocus(True)
    bind_text(particulars.setAccessibleName, tr("Details"))
    dialog.add(particulars)


async def ask_text(parent: QWidget | None, title: str, text: str, before: str, *, longest: int) -> str | None:
    """One line, without blanks around it, perhaps empty; None for Escape, "Cancel" or the window's cross."""
    dialog = Question(parent, title, text, (("keep", tr("OK")), ("cancel", tr("Cancel"))))
    line = QLineEdit(plain(before))
    line.setMaxLength(longest)
    bind_text(line.setAccessibleName, plain(title))
    line.selectAll()
    dialog.add(line)
    line.setFocus(Qt.FocusReason.OtherFocusReason)
    await _closed(dialog)
    return " ".join(line.text().split()) if dialog.answer == "keep" else None


async def choose_one(parent: QWidget | None, title: str, text: str, names: Sequence[str]) -> int | None:
    """The place of the chosen name; None for Escape, "Close" or the window's cross."""
    dialog, choices = choice(parent, title, text, names)
    return choices.currentRow() if await answer(dialog) == "open" else None


def choice(
    parent: QWidget | None, title: str, text: str, names: Sequence[str]
) -> tuple[Question, QListWidget]:
    """The question of `choose_one`, not yet open, and its list."""
    dialog = Question(parent, title, text, (("open", tr("Open")), ("close", tr("Close"))))
    choices = QListWidget()
    choices.setObjectName("choices")
    choices.addItems([plain(name) for name in names])
    choices.setCurrentRow(0)
    bind_text(choices.setAccessibleName, plain(title))
    dialog.add(choices)
    choices.itemActivated.connect(lambda _item: dialog.choose("open"))
    choices.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog, choices


async def answer(dialog: Question) -> str | None:
    """Opens a question that was made; as `ask`."""
    await _closed(dialog)
    return dialog.answer


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed. `keep`: in the keyring. `retry`: nothing; the keyring is to be asked again."""

    credentials: Credentials = Credentials()  # noqa: RUF009 - a frozen value
    secret: str = field(default="", repr=False)
    keep: bool = False
    retry: bool = False


async def ask_credentials(
    parent: QWidget | None,
    title: str,
    text: str,
    sign_in: SignIn,
    *,
    keep: bool | None = None,
    retry: bool = False,
) -> Typed | None:
    """Secrets for one kind of sign-in, masked while typed; None for "Not now". An empty field is named.

    `keep`: how the box is ticked that keeps it in the keyring; None: no such box. `retry`: also offers to ask
    the keyring again.
    """
    more = (("retry", tr("Try the keyring again")),) if retry else ()
    verbs = (("sign_in", tr("Sign in")), *more, ("cancel", tr("Not now")))
    dialog = Question(parent, title, text, verbs)
    fields = SignInFields()
    fields.show_kind(sign_in)
    box = _asking(dialog, fields, fields.problem, fields.focus_missing, keep)
    fields.focus_first()
    await _closed(dialog)
    if dialog.answer == "retry":
        fields.clear()
        return Typed(retry=True)
    credentials = fields.credentials() if dialog.answer == "sign_in" else Credentials()
    fields.clear()
    return Typed(credentials, keep=box.is_ticked) if credentials.kind is not SignIn.NONE else None


async def ask_secret(parent: QWidget | None, title: str, text: str) -> Typed | None:
    """One bare secret, masked while typed, with the box that keeps it in the keyring; None for "Not now"."""
    dialog = Question(parent, title, text, (("sign_in", tr("Use it")), ("cancel", tr("Not now"))))
    bare = Field(title, secret=True)
    box = _asking(
        dialog,
        bare,
        lambda: "" if bare.line.text() else tr("Type it first."),
        lambda: bare.line.setFocus(Qt.FocusReason.OtherFocusReason),
        True,
    )
    bare.line.setFocus(Qt.FocusReason.OtherFocusReason)
    await _closed(dialog)
    secret = bare.line.text()
    bare.line.clear()
    return Typed(secret=secret, keep=box.is_ticked) if dialog.answer == "sign_in" else None


def _asking(
    dialog: Question,
    fields: QWidget,
    problem_of: Callable[[], str],
    focus_missing: Callable[[], None],
    keep: bool | None,
) -> KeepBox:
    """Fields, the box below them, and the sentence about what is missing."""
    dialog.add(fields)
    box = KeepBox()
    box.check.setChecked(bool(keep))
    box.setVisible(keep is not None)
    dialog.add(box)
    problem = label("", Role.ERROR, wrap=True)
    problem.hide()
    dialog.add(problem)

    def may_choose(verb: str) -> bool:
        missing = problem_of() if verb == "sign_in" else ""
        if missing:
            problem.show_text(missing)
            problem.show()
            focus_missing()
            dialog.fit()
        return not missing

    dialog.may_choose = may_choose
    return box


async def choose_files(parent: QWidget | None, title: str, folder: Path | None = None) -> tuple[Path, ...]:
    """Any number of existing files; empty where the dialog was dismissed."""
    dialog = _file_dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    accepted = await _closed(dialog)
    return tuple(Path(name) for name in dialog.selectedFiles()) if accepted else ()


async def choose_file(parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
    """One existing file; None where the dialog was dismissed."""
    dialog = _file_dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    accepted = await _closed(dialog)
    names = dialog.selectedFiles() if accepted else []
    return Path(names[0]) if names else None


async def choose_folder(parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
    """One folder, which the dialog can also make; None where it was dismissed."""
    dialog = _file_dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    accepted = await _closed(dialog)
    names = dialog.selectedFiles() if accepted else []
    return Path(names[0]) if names else None


def _file_dialog(parent: QWidget | None, title: str, folder: Path | None) -> QFileDialog:
    dialog = QFileDialog(parent, plain(title))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    if folder is not None:
        dialog.setDirectory(str(folder))
    return dialog


async def _closed(dialog: QDialog) -> bool:
    """Waits until the dialog is closed, by whomever; True where it was accepted."""
    done: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def settle(result: int) -> None:
        if not done.done():
            done.set_result(result)

    dialog.finished.connect(settle)
    dialog.open()
    try:
        return await done == QDialog.DialogCode.Accepted
    finally:
        put_away(dialog)


def put_away(dialog: QDialog) -> None:
    """Closed, by whomever, and never shown again."""
    if shiboken6.isValid(dialog):
        dialog.hide()
        dialog.deleteLater()
