"""Every control has a name, a role and its states, in every state of the window."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.accessibility.faults import controls, faults
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.response_profile import ResponseProfile, ResultForm
from tests.support.samples import a_pdf
from tests.support.screen_desktop import Desktop
from tests.support.screen_reader import Key, ScreenReader, Tree

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

    def heard(self, state: str, tree: Tree) -> None:
        """The same for what was found in another way."""
        self._found[state] = [*self._found.get(state, []), *faults(tree)]

    def end(self) -> None:
        """Fails if anything was found."""
        told = [f"{state}: {fault}" for state, found in self._found.items() for fault in found]
        assert not told, "\n".join(dict.fromkeys(told))


def test_from_the_first_start_to_an_empty_list(
    desktop: Desktop, practice: PracticeRun, tmp_path: Path
) -> None:
    with desktop.program(tmp_path / "home") as reader:
        walk = Walk(reader)
        walk.look(
            "first start", ("text", "Address"), ("password text", "API key"), ("push button", "Connect")
        )
        reader.press("push button", "More")
        walk.look("first start, unfolded", ("text", "Name of the key"))
        reader.press("push button", "Connect")
        walk.look("an address is missing", ("label", "Enter the address of your server."))
        reader.write(reader.wait_for("text", "Address"), practice.server.base_url)
        reader.write(reader.wait_for("password text", "API key"), practice.credentials.api_key)
        reader.press("check box", "Keep in")
        reader.until(lambda tree: "checked" not in tree.all("check box", "Keep in")[0].states, "no tick")
        reader.press("push button", "Connect")
        walk.look("which process", ("text", "Number of the process"), ("push button", "Finish"))
        reader.press("push button", "Back")
        reader.press("push button", "Practise")
        walk.look("nothing in the list", ("push button", "Use the sample documents"))
        walk.end()


def test_from_the_list_to_the_cards(
    desktop: Desktop, documents: list[Path], practice: PracticeRun, tmp_path: Path
) -> None:
    empty, another = tmp_path / "Empty.pdf", tmp_path / "Lease.pdf"
    empty.touch()
    another.write_bytes(a_pdf("Lease"))
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
        reader.press("push button", "Show details")
        walk.look("a card unfolded", ("table", "Documents of this batch"))
        naming(reader, walk)
        practice.profile = ResponseProfile(result=ResultForm.FOREIGN)
        reader.add_file(another)
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
        reader.until(lambda tree: "active" in tree.all("dialog")[0].states, "the dialog in front")
        reader.act(reader.wait_for("list", "Pages", within="dialog"), "SetFocus")
        for page in PAGES[1:]:
            reader.key(Key.DOWN)
            reader.until(partial(is_chosen, page), page)
            walk.look(page)
        reader.press("push button", "Close", within="dialog")
        reader.until(lambda tree: not tree.all("dialog"), "the window alone")
        reader.bring_to_front()
        reader.key(Key.F1)
        walk.look("help", ("dialog", "SignDesk help"))
        walk.end()


def is_chosen(page: str, tree: Tree) -> bool:
    """Whether this is the page in front."""
    return any("selected" in one.states for one in tree.all("list item", page))


def preview(reader: ScreenReader, walk: Walk) -> None:
    """Of a PDF, which has pages, and of a text."""
    reader.act(reader.wait_for("list", "Documents"), "SetFocus")
    reader.key(Key.HOME)
    reader.until(lambda tree: has_keyboard(tree, "Invoice"), "the keyboard in the first row")
    reader.key(Key.SPACE)
    walk.look("the preview of pages", ("document frame", "Pages of Invoice"), ("push button", "Larger"))
    reader.key(Key.DOWN)
    walk.look("the preview of a text", ("text", "Text of Price list"))
    reader.key(Key.DOWN)
    reader.until(lambda tree: has_keyboard(tree, "Empty"), "the keyboard in the last row")
    walk.look("the preview of an empty file", ("push button", "Close the preview"))
    reader.press("push button", "Close the preview")


def has_keyboard(tree: Tree, row: str) -> bool:
    """Whether it is the one that the keys move from."""
    return any("focused" in one.states for one in tree.all("list item", row))


def naming(reader: ScreenReader, walk: Walk) -> None:
    """The question for a batch's name."""
    reader.bring_to_front()
    reader.act(reader.wait_for("panel", "Process 1, 2 of 2"), "SetFocus")
    reader.key(Key.F2)
    question = "What should this batch be called?"
    walk.look("a question", ("dialog", question), ("text", question), ("push button", "OK"))
    reader.press("push button", "Cancel", within="dialog")
    reader.until(lambda tree: not tree.all("dialog"), "the window alone")


def menu(reader: ScreenReader, walk: Walk) -> None:
    """Of the servers, entry by entry."""
    reader.press("push button", "Change the server")
    walk.heard("menu", reader.focused("menu item", "127.0.0.1"))
    for entry in ("Practise", "Another server", "Settings"):
        reader.key(Key.DOWN)
        walk.heard("menu", reader.focused("menu item", entry))
    reader.key(Key.ESCAPE)
