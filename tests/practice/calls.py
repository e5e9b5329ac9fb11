"""A plain HTTP client for the practice server's tests: no retries, no redirects, nothing of ours."""

from __future__ import annotations

import http.client
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tests.support.practice_runner import PracticeRun


@dataclass(frozen=True)
class Reply:
    """One complete answer. Header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.body))


def call(
    practice: PracticeRun, verb: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
) -> Reply:
    """With the right key unless `headers` are given."""
    address = urlsplit(practice.server.base_url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=30)
    try:
        sent = {"API-KEY": practice.credentials.api_key} if headers is None else dict(headers)
        connection.request(verb, path, body if verb == "POST" else None, sent)
        answer = connection.getresponse()
        return Reply(
            answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
        )
    finally:
        connection.close()


def package(documents: Mapping[str, bytes]) -> bytes:
    """A flat ZIP."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in documents.items():
            archive.writestr(name, content)
    return made.getvalue()


def sent(practice: PracticeRun, documents: Mapping[str, bytes], process: int = 1) -> str:
    """Creates a batch and uploads; its id."""
    batch_id = str(call(practice, "POST", f"/api/CreateBatch/{process}").json["id"])
    assert call(practice, "POST", f"/api/upload/{batch_id}", package(documents)).status < 300
    return batch_id


def accepted(practice: PracticeRun, documents: Mapping[str, bytes], process: int = 1) -> str:
    """Creates, uploads and accepts; its id."""
    batch_id = sent(practice, documents, process)
    assert call(practice, "POST", f"/api/AcceptBatch/{batch_id}").status == 202
    return batch_id


def statuses(practice: PracticeRun, batch_id: str, polls: int) -> list[Any]:
    """What so many questions are answered."""
    return [call(practice, "GET", f"/api/BatchStatus/{batch_id}").json["status"] for _ in range(polls)]
