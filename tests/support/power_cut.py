"""What a power cut in the middle of a traced job could take away: everything that was not flushed by then.

A file's content is safe once the file was flushed, a name (made, given or removed) once its folder was. A
flush counts from the next call of its thread on: only then has it surely ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from tests.support.traced import Call

_WRITES = frozenset(
    ["write", "pwrite64", "writev", "pwritev", "ftruncate", "truncate", "sendfile", "fallocate"]
)
_FLUSHES = frozenset(["fsync", "fdatasync"])


@dataclass
class Lost:
    """Paths. `contents` may be old or torn, `names` may be there or not."""

    contents: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def about(self, *paths: object) -> list[str]:
        """In words, of what concerns these paths: they themselves, what begins so, and the folders above."""
        wanted = [str(one) for one in paths]

        def concerns(path: str) -> bool:
            return any(path.startswith(one) or one.startswith(f"{path}/") for one in wanted)

        contents = [f"content of {path}" for path in self.contents if concerns(path)]
        return sorted(contents + [f"name {path}" for path in self.names if concerns(path)])


def lost_by_power_cut(calls: Sequence[Call], until: int) -> Lost:
    """At the moment when the call with this index begins."""
    lost = Lost()
    folders: set[str] = set()
    for at, call in enumerate(calls[:until]):
        if call.name in _WRITES:
            lost.contents.add(call.where)
        elif call.name in _FLUSHES:
            if any(one.thread == call.thread for one in calls[at + 1 : until + 1]):
                _flushed(lost, call.where)
        elif call.name == "mkdir" and call.where in folders:
            continue  # it was there
        else:
            _named(lost, call)
            folders.add(call.where)
    return lost


def _flushed(lost: Lost, path: str) -> None:
    lost.contents.discard(path)
    lost.names -= {one for one in lost.names if _folder(one) == path}


def _named(lost: Lost, call: Call) -> None:
    if call.name in ("openat", "unlink", "mkdir"):
        lost.names.add(call.where)
    if call.name == "unlink":
        lost.contents.discard(call.where)
    if call.name in ("link", "rename"):
        old, _, new = call.where.partition(" -> ")
        lost.names |= {new} if call.name == "link" else {old, new}
        lost.contents |= {new} if old in lost.contents else set()


def _folder(path: str) -> str:
    return str(PurePosixPath(path).parent)


def first(calls: Sequence[Call], name: str, words: str, begin: int = 0) -> int:
    """The index of the first such call that carries the words or goes to a path that has them."""
    for at, call in enumerate(calls[begin:], begin):
        if call.name == name and (words in call.content or words in call.where):
            return at
    raise AssertionError(f"no {name} of “{words}” in the trace")


def last(calls: Sequence[Call], name: str, words: str, end: int) -> int:
    """As `first`, the last one before the index `end`."""
    return end - 1 - first(calls[:end][::-1], name, words)
