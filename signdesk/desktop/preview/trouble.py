"""The one error of the child's readers."""

from __future__ import annotations

from signdesk.desktop.preview.wire import Why


class CannotShow(Exception):
    """There is no picture of this, and `why`."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
