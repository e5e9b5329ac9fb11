"""Windows, and who may change a file or folder there, read from its rights in text form (SDDL).

Format: learn.microsoft.com/windows/win32/secauthz/security-descriptor-string-format and ace-strings. Rules
that refuse rights are not counted: a file is trusted only if nobody else is granted anything.
"""

from __future__ import annotations

import errno
import logging
import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import reduce
from operator import or_
from pathlib import Path, PureWindowsPath

from signdesk.domain.batches import Mount
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
        return only_administrators_write(
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


_ADMINISTRATORS = frozenset(
    [
        *("BA", "S-1-5-32-544"),  # the group Administrators
        *("SY", "S-1-5-18"),  # the system itself
        *("LA", "DA", "EA"),  # the account Administrator; domain and enterprise administrators
        "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",  # TrustedInstaller
    ]
)
_OWNER_ITSELF = frozenset(["OW", "S-1-3-4"])
_SDDL_RIGHTS = {
    **{"GA": 0x10000000, "GX": 0x20000000, "GW": 0x40000000, "GR": 0x80000000},
    **{"RC": 0x20000, "SD": 0x10000, "WD": 0x40000, "WO": 0x80000},
    **{"FA": 0x1F01FF, "FR": 0x120089, "FW": 0x120116, "FX": 0x1200A0},
    **{
        "CC": 0x1,
        "DC": 0x2,
        "LC": 0x4,
        "SW": 0x8,
        "RP": 0x10,
        "WP": 0x20,
        "DT": 0x40,
        "LO": 0x80,
        "CR": 0x100,
    },
}
_REPLACES = 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000  # DELETE, WRITE_DAC, WRITE_OWNER, GENERIC_*
_CHANGES_FILE = _REPLACES | 0x2 | 0x4  # FILE_WRITE_DATA, FILE_APPEND_DATA
# Adding a file to a folder replaces none, and every user may do that below ProgramData: FILE_DELETE_CHILD.
_CHANGES_FOLDER = _REPLACES | 0x40
_OWNER = re.compile(r"O:(?P<owner>[A-Z]{2}|S-[0-9-]+)(?=$|[A-Z]:)")
_LIST = re.compile(r"D:(?P<flags>[A-Z_]*)(?P<rules>(?:\([^()]*\))*)(?=$|S:)")
_ONLY_INHERITED = "IO"  # for what is made below, not for the folder itself
_GRANTS = frozenset(["A", "OA", "XA"])


def only_administrators_write(descriptor: str, *, is_folder: bool) -> bool:
    """False also for what is not understood, and without an access list, where everybody may do anything."""
    owner, found = _OWNER.match(descriptor), _LIST.search(descriptor)
    if owner is None or owner["owner"] not in _ADMINISTRATORS or found is None:
        return False
    if "NO_ACCESS_CONTROL" in found["flags"]:
        return False
    changing = _CHANGES_FOLDER if is_folder else _CHANGES_FILE
    return not any(_grants(rule, changing) for rule in re.findall(r"\(([^()]*)\)", found["rules"]))


def _grants(rule: str, changing: int) -> bool:
    """Whether this rule lets somebody else have one of these rights."""
    kind, flags, rights, _, _, who, *_ = [*rule.split(";"), "", "", "", "", ""]
    if kind not in _GRANTS or _ONLY_INHERITED in re.findall("..", flags):
        return False
    return who not in _ADMINISTRATORS | _OWNER_ITSELF and bool(_mask(rights) & changing)


def _mask(rights: str) -> int:
    """All rights for what is not understood."""
    try:
        if rights[:1].isdigit():
            return int(rights, 0)
        return reduce(or_, (_SDDL_RIGHTS[one] for one in re.findall("..?", rights)), 0)
    except (KeyError, ValueError):
        return -1
