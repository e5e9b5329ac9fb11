"""Every text of the window is there in every language, whole, with its values in place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from devtools import translations
from devtools.running import ROOT
from signdesk.desktop.i18n.language import speak, tr, translated, trn
from signdesk.desktop.toolkit.formats import size_text
from signdesk.desktop.toolkit.text import Role, label
from signdesk.domain.messages import msg, restored, size_words, stored
from signdesk.domain.settings import Language


@pytest.fixture(autouse=True)
def english_afterwards(app: QApplication) -> Iterator[None]:
    yield
    speak(Language.ENGLISH)


@pytest.mark.parametrize("code", translations.FORMS)
def test_nothing_is_missing_or_unfinished(code: str) -> None:
    faults = list(translations.faults(ROOT, code))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("language", "counted"),
    [
        (Language.ENGLISH, ["1 document", "2 documents", "5 documents", "22 documents"]),
        (Language.POLISH, ["1 dokument", "2 dokumenty", "5 dokumentów", "22 dokumenty"]),
        (Language.GERMAN, ["1 Dokument", "2 Dokumente", "5 Dokumente", "22 Dokumente"]),
    ],
)
def test_counts_have_the_forms_of_the_language(language: Language, counted: list[str]) -> None:
    speak(language)
    assert [trn("%n document", "%n documents", count) for count in (1, 2, 5, 22)] == counted


def test_what_is_shown_changes_with_the_language() -> None:
    shown = label(tr("Settings"), Role.BODY)
    size = label(size_text(1_234_567), Role.BODY)
    said = []
    for language in (Language.ENGLISH, Language.POLISH, Language.GERMAN, Language.ENGLISH):
        speak(language)
        said.append((shown.text(), size.text()))
    assert said == [
        ("Settings", "1.2 MB"),
        ("Ustawienia", "1,2 MB"),
        ("Einstellungen", "1,2 MB"),
        ("Settings", "1.2 MB"),
    ]


def test_the_dialogs_of_qt_speak_the_language_too(app: QApplication) -> None:
    speak(Language.GERMAN)
    assert app.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    speak(Language.POLISH)
    assert app.translate("QPlatformTheme", "Cancel") == "Anuluj"


@pytest.mark.parametrize(
    ("language", "told"),
    [(Language.ENGLISH, "8.4 MB"), (Language.GERMAN, "8,4 MB"), (Language.POLISH, "8,4 MB")],
)
def test_sizes_inside_sentences_are_written_as_the_language_does(language: Language, told: str) -> None:
    speak(language)
    sentence = msg(
        "“{name}” is too large: this server takes {size} at once.", name="a", size=size_words(8_400_000)
    )
    assert told in translated(restored(stored(sentence)))
    assert "8.4 MB" in sentence
