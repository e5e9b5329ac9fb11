"""Whether a window can be shown here, asked before Qt is: where Qt can show none, it aborts the process. And
which library of the system is missing: the words of its loader, as a sentence with the next step.
"""

from __future__ import annotations

import ctypes
import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

NONE = "There is no display. “signdesk sign” needs none."
_LIMIT_S = 5.0
_LOADER = re.compile(r"(?:\S*/)?(?P<name>lib[^\s/:]+)\.so\.(?P<version>[0-9][0-9.]*): (?P<why>.+)", re.DOTALL)
_ABSENT = "cannot open shared object file"  # glibc's words, and in `_BROKEN` for a file that is no library
_BROKEN = ("file too short", "invalid ELF header", "cannot read file data")
# Where Debian does not name the package after the library's soname (Debian Policy, 8.1).
_PACKAGES = {
    "libGLdispatch.so.0": "libglvnd0",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
}


def obstacle(environment: Mapping[str, str], plugins: Path) -> str:
    """What keeps a window from being shown, with the next step; "" where nothing is known. On Linux alone.

    `plugins`: the folder of Qt's plugins. Blocking: it knocks at the displays that are named.
    """
    folder = plugins / "platforms"
    if sys.platform != "linux" or environment.get("QT_QPA_PLATFORM_PLUGIN_PATH") or not folder.is_dir():
        return ""
    found = [_against(name, environment, folder) for name in _platforms(environment)]
    if not found:
        return NONE
    return "" if "" in found else found[0]


def _platforms(environment: Mapping[str, str]) -> list[str]:
    """In Qt's order (QGuiApplication: createPlatformIntegration), of which one has to work."""
    if named := environment.get("QT_QPA_PLATFORM"):
        return [one.partition(":")[0] for one in named.split(";")]
    wayland = "WAYLAND_DISPLAY" in environment or environment.get("XDG_SESSION_TYPE") == "wayland"
    return [*(["wayland"] if wayland else []), *(["xcb"] if environment.get("DISPLAY") else [])]


def _against(platform: str, environment: Mapping[str, str], folder: Path) -> str:
    kind = platform.partition("-")[0]  # wayland-egl is in Wayland's plugin
    files = sorted(folder.glob(f"libq{kind}*.so"))
    if not files:
        known = ", ".join(one.stem.removeprefix("libq") for one in sorted(folder.glob("libq*.so")))
        return f"Qt knows no platform “{platform}” (QT_QPA_PLATFORM). It knows: {known}."
    if kind == "wayland":
        return _no_wayland(environment) or _not_loaded(files[0])
    if kind == "xcb":
        return _not_loaded(files[0]) or _no_x(environment.get("DISPLAY", ""))
    return ""


def _not_loaded(plugin: Path) -> str:
    """Loading names the one library that is missing; Qt would name them all, wanted or not, and abort."""
    try:
        ctypes.CDLL(os.fspath(plugin))
    except OSError as error:
        return what_is_missing(str(error))
    return ""


def _no_x(display: str) -> str:
    """By the library that Qt uses as well: it knows every form of address, and the right to enter."""
    library = ctypes.CDLL("libxcb.so.1")
    library.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(library.xcb_connect(os.fsencode(display), None))
    refused = library.xcb_connection_has_error(connection)
    library.xcb_disconnect(connection)
    return _no_answer(display, "DISPLAY") if refused else ""


def _no_wayland(environment: Mapping[str, str]) -> str:
    if "WAYLAND_SOCKET" in environment:  # an open connection, which is not for us
        return ""
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    address = os.path.join(environment.get("XDG_RUNTIME_DIR", ""), name)  # noqa: PTH118 - or absolute
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knocking:
        knocking.settimeout(_LIMIT_S)
        try:
            knocking.connect(address)
        except OSError:
            return _no_answer(name, "WAYLAND_DISPLAY")
    return ""


def _no_answer(display: str, variable: str) -> str:
    return (
        f"There is no display: nothing answers at “{display}” ({variable}), or it does not let this user in. "
        "“signdesk sign” needs none."
    )


def what_is_missing(words: str) -> str:
    """`words`: of an ImportError, or of the OSError of a library that was to be loaded."""
    found = _LOADER.match(words)
    if found is None or not (_ABSENT in found["why"] or found["why"].startswith(_BROKEN)):
        return f"A part of SignDesk cannot be loaded on this computer ({words}). Install SignDesk again."
    library = f"{found['name']}.so.{found['version']}"
    trouble = "is missing" if _ABSENT in found["why"] else f"cannot be loaded ({found['why']})"
    package = _PACKAGES.get(library) or _debian_name(found["name"], found["version"])
    return f"The system's library {library} {trouble}. On Debian and Ubuntu: apt install {package}"


def _debian_name(name: str, version: str) -> str:
    """libEGL, 1: libegl1; libdbus-1, 3: libdbus-1-3."""
    between = "-" if name[-1].isdigit() else ""
    return f"{name}{between}{version}".lower().replace("_", "-")
