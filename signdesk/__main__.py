"""The program's way in: the window, or a subcommand without one."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from signdesk.domain.documents import shown_name, visible
from signdesk.options import WRONG_USE, WindowOptions
from signdesk.parsing import parse
from signdesk.platform.console import set_up_streams

PRACTICE_CHILD = "practice-server"
PREVIEW_CHILD = "preview-child"
DOCUMENT_WORKER = "document-worker"
OUR_FAULT = 3


def main() -> int:
    """Returns the exit code. No traceback ever reaches a user."""
    # No key log of the environment is used, and a library opens it when it is imported (aiohttp by pyHanko).
    os.environ.pop("SSLKEYLOGFILE", None)
    _fill_closed_streams()
    _dump_no_core()
    set_up_streams((sys.stdout, sys.stderr), os.environ)
    if sys.argv[1:] in ([PRACTICE_CHILD], [PREVIEW_CHILD], [DOCUMENT_WORKER]):
        return _child(sys.argv[1])
    logging.getLogger().addHandler(
        logging.NullHandler()
    )  # else Python prints tracebacks until the log is open
    return _said_whatever_happens()


def _said_whatever_happens() -> int:
    try:
        options = parse(sys.argv[1:], os.environ)
        if isinstance(options, WindowOptions):
            return _window(options)
        from signdesk.cli import run

        return run(options, os.environ)
    except FileNotFoundError as error:
        print(f"signdesk: {_gone(error)}", file=sys.stderr)  # noqa: T201
        return WRONG_USE
    except KeyboardInterrupt:
        return OUR_FAULT
    except ImportError as error:
        return _lacking(error, OUR_FAULT)
    except Exception as error:  # the last surface: a sentence instead of a traceback
        logging.getLogger(__name__).exception("not caught anywhere")
        print(f"signdesk: something went wrong inside SignDesk ({type(error).__name__}).", file=sys.stderr)  # noqa: T201
        return OUR_FAULT


def _fill_closed_streams() -> None:
    """What was closed before the start (`2>&-`) leads nowhere from now on. Else the next file that is opened,
    the journal perhaps, would get its number, and libraries write to that; and `print` would take standard
    output for a standard error that is not there.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # the lowest free number: this one
    if not sys.stderr:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end


def _dump_no_core() -> None:
    """A core file would hold the sign-in. For this process and all that it starts; Windows has none."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        return


def _child(name: str) -> int:
    """What a frozen program, having no `python -m`, starts itself as."""
    if name == PRACTICE_CHILD:
        from signdesk.practice.child import main as practice

        return practice()
    if name == DOCUMENT_WORKER:
        from signdesk.seals.worker.child import main as worker

        return worker()
    from signdesk.desktop.preview.child import main as preview

    return preview()


def _window(options: WindowOptions) -> int:
    try:
        from signdesk.app import run_window
    except ImportError as error:
        return _lacking(error, WRONG_USE)
    return run_window(options, os.environ)


def _lacking(error: ImportError, code: int) -> int:
    """Says what of the system, or of SignDesk itself, is missing or broken; returns the code."""
    from signdesk.platform.display import what_is_missing

    logging.getLogger(__name__).error("a part cannot be loaded", exc_info=error)
    print(f"signdesk: {what_is_missing(str(error))}", file=sys.stderr)  # noqa: T201
    return code


def _gone(error: FileNotFoundError) -> str:
    """`Path.absolute` has no file name to tell when the current folder itself was removed."""
    name = visible(shown_name(str(error.filename)))
    return f"“{name}” is not there." if error.filename else "The current folder is no longer there."


if __name__ == "__main__":
    sys.exit(main())
