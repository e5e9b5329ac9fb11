"""Kinds of trouble with a file that is to be sent. The sentence about it goes with it; the kind is for
counting ("3 will not be sent: 2 empty, 1 locked") and for deciding what can be done.
"""

from __future__ import annotations

from enum import StrEnum


class RejectReason(StrEnum):
    """Why a file is not sent."""

    EMPTY = "empty"
    GONE = "gone"  # no such file (any more)
    NO_RIGHT = "no_right"  # this user may not read it
    HELD = "held"  # another program holds it
    LINK = "link"  # a symbolic link, a junction or a shortcut
    CLOUD = "cloud"  # only a placeholder lies on this computer
    NO_DOCUMENT = "no_document"  # a folder without documents, a device, a pipe, a path that cannot be
    UNREADABLE = "unreadable"  # the system says so, in its own words
    CHANGING = "changing"  # written to while it was read
    CHANGED = "changed"  # written to after it was added
    NOT_CHECKED = "not_checked"  # a person stopped the check
    PASSWORD = "password"  # noqa: S105 - nobody opens it without one
    KEY = "key"  # only certain people can open it: rights management, or the holders of certain keys
    PROTECTED = "protected"  # a password keeps it from being changed, and a seal is a change
    FINAL = "final"  # its signer allows no change
    TOO_COMPLEX = "too_complex"  # it costs too much to be looked into
    NOT_HERE = "not_here"  # this computer could not look into it
    TOO_LARGE = "too_large"  # for any batch of this server


class Oddity(StrEnum):
    """By its first and last bytes, before it is sent."""

    OTHER_FORM = "other_form"  # its name promises a form that its content does not have
    BEFORE_START = "before_start"  # a PDF does not begin at its first byte
    NO_END = "no_end"  # a PDF without an end mark
    BEHIND_END = "behind_end"  # a PDF behind whose end mark stands more than readers skip
