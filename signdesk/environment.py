"""What the environment says: secrets, which are taken out of it at once, and the pacing."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field, replace

from signdesk.domain.errors import InputProblem
from signdesk.domain.retry_config import RetryConfig
from signdesk.domain.servers import Credentials


@dataclass(frozen=True, slots=True)
class WaySecrets:
    """What the way to a server may take beside the sign-in; empty where the environment has none."""

    key_pass_phrase: str = field(default="", repr=False)
    proxy_password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Given:
    """Everything that the environment says to `sign` and `resume`."""

    credentials: Credentials
    transport: WaySecrets
    retry_config: RetryConfig


def take_all(environment: MutableMapping[str, str]) -> Given:
    """Raises InputProblem as the functions below do; no secret is left in `environment` then either."""
    way = take_way_secrets(environment)
    return Given(take_credentials(environment), way, take_retry_config(environment))


def take_credentials(environment: MutableMapping[str, str]) -> Credentials:
    """The secret from SIGNDESK_API_KEY, SIGNDESK_TOKEN or SIGNDESK_USER with SIGNDESK_PASSWORD.

    They are removed from `environment`, so that no child process inherits them (signdesk/README.md, P14).
    Raises InputProblem where they contradict each other.
    """
    names = ("SIGNDESK_API_KEY", "SIGNDESK_TOKEN", "SIGNDESK_USER", "SIGNDESK_PASSWORD")
    api_key, token, user, password = (environment.pop(name, "") for name in names)
    if bool(user) != bool(password):
        raise InputProblem("SIGNDESK_USER and SIGNDESK_PASSWORD belong together: set both or neither.")
    if sum(map(bool, (api_key, token, user))) > 1:
        raise InputProblem(
            "More than one way to sign in is set: keep one of SIGNDESK_API_KEY, SIGNDESK_TOKEN and "
            "SIGNDESK_USER with SIGNDESK_PASSWORD."
        )
    return Credentials(api_key=api_key, user=user, password=password, token=token)


def take_way_secrets(environment: MutableMapping[str, str]) -> WaySecrets:
    """SIGNDESK_KEY_PASS_PHRASE and SIGNDESK_PROXY_PASSWORD, removed from `environment` like the sign-in."""
    names = ("SIGNDESK_KEY_PASS_PHRASE", "SIGNDESK_PROXY_PASSWORD")
    return WaySecrets(*(environment.pop(name, "") for name in names))


def take_retry_config(environment: MutableMapping[str, str]) -> RetryConfig:
    """The default pacing, with SIGNDESK_TRIES, SIGNDESK_STEP_SECONDS, SIGNDESK_POLL_SECONDS and
    SIGNDESK_SETTLE_SECONDS in the place of attempts, step_limit_s, poll_first_s and settle_s.
    Raises InputProblem for a value that is no positive number.
    """
    retry_config = RetryConfig()
    if tries := environment.get("SIGNDESK_TRIES"):
        retry_config = replace(retry_config, attempts=max(1, round(_positive("SIGNDESK_TRIES", tries))))
    if limit := environment.get("SIGNDESK_STEP_SECONDS"):
        retry_config = replace(retry_config, step_limit_s=_positive("SIGNDESK_STEP_SECONDS", limit))
    if poll := environment.get("SIGNDESK_POLL_SECONDS"):
        first_s = _positive("SIGNDESK_POLL_SECONDS", poll)
        retry_config = replace(retry_config, poll_first_s=first_s, poll_cap_s=15 * first_s)
    if settle := environment.get("SIGNDESK_SETTLE_SECONDS"):
        settle_s = _positive("SIGNDESK_SETTLE_SECONDS", settle)
        retry_config = replace(
            retry_config, settle_s=settle_s, second_look_s=min(settle_s, retry_config.second_look_s)
        )
    return retry_config


def _positive(name: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0
    if not 0 < value < 1e6:
        raise InputProblem(f"{name} is “{text}”, but must be a number above 0.")
    return value
