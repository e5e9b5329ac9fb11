"""The journal's tables, and how a file of an earlier version is brought up to date.

Once released, a migration is never changed: a further one is added. What the columns mean: `rows`.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from signdesk.domain.errors import SavingProblem
from signdesk.domain.messages import msg
from signdesk.storage.journal.version_4 import take_over

APPLICATION_ID = 0x5367446B  # "SgDk" in the file's header

Migration = Sequence[str | Callable[[sqlite3.Connection], None]]

# Columns without a type keep what they are given; INTEGER would make a float of a very large number.
VERSION_1: Migration = (
    """
    CREATE TABLE batches (
        id TEXT NOT NULL PRIMARY KEY,
        state TEXT NOT NULL,
        held_at TEXT,
        reason TEXT NOT NULL,
        message TEXT NOT NULL,
        detail TEXT NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        sealed_at TEXT,
        archived INTEGER NOT NULL DEFAULT 0,
        save_to TEXT NOT NULL,
        process_id NOT NULL,
        process_label TEXT NOT NULL,
        process_kind TEXT NOT NULL,
        process_sentence TEXT NOT NULL,
        base_url TEXT NOT NULL,
        sign_in TEXT NOT NULL,
        api_key_header TEXT NOT NULL,
        accept_form TEXT NOT NULL,
        numbering TEXT NOT NULL,
        server_label TEXT NOT NULL,
        practice INTEGER NOT NULL,
        server_id TEXT NOT NULL,
        maybe_started INTEGER NOT NULL,
        abandoned_ids TEXT NOT NULL,
        server_status TEXT NOT NULL,
        heard_at TEXT,
        saved_to TEXT,
        result_sha256 TEXT NOT NULL,
        extra_results TEXT NOT NULL,
        quarantined_to TEXT,
        deleted_at TEXT,
        warnings TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE documents (
        batch_id TEXT NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        path TEXT NOT NULL,
        name TEXT NOT NULL,
        size_bytes NOT NULL,
        modified_ns NOT NULL,
        sha256 TEXT NOT NULL,
        crc32 INTEGER NOT NULL,
        sent_name TEXT NOT NULL,
        outcome TEXT NOT NULL,
        message TEXT NOT NULL,
        results TEXT NOT NULL,
        seal TEXT NOT NULL,
        checked INTEGER NOT NULL,
        PRIMARY KEY (batch_id, position)
    )
    """,
    "CREATE INDEX documents_by_sha256 ON documents (sha256)",
    """
    CREATE TABLE bad_rows (
        id INTEGER PRIMARY KEY,
        set_aside_at TEXT NOT NULL,
        batch_id,
        reason TEXT NOT NULL,
        content TEXT NOT NULL
    )
    """,
)
# How the result is delivered, what the batch is called, who ordered it, and when it entered each state.
VERSION_2: Migration = (
    "ALTER TABLE batches ADD COLUMN name TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE batches ADD COLUMN sent_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE batches ADD COLUMN file_name TEXT NOT NULL DEFAULT '{process} {date} {time}'",
    "ALTER TABLE batches ADD COLUMN unpack INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE batches ADD COLUMN keep_copy INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE batches ADD COLUMN receipt INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE batches ADD COLUMN unpacked_to TEXT",
    "ALTER TABLE batches ADD COLUMN reached TEXT NOT NULL DEFAULT '[]'",
)
# What was read out of the seals, what came back, and where the receipt lies.
VERSION_3: Migration = (
    "ALTER TABLE documents ADD COLUMN facts TEXT",
    "ALTER TABLE batches ADD COLUMN result_files TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE batches ADD COLUMN receipts TEXT NOT NULL DEFAULT '[]'",
)
# Whatever else is known of a batch, as one JSON object; the documents that were listed and not sent yet, an
# object each; and what is known of the file itself, by name. The version also keeps older programs away: they
# would set batches aside for an outcome that they do not know.
VERSION_4: Migration = (
    "ALTER TABLE batches ADD COLUMN facts TEXT NOT NULL DEFAULT '{}'",
    "CREATE TABLE unsent (position INTEGER NOT NULL PRIMARY KEY, content TEXT NOT NULL)",
    "CREATE TABLE file_facts (name TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL)",
)
# A batch is one JSON text beside the columns that SQL looks at; of a document only what it is found by.
VERSION_5: Migration = (
    """
    CREATE TABLE new_batches (
        id TEXT NOT NULL PRIMARY KEY,
        state TEXT NOT NULL,
        held_at TEXT,
        reason TEXT NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        sealed_at TEXT,
        archived INTEGER NOT NULL DEFAULT 0,
        name TEXT NOT NULL,
        connection_id TEXT NOT NULL,
        process_id NOT NULL,
        base_url TEXT NOT NULL,
        practice INTEGER NOT NULL,
        server_id TEXT NOT NULL,
        maybe_started INTEGER NOT NULL,
        abandoned_ids TEXT NOT NULL,
        saved_to TEXT,
        keep_copy INTEGER NOT NULL,
        deleted_at TEXT,
        left_to_copy INTEGER NOT NULL,
        wants_a_look INTEGER NOT NULL,
        content TEXT NOT NULL
    )
    """,
    take_over,
    """
    CREATE TABLE new_documents (
        batch_id TEXT NOT NULL REFERENCES new_batches (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        outcome TEXT NOT NULL,
        PRIMARY KEY (batch_id, position)
    )
    """,
    """
    INSERT INTO new_documents SELECT batch_id, position, path, sha256, outcome FROM documents
    WHERE batch_id IN (SELECT id FROM batches)
    """,
    "DROP TABLE documents",  # first: the other one would empty it
    "DROP TABLE batches",
    "ALTER TABLE new_batches RENAME TO batches",
    "ALTER TABLE new_documents RENAME TO documents",
    "CREATE INDEX documents_by_sha256 ON documents (sha256)",
)
MIGRATIONS: Sequence[Migration] = (VERSION_1, VERSION_2, VERSION_3, VERSION_4, VERSION_5)


class JournalTooNew(SavingProblem):
    """Written by a later SignDesk, and left as it is."""


class NotAJournal(Exception):
    """A sound SQLite file that holds something else, or not all that it should."""


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """All or nothing. After any error the connection can be used again."""
    try:
        connection.execute(f"BEGIN {kind}")  # may have begun even where it fails
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):  # the first error is the one to be told
                connection.execute("ROLLBACK")
        raise


def read_pragma(connection: sqlite3.Connection, name: str) -> Any:
    """The first value that a PRAGMA answers, read to the end so that no lock stays behind."""
    rows = connection.execute(f"PRAGMA {name}").fetchall()
    return rows[0][0] if rows else None


def refuse_newer(connection: sqlite3.Connection, newest: int = len(MIGRATIONS)) -> int:
    """The file's version, read without changing it. Raises JournalTooNew."""
    version = int(read_pragma(connection, "user_version"))
    if version > newest:
        raise JournalTooNew(
            msg(
                "SignDesk's list of batches was written by a newer version of SignDesk, so it was left as it "
                "is. Start the newer version, or name another folder with --data-dir."
            )
        )
    return version


def bring_up_to_date(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Every migration that the file lacks, in one transaction. Raises NotAJournal, JournalTooNew."""
    if refuse_newer(connection, len(migrations)) < len(migrations):
        with transaction(connection):
            version = refuse_newer(connection, len(migrations))  # another process may have been quicker
            if version == 0 and connection.execute("SELECT 1 FROM sqlite_master").fetchall():
                raise NotAJournal
            _apply(connection, migrations[version:])
            connection.execute(f"PRAGMA user_version = {len(migrations)}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    if read_pragma(connection, "application_id") != APPLICATION_ID:
        raise NotAJournal
    with contextlib.closing(sqlite3.connect(":memory:")) as fresh:
        _apply(fresh, migrations)
        if not _columns(fresh) <= _columns(connection):
            raise NotAJournal


def _apply(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """A damaged file may hold what its own rules forbid: then NotAJournal is raised."""
    try:
        for step in (one for migration in migrations for one in migration):
            if callable(step):
                step(connection)
            else:
                connection.execute(step)
    except sqlite3.IntegrityError as error:
        raise NotAJournal from error


def touch(connection: sqlite3.Connection) -> None:
    """A transaction that changes nothing."""
    with transaction(connection):
        connection.execute(f"PRAGMA user_version = {refuse_newer(connection)}")


def _columns(connection: sqlite3.Connection) -> set[tuple[str | bytes, ...]]:
    query = (
        "SELECT CAST(m.name AS BLOB), CAST(c.name AS BLOB) FROM sqlite_master m, pragma_table_info(m.name) c"
    )
    return set(connection.execute(query).fetchall())
