"""From an address and a key to a connection in use: tried, asked for its process, written down.

On the GUI thread, which is the loop's. There is a way back from everywhere, and one on without an answer.
"""

from __future__ import annotations

import asyncio
import secrets as random
from collections.abc import Coroutine
from contextlib import aclosing, suppress
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.batches.card_texts import server_name
from signdesk.desktop.connections.connection_setup import ConnectionSetup
from signdesk.desktop.connections.first_start.form import Entered
from signdesk.desktop.connections.secret_saver import SecretSaver
from signdesk.desktop.connections.server_selection import ServerSelection
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.settings.app_info import Examine
from signdesk.desktop.toolkit import dialogs
from signdesk.desktop.toolkit.text import Role
from signdesk.domain.connections import Access, Connection, SecretKind
from signdesk.domain.errors import KeyringProblem, SignDeskError
from signdesk.domain.messages import join
from signdesk.domain.servers import (
    DEFAULT_API_KEY_HEADER,
    Credentials,
    Process,
    Server,
    SignIn,
    api_key_header,
    for_server,
    server_address,
)
from signdesk.jobs.connection_service import ConnectionService
from signdesk.seal_api.doctor.findings import Finding, Stage, Verdict


class FirstStart:
    """The steps of the start page. What was typed is held until the page is left."""

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        connection_setup: ConnectionSetup,
        connections: ConnectionService,
        selection: ServerSelection,
        secret_saver: SecretSaver,
        examine: Examine,
    ) -> None:
        self._window = window
        self._page = page = window.start_page
        self._tasks = tasks
        self._connection_setup = connection_setup
        self._connections = connections
        self._selection = selection
        self._secret_saver = secret_saver
        self._examine = examine
        self._entered: Entered | None = None
        self._draft = Connection("", "", Server(""))
        self._new_id = _new_id()
        self._task: asyncio.Task[None] | None = None
        page.form.connect_requested.connect(self._connect)
        page.form.retry_button.clicked.connect(connection_setup.retry)
        page.trial.back_button.clicked.connect(self._stop)
        page.trial.again_button.clicked.connect(
            lambda: self._begin(self._try_again(), "try a server once more")
        )
        page.trial.anyway_button.clicked.connect(self._anyway)
        page.trial.check_link.clicked.connect(
            lambda: self._begin(self._check(), "check a server in the settings")
        )
        page.process.finish_requested.connect(lambda one: self._begin(self._finish(one), "set a server up"))
        page.process.session_requested.connect(self._use_for_session)
        page.process.folder.other_requested.connect(lambda: tasks.start(self._browse(), "choose a folder"))
        page.left.connect(self._forget)

    # ---- what was typed -----------------------------------------------------------------------------------

    def _connect(self, entered: Entered) -> None:
        try:
            self._draft = self._drafted(entered)
        except SignDeskError as error:
            self._page.show_problem(str(error))
            return
        self._entered = entered
        self._begin(self._try(), "try a server")

    def _drafted(self, entered: Entered) -> Connection:
        """A new connection, or the one that was set up for this address. InputProblem."""
        header = api_key_header(entered.header) if entered.header else DEFAULT_API_KEY_HEADER
        anywhere = Server(server_address(entered.address, plain_http=True), entered.sign_in, header)
        known = self._connections.connection_to(anywhere)
        base_url = server_address(entered.address, plain_http=known is not None and known.plain_http)
        if known is not None:
            server = replace(known.server, sign_in=entered.sign_in, api_key_header=header)
            return replace(known, server=server)
        name = urlsplit(base_url).netloc
        server = replace(anywhere, base_url=base_url, label=name)
        return Connection(self._new_id, name, server)

    @property
    def _credentials(self) -> Credentials:
        return self._entered.credentials if self._entered is not None else Credentials()

    def _begin(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._stop()
        self._task = self._tasks.start(work, name)

    def _stop(self) -> None:
        """A step may also end the page, or begin the next one, itself."""
        task, self._task = self._task, None
        if task is not None and task is not asyncio.current_task():
            task.cancel()

    def _forget(self) -> None:
        self._stop()
        self._entered, self._draft, self._new_id = None, Connection("", "", Server("")), _new_id()

    # ---- trying -------------------------------------------------------------------------------------------

    async def _try(self) -> None:
        draft = self._draft
        self._page.show_trial(server_name(draft.server))
        found: list[Finding] = []
        examined = self._examine(draft.server, self._credentials, await self._access(draft))
        async with aclosing(examined) as findings:
            async for finding in findings:
                if finding.verdict is Verdict.FAILED:
                    self._page.trial.show_broken(finding)
                    return
                self._page.trial.show_step(finding.step)
                found.append(finding)
        warnings = [one.sentence for one in found if one.verdict is Verdict.WARNING]
        answer = [one.sentence for one in found if one.step is Stage.SIGN_IN]
        self._go_on(join(*(warnings or answer)), Role.NEEDS if warnings else Role.DONE)

    async def _access(self, draft: Connection) -> Access:
        """As far as the keyring gives its secrets."""
        try:
            return await self._connections.reach(draft)
        except KeyringProblem:
            return Access(draft.transport, plain_http=draft.plain_http)

    async def _try_again(self) -> None:
        """With what was changed in the settings meanwhile."""
        saved = self._connection_setup.settings.connection(self._draft.id)
        if saved is not None and self._entered is not None:
            self._draft = saved
            with suppress(KeyringProblem):
                given = await self._connections.credentials(saved)
                if given.kind is saved.server.sign_in:
                    self._entered = replace(self._entered, credentials=given)
        await self._try()

    def _anyway(self) -> None:
        words = tr("The server has not been tried successfully yet. SignDesk goes on trying with each batch.")
        self._go_on(words, Role.NEEDS)

    async def _check(self) -> None:
        """It has to be among the connections for that; its secret is not kept before it is wanted."""
        try:
            await self._connection_setup.add(self._draft)
        except SignDeskError as error:
            self._page.trial.show_trouble(str(error))
            return
        self._keep(in_keyring=False)
        self._connection_setup.open_check(self._draft)

    # ---- the process, and the end -------------------------------------------------------------------------

    def _go_on(self, answer: str, role: Role) -> None:
        if self._draft.processes:
            self._begin(self._finish(None), "use a server that was set up")
            return
        intake = self._window.intake
        self._page.show_process()
        self._page.process.begin(answer, role, intake.folder(), intake.recent_folders())

    async def _finish(self, process: Process | None) -> None:
        box = self._page.process
        draft = self._with_process(process)
        asked = not box.isHidden()
        folder = box.folder.folder() if asked else None
        box.set_busy(True)
        try:
            await self._connection_setup.add(draft, folder)
        except SignDeskError as error:
            self._page.show_process()
            box.show_problem(str(error), for_session=True)
            return
        finally:
            box.set_busy(False)
        self._draft = draft
        self._keep(in_keyring=self._entered is not None and self._entered.keep)
        if folder is not None:
            self._window.intake.folder_choice.chosen.emit(folder)
        self._connection_setup.use(draft, process.id if process is not None else None)

    def _with_process(self, process: Process | None) -> Connection:
        if process is None:
            return self._draft
        return replace(self._draft, processes=(process,), default_process_id=process.id)

    def _keep(self, *, in_keyring: bool) -> None:
        if self._credentials.kind is not SignIn.NONE:
            secret = for_server(self._credentials, self._draft.server)
            self._secret_saver.keep(self._draft, SecretKind.SIGN_IN, secret, in_keyring=in_keyring)

    def _use_for_session(self, process: Process | None) -> None:
        """Where the settings cannot be written."""
        draft = self._with_process(process)
        number = process.id if process is not None else None
        self._selection.use_for_session(draft.server, self._credentials, number, draft.processes)

    async def _browse(self) -> None:
        choice = self._page.process.folder
        folder = await dialogs.choose_folder(self._window, tr("Save to"), choice.folder())
        if folder is not None:
            choice.choose(folder)


def _new_id() -> str:
    return f"server-{random.token_hex(4)}"
