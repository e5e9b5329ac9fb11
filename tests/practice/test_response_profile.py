"""Each ambiguity of signdesk/README.md, Interface can be spoken, so that the client's tests can meet it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from signdesk.domain.reports import Status
from signdesk.domain.servers import AcceptForm, Numbering
from tests.practice.calls import Reply, accepted, call, package, sent, statuses
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.response_profile import (
    DocumentsForm,
    Flags,
    Ids,
    ResponseProfile,
    StatusForm,
    Steps,
    UploadAnswer,
)
from tests.support.samples import blank_pdf

ONE = {"a.pdf": blank_pdf()}


def asked(practice: PracticeRun, batch_id: str) -> Any:
    return call(practice, "GET", f"/api/BatchStatus/{batch_id}").json


@pytest.mark.parametrize(
    ("ids", "created", "reported"),
    [(Ids.PUBLISHED, "2123", 2123), (Ids.TEXT, "2123", "2123"), (Ids.NUMBER, 2123, 2123)],
)
def test_ids_as_text_or_numbers(tmp_path: Path, ids: Ids, created: Any, reported: Any) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(ids=ids)) as practice:
        assert call(practice, "POST", "/api/CreateBatch/1").json["id"] == created
        assert asked(practice, "2123")["id"] == reported


@pytest.mark.parametrize(
    ("flags", "no", "yes"),
    [(Flags.TEXT, "false", "true"), (Flags.BOOLEAN, False, True), (Flags.NUMBER, 0, 1)],
)
def test_flags_as_text_booleans_or_numbers(tmp_path: Path, flags: Flags, no: Any, yes: Any) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(flags=flags)) as practice:
        batch_id = sent(practice, ONE)
        before = asked(practice, batch_id)["documents"][0]
        call(practice, "POST", f"/api/AcceptBatch/{batch_id}")
        practice.wait_until(batch_id, Status.CLOSED)
        after = asked(practice, batch_id)["documents"][0]

    for reported, expected in ((before, no), (after, yes)):
        assert json.dumps([reported["signed"], reported["signingResult_Success"]]) == json.dumps(
            [expected] * 2
        )


@pytest.mark.parametrize(
    ("form", "numbering", "expected"),
    [
        (StatusForm.NAME, Numbering.NEWER, ["UPLOADED", "ACCEPTED", "READY", "IN_PROGRESS"]),
        (StatusForm.NUMBER, Numbering.NEWER, [1, 2, 3, 4]),
        (StatusForm.NUMBER_TEXT, Numbering.NEWER, ["1", "2", "3", "4"]),
        (StatusForm.NAME, Numbering.OLDER, ["NEW", "ACCEPTED", "READY", "IN_PROGRESS"]),
        (StatusForm.NUMBER, Numbering.OLDER, [0, 1, 2, 3]),
    ],
)
def test_statuses_in_both_numberings(
    tmp_path: Path, form: StatusForm, numbering: Numbering, expected: list[Any]
) -> None:
    profile = ResponseProfile(status_form=form, numbering=numbering, steps=Steps.BY_POLL)
    with running_practice(tmp_path, profile=profile) as practice:
        batch_id = sent(practice, ONE)
        seen = statuses(practice, batch_id, 1)
        call(practice, "POST", f"/api/AcceptBatch/{batch_id}")
        seen += statuses(practice, batch_id, 3)

    assert seen == expected


@pytest.mark.parametrize(("numbering", "closed"), [(Numbering.NEWER, 6), (Numbering.OLDER, 5)])
def test_closed_is_another_number_in_each_numbering(
    tmp_path: Path, numbering: Numbering, closed: int
) -> None:
    profile = ResponseProfile(status_form=StatusForm.NUMBER, numbering=numbering)
    with running_practice(tmp_path, profile=profile) as practice:
        batch_id = accepted(practice, ONE)
        practice.wait_until(batch_id, Status.CLOSED)

        assert asked(practice, batch_id)["status"] == closed


@pytest.mark.parametrize(
    ("form", "expected"),
    [(DocumentsForm.NULL, None), (DocumentsForm.EMPTY, []), (DocumentsForm.MISSING, "absent")],
)
def test_documents_missing_null_or_empty(tmp_path: Path, form: DocumentsForm, expected: Any) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(documents=form)) as practice:
        assert asked(practice, sent(practice, ONE)).get("documents", "absent") == expected


def test_odd_documents_are_a_list_of_anything(tmp_path: Path) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(documents=DocumentsForm.ODD)) as practice:
        odd = asked(practice, sent(practice, ONE))["documents"]

    assert None in odd
    assert {"fileName": 5, "signed": "perhaps"} in odd


def test_byte_order_mark_and_wrong_content_type(tmp_path: Path) -> None:
    with running_practice(
        tmp_path, profile=ResponseProfile(byte_order_mark=True, content_type="text/html")
    ) as practice:
        reply = call(practice, "POST", "/api/CreateBatch/1")

    assert reply.body.startswith(b"\xef\xbb\xbf{")
    assert reply.headers["content-type"].startswith("text/html")


def accept_by(practice: PracticeRun, form: AcceptForm, batch_id: str) -> Reply:
    if form is AcceptForm.PATH:
        return call(practice, "POST", f"/api/AcceptBatch/{batch_id}")
    if form is AcceptForm.QUERY:
        return call(practice, "POST", f"/api/AcceptBatch?batchId={batch_id}")
    return call(practice, "POST", "/api/AcceptBatch", json.dumps({"batchId": int(batch_id)}).encode())


FORMS = [AcceptForm.PATH, AcceptForm.QUERY, AcceptForm.BODY]


@pytest.mark.parametrize("refusal", [404, 405])
@pytest.mark.parametrize("used", FORMS)
@pytest.mark.parametrize("taken", FORMS)
def test_accept_takes_the_forms_it_is_told_to_take(
    tmp_path: Path, taken: AcceptForm, used: AcceptForm, refusal: int
) -> None:
    profile = ResponseProfile(accept_forms=(taken,), accept_refusal_status=refusal)
    with running_practice(tmp_path, profile=profile) as practice:
        batch_id = sent(practice, ONE)
        reply = accept_by(practice, used, batch_id)

        assert reply.status == (202 if used is taken else refusal)
        assert practice.ledger.accepted(batch_id) == (used is taken)


@pytest.mark.parametrize("taken", [AcceptForm.QUERY, AcceptForm.BODY])
def test_query_and_body_in_one_request_serve_both(tmp_path: Path, taken: AcceptForm) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(accept_forms=(taken,))) as practice:
        batch_id = sent(practice, ONE)
        body = json.dumps({"batchId": batch_id}).encode()

        assert call(practice, "POST", f"/api/AcceptBatch?batchId={batch_id}", body).status == 202


def test_a_catch_all_says_200_with_a_page_to_everything_unknown(tmp_path: Path) -> None:
    profile = ResponseProfile(catch_all=True, accept_forms=(AcceptForm.QUERY,))
    with running_practice(tmp_path, profile=profile) as practice:
        batch_id = sent(practice, ONE)
        replies = [
            call(practice, "POST", f"/api/AcceptBatch/{batch_id}"),
            call(practice, "GET", "/api/anything"),
        ]

        assert [one.status for one in replies] == [200, 200]
        assert all(one.body.startswith(b"<!DOCTYPE html>") for one in replies)
        assert practice.ledger.accepted(batch_id) == 0


@pytest.mark.parametrize(
    ("answer", "status", "is_json"),
    [
        (UploadAnswer.JSON_202, 202, True),
        (UploadAnswer.EMPTY_204, 204, False),
        (UploadAnswer.EMPTY_200, 200, False),
    ],
)
def test_upload_answers(tmp_path: Path, answer: UploadAnswer, status: int, is_json: bool) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(upload_answer=answer)) as practice:
        call(practice, "POST", "/api/CreateBatch/1")
        reply = call(practice, "POST", "/api/upload/2123", package(ONE))

        assert (reply.status, bool(reply.body)) == (status, is_json)
        assert practice.status_of("2123") is Status.UPLOADED


def test_a_lost_upload_is_answered_well_but_the_batch_stays_new(tmp_path: Path) -> None:
    profile = ResponseProfile(uploads_lost=1, upload_answer=UploadAnswer.EMPTY_204)
    with running_practice(tmp_path, profile=profile) as practice:
        first, second = sent(practice, ONE), sent(practice, ONE)

        assert [asked(practice, one)["status"] for one in (first, second)] == ["NEW", "UPLOADED"]


@pytest.mark.parametrize("status", [413, 404])
def test_an_upload_over_the_limit_is_refused(tmp_path: Path, status: int) -> None:
    size_bytes = len(package(ONE))
    profile = ResponseProfile(largest_upload_bytes=size_bytes - 1, too_large_status=status)
    with running_practice(tmp_path, profile=profile) as practice:
        call(practice, "POST", "/api/CreateBatch/1")
        too_large = call(practice, "POST", "/api/upload/2123", package(ONE))
        practice.profile = ResponseProfile(largest_upload_bytes=size_bytes)
        just_right = call(practice, "POST", "/api/upload/2123", package(ONE))

    assert (too_large.status, just_right.status) == (status, 202)


def test_the_refusal_of_a_process_can_be_404(tmp_path: Path) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(process_error_status=404)) as practice:
        assert call(practice, "POST", "/api/CreateBatch/9").status == 404


@pytest.mark.parametrize("stuck", [Status.ACCEPTED, Status.READY, Status.IN_PROGRESS, Status.FINISHING])
def test_a_stuck_batch_never_goes_on(tmp_path: Path, stuck: Status) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(steps=Steps.BY_POLL, stuck_at=stuck)) as practice:
        seen = statuses(practice, accepted(practice, ONE), 12)

    assert set(seen[-3:]) == {stuck.name}


def test_an_odd_status_stands_in_for_ready(tmp_path: Path) -> None:
    profile = ResponseProfile(steps=Steps.BY_POLL, odd_status="WARMING UP")
    with running_practice(tmp_path, profile=profile) as practice:
        assert statuses(practice, accepted(practice, ONE), 2) == ["ACCEPTED", "WARMING UP"]


def test_an_expired_result_is_404_although_the_batch_is_closed(tmp_path: Path) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(expired=True)) as practice:
        batch_id = accepted(practice, ONE)
        practice.wait_until(batch_id, Status.CLOSED)

        assert call(practice, "GET", f"/api/batchfile/{batch_id}").status == 404
        assert asked(practice, batch_id)["status"] == "CLOSED"


def test_a_download_without_its_length(tmp_path: Path) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(download_length=False)) as practice:
        batch_id = accepted(practice, ONE)
        practice.wait_until(batch_id, Status.CLOSED)
        reply = call(practice, "GET", f"/api/batchfile/{batch_id}")

    assert "content-length" not in reply.headers
    assert reply.archive.testzip() is None
