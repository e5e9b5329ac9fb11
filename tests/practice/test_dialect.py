"""A dialect travels to the child as JSON."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from signdesk.domain.reports import Status
from signdesk.domain.servers import AcceptForm, Numbering
from signdesk.practice.dialect import (
    Answer,
    Dialect,
    DocumentsForm,
    Flags,
    Ids,
    Method,
    ResultForm,
    StatusForm,
    Steps,
    Trouble,
    UploadAnswer,
    from_json,
    to_json,
)

EVERYTHING_ELSE = Dialect(
    ids=Ids.TEXT,
    flags=Flags.NUMBER,
    status_form=StatusForm.NUMBER_TEXT,
    numbering=Numbering.OLDER,
    documents=DocumentsForm.ODD,
    byte_order_mark=True,
    content_type="text/plain",
    accept_forms=(AcceptForm.BODY,),
    accept_refusal_status=405,
    catch_all=True,
    upload_answer=UploadAnswer.EMPTY_204,
    uploads_lost=2,
    largest_upload_bytes=10,
    too_large_status=404,
    process_error_status=404,
    download_length=False,
    troubles=(Trouble(Method.ACCEPT, Answer.HTML, 503, (("Retry-After", "7"),), 1, 2, True),),
    steps=Steps.BY_POLL,
    stuck_at=Status.NEW,
    odd_status="WARMING_UP",
    expired=True,
    result=ResultForm.DAMAGED,
    unsealed=("a.pdf",),
    flags_lie=True,
    dropped=("b.pdf",),
    renamed=(("c.pdf", "d.pdf"),),
    endings=((".pdf", ".signed.pdf"),),
    swapped=True,
    substituted=("e.pdf",),
    rewritten=("f.pdf",),
    signature_only=True,
    extra_entries=(("report.txt", "Zażółć"),),
)


@pytest.mark.parametrize("dialect", [Dialect(), EVERYTHING_ELSE])
def test_comes_back_as_it_was(dialect: Dialect) -> None:
    travelled = from_json(to_json(dialect))

    assert travelled == dialect
    assert hash(travelled) == hash(dialect), "a list where a tuple was"


def test_the_example_with_everything_leaves_no_field_at_its_default() -> None:
    plain = Dialect()

    assert [
        one.name for one in fields(Dialect) if getattr(plain, one.name) == getattr(EVERYTHING_ELSE, one.name)
    ] == []


def test_is_one_line() -> None:
    assert "\n" not in to_json(EVERYTHING_ELSE)


@pytest.mark.parametrize("field", ["ids", "result", "accept_forms", "stuck_at"])
def test_refuses_values_that_nobody_knows(field: str) -> None:
    with pytest.raises(ValueError):
        from_json(json.dumps({**json.loads(to_json(Dialect())), field: ["?"] if field[0] == "a" else "?"}))
