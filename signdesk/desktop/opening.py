"""Handing files and folders to the system: its file manager, its programs. False where none was started."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from signdesk.domain.file_uris import address_of, has_odd_name


def open_file(path: Path) -> bool:
    """With the program that the system has for it."""
    return _handed_over(path)


def reveal(path: Path) -> bool:
    """In the file manager, selected where the system can do that; else its folder."""
    if sys.platform == "win32":
        explorer = Path(os.environ.get("SYSTEMROOT", "C:\\Windows")) / "explorer.exe"
        return _started([str(explorer), f"/select,{path}"])
    if sys.platform == "darwin":
        return _started(["/usr/bin/open", "-R", str(path)])
    return _handed_over(path.parent)


def _handed_over(path: Path) -> bool:
    """To the system, in Qt's way; a name that Qt cannot hold, to the same program that Qt starts."""
    if sys.platform in ("win32", "darwin") or not has_odd_name(path):
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
    opener = shutil.which("xdg-open")
    return opener is not None and QProcess.startDetached(opener, [address_of(path)])[0]


def _started(command: list[str]) -> bool:
    try:
        subprocess.Popen(command)  # noqa: S603 - a fixed program, no shell
    except OSError:
        return False
    return True
