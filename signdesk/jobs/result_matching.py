"""Which file of a result is which document? First by its bytes, whatever its name, then by its name.

Servers rename what they seal, and some swap names (signdesk/README.md, rows 21 and 22, and
Matching). A sealed PDF begins with the document, a container holds it, and a seal beside it is over
its bytes. Blocking; worker threads only.
"""

from __future__ import annotations

import hashlib
import io
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from signdesk.domain.batches import BatchDocument
from signdesk.domain.documents import folded
from signdesk.domain.errors import InputProblem
from signdesk.domain.matching import Match, Matching, followers, loose_owners, match_names, with_owners
from signdesk.jobs.digests import digest_in, sha256_in
from signdesk.jobs.entry_checks import EntryChecks
from signdesk.seals import Finding, SealCheckResult
from signdesk.seals.forms import Sent
from signdesk.storage.archive import Archive, Entry
from signdesk.storage.sources import look, open_document

LEAST_BYTES = 64  # of a document that is known by how a file begins
MOST_LOOKS = 1000  # into files whose names say too little or lie: some milliseconds each


def sent(one: BatchDocument) -> Sent:
    """The document as the looks at seals want it."""
    return Sent(one.sent_name, one.document.sha256, one.document.size_bytes)


def open_source(one: BatchDocument) -> io.BufferedReader:
    """The source file, opened as at intake: never a link, a pipe or a device. InputProblem, OSError."""
    path = one.document.path
    return io.BufferedReader(open_document(path, look(path)))


class ResultMatcher:
    """Of one archive. Raises as `EntryChecks`."""

    def __init__(self, archive: Archive, documents: Sequence[BatchDocument], looks: EntryChecks) -> None:
        self._archive = archive
        self._documents = documents
        self._entry_looks = looks
        self._entries = {entry.name: entry for entry in archive.entries}
        self._by_name = {folded(one.sent_name): index for index, one in enumerate(documents)}
        known = _unique(documents)
        self._unchanged = {sha256: index for (sha256, _size), index in known.items()}
        self._beginnings = {key: index for key, index in known.items() if key[1] >= LEAST_BYTES}
        self._sizes = sorted({size for _sha256, size in self._beginnings})
        self._looks: dict[tuple[str, int, str | None], SealCheckResult | None] = {}
        self._forms: dict[str, bool] = {}
        self._covered: dict[str, frozenset[tuple[str, str]]] = {}
        self._digests: dict[tuple[int, str], str] = {}

    def matched(self) -> Matching:
        """For each document its files, and the files that belong to none."""
        names = [one.sent_name for one in self._documents]
        surely, left = self._by_bytes()
        surely, left = with_owners(surely, left, followers(surely, left))
        by_name, extra = match_names(names, left)
        matches = tuple(_both(sure, named) for sure, named in zip(surely, by_name, strict=True))
        matches, extra = with_owners(matches, extra, followers(matches, extra))
        wanting = [index for index, one in enumerate(matches) if self._is_wanting(one, index)]
        matches, extra = with_owners(matches, extra, loose_owners(names, wanting, extra))
        unsealed = [index for index, one in enumerate(matches) if self._is_unsealed(one, index)]
        if unsealed:  # a server that writes the file anew may put it beside the one that was sent
            written_anew = [name for name in extra[:MOST_LOOKS] if self.is_sealed_alone(name)]
            matches, extra = with_owners(matches, extra, loose_owners(names, unsealed, written_anew))
        return self._by_looks(matches, extra)

    def _is_wanting(self, match: Match, index: int) -> bool:
        """Whether nothing came back; or only the document as it was sent, and its bytes cannot tell which
        sealed file is its own, since another document has them, too.
        """
        is_twin = self._documents[index].document.sha256 not in self._unchanged
        return match == Match(None, ()) or (is_twin and self._is_unsealed(match, index))

    def _is_unsealed(self, match: Match, index: int) -> bool:
        return match.main is not None and not match.beside and not self._is_changed(match.main, index)

    def is_sealed_alone(self, name: str) -> bool:
        """Whether the entry is intact under a seal of its own, whatever was sent."""
        look = self._entry_looks.alone(self._entries[name], with_pages=False)
        return look is not None and look.finding is Finding.INTACT

    def owner_of(self, entry: Entry, longer_than: int = 0) -> int | None:
        """The index of the one document that the entry holds unchanged, or begins with (the longest of them).

        `longer_than`: of the documents that have more bytes than so many.
        """
        owner = self._unchanged.get(entry.sha256)
        if owner is not None and entry.size_bytes > longer_than:
            return owner
        sizes = self._sizes[
            bisect_right(self._sizes, longer_than) : bisect_right(self._sizes, entry.size_bytes)
        ]
        digests = self._beginnings_of(entry, sizes)
        found = (self._beginnings.get((digests[size], size)) for size in sorted(digests, reverse=True))
        return next((index for index in found if index is not None), None)

    def _owner(self, entry: Entry) -> int | None:
        """As `owner_of`. Most have their document's name: then only that one and larger ones are tried first,
        so that thousands of documents are not tried with each of thousands of files.
        """
        if (named := self._by_name.get(folded(entry.name))) is not None:
            longer_than = self._documents[named].document.size_bytes - 1
            if (owner := self.owner_of(entry, longer_than)) is not None:
                return owner
        return self.owner_of(entry)

    def begins_with(self, entry: Entry, one: BatchDocument) -> bool:
        """Whether the entry begins with all the bytes of this document."""
        size = one.document.size_bytes
        if size > entry.size_bytes:
            return False
        return self._beginnings_of(entry, [size]).get(size) == one.document.sha256

    def beside(self, name: str, index: int, content: str | None) -> SealCheckResult | None:
        """`verify_beside` at the entry `name` for that document; `content`: the document's entry."""
        key = (name, index, content)
        if key not in self._looks:
            whole = self._entries[content] if content is not None else None
            document = sent(self._documents[index])
            self._looks[key] = self._entry_looks.beside(self._entries[name], document, whole)
        return self._looks[key]

    def _beginnings_of(self, entry: Entry, lengths: Iterable[int]) -> dict[int, str]:
        """The SHA-256 of the entry's first bytes, for each of these numbers of bytes."""
        sizes = sorted(set(lengths))
        digest, done, found = hashlib.sha256(), 0, {}
        for read in self._archive.pieces(entry) if sizes else ():
            start, piece = 0, memoryview(read)
            while sizes and sizes[0] - done <= len(piece) - start:
                step = sizes.pop(0) - done
                digest.update(piece[start : start + step])
                start, done = start + step, done + step
                found[done] = digest.hexdigest()
            digest.update(piece[start:])
            done += len(piece) - start
        return found

    def _by_bytes(self) -> Matching:
        """Each document with the file of its own name and the best other one, where they hold its bytes."""
        owned: dict[int, list[str]] = {}
        for entry in self._archive.entries:
            if (owner := self._owner(entry)) is not None:
                owned.setdefault(owner, []).append(entry.name)
        matches = tuple(self._chosen(index, owned.get(index, ())) for index in range(len(self._documents)))
        taken = {name for one in matches for name in one.files}
        return matches, tuple(name for name in self._entries if name not in taken)

    def _chosen(self, index: int, names: Sequence[str]) -> Match:
        """What is more than the document goes before a copy of it, and nobody's name before another's."""
        own = [name for name in names if folded(name) == folded(self._documents[index].sent_name)]
        others = sorted(
            (name for name in names if name not in own),
            key=lambda name: (not self._is_changed(name, index), folded(name) in self._by_name),
        )
        if not own:
            return Match(others[0] if others else None, ())
        sealed = () if self._is_changed(own[0], index) else others[:1]
        return Match(own[0], tuple(name for name in sealed if self._is_changed(name, index)))

    def _is_changed(self, name: str, index: int) -> bool:
        return self._entries[name].sha256 != self._documents[index].document.sha256

    def _by_looks(self, matches: tuple[Match, ...], extra: tuple[str, ...]) -> Matching:
        """Containers and seals of any name; one container may hold several documents.

        What has a document's name, but holds or seals another one, is that one's.
        """
        changed, used, left = list(matches), set[str](), MOST_LOOKS
        unsettled = [index for index, one in enumerate(changed) if not self._is_settled(one, index)]
        misnamed = [(name, index) for index in unsettled for name in changed[index].files]
        if unsettled:  # a document that came back sealed may have another one's seal beside it
            settled = sorted(set(range(len(changed))) - set(unsettled))
            misnamed += [
                (name, index) for index in settled for name in self._strangers(changed[index], index)
            ]
        for name, holder in [*((name, None) for name in extra), *misnamed]:
            wanted = [index for index in unsettled if index != holder]
            if not wanted or not self._may_be_a_seal(name):
                continue
            left -= len(wanted)
            if left < 0:
                break
            for index in [one for one in wanted if self._fits(name, one, changed[one])]:
                if holder is not None:
                    changed[holder] = changed[holder].without(name)
                changed[index] = changed[index].joined(name)
                used.add(name)
        return tuple(changed), tuple(name for name in extra if name not in used)

    def _is_settled(self, match: Match, index: int) -> bool:
        """Whether one of its files is surely it, sealed, or could be no other document's."""
        if match.main is not None and self._is_changed(match.main, index):
            entry = self._entries[match.main]
            if not self._may_be_a_seal(match.main) or self.begins_with(entry, self._documents[index]):
                return True
        return any(self._fits(name, index, match) for name in match.files if self._may_be_a_seal(name))

    def _strangers(self, match: Match, index: int) -> list[str]:
        """What its name alone puts beside this document, and is a seal over another one."""
        return [
            name
            for name in match.beside
            if self._may_be_a_seal(name) and not self._fits(name, index, match) and self._covered_by(name)
        ]

    def _fits(self, name: str, index: int, match: Match) -> bool:
        unchanged = match.main is not None and not self._is_changed(match.main, index)
        look = self.beside(name, index, match.main if unchanged and name != match.main else None)
        if look is not None and look.finding is Finding.INTACT:
            return True
        return not unchanged and self._covers(name, index)

    def _covers(self, name: str, index: int) -> bool:
        """Whether it says that it is a seal over this document, which did not come back."""
        return any(self._digest(index, algorithm) == value for algorithm, value in self._covered_by(name))

    def _covered_by(self, name: str) -> frozenset[tuple[str, str]]:
        if name not in self._covered:
            self._covered[name] = self._entry_looks.covered(self._entries[name])
        return self._covered[name]

    def _digest(self, index: int, algorithm: str) -> str:
        """In lower-case hex; other than SHA-256 from the source, and empty where that is gone."""
        one = self._documents[index]
        if algorithm == "sha256":
            return one.document.sha256
        if (index, algorithm) not in self._digests:
            found = ""
            with suppress(InputProblem, OSError), open_source(one) as file:
                is_unchanged = sha256_in(file) == one.document.sha256
                found = digest_in(file, algorithm) if is_unchanged else ""
            self._digests[index, algorithm] = found
        return self._digests[index, algorithm]

    def _may_be_a_seal(self, name: str) -> bool:
        if name not in self._forms:
            self._forms[name] = self._entry_looks.may_be_apart(self._entries[name])
        return self._forms[name]


def _both(sure: Match, named: Match) -> Match:
    """What is surely a document's, and what only its name gives to it."""
    if sure.main is None:
        return named.joined(*sure.beside)
    return sure.joined(*named.files)


def _unique(documents: Sequence[BatchDocument]) -> Mapping[tuple[str, int], int]:
    """Documents by their bytes; not those that are there twice, nor empty ones."""
    known: dict[tuple[str, int], list[int]] = {}
    for index, one in enumerate(documents):
        if one.document.size_bytes:
            known.setdefault((one.document.sha256, one.document.size_bytes), []).append(index)
    return {key: indices[0] for key, indices in known.items() if len(indices) == 1}
