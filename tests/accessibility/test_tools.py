"""What happens where the tools of a screen reader are not there: said, and skipped; in CI, a failure."""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.outcomes import Failed, Skipped

from tests.support.screen_desktop import a_desktop


@pytest.mark.parametrize(("variable", "outcome"), [("", Skipped), ("true", Failed)])
def test_a_missing_tool_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    desktop: object,
    variable: str,
    outcome: type[Exception],
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CI", variable)
    with pytest.raises(outcome, match=r"Xvfb is missing: apt-get install .*xvfb"), a_desktop(tmp_path):
        raise AssertionError("this is not reached")
