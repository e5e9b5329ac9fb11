"""The pictures of the window: in every language and look, in its own words; the README's is current."""

from __future__ import annotations

import ast

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from devtools import translations
from devtools.gallery import drawing, variants
from devtools.running import ROOT, WRONG_USE, Stop
from signdesk.desktop.toolkit import theme


def test_every_language_is_drawn_in_both_looks_and_at_200_percent() -> None:
    drawn = {(one.language, one.scheme, one.scale) for one in variants.variants()}
    for language in ("en", *translations.FORMS):
        assert {(language, "light", 1), (language, "dark", 1), (language, "light", 2)} <= drawn
    assert {scheme for _, scheme, _ in drawn} == {*theme.Scheme} - {theme.Scheme.SYSTEM}


def test_the_scenes_say_only_what_the_program_says() -> None:
    """Otherwise the pictures in other languages would show English, and a wrong one at that."""
    known = translations.texts(ROOT)
    said = [
        node.args[0].value
        for path in (ROOT / "packaging" / "devtools" / "gallery").glob("*.py")
        if path.name != "variants.py"  # its `say` writes to the terminal
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("msg", "tr")
        and isinstance(node.args[0], ast.Constant)
    ]
    assert len(said) > 20
    assert [text for text in said if text not in known] == []


def test_the_pictures_of_a_scene_are_as_large_as_they_say(app: QApplication) -> None:
    made = drawing.pictures("needs-you", at_200=False)
    assert {name: (one.width(), one.height()) for name, one in made.items()} == {
        "needs-you-1180x760": (1180, 760),
        "needs-you-1024x600": (1024, 600),
    }
    narrow = drawing.pictures("needs-you", at_200=True)
    assert {"needs-you-512x300", "needs-you-512x300-batches"} <= narrow.keys()


def test_the_readmes_picture_is_current(app: QApplication) -> None:
    """Run "python3 packaging/dev.py screenshots --readme" where it is not."""
    widget, known = drawing.readme_picture()
    drawing.put_away(widget)
    assert QImage(str(ROOT / variants.README_PICTURE)).text(drawing.FINGERPRINT) == known


@pytest.mark.parametrize("arguments", [[], ["--help"]])
def test_without_a_folder_nothing_is_drawn(arguments: list[str]) -> None:
    with pytest.raises(Stop) as stopped:
        variants.draw("python", arguments)
    assert stopped.value.exit_code == WRONG_USE


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    theme.apply(qapp, theme.Scheme.LIGHT)
    return qapp
