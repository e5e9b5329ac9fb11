"""What lies above the two panes: the name, the server's state, and the banners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.accessibility import announce
from signdesk.desktop.toolkit.controls import Chip, action_in, button
from signdesk.desktop.toolkit.formats import key_text
from signdesk.desktop.toolkit.icons import Picture
from signdesk.desktop.toolkit.text import Role, button_text, elided_label, explain, label
from signdesk.desktop.toolkit.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_20

PRACTICE = ":practice"  # no connection has such an id


@dataclass(frozen=True, slots=True)
class HeaderActions:
    """What the header calls. `show_pane` gets "documents" or "batches"; `change`: a server that is not in the
    menu.
    """

    show_pane: Callable[[str], object]
    practise: Callable[[], object]
    change: Callable[[], object]
    open_settings: Callable[[], object]


class Header(QFrame):
    """Name, switch between the panes where the window is narrow, and the server with the way to others."""

    server_requested = Signal(str)  # one of those offered

    def __init__(self, actions: HeaderActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setObjectName("header")
        self.documents_tab = Chip(tr("Documents"))
        self.batches_tab = Chip(tr("Batches"))
        group = QButtonGroup(self)
        for tab, pane in ((self.documents_tab, "documents"), (self.batches_tab, "batches")):
            tab.clicked.connect(lambda _checked=False, name=pane: actions.show_pane(name))
            group.addButton(tab)
        self._name = label("SignDesk", Role.HEADING)
        self._dot = Picture("dot", "neutral", 8)
        self.server_text = elided_label("", Role.MUTED)
        self.server_text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.change_link = button(tr("Change…"), "link")
        bind_text(self.change_link.setAccessibleName, tr("Change the server"))
        self.change_link.clicked.connect(self._open_menu)
        self.menu = QMenu(self.change_link)
        self._servers: Sequence[tuple[str, str]] = ()
        self._used = ""
        self.settings_button = button(tr("Settings"))
        explain(self.settings_button, key_text("Ctrl+,"))
        self.settings_button.clicked.connect(lambda: actions.open_settings())
        self._layout = layout = QHBoxLayout(self)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self._name)
        layout.addWidget(self.documents_tab)
        layout.addWidget(self.batches_tab)
        layout.addStretch(1)
        layout.addWidget(self._dot)
        layout.addWidget(self.server_text)
        layout.addWidget(self.change_link)
        layout.addWidget(self.settings_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_tabs(False, "documents")
        self.show_server("", Tone.NEUTRAL)
        self.offer_change(False)

    def show_server(self, text: str, tone: Tone) -> None:
        """Dot and words; nothing where there is no server."""
        self.server_text.show_text(text)
        self.server_text.setVisible(bool(text))
        self._dot.setVisible(bool(text))
        self._dot.show_icon("dot", tone)

    def offer_servers(self, servers: Sequence[tuple[str, str]], used: str) -> None:
        """Ids and names for the menu; `used`: the id of the one in use, PRACTICE, or ""."""
        self._servers, self._used = servers, used

    def offer_change(self, offered: bool) -> None:
        """The way to another server; not where there is nothing but the page for a new one."""
        self.change_link.setVisible(offered)

    def set_roomy(self, roomy: bool) -> None:
        """Taller where the window is high enough."""
        self.setMinimumHeight(theme.sizes().scaled(50) if roomy else 0)

    def show_tabs(self, shown: bool, pane: str) -> None:
        """The switch between the panes, and which one is in front."""
        self.documents_tab.setVisible(shown)
        self.batches_tab.setVisible(shown)
        self._name.setVisible(not shown)
        side = SPACE_12 if shown else SPACE_20
        self._layout.setContentsMargins(side, SPACE_8, side, SPACE_8)
        chosen = self.documents_tab if pane == "documents" else self.batches_tab
        chosen.setChecked(True)

    def _open_menu(self) -> None:
        self.menu.clear()
        for server_id, name in self._servers:
            self._add(name, server_id).triggered.connect(
                lambda _checked, chosen=server_id: self.server_requested.emit(chosen)
            )
        if self._servers:
            self.menu.addSeparator()
        self._add(tr("Practise"), PRACTICE).triggered.connect(lambda: self._actions.practise())
        action_in(self.menu, tr("Another server…")).triggered.connect(lambda: self._actions.change())
        action_in(self.menu, tr("Settings…")).triggered.connect(lambda: self._actions.open_settings())
        # popup, not exec: a nested loop would keep other tasks from waking (qasync 59)
        self.menu.popup(self.change_link.mapToGlobal(QPoint(0, self.change_link.height())))
        self.menu.setFocus(Qt.FocusReason.PopupFocusReason)
        self.menu.setActiveAction(self.menu.actions()[0])

    def _add(self, name: str, server_id: str) -> QAction:
        made = action_in(self.menu, name)
        made.setCheckable(True)
        made.setChecked(server_id == self._used)
        return made

    def show_counts(self, documents: int, batches: int) -> None:
        """Numbers on the switch, since the other pane is out of sight."""
        counted, none = tr("Documents {count}", count=documents), tr("Documents")
        bind_text(self.documents_tab.setText, counted if documents else none)
        counted, none = tr("Batches {count}", count=batches), tr("Batches")
        bind_text(self.batches_tab.setText, counted if batches else none)


class Banner(QFrame):
    """One sentence across the window. `verb` adds a button, which calls `act`."""

    def __init__(self, *, closable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.text = label("", Role.SMALL, wrap=True)
        self._verb = button("", "link")
        self._close = button(tr("Hide"), "link")
        bind_text(self._close.setAccessibleName, tr("Hide this message"))
        self._close.setVisible(closable)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_20, SPACE_4 + 2, SPACE_20 - SPACE_4, SPACE_4 + 2)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self.text, 1)
        layout.addWidget(self._verb)
        layout.addWidget(self._close)
        self._act: Callable[[], object] = lambda: None
        self._verb.clicked.connect(lambda: self._act())
        self._close.clicked.connect(self.clear)
        self.hide()

    def show_text(
        self, text: str, tone: Tone, verb: str = "", act: Callable[[], object] = lambda: None
    ) -> None:
        """Shows the banner, and has it said."""
        if self.window().isVisible() and (self.isHidden() or text != self.text.shown()):
            announce(self, text)
        self._act = act
        self.text.show_text(text)
        theme.mark(self, "tone", tone.value)
        theme.mark(self.text, "tone", tone.value)
        bind_text(self._verb.setText, button_text(verb))
        self._verb.setVisible(bool(verb))
        self.show()

    def clear(self) -> None:
        """Takes the banner away."""
        self.hide()
