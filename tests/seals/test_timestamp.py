"""A time stamp beside a document counts only over exactly that document."""

from __future__ import annotations

import io
import random

import pytest

from signdesk.domain.seal_facts import SealKind
from signdesk.seals import Finding, SealCheckResult, verify_timestamp
from tests.support.time_stamps import openssl_stamp

CONTENT = b"Article;Price\r\n"


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """Of OpenSSL's time-stamp authority: the whole answer, and the token alone."""
    return openssl_stamp(tmp_path_factory.mktemp("authority"), CONTENT)


def look(token: bytes, content: bytes = CONTENT) -> SealCheckResult:
    return verify_timestamp(io.BytesIO(token), io.BytesIO(content))


def test_answer_and_token_of_openssl_are_intact_over_the_document(answer: tuple[bytes, bytes]) -> None:
    for one in answer:
        found = look(one)
        assert (found.finding, found.signer) == (Finding.INTACT, "Clock")
        assert found.facts is not None
        assert found.facts.kind is SealKind.TIMESTAMP
        assert found.signed_at is not None
        assert look(one, CONTENT + b"x").finding is Finding.BROKEN
        assert look(one + b"\0").finding is Finding.BROKEN


def test_a_status_that_is_not_plainly_granted_is_not_checked(answer: tuple[bytes, bytes]) -> None:
    whole = answer[0]
    assert whole.count(bytes.fromhex("3003020100")) == 1
    refused = whole.replace(bytes.fromhex("3003020100"), bytes.fromhex("3003020102"))
    assert look(refused).finding is Finding.NOT_CHECKED


@pytest.mark.parametrize("form", [0, 1])
def test_a_changed_byte_is_noticed(answer: tuple[bytes, bytes], form: int) -> None:
    rng = random.Random(5)  # noqa: S311
    for _ in range(200):
        tampered = bytearray(answer[form])
        at = rng.randrange(len(tampered))
        tampered[at] ^= 1 << rng.randrange(8)
        assert look(bytes(tampered)).finding is not Finding.INTACT, f"byte {at}"


@pytest.mark.parametrize("hostile", [b"", b"0", b"\x30\x00", b"0\x80" * 5000, b"rubbish"])
def test_hostile_files_are_a_finding_and_never_an_error(hostile: bytes) -> None:
    assert look(hostile).finding in (Finding.BROKEN, Finding.NOT_CHECKED)
