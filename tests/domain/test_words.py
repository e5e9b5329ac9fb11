from __future__ import annotations

import copy
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signdesk.domain.errors import SignDeskError
from signdesk.domain.messages import (
    Message,
    MessageTemplate,
    join,
    msg,
    plural,
    restored,
    series,
    stored,
    told,
)

SHOUTING = {
    "No server named “{host}”.": "KEIN SERVER {host}.",
    "%n documents": "%n DOKUMENTE",
    "{what} were left out.": "AUSGELASSEN: {what}.",
}


def shouted(text: str) -> str:
    assert isinstance(text, Message)
    return told(
        text.recipe,
        lambda saying: SHOUTING.get(saying.template, saying.template).replace("%n", str(saying.count)),
    )


def nested() -> Message:
    return join(
        msg("No server named “{host}”.", host="{what} %n"),
        msg("{what} were left out.", what=plural("%n document", "%n documents", 3)),
    )


def test_words_are_their_english_text() -> None:
    assert nested() == "No server named “{what} %n”. 3 documents were left out."
    assert plural("%n document", "%n documents", 1) == "1 document"
    assert len({nested(), str.__str__(nested())}) == 1
    assert json.dumps(nested()) == json.dumps(str.__str__(nested()))


def test_another_language_says_them_again_with_all_that_is_in_them() -> None:
    assert shouted(nested()) == "KEIN SERVER {what} %n. AUSGELASSEN: 3 DOKUMENTE."


def test_an_error_gives_back_the_words_that_it_was_raised_with() -> None:
    with pytest.raises(SignDeskError) as caught:
        raise SignDeskError(msg("No server named “{host}”.", host="a"))
    assert shouted(str(caught.value)) == "KEIN SERVER a."


def test_words_pickle_and_copy() -> None:
    for again in (pickle.loads(pickle.dumps(nested())), copy.deepcopy(nested())):  # noqa: S301
        assert again == nested()
        assert again.recipe == nested().recipe


def test_empty_texts_leave_no_blank() -> None:
    assert join("", msg("One."), "", "Two.") == "One. Two."
    assert join("", "") == ""


TEXTS = st.text(st.characters(), max_size=20)
VALUES = st.recursive(
    TEXTS | st.integers() | st.floats(allow_nan=False),
    lambda inner: (
        st.builds(lambda text, a, b: msg(text + "{a}{b}", a=a, b=b), TEXTS, inner, inner)
        | st.builds(lambda one, many, count: plural(one, many, count), TEXTS, TEXTS, st.integers())
        | st.builds(lambda glue, parts: series(glue, map(str, parts)), TEXTS, st.lists(inner, max_size=3))
    ),
    max_leaves=6,
)


@given(VALUES.map(str))
def test_what_is_stored_comes_back(text: str) -> None:
    again = restored(stored(text))
    assert again == text
    assert isinstance(again, Message) is isinstance(text, Message)
    if isinstance(text, Message) and isinstance(again, Message):
        assert again.recipe == text.recipe


def test_older_plain_texts_and_texts_with_the_mark_stay_what_they_are() -> None:
    assert stored("The server is away.") == "The server is away."
    for text in ("The server is away.", "", "{", stored(msg("Hello."))):
        assert type(restored(stored(text))) is type(text)
        assert restored(stored(text)) == text


ENGLISH = "The English text."


@pytest.mark.parametrize(
    "odd",
    [
        {"text": ENGLISH},
        {"text": ENGLISH, "say": 7},
        {"text": ENGLISH, "say": "Something else."},
        {"text": ENGLISH, "say": "{a}", "values": [1]},
        {"text": ENGLISH, "say": "{a}", "values": {"a": {"new": 1}}},
        {"text": ENGLISH, "say": "{a}", "values": {"a": None}},
        {"text": ENGLISH, "say": ENGLISH, "one": None},
        {"text": ENGLISH, "say": ENGLISH, "count": "3"},
        {"text": ENGLISH, "glue": 1, "parts": [ENGLISH]},
        {"text": ENGLISH, "glue": "", "parts": 7},
        {"text": ENGLISH, "version": 9, "tree": []},
    ],
)
def test_a_form_of_another_version_gives_its_english_text(odd: object) -> None:
    mark = stored(msg("")).partition("{")[0]
    assert type(restored(mark + json.dumps(odd))) is str
    assert restored(mark + json.dumps(odd)) == ENGLISH


@pytest.mark.parametrize("rest", ["", "{", "[]", "7", "null", '{"text": 7}', "[" * 100_000])
def test_a_damaged_form_is_shown_and_never_fails(rest: str) -> None:
    mark = stored(msg("")).partition("{")[0]
    assert restored(mark + rest) == rest


def test_values_of_other_kinds_become_text() -> None:
    assert msg("{a} {b}", a=True, b=b"x").recipe == MessageTemplate("{a} {b}", (("a", "True"), ("b", "b'x'")))
