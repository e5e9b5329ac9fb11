from __future__ import annotations

import pytest

from signdesk.platform.windows import HELD_LIMIT_S, retry_while_held


class HeldError(PermissionError):
    """As Windows raises it while a virus scanner looks at the file."""

    def __init__(self, winerror: int) -> None:
        super().__init__(13, "Permission denied")
        self.winerror = winerror


class Clock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def sleep(self, seconds: float) -> None:
        self.now_s += seconds

    def time(self) -> float:
        return self.now_s


class Renames:
    def __init__(self, *errors: OSError | None) -> None:
        self.errors = list(errors)
        self.calls = 0

    def __call__(self) -> None:
        self.calls += 1
        error = self.errors.pop(0) if len(self.errors) > 1 else self.errors[0]
        if error is not None:
            raise error


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_held_for_a_moment_is_renamed_in_the_end(winerror: int) -> None:
    clock, rename = Clock(), Renames(HeldError(winerror), HeldError(winerror), None)

    retry_while_held(rename, sleep=clock.sleep, clock=clock.time)

    assert rename.calls == 3


def test_patience_ends_after_ten_seconds() -> None:
    clock, rename = Clock(), Renames(HeldError(32))

    with pytest.raises(HeldError):
        retry_while_held(rename, sleep=clock.sleep, clock=clock.time)

    assert HELD_LIMIT_S <= clock.now_s < HELD_LIMIT_S + 1


@pytest.mark.parametrize(
    "error", [HeldError(87), FileExistsError(17, "File exists"), OSError(5, "I/O error")]
)
def test_other_failures_are_not_repeated(error: OSError) -> None:
    clock, rename = Clock(), Renames(error)

    with pytest.raises(type(error)):
        retry_while_held(rename, sleep=clock.sleep, clock=clock.time)

    assert rename.calls == 1
