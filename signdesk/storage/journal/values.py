"""Single values of the journal's rows: what is stored for them, and what is read back. Nothing of batches.

Texts that are no Unicode (names of files may be any bytes) are kept as UTF-8 in which surrogates stand as
they are. The connection gives every text as bytes (`opening`): a damaged one spoils its row only.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Value = int | float | str | bytes | None
Row = Mapping[str, Value]

_LARGEST = 2**63 - 1


class BadRow(ValueError):
    """A row from which no Batch can be made. The text is for a technician."""


def rows_of(
    connection: sqlite3.Connection, query: str, values: Sequence[Value] | Mapping[str, Value] = ()
) -> list[Row]:
    """All rows, read to the end, so that nothing stays locked."""
    cursor = connection.execute(query, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def stored_text(text: str) -> str | bytes:
    """Any Python text, also one that is no Unicode."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def stored_moment(moment: datetime) -> str:
    """An aware time, so that texts sort as the times do."""
    if moment.tzinfo is None:
        raise ValueError("a time without its zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def stored_whole(number: int) -> int | str:
    """Also numbers that SQLite has no room for (files may be dated to the year 2400)."""
    return number if -_LARGEST <= number <= _LARGEST else str(number)


def text_in(row: Row, name: str) -> str:
    """A text, as the connection gives it: bytes."""
    value = row[name]
    if not isinstance(value, bytes):
        raise BadRow(f"{name} is not a text")
    return value.decode("utf-8", "surrogatepass")


def moment_in(row: Row, name: str) -> datetime:
    """An aware time in UTC."""
    return moment_of(text_in(row, name))


def moment_of(text: str) -> datetime:
    """What `stored_moment` wrote. Raises BadRow."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise BadRow(f"{text} has no time zone")
    return moment.astimezone(UTC)


def path_in(row: Row, name: str) -> Path | None:
    """A path, or None where there is none."""
    return None if row[name] is None else Path(text_in(row, name))


def stored_path(path: Path | None) -> str | bytes | None:
    return None if path is None else stored_text(str(path))


def stored_texts(texts: Sequence[str]) -> str | bytes:
    return stored_json(list(texts))


def stored_json(value: object) -> str | bytes:
    """Anything that JSON can hold."""
    # not ASCII: two escaped surrogates side by side would be read as one character
    return stored_text(json.dumps(value, ensure_ascii=False))


def texts_in(row: Row, name: str) -> tuple[str, ...]:
    read = json.loads(text_in(row, name))
    if not isinstance(read, list) or not all(isinstance(one, str) for one in read):
        raise BadRow(f"{name} is not a list of texts")
    return tuple(read)


def whole_in(row: Row, name: str) -> int:
    value = row[name]
    if not isinstance(value, int | bytes):
        raise BadRow(f"{name} is not a number")
    return int(value)


def flag_in(row: Row, name: str) -> bool:
    value = row[name]
    if value not in (0, 1):
        raise BadRow(f"{name} is neither yes nor no")
    return bool(value)


def objects_in(row: Row, name: str) -> tuple[dict[str, Any], ...]:
    """A list of objects."""
    read = json.loads(text_in(row, name))
    if not isinstance(read, list) or not all(isinstance(one, dict) for one in read):
        raise BadRow(f"{name} is not a list of objects")
    return tuple(read)


def object_in(row: Row, name: str) -> dict[str, Any]:
    """One object. NaN and infinity, which are no JSON, are refused."""
    read = json.loads(text_in(row, name), parse_constant=_refuse)
    if not isinstance(read, dict):
        raise BadRow(f"{name} is not an object")
    return read


def _refuse(constant: str) -> None:
    raise BadRow(f"{constant} is no JSON")


def raw(row: Row) -> dict[str, Any]:
    """For JSON: readable where it can be, and never less than what was there."""
    return {name: shown(value) for name, value in row.items()}


def shown(value: Value) -> Any:
    """As `raw`, one value."""
    if not isinstance(value, bytes):
        return value
    try:
        return value.decode()
    except UnicodeDecodeError:
        return {"hex": value.hex()}
