"""What the preview says, as sentences."""

from __future__ import annotations

from signdesk.desktop.i18n.language import tr
from signdesk.desktop.preview.layout import Fit
from signdesk.desktop.preview.wire import Why


def trouble_text(why: Why) -> str:
    """Why there is nothing to see."""
    return {
        Why.PASSWORD: tr("This PDF has a password, so there is no preview."),
        Why.BROKEN: tr("This file is damaged, or it is not what its name says."),
        Why.TOO_LARGE: tr("This picture is too large for a preview."),
        Why.UNREADABLE: tr("This file cannot be read. It may have been moved, or be open elsewhere."),
        Why.NO_KIND: tr("No preview for this kind of file."),
        Why.STOPPED: tr("The preview did not manage this file and was stopped. The file is unchanged."),
    }[why]


def zoom_text(fit: Fit | float) -> str:
    """ "Fit width", "Fit page", "125 %"."""
    if fit is Fit.WIDTH:
        return tr("Fit width")
    if fit is Fit.PAGE:
        return tr("Fit page")
    return tr("{percent} %", percent=round(float(fit) * 100))


def page_text(page: int, count: int) -> str:
    """ "Page 3 of 12"; `page` from 0."""
    return tr("Page {page} of {count}", page=page + 1, count=count)
