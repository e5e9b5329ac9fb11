"""Windows."""

from __future__ import annotations

import logging
import os
import stat
from pathlib import Path

from signdesk.platform import windows_rights
from signdesk.platform.windows_calls import WindowsCalls

log = logging.getLogger(__name__)


class Windows:
    """See `interface.System`. `calls`: the system itself; tests give their own."""

    def __init__(self, calls: WindowsCalls | None = None) -> None:
        self._calls = calls or WindowsCalls()

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
