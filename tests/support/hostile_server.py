"""python -m tests.support.hostile_server: a server that takes any batch and answers as it is told, in a
process of its own, so that what its answers cost is not counted as ours.

Says its port on the first line of standard output. On standard input, one JSON line for each change, answered
by how often it gave answers of those since the line before:
{"create" | "upload" | "accept" | "status" | "download" | "delete": ANSWER or null}. ANSWER:

    {"status": 200, "file": PATH, "headers": {...}}   the file's content as the body
    {"endless": true}                                 a ZIP's beginning, and zeros for as long as it is taken
    {"trickle": true}                                 a body that comes one byte at a time, and never ends
    {"interim": true}                                 102 for as long as it is taken

Without an answer of its own every method says what a sound server says; a download needs a "file".
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PIECE_BYTES = 1 << 20
METHODS = {
    "CreateBatch": "create",
    "upload": "upload",
    "AcceptBatch": "accept",
    "BatchStatus": "status",
    "batchfile": "download",
    "BatchDeleteCache": "delete",
}
SOUND: dict[str, Any] = {
    "create": {"id": "7"},
    "upload": {"id": "1", "batchId": 7, "isZip": "true"},
    "accept": {"id": 7},
    "status": {"id": 7, "status": "CLOSED", "documents": []},
    "delete": {"id": 7},
}
told: dict[str, Any] = {}
given: list[str] = []  # the methods that were answered as told


class HostileServer:
    """Starts the process. A context manager ends it."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.hostile_server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        self.pid = self._process.pid
        self.url = f"http://127.0.0.1:{self._line()}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def tell(self, **answers: object) -> int:
        """How to answer from now on; how often it answered as it was told since the last time."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(answers) + "\n")
        self._process.stdin.flush()
        return int(self._line())

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        left = int(self.headers.get("Content-Length", "0"))
        while left:
            left -= len(self.rfile.read(min(PIECE_BYTES, left)))
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def do_DELETE(self) -> None:
        self._answer()

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def _answer(self) -> None:
        method = METHODS[self.path.split("/")[2].partition("?")[0]]
        if (answer := told.get(method)) is not None:
            given.append(method)
        with suppress(OSError):
            if answer is None:
                self._say(200, json.dumps(SOUND[method]).encode(), {})
            elif "file" in answer:
                self._say(answer["status"], Path(answer["file"]).read_bytes(), answer.get("headers", {}))
            else:
                self._say_without_end(answer)

    def _say(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _say_without_end(self, answer: dict[str, Any]) -> None:
        self.close_connection = True
        if "interim" in answer:
            while True:
                self.wfile.write(b"HTTP/1.1 102 Processing\r\n\r\n" * 1000)
        self.send_response(200)
        self.send_header("Content-Length", str(1 << 40))
        self.end_headers()
        if "endless" in answer:
            self.wfile.write(b"PK\x03\x04")
            while True:
                self.wfile.write(bytes(PIECE_BYTES))
        while True:
            self.wfile.write(b" ")
            time.sleep(0.0002)


def main() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.server_address[1], flush=True)  # noqa: T201
        for line in sys.stdin:
            told.update(json.loads(line))
            print(len(given), flush=True)  # noqa: T201
            given.clear()


if __name__ == "__main__":
    main()
