"""Handing files and folders to the system: its file manager, its programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_file(path: Path | None) -> None:
    """With the program that the system has for it. Does nothing for None."""
    if path is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def reveal(path: Path | None) -> None:
    """In the file manager, selected where the system can do that; else its folder. Nothing for None."""
    if path is None:
        return
    if sys.platform == "win32":
        explorer = Path(os.environ.get("SYSTEMROOT", "C:\\Windows")) / "explorer.exe"
        subprocess.Popen([str(explorer), f"/select,{path}"])  # noqa: S603 - a fixed program, no shell
    elif sys.platform == "darwin":
        subprocess.Popen(["/usr/bin/open", "-R", str(path)])  # noqa: S603
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
