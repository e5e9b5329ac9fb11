"""Polling: only CLOSED leads on, silence is said, nothing is given up by itself."""

from __future__ import annotations

import pytest

from signdesk.domain.batches import BatchState, Reason
from signdesk.domain.reports import Status
from signdesk.practice.dialect import Answer, DocumentsForm, Method, StatusForm, Trouble
from tests.jobs.conftest import MakeBench


@pytest.mark.parametrize("documents", list(DocumentsForm))
async def test_a_status_without_detail_is_no_trouble(make_bench: MakeBench, documents: DocumentsForm) -> None:
    """facts.md section 7, row 12."""
    bench = make_bench(documents=documents)
    assert (await bench.run()).state is BatchState.DONE


async def test_unknown_status_text_is_shown_and_waited_through(make_bench: MakeBench) -> None:
    """facts.md section 7, row 8."""
    bench = make_bench(odd_status="PAUSED FOR TEA")
    assert (await bench.run()).state is BatchState.DONE
    assert "PAUSED FOR TEA" in {one.server_status for one in bench.published}


async def test_hiccups_while_sealing_are_sat_out(make_bench: MakeBench) -> None:
    bench = make_bench(
        troubles=(
            Trouble(Method.STATUS, http_status=500, times=2, skip=2),
            Trouble(Method.STATUS, Answer.CUT, times=1, skip=5),
            Trouble(Method.STATUS, Answer.HTML, http_status=200, times=1, skip=7),
        )
    )
    assert (await bench.run()).state is BatchState.DONE
    assert bench.count(Method.ACCEPT) == 1


async def test_a_server_that_stays_away_while_sealing_is_waited_for(make_bench: MakeBench) -> None:
    bench = make_bench(troubles=(Trouble(Method.STATUS, http_status=500, skip=2),))
    batch = await bench.run()
    assert (batch.state, batch.reason, batch.held_at) == (
        BatchState.WAITING,
        Reason.SERVER,
        BatchState.SEALING,
    )
    bench.practice.dialect = type(bench.practice.dialect)(steps=bench.practice.dialect.steps)
    assert (await bench.run(batch)).state is BatchState.DONE
    assert bench.count(Method.ACCEPT) == 1


async def test_a_batch_that_vanished_while_sealing_is_a_persons_question(make_bench: MakeBench) -> None:
    bench = make_bench(troubles=(Trouble(Method.STATUS, http_status=404, skip=2),))
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.LOST)
    assert batch.server_id in batch.message


async def test_an_expired_result_is_asked_for_a_few_times_and_then_a_persons_question(
    make_bench: MakeBench,
) -> None:
    bench = make_bench(expired=True)
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.LOST)
    assert bench.count(Method.DOWNLOAD) == 6
    assert bench.count(Method.ACCEPT) == 1


@pytest.mark.parametrize("form", [StatusForm.NAME, StatusForm.NUMBER])
async def test_a_stuck_batch_is_said_to_be_slow_and_kept(make_bench: MakeBench, form: StatusForm) -> None:
    """facts.md section 7, row 9: a stall notice, slow polling, no end by itself."""
    bench = make_bench(stuck_at=Status.FINISHING, status_form=form)
    batch = await bench.run_until_slow()
    assert batch.state is BatchState.WAITING
    assert any("longer than usual" in one.message for one in bench.published)
    assert 13 < bench.clock.slept_s[-1] <= 16.5
    assert bench.count(Method.DOWNLOAD) <= 1
    assert bench.saved_zips() == []
