"""In the place of the program that opens files on Linux: keeps what it was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest


@dataclass(frozen=True)
class Opener:
    """`xdg-open` in `folder`, the only program that can be found by its name alone."""

    folder: Path

    @classmethod
    def put_in_place(cls, folder: Path, monkeypatch: pytest.MonkeyPatch, *, code: int = 0) -> Opener:
        """Ends with `code`."""
        folder.mkdir()
        made = cls(folder)
        made.behave(f"exit {code}")
        monkeypatch.setenv("PATH", str(folder))
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        return made

    def behave(self, then: str) -> None:
        """Keeps what it is asked for, and does `then` (shell)."""
        path = self.folder / "xdg-open"
        path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{self._told}"\n{then}\n')
        path.chmod(0o755)

    def addresses(self) -> list[str]:
        """All that it was asked for, in order."""
        return self._told.read_text().splitlines() if self._told.exists() else []

    def paths(self) -> list[Path]:
        """The same, as paths."""
        return [Path(unquote(one.removeprefix("file://"))) for one in self.addresses()]

    @property
    def _told(self) -> Path:
        return self.folder / "told"
