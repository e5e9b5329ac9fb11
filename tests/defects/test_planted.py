"""The list of planted defects fits the code, and every one of them is caught."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.defects.list import DEFECTS
from tests.defects.planting import ROOT, Defect, Verdict, occurrences, plant


@pytest.mark.parametrize("defect", [pytest.param(one, id=one.name) for one in DEFECTS])
def test_every_defect_can_be_planted(defect: Defect) -> None:
    assert set(occurrences(defect)) == {1}
    assert all((ROOT / test.partition("::")[0]).exists() for test in defect.tests)
    assert defect.old != defect.new


def test_there_are_thirty_of_them_under_names_of_their_own() -> None:
    assert len(DEFECTS) >= 30
    assert max(Counter(one.name for one in DEFECTS).values()) == 1


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_every_defect_is_caught() -> None:
    missed = [finding for finding in plant(DEFECTS) if finding.verdict is not Verdict.CAUGHT]
    assert missed == []
