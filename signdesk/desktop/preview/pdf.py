"""PDF documents, drawn by PDFium. Used in the preview child alone, in one thread: PDFium knows no threads.

The only importer of pypdfium2, which is built without scripts (V8) and XFA: a document cannot run anything.
"""

from __future__ import annotations

from typing import BinaryIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from signdesk.desktop.preview.layout import LONGEST_PAGES, PIXEL_BYTES, bounded_side_pt
from signdesk.desktop.preview.wire import CannotShow, Pages, Why

_LOCKED = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
_WHITE = (255, 255, 255, 255)


class PdfSheets:
    """An open document. Takes over `file`. Raises CannotShow."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        try:
            self._document = pdfium.PdfDocument(file)
            self._document.init_forms()  # else filled fields and the pictures of signatures are not drawn
            self.pages = self._look()
        except pdfium.PdfiumError as error:
            file.close()
            raise CannotShow(Why.PASSWORD if error.err_code in _LOCKED else Why.BROKEN) from error

    def draw(self, page: int, width: int, height: int) -> bytes:
        """The page with its annotations and filled fields, as `wire.Pixels` wants it. Raises CannotShow."""
        bitmap = pdfium.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)
        if bitmap.stride != width * PIXEL_BYTES:
            raise CannotShow(Why.BROKEN)
        bitmap.fill_rect(_WHITE, 0, 0, width, height)
        try:
            sheet = self._document[page]
        except pdfium.PdfiumError as error:
            raise CannotShow(Why.BROKEN) from error
        place = (bitmap, sheet, 0, 0, width, height, 0, raw.FPDF_ANNOT)
        raw.FPDF_RenderPageBitmap(*place)
        if self._document.formenv:
            raw.FPDF_FFLDraw(self._document.formenv, *place)
        pixels = bytes(bitmap.buffer)
        sheet.close()
        bitmap.close()
        return pixels

    def close(self) -> None:
        """Gives the file back."""
        self._document.close()
        self._file.close()

    def _look(self) -> Pages:
        total = len(self._document)
        if total < 1:
            raise CannotShow(Why.BROKEN)
        sizes = tuple(self._size(page) for page in range(min(total, LONGEST_PAGES)))
        return Pages(sizes, total, picture=False)

    def _size(self, page: int) -> tuple[float, float]:
        """A page that has no size, being broken, is as large as A4; drawing it will tell."""
        try:
            width, height = self._document.get_page_size(page)
        except pdfium.PdfiumError:
            width, height = 595.0, 842.0
        return bounded_side_pt(width), bounded_side_pt(height)
