"""File addresses as programs hand them over (text/uri-list, RFC 2483; file URIs, RFC 8089) as paths.

Read byte by byte, since a name on a disk is bytes: it need be no UTF-8, and many programs escape neither `#`
nor `?`, which nothing in a file's address means. POSIX only; Windows hands over paths.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

_FILE = re.compile(rb"file:(?://(?P<host>[^/]*))?(?P<path>/.*)", re.IGNORECASE | re.DOTALL)


def addresses_in(listed: bytes) -> tuple[bytes, ...]:
    """The addresses of a list with one in each line; what begins with # is a comment."""
    lines = (line.strip(b" \t\0") for line in listed.splitlines())
    return tuple(line for line in lines if line and not line.startswith(b"#"))


def copied_addresses(listed: bytes) -> tuple[bytes, ...]:
    """Of `x-special/gnome-copied-files`: the first line says "copy" or "cut"."""
    found = addresses_in(listed)
    return found[1:] if found[:1] in ((b"copy",), (b"cut",)) else found


def local_path(address: bytes, this_host: str) -> Path | None:
    """None for what lies elsewhere or is no file. `this_host`: this computer's own name."""
    found = _FILE.fullmatch(address)
    if found is None or not _is_here((found["host"] or b"").decode("ascii", "replace"), this_host):
        return None
    path = unquote_to_bytes(found["path"])
    return None if b"\0" in path else Path(os.fsdecode(path))


def address_of(path: Path) -> str:
    """The `file:` address of an absolute path, every odd byte escaped."""
    return f"file://{quote_from_bytes(os.fsencode(path))}"


def _is_here(host: str, this_host: str) -> bool:
    own: Iterable[str] = ("", "localhost", this_host, this_host.partition(".")[0])
    return host.casefold() in {one.casefold() for one in own}
