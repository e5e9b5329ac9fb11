"""Jobs ordered in the same minute want the same name: each keeps its own file (reliability.md, P11)."""

from __future__ import annotations

import asyncio
import hashlib

from signdesk.domain.batches import BatchState
from tests.jobs.conftest import MakeBench


async def test_ten_jobs_that_save_to_one_name_at_once_each_keep_their_file(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.accept_form = bench.accept_form.PATH
    batches = [bench.order(f"Letter {number}.txt", "List.txt") for number in range(10)]

    ended = await asyncio.gather(*(bench.run(one) for one in batches))

    assert {one.state for one in ended} == {BatchState.DONE}
    saved = [one.saved_to for one in ended if one.saved_to is not None]
    assert sorted(saved) == bench.saved_zips()
    first = min(path.name for path in saved).removesuffix(" (10).zip")
    numbers = ["", *(f" ({number})" for number in range(2, 11))]
    assert sorted(path.name for path in saved) == sorted(f"{first}{number}.zip" for number in numbers)
    for one in ended:
        assert one.saved_to is not None
        assert hashlib.sha256(one.saved_to.read_bytes()).hexdigest() == one.result_sha256
    assert len({one.result_sha256 for one in ended}) == 10
