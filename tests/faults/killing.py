"""Whole jobs that are killed, and what must be so after somebody started SignDesk again."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import InitVar, dataclass
from pathlib import Path
from typing import Any

import pytest

from signdesk.domain.batches import Batch, BatchState, Outcome, Reason
from signdesk.practice.service import Method
from signdesk.storage.journal.journal_file import JournalFile
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.response_profile import ResponseProfile, Steps
from tests.support.samples import a_pdf
from tests.support.saved import assert_only_whole_receipts, assert_receipted, is_receipt
from tests.support.traced import KILLED, Ended, Fault, Jobs, job_starter, missing

DOCUMENTS = {"Letter.pdf": a_pdf("Letter", filler_bytes=400_000), "List.txt": b"one\ntwo\n" * 50}
LASTING = {
    *("journal.mark", "journal.sqlite", "memory.json", "ordered.mark", "owners", "quarantine"),
    *("settings.toml", "work"),
}
AT_ONCE = {
    "SIGNDESK_POLL_SECONDS": "0.001",
    "SIGNDESK_SETTLE_SECONDS": "0.01",
    "SIGNDESK_TRIES": "2",
    "SIGNDESK_STEP_SECONDS": "20",
}
NEEDS_DECISION = 4


@dataclass
class Order:
    """One order of two documents on a machine of its own, given to a server that others use, too."""

    jobs: Jobs
    practice: PracticeRun
    folder: Path
    data_dir: InitVar[Path | None] = None
    unpack: bool = False

    def __post_init__(self, data_dir: Path | None) -> None:
        self.target, self._sources = self.folder / "Sealed", self.folder / "sources"
        self.data = data_dir or self.folder / "data"
        self._kills = 0
        self.failed_notes = 0  # how often a call failed that may have been the note of a server's number
        self._before = len(self.practice.batch_ids)
        self._received_before = len(self.practice.ledger.received)
        self._sources.mkdir(parents=True)
        for name, content in DOCUMENTS.items():
            (self._sources / name).write_bytes(content)
        self._fingerprints = self._fingerprinted()
        if self.unpack:
            self.data.mkdir()
            (self.data / "settings.toml").write_text("[saving]\nunpack = true\n")

    def sign(self, fault: Fault | None = None, *, watched: bool = False) -> Ended:
        """`signdesk sign`."""
        return self._run(self.sign_arguments, fault, watched)

    def resume(self, *more: str, fault: Fault | None = None, watched: bool = False) -> Ended:
        """`signdesk resume --json`."""
        return self._run(["resume", "--json", *more], fault, watched)

    def finish(self) -> None:
        """What a person does after a crash: `resume`; order again where that is surely needed; and give the
        order anew where SignDesk never took it.
        """
        ended = self.resume()
        if ended.code == NEEDS_DECISION:
            assert self.batch().reason is Reason.UNCLEAR, ended.out
            assert self.accepted() == 0, "it could have been told that sealing had begun"
            ended = self.resume("--accept-again")
        elif not self.batches():
            assert self.received() == [], "something was sent without a note of it"
            ended = self.sign()
        assert ended.code == 0, ended.err

    @property
    def sign_arguments(self) -> list[str | Path]:
        files = [self._sources / name for name in DOCUMENTS]
        address = ("--server", self.practice.server.base_url, "--process", "1")
        return ["sign", *address, "--save-to", self.target, *files]

    @property
    def environment(self) -> dict[str, str]:
        """All of it, for every call."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "LC_ALL": "C.UTF-8",
            "LOGNAME": "anna",  # else the system's name service is asked over a socket
            "SIGNDESK_DATA_DIR": str(self.data),
            "SIGNDESK_API_KEY": self.practice.credentials.api_key,
            **AT_ONCE,
        }

    def batches(self) -> tuple[Batch, ...]:
        """What is in the journal, without touching it: a copy is opened."""
        if not (self.data / "journal.sqlite").exists():
            return ()
        copy = self.folder / "copy"
        copy.mkdir()
        try:
            for path in self.data.glob("journal.sqlite*"):
                shutil.copy(path, copy)
            journal = JournalFile.open(copy / "journal.sqlite")
            try:
                loaded = journal.load()
            finally:
                journal.close()
            assert loaded.set_aside == ()
            assert journal.set_aside is None
            return loaded.batches
        finally:
            shutil.rmtree(copy)

    def batch(self) -> Batch:
        """The only one."""
        (batch,) = self.batches()
        return batch

    def server_ids(self) -> tuple[str, ...]:
        """The batches that were made on the server for this order."""
        return self.practice.batch_ids[self._before :]

    def accepted(self) -> int:
        """Accepts that the server carried out."""
        return sum(self.practice.ledger.accepted(one) for one in self.server_ids())

    def received(self) -> list[Method | None]:
        """The requests of this order, as they came."""
        return [one.method for one in self.practice.ledger.received[self._received_before :]]

    def orphans(self) -> list[str]:
        """Batches that stay on the server."""
        return [one for one in self.server_ids() if not self.practice.ledger.deleted(one)]

    def strays(self) -> list[str]:
        """All files that are neither a result, also in quarantine, nor one of those that SignDesk keeps."""
        ours = [self.batch().unpacked_to] if self.unpack and self.batches() else []
        found = [
            path.relative_to(self.folder)
            for path in self.target.glob("*")
            if path.suffix != ".zip" and path not in ours and not is_receipt(path)
        ]
        kept = [path.relative_to(self.data) for path in self.data.rglob("*")]
        found += [path for path in kept if str(path) not in LASTING and not path.match("quarantine/*.zip")]
        return sorted(map(str, found))

    def let_a_minute_pass(self) -> None:
        """Only then can the next start tell that the habits of another process are not just being saved."""
        saving = list(self.data.glob(".memory-*.part"))
        for path in saving:
            os.utime(path, (0, 0))
        if saving:
            assert self.resume().code == 0

    def results(self) -> list[Path]:
        return sorted(self.target.glob("*.zip"))

    def assert_as_without_the_kill(self, unreceipted: str = "") -> None:
        """P5: done once, one sound ZIP, one accept, nothing left lying about, sources as they were.

        `unreceipted`: the one warning of a batch whose receipt could not be written.
        """
        self.let_a_minute_pass()
        batch, ledger = self.batch(), self.practice.ledger
        warnings = (unreceipted,) if unreceipted else ()
        assert (batch.state, batch.message, batch.warnings) == (BatchState.DONE, "", warnings)
        assert [(one.outcome, one.checked) for one in batch.documents] == [(Outcome.SEALED, True)] * 2
        assert self.results() == [batch.saved_to]
        assert hashlib.sha256(self.results()[0].read_bytes()).hexdigest() == batch.result_sha256
        assert list((self.data / "quarantine").iterdir()) == []
        with zipfile.ZipFile(self.results()[0]) as saved:
            assert saved.testzip() is None
            assert set(DOCUMENTS) <= set(saved.namelist())
        self._assert_unpacked(batch)
        assert [one for one in self.server_ids() if ledger.accepted(one)] == [batch.server_id]
        assert (ledger.accepted(batch.server_id), ledger.deleted(batch.server_id)) == (1, 1)
        self._assert_orphans_are_empty()
        assert self.strays() == []
        if unreceipted:
            assert batch.receipts == ()
            assert_only_whole_receipts(self.target)
        else:
            assert_receipted(self.target)
        assert self._fingerprinted() == self._fingerprints

    def _assert_orphans_are_empty(self) -> None:
        """Nothing on this computer knows a batch whose number was lost by a kill before its note: each kill
        may leave one, and nothing was sent to it.
        """
        orphans = self.orphans()
        assert len(orphans) <= self._kills + self.failed_notes
        later = [one for one in self.practice.ledger.received if one.batch_id in orphans]
        assert {one.method for one in later} <= {Method.CREATE}

    def _assert_unpacked(self, batch: Batch) -> None:
        """Beside the ZIP, once, and whole."""
        if not self.unpack:
            assert batch.unpacked_to is None
            return
        made, zipped = batch.unpacked_to, self.results()[0]
        assert made == zipped.with_suffix("")
        with zipfile.ZipFile(zipped) as saved:
            assert {path.name: path.read_bytes() for path in made.iterdir()} == {
                name: saved.read(name) for name in saved.namelist()
            }

    def _fingerprinted(self) -> list[tuple[str, int, int, bytes]]:
        return [
            (one.name, one.stat().st_mode, one.stat().st_mtime_ns, one.read_bytes())
            for one in sorted(self._sources.iterdir())
        ]

    def _run(self, arguments: list[str | Path], fault: Fault | None, watched: bool) -> Ended:
        watched |= fault is not None and fault.after_s is None
        ended = self.jobs.run(arguments, self.environment, self.folder, fault=fault, watched=watched)
        killed = fault is not None and fault.act == "kill" and ended.was_hit
        self._kills += killed
        if fault is None or fault.after_s is None:  # at a moment, the job may just have ended
            assert (ended.code == KILLED) == killed, ended.err
        assert "Traceback" not in ended.err
        return ended


def reported(ended: Ended) -> list[dict[str, Any]]:
    """The batches in the JSON that a call printed."""
    batches: list[dict[str, Any]] = json.loads(ended.out)["batches"]
    return batches


@pytest.fixture(scope="module")
def jobs() -> Iterator[Jobs]:
    if reason := missing():
        pytest.skip(reason)
    with job_starter() as starter:
        yield starter


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeRun]:
    with running_practice(
        tmp_path_factory.mktemp("server"), profile=ResponseProfile(steps=Steps.BY_POLL)
    ) as running:
        yield running
