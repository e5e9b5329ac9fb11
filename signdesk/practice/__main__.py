"""`python -m signdesk.practice`: the child process. Started by `signdesk.practice.server` alone."""

from __future__ import annotations

import sys

from signdesk.practice.child import main

if __name__ == "__main__":
    sys.exit(main())
