"""The main job as somebody does it who hears the window: what is there is read, pressed and announced."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.support.samples import a_pdf
from tests.support.screen_desktop import Desktop
from tests.support.screen_reader import Key, ScreenReader, Tree

# A window is read whole many times, which takes long on a busy computer.
pytestmark = pytest.mark.timeout(400)


def hears_the_outcome(reader: ScreenReader, documents: str, outcome: str) -> None:
    """Every step is announced once, in order, the outcome last; and it stays to be read. Start and end name
    the first document.
    """
    end = f"Practice seal, {documents}: {outcome}"
    reader.until(lambda _: end in reader.said(), "the outcome's announcement")
    said = [one for one in reader.said() if one.startswith("Practice seal")]
    assert len(said) == len(set(said))
    assert said[:2] == [f"Practice seal, {documents}: ordered", "Practice seal: Sending"]
    assert said[-1] == end
    name = f"Practice seal, {outcome}"
    tree = reader.until(lambda tree: bool(tree.all("panel", name)), "the card")
    assert tree.all("label", outcome)
    (card,) = tree.all("panel", name)
    assert card.description.startswith(f"{outcome[0]} document")


def rows(tree: Tree, name: str) -> list[list[str]]:
    """The cells of a table, row by row."""
    (table,) = tree.all("table", name)
    titles = tree.names("table column header", table)
    cells = tree.names("table cell", table)
    return [titles, *(cells[start : start + len(titles)] for start in range(0, len(cells), len(titles)))]


def the_only_zip(folder: Path) -> list[str]:
    (saved,) = folder.glob("*.zip")
    with zipfile.ZipFile(saved) as archive:
        assert archive.testzip() is None
        return sorted(archive.namelist())


def test_documents_of_the_command_line_are_sealed(
    desktop: Desktop, documents: list[Path], tmp_path: Path
) -> None:
    target, empty = tmp_path / "Sealed", tmp_path / "Empty.pdf"
    empty.touch()
    with desktop.program(tmp_path / "home", "--practice", "--save-to", target, *documents, empty) as reader:
        reader.wait_for("push button", "Seal 2 documents")
        tree = reader.tree()
        (listed,) = tree.all("list", "Documents")
        invoice, prices, bad = sorted(tree.names("list item", listed), key=lambda name: name[0] == "E")
        assert invoice.startswith("Invoice 17.pdf, ")
        assert prices == "Price list.csv, 12 B"
        assert bad.startswith("Empty.pdf, The file is empty.")
        assert "3 documents were added to the list." in reader.said()
        assert any(one.endswith("; 1 will not be sent: empty") for one in reader.said())

        for wanted in ("Practice check", "Practice seal"):
            choose_process(reader, wanted)
        reader.press("push button", "Seal 2 documents")
        hears_the_outcome(reader, "“Invoice 17.pdf” and 1 more", "2 of 2 sealed and checked")

        reader.press("push button", "Show details")
        shown = rows(reader.until(lambda tree: bool(tree.all("table")), "the card's table"), "Documents of")
        assert shown[0][:3] == ["Name", "Size", "Outcome"]
        assert {row[0]: row[2] for row in shown[1:]} == {
            "Invoice 17.pdf": "Sealed",
            "Price list.csv": "Sealed",
        }
    assert the_only_zip(target) == ["Invoice 17.pdf", "Price list.csv", "Price list.csv.p7s"]


def test_a_document_chosen_in_the_dialog_is_sealed(
    desktop: Desktop, documents: list[Path], tmp_path: Path
) -> None:
    target = tmp_path / "Sealed"
    with desktop.program(tmp_path / "home", "--practice", "--save-to", target) as reader:
        reader.add_file(documents[0])
        reader.press("push button", "Seal 1 document")
        hears_the_outcome(reader, "“Invoice 17.pdf”", "1 of 1 sealed and checked")
        assert "1 document was added to the list." in reader.said()
    assert the_only_zip(target) == ["Invoice 17.pdf"]


def test_the_documents_come_first_then_the_newest_batch(
    desktop: Desktop, documents: list[Path], tmp_path: Path
) -> None:
    target, another = tmp_path / "Sealed", tmp_path / "Lease.pdf"
    another.write_bytes(a_pdf("Lease"))
    with desktop.program(tmp_path / "home", "--practice", "--save-to", target, *documents) as reader:
        reader.press("push button", "Seal 2 documents")
        reader.until(lambda tree: bool(tree.all("label", "2 of 2 sealed")), "the first outcome")
        reader.add_file(another)
        reader.press("push button", "Seal 1 document")
        reader.until(lambda tree: bool(tree.all("label", "1 of 1 sealed")), "the second outcome")
        tree = reader.tree()
        shown = [one.name for one in tree.nodes]
        cards = tree.names("panel", tree.all("frame")[0])
        outcomes = [one.partition(", ")[2] for one in cards if one.startswith("Practice seal, ")]
        assert outcomes == ["1 of 1 sealed and checked", "2 of 2 sealed and checked"]
        assert shown.index("Documents") < shown.index("Process") < shown.index("Batches")


def test_of_closed_choices_nothing_has_the_keyboard(
    desktop: Desktop, documents: list[Path], tmp_path: Path
) -> None:
    with desktop.program(tmp_path / "home", "--practice", *documents) as reader:
        reader.wait_for("push button", "Seal 2 documents")
        choose_process(reader, "Practice seal")
        tree = reader.tree(everything=True)
        boxes = tree.all("combo box")
        assert [one for box in boxes for one in tree.all("list item", within=box)]
        assert [one for box in boxes for one in tree.all(within=box) if "focused" in one.states] == []


def choose_process(reader: ScreenReader, name: str) -> None:
    """Qt takes a choice from a list that has popped up only by keyboard: its items know no "Press"."""
    reader.bring_to_front()
    (box,) = [one for one in reader.tree().all("combo box") if one.labels == ("Process",)]
    reader.act(box, "ShowMenu")
    tree = reader.until(lambda tree: bool(tree.all("list", "Process")), "the processes")
    (offered,) = tree.all("list", "Process")
    assert tree.names("list item", offered) == ["Practice seal", "Practice check"]

    def is_focused(tree: Tree) -> bool:
        if any("focused" in one.states for one in tree.all("list item", name)):
            return True
        reader.key(Key.HOME if name == "Practice seal" else Key.END)  # it may be there before it hears keys
        return False

    reader.until(is_focused, f"{name} in focus")
    reader.key(Key.RETURN)
    reader.wait_for("combo box", name)
