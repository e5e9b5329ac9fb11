"""What a batch's "Copy for support" copies: facts without a secret, and without a name of a document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from urllib.parse import quote

from signdesk import __version__
from signdesk.domain.batches import Batch, Outcome
from signdesk.domain.documents import shown_name, visible

_PATH, _FILE = "(path)", "(file)"
_PLAIN = re.compile(r"[ \w.,/()+-]*", re.ASCII)


def support_text(batch: Batch) -> str:
    """What to paste into a mail to support: no secret, no document content, no file name."""
    counts = [f"{outcome}: {_count(batch, outcome)}" for outcome in Outcome if _count(batch, outcome)]
    told = [batch.server_status, batch.message, batch.detail, *batch.warnings]
    status, message, detail, *warnings = _without_names(told, batch)
    lines = [
        f"SignDesk {__version__}",
        f"Batch: {batch.id}, on the server: {batch.server_id or '-'}",
        f"Server: {batch.server.base_url}, process {batch.process.id} ({batch.process.kind})",
        f"State: {batch.state}, held at: {batch.held_at or '-'}, reason: {batch.reason or '-'}",
        f"Server’s status: {status or '-'}, last heard: {_moment(batch.heard_at)}",
        f"Made: {_moment(batch.created_at)}, deleted on the server: {_moment(batch.deleted_at)}",
        f"Documents: {len(batch.documents)}, {batch.sent_bytes} bytes ({', '.join(counts)})",
        f"Message: {message or '-'}",
        f"Detail: {detail or '-'}",
        *(f"Warning: {warning}" for warning in warnings),
    ]
    return "\n".join(lines)


def _without_names(texts: Sequence[str], batch: Batch) -> list[str]:
    """With a word in the place of each name: which document it was stays clear. A batch may have thousands
    of documents, so only names that are there are looked for by the pattern.
    """
    whole = "\n".join(texts)
    named = dict(reversed([*_documents_named(batch), *_places_named(batch)]))  # the first word counts
    words = {
        written: word
        for name, word in named.items()
        for written in _as_written(name, in_address="%" in whole)
        if written in whole
    }
    if not words:
        return list(texts)
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)")
    return [pattern.sub(lambda found: words[found[0]], text) for text in texts]


def _documents_named(batch: Batch) -> Iterator[tuple[str, str]]:
    """Each name of a document with the word for it."""
    for number, one in enumerate(batch.documents, 1):
        path = one.document.path
        for name in (str(path), path.name, one.document.name, one.sent_name, *one.results):
            yield name, f"(document {number})"


def _places_named(batch: Batch) -> Iterator[tuple[str, str]]:
    """Likewise of folders and other files."""
    files = [one for one in (batch.saved_to, batch.quarantined_to, *batch.receipts) if one is not None]
    yield from ((one.name, _FILE) for one in files)
    yield from ((name, _FILE) for name in batch.extra_results)
    own = {one.document.path.parent for one in batch.documents}
    folders = [one for one in (batch.save_to, batch.unpacked_to) if one is not None]
    for place in (*files, *folders, *own):
        yield str(place), _PATH
        yield from ((str(one), _PATH) for one in place.parents if one != one.parent)  # a share, a home
    if batch.mount is not None:
        sources = (batch.mount.point, batch.mount.source)
        yield from ((one, _PATH) for one in sources if len(one) > 1 and "/" in one)  # or //server/share


def _as_written(name: str, *, in_address: bool) -> Iterator[str]:
    """As it is shown, quoted by Python and by JSON, and in an address."""
    if not name:
        return
    shown = shown_name(name)
    yield shown
    if not _PLAIN.fullmatch(name):
        yield from (visible(shown), repr(name)[1:-1], json.dumps(shown)[1:-1])
    if in_address:
        yield from (quote(shown), quote(shown, safe=""))


def _count(batch: Batch, outcome: Outcome) -> int:
    return sum(one.outcome is outcome for one in batch.documents)


def _moment(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else "-"
