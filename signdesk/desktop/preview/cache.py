"""The drawn pages that the window keeps: bounded in bytes, those looked at longest ago go first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Container

from PySide6.QtGui import QImage

from signdesk.desktop.preview.layout import CACHE_BYTES


class PageCache:
    """One picture a page, the last one drawn."""

    def __init__(self, most_bytes: int = CACHE_BYTES) -> None:
        self.most_bytes = most_bytes
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._used_bytes = 0

    @property
    def used_bytes(self) -> int:
        """What the pictures take now."""
        return self._used_bytes

    def get(self, page: int) -> QImage | None:
        """The picture of a page, which counts as a look at it."""
        image = self._images.get(page)
        if image is not None:
            self._images.move_to_end(page)
        return image

    def put(self, page: int, image: QImage, shown: Container[int] = ()) -> None:
        """Keeps a picture in the place of the page's older one. Those `shown` are the last to go."""
        self._drop(page)
        self._images[page] = image
        self._used_bytes += image.sizeInBytes()
        for other in sorted(self._images, key=lambda one: one in shown or one == page):
            if self._used_bytes <= self.most_bytes:
                break
            self._drop(other)

    def clear(self) -> None:
        """Keeps nothing."""
        self._images.clear()
        self._used_bytes = 0

    def _drop(self, page: int) -> None:
        gone = self._images.pop(page, None)
        if gone is not None:
            self._used_bytes -= gone.sizeInBytes()
