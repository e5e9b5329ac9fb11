"""The tasks of this folder: `python3 packaging/dev.py` lists them.

It has to run with the bare python3 of a new Debian 12, before anything of ours is installed: it installs the
Debian packages that a task lacks, makes `.venv` with the locked requirements, and hands over. What is done
then belongs to the program, to its tests, or to a script of its own beside this one.
"""

from __future__ import annotations

import os
import platform
import shlex
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from devtools import debian, locks, translations
from devtools.environment import Environment
from devtools.gallery import variants
from devtools.running import FAILED, NEEDS_INSTALLING, ROOT, WRONG_USE, Stop, hand_over, say, succeeds

OLDEST_PYTHON = (3, 11)
MOST_WORKERS = 8  # of tests at once: each may show a window and start servers

CHECKS = {
    "the format": ("ruff", "format", "--check", "."),
    "the code's habits": ("ruff", "check", "."),
    "the types": ("mypy",),
    "the packages' contracts": ("lint-imports", "--no-logo"),
}

EXIT_CODES = """\
Exit codes: 0 done; 1 failed; 2 wrong use; 3 something must be installed first, by somebody who may.
demo ends with the exit code of signdesk, test and long with pytest's; defects with 1 where one survives."""


def demo(arguments: Sequence[str]) -> int:
    """the window in practice mode with sample documents; without a display, the same job here"""
    _no_arguments("demo", arguments)
    names_display = display_named(os.environ)
    environment = _set_up("run", debian.WINDOW if names_display else (), {})
    if names_display and _window_opens(environment):
        say("Opening the window in practice mode. Press its button to seal the sample documents.")
        return hand_over(demo_command(environment, ROOT, save_to=None))
    save_to = _home() / "SignDesk-demo"
    say(f"No window can be opened here, so the same job runs in this terminal. The ZIP goes to {save_to}")
    return hand_over(demo_command(environment, ROOT, save_to))


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        raise Stop("Your home folder is not known. Set HOME to a folder of yours, and try again.") from None


def demo_command(environment: Environment, root: Path, save_to: Path | None) -> list[str]:
    """Without `save_to`, the window is opened, where the place is chosen."""
    files = (path for path in (root / "resources" / "samples").glob("*") if path.is_file())
    samples = sorted(str(path.relative_to(root)) for path in files)
    job = ["sign", "--practice", "--process", "1", "--save-to", str(save_to)] if save_to else ["--practice"]
    return [environment.program("signdesk"), *job, *samples]


def test(arguments: Sequence[str]) -> int:
    """the checks, then all ordinary tests, on all cores; with arguments for pytest, only pytest with those"""
    environment = _set_up_for_tests()
    if not arguments and _failed_checks(environment):
        raise Stop("The checks failed, as said above, so the tests were not run.")
    say("Running the tests.")
    wanted = arguments or _on_all_cores("worksteal")  # the last minutes are shared, too
    return hand_over([environment.program("pytest"), *wanted], environment_for_tests(os.environ))


def long(arguments: Sequence[str]) -> int:
    """the long fault, kill and history runs before a release, on all cores; takes pytest's arguments, too"""
    environment = _set_up_for_tests()
    wanted = ["-m", "long", *_on_all_cores("load"), *arguments]
    return hand_over([environment.program("pytest"), *wanted], environment_for_tests(os.environ))


def defects(arguments: Sequence[str]) -> int:
    """[WORDS]: plant every listed defect (with WORDS in its name) in a copy: each must turn its tests red"""
    environment = _set_up_for_tests()
    command = [environment.program("python"), "-m", "tests.defects", *arguments]
    return hand_over(command, environment_for_tests(os.environ))


def _set_up_for_tests() -> Environment:
    return _set_up("develop", debian.FOR_TESTS, debian.TEST_TOOLS)


def _on_all_cores(distribution: str) -> list[str]:
    return ["-n", str(min(os.cpu_count() or 1, MOST_WORKERS)), "--dist", distribution]


def check(arguments: Sequence[str]) -> int:
    """format, lint, types, contracts, and whether locks, translations and the manual are current"""
    _no_arguments("check", arguments)
    environment = _set_up("develop", (), {})
    failed = _failed_checks(environment)
    say(f"Failed: {', '.join(failed)}." if failed else "All checks passed.")
    return FAILED if failed else 0


def lock(arguments: Sequence[str]) -> int:
    """lock the dependencies of pyproject.toml anew; takes uv's --upgrade, --upgrade-package NAME"""
    if {"-h", "--help"} & set(arguments):
        say(_help())
        return 0
    locks.refuse_others(arguments)
    environment = _set_up("develop", (), {})
    locks.lock(ROOT, environment.program("uv"), arguments)
    return 0


def translate(arguments: Sequence[str]) -> int:
    """bring resources/translations/*.ts up to date with the sources, and compile them"""
    _no_arguments("translations", arguments)
    environment = _set_up("develop", (), {})
    translations.update(ROOT, environment.program("pyside6-lrelease"))
    return 0


def manual(arguments: Sequence[str]) -> int:
    """bring the tables of resources/manual/*.md that come from the code up to date"""
    _no_arguments("manual", arguments)
    return hand_over(_manual(_set_up("develop", (), {})))


def _manual(environment: Environment, *arguments: str) -> list[str]:
    path = f"PYTHONPATH={ROOT / 'packaging'}"
    return ["env", path, environment.program("python"), "-m", "devtools.manual", *arguments]


def screenshots(arguments: Sequence[str]) -> int:
    """FOLDER [NAME...]: every state of the window as a picture, and contact sheets; --readme: its picture"""
    environment = _set_up("develop", (), {})
    variants.draw(environment.program("python"), arguments)
    return 0


TASKS: dict[str, Callable[[Sequence[str]], int]] = {
    "demo": demo,
    "test": test,
    "long": long,
    "defects": defects,
    "check": check,
    "lock": lock,
    "translations": translate,
    "manual": manual,
    "screenshots": screenshots,
}


def _set_up(level: str, libraries: Collection[str], tools: Mapping[str, str]) -> Environment:
    debian.require(debian.look_around(), libraries, tools)
    environment = Environment(ROOT)
    environment.require(level)
    return environment


def display_named(variables: Mapping[str, str]) -> bool:
    if variables.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal"}:
        return False
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def environment_for_tests(variables: Mapping[str, str]) -> dict[str, str]:
    """The user's environment without what could change how the tests come out."""
    # Of Python's: where it finds modules, and what it leaves out. Without its compiled files, for example, a
    # start of the program takes twice as long, and the tests start it thousands of times.
    foreign = ("SIGNDESK_", "QT_", "QML", "LC_", "LANG", "PYTHON")
    kept = {name: value for name, value in variables.items() if not name.startswith(foreign)}
    # Java and 7z read file names by the locale, and a new Debian has none set.
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}


def _failed_checks(environment: Environment) -> list[str]:
    failed = []
    for name, command in CHECKS.items():
        say(f"Checking {name}: {' '.join(command)}")
        if hand_over([environment.program(command[0]), *command[1:]]):
            failed.append(name)
    for name in locks.outdated(ROOT):
        say(f'{name} does not fit pyproject.toml. Run "python3 packaging/dev.py lock".')
        failed.append(name)
    for name in translations.outdated(ROOT, environment.program("pyside6-lrelease")):
        say(f'{name} does not fit the sources. Run "python3 packaging/dev.py translations".')
        failed.append(name)
    if hand_over(_manual(environment, "--check")):
        failed.append("the manual's tables")
    return failed


def _window_opens(environment: Environment) -> bool:
    # Only Qt knows whether the display that is named lets this user in.
    look = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    return succeeds([environment.program("python"), "-c", look])


def _no_arguments(task: str, arguments: Sequence[str]) -> None:
    if arguments:
        raise Stop(f'"{task}" takes no arguments, but got: {shlex.join(arguments)}', WRONG_USE)


def _help() -> str:
    lines = [f"    python3 packaging/dev.py {name:12} {task.__doc__}" for name, task in TASKS.items()]
    return "\n".join(
        ["The tasks of this folder; each installs what it needs first.", "", *lines, "", EXIT_CODES]
    )


def _run(task: str, arguments: Sequence[str]) -> int:
    if sys.version_info[:2] < OLDEST_PYTHON:
        oldest = ".".join(map(str, OLDEST_PYTHON))
        raise Stop(
            f"Python {oldest} or newer is needed; this is {platform.python_version()}.", NEEDS_INSTALLING
        )
    if task not in TASKS:
        raise Stop(f'There is no task "{task}".\n\n{_help()}', WRONG_USE)
    return TASKS[task](arguments)


def main(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        say(_help())
        return 0
    try:
        return _run(arguments[0], arguments[1:])
    except Stop as stop:
        print(stop, file=sys.stderr, flush=True)
        return stop.exit_code
    except OSError as problem:
        where = f" ({problem.filename})" if problem.filename else ""
        print(f"This could not be done: {problem.strerror or problem}{where}.", file=sys.stderr, flush=True)
        return FAILED
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
