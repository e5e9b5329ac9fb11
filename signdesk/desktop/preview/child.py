"""The child process that opens and draws documents for the preview. Started by `rendering` alone.

A document may be made to break the library that draws it. So it is drawn in a process of its own, which may
use up its memory, run for ever, or die, and only the preview of that one file is lost. It also keeps to one
thread at a time for PDFium, which knows no threads.

It reads requests from standard input, answers on standard output (`wire`), and exits at once when standard
input ends, which the system sees to even when the window is killed.
"""

from __future__ import annotations

import os
import queue
import stat
import sys
import threading
from pathlib import PurePath
from typing import BinaryIO, Protocol

from signdesk.desktop.preview.layout import CHILD_MEMORY_BYTES, bounded_pixels
from signdesk.desktop.preview.wire import (
    CannotShow,
    Draw,
    NotShown,
    Open,
    Pages,
    Pixels,
    Reply,
    Request,
    Text,
    Why,
    read_request,
    reply_bytes,
)

_PICTURES = frozenset([".png", ".jpg", ".jpeg", ".jpe", ".gif", ".tif", ".tiff"])
_TEXTS = frozenset([".txt", ".csv", ".xml"])


class Sheets(Protocol):
    """Something with pages."""

    @property
    def pages(self) -> Pages: ...
    def draw(self, page: int, width: int, height: int) -> bytes: ...
    def close(self) -> None: ...


class Desk:
    """The one document that is open."""

    def __init__(self) -> None:
        self._sheets: Sheets | None = None

    def answer(self, request: Request) -> Reply:
        """Does what is asked. A file that breaks the library ends the process instead."""
        try:
            if isinstance(request, Open):
                return self._open(request)
            return self._draw(request)
        except CannotShow as trouble:
            return NotShown(trouble.why)
        except MemoryError:
            return NotShown(Why.TOO_LARGE)
        except OSError:
            return NotShown(Why.UNREADABLE)

    def _open(self, request: Open) -> Reply:
        if self._sheets is not None:
            self._sheets.close()
            self._sheets = None
        opened = _opened(request)
        if isinstance(opened, Text):
            return opened
        self._sheets = opened
        return opened.pages

    def _draw(self, request: Draw) -> Reply:
        if self._sheets is None or not 0 <= request.page < len(self._sheets.pages.sizes):
            raise CannotShow(Why.BROKEN)
        width, height = bounded_pixels(request.width, request.height)
        return Pixels(request.page, width, height, self._sheets.draw(request.page, width, height))


def main() -> int:
    """Answers requests until standard input ends."""
    bound_this_process()
    answers = _own_output()
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(lines,), daemon=True).start()
    desk = Desk()
    while True:
        number, request = read_request(lines.get())
        for part in reply_bytes(number, desk.answer(request)):
            answers.write(part)
        answers.flush()


def bound_this_process() -> None:
    """No more memory than a document needs, no files written, no core dumps; where the system can do that."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in (
        (resource.RLIMIT_AS, CHILD_MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (least, least))
        except (OSError, ValueError):  # macOS knows RLIMIT_AS, and refuses it
            continue


def _opened(request: Open) -> Sheets | Text:
    """The kinds are imported late: a text needs neither PDFium nor Qt."""
    ending = PurePath(request.name).suffix.lower()
    if ending == ".pdf":
        from signdesk.desktop.preview.pdf import PdfSheets

        return PdfSheets(_file(request.path))
    if ending in _PICTURES:
        from signdesk.desktop.preview.picture import Picture

        return Picture(_file(request.path))
    if ending in _TEXTS:
        from signdesk.desktop.preview.plain_text import beginning

        return beginning(_file(request.path))
    raise CannotShow(Why.NO_KIND)


def _file(path: str) -> BinaryIO:
    """An ordinary file; a pipe or a device would be waited for. Raises OSError, CannotShow."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    number = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise CannotShow(Why.UNREADABLE)
    return os.fdopen(number, "rb")


def _own_output() -> BinaryIO:
    """Standard output for the answers alone: what a library prints goes to standard error."""
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return own


def _listen(lines: queue.SimpleQueue[bytes]) -> None:
    """Without Python's buffer, whose lock would turn an ordinary end of the process into an abort."""
    with open(0, "rb", buffering=0, closefd=False) as requests:
        for line in requests:
            lines.put(line)
    # Not sys.exit: the main thread may be inside PDFium, for a window that is gone.
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
