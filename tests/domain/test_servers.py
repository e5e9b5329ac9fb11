from __future__ import annotations

import pytest

from signdesk.domain.errors import InputProblem
from signdesk.domain.servers import Credentials, SignIn, api_key_header, origin, server_address


@pytest.mark.parametrize(
    ("pasted", "address"),
    [
        ("https://seal.example.com", "https://seal.example.com"),
        ("https://seal.example.com/", "https://seal.example.com"),
        ("https://seal.example.com:8970/api/", "https://seal.example.com:8970"),
        ("https://seal.example.com/prefix/API/CreateBatch/1", "https://seal.example.com/prefix"),
        ("https://seal.example.com/swagger/index.html", "https://seal.example.com"),
        ("https://seal.example.com/apiary", "https://seal.example.com/apiary"),
        (" seal.example.com ", "https://seal.example.com"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("http://localhost", "http://localhost"),
        ("http://[::1]:99", "http://[::1]:99"),
    ],
)
def test_a_pasted_address_ends_before_api(pasted: str, address: str) -> None:
    assert server_address(pasted) == address


@pytest.mark.parametrize(
    "pasted",
    [
        "",
        "https://",
        "ftp://seal.example.com",
        "https://user:secret@seal.example.com",
        "https://seal.example.com?x=1",
        "https://seal.example.com/#a",
        "https://seal.example.com:99999",
        "https://seal.example.com:0",
        "https://[::1",
        "https:/seal.example.com",
        "https:8443",
        "https://seal example.com",
        "http://seal.example.com",
        "http://192.168.0.1",
        "https://169.254.169.254",
        "https://[fe80::1%25eth0]",
        "https://[::ffff:169.254.169.254]",
        "https://2852039166",
        "https://0xa9fea9fe",
        "https://169.254.43518",
        "https://169.254.169.254.",
    ],
)
def test_odd_and_unsafe_addresses_are_refused(pasted: str) -> None:
    with pytest.raises(InputProblem):
        server_address(pasted)


@pytest.mark.parametrize(
    "typed", ["http:\\\\seal.example.com", "https:\\seal.example.com", "[::1", "a℀.example"]
)
def test_a_refusal_shows_what_an_address_looks_like_and_no_words_of_a_library(typed: str) -> None:
    with pytest.raises(InputProblem) as caught:
        server_address(typed)
    assert str(caught.value) == f"“{typed}” is not a server address. It looks like https://seal.example.com."


@pytest.mark.parametrize("port", ["99999", "0", "x", "-1"])
def test_a_port_that_is_none_is_told_as_one(port: str) -> None:
    with pytest.raises(InputProblem) as caught:
        server_address(f"seal.example.com:{port}")
    said = f"“seal.example.com:{port}” is not an address: a port is a number from 1 to 65535."
    assert str(caught.value) == said


def test_what_follows_a_question_mark_is_not_repeated() -> None:
    with pytest.raises(InputProblem) as caught:
        server_address("https://seal.example.com/?key=canary")
    assert "canary" not in str(caught.value)


def test_consent_allows_plain_http_and_nothing_else() -> None:
    assert server_address("http://seal.example.com/api", plain_http=True) == "http://seal.example.com"
    assert server_address("seal.example.com", plain_http=True) == "https://seal.example.com"
    for odd in ("http://169.254.169.254", "ftp://seal.example.com", "http://eva:x@seal.example.com"):
        with pytest.raises(InputProblem):
            server_address(odd, plain_http=True)


@pytest.mark.parametrize("host", ["seal.example.com", "[::1", "host:99999"])
def test_a_refusal_does_not_repeat_a_password(host: str) -> None:
    with pytest.raises(InputProblem) as caught:
        server_address(f"https://user:canary@{host}")
    assert "canary" not in str(caught.value)


def test_credentials_show_nothing_and_know_their_kind() -> None:
    assert "canary" not in repr(
        Credentials(api_key="canary", user="canary", password="canary", token="canary")
    )
    assert Credentials(api_key="a").kind is SignIn.API_KEY
    assert Credentials(token="a").kind is SignIn.BEARER
    assert Credentials(user="a", password="b").kind is SignIn.BASIC
    assert Credentials().kind is SignIn.NONE


def test_origins_compare_with_default_ports() -> None:
    assert origin("https://Seal.example.com/prefix") == "https://seal.example.com:443"
    assert origin("http://127.0.0.1:81") == "http://127.0.0.1:81"


@pytest.mark.parametrize("name", ["", "A B", "X\r\nY", "Host", "content-length", "ключ"])
def test_header_names_that_cannot_carry_a_key(name: str) -> None:
    with pytest.raises(InputProblem):
        api_key_header(name)


def test_header_names_that_can() -> None:
    assert api_key_header("X-Api-Key") == "X-Api-Key"
