"""What passes a sentence on keeps it a sentence that can be said in another language."""

from pathlib import Path

import pytest

from signdesk.domain import errors
from signdesk.domain.documents import RejectReason
from signdesk.domain.errors import NotReached, SavingProblem, SignDeskError, SourceChanged
from signdesk.domain.messages import Message, join, msg, without
from signdesk.domain.servers import unnamed
from signdesk.jobs.job_context import pause_for
from signdesk.practice.server import PracticeNotStarted
from signdesk.seal_api.breaker import HeldBack
from signdesk.seal_api.guard import SignInPaused
from signdesk.storage.settings_reading import Complaint
from signdesk.storage.sources import Unusable
from signdesk.storage.toml_editing import EditSpoils
from signdesk.storage.toml_text import NoToml
from signdesk.storage.zip_format import Unsound
from tests.domain.test_batches import a_batch

TEXT = msg("There is no “{thing}”.", thing="paper")
OF_ONE_TEXT = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, SignDeskError) and kind is not SourceChanged
]


@pytest.mark.parametrize("kind", OF_ONE_TEXT, ids=lambda kind: kind.__name__)
def test_the_text_of_each_error_stays_words(kind: type[SignDeskError]) -> None:
    assert str(kind(TEXT)) is TEXT


@pytest.mark.parametrize(
    "error",
    [
        HeldBack(TEXT),
        SignInPaused(TEXT),
        PracticeNotStarted(TEXT),
        Unusable(RejectReason.GONE, TEXT),
        EditSpoils(TEXT),
        NoToml(TEXT, 1, 1),
        Unsound(TEXT),
    ],
    ids=lambda error: type(error).__name__,
)
def test_the_text_of_errors_declared_elsewhere_stays_words(error: Exception) -> None:
    assert str(error) is TEXT


def test_a_changed_source_is_told_in_words() -> None:
    told = str(SourceChanged("Lease.pdf", Path("Lease.pdf")))
    assert isinstance(told, Message)
    assert told == "“Lease.pdf” was changed or removed after it was added, so it was not sealed."


def test_a_process_without_a_name_is_labelled_in_words() -> None:
    assert isinstance(unnamed(12).label, Message)
    assert unnamed(12).label == "Process 12"


@pytest.mark.parametrize("line", [0, 3])
@pytest.mark.parametrize("key", ["", "saving.folder"])
def test_a_complaint_is_told_in_words(line: int, key: str) -> None:
    told = str(Complaint(Path("a.toml"), line, key, TEXT))
    assert isinstance(told, Message)
    place = "a.toml, line 3" if line else "a.toml"
    assert told == f"{place}: {f'{key}: ' if key else ''}{TEXT}"


def test_a_hold_says_its_error_and_what_is_safe_in_words() -> None:
    hold = pause_for(a_batch(), SavingProblem(TEXT))
    assert isinstance(hold.message, Message)
    assert hold.message == "There is no “paper”. Nothing has been sealed."


def test_that_nothing_was_sent_is_left_out_of_a_hold() -> None:
    not_sent = NotReached(join(TEXT, msg("Nothing was sent.")))
    hold = pause_for(a_batch(), not_sent)
    assert isinstance(hold.message, Message)
    assert hold.message == "There is no “paper”. Nothing has been sealed."


def test_that_nothing_was_sent_is_left_out_wherever_it_stands_in_a_hold() -> None:
    not_sent = NotReached(join(join(TEXT, msg("Nothing was sent.")), msg("Ask them.")))
    assert pause_for(a_batch(), not_sent).message == "There is no “paper”. Ask them. Nothing has been sealed."
    assert without("Nothing was sent. Try again.", "Nothing was sent.") == "Try again."


def test_a_sentence_is_left_out_of_plain_text_and_of_nothing_else() -> None:
    assert without("It failed. Nothing was sent. Try again.", "Nothing was sent.") == "It failed. Try again."
    assert without(TEXT, "Nothing was sent.") is TEXT
