"""What Linux, macOS and Windows do differently, behind one small interface (`interface.System`).

Callers use the modules that are the same everywhere; those ask SYSTEM, the one of this process:

    files             new files that replace nothing, fsync of file and folder, names without replacing;
                      what is mounted where a folder lies
    locks             files that are locked as long as their process lives; which computer this is
    os_errors         an OSError of the disk as a sentence (translate_os_errors)
    console           output that other programs read (__main__), Ctrl+C (cli)
    display           whether a window can be shown (app); which library of the system is missing (__main__)
    shell_open        opens a file with its program, shows it in the file manager (desktop)
    sleep_inhibitor   keeps the computer awake while batches are at work (desktop)
    SYSTEM            where an organisation's policy lies and whether it is believed (storage.folders,
                      storage.settings_policy)

    interface         what every system can do; the only thing that callers rely on
    posix             what Linux and macOS share
    linux, macos      the rest of each
    freedesktop       what Linux' desktops are asked over D-Bus, and their notifications (desktop)
    windows           Windows; every call of the system itself goes through windows_calls, so that tests can
                      stand in for it on any machine

Known to storage, jobs, desktop, practice, app and cli; knows the domain at most, and no Qt. Each module can
be imported on every system: what exists on one alone, or loads much, is looked up when it is called.
"""

from __future__ import annotations

import sys

from signdesk.platform.interface import System

if sys.platform == "win32":
    from signdesk.platform.windows import Windows as _ThisSystem
elif sys.platform == "darwin":
    from signdesk.platform.macos import MacOS as _ThisSystem
else:
    from signdesk.platform.linux import Linux as _ThisSystem

SYSTEM: System = _ThisSystem()
"""The system that this process runs on."""
