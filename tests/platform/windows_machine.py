"""Windows as its calls answer, for machines that are none."""

from __future__ import annotations

from pathlib import Path

from signdesk.platform.windows_calls import WindowsCalls

ADMINISTRATORS_ONLY = "O:BAD:PAI(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x1200a9;;;BU)"


class WindowsMachine(WindowsCalls):
    """What a machine answers. `rights`: the descriptors of paths, of all others `ADMINISTRATORS_ONLY`."""

    def __init__(self) -> None:
        self.rights: dict[Path, str] = {}

    def program_data(self) -> str:
        return r"D:\ProgramData"

    def security_descriptor(self, path: str) -> str:
        return self.rights.get(Path(path), ADMINISTRATORS_ONLY)
