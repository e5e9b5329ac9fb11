"""Every sentence for people is made by `domain.messages`, so that the window can say it in its language."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import signdesk
from signdesk.domain import errors

ROOT = Path(signdesk.__file__).parent
ELSEWHERE = frozenset(["cli", "desktop"])  # English alone; `tr` and `trn`
ROOMS = tuple(sorted({one.parent.name for one in ROOT.glob("*/__init__.py")} - ELSEWHERE))
FIELDS = frozenset(["message", "reason", "sentence", "problem", "left_out", "seal", "warnings", "label"])
HOLDERS = frozenset(
    [
        "JobPaused",
        "Unusable",
        "Unsound",
        "EditSpoils",
        "NoToml",
        "Process",
        "Complaint",
        "Problem",
        "NotIntact",
        "NotChecked",
    ]
)
COMPLAINING = frozenset(
    ["complain", "_complain", "_complaint", "_told_outcome", "_unusable", "refuse", "bad_answer", "skipped"]
)
NOT_SHOWN = frozenset(["practice/sealing.py"])  # what stands in the seals of the practice server


def _trees(rooms: tuple[str, ...]) -> Iterator[tuple[str, ast.Module]]:
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            if f"{room}/{path.name}" in NOT_SHOWN:
                continue
            yield f"{room}/{path.name}", ast.parse(path.read_text(encoding="utf-8"))


@cache
def _makers() -> frozenset[str]:
    """The names of all errors whose text is for people, those that are declared elsewhere included."""
    names = {
        name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)
    }
    classes = [
        (node.name, {base.id for base in node.bases if isinstance(base, ast.Name)})
        for _, tree in _trees(ROOMS)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    ]
    for _ in range(4):  # no branch of the tree is deeper
        names |= {name for name, bases in classes if bases & names}
    return frozenset(names) - {"SourceChanged"} | HOLDERS | COMPLAINING  # it makes its own of a file's name


def _is_bare(node: ast.expr) -> bool:
    """A text with a blank that no `msg` has made, on its own or in what gives it."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and " " in node.value.strip()
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(one, ast.Constant) and " " in str(one.value) for one in node.values)
    if isinstance(node, ast.BinOp):
        return _is_bare(node.left) or _is_bare(node.right)
    if isinstance(node, ast.IfExp):
        return _is_bare(node.body) or _is_bare(node.orelse)
    if isinstance(node, ast.BoolOp):
        return any(_is_bare(one) for one in node.values)
    if isinstance(node, ast.Tuple | ast.List):
        return any(_is_bare(one) for one in node.elts)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):  # "…".format(…), " ".join(…)
        return node.func.attr in ("format", "replace", "strip") and _is_bare(node.func.value)
    return False


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _bare_places(tree: ast.Module, makers: frozenset[str]) -> Iterator[int]:
    constants = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and _is_bare(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }

    def is_bare(node: ast.expr) -> bool:
        return _is_bare(node) or (isinstance(node, ast.Name) and node.id in constants)

    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            given = [one.value for one in node.keywords if one.arg in FIELDS]
            given += node.args if _called(node) in makers else []
            yield from (one.lineno for one in given if is_bare(one))
        elif isinstance(node, ast.Assign):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            if FIELDS & set(names) and is_bare(node.value):
                yield node.lineno


def _defined(tree: ast.Module) -> Iterator[str]:
    """Names of classes, functions, arguments and fields."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                if isinstance(target, ast.Name):
                    yield target.id


def test_every_name_that_is_listed_here_is_in_the_code() -> None:
    defined = {name for _, tree in _trees(ROOMS) for name in _defined(tree)}
    assert sorted((HOLDERS | COMPLAINING | FIELDS) - defined) == []
    assert [one for one in NOT_SHOWN if not (ROOT / one).is_file()] == []
    assert [one for one in ELSEWHERE if not (ROOT / one).is_dir()] == []


def _found(source: str) -> list[int]:
    return list(_bare_places(ast.parse(source), _makers()))


def test_no_sentence_of_these_rooms_is_plain_english() -> None:
    makers = _makers()
    bare = [f"{name}:{line}" for name, tree in _trees(ROOMS) for line in _bare_places(tree, makers)]
    assert bare == []


@pytest.mark.parametrize(
    "source",
    [
        'raise InputProblem("This is a sentence.")',
        'raise InputProblem(f"“{name}” is a sentence.")',
        'JobPaused(reason, f"{error} {safe}")',
        'replace(one, message="It is missing.")',
        'HeldBack("Nothing was sent", 3.0)',
        'Unusable(kind, "It is " + what)',
        'run.note(warnings=("It is left.",))',
        'raise SavingProblem("No room in {folder}".format(folder=folder))',
        'TEXT = "It is so."\nraise DiskFull(TEXT)',
        'complain(path, "This is set.")',
        'message = look.sentence or "It came back."',
        'raise NotIntact("The seal is not intact.")',
        'raise bad_answer(answer, "It is too long.")',
    ],
)
def test_a_plain_sentence_is_seen(source: str) -> None:
    assert _found(source)


@pytest.mark.parametrize(
    "source",
    [
        'raise InputProblem(msg("This is a sentence."))',
        'raise ValueError("a programming mistake")',
        "JobPaused(reason, join(error, safe))",
        'replace(one, message="")',
        'message = look.sentence or msg("It came back.")',
    ],
)
def test_what_is_said_or_for_developers_is_let_through(source: str) -> None:
    assert not _found(source)
