from __future__ import annotations

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from signdesk.domain.batches import BatchState, Delivery, Mount, Outcome, ResultFile
from signdesk.domain.errors import SavingProblem
from signdesk.domain.seal_facts import SealFacts, SealKind
from signdesk.storage.journal.journal_file import JournalFile, JournalTooNew
from signdesk.storage.journal.schema import APPLICATION_ID, MIGRATIONS, bring_up_to_date
from tests.storage.conftest import names_in
from tests.storage.journal_values import NOON, plain_batch

# As those versions wrote it. Never changed: files like this are on people's disks.
VERSION_1 = Path(__file__).with_name("journal_version_1.sql")
VERSION_2 = Path(__file__).with_name("journal_version_2.sql")
VERSION_3 = Path(__file__).with_name("journal_version_3.sql")
VERSION_4 = Path(__file__).with_name("journal_version_4.sql")
VERSION_5 = Path(__file__).with_name("journal_version_5.sql")
NEWEST = VERSION_5
EARLIER = (VERSION_1, VERSION_2, VERSION_3, VERSION_4)
BROKEN = "journal broken 2026-05-03.sqlite"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir(mode=0o700)
    return tmp_path / "data" / "journal.sqlite"


def opened(path: Path) -> JournalFile:
    return JournalFile.open(path, now=lambda: NOON)


def record(path: Path, *batch_ids: str) -> None:
    with closing(opened(path)) as file:
        for batch_id in batch_ids:
            file.record(plain_batch(batch_id))


def loaded_ids(path: Path) -> list[str]:
    with closing(opened(path)) as file:
        return [batch.id for batch in file.load().batches]


def sql(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


# -- Settings


def test_the_settings_that_make_a_note_durable_are_on(path: Path) -> None:
    connections: list[sqlite3.Connection] = []

    def connect(where: Path, **options: object) -> sqlite3.Connection:
        connections.append(sqlite3.connect(where, **options))  # type: ignore[call-overload]
        return connections[-1]

    with closing(JournalFile.open(path, connect=connect)):
        (connection,) = connections
        found = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "fullfsync", "foreign_keys", "busy_timeout")
        }

    assert found == {
        "journal_mode": b"delete",
        "synchronous": 3,
        "fullfsync": 1,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
    }


# -- Versions


def test_a_file_of_version_1_opens(path: Path) -> None:
    sql(path, VERSION_1.read_text("utf-8"))

    with closing(opened(path)) as file:
        (batch,) = file.load().batches
        assert file.set_aside is None

    assert (batch.id, batch.state, batch.server_id) == ("0f3a9c", BatchState.SEALING, "17")
    assert [one.document.name for one in batch.documents] == ["Letter.pdf", "Contract.pdf"]
    assert batch.created_at == datetime(2026, 5, 3, 12, 0, tzinfo=UTC)


def test_a_file_of_version_1_has_the_ways_of_its_time(path: Path) -> None:
    """No receipt where none was promised; the server's copy is deleted, as it was then."""
    sql(path, VERSION_1.read_text("utf-8"))

    with closing(opened(path)) as file:
        (batch,) = file.load().batches
        file.record(batch)
        assert file.load().batches == (batch,)

    assert batch.delivery == Delivery("{process} {date} {time}", False, False, False)
    assert (batch.name, batch.sent_by, batch.unpacked_to, batch.reached) == ("", "", None, ())


def test_a_file_of_version_2_opens(path: Path) -> None:
    sql(path, VERSION_2.read_text("utf-8"))

    with closing(opened(path)) as file:
        (batch,) = file.load().batches

    assert batch.delivery == Delivery("{first}", unpack=True, keep_copy=True, receipt=True)
    assert (batch.name, batch.sent_by) == ("May leases", "anna on office-7")
    assert batch.reached == ((BatchState.SEALING, datetime(2026, 5, 3, 12, 0, 7, tzinfo=UTC)),)


def test_a_file_of_version_2_has_no_facts_of_seals_and_no_receipts(path: Path) -> None:
    sql(path, VERSION_2.read_text("utf-8"))

    with closing(opened(path)) as file:
        (batch,) = file.load().batches
        file.record(batch)
        assert file.load().batches == (batch,)

    assert (batch.result_files, batch.receipts) == ((), ())
    assert {one.facts for one in batch.documents} == {None}


def test_a_file_of_version_3_opens(path: Path) -> None:
    sql(path, VERSION_3.read_text("utf-8"))

    with closing(opened(path)) as file:
        (batch,) = file.load().batches

    sealed_at = datetime(2026, 5, 3, 12, 0, 5, tzinfo=UTC)
    assert [one.facts for one in batch.documents] == [
        SealFacts(SealKind.PADES, "Acme", sealed_at, level="B-T"),
        None,
    ]
    assert batch.result_files == (ResultFile("Letter.pdf", "c" * 64, 9),)
    assert batch.receipts == (Path("/home/anna/Sealed/May leases receipt.json"),)


@pytest.mark.parametrize("version", [VERSION_4, VERSION_5], ids=lambda one: one.stem)
def test_a_file_of_version_4_and_of_version_5_opens(version: Path, path: Path) -> None:
    sql(path, version.read_text("utf-8"))

    with closing(opened(path)) as file:
        (batch,) = file.load().batches

    assert (batch.connection_id, batch.follows) == ("acme", "0f3a9b")
    assert batch.mount == Mount("/home/anna/Sealed", "cifs", "//office/sealed")
    assert batch.process.changes_documents
    assert [one.outcome for one in batch.documents] == [Outcome.RESEALED, Outcome.PENDING]


def test_a_file_of_version_4_is_the_same_afterwards_as_one_of_version_5(path: Path, tmp_path: Path) -> None:
    def content(version: Path, where: Path) -> list[str]:
        sql(where, version.read_text("utf-8"))
        opened(where).close()
        with closing(sqlite3.connect(where)) as connection:
            return [line for line in connection.iterdump() if line.startswith("INSERT")]

    assert content(VERSION_4, path) == content(VERSION_5, tmp_path / "data" / "newest.sqlite")


def test_names_that_are_no_text_come_over_from_version_4(path: Path) -> None:
    """Names as the file system has them, and texts that begin as our own sentences do in the journal."""
    sql(path, VERSION_4.read_text("utf-8"))
    odd, marked = "/home/letter \udcff.pdf", '\x1ewords {"text": "x", "say": "x"}'
    with closing(sqlite3.connect(path)) as connection, connection:
        raw = odd.encode("utf-8", "surrogatepass")
        connection.execute("UPDATE documents SET path = ?, name = ? WHERE position = 0", (raw, raw))
        connection.execute("UPDATE batches SET save_to = ?, name = ?, server_status = ?", (raw, raw, marked))
        connection.execute("UPDATE batches SET id = ?", (raw,))
        connection.execute("UPDATE documents SET batch_id = ?", (raw,))

    with closing(opened(path)) as file:
        (batch,) = file.load().batches
        assert file.get(odd) == batch

    assert (batch.id, batch.name, batch.save_to, batch.server_status) == (odd, odd, Path(odd), marked)
    assert (batch.documents[0].document.path, batch.documents[0].document.name) == (Path(odd), odd)


UNREADABLE_4 = {
    "a state of a later version": "UPDATE batches SET state = 'dreaming' WHERE id = '0f3a9c'",
    "a form of accepting": "UPDATE batches SET accept_form = 'pigeon' WHERE id = '0f3a9c'",
    "an outcome": "UPDATE documents SET outcome = 'gold' WHERE batch_id = '0f3a9c' AND position = 1",
    "no time": "UPDATE batches SET created_at = 'yesterday' WHERE id = '0f3a9c'",
    "a time without zone": "UPDATE batches SET heard_at = '2026-05-03T12:00:00' WHERE id = '0f3a9c'",
    "a number for a text": "UPDATE batches SET message = x'ff' WHERE id = '0f3a9c'",
    "no text": "UPDATE batches SET server_status = CAST(x'fffe' AS TEXT) WHERE id = '0f3a9c'",
    "a list that is none": "UPDATE batches SET warnings = '{}' WHERE id = '0f3a9c'",
    "a list of numbers": "UPDATE batches SET warnings = '[1]' WHERE id = '0f3a9c'",
    "endless brackets": f"UPDATE batches SET warnings = '{'[' * 100_000}' WHERE id = '0f3a9c'",  # noqa: S608
    "a flag that is none": "UPDATE batches SET maybe_started = 2 WHERE id = '0f3a9c'",
    "a size that is none": "UPDATE documents SET size_bytes = 1.5 WHERE batch_id = '0f3a9c'",
    "a text for a process": "UPDATE batches SET process_id = 'twelve' WHERE id = '0f3a9c'",
    "a document missing": "DELETE FROM documents WHERE batch_id = '0f3a9c' AND position = 0",
    "facts that are none": "UPDATE batches SET facts = '{\"documents\": [1]}' WHERE id = '0f3a9c'",
    "pages that are none": 'UPDATE batches SET facts = \'{"documents": {"0": {"pages": 7}}}\' '
    "WHERE id = '0f3a9c'",
    "facts of no seal": "UPDATE documents SET facts = '{\"kind\": NaN}' WHERE batch_id = '0f3a9c'",
}


@pytest.mark.parametrize("damage", UNREADABLE_4.values(), ids=UNREADABLE_4.keys())
def test_a_row_of_version_4_that_cannot_be_read_is_set_aside_and_said(damage: str, path: Path) -> None:
    sql(path, VERSION_4.read_text("utf-8"))
    other = VERSION_4.read_text("utf-8").partition("INSERT INTO batches")
    sql(path, (other[1] + other[2]).replace("0f3a9c", "other"))
    sql(path, damage)

    with closing(opened(path)) as file:
        loaded = file.load()
        assert [one.id for one in loaded.batches] == ["other"]
        (sentence,) = loaded.set_aside
        assert file.load().set_aside == ()

    assert ".pdf”" in sentence
    assert "(batch 17)" in sentence
    with closing(sqlite3.connect(path)) as connection:
        ((batch_id, reason, content),) = connection.execute("SELECT batch_id, reason, content FROM bad_rows")
    assert batch_id == "0f3a9c"
    assert reason
    was = json.loads(json.loads(content)["batch"]["content"])
    assert was["reason"]
    assert was["batch"]["save_to"] == "/home/anna/Documents/Sealed"
    assert {one["batch_id"] for one in was["documents"]} == {"0f3a9c"}


def test_documents_of_no_batch_are_kept_when_version_4_is_migrated(path: Path) -> None:
    sql(path, VERSION_4.read_text("utf-8"))
    sql(path, "PRAGMA foreign_keys = OFF; UPDATE batches SET id = CAST(x'ff' AS TEXT)")
    with closing(opened(path)) as file:
        assert file.load().batches == ()
    with closing(sqlite3.connect(path)) as connection:
        kept = [json.loads(one) for (one,) in connection.execute("SELECT content FROM bad_rows")]
    (lost,) = [one for one in kept if "batch" not in one]
    assert {one["batch_id"] for one in lost["documents"]} == {"0f3a9c"}
    assert all(one["sha256"] for one in lost["documents"])


def test_what_is_written_today_is_what_the_newest_version_says(path: Path, tmp_path: Path) -> None:
    """The stored text above is no copy of the code: when the two part, a migration is missing."""
    stored = tmp_path / "stored.sqlite"
    sql(stored, NEWEST.read_text("utf-8"))
    record(path, "b1")

    def shape(one: Path) -> list[object]:
        with closing(sqlite3.connect(one)) as connection:
            tables = ("batches", "documents", "bad_rows", "unsent", "file_facts")
            version = connection.execute("PRAGMA user_version").fetchall()
            columns = [connection.execute(f"PRAGMA table_info({name})").fetchall() for name in tables]
            return [version, columns, connection.execute("PRAGMA index_list(documents)").fetchall()]

    assert len(MIGRATIONS) == 5
    assert shape(stored) == shape(path)


def test_migrations_are_applied_in_order_from_every_version_and_once(tmp_path: Path) -> None:
    steps = [
        ("CREATE TABLE things (name TEXT)",),
        ("ALTER TABLE things ADD COLUMN colour TEXT", "INSERT INTO things VALUES ('a', 'red')"),
        ("UPDATE things SET colour = colour || 'der'",),
    ]
    for start in range(4):
        with closing(sqlite3.connect(tmp_path / f"{start}.sqlite", isolation_level=None)) as connection:
            if start:
                bring_up_to_date(connection, steps[:start])
            bring_up_to_date(connection, steps)
            bring_up_to_date(connection, steps)
            assert connection.execute("SELECT * FROM things").fetchall() == [("a", "redder")]
            assert connection.execute("PRAGMA user_version").fetchall() == [(3,)]


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    steps = [("CREATE TABLE things (name TEXT)",), ("DROP TABLE things", "SELECT nonsense")]
    with closing(sqlite3.connect(tmp_path / "x.sqlite", isolation_level=None)) as connection:
        bring_up_to_date(connection, steps[:1])
        with pytest.raises(sqlite3.OperationalError):
            bring_up_to_date(connection, steps)
        assert connection.execute("SELECT * FROM things").fetchall() == []
        assert connection.execute("PRAGMA user_version").fetchall() == [(1,)]


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_a_newer_file_is_refused_politely_and_left_as_it_is(mode: str, path: Path) -> None:
    record(path, "b1")
    sql(path, f"PRAGMA journal_mode = {mode}; PRAGMA user_version = 99; CREATE TABLE dreams (x);")
    before = path.read_bytes()

    with pytest.raises(JournalTooNew, match="newer version of SignDesk"):
        opened(path)

    assert path.read_bytes() == before
    assert names_in(path.parent) == ["journal.sqlite"]


def test_many_first_openings_at_once_make_one_journal(path: Path) -> None:
    def first(number: int) -> None:
        record(path, f"b{number}")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(first, range(16)))

    assert sorted(loaded_ids(path)) == sorted(f"b{number}" for number in range(16))


# -- Broken files


def _garbage(path: Path) -> None:
    path.write_bytes(b"not a list of batches at all " * 1000)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3 // 4096 * 4096])


def _cut_within_a_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1000])


def _overwritten_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 : 3 * 4096] = b"\xa5" * 8192
    path.write_bytes(content)


def _something_else(path: Path) -> None:
    path.unlink()
    sql(path, "CREATE TABLE recipes (name TEXT)")


def _of_another_program(path: Path) -> None:
    sql(path, "PRAGMA application_id = 7")


def _without_its_table(path: Path) -> None:
    sql(path, "PRAGMA foreign_keys = OFF; DROP TABLE batches")


def _without_a_column(path: Path) -> None:
    sql(path, "ALTER TABLE batches DROP COLUMN server_id")


@pytest.mark.parametrize(
    "spoil",
    [
        _garbage,
        _cut,
        _cut_within_a_page,
        _overwritten_page,
        _something_else,
        _of_another_program,
        _without_its_table,
        _without_a_column,
    ],
)
def test_a_broken_file_is_kept_beside_and_a_new_one_begun(spoil: object, path: Path) -> None:
    """What can be read of it comes over."""
    come: set[str] = set()
    for name in (BROKEN, "journal broken 2026-05-03 (2).sqlite"):
        with closing(opened(path)) as file:
            file.record(plain_batch(documents=60))
            come |= {"b1"} if spoil is _of_another_program else set()
        spoil(path)  # type: ignore[operator]
        content = path.read_bytes()

        with closing(opened(path)) as file:
            assert file.set_aside == path.with_name(name)
            assert {one.id for one in file.load().batches} == come
            file.record(plain_batch("new"))

        assert path.with_name(name).read_bytes() == content
        assert set(loaded_ids(path)) == come | {"new"}
        come |= {"new"} if spoil in (_of_another_program, _overwritten_page) else set()
    marks = ["journal.mark"] if come else []
    kept = ["journal broken 2026-05-03 (2).sqlite", BROKEN]
    assert names_in(path.parent) == [*kept, *marks, "journal.sqlite"]


def test_what_lies_beside_a_broken_file_goes_with_it(path: Path) -> None:
    """Left in place, SQLite would play it into the new file."""
    refusals = 2

    class Refusing(sqlite3.Connection):
        def execute(self, sql: str, *arguments: object) -> sqlite3.Cursor:
            nonlocal refusals
            if refusals:
                refusals -= 1
                error = sqlite3.DatabaseError("file is not a database")
                error.sqlite_errorcode = sqlite3.SQLITE_NOTADB
                raise error
            return super().execute(sql, *arguments)  # type: ignore[arg-type]

    def connect(where: Path, **options: object) -> sqlite3.Connection:
        return sqlite3.connect(where, factory=Refusing, **options)  # type: ignore[call-overload, no-any-return]

    _garbage(path)
    left = path.with_name("journal.sqlite-journal")
    left.write_bytes(b"half a transaction")

    with closing(JournalFile.open(path, now=lambda: NOON, connect=connect)) as file:
        assert file.set_aside == path.with_name(BROKEN)

    assert path.with_name(BROKEN + "-journal").read_bytes() == b"half a transaction"
    assert not left.exists()


def test_an_empty_file_is_a_journal_that_was_just_being_made(path: Path) -> None:
    path.touch()

    with closing(opened(path)) as file:
        assert file.set_aside is None


def test_of_many_that_find_it_broken_one_sets_it_aside_and_none_loses_a_note(path: Path) -> None:
    _garbage(path)

    def work(number: int) -> Path | None:
        with closing(opened(path)) as file:
            file.record(plain_batch(f"b{number}"))
            return file.set_aside

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(work, range(24)))

    assert [one for one in told if one is not None] == [path.with_name(BROKEN)]
    assert sorted(loaded_ids(path)) == sorted(f"b{number}" for number in range(24))
    assert names_in(path.parent) == [BROKEN, "journal.sqlite"]


@pytest.mark.parametrize("name", ["journal.sqlite", "data"])
def test_something_else_in_the_way_is_said(name: str, tmp_path: Path) -> None:
    if name == "data":
        (tmp_path / "data").touch()
    else:
        (tmp_path / "data" / name).mkdir(parents=True)

    with pytest.raises(SavingProblem, match="list of batches"):
        opened(tmp_path / "data" / "journal.sqlite")


def test_the_header_says_whose_file_it_is(path: Path) -> None:
    record(path, "b1")

    assert path.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big")
