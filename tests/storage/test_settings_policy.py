"""What the organisation decides: defaults that a person may change, and locks that nobody may."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from signdesk.domain.connections import Connection
from signdesk.domain.errors import InputProblem
from signdesk.domain.servers import Server, SignIn
from signdesk.domain.settings import Language, Saving, Settings, Theme
from signdesk.storage.settings_layers import Layer
from signdesk.storage.settings_reading import ComplaintKind
from tests.storage.settings_bench import SettingsBench
from tests.support.secret_net import may_hold

POLICY = """\
locked = ["saving.folder", "connections.main"]

[general]
theme = "dark"

[saving]
folder = "/srv/sealed"

[connections.main]
name = "Main"
address = "https://seal.example.com"

[connections.main.processes.3]
label = "Seal"

[connections.test]
address = "https://test.example.com"

[connections.test.processes.4]
label = "Test seal"
"""
MINE = Connection("mine", "Mine", Server("https://mine.example.com", SignIn.NONE, label="Mine"))


@pytest.fixture
def bench(tmp_path: Path) -> SettingsBench:
    bench = SettingsBench(tmp_path)
    bench.write(policy=POLICY)
    return bench


def test_the_organisation_comes_between_the_built_in_and_the_person(bench: SettingsBench) -> None:
    loaded = bench.file.load()
    assert loaded.settings.general.theme is Theme.DARK
    assert loaded.layer("general.theme") is Layer.ORGANISATION
    assert loaded.layer("general.language") is Layer.BUILT_IN

    loaded = bench.load('[general]\ntheme = "light"\n')
    assert loaded.settings.general.theme is Theme.LIGHT
    assert loaded.layer("general.theme") is Layer.PERSON
    assert loaded.complaints == ()


def test_what_is_locked_holds_over_the_person_who_is_told(bench: SettingsBench) -> None:
    loaded = bench.load(
        '[saving]\nfolder = "/mine"\n[connections.main]\naddress = "https://a.b"\nplain_http = true\n'
    )
    assert loaded.settings.saving.folder == Path("/srv/sealed")
    assert loaded.settings.connections[0].server.base_url == "https://seal.example.com"
    assert [(one.file, one.line, one.key, one.trouble) for one in loaded.complaints] == [
        (bench.user, 2, "saving.folder", ComplaintKind.OVERRULED),
        (bench.user, 3, "connections.main", ComplaintKind.OVERRULED),
    ]


def test_each_field_tells_whether_and_by_which_file_it_is_locked(bench: SettingsBench) -> None:
    loaded = bench.file.load()
    locked = ["saving.folder", "connections.main", "connections.main.address", "connections.main.proxy"]
    free = ["saving", "saving.unpack", "connections", "connections.test", "connections.test.address"]
    assert {loaded.locked_by(key) for key in locked} == {bench.policy}
    assert {loaded.locked_by(key) for key in free} == {None}
    assert loaded.layer("connections.main.proxy") is Layer.LOCKED
    assert not loaded.locked.may_remove("connections.main")
    assert loaded.locked.may_remove("connections.test")


@pytest.mark.parametrize(
    "change",
    [
        lambda old: replace(old, saving=replace(old.saving, folder=None)),
        lambda old: replace(old, connections=old.connections[1:]),
        lambda old: replace(old, connections=(replace(old.connections[0], name="x"), old.connections[1])),
        lambda old: replace(old, connections=(replace(old.connections[0], processes=()), old.connections[1])),
    ],
)
def test_a_locked_field_cannot_be_changed(bench: SettingsBench, change: object) -> None:
    with pytest.raises(InputProblem, match="set by your organisation"):
        bench.file.change(change)  # type: ignore[arg-type]
    assert not bench.user.exists()


def test_beside_a_locked_connection_a_person_may_have_others(bench: SettingsBench) -> None:
    loaded = bench.file.change(lambda old: replace(old, connections=(*old.connections, MINE)))
    assert [one.id for one in loaded.settings.connections] == ["main", "test", "mine"]
    assert "main" not in bench.text()


def test_with_all_connections_locked_none_can_be_added(bench: SettingsBench) -> None:
    bench.write(policy=POLICY.replace("connections.main", "connections", 1))
    with pytest.raises(InputProblem, match=r"connections\.mine"):
        bench.file.change(lambda old: replace(old, connections=(*old.connections, MINE)))
    loaded = bench.load('[connections.own]\naddress = "https://own.example.com"\n')
    assert [one.id for one in loaded.settings.connections] == ["main", "test"]


def test_an_offered_connection_can_be_removed_and_taken_back(bench: SettingsBench) -> None:
    offered = bench.file.load().settings
    loaded = bench.file.change(lambda old: replace(old, connections=old.connections[:1]))
    assert [one.id for one in loaded.settings.connections] == ["main"]
    assert bench.file.change(lambda _: offered).settings == offered


def test_an_offered_process_can_be_removed_and_taken_back(bench: SettingsBench) -> None:
    offered = bench.file.load().settings
    main, test = offered.connections
    loaded = bench.file.change(lambda old: replace(old, connections=(main, replace(test, processes=()))))
    assert loaded.settings.connections[1].processes == ()
    assert bench.file.change(lambda _: offered).settings == offered


def test_a_single_locked_field_keeps_its_connection(bench: SettingsBench) -> None:
    bench.write(policy=POLICY.replace("connections.main", "connections.main.address", 1))
    loaded = bench.load('[connections.main]\nremoved = true\nname = "Mine"\n')
    assert [one.name for one in loaded.settings.connections] == ["Mine", "test"]
    with pytest.raises(InputProblem, match=r"connections\.main"):
        bench.file.change(lambda old: replace(old, connections=()))


def test_a_person_can_undo_what_the_organisation_offers(bench: SettingsBench) -> None:
    bench.write(policy=POLICY.replace('locked = ["saving.folder"', "locked = ["))
    assert bench.file.load().complaints[0].trouble is ComplaintKind.FILE  # [, is no TOML
    bench.write(policy=POLICY.replace('"saving.folder", ', ""))
    loaded = bench.file.change(lambda old: replace(old, saving=Saving()))
    assert loaded.settings.saving.folder is None
    assert bench.file.load().settings.saving.folder is None


@pytest.mark.parametrize(
    ("text", "line", "trouble"),
    [
        ("locked = [\n", 2, ComplaintKind.FILE),
        ('[general]\ntheme = "pink"\n', 2, ComplaintKind.VALUE),
        ('locked = [\n "saving.folder",\n "savings.folder",\n]\n', 3, ComplaintKind.VALUE),
        ("locked = [\n 5\n]\n", 2, ComplaintKind.VALUE),
        ('\nlocked = "saving"\n', 2, ComplaintKind.VALUE),
        ('locked = ["connections.nobody"]\n', 1, ComplaintKind.VALUE),
        ('[general]\nlocked = ["saving"]\n', 2, ComplaintKind.UNKNOWN),
        ('[saving]\npassword = "canary7f3a9b2e"\n', 2, ComplaintKind.SECRET),
        ('[connections.a]\nname = "A"\n', 1, ComplaintKind.VALUE),
    ],
)
def test_a_broken_policy_is_named_and_the_program_starts(
    bench: SettingsBench, text: str, line: int, trouble: ComplaintKind
) -> None:
    may_hold(bench.policy)
    loaded = bench.load('[general]\nlanguage = "pl"\n', policy=text)
    assert [(one.file, one.line, one.trouble) for one in loaded.complaints] == [(bench.policy, line, trouble)]
    assert "canary" not in str(loaded.complaints[0])
    assert loaded.settings == replace(
        Settings(), general=replace(Settings().general, language=Language.POLISH)
    )


def test_a_locked_key_with_a_bad_value_stays_locked(bench: SettingsBench) -> None:
    loaded = bench.load("[saving]\nunpack = true\n", policy='locked = ["saving"]\n[saving]\nunpack = "yes"\n')
    assert loaded.settings.saving == Saving()


@pytest.mark.parametrize("which", ["file", "folder"])
@pytest.mark.parametrize("mode", [0o022, 0o002])
def test_a_policy_that_others_may_write_to_is_named_and_not_believed(
    bench: SettingsBench, which: str, mode: int
) -> None:
    path = bench.policy if which == "file" else bench.policy.parent
    path.chmod(path.stat().st_mode | mode)
    loaded = bench.file.load()
    assert loaded.settings == Settings()
    assert [(one.file, one.trouble) for one in loaded.complaints] == [(bench.policy, ComplaintKind.FILE)]
    assert "Others" in loaded.complaints[0].sentence


def test_a_policy_that_cannot_be_read_is_named(bench: SettingsBench) -> None:
    bench.policy.unlink()
    bench.policy.mkdir()
    loaded = bench.file.load()
    assert [(one.file, one.trouble) for one in loaded.complaints] == [(bench.policy, ComplaintKind.FILE)]


def test_a_person_locks_nothing(bench: SettingsBench) -> None:
    loaded = bench.load('locked = ["general"]\n')
    assert [(one.key, one.trouble) for one in loaded.complaints] == [("locked", ComplaintKind.UNKNOWN)]
    assert loaded.locked_by("general") is None
