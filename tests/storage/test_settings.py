"""The person's settings file: reading never fails, saving changes only what was changed."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from signdesk.domain.connections import Connection, Proxy, TransportConfig
from signdesk.domain.errors import InputProblem, SavingProblem
from signdesk.domain.servers import AcceptForm, Process, Server
from signdesk.domain.settings import Language, Notify, Privacy, Saving, Settings, Theme
from signdesk.platform.files import fsync_file
from signdesk.storage.batch_lock import BatchLock
from signdesk.storage.settings import BrokenSettings, SettingsFile
from signdesk.storage.settings_layers import Layer
from signdesk.storage.settings_meaning import values_of
from signdesk.storage.settings_reading import LARGEST_BYTES, ComplaintKind
from signdesk.storage.settings_table import SETTINGS
from tests.storage.conftest import names_in, without_root
from tests.storage.settings_bench import SettingsBench, settings
from tests.support.canary import KEY, MARK
from tests.support.secret_net import may_hold

FLUSH = "signdesk.storage.settings.fsync_file"
OFFICE = Connection(
    "a", "Office", Server("https://seal.example.com", label="Office"), processes=(Process(3, "Seal"),)
)
COMMENTED = """\
# Ours.
future = 1  # unknown

[general]
theme = 'dark'   # at night

[saving]
# where
folder = "/srv/sealed"

[connections.a]
name = "Office"
address = "https://seal.example.com"
colour = "red"

[extra]
list = [1, 2.5, 1979-05-27]
"""


@pytest.fixture
def bench(tmp_path: Path) -> SettingsBench:
    return SettingsBench(tmp_path)


def with_language(before: Settings) -> Settings:
    return replace(before, general=replace(before.general, language=Language.GERMAN))


def with_theme(before: Settings) -> Settings:
    return replace(before, general=replace(before.general, theme=Theme.LIGHT))


def test_without_a_file_there_are_defaults_and_nothing_is_written(bench: SettingsBench) -> None:
    loaded = bench.file.load()

    assert loaded.settings == Settings()
    assert loaded.complaints == ()
    assert not bench.user.parent.exists()


@given(settings())
def test_what_was_saved_is_loaded(wanted: Settings) -> None:
    with tempfile.TemporaryDirectory() as folder:
        bench = SettingsBench(Path(folder))
        assert bench.file.change(lambda _: wanted).settings == wanted
        loaded = bench.file.load()
    assert loaded.settings == wanted
    assert loaded.complaints == ()


@hypothesis.settings(max_examples=50)
@given(settings(), settings())
def test_any_settings_can_follow_any_other(first: Settings, second: Settings) -> None:
    with tempfile.TemporaryDirectory() as folder:
        bench = SettingsBench(Path(folder))
        bench.write(COMMENTED)
        bench.file.change(lambda _: first)
        loaded = bench.file.change(lambda _: second)
        text = bench.text()
    assert values_of(loaded.settings) == values_of(second)
    assert "# where\n" in text
    assert "list = [1, 2.5, 1979-05-27]\n" in text


def test_an_unchanged_file_is_not_written(bench: SettingsBench) -> None:
    bench.write(COMMENTED)
    before = bench.user.stat()
    bench.file.change(lambda same: same)
    assert bench.user.stat().st_ino == before.st_ino


def test_only_the_changed_line_changes(bench: SettingsBench) -> None:
    bench.write(COMMENTED)
    bench.file.change(with_theme)
    assert bench.text() == COMMENTED.replace("'dark'", '"light"')


def test_unknown_keys_are_named_with_their_line(bench: SettingsBench) -> None:
    complaints = bench.load(COMMENTED).complaints
    assert [(one.line, one.key, one.trouble) for one in complaints] == [
        (2, "future", ComplaintKind.UNKNOWN),
        (14, "connections.a.colour", ComplaintKind.UNKNOWN),
        (16, "extra", ComplaintKind.UNKNOWN),
    ]


def test_windows_line_ends_and_a_mark_at_the_beginning_stay(bench: SettingsBench) -> None:
    text = "\ufeff" + COMMENTED.replace("\n", "\r\n")
    loaded = bench.load(text)
    assert loaded.settings.general.theme is Theme.DARK
    bench.file.change(with_theme)
    bench.file.change(with_language)
    assert bench.text().startswith("\ufeff#")
    assert bench.text().replace("\r\n", "").count("\n") == 0
    assert 'language = "de"\r\n' in bench.text()


BAD: dict[str, list[object]] = {
    "default_connection": [5, "nobody", "a b", ["a"]],
    "general.language": ["fr", 1, True, {}],
    "general.theme": ["Dark", 0],
    "saving.folder": [1, "relative", "~nosuchuser/x", "/a\0b", "/a\nb", "x" * 5000],
    "saving.file_name": ["", "{nothing}", "a/b", 3],
    "saving.ask_each_time": ["true", 1, 0],
    "saving.unpack": ["no"],
    "saving.delete_from_server": [1],
    "saving.receipts": [[]],
    "notifications.show": ["some", False],
    "notifications.tray": ["yes"],
    "privacy.history_days": [-1, 36_501, "30", True, 1.5],
    "privacy.log_level": ["trace"],
    "connections.a.name": [" ", "a\nb", "x" * 201, 1],
    "connections.a.address": ["ftp://x", "https://u:p@x", "https://x?y", 7, "http://seal.local"],
    "connections.a.sign_in": ["magic", 1],
    "connections.a.api_key_header": ["", "A B", "Host"],
    "connections.a.certificate": ["client.pem", 1],
    "connections.a.key": ["key.pem", "/lonely.pem"],
    "connections.a.ca_file": ["ca.pem"],
    "connections.a.proxy": ["sometimes", "manual"],
    "connections.a.proxy_address": ["a b", "https://x", "u@x"],
    "connections.a.proxy_user": [1, "a\nb"],
    "connections.a.plain_http": ["yes"],
    "connections.a.accept_form": ["query_and_body", "letter"],
    "connections.a.status_numbering": ["old"],
    "connections.a.batch_bytes": [-1, "1 MB", 2**60],
    "connections.a.batch_documents": [-1, 1_000_001],
    "connections.a.default_process": [99, -1, "3"],
    "connections.a.removed": ["no"],
    "connections.a.processes.3.label": [5],
    "connections.a.processes.3.sentence": ["x" * 1001, 5],
    "connections.a.processes.3.kind": ["stamp"],
    "connections.a.processes.3.changes_documents": ["yes"],
    "connections.a.processes.3.removed": [1],
}
GOOD: dict[str, str] = {
    "default_connection": '""',
    "general.language": '"pl"',
    "saving.unpack": "true",
    "notifications.show": '"none"',
    "privacy.history_days": "9",
    "connections.a.name": '"Office"',
    "connections.a.address": '"https://seal.example.com"',
    "connections.a.batch_documents": "7",
    "connections.a.processes.3.label": '"Seal"',
    "connections.a.processes.4.label": '"Other"',
    "connections.b.address": '"https://b.example.com"',
}


def test_every_key_has_bad_values_here() -> None:
    patterns = {".".join(path).replace("s.*", "s.a", 1).replace("s.*", "s.3", 1) for path in SETTINGS}
    assert set(BAD) == patterns


def _toml(value: object) -> str:
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace("\0", "\\u0000").replace("\n", "\\n")
        return f'"{escaped}"'
    return str(value).lower() if isinstance(value, bool | list) else str(value)


@pytest.mark.parametrize(("key", "value"), [(key, value) for key in BAD for value in BAD[key]])
def test_a_bad_value_is_named_and_disturbs_nothing_else(
    bench: SettingsBench, key: str, value: object
) -> None:
    lines = {**GOOD, key: _toml(value)}
    loaded = bench.load("".join(f"# {name}\n{name} = {text}\n" for name, text in lines.items()))

    line = 2 * list(lines).index(key) + 2
    assert [one.line for one in loaded.complaints if one.key == key] == [line]
    usable = {name: text for name, text in GOOD.items() if name != key}
    clean = SettingsBench(bench.user.parent)
    expected = clean.load("".join(f"{name} = {text}\n" for name, text in usable.items()))
    assert loaded.settings == expected.settings
    assert values_of(loaded.settings)


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("\ngeneral = 5", 2, "general"),
        ("[[connections]]\nid = 1", 1, "connections"),
        ("[connections]\n\na = 1", 3, "connections.a"),
        ('[connections."a b"]\nname = "x"', 1, "connections.a b"),
        ("[connections.a]\n[connections.a.processes.0]", 2, "connections.a.processes.0"),
        ("[connections.a]\n[connections.a.processes.x]", 2, "connections.a.processes.x"),
        ('[general]\ntheme = "dark"\n[connections.a]\nname = "x"', 3, "connections.a"),
    ],
)
def test_sections_that_make_no_sense_are_named(bench: SettingsBench, text: str, line: int, key: str) -> None:
    assert [(one.line, one.key) for one in bench.load(text).complaints] == [(line, key)]


def test_pasted_addresses_are_shortened(bench: SettingsBench) -> None:
    loaded = bench.load('[connections.a]\naddress = "https://seal.example.com/office/swagger/index.html"\n')
    assert loaded.settings.connections[0].server.base_url == "https://seal.example.com/office"


def test_plain_http_needs_consent(bench: SettingsBench) -> None:
    text = '[connections.a]\naddress = "http://seal.local/api"\n'
    assert bench.load(text).settings.connections == ()
    assert bench.load(f"{text}plain_http = true").settings.connections[0].plain_http


def test_the_persons_own_folder_is_filled_in(bench: SettingsBench) -> None:
    loaded = bench.load('[saving]\nfolder = "~/Sealed"\n')
    assert loaded.settings.saving.folder == Path.home() / "Sealed"
    bench.file.change(with_theme)
    assert 'folder = "~/Sealed"' in bench.text()


SECRETS = ["password", "api_key", "API-Key", "token", "client_secret", "key_passphrase", "proxy_password"]


@pytest.mark.parametrize("name", SECRETS)
def test_secrets_are_named_and_repeated_nowhere(bench: SettingsBench, name: str) -> None:
    may_hold(bench.user)
    text = f'[connections.a]\naddress = "https://a.b"\n{name} = "{KEY}"\n[x]\ny = [{{ {name} = "{KEY}" }}]\n'
    loaded = bench.load(text)
    told = [one for one in loaded.complaints if one.trouble is ComplaintKind.SECRET]
    assert [one.line for one in told] == [3, 5]
    assert all("signdesk login" in one.sentence for one in told)
    assert MARK not in "".join(map(str, loaded.complaints)) + repr(loaded)


def test_the_header_of_the_key_is_no_secret(bench: SettingsBench) -> None:
    text = '[connections.a]\naddress = "https://a.b"\napi_key_header = "X-Key"\n'
    assert bench.load(text).complaints == ()


BROKEN = [
    (b"a = 1\nb = = 2\n", 2),
    (b"\xff\xfe", 1),
    (b"a = 1\n# \xe4\n", 2),
    (b"x = " + b"[" * 50_000, 1),
    ('a = "ü"\n[b'.encode(), 2),
]


@pytest.mark.parametrize(("content", "line"), BROKEN)
def test_a_broken_file_is_named_left_alone_and_kept_beside_when_saving(
    bench: SettingsBench, content: bytes, line: int
) -> None:
    bench.write("")
    bench.user.write_bytes(content)

    loaded = bench.file.load()
    assert loaded.settings == Settings()
    assert [(one.trouble, one.line) for one in loaded.complaints] == [(ComplaintKind.FILE, line)]
    assert bench.user.read_bytes() == content
    assert names_in(bench.user.parent) == ["settings.toml"]

    with pytest.raises(BrokenSettings, match="Nothing was saved"):
        bench.file.change(with_theme)
    assert bench.user.read_bytes() == content
    assert "settings broken.toml" not in names_in(bench.user.parent)

    assert bench.file.change(with_theme, over_broken=True).settings == with_theme(Settings())
    assert bench.user.with_name("settings broken.toml").read_bytes() == content


@pytest.mark.parametrize("kind", ["folder", "pipe", "large"])
def test_what_cannot_be_read_is_named_and_not_replaced(bench: SettingsBench, kind: str) -> None:
    bench.user.parent.mkdir()
    if kind == "folder":
        bench.user.mkdir()
    elif kind == "pipe":
        os.mkfifo(bench.user)
    else:
        bench.user.write_bytes(b"#" * (LARGEST_BYTES + 1))

    loaded = bench.file.load()
    assert loaded.settings == Settings()
    assert [one.trouble for one in loaded.complaints] == [ComplaintKind.FILE]
    with pytest.raises(SavingProblem):
        bench.file.change(with_theme)
    assert names_in(bench.user.parent) in (["settings.toml"], [".settings-turns", "settings.toml"])


def test_a_file_without_the_right_to_read_is_named_and_not_replaced(public_folder: Path) -> None:
    path = public_folder / "settings.toml"
    path.write_text("[general]\n")
    path.chmod(0)
    public_folder.chmod(0o777)
    with without_root():
        assert [one.trouble for one in SettingsFile(path).load().complaints] == [ComplaintKind.FILE]
        with pytest.raises(SavingProblem):
            SettingsFile(path).change(with_theme)


@given(st.text() | st.binary() | st.sampled_from([COMMENTED]).flatmap(lambda text: st.just(text[:99])))
def test_reading_never_fails(content: str | bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "settings.toml")
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "ignore"))
        loaded = SettingsFile(path).load()
        assert values_of(loaded.settings)


def test_the_file_is_private_and_alone(bench: SettingsBench) -> None:
    bench.write("")
    bench.file.change(with_theme)
    assert stat.S_IMODE(bench.user.stat().st_mode) == 0o600
    assert [name for name in names_in(bench.user.parent) if "part" in name] == []


def test_a_link_stays_a_link(bench: SettingsBench, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles"
    kept.mkdir()
    (kept / "mine.toml").write_text("# mine\n")
    (kept / "uv.lock").write_text("not ours")
    bench.user.parent.mkdir()
    bench.user.symlink_to(kept / "mine.toml")

    bench.file.change(with_theme)

    assert bench.user.is_symlink()
    assert 'theme = "light"' in (kept / "mine.toml").read_text()
    assert names_in(kept) == ["mine.toml", "uv.lock"]


REFUSED: list[Callable[[Settings], Settings]] = [
    lambda old: replace(old, connections=(replace(OFFICE, id="a.b"),)),
    lambda old: replace(old, connections=(OFFICE, OFFICE)),
    lambda old: replace(old, connections=(replace(OFFICE, name="two\nlines"),)),
    lambda old: replace(old, connections=(replace(OFFICE, default_process_id=99),)),
    lambda old: replace(old, connections=(replace(OFFICE, server=Server("http://seal.local")),)),
    lambda old: replace(old, connections=(replace(OFFICE, server=Server("https://a.b/api")),)),
    lambda old: replace(old, connections=(replace(OFFICE, transport=TransportConfig(key=Path("/key.pem"))),)),
    lambda old: replace(old, connections=(replace(OFFICE, transport=TransportConfig(Proxy(url="u:p@x"))),)),
    lambda old: replace(
        old,
        connections=(replace(OFFICE, server=Server("https://a.b", accept_form=AcceptForm.QUERY_AND_BODY)),),
    ),
    lambda old: replace(old, default_connection="nobody"),
    lambda old: replace(old, privacy=Privacy(history_days=-3)),
    lambda old: replace(old, saving=Saving(file_name="{nothing}")),
    lambda old: replace(old, saving=Saving(folder=Path("relative"))),
    lambda old: replace(old, saving=Saving(folder=Path(os.fsdecode(b"/tmp/\xff")))),
]


@pytest.mark.parametrize("change", REFUSED, ids=range(len(REFUSED)))
def test_what_would_not_come_back_is_refused(
    bench: SettingsBench, change: Callable[[Settings], Settings]
) -> None:
    bench.write(COMMENTED)
    with pytest.raises(InputProblem):
        bench.file.change(change)
    assert bench.text() == COMMENTED


def test_a_connection_is_removed_with_all_its_keys(bench: SettingsBench) -> None:
    bench.write(COMMENTED)
    bench.file.change(lambda old: replace(old, connections=()))
    assert "colour" not in bench.text()
    assert "[extra]" in bench.text()


def test_a_connection_that_cannot_be_used_stays_in_the_file(bench: SettingsBench) -> None:
    text = '[connections.broken]\naddress = "ftp://x"\n'
    bench.write(text)
    bench.file.change(lambda old: replace(old, connections=(OFFICE,)))
    assert bench.text().startswith(text)


def test_a_dialogs_changes_leave_alone_what_others_changed_meanwhile(bench: SettingsBench) -> None:
    bench.write(COMMENTED)
    before = bench.file.load().settings
    bench.write(COMMENTED.replace("/srv/sealed", "/srv/elsewhere") + "new = 1\n")

    loaded = bench.file.save(before, with_theme(before))

    assert loaded.settings.saving.folder == Path("/srv/elsewhere")
    assert loaded.settings.general.theme is Theme.LIGHT
    assert "new = 1" in bench.text()


def test_an_editor_that_saves_in_between_is_not_overwritten(
    bench: SettingsBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file changes behind the reading, when the new one is already being flushed."""
    bench.write(COMMENTED)

    def edited_meanwhile(descriptor: int) -> None:
        monkeypatch.setattr(FLUSH, fsync_file)
        bench.write(COMMENTED.replace("/srv/sealed", "/srv/elsewhere"))

    monkeypatch.setattr(FLUSH, edited_meanwhile)
    loaded = bench.file.change(with_theme)

    assert loaded.settings.saving.folder == Path("/srv/elsewhere")
    assert loaded.settings.general.theme is Theme.LIGHT


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from signdesk.domain.connections import Connection
from signdesk.domain.servers import Server
from signdesk.storage.batch_lock import BatchLock
from signdesk.storage.settings import SettingsFile

file = SettingsFile(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    one = Connection(f"{sys.argv[2]}{number}", "x" * 50, Server("https://a.b"))
    file.change(lambda old: replace(old, connections=(*old.connections, one)))
    print(number, flush=True)
"""


def _writer(path: Path, name: str, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), name, str(times)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _begin(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_two_programs_that_save_at_once_lose_nothing(bench: SettingsBench) -> None:
    writers = [_writer(bench.user, name, 8) for name in ("a", "b")]
    for one in writers:
        _begin(one)
    for one in writers:
        one.communicate()
        assert one.returncode == 0

    ids = {one.id for one in bench.file.load().settings.connections}
    assert ids == {f"{name}{number}" for name in "ab" for number in range(8)}


def test_who_saves_waits_for_another_who_saves(bench: SettingsBench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.write(COMMENTED)
    other = BatchLock(bench.user.parent / ".settings-turns", "another SignDesk")
    assert other.acquire("settings")
    waited: list[float] = []

    def ends_meanwhile(pause_s: float) -> None:
        waited.append(pause_s)
        bench.write(COMMENTED.replace("/srv/sealed", "/srv/elsewhere"))
        other.release_all()

    monkeypatch.setattr("signdesk.storage.settings.time.sleep", ends_meanwhile)

    assert bench.file.change(with_theme).settings.saving.folder == Path("/srv/elsewhere")
    assert len(waited) == 1


@pytest.mark.parametrize("after", [0, 1, 3, 5])
def test_a_kill_while_saving_leaves_a_whole_file(bench: SettingsBench, after: int) -> None:
    bench.write(COMMENTED)
    writer = _writer(bench.user, "k", 1000)
    _begin(writer)
    assert writer.stdout is not None
    said = [writer.stdout.readline() for _ in range(after)]
    writer.send_signal(signal.SIGKILL)
    writer.communicate()

    loaded = bench.file.load()
    assert all(one.trouble is ComplaintKind.UNKNOWN for one in loaded.complaints)
    ids = [one.id for one in loaded.settings.connections]
    assert ids[: after + 1] == ["a", *(f"k{number}" for number in range(after))]
    assert len(said) == after
    assert bench.file.change(with_theme).settings.general.theme is Theme.LIGHT


def _fail(*_: Any) -> None:
    raise OSError(errno.EIO, "Input/output error")


def test_a_save_that_fails_leaves_the_old_file(bench: SettingsBench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.write(COMMENTED)
    monkeypatch.setattr(os, "fsync", _fail)
    with pytest.raises(SavingProblem):
        bench.file.change(with_theme)
    assert bench.text() == COMMENTED
    assert [name for name in names_in(bench.user.parent) if "part" in name] == []


def test_left_overs_of_a_killed_save_are_cleared_away_later(bench: SettingsBench) -> None:
    bench.write(COMMENTED)
    old, young = (bench.user.with_name(f".signdesk-settings-{age}.part") for age in ("old", "young"))
    old.touch()
    young.touch()
    os.utime(old, (0, 0))
    bench.file.change(with_theme)
    assert not old.exists()
    assert young.exists()


def test_a_folder_that_may_not_be_written_to_is_told(public_folder: Path) -> None:
    public_folder.chmod(0o555)
    with without_root():
        path = public_folder / "settings.toml"
        assert SettingsFile(path).load().settings == Settings()
        with pytest.raises(SavingProblem, match=r"may not write|only be read"):
            SettingsFile(path).change(with_theme)


def test_where_a_value_comes_from(bench: SettingsBench) -> None:
    loaded = bench.load('[notifications]\nshow = "none"\n')
    assert loaded.settings.notifications.show is Notify.NONE
    assert loaded.layer("notifications.show") is Layer.PERSON
    assert loaded.layer("notifications.tray") is Layer.BUILT_IN
    assert loaded.locked_by("notifications.show") is None
