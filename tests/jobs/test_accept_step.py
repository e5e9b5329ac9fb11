"""Accept: one order, one accept, whatever the answer (signdesk/README.md, P1 to P3)."""

from __future__ import annotations

import asyncio

import pytest

from signdesk.domain.batches import BatchState, Reason
from signdesk.domain.reports import Status
from signdesk.domain.servers import AcceptForm, Numbering
from signdesk.practice.service import Method
from tests.jobs.conftest import Bench, MakeBench
from tests.support.response_profile import Answer, ResponseProfile, ServerFault, StatusForm


def carried_out(bench: Bench) -> int:
    """How often sealing was really ordered, over all batches."""
    return sum(bench.practice.ledger.accepted(one) for one in bench.practice.batch_ids)


@pytest.mark.parametrize(
    ("only", "learned"), [(AcceptForm.PATH, AcceptForm.PATH), (AcceptForm.QUERY, AcceptForm.QUERY_AND_BODY),
                          (AcceptForm.BODY, AcceptForm.QUERY_AND_BODY)],
)  # fmt: skip
@pytest.mark.parametrize("refusal", [404, 405])
@pytest.mark.parametrize("status_form", [StatusForm.NAME, StatusForm.NUMBER])
async def test_auto_finds_the_form_and_remembers_it(
    make_bench: MakeBench, only: AcceptForm, learned: AcceptForm, refusal: int, status_form: StatusForm
) -> None:
    """signdesk/README.md, Interface."""
    bench = make_bench(accept_forms=(only,), accept_refusal_status=refusal, status_form=status_form)
    batch = await bench.run()
    assert batch.state is BatchState.DONE
    assert carried_out(bench) == 1
    assert (learned, None) in bench.journal.learned_facts


async def test_a_learned_form_is_tried_first(make_bench: MakeBench) -> None:
    bench = make_bench(accept_forms=(AcceptForm.QUERY,))
    bench.accept_form = AcceptForm.QUERY_AND_BODY
    assert (await bench.run()).state is BatchState.DONE
    assert bench.count(Method.ACCEPT) == 1


async def test_a_form_set_by_a_person_is_the_only_one_tried(make_bench: MakeBench) -> None:
    bench = make_bench(accept_forms=(AcceptForm.PATH,))
    bench.accept_form = AcceptForm.BODY
    batch = await bench.run()
    assert (batch.state, batch.reason, batch.held_at) == (
        BatchState.WAITING,
        Reason.REFUSED,
        BatchState.SENT,
    )
    assert bench.count(Method.ACCEPT) == 1
    assert carried_out(bench) == 0
    assert "Nothing has been sealed." in batch.message


LOST_ANSWERS = [
    ServerFault(Method.ACCEPT, Answer.CUT, times=1, carried_out=True),
    ServerFault(Method.ACCEPT, Answer.SHORT, http_status=202, times=1, carried_out=True),
    ServerFault(Method.ACCEPT, Answer.HTML, http_status=200, times=1, carried_out=True),
    ServerFault(Method.ACCEPT, Answer.HTML, http_status=502, times=1, carried_out=True),
    ServerFault(Method.ACCEPT, http_status=500, times=1, carried_out=True),
    ServerFault(Method.ACCEPT, http_status=503, times=1, carried_out=True),
    ServerFault(Method.ACCEPT, http_status=429, times=1, carried_out=True),
    ServerFault(Method.ACCEPT, http_status=404, times=1, carried_out=True),
    ServerFault(Method.ACCEPT, http_status=405, times=1, carried_out=True),
    ServerFault(Method.ACCEPT, http_status=400, times=1, carried_out=True),
]


@pytest.mark.parametrize("lost", LOST_ANSWERS, ids=lambda one: f"{one.answer}-{one.http_status}")
async def test_an_accept_whose_answer_was_lost_is_asked_about_and_never_repeated(
    make_bench: MakeBench, lost: ServerFault
) -> None:
    bench = make_bench(faults=(lost,))
    batch = await bench.run()
    assert batch.state is BatchState.DONE
    assert carried_out(bench) == 1
    received = [one.method for one in bench.practice.ledger.received]
    assert received[received.index(Method.ACCEPT) + 1] is Method.STATUS
    assert received.count(Method.ACCEPT) == 1


@pytest.mark.parametrize(
    "lost",
    [
        ServerFault(Method.ACCEPT, Answer.CUT, times=1),
        ServerFault(Method.ACCEPT, Answer.HTML, http_status=200, times=1),
        ServerFault(Method.ACCEPT, http_status=500, times=1),
    ],
    ids=lambda one: f"{one.answer}-{one.http_status}",
)
async def test_an_accept_that_did_not_arrive_becomes_a_question_to_a_person(
    make_bench: MakeBench, lost: ServerFault
) -> None:
    """P3: the server still says NEW or UPLOADED after three looks over a minute."""
    bench = make_bench(faults=(lost,))
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.UNCLEAR)
    assert carried_out(bench) == 0
    assert bench.count(Method.ACCEPT) == 1
    assert 60 <= bench.clock.elapsed_s < 200
    assert "not known whether sealing began" in batch.message

    again = await bench.run(batch.ordered_again())
    assert again.state is BatchState.DONE
    assert carried_out(bench) == 1


async def test_a_catch_all_page_that_says_200_does_not_count_as_accepted(make_bench: MakeBench) -> None:
    """A 2xx counts once BatchStatus shows ACCEPTED or later."""
    bench = make_bench(accept_forms=(AcceptForm.QUERY,), catch_all=True)
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.UNCLEAR)
    assert carried_out(bench) == 0


async def test_a_number_that_may_mean_uploaded_or_accepted_is_not_taken_for_not_started(
    make_bench: MakeBench,
) -> None:
    """signdesk/README.md, Fault matrix: a numeric 1 under an unknown numbering means "not known"."""
    bench = make_bench(
        status_form=StatusForm.NUMBER,
        stuck_at=Status.UPLOADED,
        faults=(ServerFault(Method.ACCEPT, Answer.CUT, times=1),),
    )
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.UNCLEAR)
    assert bench.clock.elapsed_s >= 600
    assert bench.count(Method.ACCEPT) == 1


async def test_the_same_number_under_a_known_numbering_is_settled_in_a_minute(make_bench: MakeBench) -> None:
    bench = make_bench(
        status_form=StatusForm.NUMBER, faults=(ServerFault(Method.ACCEPT, Answer.CUT, times=1),)
    )
    bench.numbering = Numbering.NEWER
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.UNCLEAR)
    assert bench.clock.elapsed_s < 200


async def test_a_batch_unknown_after_an_unclear_accept_is_never_sealed_again_by_itself(
    make_bench: MakeBench,
) -> None:
    bench = make_bench(
        faults=(
            ServerFault(Method.ACCEPT, Answer.CUT, times=1, carried_out=True),
            ServerFault(Method.STATUS, http_status=404),
        )
    )
    bench.accept_form, bench.numbering = AcceptForm.PATH, Numbering.NEWER  # no look before the accept
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.LOST)
    assert bench.count(Method.ACCEPT) == 1


async def test_a_refused_sign_in_at_accept_asks_for_the_status_first_after_the_new_key(
    make_bench: MakeBench,
) -> None:
    """Fault matrix: A then Q."""
    bench = make_bench(faults=(ServerFault(Method.ACCEPT, http_status=401, times=1, carried_out=True),))
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.SIGN_IN)
    seen = len(bench.practice.ledger.received)
    assert (await bench.run(batch)).state is BatchState.DONE
    assert bench.practice.ledger.received[seen].method is Method.STATUS
    assert carried_out(bench) == 1


@pytest.mark.parametrize("carried", [False, True])
async def test_a_redirect_at_accept_is_not_followed_and_asked_about_later(
    make_bench: MakeBench, carried: bool
) -> None:
    """Fault matrix: H. A proxy may answer so although the server behind it has begun."""
    location = (("Location", "http://127.0.0.1:9/x"),)
    away = ServerFault(Method.ACCEPT, http_status=307, headers=location, times=1, carried_out=carried)
    bench = make_bench(faults=(away,))
    batch = await bench.run()
    assert (batch.state, batch.held_at) == (BatchState.WAITING, BatchState.ACCEPTING)
    assert "othing has been sealed" not in batch.message
    later = await bench.run(batch)
    assert later.state is (BatchState.DONE if carried else BatchState.NEEDS_YOU)
    assert bench.count(Method.ACCEPT) == 1


async def test_a_batch_that_is_confirmed_but_never_begins_becomes_a_question(make_bench: MakeBench) -> None:
    """signdesk/README.md, Interface: a 2xx counts once BatchStatus shows ACCEPTED or later."""
    bench = make_bench(stuck_at=Status.UPLOADED)
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.UNCLEAR)
    assert bench.count(Method.ACCEPT) == 1


async def test_a_second_order_is_not_sent_where_the_first_one_worked(make_bench: MakeBench) -> None:
    """A person ordered it again; the server says meanwhile that the first accept had arrived."""
    bench = make_bench(
        faults=(
            ServerFault(Method.ACCEPT, Answer.CUT, times=1, carried_out=True),
            ServerFault(
                Method.STATUS, http_status=500, times=12
            ),  # before the accept six times, and after it
        )
    )
    batch = await bench.run()
    assert batch.state is BatchState.WAITING
    asked = batch.held(BatchState.NEEDS_YOU, Reason.UNCLEAR, "Not known.")
    again = await bench.run(asked.ordered_again())
    assert again.state is BatchState.DONE
    assert bench.count(Method.ACCEPT) == 1


async def test_what_may_be_sealed_is_never_called_unsealed(make_bench: MakeBench) -> None:
    """After a person ordered again, SENT no longer means that nothing has begun."""
    bench = make_bench(faults=(ServerFault(Method.ACCEPT, Answer.CUT, times=1),))
    asked = await bench.run()
    assert asked.reason is Reason.UNCLEAR
    (bench.folder / "a file").write_text("in the way")
    blocked = await bench.run(asked.ordered_again().replace(save_to=bench.folder / "a file" / "x"))
    assert blocked.reason is Reason.TARGET
    assert "nothing has been sealed" not in blocked.message.lower()
    assert not blocked.is_surely_unsealed

    bench.practice.profile = ResponseProfile(faults=(ServerFault(Method.STATUS, Answer.HANG),))
    seen = bench.count(Method.STATUS)
    job = asyncio.ensure_future(bench.run(asked.ordered_again()))
    while bench.count(Method.STATUS) == seen:  # noqa: ASYNC110 - the server is in another thread
        await asyncio.sleep(0.01)
    job.cancel()
    stopped = await job
    assert (stopped.state, stopped.held_at) == (BatchState.WAITING, BatchState.SENT)
    assert "nothing has been sealed" not in stopped.message.lower()
    assert bench.count(Method.DELETE) == 0


@pytest.mark.parametrize("status", [402, 409, 410, 422])
async def test_another_form_is_tried_only_where_the_route_may_be_wrong(
    make_bench: MakeBench, status: int
) -> None:
    bench = make_bench(faults=(ServerFault(Method.ACCEPT, http_status=status, carried_out=True),))
    assert (await bench.run()).state is BatchState.DONE
    assert bench.count(Method.ACCEPT) == 1


async def test_stopping_twice_does_not_cut_an_accept_loose(make_bench: MakeBench) -> None:
    bench = make_bench()
    batch = await bench.run_until(bench.order(), BatchState.ACCEPTING, times=3)
    assert bench.count(Method.ACCEPT) == 1
    assert batch.held_at is BatchState.SEALING


async def test_stopping_while_the_answer_is_being_found_out_works_at_once(make_bench: MakeBench) -> None:
    bench = make_bench(faults=(ServerFault(Method.ACCEPT, Answer.CUT, times=1),))
    batch = await bench.run_until_looked_at_twice(bench.order())
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.STOPPED_WAITING)
    assert batch.held_at is BatchState.ACCEPTING
    assert "not yet known" in batch.message
    assert bench.clock.elapsed_s < 60
