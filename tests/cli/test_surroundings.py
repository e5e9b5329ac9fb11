"""What the computer lacks is said in a sentence with the next step: a library, a display, a home, a zone."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from signdesk.platform.display import what_is_missing
from tests.cli.conftest import Ended, SignDesk, usual_environment

linux = pytest.mark.skipif(sys.platform != "linux", reason="the libraries and displays of Linux")
ABSENT = "cannot open shared object file: No such file or directory"


def window(home: Path, **environment: str) -> Ended:
    """`signdesk` without a subcommand, with nothing that would keep Qt from looking for a display."""
    surrounding = {"QT_QPA_PLATFORM": "", **environment}
    done = subprocess.run(
        [sys.executable, "-m", "signdesk"],
        env=usual_environment(home) | surrounding,
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


# ---- libraries of the system -------------------------------------------------------------------------------


@linux
@pytest.mark.parametrize(
    ("library", "package", "display"),
    [
        ("libEGL.so.1", "libegl1", {}),
        ("libxkbcommon.so.0", "libxkbcommon0", {}),
        ("libxcb-cursor.so.0", "libxcb-cursor0", {"DISPLAY": ":0"}),  # only of the part that talks to X
    ],
)
def test_a_library_that_cannot_be_loaded_is_named_with_its_package(
    tmp_path: Path, library: str, package: str, display: dict[str, str]
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / library).touch()
    ended = window(tmp_path, LD_LIBRARY_PATH=str(broken), **display)
    assert ended.err == (
        f"signdesk: The system's library {library} cannot be loaded (file too short). "
        f"On Debian and Ubuntu: apt install {package}\n"
    )
    assert ended.code == 2


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libgcc_s.so.1", "libgcc-s1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_a_missing_library_is_named_with_its_package(library: str, package: str) -> None:
    said = what_is_missing(f"{library}: {ABSENT}")
    assert said == f"The system's library {library} is missing. On Debian and Ubuntu: apt install {package}"


@pytest.mark.parametrize(
    "words", ["No module named 'httpx'", "/opt/Qt/lib/libQt6Gui.so.6: undefined symbol: nothing"]
)
def test_a_part_of_signdesk_that_is_missing_is_no_library_of_the_system(words: str) -> None:
    assert what_is_missing(words) == (
        f"A part of SignDesk cannot be loaded on this computer ({words}). Install SignDesk again."
    )


def test_a_subcommand_without_one_of_its_parts_names_it(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "platformdirs.py").write_text("raise ImportError('half of it is missing')")
    environment = usual_environment(tmp_path)
    environment["PYTHONPATH"] = f"{tmp_path / 'broken'}{os.pathsep}{environment['PYTHONPATH']}"
    done = subprocess.run(
        [sys.executable, "-m", "signdesk", "status"],
        env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr == (
        "signdesk: A part of SignDesk cannot be loaded on this computer (half of it is missing). "
        "Install SignDesk again.\n"
    )


# ---- a display ---------------------------------------------------------------------------------------------


@linux
@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "There is no display. “signdesk sign” needs none."),
        ({"DISPLAY": ":98765"}, "nothing answers at “:98765” (DISPLAY), or it does not let this user in. "),
        ({"WAYLAND_DISPLAY": "no-such"}, "nothing answers at “no-such” (WAYLAND_DISPLAY), or it does not "),
        ({"WAYLAND_DISPLAY": "no-such", "DISPLAY": ":98765"}, "There is no display: nothing answers at "),
        ({"QT_QPA_PLATFORM": "xbc"}, "Qt knows no platform “xbc” (QT_QPA_PLATFORM). It knows: "),
    ],
)
def test_a_display_that_is_not_there_is_said_and_nothing_is_aborted(
    tmp_path: Path, environment: dict[str, str], said: str
) -> None:
    ended = window(tmp_path, XDG_RUNTIME_DIR=str(tmp_path), **environment)
    assert said in ended.err
    assert (ended.code, len(ended.err.splitlines())) == (2, 1)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("core")]


@linux
def test_a_wayland_display_that_listens_is_not_held_to_be_missing(tmp_path: Path) -> None:
    """What Qt finds there then is Qt's to say."""
    from PySide6.QtCore import QLibraryInfo

    from signdesk.platform.display import obstacle

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "w"))
        listening.listen()
        assert obstacle({"WAYLAND_DISPLAY": str(tmp_path / "w")}, plugins) == ""
        assert obstacle({"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "w"}, plugins) == ""
    assert "nothing answers" in obstacle({"WAYLAND_DISPLAY": str(tmp_path / "w")}, plugins)


# ---- a home ------------------------------------------------------------------------------------------------

UNKNOWN = """
import os, pwd, sys
from signdesk.__main__ import main

def getpwuid(uid):  # as the system answers where it has no entry, in a container for example
    raise KeyError(f"getpwuid(): uid not found: {uid}")

pwd.getpwuid = getpwuid
sys.exit(main())
"""


def homeless(folder: Path, *arguments: str, **environment: str) -> Ended:
    """`signdesk`, of a user with neither HOME nor an entry in the system's list of users."""
    given = usual_environment(folder) | environment
    del given["HOME"]
    if "SIGNDESK_DATA_DIR" not in environment:
        del given["SIGNDESK_DATA_DIR"]
    done = subprocess.run(
        [sys.executable, "-c", UNKNOWN, *arguments],
        env=given, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="the list of users of POSIX systems")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["status"], 3),
        (["resume"], 2),
        (["sign", "--practice", "--process", "1", "Letter.pdf"], 2),
        ([], 2),
    ],
)
def test_without_a_home_it_is_said_what_to_do(
    tmp_path: Path, letter: Path, arguments: list[str], code: int
) -> None:
    before = {*tmp_path.iterdir(), tmp_path / "watched"}
    ended = homeless(tmp_path, *arguments, QT_QPA_PLATFORM="offscreen")
    assert "Your home folder is not known: HOME is not set, and the system has no entry" in ended.err
    assert "Set HOME, or name a folder with --data-dir." in ended.err
    assert ended.code == code, ended.err
    assert set(tmp_path.iterdir()) == before


@pytest.mark.skipif(sys.platform == "win32", reason="the list of users of POSIX systems")
def test_without_a_home_a_data_folder_is_enough(tmp_path: Path, letter: Path) -> None:
    data = tmp_path / "kept"
    ended = homeless(
        tmp_path, "sign", "--practice", "--process", "1", "Letter.pdf", SIGNDESK_DATA_DIR=str(data)
    )
    assert ended.code == 0, ended.err
    assert len(list((data / "Sealed").glob("*.zip"))) == 1


@pytest.mark.parametrize("option", ["--save-to", "--data-dir"])
def test_a_folder_of_somebody_unknown_is_said(signdesk: SignDesk, option: str) -> None:
    ended = signdesk("sign", "--practice", option, "~nobody-of-that-name/x", "Letter.pdf")
    assert ended.err == (
        f"signdesk sign: Argument {option}: “~nobody-of-that-name/x” is in the home folder of somebody "
        "unknown here. “signdesk sign --help” explains.\n"
    )
    assert ended.code == 2


def test_so_it_is_for_the_data_folder_of_the_environment(signdesk: SignDesk) -> None:
    ended = signdesk("status", SIGNDESK_DATA_DIR="~nobody-of-that-name/x")
    assert (
        "the data folder: “~nobody-of-that-name/x” is in the home folder of somebody unknown"
        in ended.err.lower()
    )
    assert ended.code == 2


# ---- a time zone -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("zone", ["CET-1CEST", "CET-1CEST,M3.5.0,M10.5.0/3", "<+0330>-3:30"])
def test_practice_seals_whatever_the_time_zone_is_called(
    signdesk: SignDesk, letter: Path, tmp_path: Path, zone: str
) -> None:
    """By a rule of POSIX, which is no name of a zone."""
    ended = signdesk(
        "sign", "--practice", "--process", "1", "--save-to", tmp_path / "Sealed", letter, TZ=zone
    )
    assert ended.code == 0, ended.err
    assert "1 of 1 sealed and checked" in ended.err
