"""Documents with real seals: the practice server's, and those of other tools."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from signdesk.practice.keys import SealKey, seal_key
from signdesk.practice.sealing import Sealer
from signdesk.seals import Look, look_at_pdf

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "Invoice 2026-1107.pdf"

Seal = Callable[[bytes], bytes]


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> SealKey:
    return seal_key(tmp_path_factory.mktemp("key"))


@pytest.fixture(scope="session")
def sealer(key: SealKey) -> Sealer:
    return Sealer(key)


@pytest.fixture(scope="session")
def seal(sealer: Sealer, tmp_path_factory: pytest.TempPathFactory) -> Seal:
    """Seals a PDF."""
    folder = tmp_path_factory.mktemp("sealing")

    def sealed(content: bytes) -> bytes:
        source, target = folder / "source.pdf", folder / "target.pdf"
        source.write_bytes(content)
        sealer.seal_pdf(source, target)
        return target.read_bytes()

    return sealed


@pytest.fixture(scope="session")
def original() -> bytes:
    """An unsigned PDF."""
    return SAMPLE.read_bytes()


@pytest.fixture(scope="session")
def sealed(seal: Seal, original: bytes) -> bytes:
    """The same, sealed."""
    return seal(original)


def look(result: bytes, original: bytes) -> Look:
    """As a job looks: the result against what was sent."""
    return look_at_pdf(io.BytesIO(result), hashlib.sha256(original).hexdigest(), len(original))
