"""Polling: only CLOSED leads on, silence is said, nothing is given up by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from signdesk.domain.batches import BatchState, Reason
from signdesk.domain.reports import Status
from signdesk.domain.servers import AcceptForm, Numbering
from signdesk.practice.service import Method
from tests.jobs.conftest import MakeBench
from tests.support.raw_server import RawServer, json_reply
from tests.support.response_profile import Answer, DocumentsForm, ServerFault, StatusForm


@pytest.mark.parametrize("documents", list(DocumentsForm))
async def test_a_status_without_detail_is_no_trouble(make_bench: MakeBench, documents: DocumentsForm) -> None:
    """signdesk/README.md, row 12."""
    bench = make_bench(documents=documents)
    assert (await bench.run()).state is BatchState.DONE


async def test_unknown_status_text_is_shown_and_waited_through(make_bench: MakeBench) -> None:
    """signdesk/README.md, row 8."""
    bench = make_bench(odd_status="PAUSED FOR TEA")
    assert (await bench.run()).state is BatchState.DONE
    assert "PAUSED FOR TEA" in {one.server_status for one in bench.published}


async def test_hiccups_while_sealing_are_sat_out(make_bench: MakeBench) -> None:
    bench = make_bench(
        faults=(
            ServerFault(Method.STATUS, http_status=500, times=2, skip=2),
            ServerFault(Method.STATUS, Answer.CUT, times=1, skip=5),
            ServerFault(Method.STATUS, Answer.HTML, http_status=200, times=1, skip=7),
        )
    )
    assert (await bench.run()).state is BatchState.DONE
    assert bench.count(Method.ACCEPT) == 1


async def test_a_server_that_stays_away_while_sealing_is_waited_for(make_bench: MakeBench) -> None:
    bench = make_bench(faults=(ServerFault(Method.STATUS, http_status=500, skip=2),))
    batch = await bench.run()
    assert (batch.state, batch.reason, batch.held_at) == (
        BatchState.WAITING,
        Reason.SERVER,
        BatchState.SEALING,
    )
    bench.practice.profile = type(bench.practice.profile)(steps=bench.practice.profile.steps)
    assert (await bench.run(batch)).state is BatchState.DONE
    assert bench.count(Method.ACCEPT) == 1


async def test_a_batch_that_vanished_while_sealing_is_a_persons_question(make_bench: MakeBench) -> None:
    bench = make_bench(faults=(ServerFault(Method.STATUS, http_status=404, skip=2),))
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
    """signdesk/README.md, row 9: a stall notice, slow polling, no end by itself."""
    bench = make_bench(stuck_at=Status.FINISHING, status_form=form)
    batch = await bench.run_until_slow()
    assert batch.state is BatchState.WAITING
    assert any("longer than usual" in one.message for one in bench.published)
    assert 13 < bench.clock.slept_s[-1] <= 16.5
    assert bench.count(Method.DOWNLOAD) <= 6  # after 3, 6, 12 ... looks, and only where 5 is ambiguous
    assert bench.saved_zips() == []


class Talking:
    """A server that answers BatchStatus with one text after the other, and has no result."""

    def __init__(self, *statuses: str) -> None:
        documents = '"documents": []'
        answers = [json_reply(200, f'{{"id": 7, "status": "{one}", {documents}}}') for one in statuses]
        self.scripts = [*answers, *[json_reply(404, "{}")] * 20]


async def test_a_slow_start_is_not_taken_for_no_start(make_bench: MakeBench) -> None:
    """Looks that said "not started" count only in a row: afterwards the server is seen at work."""
    bench = make_bench()
    says = Talking(*["UPLOADED"] * 2, *["IN_PROGRESS"] * 30, "UPLOADED", "IN_PROGRESS", "CLOSED")
    with RawServer(says.scripts) as raw:
        bench.base_url = raw.url
        sealing = bench.order().replace(state=BatchState.SEALING, server_id="7")
        batch = await bench.run(sealing)
    assert bench.clock.elapsed_s > 60
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.LOST)  # it has no result


@pytest.mark.parametrize("answer", [Answer.CUT, Answer.SHORT, Answer.HTTP_STATUS])
async def test_a_hiccup_while_guessing_does_not_end_the_guessing(
    make_bench: MakeBench, answer: Answer
) -> None:
    """Older numbers: 5 is CLOSED, and the first download fails."""
    bench = make_bench(
        numbering=Numbering.OLDER,
        status_form=StatusForm.NUMBER,
        faults=(ServerFault(Method.DOWNLOAD, answer, http_status=503, times=2),),
    )
    assert (await bench.run()).state is BatchState.DONE


async def test_a_partly_sealed_probe_is_no_result(make_bench: MakeBench) -> None:
    """The server may still be at it: nothing is learned, saved or deleted until it surely has ended."""
    bench = make_bench(numbering=Numbering.OLDER, status_form=StatusForm.NUMBER, dropped=("Letter.pdf",))
    waiting = await bench.run_until_slow()
    assert (waiting.held_at, bench.saved_zips()) == (BatchState.SEALING, [])
    assert bench.journal.learned_facts == [(AcceptForm.PATH, None)]
    assert bench.count(Method.DOWNLOAD) > 2
    assert bench.count(Method.DELETE) == 0
    told = replace(waiting.server, numbering=Numbering.OLDER)
    assert (await bench.run(waiting.replace(server=told))).state is BatchState.PARTLY_DONE
