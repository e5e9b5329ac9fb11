"""What other programs read from standard output, and what Ctrl+C does."""

from __future__ import annotations

import asyncio
import io
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from signdesk.cli.command import stoppable
from signdesk.platform.console import set_up_streams
from tests.platform.windows_machine import WindowsMachine

PATH = "C:\\Users\\Łucja\\Sealed\\Umowa – 1.zip"


class Output(io.TextIOWrapper):
    """As Python opens it on a western Windows."""

    def __init__(self, *, is_terminal: bool = False) -> None:
        self.bytes = io.BytesIO()
        self._is_terminal = is_terminal
        super().__init__(self.bytes, "cp1252", newline="\n")

    def isatty(self) -> bool:
        return self._is_terminal


def _printed(output: Output, environment: dict[str, str]) -> bytes:
    set_up_streams([output], environment)
    print(PATH, file=output, flush=True)
    return output.bytes.getvalue()


def test_a_path_that_is_piped_is_usable(machine: WindowsMachine) -> None:
    assert _printed(Output(), {}) == f"{PATH}\n".encode()


@pytest.mark.parametrize("name", ["PYTHONIOENCODING", "PYTHONUTF8"])
def test_an_encoding_that_somebody_chose_stays(machine: WindowsMachine, name: str) -> None:
    assert _printed(Output(), {name: "1"}) == f"{PATH}\n".encode("cp1252", "replace")


def test_a_terminal_keeps_its_own(machine: WindowsMachine) -> None:
    assert _printed(Output(is_terminal=True), {}) == f"{PATH}\n".encode("cp1252", "replace")


def test_elsewhere_the_locale_says_it() -> None:
    assert _printed(Output(), {}) == f"{PATH}\n".encode("cp1252", "replace")


class LoopOfWindows(asyncio.SelectorEventLoop):
    """It takes no signal handlers."""

    def add_signal_handler(self, sig: int, callback: Callable[..., object], *args: object) -> None:
        raise NotImplementedError


@pytest.mark.parametrize("loop", [asyncio.SelectorEventLoop, LoopOfWindows])
def test_a_second_ctrl_c_leaves_the_work_its_orderly_end(loop: type[asyncio.SelectorEventLoop]) -> None:
    noted: list[str] = []

    async def work() -> None:
        try:
            signal.raise_signal(signal.SIGINT)
            await asyncio.Event().wait()
        finally:
            signal.raise_signal(signal.SIGINT)
            await asyncio.sleep(0)
            noted.append("journal closed")

    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        with asyncio.Runner(loop_factory=loop) as runner, pytest.raises(asyncio.CancelledError):
            runner.run(stoppable(work()))
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    assert noted == ["journal closed"]


def test_in_another_thread_nothing_is_changed() -> None:
    before = signal.getsignal(signal.SIGINT)
    with ThreadPoolExecutor(1) as pool:
        for loop in (asyncio.SelectorEventLoop, LoopOfWindows):
            assert pool.submit(_run_to_end, loop).result() == "done"
    assert signal.getsignal(signal.SIGINT) is before


def _run_to_end(loop: type[asyncio.SelectorEventLoop]) -> str:
    async def work() -> str:
        return "done"

    with asyncio.Runner(loop_factory=loop) as runner:
        return runner.run(stoppable(work()))
