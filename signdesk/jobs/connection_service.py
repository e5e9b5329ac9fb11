"""From a batch to the connection of the settings that it was ordered with, and what of that is used today.

What a person mends in the settings (header, kind of sign-in, form of accept, address) counts for batches that
were ordered before; a secret, though, goes to no other server than the one that is named: another address is
taken up by itself only while no server has anything of the batch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from signdesk.domain.batches import Batch, Reason
from signdesk.domain.connections import Connection
from signdesk.domain.servers import AcceptForm, Numbering, Server, SignIn
from signdesk.domain.settings import Settings


class ConnectionService:
    """`settings` gives those that hold now. Any thread."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings

    def connection_of(self, batch: Batch) -> Connection | None:
        """The one that it was ordered with; where none was noted, or it is gone, the one to its address."""
        if batch.server.practice:
            return None
        return self._settings().connection(batch.connection_id) or self.connection_to(batch.server)

    def connection_to(self, server: Server) -> Connection | None:
        """What is set up for that address; where it is more than one, the same kind of sign-in counts, then
        the first choice.
        """
        settings = self._settings()
        same = [one for one in settings.connections if one.server.base_url == server.base_url]
        fitting = [one for one in same if one.server.sign_in is server.sign_in] or same
        return settings.first_choice if settings.first_choice in fitting else next(iter(fitting), None)

    def new_address(self, batch: Batch) -> str:
        """The address of its connection, where that is another one now and a server has something of the
        batch at the old one: only a person knows whether that is the same server. Else "".
        """
        connection = self.connection_of(batch)
        if connection is None or connection.server.base_url == batch.server.base_url:
            return ""
        return connection.server.base_url if is_known_somewhere(batch) else ""

    def resolve(self, batch: Batch, *, to_new_address: bool = False) -> Batch:
        """With its server as its connection says today. `to_new_address`: a person said that what stands
        there now is the same server.
        """
        connection = self.connection_of(batch)
        if connection is None:
            return batch
        server = as_set_up(batch.server, connection.server)
        if self.new_address(batch) and not to_new_address:
            server = replace(server, base_url=batch.server.base_url, label=batch.server.label)
        if server == batch.server and batch.connection_id == connection.id:
            return batch
        return batch.replace(server=server, connection_id=connection.id)


def as_set_up(known: Server, named: Server) -> Server:
    """`named`, a server of the settings; what was learned of it earlier stays where the settings leave that
    open.
    """
    form, numbering = named.accept_form, named.numbering
    if form is AcceptForm.AUTO and known.accept_form is AcceptForm.QUERY_AND_BODY:
        form = known.accept_form
    if numbering is Numbering.UNKNOWN and known.base_url == named.base_url:
        numbering = known.numbering
    return replace(named, accept_form=form, numbering=numbering)


def takes_sign_in(batch: Batch, resolved: Batch, kind: SignIn) -> bool:
    """Whether a sign-in of that kind, which names no server, can be meant for this batch: its server wants
    such a one, by the settings or when it was ordered, or has refused the last.
    """
    server = resolved.server
    if server.practice or kind is SignIn.NONE:
        return False
    return kind in (server.sign_in, batch.server.sign_in) or was_refused(batch)


def was_refused(batch: Batch) -> bool:
    """Whether it is held because its server did not take the sign-in, or the lack of one."""
    return batch.held_at is not None and batch.reason is Reason.SIGN_IN


def is_known_somewhere(batch: Batch) -> bool:
    """Whether a server has, or may have, something of it."""
    return bool(batch.server_id or batch.abandoned_ids) or batch.maybe_started
