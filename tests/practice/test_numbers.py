"""A practice server gives no number twice, as a real one does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from signdesk.practice.data_folder import FIRST, Numbers


def test_numbers_go_on_where_the_former_server_ended(tmp_path: Path) -> None:
    first, second = Numbers(tmp_path / "last"), Numbers(tmp_path / "last")
    assert [first(), first(), second(), first()] == [FIRST, FIRST + 1, FIRST + 2, FIRST + 3]


@pytest.mark.parametrize("noted", [b"", b"x", b"9" * 5000, b"\xff"])
def test_what_cannot_be_read_begins_anew(tmp_path: Path, noted: bytes) -> None:
    (tmp_path / "last").write_bytes(noted)
    made = Numbers(tmp_path / "last")
    one = made()
    assert made() == one + 1


def test_a_folder_that_cannot_be_written_still_gives_numbers(tmp_path: Path) -> None:
    made = Numbers(tmp_path / "none" / "last")
    assert [made(), made()] == [FIRST, FIRST + 1]
