"""What a Python does first that a test starts with this folder on PYTHONPATH: it writes everything down.

Logs of every kind and level, arguments and environment of each process that it starts itself, and what was
in the files that it removes, in files of the folder that `TESTS_WATCHED` names, where
tests/support/secret_net.py looks for secrets.

Before that, where `TESTS_FORKED_BY` names a zygote (tests/support/forking.py), the start of a module that
`TESTS_FORKED` names is handed over to it: this process stays for its number and its exit code alone.
"""

from __future__ import annotations

import os
import sys
from typing import Any

_STARTS = frozenset(["subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system"])
_MOST_BYTES = 100_000


def watch() -> None:
    """Of this process, from now on, for good."""
    import contextlib
    import logging

    own = f"{os.environ['TESTS_WATCHED']}/{os.getpid()}"

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _STARTS:
            environment = dict(os.environ)
            with open(f"{own}.started", "a", encoding="utf-8", errors="backslashreplace") as file:  # noqa: PTH123
                file.write(f"{event} {arguments!r} of {environment!r}\n")
        elif event == "os.remove" and not os.fsdecode(arguments[0]).endswith(".lock"):
            with contextlib.suppress(OSError), open(arguments[0], "rb") as gone:  # noqa: PTH123
                content = gone.read(_MOST_BYTES)
                with open(f"{own}.removed", "ab") as file:  # noqa: PTH123
                    file.write(content)

    file = logging.FileHandler(f"{own}.log", encoding="utf-8", errors="backslashreplace", delay=True)
    logging.basicConfig(level=logging.DEBUG, handlers=[file])
    sys.addaudithook(note)


def _hand_over(zygote: str) -> None:
    """Ends this process with what was started; returns at once where the zygote is out of reach.

    Imports as little as can be: this is done for each start, and is all that it costs.
    """
    import _socket
    import array
    import marshal

    _, _, module, *arguments = sys.orig_argv
    told = marshal.dumps([module, arguments, dict(os.environb), os.getcwdb()])  # noqa: PTH109 - as it is
    way = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    streams = array.array("i", [0, 1, 2])
    try:
        for stream in streams:
            os.fstat(stream)
        way.connect(f"\0{zygote}")
    except OSError:  # a closed stream, or a network of its own
        return
    head = len(told).to_bytes(4, "big")
    way.sendmsg([head], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, streams)])
    way.sendall(told)
    for stream in streams:
        os.close(stream)
    code = int.from_bytes(way.recv(4), "big", signed=True)
    if code < 0:
        import resource
        import signal

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(-code, signal.SIG_DFL) if -code != signal.SIGKILL else None
        os.kill(os.getpid(), -code)
    os._exit(code)


if sys.orig_argv[1:2] == ["-m"] and sys.orig_argv[2] in os.environ.get("TESTS_FORKED", "").split():
    _hand_over(os.environ["TESTS_FORKED_BY"])
if "TESTS_WATCHED" in os.environ:
    watch()
