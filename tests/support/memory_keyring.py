"""The keyring at the outer edge: what it holds, and what it refuses."""

from __future__ import annotations

import threading

from signdesk.domain.connections import SecretKind
from signdesk.domain.errors import KeyringLocked, KeyringProblem, KeyringRefused
from signdesk.domain.servers import Credentials

LIMIT_S = 60.0


class Keyring:
    """In memory. `problem` is what it says to everything, where it is set.

    While `answers` is cleared it says nothing: whoever asks waits until it is set.
    """

    def __init__(self) -> None:
        self.kept: dict[tuple[str, SecretKind], Credentials] = {}
        self.problem: KeyringProblem | None = None
        self.answers = threading.Event()
        self.answers.set()
        self.questions = 0  # that it may have put on the screen
        self.looks = 0  # whether it is locked

    def load(self, owner: str, kind: SecretKind) -> Credentials | None:
        self._answer()
        return self.kept.get((owner, kind))

    def save(self, owner: str, kind: SecretKind, secret: Credentials) -> None:
        self._answer()
        self.kept[owner, kind] = secret

    def remove(self, owner: str, kind: SecretKind) -> bool:
        self._answer()
        return self.kept.pop((owner, kind), None) is not None

    def is_locked(self) -> bool | None:
        """It tells that to whoever asks."""
        self.looks += 1
        self.answers.wait(LIMIT_S)
        return isinstance(self.problem, KeyringLocked | KeyringRefused)

    def _answer(self) -> None:
        self.questions += 1
        self.answers.wait(LIMIT_S)
        if self.problem is not None:
            raise self.problem
