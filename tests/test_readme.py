"""The documents are for newcomers, so what they name must be there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLACES = ("*.md", ".github/*.md", "packaging/*.md", "resources/manual/*.md", "signdesk/*.md", "tests/*.md")
DOCUMENTS = [path for place in PLACES for path in sorted(ROOT.glob(place))]
DEFINITIONS = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
README = (ROOT / "README.md").read_text(encoding="utf-8")
HOP = re.compile(r"`([a-z_/]+\.py)` · `([\w.]+)`")
CITED = re.compile(r"signdesk/README\.md,\s+(P\d+|rows? \d+|[A-Z]\w+(?: \w+)*)")
MODULE = re.compile(r"`((?:[a-z_]+/)+[a-z_]+\.py)`")


def name(document: Path) -> str:
    return document.relative_to(ROOT).as_posix()


def headings(document: Path) -> set[str]:
    """The anchors of its headings, as a forge makes them."""
    lines = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_what_it_links_to_exists(document: Path) -> None:
    links = re.findall(r"\]\(([^)]+)\)", document.read_text(encoding="utf-8"))
    for target, _, anchor in (link.partition("#") for link in links):
        found = (document.parent / target).resolve() if target else document
        assert found.is_file(), target
        assert not anchor or anchor in headings(found), anchor


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_the_modules_it_names_exist(document: Path) -> None:
    named = MODULE.findall(document.read_text(encoding="utf-8"))
    roots = (ROOT, ROOT / "signdesk", document.parent)
    assert [one for one in named if not any((root / one).is_file() for root in roots)] == []


@pytest.mark.parametrize(("module", "called"), HOP.findall((ROOT / "signdesk/README.md").read_text("utf-8")))
def test_the_functions_on_the_two_ways_exist(module: str, called: str) -> None:
    scope: ast.AST = ast.parse((ROOT / "signdesk" / module).read_text(encoding="utf-8"))
    for part in called.split("."):
        defined = {one.name: one for one in ast.iter_child_nodes(scope) if isinstance(one, DEFINITIONS)}
        assert part in defined
        scope = defined[part]


def test_what_comments_cite_of_the_structure_is_there() -> None:
    structure = (ROOT / "signdesk/README.md").read_text(encoding="utf-8")
    sections = tuple(re.findall(r"^## (.+)$", structure, re.MULTILINE))
    rows = set(re.findall(r"^\| (P?\d+) \|", structure, re.MULTILINE))
    sources = [path for part in ("signdesk", "tests") for path in (ROOT / part).rglob("*.py")]
    cited = [text for path in sources for text in CITED.findall(path.read_text(encoding="utf-8"))]
    assert len(cited) > 50
    wrong = [one for one in cited if one.removeprefix("rows ").removeprefix("row ") not in rows]
    assert [one for one in wrong if not one.startswith(sections)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_it_names_no_machine_and_no_host_but_examples(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    hosts = re.findall(r"https?://([^/\s\"'<>{}`)|…]+)", text)
    assert [one for one in hosts if not one.endswith("example.com")] == []
    assert re.findall(r"/work/|/home/\w|/root/", text) == []


def test_the_readme_is_short_and_names_the_two_commands() -> None:
    assert len(README.splitlines()) <= 120
    assert re.findall(r"^    (python3 .*)$", README, re.MULTILINE) == [
        "python3 packaging/dev.py demo",
        "python3 packaging/dev.py test",
    ]


def test_from_the_readme_every_document_is_reached() -> None:
    linked = {(ROOT / target).resolve() for target in re.findall(r"\]\(([^)#:]+)\)", README)}
    assert set(DOCUMENTS) - linked == {ROOT / "README.md"}


def test_the_hook_before_a_commit_runs_the_checks_and_fetches_nothing() -> None:
    hook = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert re.findall(r"^ *entry: (.*)$", hook, re.MULTILINE) == ["python3 packaging/dev.py check"]
    assert re.findall(r"^ *- repo: (.*)$", hook, re.MULTILINE) == ["local"]


def test_nothing_else_joins_the_top_level() -> None:
    listed = {"README.md", "packaging", "pyproject.toml", "resources", "signdesk", "tests"}
    seen = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert seen - {"build", "dist"} == listed
