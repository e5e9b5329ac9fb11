"""The document worker's process. Started by `client` alone.

It reads requests from standard input, answers on standard output (`wire`), one at a time, and exits at once
when standard input ends, which the system sees to even when the program is killed.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from typing import BinaryIO

from signdesk.seals.worker.limits import (
    RETIRE_BYTES,
    address_space_bytes,
    bound_for_good,
    bound_request,
    keep_network_out,
    system_has_memory,
)
from signdesk.seals.worker.tasks import Failed, task_named
from signdesk.seals.worker.wire import Kind, Reply, Request, read_request, write_reply

_PIECE_BYTES = 1 << 16
BROKEN = "broken"  # what a task raised was not foreseen


def main() -> int:
    """Answers requests until standard input ends."""
    keep_network_out()
    bound_for_good()
    answers = _own_output()
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(lines,), daemon=True).start()
    request = read_request(lines.get())
    at_start = address_space_bytes()
    while True:
        reply = _answer(request)
        if address_space_bytes() - at_start > RETIRE_BYTES:
            reply = Reply(reply.number, reply.kind, reply.values, reply.payload, reply.why, grown=True)
        write_reply(answers, reply)
        request = read_request(lines.get())


def _answer(request: Request) -> Reply:
    """Does what is asked. A file that breaks a library ends the process instead."""
    number = request.number
    try:
        task = task_named(request.task)
    except Exception as error:  # noqa: BLE001 - an import runs foreign code, and this is no document's doing
        return Reply(number, Kind.FAULT, {}, why=f"{type(error).__name__}: {error}"[:500])
    bound_request(request.cpu_s, request.memory_bytes)
    try:
        values, payload = task(**request.arguments)
    except Failed as failed:
        return Reply(number, Kind.FAILED, {}, why=failed.why)
    except MemoryError:
        ours = system_has_memory(request.memory_bytes)
        return Reply(number, Kind.LIMIT if ours else Kind.FAULT, {}, why="memory")
    except (OSError, ImportError) as error:
        return Reply(number, Kind.FAULT, {}, why=f"{type(error).__name__}: {error}"[:500])
    except Exception:  # noqa: BLE001 - libraries raise nearly anything on hostile input
        return Reply(number, Kind.FAILED, {}, why=BROKEN)
    return Reply(number, Kind.ANSWER, values, payload)


def _own_output() -> BinaryIO:
    """Standard output for the answers alone: what a library prints goes to standard error."""
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return own


def _listen(lines: queue.SimpleQueue[bytes]) -> None:
    """Without Python's buffer, whose lock would turn an ordinary end of the process into an abort, and not
    byte by byte, as an unbuffered file reads a line: that costs as much as the rest of the way.
    """
    rest = b""
    while piece := os.read(0, _PIECE_BYTES):
        *whole, rest = (rest + piece).split(b"\n")
        for line in whole:
            lines.put(line)
    # Not sys.exit: the main thread may be inside a library, for a program that is gone.
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
