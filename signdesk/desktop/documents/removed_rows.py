"""Documents that a person took out of the list, and the way back. On the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from signdesk.desktop.documents.model import IntakeModel
from signdesk.desktop.documents.values import Row
from signdesk.desktop.i18n.language import tr, trn
from signdesk.desktop.main_window.undo_bar import UndoBar
from signdesk.domain.documents import shown_name


class RemovedRows:
    """Offers "Undo" in `bar` for the last removal. `came_back` gets the paths of rows that are back, in
    their old places.
    """

    def __init__(
        self, model: IntakeModel, bar: UndoBar, came_back: Callable[[Collection[Path]], object]
    ) -> None:
        self._model = model
        self._bar = bar
        self._came_back = came_back
        self._removed: list[tuple[int, Row]] = []
        model.removed.connect(self._offer_undo)
        bar.over.connect(self._forget)

    def paths(self) -> list[Path]:
        """The files of those that "Undo" would bring back."""
        return [row.path for _, row in self._removed]

    def _offer_undo(self, removed: list[tuple[int, Row]]) -> None:
        count = len(removed)
        text = trn(
            "%n document was removed from the list.", "%n documents were removed from the list.", count
        )
        if count == 1:
            text = tr("“{name}” was removed from the list.", name=shown_name(removed[0][1].name))
        self._bar.offer(text, lambda: self._put_back(removed))
        self._removed = removed

    def _forget(self) -> None:
        self._removed = []

    def _put_back(self, removed: list[tuple[int, Row]]) -> None:
        self._model.put_back(removed)
        self._came_back([row.path for _, row in removed])
