"""Draws scenes into PNG files, one language, one look and one scale in each process.

    python -m devtools.gallery.drawing FOLDER LANGUAGE SCHEME [NAME...]
    python -m devtools.gallery.drawing --readme FILE

The scale is what QT_SCALE_FACTOR says: Qt reads it when the application starts. No display is needed.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from devtools.gallery import doubt_scenes, other_scenes, settings_scenes, window_scenes
from devtools.gallery.sheets import sheet
from signdesk.desktop.i18n.language import speak
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import theme
from signdesk.domain.settings import Language

SCENES: dict[str, Callable[[], QWidget]] = {
    **window_scenes.SCENES,
    **settings_scenes.SCENES,
    **other_scenes.SCENES,
    **doubt_scenes.SCENES,
}
WINDOW_SIZES = ((1180, 760), (1024, 600))
# 1024x600 at 200 % leaves 512x300 logical pixels; a laptop of 2560x1600 at 200 % has 1280x800.
WINDOW_SIZES_AT_200 = ((1180, 760), (512, 300))
FINGERPRINT = "Fingerprint"  # the key of a PNG's text
SETTINGS_SIZES = ((820, 552),)
SETTINGS_SIZES_AT_200 = ((496, 252),)  # 1024x600 at 200 %, less the window manager's frame


def sizes_of(name: str, widget: QWidget, *, at_200: bool) -> Sequence[tuple[int, int]]:
    """What the scene is drawn at; empty for a dialog that chooses its own size."""
    if isinstance(widget, MainWindow):
        return WINDOW_SIZES_AT_200 if at_200 else WINDOW_SIZES
    if name.startswith("settings-"):
        return SETTINGS_SIZES_AT_200 if at_200 else SETTINGS_SIZES
    return ()


def put_away(widget: QWidget) -> None:
    """Nothing of a scene stays: no window, no child process."""
    if hasattr(widget, "close_for_real"):
        widget.close_for_real()
    widget.hide()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def settle() -> None:
    """Lays out what was asked for, and what that asked for in turn."""
    for _ in range(3):
        QApplication.processEvents()


def pictures(name: str, *, at_200: bool) -> dict[str, QPixmap]:
    """Of one scene, by the names of their files without the ending."""
    widget = SCENES[name]()
    made = {}
    try:
        widget.show()
        settle()
        own = (widget.width(), widget.height())
        for size in sizes_of(name, widget, at_200=at_200) or (own,):
            widget.resize(*size)
            settle()
            suffix = f"-{size[0]}x{size[1]}"
            made[f"{name}{suffix}"] = widget.grab()
            if isinstance(widget, MainWindow) and widget.panes.is_narrow() and not widget.beside.is_open:
                widget.show_pane("batches")
                settle()
                made[f"{name}{suffix}-batches"] = widget.grab()
                widget.show_pane("documents")
    finally:
        put_away(widget)
    return made


def fingerprint(widget: QWidget) -> str:
    """Of all that is shown and of how it is dressed, but not of the fonts that a machine has."""
    parts = [one for one in widget.findChildren(QWidget) if one.isVisible()]
    texts = [[type(one).__name__, one.property("text") or one.accessibleName()] for one in parts]
    told = json.dumps([texts, repr(theme.colours())], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def readme_picture() -> tuple[MainWindow, str]:
    """The window as the README shows it, and its fingerprint. In English and light."""
    widget = window_scenes.SCENES["picture"]()
    widget.resize(*WINDOW_SIZES[0])
    widget.show()
    settle()
    return widget, fingerprint(widget)


def draw_readme(path: Path) -> None:
    """Writes the README's picture, with the fingerprint of what it shows in it."""
    _app = dressed()
    widget, known = readme_picture()
    picture = widget.grab().toImage()
    picture.setText(FINGERPRINT, known)
    picture.save(str(path))
    put_away(widget)


def dressed(scheme: theme.Scheme = theme.Scheme.LIGHT) -> QApplication:
    """The application in one look."""
    app = QApplication([])
    app.setApplicationName("SignDesk")
    theme.apply(app, scheme)
    return app


def draw(folder: Path, language: Language, scheme: theme.Scheme, names: Sequence[str]) -> None:
    """A file for each picture, and contact sheets of them all."""
    at_200 = os.environ.get("QT_SCALE_FACTOR") == "2"
    _app = dressed(scheme)
    speak(language)
    variant = f"{language}-{scheme}{'@2x' if at_200 else ''}"
    made: dict[str, QPixmap] = {}
    for name in names:
        made |= pictures(name, at_200=at_200)
    (folder / variant).mkdir(parents=True, exist_ok=True)
    for name, picture in made.items():
        picture.save(str(folder / variant / f"{name}.png"))
    for number, one in enumerate(sheet(variant, made), start=1):
        one.save(str(folder / f"sheet-{variant}-{number}.png"))


def main(arguments: Sequence[str]) -> None:
    """As the module says; `--readme FILE` draws the README's picture instead."""
    if arguments[0] == "--readme":
        draw_readme(Path(arguments[1]))
        return
    folder, language, scheme, *names = arguments
    draw(Path(folder), Language(language), theme.Scheme(scheme), names or list(SCENES))


if __name__ == "__main__":
    main(sys.argv[1:])
