"""Everything that was made to freeze the window, fill memory or cost minutes, measured in the real window:
pytest -m long tests/faults/test_hostile_set.py

P23: under 10 s of CPU time to a verdict, 300 MiB of growth over the idle program with its children up, and
100 ms of the GUI thread more than idle in the same run.
"""

from __future__ import annotations

import asyncio
import sys
import time
import zipfile
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from signdesk.app import Program
from signdesk.domain.batches import BatchState
from signdesk.domain.errors import TimeLimit
from signdesk.domain.servers import AcceptForm, Credentials, Numbering, Server, SignIn
from signdesk.practice.data_folder import seal_key
from signdesk.practice.sealing import Sealer
from signdesk.seal_api.calls import TimeLimits
from signdesk.seal_api.client import SealClient
from signdesk.seals.worker import limits
from tests.journeys import conftest as journeys
from tests.journeys.conftest import Open, open_program, until  # noqa: F401 - a fixture
from tests.journeys.test_main_job import drop
from tests.seal_api.test_hostile_answers import KINDS
from tests.support import hostile
from tests.support.canary import KEY
from tests.support.cost import MIB, Cost, CostMeter
from tests.support.hostile_server import HostileServer
from tests.support.samples import a_pdf

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
LETTER, OFFER = a_pdf(), a_pdf("Offer")
ENVELOPED = Path(__file__).parents[1] / "seals" / "data" / "enveloped.xml"
FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "fields that double": ("Hostile.pdf", lambda: hostile.doubling_fields(OFFER)),
    "name spaces": ("Hostile.xml", lambda: hostile.many_namespaces(ENVELOPED.read_bytes())),
    "a packed mimetype": ("Hostile.pdf.asice", hostile.packed_mimetype),
    "chunks": ("Hostile.pdf.p7m", hostile.many_chunks),
    "a stream": ("Hostile.pdf", hostile.unpacking_stream),
}
MILLION = b'{"id": 7, "status": "READY", "documents": [' + b"{}," * 1_000_000 + b"{}]}"


def encoded(make: Callable[[int], str], size: int) -> bytes:
    return make(size).encode()


BODIES: dict[str, tuple[str, int, Callable[[], bytes]]] = {
    **{
        f"{name} as a status": ("status", 200, partial(encoded, make, 400_000))
        for name, make in KINDS.items()
    },
    **{
        f"{name} as a refusal": ("status", 500, partial(encoded, make, 64_000))
        for name, make in KINDS.items()
    },
    "16 MiB of text as a status": ("status", 200, lambda: b"text " * (16 * MIB // 5)),
    "16 MiB of text as a refusal": ("create", 400, lambda: b"text " * (16 * MIB // 5)),
    "a million documents": ("status", 200, lambda: MILLION),
    "opening marks to CreateBatch": ("create", 200, lambda: b"<" * 400_000),
    "opening marks to AcceptBatch": ("accept", 400, lambda: b"<" * 400_000),
}
ENDLESS = {"a download": ("download", "endless"), "interim answers": ("status", "interim")}
SAID = {
    "16 MiB of text as a refusal": "waiting, process, pending",  # a 400 to CreateBatch
    # Its status says that it is sealed all the same, and the result holds another document.
    "opening marks to AcceptBatch": "needs_you, result, missing",
    "a download": "needs_you, result, pending",
}
SHOWN_S = 0.5  # in which the window paints what became of it
_HELD = (BatchState.WAITING, BatchState.NEEDS_YOU)


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with HostileServer() as running:
        yield running


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer that is busy with other things is no reason to be red: CPU time is what counts here."""
    monkeypatch.setattr(limits, "_WALL_EXTRA_S", 500.0)
    monkeypatch.setattr(journeys, "LIMIT_S", 600.0)


Act = Callable[[Program], None]
Verdict = Callable[[Program], str]  # "" as long as there is none
Measure = Callable[[Act, Verdict], Awaitable[str]]


@pytest.fixture
def measured(
    open_program: Open,  # noqa: F811
    server: HostileServer,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
) -> Measure:
    """The verdict, in a window that has sealed a document before; what `act` costs until then, and until the
    window shows it, is held to P23.
    """

    async def measure(act: Act, verdict: Verdict) -> str:
        target = tmp_path / "Sealed"
        known = Server(
            server.url, SignIn.API_KEY, accept_form=AcceptForm.PATH, numbering=Numbering.NEWER, label="Office"
        )
        with CostMeter(server.pid) as meter:
            async with open_program(known, Credentials(api_key=KEY), process_id=1, save_to=target) as program:
                await seal(program, server, tmp_path)
                await asyncio.sleep(2)
                meter.begin()
                await asyncio.sleep(3)
                idle = meter.end()
                meter.begin()
                act(program)
                await until(lambda: bool(verdict(program)), "a verdict")
                said = verdict(program)
                await asyncio.sleep(SHOWN_S)
                cost = meter.end()
        with capsys.disabled():
            print(f"\n{request.node.name}: {said}\n  idle: {idle}\n  {cost}")  # noqa: T201
        hold_to_bounds(cost, idle)
        return said

    return measure


def hold_to_bounds(cost: Cost, idle: Cost) -> None:
    assert cost.gap_s < idle.gap_s + 0.1
    assert cost.most_bytes < idle.most_bytes + 300 * MIB
    assert cost.cpu_s < 10


async def seal(program: Program, server: HostileServer, folder: Path) -> None:
    """A sound result: after it every library is there, and so is every child."""
    (folder / "Letter.pdf").write_bytes(LETTER)
    sealer = Sealer(seal_key(folder))
    await asyncio.to_thread(sealer.seal_pdf, folder / "Letter.pdf", folder / "sealed.pdf")
    with zipfile.ZipFile(folder / "result.zip", "w") as result:
        result.write(folder / "sealed.pdf", "Letter.pdf")
    server.tell(download={"status": 200, "file": str(folder / "result.zip")})
    await order(program, folder / "Letter.pdf")
    await until(
        lambda: any(one.state is BatchState.DONE for one in program.window.board.store.batches()), "a seal"
    )


async def order(program: Program, path: Path) -> None:
    drop(program.window, [path])
    await until(program.window.intake.seal_button.isEnabled, "the document in the list")
    program.window.intake.seal()


def second(folder: Path, suffix: str = ".pdf") -> Path:
    """Another document than the one that was sealed already."""
    path = folder / f"Offer{suffix}"
    path.write_bytes(ENVELOPED.read_bytes() if suffix == ".xml" else OFFER)
    return path


def ordering(path: Path) -> Act:
    def act(program: Program) -> None:
        program.controller._tasks.start(order(program, path), "order")

    return act


def of_row(program: Program) -> str:
    """Of the only document in the list: what may harm it, if anything."""
    model = program.window.intake.model
    if not model.rowCount() or model.is_checking():
        return ""
    return model.rows()[0].trouble or "nothing against it"


def of_batch(program: Program) -> str:
    """Of the second batch, once it has come to its end, or waits and says why."""
    for one in program.window.board.store.batches():
        if one.documents[0].document.name != "Letter.pdf" and (one.is_over or one.state in _HELD):
            return f"{one.state}, {one.reason}, {one.documents[0].outcome}"
    return ""


@pytest.mark.parametrize("name", FILES)
async def test_a_file_in_the_list(measured: Measure, tmp_path: Path, name: str) -> None:
    file_name, make = FILES[name]
    path = tmp_path / file_name
    path.write_bytes(make())
    said = await measured(lambda program: drop(program.window, [path]), of_row)
    assert said == ("too_complex" if name == "fields that double" else "nothing against it")


@pytest.mark.parametrize("name", FILES)
async def test_a_file_in_a_result(
    measured: Measure, server: HostileServer, tmp_path: Path, name: str
) -> None:
    file_name, make = FILES[name]
    sent = second(tmp_path, ".xml" if file_name.endswith(".xml") else ".pdf")
    with zipfile.ZipFile(tmp_path / "hostile.zip", "w") as result:
        result.writestr(file_name.replace("Hostile", "Offer"), make())

    def act(program: Program) -> None:
        server.tell(download={"status": 200, "file": str(tmp_path / "hostile.zip")})
        ordering(sent)(program)

    assert await measured(act, of_batch) == "needs_you, result, not_recognised"
    assert server.tell() >= 1


@pytest.mark.parametrize("name", BODIES)
async def test_an_answer(measured: Measure, server: HostileServer, tmp_path: Path, name: str) -> None:
    method, status, make = BODIES[name]
    (tmp_path / "body").write_bytes(make())

    def act(program: Program) -> None:
        server.tell(**{method: {"status": status, "file": str(tmp_path / "body")}})
        ordering(second(tmp_path))(program)

    said = await measured(act, of_batch)
    assert server.tell() >= 1
    assert said == SAID.get(name, "waiting, server, pending")


@pytest.mark.parametrize("name", ENDLESS)
async def test_an_answer_without_end(
    measured: Measure, server: HostileServer, tmp_path: Path, name: str
) -> None:
    method, kind = ENDLESS[name]

    def act(program: Program) -> None:
        server.tell(**{method: {kind: True}})
        ordering(second(tmp_path))(program)

    said = await measured(act, of_batch)
    assert server.tell() >= 1
    assert said == SAID.get(name, "waiting, server, pending")


async def test_an_answer_that_trickles_for_five_seconds(server: HostileServer) -> None:
    """Its end is the limit for an answer, two minutes in the window; here the cost of each second counts."""
    server.tell(status={"trickle": True})
    known = Server(server.url, SignIn.API_KEY)
    client = SealClient(known, Credentials(api_key=KEY), limits=TimeLimits(answer_s=5))
    await client.create_batch(1)
    began_s = time.process_time()
    with pytest.raises(TimeLimit):
        await client.batch_status("7", Numbering.NEWER)
    cost_s = time.process_time() - began_s
    await client.aclose()
    assert cost_s < 0.3
