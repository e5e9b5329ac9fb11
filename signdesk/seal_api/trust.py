"""Whom a connection believes, and the certificate that it shows to a server that wants to know the client."""

from __future__ import annotations

import os
import re
import ssl
import stat
from pathlib import Path

from signdesk.domain.connections import Way
from signdesk.domain.errors import WayProblem
from signdesk.seal_api.answers import one_line

LONGEST_FILE_BYTES = 4 * 1024 * 1024
LONGEST_PASS_PHRASE_BYTES = 1023  # OpenSSL's
_ENCRYPTED = re.compile(rb"BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: *4,ENCRYPTED")
_KEY = re.compile(rb"BEGIN [A-Z ]*PRIVATE KEY")
_CERTIFICATE = re.compile(rb"BEGIN (TRUSTED |X509 )?CERTIFICATE-")


class Trust:
    """A context for every hand-shake: the system's store, the extra issuers, the client's certificate."""

    def __init__(self, way: Way, key_pass_phrase: str = "", given: ssl.SSLContext | None = None) -> None:
        """`given`: instead of all that."""
        self._way = way
        self._pass_phrase = key_pass_phrase
        self._given = given

    @property
    def has_certificate(self) -> bool:
        """Whether a client certificate is set up."""
        return self._way.certificate is not None

    def check(self) -> None:
        """Reads the files, so that what is wrong with them is said before anything is sent. Raises
        WayProblem, which names the file and the next step.
        """
        if self._way.key is not None and self._way.certificate is None:
            raise WayProblem(
                f"“{_shown(self._way.key)}” is the key of a client certificate, but no certificate is set "
                "beside it. Choose the certificate’s file as well."
            )
        self.new_context()

    def new_context(self) -> ssl.SSLContext:
        """A context of its own for every connection (see `transport.LimitedStream.start_tls`). Raises
        WayProblem.
        """
        if self._given is not None:
            return self._given
        import truststore  # not at the program's start: it takes up to 40 ms

        context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if self._way.ca_file is not None:
            _believe(context, self._way.ca_file)
        if self._way.certificate is not None:
            self._identify(context, self._way.certificate, self._way.key or self._way.certificate)
        return context

    def _identify(self, context: ssl.SSLContext, certificate: Path, key: Path) -> None:
        if not _CERTIFICATE.search(_content(certificate, "client certificate")):
            raise WayProblem(
                f"“{_shown(certificate)}” holds no certificate in text form (PEM). Ask whoever gave you the "
                "certificate for PEM files; a .pfx or .p12 file has to be converted first."
            )
        encrypted = _check_key(key)
        pass_phrase = self._pass_phrase.encode("utf-8", "surrogatepass")
        if encrypted and not pass_phrase:
            raise WayProblem(
                f"The key in “{_shown(key)}” is protected by a pass phrase. Enter it in the connection’s "
                "settings."
            )
        if len(pass_phrase) > LONGEST_PASS_PHRASE_BYTES:
            raise WayProblem("The pass phrase of the client’s key is far too long. Enter it again.")
        try:
            # always a function: without one, OpenSSL would ask on the terminal
            context.load_cert_chain(certificate, key, password=lambda: pass_phrase)
        except ssl.SSLError as error:
            raise WayProblem(_key_fault(error, encrypted, certificate, key)) from None
        except OSError as error:
            raise _unreadable(key, "client certificate", error) from None


def _believe(context: ssl.SSLContext, ca_file: Path) -> None:
    _content(ca_file, "extra issuers")
    try:
        context.load_verify_locations(cafile=ca_file)
    except ssl.SSLError:
        raise WayProblem(
            f"“{_shown(ca_file)}” holds no issuer’s certificate in text form (PEM). Ask your IT department "
            "for the issuer’s certificate as a PEM file, and choose that."
        ) from None
    except OSError as error:
        raise _unreadable(ca_file, "extra issuers", error) from None


def _check_key(key: Path) -> bool:
    """Whether it is protected by a pass phrase."""
    content = _content(key, "client’s key")
    if os.name == "posix" and stat.S_IMODE(key.stat().st_mode) & 0o077:
        raise WayProblem(
            f"Other users of this computer may use “{_shown(key)}”, which holds the client’s secret key. "
            f"Take their rights away (chmod 600), and try again."
        )
    if not _KEY.search(content):
        raise WayProblem(
            f"“{_shown(key)}” holds no key in text form (PEM). Choose the file with the client’s secret key."
        )
    return bool(_ENCRYPTED.search(content))


def _key_fault(error: ssl.SSLError, encrypted: bool, certificate: Path, key: Path) -> str:
    if "MISMATCH" in (error.reason or ""):
        return (
            f"The key in “{_shown(key)}” does not belong to the certificate in “{_shown(certificate)}”. "
            "Choose the two files that belong together."
        )
    if encrypted:
        return f"The pass phrase for “{_shown(key)}” is not right, or the file is damaged. Enter it again."
    return (
        f"“{_shown(certificate)}” and “{_shown(key)}” cannot be used as a client certificate: one of them is "
        "damaged. Ask whoever gave them to you for new ones."
    )


def _content(path: Path, what: str) -> bytes:
    try:
        if not path.is_file():  # never a pipe: reading one may wait for ever
            raise FileNotFoundError(path)
        with path.open("rb") as file:
            return file.read(LONGEST_FILE_BYTES)
    except OSError as error:
        raise _unreadable(path, what, error) from None


def _unreadable(path: Path, what: str, error: OSError) -> WayProblem:
    why = "it is not there" if isinstance(error, FileNotFoundError) else error.strerror or "unknown reason"
    return WayProblem(
        f"The file of the {what}, “{_shown(path)}”, cannot be read: {why}. Choose it again in the "
        "connection’s settings."
    )


def _shown(path: Path) -> str:
    return one_line(str(path))
