"""What a drop or a paste holds: local paths, or something that must be saved first. Drops anywhere on the
window, with the veil over it meanwhile; Ctrl+V with files on the clipboard adds them also where a text field
has the keyboard: their paths as text are of no use in any field of the window.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.icons import paint_icon
from signdesk.desktop.toolkit.tokens import RADIUS_CARD, SPACE_16
from signdesk.domain.file_uris import addresses_in, copied_addresses, local_path

# Mail programs and browsers promise files that do not exist yet (fman #298, sublime_text #5270).
_PROMISES = (
    "FileGroupDescriptor",
    "FileContents",
    "application/x-moz-file-promise",
    "com.apple.pasteboard.promised",
    "DownloadURL",
)
_MAIL = frozenset(["imap", "imap-message", "mailbox", "mailbox-message", "news", "akonadi", "mid", "cid"])
_LIST = "text/uri-list"
_COPIED = "x-special/gnome-copied-files"  # of Nautilus, which may offer nothing else
ICON_PX = 48


@dataclass(frozen=True, slots=True)
class Haul:
    """`paths`: files and folders of this computer. `elsewhere`: how many things are not files here.
    `from_mail`: those are attachments, or files that another program would only now write.
    """

    paths: tuple[Path, ...]
    elsewhere: int
    from_mail: bool = False

    @property
    def is_something(self) -> bool:
        """Whether a drop of this gets an answer."""
        return bool(self.paths) or self.elsewhere > 0


def haul(mime: QMimeData) -> Haul:
    """Reads the addresses; no file is touched. Every path once, in order."""
    addresses = _addresses(mime)
    local = [path for one in addresses if (path := _path(one)) is not None]
    elsewhere = len(addresses) - len(local)
    promised = not local and any(promise in name for name in mime.formats() for promise in _PROMISES)
    if promised and not elsewhere:
        elsewhere = 1
    schemes = {one.partition(b":")[0].decode("ascii", "replace").lower() for one in addresses}
    return Haul(tuple(dict.fromkeys(local)), elsewhere, promised or not schemes.isdisjoint(_MAIL))


def _addresses(mime: QMimeData) -> tuple[bytes, ...]:
    """As the other program wrote them, where it did: Qt takes comments for files, `#` for the end of a path,
    and loses names that are no UTF-8.
    """
    if mime.hasFormat(_LIST):
        return addresses_in(bytes(mime.data(_LIST).data()))
    if mime.hasUrls():
        return tuple(bytes(url.toEncoded().data()) for url in mime.urls())
    return copied_addresses(bytes(mime.data(_COPIED).data()))


def _path(address: bytes) -> Path | None:
    if sys.platform == "win32":
        url = QUrl.fromEncoded(address)
        return Path(url.toLocalFile()) if url.isLocalFile() and url.toLocalFile() else None
    return local_path(address, platform.node())


def elsewhere_text(found: Haul) -> str:
    """What to do with things that are not files of this computer."""
    if found.from_mail:
        return tr("Save the attachment first, then drop it here.")
    if found.elsewhere == 1:
        return tr("That is not a file on this computer yet. Save it first, then drop the saved file.")
    return tr("{count} of these are not files on this computer yet. Save them first.", count=found.elsewhere)


class DropVeil(QWidget):
    """Dims the window and says "Drop to add"; never takes part in the mouse's work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bind_text(self.setAccessibleName, tr("Drop to add"))
        self.hide()

    def cover(self) -> None:
        """Shows the veil over the whole parent."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dimmed window, a dashed frame, an icon and three words."""
        colours, sizes = theme.colours(), theme.sizes()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(colours.window)
        ground.setAlphaF(0.9)
        painter.fillRect(self.rect(), ground)
        pen = QPen(QColor(colours.accent_text), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        inset = QRectF(self.rect()).adjusted(SPACE_16, SPACE_16, -SPACE_16, -SPACE_16)
        painter.drawRoundedRect(inset, RADIUS_CARD, RADIUS_CARD)
        side = sizes.scaled(ICON_PX)
        middle = self.rect().center()
        icon = QRectF(middle.x() - side / 2, middle.y() - side, side, side)
        paint_icon(painter, "drop", colours.accent_text, icon)
        painter.setPen(QColor(colours.text))
        painter.setFont(theme.font(sizes.heading_px, strong=True))
        words = QRectF(0, middle.y() + 8, self.width(), sizes.heading_px * 2)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), tr("Drop to add"))


class FileDrops(QObject):
    """Drops anywhere on `target`, with the veil over it meanwhile. `take` gets what was dropped, and says
    whether that was something.
    """

    def __init__(self, target: QWidget, take: Callable[[QMimeData], bool]) -> None:
        super().__init__(target)
        self._take = take
        self._veil = DropVeil(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Anything that a drop of gets an answer is welcome. It is always a copy: the source program must not
        delete its own.
        """
        if isinstance(event, QDragMoveEvent):  # the one that enters is one, too
            if haul(event.mimeData()).is_something:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self._veil.cover()
        elif isinstance(event, QDropEvent):
            self._veil.hide()
            if self._take(event.mimeData()):
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
        elif isinstance(event, QDragLeaveEvent):
            self._veil.hide()
            event.accept()
        elif event.type() == QEvent.Type.Resize and not self._veil.isHidden():
            self._veil.cover()
        return super().eventFilter(watched, event)


_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)


class FilesIntoFields(QObject):
    """Lets the window's own Ctrl+V through where a field of it would take the key. On the GUI thread."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """A key that a field wants for itself is asked about first (ShortcutOverride)."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        mime = QGuiApplication.clipboard().mimeData()
        if mime is None or not haul(mime).paths:
            return False
        event.ignore()
        return True

    def _follow(self, left: QWidget | None, entered: QWidget | None) -> None:
        if isinstance(left, _FIELDS):
            left.removeEventFilter(self)
        if isinstance(entered, _FIELDS) and entered.window() is self._window:
            entered.installEventFilter(self)
