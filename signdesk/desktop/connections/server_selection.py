"""Which server the window seals with: connecting, practising, changing, and what the last news of it was."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import urlsplit

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.app.ui_state import UiState
from signdesk.desktop.batches.card_texts import Tone, server_name
from signdesk.desktop.connections.first_answers import FirstAnswers
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.documents import ChosenProcess
from signdesk.domain.errors import SignDeskError
from signdesk.domain.servers import Credentials, Process, Server
from signdesk.jobs.connection_service import ConnectionService
from signdesk.jobs.session import Session

NOT_YET = Server("http://127.0.0.1", practice=True, label="Practice server")
KNOCK_S = 2.0
OpenPractice = Callable[[], Awaitable[tuple[Server, Credentials, Sequence[Process]]]]


class ServerSelection:
    """On the GUI thread, which is the loop's. `connected` is called with every session that comes into use;
    `obstacle` says why nothing can be sealed whatever the server, or "". `connection_id`: the connection of
    the settings that is in use, or "". `listed_for`: with which process the list was to be sent at the last
    start, for the first time that its server is in use.
    """

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        remembering: UiState,
        connections: ConnectionService,
        *,
        open_practice: OpenPractice,
        connected: Callable[[Session], None],
        obstacle: Callable[[], str],
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._ui_state = remembering
        self._open_practice = open_practice
        self._connections = connections
        self._connected = connected
        self._obstacle = obstacle
        self._gone: list[Callable[[Server], None]] = []
        self.listed_for: ChosenProcess | None = None
        self._server_shown: tuple[str, Tone] | None = None  # its label, and how it does
        self._first_answers = FirstAnswers()
        self._knocking = False
        self._current: Session | None = None
        self.connection_id = ""
        self.when_proven = self._first_answers.when_proven
        connections.when_opened(self._opened)
        window.practice_requested.connect(self.start_practice)
        window.change_requested.connect(window.show_start_page)

    def when_gone(self, tell: Callable[[Server], None]) -> None:
        """`tell` is called with a server that will not come back."""
        self._gone.append(tell)

    @property
    def current(self) -> Session | None:
        """The sign-in that orders go by."""
        return self._current

    @current.setter
    def current(self, session: Session | None) -> None:
        self._current = session
        self._window.intake.set_session(session)

    def _opened(self, session: Session) -> None:
        """A new sign-in of the connection in use is also for the next orders."""
        used = self.current
        same = used is not None and used.server.base_url == session.server.base_url
        if same and self.connection_id == self._connections.connection_id_of(session):
            self.current = session

    def use_server(
        self,
        server: Server,
        credentials: Credentials,
        process_id: int | None = None,
        processes: Sequence[Process] = (),
    ) -> None:
        """Everything sealed from here on goes to this server; batches under way keep theirs.

        `processes`: those that were set up for it; others that were used there before are offered, too.
        """
        try:
            session = self._connections.open_session(server, credentials)
        except SignDeskError as error:
            self.ask_on_page(str(error))
            return
        self.use_session(session, process_id, processes)

    def use_session(
        self,
        session: Session,
        process_id: int | None = None,
        processes: Sequence[Process] = (),
        usual_id: int | None = None,
    ) -> None:
        """As `use_server`, with a sign-in that is open already."""
        server = self._connections.named(session)
        self.current, self.connection_id = session, self._connections.connection_id_of(session)
        self._connections.prefer(session)
        self._server_shown = None
        self._window.set_server(server)
        self.offer_processes(server, process_id, processes, usual_id)
        self._connected(session)

    def use_again(self, base_url: str) -> None:
        """A server of this session that is set up nowhere."""
        same = [one for one in self._connections.sessions if one.base_url == base_url]
        if same:
            self.use_session(same[-1])

    def show_current(self) -> None:
        """In the header, after something else stood there; the page to connect where there is none."""
        self._server_shown = None
        self._window.set_server(self._connections.named(self.current) if self.current is not None else None)

    def leave(self) -> None:
        """Nothing more is sealed with the server in use; its batches go on."""
        self.current, self.connection_id = None, ""
        self.show_current()

    def use_for_session(
        self,
        server: Server,
        credentials: Credentials,
        process_id: int | None = None,
        processes: Sequence[Process] = (),
    ) -> None:
        """A server that is not written down. Its address is offered at the next start if it has answered."""
        self.when_proven(server.base_url, lambda: self._ui_state.keep_server(server))
        self.use_server(server, credentials, process_id, processes)

    def offer_processes(
        self, server: Server, process_id: int | None, processes: Sequence[Process], usual_id: int | None
    ) -> None:
        """What can be chosen there. The choice is `process_id`, else what was used last, else `usual_id`."""
        connection_setup = {one.id for one in processes}
        known = [
            *processes,
            *(one for one in self._ui_state.processes(server) if one.id not in connection_setup),
        ]
        before = self._listed_process(server) or self._ui_state.last_process_id(server)
        chosen = process_id or before or usual_id
        self._window.intake.set_processes(known, chosen, typed=True)
        if chosen:
            self._window.intake.choose_process(chosen)

    def _listed_process(self, server: Server) -> int | None:
        before = self.listed_for
        if before is None or before.base_url != server.base_url:
            return None
        self.listed_for = None
        return before.process_id

    async def use_practice(self, process_id: int | None = None) -> None:
        """Starts the practice server; until it answers the button says why it cannot be pressed."""
        intake = self._window.intake
        starting = tr("The practice server is starting…")
        self._window.set_server(NOT_YET, starting)
        intake.set_obstacle(starting)
        try:
            server, credentials, processes = await self._open_practice()
        except SignDeskError as error:
            self.ask_on_page(str(error))
            return
        finally:
            intake.set_obstacle(self._obstacle())
        session = self._connections.open_session(server, credentials)
        self.current, self.connection_id = session, ""
        self._server_shown = None
        self._window.set_server(server)
        intake.set_processes(processes, process_id or processes[0].id)
        self._connected(session)

    def start_practice(self, process_id: int | None = None) -> None:
        """`use_practice`, without waiting for it."""
        self._tasks.start(self.use_practice(process_id), "start the practice server")

    def heard(self, batch: Batch) -> None:
        """What every job publishes. The last news about the server in use stands in the header."""
        waits = batch.state is BatchState.WAITING and batch.reason is Reason.SERVER
        self._first_answers.heard(batch)
        if self.current is None or batch.server.base_url != self.current.base_url:
            return
        if batch.server.practice:
            if waits and not self._knocking:
                self._knocking = True
                self._tasks.start(self._knock(self.current.server), "look for the practice server")
        elif waits:
            self._show_server(batch.server, Tone.ERROR)
        elif batch.heard_at is not None and batch.state is not BatchState.WAITING:
            self._show_server(batch.server, Tone.DONE)

    def ask_on_page(self, words: str, *, retry: bool = False) -> None:
        """The page to connect, with a sentence; with the way back where a server is in use."""
        self.show_current()
        if self.current is not None:
            self._window.show_start_page()
        self._window.show_connect_problem(words, retry=retry)

    def _show_server(self, server: Server, tone: Tone) -> None:
        """Costs nothing where it says what is there already, as it does at most looks at a batch."""
        if (server.label, tone) == self._server_shown:
            return
        self._server_shown, name = (server.label, tone), server_name(server)
        reached = tone is not Tone.ERROR
        text = tr("{server}, connected", server=name) if reached else tr("{server}, not reached", server=name)
        self._window.show_server_state(text, tone)

    async def _knock(self, server: Server) -> None:
        """A practice server that is gone never comes back by itself; a new one can be started."""
        try:
            if await asyncio.to_thread(_is_listening, server.base_url):
                return
        finally:
            self._knocking = False
        if self.current is None or self.current.server.base_url != server.base_url:
            return
        self._window.show_server_state(tr("The practice server has stopped"), Tone.ERROR)
        text = tr("The practice server has stopped, and with it what it had not finished. Nothing was lost.")
        self._window.show_banner(text, Tone.ERROR, tr("Start it again"), lambda: self._start_again(server))

    def _start_again(self, server: Server) -> None:
        self._window.clear_banner()
        for tell in self._gone:
            tell(server)
        self.start_practice()


def _is_listening(base_url: str) -> bool:
    """Blocking."""
    parts = urlsplit(base_url)
    try:
        socket.create_connection((parts.hostname or "", parts.port or 80), KNOCK_S).close()
    except OSError:
        return False
    return True
