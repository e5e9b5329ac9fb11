"""The six methods of the practice server, one coroutine each: what they do to batches and what they answer.

Routes and sign-in are in `app`, the statuses after accept in `server_lifecycle`. Values have the published
forms. `PracticeService` is what a server that answers in other ways subclasses, as the tests' does.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import shutil
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from signdesk.domain.reports import NOT_STARTED, Status
from signdesk.practice.data_folder import FIRST
from signdesk.practice.server_lifecycle import CHECK, SEAL, BadPackage, PracticeBatch, ServerLifecycle, unpack


class Method(StrEnum):
    """The six methods."""

    CREATE = "create"
    UPLOAD = "upload"
    STATUS = "status"
    ACCEPT = "accept"
    DOWNLOAD = "download"
    DELETE = "delete"


class PracticeService:
    """All batches of one server. Belongs to the loop that serves it."""

    # Paths are written exactly as published; of the forms of AcceptBatch the one that is tried first.
    routes: tuple[tuple[str, str, Method], ...] = (
        ("POST", "/api/CreateBatch/{process_id}", Method.CREATE),
        ("POST", "/api/upload/{batch_id}", Method.UPLOAD),
        ("GET", "/api/BatchStatus/{batch_id}", Method.STATUS),
        ("POST", "/api/AcceptBatch/{batch_id}", Method.ACCEPT),
        ("GET", "/api/batchfile/{batch_id}", Method.DOWNLOAD),
        ("DELETE", "/api/BatchDeleteCache/{batch_id}", Method.DELETE),
    )

    def __init__(
        self, folder: Path, lifecycle: ServerLifecycle, numbers: Callable[[], int] | None = None
    ) -> None:
        """`folder`: of packages and results. `numbers`: of batches, one at each call; None: from FIRST on."""
        self.batches: dict[str, PracticeBatch] = {}
        self._folder = folder
        self._lifecycle = lifecycle
        self._next_number = numbers or itertools.count(FIRST).__next__

    async def answer(self, method: Method, request: Request) -> Response:
        """What every request for one of the six methods goes through."""
        methods = {
            Method.CREATE: self.create,
            Method.UPLOAD: self.upload,
            Method.STATUS: self.status,
            Method.ACCEPT: self.accept,
            Method.DOWNLOAD: self.download,
            Method.DELETE: self.delete,
        }
        return await methods[method](request)

    async def create(self, request: Request) -> Response:
        """POST /api/CreateBatch/{processId}. The status is the page's example, not the one of its table."""
        process = request.path_params["process_id"]
        if process not in (str(SEAL), str(CHECK)):
            return self.problem("process id not valid", 400)
        number = self._next_number()
        folder = self._folder / str(number)
        folder.mkdir(mode=0o700)
        batch = self.batches[str(number)] = PracticeBatch(number, int(process), folder)
        return self.reply(Method.CREATE, {**_head(batch), "id": str(batch.id), "status": "1"}, 201)

    async def upload(self, request: Request) -> Response:
        """POST /api/upload/{batchId}. The body is read to its end in any case, so that the answer arrives."""
        batch = self.batch(request)
        with (batch.package if batch else self._folder / "package.zip").open("wb") as file:
            async for chunk in request.stream():
                if batch:
                    await asyncio.to_thread(file.write, chunk)
        if batch is None or batch.status not in NOT_STARTED:
            return self.unknown_batch()
        return await self.keep(batch)

    async def keep(self, batch: PracticeBatch) -> Response:
        """The answer to an upload whose body is in `batch.package`, which is unpacked."""
        try:
            held = await asyncio.to_thread(unpack, batch.package, batch.folder)
        except BadPackage as error:
            return self.problem(str(error), 400)
        batch.documents, batch.status = held, Status.UPLOADED
        return self.uploaded(batch)

    def uploaded(self, batch: PracticeBatch) -> Response:
        """The package was taken. The page shows a PDF's name although `isZip` is true."""
        package = {
            "id": "1",
            "counterpartyId": "1",
            "name": "file_name.pdf",
            "signed": "false",
            "hash": None,
            "signature": None,
            "batchId": batch.id,
            "creationDate": batch.created_at,
            "isZip": "true",
            "tsaId": "1",
        }
        return self.reply(Method.UPLOAD, package, 202)

    async def status(self, request: Request) -> Response:
        """GET /api/BatchStatus/{batchId}"""
        batch = self.batch(request)
        return self.unknown_batch() if batch is None else self.reply(Method.STATUS, _reported(batch), 200)

    async def accept(self, request: Request) -> Response:
        """POST /api/AcceptBatch/{batchId}. A repeated one changes nothing. The status: the page's example."""
        batch = self.batch(request)
        if batch is None or batch.status is Status.DELETED:
            return self.unknown_batch()
        if batch.status is Status.NEW:
            return self.problem("batch holds no package", 400)
        if batch.work is None:
            self._lifecycle.begin(batch)
        return self.reply(Method.ACCEPT, {**_head(batch), "status": "0"}, 202)

    async def download(self, request: Request) -> Response:
        """GET /api/batchfile/{batchId}"""
        batch = self.batch(request)
        if batch is None or batch.result is None:
            return self.problem("no result for this batch", 404)
        return FileResponse(batch.result, media_type="application/octet-stream")

    async def delete(self, request: Request) -> Response:
        """DELETE /api/BatchDeleteCache/{batchId}"""
        batch = self.batch(request)
        if batch is None or batch.status is Status.DELETED:
            return self.unknown_batch()
        if batch.work is not None:
            batch.work.cancel()
        batch.status, batch.result = Status.DELETED, None
        await asyncio.to_thread(shutil.rmtree, batch.folder, ignore_errors=True)
        return self.reply(Method.DELETE, _reported(batch), 200)

    def batch(self, request: Request) -> PracticeBatch | None:
        """The one whose id is in the path."""
        return self.batches.get(request.path_params["batch_id"])

    def unknown_address(self) -> Response:
        """The answer to a path that is none of `routes`."""
        return self.problem("no such address", 404)

    def unknown_batch(self) -> Response:
        """The answer where no batch has the id, or not one that can do this now."""
        return self.problem("batch not found", 404)

    def problem(self, message: str, http_status: int) -> Response:
        """A refusal, worded as the operator's other interfaces word theirs."""
        return self.reply(None, {"status": http_status, "message": message}, http_status)

    def reply(self, method: Method | None, value: dict[str, Any], http_status: int) -> Response:
        """JSON. `method`: whose answer it is; None for a refusal."""
        body = json.dumps(value, ensure_ascii=False).encode()
        return Response(body, http_status, media_type="application/json")


def _head(batch: PracticeBatch) -> dict[str, Any]:
    return {"id": batch.id, "providerSettingsId": "1", "creationDate": batch.created_at}


def _reported(batch: PracticeBatch) -> dict[str, Any]:
    """Of BatchStatus and BatchDeleteCache."""
    documents = [
        {
            "id": str(number),
            "signed": _flag(one.signed),
            "fileName": one.name,
            "signingResult_Success": _flag(one.success),
        }
        for number, one in enumerate(batch.documents, start=1)
    ]
    head = {"id": batch.id, "status": batch.status.name, "creationDate": batch.created_at}
    return {**head, "documents": documents}


def _flag(value: bool) -> str:
    return "true" if value else "false"
