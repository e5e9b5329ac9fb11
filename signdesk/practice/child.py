"""`python -m signdesk.practice.child`: one practice server that lives as long as its standard input is open.

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

from signdesk.domain.servers import DEFAULT_API_KEY_HEADER
from signdesk.practice.app import LoopbackServer, loopback_socket, practice_app
from signdesk.practice.data_folder import Numbers, Spool, seal_key
from signdesk.practice.processing import DocumentProcessor
from signdesk.practice.server_lifecycle import ServerLifecycle
from signdesk.practice.service import PracticeService
from signdesk.seals.worker.limits import keep_network_out


@dataclass(frozen=True, slots=True)
class ServerConfig:
    """What the parent sends. `key` is the API key, `pace_s` how long each status of a batch lasts."""

    key: str = field(repr=False)
    folder: Path
    pace_s: float


def main() -> int:
    """Serves until standard input ends. Exit code 1 with a JSON line `{"problem": ...}` when it cannot."""
    parent, answer = sys.stdin.buffer, sys.stdout.buffer
    keep_network_out()
    _have_a_time_zone()
    try:
        config = read_config(parent.readline())
        spool = Spool.opened(config.folder)
    except (OSError, ValueError, TypeError, KeyError) as error:
        _send(answer, {"problem": f"{type(error).__name__}: {error}"})
        return 1
    threading.Thread(target=_exit_at_end_of, args=(parent, spool), daemon=True).start()
    try:
        asyncio.run(_serve(config, spool, answer))
    except OSError as error:
        _send(answer, {"problem": f"{type(error).__name__}: {error}"})
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


def read_config(line: bytes) -> ServerConfig:
    """Raises ValueError, TypeError or KeyError."""
    raw = json.loads(line)
    return ServerConfig(raw["key"], Path(raw["folder"]), float(raw["pace_s"]))


async def _serve(config: ServerConfig, spool: Spool, answer: BinaryIO) -> None:
    processor = DocumentProcessor(seal_key(config.folder))
    lifecycle = ServerLifecycle(processor, config.pace_s)
    service = PracticeService(spool.folder, lifecycle, Numbers(config.folder / "last-number"))
    bound = loopback_socket()
    port = bound.getsockname()[1]

    def started() -> None:
        _send(answer, {"port": port})
        threading.Thread(target=processor.sealer, daemon=True).start()

    app = practice_app(service, (DEFAULT_API_KEY_HEADER, config.key))
    await LoopbackServer(app, started).serve(sockets=[bound])


def _send(answer: BinaryIO, value: object) -> None:
    answer.write(json.dumps(value).encode() + b"\n")
    answer.flush()


def _exit_at_end_of(parent: BinaryIO, spool: Spool) -> None:
    while parent.read(4096):
        pass
    spool.remove()
    # Not sys.exit: worker threads may be in the middle of a seal that nobody waits for.
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
