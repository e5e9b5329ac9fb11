"""Cells marked H must name the cause, what is safe and the next step: the sentences that end a job."""

from __future__ import annotations

import pytest

from signdesk.domain.batches import BatchState
from signdesk.practice.service import Method
from tests.faults.conftest import MakeFaultBench
from tests.faults.expecting import NEXT_STEP
from tests.support import fault_answers as answers
from tests.support.fault_acts import Break, Instead, Moment
from tests.support.response_profile import ResultForm


async def test_an_unclear_accept_names_the_next_step(make_bench: MakeFaultBench) -> None:
    bench = make_bench()
    bench.fail(Method.ACCEPT, Break(Moment.HEAD))
    assert NEXT_STEP.search((await bench.run()).message)


@pytest.mark.parametrize("form", [ResultForm.FOREIGN, ResultForm.UNSAFE_NAMES, ResultForm.DAMAGED])
async def test_a_result_that_waits_names_the_next_step(make_bench: MakeFaultBench, form: ResultForm) -> None:
    bench = make_bench(result=form)
    batch = await bench.run()
    assert batch.state is BatchState.NEEDS_YOU
    assert NEXT_STEP.search(batch.message)


async def test_an_upload_that_was_never_confirmed_names_the_next_step(make_bench: MakeFaultBench) -> None:
    bench = make_bench()
    bench.fail(Method.UPLOAD, Instead(answers.answer(204)), times=None)
    assert NEXT_STEP.search((await bench.run()).message)
