"""The one table of settings: what comes from it is complete and current."""

from __future__ import annotations

from pathlib import Path

import pytest

from devtools.manual import settings_table
from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import Message
from signdesk.domain.settings import Settings
from signdesk.storage.setting_kinds import SWITCH
from signdesk.storage.settings_layers import Layer
from signdesk.storage.settings_table import CONNECTION, PROCESS, SETTINGS, Setting, settings_below
from tests.storage.settings_bench import SettingsBench

MANUAL = (Path(__file__).parents[1] / "resources/manual/administrator.md").read_text(encoding="utf-8")
TABLE = MANUAL.partition("<!-- settings table: begin -->\n")[2].partition("\n<!-- settings table: end -->")[0]
# Those that have no row of their own in the dialog, and where a person decides about them there
ELSEWHERE = {
    "default_connection": "the list of servers",
    "connections.ID.plain_http": "a question, once the address is typed",
    "connections.ID.default_process": "the list of processes",
    "connections.ID.removed": "the list of servers",
}


def test_the_manual_has_the_table_as_the_code_makes_it() -> None:
    assert settings_table() == TABLE


@pytest.mark.parametrize("one", SETTINGS.values(), ids=lambda one: one.name)
def test_a_setting_says_everything_about_itself(one: Setting) -> None:
    assert one.means
    assert not one.default or one.kind.check(one.default) == one.default
    if one.path[:-1] == PROCESS or one.name in ELSEWHERE:
        return
    assert isinstance(one.label, Message), "a window's text has its translations"
    assert bool(one.page) is (one.path[0] != "connections")
    if one.kind.choices:
        assert {str(value) for value, _ in one.words} == set(one.kind.choices)


def test_every_field_of_the_settings_is_in_the_table() -> None:
    """A field that stands in no file would be forgotten at every start."""
    parts = {name: getattr(Settings(), name) for name in ("general", "saving", "notifications", "privacy")}
    fields = {(part, name) for part, value in parts.items() for name in value.__dataclass_fields__}
    assert {one.attribute for one in settings_below(()) if len(one.attribute) == 2} == fields


def test_ranges_hold() -> None:
    found = {one.name: one for one in SETTINGS.values() if one.kind.values.startswith("0 to ")}
    assert len(found) == 3
    for one in found.values():
        most = int(one.kind.values.removeprefix("0 to "))
        assert one.kind.check(most) == most
        with pytest.raises(InputProblem, match="whole number"):
            one.kind.check(most + 1)


def test_every_key_below_a_connection_is_read_there() -> None:
    assert {one.path[2] for one in settings_below(CONNECTION)} >= {"name", "address", "removed"}
    assert [one.kind for one in settings_below(PROCESS) if one.path[-1] == "removed"] == [SWITCH]


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
