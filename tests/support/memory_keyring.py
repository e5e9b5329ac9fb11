"""The keyring at the outer edge: what it holds, and what it refuses."""

from __future__ import annotations

from signdesk.domain.connections import SecretKind
from signdesk.domain.errors import KeyringProblem
from signdesk.domain.secrets import Secret


class Keyring:
    """In memory. `problem` is what it says to everything, where it is set."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, SecretKind], Secret] = {}
        self.problem: KeyringProblem | None = None

    def load(self, owner: str, kind: SecretKind) -> Secret | None:
        self._answer()
        return self.kept.get((owner, kind))

    def save(self, owner: str, kind: SecretKind, secret: Secret) -> None:
        self._answer()
        self.kept[owner, kind] = secret

    def remove(self, owner: str, kind: SecretKind) -> bool:
        self._answer()
        return self.kept.pop((owner, kind), None) is not None

    def _answer(self) -> None:
        if self.problem is not None:
            raise self.problem
