"""P1: one accept an order, whatever the server, the network, the disk, the power and a person do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.faults.histories import History, histories
from tests.faults.playing import stage

SEED = int(os.environ.get("HISTORIES_SEED", "1"))


def play_some(folder: Path, count: int, part: int) -> None:
    """Always the same ones, unless HISTORIES_SEED is set to another number."""

    with stage(folder) as ready:

        @seed(1000 * SEED + part)
        @settings(
            max_examples=count,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
            print_blob=False,
        )
        @given(histories())
        def play(history: History) -> None:
            ready.play(history)

        play()


@pytest.mark.timeout(900)
@pytest.mark.parametrize("part", range(101, 105))
def test_every_history_ends_in_what_is_true(tmp_path: Path, part: int) -> None:
    play_some(tmp_path, 5, part)


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("part", range(1, 11))
def test_two_thousand_histories_end_in_what_is_true(tmp_path: Path, part: int) -> None:
    play_some(tmp_path, 200, part)
