"""What the document worker is asked for where a file's name promises a form. In the child alone."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from signdesk.seals.ending_forms import HEAD_BYTES, begins_as
from signdesk.seals.seal_check_task import opened

import_module("puremagic")  # a library that is missing is no fault of the document


def fits_ending(*, path: str, ending: str) -> tuple[dict[str, Any], bytes]:
    """`begins_as`, of the file at `path`."""
    with opened(path) as file:
        return {"fits": begins_as(ending, file.read(HEAD_BYTES))}, b""
