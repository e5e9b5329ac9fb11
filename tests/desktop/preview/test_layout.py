from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signdesk.desktop.preview.layout import (
    LONGEST_SIDE_PT,
    LONGEST_SIDE_PX,
    MARGIN_PX,
    STEPS,
    Fit,
    next_step,
    placed,
)

SIDES = st.floats(1, LONGEST_SIDE_PT)
FITS = st.one_of(st.sampled_from(Fit), st.sampled_from(STEPS))
VIEWS = st.tuples(st.integers(1, 8000), st.integers(1, 5000))


@given(sizes=st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=30), fit=FITS, view=VIEWS)
def test_pages_never_overlap_and_lie_within_the_whole(
    sizes: list[tuple[float, float]], fit: Fit | float, view: tuple[int, int]
) -> None:
    layout = placed(sizes, fit, view)
    below = 0
    for box in layout.boxes:
        assert box.top >= below + MARGIN_PX
        assert 0 <= box.left <= layout.width - box.width
        assert 1 <= box.width <= LONGEST_SIDE_PX
        assert 1 <= box.height <= LONGEST_SIDE_PX
        below = box.bottom
    assert layout.height >= below + MARGIN_PX


@given(
    sizes=st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=30),
    top=st.integers(0, 100_000),
    room=st.integers(1, 5000),
)
def test_the_pages_in_sight_are_those_that_touch_the_view(
    sizes: list[tuple[float, float]], top: int, room: int
) -> None:
    layout = placed(sizes, Fit.WIDTH, (600, room))
    touching = [n for n, box in enumerate(layout.boxes) if box.top < top + room and box.bottom > top]
    assert list(layout.visible(top, top + room)) == touching


def test_each_page_fits_by_itself() -> None:
    layout = placed([(595.0, 842.0), (1190.0, 842.0)], Fit.WIDTH, (824, 600))
    assert [box.width for box in layout.boxes] == [800, 800]
    layout = placed([(595.0, 842.0), (1190.0, 842.0)], Fit.PAGE, (824, 600))
    assert [box.height for box in layout.boxes] == [576, 566]


def test_a_picture_is_not_made_larger_to_fit() -> None:
    (box,) = placed([(30.0, 22.5)], Fit.WIDTH, (824, 600), picture=True).boxes
    assert (box.width, box.height, box.left, box.top) == (40, 30, 392, 285)


@pytest.mark.parametrize(
    ("zoom", "up", "down"), [(1.0, 1.25, 0.9), (1.1, 1.25, 1.0), (4.0, 4.0, 3.0), (9.0, 4.0, 4.0)]
)
def test_the_size_goes_in_steps(zoom: float, up: float, down: float) -> None:
    assert next_step(zoom, 1) == up
    assert next_step(zoom, -1) == down
