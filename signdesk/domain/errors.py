"""Everything that can go wrong, as one tree.

    SignDeskError
      InputProblem            a document cannot be taken in, or a value given by the user is wrong
        SourceChanged         a document no longer holds the bytes that were taken in
      SavingProblem           this machine's disk
        DiskFull
        TargetUnavailable     the target folder is missing, read-only or gone
            MountGone         its disk or share is not there
            FolderGone        it was removed from a disk or share that is there
      ServerProblem           the server, or the way to it
        NotReached            nothing was sent: name, connection or TLS hand-shake did not come about
          TlsProblem          the secure connection was refused, its certificate for example (never retried)
            ProxyRefused      the proxy on the way there wants a (different) sign-in
            WayProblem        a file or a proxy set up here cannot be used: an InputProblem as well
              PassPhraseProblem  the client's key wants a pass phrase, or another one
        Unclear               the request may or may not have been carried out
          TimeLimit           one of our own limits ended the call
            TooMuchWork       that of CPU time
        Refused               a complete HTTP answer said no
          SignInRefused       401, 403
          NotFound            404
          TooBusy             429, 503 (carries Retry-After)
          ServerFailed        any other 5xx
          Redirected          3xx: never followed
        BadAnswer             a 2xx whose content is not what the method promises
      ResultProblem           what came back is not saved under the result's name by itself
        DamagedResult         not a whole archive: fetch again
        RefusedResult         it could do harm, or is packed in a way that cannot be read
      KeyringProblem          a secret can be neither kept on this machine nor found there
        KeyringLocked         somebody has to unlock it
        KeyringRefused        somebody said no
        KeyringMissing        there is none on this machine, or none that is to be trusted
        KeyringBroken         anything else, no answer included
        SecretTooLong         more than the keyring of this system can hold

Every error's ``str()`` is one sentence for a person, without secrets. Which error a status code or a library
exception becomes is decided in ``seal_api.failures`` and ``storage`` alone.
"""

from __future__ import annotations

from pathlib import Path

from signdesk.domain.documents import shown_name
from signdesk.domain.messages import msg


class SignDeskError(Exception):
    """The root: its text may be shown to the user as it is."""


class InputProblem(SignDeskError):
    """A document or a value from outside cannot be used; nothing was sent because of it."""


class SourceChanged(InputProblem):
    """A source file's bytes differ from those taken in. `name` is the document's own, `path` its place."""

    def __init__(self, name: str, path: Path | None = None) -> None:
        super().__init__(
            msg(
                "“{name}” was changed or removed after it was added, so it was not sealed.",
                name=shown_name(name),
            )
        )
        self.name = name
        self.path = path


class SavingProblem(SignDeskError):
    """The result (or a note of it) could not be written here; the server's copy is kept."""


class DiskFull(SavingProblem):
    """No room for the result (ENOSPC, EDQUOT), or too little before sealing begins."""


class TargetUnavailable(SavingProblem):
    """The target folder cannot be made or written to."""


class MountGone(TargetUnavailable):
    """What held the target folder when the batch was ordered is not mounted there now; it may come back."""


class FolderGone(TargetUnavailable):
    """The target folder was removed from a disk or share that is there. It is not made again in silence."""


class ServerProblem(SignDeskError):
    """The server, or the way to it. `status` is the HTTP status code where there was an answer.

    `detail` holds what a technician wants to read: plain text, bounded, without secrets.
    """

    def __init__(self, message: str, *, status: int | None = None, detail: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.detail = detail


class NotReached(ServerProblem):
    """Nothing was sent, so every method may be repeated."""


class TlsProblem(NotReached):
    """The secure connection failed, and a person has to do something. Repeating does not help."""


class ProxyRefused(TlsProblem):
    """The proxy answered 407 before anything went to the server. Repeating may lock the person's account."""


class WayProblem(TlsProblem, InputProblem):
    """A file of the connection (issuers, client certificate, key), or the system's proxy, cannot be used."""


class PassPhraseProblem(WayProblem):
    """The key of the client certificate opens with none or with another pass phrase."""


class Unclear(ServerProblem):
    """The request was at least partly sent and no complete answer came."""


class TimeLimit(Unclear):
    """One of our own limits (idle, total, minimum rate) ended the call."""


class TooMuchWork(TimeLimit):
    """The answer had cost more CPU time than any usual one needs (P23)."""


class Refused(ServerProblem):
    """A complete answer that says no."""


class SignInRefused(Refused):
    """401 or 403: ask the person, do not retry."""


class NotFound(Refused):
    """404: wrong address, unknown id, expired cache, or (IIS) too large an upload. The step decides."""


class TooBusy(Refused):
    """429 or 503. `retry_after_s`: seconds to wait as the server asked, clamped to 1..3600, or None."""

    def __init__(
        self, message: str, *, status: int | None = None, detail: str = "", retry_after_s: float | None = None
    ) -> None:
        super().__init__(message, status=status, detail=detail)
        self.retry_after_s = retry_after_s


class ServerFailed(Refused):
    """500, 502, 504 and other 5xx."""


class Redirected(Refused):
    """3xx: an address that answers with redirects is not the server's."""


class BadAnswer(ServerProblem):
    """2xx with HTML, broken JSON, a missing batch id, an encoding we did not ask for, no framing."""


class ResultProblem(SignDeskError):
    """What came back must not get the result's name, unless a person says so."""


class DamagedResult(ResultProblem):
    """Not a whole, sound archive."""


class RefusedResult(ResultProblem):
    """An archive that could do harm, or that cannot be read: said without calling it damaged."""


class KeyringProblem(SignDeskError):
    """The keyring is of no use for this secret; it may still be given for one session."""


class KeyringLocked(KeyringProblem):
    """It is locked, and stayed so."""


class KeyringRefused(KeyringProblem):
    """The keyring's own question was answered with no, or nobody could be asked."""


class KeyringMissing(KeyringProblem):
    """This machine has none, or its settings name something else than a keyring of the system."""


class KeyringBroken(KeyringProblem):
    """It failed, gave back something else, or did not answer in time."""


class SecretTooLong(KeyringProblem):
    """Found before anything was written."""
