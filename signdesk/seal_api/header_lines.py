"""Header lines of an answer: read in time that grows with their length alone, and told where they are wrong.

h11 0.16's pattern allows blanks before and behind a value that may be empty, so a line of blanks with an
illegal end takes time by the square of its length, in one piece: 90 KB stopped the whole program for half a
minute. Ours matches the same lines.
"""

from __future__ import annotations

import ast
import re

_LINE = re.compile(
    rb"(?P<field_name>[-!#$%&'*+.^_`|~0-9a-zA-Z]+):[ \t]*"
    rb"(?P<field_value>(?:[^\x00\s]+(?:[ \t]+[^\x00\s]+)*)?)(?<![ \t])[ \t]*"
)
_QUOTED = "bytearray("  # how h11 tells an offending line: "illegal header line: bytearray(b'X Y: 1')"
_LONGEST_QUOTED = 300


def read_in_one_pass() -> None:
    """From now on h11 uses our pattern, in this process."""
    import h11._readers  # not at the program's start: it belongs to what is loaded at the first call

    h11._readers.header_field_re = _LINE


def offending_line(why: str) -> str:
    """The line that h11's words tell of, as text and cut; empty where they tell of none."""
    quoted = why.partition(_QUOTED)[2].rpartition(")")[0]
    try:
        line = ast.literal_eval(quoted) if len(quoted) < 20 * _LONGEST_QUOTED else quoted.encode()[2:]
    except (ValueError, SyntaxError):
        return ""
    return line[:_LONGEST_QUOTED].decode("latin-1") if isinstance(line, bytes) else ""
