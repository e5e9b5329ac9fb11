"""Our own copies of files that other programs may delete."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from signdesk.domain.documents import UnsentDocument
from signdesk.storage.copies import OwnCopies
from signdesk.storage.sources import Unusable
from signdesk.storage.temporary_folders import TemporaryFolders

NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    made = tmp_path / "mail"
    made.mkdir()
    (made / "Invoice.pdf").write_bytes(b"%PDF- one")
    return made


@pytest.fixture
def copies(tmp_path: Path, mail: Path) -> OwnCopies:
    return OwnCopies(tmp_path / "mail" / "copies", "one", TemporaryFolders([mail]))


def test_a_copy_has_the_name_and_the_bytes_and_is_for_this_user_only(copies: OwnCopies, mail: Path) -> None:
    origin = mail / "Invoice.pdf"
    before = origin.stat()
    path = copies.take(origin)
    assert (path.name, path.read_bytes()) == ("Invoice.pdf", b"%PDF- one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert copies.origin_of(path) == origin
    after = origin.stat()
    assert (after.st_mtime_ns, after.st_mode, after.st_ino) == (
        before.st_mtime_ns,
        before.st_mode,
        before.st_ino,
    )


def test_what_is_a_copy_already_is_not_copied(copies: OwnCopies, mail: Path, tmp_path: Path) -> None:
    """The folder of the copies may lie in a temporary one itself."""
    path = copies.take(mail / "Invoice.pdf")
    wanted = copies.are_wanted_of([path, mail / "Invoice.pdf", tmp_path / "Other.pdf"])
    assert wanted == {mail / "Invoice.pdf": 9}


def test_the_same_file_twice_is_one_copy_until_it_holds_something_else(copies: OwnCopies, mail: Path) -> None:
    origin = mail / "Invoice.pdf"
    first = copies.take(origin)
    assert copies.take(origin) == first
    origin.write_bytes(b"%PDF- two")
    second = copies.take(origin)
    assert first.read_bytes() == b"%PDF- one"
    assert second.read_bytes() == b"%PDF- two"
    assert copies.total_bytes() == 18


def test_what_cannot_be_read_leaves_nothing_behind(copies: OwnCopies, mail: Path) -> None:
    (mail / "link.pdf").symlink_to(mail / "Invoice.pdf")
    (mail / "empty.pdf").touch()
    for name in ("link.pdf", "empty.pdf", "gone.pdf"):
        with pytest.raises(Unusable):
            copies.take(mail / name)
    assert not (mail / "copies").exists()
    assert copies.total_bytes() == 0


def test_a_disk_that_takes_nothing_is_told(copies: OwnCopies, mail: Path) -> None:
    (mail / "copies").write_text("in the way")
    with pytest.raises(OSError, match="copies"):
        copies.take(mail / "Invoice.pdf")


def test_a_name_that_is_no_text_is_kept(copies: OwnCopies, mail: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(mail) + b"/\xfc.pdf"))
    odd.write_bytes(b"odd")
    assert copies.take(odd).name == odd.name


def test_what_nothing_needs_is_removed_with_its_folders(copies: OwnCopies, mail: Path) -> None:
    (mail / "Other.pdf").write_bytes(b"other")
    first, other = copies.take(mail / "Invoice.pdf"), copies.take(mail / "Other.pdf")
    gone = copies.release({first})
    assert gone == [other]
    copies.remove(gone)
    assert first.exists()
    assert not other.parent.exists()
    copies.remove(copies.release(set()))
    assert list((mail / "copies").iterdir()) == []


def test_what_a_dead_window_left_is_taken_over_or_removed(copies: OwnCopies, mail: Path) -> None:
    (mail / "Other.pdf").write_bytes(b"other")
    first, other = copies.take(mail / "Invoice.pdf"), copies.take(mail / "Other.pdf")
    later = OwnCopies(mail / "copies", "two", TemporaryFolders([mail]))
    assert later.window_ids() == ["one"]
    origin = mail / "Invoice.pdf"
    later.take_over("one", {first}, {other}, {first: UnsentDocument(first, NOW, origin=origin)})
    assert later.origin_of(first) == origin
    assert later.total_bytes() == 9
    assert not other.exists()
    later.remove(later.release(set()))
    assert later.window_ids() == []


def test_what_nothing_is_known_of_stays_for_a_week(copies: OwnCopies, mail: Path) -> None:
    """Its journal may be damaged, and the file itself is gone."""
    path = copies.take(mail / "Invoice.pdf")
    later = OwnCopies(mail / "copies", "two", TemporaryFolders([mail]))
    later.take_over("one", (), (), {})
    assert path.exists()
    assert later.total_bytes() == 0
    before = path.parent.stat().st_mtime - 8 * 86_400
    os.utime(path.parent, (before, before))
    later.take_over("one", (), (), {})
    assert not path.exists()
    assert later.window_ids() == []
