"""Files and folders for the tests of this room."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from signdesk.domain.documents import Document
from signdesk.storage.archive import Archive, read_archive
from signdesk.storage.intake import take_in
from signdesk.storage.results import IncomingFile

NOBODY = 65534


@pytest.fixture
def documents(tmp_path: Path) -> Callable[..., list[Document]]:
    """Makes files from `name=content` pairs and takes them in."""

    def make(**contents: bytes) -> list[Document]:
        folder = tmp_path / "sources"
        folder.mkdir(exist_ok=True)
        paths = [folder / name.replace("_", ".") for name in contents]
        for path, content in zip(paths, contents.values(), strict=True):
            path.write_bytes(content)
        taken = take_in(paths)
        assert not taken.problems
        return list(taken.documents)

    return make


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Archive]:
    """Reads bytes as a result for which `sent` was sent."""

    def read_bytes(content: bytes, sent: tuple[str, ...] = ("a.pdf",), sent_bytes: int = 1000) -> Archive:
        path = tmp_path / "result.zip"
        path.write_bytes(content)
        return read_archive(path, sent, sent_bytes)

    return read_bytes


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that any user may enter (pytest's own are closed to others)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        for path in [folder, *folder.rglob("*")]:
            with contextlib.suppress(OSError):
                path.chmod(0o755)


@contextlib.contextmanager
def without_root() -> Iterator[None]:
    """Rights do not stop root: inside, an unprivileged user acts."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Sealed"
    made.mkdir()
    return made


def incoming_file(folder: Path, content: bytes = b"result", batch_id: str = "17") -> Path:
    incoming = IncomingFile.open(folder, batch_id)
    incoming.write(content)
    incoming.finish()
    return incoming.path


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(number: int) -> Any:
    def fail(*arguments: object, **options: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def recorded_flushes(monkeypatch: pytest.MonkeyPatch, events: list[str]) -> list[str]:
    fsync = os.fsync

    def flush(descriptor: int) -> None:
        events.append("flush " + os.readlink(f"/proc/self/fd/{descriptor}"))  # noqa: PTH115
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", flush)
    return events


def unclosable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Closing a file in a folder “Sealed” frees it and fails, as on a share whose quota is used up."""
    close = os.close

    def fail(descriptor: int) -> None:
        path = os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115
        close(descriptor)
        if "/Sealed/" in path:
            raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))

    monkeypatch.setattr(os, "close", fail)
