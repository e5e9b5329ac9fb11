"""How a result is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signdesk.domain.batches import Batch, Delivery
from signdesk.domain.documents import is_safe_name
from signdesk.domain.errors import InputProblem
from signdesk.domain.file_names import DEFAULT_TEMPLATE, PLACEHOLDERS, Facts, checked, file_name, live_example
from signdesk.jobs.download_step import result_name
from tests.storage.journal_values import BATCHES

MADE = datetime(2026, 11, 23, 14, 2, 59).astimezone()
FACTS = Facts("Company seal", MADE, ("Invoice 17.pdf", "Lease.pdf"), "4711")


def test_the_default_is_todays_name() -> None:
    assert file_name(DEFAULT_TEMPLATE, FACTS) == "Company seal 2026-11-23 14.02.zip"


@given(BATCHES)
def test_every_batch_gets_a_name_also_by_a_template_that_nobody_knows_any_more(batch: Batch) -> None:
    assert is_safe_name(result_name(batch))
    facts = Facts(batch.process.label, batch.created_at, (), "")
    usual = replace(batch, delivery=Delivery(DEFAULT_TEMPLATE))
    assert file_name(DEFAULT_TEMPLATE, facts) == result_name(usual)
    assert result_name(replace(batch, delivery=Delivery("{planet}"))) == result_name(usual)


def test_the_time_is_this_machines_own() -> None:
    assert file_name("{date} {time}", Facts("x", MADE.astimezone(UTC), (), "")) == "2026-11-23 14.02.zip"


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{first} and {count}, no. {number}", "Invoice 17 and 2, no. 4711.zip"),
        (" {process}.zip ", "Company seal.zip"),
        ("a.zip.ZIP", "a.zip"),
        ("CON", "_CON.zip"),
    ],
)
def test_templates(template: str, name: str) -> None:
    assert file_name(template, FACTS) == name


def test_a_value_that_looks_like_a_part_is_not_filled_in_again() -> None:
    assert file_name("{process}", Facts("{number}/x", MADE, (), "secret")) == "{number}_x.zip"


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("", "empty"),
        (".zip", "empty"),
        ("{process} {dat}", "“{dat}” is not a part"),
        ("{}", "“{}” is not a part"),
        ("{date", "stands alone"),
        ("date}", "stands alone"),
        ("{{date}}", "stands alone"),
        ("a/b", "cannot hold “/”"),
        ("a\tb", "cannot hold “character 9”"),
        ("x" * 201, "longer than 200"),
    ],
)
def test_what_cannot_be_a_template_is_told(template: str, says: str) -> None:
    with pytest.raises(InputProblem) as told:
        checked(template)
    assert says in str(told.value)


def test_the_live_example() -> None:
    assert live_example("{first} {count} {number}", "Seal", MADE) == "Invoice 17 2 4711.zip"


@given(st.text(), st.text(), st.lists(st.sampled_from([f"{{{one}}}" for one in PLACEHOLDERS]), min_size=1))
def test_whatever_it_is_made_of_the_name_is_legal(label: str, document: str, parts: list[str]) -> None:
    name = file_name(" ".join(parts[:10]), Facts(label, MADE, (document,), label))
    assert is_safe_name(name)
    assert name.endswith(".zip")
