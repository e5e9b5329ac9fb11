"""The doctor's findings about names, connections, proxies and the test of a process."""

from __future__ import annotations

import errno
import socket

from signdesk.domain.errors import NotReached, ServerProblem
from signdesk.domain.messages import join, msg
from signdesk.seal_api.connection_failures import proxy_sign_in
from signdesk.seal_api.doctor.findings import Finding, Remedy, Stage, failed, ok, warning


def unknown_name(
    host: str, problem: ServerProblem, trouble: OSError | None = None, *, of_proxy: bool
) -> Finding:
    """The name server does not know it, or cannot be asked; without a network some systems say the former."""
    if of_proxy:
        means = msg(
            "Either the proxy’s address is misspelt, or this computer cannot look up names at the "
            "moment: there is no network, or the office’s (VPN) is not connected."
        )
    else:
        means = msg(
            "Either the server’s address is misspelt, or this computer cannot look up names at the "
            "moment: there is no network, or the office’s (VPN) is not connected."
        )
    tell = msg("On this computer, the name {host} cannot be resolved (DNS).", host=host)
    remedy = Remedy.SETTINGS if of_proxy else Remedy.ADDRESS
    if isinstance(trouble, socket.gaierror) and trouble.errno == socket.EAI_AGAIN:
        remedy = Remedy.AGAIN
    return failed(Stage.NAME, str(problem), means, tell, problem.detail, remedy)


def not_connected(stage: Stage, place: str, problem: ServerProblem, trouble: OSError | None) -> Finding:
    """No TCP connection to `place` (host:port)."""
    if isinstance(trouble, ConnectionRefusedError):
        means = msg(
            "The computer at this address is there, but no program answers at port {port}: it is switched "
            "off, or the port in the address is wrong.",
            port=place.rpartition(":")[2],
        )
        tell = msg(
            "A connection to {place} is refused. Is the service running, and on this port?", place=place
        )
    elif trouble is not None and trouble.errno in (
        errno.ENETUNREACH,
        errno.EHOSTUNREACH,
        errno.EADDRNOTAVAIL,
    ):
        means = msg("There is no way to this address from here: no network, or the VPN is not connected.")
        tell = msg("There is no route from this computer to {place}.", place=place)
    else:
        means = msg(
            "Nobody answered. Often a firewall is in the way, or the server can only be reached from within "
            "the office’s network (VPN)."
        )
        tell = msg(
            "Connections from this computer to {place} (TCP) get no answer. Does a firewall block them?",
            place=place,
        )
    return failed(stage, str(problem), means, tell, problem.detail)


def proxy_wants_sign_in(proxy: str, offers: str, *, signed_in: bool) -> Finding:
    """407. `offers`: its Proxy-Authenticate."""
    kinds = [one.strip().partition(" ")[0] for one in offers.split(",")]
    if offers and not any(kind.lower() == "basic" for kind in kinds):
        means = msg(
            "The proxy takes other kinds of sign-in only, which SignDesk does not speak. Your IT department "
            "can let SignDesk pass without one, or name another proxy."
        )
    else:
        means = msg("Until the proxy knows who you are, nothing gets out of the office’s network.")
    if offers:
        answers = msg(
            "The proxy {proxy} answers CONNECT with 407 and offers: {offers}.", proxy=proxy, offers=offers
        )
    else:
        answers = msg("The proxy {proxy} answers CONNECT with 407 and offers: nothing.", proxy=proxy)
    ask = msg(
        "SignDesk speaks Basic. Please allow the server’s address without a sign-in, or give me a user name "
        "and a password."
    )
    sentence = proxy_sign_in(proxy, signed_in=signed_in)
    detail = f"407; offers {offers}"
    return failed(Stage.PROXY, sentence, means, join(answers, ask), detail, Remedy.SETTINGS)


def proxy_is_none(proxy: str, problem: ServerProblem) -> Finding:
    """It took the connection and then failed at CONNECT."""
    return failed(
        Stage.PROXY,
        str(problem),
        msg("What answers there does not behave like a proxy. The proxy’s address or port may be wrong."),
        msg("{place} does not answer CONNECT properly. Is it an HTTP proxy, and on this port?", place=proxy),
        problem.detail,
        Remedy.SETTINGS,
    )


def proxy_refuses(place: str, proxy: str, problem: ServerProblem) -> Finding:
    """Any other answer to CONNECT that is not a 2xx."""
    if problem.status == 403:
        means = msg(
            "The office’s rules do not allow this connection. Only your IT department can change that."
        )
        tell = msg(
            "Please allow connections through the proxy {proxy} to {place} (CONNECT is answered with 403).",
            proxy=proxy,
            place=place,
        )
    elif problem.status in (502, 503, 504):
        means = msg(
            "The proxy works, but it cannot reach the server: the server’s address is wrong, the server is "
            "switched off, or a firewall is between the two."
        )
        tell = msg(
            "The proxy {proxy} cannot reach {place} (CONNECT is answered with {status}).",
            proxy=proxy,
            place=place,
            status=problem.status,
        )
    else:
        means = msg(
            "The proxy gave an answer that leads nowhere. It may want you to sign in to the network first: "
            "open a page in your browser, and try again."
        )
        tell = msg(
            "The proxy {proxy} answers CONNECT to {place} with {status}.",
            proxy=proxy,
            place=place,
            status=problem.status,
        )
    remedy = Remedy.OTHERS if problem.status == 403 else Remedy.AGAIN
    return failed(Stage.CONNECTION, str(problem), means, tell, problem.detail, remedy)


def may_be_made(process_id: int, detail: str) -> Finding:
    """No complete answer to the wish for an empty batch."""
    return failed(
        Stage.PROCESS,
        msg("The server did not say whether it made the empty batch."),
        msg("An empty batch may be left on the server; nothing was sealed."),
        msg("A test of process {process} got no complete answer to CreateBatch.", process=process_id),
        detail,
    )


def not_made(process_id: int, problem: ServerProblem) -> Finding:
    """The server, or the way to it, refused an empty batch."""
    means = msg("Nothing was made, and nothing was sealed.")
    if not isinstance(problem, NotReached) and problem.status is None:
        means = msg("Nothing was sealed.")
    tell = msg(
        "Is process {process} valid on the sealing server, and may my sign-in use it?", process=process_id
    )
    return failed(Stage.PROCESS, str(problem), means, tell, problem.detail)


def not_removed(process_id: int, batch_id: str, detail: str) -> Finding:
    """The empty batch was made, and stays."""
    return warning(
        Stage.PROCESS,
        msg(
            "Process {process} takes batches. An empty batch (number {number}) was made for this test, and "
            "could not be removed.",
            process=process_id,
            number=batch_id,
        ),
        msg("It does no harm; nothing was sealed."),
        msg("Please remove the empty batch {number} from the sealing server.", number=batch_id),
        detail,
    )


def removed(process_id: int, batch_id: str) -> Finding:
    """The empty batch was made and is gone."""
    return ok(
        Stage.PROCESS,
        msg(
            "Process {process} takes batches. An empty batch (number {number}) was made for this test and "
            "removed again.",
            process=process_id,
            number=batch_id,
        ),
    )
