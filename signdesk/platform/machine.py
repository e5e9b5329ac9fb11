"""Which computer this is, as a digest that says nothing else."""

from __future__ import annotations

import hashlib

from signdesk.platform import SYSTEM

_SALT = b"SignDesk data folder: "


def machine() -> str:
    """The same at every start of this computer, on no other one; "" where it cannot be told."""
    identity = SYSTEM.machine_identity()
    return hashlib.sha256(_SALT + identity).hexdigest()[:32] if identity else ""
