"""Status codes -> domain errors and their words."""

from __future__ import annotations

import pytest

from signdesk.domain.errors import (
    BadAnswer,
    NotFound,
    Redirected,
    Refused,
    ServerFailed,
    ServerProblem,
    SignInRefused,
    TooBusy,
    Unclear,
)
from signdesk.seal_api import failures
from signdesk.seal_api.answers import Answer, one_line
from signdesk.seal_api.api_request import ApiMethod

DATE = "Mon, 23 Nov 2026 10:00:00 GMT"


@pytest.mark.parametrize("step", list(ApiMethod))
@pytest.mark.parametrize(
    ("status", "error"),
    [
        (101, BadAnswer),
        (300, Redirected), (301, Redirected), (304, Redirected), (307, Redirected), (308, Redirected),
        (400, Refused), (401, SignInRefused), (403, SignInRefused), (404, NotFound), (405, Refused),
        (407, Refused), (408, Unclear), (409, Refused), (411, Refused), (413, Refused), (415, Refused),
        (429, TooBusy), (500, ServerFailed), (501, ServerFailed), (502, ServerFailed), (503, TooBusy),
        (504, ServerFailed), (599, ServerFailed), (999, BadAnswer),
    ],
)  # fmt: skip
def test_rows_17_to_19_each_status_has_its_error_in_every_step(
    status: int, error: type[ServerProblem], step: ApiMethod
) -> None:
    found = failures.refusal(step, Answer(status))
    assert type(found) is error
    assert found.status == status
    assert str(found).endswith(".")
    assert found.detail == f"HTTP {status}"


def test_row_18_400_at_create_names_the_process() -> None:
    assert "process is not valid on this server" in str(failures.refusal(ApiMethod.CREATE, Answer(400)))


def test_row_17_404_is_worded_by_the_step() -> None:
    sentences = {
        str(failures.refusal(step, Answer(404))) for step in ApiMethod if step is not ApiMethod.DELETE
    }
    assert len(sentences) == 5


@pytest.mark.parametrize("status", [404, 500])
def test_rows_17_and_29_a_large_upload_names_the_likely_size_limit(status: int) -> None:
    assert "35 MB" in str(failures.refusal(ApiMethod.UPLOAD, Answer(status), 35_000_000))
    assert "MB" not in str(failures.refusal(ApiMethod.UPLOAD, Answer(status), 1_000_000))


def test_row_29_413_says_too_large_at_any_size() -> None:
    assert "larger than this server takes" in str(failures.refusal(ApiMethod.UPLOAD, Answer(413), 2_000_000))


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "120"}, 120),
        ({"retry-after": "0"}, 1),
        ({"retry-after": "999999"}, 3600),
        ({"retry-after": "Mon, 23 Nov 2026 10:01:30 GMT", "date": DATE}, 90),
        ({"retry-after": "Mon, 23 Nov 2026 09:00:00 GMT", "date": DATE}, 1),
        ({"retry-after": "Tue, 24 Nov 2026 10:00:00 GMT", "date": DATE}, 3600),
        ({"retry-after": "Mon, 23 Nov 2026 11:01:30 +0100", "date": DATE}, 90),
        ({"retry-after": "Mon, 23 Nov 2026 10:01:30 GMT"}, None),
        ({"retry-after": "soon", "date": DATE}, None),
        ({"retry-after": "Mon, 23 Nov 99999999999999999999 10:01:30 GMT", "date": DATE}, None),
        ({"retry-after": "-5"}, None),
        ({}, None),
    ],
)
def test_row_18_retry_after_counts_against_the_replys_own_date(
    status: int, headers: dict[str, str], seconds: float | None
) -> None:
    found = failures.refusal(ApiMethod.STATUS, Answer(status, headers))
    assert isinstance(found, TooBusy)
    assert found.retry_after_s == seconds


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('{"message": "m", "title": "t", "detail": "d", "error": "e"}', "m"),
        ('{"title": "One or more errors", "detail": "d"}', "One or more errors"),
        ('{"Detail": "d", "error": "e"}', "d"),
        ('{"error": {"code": 5, "message": "inner"}}', "inner"),
        ('{"exception": "X", "code": 7, "message": "", "error": "e"}', "e"),
        ('"just text"', "just text"),
        ("plain words", "plain words"),
        (
            "<html><style>p{}</style><title>502 Bad Gateway</title><!-- x --><p>nginx</p></html>",
            "502 Bad Gateway nginx",
        ),
        ('{"message": "a\\u0000b\\u202ec\\nd"}', "a b c d"),
        ("\ufffe\x00", ""),
    ],
)
def test_the_detail_holds_what_the_server_said_as_plain_text(body: str, said: str) -> None:
    found = failures.refusal(ApiMethod.STATUS, Answer(500, {}, body.encode("utf-8", "surrogatepass")))
    assert found.detail == (f"HTTP 500: {said}" if said else "HTTP 500")


def test_the_detail_is_bounded() -> None:
    assert len(failures.refusal(ApiMethod.STATUS, Answer(500, {}, b"x" * 60_000)).detail) < 500
    assert len(failures.refusal(ApiMethod.STATUS, Answer(500, {}, b"[" * 60_000)).detail) < 500


def test_one_line_leaves_ordinary_text_alone() -> None:
    assert one_line("Zażółć gęślą jaźń 日本 – “x”") == "Zażółć gęślą jaźń 日本 – “x”"
