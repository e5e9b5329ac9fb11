"""The pages of one document below each other, drawn as they come into sight. Draws values, asks for pages."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from signdesk.desktop.i18n.language import tr
from signdesk.desktop.preview.cache import PageCache
from signdesk.desktop.preview.layout import (
    MARGIN_PX,
    PAGE_PIXELS,
    PIXEL_BYTES,
    Box,
    Fit,
    Layout,
    bounded_pixels,
    next_step,
    placed,
    zoom_of,
)
from signdesk.desktop.preview.wire import Draw, Pages, Pixels
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.tokens import RADIUS_CARD

STEP_PX = 48
CORNER_PX = RADIUS_CARD - 1  # inside the frame's line
_NONE = Pages(((595.0, 842.0),), 1, picture=False)


class PagesView(QAbstractScrollArea):
    """Scrolls continuously. `wanted` names all pages in sight that are not drawn at their present size."""

    wanted = Signal(object)  # list[Draw]
    page_changed = Signal(int)  # from 0
    zoom_changed = Signal()
    moved = Signal()  # scrolled, by a person or by `go_to` and `show_top`

    def __init__(self, parent: QWidget | None = None, *, cache: PageCache | None = None) -> None:
        super().__init__(parent)
        self.cache = cache or PageCache()
        self.fit: Fit | float = Fit.WIDTH
        self._pages = _NONE
        self._layout = Layout((Box(0, 0, 1, 1),), 1, 1)
        self._failed: set[int] = set()
        self._current = 0
        self._busy = False  # while scroll bars are being set
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(STEP_PX)
            bar.valueChanged.connect(self._scrolled)

    def show_pages(self, pages: Pages) -> None:
        """Another document, from its first page."""
        self.cache.clear()
        self._failed.clear()
        self._pages, self._current = pages, 0
        self._busy = True
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        self._busy = False
        self._place(keep=False)

    def forget(self) -> None:
        """Keeps no picture of the document."""
        self.show_pages(_NONE)

    def take_drawn(self, pixels: Pixels) -> None:
        """A page that was asked for."""
        row_bytes = pixels.width * PIXEL_BYTES
        seen = QImage(pixels.data, pixels.width, pixels.height, row_bytes, QImage.Format.Format_RGB32)
        self.cache.put(pixels.page, seen.copy(), self.pages_in_sight())
        self._update(pixels.page)

    def take_failed(self, page: int) -> None:
        """A page that cannot be drawn; it is not asked for again."""
        self._failed.add(page)
        self._update(page)

    @property
    def page(self) -> int:
        """The page that is looked at, from 0."""
        return self._current

    @property
    def page_count(self) -> int:
        """The pages that can be looked at."""
        return len(self._pages.sizes)

    @property
    def zoom(self) -> float:
        """Of the page that is looked at; 1.0 is 100 %."""
        size = self._pages.sizes[self._current]
        return zoom_of(size, self.fit, self._room(), picture=self._pages.picture)

    def pages_in_sight(self) -> range:
        """The numbers of the pages of which something is seen."""
        top = self.verticalScrollBar().value()
        return self._layout.visible(top, top + self.viewport().height())

    def go_to(self, page: int) -> None:
        """The page's top to the top of the view."""
        page = min(max(page, 0), self.page_count - 1)
        self.verticalScrollBar().setValue(self._layout.boxes[page].top - MARGIN_PX)
        self._set_current(page)  # the last pages may not reach the top

    def top(self) -> tuple[int, float]:
        """The page at the top of the view, from 0, and which share of its height is above it."""
        height = self.verticalScrollBar().value() + MARGIN_PX
        page = self._layout.page_at(height)
        box = self._layout.boxes[page]
        return page, max(0.0, (height - box.top) / box.height)

    def show_top(self, page: int, share: float) -> None:
        """As `top` told it of a view that may have other pages."""
        box = self._layout.boxes[min(max(page, 0), self.page_count - 1)]
        self.verticalScrollBar().setValue(box.top + round(share * box.height) - MARGIN_PX)

    def left(self) -> float:
        """How far it is scrolled to the right, from 0 to 1."""
        bar = self.horizontalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() > 0 else 0.0

    def show_left(self, share: float) -> None:
        """As `left` told it."""
        bar = self.horizontalScrollBar()
        bar.setValue(round(share * bar.maximum()))

    def set_fit(self, fit: Fit | float) -> None:
        """Another size; what is at the top of the view stays there."""
        if fit != self.fit:
            self.fit = fit
            self._place()
            self.zoom_changed.emit()

    def step_zoom(self, direction: int) -> None:
        """The next larger (1) or smaller (-1) size."""
        self.set_fit(next_step(self.zoom, direction))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages that fit follow the view."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End; arrows scroll; turning pages, and everything with Ctrl or Alt, is the panel's."""
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modified or event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self.go_to(self.page_count - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the size."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned:
                self.step_zoom(1 if turned > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White sheets, with what has been drawn of them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self.pages_in_sight():
            self._paint_page(painter, page)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.colours().accent_text), 2))
            painter.drawRoundedRect(self.viewport().rect().adjusted(1, 1, -1, -1), CORNER_PX, CORNER_PX)

    def sizeHint(self) -> QSize:
        """Whatever there is room for."""
        return QSize(320, 240)

    def minimumSizeHint(self) -> QSize:
        """A strip is enough to scroll in."""
        return QSize(120, 60)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        area = self._area(page)
        image = self.cache.get(page)
        if image is not None:
            painter.drawImage(area, image)
        else:
            painter.fillRect(area, Qt.GlobalColor.white)
        painter.setPen(QPen(QColor(theme.colours().line), 1))
        painter.drawRect(area.adjusted(-1, -1, 0, 0))  # around the sheet, not on it
        if page in self._failed:
            painter.setPen(QColor("#566271"))  # on white in every theme
            painter.setFont(theme.font(theme.sizes().body_px))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(area, flags, tr("This page cannot be shown."))

    def area_of(self, page: int) -> tuple[QRect, float]:
        """Where a page lies in the view now, and how many pixels a point (1/72 inch) has there."""
        area = self._area(page)
        return area, area.width() / self._pages.sizes[page][0]

    def _area(self, page: int) -> QRect:
        box = self._layout.boxes[page]
        corner = QPoint(
            box.left - self.horizontalScrollBar().value(), box.top - self.verticalScrollBar().value()
        )
        return QRect(corner, QSize(box.width, box.height))

    def _update(self, page: int) -> None:
        if page < self.page_count:
            self.viewport().update(self._area(page).adjusted(-1, -1, 1, 1))

    def _room(self) -> tuple[int, int]:
        """The view's size with a vertical scroll bar in it, so that its coming changes nothing."""
        bar = self.verticalScrollBar()
        beside = 0 if bar.isVisible() else bar.sizeHint().width()
        return max(1, self.viewport().width() - beside), max(1, self.viewport().height())

    def _place(self, *, keep: bool = True) -> None:
        top = self.verticalScrollBar().value()
        page = self._layout.page_at(top + MARGIN_PX)
        before = self._layout.boxes[page]
        share = (top - before.top) / before.height
        self._layout = placed(self._pages.sizes, self.fit, self._room(), picture=self._pages.picture)
        self._busy = True
        view = self.viewport().size()
        for bar, whole, room in (
            (self.verticalScrollBar(), self._layout.height, view.height()),
            (self.horizontalScrollBar(), self._layout.width, view.width()),
        ):
            bar.setPageStep(room)
            bar.setRange(0, max(0, whole - room))
        if keep and top > 0:
            box = self._layout.boxes[page]
            self.verticalScrollBar().setValue(box.top + round(share * box.height))
        self._busy = False
        self.viewport().update()
        self._ask()

    def _scrolled(self) -> None:
        if self._busy:
            return
        self.viewport().update()
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        self._set_current(self._layout.page_at(middle))
        self._ask()
        self.moved.emit()

    def _set_current(self, page: int) -> None:
        if page != self._current:
            self._current = page
            self.page_changed.emit(page)

    def _ask(self) -> None:
        if self._pages is not _NONE:
            self.wanted.emit(self._missing())

    def _missing(self) -> list[Draw]:
        seen = self.pages_in_sight()
        ratio = self.devicePixelRatioF()
        # So that all that is in sight fits into the cache: else pages would push each other out for ever.
        most = min(PAGE_PIXELS, self.cache.most_bytes // PIXEL_BYTES // (len(seen) + 1))
        missing = []
        for page in sorted(seen, key=lambda one: abs(one - self._current)):
            box = self._layout.boxes[page]
            width, height = bounded_pixels(round(box.width * ratio), round(box.height * ratio), most)
            image = self.cache.get(page)
            if page not in self._failed and (image is None or image.size() != QSize(width, height)):
                missing.append(Draw(page, width, height))
        return missing
