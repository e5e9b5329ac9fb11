"""What is mounted where a folder lies: so that a share that went away is told from a folder that was removed.

On Linux by /proc/self/mountinfo, on Windows by the volume, elsewhere by the mount point alone. Blocking.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from signdesk.domain.batches import Mount

UNTOLD = Mount("", "", "")
_MOUNTS = Path("/proc/self/mountinfo")


def mount_of(folder: Path) -> Mount:
    """Of the folder, or of what is there of the way to it; UNTOLD where it cannot be told. Never raises."""
    try:
        with contextlib.suppress(OSError):
            os.stat(folder)  # noqa: PTH116 - what is mounted when it is used (autofs) is mounted now
        return _mount_of(folder.resolve()) or UNTOLD
    except (OSError, ValueError, RuntimeError):
        return UNTOLD


def mount_holding(folder: Path, mounts: Iterable[bytes]) -> Mount | None:
    """What holds the resolved `folder`; `mounts` as in /proc/self/mountinfo (proc(5)).

    Of several mounts at one place the last counts, since it hides the others. None where nothing fits.
    """
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
    if found is None:
        return None
    point, kind, source = found
    return Mount(_text(point), _text(kind), _text(source))


def system_mounts() -> list[bytes]:
    """The lines of this process's mountinfo. Raises OSError where there is none."""
    return _MOUNTS.read_bytes().splitlines()


if sys.platform == "win32":
    import ctypes

    _LONGEST = 32_768

    def _mount_of(folder: Path) -> Mount | None:
        kernel = ctypes.windll.kernel32
        point = ctypes.create_unicode_buffer(_LONGEST)
        if not kernel.GetVolumePathNameW(str(folder), point, _LONGEST):
            return None
        name, kind = ctypes.create_unicode_buffer(261), ctypes.create_unicode_buffer(261)
        serial = ctypes.c_uint32()
        told = kernel.GetVolumeInformationW(
            point.value, name, 261, ctypes.byref(serial), None, None, kind, 261
        )
        if not told:
            return Mount(point.value, "", "")  # nothing is there
        return Mount(point.value, kind.value, f"{serial.value:08X} {name.value}".strip())

else:

    def _mount_of(folder: Path) -> Mount | None:
        try:
            return mount_holding(folder, system_mounts())
        except OSError:
            points = (one for one in (folder, *folder.parents) if os.path.ismount(one))
            point = next(points, None)
            return None if point is None else Mount(str(point), "", "")


def _text(content: bytes) -> str:
    return os.fsdecode(content)


def _unescaped(text: bytes) -> bytes:
    r"""A blank in a mount point is written \040."""
    return re.sub(rb"\\([0-7]{3})", lambda found: bytes([int(found[1], 8) & 0xFF]), text)
