from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from signdesk.desktop.i18n.language import speak
from signdesk.desktop.toolkit.formats import (
    ago_text,
    clock_text,
    day_text,
    key_text,
    moment_text,
    short_date,
    short_folder,
    size_text,
    type_badge,
)
from signdesk.domain.settings import Language


@pytest.mark.parametrize(
    ("size_bytes", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1 KB"),
        (212_400, "212 KB"),
        (999_499, "999 KB"),
        (999_500, "1.0 MB"),
        (1_100_000, "1.1 MB"),
        (9_960_000, "10 MB"),
        (48_000_000, "48 MB"),
        (2_500_000_000, "2.5 GB"),
        (3_000_000_000_000_000, "3000 TB"),
    ],
)
def test_sizes_read_as_in_a_file_manager(size_bytes: int, text: str) -> None:
    assert size_text(size_bytes) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (-30, "just now"),
        (0.4, "just now"),
        (2, "2 s ago"),
        (61, "1 min ago"),
        (7300, "2 h ago"),
        (90_000, "1 day ago"),
        (200_000, "2 days ago"),
    ],
)
def test_silence_is_told_in_the_unit_that_fits(seconds: float, text: str) -> None:
    assert ago_text(seconds) == text


def test_a_time_is_local_and_names_the_day_with_its_year_where_it_is_not_today() -> None:
    now = datetime(2026, 5, 20, 12, 0, tzinfo=UTC)
    today, earlier = now - timedelta(minutes=5), now - timedelta(days=17)
    assert clock_text(today, now) == today.astimezone().strftime("%H:%M")
    assert clock_text(earlier, now) == f"{day_text(earlier)}, " + earlier.astimezone().strftime("%H:%M")
    assert "2026" in clock_text(earlier, now)
    assert moment_text(earlier) == f"{day_text(earlier)}, " + earlier.astimezone().strftime("%H:%M:%S")


@pytest.mark.parametrize(
    ("system", "shown"),
    [
        ("de_DE", "03.05.2026"),
        ("en_US", "5/3/2026"),
        ("en_GB", "03/05/2026"),
        ("pl_PL", "3.05.2026"),
        ("sv_SE", "2026-05-03"),
        ("C", "2026-05-03"),
    ],
)
def test_a_day_is_written_as_the_system_writes_it_with_the_whole_year(system: str, shown: str) -> None:
    assert short_date(date(2026, 5, 3), QLocale(system)) == shown


@pytest.mark.parametrize("year", [1, 9999])
def test_the_first_and_the_last_year_can_be_written(year: int) -> None:
    assert str(year) in short_date(date(year, 5, 3), QLocale("de_DE"))


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        ("/home/anna/Documents/Sealed", "Documents › Sealed"),
        ("/home/anna/Desktop", "Desktop"),
        ("/home/anna", "home › anna"),
        ("/srv/archive/2026/sealed", "2026 › sealed"),
        ("/", "/"),
    ],
)
def test_a_folder_is_named_by_its_last_two_parts(folder: str, text: str) -> None:
    assert short_folder(Path(folder), Path("/home/anna")) == text


@pytest.mark.parametrize(
    ("name", "badge"),
    [
        ("a.pdf", "PDF"),
        ("a.docx", "DOCX"),
        ("no ending", ""),
        (".bashrc", ""),
        ("a.świat", ""),
        ("a.b c", ""),
    ],
)
def test_the_badge_shows_the_ending_where_there_is_a_plain_one(name: str, badge: str) -> None:
    assert type_badge(name) == badge


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (Language.ENGLISH, ["Ctrl+O", "Space", "Del", "Shift+F10", "Ctrl+-"]),
        (Language.GERMAN, ["Strg+O", "Leertaste", "Entf", "Umschalt+F10", "Strg+-"]),
        (Language.POLISH, ["Ctrl+O", "Spacja", "Del", "Shift+F10", "Ctrl+-"]),
    ],
)
def test_keys_are_named_as_on_the_keyboard(app: QApplication, language: Language, shown: list[str]) -> None:
    speak(language)
    try:
        assert [key_text(one) for one in ("Ctrl+O", "Space", "Del", "Shift+F10", "Ctrl+-")] == shown
        assert key_text("") == ""
    finally:
        speak(Language.ENGLISH)
