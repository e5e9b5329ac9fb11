"""The programs that a server might read the package with. All are installed by packaging/dev.py."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple


class Read(NamedTuple):
    """One entry as a reader saw it."""

    name: str
    size_bytes: int
    sha256: str


def check_with_unzip(path: Path) -> str:
    return _output(["unzip", "-tqq", str(path)])


def check_with_7z(path: Path) -> str:
    return _output(["7z", "t", "-bd", str(path)])


def read_with_java(path: Path) -> list[Read]:
    """As a stream, by ZipInputStream, which believes the local headers and never sees the directory."""
    program = Path(__file__).with_name("ReadZip.java")
    with path.open("rb") as package:
        command = ["java", "-XX:TieredStopAtLevel=1", str(program)]
        output = subprocess.run(command, stdin=package, capture_output=True, check=True).stdout.decode()
    lines = [line.split(" ", 2) for line in output.splitlines()]
    return [Read(name, int(size), sha256) for sha256, size, name in lines]


def _output(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
