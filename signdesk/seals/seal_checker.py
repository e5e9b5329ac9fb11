"""The program's side of looks at seals: each one is taken in the document worker, within limits.

Blocking: worker threads only. What is no document's doing raises NotOnThisComputer, after a second try by a
fresh process; at the program's end, Closed.
"""

from __future__ import annotations

import logging
import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from signdesk.domain.messages import msg, restored
from signdesk.domain.seal_facts import facts_from, held_from
from signdesk.seals import forms
from signdesk.seals.forms import Sent
from signdesk.seals.presign_check import ENDINGS, Before
from signdesk.seals.seal_check_result import NOT_READABLE, Finding, SealCheckResult
from signdesk.seals.worker.client import Closed, Failed, NotOnThisComputer, TooComplex
from signdesk.seals.worker.pool import Asks
from signdesk.seals.worker.tasks import FITS_ENDING, LOOK, LOOK_BEFORE, READY

log = logging.getLogger(__name__)
TOO_COMPLEX = msg("The seal could not be checked, because the file is too complex.")
MOST_CPU_S = 5  # for one look into up to 10 MB; a sound one takes some hundredths of that
PREPARING = "signdesk-prepare-looks"  # a thread's name
_HEAD_BYTES = 1024


class SealChecker:
    """`ca_file`: issuers that are believed beside the system's. The facts of its looks are judged by that.

    What was too complex once is not looked into again, and every other file may cost half as much then, so
    that a result full of such files does not take hours.
    """

    def __init__(self, worker: Asks, ca_file: Path | None = None) -> None:
        self._worker = worker
        self._ca_file = ca_file
        self._too_complex: set[str] = set()

    def inside(
        self, path: Path, sent: Sent, source: Path | None = None, key: str = ""
    ) -> SealCheckResult | None:
        """`forms.verify_inside`. `source` counts as long as it is what was sent. `key`: what the content is
        known by, where it lies at another path each time.
        """
        return self._look(path, key, mode="inside", sent=_plain(sent), **_content(source, sent.sha256))

    def beside(
        self, path: Path, name: str, sent: Sent, content: Path | None, content_sha256: str = "", key: str = ""
    ) -> SealCheckResult | None:
        """`forms.verify_beside`. `content_sha256` where `content` must be just that."""
        more = _content(content, content_sha256)
        return self._look(path, key, mode="beside", name=name, sent=_plain(sent), **more)

    def alone(self, path: Path, key: str = "", *, with_pages: bool = True) -> SealCheckResult | None:
        """`forms.verify_alone`."""
        return self._look(path, key, mode="alone", with_pages=with_pages)

    def is_beside(self, path: Path, name: str, key: str = "") -> bool:
        """`forms.is_beside`; not for what is too complex."""
        sure = forms.is_surely_beside(_head(path), name)
        return self._answer(path, key, otherwise=False, mode="is_beside", name=name) if sure is None else sure

    def may_be_apart(self, path: Path, key: str = "") -> bool:
        """`forms.may_be_apart`; also of what is too complex."""
        sure = forms.is_surely_apart(_head(path))
        return self._answer(path, key, otherwise=True, mode="may_be_apart") if sure is None else sure

    def is_container(self, path: Path) -> bool:
        """`forms.is_container`; not for what is too complex."""
        return self._answer(path, "", otherwise=False, mode="is_container")

    def covered(self, path: Path, key: str = "") -> frozenset[tuple[str, str]]:
        """`detached.digests_covered`; empty for what is too complex."""
        try:
            values = self._asked(path, key, mode="covered")
            return frozenset((str(name), str(digest)) for name, digest in values["covered"])
        except (Failed, TooComplex, ValueError, TypeError, KeyError):
            return frozenset()

    def _look(self, path: Path, key: str, **arguments: Any) -> SealCheckResult | None:
        ca_file = str(self._ca_file.absolute()) if self._ca_file else None
        try:
            return _look_in(self._asked(path, key, ca_file=ca_file, **arguments))
        except TooComplex:
            return SealCheckResult(Finding.NOT_CHECKED, sentence=TOO_COMPLEX)
        except (Failed, ValueError, TypeError, KeyError):
            return SealCheckResult(Finding.NOT_CHECKED, sentence=NOT_READABLE)

    def _answer(self, path: Path, key: str, *, otherwise: bool, **arguments: Any) -> bool:
        try:
            return self._asked(path, key, **arguments)["answer"] is True
        except (Failed, TooComplex, KeyError):
            return otherwise

    def _asked(self, path: Path, key: str, **arguments: Any) -> dict[str, Any]:
        """Raises Failed, TooComplex, NotOnThisComputer, Closed."""
        known_by = key or os.fspath(path)
        if known_by in self._too_complex:
            raise TooComplex("as before")
        least_cpu_s = max(1, MOST_CPU_S >> len(self._too_complex))
        try:
            return _asked_twice(self._worker, LOOK, path, least_cpu_s, **arguments)
        except TooComplex:
            self._too_complex.add(known_by)
            raise


def prepare(worker: Asks) -> None:
    """Has a process import what a look needs, in a thread of its own: that takes a second of CPU, which the
    first document would pay for. Where it does not work, the first look tries again and tells.
    """

    def ask() -> None:
        with suppress(Failed, TooComplex, NotOnThisComputer, Closed):
            worker.ask(READY, {}, 0)

    threading.Thread(target=ask, name=PREPARING, daemon=True).start()


def check_before_sending(worker: Asks, path: Path, size_bytes: int, modified_ns: int) -> Before:
    """`before.presign_check_of`, at the file as long as it is that one. Raises Closed."""
    try:
        as_it_was = {"size_bytes": size_bytes, "modified_ns": modified_ns}
        values = _asked_twice(worker, LOOK_BEFORE, path, MOST_CPU_S, **as_it_was)
        return Before(**values) if set(values) <= set(Before.__slots__) else Before()
    except TooComplex:
        return Before(too_complex=True)
    except (Failed, TypeError):
        return Before()
    except NotOnThisComputer as trouble:
        log.warning("a document was not looked into: %s", trouble)
        return Before(not_here=True)


def fits_its_ending(worker: Asks, path: Path) -> bool:
    """Whether the file begins as its name promises; True also where that cannot be told. Raises Closed."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        return True
    try:
        return _asked_twice(worker, FITS_ENDING, path, MOST_CPU_S, ending=ending).get("fits") is not False
    except (Failed, TooComplex):
        return True
    except NotOnThisComputer as trouble:
        log.warning("the first bytes of a document were not looked at: %s", trouble)
        return True


def _asked_twice(worker: Asks, task: str, path: Path, least_cpu_s: int, **arguments: Any) -> dict[str, Any]:
    """What fails for a reason of this computer is tried a second time, by a fresh process.

    Raises Failed, TooComplex, NotOnThisComputer, Closed.
    """
    request = {"path": str(path.absolute()), **arguments}
    try:
        size_bytes = path.stat().st_size + _size_of(arguments.get("content"))
    except OSError as error:
        raise NotOnThisComputer(str(error)) from error
    try:
        return worker.ask(task, request, size_bytes, least_cpu_s)[0]
    except NotOnThisComputer:
        return worker.ask(task, request, size_bytes, least_cpu_s)[0]


def _size_of(path: str | None) -> int:
    try:
        return Path(path).stat().st_size if path else 0
    except OSError:
        return 0


def _look_in(values: dict[str, Any]) -> SealCheckResult | None:
    """What `seal_check_task` noted. Raises ValueError, TypeError, KeyError."""
    if values["found"] is not True:
        return None
    facts = facts_from(values["facts"]) if values["facts"] else None
    return SealCheckResult(
        Finding(values["finding"]),
        facts.signer if facts else "",
        facts.signed_at if facts else None,
        restored(str(values["sentence"])),
        facts,
        values["may_show_more"] is True,
        held_from(values["inside"]),
        int(values["inside_more"]),
    )


def _plain(sent: Sent) -> list[Any]:
    return [sent.name, sent.sha256, sent.size_bytes]


def _content(path: Path | None, sha256: str) -> dict[str, Any]:
    return {"content": str(path.absolute()) if path else None, "content_sha256": sha256}


def _head(path: Path) -> bytes:
    """Raises NotOnThisComputer."""
    try:
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES)
    except OSError as error:
        raise NotOnThisComputer(str(error)) from error
