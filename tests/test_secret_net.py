"""The net for secrets catches what it is for, and every secret of the tests carries the mark it looks for."""

from __future__ import annotations

import ast
import base64
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from tests.support.canary import CANARY, KEY, LOOKED_AT_BYTES, MARK, PASSWORD, content, leaks
from tests.support.secret_net import SecretNet, may_hold

TESTS = Path(__file__).parent
# What a leak looks like; each is one test of a run of its own, and must end in an error.
LEAKS = {
    "a log record at debug": "logging.getLogger('signdesk.x').debug('key %s', KEY)",
    "a log of a library": "logging.getLogger('httpx').info('GET https://x/?key=%s', KEY)",
    "a traceback in the log": """
    try:
        raise ValueError(KEY)
    except ValueError:
        logging.getLogger('x').exception('failed')""",
    "print": "print('key', KEY)",
    "stderr": "print(KEY, file=sys.stderr)",
    "a file": "(tmp_path / 'a').write_text(KEY)",
    "a file in Base64": "(tmp_path / 'a').write_bytes(base64.b64encode(f'anna:{PASSWORD}'.encode()))",
    "a file in UTF-16": "(tmp_path / 'a').write_text(KEY, encoding='utf-16')",
    "a file in hex": "(tmp_path / 'a').write_text(KEY.encode().hex())",
    "the name of a folder": "(tmp_path / f'a {MARK}').mkdir()",
    "a file that is gone": "(tmp_path / 'a').write_text(KEY); (tmp_path / 'a').unlink()",
    "a temporary file elsewhere": """
    with tempfile.NamedTemporaryFile('w') as file:
        file.write(KEY)
        file.flush()""",
    "a file that stays elsewhere": "ELSEWHERE.write_text(KEY)",
    "an argument": "subprocess.run(['true', KEY])",
    "the environment of a process": "subprocess.run(['true'], env={'PROXY': f'http://anna:{KEY}@h'})",
    "the environment that a process inherits": """
    monkeypatch.setenv('SIGNDESK_API_KEY', KEY)
    subprocess.run(['true'])""",
    "what a process says": "subprocess.run(['cat'], input=KEY.encode(), capture_output=True)",
    "what a process logs": """
    program = 'import logging, sys; logging.getLogger("x").debug(sys.stdin.read())'
    subprocess.run([sys.executable, '-c', program], input=KEY.encode(), env=watched(tmp_path / 'w'))""",
    "what a process starts": """
    program = 'import subprocess, sys; subprocess.run(["true", sys.stdin.read()])'
    subprocess.run([sys.executable, '-c', program], input=KEY.encode(), env=watched(tmp_path / 'w'))""",
    "a temporary file of a process": """
    program = 'import sys, tempfile; tempfile.NamedTemporaryFile().write(sys.stdin.buffer.read())'
    subprocess.run([sys.executable, '-c', program], input=KEY.encode(), env=watched(tmp_path / 'w'))""",
    "what a process hands on": """
    program = 'import subprocess; subprocess.run(["true"])'
    environment = {**watched(tmp_path / 'w'), 'SIGNDESK_API_KEY': KEY}
    subprocess.run([sys.executable, '-c', program, 'signdesk'], env=environment)""",
}
WINDOWS = {
    "a label": "QLabel(KEY)",
    "a button": "QPushButton(KEY)",
    "a tool tip": "QWidget(toolTip=KEY)",
    "an accessible name": "QWidget(accessibleName=KEY)",
    "an accessible description": "QWidget(accessibleDescription=KEY)",
    "a title": "QWidget(windowTitle=KEY)",
    "a line that shows it": "QLineEdit(KEY)",
    "a text": "QPlainTextEdit(KEY)",
    "a list": "a_list(KEY)",
    "a table": "a_table(KEY)",
    "a choice": "a_choice(KEY)",
    "the clipboard": "copied(KEY)",
}
HARMLESS_WINDOWS = (
    "QLineEdit(KEY, echoMode=QLineEdit.EchoMode.Password)",
    "QLabel('a hidden key')",
)
HARMLESS = (
    "may_hold(tmp_path / 'a'); (tmp_path / 'a').mkdir(); (tmp_path / 'a' / 'b').write_text(KEY)",
    "subprocess.run(['true', 'signdesk'], env={'SIGNDESK_API_KEY': KEY})",  # as a person's shell does
    "(tmp_path / 'a').write_text('canary')",
)
HEAD = """
import base64, logging, subprocess, sys, tempfile
from pathlib import Path
import pytest
from PySide6.QtWidgets import *
from tests.support.canary import KEY, MARK, PASSWORD
from tests.support.secret_net import may_hold, watched

ELSEWHERE = Path(__file__).parent / 'elsewhere'
KEPT = []

def a_list(text):
    made = QListWidget()
    made.addItem(text)
    return made

def a_table(text):
    made = QTableWidget(1, 2)
    made.setItem(0, 1, QTableWidgetItem(text))
    return made

def a_choice(text):
    made = QComboBox()
    made.addItems(['first', text])
    return made

def copied(text):
    QApplication.clipboard().setText(text)
    return QWidget()

@pytest.fixture(autouse=True)
def nothing_stays():
    yield
    KEPT.clear()
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()
"""


def _program() -> Iterator[str]:
    yield HEAD
    for number, act in enumerate(LEAKS.values()):
        yield f"def test_leak_{number}(tmp_path, monkeypatch):\n    {act.strip()}\n"
    for number, widget in enumerate(WINDOWS.values()):
        yield f"def test_window_{number}(qtbot):\n    KEPT.append({widget})\n"
    for number, widget in enumerate(HARMLESS_WINDOWS):
        yield f"def test_harmless_window_{number}(qtbot):\n    KEPT.append({widget})\n"
    for number, act in enumerate(HARMLESS):
        yield f"def test_harmless_{number}(tmp_path):\n    {act}\n"


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Result and name, for each test of a run of its own under the same net."""
    folder = tmp_path_factory.mktemp("planted")
    (folder / "test_planted_leaks.py").write_text("\n".join(_program()))
    with (folder / "told").open("w") as told:
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "-q", "-rA", "--tb=line", "-p", "tests.conftest"),
                *("-p", "no:randomly", "-p", "no:cacheprovider", "-c", str(TESTS.parent / "pyproject.toml")),
                *("--rootdir", str(folder), "--basetemp", str(folder / "base"), str(folder)),
            ],
            env={**os.environ, "PYTHONPATH": str(TESTS.parent)},
            stdout=told,
            timeout=100,
            check=False,
        )
    said = (folder / "told").read_text()
    assert done.returncode == 1, said
    return set(re.findall(r"^(PASSED|FAILED|ERROR) \S*::(\w+)", said, re.MULTILINE))


@pytest.mark.parametrize(
    "test",
    [
        *(pytest.param(f"test_leak_{number}", id=name) for number, name in enumerate(LEAKS)),
        *(pytest.param(f"test_window_{number}", id=name) for number, name in enumerate(WINDOWS)),
    ],
)
def test_a_leak_is_caught(test: str, ended: set[tuple[str, str]]) -> None:
    """By the net, not by a failure of what was planted."""
    assert {result for result, name in ended if name == test} == {"PASSED", "ERROR"}


def test_what_is_no_leak_is_let_through(ended: set[tuple[str, str]]) -> None:
    results = [result for result, name in ended if name.startswith("test_harmless_")]
    assert results == ["PASSED"] * (len(HARMLESS) + len(HARMLESS_WINDOWS))


def test_a_secret_is_found_however_it_is_coded() -> None:
    for before in range(3):
        assert leaks(base64.b64encode(b"x" * before + CANARY.encode() + b"yz"))
        assert leaks(base64.urlsafe_b64encode(b"x" * before + PASSWORD.encode()))
    for coded in (quote(CANARY), quote_plus(CANARY), json.dumps(CANARY), ascii(CANARY), f"%{MARK}"):
        assert leaks(coded)
    assert leaks(CANARY.encode("utf-16-be"))
    assert leaks(CANARY.encode().hex(":").replace(":", ""))
    assert not leaks(b"canary 7f3a9b2e")


def test_of_a_large_file_begin_and_end_are_looked_at_and_of_a_pipe_nothing(tmp_path: Path) -> None:
    large, pipe = tmp_path / "large", tmp_path / "pipe"
    may_hold(large)
    with large.open("wb") as file:
        file.truncate(20 * LOOKED_AT_BYTES)
        file.seek(-len(MARK), os.SEEK_END)
        file.write(MARK.encode())
    os.mkfifo(pipe)
    assert leaks(content(large)) == ["plain"]
    assert len(content(large)) <= LOOKED_AT_BYTES + 1
    assert content(pipe) == b""


# ---- what is told of a process is taken for what it is -----------------------------------------------------

OURS, OTHER = ["/bin/python3", "-m", "signdesk", "status"], ["/bin/true", "x"]
# As CPython 3.11 to 3.13 tell of them; what `subprocess` starts is told by two of them from 3.13 on.
EVENTS: dict[str, Callable[[Sequence[str], Mapping[str, str] | None], tuple[object, ...]]] = {
    "subprocess.Popen": lambda told, environment: (told[0], list(told), None, environment),
    "os.posix_spawn": lambda told, environment: (told[0], list(told), environment),
    "os.exec": lambda told, environment: (told[0], list(told), environment),
    "os.spawn": lambda told, environment: (os.P_WAIT, told[0], list(told), environment),
}


def heard(event: str, *arguments: object) -> list[str]:
    """What a net of its own finds in an event."""
    net = SecretNet()
    net.happens(event, arguments)
    return net.end()


@pytest.mark.parametrize("event", EVENTS)
def test_environment_of_a_process_is_no_argument(event: str) -> None:
    told = EVENTS[event]
    given = {"SIGNDESK_API_KEY": KEY}
    assert heard(event, *told(OURS, given)) == []  # as a person's shell does
    assert heard(event, *told(OTHER, given)) == ["environment of a process: SIGNDESK_API_KEY: plain"]
    assert heard(event, *told([*OURS, KEY], {})) == ["arguments of a process: plain"]


@pytest.mark.parametrize("event", EVENTS)
def test_a_process_without_an_environment_of_its_own_inherits_this_one(
    event: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNDESK_API_KEY", KEY)
    told = EVENTS[event]
    assert heard(event, *told(OTHER, None)) == ["environment of a process: SIGNDESK_API_KEY: plain"]
    assert heard(event, *told(OTHER, os.environ)) == ["environment of a process: SIGNDESK_API_KEY: plain"]
    assert heard(event, *told(OURS, os.environ)) == []


def test_a_secret_in_a_command_for_the_shell_is_found() -> None:
    assert heard("os.system", f"true {KEY}".encode()) == ["arguments of a process: plain"]


# ---- all secrets of the tests carry the mark ---------------------------------------------------------------

NAMES = {
    *("api_key", "password", "token", "pass_phrase", "key_pass_phrase", "proxy_password"),
    *("SIGNDESK_API_KEY", "SIGNDESK_TOKEN", "SIGNDESK_PASSWORD"),
}
# Where the very characters matter, and nothing but values in memory is looked at.
OTHERS = {
    "domain/test_servers.py": 6,
    "seal_api/test_sign_in.py": 3,
    "storage/test_credentials.py": 6,
    "practice/test_service.py": 3,
}


def _values(node: ast.AST) -> Iterator[tuple[object, ast.expr]]:
    """What is given a name in a call or a table; the secret of a `Credentials` has none."""
    if isinstance(node, ast.Call):
        yield from ((one.arg, one.value) for one in node.keywords)
        if isinstance(node.func, ast.Name) and node.func.id == "Credentials":
            yield from (("password", one) for one in node.args[:1])
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant):
                yield key.value, value


def _bare(path: Path) -> list[str]:
    """Secrets that are written down where they are used, without the mark."""
    given = [pair for node in ast.walk(ast.parse(path.read_text())) for pair in _values(node)]
    literals = [one for name, one in given if name in NAMES and isinstance(one, ast.Constant)]
    return [
        f"{path.relative_to(TESTS)}:{one.lineno}"
        for one in literals
        if isinstance(one.value, str) and one.value.strip() and MARK not in one.value
    ]


def test_every_secret_of_the_tests_carries_the_mark() -> None:
    """From tests/support/canary.py: only then can it be found where it must not be."""
    bare = [one for path in sorted(TESTS.rglob("*.py")) for one in _bare(path)]
    unknown = [one for one in bare if one.partition(":")[0] not in OTHERS]
    assert unknown == []
    assert Counter(one.partition(":")[0] for one in bare) == OTHERS
