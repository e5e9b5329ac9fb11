"""Sizes, times and places as people write them. No sentences, no widgets."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QKeySequence

from signdesk.desktop.language import locale, spoken, tr, trn
from signdesk.domain.documents import shown_name
from signdesk.domain.moments import local_time

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
    """Local "14:02", or "3 May, 14:02" where it is not today. Both times are aware."""
    local, today = local_time(moment), local_time(now).date()
    clock = f"{local:%H:%M}"
    if local.date() == today:
        return clock
    return tr("{day} {month}, {clock}", day=local.day, month=locale().monthName(local.month), clock=clock)


@spoken
def day_text(moment: datetime) -> str:
    """Local "26 November 2026"."""
    local = local_time(moment)
    month = locale().monthName(local.month)
    return tr("{day} {month} {year}", day=local.day, month=month, year=local.year)


@spoken
def moment_text(moment: datetime) -> str:
    """Local "26 November 2026, 13:21:07"."""
    clock = f"{local_time(moment):%H:%M:%S}"
    return tr("{date}, {clock}", date=day_text(moment), clock=clock)


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
