"""PNG, JPEG, GIF (its first picture) and TIFF, read by Qt. Used in the preview child alone.

The file's first bytes choose the one reader that sees it; SVG and whatever else Qt could read never run.
"""

from __future__ import annotations

import os
from typing import BinaryIO

from PySide6.QtCore import QFile, QFileDevice, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from signdesk.desktop.preview.layout import (
    PAGE_PIXELS,
    PICTURE_MB,
    PIXEL_BYTES,
    bounded_pixels,
    bounded_side_pt,
)
from signdesk.desktop.preview.wire import CannotShow, Pages, Why

_KINDS = (
    (b"\x89PNG\r\n\x1a\n", b"png"),
    (b"\xff\xd8\xff", b"jpeg"),
    (b"GIF87a", b"gif"),
    (b"GIF89a", b"gif"),
    (b"II*\x00", b"tiff"),
    (b"MM\x00*", b"tiff"),
)
_POINTS_A_PIXEL = 0.75  # at 100 %, one pixel of the picture is one of the screen


class Picture:
    """A decoded picture, never more than PAGE_PIXELS of it. Takes over `file`. Raises CannotShow."""

    def __init__(self, file: BinaryIO) -> None:
        with file:
            self._image, width, height = _decoded(file)
        size = (bounded_side_pt(width * _POINTS_A_PIXEL), bounded_side_pt(height * _POINTS_A_PIXEL))
        self.pages = Pages((size,), 1, picture=True)

    def draw(self, page: int, width: int, height: int) -> bytes:
        """The picture on white, as `wire.Pixels` wants it."""
        ignore, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        scaled = self._image.scaled(QSize(width, height), ignore, smooth)
        ground = QImage(width, height, QImage.Format.Format_RGB32)
        if scaled.isNull() or ground.isNull() or ground.bytesPerLine() != width * PIXEL_BYTES:
            raise CannotShow(Why.TOO_LARGE)
        ground.fill(Qt.GlobalColor.white)
        painter = QPainter(ground)
        painter.drawImage(0, 0, scaled)
        painter.end()
        return bytes(ground.constBits())

    def close(self) -> None:
        """The file is closed already."""


def _decoded(file: BinaryIO) -> tuple[QImage, float, float]:
    """The image, and its width and height in its own pixels before it was made smaller."""
    head = file.read(8)
    os.lseek(file.fileno(), 0, os.SEEK_SET)  # Qt reads the descriptor, which is ahead of `file`
    kind = next((kind for start, kind in _KINDS if head.startswith(start)), None)
    if kind is None:
        raise CannotShow(Why.BROKEN)
    QImageReader.setAllocationLimit(PICTURE_MB)
    device = QFile()
    keep_open = QFileDevice.FileHandleFlag.DontCloseHandle
    if not device.open(file.fileno(), QIODevice.OpenModeFlag.ReadOnly, keep_open):
        raise CannotShow(Why.UNREADABLE)
    reader = QImageReader(device, kind)
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    claimed = reader.size()
    smaller = 1.0
    if claimed.width() * claimed.height() > PAGE_PIXELS:  # more is never drawn; a JPEG is read so at once
        width, height = bounded_pixels(claimed.width(), claimed.height())
        smaller = claimed.width() / width
        reader.setScaledSize(QSize(width, height))
    image = reader.read()
    del reader  # first: the TIFF reader speaks to its device at its end
    device.close()
    if image.isNull():
        huge = claimed.width() * claimed.height() * PIXEL_BYTES > PICTURE_MB << 20
        raise CannotShow(Why.TOO_LARGE if huge else Why.BROKEN)
    return image, image.width() * smaller, image.height() * smaller
