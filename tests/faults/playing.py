"""Carries a history out: real program, real sockets, real disk; in the end all faults stop."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Coroutine, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from signdesk.domain.batches import Batch, Reason, new_batch
from signdesk.domain.servers import Process
from signdesk.jobs.download_step import result_name
from signdesk.jobs.recovery import ordered
from signdesk.storage.intake import take_in
from tests.faults.conftest import ADDRESSES
from tests.faults.histories import Action, Blow, Deed, Fault, History, What
from tests.faults.living import Program, run_in_one_thread
from tests.faults.witness import DECOY, Witness, asked
from tests.support.clock import InstantClock
from tests.support.fault_acts import Passed, Rule
from tests.support.fault_proxy import FaultProxy
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.response_profile import ResponseProfile, ResultForm

SEAL = Process(1, "Practice seal")
MOST_ROUNDS = 6
NAME = "Sealed"


@dataclass
class Stage:
    """One practice server behind one fault proxy, for many histories."""

    practice: PracticeRun
    proxy: FaultProxy
    folder: Path
    played: int = 0

    def play(self, history: History) -> None:
        """Raises AssertionError with everything that happened where something must never happen."""
        self.played += 1
        folder = self.folder / f"history{self.played}"
        play = Play(self, folder, history)
        try:
            run_in_one_thread(play.all_of_it())
        finally:
            self.proxy.heal()
            self.proxy.watch = lambda _passed: None
            self.proxy.passed.clear()
        assert not play.witness.complaints, play.told()
        shutil.rmtree(folder)


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    """Ready to play."""
    (folder / "server").mkdir(parents=True)
    with ExitStack() as stack:
        practice = stack.enter_context(running_practice(folder / "server"))
        address = urlsplit(practice.server.base_url)
        proxy = stack.enter_context(FaultProxy((address.hostname or "", address.port or 0)))
        yield Stage(practice, proxy, folder)


class Play:
    """One history."""

    def __init__(self, stage: Stage, folder: Path, history: History) -> None:
        self._stage = stage
        self._history = history
        self._folder = folder
        self._proxy = stage.proxy
        self._target, self._other = folder / NAME, folder / "Elsewhere"
        self._target_aside, self._journal_aside = folder / "away" / NAME, folder / "away" / "journal.sqlite"
        self._journal = folder / "data" / "journal.sqlite"
        (folder / "away").mkdir(parents=True)
        self._clock = InstantClock()
        self._program: Program | None = None
        self._dead: list[Program] = []
        self._batch_jobs = 0
        self._lines: list[str] = []
        self._heard = 0
        self.witness = Witness(
            stage.practice, stage.proxy, self._where_the_journal_is, self._where_results_are
        )
        self._proxy.passed.clear()
        self._proxy.watch = self.witness.watch
        stage.practice.service.lost_uploads = 0
        stage.practice.profile = history.profile
        self._server = replace(
            stage.practice.server,
            base_url=stage.proxy.url,
            practice=False,
            numbering=history.numbering,
            accept_form=history.accept_form,
        )

    async def all_of_it(self) -> None:
        """Every action, then the end."""
        try:
            for number, action in enumerate(self._history.actions, 1):
                self._say(f"{number}. {action.deed.name}")
                await self._act(action)
                if self.witness.complaints:
                    return
            await self._end()
        finally:
            await self._leave_the_stage()

    def told(self) -> str:
        """For reading: what was wrong, then all that happened."""
        server = f"on the server: {self.witness.statuses()}"
        return "\n".join(["", *(f"! {one}" for one in self.witness.complaints), *self._lines, server])

    # ---- actions -----------------------------------------------------------------------------------------

    async def _act(self, action: Action) -> None:
        self._proxy.rules.extend(_rule(one) for one in action.faults)
        program = self._program
        if program is None or action.deed is Deed.REOPEN:
            program = await self._reopened()
        program.arm((blow.at, self._blow(program, blow)) for blow in action.blows)
        if action.blows:
            self.witness.disturbed()
        if program.recovers:
            await program.recover()
        await self._do(program, action)
        await self._until_quiet(program)

    async def _until_quiet(self, program: Program) -> None:
        await program.until_quiet()
        self._mend()
        if program.gates.dead.is_set():
            self.witness.broken_off()
        if program.is_over:
            self._dead.append(program)
            self._program = None
        self._say_what_came()
        self.witness.look()

    async def _do(self, program: Program, action: Action) -> None:
        deeds: dict[Deed, Callable[[], Coroutine[Any, Any, None]]] = {
            Deed.ORDER: lambda: self._order(program, action.count),
            Deed.ORDER_TWO: lambda: self._order(program, action.count, batches=2),
            Deed.AGAIN: lambda: self._again(program, action.which),
            Deed.START_AGAIN: lambda: self._start_again(program, action.which),
            Deed.LEAVE: lambda: self._leave(program, action.which),
            Deed.WITHDRAW: lambda: self._withdraw(program, action.which),
            Deed.OTHER_FOLDER: lambda: self._other_folder(program, action.which),
            Deed.REOPEN: _nothing,
            Deed.FORGET_ON_SERVER: lambda: self._forget(action.which),
        }
        if not program.gates.dead.is_set() and not program.session.is_closing:
            await deeds[action.deed]()

    async def _reopened(self) -> Program:
        """Closed in order, where it is open; then a new one."""
        if self._program is not None:
            await self._program.close()
            self._dead.append(self._program)
        self._program = program = Program(
            self._folder / "data",
            self._clock,
            waits=self._history.waits,
            reachable=self._proxy.open,
            complain=self.witness.complaints.append,
        )
        await program.open(self._server, self._stage.practice.credentials)
        return program

    async def _order(self, program: Program, count: int, batches: int = 1) -> None:
        for _ in range(batches):
            self._batch_jobs += 1
            folder = self._folder / "sources" / str(self._batch_jobs)
            folder.mkdir(parents=True)
            paths = [folder / f"Paper {number}.txt" for number in range(count)]
            for path in paths:
                path.write_text(f"{path}\n" * 3)
            await self._order_of(program, paths)

    async def _order_of(self, program: Program, paths: list[Path]) -> None:
        server = program.session.server
        batch = new_batch(take_in(paths).documents, SEAL, server, self._target, self._clock.now())
        self.witness.expect(batch.id, paths)
        if self._history.taken and not self._target.is_file():  # a disk that is away takes nobody's file
            self._target.mkdir(exist_ok=True)
            taken = self._target / result_name(batch)
            if not taken.exists():
                taken.write_bytes(DECOY)
                self.witness.not_ours(taken)
        program.begin(batch, program.session.sign(batch))
        await asyncio.sleep(0)

    async def _again(self, program: Program, which: int) -> None:
        await self._with_one(program, which, lambda one: one.held_at is not None, program.go_on)

    async def _start_again(self, program: Program, which: int) -> None:
        async def start(batch_id: str) -> None:
            self.witness.expect_again(batch_id)
            await program.go_on(batch_id, lambda one: ordered(one, accept_again=True))

        await self._with_one(program, which, lambda one: one.reason is Reason.UNCLEAR, start)

    async def _leave(self, program: Program, which: int) -> None:
        async def leave(batch_id: str) -> None:
            batch = await program.notes.latest(batch_id)
            assert batch is not None
            program.begin(batch, program.session.leave(batch, "It is not known whether sealing began."))

        await self._with_one(program, which, lambda one: one.reason is Reason.UNCLEAR, leave)

    async def _withdraw(self, program: Program, which: int) -> None:
        async def withdraw(batch_id: str) -> None:
            """As in the window, the documents are back in the list only once the order has surely ended."""
            batch = await program.notes.latest(batch_id)
            assert batch is not None
            program.begin(batch, program.session.withdraw(batch, "Put back."))
            if await program.has_stopped(batch_id):
                await self._order_of(program, [one.document.path for one in batch.documents])

        def may(one: Batch) -> bool:
            return one.held_at is not None and one.is_surely_unsealed

        await self._with_one(program, which, may, withdraw)

    async def _other_folder(self, program: Program, which: int) -> None:
        async def elsewhere(batch_id: str) -> None:
            await program.go_on(batch_id, lambda one: one.replace(save_to=self._other, mount=None))

        reasons = (Reason.TARGET, Reason.DISK_FULL)
        await self._with_one(program, which, lambda one: one.reason in reasons, elsewhere)

    async def _forget(self, which: int) -> None:
        self.witness.forget_on_server(which)

    async def _with_one(
        self,
        program: Program,
        which: int,
        wanted: Callable[[Batch], bool],
        do: Callable[[str], Coroutine[Any, Any, None]],
    ) -> None:
        loaded = await program.notes.load()
        found = [one.id for one in loaded.batches if wanted(one) and not program.is_running(one.id)]
        if found:
            await do(found[which % len(found)])
            await asyncio.sleep(0)

    # ---- blows -------------------------------------------------------------------------------------------

    def _blow(self, program: Program, blow: Blow) -> Callable[[], None]:
        strikes: dict[What, Callable[[], None]] = {
            What.CRASH: program.die,
            What.CLOSE: program.close_soon,
            What.STOP: program.stop,
            What.SLEEP: program.wake,
            What.TARGET_AWAY: self._take_the_target_away,
            What.JOURNAL_AWAY: self._take_the_journal_away,
        }

        def strike() -> None:
            self._say_what_came()
            self._say(f"   * {blow.what.name}")
            strikes[blow.what]()

        return strike

    def _take_the_target_away(self) -> None:
        if not self._target.is_file() and not self._target_aside.exists():
            if self._target.exists():
                self._target.rename(self._target_aside)
            self._target.write_text("in the way")

    def _take_the_journal_away(self) -> None:
        if not self._journal_aside.exists():
            self._journal.rename(self._journal_aside)

    def _mend(self) -> None:
        """Disks are back, requests pass, and the next action brings its own faults."""
        if self._target.is_file():
            self._target.unlink()
        if self._target_aside.exists():
            self._put_the_target_back()
        if self._journal_aside.exists():
            self._journal_aside.rename(self._journal)
        self._proxy.heal()

    def _put_the_target_back(self) -> None:
        """An order that came just now may have made the folder: then with what was in it before."""
        try:
            self._target_aside.rename(self._target)
        except OSError:
            for one in self._target_aside.iterdir():
                one.rename(self._target / one.name)
            self._target_aside.rmdir()

    def _where_the_journal_is(self) -> Path:
        return self._journal_aside if self._journal_aside.exists() else self._journal

    def _where_results_are(self) -> list[Path]:
        return [self._target_aside if self._target_aside.exists() else self._target, self._other]

    # ---- the end -----------------------------------------------------------------------------------------

    async def _end(self) -> None:
        self._stage.practice.profile = _sound(self._history.profile)
        before: object = None
        for number in range(MOST_ROUNDS):
            self._say(f"end {number + 1}. the program is opened, and a person answers")
            program = await self._reopened()
            program.arm(())
            await program.recover()
            await self._until_quiet(program)
            if self.witness.complaints:
                return
            now = [(row["id"], row["state"], row["reason"]) for row in self.witness.rows()]
            if now == before:
                break
            before = now
            await self._answer_all(program, patient=number < 2)
            await self._until_quiet(program)
        self.witness.look_at_the_end(self._temporary_files())

    async def _answer_all(self, program: Program, *, patient: bool) -> None:
        for batch in (await program.notes.load()).batches:
            if batch.held_at is None:
                continue
            if batch.is_surely_unsealed and not patient:
                program.begin(batch, program.session.withdraw(batch, "Put back."))
                continue
            if batch.reason is Reason.UNCLEAR:
                self.witness.expect_again(batch.id)
            await program.go_on(batch.id, lambda one: ordered(one, accept_again=True))

    def _temporary_files(self) -> list[Path]:
        hidden = [path for folder in self._where_results_are() for path in folder.glob(".*")]
        return [*hidden, *(self._folder / "data" / "work").iterdir()]

    async def _leave_the_stage(self) -> None:
        if self._program is not None:
            self._dead.append(self._program)
            if not self._program.is_over:
                self._program.close_soon()
                await self._program.until_quiet()
        for program in self._dead:
            await program.bury()

    # ---- the story ---------------------------------------------------------------------------------------

    def _say(self, line: str) -> None:
        self._lines.append(line)

    def _say_what_came(self) -> None:
        came = self._proxy.passed[self._heard :]
        self._heard += len(came)
        for line, some in groupby(map(_line, came)):
            count = len(list(some))
            self._say(line if count == 1 else f"{line}, {count} times")
        if self._where_the_journal_is().exists():
            states = [
                f"{row['id']} ({row['server_id']}) {row['state']}"
                + (f" at {row['held_at']}, {row['reason']}" if row["held_at"] else "")
                for row in self.witness.rows()
            ]
            self._say(f"   = {'; '.join(states)}")


async def _nothing() -> None:
    """Being opened was all."""


def _line(passed: Passed) -> str:
    method, server_id = asked(passed)
    act = f" <- {passed.act!r:.80}" if passed.act is not None else ""
    return f"   {method} {server_id}: {passed.status}{act}"


def _rule(fault: Fault) -> Rule:
    return Rule(fault.kind.act, *ADDRESSES[fault.kind.method], skip=fault.skip, times=fault.times)


def _sound(profile: ResponseProfile) -> ResponseProfile:
    """The same manner of speaking, without what keeps a batch from its end."""
    plain = ResponseProfile()
    return replace(
        profile,
        accept_forms=plain.accept_forms,
        catch_all=False,
        upload_answer=plain.upload_answer,
        uploads_lost=0,
        stuck_at=None,
        expired=False,
        result=ResultForm.SOUND,
    )
