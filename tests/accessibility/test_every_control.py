"""Every control has a name, a role and its states, in every state of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from signdesk.practice.dialect import Dialect, ResultForm
from tests.accessibility.faults import controls, faults
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.screen_reader import Desktop, Key, ScreenReader, Tree

PAGES = ("General", "Server", "Processes", "Saving", "Notifications", "Privacy", "Diagnostics")
SET_UP = """
[connections.acme]
name = "Acme Sealing"
address = "https://seal.example.com"
certificate = "/none.pem"
proxy = "manual"
proxy_address = "proxy.example.com:3128"
proxy_user = "anna"
[connections.acme.processes.1]
label = "Company seal"
sentence = "Qualified electronic seal"
"""


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeRun]:
    """A server that can be told to answer badly."""
    (tmp_path / "server").mkdir()
    with running_practice(tmp_path / "server") as running:
        yield running


class Walk:
    """Looks at every control of each state it is led through; `end` tells all faults at once."""

    def __init__(self, reader: ScreenReader) -> None:
        self._reader = reader
        self._found: dict[str, list[str]] = {}

    def look(self, state: str, *seen: tuple[str, str]) -> Tree:
        """At all that is shown once these (role, beginning of the name) are."""
        tree = self._reader.until(lambda tree: all(tree.all(*one) for one in seen), state)
        assert controls(tree)
        self._found[state] = faults(tree)
        return tree

    def end(self) -> None:
        """Fails if anything was found."""
        told = [f"{state}: {fault}" for state, found in self._found.items() for fault in found]
        assert not told, "\n".join(dict.fromkeys(told))


def test_from_the_first_start_to_an_empty_list(desktop: Desktop, tmp_path: Path) -> None:
    with desktop.program(tmp_path / "home") as reader:
        walk = Walk(reader)
        walk.look(
            "first start", ("text", "Address"), ("password text", "API key"), ("push button", "Connect")
        )
        reader.press("push button", "More")
        walk.look("first start, unfolded", ("text", "Name of the key"))
        reader.press("push button", "Connect")
        walk.look("an address is missing", ("push button", "Connect"))
        reader.press("push button", "Practise")
        walk.look("nothing in the list", ("push button", "Use the sample documents"))
        walk.end()


def test_from_the_list_to_the_cards(
    desktop: Desktop, documents: list[Path], practice: PracticeRun, tmp_path: Path
) -> None:
    empty = tmp_path / "Empty.pdf"
    empty.touch()
    target = tmp_path / "Sealed"
    known = {"SIGNDESK_API_KEY": practice.credentials.api_key}
    server = ("--server", practice.server.base_url, "--process", "1", "--save-to", target)
    with desktop.program(tmp_path / "home", *server, *documents, empty, **known) as reader:
        walk = Walk(reader)
        walk.look("a list with a bad row", ("push button", "Seal 2 documents"), ("list item", "Empty.pdf, "))
        reader.bring_to_front()
        preview(reader, walk)
        menu(reader, walk)
        reader.press("push button", "Seal 2 documents")
        walk.look("a card with its outcome", ("label", "2 of 2 sealed and checked"))
        reader.press("push button", "Particulars")
        walk.look("a card unfolded", ("table", "Documents of this batch"))
        practice.dialect = Dialect(result=ResultForm.FOREIGN)
        add(reader, documents[0])
        reader.press("push button", "Seal 1 document")
        walk.look("a card that needs a person", ("push button", "Details"), ("radio button", "Needs you 1"))
        reader.press("push button", "Details")
        walk.look("its details", ("text", "Technical details"))
        reader.write(reader.wait_for("text", "Search batches"), "Invoice")
        walk.look("a search", ("push button", "Clear the search"))
        walk.end()


def test_settings_and_help(desktop: Desktop, documents: list[Path], tmp_path: Path) -> None:
    with desktop.program(tmp_path / "home", "--practice", settings=SET_UP) as reader:
        walk = Walk(reader)
        reader.press("push button", "Settings")
        walk.look("General", ("list item", "General"), ("label", "Colours"))
        reader.act(reader.wait_for("list", "Pages"), "SetFocus")
        for page in PAGES[1:]:
            reader.key(Key.DOWN)
            reader.until(lambda tree, page=page: is_chosen(tree, page), page)
            walk.look(page)
        reader.press("push button", "Close")
        reader.until(lambda tree: not tree.all("dialog"), "the window alone")
        reader.bring_to_front()
        reader.key(Key.F1)
        walk.look("help", ("dialog", "SignDesk help"))
        walk.end()


def is_chosen(tree: Tree, page: str) -> bool:
    """Whether this is the page in front."""
    return any("selected" in one.states for one in tree.all("list item", page))


def preview(reader: ScreenReader, walk: Walk) -> None:
    """Of a PDF, which has pages, and of a text."""
    reader.act(reader.wait_for("list", "Documents"), "SetFocus")
    reader.key(Key.END)
    reader.until(lambda tree: has_keyboard(tree, "Price list"), "the keyboard in the last row")
    reader.key(Key.SPACE)
    walk.look("the preview of a text", ("text", "Text of Price list"))
    reader.key(Key.HOME)
    reader.until(lambda tree: has_keyboard(tree, "Empty"), "the keyboard in the first row")
    walk.look("the preview of an empty file", ("push button", "Close the preview"))
    reader.key(Key.DOWN)
    walk.look("the preview of pages", ("document frame", "Pages of Invoice"), ("push button", "Larger"))
    reader.press("push button", "Close the preview")


def has_keyboard(tree: Tree, row: str) -> bool:
    """Whether it is the one that the keys move from."""
    return any("focused" in one.states for one in tree.all("list item", row))


def menu(reader: ScreenReader, walk: Walk) -> None:
    """Of the servers."""
    reader.press("push button", "Change the server")
    walk.look("the menu of servers", ("check menu item", "Practise"))
    reader.key(Key.ESCAPE)
    reader.until(lambda tree: not tree.all("check menu item"), "the window alone")


def add(reader: ScreenReader, path: Path) -> None:
    """By the dialog."""
    reader.press("push button", "Add files")
    reader.write(reader.wait_for("text", "File name"), str(path))
    reader.press("push button", "Open")
