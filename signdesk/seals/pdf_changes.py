"""May a signed update show more than its seal? By the objects that it changed, without drawing anything.

The answer "no" is sure; "yes" means that the pages have to be compared (`comparison`). pyHanko's rules for
changes after a signature are asked about the update that brings the signature itself.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

log = logging.getLogger(__name__)


def may_show_more(reader: Any, since: int, seals: Iterable[Any]) -> bool:
    """`since`: how many bytes were there before the updates; `seals`: the embedded signatures in them."""
    try:
        return _has_picture(seals) or not _only_seals(reader, since, seals)
    except Exception as error:  # noqa: BLE001 - as `looked`: pyHanko raises nearly anything
        log.info("the changes of an update are not clear: %s", type(error).__name__)
        return True


def _has_picture(seals: Iterable[Any]) -> bool:
    """A signature whose field takes up room on a page may lie over something."""
    for one in seals:
        left, bottom, right, top = (float(side) for side in one.sig_field.get("/Rect", (0, 0, 0, 0)))
        if left != right and bottom != top:
            return True
    return False


def _only_seals(reader: Any, since: int, seals: Iterable[Any]) -> bool:
    from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel

    found = DEFAULT_DIFF_POLICY.review_file(reader, _revision_before(reader, since))
    return (
        isinstance(found, DiffResult)
        and found.modification_level <= ModificationLevel.FORM_FILLING
        and found.changed_form_fields <= {str(one.field_name) for one in seals}
    )


def _revision_before(reader: Any, since: int) -> int:
    """The last revision of the file as it was before. Raises ValueError where there is none."""
    revisions = range(reader.xrefs.total_revisions)
    before = [one for one in revisions if reader.xrefs.get_startxref_for_revision(one) < since]
    if not before:
        raise ValueError("no earlier revision")
    return before[-1]
