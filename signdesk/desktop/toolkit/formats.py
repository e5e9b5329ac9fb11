"""Sizes, times and places as people write them. No sentences, no widgets."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QKeySequence

from signdesk.desktop.i18n.language import locale, spoken, tr, trn
from signdesk.domain.documents import shown_name
from signdesk.domain.moments import iso_day, local_time, long_clock, short_clock

_UNITS = ("KB", "MB", "GB", "TB")


@spoken
def size_text(size_bytes: int) -> str:
    """ "96 KB", "1.1 MB": decimal units as file managers show them, at most three digits."""
    if size_bytes < 1000:
        return tr("{count} B", count=size_bytes)
    amount, unit = size_bytes / 1000, 0
    while amount >= 999.5 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    digits = 1 if amount < 9.95 and unit > 0 else 0
    return f"{locale().toString(amount, 'f', digits)} {_UNITS[unit]}"


@spoken
def clock_text(moment: datetime, now: datetime) -> str:
    """Local "14:02", or "03.05.2026, 14:02" where it is not today. Both times are aware."""
    clock = short_clock(moment)
    if iso_day(moment) == iso_day(now):
        return clock
    return tr("{date}, {clock}", date=day_text(moment), clock=clock)


@spoken
def day_text(moment: datetime) -> str:
    """The local day as the system writes it, with its year: "26.11.2026"."""
    return short_date(local_time(moment).date(), QLocale.system())


def short_date(day: date, system: QLocale) -> str:
    """In the short form that is set in the system, the year in four digits; ISO where nothing is set."""
    if system.language() is QLocale.Language.C:
        return day.isoformat()
    form = system.dateFormat(QLocale.FormatType.ShortFormat)
    whole = form if "yyyy" in form else form.replace("yy", "yyyy")
    if "yyyy" not in whole:  # a calendar or a setting of its own
        return day.isoformat()
    return system.toString(QDate(day.year, day.month, day.day), whole)


@spoken
def moment_text(moment: datetime) -> str:
    """The same with the time: "26.11.2026, 13:21:07"."""
    return tr("{date}, {clock}", date=day_text(moment), clock=long_clock(moment))


@spoken
def ago_text(seconds: float) -> str:
    """ "2 s ago", "5 min ago", "3 h ago"; a clock set back reads as "just now"."""
    whole_s = int(seconds)
    if whole_s < 1:
        return tr("just now")
    if whole_s < 60:
        return tr("{count} s ago", count=whole_s)
    if whole_s < 3600:
        return tr("{count} min ago", count=whole_s // 60)
    if whole_s < 86400:
        return tr("{count} h ago", count=whole_s // 3600)
    return trn("%n day ago", "%n days ago", whole_s // 86400)


def short_folder(folder: Path, home: Path | None = None) -> str:
    """ "Documents › Sealed": the last two parts, without the way to the user's own folder."""
    parts = folder.parts
    if home is not None and folder != home and folder.is_relative_to(home):
        parts = folder.relative_to(home).parts
    shown = parts[-2:] if len(parts) > 2 else parts
    return " › ".join(shown_name(part) for part in shown if part not in ("/", "\\")) or str(folder)


def type_badge(name: str) -> str:
    """Up to four capital letters for the file's kind: "PDF", "XML", "DOCX"; "" where there is no ending."""
    stem, dot, ending = name.rpartition(".")
    if not stem or not dot or not ending.isascii() or not ending.isalnum() or len(ending) > 5:
        return ""
    return ending[:4].upper()


@spoken
def key_text(keys: str) -> str:
    """ "Ctrl+O" as it stands on the user's keyboard, in the words of Qt's own menus ("Strg+O" in German)."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
