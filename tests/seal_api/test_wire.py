"""The server's dialects, row by row of signdesk/README.md, Interface."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signdesk.domain.errors import BadAnswer
from signdesk.domain.reports import BatchReport, ReportedDocument, Status
from signdesk.domain.servers import Numbering
from signdesk.seal_api import wire
from signdesk.seal_api.answers import Answer

S = Status
NEWER, OLDER, UNKNOWN = Numbering.NEWER, Numbering.OLDER, Numbering.UNKNOWN


def answer(body: str | bytes, status: int = 200) -> Answer:
    return Answer(status, {}, body if isinstance(body, bytes) else body.encode())


def report(body: str | bytes, numbering: Numbering = NEWER) -> BatchReport:
    return wire.batch_report(answer(body), "2123", numbering)


@pytest.mark.parametrize(
    ("text", "batch_id"),
    [
        ("2123", "2123"),
        ('"2123"', "2123"),
        ("2123.0", "2123"),
        ('" 2123 "', "2123"),
        ("0", "0"),
        ('"007"', "007"),
    ],
)
def test_row_1_ids_come_as_numbers_or_strings(text: str, batch_id: str) -> None:
    assert wire.created_batch_id(answer(f'{{"id": {text}}}')) == batch_id


@pytest.mark.parametrize(
    "text",
    [
        "null",
        "true",
        '""',
        '"a"',
        "-1",
        "1.5",
        "1e300",
        "1e17",
        "[1]",
        '"１２"',
        '"1/2"',
        '"²"',
        "99999999999999999999",
        "NaN",
    ],
)
def test_row_1_what_is_no_id_makes_no_batch(text: str) -> None:
    with pytest.raises(BadAnswer):
        wire.created_batch_id(answer(f'{{"id": {text}}}'))


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        (True, True), (False, False), ("true", True), ("False", False), (" TRUE ", True), (1, True),
        (0, False),
        ("1", True), ("0", False), (None, None), ("", None), ("yes", None), (2, None), ([], None),
    ],
)  # fmt: skip
def test_row_2_booleans_in_any_dress_and_missing_is_unknown(value: object, meaning: bool | None) -> None:
    assert wire.truth(value) is meaning


@pytest.mark.parametrize(
    "body",
    [
        b"\xef\xbb\xbf" + b'{"id": 2123}',
        '{"id": 2123}'.encode("utf-16"),
        '{"id": “2123”}'.encode(),
        '{„id”: “2123”, "status": "1”}'.encode(),
        b'{"id": 2123, "name": "caf\xe9"}',
    ],
    ids=["BOM", "UTF-16", "typographic", "low quotes", "latin-1"],
)
def test_row_3_a_mark_an_encoding_and_typographic_quotes_are_put_up_with(body: bytes) -> None:
    assert wire.created_batch_id(answer(body)) == "2123"


def test_row_3_typographic_quotes_inside_proper_json_stay() -> None:
    found = report('{"status": "NEW", "documents": [{"fileName": "“A” and „B”.pdf"}]}')
    assert found.documents[0].file_name == "“A” and „B”.pdf"


def test_row_3_the_last_resort_is_noted_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    wire.created_batch_id(answer('{"id": “2123”}'))
    assert "typographic" in caplog.text


@pytest.mark.parametrize("numbering", list(Numbering))
@pytest.mark.parametrize("text", ["IN_PROGRESS", "In progress", "in-progress", "InProgress", " in_PROGRESS "])
def test_row_4_names_ignore_case_blanks_hyphens_and_underscores(text: str, numbering: Numbering) -> None:
    assert wire.status_reading(text, numbering).surely(S.IN_PROGRESS)


@pytest.mark.parametrize("dress", [int, float, str, "{} ".format], ids=["int", "float", "text", "blank"])
@pytest.mark.parametrize(
    ("numbering", "meanings"),
    [
        (NEWER, [S.NEW, S.UPLOADED, S.ACCEPTED, S.READY, S.IN_PROGRESS, S.FINISHING, S.CLOSED, S.DELETED]),
        (OLDER, [S.NEW, S.ACCEPTED, S.READY, S.IN_PROGRESS, S.FINISHING, S.CLOSED, S.DELETED, None]),
    ],
)
def test_row_4_numbers_follow_the_numbering(
    numbering: Numbering, meanings: list[Status | None], dress: Callable[[int], object]
) -> None:
    for number, meaning in enumerate(meanings):
        found = wire.status_reading(dress(number), numbering)
        assert found.possible == ({meaning} if meaning is not None else set())
        assert found.shown == str(number)


@pytest.mark.parametrize(
    ("number", "meanings"),
    [
        (0, {S.NEW}), (1, {S.UPLOADED, S.ACCEPTED}), (2, {S.ACCEPTED, S.READY}),
        (3, {S.READY, S.IN_PROGRESS}),
        (4, {S.IN_PROGRESS, S.FINISHING}), (5, {S.FINISHING, S.CLOSED}), (6, {S.CLOSED, S.DELETED}),
        (7, {S.DELETED}), (8, set()), (-1, set()), (700, set()),
    ],
)  # fmt: skip
def test_row_5_without_a_numbering_a_number_has_both_meanings(number: int, meanings: set[Status]) -> None:
    found = wire.status_reading(number, UNKNOWN)
    assert found.possible == meanings
    assert not (number == 1 and (found.not_started or found.started))


def test_row_6_the_status_in_post_replies_is_ignored() -> None:
    for status in ("0", '"7"', "null", '"DELETED"'):
        assert wire.created_batch_id(answer(f'{{"id": 5, "status": {status}}}')) == "5"
        assert wire.accept_reply(answer(f'{{"id": "5", "status": {status}}}', 202), "5").documented


def test_row_7_ready_is_not_finished() -> None:
    found = report('{"status": "READY"}').status
    assert found.started
    assert not found.perhaps(S.CLOSED)


@pytest.mark.parametrize("text", ['"QUEUED_FOR_HSM"', '"Zamknięta"', "true", '"8 - ARCHIVED"', "9"])
@pytest.mark.parametrize("numbering", list(Numbering))
def test_row_8_a_status_that_nobody_knows_is_shown_and_means_nothing(text: str, numbering: Numbering) -> None:
    found = report(f'{{"status": {text}}}', numbering).status
    assert found.possible == frozenset()
    assert found.shown == str(json.loads(text))


@pytest.mark.parametrize("text", ["null", "[]", "{}", '""'])
def test_row_8_a_missing_or_odd_status_is_no_status(text: str) -> None:
    assert report(f'{{"id": 2123, "status": {text}}}').status.shown == ""
    assert report('{"id": 2123}').status.possible == frozenset()


def test_row_8_what_is_shown_is_one_short_line_of_text() -> None:
    shown = report(json.dumps({"status": "A\u202eB\n\x07<img src=x>" + "y" * 500})).status.shown
    assert shown.startswith("A B <img src=x>y")
    assert len(shown) <= wire.LONGEST_STATUS


def test_row_10_flags_are_reported_as_they_are_before_closed() -> None:
    body = (
        '{"status": 2, "documents": [{"fileName": "a.pdf", "signed": "false", "signingResult_Success": "0"}]}'
    )
    assert report(body).documents == (ReportedDocument("a.pdf", signed=False, success=False),)


@pytest.mark.parametrize("documents", ["null", "[]", "{}", '"x"', "7", '[null, 1, [], "x"]'])
def test_row_12_documents_missing_or_odd_are_no_detail(documents: str) -> None:
    assert report(f'{{"status": "NEW", "documents": {documents}}}').documents == ()
    assert report('{"status": "NEW"}').documents == ()


def test_row_12_odd_fields_are_unknown_and_extra_ones_ignored() -> None:
    odd = '[{}, {"fileName": 7, "signed": "maybe", "x": 1}, {"fileName": ""}]'
    body = f'{{"status": "NEW", "more": {{}}, "documents": {odd}}}'
    assert report(body).documents == (ReportedDocument(None, None, None),) * 3


@pytest.mark.parametrize(
    "names",
    [
        ("Id", "Status", "Documents", "FileName", "Signed", "SigningResult_Success"),
        ("ID", "status", "documents", "file_name", "signed", "signingResultSuccess"),
    ],
)
def test_field_names_may_be_written_in_other_cases(names: tuple[str, ...]) -> None:
    batch, status, documents, name, signed, success = names
    body = {batch: "2123", status: "CLOSED", documents: [{name: "a.pdf", signed: "True", success: 1}]}
    found = report(json.dumps(body))
    assert found.status.surely(S.CLOSED)
    assert found.documents == (ReportedDocument("a.pdf", signed=True, success=True),)


@pytest.mark.parametrize(
    "body",
    ["", "   ", "<html></html>", "[]", "null", "7", '"x"', '{"message": "hi"}', "{", '{"status": "NEW"} x',
     "\x00", "[" * 100_000, '{"status": NaN}', "9" * 10_000],
    ids=lambda body: body[:12],
)  # fmt: skip
def test_what_is_no_report_is_a_bad_answer(body: str) -> None:
    with pytest.raises(BadAnswer) as caught:
        report(body)
    assert caught.value.status == 200
    assert len(caught.value.detail) < 1000


def test_a_report_about_another_batch_is_not_believed() -> None:
    with pytest.raises(BadAnswer, match="batch 9 instead of 2123"):
        report('{"id": "9", "status": "CLOSED"}')
    assert report('{"id": "002123", "status": "CLOSED"}').status.surely(S.CLOSED)


NAMES = st.text() | st.sampled_from(["id", "status", "documents", "fileName"])


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.text() | st.sampled_from(["id", "status", "documents"]), inner)
        ),
        max_leaves=20,
    ),
    st.sampled_from(list(Numbering)),
)
def test_any_json_is_a_report_or_a_bad_answer(value: object, numbering: Numbering) -> None:
    try:
        found = wire.batch_report(answer(json.dumps(value)), "2123", numbering)
    except BadAnswer:
        return
    assert found.status.shown.isprintable()


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_a_traceback(body: bytes) -> None:
    wire.upload_reply(answer(body, 202), "1")
    wire.accept_reply(answer(body, 202), "1")
    for read in (wire.created_batch_id, wire.check_deleted):
        with suppress(BadAnswer):
            read(answer(body))
