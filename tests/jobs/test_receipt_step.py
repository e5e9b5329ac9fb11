"""The receipt beside a result: whole, of this batch alone, and never in the way of the result itself."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from signdesk.domain.batches import Batch, BatchState, Delivery
from signdesk.domain.receipts import batch_of
from signdesk.resources import resource
from signdesk.storage.receipts import read_receipt, write_receipt
from tests.jobs.conftest import VALIDATE, Bench, MakeBench

WITH_RECEIPT = Delivery(receipt=True)


def order(bench: Bench, *names: str) -> Batch:
    return bench.order(*names).replace(delivery=WITH_RECEIPT)


async def test_it_lies_beside_the_zip_and_says_what_happened(make_bench: MakeBench) -> None:
    bench = make_bench()
    batch = await bench.run(order(bench, "Letter.pdf", "List.txt"))

    assert (batch.state, batch.warnings) == (BatchState.DONE, ())
    assert batch.saved_to is not None
    stem = f"{batch.saved_to.stem} receipt"
    assert [path.name for path in batch.receipts] == [f"{stem}.html", f"{stem}.csv", f"{stem}.json"]
    assert {path.parent for path in batch.receipts} == {batch.saved_to.parent}
    receipt = read_receipt(batch.receipts[2])
    jsonschema.validate(receipt, json.loads(resource("schemas", "receipt.json").read_text("utf-8")))
    again = batch_of(receipt)
    assert (again.id, again.state, again.result_sha256) == (batch.id, BatchState.DONE, batch.result_sha256)
    assert again.deleted_at is not None
    assert [one.facts for one in again.documents] == [one.facts for one in batch.documents]
    assert again.result_files == batch.result_files
    assert dict(again.reached).keys() == dict(batch.reached).keys()
    assert not [path for path in batch.saved_to.parent.iterdir() if path.name.startswith(".")]


async def test_without_the_wish_there_is_none(make_bench: MakeBench) -> None:
    bench = make_bench()
    batch = await bench.run()
    assert batch.receipts == ()
    assert bench.saved_zips() == [batch.saved_to]


async def test_a_validated_batch_has_one_too(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.process = VALIDATE
    batch = await bench.run(order(bench, "Letter.pdf"))
    receipt = read_receipt(batch.receipts[2])
    assert receipt["documents"][0]["outcome"] == "validated"
    names = {one["name"] for one in receipt["other_files"]} | {
        one["name"] for one in receipt["documents"][0]["returned"]
    }
    assert names == {one.name for one in batch.result_files}


async def test_a_batch_that_is_taken_up_again_writes_over_its_own_receipt_alone(
    make_bench: MakeBench,
) -> None:
    bench = make_bench()
    batch = await bench.run(order(bench))
    assert batch.saved_to is not None
    forms = {".html": b"new", ".csv": b"new", ".json": batch.receipts[2].read_bytes()}
    assert write_receipt(batch, forms) == batch.receipts
    assert batch.receipts[0].read_bytes() == b"new"

    other = batch.replace(id="another")
    second = write_receipt(other, forms)
    assert second[0].name == f"{batch.saved_to.stem} receipt (2).html"
    assert batch.receipts[0].read_bytes() == b"new"


@pytest.mark.parametrize("there", ["file", "folder", "link"])
async def test_what_has_the_name_already_stays(make_bench: MakeBench, there: str) -> None:
    bench = make_bench()
    batch = await bench.run(order(bench))
    mine = batch.receipts[1]
    mine.unlink()
    target = mine.with_name("somebody's.csv")
    if there == "file":
        batch.receipts[2].unlink()
        mine.write_text("mine")
    elif there == "folder":
        mine.mkdir()
    else:
        target.write_text("mine")
        mine.symlink_to(target)
    again = write_receipt(batch, {".html": b"x", ".csv": b"x", ".json": b"{}"})
    assert again[1] != mine
    assert mine.is_dir() or mine.read_text() == "mine"


async def test_a_receipt_that_fails_is_a_warning(
    make_bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = make_bench()

    def full(_folder: Path, _name: str, _batch_id: str, _content: bytes) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("signdesk.storage.receipts._write", full)
    batch = await bench.run(order(bench))
    assert batch.state is BatchState.DONE
    assert batch.receipts == ()
    (warning,) = batch.warnings
    assert warning.startswith("The receipt could not be written: ")
    assert warning.endswith("The saved file is complete.")
