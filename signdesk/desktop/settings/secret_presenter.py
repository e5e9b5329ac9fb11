"""The secrets of the connection that is shown: whether they are kept, and where new ones go."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.settings.secret_row import Place, SecretRow, SecretState
from signdesk.desktop.settings.server_form import ServerForm
from signdesk.domain.connections import Connection, ProxyKind, SecretKind, secret_owner
from signdesk.domain.errors import KeyringProblem
from signdesk.domain.servers import Credentials, SignIn, for_server
from signdesk.jobs.connection_service import ConnectionService


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a row speaks about."""

    connection_id: str
    owner: str
    sign_in: SignIn


class SecretPresenter:
    """`shown`: the connection. `connections` hears of every secret that is another one now."""

    def __init__(
        self,
        form: ServerForm,
        connections: ConnectionService,
        tasks: TaskOwner,
        shown: Callable[[], Connection | None],
    ) -> None:
        self._form = form
        self._connections = connections
        self._secrets = connections.secrets
        self._tasks = tasks
        self._shown = shown
        self._asked: dict[SecretKind, _Asked] = {}
        for kind, row in form.secrets.items():
            row.save_requested.connect(lambda secret, of=kind: self._start_saving(of, secret))
            row.session_requested.connect(lambda secret, of=kind: self._keep_for_session(of, secret))
            row.remove.clicked.connect(
                lambda _checked=False, of=kind: self._tasks.start(self._remove(of), "remove a secret")
            )
            row.retry.clicked.connect(lambda _checked=False, of=kind: self._look(of))

    def refresh(self) -> None:
        """Asks the keyring about what the rows speak of now, where that is something else than before."""
        one = self._shown()
        for kind in self._form.secrets:
            asked = about(one, kind) if one else None
            before = self._asked.get(kind)
            if asked is None:
                self._asked.pop(kind, None)
                self._row(kind).show_state(SecretState(Place.NOWHERE, _why_not(one)))
            elif asked != before:
                self._ask_again(kind, asked, before)
            self._row(kind).setEnabled(asked is not None)

    async def of(self, one: Connection) -> dict[SecretKind, Credentials]:
        """All that are known and fit. KeyringProblem."""
        found = {}
        for kind in SecretKind:
            asked = about(one, kind)
            secret = await self._secrets.load(asked.owner, kind, one.id) if asked else None
            if secret is not None and (kind is not SecretKind.SIGN_IN or secret.kind is one.server.sign_in):
                found[kind] = secret
        return found

    async def remove_unused(self, gone: Connection, left: Iterable[Connection]) -> None:
        """Those that no other connection needs. KeyringProblem."""
        needed = {(kind, asked.owner) for one in left for kind in SecretKind if (asked := about(one, kind))}
        for kind in SecretKind:
            asked = about(gone, kind)
            if asked is not None and (kind, asked.owner) not in needed:
                await self._secrets.remove(asked.owner, kind, gone.id)

    def _row(self, kind: SecretKind) -> SecretRow:
        return self._form.secrets[kind]

    def _ask_again(self, kind: SecretKind, asked: _Asked, before: _Asked | None) -> None:
        self._asked[kind] = asked
        moved = before is not None and before.connection_id == asked.connection_id
        elsewhere = moved and before is not None and before.owner != asked.owner
        if elsewhere:
            self._row(kind).forget()
        reason = (
            tr("It belongs to one address, so it is asked for again at another one.") if elsewhere else ""
        )
        self._look(kind, reason)

    def _look(self, kind: SecretKind, reason: str = "") -> None:
        if (asked := self._asked.get(kind)) is not None:
            self._row(kind).show_state(SecretState())
            self._tasks.start(self._ask(kind, asked, reason), "look for a secret")

    async def _ask(self, kind: SecretKind, asked: _Asked, reason: str) -> None:
        try:
            secret = await self._secrets.load(asked.owner, kind, asked.connection_id)
        except KeyringProblem as problem:
            state = SecretState(Place.TROUBLE, str(problem))
        else:
            fits = secret is not None and (kind is not SecretKind.SIGN_IN or secret.kind is asked.sign_in)
            state = SecretState(self._place(asked, kind)) if fits else SecretState(Place.NOWHERE, reason)
        if self._asked.get(kind) != asked:
            return
        self._row(kind).show_state(state)
        if reason and state.place is Place.NOWHERE:
            self._row(kind).open(focus=False)

    def _place(self, asked: _Asked, kind: SecretKind) -> Place:
        for_session = self._secrets.is_for_session(asked.owner, kind, asked.connection_id)
        return Place.SESSION if for_session else Place.KEYRING

    def _start_saving(self, kind: SecretKind, secret: Credentials) -> None:
        if (asked := self._asked.get(kind)) is not None:
            self._tasks.start(self._save(kind, asked, self._complete(secret)), "keep a secret")

    async def _save(self, kind: SecretKind, asked: _Asked, secret: Credentials) -> None:
        try:
            await self._secrets.save(asked.owner, kind, secret, asked.connection_id)
        except KeyringProblem as problem:
            if self._asked.get(kind) == asked:
                self._row(kind).show_problem(str(problem))
            return
        self._kept(kind, asked)

    def _keep_for_session(self, kind: SecretKind, secret: Credentials) -> None:
        if (asked := self._asked.get(kind)) is not None:
            self._secrets.keep_for_session(asked.owner, kind, self._complete(secret), asked.connection_id)
            self._kept(kind, asked)

    def _kept(self, kind: SecretKind, asked: _Asked) -> None:
        if self._asked.get(kind) == asked:
            self._row(kind).forget()
            self._row(kind).show_state(SecretState(self._place(asked, kind)))
        self._connections.secret_changed(asked.connection_id)

    async def _remove(self, kind: SecretKind) -> None:
        asked = self._asked.get(kind)
        if asked is None:
            return
        text = tr("Remove what is kept? It cannot be shown or brought back; SignDesk will ask for it again.")
        answer = await self._form.strip.ask(text, (("keep", tr("Keep it")), ("remove", tr("Remove it"))))
        if answer != "remove":
            return
        try:
            await self._secrets.remove(asked.owner, kind, asked.connection_id)
            state = SecretState(Place.NOWHERE)
        except KeyringProblem as problem:
            state = SecretState(Place.TROUBLE, str(problem))
        if self._asked.get(kind) == asked:
            self._row(kind).show_state(state)
        self._connections.secret_changed(asked.connection_id)

    def _complete(self, secret: Credentials) -> Credentials:
        """A key is of use under the name of its header only."""
        one = self._shown()
        return for_server(secret, one.server) if one else secret


def about(one: Connection, kind: SecretKind) -> _Asked | None:
    """Whom a secret of this kind would belong to; None where the connection needs none, or has no address."""
    needed = {
        SecretKind.SIGN_IN: one.server.sign_in is not SignIn.NONE,
        SecretKind.PASS_PHRASE: one.transport.certificate is not None,
        SecretKind.PROXY: one.transport.proxy.kind is ProxyKind.MANUAL and bool(one.transport.proxy.user),
    }[kind]
    if not needed or not one.server.base_url:
        return None
    sign_in = one.server.sign_in if kind is SecretKind.SIGN_IN else SignIn.NONE
    return _Asked(one.id, secret_owner(one, kind), sign_in)


def _why_not(one: Connection | None) -> str:
    return tr("Enter the address first.") if one is not None and not one.server.base_url else ""
