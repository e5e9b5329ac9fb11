"""The one door through which every text of the window goes, and what says it again in another language.

Texts use ``{name}`` for values and ``%n`` for a count. Values are put in after translation, so a translator
may reorder them, and a brace inside a value (a file name) means nothing.

`tr`, `trn`, `translated` and whatever is `spoken` give a `Shown`: an ordinary text that knows how to be said
anew. What is put on a widget by `bind_text` is said anew by `retranslate`, and so is the rest through
`on_retranslate`; `speak` calls it after a change: our own texts come from `resources/translations`, those of
Qt's own dialogs from Qt; English needs no file. On the GUI thread. No texts here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, overload
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from signdesk.domain.messages import Message, MessageTemplate, filled, told
from signdesk.domain.settings import Language
from signdesk.resources import resource

CONTEXT = "SignDesk"
Texts = tuple[str, ...]
_P = ParamSpec("_P")
_Setter = Callable[[Any], object]
_on_widgets: WeakKeyDictionary[QObject, dict[str, str | Texts | None]] = WeakKeyDictionary()
_locale = QLocale(QLocale.Language.English)
_locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)


class Shown(str):
    """A text in the language of the moment it was made in, with the way to make it."""

    __slots__ = ("_make",)
    _make: Callable[[], str]

    def __new__(cls, make: Callable[[], str]) -> Shown:
        """What `make` gives now, and later again."""
        made = super().__new__(cls, make())
        made._make = make
        return made

    def __str__(self) -> str:
        """Itself, so that `str(error)` can be said again."""
        return self

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Copied as the text that it is."""
        return str, (str.__str__(self),)

    def again(self) -> Shown:
        """In the language of this moment."""
        return Shown(self._make)


def tr(text: str, **values: object) -> str:
    """The text in the user's language with its values."""
    return Shown(lambda: filled(_phrase(MessageTemplate(text)), _now(values)))


def trn(one: str, many: str, count: int, **values: object) -> str:
    """The form that fits `count`. English picks between `one` and `many`; a translation of `many` knows its
    own language's forms (Polish has three), which Qt chooses by the count.
    """
    return Shown(lambda: filled(_phrase(MessageTemplate(many, (), one, count)), _now(values)))


def translated(text: str) -> str:
    """Words from below `desktop` in the user's language; any other text as it is."""
    if not isinstance(text, Message):
        return text
    return Shown(lambda: told(text.recipe, _phrase, _number))


def again(text: str) -> str:
    """In the language of this moment, if the text knows how."""
    return text.again() if isinstance(text, Shown) else translated(text)


def spoken(make: Callable[_P, str]) -> Callable[_P, str]:
    """For functions that glue texts or write numbers: what they return can be said again."""

    @wraps(make)
    def made(*args: _P.args, **values: _P.kwargs) -> str:
        return Shown(lambda: make(*[_fresh(one) for one in args], **_now(values)))

    return made


def passing_on(make: Callable[_P, str]) -> Callable[_P, str]:
    """As `spoken`, for functions that change a text: plain text stays plain text."""

    @wraps(make)
    def made(*args: _P.args, **values: _P.kwargs) -> str:
        if any(isinstance(one, Shown | Message) for one in args):
            return Shown(lambda: make(*[_fresh(one) for one in args], **values))
        return make(*args, **values)

    return made


@spoken
def joined(glue: str, *texts: str) -> str:
    """Those that are not empty, one after the other."""
    return glue.join(text for text in texts if text)


@overload
def bound_text(setter: _Setter, text: str) -> str: ...
@overload
def bound_text(setter: _Setter, text: Texts) -> Texts: ...
def bound_text(setter: _Setter, text: str | Texts) -> str | Texts:
    """For setters of our own: `text` as it is to be shown. `setter`, a method of a QObject, will be called
    with it after a change of the language.
    """
    now: str | Texts = _fresh(text)
    texts = now if isinstance(now, tuple) else (now,)
    owner, name = _owner(setter)
    if any(isinstance(one, Shown) for one in texts):
        _on_widgets.setdefault(owner, {})[name] = now
    elif owner in _on_widgets:
        _on_widgets[owner].pop(name, None)
    return now


def bind_text(setter: _Setter, text: str) -> None:
    """`setter(text)`, now and after every change of the language: ``show(box.setToolTip, tr("…"))``."""
    setter(bound_text(setter, text))


def on_retranslate(draw: Callable[[], object]) -> None:
    """`draw`, a method of a QObject, is called after every change of the language, when all texts are new."""
    owner, name = _owner(draw)
    _on_widgets.setdefault(owner, {})[name] = None


def retranslate() -> None:
    """After the language has changed."""
    known = [
        (owner, name, text) for owner, kept in list(_on_widgets.items()) for name, text in list(kept.items())
    ]
    for owner, name, text in sorted(known, key=lambda one: one[2] is None):
        if shiboken6.isValid(owner):
            set_or_draw = getattr(owner, name)
            set_or_draw() if text is None else set_or_draw(_fresh(text))


def locale() -> QLocale:
    """How the user's language writes numbers and dates."""
    return _locale


def set_locale(locale: QLocale) -> None:
    """Before `retranslate`."""
    global _locale
    _locale = QLocale(locale)
    _locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)


def _owner(method: Callable[..., object]) -> tuple[QObject, str]:
    bound: Any = method
    return bound.__self__, bound.__name__


def _fresh(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_fresh(one) for one in value)
    return again(value) if isinstance(value, str) else value


def _now(values: dict[str, Any]) -> dict[str, Any]:
    return {name: _fresh(value) for name, value in values.items()}


def _number(value: int | float) -> str:
    """As many digits as it was given, with the language's own sign before the fraction."""
    return str(value).replace(".", _locale.decimalPoint())


def _phrase(saying: MessageTemplate) -> str:
    """The template in the user's language, `%n` filled in."""
    many, count = saying.template, saying.count
    if count is None:
        return QCoreApplication.translate(CONTEXT, many)
    found = QCoreApplication.translate(CONTEXT, many, "", count)
    if count == 1 and found == many.replace("%n", str(count)):
        return saying.one.replace("%n", str(count))
    return found


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
    retranslate()


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
