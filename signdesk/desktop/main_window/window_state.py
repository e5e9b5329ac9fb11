"""The window's place and shares as bytes, tolerant of anything that was stored by another version."""

from __future__ import annotations

import struct

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter, QWidget

VERSION = 1
_HEAD = struct.Struct(">BI")  # version, length of the geometry


def packed(window: QWidget, splitter: QSplitter) -> bytes:
    """Place and size of the window, and the shares of its panes."""
    geometry, shares = bytes(window.saveGeometry().data()), bytes(splitter.saveState().data())
    return _HEAD.pack(VERSION, len(geometry)) + geometry + shares


def restore(window: QWidget, splitter: QSplitter, state: bytes) -> bool:
    """Takes over what `packed` gave; False, and nothing changed, for anything else."""
    if len(state) < _HEAD.size:
        return False
    version, length = _HEAD.unpack_from(state)
    geometry, shares = state[_HEAD.size : _HEAD.size + length], state[_HEAD.size + length :]
    if version != VERSION or len(geometry) < length:
        return False
    if not window.restoreGeometry(QByteArray(geometry)):
        return False
    return bool(splitter.restoreState(QByteArray(shares)))
