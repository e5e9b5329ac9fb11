"""Document workers for many tests: each new process costs a second of CPU for its libraries alone."""

from __future__ import annotations

from signdesk.seals.worker.pool import DocumentWorkers

WORKERS = DocumentWorkers()  # its processes end with this one
