"""The six methods, one coroutine each: what they do to batches and what they answer.

Routing, sign-in and scripted troubles are in `app`; the forms of values in `replies`.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import shutil
from collections.abc import Callable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse

from signdesk.domain.reports import NOT_STARTED, Status
from signdesk.domain.servers import AcceptForm
from signdesk.practice import replies
from signdesk.practice.batches import CHECK, SEAL, BadPackage, Pace, PracticeBatch, unpack
from signdesk.practice.course import run_course
from signdesk.practice.dialect import Dialect, UploadAnswer
from signdesk.practice.keys import SealKey
from signdesk.practice.ledger import Ledger
from signdesk.practice.numbers import FIRST
from signdesk.practice.work import Workshop

_LARGEST_BODY_BYTES = 4096


class PracticeService:
    """All batches of one server. Belongs to the loop; only `dialect` may be set from any thread."""

    def __init__(
        self,
        folder: Path,
        key: SealKey,
        dialect: Dialect,
        pace_s: float,
        ledger: Ledger,
        numbers: Callable[[], int] | None = None,
    ) -> None:
        """`numbers`: of batches, one at each call; None: from the first on."""
        self.dialect = dialect
        self.ledger = ledger
        self.batches: dict[str, PracticeBatch] = {}
        self.workshop = Workshop(key)
        self._folder = folder
        self._pace_s = pace_s
        self._next_number = numbers or itertools.count(FIRST).__next__
        self._lost_uploads = 0

    async def create(self, request: Request) -> Response:
        """POST /api/CreateBatch/{processId}"""
        process = request.path_params["process_id"]
        if process not in (str(SEAL), str(CHECK)):
            return self._problem("process id not valid", self.dialect.process_error_status)
        number = self._next_number()
        folder = self._folder / str(number)
        folder.mkdir(mode=0o700)
        batch = PracticeBatch(number, int(process), folder, Pace(self._pace_s, self.dialect.steps))
        self.batches[str(number)] = batch
        return replies.json_reply(replies.created(batch, self.dialect), 201, self.dialect)

    async def upload(self, request: Request) -> Response:
        """POST /api/upload/{batchId}"""
        batch = self._batch(request)
        largest = self.dialect.largest_upload_bytes
        size_bytes = 0
        target = (batch.folder if batch else self._folder) / "package.zip"
        with target.open("wb") as file:
            async for chunk in request.stream():
                size_bytes += len(chunk)
                if batch and (largest is None or size_bytes <= largest):
                    await asyncio.to_thread(file.write, chunk)
        if largest is not None and size_bytes > largest:
            return self._problem("request too large", self.dialect.too_large_status)
        if batch is None or batch.status not in (Status.NEW, Status.UPLOADED):
            return self._unknown()
        return await self._keep(batch)

    async def status(self, request: Request) -> Response:
        """GET /api/BatchStatus/{batchId}"""
        batch = self._batch(request)
        if batch is None:
            return self._unknown()
        await batch.pace.asked()
        reply = replies.json_reply(replies.reported(batch, self.dialect), 200, self.dialect)
        batch.pace.answered(batch.course is not None and not batch.course.done())
        return reply

    async def accept(self, request: Request) -> Response:
        """POST /api/AcceptBatch, in the forms that the dialect takes"""
        batch_id = await self._accepted_id(request)
        if batch_id is None:
            return self._not_this_way()
        batch = self.batches.get(batch_id)
        if batch is None or batch.status is Status.DELETED:
            return self._unknown()
        if batch.status is Status.NEW:
            return self._problem("batch holds no package", 400)
        self.ledger.note_accepted(batch_id)
        if batch.course is None:
            self.ledger.note_sealed(batch_id)
            if self.dialect.stuck_at not in NOT_STARTED:
                batch.status = Status.ACCEPTED
            batch.course = asyncio.create_task(run_course(batch, self.workshop, lambda: self.dialect))
        return replies.json_reply(replies.accepted(batch, self.dialect), 202, self.dialect)

    async def download(self, request: Request) -> Response:
        """GET /api/batchfile/{batchId}"""
        batch = self._batch(request)
        if batch is None or batch.result is None or self.dialect.expired:
            return self._problem("no result for this batch", 404)
        if self.dialect.download_length:
            return FileResponse(batch.result, media_type="application/octet-stream")
        whole = await asyncio.to_thread(batch.result.read_bytes)
        return StreamingResponse(iter([whole]), media_type="application/octet-stream")

    async def delete(self, request: Request) -> Response:
        """DELETE /api/BatchDeleteCache/{batchId}"""
        batch = self._batch(request)
        if batch is None or batch.status is Status.DELETED:
            return self._unknown()
        if batch.course is not None:
            batch.course.cancel()
        batch.status, batch.result = Status.DELETED, None
        await asyncio.to_thread(shutil.rmtree, batch.folder, ignore_errors=True)
        self.ledger.note_deleted(str(batch.id))
        return replies.json_reply(replies.reported(batch, self.dialect), 200, self.dialect)

    async def _keep(self, batch: PracticeBatch) -> Response:
        if self._lost_uploads < self.dialect.uploads_lost:
            self._lost_uploads += 1
            return self._uploaded(batch)
        try:
            held = await asyncio.to_thread(unpack, batch.package, batch.folder)
        except BadPackage as error:
            return self._problem(str(error), 400)
        batch.documents, batch.status = held, Status.UPLOADED
        return self._uploaded(batch)

    def _uploaded(self, batch: PracticeBatch) -> Response:
        if self.dialect.upload_answer is UploadAnswer.EMPTY_204:
            return Response(status_code=204)
        if self.dialect.upload_answer is UploadAnswer.EMPTY_200:
            return Response(status_code=200)
        return replies.json_reply(replies.uploaded(batch, self.dialect), 202, self.dialect)

    async def _accepted_id(self, request: Request) -> str | None:
        """The batch id, if it came in a form that the dialect takes."""
        forms = self.dialect.accept_forms
        in_path: str | None = request.path_params.get("batch_id")
        if in_path is not None:
            return in_path if AcceptForm.PATH in forms else None
        if AcceptForm.QUERY in forms and "batchId" in request.query_params:
            return request.query_params["batchId"]
        return await _id_in_body(request) if AcceptForm.BODY in forms else None

    def _batch(self, request: Request) -> PracticeBatch | None:
        return self.batches.get(request.path_params["batch_id"])

    def _not_this_way(self) -> Response:
        if self.dialect.catch_all:
            return replies.html_page()
        return self._problem("no such address", self.dialect.accept_refusal_status)

    def _unknown(self) -> Response:
        return self._problem("batch not found", 404)

    def _problem(self, message: str, http_status: int) -> Response:
        return replies.problem(message, http_status, self.dialect)


async def _id_in_body(request: Request) -> str | None:
    """`{"batchId": 2123}` or "2123" as its value. What is longer is not read to its end."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST_BODY_BYTES:
            return None
    try:
        value = json.loads(body)["batchId"]
    except (ValueError, KeyError, TypeError):
        return None
    return str(value)
