"""One batch as a card. Draws the `Batch` it is given, in place, and calls `CardActions`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from signdesk.desktop.batches import card_texts
from signdesk.desktop.batches.available_actions import Verb, verbs
from signdesk.desktop.batches.card_sentences import sentence_of, state_text
from signdesk.desktop.batches.details_panel import DetailsPanel
from signdesk.desktop.batches.documents import DocumentsTable, OutcomeLines, preview
from signdesk.desktop.batches.footer import Footer
from signdesk.desktop.batches.parts import BadgeFrame, CardFrame, ProgressLine, StageRow
from signdesk.desktop.batches.stages import stages
from signdesk.desktop.i18n.language import bind_text, joined, on_retranslate, tr, trn
from signdesk.desktop.toolkit.accessibility import announce
from signdesk.desktop.toolkit.controls import action_in, button
from signdesk.desktop.toolkit.text import Label, Role, button_text, elided_label, label, plain
from signdesk.desktop.toolkit.tokens import CARD_EDGE, SPACE_8, SPACE_12, SPACE_16
from signdesk.domain.batches import Batch, BatchState

LARGEST_BADGE = 0.6  # of the card's width, beside the title


@dataclass(frozen=True, slots=True)
class CardState:
    """What a person has done to a card, for the next card of the same batch."""

    documents_open: bool = False
    details_open: bool = False
    put_back: bool = False


@dataclass(frozen=True, slots=True)
class CardActions:
    """What a card calls. `act`: a batch's id, and that of one of its verbs or "rename". `go_to`: the id of
    another batch. `unfolded`: the id of a batch whose card has been joined by something that takes the
    keyboard.
    """

    act: Callable[[str, str], object]
    go_to: Callable[[str], object]
    unfolded: Callable[[str], object]


class BatchCard(CardFrame):
    """The card of one batch; `show_batch` is called for every new value of that batch."""

    def __init__(
        self,
        batch: Batch,
        now: Callable[[], datetime],
        actions: CardActions,
        parent: QWidget | None = None,
        *,
        running: bool = False,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._actions = actions
        self._batch = batch
        self._running = running
        self._put_back = False
        self._followers: tuple[Batch, ...] = ()
        self._leader: Batch | None = None
        self._unfolded = False
        self._title = elided_label("", Role.STRONG)
        self._subtitle = elided_label("", Role.MUTED)
        self.badge = BadgeFrame()
        self._message = label("", Role.BODY, wrap=True)
        self._stages = StageRow()
        self._progress = ProgressLine()
        self._lines = OutcomeLines()
        self.leader_link = button("", "link")
        self._sent_by = elided_label("", Role.MUTED)
        self._table: DocumentsTable | None = None
        self._more = button("", "link")
        self._path = elided_label("", Role.MUTED, middle=True)
        self._warnings = label("", Role.NEEDS, wrap=True)
        self._detail = DetailsPanel()
        self.footer = Footer(self._act)
        self._lay_out()
        self.leader_link.clicked.connect(lambda: actions.go_to(self._batch.follows))
        self._more.clicked.connect(self.toggle_documents)
        self.footer.documents_link.clicked.connect(self.toggle_documents)
        self.footer.details_link.clicked.connect(self._toggle_details)
        self._draw()
        on_retranslate(self._draw)

    @property
    def batch(self) -> Batch:
        """The value that is drawn."""
        return self._batch

    def show_batch(
        self,
        batch: Batch,
        *,
        running: bool = False,
        followers: tuple[Batch, ...] = (),
        leader: Batch | None = None,
    ) -> None:
        """Draws a newer value of the same batch and announces a new state to screen readers. `running`: a
        waiting batch with a job tries again by itself; one without needs a person. `followers`: the batches
        that send something of this one again; `leader`: the one of which this one does, None where it is not
        in the list (any more).
        """
        before = self._batch
        if (batch, running, followers, leader) == (before, self._running, self._followers, self._leader):
            return
        self._batch, self._running, self._followers, self._leader = batch, running, followers, leader
        self._draw()
        if (before.state, before.reason) != (batch.state, batch.reason):
            self.footer.say("")
            announce(self, state_text(batch, running=running))

    @property
    def is_running(self) -> bool:
        """Whether it is drawn as a batch with a job at work."""
        return self._running

    def mark_put_back(self) -> None:
        """The documents went back into the list from here: the button that does so steps back."""
        self._put_back = True
        self._draw()

    def state(self) -> CardState:
        """For `restore` of the next card, where this one is given back."""
        return CardState(self._unfolded, not self._detail.isHidden(), self._put_back)

    def restore(self, state: CardState) -> None:
        """Takes over what an earlier card of this batch was like."""
        if state.documents_open != self._unfolded:
            self.toggle_documents()
        if state.details_open and self._detail.has_detail():
            self._toggle_details()
        if state.put_back:
            self.mark_put_back()

    def say(self, text: str) -> None:
        """A word about what a button has just done, for some seconds or until the state changes."""
        self.footer.say(text)
        announce(self, text)

    def heard(self, batch: Batch) -> None:
        """A value in which nothing but the time of the last answer is another one; `tick` shows it."""
        self._batch = batch

    def tick(self) -> None:
        """Brings "Heard from the server 2 s ago" up to date."""
        self.footer.show_heard(self._batch, self._now())

    def tab_chain(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in reading order."""
        table = (self._table,) if self._table is not None else ()
        return (
            self,
            self.leader_link,
            *table,
            self._more,
            *self._detail.tab_chain(),
            *self.footer.tab_chain(),
        )

    def toggle_documents(self) -> None:
        """Opens or closes the table of documents in place."""
        self._unfolded = not self._unfolded
        if self._unfolded and self._table is None:
            self._table = DocumentsTable()
            self._column.insertWidget(self._column.indexOf(self._lines), self._table)
        self._draw_documents()
        self._actions.unfolded(self._batch.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 names the batch, Return opens its documents."""
        if event.key() == Qt.Key.Key_F2:
            self._act("rename")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle_documents()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that the card offers, by the menu key, Shift+F10 or a right click."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for verb in self.offered_verbs():
            action = action_in(menu, verb.text)
            action.triggered.connect(lambda _checked=False, wanted=verb.id: self._act(wanted))
        menu.addSeparator()
        if self.leader_link.isEnabled() and self._batch.follows:
            action_in(menu, tr("Go to the batch that it follows")).triggered.connect(self.leader_link.click)
        shown = tr("Hide documents") if self._unfolded else tr("Documents")
        action_in(menu, shown).triggered.connect(self.toggle_documents)
        action_in(menu, tr("Name this batch…")).triggered.connect(lambda: self._act("rename"))
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        menu.popup(self.mapToGlobal(self.badge.pos()) if by_key else event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long state moves below the title."""
        super().resizeEvent(event)
        self._place_badge()

    def _place_badge(self) -> None:
        long = self.badge.sizeHint().width() > self.width() * LARGEST_BADGE
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if long else ways.LeftToRight)
        self.badge.may_give_way(yes=long)

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(SPACE_8)
        names.addWidget(self._title)
        names.addWidget(self._subtitle, 1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(SPACE_8)
        self._head.addLayout(names, 1)
        self._head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(CARD_EDGE + SPACE_12, SPACE_12, SPACE_16, SPACE_12)
        self._column.setSpacing(SPACE_8)
        self._column.addLayout(self._head)
        for upper in (
            self.leader_link,
            self._message,
            self._stages,
            self._progress,
            self._sent_by,
            self._lines,
            self._more,
        ):
            self._column.addWidget(upper)
        self._column.setAlignment(self._more, Qt.AlignmentFlag.AlignLeft)
        self._column.setAlignment(self.leader_link, Qt.AlignmentFlag.AlignLeft)
        for lower in (self._path, self._warnings, self._detail, self.footer):
            self._column.addWidget(lower)

    def _draw(self) -> None:
        batch, now = self._batch, self._now()
        self._title.show_text(card_texts.title(batch))
        self._subtitle.show_text(card_texts.subtitle(batch, now))
        badge = card_texts.badge(batch, running=self._running)
        self.badge.show_badge(badge)
        self.tone = badge.tone
        self._place_badge()
        later = joined(" ", *(card_texts.sent_again_text(one, now) for one in self._followers))
        _show(self._message, joined(" ", sentence_of(batch), later))
        self._draw_leader(now)
        shown_stages = stages(batch)
        self._stages.show_stages(shown_stages)
        self._stages.setVisible(bool(shown_stages))
        self._draw_progress()
        self._draw_documents()
        self._draw_paths()
        _show(self._warnings, joined("\n", *batch.warnings))
        self._detail.show_detail(batch)
        self.footer.show_verbs(batch.id, self.offered_verbs(), fallback=self)
        self.footer.show_facts(batch, now, has_detail=self._detail.has_detail())
        name = card_texts.card_name(batch, running=self._running)
        follows = card_texts.follows_text(self._leader, now) if batch.follows else ""
        told = joined(". ", self._subtitle.shown(), follows, self._message.shown())
        bind_text(self.setAccessibleName, plain(name))
        bind_text(self.setAccessibleDescription, plain(told, lines=True))
        self.update()

    def _draw_leader(self, now: datetime) -> None:
        bind_text(self.leader_link.setText, button_text(card_texts.follows_text(self._leader, now)))
        self.leader_link.setEnabled(self._leader is not None)
        self.leader_link.setVisible(bool(self._batch.follows))

    def offered_verbs(self) -> tuple[Verb, ...]:
        """What can be wished for here now."""
        return verbs(self._batch, running=self._running, put_back=self._put_back, followers=self._followers)

    def _draw_progress(self) -> None:
        measured = self._batch.progress
        on_the_way = self._batch.state in (BatchState.SENDING, BatchState.SEALING, BatchState.FETCHING)
        visible = measured is not None and measured.total > 0 and on_the_way
        if measured is not None and visible:
            self._progress.setValue(measured.percent)
        self._progress.setVisible(visible)

    def _draw_documents(self) -> None:
        batch = self._batch
        finished = batch.state in (BatchState.DONE, BatchState.PARTLY_DONE)
        few = preview(batch) if finished else ()
        if finished and not self._unfolded:
            self._lines.show_documents(few)
        self._lines.setVisible(finished and not self._unfolded)
        _show(self._sent_by, card_texts.sent_by(batch, self._now()) if self._unfolded else "")
        if self._table is not None:
            self._table.show_documents(batch.documents)
            self._table.setVisible(self._unfolded)
        hidden = len(batch.documents) - len(few)
        folded_text = trn("%n more", "%n more", hidden) if hidden else tr("Show details")
        bind_text(self._more.setText, tr("Show less") if self._unfolded else folded_text)
        self._more.setVisible(finished)
        self.footer.show_documents_link(offered=not finished, open_now=self._unfolded)

    def _draw_paths(self) -> None:
        batch = self._batch
        text = ""
        if batch.saved_to is not None and batch.unpacked_to is not None:
            text = tr("Saved as {path}, and unpacked beside it", path=batch.saved_to)
        elif batch.saved_to is not None:
            text = tr("Saved as {path}", path=batch.saved_to)
        elif batch.quarantined_to is not None:
            text = tr("Put aside as {path}", path=batch.quarantined_to)
        _show(self._path, text)

    def _toggle_details(self) -> None:
        self._detail.toggle()
        self._actions.unfolded(self._batch.id)

    def _act(self, verb: str) -> None:
        self._actions.act(self._batch.id, verb)


def _show(widget: Label, text: str) -> None:
    widget.show_text(text)
    widget.setVisible(bool(text))
