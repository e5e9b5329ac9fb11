"""Parsers for XML that nobody vouches for: no entities, no network, no file outside.

libxml2 takes no text of more than 10 MB, and nothing deeper than 256 elements, unless it is told to. Files
in base64 are larger. Then its guard against entities that grow is off, too: so only where there are none.
"""

from __future__ import annotations

import re
from typing import Any

_LARGE_BYTES = 9_000_000
_DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")
_PLAIN = frozenset([b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1250", b"windows-1252"])


def parser_for(text: bytes) -> Any:
    """An lxml parser that fits."""
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=_may_be_huge(text)
    )


def _may_be_huge(text: bytes) -> bool:
    declared = _DECLARED.match(text)
    is_plain = declared is None or declared[1].lower() in _PLAIN
    return len(text) > _LARGE_BYTES and is_plain and b"\0" not in text and b"<!D" not in text
