"""The list of batches was damaged or has vanished: the window says so, with the numbers of what is not
finished, and nothing goes on until a person has seen it. The same note on the command line:
`signdesk resume --seen`.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.batch_claims import BatchClaims, Doubt
from signdesk.desktop.i18n.language import joined, tr, trn
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.documents import shown_name
from signdesk.domain.errors import SignDeskError
from signdesk.domain.messages import msg
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.restore import take_in_from_save_folders
from signdesk.storage.folders import Folders
from signdesk.storage.journal.losses import Loss

MOST_NUMBERS = 20
log = logging.getLogger(__name__)


class LostJournal:
    """On the GUI thread. `go_on`: awaited once a person has seen it."""

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        journal: AsyncJournal,
        claims: BatchClaims,
        folders: Folders,
        go_on: Callable[[], Awaitable[None]],
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._journal = journal
        self._claims = claims
        self._folders = folders
        self._go_on = go_on
        self._text = ""

    async def look(self) -> None:
        """After the journal was opened: the banner, where there was a loss that nobody has seen. What
        receipts say is taken into the list."""
        try:
            loss = await self._journal.loss()
        except SignDeskError as error:  # the same keeps the batches from being shown, and is said there
            log.warning("whether a journal was lost cannot be told: %s", error)
            return
        if loss is None or loss.seen:
            return
        words = msg("First read the message at the top, and press “Seen”.")
        self._claims.in_doubt = Doubt(words, self._tell)
        self._text = _words(loss, *await self._known())
        self._tell()

    async def _known(self) -> tuple[list[str], int]:
        """The numbers on the server of what is not finished, and how many batches receipts brought; as far
        as the journal can be read and written.
        """
        new, numbers = 0, list[str]()
        try:
            new = await take_in_from_save_folders(self._journal, self._folders)
        except SignDeskError as error:
            log.warning("receipts cannot be taken into the list: %s", error)
        try:
            loaded = await self._journal.list()
            numbers = [one.server_id for one in loaded.batches if one.server_id and not one.server.practice]
        except SignDeskError as error:
            log.warning("what is not finished cannot be read: %s", error)
        return numbers, new

    def _tell(self) -> None:
        self._window.show_lasting_banner(self._text, tr("Seen"), self._seen)

    def _seen(self) -> None:
        self._tasks.start(self._note_seen(), "note that a loss was seen")

    async def _note_seen(self) -> None:
        await self._journal.loss_seen()
        self._claims.in_doubt = None
        self._window.lasting_banner.clear()
        await self._go_on()


def _words(loss: Loss, numbers: list[str], restored: int) -> str:
    if loss.put_back:
        what = tr("An older list of batches was put back in SignDesk’s data folder.")
    elif loss.set_aside is None:
        what = tr("SignDesk’s list of batches is gone.")
    else:
        file = shown_name(loss.set_aside)
        what = tr("SignDesk’s list of batches was damaged. It was kept as {file}.", file=file)
    read = trn("%n batch could be read from it.", "%n batches could be read from it.", loss.recovered)
    from_receipts = trn(
        "%n batch was taken into the list from its receipt.",
        "%n batches were taken into the list from their receipts.",
        restored,
    )
    listed = ", ".join(numbers[:MOST_NUMBERS]) + (", …" if len(numbers) > MOST_NUMBERS else "")
    unfinished = tr(
        "Not finished are the batches with these numbers on the server: {numbers}.", numbers=listed
    )
    rest = tr(
        "SignDesk no longer knows what else was sealed: ask the server’s operator. Nothing goes on "
        "until you press “Seen”."
    )
    found = (read if loss.recovered else "", from_receipts if restored else "")
    return joined(" ", what, *found, unfinished if numbers else "", rest)
