"""The languages of the window: which one is meant, and switching to it while the window is open.

Our own texts come from `resources/translations`, those of Qt's own dialogs from Qt. English needs no file. On
the GUI thread.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from signdesk.desktop.i18n.language import say_all_again, set_locale
from signdesk.domain.settings import Language
from signdesk.resources import resource

_installed: list[QTranslator] = []


def speak(language: Language) -> None:
    """Everything that is shown, and whatever will be, is in this language from here on."""
    code = _code(language)
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    if code != Language.ENGLISH:
        _install(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _install(f"signdesk_{code}", str(resource("translations")))
    locale = QLocale(str(code))
    QLocale.setDefault(locale)
    set_locale(locale)
    say_all_again()


def _code(language: Language) -> Language:
    """The system's languages in the order of its user's wishes; English where it names none of ours."""
    if language is not Language.SYSTEM:
        return language
    for name in QLocale.system().uiLanguages():
        for one in (Language.ENGLISH, Language.POLISH, Language.GERMAN):
            if name.partition("-")[0].lower() == one:
                return one
    return Language.ENGLISH


def _install(name: str, folder: str) -> None:
    """What cannot be loaded is shown in English."""
    translator = QTranslator()
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
