"""Scripted faults happen when they are due, so often as asked, and to nobody else."""

from __future__ import annotations

import http.client
import threading
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from signdesk.domain.reports import Status
from signdesk.practice.service import Method
from tests.practice.calls import accepted, call, package, sent
from tests.support.practice_runner import running_practice
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.samples import blank_pdf

ONE = {"a.pdf": blank_pdf()}
CREATE = "/api/CreateBatch/1"


def test_a_trouble_ends_after_so_many_calls(tmp_path: Path) -> None:
    profile = ResponseProfile(faults=(ServerFault(Method.CREATE, http_status=503, times=2),))
    with running_practice(tmp_path, profile=profile) as practice:
        answers = [call(practice, "POST", CREATE).status for _ in range(4)]

        assert answers == [503, 503, 201, 201]
        assert len(practice.batch_ids) == 2


def test_a_trouble_can_wait_and_then_stay(tmp_path: Path) -> None:
    profile = ResponseProfile(faults=(ServerFault(Method.CREATE, http_status=404, skip=1),))
    with running_practice(tmp_path, profile=profile) as practice:
        assert [call(practice, "POST", CREATE).status for _ in range(3)] == [201, 404, 404]


def test_troubles_of_one_method_follow_each_other(tmp_path: Path) -> None:
    faults = (
        ServerFault(Method.CREATE, http_status=500, times=1),
        ServerFault(Method.CREATE, http_status=502, times=1),
        ServerFault(Method.STATUS, http_status=401),
    )
    with running_practice(tmp_path, profile=ResponseProfile(faults=faults)) as practice:
        assert [call(practice, "POST", CREATE).status for _ in range(3)] == [500, 502, 201]
        assert call(practice, "GET", "/api/BatchStatus/2123").status == 401


@pytest.mark.parametrize("status", [307, 401, 403, 413, 429, 500, 503])
def test_any_status_with_any_header(tmp_path: Path, status: int) -> None:
    headers = (("Retry-After", "7"), ("Location", "https://elsewhere.example"))
    profile = ResponseProfile(faults=(ServerFault(Method.CREATE, http_status=status, headers=headers),))
    with running_practice(tmp_path, profile=profile) as practice:
        reply = call(practice, "POST", CREATE)

    assert reply.status == status
    assert (reply.headers["retry-after"], reply.headers["location"]) == ("7", "https://elsewhere.example")


@pytest.mark.parametrize("status", [200, 502])
def test_html_where_json_should_be(tmp_path: Path, status: int) -> None:
    profile = ResponseProfile(faults=(ServerFault(Method.CREATE, Answer.HTML, http_status=status),))
    with running_practice(tmp_path, profile=profile) as practice:
        reply = call(practice, "POST", CREATE)

    assert reply.status == status
    assert reply.body.startswith(b"<!DOCTYPE html>")


def test_a_refused_upload_is_read_to_its_end_so_that_the_answer_arrives(tmp_path: Path) -> None:
    profile = ResponseProfile(faults=(ServerFault(Method.UPLOAD, http_status=413),))
    with running_practice(tmp_path, profile=profile) as practice:
        call(practice, "POST", CREATE)
        body = b"x" * 3_000_000

        assert call(practice, "POST", "/api/upload/2123", body).status == 413
        assert practice.ledger.of(Method.UPLOAD)[0].body_bytes == len(body)
        assert practice.status_of("2123") is Status.NEW


@pytest.mark.parametrize("carried_out", [True, False])
def test_an_accept_whose_answer_is_cut_was_carried_out_or_not(tmp_path: Path, carried_out: bool) -> None:
    fault = ServerFault(Method.ACCEPT, Answer.CUT, times=1, carried_out=carried_out)
    with running_practice(tmp_path, profile=ResponseProfile(faults=(fault,))) as practice:
        batch_id = sent(practice, ONE)
        with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
            call(practice, "POST", f"/api/AcceptBatch/{batch_id}")

        assert practice.ledger.count(Method.ACCEPT) == 1
        assert practice.ledger.accepted(batch_id) == carried_out
        if carried_out:
            practice.wait_until(batch_id, Status.CLOSED)


def test_a_short_download_promises_more_than_it_sends(tmp_path: Path) -> None:
    profile = ResponseProfile(faults=(ServerFault(Method.DOWNLOAD, Answer.SHORT, times=1),))
    with running_practice(tmp_path, profile=profile) as practice:
        batch_id = accepted(practice, ONE)
        practice.wait_until(batch_id, Status.CLOSED)
        with pytest.raises(http.client.IncompleteRead) as caught:
            call(practice, "GET", f"/api/batchfile/{batch_id}")
        whole = call(practice, "GET", f"/api/batchfile/{batch_id}").body

    assert caught.value.expected == 1000
    assert caught.value.partial == whole


def test_a_hanging_answer_never_comes_and_hinders_nobody(tmp_path: Path) -> None:
    profile = ResponseProfile(faults=(ServerFault(Method.STATUS, Answer.HANG, times=1),))
    with running_practice(tmp_path, profile=profile) as practice:
        batch_id = sent(practice, ONE)
        address = urlsplit(practice.server.base_url)
        hanging = http.client.HTTPConnection(address.hostname or "", address.port)
        headers = {"API-KEY": practice.credentials.api_key}
        hanging.request("GET", f"/api/BatchStatus/{batch_id}", headers=headers)
        while practice.ledger.count(Method.STATUS) == 0:
            threading.Event().wait(0.002)

        assert call(practice, "GET", f"/api/BatchStatus/{batch_id}").status == 200
        assert [one.http_status for one in practice.ledger.of(Method.STATUS)] == [0, 200]
        hanging.close()


def test_the_server_ends_while_an_answer_hangs(tmp_path: Path) -> None:
    profile = ResponseProfile(faults=(ServerFault(Method.CREATE, Answer.HANG),))
    with running_practice(tmp_path, profile=profile) as practice:
        address = urlsplit(practice.server.base_url)
        hanging = http.client.HTTPConnection(address.hostname or "", address.port, timeout=30)
        hanging.request("POST", CREATE, headers={"API-KEY": practice.credentials.api_key})
        while practice.ledger.count(Method.CREATE) == 0:
            threading.Event().wait(0.002)

    with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
        hanging.getresponse()
    hanging.close()


def test_a_trouble_that_is_carried_out_only_spoils_the_answer(tmp_path: Path) -> None:
    profile = ResponseProfile(faults=(ServerFault(Method.UPLOAD, http_status=500, carried_out=True),))
    with running_practice(tmp_path, profile=profile) as practice:
        call(practice, "POST", CREATE)

        assert call(practice, "POST", "/api/upload/2123", package(ONE)).status == 500
        assert practice.status_of("2123") is Status.UPLOADED
