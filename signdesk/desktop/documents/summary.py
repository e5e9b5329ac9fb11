"""The line below the list: how many documents, how large, and how many will not be sent and why; and the
words on the button that seals them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from signdesk.desktop.documents.values import Row, trouble_word
from signdesk.desktop.i18n.language import joined, spoken, tr, trn
from signdesk.desktop.toolkit.formats import size_text
from signdesk.domain.documents import RejectReason
from signdesk.domain.servers import ProcessKind

MOST_TOLD = 3


@dataclass(frozen=True, slots=True)
class Counts:
    """`total` is `sent`, `known`, `bad` and `checking` together. `known`: what the process has had before,
    `unsure` of it perhaps. `sent_bytes`: of what the next batch takes; `listed_bytes`: of all that can be
    sent.
    """

    total: int
    sent: int
    checking: int
    sent_bytes: int
    troubles: tuple[tuple[RejectReason, int], ...]  # the most frequent first
    known: int = 0
    unsure: int = 0
    listed_bytes: int = 0

    @property
    def told_troubles(self) -> tuple[tuple[RejectReason, int], ...]:
        """Those with a word of their own in the line: all of three, else the first two."""
        return self.troubles if len(self.troubles) <= MOST_TOLD else self.troubles[: MOST_TOLD - 1]

    @property
    def other_troubles(self) -> int:
        """How many documents have another one."""
        return self.bad - sum(count for _trouble, count in self.told_troubles)

    @property
    def bad(self) -> int:
        """How many will not be sent."""
        return sum(count for _trouble, count in self.troubles)


def counted(rows: Sequence[Row]) -> Counts:
    """Every row is counted exactly once."""
    sent = [row for row in rows if row.is_sent]
    bad = Counter(row.blocked_by for row in rows if row.blocked_by is not None)
    checking = sum(row.checking for row in rows)
    known = [row for row in rows if row.is_sealed_before]
    return Counts(
        len(rows),
        len(sent),
        checking,
        _bytes(sent),
        tuple(bad.most_common()),
        len(known),
        sum(row.remark is not None and not row.remark.sure for row in known),
        _bytes([*sent, *known]),
    )


def _bytes(rows: Sequence[Row]) -> int:
    return sum(row.size_bytes or 0 for row in rows)


@spoken
def summary_text(counts: Counts, batches: int = 1) -> str:
    """ "12 documents, 8.4 MB; 1 will not be sent: empty"; `batches`: into how many they have to be parted."""
    if not counts.total:
        return ""
    text = trn("%n document", "%n documents", counts.total) + ", " + size_text(counts.listed_bytes)
    if batches > 1:
        text += ", " + trn("in %n batch", "in %n batches", batches)
    if counts.bad:
        text += "; " + _bad_text(counts)
    if counts.checking:
        text += "; " + trn("%n being checked", "%n being checked", counts.checking)
    return text


def _bad_text(counts: Counts) -> str:
    if len(counts.troubles) == 1:
        reasons = trouble_word(counts.troubles[0][0])
    else:
        parts = [
            tr("{count} {reason}", count=count, reason=trouble_word(one))
            for one, count in counts.told_troubles
        ]
        if counts.other_troubles:
            parts.append(trn("%n for another reason", "%n for other reasons", counts.other_troubles))
        reasons = joined(", ", *parts)
    return trn("%n will not be sent: {why}", "%n will not be sent: {why}", counts.bad, why=reasons)


def seal_button_text(kind: ProcessKind, count: int, known: int = 0) -> str:
    """What the primary button will do; without a number while there is nothing to send. `known`: how many
    beside them the process has had before.
    """
    if known:
        return _new_text(kind, count)
    if kind is ProcessKind.VALIDATE:
        return trn("Check %n document", "Check %n documents", count) if count else tr("Check documents")
    if kind is ProcessKind.TIMESTAMP:
        many = trn("Time-stamp %n document", "Time-stamp %n documents", count)
        return many if count else tr("Time-stamp documents")
    return trn("Seal %n document", "Seal %n documents", count) if count else tr("Seal documents")


def _new_text(kind: ProcessKind, count: int) -> str:
    if kind is ProcessKind.VALIDATE:
        many = trn("Check %n new document", "Check %n new documents", count)
        return many if count else tr("Nothing new to check")
    if kind is ProcessKind.TIMESTAMP:
        many = trn("Time-stamp %n new document", "Time-stamp %n new documents", count)
        return many if count else tr("Nothing new to time-stamp")
    return trn("Seal %n new document", "Seal %n new documents", count) if count else tr("Nothing new to seal")


def why_not_now(counts: Counts, *, has_process: bool, has_folder: bool) -> str:
    """Why the list cannot be sealed as it is, or ""."""
    if not counts.total:
        return tr("Add documents first.")
    if counts.checking:
        return tr("The documents are still being checked.")
    if not counts.sent and counts.known:
        return tr("Nothing in the list is new to this process.")
    if not counts.sent:
        return tr("None of these can be sent. Remove them or add others.")
    if not has_process:
        return tr("Choose a process first.")
    if not has_folder:
        return tr("Choose where to save the result first.")
    return ""
