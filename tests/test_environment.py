"""Secrets are taken out of the environment: no program that is started later gets them (promise P14)."""

from __future__ import annotations

import pytest

from signdesk.domain.errors import InputProblem
from signdesk.domain.servers import Credentials
from signdesk.environment import take_all
from tests.support.canary import KEY, MARK, PASS_PHRASE, PROXY_PASSWORD, TOKEN

SECRETS = {
    "SIGNDESK_API_KEY": KEY,
    "SIGNDESK_KEY_PASS_PHRASE": PASS_PHRASE,
    "SIGNDESK_PROXY_PASSWORD": PROXY_PASSWORD,
}


def test_what_is_there_is_taken_out_and_not_shown() -> None:
    environment = {**SECRETS, "SIGNDESK_TRIES": "2", "PATH": "/bin"}
    given = take_all(environment)
    assert given.credentials == Credentials(api_key=KEY)
    assert (given.transport.key_pass_phrase, given.transport.proxy_password) == (PASS_PHRASE, PROXY_PASSWORD)
    assert given.retry_config.attempts == 2
    assert MARK not in f"{environment}{given}"


def test_also_where_they_contradict_each_other() -> None:
    environment = {**SECRETS, "SIGNDESK_TOKEN": TOKEN}
    with pytest.raises(InputProblem, match="More than one way"):
        take_all(environment)
    assert environment == {}
