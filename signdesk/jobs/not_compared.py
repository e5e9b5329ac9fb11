"""A result that is saved, of which this computer could not check a seal, or compare pages: it waits."""

from __future__ import annotations

from signdesk.domain.batches import Batch, Outcome, Reason
from signdesk.domain.messages import join, msg, plural
from signdesk.jobs.entry_checks import NOT_CHECKED_HERE
from signdesk.jobs.job_context import JobPaused


def not_compared(batch: Batch) -> JobPaused:
    """What to raise. The server's copy stays until every document is judged; the saved file is what
    is compared again, so nothing is fetched for it (signdesk/README.md, Matching).
    """
    pending = [one for one in batch.documents if one.outcome is Outcome.PENDING]
    unchecked = sum(one.message == NOT_CHECKED_HERE for one in pending)
    count = len(pending) - unchecked
    not_checked = plural(
        "A document could not be checked on this computer.",
        "%n documents could not be checked on this computer.",
        unchecked,
    )
    changed = plural(
        "The server changed a document before it sealed it, and its pages could not be compared on this "
        "computer.",
        "The server changed %n documents before it sealed them, and their pages could not be compared on "
        "this computer.",
        count,
    )
    what_helps = msg(
        "What came back is saved as it is, and the server's copy was not deleted. Close other programs if "
        "memory is short, then compare again."
    )
    causes = [not_checked] if unchecked else []
    causes += [changed] if count else []
    return JobPaused(Reason.NOT_COMPARED, join(*causes, what_helps))
