"""The column beside the pages: what was changed, page by page, and what the seal says. Draws values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signdesk.desktop.comparison.parts import ICON_PX, Facts, PageRow, WrappedLink, box
from signdesk.desktop.comparison.values import (
    Always,
    Compared,
    accepted_text,
    heading,
    page_runs,
    seal_lines,
)
from signdesk.desktop.i18n.language import bind_text, tr, translated, trn
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.icons import Picture
from signdesk.desktop.toolkit.layouts import ScrollColumn
from signdesk.desktop.toolkit.text import Label, Role, label, plain
from signdesk.desktop.toolkit.tokens import SPACE_8
from signdesk.domain.page_comparison import PageComparison, PageFinding, PageState
from signdesk.jobs.acceptance import can_be_accepted


class FactsColumn(ScrollColumn):
    """`go_to` gets the PageFinding of a row that was pressed or reached with the arrows."""

    def __init__(self, go_to: Callable[[PageFinding], object]) -> None:
        super().__init__()
        self._go_to = go_to
        self.setObjectName("facts")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll it
        bind_text(self.setAccessibleName, tr("What was changed, and what the seal says"))
        self._picture = Picture("", "neutral", ICON_PX)
        self.heading = label("", Role.HEADING, wrap=True)
        self.sentence = label("", Role.BODY, wrap=True)
        self._compared = label(tr("Compared page by page, by picture and text"), Role.MUTED, wrap=True)
        self.not_compared = label("", Role.NEEDS, wrap=True)
        self.rows: tuple[PageRow, ...] = ()
        self._more = label("", Role.MUTED, wrap=True)
        self.accepted = label("", Role.DONE, wrap=True)
        self.accept_button = button(tr("Accept this document"), "strong")
        self._either_way = label(
            tr("It is saved either way, and nothing is sealed again."), Role.MUTED, wrap=True
        )
        self.always_button = WrappedLink()
        self.always_note = label("", Role.MUTED, wrap=True)
        self.said = label("", Role.ERROR, wrap=True)
        self.seal = Facts()
        self._lay_out()

    def show_compared(self, compared: Compared) -> None:
        """Another document, or a newer value of it."""
        one = compared.document
        told = heading(one)
        self._picture.show_icon(told.icon, told.tone.value)
        self.heading.show_text(told.value)
        self.sentence.show_text(told.more)
        theme.mark(self._question, "tone", told.tone.value)
        self._show_pages(one.comparison or PageComparison())
        self._show_verbs(compared)
        self.seal.show_lines(seal_lines(compared))

    def say(self, text: str) -> None:
        """Why what was wished for was not done; "" takes it away."""
        self.said.show_text(text)
        self.said.setVisible(bool(text))

    def _show_verbs(self, compared: Compared) -> None:
        self.say("")
        one, always = compared.document, compared.always
        had_keyboard = self.accept_button.hasFocus() or self.always_button.hasFocus()
        open_now = can_be_accepted(compared.batch, compared.place)
        _show(self.accepted, accepted_text(one))
        self.accept_button.setVisible(open_now)
        self._either_way.setVisible(open_now)
        process = translated(compared.batch.process.label)
        self.always_button.show_text(tr("Always accept this from “{process}”…", process=process))
        self.always_button.setVisible(always in (Always.OFFERED, Always.LOCKED))
        self.always_button.setEnabled(always is Always.OFFERED)
        notes = {
            Always.LOCKED: tr("Set by your organisation"),
            Always.SET: tr("From the next order on it is accepted."),
        }
        _show(self.always_note, notes.get(always, ""))
        bind_text(self.always_button.setAccessibleDescription, plain(notes.get(always, "")))
        first = self.first_change()
        if had_keyboard and first is not None and not self._has_keyboard():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_keyboard(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and focus.isVisible() and focus.isEnabled() and self.isAncestorOf(focus)

    def mark_page(self, returned: int) -> None:
        """The row of the page that is looked at, from 1."""
        for row in self.rows:
            if any(one.returned == returned for one in row.run.pages):
                row.setChecked(True)
                return

    def first_change(self) -> PageRow | None:
        """The row of the first page that differs."""
        changed = [one for one in self.rows if one.run.pages[0].state is not PageState.SAME]
        return next(iter(changed or self.rows), None)

    def _show_pages(self, found: PageComparison) -> None:
        self.not_compared.show_text(translated(found.not_compared))
        self.not_compared.setVisible(bool(found.not_compared))
        self._compared.setVisible(bool(found.pages))
        runs = page_runs(found.pages)
        if runs == tuple(one.run for one in self.rows):
            return
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = tuple(PageRow(one) for one in runs)
        self._add_rows(self.rows)
        left = len(found.pages) - sum(len(one.pages) for one in runs)
        self._more.show_text(trn("and %n more page", "and %n more pages", left) if left else "")
        self._more.setVisible(bool(left))

    def _add_rows(self, rows: Sequence[PageRow]) -> None:
        for row in rows:
            self._list.addWidget(row)
            row.show()  # at once, so that it can take the keyboard
            row.clicked.connect(lambda _checked=False, one=row: self._go_to(one.run.pages[0]))
        chain: tuple[QWidget, ...] = (self, *rows, self.accept_button, self.always_button)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        self._question, self._inside = box(edge="tone")
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.heading, 1)
        self._inside.addLayout(head)
        for part in (self.sentence, self.not_compared, self._compared):
            self._inside.addWidget(part)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._inside.addLayout(self._list)
        self._inside.addWidget(self._more)
        verbs = (self.accept_button, self._either_way, self.said, self.always_button, self.always_note)
        self._inside.addWidget(self.accepted)
        for verb in verbs:
            self._inside.addWidget(verb)
        self._inside.setAlignment(self.accept_button, Qt.AlignmentFlag.AlignLeft)
        seal, inside = box()
        inside.addWidget(label(tr("The seal"), Role.STRONG))
        inside.addWidget(self.seal)
        self.column.addWidget(self._question)
        self.column.addWidget(seal)
        self.column.addStretch(1)
        self._more.hide()


def _show(widget: Label, text: str) -> None:
    widget.show_text(text)
    widget.setVisible(bool(text))
