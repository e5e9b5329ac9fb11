"""What the commands print: progress on stderr, results on stdout, for people or as JSON."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from signdesk.cli.advice import result_advice, what_helps
from signdesk.domain.batch_summary import summary_of, summary_words
from signdesk.domain.batches import Batch, BatchDocument, BatchState, Outcome, Reason
from signdesk.domain.documents import Oddity, shown_name, visible
from signdesk.domain.moments import iso_minute
from signdesk.domain.receipts import pages_of
from signdesk.jobs.presign_check import remark
from signdesk.storage.intake import Problem, Skipped

PERCENT_STEP = 25
OUTCOME_WORDS = {
    Outcome.PENDING: "not finished",
    Outcome.SEALED: "sealed",
    Outcome.RESEALED: "sealed, changed",
    Outcome.VALIDATED: "checked",
    Outcome.TIMESTAMPED: "timestamped",
    Outcome.UNSEALED: "NOT sealed",
    Outcome.DAMAGED: "seal DAMAGED",
    Outcome.NOT_RECOGNISED: "not recognised",
    Outcome.MISSING: "MISSING",
}


class Console:
    """The terminal of one command. Control and direction characters of text from outside are shown."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._out: TextIO | None = out or sys.stdout
        self._err: TextIO | None = err or sys.stderr
        self._last = ""
        self.unwritten = ""  # why a line of the result could not be written, though somebody reads there
        self.keeps_copies = False  # nothing is deleted on servers, whatever a batch says
        self._followed: dict[str, Batch] = {}

    @property
    def followed(self) -> list[Batch]:
        """Every batch that was followed, as it was last."""
        return list(self._followed.values())

    def say(self, text: str) -> None:
        """A message for the person at the terminal."""
        _write(self._err, visible(text))

    def result(self, text: str) -> None:
        """A line of the result."""
        self._write_result(visible(text))

    def json(self, text: str) -> None:
        """Escaped already: printed as it is."""
        self._write_result(text)

    def _write_result(self, text: str) -> None:
        if self._out is None:  # closed before the start (`>&-`)
            self.unwritten = os.strerror(errno.EBADF)
            return
        failed = _write(self._out, text)
        if failed is not None and failed.errno != errno.EPIPE:  # a reader that left wants no more
            self.unwritten = failed.strerror or str(failed)

    def refused(self, problems: Sequence[Problem]) -> None:
        """Every document that cannot be sent, so that nothing was."""
        for one in problems:
            self.say(f"{shown_name(str(one.path))}: {one.reason}")
        self.say("Nothing was sent.")

    def remarked(self, oddities: Mapping[Path, Sequence[Oddity]]) -> None:
        """What is worth a look in documents that are sent."""
        for path, found in oddities.items():
            for one in found:
                self.say(f"{shown_name(str(path))}: {remark(one, path.name)}.")

    def left_out(self, left_out: Sequence[Skipped]) -> None:
        """What was found in folders and is no document."""
        for one in left_out:
            self.say(f"{shown_name(str(one.path))}: left out, {one.reason[:1].lower()}{one.reason[1:]}")

    def follow(self, batch: Batch) -> None:
        """Called with each new value of the batch; says what is new, a percentage only every quarter."""
        self._followed[batch.id] = batch
        text = _progress(batch, keeps_copy=self.keeps_copies or batch.delivery.keep_copy)
        if text and text != self._last:
            self._last = text
            self.say(text)

    def listed(self, batch: Batch) -> None:
        """One line for one batch: when, its number, where it stands, its documents or what became of them,
        by which process, where its ZIP is.
        """
        where = f"  {shown_name(str(batch.saved_to))}" if batch.saved_to else ""
        said = f"  {batch.message}" if batch.message else ""
        ended = batch.state in (BatchState.DONE, BatchState.PARTLY_DONE)
        what = summary_words(summary_of(batch)) if ended else _documents(batch)
        head = f"{iso_minute(batch.created_at)}  {batch.id}  {batch.state:<11}  {what:<12}"
        self.result(f"{head}  {batch.process.label}{where}{said}")

    def finished(self, batch: Batch) -> None:
        """The outcome of each document, and the ZIP's path as the last line."""
        for one in batch.documents:
            note = one.seal or one.message
            words = "not sent" if _was_not_sent(batch) else OUTCOME_WORDS[one.outcome]
            self.result(f"{words:<14}  {shown_name(one.document.name)}{f'  ({note})' if note else ''}")
        if batch.extra_results:
            self.say(f"Also in the ZIP: {', '.join(map(shown_name, batch.extra_results))}")
        if batch.message:
            self.say(batch.message)
        for warning in batch.warnings:
            self.say(warning)
        if batch.state in (BatchState.DONE, BatchState.PARTLY_DONE):
            self.say(count_words(batch))
            self._where(batch)
        if batch.saved_to:
            self.result(shown_name(str(batch.saved_to)))
        elif batch.quarantined_to:
            self.say(f"What came back is kept in {shown_name(str(batch.quarantined_to))}")
        self.advise(batch)

    def results(self, batches: Iterable[Batch], *, as_json: bool) -> None:
        """All of them, for a person or as one JSON object."""
        listed = list(batches)
        if not as_json:
            for batch in listed:
                self.finished(batch)
            return
        for batch in listed:
            if batch.message:
                self.say(batch.message)
            self.advise(batch)
        self.json(to_json(listed))

    def advise(self, batch: Batch) -> None:
        """What can be done about a result that waits for a person."""
        if advice := result_advice(batch):
            self.say(advice)

    def help_with(self, batches: Iterable[Batch]) -> None:
        """Which commands help with batches that wait for another reason, each once."""
        for advice in sorted({what_helps(one) for one in batches} - {""}):
            self.say(advice)

    def _where(self, batch: Batch) -> None:
        """Beside the ZIP, whose path is the last line."""
        if batch.unpacked_to is not None:
            self.say(f"Unpacked into {shown_name(str(batch.unpacked_to))}")
        if batch.saved_to is not None and batch.delivery.keep_copy:
            self.say(f"The server keeps its copy (batch number {batch.server_id}).")


def _write(stream: TextIO | None, text: str) -> OSError | None:
    """What failed, if anything did. A reader that went away (`| head -1`) must not stop a job that costs
    money. None as the stream: it was closed before the start (`2>&-`), and `print` would take the other one
    for it.
    """
    if stream is None:
        return None
    try:
        print(text, file=stream, flush=True)
    except (OSError, ValueError) as error:
        with contextlib.suppress(OSError, ValueError):  # what is still buffered must not fail at the exit
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
        return error if isinstance(error, OSError) else None
    return None


def _was_not_sent(batch: Batch) -> bool:
    """Refused before any server had anything of it, as an order that is held back for a person."""
    known = batch.server_id or batch.abandoned_ids
    return batch.state is BatchState.NEEDS_YOU and batch.reason is Reason.REFUSED and not known


def count_words(batch: Batch) -> str:
    """“5 of 5 sealed and checked.”, or what is true instead."""
    return f"{summary_words(summary_of(batch))}."


def _progress(batch: Batch, *, keeps_copy: bool) -> str:
    if batch.state is BatchState.SENDING:
        return f"Sending {_documents(batch)}{_quarters(batch)} …"
    if batch.state is BatchState.SEALING:
        return _sealing(batch)
    fixed = {
        BatchState.ACCEPTING: "Starting the process …",
        BatchState.FETCHING: f"Fetching the result{_quarters(batch)} …",
        BatchState.CHECKING: "Checking the result …",
        BatchState.SAVED: _saved(batch, keeps_copy=keeps_copy),
    }
    return fixed.get(batch.state, "")


def _documents(batch: Batch) -> str:
    return f"{len(batch.documents)} document{'s' if len(batch.documents) != 1 else ''}"


def _saved(batch: Batch, *, keeps_copy: bool) -> str:
    if batch.delivery.unpack and batch.unpacked_to is None and not batch.warnings:
        return "Saved. Unpacking it …"
    return "Saved." if keeps_copy else "Saved. Removing the server's copy …"


def _sealing(batch: Batch) -> str:
    doing = f"The server is working (batch {batch.server_id}{_called(batch)})"
    if batch.progress is not None:
        doing += f", {batch.progress.done} of {batch.progress.total}"
    return f"{doing} … {batch.message}".rstrip()


def _called(batch: Batch) -> str:
    return f", status {batch.server_status[:40]}" if batch.server_status else ""


def _quarters(batch: Batch) -> str:
    if batch.progress is None or batch.progress.percent < PERCENT_STEP:
        return ""
    return f", {batch.progress.percent // PERCENT_STEP * PERCENT_STEP} %"


def to_json(batches: Sequence[Batch]) -> str:
    """What `--json` prints, plain ASCII (other characters escaped): resources/schemas/sign-result.json."""
    return json.dumps({"batches": [_batch_json(one) for one in batches]}, indent=2)


def _batch_json(batch: Batch) -> dict[str, Any]:
    return {
        "id": batch.id,
        "server_id": batch.server_id or None,
        "process": batch.process.id,
        "state": str(batch.state),
        "saved_to": shown_name(str(batch.saved_to)) if batch.saved_to else None,
        "message": " ".join([batch.message, *_kept(batch), *_extra(batch), *batch.warnings]).strip(),
        "documents": [_document_json(one) for one in batch.documents],
    }


def _kept(batch: Batch) -> list[str]:
    if batch.quarantined_to is None:
        return []
    return [f"What came back is kept in {shown_name(str(batch.quarantined_to))}"]


def _extra(batch: Batch) -> list[str]:
    """Reports and the like: entries of the ZIP that belong to no document."""
    if not batch.extra_results:
        return []
    return [f"Also in the ZIP: {', '.join(map(shown_name, batch.extra_results))}."]


def _document_json(one: BatchDocument) -> dict[str, Any]:
    return {
        "name": shown_name(one.document.name),
        "sent_sha256": one.document.sha256,
        "outcome": str(one.outcome),
        "message": one.message or one.seal,
        "results": [shown_name(name) for name in one.results],
        **({"pages": pages_of(one)} if one.comparison is not None else {}),
    }
