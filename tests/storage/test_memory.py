from __future__ import annotations

import errno
import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from signdesk.domain.errors import SavingProblem
from signdesk.domain.servers import AcceptForm, Numbering, SignIn
from signdesk.storage.memory import Habits, LastServer, Memory, MemoryFile

ORIGIN = "https://seal.example.com:443"
FULL = Memory(
    connection="office",
    geometry="AdnQ",
    save_to=Path("/home/anna/Documents/Sealed"),
    server=LastServer("https://seal.example.com", SignIn.API_KEY, "X-Key", "Acme Sealing"),
    habits={ORIGIN: Habits(12, (1, 12), AcceptForm.QUERY_AND_BODY, Numbering.OLDER)},
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memory.json"


def test_what_was_saved_is_loaded(path: Path) -> None:
    MemoryFile(path).save(FULL)

    assert MemoryFile(path).load() == FULL


def test_a_file_with_the_splitter_of_an_older_version_is_loaded(path: Path) -> None:
    MemoryFile(path).save(FULL)
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "splitter": "AAAA"}))

    assert MemoryFile(path).load() == FULL


def test_without_a_file_there_are_defaults(path: Path) -> None:
    memory = MemoryFile(path).load()

    assert memory == Memory()
    assert memory.habits_of(ORIGIN) == Habits()
    assert not path.exists()


def test_habits_are_kept_for_each_server(path: Path) -> None:
    file = MemoryFile(path)
    file.save(FULL)

    file.change(lambda memory: memory.with_habits("https://other:443", Habits(3)))

    assert file.load().habits == {**FULL.habits, "https://other:443": Habits(3)}


def test_a_folder_whose_name_is_no_text_is_remembered(path: Path) -> None:
    odd = Path(os.fsdecode(b"/tmp/\xff"))
    MemoryFile(path).save(Memory(save_to=odd))

    assert MemoryFile(path).load().save_to == odd


def test_the_file_is_private_and_alone(path: Path) -> None:
    MemoryFile(path).save(FULL)
    MemoryFile(path).save(FULL)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.glob("*memory*")] == ["memory.json"]


def test_only_known_keys_are_written(path: Path) -> None:
    """A secret has no place: this list grows only on purpose."""
    MemoryFile(path).save(FULL)
    written = json.loads(path.read_bytes())

    assert set(written) == {"geometry", "save_to", "server", "connection", "habits"}
    assert set(written["server"]) == {"base_url", "sign_in", "api_key_header", "label"}
    assert set(written["habits"][ORIGIN]) == {"last_process_id", "process_ids", "accept_form", "numbering"}


def test_keys_of_another_version_are_kept(path: Path) -> None:
    path.write_text(
        json.dumps({"theme": "dark", "habits": {ORIGIN: {"colour": 1}}, "server": {"realm": "x"}})
    )

    MemoryFile(path).save(FULL)

    written = json.loads(path.read_bytes())
    assert written["theme"] == "dark"
    assert written["habits"][ORIGIN]["colour"] == 1
    assert written["server"]["realm"] == "x"
    assert MemoryFile(path).load() == FULL


BROKEN = [b"", b"{", b"[]", b'"text"', b"\xff\xfe", b"[" * 100_000, b"{}" + b" " * 2_000_000]


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_kept_beside_and_defaults_are_used(path: Path, content: bytes) -> None:
    for _ in range(2):
        path.write_bytes(content)
        assert MemoryFile(path).load() == Memory()
        assert not path.exists()

    assert path.with_name("memory broken.json").read_bytes() == content
    assert path.with_name("memory broken (2).json").read_bytes() == content


def test_saving_over_a_broken_file_keeps_it_beside(path: Path) -> None:
    path.write_bytes(b"{")

    MemoryFile(path).save(FULL)

    assert path.with_name("memory broken.json").read_bytes() == b"{"
    assert MemoryFile(path).load() == FULL


@pytest.mark.parametrize(
    "read",
    [
        {"geometry": 1, "splitter": None, "save_to": [], "server": "x", "habits": 7},
        {"server": {"base_url": 5}, "save_to": ""},
        {"habits": {ORIGIN: "x"}},
    ],
)
def test_values_that_make_no_sense_are_passed_over(path: Path, read: object) -> None:
    path.write_text(json.dumps(read))

    assert MemoryFile(path).load() == Memory()
    assert path.exists()


def test_single_odd_values_do_not_spoil_the_others(path: Path) -> None:
    odd = {"last_process_id": True, "process_ids": [1, "2", None, 3], "accept_form": "pigeon", "numbering": 4}
    path.write_text(
        json.dumps({"server": {"base_url": "https://a", "sign_in": "magic"}, "habits": {ORIGIN: odd}})
    )

    memory = MemoryFile(path).load()

    assert memory.server == LastServer("https://a")
    assert memory.habits_of(ORIGIN) == Habits(None, (1, 3))


def test_a_save_that_fails_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    MemoryFile(path).save(FULL)

    def fail(descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(SavingProblem):
        MemoryFile(path).save(replace(FULL, geometry="new"))

    assert MemoryFile(path).load() == FULL
    assert [one.name for one in path.parent.glob("*memory*")] == ["memory.json"]


def test_left_overs_of_a_killed_save_are_cleared_away_later(path: Path) -> None:
    old, young = path.with_name(".memory-old.part"), path.with_name(".memory-young.part")
    old.touch()
    young.touch()
    os.utime(old, (0, 0))

    MemoryFile(path)

    assert not old.exists()
    assert young.exists()


def test_many_saves_at_once_leave_one_whole_file(path: Path) -> None:
    file = MemoryFile(path)
    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(file.save, replace(FULL, geometry="x" * n)) for n in range(200)]:
            done.result()

    assert len(file.load().geometry) in range(200)
    assert [one.name for one in path.parent.glob("*memory*")] == ["memory.json"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(SavingProblem, match="gone"):
        MemoryFile(tmp_path / "gone/memory.json").save(FULL)
