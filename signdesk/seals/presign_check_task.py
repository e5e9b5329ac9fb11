"""What the document worker is asked for before a PDF is sent. In the child alone.

What the look imports is imported here, before the document is opened.
"""

from __future__ import annotations

import os
from dataclasses import asdict
from importlib import import_module
from typing import Any

from signdesk.seals.presign_check import presign_check_of
from signdesk.seals.seal_check_task import opened

for _name in ("pyhanko.pdf_utils.crypt", "pyhanko.pdf_utils.reader", "pyhanko.sign.fields"):
    import_module(_name)


def check_before_sending(*, path: str, size_bytes: int, modified_ns: int) -> tuple[dict[str, Any], bytes]:
    """Nothing is found in a file that is another one by now: whoever sends it looks again."""
    with opened(path) as file:
        status = os.fstat(file.fileno())
        if (status.st_size, status.st_mtime_ns) != (size_bytes, modified_ns):
            return {}, b""
        return asdict(presign_check_of(file)), b""
