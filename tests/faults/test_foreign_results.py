"""Results as other makers send them (tests/cases): nothing is withheld for a name, a folder or a packer."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from signdesk.domain.batches import Batch, BatchState, Outcome
from signdesk.practice.service import Method
from tests.faults.conftest import FaultBench, MakeFaultBench
from tests.faults.expecting import assert_deleted_after_saving, assert_saved, assert_sealed_once
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
    batch = await bench.run(order.replace(delivery=replace(order.delivery, unpack=True)))
    assert batch.state is BatchState.DONE
    assert all(one.outcome is Outcome.SEALED and one.checked for one in batch.documents)
    assert same_bytes(batch.saved_to, result)
    assert batch.unpacked_to is not None
    unpacked = {path.name: path.read_bytes() for path in batch.unpacked_to.iterdir()}
    for name in ("Letter.pdf", "Umowa żółta.pdf"):
        assert unpacked[name].startswith((bench.sources / name).read_bytes())
    assert bench.practice.ledger.deleted(batch.server_id) == 1


@pytest.mark.parametrize("result", REWRITTEN, ids=[one.stem for one in REWRITTEN])
async def test_what_the_server_wrote_anew_is_saved_and_named(
    make_bench: MakeFaultBench, result: Path
) -> None:
    """Its pages are found again, so it is proven that the server did its work."""
    bench = make_bench()
    batch = await bench.run(of_server(bench, result))
    assert batch.state is BatchState.PARTLY_DONE
    assert {one.outcome for one in batch.documents} == {Outcome.RESEALED}
    assert_saved(bench, batch)
    assert same_bytes(batch.saved_to, result)
    assert_deleted_after_saving(bench)


async def test_a_seal_of_any_ending_beside_the_document_counts(make_bench: MakeFaultBench) -> None:
    bench = make_bench()
    assert_sealed_once(bench, await bench.run(of_server(bench, CASES / "results" / "result-x-csig+orig.zip")))


@pytest.mark.parametrize("result", REWRITTEN, ids=[one.stem for one in REWRITTEN])
async def test_one_written_anew_beside_the_original_is_that_documents_result(
    make_bench: MakeFaultBench, result: Path, tmp_path: Path
) -> None:
    """The original as it was sent, and `_signed.pdf`."""
    with zipfile.ZipFile(result) as inside, zipfile.ZipFile(tmp_path / "both.zip", "w") as both:
        for name in inside.namelist():
            both.write(CASES / "results" / name, name)
            both.writestr(name.replace(".pdf", "_signed.pdf"), inside.read(name))
    bench = make_bench()
    batch = await bench.run(of_server(bench, tmp_path / "both.zip"))
    assert [one.outcome for one in batch.documents] == [Outcome.RESEALED] * 2
    assert [one.results for one in batch.documents] == [
        ("Letter.pdf", "Letter_signed.pdf"),
        ("Contract xrefstream.pdf", "Contract xrefstream_signed.pdf"),
    ]
