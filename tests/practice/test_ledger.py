"""The ledger tells tests what reached the server."""

from __future__ import annotations

from pathlib import Path

from signdesk.practice.service import Method
from tests.practice.calls import accepted, call, package
from tests.support.practice_runner import running_practice
from tests.support.samples import blank_pdf


def test_holds_every_request_in_order_with_what_it_carried(tmp_path: Path) -> None:
    with running_practice(tmp_path) as practice:
        batch_id = accepted(practice, {"a.pdf": blank_pdf()})
        call(practice, "GET", f"/api/BatchStatus/{batch_id}?verbose=1")
        received = practice.ledger.received

    assert [one.method for one in received] == [Method.CREATE, Method.UPLOAD, Method.ACCEPT, Method.STATUS]
    assert [one.number for one in received] == [0, 1, 2, 3]
    assert [one.verb for one in received] == ["POST", "POST", "POST", "GET"]
    assert [one.http_status for one in received] == [201, 202, 202, 200]
    assert [one.batch_id for one in received] == ["", batch_id, batch_id, batch_id]
    assert received[1].body_bytes == len(package({"a.pdf": blank_pdf()}))
    assert received[1].header("content-length") == str(received[1].body_bytes)
    assert (received[3].path, received[3].query) == (f"/api/BatchStatus/{batch_id}", "verbose=1")


def test_counts_what_was_carried_out_apart_from_what_was_asked(tmp_path: Path) -> None:
    with running_practice(tmp_path) as practice:
        batch_id = accepted(practice, {"a.pdf": blank_pdf()})
        call(practice, "POST", f"/api/AcceptBatch/{batch_id}")
        call(practice, "POST", "/api/AcceptBatch/77")
        call(practice, "DELETE", f"/api/BatchDeleteCache/{batch_id}")
        call(practice, "DELETE", f"/api/BatchDeleteCache/{batch_id}")
        ledger = practice.ledger

    assert ledger.count(Method.ACCEPT) == 3
    assert ledger.accepted(batch_id) == 2
    assert ledger.sealed(batch_id) == 1
    assert ledger.accepted("77") == 0
    assert ledger.count(Method.DELETE) == 2
    assert ledger.deleted(batch_id) == 1


def test_unknown_routes_and_refused_keys_are_in_it_too(tmp_path: Path) -> None:
    with running_practice(tmp_path) as practice:
        call(practice, "GET", "/api/ListProcesses")
        call(practice, "POST", "/api/CreateBatch/1", headers={"API-KEY": "wrong"})
        received = practice.ledger.received

    assert [(one.method, one.http_status) for one in received] == [(None, 404), (None, 401)]
