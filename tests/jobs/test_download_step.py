"""Fetch, check, save, clean up: no stray file, no second copy, no lost result, whatever breaks off."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from signdesk.domain.batches import BatchState, Outcome, Reason
from signdesk.practice.service import Method
from tests.jobs.conftest import VALIDATE, Bench, MakeBench
from tests.support.response_profile import Answer, ResultForm, ServerFault


def strays(bench: Bench) -> list[Path]:
    return [path for path in bench.saved_zips() if path.suffix != ".zip"]


@pytest.mark.parametrize("state", [BatchState.FETCHING, BatchState.CHECKING])
@pytest.mark.parametrize("form", [ResultForm.SOUND, ResultForm.FOREIGN, ResultForm.DAMAGED])
@pytest.mark.parametrize("times", [1, 3])
async def test_stopping_leaves_no_stray_file_and_loses_nothing(
    make_bench: MakeBench, state: BatchState, form: ResultForm, times: int
) -> None:
    bench = make_bench(result=form)
    batch = await bench.run_until(bench.order(), state, times=times)
    assert strays(bench) == []
    assert batch.state in (BatchState.WAITING, BatchState.NEEDS_YOU)
    later = await bench.run(batch)
    assert strays(bench) == []
    if form is ResultForm.SOUND:
        assert later.state is BatchState.DONE
        assert len(bench.saved_zips()) == 1
    else:
        assert later.reason is Reason.RESULT
        assert bench.saved_zips() == ([later.saved_to] if form is ResultForm.FOREIGN else [])
        assert bench.count(Method.DELETE) == 0


async def test_a_result_that_could_not_be_saved_leaves_no_stray_file_behind(make_bench: MakeBench) -> None:
    """The folder goes away while the server seals; the person chooses another one."""
    bench = make_bench()
    old = bench.save_to
    assert old is not None
    held = await bench.run_until(bench.order(), BatchState.SEALING)
    old.rmdir()
    old.write_text("in the way")
    blocked = await bench.run(held)
    assert (blocked.state, blocked.reason) == (BatchState.WAITING, Reason.TARGET)
    assert bench.count(Method.DELETE) == 0
    done = await bench.run(blocked.replace(save_to=bench.folder / "Other", mount=None))
    assert done.state is BatchState.DONE
    assert [path.name for path in (bench.folder / "Other").iterdir()] == [
        done.saved_to and done.saved_to.name
    ]
    assert bench.count(Method.ACCEPT) == 1


async def test_a_note_that_fails_after_the_renaming_does_not_save_twice(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.journal.full_at = BatchState.SAVED
    held = await bench.run()
    assert (held.state, held.reason) == (BatchState.WAITING, Reason.JOURNAL)
    assert bench.count(Method.DELETE) == 0
    bench.journal.full_at = None
    done = await bench.run(held)
    assert done.state is BatchState.DONE
    assert bench.saved_zips() == [done.saved_to]
    assert bench.count(Method.DOWNLOAD) == 1


async def test_a_stop_that_cannot_be_noted_still_ends_the_job(make_bench: MakeBench) -> None:
    """And the next start does not go on with what a person has stopped."""
    bench = make_bench()
    bench.journal.full_at = BatchState.STOPPED
    batch = await bench.run_until(bench.order(), BatchState.SENT)
    assert bench.count(Method.ACCEPT) == 0
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.STOPPED_WAITING)
    assert batch.held_at is BatchState.SENT
    assert "cannot save the state of this batch" in batch.message


async def test_a_page_in_the_place_of_an_answer_to_delete_is_asked_about(make_bench: MakeBench) -> None:
    """Fault matrix, column Delete: Q."""
    gone = make_bench(faults=(ServerFault(Method.DELETE, Answer.HTML, http_status=200, carried_out=True),))
    assert (await gone.run()).warnings == ()
    assert gone.count(Method.DELETE) == 1
    still_there = make_bench(faults=(ServerFault(Method.DELETE, Answer.HTML, http_status=200),))
    batch = await still_there.run()
    assert batch.state is BatchState.DONE
    assert batch.warnings


async def test_an_unused_batch_that_stays_on_the_server_is_said(make_bench: MakeBench) -> None:
    bench = make_bench(
        faults=(
            ServerFault(Method.UPLOAD, Answer.CUT, times=1),
            ServerFault(Method.DELETE, http_status=403, skip=1),
        )
    )
    batch = await bench.run()
    assert batch.state is BatchState.DONE
    assert bench.practice.batch_ids[0] in batch.warnings[0]


async def test_what_proves_nothing_is_saved_and_stays_on_the_server(make_bench: MakeBench) -> None:
    bench = make_bench(result=ResultForm.UNSEALED)
    batch = await bench.run(bench.order("Letter.pdf"))
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.RESULT)
    assert bench.saved_zips() == [batch.saved_to]
    assert bench.count(Method.DELETE) == 0


async def test_a_note_of_an_unproven_result_that_fails_does_not_save_twice(make_bench: MakeBench) -> None:
    bench = make_bench(result=ResultForm.FOREIGN)
    bench.journal.full_at = BatchState.NEEDS_YOU
    held = await bench.run()
    bench.journal.full_at = None
    again = await bench.run(replace(held, state=BatchState.CHECKING, held_at=None, saved_to=None))
    assert (again.state, again.reason) == (BatchState.NEEDS_YOU, Reason.RESULT)
    assert bench.saved_zips() == [again.saved_to]
    assert (bench.count(Method.DOWNLOAD), bench.count(Method.DELETE)) == (1, 0)


async def test_a_validated_batch_names_what_did_not_come_back(make_bench: MakeBench) -> None:
    bench = make_bench(dropped=("Letter.pdf",))
    bench.process = VALIDATE
    batch = await bench.run()
    assert batch.state is BatchState.PARTLY_DONE
    assert [one.outcome for one in batch.documents] == [Outcome.MISSING, Outcome.VALIDATED]


async def test_only_the_signature_came_back_and_the_source_still_proves_it(make_bench: MakeBench) -> None:
    bench = make_bench(signature_only=True)
    batch = await bench.run(bench.order("List.txt"))
    assert batch.state is BatchState.DONE
    assert batch.documents[0].checked
    assert batch.saved_to is not None
    with zipfile.ZipFile(batch.saved_to) as saved:
        assert saved.namelist() == ["List.txt.p7s"]


async def test_an_abandoned_order_is_removed_from_the_server(make_bench: MakeBench) -> None:
    bench = make_bench(faults=(ServerFault(Method.UPLOAD, http_status=400),))
    held = await bench.run()
    assert held.reason is Reason.REFUSED
    over = await bench.withdraw(held)
    assert over.state is BatchState.STOPPED
    assert bench.practice.ledger.deleted(bench.practice.batch_ids[0]) == 1
