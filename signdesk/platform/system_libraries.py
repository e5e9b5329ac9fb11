"""What is missing on this computer: the words of the system's loader, as a sentence with the next step."""

from __future__ import annotations

import re

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
