"""Windows."""

from __future__ import annotations

import errno
import logging
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PureWindowsPath

from signdesk.domain.batches import Mount
from signdesk.platform import windows_rights
from signdesk.platform.windows_calls import WindowsCalls

_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001  # ES_CONTINUOUS, ES_SYSTEM_REQUIRED
_FAR_OFF = 1 << 30  # others cannot read a locked byte, so one behind the content is locked
HELD_LIMIT_S = 10.0
# Access denied, sharing violation, lock violation: virus scanners, indexers and cloud clients cause them for
# milliseconds (signdesk/README.md, Local state).
_HELD = (5, 32, 33)
_HELD_PAUSE_S = 0.1
_LOCKED = (errno.EACCES, errno.EDEADLK)
_LOOKING_TRIES = 20
_LOOKING_PAUSE_S = 0.01
# Full rights for the system, administrators and the owner, as os.mkdir(mode=0o700) of newer Pythons has it.
_FOR_OWNER = "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;OW)"
_RIGHTS = {os.R_OK: 0x1, os.W_OK: 0x2, os.X_OK: 0x20}  # FILE_LIST_DIRECTORY, FILE_ADD_FILE, FILE_TRAVERSE
_REMOTE = 4  # DRIVE_REMOTE
_WRITING = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0)
log = logging.getLogger(__name__)


class Windows:
    """See `interface.System`. `calls`: the system itself; tests give their own."""

    removes_open_files = False
    piped_encoding: str | None = "utf-8"  # Python takes the ANSI code page, which lacks most letters

    def __init__(self, calls: WindowsCalls | None = None) -> None:
        self._calls = calls or WindowsCalls()

    def fsync_file(self, descriptor: int) -> None:
        """FlushFileBuffers."""
        os.fsync(descriptor)

    def fsync_closed(self, path: Path) -> None:
        """FlushFileBuffers refuses what is open for reading alone (EBADF)."""
        descriptor = os.open(path, _WRITING)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def fsync_folder(self, _folder: Path) -> None:
        """There is no such call; NTFS keeps a journal of names."""

    def rename_no_replace(self, source: Path, target: Path) -> None:
        """os.rename never replaces here."""
        retry_while_held(lambda: os.rename(source, target))  # noqa: PTH104 - Path.rename says otherwise

    def retry_while_held(self, action: Callable[[], object]) -> None:
        """For up to `HELD_LIMIT_S`."""
        retry_while_held(action)

    def lock(self, descriptor: int, *, shared: bool = False) -> None:
        """One byte of the file. No lock is shared here: a short one of others is outwaited."""
        for left in reversed(range(_LOOKING_TRIES if shared else 1)):
            try:
                self._calls.lock_byte(descriptor, _FAR_OFF)
            except OSError as error:
                if not left or error.errno not in _LOCKED:
                    raise
                time.sleep(_LOOKING_PAUSE_S)
            else:
                return

    def make_private_folder(self, folder: Path) -> None:
        """Nothing is inherited from the folder above; what is made below inherits from this one. The mode of
        os.mkdir means nothing before Python 3.12.4.
        """
        self._calls.create_directory(str(folder), _FOR_OWNER)

    def has_rights(self, folder: Path, rights: int) -> bool:
        """By opening it so. os.access knows nothing of access lists (its documentation: "Windows")."""
        wanted = sum(ours for right, ours in _RIGHTS.items() if rights & right)
        try:
            self._calls.open_folder(str(folder), wanted)
        except OSError:
            return False
        return True

    def mount_of(self, folder: Path) -> Mount | None:
        """The volume, by its serial number and name."""
        return self._calls.volume(str(folder))

    def is_remote(self, folder: Path) -> bool:
        r"""\\server\share and \\?\UNC\server\share, or a drive with a letter that stands for one."""
        path = str(folder)
        if path[:8].upper() == "\\\\?\\UNC\\" or (path[:2] == "\\\\" and path[2:4] not in ("?\\", ".\\")):
            return True
        return self._calls.drive_type(PureWindowsPath(folder).anchor) == _REMOTE

    def machine_identity(self) -> bytes:
        """The number that set-up gives to each installation."""
        try:
            return self._calls.machine_guid().encode()
        except OSError:
            return b""

    def policy_folder(self) -> Path:
        r"""SignDesk in C:\ProgramData, by the system's word."""
        try:
            program_data = self._calls.program_data()
        except OSError as error:
            log.warning("the system does not tell its ProgramData: %s", error)
            program_data = r"C:\ProgramData"
        return Path(program_data) / "SignDesk"

    def only_administrators_write(self, path: Path, found: os.stat_result) -> bool:
        r"""By owner and access list. Every user may make folders in C:\ProgramData, and then owns them."""
        return windows_rights.only_administrators_write(
            self._calls.security_descriptor(str(path)), is_folder=stat.S_ISDIR(found.st_mode)
        )

    def open_file(self, path: Path) -> bool:
        """ShellExecute."""
        try:
            self._calls.shell_open(str(path))
        except OSError as error:
            log.info("%s", error)
            return False
        return True

    def reveal(self, path: Path) -> bool:
        """SHOpenFolderAndSelectItems: Explorer's own command line does not take a path with blanks apart, and
        opens Documents instead.
        """
        try:
            self._calls.show_in_folder(str(path.absolute()))
        except OSError as error:
            log.info("%s", error)
            return self.open_file(path.parent)
        return True

    @contextmanager
    def inhibit_sleep(self, _reason: str) -> Iterator[str]:
        """The promise belongs to the thread."""
        granted = self._calls.set_execution_state(_CONTINUOUS | _SYSTEM_REQUIRED)
        try:
            yield "Windows" if granted else ""
        finally:
            self._calls.set_execution_state(_CONTINUOUS)


def retry_while_held(
    action: Callable[[], object],
    *,
    sleep: Callable[[float], object] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Repeat `action` while another Windows program holds the file for a moment."""
    until = clock() + HELD_LIMIT_S
    while True:
        try:
            action()
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD or clock() >= until:
                raise
        else:
            return
        sleep(_HELD_PAUSE_S)
