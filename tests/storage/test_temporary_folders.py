"""Which folders are emptied by others without asking, so that what is dropped from there is copied."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from signdesk.storage.temporary_folders import TemporaryFolders, temporary_folders


@pytest.fixture
def _as_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a system where nobody has set anything."""
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/home/anna")
    monkeypatch.setattr(tempfile, "tempdir", None)


@pytest.mark.usefixtures("_as_installed")
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/tmp/mozilla_anna0/Invoice.pdf", True),  # noqa: S108 - Thunderbird, Firefox
        ("/var/tmp/Invoice.pdf", True),  # noqa: S108
        ("/run/user/1000/doc/1a2b3c/Invoice.pdf", True),  # the portal of a sandboxed program
        ("/run/user/1000/Invoice.pdf", True),
        ("/run/user/1000/gvfs/smb-share:server=files,share=office/Invoice.pdf", False),
        ("/run/user/1000/kio-fuse-XyZ/smb/files/Invoice.pdf", False),
        ("/home/anna/Documents/Invoice.pdf", False),
        ("/home/anna/tmp/Invoice.pdf", False),
        ("/tmpfiles/Invoice.pdf", False),  # noqa: S108
        ("/srv/tmp/Invoice.pdf", False),
    ],
)
def test_the_folders_of_this_system(path: str, expected: bool) -> None:
    assert temporary_folders({}).holds(Path(path)) is expected


@pytest.mark.parametrize("name", ["TMPDIR", "TEMP", "TMP", "XDG_RUNTIME_DIR"])
def test_the_folders_that_the_environment_names(tmp_path: Path, name: str) -> None:
    named, beside = tmp_path / "named", tmp_path / "beside"
    rule = temporary_folders({name: str(named)})
    only = TemporaryFolders([named])
    for folder in (named, named / "inside"):
        assert rule.holds(folder / "Invoice.pdf")
        assert only.holds(folder / "Invoice.pdf")
    assert not only.holds(beside / "Invoice.pdf")


def test_a_folder_that_holds_the_home_is_no_temporary_one(tmp_path: Path) -> None:
    home = tmp_path / "anna"
    home.mkdir()
    rule = TemporaryFolders([Path("/"), tmp_path, home, home / "tmp"], home=home)
    assert not rule.holds(home / "Invoice.pdf")
    assert not rule.holds(tmp_path / "Invoice.pdf")
    assert rule.holds(home / "tmp" / "Invoice.pdf")


def test_a_way_through_links_leads_to_the_same_place(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert TemporaryFolders([tmp_path / "link"]).holds(tmp_path / "real" / "A.pdf")
    assert TemporaryFolders([tmp_path / "real"]).holds(tmp_path / "link" / "A.pdf")
    assert not TemporaryFolders([tmp_path / "real"]).holds(Path("\0"))
    assert not TemporaryFolders([tmp_path / "real"]).holds(Path(os.sep))
