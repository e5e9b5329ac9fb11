from __future__ import annotations

import sys

import pytest

from signdesk.platform.windows import Windows
from tests.platform.windows_machine import WindowsMachine


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> WindowsMachine:
    """All of SignDesk believes that it runs there."""
    machine = WindowsMachine()
    for name, module in list(sys.modules.items()):
        if name.startswith("signdesk.") and hasattr(module, "SYSTEM"):
            monkeypatch.setattr(module, "SYSTEM", Windows(machine))
    return machine
