"""Which server the window seals with: connecting, practising, changing, and what the last news of it was."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from signdesk.desktop.language import tr
from signdesk.desktop.main_window import MainWindow
from signdesk.desktop.messages import Tone, server_name
from signdesk.desktop.remembering import Remembering
from signdesk.desktop.tasks import TaskOwner
from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.domain.errors import SignDeskError
from signdesk.domain.processes import Process
from signdesk.domain.servers import Credentials, Server, SignIn, api_key_header, server_address
from signdesk.jobs.session import Session

NOT_YET = Server("http://127.0.0.1", practice=True, label="Practice server")
KNOCK_S = 2.0
OpenPractice = Callable[[], Awaitable[tuple[Server, Credentials, Sequence[Process]]]]
MakeSession = Callable[[Server, Credentials], Session]


class Connecting:
    """On the GUI thread, which is the loop's. `connected` is called with every session that comes into use,
    `gone` with a server that will not come back; `obstacle` says why nothing can be sealed whatever the
    server, or "".
    """

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        remembering: Remembering,
        *,
        open_practice: OpenPractice,
        make_session: MakeSession,
        connected: Callable[[Session], None],
        gone: Callable[[Server], None],
        obstacle: Callable[[], str],
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._remembering = remembering
        self._open_practice = open_practice
        self._make_session = make_session
        self._connected = connected
        self._gone = gone
        self._obstacle = obstacle
        self._server_shown: tuple[str, Tone] | None = None
        self._unproven: tuple[Server, datetime] | None = None
        self._knocking = False
        self.sessions: list[Session] = []
        self.current: Session | None = None
        window.connect_wanted.connect(self._connect)
        window.practice_wanted.connect(self.start_practice)
        window.change_wanted.connect(window.show_start_page)

    def open_session(self, server: Server, credentials: Credentials) -> Session:
        """A sign-in for the batches of `server`; also for the next ones, where it is the server in use.

        Raises InputProblem for a secret that no header can carry.
        """
        session = self._make_session(server, credentials)
        self.sessions.append(session)
        if self.current is not None and self.current.server.base_url == session.server.base_url:
            self.current = session
        return session

    def use_server(
        self,
        server: Server,
        credentials: Credentials,
        process_id: int | None = None,
        processes: Sequence[Process] = (),
        usual_id: int | None = None,
    ) -> None:
        """Everything sealed from here on goes to this server; batches under way keep theirs.

        `processes`: those that were set up for it; others that were used there before are offered, too.
        """
        try:
            self.current = session = self.open_session(server, credentials)
        except SignDeskError as error:
            self._failed(str(error))
            return
        self._server_shown = None
        self._window.set_server(server)
        self.offer_processes(server, process_id, processes, usual_id)
        self._connected(session)

    def offer_processes(
        self, server: Server, process_id: int | None, processes: Sequence[Process], usual_id: int | None
    ) -> None:
        """What can be chosen there. The choice is `process_id`, else what was used last, else `usual_id`."""
        set_up = {one.id for one in processes}
        known = [*processes, *(one for one in self._remembering.processes(server) if one.id not in set_up)]
        chosen = process_id or self._remembering.last_process_id(server) or usual_id
        self._window.intake.set_processes(known, chosen, typed=True)
        if chosen:
            self._window.intake.choose_process(chosen)

    async def use_practice(self, process_id: int | None = None) -> None:
        """Starts the practice server; until it answers the button says why it cannot be pressed."""
        intake = self._window.intake
        starting = tr("The practice server is starting…")
        self._window.set_server(NOT_YET, starting)
        intake.set_obstacle(starting)
        try:
            server, credentials, processes = await self._open_practice()
        except SignDeskError as error:
            self._failed(str(error))
            return
        finally:
            intake.set_obstacle(self._obstacle())
        self.current = session = self.open_session(server, credentials)
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
        self._remember_if_proven(batch)
        if self.current is None or batch.server.base_url != self.current.server.base_url:
            return
        if batch.server.practice:
            if waits and not self._knocking:
                self._knocking = True
                self._tasks.start(self._knock(self.current.server), "look for the practice server")
        elif waits:
            self._show_server(tr("{server}, not reached"), Tone.ERROR)
        elif batch.heard_at is not None and batch.state is not BatchState.WAITING:
            self._show_server(tr("{server}, connected"), Tone.DONE)

    async def close(self) -> None:
        """Closes the connections. No job may be under way."""
        for session in self.sessions:
            await session.close()

    def _connect(self, address: str, sign_in: SignIn, header: str, credentials: Credentials) -> None:
        try:
            server = Server(server_address(address), sign_in=sign_in)
            if header:
                server = replace(server, api_key_header=api_key_header(header))
        except SignDeskError as error:
            self._window.show_connect_problem(str(error))
            return
        self._unproven = (server, datetime.now(UTC))
        self.use_server(server, credentials)

    def _failed(self, words: str) -> None:
        """Back to the page where the wish was made, with the server that was used before."""
        server = self.current.server if self.current is not None else None
        self._window.set_server(server)
        if server is not None:
            self._window.show_start_page()
        self._window.show_connect_problem(words)

    def _remember_if_proven(self, batch: Batch) -> None:
        """An address is offered at the next start only if something there has answered properly."""
        if self._unproven is None or batch.heard_at is None:
            return
        server, since = self._unproven
        if batch.server.base_url == server.base_url and batch.heard_at >= since:
            self._unproven = None
            self._remembering.keep_server(server)

    def _show_server(self, pattern: str, tone: Tone) -> None:
        if self.current is None or (pattern, tone) == self._server_shown:
            return
        self._server_shown = (pattern, tone)
        self._window.show_server_state(pattern.format(server=server_name(self.current.server)), tone)

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
        self._gone(server)
        self.start_practice()


def _is_listening(base_url: str) -> bool:
    """Blocking."""
    parts = urlsplit(base_url)
    try:
        socket.create_connection((parts.hostname or "", parts.port or 80), KNOCK_S).close()
    except OSError:
        return False
    return True
