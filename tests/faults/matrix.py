"""The fault matrix, and how its cells are proved.

Codes: R repeat - R1 repeat once, note a possible orphan batch - N drop this batch, fresh one (at most 2), old
one to the clean-up list - Q ask BatchStatus, act on its answer, no automatic repeat - D discard temp, fetch
again (at most 3, then H) - A ask for credentials, then as the same step after "reset" - H hold: stop this job,
keep everything, say why and what next - C continue from the journal - W warning, later again - ok done -
- cannot occur.

A test says by `@proves(row, *columns)` which cells it exercises; test_matrix.py compares that with the table.
"""

# ruff: noqa: E501 - one line a row

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

TABLE = """
| Fault | Prepare | Create | Upload | Accept | Status | Download | Verify, save | Delete |
| refused, DNS, connect time-out (nothing sent) | - | R | R | R | R | R | - | R |
| reset before the body | - | R1 | N | Q | R | R | - | R |
| reset or close in or after the body | - | R1 | N | Q | R | D | - | R |
| time-out waiting for the answer | - | R1 | N | Q | R | D | - | R |
| 500 | - | R1 | N | Q | R, then slow poll | R | - | W |
| 502/503/504 with HTML | - | R1 | N | Q | R | R | - | W |
| 200 with HTML or broken JSON (portal, proxy) | - | H | Q else N | Q | R, then H | D | - | Q |
| 400, 413, 415 | - | H | H, name the size limit | Q, other form, H | H | H | - | W |
| 401, 403 | - | A | A then N | A then Q | A | A | - | A |
| 404 | - | H (address or process) | N, then H; size hint over 28 MB | Q, other form, then H | before accept N, after accept H | R x5, then H; never seal again by itself | - | ok |
| 429 | - | R after the wait | Q then N | Q | R after the wait | R after the wait | - | W |
| 3xx | - | H | H | H | H | H | - | H |
| TLS failure | - | H | H | H | H | H | - | H |
| 204 | - | H | Q: UPLOADED or documents listed = go on, NEW = N | Q | R, then H | D | - | ok |
| truncated download (any framing, gzip) | - | - | - | - | - | D | D | - |
| corrupted ZIP | - | - | - | - | - | - | D; same hash twice = H, quarantine | - |
| wrong content: nothing that was sent came back in any form (another batch's files) | - | - | - | - | H | - | save, H, no DELETE | - |
| partial content: some missing or unsealed, extra reports, seal files beside unchanged originals | - | - | - | - | - | - | save, name them, ok | R |
| slow drip | - | R1 | N | Q | R | D | - | W |
| kill -9, power loss | C: build anew | C: no id = orphan, R1 | C: N | C: Q | C | C: D | C: verified temp = finish, else D | C: R |
| disk full (journal disk) | H, no POST starts | H | finish sending, no accept | not started | poll on in memory | pause | H, server copy kept | not started |
| disk full (target) | warn at drop | - | - | not started if room is short | - | pause, R when room | delete temp, pause | not started |
| target read-only, share gone | warn at drop | - | - | not started | - | ask for another folder | ask for another folder | not started |
| file changed while reading | H for this file | - | break off, N without it only after consent | not started | ok | - | note in receipt | - |
| file removed, locked, unreadable | H for this file | - | as changed | not started | ok | - | ok | - |
| duplicate names | map names before | - | - | - | - | - | restore by map; double in result = H | - |
| clock jump | none | none | none | none | none (monotonic) | none | names and times from journal | none |
| sleep and resume | C | R1 | N | Q | R | D | C | R |
| keyring locked | queue waits, no call | wait | running upload ends, then wait | wait before, Q after unlock | wait | wait | works without | wait |
| Cancel by the user | drop | delete batch | stop, delete batch | too late: "stop waiting" only | stop waiting, resume later | pause | finish atomically | W |
| second start of the program | forwarded to the owner | same | same | same | same | same | same | same |
| status never changes | - | - | - | - | stall notice, slow poll, no end by itself | - | - | - |
"""

_LINES = [[cell.strip() for cell in line.strip("|").split("|")] for line in TABLE.strip().splitlines()]
COLUMNS = tuple(_LINES[0][1:])
PREPARE, CREATE, UPLOAD, ACCEPT, STATUS, DOWNLOAD, VERIFY, DELETE = COLUMNS
ROWS = {line[0]: dict(zip(COLUMNS, line[1:], strict=True)) for line in _LINES[1:]}
(
    NOT_REACHED,
    RESET_BEFORE,
    BROKEN_OFF,
    TIME_OUT,
    FAILED_500,
    GATEWAY,
    NOT_JSON,
    REFUSED,
    SIGN_IN,
    NOT_FOUND,
    BUSY,
    REDIRECT,
    TLS,
    EMPTY_204,
    TRUNCATED,
    CORRUPTED,
    WRONG_CONTENT,
    PARTIAL,
    SLOW_DRIP,
    KILLED,
    JOURNAL_FULL,
    DISK_FULL,
    TARGET_GONE,
    CHANGED,
    REMOVED,
    DUPLICATES,
    CLOCK_JUMP,
    SLEEP,
    KEYRING,
    CANCEL,
    SECOND_START,
    NEVER_CHANGES,
) = ROWS
CANNOT_OCCUR = "-"


@dataclass(frozen=True)
class Cell:
    """`code`: what is to happen, as the table has it."""

    row: str
    column: str

    @property
    def code(self) -> str:
        return ROWS[self.row][self.column]


def cells() -> list[Cell]:
    """All that can occur."""
    return [
        Cell(row, column) for row, line in ROWS.items() for column in COLUMNS if line[column] != CANNOT_OCCUR
    ]


def _row(row: str) -> list[Cell]:
    return [one for one in cells() if one.row == row]


LATER: dict[Cell, str] = {
    **dict.fromkeys(_row(SECOND_START), "needs ownership and the private channel between two starts"),
    Cell(CHANGED, VERIFY): "the receipt is not written yet",
}

F = TypeVar("F", bound=Callable[..., object])


def proves(row: str, *columns: str) -> Callable[[F], F]:
    """The decorated test exercises these cells of the row."""

    def mark(test: F) -> F:
        proved: set[Cell] = getattr(test, "proves", set())
        test.proves = proved | {Cell(row, column) for column in columns}  # type: ignore[attr-defined]
        return test

    return mark
