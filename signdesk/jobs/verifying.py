"""Is a saved result still what came back, and are its seals intact? Without a server, on any machine.

With the batch's receipt every document is held against what was sent. Without one, a seal can only be looked
at over the file that is there. Blocking: worker threads only.
"""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePath

from signdesk.domain.batches import PROVEN_OUTCOMES, Batch, BatchDocument, Outcome
from signdesk.domain.documents import folded
from signdesk.domain.errors import ResultProblem, SavingProblem
from signdesk.domain.processes import ProcessKind
from signdesk.domain.receipts import NoReceipt, batch_of
from signdesk.domain.seal_facts import SealFacts
from signdesk.domain.seal_words import seal_notes
from signdesk.domain.words import say, sentences
from signdesk.jobs.checking import check_result
from signdesk.jobs.digests import sha256_of
from signdesk.jobs.recognising import sent
from signdesk.seals import Finding, Look
from signdesk.seals.asic import is_asic
from signdesk.seals.forms import SEAL_ENDINGS, Sent, is_beside, look_alone, look_beside, look_inside
from signdesk.seals.issuers import judged
from signdesk.seals.worker.client import DocumentWorker
from signdesk.storage.archive import Archive, Entry, read_archive
from signdesk.storage.receipts import read_receipt

MOST_FILES = 20_000
_ZIP = b"PK\x03\x04"
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


def verify(
    path: Path,
    receipt: Path | None,
    work: Path,
    ca_file: Path | None = None,
    worker: DocumentWorker | None = None,
) -> Verified:
    """`receipt`: as named by a person; else the one beside a ZIP is used. Never raises for what files hold;
    OSError where `path` cannot be read. `work`: a private folder for temporary copies. `ca_file`: issuers
    that are believed beside the system's. `worker`: compares pages, as for `check_result`.
    """
    found = _verified(path, receipt, work, ca_file, worker)
    return replace(found, proofs=tuple(_with_issuer(one, ca_file) for one in found.proofs))


def _verified(
    path: Path, receipt: Path | None, work: Path, ca_file: Path | None, worker: DocumentWorker | None
) -> Verified:
    with path.open("rb") as file:
        is_zip = file.read(4) == _ZIP and not is_asic(file)
    used = receipt or (receipt_beside(path) if is_zip else None)
    try:
        batch = batch_of(read_receipt(used)) if used else None
    except (OSError, ValueError, NoReceipt):
        return Verified(path, (), say("“{file}” is no receipt that SignDesk can read.", file=used), used)
    if batch is None:
        return _alone_zip(path, work) if is_zip else Verified(path, (_alone(path),))
    if not is_zip:
        return Verified(path, (_one_of(path, batch),), receipt=used)
    problem = ""
    if sha256_of(path) != batch.result_sha256:
        problem = say("This is not the file that the receipt names: its SHA-256 is another one.")
    try:
        checked = check_result(path, batch, work, ca_file, worker)
    except (ResultProblem, SavingProblem) as error:
        return Verified(path, (), problem or str(error), used)
    proofs = tuple(_from_outcome(one, batch.process.kind) for one in checked.documents)
    return Verified(path, proofs, problem, used)


def receipt_beside(path: Path) -> Path | None:
    """Of a saved ZIP, where it still has it."""
    beside = path.with_name(f"{path.stem} receipt.json")
    return beside if beside.is_file() else None


def is_result(path: Path) -> bool:
    """Whether it is a saved result and no document: by the receipt beside it, or by its form. Blocking.

    Never raises.
    """
    try:
        ending = path.suffix.lower()
        return path.is_file() and (
            ending in SEAL_ENDINGS or (ending == ".zip" and bool(receipt_beside(path)))
        )
    except (OSError, ValueError):
        return False


def _with_issuer(one: Proof, ca_file: Path | None) -> Proof:
    if one.facts is None or not one.facts.chain:
        return one
    facts = judged(one.facts, ca_file)
    return replace(one, facts=facts, sentence=sentences(one.sentence, *seal_notes(facts)))


def _from_outcome(one: BatchDocument, kind: ProcessKind) -> Proof:
    verdict = _BY_OUTCOME.get(one.outcome, Verdict.NOT_CHECKED)
    if one.outcome in PROVEN_OUTCOMES and kind is not ProcessKind.VALIDATE:
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
        look = look_inside(file, sent(owner))
    if look is not None and look.finding is Finding.INTACT:
        return _from_look(path.name, look)
    if owner.outcome is Outcome.RESEALED and (changed_first := _resealed(path, owner)) is not None:
        return changed_first
    return _by_files_beside(path, batch, owner) or (
        _from_look(path.name, look) if look is not None else _alone(path)
    )


def _resealed(path: Path, owner: BatchDocument) -> Proof | None:
    """A file that the server changed before it sealed it: its seal is intact over itself."""
    with path.open("rb") as file:
        look = look_alone(file)
    if look is None or look.finding is not Finding.INTACT:
        return None
    return Proof(path.name, Verdict.INTACT, owner.seal or owner.message or look.sentence, look.facts)


def _by_files_beside(path: Path, batch: Batch, owner: BatchDocument) -> Proof | None:
    """A document and the seal that came back beside it, whichever of the two was named. None without them."""
    returned = {one.name: one.sha256 for one in batch.result_files if one.name in owner.results}
    for name, sha256 in returned.items():
        seal = path if sha256_of(path) == sha256 else path.with_name(PurePath(name).name)
        if sha256_of(seal) != sha256:
            continue
        with seal.open("rb") as file:
            content = _content_of(seal) if seal == path else path
            if content is None or not is_beside(file, name):
                continue
            with content.open("rb") as sealed:
                return _from_look(path.name, look_beside(file, name, sent(owner), sealed))
    return None


def _content_of(seal: Path) -> Path | None:
    """The file that a seal beside it is over, by its name: `Letter.pdf` for `Letter.pdf.p7s`, and for
    `Letter.p7s` where nothing else is called so.
    """
    content = seal.with_suffix("")
    if content.is_file():
        return content
    alike = [one for one in seal.parent.glob(f"{glob.escape(seal.stem)}.*") if one != seal and one.is_file()]
    return alike[0] if len(alike) == 1 else None


def _alone(path: Path) -> Proof:
    """A file with a seal inside, or a seal file beside what it seals."""
    with path.open("rb") as file:
        if not is_beside(file, path.name):
            return _from_look(path.name, look_alone(file))
        content = _content_of(path)
        if content is not None:
            with content.open("rb") as sealed:
                return _from_look(
                    path.name, look_beside(file, path.name, _nothing_known(content.name), sealed)
                )
        look = look_alone(file)
    if look is not None and look.finding is Finding.INTACT:
        return _from_look(path.name, look)
    missing = say("The document that it seals, “{name}”, is not beside it.", name=path.stem)
    return Proof(path.name, Verdict.NOT_CHECKED, missing)


def _alone_zip(path: Path, work: Path) -> Verified:
    try:
        archive = read_archive(path, (), path.stat().st_size, most_files=MOST_FILES)
        return Verified(path, tuple(_entries(archive, work)))
    except (ResultProblem, SavingProblem) as error:
        return Verified(path, (), str(error))


def _entries(archive: Archive, work: Path) -> Iterator[Proof]:
    seal_names = {one.name for one in archive.entries if _is_seal(archive, one, work)}
    others = [one for one in archive.entries if one.name not in seal_names]
    seals = {name: _sealed_by(name, others) for name in seal_names}
    sealed_beside = {one.name for one in seals.values() if one is not None}
    for one in archive.entries:
        if one.name in seals:
            yield _detached(archive, one, seals[one.name], work)
        elif one.name not in sealed_beside:
            with archive.open_entry(one, work) as file:
                yield _from_look(one.name, look_alone(file))


def _is_seal(archive: Archive, entry: Entry, work: Path) -> bool:
    with archive.open_entry(entry, work) as file:
        return is_beside(file, entry.name)


def _sealed_by(name: str, entries: Sequence[Entry]) -> Entry | None:
    """As `_content_of`, in the ZIP."""
    content = folded(name.removesuffix(PurePath(name).suffix))
    exact = [one for one in entries if folded(one.name) == content]
    alike = exact or [one for one in entries if folded(PurePath(one.name).stem) == content]
    return alike[0] if len(alike) == 1 else None


def _detached(archive: Archive, seal: Entry, sealed: Entry | None, work: Path) -> Proof:
    with archive.open_entry(seal, work) as file:
        if sealed is None:
            look = look_alone(file)
            if look is not None and look.finding is Finding.INTACT:
                return _from_look(seal.name, look)
            return Proof(seal.name, Verdict.NOT_CHECKED, say("The document that it seals is not in the ZIP."))
        with archive.open_entry(sealed, work) as content:
            look = look_beside(file, seal.name, _nothing_known(sealed.name), content)
            inside = look_alone(content)  # a seal beside it must not hide a broken one in it
    broken = inside is not None and inside.finding is Finding.BROKEN
    return _from_look(sealed.name, inside if broken else look)


def _nothing_known(name: str) -> Sent:
    return Sent(name, "", 0)


def _from_look(name: str, look: Look | None) -> Proof:
    if look is None:
        return Proof(name, Verdict.NOT_CHECKED, _UNKNOWN)
    return Proof(name, _BY_FINDING[look.finding], look.sentence, look.facts)
