"""The translations: Qt Linguist files from the sources, and what the program reads from the Linguist files.

`resources/translations/signdesk_LANGUAGE.ts` holds every text of the window and every sentence for people
below it, found by the names of the functions that make them. No line numbers, so that a file changes only
where a text does. pyside6-lupdate would take the first form of `trn` for a text without a count, and knows no
context outside classes, hence our own reading.
"""

from __future__ import annotations

import ast
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from devtools.running import Stop, run_quietly, say

CONTEXT = "SignDesk"  # as in signdesk/desktop/i18n/language.py
FOLDER = Path("resources") / "translations"
FORMS = {"de": 2, "pl": 3}  # how many forms a count has there, in Qt's order
MAKERS = {"tr": 1, "msg": 1, "trn": 2, "plural": 2}  # how many texts each is given
DEFINED_IN = ("signdesk/desktop/i18n/language.py", "signdesk/domain/messages.py")
PLACE = re.compile(r"%n|\{[a-z_][a-z0-9_]*\}")


@dataclass(frozen=True)
class Text:
    """What is to be translated. `one`: English for a count of one; `places`: the files that hold it."""

    source: str
    one: str | None
    places: tuple[str, ...]


@dataclass(frozen=True)
class Translation:
    """`forms`: one, or as many as the language has for counts. `finished`: as its translator said."""

    forms: tuple[str, ...]
    finished: bool


def texts(root: Path) -> dict[str, Text]:
    """All, by their source, in the order of the files. Raises Stop where one is no literal."""
    found: dict[str, Text] = {}
    for path in sorted((root / "signdesk").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        if name in DEFINED_IN:
            continue
        for source, one in _in_file(path, name):
            before = found.get(source)
            if before is not None and before.one != one:
                raise Stop(f"“{source}” is a text with and without a count, or has two forms for one: {name}")
            places = before.places if before else ()
            found[source] = Text(source, one, places if name in places else (*places, name))
    return found


def read(path: Path) -> dict[str, Translation]:
    """What a Linguist file holds, without what has vanished from the sources."""
    if not path.exists():
        return {}
    held = {}
    for message in ElementTree.parse(path).iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        source = message.findtext("source", "")
        if translation is None or translation.get("type") in ("vanished", "obsolete"):
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        held[source] = Translation(tuple(forms), translation.get("type") != "unfinished")
    return held


def written(language: str, wanted: Mapping[str, Text], held: Mapping[str, Translation]) -> str:
    """The Linguist file: what is held is kept, what is new is unfinished, what is not wanted is gone."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for text in wanted.values():
        lines += _message(text, FORMS[language], held.get(text.source))
    return "\n".join([*lines, "</context>", "</TS>", ""])


def update(root: Path, lrelease: str) -> None:
    """Brings all files up to date."""
    wanted = texts(root)
    for language in FORMS:
        path = linguist_file(root, language)
        held = read(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(language, wanted, held), encoding="utf-8")
        compile_to(path, compiled_file(root, language), lrelease)
        gone = len(held.keys() - wanted.keys())
        say(f"{path.relative_to(root)}: {len(wanted)} texts, {unfinished(path)} to do, {gone} taken out")


def outdated(root: Path, lrelease: str) -> list[str]:
    """The files that `update` would change."""
    wanted = texts(root)
    found = []
    for language in FORMS:
        path, compiled = linguist_file(root, language), compiled_file(root, language)
        if not path.exists() or path.read_text(encoding="utf-8") != written(language, wanted, read(path)):
            found.append(str(path.relative_to(root)))
            continue
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / compiled.name
            compile_to(path, fresh, lrelease)
            if not compiled.exists() or fresh.read_bytes() != compiled.read_bytes():
                found.append(str(compiled.relative_to(root)))
    return found


def compile_to(path: Path, compiled: Path, lrelease: str) -> None:
    """What is not finished is left out: it is shown in English."""
    command = [lrelease, "-silent", "-nounfinished", str(path), "-qm", str(compiled)]
    run_quietly(f"Compiling {path.name}", command)


def unfinished(path: Path) -> int:
    """How many texts nobody has translated yet."""
    return sum(not one.finished for one in read(path).values())


def faults(root: Path, language: str) -> Iterator[str]:
    """What is wrong with the translations of one language, as sentences."""
    held = read(linguist_file(root, language))
    for source, text in texts(root).items():
        one = held.get(source)
        if one is None or not one.finished:
            yield f"not translated: {source!r}"
        else:
            yield from _faults_of(text, one, FORMS[language])


def linguist_file(root: Path, language: str) -> Path:
    return root / FOLDER / f"signdesk_{language}.ts"


def compiled_file(root: Path, language: str) -> Path:
    return root / FOLDER / f"signdesk_{language}.qm"


def _faults_of(text: Text, one: Translation, forms: int) -> Iterator[str]:
    if len(one.forms) != (1 if text.one is None else forms):
        yield f"{len(one.forms)} forms: {text.source!r}"
    for form in one.forms:
        if not form.strip():
            yield f"an empty form: {text.source!r}"
        elif form != form.strip() and text.source == text.source.strip():
            yield f"blanks around: {form!r}"
        wanted, there = set(PLACE.findall(text.source)), set(PLACE.findall(form))
        if wanted != there:  # "%n" may be left out where the form itself says how many
            missing = wanted - there - {"%n"}
            if missing or there - wanted:
                yield f"other places for values: {text.source!r} and {form!r}"
        if form.count("&") != text.source.count("&"):
            yield f"another number of &: {text.source!r} and {form!r}"


def _in_file(path: Path, name: str) -> Iterator[tuple[str, str | None]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [one for one in ast.walk(tree) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)]
    for call in sorted(calls, key=lambda one: (one.lineno, one.col_offset)):
        count = MAKERS.get(call.func.id) if isinstance(call.func, ast.Name) else None
        if count is None:
            continue
        given = [_literal(one) for one in call.args[:count]]
        known = [one for one in given if one is not None]
        if len(known) < count:
            raise Stop(f"{name}:{call.lineno}: the text is not a literal, so nobody can translate it.")
        yield (known[0], None) if count == 1 else (known[1], known[0])


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _message(text: Text, forms: int, held: Translation | None) -> Sequence[str]:
    counted = text.one is not None
    wanted = forms if counted else 1
    given = held.forms if held is not None and len(held.forms) == wanted else ("",) * wanted
    finished = held is not None and held.finished and all(given)
    mark = "" if finished else ' type="unfinished"'
    note = ", ".join(text.places) + (f"; for one: {text.one}" if counted else "")
    if counted:
        inside = "".join(f"\n            <numerusform>{escape(form)}</numerusform>" for form in given)
        inside += "\n        "
    else:
        inside = escape(given[0])
    return [
        '    <message numerus="yes">' if counted else "    <message>",
        f"        <source>{escape(text.source)}</source>",
        f"        <extracomment>{escape(note)}</extracomment>",
        f"        <translation{mark}>{inside}</translation>",
        "    </message>",
    ]
