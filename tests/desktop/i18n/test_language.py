from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from signdesk.desktop.i18n.language import tr, trn


class Polish(QTranslator):
    """Three forms, as Polish has them."""

    def translate(self, _context: str, text: str, _disambiguation: str | None = None, n: int = -1) -> str:
        forms = {1: "%n dokument", 3: "%n dokumenty"}
        if text == "%n documents":
            return forms.get(n, "%n dokumentów").replace("%n", str(n))
        return {"Saved as {path}": "Zapisano: {path}"}.get(text, "")

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


@pytest.fixture
def polish(qapp: QApplication) -> Iterator[None]:
    translator = Polish()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_english_has_two_forms(qapp: QApplication) -> None:
    texts = [trn("%n document", "%n documents", count) for count in (0, 1, 2)]
    assert texts == ["0 documents", "1 document", "2 documents"]


@pytest.mark.usefixtures("polish")
def test_another_language_chooses_its_own_form() -> None:
    texts = [trn("%n document", "%n documents", count) for count in (1, 3, 5)]
    assert texts == ["1 dokument", "3 dokumenty", "5 dokumentów"]
    assert tr("Saved as {path}", path="/a") == "Zapisano: /a"


def test_braces_in_a_value_mean_nothing(qapp: QApplication) -> None:
    assert tr("Saved as {path}", path="/{path}/{0}") == "Saved as /{path}/{0}"
