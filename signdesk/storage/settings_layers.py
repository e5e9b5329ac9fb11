"""Four layers, each over the one before: built in, the organisation's defaults, the person's own choices, and
what the organisation has locked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import msg
from signdesk.domain.settings import Settings
from signdesk.storage.settings_meaning import settings_of, values_of
from signdesk.storage.settings_policy import Locks, Policy
from signdesk.storage.settings_reading import Complaint, ComplaintKind, ReadFile
from signdesk.storage.settings_table import KeyPath, key_at
from signdesk.storage.toml_editing import Plain


class Layer(StrEnum):
    """Where a value comes from."""

    BUILT_IN = "built in"
    ORGANISATION = "organisation"
    PERSON = "person"
    LOCKED = "locked"


_SLIPS = frozenset([ComplaintKind.FILE, ComplaintKind.VALUE, ComplaintKind.UNKNOWN])
_UNREADABLE = frozenset([ComplaintKind.FILE, ComplaintKind.VALUE])


@dataclass(frozen=True, slots=True)
class Loaded:
    """What holds, what of it is locked, and what a person should be told, in the files' order."""

    settings: Settings
    locked: Locks
    complaints: tuple[Complaint, ...]
    policy: Policy
    person: ReadFile

    def layer(self, key: str) -> Layer:
        """Where the value of a key like `saving.folder` or `connections.a.address` comes from."""
        path = tuple(key.split("."))
        if self.locked.holds(path):
            return Layer.LOCKED
        if path in self.person.values:
            return Layer.PERSON
        return Layer.ORGANISATION if path in self.policy.read.values else Layer.BUILT_IN

    @property
    def start_is_decided(self) -> bool:
        """Whether somebody here, or the organisation for good, has named the connection to begin with."""
        layer = self.layer("default_connection")
        chosen = layer is Layer.PERSON and self.settings.default_connection is not None
        return chosen or layer is Layer.LOCKED

    @property
    def slips(self) -> tuple[Complaint, ...]:
        """What somebody has decided and what cannot be read. Until it is mended nothing is deleted for good,
        since the line may say that it is kept.
        """
        return tuple(one for one in self.complaints if one.trouble in _SLIPS)

    def order_obstacle(self, connection_id: str) -> Complaint | None:
        """What keeps orders over this connection from being made; "" is an address named without one.

        A broken policy stops every order: it may lock what the person's file says. A file of the person's
        that is no TOML may speak of any connection that the organisation has not locked.
        """
        here = f"connections.{connection_id}"
        for one in self.complaints:
            if one.trouble not in _UNREADABLE:
                continue
            of_file = one.trouble is ComplaintKind.FILE and connection_id and here not in self.locked
            if one.file == self.policy.read.path or of_file or f"{one.key}.".startswith(f"{here}."):
                return one
        return None

    @property
    def start_obstacle(self) -> Complaint | None:
        """Why nobody can tell which connection is the one to begin with: the line about that cannot be read,
        or the section of one that may come before the others.
        """
        known = {f"connections.{one.id}" for one in self.settings.connections}
        for one in self.complaints:
            if one.trouble not in _UNREADABLE:
                continue
            section = ".".join(one.key.split(".")[:2])
            left_out = section.startswith("connections") and section not in known
            undecided = left_out and self.settings.default_connection is None
            if one.trouble is ComplaintKind.FILE or one.key == "default_connection" or undecided:
                return one
        return None

    def locked_by(self, key: str) -> Path | None:
        """The file that locks the key, section or connection; None where a person may change it."""
        return self.locked.file if key in self.locked else None


@dataclass(frozen=True, slots=True)
class Edits:
    """What to do to the person's file: first `remove` these, with all that is below them, then `put`."""

    remove: tuple[KeyPath, ...]
    put: dict[KeyPath, Plain]


def layered(policy: Policy, person: ReadFile) -> Loaded:
    """The settings that hold under a policy. Never raises."""
    locks = policy.locks
    values = dict(policy.read.values)
    values.update({path: value for path, value in person.values.items() if not locks.holds(path)})
    complaints = [*policy.complaints, *person.complaints, *_overruled(policy, person)]

    def complain(path: KeyPath, sentence: str) -> None:
        of_policy = locks.holds(path) or not _speaks_of(person, path)
        read = policy.read if of_policy and _speaks_of(policy.read, path) else person
        complaints.append(Complaint(read.path, read.line(path), ".".join(path), sentence))

    settings = settings_of(values, complain)
    files = [policy.read.path, person.path]
    complaints.sort(key=lambda one: (files.index(one.file), one.line))
    return Loaded(settings, locks, tuple(complaints), policy, person)


def edits(loaded: Loaded, before: Settings, after: Settings) -> Edits:
    """What makes `after` of `before` in the person's file. Raises InputProblem for what is locked and for
    what no file can hold.
    """
    old, new = values_of(before), values_of(after)
    gone = [path for path in _tables(old) if path not in _tables(new)]
    gone = [path for path in gone if path[:2] == path or path[:2] not in gone]
    put: dict[KeyPath, Plain] = {
        (*path, "removed"): True for path in gone if _speaks_of(loaded.policy.read, path)
    }
    put.update({path: value for path, value in new.items() if _is_news(loaded, path, old.get(path), value)})
    _refuse_locked(loaded.locked, gone, put)
    return Edits(tuple(gone), put)


def _is_news(loaded: Loaded, path: KeyPath, old: Plain | None, value: Plain) -> bool:
    """A connection that is new gets no line for what holds anyway."""
    if old is not None:
        return old != value
    key = key_at(path)
    usual = loaded.policy.read.values.get(path, key.default if key else None)
    return loaded.person.values.get(path, usual) != value


def _refuse_locked(locks: Locks, gone: Iterable[KeyPath], put: Iterable[KeyPath]) -> None:
    kept = [path for path in gone if not locks.may_remove(".".join(path))]
    for path in [*kept, *(path for path in put if locks.holds(path))]:
        raise InputProblem(
            msg("“{key}” is set by your organisation ({file}).", key=".".join(path), file=locks.file)
        )


def _tables(values: Iterable[KeyPath]) -> dict[KeyPath, None]:
    """The connections and processes among these keys."""
    below = [path for path in values if path[0] == "connections"]
    return dict.fromkeys([path[:2] for path in below] + [path[:4] for path in below if len(path) > 4])


def _speaks_of(read: ReadFile, path: KeyPath) -> bool:
    return any(one[: len(path)] == path for one in read.values)


def _overruled(policy: Policy, person: ReadFile) -> list[Complaint]:
    """The person's values that differ from what is locked: one complaint for a connection."""
    told: dict[KeyPath, None] = {}
    for path, value in person.values.items():
        key = key_at(path)
        holds = policy.read.values.get(path, key.default if key else None)
        if policy.locks.holds(path) and holds != value:
            told[path[:2]] = None
    sentence = msg("This is set by your organisation, so what stands here is not used.")
    return [
        Complaint(person.path, person.line(path), ".".join(path), sentence, ComplaintKind.OVERRULED)
        for path in told
    ]
