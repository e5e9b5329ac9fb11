"""Handing files and folders to the system: its file manager, its programs. False where nothing was opened, as
far as that can be known. On the loop's thread; what blocks happens in threads that nobody waits for.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from signdesk.desktop.toolkit.file_manager import select_item
from signdesk.domain.file_uris import address_of

FAILS_WITHIN_S = 10.0  # a program that is at work for longer has opened something
_OPENERS = (("xdg-open",), ("gio", "open"))
Tell = Callable[[bool], None]


async def open_file(path: Path) -> bool:
    """With the program that the system has for it. On Linux by the one that Qt would start. It tells at its
    end whether anything was opened, and Qt does not wait for that.
    """
    if sys.platform in ("win32", "darwin"):
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
    for name, *arguments in _OPENERS:
        program = shutil.which(name)
        if program is not None:
            return await _runs_well([program, *arguments, _address(path)])
    return False


async def reveal(path: Path) -> bool:
    """In the file manager, selected where the system can do that; else its folder."""
    if sys.platform == "win32":
        explorer = Path(os.environ.get("SYSTEMROOT", "C:\\Windows")) / "explorer.exe"
        return _started([str(explorer), f"/select,{path}"]) is not None  # it always ends with 1
    if sys.platform == "darwin":
        return await _runs_well(["/usr/bin/open", "-R", str(path)])
    selected = await _in_thread(lambda tell: tell(select_item(_address(path))))
    return selected or await open_file(path.parent)


async def _runs_well(command: Sequence[str]) -> bool:
    """Whether it was started and has not soon ended with an error."""
    program = _started(command)
    if program is None:
        return False

    def follow(tell: Tell) -> None:
        try:
            tell(program.wait(FAILS_WITHIN_S) == 0)
        except subprocess.TimeoutExpired:
            tell(True)
            program.wait()  # its end is taken note of, whenever that is

    return await _in_thread(follow)


def _address(path: Path) -> str:
    return address_of(path.absolute())


def _started(command: Sequence[str]) -> subprocess.Popen[bytes] | None:
    nothing = subprocess.DEVNULL
    try:
        return subprocess.Popen(  # noqa: S603 - a fixed program, no shell
            command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    except OSError:
        return None


async def _in_thread(work: Callable[[Tell], None]) -> bool:
    """What `work` tells first. It may go on then, and does not hold up the program's end."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[bool] = loop.create_future()

    def take(told: bool) -> None:
        if not answer.done():
            answer.set_result(told)

    def tell(told: bool) -> None:
        with suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(take, told)

    def carry_out() -> None:
        try:
            work(tell)
        finally:
            tell(False)  # where nothing was told

    threading.Thread(target=carry_out, name="opening", daemon=True).start()
    return await answer
