"""The settings file: what a person has decided, under what the organisation has decided (`settings_policy`).

Reading never fails and names what cannot be used. Saving changes only what was changed, keeps comments and
keys that this version does not know, and survives a power cut. Secrets are never here: `credentials`.
"""

from __future__ import annotations

import codecs
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from signdesk.domain.documents import shown_name
from signdesk.domain.errors import SavingProblem
from signdesk.domain.messages import join, msg
from signdesk.domain.settings import Settings
from signdesk.platform import SYSTEM
from signdesk.platform.files import (
    create_new,
    fsync_file,
    fsync_folder,
    make_folder,
    rename_no_replace,
    write_all,
)
from signdesk.platform.os_errors import saving_problem, translate_os_errors
from signdesk.storage.batch_lock import BatchLock
from signdesk.storage.settings_layers import Edits, Loaded, edits, layered
from signdesk.storage.settings_policy import read_policy
from signdesk.storage.settings_reading import LARGEST_BYTES, Complaint, ReadFile, read_file
from signdesk.storage.toml_editing import EditSpoils, with_values, without

_STALE_S = 60.0
_PATIENCE_S = 10.0
_PAUSE_S = 0.02
_TRIES = 5
_TURNS = ".settings-turns"
_BEGINNING = "# SignDesk's settings. The manual for administrators explains the keys. No secrets in here.\n"


class BrokenSettings(SavingProblem):
    """The person's file cannot be read, and nobody has said that it may be replaced. `place`: file,
    line and what is wrong there; replaced, it is kept beside as `kept_as`, or under that name with a number.
    """

    def __init__(self, complaint: Complaint, kept_as: str) -> None:
        place = str(complaint)
        super().__init__(
            msg(
                "{place} Nothing was saved: that would replace what stands in the file. Correct it with an "
                "editor first.",
                place=place,
            )
        )
        self.place = place
        self.kept_as = kept_as


class SettingsFile:
    """The person's file at `path` and the organisation's at `policy`. Blocking but quick; any thread, any
    number of processes.
    """

    def __init__(self, path: Path, policy: Path | None = None) -> None:
        self._path = path
        self._policy = policy

    def load(self) -> Loaded:
        """Never raises, writes nothing."""
        return layered(read_policy(self._policy), read_file(self._path))

    def change(self, change: Callable[[Settings], Settings], *, over_broken: bool = False) -> Loaded:
        """Load, change, save, load. Raises InputProblem for what is locked or cannot be kept in a file, and
        SavingProblem; nothing was changed then. `over_broken`: somebody has agreed that a file that cannot be
        read is replaced (and kept beside); BrokenSettings otherwise.
        """
        return self._save(lambda loaded: edits(loaded, loaded.settings, change(loaded.settings)), over_broken)

    def save(self, before: Settings, after: Settings, *, over_broken: bool = False) -> Loaded:
        """What a dialog has changed, key by key: what somebody else has changed meanwhile is kept, unless it
        is the same key. Raises as `change` does.
        """
        return self._save(lambda loaded: edits(loaded, before, after), over_broken)

    def _save(self, decide: Callable[[Loaded], Edits], over_broken: bool) -> Loaded:
        with self._alone():
            for _ in range(_TRIES):
                loaded = self.load()
                wanted = decide(loaded)
                if not wanted.remove and not wanted.put:
                    return loaded
                if not over_broken:
                    self._refuse_broken(loaded.person)
                if self._written(loaded.person, wanted):
                    return self.load()
        raise SavingProblem(
            msg(
                "Another program keeps changing “{file}”, so nothing was saved. Try again in a moment.",
                file=self._shown,
            )
        )

    def _refuse_broken(self, read: ReadFile) -> None:
        if read.may_replace and read.toml is None and read.content is not None:
            raise BrokenSettings(read.complaints[0], _kept_name(self._target()))

    def _written(self, read: ReadFile, wanted: Edits) -> bool:
        """False where another program has changed the file since it was read."""
        if not read.may_replace:
            kept = msg("Nothing was saved to “{file}”.", file=self._shown)
            raise SavingProblem(join(read.complaints[0].sentence, kept))
        content = self._edited(read, wanted)
        target = self._target()
        with translate_os_errors(target.parent):
            _sweep(target.parent)
            if read.toml is None and read.content is not None:
                _keep_beside(target, read.content)
            with _temporary(target.parent, content) as temporary:
                if _content(target) != read.content:
                    return False
                SYSTEM.retry_while_held(lambda: temporary.replace(target))
            fsync_folder(target.parent)
        return True

    def _edited(self, read: ReadFile, wanted: Edits) -> bytes:
        marked = read.content is not None and read.content.startswith(codecs.BOM_UTF8)
        text = read.toml.text if read.toml else _BEGINNING
        try:
            edited = with_values(without(text, wanted.remove), wanted.put)
        except EditSpoils as error:
            raise SavingProblem(
                msg(
                    "“{file}” is written in a way that SignDesk cannot change without spoiling it: {why}. "
                    "Nothing was saved; change the file with an editor.",
                    file=self._shown,
                    why=str(error),
                )
            ) from error
        content = edited.encode("utf-8-sig" if marked else "utf-8")
        if len(content) > LARGEST_BYTES:
            raise SavingProblem(
                msg("“{file}” would become larger than 1 MB, so nothing was saved.", file=self._shown)
            )
        return content

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """No other SignDesk saves meanwhile."""
        folder = self._path.parent
        with translate_os_errors(folder):
            make_folder(folder, 0o700)
        turn = BatchLock(folder / _TURNS, "SignDesk, saving its settings")
        until = time.monotonic() + _PATIENCE_S
        while not _claimed(turn, folder):
            if time.monotonic() >= until:
                raise SavingProblem(
                    msg("Another SignDesk has been saving “{file}” for long. Try again.", file=self._shown)
                )
            time.sleep(_PAUSE_S)
        try:
            yield
        finally:
            turn.release_all()

    def _target(self) -> Path:
        """Where a link leads: people keep such files elsewhere and link to them."""
        with translate_os_errors(self._path.parent):
            try:
                return self._path.resolve()
            except RuntimeError as error:  # a circle of links
                raise OSError(str(error)) from error

    @property
    def _shown(self) -> str:
        return shown_name(str(self._path))


def _claimed(turn: BatchLock, folder: Path) -> bool:
    try:
        return turn.acquire("settings")
    except SavingProblem as error:  # worded for the list of batches
        if isinstance(error.__cause__, OSError):
            raise saving_problem(error.__cause__, folder) from error
        raise


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


@contextmanager
def _temporary(folder: Path, content: bytes) -> Iterator[Path]:
    """A private file with this content, safe on the disk; gone afterwards unless it got another name."""
    path = folder / f".signdesk-settings-{secrets.token_hex(8)}.part"
    descriptor = create_new(path)
    try:
        try:
            write_all(descriptor, content)
            fsync_file(descriptor)
        finally:
            os.close(descriptor)
        yield path
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _keep_beside(path: Path, content: bytes) -> None:
    with _temporary(path.parent, content) as temporary:
        rename_no_replace(temporary, path.parent, _kept_name(path))


def _kept_name(path: Path) -> str:
    return f"{path.stem} broken{path.suffix}"


def _sweep(folder: Path) -> None:
    """Left-overs of a save that was killed. Young ones may belong to another process."""
    for left in folder.glob(".signdesk-settings-*.part"):
        with suppress(OSError):
            if time.time() - left.lstat().st_mtime > _STALE_S:
                left.unlink()
