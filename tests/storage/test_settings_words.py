"""Texts that can be said in another language go into the settings file in English, and come back as such."""

from pathlib import Path

from signdesk.domain.connections import Connection
from signdesk.domain.messages import Message, msg
from signdesk.domain.servers import Process, Server, unnamed
from signdesk.domain.settings import Settings
from signdesk.storage.settings import SettingsFile


def test_an_unnamed_process_is_kept_and_read_as_words(tmp_path: Path) -> None:
    own = Process(8, "Ours", sentence=msg("Seals {what}.", what="letters"))
    server = Server("https://seal.example.com", label="Office")
    office = Connection("office", "Office", server, processes=(unnamed(7), own))
    path = tmp_path / "settings.toml"

    loaded = SettingsFile(path).change(lambda _: Settings(connections=(office,)))

    assert loaded.complaints == ()
    first, second = loaded.settings.connections[0].processes
    assert first == unnamed(7)
    assert isinstance(first.label, Message)
    assert second == own
    assert 'label = "Process 7"' in path.read_text("utf-8")


def test_a_section_of_a_process_that_says_nothing_and_an_empty_name_are_settings(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        '[connections.c]\nname = ""\naddress = "https://seal.example.com"\n'
        '[connections.c.processes.61]\n[connections.c.processes.62]\nlabel = ""\n'
    )
    loaded = SettingsFile(path).load()
    assert loaded.complaints == ()
    (connection,) = loaded.settings.connections
    assert connection.name == "c"
    assert connection.processes == (unnamed(61), unnamed(62))
