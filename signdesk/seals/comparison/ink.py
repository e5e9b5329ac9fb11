"""Two pictures of a page: where is something gone, and where has something been added?

Each picture becomes rows of bits (a long number a row), one set for each of a few levels of grey: the dots
that are darker than it. A dot counts only if the other picture has nothing like it within one dot, so that
edges that were smoothed in another way do not count.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from signdesk.domain.page_comparison import MOST_RECTANGLES, Rectangle
from signdesk.seals.comparison.drawing import Letter, Picture

_LEVELS = (64, 128, 192, 244)
_SLACK = 10  # of grey: colours that were converted differ by a little
_CELL = 8  # dots: differences are gathered into squares
_NEAR_CELLS = 1  # squares between two differences that belong together
_SEEN_CONTRAST = 40  # of grey: what less stands out cannot be read

Rows = list[int]
Cells = set[tuple[int, int]]
Box = tuple[int, int, int, int]  # left, top, right, bottom in dots, the last two exclusive


@dataclass(frozen=True, slots=True)
class Difference:
    """Squares of _CELL dots (column, row). `first_row`, `last_row`: all rows of dots beyond are equal."""

    gone: Cells
    added: Cells
    first_row: int
    last_row: int

    def may_change(self, box: Box) -> bool:
        """False where the box is the same in both pictures, dot by dot."""
        return box[1] <= self.last_row and box[3] >= self.first_row


def difference(before: Picture, after: Picture) -> Difference:
    """Both of the same size, and not equal."""
    first, last = _unequal_rows(before, after)
    top = max(0, first // _CELL - 1) * _CELL
    one, other = _strip(before, top, last + 2), _strip(after, top, last + 2)
    gone: Cells = set()
    added: Cells = set()
    for level in _LEVELS:
        gone |= _lacking(one, other, level)
        added |= _lacking(other, one, level)
    return Difference(_lower(gone, top // _CELL), _lower(added, top // _CELL), first, last)


def _unequal_rows(before: Picture, after: Picture) -> tuple[int, int]:
    """The first and the last."""
    width = before.width
    rows = [
        at // width
        for at in range(0, len(before.grey), width)
        if before.grey[at : at + width] != after.grey[at : at + width]
    ]
    return (rows[0], rows[-1]) if rows else (0, 0)


def _strip(picture: Picture, top: int, bottom: int) -> Picture:
    bottom = min(bottom, picture.height)
    grey = picture.grey[top * picture.width : bottom * picture.width]
    return Picture(picture.width, bottom - top, picture.scale, grey)


def _lower(cells: Cells, by: int) -> Cells:
    return {(column, row + by) for column, row in cells}


def _lacking(one: Picture, other: Picture, level: int) -> Cells:
    """Where `one` is darker than the level, and `other` is not, even with some slack."""
    ink = _rows(one, level)
    there = _widened(_rows(other, min(level + _SLACK, 254)))
    return _cells([a & ~b for a, b in zip(ink, there, strict=True)], one.width)


def _rows(picture: Picture, level: int) -> Rows:
    """Bit 0 is the last dot of a row."""
    marks = picture.grey.translate(bytes(49 if grey < level else 48 for grey in range(256)))
    width = picture.width
    return [int(marks[at : at + width], 2) for at in range(0, len(marks), width)]


def _widened(rows: Rows) -> Rows:
    wide = [row | row << 1 | row >> 1 for row in rows]
    return [
        above | row | below for above, row, below in zip([0, *wide[:-1]], wide, [*wide[1:], 0], strict=True)
    ]


def _cells(rows: Rows, width: int) -> Cells:
    found: Cells = set()
    for top in range(0, len(rows), _CELL):
        band = 0
        for row in rows[top : top + _CELL]:
            band |= row
        band &= (1 << width) - 1
        while band:
            dot = width - band.bit_length()
            column = dot // _CELL
            found.add((column, top // _CELL))
            band &= (1 << max(0, width - (column + 1) * _CELL)) - 1
    return found


def with_ink(picture: Picture, cells: Iterable[tuple[int, int]]) -> Cells:
    """Those that are not of one grey: there is something."""
    return {
        (column, row)
        for column, row in cells
        if contrast(picture, (column * _CELL, row * _CELL, (column + 1) * _CELL, (row + 1) * _CELL)) >= _SLACK
    }


def cell_count(picture: Picture) -> int:
    """How many squares a page has."""
    return -(-picture.width // _CELL) * -(-picture.height // _CELL)


def contrast(picture: Picture, box: Box) -> int:
    """Between the darkest and the lightest dot of the box."""
    left, top, right, bottom = box
    left, right = max(0, left), min(picture.width, right)
    darkest, lightest = 255, 0
    for row in range(max(0, top), min(picture.height, bottom)):
        dots = picture.grey[row * picture.width + left : row * picture.width + right]
        if dots:
            darkest, lightest = min(darkest, min(dots)), max(lightest, max(dots))
    return max(0, lightest - darkest)


def can_be_seen(picture: Picture, box: Box) -> bool:
    """Whether the box holds something that stands out."""
    return contrast(picture, box) >= _SEEN_CONTRAST


def box_of(picture: Picture, place: Rectangle, margin_dots: int = 0) -> Box:
    """The dots of a place in points."""
    scale = picture.scale
    return (
        int(place.left * scale) - margin_dots,
        int(place.top * scale) - margin_dots,
        int((place.left + place.width) * scale) + 1 + margin_dots,
        int((place.top + place.height) * scale) + 1 + margin_dots,
    )


def cells_of(box: Box) -> Cells:
    """The squares that a box touches."""
    left, top, right, bottom = box
    return {
        (column, row)
        for row in range(max(0, top) // _CELL, max(0, bottom - 1) // _CELL + 1)
        for column in range(max(0, left) // _CELL, max(0, right - 1) // _CELL + 1)
    }


def spread(cells: Iterable[tuple[int, int]], by: int = 1) -> Cells:
    """With their neighbours."""
    return {
        (column + x, row + y) for column, row in cells for x in range(-by, by + 1) for y in range(-by, by + 1)
    }


def rectangles(cells: Cells, picture: Picture) -> tuple[Rectangle, ...]:
    """Around the groups of squares, in points, the largest first; at most MOST_RECTANGLES."""
    groups = sorted(_groups(cells), key=len, reverse=True)[:MOST_RECTANGLES]
    return tuple(_around(group, picture) for group in groups)


def _groups(cells: Cells) -> Iterable[Cells]:
    left = set(cells)
    while left:
        group, edge = set(), {left.pop()}
        while edge:
            group |= edge
            edge = spread(edge, 1 + _NEAR_CELLS) & left
            left -= edge
        yield group


def _around(group: Cells, picture: Picture) -> Rectangle:
    columns: Sequence[int] = [column for column, _ in group]
    rows: Sequence[int] = [row for _, row in group]
    unit = _CELL / picture.scale
    left, top = min(columns) * unit, min(rows) * unit
    return Rectangle(
        round(left, 1),
        round(top, 1),
        round((max(columns) + 1) * unit - left, 1),
        round((max(rows) + 1) * unit - top, 1),
    )


_ASIDE_PT = 90.0  # by which a word at a line's end may be moved where all letters before it are narrower
_UP_OR_DOWN = 1.0  # of the letters' height
Word = tuple[str, Sequence[Letter]]


def stand_alike(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """False also where it cannot be told. The words are the same, though blanks within them may differ."""
    if "".join(text for text, _ in before) != "".join(text for text, _ in after):
        return False
    starts, length = [], 0
    for text, _ in after:
        starts.append(length)
        length += len(text)
    at = 0
    for text, word in before:
        if not _alike(word, after[bisect_right(starts, at) - 1][1]):
            return False
        at += len(text)
    return True


def _alike(word: Sequence[Letter], other: Sequence[Letter]) -> bool:
    height = max(one.bottom - one.top for one in (*word, *other))
    if abs(_middle(word) - _middle(other)) > _UP_OR_DOWN * height:
        return False
    left, right = min(one.left for one in other), max(one.right for one in other)
    return left - _ASIDE_PT <= word[0].left <= right + _ASIDE_PT


def _middle(word: Sequence[Letter]) -> float:
    return (min(one.top for one in word) + max(one.bottom for one in word)) / 2
