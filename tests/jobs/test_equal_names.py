"""Jobs ordered in the same minute want the same name: each keeps its own file (signdesk/README.md, P11)."""

from __future__ import annotations

import asyncio
import hashlib

from signdesk.domain.batches import BatchState
from signdesk.domain.documents import numbered
from tests.jobs.conftest import VALIDATE, MakeBench


async def test_ten_jobs_that_save_to_one_name_at_once_each_keep_their_file(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.process = VALIDATE
    batches = [bench.order(f"Letter {number}.txt", "List.txt") for number in range(10)]

    ended = await asyncio.gather(*(bench.run(one) for one in batches))

    assert {one.state for one in ended} == {BatchState.DONE}
    saved = {one.saved_to: one.result_sha256 for one in ended if one.saved_to is not None}
    assert sorted(saved) == bench.saved_zips()
    first = min(saved, key=lambda path: len(path.name)).name
    names = [first, *(numbered(first, number) for number in range(2, 11))]
    assert sorted(path.name for path in saved) == sorted(names)
    assert {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in saved} == saved
    assert len(set(saved.values())) == 10
