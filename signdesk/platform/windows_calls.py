"""Calls of Windows itself through ctypes: the edge, where tests put their own. No decisions here.

The docstrings name what is called; the reference is Microsoft's (learn.microsoft.com/windows/win32/api).
Methods raise OSError with `winerror`.
"""

from __future__ import annotations

import ctypes
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from signdesk.domain.batches import Mount

_PROGRAM_DATA = uuid.UUID("62AB5D82-FDC1-4DC3-A9DD-070D1D495D97")  # FOLDERID_ProgramData
_FILE_OBJECT = 1  # SE_FILE_OBJECT
_OWNER_AND_LIST = 0x1 | 0x4  # OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION
_SDDL_REVISION = 1
_APARTMENT = 0x2 | 0x4  # COINIT_APARTMENTTHREADED | COINIT_DISABLE_OLE1DDE
_SHARE_ALL, _OPEN_EXISTING, _BACKUP_SEMANTICS = 0x7, 3, 0x02000000
_INVALID_HANDLE = ctypes.c_void_p(-1).value
_LONGEST_PATH, _LONGEST_NAME = 32_768, 261
_CRYPTOGRAPHY = r"SOFTWARE\Microsoft\Cryptography"
_windows: Any = ctypes  # its Windows part is unknown to type checkers elsewhere


class _SecurityAttributes(ctypes.Structure):
    """SECURITY_ATTRIBUTES."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("descriptor", ctypes.c_void_p),
        ("inherit_handle", ctypes.c_int),
    )


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

    def machine_guid(self) -> str:
        """MachineGuid of the registry, of the 64-bit part also for a 32-bit program."""
        import winreg

        registry: Any = winreg
        access = registry.KEY_READ | registry.KEY_WOW64_64KEY
        with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, _CRYPTOGRAPHY, 0, access) as key:
            return str(registry.QueryValueEx(key, "MachineGuid")[0])

    def lock_byte(self, descriptor: int, offset: int) -> None:
        """LockFile, by the C run-time library. Raises PermissionError where it is locked."""
        import msvcrt

        runtime: Any = msvcrt
        os.lseek(descriptor, offset, os.SEEK_SET)
        runtime.locking(descriptor, runtime.LK_NBLCK, 1)

    def create_directory(self, path: str, descriptor: str) -> None:
        """CreateDirectory with rights in text form (SDDL)."""
        made = ctypes.c_void_p()
        if not _library("advapi32").ConvertStringSecurityDescriptorToSecurityDescriptorW(
            descriptor, _SDDL_REVISION, ctypes.byref(made), None
        ):
            raise _last_error()
        try:
            attributes = _SecurityAttributes(ctypes.sizeof(_SecurityAttributes), made.value, 0)
            if not _library("kernel32").CreateDirectoryW(path, ctypes.byref(attributes)):
                raise _last_error()
        finally:
            _library("kernel32").LocalFree(made)

    def open_folder(self, path: str, access: int) -> None:
        """CreateFile of a folder that is there, closed at once: whether these rights are granted."""
        kernel = _library("kernel32")
        kernel.CreateFileW.restype = ctypes.c_void_p
        handle = kernel.CreateFileW(path, access, _SHARE_ALL, None, _OPEN_EXISTING, _BACKUP_SEMANTICS, None)
        if handle == _INVALID_HANDLE:
            raise _last_error()
        kernel.CloseHandle(ctypes.c_void_p(handle))

    def drive_type(self, root: str) -> int:
        """GetDriveType."""
        found: int = _library("kernel32").GetDriveTypeW(root)
        return found

    def volume(self, path: str) -> Mount | None:
        """GetVolumePathName and GetVolumeInformation. None where not even the first tells anything; without
        kind and source where nothing is there.
        """
        kernel = _library("kernel32")
        point = ctypes.create_unicode_buffer(_LONGEST_PATH)
        if not kernel.GetVolumePathNameW(path, point, _LONGEST_PATH):
            return None
        name, kind = ctypes.create_unicode_buffer(_LONGEST_NAME), ctypes.create_unicode_buffer(_LONGEST_NAME)
        serial, size = ctypes.c_uint32(), _LONGEST_NAME
        told = kernel.GetVolumeInformationW(
            point.value, name, size, ctypes.byref(serial), None, None, kind, size
        )
        if not told:
            return Mount(point.value, "", "")
        return Mount(point.value, kind.value, f"{serial.value:08X} {name.value}".strip())

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

    def set_execution_state(self, flags: int) -> int:
        """SetThreadExecutionState. 0 where it is refused."""
        set_state = _library("kernel32").SetThreadExecutionState
        set_state.argtypes, set_state.restype = [ctypes.c_uint32], ctypes.c_uint32
        before: int = set_state(flags)
        return before

    def shell_open(self, path: str) -> None:
        """ShellExecute."""
        system: Any = os
        with _com():
            system.startfile(path)

    def show_in_folder(self, path: str) -> None:
        """SHOpenFolderAndSelectItems."""
        shell = _library("shell32")
        shell.ILCreateFromPathW.restype = ctypes.c_void_p
        with _com():
            item = ctypes.c_void_p(shell.ILCreateFromPathW(path))
            if not item:
                raise OSError(f"ILCreateFromPath: {path}")
            try:
                failed = shell.SHOpenFolderAndSelectItems(item, 0, None, 0)
            finally:
                shell.ILFree(item)
        if failed:
            raise OSError(f"SHOpenFolderAndSelectItems: {failed & 0xFFFFFFFF:#x}")


@contextmanager
def _com() -> Iterator[None]:
    """CoInitialize for this thread, as the shell asks for it."""
    library = _library("ole32")
    failed = library.CoInitializeEx(None, _APARTMENT)
    try:
        yield
    finally:
        if failed >= 0:
            library.CoUninitialize()


def _library(name: str) -> Any:
    return _windows.WinDLL(name, use_last_error=True)


def _last_error() -> OSError:
    error: OSError = _windows.WinError(_windows.get_last_error())
    return error
