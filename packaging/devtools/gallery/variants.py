"""Which pictures are drawn: every scene in each of these languages, looks and scales. Without Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from devtools.running import ROOT, WRONG_USE, Stop, run_quietly, say

README_PICTURE = Path("resources") / "readme" / "window.png"


@dataclass(frozen=True)
class Variant:
    """`scale`: 1 or 2, as QT_SCALE_FACTOR."""

    language: str
    scheme: str
    scale: int


def variants() -> Iterator[Variant]:
    """Light and dark in every language, high contrast in one, 200 % in every language."""
    for language in ("en", "de", "pl"):
        yield Variant(language, "light", 1)
        yield Variant(language, "dark", 1)
        yield Variant(language, "light", 2)
    yield Variant("en", "high_contrast", 1)


def draw(python: str, arguments: Sequence[str]) -> None:
    """`FOLDER [NAME...]`: all variants of all scenes, or of those named; `--readme`: the README's picture."""
    if list(arguments) == ["--readme"]:
        _drawn(python, f"Drawing {README_PICTURE}", 2, ["--readme", str(ROOT / README_PICTURE)])
        return
    if not arguments or arguments[0].startswith("-"):
        raise Stop("Name the folder for the pictures: screenshots FOLDER [NAME...]", WRONG_USE)
    folder = Path(arguments[0]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    for one in variants():
        words = [str(folder), one.language, one.scheme, *arguments[1:]]
        _drawn(python, f"Drawing: {one.language}, {one.scheme}, {100 * one.scale} %", one.scale, words)
    say(f"Look through {folder}/sheet-*.png")


def _drawn(python: str, what: str, scale: int, words: Sequence[str]) -> None:
    connection_setup = [
        f"QT_SCALE_FACTOR={scale}",
        "QT_QPA_PLATFORM=offscreen",
        f"PYTHONPATH={ROOT / 'packaging'}",
    ]
    run_quietly(what, ["env", *connection_setup, python, "-m", "devtools.gallery.drawing", *words])
