"""Whom a connection believes, and the certificate that it shows to a server that wants to know the client."""

from __future__ import annotations

import os
import re
import ssl
import stat
from collections.abc import Callable
from pathlib import Path

from signdesk.domain.connections import TransportConfig
from signdesk.domain.errors import PassPhraseProblem, WayProblem
from signdesk.domain.messages import Message, msg
from signdesk.seal_api.answers import one_line
from signdesk.seal_api.certificates import reason_of

LONGEST_FILE_BYTES = 4 * 1024 * 1024
LONGEST_PASS_PHRASE_BYTES = 1023  # OpenSSL's
_ENCRYPTED = re.compile(rb"BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: *4,ENCRYPTED")
_KEY = re.compile(rb"BEGIN [A-Z ]{0,40}PRIVATE KEY")  # bounded: the search begins at every BEGIN
_CERTIFICATE = re.compile(rb"BEGIN (TRUSTED |X509 )?CERTIFICATE-")


class Trust:
    """A context for every hand-shake: the system's store, the extra issuers, the client's certificate."""

    def __init__(
        self,
        transport: TransportConfig,
        key_pass_phrase: str = "",
        given: ssl.SSLContext | None = None,
    ) -> None:
        """`given`: instead of all that."""
        self._way = transport
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
                msg(
                    "“{file}” is the key of a client certificate, but no certificate is set beside it. "
                    "Choose the certificate’s file as well.",
                    file=_shown(self._way.key),
                )
            )
        self.new_context()

    def new_context(self) -> ssl.SSLContext:
        """A context of its own for every connection (see `sockets.LimitedStream.start_tls`). Raises
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
        if not _CERTIFICATE.search(_content(certificate, _certificate_unreadable)):
            raise WayProblem(
                msg(
                    "“{file}” holds no certificate in text form (PEM). Ask whoever gave you the certificate "
                    "for PEM files; a .pfx or .p12 file has to be converted first.",
                    file=_shown(certificate),
                )
            )
        encrypted = _check_key(key)
        pass_phrase = self._pass_phrase.encode("utf-8", "surrogatepass")
        if encrypted and not pass_phrase:
            raise PassPhraseProblem(
                msg(
                    "The key in “{file}” is protected by a pass phrase. Enter it in the connection’s "
                    "settings.",
                    file=_shown(key),
                )
            )
        if len(pass_phrase) > LONGEST_PASS_PHRASE_BYTES:
            raise WayProblem(msg("The pass phrase of the client’s key is far too long. Enter it again."))
        try:
            # always a function: without one, OpenSSL would ask on the terminal
            context.load_cert_chain(certificate, key, password=lambda: pass_phrase)
        except ssl.SSLError as error:
            raise _key_fault(error, encrypted, certificate, key) from None
        except OSError as error:
            raise _unreadable(key, _certificate_unreadable, error) from None


def _believe(context: ssl.SSLContext, ca_file: Path) -> None:
    _content(ca_file, _issuers_unreadable)
    try:
        context.load_verify_locations(cafile=ca_file)
    except ssl.SSLError:
        raise WayProblem(
            msg(
                "“{file}” holds no issuer’s certificate in text form (PEM). Ask your IT department for the "
                "issuer’s certificate as a PEM file, and choose that.",
                file=_shown(ca_file),
            )
        ) from None
    except OSError as error:
        raise _unreadable(ca_file, _issuers_unreadable, error) from None


def holds_key(content: bytes) -> bool:
    """Whether a secret key in text form (PEM) is in it."""
    return _KEY.search(content) is not None


def _check_key(key: Path) -> bool:
    """Whether it is protected by a pass phrase."""
    content = _content(key, _key_unreadable)
    if os.name == "posix" and stat.S_IMODE(key.stat().st_mode) & 0o077:
        raise WayProblem(
            msg(
                "Other users of this computer may use “{file}”, which holds the client’s secret key. Take "
                "their rights away (chmod 600), and try again.",
                file=_shown(key),
            )
        )
    if not holds_key(content):
        raise WayProblem(
            msg(
                "“{file}” holds no key in text form (PEM). Choose the file with the client’s secret key.",
                file=_shown(key),
            )
        )
    return bool(_ENCRYPTED.search(content))


def _key_fault(error: ssl.SSLError, encrypted: bool, certificate: Path, key: Path) -> WayProblem:
    if "MISMATCH" in reason_of(error):
        text = msg(
            "The key in “{key}” does not belong to the certificate in “{certificate}”. Choose the two files "
            "that belong together.",
            key=_shown(key),
            certificate=_shown(certificate),
        )
        return WayProblem(text)
    if encrypted:
        text = msg(
            "The pass phrase for “{file}” is not right, or the file is damaged. Enter it again.",
            file=_shown(key),
        )
        return PassPhraseProblem(text)
    text = msg(
        "“{certificate}” and “{key}” cannot be used as a client certificate: one of them is damaged. Ask "
        "whoever gave them to you for new ones.",
        certificate=_shown(certificate),
        key=_shown(key),
    )
    return WayProblem(text)


def _content(path: Path, unreadable: Callable[[str, str], Message]) -> bytes:
    try:
        if not path.is_file():  # never a pipe: reading one may wait for ever
            raise FileNotFoundError(path)
        with path.open("rb") as file:
            return file.read(LONGEST_FILE_BYTES)
    except OSError as error:
        raise _unreadable(path, unreadable, error) from None


def _unreadable(path: Path, sentence: Callable[[str, str], Message], error: OSError) -> WayProblem:
    if isinstance(error, FileNotFoundError):
        return WayProblem(sentence(_shown(path), msg("it is not there")))
    return WayProblem(sentence(_shown(path), error.strerror or msg("unknown reason")))


def _certificate_unreadable(file: str, why: str) -> Message:
    return msg(
        "The file of the client certificate, “{file}”, cannot be read: {why}. Choose it again in the "
        "connection’s settings.",
        file=file,
        why=why,
    )


def _key_unreadable(file: str, why: str) -> Message:
    return msg(
        "The file of the client’s key, “{file}”, cannot be read: {why}. Choose it again in the connection’s "
        "settings.",
        file=file,
        why=why,
    )


def _issuers_unreadable(file: str, why: str) -> Message:
    return msg(
        "The file of the extra issuers, “{file}”, cannot be read: {why}. Choose it again in the connection’s "
        "settings.",
        file=file,
        why=why,
    )


def _shown(path: Path) -> str:
    return one_line(str(path))
