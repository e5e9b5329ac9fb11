"""Which folders other programs and the system empty without asking: a file in one may be gone in a minute.

Mail programs and browsers put what is dragged or opened out of them there (Thunderbird and Firefox delete it
after minutes), and sandboxed programs are given files in a folder of the portal.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

_NAMED = ("TMPDIR", "TEMP", "TMP")
_ON_POSIX = ("/tmp", "/var/tmp")  # noqa: S108 - looked at, not written to
_RUNTIME = Path("/run/user")
_NO_TEMPORARY = ("gvfs", "kio-fuse-")  # what is mounted in the runtime folder: shares, not temporary files
_ON_WINDOWS = ("Microsoft/Windows/INetCache", "Microsoft/Windows/Temporary Internet Files")


class TemporaryFolders:
    """Says of a path whether it lies in one of these. A folder that holds all that a person has is none."""

    def __init__(self, folders: Iterable[Path], *, home: Path | None = None) -> None:
        real = dict.fromkeys(Path(os.path.realpath(one)) for one in folders)
        kept = Path(os.path.realpath(home)) if home is not None else None
        self._folders = [one for one in real if one.parent != one and not _holds(one, kept)]

    def holds(self, path: Path) -> bool:
        """By its real folder; the file need not exist. Blocking, raises nothing."""
        try:
            folder = Path(os.path.realpath(path.absolute().parent))
        except (OSError, ValueError):
            return False
        return any(_is_below(folder, one) for one in self._folders)


def temporary_folders(environment: Mapping[str, str]) -> TemporaryFolders:
    """Those of this system and user."""
    folders = [Path(tempfile.gettempdir())]
    folders += [Path(environment[name]) for name in _NAMED if environment.get(name)]
    if sys.platform == "win32":
        local = environment.get("LOCALAPPDATA")
        folders += [Path(local) / name for name in _ON_WINDOWS] if local else []
    else:
        folders += [Path(name) for name in _ON_POSIX]
        folders.append(_RUNTIME)
        folders += [Path(one) for one in [environment.get("XDG_RUNTIME_DIR")] if one]
    return TemporaryFolders(folders, home=_home())


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None


def _holds(folder: Path, kept: Path | None) -> bool:
    return kept is not None and (kept == folder or folder in kept.parents)


def _is_below(folder: Path, temporary: Path) -> bool:
    if folder != temporary and temporary not in folder.parents:
        return False
    return not any(part.startswith(_NO_TEMPORARY) for part in _below(folder, temporary))


def _below(folder: Path, temporary: Path) -> Sequence[str]:
    return folder.relative_to(temporary).parts[:2]
