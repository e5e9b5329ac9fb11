"""What dialogs and links of the left pane ask for: files for the list, and the folder for results.

On the GUI thread, which is the loop's.
"""

from __future__ import annotations

from pathlib import Path

from signdesk.desktop.app.tasks import TaskOwner
from signdesk.desktop.app.ui_state import UiState
from signdesk.desktop.documents.importer import DocumentImporter
from signdesk.desktop.documents.rechecks import DocumentRechecks
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit import dialogs
from signdesk.resources import resource


class DocumentChooser:
    """`add_from`: where a person looks for files first; later where the last ones were."""

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskOwner,
        ui_state: UiState,
        importer: DocumentImporter,
        rechecks: DocumentRechecks,
        add_from: Path | None,
    ) -> None:
        self._window = window
        self._ui_state = ui_state
        self._importer = importer
        self._rechecks = rechecks
        self._add_from = add_from
        intake = window.intake
        intake.files_requested.connect(lambda: tasks.start(self._choose_files(), "choose files"))
        intake.samples_link.clicked.connect(lambda: importer.add_paths(sorted(resource("samples").iterdir())))
        other = intake.folder_choice.other_requested
        other.connect(lambda: tasks.start(self._choose_folder(), "choose folder"))
        intake.folder_choice.chosen.connect(self.folder_chosen)

    def folder_chosen(self, folder: Path) -> None:
        """The next results go there, and it is remembered."""
        self._ui_state.keep_folder(folder)
        self._window.intake.set_folders(self._ui_state.save_folders())
        self._window.intake.choose_folder(folder)
        self._rechecks.look_at_target()

    async def _choose_files(self) -> None:
        chosen = await dialogs.choose_files(self._window, tr("Add files"), self._add_from)
        if chosen:
            self._add_from = chosen[0].parent
            self._window.intake.clear_note()
        self._importer.add_paths(chosen)

    async def _choose_folder(self) -> None:
        folder = await dialogs.choose_folder(self._window, tr("Save to"), self._window.intake.folder())
        if folder is not None:
            self.folder_chosen(folder)
