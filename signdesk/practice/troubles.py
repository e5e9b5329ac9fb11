"""Scripted troubles: a method answers badly so and so often. Only tests ask for any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from signdesk.practice import replies
from signdesk.practice.dialect import Answer, Dialect, Method, Trouble

_PROMISED_TOO_MUCH_BYTES = 1000

Work = Callable[[Request], Awaitable[Response]]
Cut = Callable[[tuple[str, int]], None]


class Script:
    """Counts the calls that reached each trouble. `cut` ends the connection of a client's address."""

    def __init__(self, dialect: Callable[[], Dialect], cut: Cut) -> None:
        self._dialect = dialect
        self._cut = cut
        self._calls: Counter[Trouble] = Counter()

    async def answer(self, method: Method, work: Work, request: Request) -> Response:
        """The method's own answer, or what the first trouble that is due makes of it."""
        trouble = self._due(method)
        if trouble is None:
            return await work(request)
        if trouble.carried_out or trouble.answer is Answer.SHORT:
            done = await work(request)
        else:
            # An answer before the body has been read would reach the client as a broken connection.
            async for _chunk in request.stream():
                pass
            done = Response()
        return self._spoiled(trouble, done, request)

    def _due(self, method: Method) -> Trouble | None:
        for one in self._dialect().troubles:
            if one.method is not method:
                continue
            calls = self._calls[one]
            if calls < one.skip:
                self._calls[one] += 1
            elif one.times is None or calls < one.skip + one.times:
                self._calls[one] += 1
                return one
        return None

    def _spoiled(self, trouble: Trouble, done: Response, request: Request) -> Response:
        headers = dict(trouble.headers)
        if trouble.answer is Answer.HTTP_STATUS:
            reply = replies.problem("scripted trouble", trouble.http_status, self._dialect())
            reply.headers.update(headers)
            return reply
        if trouble.answer is Answer.HTML:
            page = replies.html_page(trouble.http_status)
            page.headers.update(headers)
            return page
        if trouble.answer is Answer.SHORT:
            return _Short(done)
        if trouble.answer is Answer.CUT and request.client is not None:
            self._cut((request.client.host, request.client.port))
        return _Silence()


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
