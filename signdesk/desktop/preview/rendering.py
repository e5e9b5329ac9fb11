"""The window's side of the preview child: starts it, asks one thing at a time, and outlives its end.

Everything happens on the GUI thread through Qt's events; nothing waits, but for `shut` at the window's end.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import signdesk
from signdesk.desktop.preview.layout import ANSWER_MS, GRACE_MS, STRIKES
from signdesk.desktop.preview.wire import (
    Draw,
    Garbled,
    NotShown,
    Open,
    Pages,
    Pixels,
    Reply,
    ReplyReader,
    Request,
    Text,
    Why,
    request_line,
)

CHILD = "preview-child"  # what a frozen program starts itself with
FAREWELL_MS = 2000


def child_command() -> list[str]:
    """How this program starts itself as the preview child: from source, or as a frozen program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD]
    return [sys.executable, "-m", "signdesk.desktop.preview.child"]


class Renderer(QObject):
    """Opens one document at a time and draws its pages. What comes of a document that is no longer the one
    that was opened last is dropped.

    A child that dies or takes too long costs what it was asked for: the document at its opening, else that
    page; the next request starts a new child.
    """

    opened = Signal(object)  # Pages or Text
    drawn = Signal(object)  # Pixels
    failed = Signal(object, int)  # Why, and the page, or -1 for the whole document

    def __init__(self, parent: QObject | None = None, *, answer_ms: int = ANSWER_MS) -> None:
        super().__init__(parent)
        self._answer_ms = answer_ms
        self._child: QProcess | None = None
        self._replies = ReplyReader()
        self._document: Open | None = None
        self._told = False  # whether `opened` was emitted for the document
        self._held: Open | None = None  # what the child has open
        self._wanted: list[Draw] = []
        self._asked: tuple[int, Open, Request] | None = None  # number, for which document, what
        self._number = 0
        self._strikes = 0
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._lose_child)

    def open(self, path: Path, name: str) -> None:
        """Another document; `opened` or `failed` follows."""
        self._document, self._told, self._strikes = Open(str(path), name), False, 0
        self._wanted = []
        if self._asked is not None:
            left_ms = self._limit.remainingTime()
            self._limit.start(min(max(left_ms, 0), GRACE_MS))
        self._ask_next()

    def want(self, pages: Sequence[Draw]) -> None:
        """The pages that are looked at and not drawn yet, the most wanted first. Replaces earlier wants."""
        under_way = self._asked[2] if self._asked is not None and self._asked[1] is self._document else None
        self._wanted = [page for page in pages if page != under_way]
        self._ask_next()

    def close(self) -> None:
        """Forgets the document and ends the child."""
        self._document, self._wanted = None, []
        self._drop_child()

    def shut(self) -> None:
        """As `close`, and waits for the end of the child, and of those that were left behind."""
        self.close()
        for child in self.findChildren(QProcess):
            if child.state() is not QProcess.ProcessState.NotRunning:
                child.waitForFinished(FAREWELL_MS)

    def pid(self) -> int:
        """The child's number in the system; 0 where there is none."""
        return self._child.processId() if self._child is not None else 0

    def _ask_next(self) -> None:
        document = self._document
        if self._asked is not None or document is None:
            return
        if self._held is not document:
            if not self._told or self._wanted:
                self._ask(document, document)
        elif self._wanted:
            self._ask(document, self._wanted.pop(0))

    def _ask(self, document: Open, request: Request) -> None:
        if self._child is None:
            self._child = self._start()
        self._number += 1
        self._asked = (self._number, document, request)
        if isinstance(request, Open):
            self._held = None
        self._limit.start(self._answer_ms)
        self._child.write(request_line(self._number, request))

    def _start(self) -> QProcess:
        child = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        for key in environment.keys():  # noqa: SIM118 - Qt's, not a dict
            if key.upper().startswith("SIGNDESK_"):  # may hold secrets
                environment.remove(key)
        child.setProcessEnvironment(environment)
        # Where the package lies: `-m` finds it, and imports nothing from the user's folder.
        child.setWorkingDirectory(str(Path(signdesk.__file__).parent.parent))
        child.setStandardErrorFile(QProcess.nullDevice())
        child.readyReadStandardOutput.connect(self._read)
        child.finished.connect(self._child_ended)
        child.errorOccurred.connect(self._child_failed)
        program, *arguments = child_command()
        self._replies = ReplyReader()
        child.start(program, arguments)
        return child

    def _read(self) -> None:
        if self._child is None:
            return
        try:
            for number, reply in self._replies.feed(bytes(self._child.readAllStandardOutput().data())):
                self._take(number, reply)
        except Garbled:
            self._lose_child()

    def _take(self, number: int, reply: Reply) -> None:
        if self._asked is None or self._asked[0] != number:
            raise Garbled("not what was asked for")
        _, document, request = self._asked
        _check(request, reply)
        self._asked = None
        self._limit.stop()
        if isinstance(request, Open) and isinstance(reply, Pages | Text):
            self._held = document
        if document is self._document:
            self._tell(request, reply)
        self._ask_next()

    def _tell(self, request: Request, reply: Reply) -> None:
        match reply:
            case NotShown():
                self._tell_failure(request, reply.why)
            case Pixels():
                self.drawn.emit(reply)
            case _ if not self._told:
                self._told = True
                self.opened.emit(reply)

    def _tell_failure(self, request: Request, why: Why) -> None:
        page = request.page if isinstance(request, Draw) else -1
        if page < 0:
            self._document, self._wanted = None, []
        self.failed.emit(why, page)

    def _child_failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # `finished` does not follow
            self._lose_child()

    def _child_ended(self) -> None:
        self._lose_child()

    def _lose_child(self) -> None:
        """It died, was too slow, or talked nonsense: what it was asked for cannot be had."""
        asked = self._asked
        self._drop_child()
        if asked is not None and asked[1] is self._document:
            self._strikes += 1
            gone = self._strikes >= STRIKES
            self._tell_failure(asked[1] if gone else asked[2], Why.STOPPED)
        self._ask_next()

    def _drop_child(self) -> None:
        child, self._child = self._child, None
        self._asked = self._held = None
        self._limit.stop()
        if child is None:
            return
        child.readyReadStandardOutput.disconnect(self._read)
        child.finished.disconnect(self._child_ended)
        child.errorOccurred.disconnect(self._child_failed)
        if child.state() is QProcess.ProcessState.NotRunning:
            child.deleteLater()
            return
        child.finished.connect(child.deleteLater)
        child.kill()


def _check(request: Request, reply: Reply) -> None:
    """Raises Garbled where the reply is none to this request."""
    if isinstance(reply, NotShown):
        return
    if isinstance(request, Open) and isinstance(reply, Pages | Text):
        return
    if isinstance(request, Draw) and isinstance(reply, Pixels) and reply.page == request.page:
        return
    raise Garbled("not what was asked for")
