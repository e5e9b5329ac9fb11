"""Linux, and every other POSIX system that is not macOS."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from signdesk.platform.posix import Posix, runs_well

if TYPE_CHECKING:
    from signdesk.domain.batches import Mount

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
_OPENERS = (("xdg-open",), ("gio", "open"))
_MOUNTS = Path("/proc/self/mountinfo")
_MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


class Linux(Posix):
    """See `interface.System`."""

    def mount_of(self, folder: Path) -> Mount | None:
        """By /proc/self/mountinfo, which is not everywhere."""
        try:
            return mount_holding(folder, _MOUNTS.read_bytes().splitlines())
        except OSError:
            return super().mount_of(folder)

    def is_remote(self, folder: Path) -> bool:
        """By the kind of file system."""
        mount = self.mount_of(folder)
        return mount is not None and mount.kind in NETWORK_KINDS

    def machine_identity(self) -> bytes:
        """machine-id(5)."""
        for path in _MACHINE_IDS:
            try:
                return path.read_bytes().strip()
            except OSError:
                continue
        return b""

    def policy_folder(self) -> Path:
        """/etc/signdesk (Filesystem Hierarchy Standard 3.0, 3.7)."""
        return Path("/etc/signdesk")

    def open_file(self, path: Path) -> bool:
        """By the program that Qt would start. It tells at its end whether anything was opened, and Qt does
        not wait for that.
        """
        import shutil

        from signdesk.domain.file_uris import address_of

        for name, *arguments in _OPENERS:
            program = shutil.which(name)
            if program is not None:
                return runs_well([program, *arguments, address_of(path.absolute())])
        return False

    def reveal(self, path: Path) -> bool:
        """Over D-Bus."""
        from signdesk.domain.file_uris import address_of
        from signdesk.platform import freedesktop

        shown = freedesktop.show_in_file_manager(address_of(path.absolute()))
        return shown or self.open_file(path.parent)

    def inhibit_sleep(self, reason: str) -> AbstractContextManager[str]:
        """Over D-Bus."""
        from signdesk.platform import freedesktop

        return freedesktop.inhibit_sleep(reason)


def mount_holding(folder: Path, mounts: Iterable[bytes]) -> Mount | None:
    """What holds the resolved `folder`; `mounts` as in /proc/self/mountinfo (proc(5)).

    Of several mounts at one place the last counts, since it hides the others. None where nothing fits.
    """
    from signdesk.domain.batches import Mount

    wanted = os.fsencode(folder)
    longest, found = -1, None
    for line in mounts:
        place, separator, rest = line.partition(b" - ")
        fields, kinds = place.split(), rest.split()
        if not separator or len(fields) < 5 or not kinds:
            continue
        point = _unescaped(fields[4]).rstrip(b"/")
        if len(point) >= longest and (wanted + b"/").startswith(point + b"/"):
            source = _unescaped(kinds[1]) if len(kinds) > 1 else b""
            longest, found = len(point), (point or b"/", kinds[0], source)
    return None if found is None else Mount(*map(os.fsdecode, found))


def _unescaped(text: bytes) -> bytes:
    r"""A blank in a mount point is written \040."""
    return re.sub(rb"\\([0-7]{3})", lambda found: bytes([int(found[1], 8) & 0xFF]), text)
