from __future__ import annotations

import gc
import json
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from signdesk.domain.batches import (
    PROVEN_OUTCOMES,
    Batch,
    BatchDocument,
    BatchState,
    Delivery,
    Outcome,
    Progress,
)
from signdesk.domain.documents import Document
from signdesk.domain.errors import SavingProblem
from signdesk.domain.messages import Message, join, msg
from signdesk.domain.seal_facts import SealFacts
from signdesk.domain.servers import Process, Server
from signdesk.storage.journal.content import stored_content
from signdesk.storage.journal.journal_file import JournalFile, Page
from signdesk.storage.journal.values import text_in
from tests.storage.journal_values import BATCHES, NOON, URL, full_batch, plain_batch


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.sqlite"


@pytest.fixture
def opened(path: Path) -> Iterator[Callable[..., JournalFile]]:
    """Opens the journal as often as wanted, and closes all in the end."""
    files: list[JournalFile] = []

    def open_one(**options: Any) -> JournalFile:
        files.append(JournalFile.open(path, **options))
        return files[-1]

    yield open_one
    for file in files:
        file.close()


def changed(path: Path, statement: str, *values: object) -> list[Any]:
    """What somebody else does to the file."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        return connection.execute(statement, values).fetchall()


def good(batch: Batch, outcome: Outcome = Outcome.SEALED) -> Batch:
    return replace(batch, documents=tuple(replace(one, outcome=outcome) for one in batch.documents))


# -- What is recorded is what is loaded


def test_every_field_comes_back(opened: Callable[..., JournalFile]) -> None:
    opened().record(full_batch())

    assert opened().load().batches == (full_batch(),)


def test_the_full_batch_of_these_tests_has_no_field_at_its_default() -> None:
    """Or a field that nobody stores would not be missed."""
    batch = full_batch()
    defaults = plain_batch()

    compared: list[tuple[Any, Any, set[str]]] = [
        (batch, defaults, {"progress"}),
        (batch.documents[0], defaults.documents[0], set()),
        (batch.documents[0].document, defaults.documents[0].document, set()),
        (batch.server, defaults.server, {"base_url"}),
        (batch.process, defaults.process, set()),
    ]
    for whole, plain, left_out in compared:
        names = {one.name for one in fields(whole)} - left_out
        same = {one for one in names if getattr(whole, one) == getattr(plain, one)}
        assert same <= {"created_at"}


def test_any_batch_comes_back_field_by_field(path: Path, opened: Callable[..., JournalFile]) -> None:
    file = opened()

    @settings(max_examples=150)
    @given(batch=BATCHES)
    def comes_back(batch: Batch) -> None:
        file.record(batch)
        loaded = file.load()
        assert loaded.set_aside == ()
        assert loaded.batches == (batch,)
        changed(path, "DELETE FROM batches")
        changed(path, "DELETE FROM documents")

    comes_back()


def test_sentences_can_be_said_in_another_language_after_a_restart(
    opened: Callable[..., JournalFile],
) -> None:
    away = msg("“{host}” could not be reached.", host="seal.example.com")
    document = replace(full_batch().documents[0], message=away, seal=msg("Sealed by {who}.", who="Acme"))
    recorded = replace(
        full_batch(),
        message=join(away, "Nothing was sent."),
        detail=away,
        process=replace(full_batch().process, label=away, sentence=away),
        server=replace(full_batch().server, label=away),
        warnings=("Old.", away),
        documents=(document,),
    )
    opened().record(recorded)

    (loaded,) = opened().load().batches
    assert loaded == recorded
    for before, after in (
        (recorded.message, loaded.message),
        (recorded.detail, loaded.detail),
        (recorded.process.label, loaded.process.label),
        (recorded.process.sentence, loaded.process.sentence),
        (recorded.server.label, loaded.server.label),
        (recorded.warnings[1], loaded.warnings[1]),
        (document.message, loaded.documents[0].message),
        (document.seal, loaded.documents[0].seal),
    ):
        assert isinstance(before, Message)
        assert isinstance(after, Message)
        assert after.recipe == before.recipe


def test_how_the_result_is_delivered_is_always_written() -> None:
    """What is usual may be another thing in a later version; what was ordered stays."""
    noted = json.loads(stored_content(replace(plain_batch("b1"), delivery=Delivery())))["delivery"]
    assert set(noted) == {"file_name", "unpack", "keep_copy", "receipt"}


def test_progress_is_left_out(opened: Callable[..., JournalFile]) -> None:
    file = opened()
    file.record(replace(plain_batch(), progress=Progress(1, 2)))

    assert file.load().batches == (plain_batch(),)


def test_a_later_value_replaces_the_earlier_one(opened: Callable[..., JournalFile]) -> None:
    file = opened()
    file.record(plain_batch(documents=3))
    later = replace(plain_batch(documents=2), state=BatchState.SENDING, server_id="17")
    file.record(later)

    assert file.load().batches == (later,)


def test_a_time_of_another_zone_is_the_same_time(opened: Callable[..., JournalFile]) -> None:
    file = opened()
    elsewhere = NOON.astimezone(datetime.strptime("+0530", "%z").tzinfo)
    file.record(replace(plain_batch(), created_at=elsewhere))

    (loaded,) = file.load().batches
    assert loaded.created_at == NOON
    assert loaded.created_at.tzinfo is UTC


def test_a_time_without_a_zone_is_a_bug(opened: Callable[..., JournalFile]) -> None:
    with pytest.raises(ValueError, match="zone"):
        opened().record(replace(plain_batch(), created_at=datetime(2026, 5, 3)))


def test_batches_come_oldest_first(opened: Callable[..., JournalFile]) -> None:
    file = opened()
    batches = [replace(plain_batch(f"b{n}"), created_at=NOON + timedelta(hours=n % 5)) for n in range(5)]
    for batch in reversed(batches):
        file.record(batch)
    file.record(batches[0])  # another note changes nothing

    assert list(file.load().batches) == batches


def test_unfinished_batches_alone(opened: Callable[..., JournalFile]) -> None:
    file = opened()
    for state in BatchState:
        file.record(plain_batch(state.value, state=state))

    unfinished = {batch.id for batch in file.list().batches}
    assert unfinished == set(BatchState) - {"done", "partly_done", "stopped"}
    assert len(file.load().batches) == len(BatchState)


def in_pages(file: JournalFile, size: int) -> list[list[str]]:
    pages: list[list[str]] = []
    page: Page | None = Page(size)
    while page is not None:
        loaded = file.list(page)
        pages.append([one.id for one in loaded.batches])
        page = loaded.rest
    return pages


def test_the_history_comes_page_by_page(opened: Callable[..., JournalFile]) -> None:
    file = opened()
    for number in range(5):
        file.record(plain_batch(f"b{number}", state=BatchState.DONE))
    file.record(plain_batch("going on", state=BatchState.SEALING))
    file.forget("b2")
    file.record(plain_batch("b0", state=BatchState.DONE))  # another note changes no place

    assert in_pages(file, 2) == [["b4", "b3"], ["b1", "b0"], []]
    assert in_pages(file, 3) == [["b4", "b3", "b1"], ["b0"], []]


def test_a_page_goes_on_where_the_last_one_ended(opened: Callable[..., JournalFile]) -> None:
    file = opened()
    for number in range(4):
        file.record(plain_batch(f"b{number}", state=BatchState.DONE))
    first = file.list(Page(2))
    file.record(plain_batch("new", state=BatchState.DONE))
    file.forget("b2")
    assert first.rest is not None

    assert [one.id for one in file.list(first.rest).batches] == ["b1", "b0"]


def test_a_page_whose_rows_cannot_be_read_is_not_the_last(
    path: Path, opened: Callable[..., JournalFile]
) -> None:
    file = opened()
    for number in range(4):
        file.record(plain_batch(f"b{number}", state=BatchState.DONE))
    changed(path, "UPDATE batches SET created_at = 'never' WHERE id IN ('b2', 'b3')")
    first = file.list(Page(2))

    assert (first.batches, len(first.set_aside)) == ((), 2)
    assert first.rest is not None
    assert [one.id for one in file.list(first.rest).batches] == ["b1", "b0"]
    assert changed(path, "SELECT batch_id FROM bad_rows ORDER BY 1") == [("b2",), ("b3",)]


def test_a_page_holds_the_documents_of_its_own_batches(opened: Callable[..., JournalFile]) -> None:
    file = opened()
    whole = full_batch().replace(state=BatchState.DONE)
    file.record(plain_batch("b1", state=BatchState.DONE), whole)

    (listed,) = file.list(Page(1)).batches
    assert listed == file.get(whole.id)


def test_a_page_of_nothing_is_refused(opened: Callable[..., JournalFile]) -> None:
    with pytest.raises(ValueError, match="no batches"):
        opened().list(Page(0))


def test_one_that_was_forgotten_is_read_where_it_is_asked_for(opened: Callable[..., JournalFile]) -> None:
    file = opened()
    file.record(plain_batch())
    file.forget("b1")

    assert file.get("b1") is None
    assert file.get("b1", forgotten=True) == plain_batch()


def test_a_forgotten_batch_is_not_listed_again_and_is_kept(
    path: Path, opened: Callable[..., JournalFile]
) -> None:
    file = opened()
    file.record(plain_batch())
    file.forget("b1")
    file.forget("never heard of")
    file.record(replace(plain_batch(), warnings=("late",)))

    assert file.load().batches == ()
    assert file.list().batches == ()
    assert changed(path, "SELECT id FROM batches") == [("b1",)]


def test_there_is_a_column_for_no_secret(path: Path, opened: Callable[..., JournalFile]) -> None:
    """This list grows only on purpose."""
    opened()
    columns = {name for _, name, *_ in changed(path, "PRAGMA table_info(batches)")}
    assert columns == {
        "id", "state", "held_at", "reason", "created_at", "updated_at", "sealed_at", "archived", "name",
        "connection_id", "process_id", "base_url", "practice", "server_id", "maybe_started", "abandoned_ids",
        "saved_to", "keep_copy", "deleted_at", "left_to_copy", "wants_a_look", "content",
    }  # fmt: skip
    documents = {name for _, name, *_ in changed(path, "PRAGMA table_info(documents)")}
    assert documents == {"batch_id", "position", "path", "sha256", "outcome"}

    noted = json.loads(text_in({"content": as_bytes(stored_content(full_batch()))}, "content"))
    (document,) = noted["documents"]
    for written, kind, apart in (
        (noted, Batch, {"name", "progress"}),
        (noted["server"], Server, set()),
        (noted["process"], Process, set()),
        (noted["delivery"], Delivery, set()),
        (document, BatchDocument, set()),
        (document["document"], Document, set()),
    ):
        assert set(written) == {one.name for one in fields(kind)} - apart
    assert set(document["facts"]) <= {one.name for one in fields(SealFacts)}
    assert {one.name for one in fields(Server)} == {
        "base_url", "sign_in", "api_key_header", "accept_form", "numbering", "label", "practice",
    }  # fmt: skip


def as_bytes(stored: str | bytes) -> bytes:
    return stored if isinstance(stored, bytes) else stored.encode()


# -- Several processes


def test_others_read_while_one_writes(opened: Callable[..., JournalFile]) -> None:
    window, status = opened(), opened()
    for number in range(10):
        window.record(plain_batch(f"b{number}"))
        assert len(status.load().batches) == number + 1


def test_a_lock_held_by_another_is_told_as_such(path: Path, opened: Callable[..., JournalFile]) -> None:
    def impatient(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = sqlite3.connect(*arguments, **{**options, "timeout": 0.01})
        return connection

    file = opened(connect=impatient)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(SavingProblem, match="Another SignDesk"):
            file.record(plain_batch())
        other.execute("ROLLBACK")

    file.record(plain_batch())
    assert file.load().batches == (plain_batch(),)


def test_nothing_is_noted_in_a_file_that_the_next_start_will_not_find(
    path: Path, opened: Callable[..., JournalFile]
) -> None:
    file = opened()
    path.rename(path.with_name("elsewhere.sqlite"))

    with pytest.raises(SavingProblem, match="moved or removed"):
        file.record(plain_batch())

    assert changed(path.with_name("elsewhere.sqlite"), "SELECT id FROM batches") == []
    path.with_name("elsewhere.sqlite").rename(path)
    file.record(plain_batch())


def test_a_loss_during_the_note_is_told(path: Path, opened: Callable[..., JournalFile]) -> None:
    """Somebody removes the file between the first look and the commit."""

    class Removing(sqlite3.Connection):
        def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
            if sql == "COMMIT":
                path.unlink(missing_ok=True)
            return super().execute(sql, *arguments)

    opened()

    def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        return sqlite3.connect(*arguments, factory=Removing, **options)

    with pytest.raises(SavingProblem):
        opened(connect=connect).record(plain_batch())


def test_the_file_is_private_and_so_is_all_that_sqlite_lays_beside(
    path: Path, opened: Callable[..., JournalFile]
) -> None:
    modes: dict[str, int] = {}

    class Looking(sqlite3.Connection):
        def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
            for one in path.parent.iterdir():
                modes[one.name] = stat.S_IMODE(one.stat().st_mode)
            return super().execute(sql, *arguments)

    def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        return sqlite3.connect(*arguments, factory=Looking, **options)

    opened(connect=connect).record(plain_batch())

    assert modes == {"journal.sqlite": 0o600, "journal.sqlite-journal": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [one.name for one in path.parent.iterdir()] == ["journal.sqlite"]


def test_a_file_that_others_could_read_becomes_private(
    path: Path, opened: Callable[..., JournalFile]
) -> None:
    opened().close()
    path.chmod(0o644)

    opened()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


# -- Rows that cannot be read


def in_content(place: str, value: str) -> tuple[str, ...]:
    """`value`: in SQL."""
    return (f"UPDATE batches SET content = json_set(content, '$.{place}', {value}) WHERE id = 'b1'",)  # noqa: S608


UNREADABLE = {
    "a state of a later version": ("UPDATE batches SET state = 'dreaming' WHERE id = 'b1'",),
    "such a state in both places": (
        "UPDATE batches SET state = 'dreaming', content = json_set(content, '$.state', 'dreaming') "
        "WHERE id = 'b1'",
    ),
    "two states": ("UPDATE batches SET state = 'done' WHERE id = 'b1'",),
    "a form of accepting": in_content("server.accept_form", "'pigeon'"),
    "an outcome": in_content("documents[1].outcome", "'gold'"),
    "no time": ("UPDATE batches SET created_at = 'yesterday' WHERE id = 'b1'",),
    "no time in the text": in_content("created_at", "'yesterday'"),
    "a time without zone": in_content("heard_at", "'2026-05-03T12:00:00'"),
    "a number for a text": in_content("message", "7"),
    "bytes for a text": ("UPDATE batches SET content = x'ff' WHERE id = 'b1'",),
    "bytes that are no text": ("UPDATE batches SET server_id = CAST(x'fffe' AS TEXT) WHERE id = 'b1'",),
    "a list that is none": in_content("warnings", "json('{}')"),
    "a text for a list": in_content("warnings", "'ab'"),
    "a list of numbers": in_content("warnings", "json('[1]')"),
    "endless brackets": ("UPDATE batches SET content = ? WHERE id = 'b1'", "[" * 100_000),
    "endless brackets within": (
        "UPDATE batches SET content = replace(content, '\"documents\": [', ?) WHERE id = 'b1'",
        '"documents": [' + "[" * 100_000,
    ),
    "a flag that is none": ("UPDATE batches SET maybe_started = 2 WHERE id = 'b1'",),
    "a number for a flag": in_content("maybe_started", "1"),
    "a size that is none": in_content("documents[0].document.size_bytes", "1.5"),
    "a size that is no number": (
        "UPDATE batches SET content = replace(content, '\"size_bytes\": 1000', '\"size_bytes\": NaN') "
        "WHERE id = 'b1'",
    ),
    "a size without end": (
        "UPDATE batches SET content = replace(content, '\"size_bytes\": 1000', ?) WHERE id = 'b1'",
        '"size_bytes": ' + "9" * 5000,
    ),
    "a text for a process": ("UPDATE batches SET process_id = 'twelve' WHERE id = 'b1'",),
    "half a text": ("UPDATE batches SET content = substr(content, 1, 200) WHERE id = 'b1'",),
    "no object": ("UPDATE batches SET content = '[]' WHERE id = 'b1'",),
    "an empty object": ("UPDATE batches SET content = '{}' WHERE id = 'b1'",),
    "no documents": in_content("documents", "json('null')"),
    "a document that is none": in_content("documents[0]", "json('null')"),
    "facts of no seal": in_content("documents[0].facts", "json('{\"kind\": [1]}')"),
    "pages that are none": in_content("documents[0].comparison", "json('[1]')"),
    "a page beyond all numbers": in_content(
        "documents[0].comparison", 'json(\'{"pages": [], "sent_pages": 1e999, "returned_pages": 1}\')'
    ),
    "the same name twice, the last one wrong": (
        'UPDATE batches SET content = \'{"id": "b1", \' || substr(content, 2, length(content) - 2) || '
        "', \"id\": \"b9\"}' WHERE id = 'b1'",
    ),
    "another batch": in_content("id", "'b2'"),
    "a document missing": ("DELETE FROM documents WHERE batch_id = 'b1' AND position = 0",),
    "a year too far": (
        "UPDATE batches SET created_at = '0001-01-01T00:00:00+12:00', "
        "content = json_set(content, '$.created_at', '0001-01-01T00:00:00+12:00') WHERE id = 'b1'",
    ),
}


@pytest.mark.parametrize("damage", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_row_that_cannot_be_read_is_set_aside_and_said(
    damage: tuple[str, ...], path: Path, opened: Callable[..., JournalFile]
) -> None:
    file = opened()
    file.record(replace(plain_batch(), server_id="17"))
    file.record(plain_batch("b2"))
    changed(path, *damage)

    loaded = file.load()

    assert loaded.batches == (plain_batch("b2"),)
    (sentence,) = loaded.set_aside
    assert "could not be read" in sentence
    assert ".pdf”" in sentence
    ((batch_id, reason, content),) = changed(path, "SELECT batch_id, reason, content FROM bad_rows")
    assert batch_id == "b1"
    assert reason
    kept = json.loads(content)
    assert kept["batch"]["id"] == "b1"
    assert {one["batch_id"] for one in kept["documents"]} == {"b1"}
    assert file.load().set_aside == ()
    assert opened().load().batches == (plain_batch("b2"),)


def test_a_batch_put_aside_is_told_of_with_its_number_on_the_server(
    path: Path, opened: Callable[..., JournalFile]
) -> None:
    file = opened()
    file.record(replace(plain_batch(), server_id="17"))
    changed(path, "UPDATE batches SET state = 'dreaming'")

    assert file.load().set_aside == (
        "One batch in SignDesk's list (“b1-0.pdf” and 1 more) could not be read, so it was put aside and "
        "does not go on. Ask the server’s operator (batch 17) what became of it before you send its "
        "documents again.",
    )


def test_a_row_that_cannot_be_moved_is_said_each_time(path: Path, opened: Callable[..., JournalFile]) -> None:
    connections: list[sqlite3.Connection] = []

    def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = sqlite3.connect(*arguments, **options)
        connections.append(connection)
        return connection

    file = opened(connect=connect)
    file.record(plain_batch())
    file.record(plain_batch("b2"))
    changed(path, "UPDATE batches SET state = 'dreaming' WHERE id = 'b1'")
    connections[0].execute("PRAGMA query_only = ON")

    for _ in range(2):
        loaded = file.load()
        assert loaded.batches == (plain_batch("b2"),)
        assert len(loaded.set_aside) == 1


# -- Sealed before


def test_what_was_sealed_before_is_known_by_content_process_and_server(
    opened: Callable[..., JournalFile],
) -> None:
    file = opened(now=lambda: NOON)
    file.record(replace(good(plain_batch()), saved_to=Path("/home/anna/Sealed/x.zip")))
    contents = [f"{number:064x}" for number in range(3)]

    found = file.sealed_before(contents, 12, URL)

    assert set(found) == set(contents[:2])
    before = found[contents[0]]
    assert (before.at, before.saved_to, before.batch_id) == (NOON, Path("/home/anna/Sealed/x.zip"), "b1")
    assert file.sealed_before(contents, 13, URL) == {}
    assert file.sealed_before(contents, 12, "https://other.example.com") == {}
    assert file.sealed_before([], 12, URL) == {}


@pytest.mark.parametrize("outcome", Outcome)
def test_only_the_outcome_asked_for_is_surely_sealed_and_what_came_back_unsealed_surely_not(
    outcome: Outcome, opened: Callable[..., JournalFile]
) -> None:
    file = opened()
    file.record(replace(good(plain_batch(), outcome), state=BatchState.PARTLY_DONE))

    found = file.sealed_before([f"{0:064x}"], 12, URL)
    assert bool(found) == (outcome is not Outcome.UNSEALED)
    assert all(one.sure == (outcome in PROVEN_OUTCOMES) for one in found.values())


def test_the_latest_counts_and_later_notes_do_not_make_it_later(
    opened: Callable[..., JournalFile],
) -> None:
    times = iter([NOON, NOON + timedelta(hours=1), NOON + timedelta(days=9)])
    file = opened(now=lambda: next(times))
    file.record(good(plain_batch("early")))
    file.record(good(plain_batch("late")))
    file.record(replace(good(plain_batch("early")), warnings=("removed from the server at last",)))

    before = file.sealed_before([f"{0:064x}"], 12, URL)[f"{0:064x}"]
    assert (before.batch_id, before.at) == ("late", NOON + timedelta(hours=1))


def test_a_forgotten_batch_still_counts_as_sealed(opened: Callable[..., JournalFile]) -> None:
    file = opened()
    file.record(good(plain_batch()))
    file.forget("b1")

    assert len(file.sealed_before([f"{0:064x}"], 12, URL)) == 1


def test_ten_thousand_contents_are_looked_up_at_once(opened: Callable[..., JournalFile]) -> None:
    file = opened()
    file.record(good(plain_batch(documents=10)))

    assert len(file.sealed_before((f"{number:064x}" for number in range(10_000)), 12, URL)) == 10


def test_a_row_without_a_readable_time_does_not_hide_the_others(
    path: Path, opened: Callable[..., JournalFile]
) -> None:
    file = opened(now=lambda: NOON)
    file.record(good(plain_batch()))
    file.record(good(plain_batch("b2")))
    changed(path, "UPDATE batches SET sealed_at = 'yesterday' WHERE id = 'b2'")

    assert file.sealed_before([f"{0:064x}"], 12, URL)[f"{0:064x}"].batch_id == "b1"


@pytest.mark.parametrize(
    ("state", "held_at", "started", "known"),
    [
        (BatchState.SENDING, None, False, "waits"),
        (BatchState.SENT, None, False, "waits"),
        (BatchState.SENT, None, True, "perhaps"),
        (BatchState.ACCEPTING, None, False, "perhaps"),
        (BatchState.SEALING, None, True, "perhaps"),
        (BatchState.NEEDS_YOU, BatchState.CHECKING, True, "perhaps"),  # the result was put aside
        (BatchState.WAITING, BatchState.SENDING, False, "waits"),
        (BatchState.STOPPED, None, False, ""),
    ],
)
@pytest.mark.parametrize("removed", [False, True])
def test_what_may_be_sealed_is_told_apart(
    opened: Callable[..., JournalFile],
    state: BatchState,
    held_at: BatchState | None,
    started: bool,
    known: str,
    removed: bool,
) -> None:
    file = opened(now=lambda: NOON)
    file.record(replace(plain_batch(state=state), held_at=held_at, maybe_started=started))
    if removed:
        file.forget("b1")

    found = file.sealed_before([f"{0:064x}"], 12, URL)
    told = [(one.sure, one.at, "waits" if one.waits else "perhaps") for one in found.values()]
    is_over = not known or (removed and known == "waits")  # put away before anything was sealed
    assert told == ([] if is_over else [(False, NOON, known)])


def test_what_is_surely_sealed_comes_before_what_may_be(opened: Callable[..., JournalFile]) -> None:
    times = iter([NOON, NOON + timedelta(hours=1)])
    file = opened(now=lambda: next(times))
    file.record(good(plain_batch("done")))
    file.record(plain_batch("later", state=BatchState.SEALING))

    before = file.sealed_before([f"{0:064x}"], 12, URL)[f"{0:064x}"]
    assert (before.batch_id, before.sure) == ("done", True)


# -- Names


def test_a_name_survives_what_its_job_notes_meanwhile(opened: Callable[..., JournalFile]) -> None:
    file = opened()
    file.record(plain_batch())
    file.rename("b1", "May leases \udc80")
    file.record(plain_batch(state=BatchState.SENDING))

    (batch,) = file.load().batches
    assert (batch.name, batch.state) == ("May leases \udc80", BatchState.SENDING)


# -- Clearing the list


def ended(batch_id: str, **facts: Any) -> Batch:
    done = replace(good(plain_batch(batch_id)), state=BatchState.DONE, deleted_at=NOON)
    return replace(done, **facts)


def test_what_ended_long_ago_is_forgotten_and_nothing_else(opened: Callable[..., JournalFile]) -> None:
    times = iter([NOON] * 6 + [NOON + timedelta(days=2)])
    file = opened(now=lambda: next(times))
    file.record(ended("old"))
    file.record(ended("copy is to stay", deleted_at=None, delivery=Delivery(keep_copy=True)))
    file.record(ended("copy is still there", deleted_at=None))
    file.record(ended("unused batch is still there", abandoned_ids=("7",)))
    file.record(plain_batch("at work", state=BatchState.SEALING))
    file.record(replace(plain_batch("stopped"), state=BatchState.STOPPED))
    file.record(ended("new"))

    gone = file.forget_ended(NOON + timedelta(days=1))

    assert set(gone) == {"old", "copy is to stay", "stopped"}
    left = {one.id for one in file.load().batches}
    assert left == {"copy is still there", "unused batch is still there", "at work", "new"}
    assert file.forget_ended(NOON + timedelta(days=1)) == ()
    assert len(file.load(forgotten=True).batches) == 7
    assert len(file.sealed_before([f"{0:064x}"], 12, URL)) == 1


def test_nothing_stays_open(path: Path) -> None:
    file = JournalFile.open(path)
    file.record(plain_batch())
    file.close()
    gc.collect()

    assert [one.name for one in path.parent.iterdir()] == ["journal.sqlite"]
