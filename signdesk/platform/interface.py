"""What each system is asked for. Methods block, may be called in any thread, and raise OSError unless their
text says otherwise.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from signdesk.domain.batches import Mount


class System(Protocol):
    """One of `linux.Linux`, `macos.MacOS` and `windows.Windows`."""

    @property
    def removes_open_files(self) -> bool:
        """Whether a file can be removed or renamed while a process has it open."""

    @property
    def piped_encoding(self) -> str | None:
        """Of output that goes into a pipe or file; None for what the locale says."""

    def fsync_file(self, descriptor: int) -> None:
        """Onto the medium. The descriptor must be open for writing: Windows flushes no other."""

    def fsync_closed(self, path: Path) -> None:
        """The same for a file that is not open. Follows no link."""

    def fsync_folder(self, folder: Path) -> None:
        """The folder's entries onto the medium. Nothing where the system or the disk has no such call."""

    def rename_no_replace(self, source: Path, target: Path) -> None:
        """Rename within one disk; on POSIX durable when it returns. FileExistsError where anything has the
        name; then, and after every other failure, `source` is still there (unless only the flushing of the
        folder failed on a disk without hard links).
        """

    def retry_while_held(self, action: Callable[[], object]) -> None:
        """Do it, such as a rename; on Windows again while another program holds the file for a moment."""

    def lock(self, descriptor: int, *, shared: bool = False) -> None:
        """Lock the whole file until it is closed, without waiting. Raises OSError with one of
        `locks.TAKEN` where somebody else has it. `shared`: together with others that ask for no more.
        """

    def make_private_folder(self, folder: Path) -> None:
        """A new folder for this user alone. FileExistsError where anything has the name."""

    def has_rights(self, folder: Path, rights: int) -> bool:
        """Whether this user has these rights in the folder, as far as that can be told without writing
        (`os.R_OK`: list it; `os.W_OK`: make files; `os.X_OK`: enter it).
        """

    def mount_of(self, folder: Path) -> Mount | None:
        """What holds the resolved folder; None where it cannot be told."""

    def is_remote(self, folder: Path) -> bool:
        """Whether the resolved folder surely lies on another computer. Never raises."""

    def machine_identity(self) -> bytes:
        """The same at every start of this computer; empty where it cannot be told. Never raises."""

    def policy_folder(self) -> Path:
        """Where only an administrator writes. No environment variable decides: a user could set it. It need
        not exist. Never raises.
        """

    def only_administrators_write(self, path: Path, found: os.stat_result, /) -> bool:
        """Whether nobody but administrators (on POSIX also this user) can change or replace this file or
        folder; `found`: its properties, of the opened file where it was opened.
        """

    def open_file(self, path: Path) -> bool:
        """With the program that the system has for it. Whether anything was opened, as far as that can be
        known. Blocks for up to `posix.FAILS_WITHIN_S`; never raises.
        """

    def reveal(self, path: Path) -> bool:
        """The same in the file manager, selected where the system can do that; else its folder is opened."""

    def inhibit_sleep(self, reason: str) -> AbstractContextManager[str]:
        """While open, this computer does not fall asleep by itself. Gives who promised it, "" for nobody. To
        be opened and closed in one thread; it ends by itself if this program dies.
        """
