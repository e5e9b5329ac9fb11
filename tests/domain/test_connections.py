"""What an office sets up for a server: addresses, limits, and whom a secret belongs to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signdesk.domain.connections import (
    Connection,
    Limits,
    Proxy,
    ProxyKind,
    SecretKind,
    TransportConfig,
    needs_consent,
    proxy_address,
    secret_owner,
    split,
)
from signdesk.domain.documents import Document
from signdesk.domain.errors import InputProblem
from signdesk.domain.servers import Server, unnamed
from signdesk.domain.settings import Settings

OFFICE = Connection("a1", "Office", Server("https://seal.example.com:8443/office"))


def document(size_bytes: int, name: str = "a.pdf") -> Document:
    return Document(Path(name), name, size_bytes, 0, "0" * 64, 0)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("proxy.example.com:8080", "http://proxy.example.com:8080"),
        ("http://proxy.example.com", "http://proxy.example.com:3128"),
        (" [::1]:8080/ ", "http://[::1]:8080"),
    ],
)
def test_a_typed_proxy_becomes_an_address(typed: str, address: str) -> None:
    assert proxy_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        *("", "http://", "https://proxy.example.com", "user:secret@proxy:8080", "a b", "proxy:99999"),
        *("proxy:0", "http:\\\\proxy", "http:/proxy", "[::1"),
    ],
)
def test_what_is_no_proxy_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(InputProblem) as refused:
        proxy_address(typed)
    assert "secret" not in str(refused.value)
    assert str(refused.value).endswith(
        (
            "It looks like proxy.example.com:3128.",
            "a port is a number from 1 to 65535.",
            "it has a field of its own.",
        )
    )


def test_a_secret_belongs_to_an_origin_and_not_to_a_name() -> None:
    assert secret_owner(OFFICE, SecretKind.SIGN_IN) == "https://seal.example.com:8443"
    elsewhere = replace(OFFICE, server=Server("https://seal.example.org"))
    assert secret_owner(elsewhere, SecretKind.SIGN_IN) == "https://seal.example.org:443"


def test_a_proxys_password_belongs_to_the_proxy() -> None:
    proxied = replace(
        OFFICE, transport=TransportConfig(Proxy(ProxyKind.MANUAL, "http://proxy.example.com:3128", "anna"))
    )
    assert secret_owner(proxied, SecretKind.PROXY) == "http://proxy.example.com:3128"
    with pytest.raises(InputProblem):
        secret_owner(OFFICE, SecretKind.PROXY)


@pytest.mark.parametrize(
    ("base_url", "needed"),
    [("http://seal.local", True), ("https://seal.local", False), ("http://127.0.0.1:5000", False)],
)
def test_plain_http_beyond_this_machine_needs_consent(base_url: str, needed: bool) -> None:
    assert needs_consent(base_url) is needed


@given(
    st.lists(st.integers(0, 50_000), max_size=60),
    st.none() | st.integers(60_000, 200_000),
    st.none() | st.integers(1, 20),
)
def test_every_document_goes_into_one_batch_in_order(
    sizes: list[int], batch_bytes: int | None, batch_documents: int | None
) -> None:
    documents = [document(size, f"{number}.pdf") for number, size in enumerate(sizes)]
    batches = split(documents, Limits(batch_bytes, batch_documents))
    assert [one for batch in batches for one in batch] == documents
    assert all(batches)
    assert batch_documents is None or all(len(batch) <= batch_documents for batch in batches)
    assert batch_bytes is None or all(sum(one.size_bytes for one in batch) < batch_bytes for batch in batches)


def test_without_limits_there_is_one_batch() -> None:
    assert [len(batch) for batch in split([document(10**9)] * 500, Limits())] == [500]


def test_a_document_beyond_the_limit_is_named() -> None:
    with pytest.raises(InputProblem, match="Big"):
        split([document(10), document(2_000_000, "Big.pdf")], Limits(batch_bytes=1_000_000))


@pytest.mark.parametrize(
    ("processes", "default", "usual"),
    [((), None, None), ((7,), None, 7), ((7, 8), None, None), ((7, 8), 8, 8)],
)
def test_the_usual_process_is_the_default_or_the_only_one(
    processes: tuple[int, ...], default: int | None, usual: int | None
) -> None:
    one = replace(OFFICE, processes=tuple(map(unnamed, processes)), default_process_id=default)
    assert one.usual_process_id == usual


def test_of_two_connections_to_one_address_the_first_choice_counts() -> None:
    other = replace(OFFICE, id="b1")
    third = Connection("c1", "Elsewhere", Server("https://elsewhere.example"))
    both = Settings(connections=(third, OFFICE, other))
    assert both.connection_to(OFFICE.server.base_url) is OFFICE
    assert replace(both, default_connection="b1").connection_to(OFFICE.server.base_url) is other
    assert both.connection_to("https://seal.example.com") is None
