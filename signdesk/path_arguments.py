"""Files and folders as they are given on the command line: a path, or the `file:` address of one, as file
managers hand it over. Nothing is opened.
"""

from __future__ import annotations

import os
import platform
import re
from argparse import ArgumentTypeError
from pathlib import Path

from signdesk.domain.file_uris import local_path

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")  # of more than one letter: C:/ is a path


def file_given(text: str) -> Path:
    """As it stands there, be it a file or not. Raises ArgumentTypeError for nothing, and for a `file:`
    address of another computer.
    """
    if not text:
        raise ArgumentTypeError("a file name is empty")
    return _of_address(text) or Path(text)


def folder_given(text: str) -> Path:
    """Absolute, with `~` filled in; it need not be there. Raises ArgumentTypeError for what names none."""
    if not text:
        raise ArgumentTypeError("a folder name is empty")
    if found := _of_address(text):
        return found
    if _ADDRESS.match(text) and not os.path.lexists(text):
        raise ArgumentTypeError(f"“{text}” is an address, and a folder of this computer is wanted")
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError as error:
        raise ArgumentTypeError(f"“{text}” is in the home folder of somebody unknown here") from error


def _of_address(text: str) -> Path | None:
    if not text.lower().startswith("file:/") or os.path.lexists(text):
        return None
    path = local_path(os.fsencode(text), platform.node()) if os.name == "posix" else None
    if path is None:
        raise ArgumentTypeError(f"“{text}” is an address that is not of this computer; give the path itself")
    return path
