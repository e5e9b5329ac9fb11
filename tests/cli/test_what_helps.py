"""What waits for a person names the command that helps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from signdesk.cli.advice import what_helps
from signdesk.domain.batches import BatchState, Reason
from tests.domain.test_batches import a_batch


@pytest.mark.parametrize(
    ("reason", "command"),
    [
        (Reason.UNCLEAR, "signdesk resume --accept-again"),
        (Reason.LOST, "signdesk resume"),
        (Reason.FAULT, "signdesk resume"),
        (Reason.PROCESS, "signdesk sign --process ID"),
        (Reason.SIGN_IN, "signdesk login --server https://s.example"),
    ],
)
def test_what_waits_for_a_person_names_the_command_that_helps(reason: Reason, command: str) -> None:
    batch = replace(a_batch(), state=BatchState.ACCEPTING)
    assert f"“{command}”" in what_helps(batch.held(BatchState.NEEDS_YOU, reason, "Why."))
    assert what_helps(batch) == ""
