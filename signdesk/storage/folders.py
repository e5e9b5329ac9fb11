"""Where SignDesk keeps what it must remember: one private place, or the platform's folders.

Only paths are made here; what lies in them belongs to `memory`, `results` and `practice`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import platformdirs

from signdesk.domain.documents import shown_name
from signdesk.domain.errors import InputProblem, SavingProblem
from signdesk.domain.messages import join, msg
from signdesk.platform import SYSTEM
from signdesk.platform.files import PRIVATE, make_folder

_NAME = "signdesk"


class Folders:
    """Each property makes its folder on demand, for this user only (0700), and gives an absolute path.

    Raises InputProblem where the folder named with --data-dir cannot be used, SavingProblem where one of the
    platform's folders cannot, or where nobody can tell which they are: no HOME, and no entry for this user in
    the system's list. A folder that existed before is used with the rights that it has.
    """

    def __init__(self, data_dir: Path | None = None, policy_folder: Path | None = None) -> None:
        """`data_dir`: holds everything of this user, where it is given. `policy_folder`: in the place of the
        platform's, for tests; no user may choose it.
        """
        self._data_dir = None if data_dir is None else data_dir.absolute()
        self._policy_folder = policy_folder or SYSTEM.policy_folder()

    @property
    def data(self) -> Path:
        """The root of all that lasts."""
        return self._made(self._data_dir or _of_user(platformdirs.user_data_path, roaming=False))

    @property
    def quarantine(self) -> Path:
        """Results that must not be trusted."""
        return self._made(self.data / "quarantine")

    @property
    def copies(self) -> Path:
        """Our own copies of listed documents that other programs may delete."""
        return self._made(self.data / "copies")

    @property
    def practice(self) -> Path:
        """The practice server's: its test key and its batches."""
        return self._made(self.data / "practice")

    @property
    def work(self) -> Path:
        """Temporary files; anything in it may be removed while no SignDesk runs."""
        if self._data_dir is not None:
            return self._made(self.data / "work")
        return self._made(_of_user(platformdirs.user_cache_path) / "work")

    @property
    def memory_file(self) -> Path:
        """The last choices (`memory`). The file itself need not exist."""
        return self.data / "memory.json"

    @property
    def settings_file(self) -> Path:
        """What the person has decided (`settings`). Neither the file nor its folder need exist."""
        if self._data_dir is not None:
            return self._data_dir / "settings.toml"
        return _of_user(platformdirs.user_config_path, roaming=False) / "settings.toml"

    @property
    def order_mark(self) -> Path:
        """Beside the settings, so that it outlasts the data folder (`storage.order_mark`). Neither the file
        nor its folder need exist.
        """
        return self.settings_file.with_name("ordered.mark")

    @property
    def policy_file(self) -> Path:
        """What the organisation has decided, for every user of this machine, also with --data-dir."""
        return self._policy_folder / "policy.toml"

    @property
    def journal_file(self) -> Path:
        """The journal of all batches. The file itself need not exist."""
        return self.data / "journal.sqlite"

    @property
    def log_file(self) -> Path:
        """What `logs` writes. Neither the file nor, without `data_dir`, its folder need exist."""
        if self._data_dir is not None:
            return self.data / "signdesk.log"
        return _of_user(platformdirs.user_log_path) / "signdesk.log"

    @property
    def owners(self) -> Path:
        """One lock file for each batch that a running SignDesk works on."""
        return self._made(self.data / "owners")

    @property
    def default_save_to(self) -> Path:
        """Where results go as long as nobody says otherwise. Not made here: `results.prepare_target` does."""
        return self.documents / "Sealed"

    @property
    def documents(self) -> Path:
        """Where this person's documents are by the system's word. It may not be there. With `data_dir` and
        without a home, it is that folder.
        """
        try:
            return platformdirs.user_documents_path()
        except RuntimeError as error:
            if self._data_dir is None:
                raise _homeless() from error
            return self._data_dir

    def _made(self, folder: Path) -> Path:
        try:
            make_folder(folder, PRIVATE)  # what is kept in it outlasts a power cut, so must the folder
            usable = SYSTEM.has_rights(folder, os.R_OK | os.W_OK | os.X_OK)
        except (OSError, ValueError) as error:
            raise self._unusable(folder) from error
        if not usable:
            raise self._unusable(folder)
        return folder

    def _unusable(self, folder: Path) -> InputProblem | SavingProblem:
        what = msg(
            "SignDesk cannot keep its data in “{folder}”: it cannot be made or written to.",
            folder=shown_name(str(folder)),
        )
        if self._data_dir is not None:
            return InputProblem(join(what, msg("Name another folder with --data-dir.")))
        return SavingProblem(
            join(what, msg("Ask for the right to it, or name another folder with --data-dir."))
        )


def _of_user(find: Callable[..., Path], **more: bool) -> Path:
    """One of the platform's folders for this program and user. Raises SavingProblem."""
    try:
        return find(_NAME, appauthor=False, **more)
    except RuntimeError as error:
        raise _homeless() from error


def _homeless() -> SavingProblem:
    return SavingProblem(
        join(
            msg("Your home folder is not known: HOME is not set, and the system has no entry for this user."),
            msg("Set HOME, or name a folder with --data-dir."),
        )
    )
