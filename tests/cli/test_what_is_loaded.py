"""A subcommand loads what it needs and no more: that is what makes its start quick, for people and for tests.

Which modules are loaded is held here, never how long it takes.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from signdesk.seals.seal_checker import check_before_sending
from signdesk.seals.worker.client import DocumentWorker
from tests.cli.conftest import usual_environment
from tests.support.samples import a_pdf

PROGRAM = """
import sys
from signdesk.__main__ import main

try:
    main()
except SystemExit:
    pass
sys.stderr = sys.__stderr__
print(*sorted(sys.modules), file=sys.stderr)
"""
NEVER = frozenset([
    "PySide6", "qasync", "pyhanko", "pyhanko_certvalidator", "asn1crypto", "signxml", "lxml", "pypdfium2",
    "aiohttp", "starlette", "uvicorn",
])  # fmt: skip
HTTP = frozenset(["httpx", "httpcore", "h11", "truststore", "cryptography"])
KEYRING = frozenset(["keyring", "secretstorage", "jeepney"])
OF_KEYRING = frozenset(["cryptography"])
OF_JOBS = frozenset(["signdesk.jobs.session", "signdesk.seal_api.client", "signdesk.practice.server"])


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The modules of a whole run, and the packages that they are in."""
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        env=usual_environment(folder), cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        timeout=60, check=True,
    )  # fmt: skip
    names = ended.stderr.splitlines()[-1].split()
    assert "signdesk.parsing" in names, ended.stderr
    return {part for name in names for part in (name, name.partition(".")[0])}


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--version"], NEVER | HTTP | KEYRING | OF_JOBS | {"asyncio", "signdesk.cli"}),
        (["--help"], NEVER | HTTP | KEYRING | OF_JOBS | {"asyncio", "signdesk.cli"}),
        (["status"], NEVER | HTTP | KEYRING | OF_JOBS | {"signdesk.seals", "signdesk.seal_api"}),
        (["restore", "."], NEVER | HTTP | KEYRING | OF_JOBS | {"signdesk.seals", "signdesk.seal_api"}),
        (["verify", "Letter.txt"], NEVER | HTTP | KEYRING | OF_JOBS | {"signdesk.seal_api"}),
        (["drop", "1"], NEVER | HTTP | KEYRING | {"signdesk.jobs.session"}),
        (["logout", "--server", "https://s.example"], NEVER | HTTP - OF_KEYRING | {"signdesk.jobs.session"}),
        (["resume"], NEVER | HTTP | KEYRING),
        (["sign", "--server", "https://s.example", "--process", "1", "gone.pdf"], NEVER | HTTP | KEYRING),
    ],
    ids=lambda one: one[0] if isinstance(one, list) else "",
)
def test_a_subcommand_loads_what_it_needs(
    tmp_path: Path, arguments: list[str], absent: frozenset[str]
) -> None:
    (tmp_path / "Letter.txt").write_text("Dear all")
    assert loaded(tmp_path, *arguments) & absent == set()


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="looks into the memory map of Linux")
def test_what_looks_into_documents_loads_no_network_client(tmp_path: Path) -> None:
    """pyHanko would: it costs a third of the start of each document worker."""
    path = tmp_path / "Letter.pdf"
    path.write_bytes(a_pdf() + b"\n% /Encrypt")  # so that there is something to look for
    status = path.stat()
    with DocumentWorker() as worker:
        check_before_sending(worker, path, status.st_size, status.st_mtime_ns)
        mapped = Path(f"/proc/{worker.pid}/maps").read_text()
    assert "/lxml/" in mapped
    assert "/aiohttp/" not in mapped
