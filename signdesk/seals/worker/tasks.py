"""What the document worker can do: names of tasks, and where the code of each lives.

A task is a function of keyword arguments out of JSON. It returns values for JSON and bytes, and raises
`Failed` where a document cannot be dealt with. Its module is imported in the child alone, at its first use.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

Task = Callable[..., tuple[dict[str, Any], bytes]]

COMPARE_PAGES = "compare_pages"
DRAW_PAGE = "draw_page"
PAGE_MARKS = "page_marks"
LOOK = "look"
READY = "ready"
LOOK_BEFORE = "look_before"
FITS_ENDING = "fits_ending"
_PLACES = {
    COMPARE_PAGES: ("signdesk.seals.comparison.task", "compare_pages"),
    DRAW_PAGE: ("signdesk.seals.comparison.task", "draw_page"),
    PAGE_MARKS: ("signdesk.seals.comparison.task", "page_marks"),
    LOOK: ("signdesk.seals.document_tasks", "look"),
    READY: ("signdesk.seals.document_tasks", "ready"),
    LOOK_BEFORE: ("signdesk.seals.document_tasks", "check_before_sending"),
    FITS_ENDING: ("signdesk.seals.document_tasks", "fits_ending"),
}


class Failed(Exception):
    """The document cannot be dealt with; `why` is a short code of the task's own."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def task_named(name: str) -> Task:
    """Raises KeyError for what is none, ImportError where a library is missing or broken."""
    module, function = _PLACES[name]
    task: Task = getattr(import_module(module), function)
    return task
