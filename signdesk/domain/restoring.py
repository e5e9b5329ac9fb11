"""What the entries of a result are called once they are unpacked: after the documents they belong to.

Documents travel under names that are legal everywhere and unique (`documents.transfer_names`); at home they
get their own names back (signdesk/README.md, row 24).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from signdesk.domain.batches import BatchDocument
from signdesk.domain.documents import RESERVED, folded, numbered
from signdesk.domain.matching import is_mangled


def restored_names(documents: Sequence[BatchDocument], entries: Sequence[str]) -> tuple[str, ...]:
    """A name for each entry, in order; no two are the same name for any file system.

    An entry that belongs to a document has that document's own name in the place of the name it travelled
    under, its seal files too. Of two documents with one name the second keeps its number. `entries` are
    names of a result's entries (`storage.entry_names`), which may be those of devices; a restored name may
    hold what only this machine's disks allow.
    """
    owners = {name: one for one in reversed(documents) for name in one.results}
    sent_names = {folded(one.sent_name) for one in documents}
    own = dict(zip((one.sent_name for one in documents), _own_names(documents), strict=True))
    taken: set[str] = set()
    names = []
    for entry in entries:
        owner = owners.get(entry)
        travelled = _travelled_as(owner, sent_names) if owner else ""
        wanted = _restored(entry, travelled, own[owner.sent_name]) if owner else _legal(entry)
        names.append(_free(wanted, _legal(entry), taken))
        taken.add(folded(names[-1]))
    return tuple(names)


def _travelled_as(one: BatchDocument, sent_names: set[str]) -> str:
    """The name that it was sent under, or another document's where the server swapped them, or what a packer
    made of it that could not write all its letters.
    """
    first = one.results[0]
    return first if folded(first) in sent_names or is_mangled(first, one.sent_name) else one.sent_name


def _legal(entry: str) -> str:
    """No name of a device, which Windows would take for the device itself."""
    return f"_{entry}" if RESERVED.match(entry) else entry


def _own_names(documents: Sequence[BatchDocument]) -> list[str]:
    taken: set[str] = set()
    names = []
    for one in documents:
        own = one.document.name
        free = bool(own) and own not in (".", "..") and "/" not in own and folded(own) not in taken
        names.append(own if free else one.sent_name)
        taken.add(folded(names[-1]))
    return names


def _restored(entry: str, sent: str, own: str) -> str:
    """`Letter (2).pdf.p7s`, sent as `Letter (2).pdf`, own name `Letter.pdf` -> `Letter.pdf.p7s`."""
    if folded(entry[: len(sent)]) == folded(sent):
        return own + entry[len(sent) :]
    stem = PurePosixPath(entry).stem
    if folded(stem) == folded(PurePosixPath(sent).stem):
        return PurePosixPath(own).stem + entry[len(stem) :]
    return entry


def _free(wanted: str, entry: str, taken: set[str]) -> str:
    for candidate in (wanted, entry):
        if folded(candidate) not in taken:
            return candidate
    number = 2
    while folded(numbered(entry, number)) in taken:
        number += 1
    return numbered(entry, number)
