"""The left pane: the documents of the next batch, its process and folder, and the primary button.

Draws `IntakeModel` and emits wishes. Reading files, dialogs and jobs are the controller's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from signdesk.desktop.documents.choices import FolderChoice, ProcessChoice
from signdesk.desktop.documents.listing import ListBox
from signdesk.desktop.documents.model import IntakeModel
from signdesk.desktop.documents.pane_notes import CheckProgress, EmptyIntake, KnownLine, NoteLine
from signdesk.desktop.documents.row_actions import RemovedRows, Verb
from signdesk.desktop.documents.summary import seal_button_text, why_not_now
from signdesk.desktop.documents.values import SealRequest
from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.main_window.undo_bar import UndoBar
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.accessibility import is_in_sight
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.layouts import ScrollColumn
from signdesk.desktop.toolkit.text import Role, button_text, label, plain, tool_tip
from signdesk.desktop.toolkit.tokens import HEADING_ROW_PX, SPACE_8, SPACE_12, SPACE_16, SPACE_20
from signdesk.domain.documents import Document
from signdesk.domain.servers import Process, ProcessKind
from signdesk.jobs.session import Session


class IntakeView(QWidget):
    """Everything about the next batch. Its `model` may be changed from outside at any time."""

    files_requested = Signal()
    seal_requested = Signal(object)  # SealRequest, as the button showed it
    process_chosen = Signal(object)  # Process, or None while what is typed is no process
    open_requested = Signal(object)  # Path
    preview_requested = Signal(object, str)  # Path, name
    show_requested = Signal(object)  # Path, in its folder
    check_requested = Signal(object)  # list[Path], to be checked again
    verify_requested = Signal(object)  # list[Path], whose seals are to be checked
    returned = Signal()  # documents that were removed are in the list again

    def __init__(self, *, home: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = IntakeModel(self)
        self._obstacle = ""
        self._way_out_act: Callable[[], object] | None = None
        self._session: Session | None = None
        self._request: SealRequest | None = None
        self._again: SealRequest | None = None
        self.known_line = KnownLine()
        self._empty = EmptyIntake()
        self.samples_link = self._empty.samples_link
        self._add_link = button(tr("Add files…"), "link")
        self._box = ListBox(self.model, self._verb)
        self.list, self.sort_bar, self.hint = self._box.list, self._box.sort_bar, self._box.hint
        self.undo_bar = UndoBar(self.focus_first)
        self.removed = RemovedRows(self.model, self.undo_bar, self._came_back)
        self._note = NoteLine()
        self.progress = CheckProgress()
        self._summary = label("", Role.MUTED, wrap=True)
        self._remove_bad = button(tr("Remove these"), "link")
        self._process = ProcessChoice()
        self.folder_choice = FolderChoice(home)
        self._folder_warning = label("", Role.NEEDS, wrap=True)
        self._folder_warning.hide()
        self._why_not = label("", Role.MUTED, wrap=True)
        self.way_out = button("", "link")
        self.way_out.hide()
        self.seal_button = button("", "primary")
        self._lay_out()
        self._connect()
        self._refresh()

    def set_processes(
        self, processes: Sequence[Process], chosen_id: int | None = None, *, typed: bool = False
    ) -> None:
        """The processes to choose from. `typed`: a number can be typed, since the server names none."""
        self._process.offer(processes, chosen_id, typed=typed)
        self._refresh()

    def choose_process(self, process_id: int) -> None:
        """Chooses one, adding "Process 12" where it has no name."""
        self._process.choose(process_id)

    def process(self) -> Process | None:
        """The process for the next batch, None while none is chosen."""
        return self._process.process()

    def set_folders(self, recent: Sequence[Path]) -> None:
        """The folders offered in the menu."""
        self.folder_choice.offer(recent)

    def choose_folder(self, folder: Path) -> None:
        """Sets where results go; emits nothing."""
        self.folder_choice.choose(folder)
        self._refresh()

    def folder(self) -> Path | None:
        """Where results go, None while none is chosen."""
        return self.folder_choice.folder()

    def recent_folders(self) -> list[Path]:
        """The folders offered in the menu."""
        return self.folder_choice.recent()

    def warn_of_folder(self, text: str) -> None:
        """What is wrong with the folder that results are to go to; "" where nothing is."""
        self._folder_warning.show_text(text)
        self._folder_warning.setVisible(bool(text))

    def folder_warning(self) -> str:
        """The warning that is shown, or ""."""
        return self._folder_warning.text()

    def set_practice(self, on: bool) -> None:
        """Offers the sample documents."""
        self._empty.samples_link.setVisible(on)

    def set_session(self, session: Session | None) -> None:
        """The sign-in that an order would go by; None where no server is in use."""
        self._session = session
        self._refresh()

    def set_obstacle(self, text: str, verb: str = "", act: Callable[[], object] | None = None) -> None:
        """Why sealing cannot start whatever is filled in; "" when it can. `verb`: what helps, as a button
        that calls `act`.
        """
        self._obstacle, self._way_out_act = text, act
        bind_text(self.way_out.setText, button_text(verb))
        self.way_out.setVisible(bool(verb))
        self._refresh()

    def show_note(self, text: str, lines: Sequence[str] = (), *, warn: bool = False) -> None:
        """One line below the list, with particulars to unfold."""
        self._note.show_note(text, lines, warn=warn)

    def show_progress(self, done: int, total: int) -> None:
        """How far the check has come; nothing is shown once all are done."""
        self.progress.show_progress(done, total)
        self._refresh()

    def clear_note(self) -> None:
        """Takes the note away."""
        self._note.clear()

    def note(self) -> str:
        """The note that is shown, or ""."""
        return self._note.text()

    def seal(self) -> None:
        """What the primary button does: orders what it shows, while it is in sight. A name that is being
        typed in the list counts first.
        """
        if not is_in_sight(self.seal_button):
            return
        self.list.finish_editing()
        if self._request is not None:
            self.seal_requested.emit(self._request)

    def seal_again(self) -> None:
        """What the link beneath the primary button does: asks for those to be sealed a second time."""
        if is_in_sight(self.known_line.again_link) and self._again is not None:
            self.seal_requested.emit(self._again)

    def focus_first(self) -> None:
        """Puts the keyboard where work begins."""
        target = self.list if self.model.rowCount() else self._empty.add_button
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        self._scroll = scroll = ScrollColumn(top_px=SPACE_16)
        inner = scroll.column
        heading = QHBoxLayout()
        words = label(tr("Documents"), Role.HEADING)
        words.setMinimumHeight(theme.sizes().scaled(HEADING_ROW_PX))
        heading.addWidget(words, 1)
        heading.addWidget(self._add_link)
        inner.addLayout(heading)
        inner.addWidget(self._empty, 1)
        inner.addWidget(self._box, 1)
        summary = QHBoxLayout()
        summary.addWidget(self._summary, 1)
        summary.addWidget(self._remove_bad, 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self.undo_bar)
        inner.addWidget(self._note)
        inner.addLayout(summary)
        for part in (self._process, self.folder_choice, self._folder_warning):
            inner.addWidget(part)
        self._foot = QFrame()
        self._foot.setObjectName("foot")
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_20)
        foot.setSpacing(SPACE_8)
        foot.addWidget(self.progress)
        foot.addWidget(self._why_not)
        foot.addWidget(self.way_out, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self.seal_button)
        foot.addWidget(self.known_line)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addWidget(self._foot)
        bar = scroll.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self._edge_foot(bar))
        bar.rangeChanged.connect(lambda _least, _most: self._edge_foot(bar))

    def _edge_foot(self, bar: QScrollBar) -> None:
        """A line above the button while something is hidden below it."""
        theme.mark(self._foot, "edge", "yes" if bar.value() < bar.maximum() else "")

    def _connect(self) -> None:
        self.model.changed.connect(self._refresh)
        self.model.removed.connect(self._show_undo_bar)
        self._remove_bad.clicked.connect(self.model.remove_bad)
        self._add_link.clicked.connect(self.files_requested)
        self._empty.add_button.clicked.connect(self.files_requested)
        self._process.chosen.connect(self._process_chosen)
        self.folder_choice.chosen.connect(self._refresh)
        self.way_out.clicked.connect(self._take_way_out)
        self.seal_button.clicked.connect(self.seal)
        self.known_line.again_link.clicked.connect(self.seal_again)

    def obstacle(self) -> str:
        """Why sealing cannot start whatever is filled in, or ""."""
        return self._obstacle

    def _take_way_out(self) -> None:
        if self._way_out_act is not None:
            self._way_out_act()

    def _process_chosen(self, process: object) -> None:
        self._refresh()
        self.process_chosen.emit(process)

    def _verb(self, verb: Verb, rows: list[int]) -> None:
        chosen = [self.model.rows()[row] for row in rows]
        paths = [row.path for row in chosen]
        if verb is Verb.REMOVE:
            self.model.remove(rows)
        elif verb in (Verb.INSIST, Verb.TAKE_BACK):
            self.model.insist(rows, on=verb is Verb.INSIST)
        elif verb is Verb.PREVIEW:
            self.preview_requested.emit(paths[0], chosen[0].name)
        elif verb is Verb.CHECK:
            self.check_requested.emit(paths)
        elif verb is Verb.VERIFY:
            self.verify_requested.emit(paths)
        else:
            (self.open_requested if verb is Verb.OPEN else self.show_requested).emit(paths[0])

    def _show_undo_bar(self) -> None:
        """Where the window is low, the line may be out of sight."""
        self._scroll.column.activate()
        self._scroll.ensureWidgetVisible(self.undo_bar)

    def _came_back(self, paths: Collection[Path]) -> None:
        """Rows that were removed: looked at again, since files, server or process may be others by now."""
        places = [place for place, row in enumerate(self.model.rows()) if row.path in paths]
        if places:
            self.list.setCurrentIndex(self.model.index(places[0], 0))
        unchecked = [path for path in paths if self.model.is_checking_at(path)]
        if unchecked:
            self.check_requested.emit(unchecked)
        self.returned.emit()

    def _why_not_now(self) -> str:
        return why_not_now(
            self.model.counts, has_process=self.process() is not None, has_folder=self.folder() is not None
        )

    def _refresh(self) -> None:
        filled = self.model.rowCount() > 0
        if filled == self._box.isHidden() or filled != self._empty.isHidden():
            self._swap(filled)
        self._summary.show_text(self.model.summary())
        self._summary.setVisible(filled)
        self._remove_bad.setVisible(self.model.counts.bad > 0)
        bind_text(self._remove_bad.setAccessibleName, tr("Remove what will not be sent from the list"))
        self.sort_bar.setVisible(self.model.rowCount() > 1)
        self._box.show_hint()
        process = self.process()
        kind = process.kind if process else ProcessKind.SEAL
        counts = self.model.counts
        bind_text(self.seal_button.setText, seal_button_text(kind, counts.sent, counts.known))
        reason = self._obstacle or self._why_not_now()
        self._request = None if reason else self._shown_request(self.model.documents())
        can_again = not self._obstacle and not self.model.is_checking()
        self._again = self._shown_request(self.model.sealed_documents(), again=True) if can_again else None
        self.known_line.show_known(kind, counts.known, counts.unsure, can_again=self._again is not None)
        self.seal_button.setEnabled(not reason)
        bind_text(self.seal_button.setToolTip, tool_tip(reason))
        bind_text(self.seal_button.setAccessibleDescription, plain(reason, lines=True))
        nothing_new = bool(counts.known) and not counts.sent  # the button and the line beneath it say so
        self._why_not.show_text(reason if filled and not nothing_new else self._obstacle)
        self._why_not.setVisible(bool(self._why_not.text()) and not self._says_progress())

    def _shown_request(self, documents: tuple[Document, ...], *, again: bool = False) -> SealRequest | None:
        process, folder = self.process(), self.folder()
        if process is None or folder is None or not documents:
            return None
        return SealRequest(documents, process, self._session, folder, again)

    def _says_progress(self) -> bool:
        return self.model.is_checking() and not self.progress.isHidden()

    def _swap(self, filled: bool) -> None:
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._box.setVisible(filled)
        self._empty.setVisible(not filled)
        self._add_link.setVisible(filled)
        if not filled:
            self.clear_note()  # it spoke of rows that are gone
        if had_focus:
            self.focus_first()
