"""Sentences that can still be said in another language: English text that remembers how it was made.

Below `desktop` every sentence for people is made by `msg`, `plural`, `join` or `series`. The result
is the English text, an ordinary `str` for comparing, printing and sorting, and `desktop.language` can say it
again in the user's language, also after a restart (`stored`, `restored`). Whatever makes a new text of it
(an f-string, `+`, `replace`) gives plain English that stays English.

Templates are literal: `packaging/dev.py translations` reads them from the sources. `{name}` stands for a
value, `%n` for a count; a brace inside a value means nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

Value = str | int | float
_PLACE = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
_MARK = "\x1ewords "  # a control character, so that no sentence of a person or a server begins like that


@dataclass(frozen=True, slots=True)
class MessageTemplate:
    """One template with its values. `count` chooses between `one` and `template`, and stands for `%n`."""

    template: str
    values: tuple[tuple[str, Value], ...] = ()
    one: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Texts one after the other."""

    glue: str
    parts: tuple[str, ...]


class Message(str):
    """An English text with its `recipe`. Equal to, and hashed as, its text."""

    __slots__ = ("recipe",)
    recipe: MessageTemplate | Series

    def __new__(cls, recipe: MessageTemplate | Series) -> Message:
        """The English text of `recipe`."""
        made = super().__new__(cls, told(recipe, _in_english))
        made.recipe = recipe
        return made

    def __str__(self) -> str:
        """Itself, so that `str(error)` stays translatable."""
        return self

    def __reduce__(self) -> tuple[type[Message], tuple[MessageTemplate | Series]]:
        """Pickles and copies by its recipe."""
        return Message, (self.recipe,)


def msg(template: str, **values: object) -> Message:
    """One sentence or more. `template` is a literal; numbers and Words among the values stay as they are."""
    return Message(MessageTemplate(template, _plain(values)))


def plural(one: str, many: str, count: int, **values: object) -> Message:
    """As `msg`, in the form that fits `count`, which `%n` stands for."""
    return Message(MessageTemplate(many, _plain(values), one, count))


def join(*texts: str) -> Message:
    """One after the other with a blank between; empty ones are left out."""
    return series(" ", texts)


def series(glue: str, texts: Iterable[str]) -> Message:
    """Texts with `glue` between, which is no word of any language; empty ones are left out."""
    return Message(Series(glue, tuple(text for text in texts if text)))


def without(text: str, sentence: str) -> str:
    """The text without one of its `join`, however deep it stands among them; of a plain text, without
    where it says that.
    """
    if not isinstance(text, Message):
        return text.replace(f" {sentence}", "").removeprefix(sentence).lstrip()
    if not isinstance(text.recipe, Series) or sentence not in text:
        return text
    left = (without(one, sentence) for one in text.recipe.parts if one != sentence)
    return series(text.recipe.glue, left)


def with_values(text: str, change: Callable[[str], str]) -> str:
    """The sentence with all its texts from outside changed; a plain text is one itself."""
    if not isinstance(text, Message):
        return change(text)
    recipe = text.recipe
    if isinstance(recipe, Series):
        return Message(Series(recipe.glue, tuple(with_values(part, change) for part in recipe.parts)))
    values = tuple(
        (name, with_values(value, change) if isinstance(value, str) else value)
        for name, value in recipe.values
    )
    return Message(replace(recipe, values=values))


def told(
    recipe: MessageTemplate | Series,
    phrase: Callable[[MessageTemplate], str],
    number: Callable[[int | float], str] = str,
) -> str:
    """The text, where `phrase` gives the template of a Saying in some language, `%n` filled in, and `number`
    writes numbers as that language does.
    """

    def part(value: Value) -> str:
        if isinstance(value, Message):
            return told(value.recipe, phrase, number)
        return value if isinstance(value, str) else number(value)

    if isinstance(recipe, Series):
        return recipe.glue.join(part(text) for text in recipe.parts)
    return filled(phrase(recipe), {name: part(value) for name, value in recipe.values})


def filled(template: str, values: Mapping[str, object]) -> str:
    """`{name}` replaced where there is such a value; anything else stays as it is."""
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), template)


def stored(text: str) -> str:
    """What to write into a file, so that `restored` gives the same back. Plain texts stay as they are."""
    if isinstance(text, Message):
        return _MARK + json.dumps(_noted(text), ensure_ascii=False)
    return _MARK + json.dumps({"text": text}, ensure_ascii=False) if text.startswith(_MARK) else text


def restored(text: str) -> str:
    """Words again, or the plain text. What this version does not understand gives its English text."""
    if not text.startswith(_MARK):
        return text
    rest = text.removeprefix(_MARK)
    try:
        return _text_in(json.loads(rest))
    except (ValueError, TypeError, KeyError, RecursionError):
        return rest


def exact(text: str) -> str:
    """The characters alone, where something is to become data: a name that a person may change."""
    return str.__str__(text)


def _in_english(saying: MessageTemplate) -> str:
    if saying.count is None:
        return saying.template
    return (saying.one if saying.count == 1 else saying.template).replace("%n", str(saying.count))


def _plain(values: Mapping[str, object]) -> tuple[tuple[str, Value], ...]:
    """Values that pickle, compare and go into JSON. A `bool` or a `StrEnum` is shown as its text."""
    return tuple((name, _plain_value(value)) for name, value in values.items())


def _plain_value(value: object) -> Value:
    if isinstance(value, Message):
        return value
    return value if type(value) in (int, float) else str(value)  # type: ignore[return-value]


def _noted(value: Value) -> Any:
    if not isinstance(value, Message):
        return value
    recipe = value.recipe
    if isinstance(recipe, Series):
        return {"text": exact(value), "glue": recipe.glue, "parts": [_noted(part) for part in recipe.parts]}
    noted: dict[str, Any] = {"text": exact(value), "say": recipe.template}
    if recipe.values:
        noted["values"] = {name: _noted(one) for name, one in recipe.values}
    if recipe.count is not None:
        noted |= {"one": recipe.one, "count": recipe.count}
    return noted


def _text_in(noted: Any) -> str:
    """Raises KeyError or TypeError where there is not even an English text."""
    text = noted["text"]
    if not isinstance(text, str):
        raise TypeError("no text")
    try:
        again = Message(_recipe(noted))
    except (ValueError, TypeError, KeyError):
        return text
    return again if again == text else text


def _recipe(noted: Any) -> MessageTemplate | Series:
    if "parts" in noted:
        parts = tuple(_value_in(part) for part in _checked(noted["parts"], list))
        return Series(_checked(noted["glue"], str), tuple(_checked(part, str) for part in parts))
    values = _checked(noted.get("values", {}), dict).items()
    return MessageTemplate(
        _checked(noted["say"], str),
        tuple((name, _value_in(value)) for name, value in values),
        _checked(noted.get("one", ""), str),
        _checked(noted["count"], int) if "count" in noted else None,
    )


def _value_in(noted: Any) -> Value:
    return _text_in(noted) if isinstance(noted, dict) else _checked(noted, str | int | float)


def _checked(value: Any, kind: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is not expected here")
    return value


def size_words(size_bytes: int, *, at_most: bool = False) -> Message:
    """ "8.4 MB", "537 MB", "96 KB" below a megabyte, or "100 B" below a kilobyte, in decimal units. Rounded
    up, so that what is said is enough; `at_most`: down, so that what is said is there.
    """
    spare = 0 if at_most else 1
    if size_bytes < 1000:
        return msg("{count} B", count=size_bytes)
    if size_bytes < 10**6:
        return msg("{amount} KB", amount=(size_bytes + spare * 999) // 1000)
    tenths = (size_bytes + spare * 99_999) // 10**5
    if tenths >= 1000:
        return msg("{amount} MB", amount=(size_bytes + spare * 999_999) // 10**6)
    return msg("{amount} MB", amount=tenths // 10 if tenths % 10 == 0 else tenths / 10)
