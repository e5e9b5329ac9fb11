"""Standard output and error as other programs read them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import TextIO

from signdesk.platform import SYSTEM


def set_up_streams(streams: Iterable[TextIO], environment: Mapping[str, str]) -> None:
    """What a stream cannot express is replaced, never raised. Where nobody has chosen an encoding
    (PYTHONIOENCODING, PYTHONUTF8), pipes and files get `System.piped_encoding`: the last line of the output
    is a path for other programs.
    """
    chosen = any(environment.get(name) for name in ("PYTHONIOENCODING", "PYTHONUTF8"))
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            is_piped = not chosen and not stream.isatty()
            stream.reconfigure(encoding=SYSTEM.piped_encoding if is_piped else None, errors="replace")
