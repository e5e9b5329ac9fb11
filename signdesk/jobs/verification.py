"""Is a saved result still what came back, and are its seals intact? Without a server, on any machine.

With the batch's receipt every document is held against what was sent. Without one, a seal can only be looked
at over the file that is there. Blocking: worker threads only.
"""

from __future__ import annotations

import glob
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePath

from signdesk.domain.batches import PROVEN_OUTCOMES, Batch, BatchDocument, Outcome
from signdesk.domain.documents import folded
from signdesk.domain.errors import ResultProblem, SavingProblem
from signdesk.domain.messages import join, msg
from signdesk.domain.receipts import NoReceipt, batch_of
from signdesk.domain.seal_facts import Held, SealFacts
from signdesk.domain.seal_words import seal_notes
from signdesk.domain.servers import ProcessKind
from signdesk.jobs.digests import sha256_of
from signdesk.jobs.entry_checks import NOT_CHECKED_HERE, EntryChecks
from signdesk.jobs.result_check import check_result
from signdesk.jobs.result_matching import sent
from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.forms import SEAL_ENDINGS, Sent
from signdesk.seals.seal_checker import SealChecker
from signdesk.seals.worker.client import NotOnThisComputer
from signdesk.seals.worker.pool import Asks, DocumentWorkers
from signdesk.storage.archive import Archive, Entry, read_archive
from signdesk.storage.receipts import read_receipt

log = logging.getLogger(__name__)
MOST_FILES = 20_000
_ZIP = b"PK\x03\x04"
_UNKNOWN = msg(
    "No seal of a kind that SignDesk knows was found in it: it knows those in PDF and XML files, in "
    "containers (ASiC), and in signature files such as .p7m and .p7s."
)


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
    """One document. `inside`: of a container whose seals are intact, what it holds; `inside_more` documents
    are not listed.
    """

    name: str
    verdict: Verdict
    sentence: str
    facts: SealFacts | None = None
    inside: tuple[Held, ...] = ()
    inside_more: int = 0


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
    worker: Asks | None = None,
) -> Verified:
    """`receipt`: as named by a person; else the one beside a ZIP is used. Never raises for what files hold;
    OSError where `path` cannot be read. `work`: a private folder for temporary copies. `ca_file`: issuers
    that are believed beside the system's. `worker` as for `check_result`. What this computer could not check
    is NOT_CHECKED; raises Closed at the program's end.
    """
    if worker is None:
        with DocumentWorkers() as own:
            return verify(path, receipt, work, ca_file, own)
    try:
        return _verified(path, receipt, work, ca_file, worker)
    except NotOnThisComputer as trouble:
        log.warning("a seal was not checked: %s", trouble)
        return Verified(path, (Proof(path.name, Verdict.NOT_CHECKED, NOT_CHECKED_HERE),))


def _verified(path: Path, receipt: Path | None, work: Path, ca_file: Path | None, worker: Asks) -> Verified:
    looks = SealChecker(worker, ca_file)
    with path.open("rb") as file:
        is_zip = file.read(4) == _ZIP
    is_zip = is_zip and not looks.is_container(path)
    used = receipt or (receipt_beside(path) if is_zip else None)
    try:
        batch = batch_of(read_receipt(used)) if used else None
    except (OSError, ValueError, NoReceipt):
        return Verified(path, (), msg("“{file}” is no receipt that SignDesk can read.", file=used), used)
    if batch is None:
        return _alone_zip(path, work, looks) if is_zip else Verified(path, (_alone(path, looks),))
    if not is_zip:
        return Verified(path, (_one_of(path, batch, looks),), receipt=used)
    problem = ""
    if sha256_of(path) != batch.result_sha256:
        problem = msg("This is not the file that the receipt names: its SHA-256 is another one.")
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


def _from_outcome(one: BatchDocument, kind: ProcessKind) -> Proof:
    verdict = _BY_OUTCOME.get(one.outcome, Verdict.NOT_CHECKED)
    if one.outcome in PROVEN_OUTCOMES and kind is not ProcessKind.VALIDATE:
        verdict = Verdict.INTACT if one.checked else Verdict.NOT_CHECKED
    said = one.message or one.seal
    return Proof(one.document.name, verdict, said, one.facts, one.inside, one.inside_more)


def _one_of(path: Path, batch: Batch, looks: SealChecker) -> Proof:
    """A single file against the receipt: one that came back, by its hash."""
    sha256 = sha256_of(path)
    names = {one.name for one in batch.result_files if one.sha256 == sha256}
    owner = next((one for one in batch.documents if names & set(one.results)), None)
    if owner is None:
        changed = msg("The receipt names no file with this content.")
        return Proof(path.name, Verdict.CHANGED, changed)
    look = looks.inside(path, sent(owner))
    if look is not None and look.finding is Finding.INTACT:
        return _from_look(path.name, look)
    if owner.outcome is Outcome.RESEALED and (changed_first := _resealed(path, owner, looks)) is not None:
        return changed_first
    return _by_files_beside(path, batch, owner, looks) or (
        _from_look(path.name, look) if look is not None else _alone(path, looks)
    )


def _resealed(path: Path, owner: BatchDocument, looks: SealChecker) -> Proof | None:
    """A file that the server changed before it sealed it: its seal is intact over itself. The pages
    were compared then.
    """
    look = looks.alone(path, with_pages=False)
    if look is None or look.finding is not Finding.INTACT:
        return None
    said = owner.seal or owner.message or look.sentence
    return _with_notes(Proof(path.name, Verdict.INTACT, said, look.facts))


def _by_files_beside(path: Path, batch: Batch, owner: BatchDocument, looks: SealChecker) -> Proof | None:
    """A document and the seal that came back beside it, whichever of the two was named. None without them."""
    returned = {one.name: one.sha256 for one in batch.result_files if one.name in owner.results}
    for name, sha256 in returned.items():
        seal = path if sha256_of(path) == sha256 else path.with_name(PurePath(name).name)
        if sha256_of(seal) != sha256:
            continue
        content = _content_of(seal) if seal == path else path
        if content is not None and looks.is_beside(seal, name):
            return _from_look(path.name, looks.beside(seal, name, sent(owner), content))
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


def _alone(path: Path, looks: SealChecker) -> Proof:
    """A file with a seal inside, or a seal file beside what it seals."""
    if not looks.is_beside(path, path.name):
        return _from_look(path.name, looks.alone(path))
    content = _content_of(path)
    if content is not None:
        found = looks.beside(path, path.name, _nothing_known(content.name), content)
        return _from_look(path.name, found)
    look = looks.alone(path)
    if look is not None and look.finding is Finding.INTACT:
        return _from_look(path.name, look)
    missing = msg(
        "The document that it seals, “{name}”, is not beside it. Put both into one folder.", name=path.stem
    )
    return Proof(path.name, Verdict.NOT_CHECKED, missing)


def _alone_zip(path: Path, work: Path, looks: SealChecker) -> Verified:
    try:
        archive = read_archive(path, (), path.stat().st_size, most_files=MOST_FILES)
        return Verified(path, tuple(_entries(archive, EntryChecks(archive, work, looks))))
    except (ResultProblem, SavingProblem) as error:
        return Verified(path, (), str(error))


def _entries(archive: Archive, looks: EntryChecks) -> Iterator[Proof]:
    seal_names = {one.name for one in archive.entries if looks.is_beside(one)}
    others = [one for one in archive.entries if one.name not in seal_names]
    seals = {name: _sealed_by(name, others) for name in seal_names}
    sealed_beside = {one.name for one in seals.values() if one is not None}
    for one in archive.entries:
        if one.name in seals:
            yield _detached(one, seals[one.name], looks)
        elif one.name not in sealed_beside:
            yield _from_look(one.name, looks.alone(one))


def _sealed_by(name: str, entries: Sequence[Entry]) -> Entry | None:
    """As `_content_of`, in the ZIP."""
    content = folded(name.removesuffix(PurePath(name).suffix))
    exact = [one for one in entries if folded(one.name) == content]
    alike = exact or [one for one in entries if folded(PurePath(one.name).stem) == content]
    return alike[0] if len(alike) == 1 else None


def _detached(seal: Entry, sealed: Entry | None, looks: EntryChecks) -> Proof:
    if sealed is None:
        look = looks.alone(seal)
        if look is not None and look.finding is Finding.INTACT:
            return _from_look(seal.name, look)
        return Proof(seal.name, Verdict.NOT_CHECKED, msg("The document that it seals is not in the ZIP."))
    look = looks.beside(seal, _nothing_known(sealed.name), sealed)
    inside = looks.alone(sealed)  # a seal beside it must not hide a broken one in it
    broken = inside is not None and inside.finding is Finding.BROKEN
    return _from_look(sealed.name, inside if broken else look)


def _nothing_known(name: str) -> Sent:
    return Sent(name, "", 0)


def _from_look(name: str, look: SealCheckResult | None) -> Proof:
    if look is None:
        return Proof(name, Verdict.NOT_CHECKED, _UNKNOWN)
    verdict = _BY_FINDING[look.finding]
    return _with_notes(Proof(name, verdict, look.sentence, look.facts, look.inside, look.inside_more))


def _with_notes(one: Proof) -> Proof:
    return replace(one, sentence=join(one.sentence, *seal_notes(one.facts))) if one.facts else one
