"""Which Debian packages a task needs, and installing those that are missing."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from devtools.running import NEEDS_INSTALLING, Stop, run_quietly, say, succeeds

# Proved in a debootstrap root with only python3 and ca-certificates: other machines hide missing entries.
OFFSCREEN = ("libegl1", "libgl1", "libdbus-1-3", "libfontconfig1", "libglib2.0-0", "libxkbcommon0")
WINDOW = (
    *OFFSCREEN,
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
    "libwayland-cursor0",
    "libwayland-egl1",
)
# What a screen reader needs, with a screen to show the window on. Without these, its tests are skipped.
SCREEN_READER = (*WINDOW, "at-spi2-core", "gir1.2-atspi-2.0", "python3-gi", "xvfb")
# And a library that swallows every flush: what the tests say of flushes must fail with it.
FOR_TESTS = (*SCREEN_READER, "eatmydata")
# Package -> the command it is wanted for: elsewhere than on Debian, the command is looked for.
TEST_TOOLS = {
    "poppler-utils": "pdfsig",
    "unzip": "unzip",
    "p7zip-full": "7z",
    "default-jre-headless": "java",  # holds the compiler for single source files, too
    "openssl": "openssl",
    "xmlsec1": "xmlsec1",
    "libnss3-tools": "pk12util",  # the keys that pdfsig signs with
    "strace": "strace",
    "dbus-daemon": "dbus-daemon",
    "gnome-keyring": "gnome-keyring-daemon",
}


UNREACHED = (
    "Failed to fetch",
    "Unable to fetch",
    "Unable to locate package",
    "has no installation candidate",
)


@dataclass(frozen=True)
class Machine:
    """What is known of this machine, so that what follows from it can be tested on any other."""

    installed: frozenset[str] | None  # names of Debian packages, provided ones too; None: not Debian
    has_command: Callable[[str], bool]
    can_make_venv: bool
    is_root: bool
    has_sudo: bool
    sudo_works: bool  # without a password, or with somebody there to type it


def look_around() -> Machine:
    has_sudo = shutil.which("sudo") is not None
    return Machine(
        installed=_installed_here(),
        has_command=lambda name: shutil.which(name) is not None,
        can_make_venv=importlib.util.find_spec("ensurepip") is not None,
        is_root=os.geteuid() == 0,
        has_sudo=has_sudo,
        sudo_works=has_sudo and (sys.stdin.isatty() or succeeds(["sudo", "-n", "true"])),
    )


def _installed_here() -> frozenset[str] | None:
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return None
    show = ["dpkg-query", "--show", "--showformat=${db:Status-Status}\t${Package}\t${Provides}\n"]
    return installed_packages(subprocess.run(show, capture_output=True, encoding="utf-8", check=True).stdout)


def installed_packages(dpkg_listing: str) -> frozenset[str]:
    """The names in lines of "status TAB package TAB provided (= version), ..."."""
    names: set[str] = set()
    for line in dpkg_listing.splitlines():
        status, package, provided = line.split("\t")
        if status == "installed":
            names.add(package)
            names.update(entry.split()[0] for entry in provided.split(",") if entry.strip())
    return frozenset(names)


def require(machine: Machine, libraries: Collection[str], tools: Mapping[str, str]) -> None:
    """Install what is missing of these packages and of what .venv needs, or Stop with the command to run."""
    if machine.installed is None:
        _require_elsewhere(machine, libraries, tools)
        return
    missing = missing_packages(machine, [*libraries, *tools])
    if not missing:
        return
    if not (machine.is_root or machine.sudo_works):
        raise Stop(missing_rights(machine, missing), NEEDS_INSTALLING)
    update, install = apt_commands(machine, missing)
    try:
        run_quietly("Reading the lists of Debian packages", update)
    except Stop as problem:  # one broken source must not keep the others from working
        say(f"{problem}\nGoing on with the lists that are there.")
    _install(missing, install)


def _install(missing: Sequence[str], command: Sequence[str]) -> None:
    names = " ".join(missing)
    try:
        run_quietly(f"Installing Debian packages: {names}", command)
    except Stop as stop:
        if any(words in stop.output for words in UNREACHED):
            raise Stop(unreached(names, stop.output), NEEDS_INSTALLING) from None
        raise


def unreached(names: str, output: str) -> str:
    """`output`: of apt-get, of which the first complaint is told."""
    said = next((line.strip() for line in output.splitlines() if line.startswith("E: ")), "")
    return (
        f"Debian packages are needed that could not be fetched: {names}.\n"
        "Connect this machine to a network on which apt-get reaches its package sources, or have them "
        f"installed, and run the same command again.\napt-get said: {said}"
    )


def missing_packages(machine: Machine, wanted: Sequence[str]) -> list[str]:
    # A Python from elsewhere than Debian brings ensurepip along, and Debian's package would not help it.
    venv = [] if machine.can_make_venv else ["python3-venv"]
    installed = machine.installed or frozenset()
    return [name for name in [*venv, *wanted] if name not in installed]


def apt_commands(machine: Machine, missing: Sequence[str]) -> tuple[list[str], list[str]]:
    prefix = [] if machine.is_root else ["sudo"]
    # A new machine often updates itself when first started: wait for that.
    options = ["--yes", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"]
    install = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", *options]
    return [*prefix, "apt-get", "update"], [*prefix, *install, *missing]


def missing_rights(machine: Machine, missing: Sequence[str]) -> str:
    sudo = "sudo " if machine.has_sudo else ""
    who = "Run" if machine.has_sudo else "As root, run"
    install = f"{sudo}apt-get install --yes --no-install-recommends {' '.join(missing)}"
    return (
        "Debian packages are missing, and only root may install them here.\n"
        f"{who}\n\n    {sudo}apt-get update && {install}\n\nand then the same command as before."
    )


def _require_elsewhere(machine: Machine, libraries: Collection[str], tools: Mapping[str, str]) -> None:
    say("This is not Debian, so nothing is installed for you. On Debian these packages would be needed:")
    say(f"    {' '.join(['python3-venv', *libraries, *tools])}")
    missing = [command for command in tools.values() if not machine.has_command(command)]
    if not machine.can_make_venv:
        missing.append("Python's modules venv and ensurepip")
    if missing:
        raise Stop(
            f"Please install what offers these, and try again: {', '.join(missing)}.", NEEDS_INSTALLING
        )
    say("Going on, as far as can be seen everything is there.")
