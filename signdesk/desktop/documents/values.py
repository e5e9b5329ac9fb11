"""One line of the list of documents as a frozen value, with its words, and what one press of the primary
button orders. No drawing, no disk, no widgets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from signdesk.desktop.i18n.language import again, joined, tr, translated, trn
from signdesk.desktop.toolkit.formats import size_text
from signdesk.domain.documents import Document, RejectReason
from signdesk.domain.servers import Process
from signdesk.jobs.preflight import Checked
from signdesk.jobs.presign_check import MAY_HARM, REASONS, presign_check, remark
from signdesk.jobs.session import Session
from signdesk.seals.presign_check import Before


@dataclass(frozen=True, slots=True)
class SealedRemark:
    """What the history says of a document that its process has had before. Not `sure`: that was ordered, and
    nobody knows what came of it. `by_loss`: no more is known than that it is older than the loss of the list
    of batches.
    """

    text: str
    sure: bool = True
    by_loss: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Being checked, ready to send (`document`), or not to be sent (`problem`, of the kind `trouble`).

    With a document and a problem of the kinds in MAY_HARM, a person decides: `forced`, for the
    content with the SHA-256 `insisted_for` and no other. What follows from
    the other rows and the server is put in by the model: `excused` (the process does not mind the problem),
    `sent_name` (where it is not the file's own), `twin` (another document with the same content).
    """

    path: Path
    name: str
    size_bytes: int | None = None
    document: Document | None = None
    problem: str | None = None
    checking: bool = False
    remark: SealedRemark | None = None
    trouble: RejectReason | None = None
    oddities: tuple[str, ...] = ()
    signatures: int = 0
    forced: bool = False
    insisted_for: str = ""
    given_name: str = ""
    excused: bool = False
    too_large: str = ""
    sent_name: str = ""
    twin: str = ""

    @property
    def may_be_insisted_on(self) -> bool:
        """Whether "Send anyway" is offered."""
        return self.is_doubtful and not self.forced and not self.excused and not self.too_large

    @property
    def is_doubtful(self) -> bool:
        """Whether a person may decide about its problem."""
        return self.document is not None and self.trouble in MAY_HARM and not self.checking

    @property
    def can_be_sent(self) -> bool:
        """Whether nothing keeps it from being sent, now or again."""
        return self.document is not None and not self.checking and not self.blocked

    @property
    def is_sent(self) -> bool:
        """Whether it goes with the next batch: what is new to the process."""
        return self.can_be_sent and self.remark is None

    @property
    def is_sealed_before(self) -> bool:
        """Whether it stays in the list when the next batch goes, since it would be sealed a second time."""
        return self.can_be_sent and self.remark is not None

    @property
    def is_bad(self) -> bool:
        """Whether it is known that it will not be sent."""
        return not self.checking and not self.can_be_sent

    @property
    def is_numbered(self) -> bool:
        """Whether it goes under a name that nobody chose, since another document has its own."""
        return self.can_be_sent and bool(self.sent_name) and self.sent_name != self.given_name

    @property
    def blocked(self) -> str:
        """Why it is not sent, in full; "" where it is."""
        if self.too_large:
            return again(self.too_large)
        held = self.problem is not None and not (self.forced or self.excused)
        return again(self.problem or "") if held else ""

    @property
    def blocked_by(self) -> RejectReason | None:
        """The kind of what keeps it from being sent."""
        if not self.is_bad:
            return None
        return RejectReason.TOO_LARGE if self.too_large else self.trouble or RejectReason.UNREADABLE

    @property
    def note(self) -> str:
        """What is known of it, in full."""
        if self.checking:
            return tr("Being checked…")
        return self.blocked or joined(" · ", *self.hints, *self._size())

    @property
    def short_note(self) -> str:
        """The second line: of a problem the first sentence, which says what is wrong."""
        if self.checking or not self.blocked:
            return self.note
        return self.blocked.partition(". ")[0].rstrip(".")

    @property
    def hints(self) -> list[str]:
        """What is worth knowing of a document that is sent, the most important first."""
        found = []
        if self.forced and self.problem:
            found.append(tr("Will be sent anyway"))
        found += map(again, self.oddities)
        if self.remark is not None:
            found.append(again(self.remark.text))
        if self.sent_name:
            found.append(tr("Sent as “{name}”", name=self.sent_name))
        if self.twin:
            found.append(tr("Same content as “{name}”", name=self.twin))
        if self.signatures:
            found.append(
                trn("Already signed, a seal is added", "Signed %n times, a seal is added", self.signatures)
            )
        return found

    def _size(self) -> list[str]:
        return [size_text(self.size_bytes)] if self.size_bytes is not None else []


def checked_row(checked: Checked, old: Row | None) -> Row:
    """The row of a file that was checked. A name that was given to it stays its own."""
    result = checked.result
    given_name, insisted_for = (old.given_name, old.insisted_for) if old else ("", "")
    if not isinstance(result, Document):
        row = Row(result.path, result.name, result.size_bytes, given_name=given_name)
        return replace(row, problem=result.reason, trouble=result.trouble)
    row = Row(result.path, result.name, result.size_bytes, result, given_name=given_name)
    said = [remark(one, result.name) for one in checked.oddities]
    row = _with_findings(row, checked.before, said)
    if row.is_doubtful and insisted_for == result.sha256:
        return replace(row, forced=True, insisted_for=insisted_for)
    return row


def _with_findings(row: Row, before: Before, said: Iterable[str]) -> Row:
    trouble = presign_check(before)
    row = replace(row, signatures=before.signatures, oddities=tuple(map(translated, said)))
    if trouble is None:
        return row
    if trouble in MAY_HARM:
        text = joined(" ", translated(REASONS[trouble]), tr("“Send anyway” sends it as it is."))
        return replace(row, problem=text, trouble=trouble)
    return replace(row, document=None, problem=translated(REASONS[trouble]), trouble=trouble)


def trouble_word(trouble: RejectReason) -> str:
    """Why it is not sent, in a word or two, for the line that counts."""
    return {
        RejectReason.EMPTY: tr("empty"),
        RejectReason.GONE: tr("not found"),
        RejectReason.NO_RIGHT: tr("no right to read"),
        RejectReason.HELD: tr("in use"),
        RejectReason.LINK: tr("link"),
        RejectReason.CLOUD: tr("only in the cloud"),
        RejectReason.NO_DOCUMENT: tr("no document"),
        RejectReason.UNREADABLE: tr("unreadable"),
        RejectReason.CHANGING: tr("being changed"),
        RejectReason.CHANGED: tr("changed since"),
        RejectReason.NOT_CHECKED: tr("not checked"),
        RejectReason.PASSWORD: tr("with a password"),
        RejectReason.KEY: tr("with restricted access"),
        RejectReason.PROTECTED: tr("protected"),
        RejectReason.FINAL: tr("certified"),
        RejectReason.TOO_COMPLEX: tr("too complex"),
        RejectReason.NOT_HERE: tr("could not be looked into"),
        RejectReason.TOO_LARGE: tr("too large"),
    }[trouble]


@dataclass(frozen=True, slots=True)
class SealRequest:
    """Made from what the window shows, never again from widgets once the button was pressed. `session`: the
    sign-in of the connection in use; None where none is, and then nothing can be ordered.
    """

    documents: tuple[Document, ...]
    process: Process
    session: Session | None
    folder: Path
    again: bool = False  # a person wants these sealed a second time
