"""Where the journal's file may lie, and that it is private.

SQLite's locks and flushes cannot be relied on over a network, so a folder there is refused where that can be
told: by the kind of file system on Linux, by the drive on Windows. macOS does not say it without C.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path

from signdesk.domain.documents import shown_name
from signdesk.domain.errors import SavingProblem
from signdesk.domain.messages import msg
from signdesk.storage.durable import create_new, flush_folder, make_folder
from signdesk.storage.mounts import mount_holding, system_mounts

# Only kinds that are always far away. Not 9p, virtiofs and the folders of virtual machines (they lie on this
# computer), nor plain "fuse", which may be anything.
NETWORK_KINDS = frozenset(
    [
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "ncp", "afs", "yfs", "coda", "davfs"),
        *("ceph", "glusterfs", "lustre", "beegfs", "gpfs", "pvfs2", "orangefs"),
        *("fuse.sshfs", "fuse.ceph", "fuse.glusterfs", "fuse.davfs", "fuse.davfs2", "fuse.rclone"),
        *("fuse.s3fs", "fuse.gcsfuse", "fuse.smbnetfs", "fuse.curlftpfs", "fuse.gvfsd-fuse"),
    ]
)
_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def prepare(path: Path) -> None:
    """The file with its folder, there and for this user only. SavingProblem for a network, else OSError."""
    make_folder(path.parent, _PRIVATE_FOLDER)
    refuse_network(path.parent)
    with contextlib.suppress(FileExistsError):
        os.close(create_new(path, _PRIVATE_FILE))
        flush_folder(path.parent)
    if os.name != "nt" and path.stat().st_mode & _OTHERS:
        path.chmod(_PRIVATE_FILE)


def refuse_network(folder: Path) -> None:
    """Raises SavingProblem for a folder that surely lies on another computer."""
    if _is_remote(folder.resolve()):
        raise SavingProblem(
            msg(
                "“{folder}” lies on another computer, where SignDesk's list of batches would not be safe. "
                "Name a folder on this computer with --data-dir.",
                folder=shown_name(str(folder)),
            )
        )


if sys.platform == "win32":
    import ctypes

    _DRIVE_REMOTE = 4

    def _is_remote(folder: Path) -> bool:
        if folder.drive.startswith("\\\\") and not folder.drive.startswith("\\\\?\\"):
            return True
        return ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE

else:

    def _is_remote(folder: Path) -> bool:
        try:
            mount = mount_holding(folder, system_mounts())
        except OSError:
            return False  # cannot be told
        return mount is not None and mount.kind in NETWORK_KINDS
