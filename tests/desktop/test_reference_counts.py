"""PySide6 6.12.0 drops references to None, True and False on Python 3.11 and aborts after some thousand
calls. None is immortal from Python 3.12 on, where this proves nothing and passes.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from signdesk.desktop.documents.listing import DocumentList
from signdesk.desktop.documents.model import IntakeModel

ROUNDS = 1000
TOLERANCE = 100  # 6.12.0 loses one or two a call, so thousands


@pytest.fixture
def quiet_counts() -> Iterator[None]:
    """What other tests left behind is not freed in between."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("quiet_counts")
def test_inserts_and_signals_leave_the_count_of_none_alone(qtbot: QtBot) -> None:
    model = IntakeModel()
    qtbot.addWidget(DocumentList(model, print))
    heard: list[int] = []
    model.rowsInserted.connect(lambda _parent, first, _last: heard.append(first))
    before = sys.getrefcount(None)
    for number in range(ROUNDS):
        model.add_checking([Path(f"/in/{number}.pdf")])
        model.data(QModelIndex())
    assert sys.getrefcount(None) > before - TOLERANCE
    assert len(heard) == ROUNDS
    model.clear()  # the rows held some Nones of their own
    assert abs(sys.getrefcount(None) - before) < TOLERANCE
