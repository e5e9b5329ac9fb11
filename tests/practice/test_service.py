"""The six methods as published, over real HTTP."""

from __future__ import annotations

from pathlib import Path

import pytest

from signdesk.domain.reports import Status
from signdesk.domain.servers import Credentials
from tests.practice.calls import accepted, call, package, sent, statuses
from tests.support.practice_runner import running_practice
from tests.support.response_profile import ResponseProfile, Steps
from tests.support.samples import blank_pdf

TWO = {"a.pdf": blank_pdf(), "b.csv": b"1;2"}


def test_every_published_status_is_passed_through_in_order(tmp_path: Path) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(steps=Steps.BY_POLL)) as practice:
        batch_id = str(call(practice, "POST", "/api/CreateBatch/1").json["id"])
        seen = statuses(practice, batch_id, 1)
        call(practice, "POST", f"/api/upload/{batch_id}", package(TWO))
        seen += statuses(practice, batch_id, 1)
        call(practice, "POST", f"/api/AcceptBatch/{batch_id}")
        seen += statuses(practice, batch_id, 7)
        call(practice, "DELETE", f"/api/BatchDeleteCache/{batch_id}")
        seen += statuses(practice, batch_id, 1)

    expected = "NEW UPLOADED ACCEPTED READY IN_PROGRESS IN_PROGRESS IN_PROGRESS FINISHING CLOSED DELETED"
    assert seen == expected.split()


def test_documents_are_flagged_one_by_one_while_in_progress(tmp_path: Path) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(steps=Steps.BY_POLL)) as practice:
        batch_id = accepted(practice, TWO)
        polls = [call(practice, "GET", f"/api/BatchStatus/{batch_id}").json for _ in range(6)]

    flags = [[(one["signed"], one["signingResult_Success"]) for one in poll["documents"]] for poll in polls]
    yes, no = ("true", "true"), ("false", "false")
    assert flags == [[no, no], [no, no], [no, no], [yes, no], [yes, yes], [yes, yes]]


def test_the_replies_have_the_published_shapes(tmp_path: Path) -> None:
    with running_practice(tmp_path) as practice:
        created = call(practice, "POST", "/api/CreateBatch/1")
        uploaded = call(practice, "POST", "/api/upload/2123", package({"a.pdf": blank_pdf()}))
        status = call(practice, "GET", "/api/BatchStatus/2123")
        accept = call(practice, "POST", "/api/AcceptBatch/2123")
        practice.wait_until("2123", Status.CLOSED)
        download = call(practice, "GET", "/api/batchfile/2123")
        deleted = call(practice, "DELETE", "/api/BatchDeleteCache/2123")

    replies = [created, uploaded, status, accept, download, deleted]
    assert [one.status for one in replies] == [201, 202, 200, 202, 200, 200]
    assert created.json.keys() == {"id", "providerSettingsId", "creationDate", "status"}
    assert (created.json["id"], created.json["status"]) == ("2123", "1")
    assert uploaded.json["batchId"] == 2123
    assert status.json["status"] == "UPLOADED"
    assert status.json["documents"] == [
        {"id": "1", "signed": "false", "fileName": "a.pdf", "signingResult_Success": "false"}
    ]
    assert accept.json["id"] == 2123
    assert download.headers["content-length"] == str(len(download.body))
    assert deleted.json["status"] == "DELETED"


def test_names_of_any_language_come_back_flat_and_whole(tmp_path: Path) -> None:
    documents = {"Umowa – załącznik.pdf": blank_pdf(), "価格.csv": b"1", "Größe 📄.txt": b"2"}
    with running_practice(tmp_path) as practice:
        batch_id = accepted(practice, documents)
        practice.wait_until(batch_id, Status.CLOSED)
        archive = call(practice, "GET", f"/api/batchfile/{batch_id}").archive

    assert archive.testzip() is None
    assert archive.namelist() == [
        "Umowa – załącznik.pdf", "価格.csv", "価格.csv.p7s", "Größe 📄.txt", "Größe 📄.txt.p7s"
    ]  # fmt: skip
    assert archive.read("価格.csv") == b"1"
    assert archive.read("Umowa – załącznik.pdf").startswith(blank_pdf())


@pytest.mark.parametrize(
    ("verb", "path"),
    [
        ("POST", "/api/CreateBatch/1"),
        ("POST", "/api/upload/2123"),
        ("GET", "/api/BatchStatus/2123"),
        ("POST", "/api/AcceptBatch/2123"),
        ("GET", "/api/batchfile/2123"),
        ("DELETE", "/api/BatchDeleteCache/2123"),
        ("GET", "/anything"),
    ],
)
@pytest.mark.parametrize("headers", [{}, {"API-KEY": "wrong"}, {"API-KEY": ""}, {"X-API-KEY": "practice"}])
def test_without_the_key_nothing_is_done(
    tmp_path: Path, verb: str, path: str, headers: dict[str, str]
) -> None:
    with running_practice(tmp_path) as practice:
        reply = call(practice, verb, path, b"x" * 100_000, headers)

        assert reply.status == 401
        assert practice.batch_ids == ()


def test_a_refused_upload_is_read_to_its_end_so_that_the_answer_arrives(tmp_path: Path) -> None:
    with running_practice(tmp_path) as practice:
        body = b"x" * 5_000_000

        assert call(practice, "POST", "/api/upload/2123", body, {"API-KEY": "wrong"}).status == 401
        assert practice.ledger.received[0].body_bytes == len(body)


@pytest.mark.parametrize(
    ("credentials", "header_name", "headers"),
    [
        (Credentials(), "API-KEY", {}),
        (Credentials(token="t0ken"), "API-KEY", {"Authorization": "Bearer t0ken"}),
        (Credentials(user="anna", password="pass"), "API-KEY", {"Authorization": "Basic YW5uYTpwYXNz"}),
        (Credentials(api_key="k"), "X-Api-Key", {"x-api-key": "k"}),
    ],
)
def test_every_kind_of_sign_in_can_be_asked_for(
    tmp_path: Path, credentials: Credentials, header_name: str, headers: dict[str, str]
) -> None:
    with running_practice(tmp_path, credentials=credentials, api_key_header=header_name) as practice:
        assert call(practice, "POST", "/api/CreateBatch/1", headers=headers).status == 201
        assert practice.server.sign_in is credentials.kind


@pytest.mark.parametrize("process", ["0", "3", "12", "-1", "one", "1.0", "%31x"])
def test_an_unknown_process_is_400(tmp_path: Path, process: str) -> None:
    with running_practice(tmp_path) as practice:
        reply = call(practice, "POST", f"/api/CreateBatch/{process}")

        assert (reply.status, reply.json["message"]) == (400, "process id not valid")
        assert practice.batch_ids == ()


@pytest.mark.parametrize(
    ("verb", "path"),
    [
        ("POST", "/api/upload/77"),
        ("GET", "/api/BatchStatus/77"),
        ("POST", "/api/AcceptBatch/77"),
        ("POST", "/api/AcceptBatch?batchId=77"),
        ("GET", "/api/batchfile/77"),
        ("DELETE", "/api/BatchDeleteCache/77"),
    ],
)
def test_an_unknown_batch_is_404(tmp_path: Path, verb: str, path: str) -> None:
    with running_practice(tmp_path) as practice:
        assert call(practice, verb, path, b"x" * 1000).status == 404


def test_there_is_no_result_before_closed_nor_after_delete(tmp_path: Path) -> None:
    with running_practice(tmp_path, profile=ResponseProfile(steps=Steps.BY_POLL)) as practice:
        batch_id = accepted(practice, TWO)
        early = call(practice, "GET", f"/api/batchfile/{batch_id}")
        statuses(practice, batch_id, 8)
        in_time = call(practice, "GET", f"/api/batchfile/{batch_id}")
        call(practice, "DELETE", f"/api/BatchDeleteCache/{batch_id}")
        late = call(practice, "GET", f"/api/batchfile/{batch_id}")

    assert [early.status, in_time.status, late.status] == [404, 200, 404]


def test_delete_leaves_nothing_of_the_batch_on_disk(tmp_path: Path) -> None:
    with running_practice(tmp_path) as practice:
        batch_id = accepted(practice, TWO)
        practice.wait_until(batch_id, Status.CLOSED)
        call(practice, "DELETE", f"/api/BatchDeleteCache/{batch_id}")

        assert list((tmp_path / "spool").iterdir()) == []


def test_a_second_accept_seals_nothing_again(tmp_path: Path) -> None:
    with running_practice(tmp_path) as practice:
        batch_id = accepted(practice, {"a.pdf": blank_pdf()})
        practice.wait_until(batch_id, Status.CLOSED)
        first = call(practice, "GET", f"/api/batchfile/{batch_id}").body
        again = call(practice, "POST", f"/api/AcceptBatch/{batch_id}")
        second = call(practice, "GET", f"/api/batchfile/{batch_id}").body

        assert again.status == 202
        assert practice.status_of(batch_id) is Status.CLOSED
        assert first == second


def test_a_batch_without_a_package_cannot_be_accepted(tmp_path: Path) -> None:
    with running_practice(tmp_path) as practice:
        batch_id = str(call(practice, "POST", "/api/CreateBatch/1").json["id"])

        assert call(practice, "POST", f"/api/AcceptBatch/{batch_id}").status == 400
        assert practice.ledger.accepted(batch_id) == 0


@pytest.mark.parametrize(
    "body",
    [b"", b"no zip", package({}), package({"folder/a.pdf": b"x"}), package(TWO)[:-30], package(TWO)[9:]],
)
def test_a_package_that_is_no_flat_zip_is_refused(tmp_path: Path, body: bytes) -> None:
    with running_practice(tmp_path) as practice:
        batch_id = str(call(practice, "POST", "/api/CreateBatch/1").json["id"])

        assert call(practice, "POST", f"/api/upload/{batch_id}", body).status == 400
        assert practice.status_of(batch_id) is Status.NEW


def test_a_started_batch_takes_no_other_package(tmp_path: Path) -> None:
    with running_practice(tmp_path) as practice:
        batch_id = accepted(practice, TWO)

        assert call(practice, "POST", f"/api/upload/{batch_id}", package(TWO)).status == 404


def test_batches_do_not_mix(tmp_path: Path) -> None:
    with running_practice(tmp_path) as practice:
        one, other = sent(practice, {"a.csv": b"one"}), sent(practice, {"a.csv": b"other"})
        for batch_id in (other, one):
            call(practice, "POST", f"/api/AcceptBatch/{batch_id}")
            practice.wait_until(batch_id, Status.CLOSED)
        results = [call(practice, "GET", f"/api/batchfile/{each}").archive for each in (one, other)]

    assert [each.read("a.csv") for each in results] == [b"one", b"other"]


def test_the_paths_are_case_sensitive_as_published(tmp_path: Path) -> None:
    with running_practice(tmp_path) as practice:
        assert call(practice, "POST", "/api/createbatch/1").status == 404
        assert call(practice, "POST", "/api/Upload/2123").status == 404
