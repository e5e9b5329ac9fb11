"""What is worth a look in a document that is sent all the same. What is said of it: `jobs.presign_check`."""

from __future__ import annotations

from enum import StrEnum


class Oddity(StrEnum):
    """By its first and last bytes, before it is sent."""

    OTHER_FORM = "other_form"  # its name promises a form that its content does not have
    BEFORE_START = "before_start"  # a PDF does not begin at its first byte
    NO_END = "no_end"  # a PDF without an end mark
    BEHIND_END = "behind_end"  # a PDF behind whose end mark stands more than readers skip
