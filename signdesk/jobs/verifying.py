"""Is a saved result still what came back, and are its seals intact? Without a server, on any machine.

With the batch's receipt every document is held against what was sent. Without one, a seal can only be looked
at over the file that is there. Blocking: worker threads only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from signdesk.domain.batches import GOOD_OUTCOMES, Batch, BatchDocument, Outcome
from signdesk.domain.documents import folded
from signdesk.domain.errors import DamagedResult, ForeignResult, SavingProblem
from signdesk.domain.processes import ProcessKind
from signdesk.domain.receipts import NoReceipt, batch_of
from signdesk.domain.seal_facts import SealFacts
from signdesk.domain.words import say
from signdesk.jobs.checking import check_result, sha256_of
from signdesk.seals import Finding, Look, look_at_detached, look_at_pdf, look_at_pdf_alone
from signdesk.storage.archive import Archive, Entry, read_archive
from signdesk.storage.receipts import read_receipt

MOST_FILES = 20_000
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_UNKNOWN = say("It holds no seal that SignDesk can check on its own.")


class Verdict(StrEnum):
    """INTACT alone is good news. The values are part of the command line's contract."""

    INTACT = "intact"  # a seal, intact over exactly this document (with a receipt: the one that was sent)
    REPORTED = "reported"  # by receipt: a validating process's report, unchanged
    BROKEN = "broken"  # a seal that is not intact, or not over this document
    UNSEALED = "unsealed"
    CHANGED = "changed"  # not the file that the receipt names
    MISSING = "missing"
    NOT_CHECKED = "not_checked"


GOOD = frozenset([Verdict.INTACT, Verdict.REPORTED])
_BY_FINDING = {
    Finding.INTACT: Verdict.INTACT,
    Finding.BROKEN: Verdict.BROKEN,
    Finding.NONE: Verdict.UNSEALED,
    Finding.NOT_CHECKED: Verdict.NOT_CHECKED,
}
_BY_OUTCOME = {
    Outcome.UNSEALED: Verdict.UNSEALED,
    Outcome.DAMAGED: Verdict.BROKEN,
    Outcome.MISSING: Verdict.MISSING,
    Outcome.VALIDATED: Verdict.REPORTED,
}


@dataclass(frozen=True, slots=True)
class Proof:
    """One document."""

    name: str
    verdict: Verdict
    sentence: str
    facts: SealFacts | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """One file that was asked about. `problem`: why nothing, or not everything, could be looked at."""

    path: Path
    proofs: tuple[Proof, ...]
    problem: str = ""
    receipt: Path | None = None

    @property
    def is_good(self) -> bool:
        """Everything in it is."""
        return bool(self.proofs) and not self.problem and all(one.verdict in GOOD for one in self.proofs)


def verify(path: Path, receipt: Path | None, work: Path) -> Verified:
    """`receipt`: as named by a person; else the one beside a ZIP is used. Never raises for what files hold;
    OSError where `path` cannot be read. `work`: a private folder for temporary copies.
    """
    with path.open("rb") as file:
        is_zip = file.read(4) == _ZIP
    beside = path.with_name(f"{path.stem} receipt.json")
    used = receipt or (beside if is_zip and beside.is_file() else None)
    try:
        batch = batch_of(read_receipt(used)) if used else None
    except (OSError, ValueError, NoReceipt):
        return Verified(path, (), say("“{file}” is no receipt that SignDesk can read.", file=used), used)
    if batch is None:
        return _alone_zip(path, work) if is_zip else Verified(path, (_alone(path),))
    return (
        _by_receipt(path, batch, used, work)
        if is_zip
        else Verified(path, (_one_of(path, batch),), receipt=used)
    )


def _by_receipt(path: Path, batch: Batch, receipt: Path | None, work: Path) -> Verified:
    problem = ""
    if sha256_of(path) != batch.result_sha256:
        problem = say("This is not the file that the receipt names: its SHA-256 is another one.")
    try:
        checked = check_result(path, batch, work)
    except (DamagedResult, ForeignResult, SavingProblem) as error:
        return Verified(path, (), problem or str(error), receipt)
    proofs = tuple(_from_outcome(one, batch.process.kind) for one in checked.documents)
    return Verified(path, proofs, problem, receipt)


def _from_outcome(one: BatchDocument, kind: ProcessKind) -> Proof:
    verdict = _BY_OUTCOME.get(one.outcome, Verdict.NOT_CHECKED)
    if one.outcome in GOOD_OUTCOMES and kind is not ProcessKind.VALIDATE:
        verdict = Verdict.INTACT if one.checked else Verdict.NOT_CHECKED
    return Proof(one.document.name, verdict, one.message or one.seal, one.facts)


def _one_of(path: Path, batch: Batch) -> Proof:
    """A single file against the receipt: one that came back, by its hash."""
    sha256 = sha256_of(path)
    names = {one.name for one in batch.result_files if one.sha256 == sha256}
    owner = next((one for one in batch.documents if names & set(one.results)), None)
    if owner is None:
        changed = say("The receipt names no file with this content.")
        return Proof(path.name, Verdict.CHANGED, changed)
    with path.open("rb") as file:
        if _is_pdf(file):
            look = look_at_pdf(file, owner.document.sha256, owner.document.size_bytes)
            return _from_look(path.name, look)
    return _alone(path)


def _alone(path: Path) -> Proof:
    """A PDF, or a `.p7s` beside what it seals."""
    with path.open("rb") as file:
        if _is_pdf(file):
            return _from_look(path.name, look_at_pdf_alone(file))
        content = path.with_suffix("")
        if path.suffix.lower() != ".p7s":
            return Proof(path.name, Verdict.NOT_CHECKED, _UNKNOWN)
        if not content.is_file():
            missing = say("The document that it seals, “{name}”, is not beside it.", name=content.name)
            return Proof(path.name, Verdict.NOT_CHECKED, missing)
        with content.open("rb") as sealed:
            return _from_look(path.name, look_at_detached(file, sealed))


def _alone_zip(path: Path, work: Path) -> Verified:
    try:
        archive = read_archive(path, (), path.stat().st_size, most_files=MOST_FILES)
        return Verified(path, tuple(_entries(archive, work)))
    except (DamagedResult, SavingProblem) as error:
        return Verified(path, (), str(error))


def _entries(archive: Archive, work: Path) -> Iterator[Proof]:
    by_name = {folded(one.name): one for one in archive.entries}
    sealed_beside = {
        folded(one.name.removesuffix(".p7s")) for one in archive.entries if one.name.endswith(".p7s")
    }
    for one in archive.entries:
        if one.name.endswith(".p7s"):
            yield _detached(archive, one, by_name.get(folded(one.name.removesuffix(".p7s"))), work)
        elif folded(one.name) not in sealed_beside:
            with archive.open_entry(one, work) as file:
                looked = _from_look(one.name, look_at_pdf_alone(file)) if _is_pdf(file) else None
            yield looked or Proof(one.name, Verdict.NOT_CHECKED, _UNKNOWN)


def _detached(archive: Archive, seal: Entry, sealed: Entry | None, work: Path) -> Proof:
    if sealed is None:
        return Proof(seal.name, Verdict.NOT_CHECKED, say("The document that it seals is not in the ZIP."))
    with archive.open_entry(seal, work) as signature, archive.open_entry(sealed, work) as content:
        return _from_look(sealed.name, look_at_detached(signature, content))


def _from_look(name: str, look: Look) -> Proof:
    return Proof(name, _BY_FINDING[look.finding], look.sentence, look.facts)


def _is_pdf(file: BinaryIO) -> bool:
    head = file.read(1024)
    file.seek(0)
    return _PDF in head
