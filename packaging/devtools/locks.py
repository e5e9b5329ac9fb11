"""The locked requirements: where they are, how they are made, and whether they fit pyproject.toml."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from devtools.running import WRONG_USE, Stop, run_quietly, say

# "develop" holds all of "run", in the same versions. File -> the extras of pyproject.toml in it.
LEVELS = {"develop": "packaging/requirements-dev.txt", "run": "packaging/requirements.txt"}
EXTRAS = {"develop": ("editable", "dev"), "run": ("editable",)}
HEADER = """\
# Locked by "python3 packaging/dev.py lock" from pyproject.toml; not to be edited by hand.
# SHA-256 of the dependencies there: {fingerprint}
"""
_HEADER_LINES = tuple(line.partition("{")[0] for line in HEADER.splitlines())
WISHES = "--upgrade, and --upgrade-package NAME as often as you like"
_OF_ALL, _OF_A_PACKAGE = ("--upgrade", "-U"), ("--upgrade-package", "-P")


def read_pyproject(root: Path) -> dict[str, Any]:
    import tomllib  # not in an older Python, which must get as far as to be told that it is too old

    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def header(root: Path) -> str:
    project = read_pyproject(root)["project"]
    wanted = [project[key] for key in ("requires-python", "dependencies", "optional-dependencies")]
    return HEADER.format(fingerprint=hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest())


def outdated(root: Path) -> list[str]:
    """The locks that were not made from the dependencies in pyproject.toml; needs no network."""
    wanted = header(root)
    return [name for name in LEVELS.values() if not _text(root / name).startswith(wanted)]


def lock(root: Path, uv: str, more: Sequence[str]) -> None:
    """Write both locks; versions that still fit are kept, unless `more` says which are to be newer."""
    refuse_others(more)
    constraint = None
    for level, name in LEVELS.items():
        path = root / name
        with tempfile.TemporaryDirectory() as folder:
            draft = Path(folder) / path.name
            draft.write_text(_without_header(_text(path)), encoding="utf-8")
            command = [*compile_command(uv, level, draft, constraint), *more]
            run_quietly(f"Locking {name}", command)
            path.write_text(header(root) + draft.read_text(encoding="utf-8"), encoding="utf-8")
        constraint = path
    say("Please look at what has changed: git diff --stat packaging/")


def refuse_others(more: Sequence[str]) -> None:
    """Raises Stop where something else is wanted: with it, uv may end well without having locked anything."""
    if wrong := _no_wish(more):
        raise Stop(f'"lock" takes {WISHES}, but got: {wrong}', WRONG_USE)


def _no_wish(more: Sequence[str]) -> str:
    """The first argument that is none, or lacks its package; "" where there is none."""
    left = list(more)
    while left:
        one = left.pop(0)
        if one in _OF_A_PACKAGE and left and not left[0].startswith("-"):
            left.pop(0)
        elif one not in _OF_ALL and not one.startswith("--upgrade-package="):
            return one
    return ""


def _without_header(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_HEADER_LINES))


def compile_command(uv: str, level: str, draft: Path, constraint: Path | None) -> list[str]:
    command = [uv, "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--only-binary", ":all:", "--output-file", str(draft)]
    # Nothing of the machine it is made on, neither its registry nor its folders, gets into the file.
    command += ["--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"]
    command += [part for extra in EXTRAS[level] for part in ("--extra", extra)]
    return [*command, "--constraint", str(constraint)] if constraint else command


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
