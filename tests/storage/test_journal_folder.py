from __future__ import annotations

from pathlib import Path

import pytest

from signdesk.domain.batches import Mount
from signdesk.domain.errors import SavingProblem
from signdesk.platform import linux as system
from signdesk.platform.linux import NETWORK_KINDS, mount_holding
from signdesk.storage.journal.journal_file import JournalFile
from signdesk.storage.journal.opening import refuse_network

MOUNTS = rb"""22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
23 22 0:21 / /proc rw - proc proc rw
40 22 0:40 / /home rw,relatime - nfs4 server:/home rw,vers=4.2
41 40 254:1 / /home/anna rw - ext4 /dev/vdb rw
42 22 0:42 / /mnt/Our\040share rw shared:7 master:2 - cifs //server/share rw
43 22 0:43 / /mnt/c rw - 9p C: rw
44 22 0:44 / /mnt/remote rw - fuse.sshfs anna@server:/ rw
45 22 0:45 / /mnt/over rw - ext4 /dev/vdc rw
46 22 0:46 / /mnt/over rw - nfs server:/over rw
nonsense
47 22 0:47
""".splitlines()


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib", "ext4"),
        ("/", "ext4"),
        ("/home", "nfs4"),
        ("/home/ben/data", "nfs4"),
        ("/home/anna/data", "ext4"),
        ("/home/annabel", "nfs4"),
        ("/mnt/Our share/x", "cifs"),
        ("/mnt/c/Users", "9p"),
        ("/mnt/remote", "fuse.sshfs"),
        ("/mnt/over/x", "nfs"),
    ],
)
def test_a_folder_is_of_the_kind_of_the_mount_that_holds_it(folder: str, kind: str) -> None:
    mount = mount_holding(Path(folder), MOUNTS)
    assert mount is not None
    assert mount.kind == kind


def test_a_mount_has_its_point_and_its_source() -> None:
    found = {
        folder: mount_holding(Path(folder), MOUNTS) for folder in ("/mnt/Our share/x", "/mnt/over", "/var")
    }
    assert found == {
        "/mnt/Our share/x": Mount("/mnt/Our share", "cifs", "//server/share"),
        "/mnt/over": Mount("/mnt/over", "nfs", "server:/over"),
        "/var": Mount("/", "ext4", "/dev/vda"),
    }
    assert mount_holding(Path("/var"), [b"nonsense"]) is None


def test_no_local_kind_is_refused() -> None:
    local = "ext2 ext3 ext4 xfs btrfs zfs f2fs jfs vfat exfat ntfs ntfs3 fuseblk fuse tmpfs ramfs overlay 9p "
    local += "aufs squashfs ecryptfs fuse.gocryptfs fuse.encfs virtiofs vboxsf vmhgfs fuse.vmhgfs-fuse apfs"

    assert not NETWORK_KINDS & set(local.split())


@pytest.fixture
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the system says about its mounts: no share can be mounted in a test."""
    said = tmp_path / "mountinfo"
    monkeypatch.setattr(system, "_MOUNTS", said)
    return said


def test_a_folder_on_another_computer_is_refused_before_anything_is_written(
    tmp_path: Path, mounts: Path
) -> None:
    mounts.write_text(f"1 0 254:0 / / rw - ext4 /dev/vda rw\n2 1 0:40 / {tmp_path} rw - nfs4 server:/ rw\n")

    with pytest.raises(SavingProblem, match="--data-dir"):
        JournalFile.open(tmp_path / "data" / "journal.sqlite")

    assert list((tmp_path / "data").iterdir()) == []


def test_a_link_that_leads_to_another_computer_is_refused(tmp_path: Path, mounts: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "near").symlink_to(tmp_path / "far")
    mounts.write_text(f"1 0 254:0 / / rw - ext4 /dev/vda rw\n2 1 0:40 / {tmp_path}/far rw - cifs //s/x rw\n")

    with pytest.raises(SavingProblem, match="another computer"):
        refuse_network(tmp_path / "near")
    refuse_network(tmp_path)


def test_where_it_cannot_be_told_the_folder_is_used(tmp_path: Path, mounts: Path) -> None:
    refuse_network(tmp_path)


def test_the_folders_of_this_machine_are_local(tmp_path: Path) -> None:
    refuse_network(tmp_path)
