"""The line above a preview: the document's name, the page, the size, "Open" and "Close"."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from signdesk.desktop.i18n.language import bind_text, tr
from signdesk.desktop.preview.layout import Fit
from signdesk.desktop.preview.wire import Why
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.controls import button
from signdesk.desktop.toolkit.formats import key_text
from signdesk.desktop.toolkit.text import Role, button_text, elided_label, explain, label
from signdesk.desktop.toolkit.tokens import HEADING_ROW_PX, SPACE_4, SPACE_8


class Bar(QWidget):
    """One line in every width: the name gives way. `zoom` is called with 1 for larger, -1 for smaller, 0 for
    the other way to fit.
    """

    def __init__(self, zoom: Callable[[int], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom_by = zoom
        self.name = elided_label("", Role.HEADING, middle=True)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.page = label("", Role.MUTED)
        self.smaller = self._zoom_button(tr("−"), tr("Smaller"), key_text("Ctrl+-"), -1)
        self.fit = self._zoom_button("", "", key_text("Ctrl+0"), 0)
        self.larger = self._zoom_button(tr("+"), tr("Larger"), key_text("Ctrl++"), 1)
        self.open_button = button(tr("Open"), "link")
        explain(self.open_button, tr("Opens the file with the program that this computer has for it"))
        self.close_button = button(tr("Close"), "link")
        bind_text(self.close_button.setAccessibleName, tr("Close the preview"))
        explain(self.close_button, tr("Esc or Space"))
        self.setMinimumHeight(theme.sizes().scaled(HEADING_ROW_PX))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.page)
        zoom_row = QHBoxLayout()
        zoom_row.setSpacing(SPACE_4)
        for one in (self.smaller, self.fit, self.larger):
            zoom_row.addWidget(one)
        layout.addLayout(zoom_row)
        layout.addWidget(self.open_button)
        layout.addWidget(self.close_button)

    def show_name(self, name: str) -> None:
        """The document's."""
        self.name.show_text(name)

    def show_page(self, text: str) -> None:
        """ "Page 3 of 12"; nothing for what has no pages."""
        self.page.show_text(text)
        self.page.setVisible(bool(text))

    def show_zoom(self, text: str) -> None:
        """On the button between smaller and larger."""
        bind_text(self.fit.setText, button_text(text))
        bind_text(self.fit.setAccessibleName, tr("Size: {size}", size=text))

    def offer_zoom(self, on: bool) -> None:
        """Only what is drawn has a size."""
        for one in (self.smaller, self.fit, self.larger):
            one.setVisible(on)

    def _zoom_button(self, text: str, name: str, keys: str, direction: int) -> QPushButton:
        made = button(text, "link")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the list or the pages
        bind_text(made.setAccessibleName, name)
        explain(made, keys)
        made.clicked.connect(lambda: self._zoom_by(direction))
        return made


def trouble_text(why: Why) -> str:
    """Why there is nothing to see."""
    return {
        Why.PASSWORD: tr("This PDF has a password, so there is no preview."),
        Why.BROKEN: tr("This file is damaged, or it is not what its name says."),
        Why.TOO_LARGE: tr("This picture is too large for a preview."),
        Why.UNREADABLE: tr("This file cannot be read. It may have been moved, or be open elsewhere."),
        Why.NO_KIND: tr("No preview for this kind of file."),
        Why.STOPPED: tr("The preview did not manage this file and was stopped. The file is unchanged."),
    }[why]


def zoom_text(fit: Fit | float) -> str:
    """ "Fit width", "Fit page", "125 %"."""
    if fit is Fit.WIDTH:
        return tr("Fit width")
    if fit is Fit.PAGE:
        return tr("Fit page")
    return tr("{percent} %", percent=round(float(fit) * 100))


def page_text(page: int, count: int) -> str:
    """ "Page 3 of 12"; `page` from 0."""
    return tr("Page {page} of {count}", page=page + 1, count=count)
