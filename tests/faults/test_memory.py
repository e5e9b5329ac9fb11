"""P18: a huge document goes out and comes back through a small memory."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from signdesk.storage.intake import take_in
from signdesk.storage.package import Package

MIB = 1 << 20
PIECE_BYTES = MIB


class Echo(BaseHTTPRequestHandler):
    """Says what a sealing server says, throws every package away, and hands out the same one unsealed."""

    protocol_version = "HTTP/1.1"
    source: Path
    received_bytes = 0

    def do_POST(self) -> None:
        left = int(self.headers.get("Content-Length", "0"))
        while left:
            left -= len(self.rfile.read(min(PIECE_BYTES, left)))
        if "upload" in self.path:
            type(self).received_bytes += int(self.headers["Content-Length"])
            self._say(202, {"id": "1", "batchId": 7, "isZip": "true"})
        else:
            self._say(201 if "Create" in self.path else 200, {"id": 7})

    def do_GET(self) -> None:
        if "batchfile" not in self.path:
            self._say(200, {"id": 7, "status": "CLOSED", "documents": []})
            return
        package = Package([("Scans.tif", take_in([self.source]).documents[0])])
        self.send_response(200)
        self.send_header("Content-Length", str(package.size_bytes))
        self.end_headers()
        for chunk in package.chunks():
            self.wfile.write(chunk)

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def _say(self, status: int, answer: dict[str, object]) -> None:
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def echo(tmp_path: Path) -> Iterator[str]:
    handler = type("OneEcho", (Echo,), {"source": tmp_path / "Scans.tif"})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_DATA counts memory on Linux")
@pytest.mark.parametrize(
    "size_bytes",
    [
        pytest.param(400 * MIB, id="400 MiB"),
        pytest.param(4096 * MIB, id="4 GiB", marks=[pytest.mark.long, pytest.mark.timeout(1800)]),
    ],
)
def test_a_huge_document_needs_little_memory(echo: str, tmp_path: Path, size_bytes: int) -> None:
    """The result, larger than the limit, is received, read to its end, found unsealed, and saved."""
    command = [sys.executable, "-m", "tests.faults.big_job", echo, str(tmp_path), str(size_bytes)]
    ended = subprocess.run(
        [*command, str(300 * MIB)], capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2]
    )
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert (told["state"], told["reason"]) == ("needs_you", "result"), told
    assert told["peak_bytes"] < 300 * MIB
    kept = list((tmp_path / "Sealed").iterdir())
    assert [one.stat().st_size > size_bytes for one in kept] == [True]
    assert list((tmp_path / "data" / "quarantine").iterdir()) == []
