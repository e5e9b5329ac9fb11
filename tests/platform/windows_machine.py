"""Windows as its calls answer, for machines that are none."""

from __future__ import annotations

from pathlib import Path

from signdesk.domain.batches import Mount
from signdesk.platform.windows_calls import WindowsCalls

ADMINISTRATORS_ONLY = "O:BAD:PAI(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x1200a9;;;BU)"


class WindowsError(OSError):
    """As Windows raises it: its own number beside that of the C library."""

    def __init__(self, number: int, winerror: int) -> None:
        super().__init__(number, "as Windows says it")
        self.winerror = winerror


class WindowsMachine(WindowsCalls):
    """What a machine answers. `rights`: the descriptors of paths, of all others `ADMINISTRATORS_ONLY`;
    `closed`: folders to which nobody has any rights; `made`: the descriptors of new folders;
    `locks_until_free`: how often a lock is taken; `drives`: the types of roots, of all others a fixed disk;
    `shows`, `opens`: whether Explorer and other programs do; `shown`: what they did.
    """

    def __init__(self) -> None:
        self.rights: dict[Path, str] = {}
        self.closed: set[Path] = set()
        self.made: dict[Path, str] = {}
        self.locks_until_free = 0
        self.drives: dict[str, int] = {}
        self.shows = self.opens = True
        self.shown: list[str] = []
        self.execution_states: list[int] = []

    def program_data(self) -> str:
        return r"D:\ProgramData"

    def machine_guid(self) -> str:
        return "11111111-2222-3333-4444-555555555555"

    def security_descriptor(self, path: str) -> str:
        return self.rights.get(Path(path), ADMINISTRATORS_ONLY)

    def create_directory(self, path: str, descriptor: str) -> None:
        Path(path).mkdir(0o777)
        self.made[Path(path)] = descriptor

    def open_folder(self, path: str, access: int) -> None:
        if access and Path(path) in self.closed:
            raise WindowsError(13, 5)

    def lock_byte(self, descriptor: int, offset: int) -> None:
        if self.locks_until_free:
            self.locks_until_free -= 1
            raise WindowsError(13, 33)

    def drive_type(self, root: str) -> int:
        return self.drives.get(root, 3)

    def volume(self, path: str) -> Mount | None:
        return Mount("C:\\", "NTFS", "1234ABCD System")

    def set_execution_state(self, flags: int) -> int:
        self.execution_states.append(flags)
        return 0x80000000

    def shell_open(self, path: str) -> None:
        if not self.opens:
            raise WindowsError(22, 1155)  # no application is associated
        self.shown.append(path)

    def show_in_folder(self, path: str) -> None:
        if not self.shows:
            raise OSError("SHOpenFolderAndSelectItems: 0x80070002")
        self.shown.append(f"/select,{path}")
