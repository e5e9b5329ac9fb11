"""A key that was refused is not shown again by every other job: accounts may lock (fault matrix, code A)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from signdesk.domain.errors import SignInRefused
from signdesk.domain.messages import msg
from signdesk.jobs.breaker import HeldBack


class SignInPaused(HeldBack):
    """Held back, because the server has refused this sign-in before, for whichever batch. The card that says
    so speaks of its own batch only.
    """


class SignInGate:
    """One for each set of credentials; new credentials come with a new one. On the loop's thread alone.

    Closed by the first refusal. `try_again` lets one call through; its success opens the gate.
    """

    def __init__(self) -> None:
        self._closed = False
        self._one_try = False

    @property
    def is_closed(self) -> bool:
        """Whether the server refused these credentials last time."""
        return self._closed

    def try_again(self) -> None:
        """A person wants the same credentials to be tried once more."""
        self._one_try = self._closed

    def check(self) -> None:
        """Raises SignInPaused while the gate is closed."""
        if self._closed and not self._one_try:
            raise SignInPaused(
                msg(
                    "The server did not accept the sign-in, so SignDesk does not use it again by itself. "
                    "Check the key or the user name and password."
                )
            )

    @contextmanager
    def let_through(self) -> Iterator[None]:
        """Around one call. Raises SignInPaused in its place while the gate is closed."""
        self.check()
        trying, self._one_try = self._one_try, False
        try:
            yield
        except SignInRefused:
            self.refused()
            raise
        except BaseException:
            self._one_try = trying and self._closed  # nothing is known yet about the sign-in
            raise
        if trying:
            self._closed = False

    def refused(self) -> None:
        """The server said 401 or 403."""
        self._closed = True
        self._one_try = False
