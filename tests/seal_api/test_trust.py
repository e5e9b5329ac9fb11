"""Extra issuers and the client's certificate: which files are used, and what is said about the wrong ones."""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme
from cryptography.hazmat.primitives import serialization

from signdesk.domain.connections import TransportConfig
from signdesk.domain.errors import InputProblem, TlsProblem
from signdesk.domain.servers import AcceptForm, Credentials
from tests.seal_api.talking import CREATED, talking
from tests.support.canary import KEY, MARK, PASS_PHRASE, WRONG_KEY, marked
from tests.support.raw_server import RawServer, json_reply

NOW = datetime.now(UTC)
DAY = timedelta(days=1)
SECRET = Credentials(api_key=KEY)


@pytest.fixture(scope="session")
def client_authority() -> trustme.CA:
    """Issues the clients' certificates; the server's come from another."""
    return trustme.CA()


@pytest.fixture(scope="session")
def eva(client_authority: trustme.CA) -> trustme.LeafCert:
    return client_authority.issue_cert("eva@example.com")


@pytest.fixture
def asking(localhost: ssl.SSLContext, client_authority: trustme.CA) -> ssl.SSLContext:
    """A server's context that wants to know the client."""
    localhost.verify_mode = ssl.CERT_REQUIRED
    client_authority.configure_trust(localhost)
    return localhost


@pytest.fixture
def folder(tmp_path: Path, eva: trustme.LeafCert, client_authority: trustme.CA) -> Path:
    """certificate.pem, key.pem (plain), locked.pem (by PASS_PHRASE), both.pem, and wrong ones."""
    key = serialization.load_pem_private_key(eva.private_key_pem.bytes(), None)
    locked = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(PASS_PHRASE.encode()),
    )
    files = {
        "certificate.pem": eva.cert_chain_pems[0].bytes(),
        "key.pem": eva.private_key_pem.bytes(),
        "locked.pem": locked,
        "both.pem": eva.private_key_and_cert_chain_pem.bytes(),
        "other key.pem": client_authority.issue_cert("o@example.com").private_key_pem.bytes(),
        "text.pem": "zażółć gęślą jaźń\n".encode(),
        "empty.pem": b"",
        "binary.pfx": bytes(range(256)),
        "damaged.pem": b"\n".join(
            line[: 40 - at] for at, line in enumerate(eva.private_key_pem.bytes().split(b"\n"))
        ),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        (tmp_path / name).chmod(0o600)
    return tmp_path


@pytest.mark.parametrize(
    ("certificate", "key", "pass_phrase"),
    [
        ("certificate.pem", "key.pem", ""),
        ("certificate.pem", "key.pem", marked("not needed")),
        ("certificate.pem", "locked.pem", PASS_PHRASE),
        ("both.pem", None, ""),
        ("certificate.pem", "both.pem", ""),
    ],
)
async def test_a_server_that_asks_is_shown_the_certificate(
    certificate: str,
    key: str | None,
    pass_phrase: str,
    believing: TransportConfig,
    asking: ssl.SSLContext,
    folder: Path,
) -> None:
    way = replace(believing, certificate=folder / certificate, key=folder / key if key else None)
    with RawServer([json_reply(201, CREATED)], ssl_context=asking) as server:
        async with talking(server, transport=way, key_pass_phrase=pass_phrase) as client:
            assert await client.create_batch(1) == "2123"


@pytest.mark.parametrize(
    ("changes", "pass_phrase", "words"),
    [
        ({"key": "locked.pem"}, "", "locked.pem” is protected by a pass phrase. Enter it"),
        ({"key": "locked.pem"}, WRONG_KEY, "pass phrase for “{}/locked.pem” is not right"),
        ({"key": "locked.pem"}, MARK * 999, "pass phrase of the client’s key is far too long"),
        ({"key": "other key.pem"}, "", "does not belong to the certificate in “{}/certificate.pem”"),
        ({"key": "certificate.pem"}, "", "“{}/certificate.pem” holds no key in text form"),
        ({"key": None}, "", "“{}/certificate.pem” holds no key in text form"),
        ({"key": "text.pem"}, "", "“{}/text.pem” holds no key"),
        ({"key": "damaged.pem"}, "", "one of them is damaged"),
        ({"key": "gone.pem"}, "", "“{}/gone.pem”, cannot be read: it is not there. Choose it again"),
        ({"key": "."}, "", "cannot be read: it is not there"),
        ({"certificate": "binary.pfx"}, "", "“{}/binary.pfx” holds no certificate in text form (PEM)"),
        ({"certificate": "empty.pem"}, "", "“{}/empty.pem” holds no certificate"),
        ({"certificate": "gone.pem"}, "", "“{}/gone.pem”, cannot be read"),
        ({"certificate": None}, "", "“{}/key.pem” is the key of a client certificate, but no certificate"),
        ({"ca_file": "gone.pem"}, "", "“{}/gone.pem”, cannot be read: it is not there"),
        ({"ca_file": "text.pem"}, "", "“{}/text.pem” holds no issuer’s certificate in text form (PEM)"),
        ({"ca_file": "key.pem"}, "", "“{}/key.pem” holds no issuer’s certificate"),
        ({"ca_file": "binary.pfx"}, "", "“{}/binary.pfx” holds no issuer’s certificate"),
    ],
    ids=lambda value: "-".join(map(str, value.items())) if isinstance(value, dict) else "",
)
async def test_a_wrong_file_is_told_with_its_path_before_anything_is_sent(
    changes: dict[str, str | None],
    pass_phrase: str,
    words: str,
    believing: TransportConfig,
    asking: ssl.SSLContext,
    folder: Path,
) -> None:
    way = replace(believing, certificate=folder / "certificate.pem", key=folder / "key.pem")
    changed: dict[str, Any] = {name: folder / value if value else None for name, value in changes.items()}
    way = replace(way, **changed)
    with RawServer(ssl_context=asking) as server:
        async with talking(server, SECRET, transport=way, key_pass_phrase=pass_phrase) as client:
            for call in (client.create_batch(1), client.accept("2123", AcceptForm.PATH)):
                with pytest.raises(InputProblem) as caught:
                    await call
                assert isinstance(caught.value, TlsProblem)  # so that no job repeats it
                assert words.format(folder) in str(caught.value)
                assert "canary" not in str(caught.value)
    assert server.connections == 0


@pytest.mark.skipif(os.name != "posix", reason="rights as on POSIX")
@pytest.mark.parametrize("rights", [0o640, 0o604, 0o660, 0o644])
async def test_a_key_that_others_may_read_is_refused(
    rights: int, believing: TransportConfig, folder: Path
) -> None:
    (folder / "key.pem").chmod(rights)
    way = replace(believing, certificate=folder / "certificate.pem", key=folder / "key.pem")
    with RawServer() as server:
        async with talking(f"https://localhost:{server.port}", transport=way) as client:
            with pytest.raises(InputProblem, match=r"Other users .*key\.pem.*chmod 600"):
                await client.create_batch(1)
            (folder / "key.pem").chmod(0o400)
            with pytest.raises(Exception, match="could not be reached"):
                await client.create_batch(1)
    assert server.connections == 1


@pytest.mark.skipif(os.name != "posix", reason="named pipes as on POSIX")
@pytest.mark.parametrize("which", ["ca_file", "certificate", "key"])
async def test_a_pipe_in_a_files_place_does_not_hold_anything_up(
    which: str, believing: TransportConfig, folder: Path
) -> None:
    pipe = folder / "pipe"
    os.mkfifo(pipe, 0o600)
    files: dict[str, Any] = {
        "certificate": folder / "certificate.pem",
        "key": folder / "key.pem",
        which: pipe,
    }
    way = replace(believing, **files)
    async with talking("https://localhost:9", transport=way) as client:
        with pytest.raises(InputProblem, match="cannot be read"):
            await client.create_batch(1)


async def test_a_file_that_goes_missing_later_is_told_and_costs_no_connection(
    believing: TransportConfig, localhost: ssl.SSLContext
) -> None:
    assert believing.ca_file is not None
    with RawServer(otherwise=json_reply(201, CREATED), ssl_context=localhost) as server:
        async with talking(server, transport=believing) as client:
            await client.create_batch(1)
            believing.ca_file.rename(believing.ca_file.with_suffix(".away"))
            for _ in range(70):
                with pytest.raises(InputProblem, match="is not there"):
                    await client.accept("2123", AcceptForm.PATH)
            await client.create_batch(1)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (False, "asks for a client certificate, which has not been set up"),
        (True, "did not accept the client"),
    ],
)
@pytest.mark.parametrize("newest", [ssl.TLSVersion.TLSv1_3, ssl.TLSVersion.TLSv1_2], ids=["1.3", "1.2"])
async def test_a_missing_and_a_wrong_certificate_are_told_apart(
    given: bool,
    words: str,
    newest: ssl.TLSVersion,
    believing: TransportConfig,
    asking: ssl.SSLContext,
    folder: Path,
) -> None:
    stranger = folder / "stranger.pem"
    trustme.CA().issue_cert("mallory@example.com").private_key_and_cert_chain_pem.write_to_path(stranger)
    stranger.chmod(0o600)
    asking.maximum_version = newest
    way = replace(believing, certificate=stranger) if given else believing
    with RawServer(ssl_context=asking) as server:
        async with talking(server, SECRET, transport=way) as client:
            for call in (client.create_batch(1), client.accept("2123", AcceptForm.PATH)):
                with pytest.raises(TlsProblem) as caught:
                    await call
                if newest is ssl.TLSVersion.TLSv1_3 or given:
                    assert words in str(caught.value)
    assert server.requests == []


async def test_extra_issuers_are_believed_beside_the_systems(
    believing: TransportConfig, localhost: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The system's store here is SSL_CERT_FILE."""
    system = trustme.CA()
    system.cert_pem.write_to_path(tmp_path / "system.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "system.pem"))
    by_system = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    system.issue_cert("localhost").configure_cert(by_system)
    for context in (localhost, by_system):
        with RawServer([json_reply(201, CREATED)], ssl_context=context) as server:
            async with talking(server, transport=believing) as client:
                await client.create_batch(1)


Spoil = Callable[[ssl.SSLContext, trustme.CA], None]


def _expired(context: ssl.SSLContext, authority: trustme.CA) -> None:
    authority.issue_cert("localhost", not_before=NOW - 9 * DAY, not_after=NOW - DAY).configure_cert(context)


def _not_yet(context: ssl.SSLContext, authority: trustme.CA) -> None:
    authority.issue_cert("localhost", not_before=NOW + DAY, not_after=NOW + 9 * DAY).configure_cert(context)


def _other_name(context: ssl.SSLContext, authority: trustme.CA) -> None:
    authority.issue_cert("another.example").configure_cert(context)


def _other_address(context: ssl.SSLContext, authority: trustme.CA) -> None:
    authority.issue_cert("127.0.0.2").configure_cert(context)


def _unknown(context: ssl.SSLContext, authority: trustme.CA) -> None:
    trustme.CA().issue_cert("localhost").configure_cert(context)


def _self_signed(context: ssl.SSLContext, authority: trustme.CA) -> None:
    """A certificate that is its own issuer."""
    stranger = trustme.CA()
    with stranger.private_key_pem.tempfile() as key, stranger.cert_pem.tempfile() as certificate:
        context.load_cert_chain(certificate, key)


def _missing_link(context: ssl.SSLContext, authority: trustme.CA) -> None:
    """The issuer between the certificate and the one that is known is not sent."""
    leaf = authority.create_child_ca().issue_cert("localhost")
    with leaf.private_key_pem.tempfile() as key, leaf.cert_chain_pems[0].tempfile() as certificate:
        context.load_cert_chain(certificate, key)


def _old_protocol(context: ssl.SSLContext, authority: trustme.CA) -> None:
    authority.issue_cert("localhost").configure_cert(context)
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_expired, "it has expired"),
        (_not_yet, "it is not valid yet"),
        (_other_name, "it belongs to another name"),
        (_other_address, "it belongs to another name"),
        (_unknown, "issuer that this computer does not trust"),
        (_self_signed, "issuer that this computer does not trust"),
        (_missing_link, "issuer that this computer does not trust"),
        (_old_protocol, "could not be agreed on"),
    ],
)
@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1_1 is deprecated")
async def test_p15_eight_faults_of_a_certificate_and_not_one_byte_is_sent(
    spoil: Spoil, words: str, authority: trustme.CA, believing: TransportConfig
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    spoil(context, authority)
    with RawServer(otherwise=json_reply(201, CREATED), ssl_context=context) as server:
        async with talking(server, SECRET, transport=believing) as client:
            for call in (client.create_batch(1), client.accept("2123", AcceptForm.PATH)):
                with pytest.raises(TlsProblem, match=words):
                    await call
    assert server.requests == []
    assert server.connections == 2
