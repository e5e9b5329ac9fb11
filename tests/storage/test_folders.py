from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from signdesk.domain.errors import InputProblem, SavingProblem
from signdesk.storage.folders import Folders
from tests.storage.conftest import recorded_flushes, without_root


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_everything_lies_below_the_named_folder(tmp_path: Path) -> None:
    root = tmp_path / "new/state"
    folders = Folders(root)

    made = [folders.data, folders.quarantine, folders.practice, folders.work]

    assert made[0] == root
    assert all(folder.is_dir() and folder.is_relative_to(root) for folder in made)
    assert folders.memory_file.parent == folders.log_file.parent == root
    assert not folders.memory_file.exists()


def test_folders_are_made_on_demand(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "state")

    assert not (tmp_path / "state").exists()
    assert folders.work.exists()
    assert not (tmp_path / "state/quarantine").exists()


def test_folders_are_for_this_user_only(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "state")

    assert {
        _mode(folder) for folder in [folders.quarantine, folders.practice, folders.work, folders.data]
    } == {0o700}


def test_the_rights_of_an_existing_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir(mode=0o755)

    assert _mode(Folders(tmp_path / "state").data) == 0o755


def test_without_a_named_folder_the_platforms_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folders = Folders()

    assert folders.data == tmp_path / "share/signdesk"
    assert folders.quarantine == tmp_path / "share/signdesk/quarantine"
    assert folders.log_file.is_relative_to(tmp_path / "state")
    assert folders.work == tmp_path / "cache/signdesk/work"
    assert _mode(folders.data) == _mode(folders.work) == 0o700


def test_results_go_to_the_persons_documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Dokumente"))

    target = Folders(tmp_path / "state").default_save_to

    assert target == tmp_path / "Dokumente/Sealed"
    assert not target.exists()


def test_a_relative_folder_stays_where_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folders = Folders(Path("state"))
    monkeypatch.chdir(os.sep)

    assert folders.data == tmp_path / "state"


@pytest.mark.parametrize("name", ["file", "file/sub", "a\0b"])
def test_a_named_folder_that_cannot_be_one_is_a_wrong_value(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"mine")

    with pytest.raises(InputProblem, match="--data-dir"):
        _ = Folders(tmp_path / name).data


def test_a_named_folder_that_cannot_be_written_to_is_a_wrong_value(public_folder: Path) -> None:
    public_folder.chmod(0o555)

    with without_root(), pytest.raises(InputProblem, match="written"):
        _ = Folders(public_folder).data


def test_a_platform_folder_that_cannot_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))

    with pytest.raises(SavingProblem, match="--data-dir"):
        _ = Folders().quarantine


def test_new_folders_survive_a_power_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal promises that a note is on the medium; that holds for the way to its file, too."""
    flushed = recorded_flushes(monkeypatch, [])

    assert Folders(tmp_path / "a/b").quarantine.is_dir()

    assert flushed == [f"flush {one}" for one in (tmp_path, tmp_path / "a", tmp_path / "a/b")]


def test_settings_lie_where_the_platform_keeps_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    assert Folders().settings_file == tmp_path / "config/signdesk/settings.toml"
    assert Folders(tmp_path / "state").settings_file == tmp_path / "state/settings.toml"
    assert not (tmp_path / "config").exists()
    assert not (tmp_path / "state").exists()


def test_no_user_says_where_the_policy_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "XDG_DATA_DIRS", "ProgramData"):
        monkeypatch.setenv(name, str(tmp_path))

    assert not Folders(tmp_path / "state").policy_file.is_relative_to(tmp_path)
    assert Folders(policy_folder=tmp_path).policy_file == tmp_path / "policy.toml"
