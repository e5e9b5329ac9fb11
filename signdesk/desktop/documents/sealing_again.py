"""The question before documents go through a process a second time: how many, by which process and server."""

from __future__ import annotations

from signdesk.desktop.batches.card_texts import server_name
from signdesk.desktop.documents.seal_request import SealRequest
from signdesk.desktop.i18n.language import tr, translated, trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.domain.processes import Process, ProcessKind
from signdesk.domain.servers import Server


async def wants_again(window: MainWindow, request: SealRequest) -> bool:
    """Whether the person says so; "Leave it" is the default, and so is closing the question."""
    if request.session is None:
        return False
    paths = {one.path for one in request.documents}
    remarks = [row.remark for row in window.intake.model.rows() if row.path in paths]
    by_loss = any(one is not None and one.by_loss for one in remarks)
    title, text, verbs = again_words(
        len(request.documents), request.process, request.session.server, by_loss=by_loss
    )
    return await dialogs.ask(window, title, text, verbs) == "again"


def again_words(
    count: int, process: Process, server: Server, *, by_loss: bool = False
) -> tuple[str, str, list[tuple[str, str]]]:
    """Title, text and verbs of the question. `by_loss`: of some no more is known than that they are older
    than the loss of the list of batches.
    """
    text = _may_have_been(count, process, server) if by_loss else _was(count, process, server)
    return (
        _title(process.kind, count),
        text,
        [("leave", tr("Leave it")), ("again", _verb(process.kind, count))],
    )


def _was(count: int, process: Process, server: Server) -> str:
    return trn(
        "It was ordered from “{process}” of {server} before. Ordering it again may cost money again.",
        "They were ordered from “{process}” of {server} before. Ordering them again may cost money again.",
        count,
        process=translated(process.label),
        server=server_name(server),
    )


def _may_have_been(count: int, process: Process, server: Server) -> str:
    return trn(
        "SignDesk’s list of batches was lost, so it may have been ordered from “{process}” of {server} "
        "before. Ordering it again may cost money again.",
        "SignDesk’s list of batches was lost, so they may have been ordered from “{process}” of {server} "
        "before. Ordering them again may cost money again.",
        count,
        process=translated(process.label),
        server=server_name(server),
    )


def _title(kind: ProcessKind, count: int) -> str:
    if kind is ProcessKind.VALIDATE:
        return trn("Check %n document again?", "Check %n documents again?", count)
    if kind is ProcessKind.TIMESTAMP:
        return trn("Time-stamp %n document again?", "Time-stamp %n documents again?", count)
    return trn("Seal %n document again?", "Seal %n documents again?", count)


def _verb(kind: ProcessKind, count: int) -> str:
    if kind is ProcessKind.VALIDATE:
        return trn("Check %n again", "Check %n again", count)
    if kind is ProcessKind.TIMESTAMP:
        return trn("Time-stamp %n again", "Time-stamp %n again", count)
    return trn("Seal %n again", "Seal %n again", count)
