"""The last row of a card: its buttons, when the server was heard, and the links to more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from signdesk.desktop.batches.available_actions import Verb
from signdesk.desktop.batches.card_texts import HELD
from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.formats import ago_text, clock_text
from signdesk.desktop.toolkit.layouts import FlowLayout
from signdesk.desktop.toolkit.text import Role, SteadyLabel, button_text, label
from signdesk.domain.batches import Batch

SAID_MS = 5000


class Footer(QWidget):
    """Buttons keep their identity from one value to the next, so that the focus stays where it was. `act` is
    called with the id of a verb.
    """

    def __init__(self, act: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act = act
        self._buttons: dict[str, QPushButton] = {}
        self._shown: tuple[Verb, ...] = ()
        self._chain: tuple[QWidget, ...] = ()
        self._heard = SteadyLabel("", Role.MUTED, wrap=False)
        self.said = label("", Role.ACCENT)
        self._hush = QTimer(self)
        self._hush.setSingleShot(True)
        self._hush.setInterval(SAID_MS)
        self._hush.timeout.connect(lambda: self.say(""))
        self.said.hide()
        self._left_server = label("", Role.MUTED)
        self.documents_link = button(tr("Documents"), "link")
        self.details_link = button(tr("Details"), "link")
        for part in (self._left_server, self.documents_link, self.details_link):
            part.setProperty("trailing", True)
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange()

    def show_verbs(self, batch_id: str, verbs: tuple[Verb, ...], *, fallback: QWidget) -> None:
        """Shows exactly these buttons; a focus on one that goes away moves to `fallback`."""
        if verbs == self._shown:
            return
        self._shown = verbs
        wanted = {verb.id for verb in verbs}
        for verb_id in [one for one in self._buttons if one not in wanted]:
            gone = self._buttons.pop(verb_id)
            if self.window().focusWidget() is gone:
                fallback.setFocus(Qt.FocusReason.OtherFocusReason)
            gone.hide()
            gone.deleteLater()
        for verb in verbs:
            self._show_verb(batch_id, verb)
        self._arrange()

    def say(self, text: str) -> None:
        """What a button has just done ("Copied"), for some seconds; "" takes it away."""
        self.said.show_text(text)
        self.said.setVisible(bool(text))
        if text:
            self.show()
            self._hush.start()

    def show_facts(self, batch: Batch, now: datetime, *, has_detail: bool) -> None:
        """Everything that is not a verb."""
        self.show_heard(batch, now)
        text = ""
        if batch.deleted_at is not None:
            text = tr("Your documents left the server at {clock}", clock=clock_text(batch.deleted_at, now))
        elif batch.delivery.keep_copy and batch.is_over and batch.saved_to is not None:
            text = tr("The server keeps its copy")
        self._left_server.show_text(text)
        self._left_server.setVisible(bool(text))
        self.details_link.setVisible(has_detail)
        anything = bool(self._shown) or bool(text) or has_detail or not self.documents_link.isHidden()
        self.setVisible(anything or not self._heard.isHidden())

    def show_heard(self, batch: Batch, now: datetime) -> None:
        """ "Heard from the server 2 s ago", for a batch that waits for the server."""
        text = ""
        if batch.heard_at is not None and not batch.is_over and batch.state not in HELD:
            ago = ago_text((now - batch.heard_at).total_seconds())
            text = tr("Heard from the server {ago}", ago=ago)
        elif batch.heard_at is not None and batch.state in HELD:
            text = tr("Last heard from the server at {clock}", clock=clock_text(batch.heard_at, now))
        self._heard.show_text(text)
        self._heard.setVisible(bool(text))

    def show_documents_link(self, *, offered: bool, open_now: bool) -> None:
        """The link that opens the table, where the card has no lines of its own."""
        bind_text(self.documents_link.setText, tr("Hide documents") if open_now else tr("Documents"))
        self.documents_link.setVisible(offered)

    def tab_chain(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in reading order."""
        return self._chain

    def button(self, verb_id: str) -> QPushButton | None:
        """The button of a verb, while it is shown."""
        return self._buttons.get(verb_id)

    def _show_verb(self, batch_id: str, verb: Verb) -> None:
        look = "link" if verb.link else "strong" if verb.primary else ""
        made = self._buttons.get(verb.id)
        if made is None:
            made = button(verb.text, look)
            made.setObjectName(f"{verb.id}:{batch_id}")
            made.setProperty("trailing", verb.link)
            made.clicked.connect(lambda _checked=False, verb_id=verb.id: self._act(verb_id))
            self._buttons[verb.id] = made
        theme.mark(made, "look", look)
        bind_text(made.setText, button_text(verb.text))

    def _arrange(self) -> None:
        """Buttons, what was heard, then the links at the right end."""
        plain_verbs = [self._buttons[verb.id] for verb in self._shown if not verb.link]
        link_verbs = [self._buttons[verb.id] for verb in self._shown if verb.link]
        order: list[QWidget] = [*plain_verbs, self.said, self._heard, self._left_server]
        order += [self.documents_link, self.details_link, *link_verbs]
        self._flow.arrange(order)
        for verb in self._shown:
            self._buttons[verb.id].show()
        self._chain = tuple(part for part in order if isinstance(part, QPushButton))
        self.updateGeometry()
