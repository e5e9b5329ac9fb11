"""No host is known but those that people name: a service that goes away takes nobody's sealing along."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "signdesk"
HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//([^/\s\"'<>{}]+)", re.I)
# Four numbers, and not a part of more: those are what ASN.1 calls an algorithm.
BARE = re.compile(
    r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\.?\d)|\b(?:[a-z0-9-]+\.)+(?:com|org|net|eu|io|pl|de|dev)\b", re.I
)
# This machine, the domain that nobody can own (RFC 2606), words of a hint, and names that are never reached.
NOBODY = re.compile(r"(127\.0\.0\.1|localhost|\[::1\]|([a-z-]+\.)?example\.com|host)(:\w*)?…?\.?", re.I)
NAMES_ONLY = {"www.w3.org", "json-schema.org", "uri.etsi.org", "ds:Signature"}  # the last one of an XPath


def _texts(source: str) -> Iterator[str]:
    """Every text of a module that is not a docstring."""
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    said = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def _hosts(source: str) -> set[str]:
    found = set()
    for text in _texts(source):
        found |= {*HOST.findall(text), *BARE.findall(text)}
    return {host for host in found if not NOBODY.fullmatch(host) and host not in NAMES_ONLY}


def test_no_module_names_a_host() -> None:
    found = {path.name: _hosts(path.read_text(encoding="utf-8")) for path in PROGRAM.rglob("*.py")}
    assert len(found) > 100
    assert {name: hosts for name, hosts in found.items() if hosts} == {}


@pytest.mark.parametrize(
    "source",
    [
        'x = "https://tsa.belgium.be/connect"',
        "x = 'http://10.0.0.7:80/'",
        'f"//{a}.b" + "timestamp.digicert.com"',
    ],
)
def test_a_host_would_be_found(source: str) -> None:
    assert _hosts(source)
