"""What is typed first: a subcommand, one that was mistyped, a file, or the wish for help."""

from __future__ import annotations

from pathlib import Path

import pytest

from signdesk.parsing import COMMANDS, SUBCOMMANDS
from tests.cli.conftest import SignDesk


def test_help_lists_every_subcommand(signdesk: SignDesk) -> None:
    ended = signdesk("--help")
    assert ended.code == 0
    assert set(COMMANDS) == set(SUBCOMMANDS)
    for name, told in COMMANDS.items():
        assert f"  {name:<9} {told}\n" in ended.out
    assert all(len(line) <= 110 for line in ended.out.splitlines())


@pytest.mark.parametrize(
    ("word", "meant"), [("sing", "sign"), ("Sign", "sign"), ("resme", "resume"), ("log-in", "login")]
)
def test_a_mistyped_subcommand_is_told_the_one_that_is_meant(
    signdesk: SignDesk, word: str, meant: str
) -> None:
    ended = signdesk(word, "Letter.pdf")
    assert ended.err == (
        f"signdesk: “{word}” is neither a command nor a file here; perhaps “signdesk {meant}” is meant. "
        "“signdesk --help” explains.\n"
    )
    assert ended.code == 2


def test_a_word_like_none_of_them_is_told_all(signdesk: SignDesk) -> None:
    ended = signdesk("certificates")
    assert f"commands are {', '.join(SUBCOMMANDS)}" in ended.err
    assert ended.code == 2


@pytest.mark.parametrize("name", ["sing", "Letter.pdf", "./sing", "folder/sing", "missing.pdf"])
def test_what_is_a_file_or_looks_like_one_is_for_the_window(
    signdesk: SignDesk, tmp_path: Path, name: str
) -> None:
    """Here, where there is no display, it says so."""
    if name == "sing":
        (tmp_path / "sing").touch()
    ended = signdesk(name, QT_QPA_PLATFORM="")
    assert ended.err == "signdesk: There is no display. “signdesk sign” needs none.\n"
    assert ended.code == 2


def test_the_folder_may_be_given_as_its_address(signdesk: SignDesk, letter: Path, tmp_path: Path) -> None:
    """As a file manager copies it; so may the documents."""
    target, address = tmp_path / "Sealed here", f"file://{tmp_path}/Sealed%20here"
    ended = signdesk("sign", "--practice", "--process", "1", "--save-to", address, f"file://{letter}")
    assert ended.code == 0, ended.err
    assert len(list(target.glob("*.zip"))) == 1


@pytest.mark.parametrize(
    ("address", "why"),
    [
        (
            "file://elsewhere.example/share",
            "is an address that is not of this computer; give the path itself",
        ),
        ("smb://server/share", "is an address, and a folder of this computer is wanted"),
        ("https://seal.example.com", "is an address, and a folder of this computer is wanted"),
    ],
)
def test_an_address_that_is_no_folder_here_is_refused(
    signdesk: SignDesk, letter: Path, tmp_path: Path, address: str, why: str
) -> None:
    before = sorted(tmp_path.iterdir())
    ended = signdesk("sign", "--practice", "--process", "1", "--save-to", address, letter)
    assert f"Argument --save-to: “{address}” {why}." in ended.err
    assert ended.code == 2
    assert sorted(path for path in tmp_path.iterdir() if path.name != "watched") == before
