"""A spool holds documents only while its server lives."""

from __future__ import annotations

from pathlib import Path

from signdesk.practice.data_folder import Spool


def test_is_private_and_gone_when_removed(tmp_path: Path) -> None:
    spool = Spool.opened(tmp_path / "practice")
    (spool.folder / "2123").mkdir()
    (spool.folder / "2123" / "package.zip").write_bytes(b"documents")
    mode = spool.folder.stat().st_mode & 0o777

    spool.remove()

    assert mode == 0o700
    assert list((tmp_path / "practice").iterdir()) == []


def test_what_a_killed_server_left_is_swept_away(tmp_path: Path) -> None:
    left = tmp_path / "spool-dead"
    left.mkdir()
    (left / "package.zip").write_bytes(b"documents")
    (tmp_path / "spool-dead.lock").touch()

    spool = Spool.opened(tmp_path)

    assert not left.exists()
    assert not (tmp_path / "spool-dead.lock").exists()
    spool.remove()


def test_a_living_servers_spool_is_left_alone(tmp_path: Path) -> None:
    living = Spool.opened(tmp_path)
    (living.folder / "package.zip").write_bytes(b"documents")

    second = Spool.opened(tmp_path)

    assert (living.folder / "package.zip").exists()
    assert second.folder != living.folder
    living.remove()
    second.remove()


def test_other_files_of_the_folder_stay(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / "practice-seal.pem").write_bytes(b"key")

    Spool.opened(folder).remove()

    assert [one.name for one in folder.iterdir()] == ["practice-seal.pem"]


def test_removing_twice_is_harmless(tmp_path: Path) -> None:
    spool = Spool.opened(tmp_path)
    spool.remove()

    spool.remove()
