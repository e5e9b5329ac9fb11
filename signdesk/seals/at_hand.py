"""Certificates for seals that lack their own: those of the other seals around, and of the CA file.

RFC 5652, 5.1 and XML-Signature 1.1, 4.5 leave it to the signer whether the certificate lies inside. It counts
for a seal only where the seal names it, or its key made the signature; whether it is believed is told apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import chain, islice
from pathlib import Path

from signdesk.seals.seal_check_result import hold_to_document

MOST = 50
_LARGEST_FILE_BYTES = 8 << 20
_SOURCES: ContextVar[tuple[Callable[[], Iterable[bytes]], ...]] = ContextVar("certificates", default=())


@contextmanager
def certificates_from(source: Callable[[], Iterable[bytes]]) -> Iterator[None]:
    """For looks inside. `source` is asked for DER only where a seal lacks its certificate; it may raise
    anything about a hostile document, and gives nothing more then.
    """
    token = _SOURCES.set((source, *_SOURCES.get()))
    try:
        yield
    finally:
        _SOURCES.reset(token)


def certificates() -> list[bytes]:
    """All that are at hand, in DER, the nearest first, each once, MOST at most. Raises as `as_result`."""
    found = chain.from_iterable(_given(source) for source in _SOURCES.get())
    return list(islice(dict.fromkeys(islice(found, 10 * MOST)), MOST))


def _given(source: Callable[[], Iterable[bytes]]) -> Iterator[bytes]:
    try:
        yield from source()
    except Exception as error:  # noqa: BLE001
        hold_to_document(error)


def in_file(path: Path) -> list[bytes]:
    """In DER, what a PEM file holds; nothing where it cannot be read."""
    try:
        with path.open("rb") as file:
            return in_pem(file.read(_LARGEST_FILE_BYTES))
    except OSError:
        return []


def in_pem(text: bytes) -> list[bytes]:
    """The same, of its text."""
    from asn1crypto import pem

    try:
        return [der for _name, _headers, der in pem.unarmor(text, multiple=True)] if text.strip() else []
    except (ValueError, TypeError):
        return []
