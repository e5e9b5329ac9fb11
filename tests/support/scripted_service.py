"""The practice server as the tests' scripted server: it answers as a profile says, and counts in a ledger."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse

from signdesk.domain.reports import NOT_STARTED, Status
from signdesk.domain.servers import AcceptForm, Numbering
from signdesk.practice.data_folder import SealKey
from signdesk.practice.processing import DocumentProcessor
from signdesk.practice.server_lifecycle import PracticeBatch, ServerLifecycle
from signdesk.practice.service import Method, PracticeService
from tests.support.response_profile import (
    DocumentsForm,
    Flags,
    Ids,
    ResponseProfile,
    StatusForm,
    Steps,
    UploadAnswer,
)
from tests.support.scripted_faults import Cut, Script, html_page
from tests.support.scripted_results import ScriptedProcessor
from tests.support.server_ledger import NUMBER, Ledger

_LARGEST_BODY_BYTES = 4096
_ODD_DOCUMENTS: list[Any] = [None, 7, "test.pdf", [], {}, {"fileName": 5, "signed": "perhaps"}]
_EMPTY_UPLOAD_ANSWERS = {UploadAnswer.EMPTY_204: 204, UploadAnswer.EMPTY_200: 200}


class ScriptedService(PracticeService):
    """`profile` may be set from any thread. `cut` ends the connection of a client's address."""

    routes = (*PracticeService.routes, ("POST", "/api/AcceptBatch", Method.ACCEPT))

    def __init__(self, folder: Path, key: SealKey, profile: ResponseProfile, pace_s: float, cut: Cut) -> None:
        self.profile = profile
        self.ledger = Ledger()
        self.lost_uploads = 0
        self._script = Script(self, lambda: self.profile, cut)
        processor = ScriptedProcessor(key, lambda: self.profile)
        self._scripted = ScriptedLifecycle(processor, pace_s, lambda: self.profile, self.ledger)
        super().__init__(folder, self._scripted)

    async def answer(self, method: Method, request: Request) -> Response:
        """Notes it, and answers, or does what the first fault that is due wants."""
        batch_id = request.path_params.get("batch_id") or request.query_params.get("batchId") or ""
        self.ledger.note_method(request.scope[NUMBER], method, batch_id)
        return await self._script.answer(method, partial(super().answer, method), request)

    async def create(self, request: Request) -> Response:
        """The refusal of a process has the profile's status."""
        response = await super().create(request)
        if response.status_code == 201:
            self._scripted.created(next(reversed(self.batches.values())))
        else:
            response.status_code = self.profile.process_error_status
        return response

    async def keep(self, batch: PracticeBatch) -> Response:
        """Too large, or lost on the way, or kept."""
        largest_bytes = self.profile.largest_upload_bytes
        if largest_bytes is not None and batch.package.stat().st_size > largest_bytes:
            return self.problem("request too large", self.profile.too_large_status)
        if self.lost_uploads < self.profile.uploads_lost:
            self.lost_uploads += 1
            return self.uploaded(batch)
        return await super().keep(batch)

    async def status(self, request: Request) -> Response:
        """The batch moves on by time, or once for each answer."""
        batch = self.batch(request)
        if batch is None:
            return await super().status(request)
        await self._scripted.asked(batch)
        response = await super().status(request)
        self._scripted.answered(batch)
        return response

    async def accept(self, request: Request) -> Response:
        """In the forms that the profile takes."""
        batch_id = await self._accepted_id(request)
        if batch_id is None:
            return self._not_this_way()
        request.path_params["batch_id"] = batch_id
        response = await super().accept(request)
        if response.status_code == 202:
            self.ledger.note_accepted(batch_id)
        return response

    async def download(self, request: Request) -> Response:
        """The result, as long as there is one, with its length or without."""
        if self.profile.expired:
            return self.problem("no result for this batch", 404)
        response = await super().download(request)
        if self.profile.download_length or not isinstance(response, FileResponse):
            return response
        whole = await asyncio.to_thread(Path(response.path).read_bytes)
        return StreamingResponse(iter([whole]), media_type=response.media_type)

    async def delete(self, request: Request) -> Response:
        """Counted where it was carried out."""
        response = await super().delete(request)
        if response.status_code == 200:
            self.ledger.note_deleted(request.path_params["batch_id"])
        return response

    def unknown_address(self) -> Response:
        """A catch-all route has an answer for every address."""
        return html_page() if self.profile.catch_all else super().unknown_address()

    def reply(self, method: Method | None, value: dict[str, Any], http_status: int) -> Response:
        """In the profile's forms."""
        profile = self.profile
        if method is Method.UPLOAD and profile.upload_answer in _EMPTY_UPLOAD_ANSWERS:
            return Response(status_code=_EMPTY_UPLOAD_ANSWERS[profile.upload_answer])
        mark = b"\xef\xbb\xbf" if profile.byte_order_mark else b""
        body = mark + json.dumps(_in_form(method, value, profile), ensure_ascii=False).encode()
        return Response(body, http_status, media_type=profile.content_type)

    async def _accepted_id(self, request: Request) -> str | None:
        """The batch id, if it came in a form that the profile takes."""
        forms = self.profile.accept_forms
        in_path: str | None = request.path_params.get("batch_id")
        if in_path is not None:
            return in_path if AcceptForm.PATH in forms else None
        if AcceptForm.QUERY in forms and "batchId" in request.query_params:
            return request.query_params["batchId"]
        return await _id_in_body(request) if AcceptForm.BODY in forms else None

    def _not_this_way(self) -> Response:
        if self.profile.catch_all:
            return html_page()
        return self.problem("no such address", self.profile.accept_refusal_status)


class ScriptedLifecycle(ServerLifecycle):
    """Stops where the profile says. What moves a batch on is what the profile said when it was created."""

    def __init__(
        self,
        processor: DocumentProcessor,
        pace_s: float,
        profile: Callable[[], ResponseProfile],
        ledger: Ledger,
    ) -> None:
        super().__init__(processor, pace_s)
        self._profile = profile
        self._ledger = ledger
        self._polls: dict[int, _Polls] = {}

    def created(self, batch: PracticeBatch) -> None:
        """Called once for each batch."""
        if self._profile().steps is Steps.BY_POLL:
            self._polls[batch.id] = _Polls()

    def begin(self, batch: PracticeBatch) -> None:
        """A batch that is stuck before its start is confirmed, and never begun."""
        self._ledger.note_sealed(str(batch.id))
        before = batch.status
        super().begin(batch)
        if self._profile().stuck_at in NOT_STARTED:
            batch.status = before

    async def run(self, batch: PracticeBatch) -> None:
        """To the end, or to where it is stuck."""
        try:
            if self._profile().stuck_at not in NOT_STARTED:
                await super().run(batch)
        except _StuckError:
            pass
        finally:
            if batch.id in self._polls:
                self._polls[batch.id].may_answer.set()

    async def pause(self, batch: PracticeBatch) -> None:
        """Some time, or until BatchStatus was answered."""
        if batch.status is self._profile().stuck_at:
            raise _StuckError
        polls = self._polls.get(batch.id)
        if polls is None:
            await super().pause(batch)
            return
        polls.may_answer.set()
        await polls.answers.acquire()

    async def asked(self, batch: PracticeBatch) -> None:
        """Awaited before BatchStatus is answered: a step that is under way ends first."""
        if batch.id in self._polls:
            await self._polls[batch.id].may_answer.wait()

    def answered(self, batch: PracticeBatch) -> None:
        """BatchStatus has read the status: the next step may begin."""
        if batch.id in self._polls and batch.work is not None and not batch.work.done():
            self._polls[batch.id].may_answer.clear()
            self._polls[batch.id].answers.release()


class _Polls:
    """Of one batch whose steps wait for BatchStatus."""

    def __init__(self) -> None:
        self.answers = asyncio.Semaphore(0)
        self.may_answer = asyncio.Event()
        self.may_answer.set()


class _StuckError(Exception):
    pass


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


def _in_form(method: Method | None, value: dict[str, Any], profile: ResponseProfile) -> dict[str, Any]:
    """The published value of a method's answer, changed into the profile's forms."""
    if method is None:
        return value
    number = "batchId" if method is Method.UPLOAD else "id"
    found = {**value, number: _number(value[number], profile)}
    found |= {key: _flag(value[key], profile) for key in ("signed", "isZip") if key in value}
    if "documents" in value:
        found["status"] = _status(Status[value["status"]], profile)
        found.pop("documents")
        if profile.documents is not DocumentsForm.MISSING:
            found["documents"] = _documents(value["documents"], profile)
    return found


def _number(value: int | str, profile: ResponseProfile) -> int | str:
    return {Ids.PUBLISHED: value, Ids.TEXT: str(value), Ids.NUMBER: int(value)}[profile.ids]


def _flag(value: str, profile: ResponseProfile) -> Any:
    is_true = value == "true"
    return {Flags.TEXT: value, Flags.BOOLEAN: is_true, Flags.NUMBER: int(is_true)}[profile.flags]


def _status(status: Status, profile: ResponseProfile) -> str | int:
    """In either published numbering. The older one has no UPLOADED."""
    if status is Status.READY and profile.odd_status:
        return profile.odd_status
    number = int(status)
    if profile.numbering is Numbering.OLDER:
        status = Status.NEW if status is Status.UPLOADED else status
        number = max(number - 1, 0)
    forms: dict[StatusForm, str | int] = {
        StatusForm.NAME: status.name,
        StatusForm.NUMBER: number,
        StatusForm.NUMBER_TEXT: str(number),
    }
    return forms[profile.status_form]


def _documents(documents: list[dict[str, Any]], profile: ResponseProfile) -> Any:
    if profile.documents is not DocumentsForm.LIST:
        return {
            DocumentsForm.NULL: None,
            DocumentsForm.EMPTY: [],
            DocumentsForm.ODD: _ODD_DOCUMENTS,
        }[profile.documents]
    flags = ("signed", "signingResult_Success")
    return [
        one | {key: _flag("true" if profile.flags_lie else one[key], profile) for key in flags}
        for one in documents
    ]
