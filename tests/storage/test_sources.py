from __future__ import annotations

import os
import stat
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from signdesk.domain.documents import RejectReason
from signdesk.domain.errors import InputProblem
from signdesk.storage.sources import look, open_document, unusable, why_not


def _status(**facts: int) -> Any:
    return cast(Any, SimpleNamespace(st_mode=stat.S_IFREG, st_size=1, **facts))


@pytest.mark.parametrize("facts", [{"st_file_attributes": 0x400000}, {"st_flags": 0x40000000}])
def test_a_file_that_is_only_in_the_cloud_is_refused(facts: dict[str, int]) -> None:
    assert "cloud" in str(why_not(Path("a.pdf"), _status(**facts)))


def test_a_windows_junction_is_a_link(tmp_path: Path) -> None:
    assert "link" in str(why_not(tmp_path, _status(st_reparse_tag=0xA0000003)))


@pytest.mark.parametrize("winerror", [32, 33])
def test_a_file_held_by_another_windows_program_is_called_held(winerror: int) -> None:
    class SharingViolation(PermissionError):
        def __init__(self) -> None:
            super().__init__(13, "Permission denied")
            self.winerror = winerror

    reason = unusable(SharingViolation())
    assert "Another program" in str(reason)
    assert reason.trouble is RejectReason.HELD


@pytest.mark.parametrize("attributes", [0x1000, 0x40000, 0x400000, 0x400020])
def test_every_kind_of_windows_placeholder_is_in_the_cloud(attributes: int) -> None:
    reason = why_not(Path("a.pdf"), _status(st_file_attributes=attributes))
    assert reason is not None
    assert reason.trouble is RejectReason.CLOUD
    assert "Download it" in str(reason)


@pytest.mark.parametrize("name", [".Lease.pdf.icloud", ".a.icloud"])
def test_the_stand_in_of_an_icloud_file_is_in_the_cloud(name: str) -> None:
    reason = why_not(Path(name), _status())
    assert reason is not None
    assert reason.trouble is RejectReason.CLOUD


@pytest.mark.parametrize("name", ["Lease.icloud", ".icloud", ".Lease.icloud.pdf"])
def test_other_names_are_no_stand_ins(name: str) -> None:
    assert why_not(Path(name), _status()) is None


def test_an_unknown_failure_is_told_in_the_systems_words() -> None:
    assert "Input/output error" in str(unusable(OSError(5, "Input/output error")))


def test_a_file_exchanged_between_look_and_open_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"one")
    looked = look(path)
    (tmp_path / "b.pdf").write_bytes(b"two")
    (tmp_path / "b.pdf").rename(path)

    with pytest.raises(InputProblem, match="being changed"):
        open_document(path, looked)


def test_a_link_put_in_place_of_the_file_is_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"one")
    looked = look(path)
    path.rename(tmp_path / "real.pdf")
    path.symlink_to("real.pdf")

    with pytest.raises(InputProblem):
        open_document(path, looked)


def test_a_pipe_put_in_place_of_the_file_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"one")
    looked = look(path)
    path.unlink()
    os.mkfifo(path)

    with pytest.raises(InputProblem, match="being changed"):
        open_document(path, looked)
