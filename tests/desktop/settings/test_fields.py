from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from signdesk.desktop.settings import process_fields
from signdesk.desktop.settings.fields import CONNECTION, SETTINGS
from signdesk.domain.connections import Connection, Limits, Proxy, ProxyKind, TransportConfig
from signdesk.domain.errors import InputProblem
from signdesk.domain.servers import AcceptForm, Numbering, Process, SignIn
from signdesk.domain.settings import Language, LogLevel, Notify, Settings, Theme
from tests.desktop.settings.conftest import ACME

WISHES: dict[str, tuple[Any, Any]] = {  # what is wished, and what is shown then
    "general.language": (Language.POLISH, Language.POLISH),
    "general.theme": (Theme.DARK, Theme.DARK),
    "saving.folder": ("/srv/sealed", Path("/srv/sealed")),
    "saving.file_name": (" {date}.zip ", "{date}"),
    "saving.ask_each_time": (True, True),
    "saving.unpack": (True, True),
    "saving.delete_from_server": (False, False),
    "saving.receipts": (False, False),
    "notifications.show": (Notify.NONE, Notify.NONE),
    "notifications.tray": (False, False),
    "privacy.history_days": (30, 30),
    "privacy.log_level": (LogLevel.DEBUG, LogLevel.DEBUG),
}
CONNECTION_WISHES: dict[str, tuple[Any, Any]] = {
    "name": ("  Head   office ", "Head office"),
    "address": ("seal.office.example/api/swagger", "https://seal.office.example"),
    "sign_in": (SignIn.BEARER, SignIn.BEARER),
    "api_key_header": ("", "API-KEY"),
    "accept_form": (AcceptForm.BODY, AcceptForm.BODY),
    "status_numbering": (Numbering.OLDER, Numbering.OLDER),
    "proxy": (ProxyKind.NONE, ProxyKind.NONE),
    "proxy_address": ("proxy.example.com", "http://proxy.example.com:3128"),
    "proxy_user": (" anna ", "anna"),
    "ca_file": ("/etc/ca.pem", Path("/etc/ca.pem")),
    "certificate": ("/etc/anna.pem", Path("/etc/anna.pem")),
    "key": ("", None),
    "batch_bytes": ("1,5", "1.5"),
    "batch_documents": ("500", "500"),
}


@pytest.mark.parametrize("key", list(SETTINGS))
def test_every_setting_shows_what_was_wished(key: str) -> None:
    wished, shown = WISHES[key]
    assert SETTINGS[key].read(SETTINGS[key].write(Settings(), wished)) == shown
    assert SETTINGS[key].read(Settings()) != shown


@pytest.mark.parametrize("key", list(CONNECTION))
def test_every_row_of_a_connection_shows_what_was_wished(key: str) -> None:
    wished, shown = CONNECTION_WISHES[key]
    assert CONNECTION[key].read(CONNECTION[key].write(ACME, wished)) == shown


@pytest.mark.parametrize(
    ("key", "wrong", "told"),
    [
        ("name", "  ", "Give it a name"),
        ("name", "x" * 101, "longer than 100"),
        ("address", "", "Enter the address"),
        ("address", "https://anna:secret@seal.example.com", "user name or password"),
        ("api_key_header", "Host", "cannot be the name"),
        ("proxy", ProxyKind.MANUAL, "Enter the proxy’s address"),
        ("proxy_address", "https://proxy", "looks like proxy.example.com:3128"),
        ("proxy_user", "anna:x", "colon"),
        ("ca_file", "ca.pem", "whole way"),
        ("key", "/etc/key.pem", "certificate"),
        ("batch_bytes", "-1", "megabytes above 0"),
        ("batch_documents", "2.5", "whole number"),
    ],
)
def test_what_cannot_be_is_told_and_no_secret_repeated(key: str, wrong: Any, told: str) -> None:
    with pytest.raises(InputProblem, match=told) as raised:
        CONNECTION[key].write(ACME, wrong)
    assert "secret" not in str(raised.value)


def test_consent_to_plain_http_goes_with_its_need() -> None:
    plain = CONNECTION["address"].write(ACME, "http://seal.office.example")
    assert plain.plain_http
    assert not CONNECTION["address"].write(plain, "https://seal.office.example").plain_http
    assert not CONNECTION["address"].write(plain, "http://localhost:8080").plain_http


def test_the_proxys_address_makes_it_the_one_that_is_used() -> None:
    made = CONNECTION["proxy_address"].write(ACME, "proxy.example.com:8080")
    assert made.transport.proxy == Proxy(ProxyKind.MANUAL, "http://proxy.example.com:8080")


def test_a_key_goes_with_its_certificate() -> None:
    both = replace(ACME, transport=TransportConfig(certificate=Path("/a.pem"), key=Path("/k.pem")))
    assert CONNECTION["certificate"].write(both, "").transport == TransportConfig()


def test_no_limit_is_an_empty_line() -> None:
    limited = replace(ACME, limits=Limits(25_000_000, 10))
    assert CONNECTION["batch_bytes"].read(limited) == "25"
    assert CONNECTION["batch_bytes"].write(limited, " ").limits == Limits(None, 10)


def test_the_default_goes_along_with_its_number() -> None:
    assert process_fields.changed(ACME, 1, "id", "7").default_process_id == 7
    assert process_fields.changed(ACME, 2, "id", "7").default_process_id == 1


def test_two_processes_never_get_one_number() -> None:
    with pytest.raises(InputProblem, match="the number 2 already"):
        process_fields.changed(ACME, 1, "id", "2")
    with pytest.raises(InputProblem, match="the number 2 already"):
        process_fields.added(ACME, Process(2, "Another"))


def test_the_first_process_is_offered_first_and_a_removed_one_no_more() -> None:
    empty = Connection("x", "X", ACME.server)
    assert process_fields.added(empty, Process(5, "Five")).default_process_id == 5
    assert process_fields.removed(ACME, 1).default_process_id is None


@pytest.mark.parametrize("wrong", ["", "0", "x", "2147483648", "1.5"])
def test_a_process_is_a_whole_number(wrong: str) -> None:
    with pytest.raises(InputProblem, match="whole number"):
        process_fields.process_number(wrong)
