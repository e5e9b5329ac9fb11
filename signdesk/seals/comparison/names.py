"""The codes by which the worker says why a document cannot be drawn."""

LOCKED = "locked"
BROKEN = "broken"
LARGE = "large"
