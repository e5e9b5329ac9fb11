"""The icon beside the clock: how things stand, the way back to the window, and the end of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from signdesk.desktop.i18n.language import bind_text, tr, trn
from signdesk.desktop.toolkit.controls import action_in
from signdesk.desktop.toolkit.icons import paint_icon
from signdesk.desktop.toolkit.text import button_text, plain
from signdesk.desktop.toolkit.tokens import LIGHT

_PIXELS = (16, 22, 24, 32, 48, 64)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many batches are at work, and how many go on only when somebody does something."""

    working: int = 0
    needs_you: int = 0

    @property
    def words(self) -> str:
        """ "2 batches at work"."""
        working = trn("%n batch at work", "%n batches at work", self.working)
        needs_you = trn("%n batch needs you", "%n batches need you", self.needs_you)
        if self.working and self.needs_you:
            return tr("{needs_you}, {working}", needs_you=needs_you, working=working)
        if self.needs_you:
            return needs_you
        return working if self.working else tr("Nothing is under way")

    @property
    def icon(self) -> str:
        """Its name in resources/icons: another shape for each, not only another colour."""
        if self.needs_you:
            return "tray-needs"
        return "tray-working" if self.working else "tray-idle"


class TrayIcon:
    """The outermost edge, towards the system: tests put another one in its place."""

    def __init__(self) -> None:
        self._icon: QSystemTrayIcon | None = None

    def is_available(self) -> bool:
        """Whether there is a place for icons now; it may come and go."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(
        self, icon: QIcon, menu: QMenu, chosen: Callable[[], object], told: Callable[[], object]
    ) -> None:
        """Where there is a place. `chosen`: a click on the icon; `told`: one on what `say` said."""
        made = self._icon = QSystemTrayIcon(icon)
        made.setContextMenu(menu)
        made.activated.connect(lambda reason: _is_click(reason) and chosen())
        made.messageClicked.connect(lambda: told())
        made.show()

    def draw(self, icon: QIcon, words: str) -> None:
        """Another picture and other words under the mouse."""
        if self._icon is not None:
            self._icon.setIcon(icon)
            self._icon.setToolTip(words)

    def say(self, title: str, text: str) -> bool:
        """A notification of the system; False where there is no way to it."""
        if self._icon is None or not (self.is_available() and QSystemTrayIcon.supportsMessages()):
            return False
        self._icon.showMessage(title, text, self._icon.icon())
        return True

    def hide(self) -> None:
        """Takes it away."""
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None


class Tray:
    """`open_window` and `leave` are wishes of the menu; `told` of a click on a notification."""

    def __init__(
        self,
        edge: TrayIcon,
        *,
        open_window: Callable[[], object],
        leave: Callable[[], object],
        told: Callable[[], object],
    ) -> None:
        self._edge = edge
        self._open_window = open_window
        self._leave = leave
        self._told = told
        self._is_wanted = False
        self._menu: QMenu | None = None
        self._line: QAction | None = None
        self._standing = Standing()

    def set_wanted(self, wanted: bool) -> None:
        """As the settings say."""
        self._is_wanted = wanted
        if wanted:
            self._appear()
        elif self._menu is not None:
            self._edge.hide()
            self._menu.deleteLater()
            self._menu = self._line = None

    def is_there(self) -> bool:
        """Whether somebody could come back through it now. The desktop's place may have come after us."""
        self._appear()
        return self._menu is not None and self._edge.is_available()

    def say(self, title: str, text: str) -> bool:
        """A notification through the icon; False where there is none."""
        return self._menu is not None and self._edge.say(plain(title), plain(text))

    def show_standing(self, standing: Standing) -> None:
        """A repetition costs nothing."""
        if standing != self._standing:
            self._standing = standing
            self._appear()
            self.draw()

    def _appear(self) -> None:
        if self._is_wanted and self._menu is None and self._edge.is_available():
            self._menu = self._make_menu()
            self._edge.show(drawn(self._standing.icon), self._menu, self._open_window, self._told)
            self.draw()

    def draw(self) -> None:
        """Anew: after a change of the language, say."""
        if self._line is not None:
            bind_text(self._line.setText, button_text(self._standing.words))
            words = tr("SignDesk: {standing}", standing=self._standing.words)
            self._edge.draw(drawn(self._standing.icon), plain(words))

    def _make_menu(self) -> QMenu:
        menu = QMenu()
        opening = action_in(menu, tr("Open SignDesk"))
        opening.triggered.connect(lambda: self._open_window())
        menu.setDefaultAction(opening)
        self._line = menu.addAction("")
        self._line.setEnabled(False)
        menu.addSeparator()
        action_in(menu, tr("Quit")).triggered.connect(lambda: self._leave())
        return menu


def drawn(name: str) -> QIcon:
    """White on a plate, so that it is seen on light and dark panels alike."""
    plate = LIGHT.needs if name == "tray-needs" else LIGHT.accent
    made = QIcon()
    for pixels in _PIXELS:
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        area = QRectF(0, 0, pixels, pixels)
        paint_icon(painter, "tray", plate, area)
        paint_icon(painter, name, LIGHT.on_accent, area)
        painter.end()
        made.addPixmap(pixmap)
    return made


def _is_click(reason: QSystemTrayIcon.ActivationReason) -> bool:
    reasons = QSystemTrayIcon.ActivationReason
    return reason in (reasons.Trigger, reasons.DoubleClick)
