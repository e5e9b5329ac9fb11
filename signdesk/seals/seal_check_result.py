"""What a look at a seal finds, as a value, and the boundary behind which nothing raises.

How the look is taken: `pdf`, `detached`, `cms`.

asn1crypto 1.5.1 prepares each of its classes at its first use, without a lock (`core.Asn1Value.__init__`,
`_setup`): two threads that meet there fail in the middle of a sound seal. Hence ASN1_LOCK; remove it when
asn1crypto has a lock itself.
"""

from __future__ import annotations

import errno
import threading
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from signdesk.domain.held import Held
from signdesk.domain.messages import msg
from signdesk.domain.seal_facts import SealFacts
from signdesk.domain.seal_words import seal_sentence

_LONGEST_NAME = 100
Found = TypeVar("Found")


class Finding(StrEnum):
    """INTACT alone is good news."""

    INTACT = "intact"  # a new seal, intact, over exactly this document
    BROKEN = "broken"  # a new seal that is not intact, or is not over this document
    NONE = "none"  # no new seal
    NOT_CHECKED = "not_checked"  # it cannot be told


@dataclass(frozen=True, slots=True)
class SealCheckResult:
    """`signer` is plain text out of the certificate. Anyone can write anything into one: it proves nothing.

    `signed_at` is aware, and the sealer's own claim. `sentence` is for a person. `facts` are there where the
    finding is INTACT. `may_show_more`: what was sent is there unchanged, but a reader may see more than that
    and a seal without a picture: the pages have to be compared. `inside`: of a container whose seals are
    intact, what it holds, in its order; a part of it where it holds very much, and `inside_more` documents
    that are not listed.
    """

    finding: Finding
    signer: str = ""
    signed_at: datetime | None = None
    sentence: str = ""
    facts: SealFacts | None = None
    may_show_more: bool = False
    inside: tuple[Held, ...] = ()
    inside_more: int = 0


class NotIntact(Exception):
    """A seal is there, and it is not good. The text is the sentence for a person."""


class NotChecked(Exception):
    """It cannot be told. The text is the sentence for a person."""


NO_SEAL = msg("It carries no seal.")
NOT_READABLE = msg("The seal could not be checked, because the file could not be read.")


def hold_to_document(error: Exception) -> None:
    """Raises it again where it says nothing of the document: no memory (the document worker tells whose limit
    that was), a library that is missing, a disk that fails. What a hostile file makes libraries raise has no
    number of the system, or one that says that there is no such place in a file.
    """
    of_document = isinstance(error, OSError) and error.errno in (None, errno.EINVAL, errno.EOVERFLOW)
    if isinstance(error, MemoryError | ImportError | OSError) and not of_document:
        raise error


def as_result(look: Callable[[], SealCheckResult]) -> SealCheckResult:
    """The one place where a look ends: whatever a hostile file makes of it is a finding, never an exception.

    Broad on purpose: pyHanko and asn1crypto raise nearly anything on hostile input (assertions, recursion
    limits, errors of zlib, ...), and every one of them means that it cannot be told. Raises what is no
    finding (`hold_to_document`). One look at a time in the whole process (`turns`).
    """
    try:
        with ASN1_LOCK:
            return look()
    except NotIntact as error:
        return SealCheckResult(Finding.BROKEN, sentence=str(error))
    except NotChecked as error:
        return SealCheckResult(Finding.NOT_CHECKED, sentence=str(error))
    except Exception as error:  # noqa: BLE001
        hold_to_document(error)
        return SealCheckResult(Finding.NOT_CHECKED, sentence=NOT_READABLE)


def all_checked(looks: Iterable[Callable[[], Found]]) -> list[Found]:
    """What all of them give. Raises NotIntact where one does, before NotChecked for another."""
    found, unchecked = [], None
    for look in looks:
        try:
            found.append(look())
        except NotChecked as why:
            unchecked = unchecked or why
    if unchecked is not None:
        raise unchecked
    return found


def intact(facts: SealFacts) -> SealCheckResult:
    """A good seal. The sentence gives local time."""
    return SealCheckResult(Finding.INTACT, facts.signer, facts.signed_at, seal_sentence(facts), facts)


def plain_text(text: object) -> str:
    """A name from a certificate, fit for a screen: one line, bounded, no control or direction characters."""
    shown = [_plain_character(one) for one in str(text)[: 10 * _LONGEST_NAME]]
    line = " ".join("".join(shown).split())
    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1] + "…"


def _plain_character(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Zl", "Zp") or character in "\t\r\n":
        return " "
    return "" if category.startswith("C") else character


ASN1_LOCK = threading.RLock()
