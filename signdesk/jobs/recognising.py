"""Which file of a result is which document? First by name, then by its bytes, then by a similar name.

Servers rename what they seal (facts.md section 7, rows 21 and 22). Bytes are the better evidence: a sealed
PDF begins with the document, and a container holds it. Blocking; worker threads only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from signdesk.domain.batches import BatchDocument
from signdesk.domain.matching import Match, Matching, followers, loose_owners, match_names, with_owners
from signdesk.seals import Finding
from signdesk.seals.forms import Sent, look_inside
from signdesk.storage.archive import Archive, Entry

LEAST_BYTES = 64  # of a document that is known by how a file begins
MOST_LOOKS = 1000  # into files of unknown names: some milliseconds each


def sent(one: BatchDocument) -> Sent:
    """The document as the looks at seals want it."""
    return Sent(one.sent_name, one.document.sha256, one.document.size_bytes)


class Recogniser:
    """Of one archive. Raises DamagedResult and SavingProblem as `Archive.pieces`."""

    def __init__(self, archive: Archive, documents: Sequence[BatchDocument], work: Path) -> None:
        self._archive = archive
        self._documents = documents
        self._work = work
        self._entries = {entry.name: entry for entry in archive.entries}
        known = _unique(documents)
        self._unchanged = {sha256: index for (sha256, _size), index in known.items()}
        self._beginnings = {key: index for key, index in known.items() if key[1] >= LEAST_BYTES}

    def matched(self) -> Matching:
        """For each document its files, and the files that belong to none."""
        names = [one.sent_name for one in self._documents]
        matches, extra = match_names(names, list(self._entries))
        matches, extra = self._by_bytes(matches, extra)
        matches, extra = with_owners(matches, extra, followers(matches, extra))
        matches, extra = with_owners(matches, extra, loose_owners(names, matches, extra))
        return self._by_looks(matches, extra)

    def begins_with(self, entry: Entry, longer_than: int = 0) -> int | None:
        """The index of the one document whose bytes the entry begins with, the longest of them.

        `longer_than`: of the documents that have more bytes than so many.
        """
        known = {size for _sha256, size in self._beginnings}
        sizes = sorted(size for size in known if longer_than < size <= entry.size_bytes)
        digest, done, found = hashlib.sha256(), 0, None
        for piece in self._archive.pieces(entry) if sizes else ():
            start = 0
            while sizes and sizes[0] - done <= len(piece) - start:
                step = sizes.pop(0) - done
                digest.update(piece[start : start + step])
                start, done = start + step, done + step
                found = self._beginnings.get((digest.hexdigest(), done), found)
            digest.update(piece[start:])
            done += len(piece) - start
        return found

    def _by_bytes(self, matches: tuple[Match, ...], extra: tuple[str, ...]) -> Matching:
        owners: dict[str, int] = {}
        # What is more than a document goes before a copy of it.
        for name in sorted(extra, key=lambda one: self._entries[one].sha256 in self._unchanged):
            entry = self._entries[name]
            owner = self._unchanged.get(entry.sha256)
            owner = self.begins_with(entry) if owner is None else owner
            if owner is not None and owner not in owners.values() and not self._changed(matches[owner].main):
                owners[name] = owner
        return with_owners(matches, extra, owners)

    def _changed(self, main: str | None) -> bool:
        """Whether a file has a document's own name, and is not the document as it was sent."""
        known = {one.document.sha256 for one in self._documents}
        return main is not None and self._entries[main].sha256 not in known

    def _by_looks(self, matches: tuple[Match, ...], extra: tuple[str, ...]) -> Matching:
        """Containers of any name: one may hold several documents."""
        left = MOST_LOOKS
        changed, used = list(matches), set()
        for name in extra:
            gone = [index for index, match in enumerate(changed) if match.main is None and not match.beside]
            if not gone or left < len(gone):
                break
            left -= len(gone)
            for index in self._held(self._entries[name], gone):
                changed[index] = Match(None, (name,))
                used.add(name)
        return tuple(changed), tuple(name for name in extra if name not in used)

    def _held(self, entry: Entry, indices: Iterable[int]) -> Iterable[int]:
        with self._archive.open_entry(entry, self._work) as file:
            for index in indices:
                look = look_inside(file, sent(self._documents[index]))
                if look is None:
                    return
                if look.finding is Finding.INTACT:
                    yield index


def _unique(documents: Sequence[BatchDocument]) -> Mapping[tuple[str, int], int]:
    """Documents by their bytes; not those that are there twice, nor empty ones."""
    known: dict[tuple[str, int], list[int]] = {}
    for index, one in enumerate(documents):
        if one.document.size_bytes:
            known.setdefault((one.document.sha256, one.document.size_bytes), []).append(index)
    return {key: indices[0] for key, indices in known.items() if len(indices) == 1}
