"""The job from the first byte to the last, on real HTTP and a real disk."""

from __future__ import annotations

import hashlib
import os
import zipfile
from dataclasses import replace

import pytest

from signdesk.domain.batches import Batch, BatchState, Outcome, Reason
from signdesk.domain.seal_facts import SealKind
from signdesk.domain.servers import Numbering
from signdesk.practice.data_folder import MARK
from signdesk.practice.service import Method
from tests.jobs.conftest import VALIDATE, MakeBench, NotedState, OrderedJournal
from tests.support.canary import WRONG_KEY
from tests.support.response_profile import (
    Answer,
    Flags,
    Ids,
    ResultForm,
    ServerFault,
    StatusForm,
    UploadAnswer,
)


async def test_documents_come_back_sealed_checked_and_saved(make_bench: MakeBench) -> None:
    bench = make_bench()
    order = bench.order("Letter.pdf", "List.txt")
    before = {path: (path.stat(), path.read_bytes()) for path in bench.sources.iterdir()}
    batch = await bench.run(order)

    assert (batch.state, batch.message, batch.warnings) == (BatchState.DONE, "", ())
    assert [one.outcome for one in batch.documents] == [Outcome.SEALED, Outcome.SEALED]
    assert all(one.checked for one in batch.documents)
    assert batch.documents[1].results == ("List.txt", "List.txt.p7s")
    assert bench.saved_zips() == [batch.saved_to]
    assert batch.saved_to is not None
    assert hashlib.sha256(batch.saved_to.read_bytes()).hexdigest() == batch.result_sha256
    with zipfile.ZipFile(batch.saved_to) as saved:
        assert sorted(saved.namelist()) == ["Letter.pdf", "List.txt", "List.txt.p7s"]
    assert len(before) == 2
    assert all(path.read_bytes() == content for path, (_, content) in before.items())
    assert all(path.stat().st_mtime_ns == status.st_mtime_ns for path, (status, _) in before.items())
    ledger = bench.practice.ledger
    assert [ledger.count(one) for one in (Method.CREATE, Method.UPLOAD, Method.ACCEPT, Method.DELETE)] == [
        1
    ] * 4
    assert ledger.deleted(batch.server_id) == 1
    assert batch.deleted_at is not None


async def test_what_came_back_is_known_file_by_file_and_seal_by_seal(make_bench: MakeBench) -> None:
    bench = make_bench(extra_entries=(("report.txt", "all well"),))
    batch = await bench.run(bench.order("Letter.pdf", "List.txt"))

    assert batch.saved_to is not None
    with zipfile.ZipFile(batch.saved_to) as saved:
        inside = {name: saved.read(name) for name in saved.namelist()}
    assert len(inside) == 4
    assert {(one.name, one.sha256, one.size_bytes) for one in batch.result_files} == {
        (name, hashlib.sha256(content).hexdigest(), len(content)) for name, content in inside.items()
    }
    facts = [one.facts for one in batch.documents]
    assert [(one.kind, one.signer, one.level) for one in facts if one] == [
        (SealKind.PADES, MARK, "B-B"),
        (SealKind.CADES, MARK, "B-B"),
    ]


async def test_the_temporary_file_takes_the_rights_of_any_new_file(make_bench: MakeBench) -> None:
    bench = make_bench()
    batch = await bench.run()
    assert batch.saved_to is not None
    plain = bench.folder / "plain"
    plain.touch()
    assert batch.saved_to.stat().st_mode == plain.stat().st_mode


async def test_every_step_is_noted_before_its_request_leaves(make_bench: MakeBench) -> None:
    bench = make_bench()
    await bench.run()
    first: dict[BatchState, NotedState] = {}
    for note in bench.journal.notes:
        first.setdefault(note.state, note)
    assert list(first) == [
        BatchState.SENDING,
        BatchState.SENT,
        BatchState.ACCEPTING,
        BatchState.SEALING,
        BatchState.FETCHING,
        BatchState.CHECKING,
        BatchState.SAVED,
        BatchState.DONE,
    ]
    assert first[BatchState.SENDING].received[Method.CREATE] == 0
    assert first[BatchState.ACCEPTING].received[Method.ACCEPT] == 0
    assert first[BatchState.SAVED].received[Method.DELETE] == 0
    with_id = next(note for note in bench.journal.notes if note.server_id)
    assert with_id.received[Method.UPLOAD] == 0


async def test_no_note_no_request(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.journal.full = True
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.JOURNAL)
    assert bench.practice.ledger.received == ()


async def test_progress_is_published_in_the_order_of_the_states(make_bench: MakeBench) -> None:
    bench = make_bench()
    await bench.run()
    seen = list(dict.fromkeys(one.state for one in bench.published))
    assert seen[:3] == [BatchState.SENDING, BatchState.SENT, BatchState.ACCEPTING]
    assert seen[-2:] == [BatchState.SAVED, BatchState.DONE]
    sealing = [
        one.progress.done for one in bench.published if one.state is BatchState.SEALING and one.progress
    ]
    assert sealing == sorted(sealing)
    assert set(sealing) >= {0, 1, 2}


@pytest.mark.parametrize("numbering", [Numbering.UNKNOWN, Numbering.NEWER])
@pytest.mark.parametrize("form", list(StatusForm))
@pytest.mark.parametrize("ids", list(Ids))
async def test_newer_servers_in_every_dialect(
    make_bench: MakeBench, ids: Ids, form: StatusForm, numbering: Numbering
) -> None:
    """signdesk/README.md, rows 1, 2, 4, 5."""
    bench = make_bench(ids=ids, status_form=form, flags=Flags.BOOLEAN)
    bench.numbering = numbering
    batch = await bench.run()
    assert batch.state is BatchState.DONE
    assert bench.count(Method.ACCEPT) == 1


@pytest.mark.parametrize("numbering", [Numbering.UNKNOWN, Numbering.OLDER])
@pytest.mark.parametrize("form", list(StatusForm))
async def test_older_servers(make_bench: MakeBench, form: StatusForm, numbering: Numbering) -> None:
    """signdesk/README.md, rows 5 and 15: 5 is CLOSED there, and no UPLOADED is waited for."""
    bench = make_bench(numbering=Numbering.OLDER, status_form=form)
    bench.numbering = numbering
    batch = await bench.run()
    assert batch.state is BatchState.DONE
    if numbering is Numbering.UNKNOWN and form is not StatusForm.NAME:
        assert (None, Numbering.OLDER) in bench.journal.learned_facts


async def test_an_upload_answered_with_204_is_asked_about_and_goes_on(make_bench: MakeBench) -> None:
    """signdesk/README.md, row 14."""
    bench = make_bench(upload_answer=UploadAnswer.EMPTY_204)
    batch = await bench.run()
    assert batch.state is BatchState.DONE
    assert bench.count(Method.UPLOAD) == 1


async def test_an_upload_answered_with_204_that_left_nothing_is_done_again_in_a_fresh_batch(
    make_bench: MakeBench,
) -> None:
    """signdesk/README.md, rows 14 and 16: never twice to one batch."""
    bench = make_bench(upload_answer=UploadAnswer.EMPTY_204, uploads_lost=1)
    batch = await bench.run()
    assert batch.state is BatchState.DONE
    assert bench.count(Method.CREATE) == 2
    first, second = bench.practice.batch_ids
    ledger = bench.practice.ledger
    assert (ledger.accepted(first), ledger.accepted(second)) == (0, 1)
    assert ledger.deleted(first) == 1


async def test_one_document_that_failed_is_named_and_the_rest_is_saved(make_bench: MakeBench) -> None:
    bench = make_bench(unsealed=("Letter.pdf",))
    batch = await bench.run(bench.order("Letter.pdf", "Other.pdf", "List.txt"))
    assert batch.state is BatchState.PARTLY_DONE
    assert [one.outcome for one in batch.documents] == [Outcome.UNSEALED, Outcome.SEALED, Outcome.SEALED]
    assert batch.documents[0].message
    assert len(bench.saved_zips()) == 1


async def test_a_missing_document_is_named(make_bench: MakeBench) -> None:
    bench = make_bench(dropped=("Letter.pdf",), extra_entries=(("report.txt", "all well"),))
    batch = await bench.run()
    assert batch.state is BatchState.PARTLY_DONE
    assert batch.documents[0].outcome is Outcome.MISSING
    assert batch.extra_results == ("report.txt",)


async def test_flags_alone_never_count_as_sealed(make_bench: MakeBench) -> None:
    """Seals are looked at, not believed."""
    bench = make_bench(flags_lie=True, unsealed=("Letter.pdf",))
    batch = await bench.run()
    assert batch.documents[0].outcome is Outcome.UNSEALED
    assert batch.state is BatchState.PARTLY_DONE


async def test_a_sealed_pdf_that_is_another_document_is_not_ours(make_bench: MakeBench) -> None:
    bench = make_bench(substituted=("Letter.pdf",))
    batch = await bench.run()
    assert batch.documents[0].outcome not in (Outcome.SEALED, Outcome.PENDING)
    assert batch.state is BatchState.PARTLY_DONE


@pytest.mark.parametrize(
    "form", [ResultForm.DAMAGED, ResultForm.CUT_OFF, ResultForm.DUPLICATES, ResultForm.UNSAFE_NAMES]
)
async def test_what_must_not_get_the_results_name_is_quarantined(
    make_bench: MakeBench, form: ResultForm
) -> None:
    bench = make_bench(result=form)
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.RESULT)
    assert bench.saved_zips() == []
    assert batch.quarantined_to is not None
    assert bench.quarantined() == [batch.quarantined_to]
    assert bench.count(Method.DELETE) == 0
    assert bench.count(Method.ACCEPT) == 1
    assert "server" in batch.message


async def test_a_web_page_in_the_place_of_the_result_is_never_saved(make_bench: MakeBench) -> None:
    """Fault matrix: fetched again, then held; nothing of it stays on disk."""
    bench = make_bench(result=ResultForm.NO_ZIP)
    batch = await bench.run()
    assert (batch.state, batch.held_at) == (BatchState.WAITING, BatchState.FETCHING)
    assert bench.saved_zips() == []
    assert bench.count(Method.DELETE) == 0
    assert bench.count(Method.DOWNLOAD) == 3


async def test_a_validating_process_is_not_judged_by_changed_bytes(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.process = VALIDATE
    batch = await bench.run()
    assert batch.state is BatchState.DONE
    assert {one.outcome for one in batch.documents} == {Outcome.VALIDATED}
    assert all(one.results for one in batch.documents)


async def test_nothing_is_overwritten(make_bench: MakeBench) -> None:
    bench = make_bench()
    first = await bench.run()
    second = await bench.run()
    assert first.saved_to is not None
    assert second.saved_to is not None
    assert second.saved_to.name == first.saved_to.name.replace(".zip", " (2).zip")


async def test_a_failed_clean_up_is_only_a_warning(make_bench: MakeBench) -> None:
    bench = make_bench(faults=(ServerFault(Method.DELETE, http_status=500),))
    batch = await bench.run()
    assert batch.state is BatchState.DONE
    assert batch.deleted_at is None
    assert batch.server_id in batch.warnings[0]


async def test_a_batch_that_the_server_has_deleted_already_counts_as_cleaned_up(
    make_bench: MakeBench,
) -> None:
    bench = make_bench(faults=(ServerFault(Method.DELETE, http_status=404),))
    batch = await bench.run()
    assert (batch.state, batch.warnings) == (BatchState.DONE, ())


async def test_same_names_from_two_folders_come_back_each_to_its_own(make_bench: MakeBench) -> None:
    bench = make_bench()
    (bench.sources / "north").mkdir()
    (bench.sources / "south").mkdir()
    batch = await bench.run(bench.order("north/Letter.pdf", "south/Letter.pdf"))
    assert batch.state is BatchState.DONE
    assert [one.document.name for one in batch.documents] == ["Letter.pdf", "Letter.pdf"]
    assert [one.results for one in batch.documents] == [("Letter.pdf",), ("Letter (2).pdf",)]


async def test_a_source_that_changed_after_it_was_added_is_never_accepted(make_bench: MakeBench) -> None:
    """P9: same size and restored times do not hide the change."""
    bench = make_bench()
    order = bench.order("Letter.pdf", "List.txt")
    source = bench.sources / "List.txt"
    times = source.stat()
    source.write_bytes(source.read_bytes().replace(b"L", b"M"))
    os.utime(source, ns=(times.st_atime_ns, times.st_mtime_ns))
    batch = await bench.run(order)
    assert (batch.state, batch.reason) == (BatchState.NEEDS_YOU, Reason.SOURCE_CHANGED)
    assert "List.txt" in batch.message
    assert bench.count(Method.ACCEPT) == 0
    assert batch.documents[0].message == ""
    assert batch.documents[1].message


async def test_the_target_folder_is_made_with_its_parents(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.save_to = bench.folder / "not" / "yet" / "there"
    batch = await bench.run()
    assert batch.saved_to is not None
    assert batch.saved_to.parent == bench.save_to


async def test_sealing_does_not_begin_when_the_target_cannot_be_written_to(make_bench: MakeBench) -> None:
    bench = make_bench()
    blocked = bench.folder / "a file"
    blocked.write_text("in the way")
    bench.save_to = blocked / "Sealed"
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.TARGET)
    assert bench.count(Method.ACCEPT) == 0
    mended = await bench.run(batch.replace(save_to=bench.folder / "Sealed"))
    assert mended.state is BatchState.DONE
    assert bench.count(Method.CREATE) == 1


async def test_a_damaged_download_is_fetched_again(make_bench: MakeBench) -> None:
    bench = make_bench(faults=(ServerFault(Method.DOWNLOAD, Answer.SHORT, http_status=200, times=1),))
    batch = await bench.run()
    assert batch.state is BatchState.DONE
    assert bench.count(Method.DOWNLOAD) == 2
    assert len(bench.saved_zips()) == 1


async def test_a_process_that_the_server_refuses(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.process = replace(bench.process, id=99, label="Process 99")
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.PROCESS)
    assert "99" in batch.message


async def test_a_wrong_key_asks_for_another_and_does_not_retry(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.credentials = replace(bench.practice.credentials, api_key=WRONG_KEY)
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.SIGN_IN)
    assert len(bench.practice.ledger.received) == 1


async def test_stopping_before_accept_withdraws_the_order(make_bench: MakeBench) -> None:
    bench = make_bench()
    batch = await bench.run_until(bench.order(), BatchState.SENT)
    assert batch.state is BatchState.STOPPED
    assert bench.count(Method.ACCEPT) == 0
    assert bench.practice.ledger.deleted(bench.practice.batch_ids[0]) == 1


async def test_stopping_after_accept_keeps_the_batch_and_goes_on_later(make_bench: MakeBench) -> None:
    bench = make_bench()
    batch = await bench.run_until(bench.order(), BatchState.SEALING)
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.STOPPED_WAITING)
    assert bench.count(Method.DELETE) == 0
    resumed = await bench.run(batch)
    assert resumed.state is BatchState.DONE
    assert bench.count(Method.ACCEPT) == 1


async def test_stopping_while_accept_is_under_way_waits_for_its_answer(make_bench: MakeBench) -> None:
    bench = make_bench()
    batch = await bench.run_until(bench.order(), BatchState.ACCEPTING)
    assert batch.held_at is BatchState.SEALING
    assert bench.count(Method.ACCEPT) == 1
    assert (await bench.run(batch)).state is BatchState.DONE
    assert bench.count(Method.ACCEPT) == 1


class MistakenJournal(OrderedJournal):
    """A mistake of ours in one state: what no step foresees."""

    at = BatchState.SEALING

    async def record(self, batch: Batch) -> None:
        if batch.state is self.at:
            raise RuntimeError("a mistake")
        await super().record(batch)


@pytest.mark.parametrize(
    ("state", "safe"),
    [
        (BatchState.SENDING, "Nothing has been sealed."),
        (BatchState.SEALING, "not yet known whether sealing began"),
        (BatchState.FETCHING, "goes on at the server"),
        (BatchState.SAVED, "still on the server"),
        (BatchState.DONE, "Your saved file is complete."),
    ],
)
async def test_a_mistake_of_ours_says_what_is_safe_of_the_batch_as_it_is(
    make_bench: MakeBench, state: BatchState, safe: str
) -> None:
    bench = make_bench()
    bench.journal = MistakenJournal(bench.practice)
    bench.journal.at = state
    batch = await bench.run()
    assert (batch.state, batch.reason) == (BatchState.WAITING, Reason.FAULT)
    assert safe in batch.message
