from __future__ import annotations

import pytest

from signdesk.domain.messages import size_words


@pytest.mark.parametrize(
    ("size_bytes", "enough", "there"),
    [
        (0, "0 B", "0 B"),
        (1, "1 B", "1 B"),
        (100, "100 B", "100 B"),
        (999, "999 B", "999 B"),
        (1000, "1 KB", "1 KB"),
        (1001, "2 KB", "1 KB"),
        (96_400, "97 KB", "96 KB"),
        (999_999, "1000 KB", "999 KB"),
        (1_000_000, "1 MB", "1 MB"),
        (8_400_001, "8.5 MB", "8.4 MB"),
        (12_000_000, "12 MB", "12 MB"),
        (99_950_000, "100 MB", "99.9 MB"),
        (123_450_000, "124 MB", "123 MB"),
        (5_000_000_000, "5000 MB", "5000 MB"),
    ],
)
def test_what_is_said_is_enough_or_surely_there(size_bytes: int, enough: str, there: str) -> None:
    assert (size_words(size_bytes), size_words(size_bytes, at_most=True)) == (enough, there)
