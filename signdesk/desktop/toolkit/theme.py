"""The window's tokens (`tokens`) and how they reach Qt: palette, fonts, style sheet.

Light, dark and high contrast; follows the system live, or is forced. The rules are in `stylesheet.py`.
Widgets that paint themselves ask `colours()` and `sizes()` while they paint, so that a change shows at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from signdesk.desktop.toolkit import stylesheet
from signdesk.desktop.toolkit.tokens import DARK, LIGHT, Colours, Sizes

BODY_PX = 13
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3


class Scheme(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True)
class _Look:
    colours: Colours
    sizes: Sizes


class Theme(QObject):
    """Owned by the application; `changed` is emitted after the whole look was replaced."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._system_font = QFont(app.font())
        self._scheme = Scheme.SYSTEM
        self._drawn = False
        self.look = _Look(LIGHT, Sizes())
        app.setStyle(QStyleFactory.create("Fusion"))
        # Kept: when the wrapper goes, PySide 6.11 takes the one of accessibility() with it for good.
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._system_changed)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    def use(self, scheme: Scheme) -> None:
        """Draws everything in `scheme` from now on."""
        self._scheme = scheme
        wanted = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
        self._hints.setColorScheme(wanted.get(scheme, Qt.ColorScheme.Unknown))
        self._draw()

    def _system_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._draw()

    def _draw(self) -> None:
        look = _Look(self._colours(), sizes_for(self._system_font))
        if self._drawn and look == self.look:
            return
        self._drawn, self.look = True, look
        font = QFont(self._system_font)
        font.setPixelSize(self.look.sizes.body_px)
        # Qt 6.11 replaces one sheet by another in each widget once for every widget around it: a dozen times
        # for a label in a card. Taking the sheet off and putting one on visits each widget once.
        self._app.setStyleSheet("")
        self._app.setFont(font)
        self._app.setPalette(_palette(self.look.colours))
        self._app.setStyleSheet(stylesheet.sheet(self.look.colours, self.look.sizes))
        self.changed.emit()

    def _colours(self) -> Colours:
        if self._high_contrast():
            return _system_colours(self._app.style().standardPalette())
        if self._scheme is Scheme.LIGHT:
            return LIGHT
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark or self._scheme is Scheme.DARK else LIGHT

    def _high_contrast(self) -> bool:
        asked = self._hints.accessibility().contrastPreference()
        system = self._scheme is Scheme.SYSTEM and asked is Qt.ContrastPreference.HighContrast
        return system or self._scheme is Scheme.HIGH_CONTRAST


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> Theme:
    """Dresses the application. Call before windows are made; call again to change the scheme."""
    theme = _theme() or Theme(app)
    theme.use(scheme)
    return theme


def colours() -> Colours:
    """The colours to paint with now."""
    theme = _theme()
    return theme.look.colours if theme else LIGHT


def sizes() -> Sizes:
    """The type sizes to paint with now, in pixels."""
    theme = _theme()
    return theme.look.sizes if theme else Sizes()


def sizes_for(font: QFont) -> Sizes:
    """12 / 13 / 15, grown in proportion where the system's own text is larger than 13 px."""
    ratio = max(1.0, QFontInfo(font).pixelSize() / BODY_PX)
    normal = Sizes()
    return Sizes(
        round(normal.small_px * ratio), round(normal.body_px * ratio), round(normal.heading_px * ratio)
    )


def mark(widget: QWidget, name: str, value: str) -> None:
    """Sets a property that the style sheet selects by, and repaints only where it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def font(size_px: int, *, strong: bool = False) -> QFont:
    """The system's family in one of our sizes and weights."""
    made = QFont(QApplication.font())
    made.setPixelSize(size_px)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


def contrast(first: str, second: str) -> float:
    """The ratio of two colours' luminance, 1..21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(QColor(first)), _luminance(QColor(second))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _theme() -> Theme | None:
    app = QApplication.instance()
    return app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly) if app else None


def _palette(used: Colours) -> QPalette:
    palette = QPalette(QColor(used.text), QColor(used.surface))
    role = QPalette.ColorRole
    for roles, colour in (
        ((role.Window,), used.window),
        ((role.Base, role.Button, role.ToolTipBase), used.surface),
        ((role.AlternateBase,), used.window),
        ((role.Text, role.WindowText, role.ButtonText, role.ToolTipText), used.text),
        ((role.PlaceholderText,), used.muted),
        ((role.Highlight, role.Accent), used.accent),
        ((role.HighlightedText,), used.on_accent),
        ((role.Link, role.LinkVisited), used.accent),
        ((role.Mid, role.Dark), used.line),
    ):
        for one in roles:
            palette.setColor(one, QColor(colour))
    for one in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(used.muted))
    return palette


def _system_colours(palette: QPalette) -> Colours:
    """High contrast: only the system's own pairs, lines as strong as text, and no tints."""
    role = QPalette.ColorRole
    text, base = palette.color(role.Text).name(), palette.color(role.Base).name()
    accent, on_accent = palette.color(role.Highlight).name(), palette.color(role.HighlightedText).name()
    if contrast(accent, on_accent) < LEAST_CONTRAST:
        accent, on_accent = text, base
    return replace(
        LIGHT,
        window=base,
        surface=base,
        line=text,
        text=text,
        muted=text,
        track=base,
        accent=accent,
        on_accent=on_accent,
        accent_text=text,
        accent_tint=base,
        done=text,
        done_tint=base,
        needs=text,
        needs_tint=base,
        error=text,
        error_tint=base,
        hover=base,
        veil=base,
    )
