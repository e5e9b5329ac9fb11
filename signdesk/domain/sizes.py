"""Sizes inside sentences, as words that each language writes in its own way."""

from __future__ import annotations

from signdesk.domain.messages import Message, msg


def size_words(size_bytes: int, *, at_most: bool = False) -> Message:
    """ "8.4 MB", "537 MB", "96 KB" below a megabyte, or "100 B" below a kilobyte, in decimal units. Rounded
    up, so that what is said is
    enough; `at_most`: down, so that what is said is there.
    """
    spare = 0 if at_most else 1
    if size_bytes < 1000:
        return msg("{count} B", count=size_bytes)
    if size_bytes < 10**6:
        return msg("{amount} KB", amount=(size_bytes + spare * 999) // 1000)
    tenths = (size_bytes + spare * 99_999) // 10**5
    if tenths >= 1000:
        return msg("{amount} MB", amount=(size_bytes + spare * 999_999) // 10**6)
    return msg("{amount} MB", amount=tenths // 10 if tenths % 10 == 0 else tenths / 10)
