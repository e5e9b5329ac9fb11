"""A data folder that was moved, copied or put back with unfinished batches: the window asks, and nothing goes
on until it is answered. The same rule on the command line: `signdesk resume --moved-here` and
`--copied-here`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.batch_claims import BatchClaims, Doubt
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.domain.errors import SignDeskError
from signdesk.domain.messages import msg
from signdesk.jobs.async_journal import AsyncJournal
from signdesk.jobs.batch_store import BatchStore
from signdesk.jobs.recovery import displaced, leave_to_other_copy

log = logging.getLogger(__name__)


class MovedFolder:
    """On the GUI thread. `go_on`: called once a person has said which."""

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        store: BatchStore,
        journal: AsyncJournal,
        claims: BatchClaims,
        go_on: Callable[[], None],
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._store = store
        self._journal = journal
        self._claims = claims
        self._go_on = go_on

    async def look(self) -> None:
        """After the journal was opened. Where it cannot be told, nothing goes on either."""
        doubt = Doubt(msg("First say whether SignDesk’s data folder was moved or copied."), self.tell)
        try:
            if await displaced(self._journal):
                self._claims.in_doubt = doubt
        except SignDeskError as error:
            log.warning("the journal's place cannot be told: %s", error)
            self._claims.in_doubt = doubt

    def tell(self) -> None:
        """The banner, with the button that asks; nothing where there is no doubt."""
        if self._claims.in_doubt is None:
            return
        text = tr(
            "SignDesk’s data folder was moved, copied or put back from a backup. Nothing goes on until you "
            "say which."
        )
        verb = tr("Moved or copied?")
        self._window.show_lasting_banner(
            text, verb, lambda: self._tasks.start(self._ask(), "ask whether it was moved")
        )

    async def _ask(self) -> None:
        text = tr(
            "Is another copy of the folder still used? Then choose “It is a copy”: its unfinished batches "
            "stay with that copy for good, so that nothing is sealed twice. If this is the only one, choose "
            "“It was moved here”, and they go on here."
        )
        leave = ("leave", tr("Leave it for now"))
        verbs = (leave, ("copied", tr("It is a copy")), ("moved", tr("It was moved here")))
        said = await dialogs.ask(self._window, tr("Moved or copied?"), text, verbs)
        if said not in ("copied", "moved"):
            return
        if said == "moved":
            await self._journal.settle_here()
        else:
            for one in (await leave_to_other_copy(self._journal)).batches:
                self._store.put(one)
        self._claims.in_doubt = None
        self._window.lasting_banner.clear()
        self._go_on()
