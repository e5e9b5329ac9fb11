"""Certificates of a test's own authority."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
import trustme

from signdesk.domain.connections import Proxy, ProxyKind, TransportConfig
from tests.seal_api.talking import serving


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """Known to nobody unless a test says so."""
    return trustme.CA()


@pytest.fixture(scope="session")
def localhost_certificate(authority: trustme.CA) -> trustme.LeafCert:
    return authority.issue_cert("localhost", "seal.example", "127.0.0.1")


@pytest.fixture
def localhost(localhost_certificate: trustme.LeafCert) -> ssl.SSLContext:
    """For a server that is called localhost or seal.example."""
    return serving(localhost_certificate)


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority.configure_trust(context)
    return context


@pytest.fixture
def issuer(authority: trustme.CA, tmp_path: Path) -> Path:
    """The authority's certificate as a PEM file."""
    path = tmp_path / "issuer.pem"
    authority.cert_pem.write_to_path(path)
    return path


@pytest.fixture
def believing(issuer: Path) -> TransportConfig:
    """Believes the authority, and goes straight to the server."""
    return TransportConfig(proxy=Proxy(ProxyKind.NONE), ca_file=issuer)
