from __future__ import annotations

import getpass
import platform

import pytest

from signdesk.domain.batches import Delivery
from signdesk.domain.settings import Saving
from signdesk.jobs.order_terms import sent_by


@pytest.mark.parametrize(
    ("user", "computer", "told"),
    [
        ("anna", "office-7", "anna on office-7"),
        ("anna", "", "anna"),
        (KeyError("getpwuid(): uid not found: 4711"), "office-7", "office-7"),
        (OSError("No username set in the environment"), "", ""),
        ("anna\udcff", "office-7", "anna\ufffd on office-7"),
    ],
)
def test_who_ordered_it_never_fails(
    monkeypatch: pytest.MonkeyPatch, user: str | Exception, computer: str, told: str
) -> None:
    def named() -> str:
        if isinstance(user, Exception):
            raise user
        return user

    monkeypatch.setattr(getpass, "getuser", named)
    monkeypatch.setattr(platform, "node", lambda: computer)
    assert sent_by() == told


def test_each_setting_of_saving_is_in_the_order() -> None:
    assert Saving().delivery == Delivery(receipt=True)
    other = Saving(file_name="{first}", unpack=True, delete_from_server=False, receipts=False)
    assert other.delivery == Delivery("{first}", unpack=True, keep_copy=True, receipt=False)
