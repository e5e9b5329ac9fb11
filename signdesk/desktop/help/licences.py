"""What SignDesk is made of: versions and licences, read from what is installed. Blocking; no widgets."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from PySide6.QtCore import qVersion

from signdesk import __version__

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST_LICENCE = 60
_ROOT = "signdesk"
_CLASSIFIER = "License :: "


@dataclass(frozen=True, slots=True)
class Part:
    """One library. `licence` as it names it itself; "" where it does not."""

    name: str
    version: str
    licence: str


def versions() -> str:
    """One line for people and support."""
    return f"SignDesk {__version__} · Qt {qVersion()} · Python {platform.python_version()}"


def parts() -> tuple[Part, ...]:
    """Every library that runs with SignDesk, by name."""
    found: dict[str, Part] = {}
    waiting = [_ROOT]
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in found:
            continue
        try:
            one = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # for another platform, or not wanted here
            continue
        found[name] = Part(one.metadata["Name"], one.version, _licence(one))
        waiting += _needed(one)
    found.pop(_ROOT, None)
    return tuple(found[name] for name in sorted(found))


def _needed(one: metadata.Distribution) -> Iterator[str]:
    for text in one.requires or ():
        requirement, _, marker = text.partition(";")
        name = _NAME.match(requirement)
        if name is not None and "extra" not in marker:
            yield name[0]


def _licence(one: metadata.Distribution) -> str:
    named = _first(one, "License-Expression") or _classified(one.metadata.get_all("Classifier") or [])
    short = _first(one, "License").split("\n")[0]
    return named or (short if len(short) <= _LONGEST_LICENCE else "")


def _first(one: metadata.Distribution, field: str) -> str:
    return next(iter(one.metadata.get_all(field) or []), "").strip()


def _classified(classifiers: list[str]) -> str:
    named = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith(_CLASSIFIER)]
    return ", ".join(one for one in named if one != "OSI Approved")
