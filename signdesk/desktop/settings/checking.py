"""“Check the connection”: the doctor's findings into the panel, one by one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing

from PySide6.QtGui import QGuiApplication

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.i18n.language import joined, tr
from signdesk.desktop.settings.app_info import Examine
from signdesk.desktop.settings.doctor_panel import DoctorPanel, step_name
from signdesk.desktop.settings.secret_presenter import SecretPresenter
from signdesk.desktop.toolkit.text import Role
from signdesk.domain.connections import Access, Connection, SecretKind
from signdesk.domain.errors import KeyringProblem, SignDeskError
from signdesk.domain.servers import Credentials, Process
from signdesk.seal_api.doctor.findings import Finding, Verdict, report


class Checking:
    """At most one check at a time, of the connection that is shown. `ready` says why not, or ""."""

    def __init__(
        self,
        panel: DoctorPanel,
        examine: Examine,
        secrets: SecretPresenter,
        tasks: TaskOwner,
        shown: Callable[[], Connection | None],
        ready: Callable[[], str],
    ) -> None:
        self._panel = panel
        self._examine = examine
        self._secrets = secrets
        self._tasks = tasks
        self._shown = shown
        self._ready = ready
        self._task: asyncio.Task[None] | None = None
        self._checked: Connection | None = None
        self._findings: list[Finding] = []
        panel.check.clicked.connect(self._check)
        panel.stop.clicked.connect(self._stop)
        panel.copy.clicked.connect(self._copy)

    def abandon(self) -> None:
        """Another connection is shown, or the dialog ends: nothing more is told about this one."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _check(self) -> None:
        obstacle = self._ready()
        self._panel.offer(obstacle)
        self._panel.check.setEnabled(True)
        one = self._shown()
        if one is None or obstacle:
            return
        self.abandon()
        self._checked, self._findings = one, []
        self._panel.begin()
        self._task = self._tasks.start(self._run(one), "check a connection")

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    async def _run(self, one: Connection) -> None:
        me = asyncio.current_task()
        sentence, role = tr("Stopped."), Role.MUTED
        try:
            sentence, role = await self._examined(one)
        except SignDeskError as error:
            sentence, role = str(error), Role.ERROR
        finally:
            if self._task is me:
                self._task = None
                self._panel.end(sentence, role)

    async def _examined(self, one: Connection) -> tuple[str, Role]:
        process = _process_of(one)
        may_create = False
        if process is not None:
            answer = await self._may_create(process)
            if answer is None:
                return tr("Nothing was checked."), Role.MUTED
            may_create = answer
        try:
            secrets, without = await self._secrets.of(one), ""
        except KeyringProblem as problem:
            secrets, without = {}, str(problem)
        findings = self._examine(
            one.server,
            secrets.get(SecretKind.SIGN_IN, Credentials()),
            Access(
                one.transport,
                secrets.get(SecretKind.PASS_PHRASE, Credentials()).secret,
                secrets.get(SecretKind.PROXY, Credentials()).secret,
                one.plain_http,
            ),
            process_id=process.id if process is not None else None,
            may_create=may_create,
        )
        async with aclosing(findings):
            async for finding in findings:
                self._findings.append(finding)
                self._panel.add(finding)
        return _last_word(self._findings, without)

    async def _may_create(self, process: Process) -> bool | None:
        """None: not even the rest is to be checked."""
        text = tr(
            "To test the process “{label}” as well, SignDesk creates one empty batch on the server and "
            "deletes it at once. Nothing is sent or sealed.",
            label=process.label,
        )
        verbs = (("with", tr("Test the process, too")), ("without", tr("Leave the process out")))
        answer = await self._panel.strip.ask(text, verbs)
        return None if answer is None else answer == "with"

    def _copy(self) -> None:
        if self._checked is None:
            return
        head = tr("SignDesk, connection “{name}”: {address}", name=self._checked.name,
                  address=self._checked.server.base_url)  # fmt: skip
        QGuiApplication.clipboard().setText(joined("\n", head, report(self._findings)))
        self._panel.show_copied()


def _process_of(one: Connection) -> Process | None:
    """The one to be tested: the default one, else the first."""
    default = next((each for each in one.processes if each.id == one.default_process_id), None)
    return default or next(iter(one.processes), None)


def _last_word(findings: list[Finding], without: str) -> tuple[str, Role]:
    """`without`: why no secret could be used, or ""."""
    broken = next((one for one in findings if one.verdict is Verdict.FAILED), None)
    if broken is not None:
        words, role = tr("It fails at: {step}.", step=step_name(broken.step)), Role.ERROR
    elif any(one.verdict is Verdict.WARNING for one in findings):
        words, role = tr("It works, but look at what is marked."), Role.NEEDS
    else:
        words, role = tr("Everything that was checked works."), Role.DONE
    if without:
        told = tr("It was checked without any key or password: {reason}", reason=without)
        return joined(" ", words, told), Role.NEEDS if role is Role.DONE else role
    return words, role
