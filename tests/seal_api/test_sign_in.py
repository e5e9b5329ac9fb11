"""No secret in any text: errors, logs, what is shown (P14)."""

from __future__ import annotations

import base64
import logging
import traceback
from urllib.parse import quote

import pytest

from signdesk.domain.errors import BadAnswer, ServerFailed, ServerProblem
from signdesk.domain.servers import AcceptForm, Credentials, Numbering, SignIn
from signdesk.seal_api.sign_in import HIDDEN, redactor
from tests.seal_api.talking import HASTY, talking
from tests.support.canary import KEY, PASSWORD, TOKEN
from tests.support.raw_server import CUT, RESET, STALL, RawServer, Script, json_reply, reply

ALL = {
    SignIn.API_KEY: Credentials(api_key=KEY),
    SignIn.BASIC: Credentials(user="anna", password=PASSWORD),
    SignIn.BEARER: Credentials(token=TOKEN),
}
BASIC = base64.b64encode(f"anna:{PASSWORD}".encode()).decode()
SECRETS = [KEY, PASSWORD, TOKEN, BASIC]
FORMS = [
    *SECRETS,
    *(quote(one, safe="") for one in SECRETS),
    *(base64.b64encode(one.encode()).decode() for one in SECRETS),
]
ECHO = " ".join(FORMS)
HEADERS = {"X-Echo": ECHO.encode().decode("latin-1"), "Set-Cookie": f"key={KEY}"}


@pytest.mark.parametrize("sign_in", list(ALL))
@pytest.mark.parametrize(
    "script",
    [
        reply(200, ECHO.encode(), headers=HEADERS),
        reply(401, ECHO.encode(), headers=HEADERS),
        json_reply(500, '{"message": "your key was ' + ECHO + '"}'),
        json_reply(200, '{"id": 2123, "status": "' + KEY + TOKEN + PASSWORD + '"}'),
        Script(f"HTTP/1.1 {ECHO}\r\n\r\n".encode(), CUT),
        Script(f"HTTP/1.1 200 OK\r\n{ECHO}\r\n\r\n".encode(), CUT),
        Script(RESET),
        Script(STALL),
        reply(307, headers={"Location": f"http://x/{quote(KEY)}"}),
    ],
    ids=["200", "401", "500", "status", "status line", "header line", "reset", "stall", "redirect"],
)
async def test_no_secret_in_logs_errors_and_reports(
    script: Script | bytes, sign_in: SignIn, caplog: pytest.LogCaptureFixture
) -> None:
    """At DEBUG, with a server that echoes what it was sent, in every encoding."""
    caplog.set_level(logging.DEBUG)
    for name in ("httpx", "httpcore", "httpcore.http11", "httpcore.connection"):
        caplog.set_level(logging.DEBUG, name)
    texts: list[str] = []
    with RawServer(otherwise=script) as server:
        async with talking(server, ALL[sign_in], limits=HASTY) as client:
            for call in (
                client.create_batch(1),
                client.upload("2123", 3, [b"abc"]),
                client.accept("2123", AcceptForm.QUERY_AND_BODY),
                client.batch_status("2123", Numbering.NEWER),
                client.download("2123", bytes),
                client.delete("2123"),
            ):
                try:
                    texts.append(repr(await call))
                except ServerProblem as error:
                    texts += [str(error), repr(error), error.detail, *traceback.format_exception(error)]
            texts.append(repr(client))
    own = ALL[sign_in]
    for secret in filter(None, [own.api_key, own.password, own.token, own.password and BASIC]):
        for form in (secret, quote(secret, safe=""), base64.b64encode(secret.encode()).decode()):
            assert form not in caplog.text
            assert form not in "\n".join(texts)


async def test_no_part_of_a_secret_is_left_where_a_text_is_cut() -> None:
    """A status, and what stands in the place of a number: after 60 characters; a detail: after 400."""
    echo = "x" * 45 + KEY
    answers = [
        json_reply(200, f'{{"id": 1, "status": "{echo}"}}'),
        json_reply(201, f'{{"id": "{echo}"}}'),
        json_reply(500, f'{{"message": "{"x" * 385}{KEY}"}}'),
    ]
    with RawServer(answers) as server:
        async with talking(server, ALL[SignIn.API_KEY]) as client:
            shown = (await client.batch_status("1", Numbering.NEWER)).status.shown
            with pytest.raises(BadAnswer) as caught:
                await client.create_batch(1)
            with pytest.raises(ServerFailed) as failed:
                await client.create_batch(1)
    for text in (shown, str(caught.value), failed.value.detail):
        assert "xxx" in text
        assert KEY[:8] not in text


async def test_our_own_log_names_method_and_status(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with RawServer([json_reply(200, '{"id": 1, "status": "NEW"}')]) as server:
        async with talking(server, ALL[SignIn.API_KEY]) as client:
            await client.batch_status("1", Numbering.NEWER)
    lines = [record.getMessage() for record in caplog.records if record.name.startswith(("signdesk", "http"))]
    assert lines == ["GET /api/BatchStatus/1: 200"]


def test_the_redactor_leaves_short_secrets_and_other_text_alone() -> None:
    assert redactor(Credentials(api_key="a"))("a banana") == "a banana"
    assert redactor(Credentials())("HTTP 500") == "HTTP 500"
    assert redactor(Credentials(api_key="abcd", token="xabcdx"))("xabcdx abcd") == f"{HIDDEN} {HIDDEN}"
