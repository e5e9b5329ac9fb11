"""Faults of the tests' server: a method answers badly so and so often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from signdesk.practice.service import Method, PracticeService
from tests.support.response_profile import Answer, ResponseProfile, ServerFault

HTML = "<!DOCTYPE html><html><head><title>Welcome</title></head><body><p>No JSON here.</p></body></html>"
_PROMISED_TOO_MUCH_BYTES = 1000

Work = Callable[[Request], Awaitable[Response]]
Cut = Callable[[tuple[str, int]], None]


class Script:
    """Counts the calls that reached each fault. `cut` ends the connection of a client's address."""

    def __init__(self, service: PracticeService, profile: Callable[[], ResponseProfile], cut: Cut) -> None:
        self._service = service
        self._profile = profile
        self._cut = cut
        self._calls: Counter[ServerFault] = Counter()

    async def answer(self, method: Method, work: Work, request: Request) -> Response:
        """The method's own answer, or what the first fault that is due makes of it."""
        fault = self._due(method)
        if fault is None:
            return await work(request)
        if fault.carried_out or fault.answer is Answer.SHORT:
            done = await work(request)
        else:
            # An answer before the body has been read would reach the client as a broken connection.
            async for _chunk in request.stream():
                pass
            done = Response()
        return self._spoiled(fault, done, request)

    def _due(self, method: Method) -> ServerFault | None:
        for one in self._profile().faults:
            if one.method is not method:
                continue
            calls = self._calls[one]
            if calls < one.skip:
                self._calls[one] += 1
            elif one.times is None or calls < one.skip + one.times:
                self._calls[one] += 1
                return one
        return None

    def _spoiled(self, fault: ServerFault, done: Response, request: Request) -> Response:
        headers = dict(fault.headers)
        if fault.answer is Answer.HTTP_STATUS:
            reply = self._service.problem("scripted fault", fault.http_status)
            reply.headers.update(headers)
            return reply
        if fault.answer is Answer.HTML:
            page = html_page(fault.http_status)
            page.headers.update(headers)
            return page
        if fault.answer is Answer.SHORT:
            return _Short(done)
        if fault.answer is Answer.CUT and request.client is not None:
            self._cut((request.client.host, request.client.port))
        return _Silence()


def html_page(http_status: int = 200) -> Response:
    """What a portal or a catch-all route answers."""
    return Response(HTML, http_status, media_type="text/html")


class _Short(Response):
    """Passes an answer on, but promises more bytes than follow; the server then drops the connection."""

    def __init__(self, done: Response) -> None:
        super().__init__()
        self._done = done

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def spoil(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    (
                        key,
                        b"%d" % (int(value) + _PROMISED_TOO_MUCH_BYTES)
                        if key == b"content-length"
                        else value,
                    )
                    for key, value in message["headers"]
                ]
            await send({**message, "more_body": True})

        await self._done(scope, receive, spoil)


class _Silence(Response):
    """No answer until the client goes away."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
