"""The manual's table of settings, and its example for administrators, say what the code does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from signdesk.domain.errors import InputProblem
from signdesk.domain.file_names import PLACEHOLDERS
from signdesk.storage.settings_keys import KEYS
from signdesk.storage.settings_layers import Layer
from tests.storage.settings_bench import SettingsBench

MANUAL = (Path(__file__).parents[1] / "resources/manual/administrator.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([a-zA-Z_.]+)` \| ([^|]*) \| `([^|]*)` \| ([^|]+) \|$", re.MULTILINE)
TABLE = MANUAL.partition("<!-- settings table: begin -->\n")[2].partition("<!-- settings table: end -->")[0]
ROWS = {key: (values, default) for key, values, default, _ in ROW.findall(TABLE)}


def written(path: tuple[str, ...]) -> str:
    return ".".join(path).replace("connections.*", "connections.ID").replace("processes.*", "processes.N")


def test_every_key_is_documented_in_order_and_none_too_many() -> None:
    assert list(ROWS) == [written(path) for path in KEYS]


@pytest.mark.parametrize("path", KEYS, ids=written)
def test_the_defaults_are_the_codes(path: tuple[str, ...]) -> None:
    default = ROWS[written(path)][1]
    assert tomllib.loads(f"key = {default}")["key"] == KEYS[path].default


@pytest.mark.parametrize("path", [path for path, key in KEYS.items() if key.choices], ids=written)
def test_the_choices_are_the_codes(path: tuple[str, ...]) -> None:
    assert tuple(re.findall(r"`([^`]+)`", ROWS[written(path)][0])) == KEYS[path].choices


def test_the_ranges_are_the_codes() -> None:
    ranges = {key: re.fullmatch(r"0 to (\d+)", values) for key, (values, _) in ROWS.items()}
    found = {key: int(one[1]) for key, one in ranges.items() if one}
    assert len(found) == 3
    for path, key in KEYS.items():
        if written(path) in found:
            most = found[written(path)]
            assert key.check(most) == most
            with pytest.raises(InputProblem, match="whole number"):
                key.check(most + 1)


def test_the_parts_of_a_file_name_are_the_codes() -> None:
    assert re.findall(r"`\{([a-z]+)\}`", ROWS["saving.file_name"][0]) == list(PLACEHOLDERS)


def test_the_example_for_administrators_works(bench: SettingsBench) -> None:
    example = (
        MANUAL.partition("## Settings for everybody on a machine\n")[2]
        .partition("```toml\n")[2]
        .partition("```")[0]
    )
    loaded = bench.load("", policy=example)

    assert loaded.complaints == ()
    assert [one.name for one in loaded.settings.connections] == ["Production", "Test"]
    assert loaded.layer("connections.production.address") is Layer.LOCKED
    assert loaded.layer("connections.test.address") is Layer.ORGANISATION


@pytest.fixture
def bench(tmp_path: Path) -> SettingsBench:
    return SettingsBench(tmp_path)
