"""Which computer this is, as a digest that says nothing else."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

_SALT = b"SignDesk data folder: "
_FILES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


def machine() -> str:
    """The same at every start of this computer, on no other one; "" where it cannot be told."""
    identity = _identity()
    return hashlib.sha256(_SALT + identity).hexdigest()[:32] if identity else ""


if sys.platform == "win32":
    import winreg

    def _identity() -> bytes:
        try:
            place = r"SOFTWARE\Microsoft\Cryptography"
            with winreg.OpenKey(
                winreg.HKEY_LOCAL_MACHINE, place, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            ) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0]).encode()
        except OSError:
            return b""

elif sys.platform == "darwin":
    import ctypes

    def _identity() -> bytes:
        wait = (ctypes.c_long * 2)(1, 0)
        made = ctypes.create_string_buffer(16)
        try:
            failed = ctypes.CDLL(None).gethostuuid(made, ctypes.byref(wait))
        except (OSError, AttributeError):
            return b""
        return b"" if failed else made.raw

else:

    def _identity() -> bytes:
        for path in _FILES:
            try:
                return path.read_bytes().strip()
            except OSError:
                continue
        return b""
