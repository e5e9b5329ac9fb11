"""Results as other makers send them (tests/cases): nothing is withheld for a name, a folder or a packer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from signdesk.domain.batches import Batch, BatchState, Outcome, Reason
from signdesk.practice.dialect import Method
from tests.faults.conftest import FaultBench, MakeFaultBench
from tests.faults.expecting import assert_held, assert_saved, assert_sealed_once
from tests.support import fault_answers as answers
from tests.support.fault_acts import Bent

CASES = Path(__file__).parents[1] / "cases"
PACKERS = sorted((CASES / "zip").glob("*.zip"))
REWRITTEN = sorted((CASES / "results").glob("result-rew-*.zip"))


def ordered(bench: FaultBench, sources: dict[str, Path], result: Path) -> Batch:
    """The documents that the result was made for, and a server that sends it."""
    for name, path in sources.items():
        (bench.sources / name).write_bytes(path.read_bytes())
    body = result.read_bytes()
    bench.fail(Method.DOWNLOAD, Bent(lambda reply: answers.with_body(reply, body)), times=None)
    return bench.order(*sources)


def of_packer(bench: FaultBench, result: Path) -> Batch:
    names = ("Letter.pdf", "Umowa żółta.pdf")
    return ordered(bench, {name: CASES / "zip" / f"original {name}" for name in names}, result)


def of_server(bench: FaultBench, result: Path) -> Batch:
    names = ("Letter.pdf", "Contract xrefstream.pdf")
    return ordered(bench, {name: CASES / "results" / name for name in names}, result)


def same_bytes(one: Path | None, other: Path) -> bool:
    return one is not None and one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("result", PACKERS, ids=[one.stem for one in PACKERS])
async def test_an_odd_packer_withholds_nothing(make_bench: MakeFaultBench, result: Path) -> None:
    """Saved byte for byte; unpacked, each document has its own name."""
    bench = make_bench()
    order = of_packer(bench, result)
    batch = await bench.run(order.noting(delivery=replace(order.delivery, unpack=True)))
    assert batch.state is BatchState.DONE
    assert all(one.outcome is Outcome.SEALED and one.checked for one in batch.documents)
    assert same_bytes(batch.saved_to, result)
    assert batch.unpacked_to is not None
    unpacked = {path.name: path.read_bytes() for path in batch.unpacked_to.iterdir()}
    for name in ("Letter.pdf", "Umowa żółta.pdf"):
        assert unpacked[name].startswith((bench.sources / name).read_bytes())
    assert bench.practice.ledger.deleted(batch.server_id) == 1


@pytest.mark.parametrize("result", REWRITTEN, ids=[one.stem for one in REWRITTEN])
async def test_what_the_server_wrote_anew_is_saved_for_a_look(
    make_bench: MakeFaultBench, result: Path
) -> None:
    bench = make_bench()
    batch = await bench.run(of_server(bench, result))
    assert_held(bench, batch, Reason.RESULT, BatchState.CHECKING, state=BatchState.NEEDS_YOU)
    assert_saved(bench, batch)
    assert {one.outcome for one in batch.documents} == {Outcome.NOT_RECOGNISED}
    assert "seal is intact, but not over the bytes that were sent" in batch.message
    assert bench.came(Method.DELETE) == []


async def test_a_seal_of_any_ending_beside_the_document_counts(make_bench: MakeFaultBench) -> None:
    bench = make_bench()
    assert_sealed_once(bench, await bench.run(of_server(bench, CASES / "results" / "result-x-csig+orig.zip")))
