"""The child process: one practice server that lives as long as its life-line, standard input, stays open.

Reads its configuration as one JSON line from standard input (never from arguments or the environment, which
other users can see), answers one JSON line with the port on standard output, and exits at once when standard
input ends, which the system sees to even when the parent is killed.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from signdesk.domain.servers import Credentials
from signdesk.practice.app import practice_app
from signdesk.practice.dialect import Dialect, from_json
from signdesk.practice.keys import seal_key
from signdesk.practice.ledger import Ledger
from signdesk.practice.numbers import Numbers
from signdesk.practice.service import PracticeService
from signdesk.practice.serving import LoopbackServer, loopback_socket
from signdesk.practice.spool import Spool
from signdesk.seals.no_network import keep_network_out


@dataclass(frozen=True, slots=True)
class Order:
    """What the parent asks for."""

    key: str = field(repr=False)
    folder: Path
    dialect: Dialect
    pace_s: float


def main() -> int:
    """Serves until standard input ends. Exit code 1 with a JSON line `{"problem": ...}` when it cannot."""
    life_line, answer = sys.stdin.buffer, sys.stdout.buffer
    keep_network_out()
    _have_a_time_zone()
    try:
        order = read_order(life_line.readline())
        spool = Spool.opened(order.folder)
    except (OSError, ValueError, TypeError, KeyError) as error:
        _say(answer, {"problem": f"{type(error).__name__}: {error}"})
        return 1
    threading.Thread(target=_exit_at_end_of, args=(life_line, spool), daemon=True).start()
    try:
        asyncio.run(_serve(order, spool, answer))
    except OSError as error:
        _say(answer, {"problem": f"{type(error).__name__}: {error}"})
        return 1
    finally:
        spool.remove()
    return 0


def _have_a_time_zone() -> None:
    """One that pyHanko can write into seals: it asks tzlocal, which knows no TZ=CET-1CEST (POSIX)."""
    import tzlocal

    try:
        tzlocal.get_localzone()
    except Exception:  # noqa: BLE001 - what it raises differs between its versions and Python's
        os.environ["TZ"] = "UTC"


def read_order(line: bytes) -> Order:
    """Raises ValueError, TypeError or KeyError."""
    raw = json.loads(line)
    return Order(raw["key"], Path(raw["folder"]), from_json(raw["dialect"]), float(raw["pace_s"]))


async def _serve(order: Order, spool: Spool, answer: BinaryIO) -> None:
    key = seal_key(order.folder)
    numbers = Numbers(order.folder / "last-number")
    service = PracticeService(spool.folder, key, order.dialect, order.pace_s, Ledger(longest=100), numbers)
    bound = loopback_socket()
    port = bound.getsockname()[1]

    def started() -> None:
        _say(answer, {"port": port})
        threading.Thread(target=service.workshop.warm_up, daemon=True).start()

    app = practice_app(service, Credentials(api_key=order.key), cut=lambda client: server.cut(client))
    server = LoopbackServer(app, started)
    await server.serve(sockets=[bound])


def _say(answer: BinaryIO, value: object) -> None:
    answer.write(json.dumps(value).encode() + b"\n")
    answer.flush()


def _exit_at_end_of(life_line: BinaryIO, spool: Spool) -> None:
    while life_line.read(4096):
        pass
    spool.remove()
    # Not sys.exit: worker threads may be in the middle of a seal that nobody waits for.
    os._exit(0)
