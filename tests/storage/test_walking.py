from __future__ import annotations

from pathlib import Path

import pytest

from signdesk.storage.walking import rubbish, walk


@pytest.mark.parametrize(
    "name",
    [
        "Thumbs.db",
        "THUMBS.DB",
        "desktop.ini",
        ".DS_Store",
        "~$a.docx",
        ".~lock.a.odt#",
        "~WRL01.tmp",
        "a.part",
    ],
)
def test_clear_rubbish_is_recognised(name: str) -> None:
    assert rubbish(name)


@pytest.mark.parametrize(
    "name", ["a.pdf", "report.tmp", "backup~", "old.bak", "thumbs.db.pdf", "~a.pdf", "partner.pdf", "lock#"]
)
def test_what_may_be_a_document_is_not_rubbish(name: str) -> None:
    assert rubbish(name) == ""


def test_a_folder_named_like_a_download_is_walked(tmp_path: Path) -> None:
    (tmp_path / "Offer.part").mkdir()
    (tmp_path / "Offer.part/a.pdf").touch()

    assert [found.path.name for found in walk(tmp_path)] == ["a.pdf"]


def test_a_folder_that_vanishes_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b.pdf").touch()
    steps = walk(tmp_path / "a")
    (tmp_path / "a").rmdir()

    [found] = steps

    assert found.path == tmp_path / "a"  # given as a file: taking it in says that it is missing


def test_a_folder_met_again_below_itself_is_walked_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a mount can do it, which only root may make: here one folder has the identity of another."""
    (tmp_path / "again").mkdir()
    (tmp_path / "again/b.pdf").touch()
    (tmp_path / "a.pdf").touch()
    lstat = Path.lstat
    monkeypatch.setattr(Path, "lstat", lambda path: lstat(path.parent if path.name == "again" else path))

    found = list(walk(tmp_path))

    assert [(one.path.name, bool(one.left_out)) for one in found] == [("a.pdf", False), ("again", True)]
