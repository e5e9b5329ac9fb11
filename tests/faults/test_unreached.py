"""The matrix, rows "refused, DNS, connect time-out" and "TLS failure": no byte of the request left."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from signdesk.domain.batches import Batch, BatchState, Reason
from signdesk.practice.service import Method
from tests.faults import matrix as m
from tests.faults.conftest import PATIENT, FaultBench, MakeFaultBench
from tests.faults.expecting import assert_held, assert_saved, assert_sealed_once
from tests.faults.matrix import proves
from tests.support.fault_acts import Gate, ShutAfter

# The method, the one whose answer is the last that comes through, and where the batch is held.
STEPS = [
    pytest.param(Method.CREATE, None, BatchState.SENDING, id="create"),
    pytest.param(Method.UPLOAD, Method.CREATE, BatchState.SENDING, id="upload"),
    pytest.param(Method.ACCEPT, Method.UPLOAD, BatchState.SENT, id="accept"),
    pytest.param(Method.STATUS, Method.ACCEPT, BatchState.SEALING, id="status"),
    pytest.param(Method.DOWNLOAD, Method.STATUS, BatchState.FETCHING, id="download"),
]
EVERY_COLUMN = (m.CREATE, m.UPLOAD, m.ACCEPT, m.STATUS, m.DOWNLOAD)
USUAL = {Method.CREATE: 1, Method.UPLOAD: 1, Method.ACCEPT: 1, Method.DOWNLOAD: 1, Method.DELETE: 1}


class NameServer:
    """Knows no name while it is `down`: stands in for the system's resolver."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.down = False
        self._asked = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", self._answer)

    def _answer(self, *arguments: object, **options: object) -> object:
        if self.down:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return self._asked(*arguments, **options)  # type: ignore[arg-type]


def shut(bench: FaultBench, gate: Gate, after: Method | None) -> None:
    """No connection from the answer of `after` on: for STATUS, from its last one (CLOSED)."""
    if after is None:
        bench.proxy.shut(gate)
    elif after is Method.STATUS:
        bench.fail(after, ShutAfter(gate), times=None, words=b'"CLOSED"')
    else:
        bench.fail(after, ShutAfter(gate))


def mend(bench: FaultBench) -> None:
    bench.proxy.heal()
    bench.limits = PATIENT


def assert_nothing_twice(bench: FaultBench) -> None:
    assert {method: len(bench.came(method)) for method in USUAL} == USUAL


@pytest.fixture(params=["refused", "silent", "unknown name"])
def unreached(
    request: pytest.FixtureRequest, make_bench: MakeFaultBench, monkeypatch: pytest.MonkeyPatch
) -> tuple[FaultBench, str]:
    """A bench, and how the way to the server is lost."""
    bench = make_bench()
    if request.param == "silent":
        bench.limits = replace(PATIENT, connect_s=0.05, grace_s=0.05)
    if request.param == "unknown name":
        names = NameServer(monkeypatch)
        opened, shut_gate = bench.proxy.open, bench.proxy.shut

        def open_gate() -> None:
            names.down = False
            opened()

        def close_gate(gate: Gate) -> None:
            names.down = gate is Gate.REFUSING
            shut_gate(gate)

        monkeypatch.setattr(bench.proxy, "open", open_gate)
        monkeypatch.setattr(bench.proxy, "shut", close_gate)
    return bench, request.param


def gate_of(name: str) -> Gate:
    return Gate.SILENT if name == "silent" else Gate.REFUSING


@proves(m.NOT_REACHED, *EVERY_COLUMN)
@pytest.mark.parametrize(("method", "after", "held_at"), STEPS)
async def test_what_was_not_sent_is_sent_when_the_way_is_free(
    unreached: tuple[FaultBench, str], method: Method, after: Method | None, held_at: BatchState
) -> None:
    """R."""
    bench, name = unreached
    shut(bench, gate_of(name), after)
    bench.clock.on_sleep = bench.proxy.heal
    assert_sealed_once(bench, await bench.run())
    assert_nothing_twice(bench)
    assert bench.clock.slept_s


@proves(m.NOT_REACHED, *EVERY_COLUMN)
@pytest.mark.parametrize(("method", "after", "held_at"), STEPS)
async def test_a_server_that_stays_away_is_tried_six_times(
    unreached: tuple[FaultBench, str], method: Method, after: Method | None, held_at: BatchState
) -> None:
    """R, then waiting; nothing is done twice afterwards."""
    bench, name = unreached
    shut(bench, gate_of(name), after)
    batch = await bench.run()
    words = {"refused": "could not be reached", "silent": "could not be reached", "unknown name": "was found"}
    assert_held(bench, batch, Reason.SERVER, held_at, words=words[name])
    tries = [pause_s for pause_s in bench.clock.slept_s[-bench.retry_config.attempts + 1 :] if pause_s <= 30]
    assert len(tries) == bench.retry_config.attempts - 1
    mend(bench)
    later = await bench.run(batch)
    assert later.state is BatchState.DONE
    assert bench.ordered() == 1
    assert len(bench.came(Method.UPLOAD)) == 1


@proves(m.NOT_REACHED, m.DELETE)
async def test_a_delete_that_was_not_sent_is_repeated(unreached: tuple[FaultBench, str]) -> None:
    bench, name = unreached
    bench.fail(Method.DOWNLOAD, ShutAfter(gate_of(name)))
    bench.at[BatchState.SAVED] = lambda: setattr(bench.clock, "on_sleep", bench.proxy.heal)
    batch = await bench.run()
    assert_sealed_once(bench, batch)
    assert batch.warnings == ()


@proves(m.NOT_REACHED, m.DELETE)
async def test_a_delete_that_cannot_be_sent_is_a_warning(unreached: tuple[FaultBench, str]) -> None:
    bench, name = unreached
    bench.fail(Method.DOWNLOAD, ShutAfter(gate_of(name)))
    batch = await bench.run()
    assert_saved(bench, batch)
    assert (batch.state, len(batch.warnings)) == (BatchState.DONE, 1)


@proves(m.TLS, *EVERY_COLUMN)
@pytest.mark.parametrize(("method", "after", "held_at"), STEPS)
async def test_a_certificate_that_nobody_trusts_is_held_at_once(
    make_bench: MakeFaultBench, method: Method, after: Method | None, held_at: BatchState
) -> None:
    """H, without a repeat."""
    bench = make_bench(secure=True)
    shut(bench, Gate.STRANGE, after)
    batch = await bench.run()
    assert_held(bench, batch, Reason.SERVER, held_at, words="certificate")
    await heard(lambda: bench.proxy.refused_handshakes == 1)
    assert bench.came(method) == []
    bench.proxy.heal()
    await assert_ends_well(bench, batch)


async def heard(happened: Callable[[], bool]) -> None:
    """The proxy's thread hears of it a moment later."""
    end = time.monotonic() + 5
    while not happened() and time.monotonic() < end:  # noqa: ASYNC110 - another thread
        await asyncio.sleep(0.005)
    assert happened()


async def assert_ends_well(bench: FaultBench, batch: Batch) -> None:
    later = await bench.run(batch)
    assert later.state is BatchState.DONE
    assert bench.ordered() == 1


@proves(m.TLS, m.DELETE)
async def test_a_strange_certificate_at_the_clean_up_is_held(make_bench: MakeFaultBench) -> None:
    """H."""
    bench = make_bench(secure=True)
    bench.waits = True
    bench.fail(Method.DOWNLOAD, ShutAfter(Gate.STRANGE))
    batch = await bench.run()
    assert_saved(bench, batch)
    assert (batch.state, batch.held_at) == (BatchState.WAITING, BatchState.SAVED)
    bench.proxy.heal()
    await assert_ends_well(bench, batch)
