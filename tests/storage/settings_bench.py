"""A place for the two files of settings, and settings of every kind for the property tests."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import strategies as st

from signdesk.domain.connections import Connection, Limits, Proxy, ProxyKind, TransportConfig
from signdesk.domain.file_names import PLACEHOLDERS
from signdesk.domain.servers import AcceptForm, Numbering, Process, ProcessKind, Server, SignIn
from signdesk.domain.settings import (
    General,
    Language,
    LogLevel,
    Notifications,
    Notify,
    Privacy,
    Saving,
    Settings,
    Theme,
)
from signdesk.storage.settings import SettingsFile
from signdesk.storage.settings_layers import Loaded


class SettingsBench:
    """`user` and `policy` need not exist."""

    def __init__(self, folder: Path) -> None:
        self.user = folder / "config" / "settings.toml"
        self.policy = folder / "policy" / "policy.toml"
        self.file = SettingsFile(self.user, self.policy)

    def write(self, text: str | None = None, policy: str | None = None) -> None:
        for path, content in [(self.user, text), (self.policy, policy)]:
            if content is not None:
                path.parent.mkdir(mode=0o755, exist_ok=True)
                path.write_bytes(content.encode("utf-8"))
                path.chmod(0o644)

    def load(self, text: str | None = None, policy: str | None = None) -> Loaded:
        self.write(text, policy)
        return self.file.load()

    def text(self) -> str:
        return self.user.read_bytes().decode("utf-8")


CHARACTERS = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
ODD_TEXT = st.text(CHARACTERS, max_size=60) | st.sampled_from(
    ['"', "'", "\\", '"""', "'''", "# no comment", "a = [", "ünïcödé 文書", "x" * 200, "\u202egnp.exe", "🗎"]
)
NAMES = ODD_TEXT.filter(lambda text: bool(text.strip()))
PATHS = st.none() | st.builds(
    lambda parts: Path(os.sep, *parts),
    st.lists(ODD_TEXT.filter(lambda text: "/" not in text and text not in ("", ".", "..")), max_size=4),
)
TEMPLATES = st.lists(
    st.sampled_from([f"{{{name}}}" for name in PLACEHOLDERS]) | st.sampled_from(["-", "ä", "Nr. 1"]),
    min_size=1,
    max_size=5,
).map(" ".join)
SERVERS = st.builds(
    Server,
    st.sampled_from(["https://seal.example.com", "https://a.b:8443/office", "http://127.0.0.1:81"]),
    st.sampled_from(SignIn),
    st.sampled_from(["API-KEY", "X-Key"]),
    st.sampled_from([one for one in AcceptForm if one is not AcceptForm.QUERY_AND_BODY]),
    st.sampled_from(Numbering),
)
PROXIES = st.builds(
    Proxy, st.sampled_from([ProxyKind.SYSTEM, ProxyKind.NONE]), st.just(""), ODD_TEXT
) | st.builds(Proxy, st.just(ProxyKind.MANUAL), st.just("http://proxy.example.com:3128"), ODD_TEXT)
PROCESSES = st.lists(
    st.builds(Process, st.integers(1, 2**31 - 1), NAMES, st.sampled_from(ProcessKind), ODD_TEXT),
    max_size=3,
    unique_by=lambda one: one.id,
).map(tuple)


@st.composite
def ways(draw: st.DrawFn) -> TransportConfig:
    certificate = draw(PATHS)
    return TransportConfig(draw(PROXIES), draw(PATHS), certificate, draw(PATHS) if certificate else None)


@st.composite
def connections(draw: st.DrawFn, connection_id: str) -> Connection:
    server, name, processes = draw(SERVERS), draw(NAMES), draw(PROCESSES)
    plain_http = draw(st.booleans())
    limit = st.none() | st.integers(1, 10**6)
    return Connection(
        connection_id,
        name,
        Server(
            "http://seal.local" if plain_http else server.base_url,
            server.sign_in,
            server.api_key_header,
            server.accept_form,
            server.numbering,
            label=name,
        ),
        draw(ways()),
        plain_http,
        draw(st.builds(Limits, limit, limit)),
        processes,
        draw(st.sampled_from([None, *(one.id for one in processes)])),
    )


@st.composite
def settings(draw: st.DrawFn) -> Settings:
    ids = draw(st.lists(st.sampled_from(["a", "Main-1", "test_2", "0"]), max_size=3, unique=True))
    return Settings(
        draw(st.builds(General, st.sampled_from(Language), st.sampled_from(Theme))),
        draw(st.builds(Saving, PATHS, TEMPLATES, st.booleans(), st.booleans(), st.booleans(), st.booleans())),
        draw(st.builds(Notifications, st.sampled_from(Notify), st.booleans())),
        draw(st.builds(Privacy, st.none() | st.integers(1, 36_500), st.sampled_from(LogLevel))),
        tuple(draw(connections(one)) for one in ids),
        draw(st.sampled_from([None, *ids])),
    )
