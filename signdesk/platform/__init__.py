"""What Linux, macOS and Windows do differently, behind one small interface (`interface.System`).

    SYSTEM.policy_folder()              storage.folders: where an organisation's settings lie
    SYSTEM.only_administrators_write()  storage.settings_policy: whether such a file is believed

    interface         what every system can do; the only thing that callers rely on
    posix             what Linux and macOS share
    linux, macos      the rest of each
    windows           Windows; every call of the system itself goes through windows_calls, so that tests can
                      stand in for it on any machine
    windows_rights    who may change a file, read from its rights as Windows writes them (SDDL)

Known to storage, jobs, desktop, app and cli; knows the domain at most, and no Qt. Each module can be imported
on every system: what exists on one alone is looked up when it is called.
"""

from __future__ import annotations

import sys

from signdesk.platform.interface import System
from signdesk.platform.linux import Linux
from signdesk.platform.macos import MacOS
from signdesk.platform.windows import Windows

_SYSTEMS: dict[str, type[System]] = {"win32": Windows, "darwin": MacOS}
SYSTEM: System = _SYSTEMS.get(sys.platform, Linux)()
"""The system that this process runs on."""
