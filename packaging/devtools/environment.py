"""The folder .venv: made from the locks, and made anew when it no longer fits them."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from pathlib import Path

from devtools import locks
from devtools.running import NEEDS_INSTALLING, Stop, run_quietly, succeeds

UNREACHED = (
    "No matching distribution found",
    "Failed to establish a new connection",
    "Connection broken",
    "Max retries exceeded",
    "Read timed out",
)


class Environment:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self._stamp = self.folder / "signdesk-environment.json"

    def program(self, name: str) -> str:
        return str(self.folder / "bin" / name)

    def require(self, level: str) -> None:
        """Make it anew unless it was made here from the same locks, and add what the level lacks."""
        fingerprint = self.fingerprint()
        level_there = self.level_there(fingerprint)
        if level_there in {level, "develop"}:
            return
        if self.folder.exists() and not _may_write(self.folder):
            raise Stop(
                f"The folder {self.folder} belongs to another user. Remove it as that user, and try again.",
                NEEDS_INSTALLING,
            )
        if not self.folder.exists() and not _may_write(self.root):
            raise Stop(
                f"You may not write into {self.root}, where the folder .venv with the Python packages has to "
                "lie. Copy the project into a folder of your own, and run the same command there.",
                NEEDS_INSTALLING,
            )
        if level_there is None:
            run_quietly(f"Making {self.folder}", [_python(), "-m", "venv", "--clear", str(self.folder)])
        self._stamp.unlink(missing_ok=True)
        self._install(level)
        self._stamp.write_text(json.dumps({"made_from": fingerprint, "level": level}), encoding="utf-8")

    def _install(self, level: str) -> None:
        pip = [self.program("python"), "-m", "pip", "--disable-pip-version-check", "install"]
        # of this folder, wherever it is
        requirements = str(self.root / locks.LEVELS[level])
        locked = ["--require-hashes", "--only-binary", ":all:", "--requirement", requirements]
        try:
            run_quietly("Installing the locked Python packages (may take some minutes)", [*pip, *locked])
        except Stop as stop:
            if any(words in stop.output for words in UNREACHED):
                raise Stop(unreached(stop.output), NEEDS_INSTALLING) from None
            raise
        itself = ["--no-deps", "--no-build-isolation", "--editable", "."]
        run_quietly("Installing SignDesk itself, as it is in this folder", [*pip, *itself])

    def fingerprint(self) -> str:
        """Of all that .venv is made from, and of its place, as its scripts hold absolute paths."""
        pyproject = locks.read_pyproject(self.root)
        parts = [
            str(self.folder),
            str(sys.implementation.cache_tag),
            platform.machine(),
            json.dumps([pyproject[table] for table in ("build-system", "project")], sort_keys=True),
            *((self.root / name).read_text(encoding="utf-8") for name in locks.LEVELS.values()),
        ]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def level_there(self, fingerprint: str) -> str | None:
        """ "run" or "develop"; None where there is no .venv, or one that was made from something else."""
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        fits = stamp.get("made_from") == fingerprint
        # Its Python goes away with the one it was made from.
        return str(stamp.get("level")) if fits and succeeds([self.program("python"), "-c", ""]) else None


def unreached(output: str) -> str:
    """`output`: of pip, of which the last complaint is told."""
    said = next((line for line in reversed(output.splitlines()) if line.startswith("ERROR: ")), "")
    return (
        "The locked Python packages (about 330 MB) could not be fetched.\n"
        "Connect this machine to a network on which pip reaches its package index, or set PIP_FIND_LINKS to "
        f"a folder that holds these packages as wheels, and run the same command again.\npip said: {said}"
    )


def _may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _python() -> str:
    # Started from .venv itself, sys.executable would be what is about to be cleared.
    return str(getattr(sys, "_base_executable", None) or sys.executable)
