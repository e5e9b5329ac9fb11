from __future__ import annotations

import os
import random
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from signdesk.domain.errors import DamagedResult, RefusedResult, ResultProblem
from signdesk.storage.archive import Archive, Entry, read_archive
from tests.storage.broken_archives import BROKEN, ODD, REFUSED, unicode_path
from tests.storage.honest_archives import HONEST
from tests.storage.zip_making import Raw, zip_of

FAULTS = [(phrase, fault) for phrase, faults in BROKEN.items() for fault in faults]
HARMS = [(phrase, fault) for phrase, faults in REFUSED.items() for fault in faults]


@pytest.mark.parametrize(("phrase", "fault"), FAULTS, ids=[fault for _, fault in FAULTS])
def test_what_breaks_a_rule_is_refused_by_that_rule(
    read: Callable[..., Archive], phrase: str, fault: str
) -> None:
    with pytest.raises(DamagedResult) as raised:
        read(BROKEN[phrase][fault])

    assert str(raised.value) == f"The result is damaged: {phrase}."


@pytest.mark.parametrize(("phrase", "fault"), HARMS, ids=[fault for _, fault in HARMS])
def test_what_could_do_harm_is_refused_and_not_called_damaged(
    read: Callable[..., Archive], phrase: str, fault: str
) -> None:
    with pytest.raises(RefusedResult) as raised:
        read(REFUSED[phrase][fault])

    assert str(raised.value) == f"SignDesk does not open the result: {phrase}."


@pytest.mark.parametrize("kind", ODD)
def test_what_is_only_odd_is_read(read: Callable[..., Archive], kind: str) -> None:
    name, content = ODD[kind]

    archive = read(content)

    assert [entry.name for entry in archive.entries] == [name]
    with archive.open_entry(archive.entries[0]) as opened:
        assert opened.read() == b"content"


def test_the_unbroken_form_of_the_broken_archives_is_read(read: Callable[..., Archive]) -> None:
    assert [entry.name for entry in read(zip_of([Raw()])).entries] == ["a.pdf"]
    assert read(zip_of([Raw()], zip64=True)).entries
    assert read(zip_of([Raw(attributes=(stat.S_IFREG | 0o644) << 16)])).entries
    assert read(zip_of([Raw(central_extra=unicode_path("ä.pdf".encode()))])).entries[0].name == "ä.pdf"


@pytest.mark.parametrize("kind", HONEST)
def test_no_flipped_bit_changes_the_content_unnoticed(tmp_path: Path, kind: str) -> None:
    """Every bit of every kind of archive, one at a time."""
    honest = HONEST[kind]
    path = tmp_path / "result.zip"
    path.write_bytes(honest)
    entries = read_archive(path, ["a.pdf"], 1000).entries
    with path.open("r+b", buffering=0) as file:
        for position, byte in enumerate(honest):
            for bit in range(8):
                os.pwrite(file.fileno(), bytes([byte ^ 1 << bit]), position)
                assert _entries_or_refused(path) in (entries, None), (position, bit)
            os.pwrite(file.fileno(), bytes([byte]), position)


@pytest.mark.parametrize("kind", HONEST)
def test_no_truncation_goes_unnoticed(read: Callable[..., Archive], kind: str) -> None:
    for length in range(len(HONEST[kind])):
        with pytest.raises(ResultProblem):
            read(HONEST[kind][:length])


def test_no_random_damage_changes_the_content_unnoticed(tmp_path: Path) -> None:
    chance = random.Random(20)  # noqa: S311
    path = tmp_path / "result.zip"
    for _ in range(3000):
        honest = chance.choice(list(HONEST.values()))
        path.write_bytes(honest)
        entries = read_archive(path, ["a.pdf"], 1000).entries
        damaged = bytearray(honest)
        for _ in range(chance.randint(1, 4)):
            start, length = chance.randrange(len(damaged)), chance.randint(0, 12)
            damaged[start : start + length] = chance.randbytes(chance.choice([length, length, 0, 3]))
        path.write_bytes(damaged)
        assert _entries_or_refused(path) in (entries, None), damaged.hex()


def _entries_or_refused(path: Path) -> tuple[Entry, ...] | None:
    try:
        return read_archive(path, ["a.pdf"], 1000).entries
    except ResultProblem:
        return None
