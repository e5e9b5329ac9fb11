"""Calls of Windows itself through ctypes: the edge, where tests put their own. No decisions here.

The docstrings name what is called; the reference is Microsoft's (learn.microsoft.com/windows/win32/api).
Methods raise OSError with `winerror`.
"""

from __future__ import annotations

import ctypes
import uuid
from typing import Any

_PROGRAM_DATA = uuid.UUID("62AB5D82-FDC1-4DC3-A9DD-070D1D495D97")  # FOLDERID_ProgramData
_FILE_OBJECT = 1  # SE_FILE_OBJECT
_OWNER_AND_LIST = 0x1 | 0x4  # OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION
_SDDL_REVISION = 1
_windows: Any = ctypes  # its Windows part is unknown to type checkers elsewhere


class WindowsCalls:
    """Without state; any thread."""

    def program_data(self) -> str:
        """SHGetKnownFolderPath: from the machine's registry, not from the environment."""
        found = ctypes.c_wchar_p()
        folder_id = (ctypes.c_ubyte * 16).from_buffer_copy(_PROGRAM_DATA.bytes_le)
        failed = _library("shell32").SHGetKnownFolderPath(folder_id, 0, None, ctypes.byref(found))
        try:
            if failed or not found.value:
                raise OSError(f"SHGetKnownFolderPath: {failed & 0xFFFFFFFF:#x}")
            return found.value
        finally:
            _library("ole32").CoTaskMemFree(found)

    def security_descriptor(self, path: str) -> str:
        """GetNamedSecurityInfo: owner and access list of a file or folder, as SDDL."""
        security, descriptor, text = _library("advapi32"), ctypes.c_void_p(), ctypes.c_wchar_p()
        failed = security.GetNamedSecurityInfoW(
            path, _FILE_OBJECT, _OWNER_AND_LIST, None, None, None, None, ctypes.byref(descriptor)
        )
        if failed:
            raise _windows.WinError(failed)
        try:
            if not security.ConvertSecurityDescriptorToStringSecurityDescriptorW(
                descriptor, _SDDL_REVISION, _OWNER_AND_LIST, ctypes.byref(text), None
            ):
                raise _last_error()
            return text.value or ""
        finally:
            _library("kernel32").LocalFree(text)
            _library("kernel32").LocalFree(descriptor)


def _library(name: str) -> Any:
    return _windows.WinDLL(name, use_last_error=True)


def _last_error() -> OSError:
    error: OSError = _windows.WinError(_windows.get_last_error())
    return error
