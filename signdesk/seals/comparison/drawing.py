"""PDF pages as grey pictures and as words, by PDFium. In the document worker alone, in one thread: PDFium
knows no threads. It is built without scripts (V8) and XFA: a document cannot run anything.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from signdesk.domain.page_comparison import Rectangle
from signdesk.seals.comparison import BROKEN, LARGE, LOCKED
from signdesk.seals.worker.tasks import Failed

_NO_ENTRY = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
_SCALE = 1.5  # 108 dots an inch: a digit of 8 points is 6 by 9 dots
_LEAST_SCALE = 0.45  # dots a point
_MOST_PIXELS = 4_000_000  # a page of A0 has 0.7 dots a point
_WHITE = (255, 255, 255, 255)
_MOST_CHARACTERS = 200_000
_UNIT = 100  # whole numbers of PDFium: hundredths of a point
_FAR = 1000.0  # points
_NOT_DRAWN = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)


Box = tuple[float, float, float, float]  # left, bottom, right, top in a page's own coordinates


@dataclass(frozen=True, slots=True)
class Picture:
    """One byte of grey a dot, rows without gaps, from the top left. `scale`: dots a point."""

    width: int
    height: int
    scale: float
    grey: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """One character that is no blank, with its place in points from the top left. `is_drawn`: False for
    writing that is there, but not shown (as over a scanned page).
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    is_drawn: bool = True


class DrawnPdf:
    """An open document. Raises Failed for what PDFium cannot open."""

    def __init__(self, document: str | bytes, length: int | None = None) -> None:
        """`document`: a path, or what it holds. `length`: only the first so many bytes of the file, where it
        goes on behind the document.
        """
        self._bytes = document if isinstance(document, bytes) else _read(document, length)
        try:
            self._document = pdfium.PdfDocument(self._bytes)
            self._document.init_forms()  # else filled fields and the pictures of signatures are not drawn
        except pdfium.PdfiumError as error:
            raise Failed(LOCKED if error.err_code in _NO_ENTRY else BROKEN) from error
        self._flat: Any = None
        self._flattened: set[int] = set()
        self.pages = len(self._document)
        if self.pages < 1:
            raise Failed(BROKEN)

    def close(self) -> None:
        """Gives everything back."""
        if self._flat is not None:
            self._flat.close()
        self._document.close()

    def size(self, page: int) -> tuple[float, float]:
        """In points, as the page is shown. Raises Failed."""
        try:
            width, height = self._document.get_page_size(page)
        except pdfium.PdfiumError as error:
            raise Failed(BROKEN) from error
        return _bounded(width), _bounded(height)

    def grey(self, page: int, like: Picture | None = None) -> Picture:
        """The page with its annotations and filled fields. `like`: with as many dots. Raises Failed."""
        width, height = self.size(page)
        scale = min(_SCALE, math.sqrt(_MOST_PIXELS / (width * height)))
        if scale < _LEAST_SCALE:  # nothing could be seen on it
            raise Failed(LARGE)
        across, down = max(1, round(width * scale)), max(1, round(height * scale))
        if like is not None:
            across, down, scale = like.width, like.height, like.scale
        pixels, stride = self._drawn(page, across, down, raw.FPDFBitmap_Gray, raw.FPDF_GRAYSCALE)
        if stride != across:
            pixels = b"".join(pixels[row * stride : row * stride + across] for row in range(down))
        return Picture(across, down, scale, pixels)

    def colours(self, page: int, width: int, height: int) -> bytes:
        """Rows of 32 bits a dot (blue, green, red, unused), without gaps. Raises Failed."""
        pixels, stride = self._drawn(page, width, height, raw.FPDFBitmap_BGRx, 0)
        if stride != 4 * width:
            raise Failed(BROKEN)
        return pixels

    def letters(self, page: int) -> list[list[Letter]]:
        """The words of the page, its notes and its fields in PDFium's order, each as its letters; not those
        of signatures. Raises Failed.
        """
        with self._text_page(page) as (sheet, text):
            count = min(text.count_chars(), _MOST_CHARACTERS)
            shown = _Shown(sheet)
            words: list[list[Letter]] = [[]]
            for index in range(count):
                character = chr(raw.FPDFText_GetUnicode(text.raw, index) & 0x1FFFFF)
                if character.isspace() or not character.isprintable():
                    words.append([])
                else:
                    left, bottom, right, top = text.get_charbox(index)
                    place = shown.box(left, bottom, right, top)
                    words[-1].append(Letter(character, *place, is_drawn=_is_drawn(text, index)))
            return [one for one in words if one]

    def text(self, page: int) -> str:
        """The writing of the page, at most _MOST_CHARACTERS. Raises Failed."""
        with self._text_page(page) as (_sheet, text):
            found: str = text.get_text_range(0, min(text.count_chars(), _MOST_CHARACTERS))
            return found

    def place(self, page: int, box: Box) -> Rectangle:
        """Where a box of the page's own coordinates is shown. Raises Failed."""
        sheet = self._sheet(page)
        try:
            left, top, right, bottom = _Shown(sheet).box(*box)
            return Rectangle(left, top, right - left, bottom - top)
        finally:
            sheet.close()

    def seal_places(self, page: int) -> list[Rectangle]:
        """Where the signature fields of the page have their pictures. Raises Failed."""
        sheet = self._sheet(page)
        try:
            found = []
            for index in range(raw.FPDFPage_GetAnnotCount(sheet.raw)):
                note = raw.FPDFPage_GetAnnot(sheet.raw, index)
                if note:
                    found += self._seal_place(sheet, note)
                    raw.FPDFPage_CloseAnnot(note)
            return found
        finally:
            sheet.close()

    def _seal_place(self, sheet: Any, note: Any) -> list[Rectangle]:
        if not _is_signature(self._document, note):
            return []
        place = raw.FS_RECTF()
        if not raw.FPDFAnnot_GetRect(note, ctypes.byref(place)):
            return []
        left, top, right, bottom = _Shown(sheet).box(place.left, place.bottom, place.right, place.top)
        return [Rectangle(left, top, right - left, bottom - top)]

    def _drawn(self, page: int, width: int, height: int, form: int, flags: int) -> tuple[bytes, int]:
        sheet = self._sheet(page)
        bitmap = pdfium.PdfBitmap.new_native(width, height, form)
        try:
            bitmap.fill_rect(_WHITE, 0, 0, width, height)
            place = (bitmap, sheet, 0, 0, width, height, 0, raw.FPDF_ANNOT | flags)
            raw.FPDF_RenderPageBitmap(*place)
            if self._document.formenv:
                raw.FPDF_FFLDraw(self._document.formenv, *place)
            return bytes(bitmap.buffer), bitmap.stride
        finally:
            bitmap.close()
            sheet.close()

    def _sheet(self, page: int) -> Any:
        try:
            return self._document[page]
        except pdfium.PdfiumError as error:
            raise Failed(BROKEN) from error

    def _with_notes(self, page: int) -> Any:
        """The page with its notes and fields as a part of it: PDFium reads only what is written on the page
        itself. In a second document, since the first is drawn.
        """
        sheet = self._sheet(page)
        if raw.FPDFPage_GetAnnotCount(sheet.raw) < 1:
            return sheet
        sheet.close()
        try:
            if self._flat is None:
                self._flat = pdfium.PdfDocument(self._bytes)
                self._flat.init_forms()
            if page not in self._flattened:
                self._flattened.add(page)
                self._flatten(self._flat[page])
            return self._flat[page]
        except pdfium.PdfiumError as error:
            raise Failed(BROKEN) from error

    def _flatten(self, sheet: Any) -> None:
        for index in reversed(range(raw.FPDFPage_GetAnnotCount(sheet.raw))):
            note = raw.FPDFPage_GetAnnot(sheet.raw, index)
            is_seal = bool(note) and _is_signature(self._flat, note)
            if note:
                raw.FPDFPage_CloseAnnot(note)
            if is_seal:
                raw.FPDFPage_RemoveAnnot(sheet.raw, index)
        raw.FPDFPage_Flatten(sheet.raw, raw.FLAT_NORMALDISPLAY)
        sheet.close()

    @contextmanager
    def _text_page(self, page: int) -> Iterator[tuple[Any, Any]]:
        sheet = self._with_notes(page)
        try:
            text = sheet.get_textpage()
        except pdfium.PdfiumError as error:
            sheet.close()
            raise Failed(BROKEN) from error
        try:
            yield sheet, text
        finally:
            text.close()
            sheet.close()


class _Shown:
    """From a page's own coordinates to points from the top left corner of the page as it is shown."""

    def __init__(self, sheet: Any) -> None:
        width, height = sheet.get_size()
        self._area = (0, 0, int(width * _UNIT), int(height * _UNIT), 0)
        self._sheet = sheet.raw
        self._x, self._y = self._point(0, 0)
        across, down = self._point(_FAR, 0), self._point(0, _FAR)
        self._across = ((across[0] - self._x) / _FAR, (across[1] - self._y) / _FAR)
        self._down = ((down[0] - self._x) / _FAR, (down[1] - self._y) / _FAR)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        x1, y1 = self._at(left, bottom)
        x2, y2 = self._at(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return (
            self._x + x * self._across[0] + y * self._down[0],
            self._y + x * self._across[1] + y * self._down[1],
        )

    def _point(self, x: float, y: float) -> tuple[float, float]:
        """By PDFium, which gives whole numbers."""
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(self._sheet, *self._area, x, y, ctypes.byref(across), ctypes.byref(down))
        return across.value / _UNIT, down.value / _UNIT


def _is_signature(document: Any, note: Any) -> bool:
    if raw.FPDFAnnot_GetSubtype(note) != raw.FPDF_ANNOT_WIDGET or not document.formenv:
        return False
    kind: int = raw.FPDFAnnot_GetFormFieldType(document.formenv, note)
    return kind == int(raw.FPDF_FORMFIELD_SIGNATURE)


def _is_drawn(text: Any, index: int) -> bool:
    piece = raw.FPDFText_GetTextObject(text.raw, index)
    mode: int = raw.FPDFTextObj_GetTextRenderMode(piece) if piece else 0
    return mode not in _NOT_DRAWN


def _read(path: str, length: int | None) -> bytes:
    with Path(path).open("rb") as file:
        return file.read() if length is None else file.read(length)


def _bounded(side_pt: float) -> float:
    return 1.0 if math.isnan(side_pt) else min(max(side_pt, 1.0), 20_000.0)
