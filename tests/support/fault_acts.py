"""What the fault proxy can do to a request, as values. How they read and what they do: `fault_proxy`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from tests.support.fault_answers import Reply


class Gate(Enum):
    """What becomes of attempts to connect."""

    OPEN = auto()
    REFUSING = auto()
    SILENT = auto()  # the kernel lets them wait for ever
    STRANGE = auto()  # a secure connection with a certificate that nobody trusts


class Moment(Enum):
    """When a connection breaks. The server has done its work from DONE on."""

    HEAD = auto()
    BODY = auto()
    DONE = auto()
    ANSWER_HEAD = auto()
    ANSWER = auto()


class Ending(Enum):
    """How it breaks."""

    RESET = auto()
    CLOSE = auto()
    HALF_CLOSE = auto()  # our side only
    STALL = auto()  # nothing more happens until the client goes away


@dataclass(frozen=True)
class Break:
    moment: Moment
    ending: Ending = Ending.RESET
    at: int = 0


@dataclass(frozen=True)
class Early:
    answer: bytes


@dataclass(frozen=True)
class Instead:
    answer: bytes
    done: bool = False


@dataclass(frozen=True)
class Bent:
    """`bend` makes the bytes that are sent; the connection is closed in good order afterwards."""

    bend: Callable[[Reply], bytes]


@dataclass(frozen=True)
class Drip:
    """Of the whole answer, of its body alone, or, `of_request`, of the request's body."""

    size_bytes: int = 1
    tick_s: float = 0.01
    body_only: bool = False
    of_request: bool = False


@dataclass(frozen=True)
class ShutAfter:
    gate: Gate


@dataclass(frozen=True)
class While:
    at: int
    call: Callable[[], object]


@dataclass(frozen=True)
class Doubled:
    """The whole answer twice in one packet; the connection stays."""


Act = Break | Early | Instead | Bent | Drip | ShutAfter | While | Doubled


@dataclass(frozen=True)
class Rule:
    """`words`: only where the server's answer holds them (for acts that let the request through)."""

    act: Act
    verb: str
    prefix: str
    skip: int = 0
    times: int | None = 1
    words: bytes = b""

    def is_due(self, seen: int) -> bool:
        """For the request that comes after so many."""
        return self.skip <= seen and (self.times is None or seen < self.skip + self.times)


@dataclass
class Passed:
    """One request. `status`: of the server's own answer, 0 where it got no (whole) request."""

    connection: int
    verb: str
    target: str
    act: Act | None
    status: int = 0
