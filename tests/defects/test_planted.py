"""The list of planted defects fits the code, and every one of them is caught."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.defects.changes import (
    Argument,
    Attribute,
    Begin,
    Beside,
    Branch,
    Call,
    Change,
    Condition,
    Constant,
    End,
    Entry,
    Handler,
    Instead,
    Loop,
    Value,
    drop,
)
from tests.defects.editing import changed
from tests.defects.list import DEFECTS
from tests.defects.nodes import PlaceNotFoundError
from tests.defects.planting import ROOT, Defect, Verdict, module_with, plant
from tests.support.secret_net import may_hold

SOURCE = '''\
LIMITS = {"days": count(MOST), "pieces": 3}


class Saver:
    def save(self, name):  # Łódź
        """Durable."""
        self._note(
            name,
            state=SAVING,
        )
        for part in self._parts(name):
            if part.damaged and not name:
                return False
        try:
            return self._written(name, "as it is")
        except OSError:
            self._forget()
            raise

    def other(self, name):
        self._note(name, state=SAVING)
'''
CHANGES = [
    (drop("_note", "SAVING"), "pass"),
    (Instead(("_note",), "first()\nsecond()"), "second()"),
    (Beside(("_note",), before="first()"), "first()"),
    (Beside(("_note",), after="second()"), "second()"),
    (Begin("return early"), "return early"),
    (End("return late"), "return late"),
    (Condition(("damaged",), "part.good"), "if (part.good):"),
    (Branch(("damaged",), "return None"), "return None"),
    (Handler(("OSError",), "return 4"), "return 4"),
    (Value(("_written",), "5"), "return (5)"),
    (Loop(("_parts",), "()"), "for part in (()):"),
    (Call("_parts", "[name]"), "for part in ([name]):"),
    (Argument("_note", 0, "6"), "(6),"),
    (Argument("_note", "state", "DONE"), "state=(DONE),"),
    (Argument("_written", "more", "7", ("as it is",)), "more=7"),
    (Attribute("_written", "_lost"), "(self._lost)(name"),
    (Constant("as it is", "as it was"), "('as it was')"),
]


@pytest.mark.parametrize(("change", "made"), CHANGES, ids=[type(one).__name__ for one, _ in CHANGES])
def test_a_change_is_made_in_its_function_alone(change: Change, made: str) -> None:
    text = changed(SOURCE, "Saver.save", change)

    assert made not in SOURCE
    assert made in text
    assert text[text.index("    def other") :] == SOURCE[SOURCE.index("    def other") :]
    assert text[: text.index("        ")] == SOURCE[: SOURCE.index("        ")]


@pytest.mark.parametrize("change", [one for one, made in CHANGES if "second" not in made])
def test_a_change_fits_whatever_stands_around_it_and_however_it_is_laid_out(change: Change) -> None:
    again = ast.unparse(ast.parse(SOURCE.replace("Łódź", "").replace('"""Durable."""', "self.new(name)")))

    assert changed(again, "Saver.save", change) != again


def test_the_other_lines_keep_their_numbers() -> None:
    text = changed(SOURCE, "Saver.save", drop("_note"))

    assert text.count("\n") == SOURCE.count("\n")


def test_the_modules_own_statements_have_no_name() -> None:
    text = changed(SOURCE, "", Entry(("days",), "forever"))

    assert text.startswith('LIMITS = {"days": (forever), "pieces": 3}')


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("Saver.gone", drop("_note")),
        ("save", drop("_note")),
        ("Saver.save", drop("_gone")),
        ("Saver.save", Value((), "None")),  # two of them
        ("Saver.other", Argument("_note", "state", "SAVING")),  # nothing changes
    ],
)
def test_a_place_that_is_not_there_once_is_an_error_that_names_it(name: str, change: Change) -> None:
    with pytest.raises(PlaceNotFoundError, match=name):
        changed(SOURCE, name, change)


def test_the_error_names_the_defect(tmp_path: Path) -> None:
    for at in ("signdesk.jobs.gone:save", "signdesk.saver:Saver.gone"):
        (tmp_path / "signdesk").mkdir(exist_ok=True)
        (tmp_path / "signdesk" / "saver.py").write_text(SOURCE)
        with pytest.raises(PlaceNotFoundError, match=f"“not noted” in {at.partition(':')[0]}"):
            Defect("not noted", at, drop("_note"), ()).plant_in(tmp_path)


def _moved(root: Path, *files: str) -> Defect:
    for file in files:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(SOURCE, encoding="utf-8")
    return Defect("not noted", "signdesk.jobs.saver:Saver.other", drop("_note"), ())


def test_a_function_that_moved_to_another_module_is_found(tmp_path: Path) -> None:
    defect = _moved(tmp_path, "signdesk/storage/results.py")
    (tmp_path / "signdesk/jobs").mkdir()
    (tmp_path / "signdesk/jobs/saver.py").write_text("class Saver: ...")

    defect.plant_in(tmp_path)

    assert (tmp_path / "signdesk/storage/results.py").read_text(encoding="utf-8") != SOURCE


def test_of_two_functions_with_the_name_neither_is_taken(tmp_path: Path) -> None:
    with pytest.raises(PlaceNotFoundError, match="2 modules"):
        _moved(tmp_path, "signdesk/storage/results.py", "signdesk/storage/other.py").plant_in(tmp_path)


@pytest.mark.parametrize("defect", [pytest.param(one, id=one.name) for one in DEFECTS])
def test_every_defect_can_be_planted(defect: Defect, tmp_path: Path) -> None:
    for at, _ in defect.changes:
        module, _, function = at.partition(":")
        file = module_with(ROOT, module, function)
        copy = tmp_path / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    defect.plant_in(tmp_path)
    assert all((ROOT / test.partition("::")[0]).exists() for test in defect.tests)


def test_there_are_eighty_of_them_under_names_of_their_own() -> None:
    assert len(DEFECTS) >= 80
    assert max(Counter(one.name for one in DEFECTS).values()) == 1


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """The tests hold secrets, and so do their copies, and what those print that fail."""
    folder = tmp_path / "copies"
    folder.mkdir()
    may_hold(folder)
    return folder


def test_a_leak_is_caught_and_its_secret_harms_nobody(copies: Path) -> None:
    (leak,) = (one for one in DEFECTS if one.name == "secrets shown by printed credentials")
    (finding,) = plant([leak], copies)
    assert finding.verdict is Verdict.CAUGHT, finding.said


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("defect", [pytest.param(one, id=one.name) for one in DEFECTS])
def test_every_defect_is_caught(defect: Defect, copies: Path) -> None:
    (finding,) = plant([defect], copies)
    assert finding.verdict is Verdict.CAUGHT, finding.said
