"""The matrix, column "Verify, save": what came back, whole or not, ours or not (P7, P10)."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from signdesk.domain.batches import Batch, BatchState, Outcome, Reason
from signdesk.practice.service import Method
from tests.faults import matrix as m
from tests.faults.conftest import FaultBench, MakeFaultBench
from tests.faults.expecting import (
    assert_deleted_after_saving,
    assert_held,
    assert_no_result_here,
    assert_saved,
    assert_sealed_once,
)
from tests.faults.matrix import proves
from tests.support import fault_answers as answers
from tests.support.fault_acts import Bent, Break, Moment
from tests.support.fault_answers import Reply
from tests.support.response_profile import ResultForm

Damage = Callable[[bytes], bytes]


def flipped(body: bytes, at: int = 100) -> bytes:
    """One bit of a byte in the first entry's data."""
    return body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :]


def without_directory(body: bytes) -> bytes:
    return body[: body.rindex(b"PK\x01\x02")]


DAMAGES: dict[str, Damage] = {
    "one bit": flipped,
    "in the directory": lambda body: flipped(body, body.rindex(b"PK\x01\x02") + 50),
    "the end is another": lambda body: body[:-22] + b"x" * 22,
    "another one behind it": lambda body: body + body,
    "something before it": lambda body: b"PK\x05\x06" + body,
    "no directory": without_directory,
    "an empty archive": lambda body: b"PK\x05\x06" + bytes(18),
}
SHORT: dict[str, Damage] = {
    f"-{count}": lambda body, count=count: body[:-count]  # type: ignore[misc]
    for count in (1, 10, 22, 23, 60, 200)
}


def arrives(bench: FaultBench, damage: Damage, times: int | None) -> None:
    bench.fail(Method.DOWNLOAD, Bent(lambda reply: answers.with_body(reply, damage(reply.body))), times=times)


def assert_quarantined(bench: FaultBench, batch: Batch) -> None:
    """H, quarantine, no DELETE."""
    assert_held(bench, batch, Reason.RESULT, BatchState.CHECKING, state=BatchState.NEEDS_YOU)
    assert batch.quarantined_to is not None
    assert bench.quarantined() == [batch.quarantined_to]
    assert "put aside" in batch.message
    assert "server's copy was not deleted" in batch.message
    assert_no_result_here(bench)
    assert bench.ordered() == 1


def assert_saved_for_a_look(bench: FaultBench, batch: Batch) -> None:
    """Save, H, no DELETE."""
    assert_held(bench, batch, Reason.RESULT, BatchState.CHECKING, state=BatchState.NEEDS_YOU)
    assert_saved(bench, batch)
    assert bench.quarantined() == []
    assert bench.came(Method.DELETE) == []
    assert "server's copy was not deleted" in batch.message
    assert bench.ordered() == 1


@proves(m.CORRUPTED, m.VERIFY)
@proves(m.TRUNCATED, m.VERIFY)
@pytest.mark.parametrize("name", [*DAMAGES, *SHORT])
async def test_a_damaged_result_is_fetched_again(make_bench: MakeFaultBench, name: str) -> None:
    """D."""
    bench = make_bench()
    arrives(bench, (DAMAGES | SHORT)[name], 1)
    assert_sealed_once(bench, await bench.run())
    assert len(bench.came(Method.DOWNLOAD)) == 2


@proves(m.CORRUPTED, m.VERIFY)
@proves(m.TRUNCATED, m.VERIFY)
@pytest.mark.parametrize("name", [*DAMAGES, *SHORT])
async def test_the_same_damage_twice_is_kept_aside(make_bench: MakeFaultBench, name: str) -> None:
    """Same hash twice = H, quarantine; a mended server is asked again, on a person's word."""
    bench = make_bench()
    arrives(bench, (DAMAGES | SHORT)[name], None)
    batch = await bench.run()
    assert_quarantined(bench, batch)
    assert len(bench.came(Method.DOWNLOAD)) == 2
    bench.proxy.heal()
    assert_sealed_once(bench, await bench.run(batch))


@proves(m.CORRUPTED, m.VERIFY)
async def test_damage_that_differs_each_time_is_held_after_three(make_bench: MakeFaultBench) -> None:
    """D at most three times, then H: the way is sick, not the result."""
    bench = make_bench()
    places = itertools.count(100)
    arrives(bench, lambda body: flipped(body, next(places)), None)
    batch = await bench.run()
    assert_held(bench, batch, Reason.RESULT, BatchState.FETCHING, words="damaged 3 times")
    assert_no_result_here(bench)
    bench.proxy.heal()
    assert_sealed_once(bench, await bench.run(batch))


@proves(m.WRONG_CONTENT, m.VERIFY)
@pytest.mark.parametrize(
    "profile",
    [
        {"result": ResultForm.FOREIGN},
        {"result": ResultForm.UNSEALED},
        {"dropped": ("Letter.pdf", "Second.pdf", "List.txt"), "extra_entries": (("report.txt", "well"),)},
        {"substituted": ("Letter.pdf", "Second.pdf"), "unsealed": ("List.txt",)},
        {"flags_lie": True, "unsealed": ("Letter.pdf", "Second.pdf", "List.txt")},
    ],
    ids=lambda one: "-".join(one),
)
async def test_what_is_not_ours_is_saved_for_a_look(
    make_bench: MakeFaultBench, profile: dict[str, object]
) -> None:
    """And fetched again it is not saved twice."""
    bench = make_bench(**profile)
    batch = await bench.run(bench.order("Letter.pdf", "Second.pdf", "List.txt"))
    assert_saved_for_a_look(bench, batch)
    assert "none of the documents came back sealed" in batch.message.lower()
    again = await bench.run(batch)
    assert len(bench.came(Method.DOWNLOAD)) == 2
    assert_saved_for_a_look(bench, again)


async def test_a_better_result_is_saved_beside_the_first(make_bench: MakeFaultBench) -> None:
    """What was unproven stays; the copy on the server goes only after the good one is here."""
    bench = make_bench(result=ResultForm.UNSEALED)
    first = await bench.run()
    sound = make_bench()
    good = await sound.run()
    assert good.saved_to is not None
    body = good.saved_to.read_bytes()
    arrives(bench, lambda _body: body, 1)
    batch = await bench.run(first)
    assert (batch.state, batch.message) == (BatchState.DONE, "")
    assert bench.saved_zips() == sorted(one for one in (first.saved_to, batch.saved_to) if one is not None)
    assert len(bench.came(Method.DELETE)) == 1


@pytest.mark.parametrize("signature_only", [False, True])
async def test_swapped_names_are_sealed_and_said(make_bench: MakeFaultBench, signature_only: bool) -> None:
    """Also of seals that come back alone, beside no document: they are over its bytes."""
    bench = make_bench(swapped=True, signature_only=signature_only)
    batch = await bench.run(bench.order("Letter.pdf", "Second.pdf", "List.txt", "Note.txt", "Plan.txt"))
    assert_sealed_once(bench, batch)
    assert all("swapped the names" in one.seal for one in batch.documents)


@pytest.mark.parametrize("dropped", ["One.txt", "Two.txt", "Three.txt"])
async def test_a_document_missing_among_swapped_names_is_the_only_one(
    make_bench: MakeFaultBench, dropped: str
) -> None:
    bench = make_bench(swapped=True, signature_only=True, dropped=(dropped,))
    batch = await bench.run(bench.order("One.txt", "Two.txt", "Three.txt"))
    assert batch.state is BatchState.PARTLY_DONE
    assert {one.sent_name for one in batch.documents if one.outcome is Outcome.MISSING} == {dropped}
    assert len([one for one in batch.documents if one.outcome is Outcome.SEALED]) == 2


async def test_what_came_back_under_other_names_is_known_by_its_bytes(make_bench: MakeFaultBench) -> None:
    bench = make_bench(renamed=(("Letter.pdf", "A.pdf"), ("Second.pdf", "B.pdf"), ("List.txt", "C.txt")))
    batch = await bench.run(bench.order("Letter.pdf", "Second.pdf", "List.txt"))

    assert batch.state is BatchState.DONE
    assert [(one.checked, one.results[0]) for one in batch.documents] == [
        (True, "A.pdf"),
        (True, "B.pdf"),
        (True, "C.txt"),
    ]


PARTS: dict[str, tuple[dict[str, object], Outcome | None]] = {
    "missing": ({"dropped": ("Letter.pdf",)}, Outcome.MISSING),
    "unsealed": ({"unsealed": ("Letter.pdf",)}, Outcome.UNSEALED),
    "another": ({"substituted": ("Letter.pdf",)}, None),
    "with a report": (
        {"dropped": ("Letter.pdf",), "extra_entries": (("report.txt", "well"),)},
        Outcome.MISSING,
    ),
}


@proves(m.PARTIAL, m.VERIFY)
@pytest.mark.parametrize("name", list(PARTS))
async def test_a_part_is_saved_and_what_is_not_sealed_is_named(make_bench: MakeFaultBench, name: str) -> None:
    """Save, name them, ok: partly done, never green."""
    profile, outcome = PARTS[name]
    bench = make_bench(**profile)
    batch = await bench.run(bench.order("Letter.pdf", "List.txt"))
    assert batch.state is BatchState.PARTLY_DONE
    assert_saved(bench, batch)
    assert_deleted_after_saving(bench)
    letter, others = batch.documents
    assert outcome in (letter.outcome, None)
    assert letter.outcome is not Outcome.SEALED
    assert letter.message
    assert others.outcome is Outcome.SEALED  # the original and its seal file beside it
    assert batch.extra_results == (("report.txt",) if name == "with a report" else ())


@proves(m.PARTIAL, m.DELETE)
async def test_the_copy_of_a_part_is_removed_from_the_server(make_bench: MakeFaultBench) -> None:
    """R."""
    bench = make_bench(dropped=("Letter.pdf",))
    bench.fail(Method.DELETE, Break(Moment.HEAD))
    batch = await bench.run(bench.order("Letter.pdf", "List.txt"))
    assert (batch.state, batch.warnings) == (BatchState.PARTLY_DONE, ())
    assert bench.practice.ledger.deleted(batch.server_id) == 1
    assert len(bench.came(Method.DELETE)) == 2


@proves(m.DUPLICATES, m.VERIFY)
async def test_a_name_that_comes_back_twice_is_held(make_bench: MakeFaultBench) -> None:
    """Double in result = H."""
    bench = make_bench(result=ResultForm.DUPLICATES)
    assert_quarantined(bench, await bench.run())


@proves(m.DUPLICATES, m.PREPARE, m.VERIFY)
@pytest.mark.parametrize("names", [("Letter.txt", "Letter.txt"), ("letter.txt", "LETTER.txt")])
async def test_equal_names_travel_apart_and_come_back_to_their_own(
    make_bench: MakeFaultBench, names: tuple[str, str]
) -> None:
    """Map names before, restore by map."""
    bench = make_bench()
    for folder, name in zip(("north", "south"), names, strict=True):
        (bench.sources / folder).mkdir()
        (bench.sources / folder / name).write_text(f"{folder}\n" * 20)
    order = bench.order(f"north/{names[0]}", f"south/{names[1]}")
    assert [one.sent_name for one in order.documents] == [names[0], names[1].replace(".txt", " (2).txt")]
    batch = await bench.run(order)
    assert_sealed_once(bench, batch)
    assert [one.document.name for one in batch.documents] == list(names)
    assert [one.results[0] for one in batch.documents] == [one.sent_name for one in batch.documents]
    assert all(one.checked for one in batch.documents)


@proves(m.WRONG_CONTENT, m.VERIFY)
async def test_another_batchs_result_is_saved_for_a_look(make_bench: MakeFaultBench) -> None:
    """A mixed-up cache: a sound, sealed archive of documents that somebody else sent, of the same names."""
    first = make_bench()
    other: list[bytes] = []

    def kept(reply: Reply) -> bytes:
        other.append(reply.body)
        return answers.closing(reply)

    first.fail(Method.DOWNLOAD, Bent(kept))
    (first.sources / "Letter.txt").write_text("somebody else's letter\n" * 9)
    assert_sealed_once(first, await first.run())
    second = make_bench()
    arrives(second, lambda _body: other[0], None)
    assert_saved_for_a_look(second, await second.run())
