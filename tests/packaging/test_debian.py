"""Which Debian packages are missing, and what happens with and without the right to install them."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from devtools import debian
from devtools.debian import Machine
from devtools.running import NEEDS_INSTALLING, Stop

LISTING = (
    "installed\tunzip\t\n"
    "installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.84), libgio-fam\n"
    "config-files\tstrace\t\n"
)
NEW_DEBIAN = Machine(
    installed=frozenset({"python3", "unzip"}),
    has_command=lambda name: False,
    can_make_venv=False,
    is_root=False,
    has_sudo=False,
    sudo_works=False,
)
UNZIP = {"unzip": "unzip"}


def test_provided_names_count_as_installed_and_removed_packages_do_not() -> None:
    assert debian.installed_packages(LISTING) == {"unzip", "libglib2.0-0t64", "libglib2.0-0", "libgio-fam"}


def test_only_what_is_missing_is_named() -> None:
    assert debian.missing_packages(NEW_DEBIAN, ["unzip", "openssl"]) == ["python3-venv", "openssl"]


def test_a_python_that_can_make_a_venv_needs_no_package_for_it() -> None:
    assert debian.missing_packages(replace(NEW_DEBIAN, can_make_venv=True), ["unzip"]) == []


def test_without_the_right_to_install_the_exact_command_is_given() -> None:
    with pytest.raises(Stop) as stop:
        debian.require(NEW_DEBIAN, ["libegl1"], UNZIP)
    assert stop.value.exit_code == NEEDS_INSTALLING
    command = "apt-get update && apt-get install --yes --no-install-recommends python3-venv libegl1"
    assert f"As root, run\n\n    {command}\n" in str(stop.value)


def test_a_sudo_that_wants_a_password_is_put_into_the_command() -> None:
    with pytest.raises(Stop) as stop:
        debian.require(replace(NEW_DEBIAN, has_sudo=True), [], UNZIP)
    command = "sudo apt-get update && sudo apt-get install --yes --no-install-recommends python3-venv"
    assert f"Run\n\n    {command}\n" in str(stop.value)


def test_root_installs_directly_and_others_by_sudo() -> None:
    update, install = debian.apt_commands(replace(NEW_DEBIAN, is_root=True), ["libegl1"])
    assert update == ["apt-get", "update"]
    assert install[:4] == ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install"]
    assert {"--yes", "--no-install-recommends", "libegl1"} <= set(install)
    by_sudo = debian.apt_commands(replace(NEW_DEBIAN, has_sudo=True, sudo_works=True), ["libegl1"])
    assert by_sudo == (["sudo", *update], ["sudo", *install])


@pytest.fixture
def apt_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An apt-get whose sources cannot be read; what it was called with is in the file returned."""
    log = tmp_path / "apt.log"
    program = tmp_path / "bin" / "apt-get"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$@" >> {log}\necho "E: a broken source"\n[ "$1" != update ]\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return log


def test_a_broken_package_source_does_not_stop_the_installation(
    apt_log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    debian.require(replace(NEW_DEBIAN, is_root=True), ["libegl1"], UNZIP)
    calls = apt_log.read_text().splitlines()
    assert calls[0] == "update"
    assert calls[1].startswith("install ")
    assert calls[1].endswith(" python3-venv libegl1")
    assert "E: a broken source" in capsys.readouterr().out


def test_without_a_network_it_is_said_what_is_needed(apt_log: Path) -> None:
    """In apt-get's words of a machine that reaches no package source."""
    program = apt_log.parent / "bin" / "apt-get"
    program.write_text(
        "#!/bin/sh\n"
        "echo 'E: Failed to fetch http://deb.example/libegl1.deb  Temporary failure resolving deb.example'\n"
        "echo 'E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?'\n"
        "exit 100\n"
    )
    with pytest.raises(Stop) as stop:
        debian.require(replace(NEW_DEBIAN, is_root=True, can_make_venv=True), ["libegl1"], {})
    lines = str(stop.value).splitlines()
    assert lines[0] == "Debian packages are needed that could not be fetched: libegl1."
    assert lines[2].startswith("apt-get said: E: Failed to fetch http://deb.example/libegl1.deb")
    assert (len(lines), stop.value.exit_code) == (3, NEEDS_INSTALLING)


def test_what_swallows_flushes_is_installed_for_the_tests_where_debian_has_it() -> None:
    assert "eatmydata" in debian.FOR_TESTS
    tools = frozenset(debian.TEST_TOOLS.values())
    elsewhere = replace(NEW_DEBIAN, installed=None, can_make_venv=True, has_command=tools.__contains__)
    debian.require(elsewhere, debian.FOR_TESTS, debian.TEST_TOOLS)


def test_apt_is_left_alone_when_nothing_is_missing(apt_log: Path) -> None:
    debian.require(replace(NEW_DEBIAN, is_root=True, can_make_venv=True), [], UNZIP)
    assert not apt_log.exists()


def test_elsewhere_than_on_debian_missing_commands_are_named() -> None:
    with pytest.raises(Stop, match="pdfsig") as stop:
        debian.require(replace(NEW_DEBIAN, installed=None), ["libegl1"], {"poppler-utils": "pdfsig"})
    assert stop.value.exit_code == NEEDS_INSTALLING


def test_elsewhere_than_on_debian_it_goes_on_when_the_commands_are_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    elsewhere = replace(NEW_DEBIAN, installed=None, has_command=lambda name: True, can_make_venv=True)
    debian.require(elsewhere, ["libegl1"], UNZIP)
    assert "python3-venv libegl1 unzip" in capsys.readouterr().out
