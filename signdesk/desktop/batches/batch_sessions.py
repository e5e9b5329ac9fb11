"""With which sign-in a batch goes on: its server as it is set up now, and the session that fits it.

On the GUI thread, which is the loop's.
"""

from __future__ import annotations

from dataclasses import replace

from signdesk.domain.batches import Batch
from signdesk.domain.servers import Server, SignIn
from signdesk.jobs.connection_service import ConnectionService, as_set_up, was_refused
from signdesk.jobs.session import Session


class BatchSessions:
    """Of those that `connections` has open."""

    def __init__(self, connections: ConnectionService) -> None:
        self._connections = connections

    def session_for(self, batch: Batch) -> Session | None:
        """The newest sign-in for the batch's server: a key entered in one card helps all. None also where its
        connection leads elsewhere now, which only a person can decide about. What is sent again of one that
        is over is a new order, which goes where the connection leads.
        """
        if batch.is_over:
            return self.session_to(self._connections.resolve(batch, to_new_address=True))
        return None if self._connections.new_address(batch) else self.session_to(self.resolved(batch))

    def session_to(self, batch: Batch) -> Session | None:
        """The same for a batch as it is to go on, at the address that it has."""
        if (newest := self.newest(batch)) is not None:
            return newest
        if batch.server.sign_in is SignIn.NONE and not was_refused(batch):
            return self._connections.open_at_once(batch.server)
        return None

    def newest(self, batch: Batch) -> Session | None:
        """At the batch's address. One that signs in as its connection says goes first; one that signs in
        otherwise is of no use where that was refused.
        """
        same = [
            one
            for one in self._connections.sessions
            if one.server.base_url == batch.server.base_url and self.is_for(batch, one)
        ]
        connection = self._connections.connection_of(batch)
        if connection is None or connection.server.sign_in is SignIn.NONE:
            return same[-1] if same else None
        fitting = [one for one in same if _signs_in_alike(one.server, connection.server)]
        usable = fitting or ([] if was_refused(batch) else same)
        return usable[-1] if usable else None

    def is_for(self, batch: Batch, session: Session) -> bool:
        """Not where each belongs to a connection of its own: two keys for one server stay apart."""
        connection, own = self._connections.connection_of(batch), self._connections.connection_id_of(session)
        return connection is None or connection.id != batch.connection_id or own in ("", connection.id)

    def resolved(self, batch: Batch) -> Batch:
        """With its server as it is set up now."""
        return self._connections.resolve(batch)

    def taken_up(self, batch: Batch, session: Session) -> Batch:
        """With what the session knows of its server."""
        named = session.server
        server = replace(as_set_up(batch.server, named), label=named.label or batch.server.label)
        return batch.replace(server=server, connection_id=self.resolved(batch).connection_id)


def _signs_in_alike(one: Server, other: Server) -> bool:
    return (one.sign_in, one.api_key_header) == (other.sign_in, other.api_key_header)
