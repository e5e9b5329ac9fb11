"""What a new order says of the person who makes it."""

from __future__ import annotations

import getpass
import platform

from signdesk.domain.documents import shown_name


def sent_by() -> str:
    """ "anna on office-7", as far as this machine tells; asked anew each time, never raises."""
    user, computer = shown_name(_user()), shown_name(platform.node())
    return f"{user} on {computer}" if user and computer else user or computer


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return ""
