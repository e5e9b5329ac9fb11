"""One side of the comparison without a file: no empty page that looks like one that was sent."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from devtools.gallery.doubt_scenes import compared_with_nothing
from devtools.gallery.drawing import put_away, settle


def test_what_is_gone_has_no_page_and_no_mark(app: QApplication) -> None:
    window = compared_with_nothing()
    window.show()
    settle()
    page = window.compare_page
    try:
        assert page.sent.trouble.isVisible()
        assert not page.sent.pages.isVisible()
        page.sent.show_file(Path("Lease.pdf"), "Lease.pdf", {})
        assert page.sent.pages.isVisible()
    finally:
        put_away(window)
