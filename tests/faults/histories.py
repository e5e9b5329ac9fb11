"""What a history is, as a value: a server's ways, and what a person, the network, the disk and the power do.

A history is drawn whole before anything runs, so that a failure can be repeated and made smaller whatever the
threads did. "Which" of several batches is an index modulo their number. Who carries it out: `living`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

from signdesk.domain.reports import Status
from signdesk.domain.servers import AcceptForm, Numbering
from signdesk.practice.service import Method
from tests.faults import kinds as k
from tests.faults import matrix as m
from tests.faults.kinds import Kind
from tests.support.fault_acts import Gate, ShutAfter
from tests.support.response_profile import (
    DocumentsForm,
    Flags,
    Ids,
    ResponseProfile,
    ResultForm,
    StatusForm,
    Steps,
    UploadAnswer,
)

MOST_ACTIONS = 8
MOST_FAULTS_EACH = 4  # with the actions: 32 in a history
LAST_PASSAGE = 60  # a batch from order to end passes about 50 gates
_ROWS = (
    *(m.RESET_BEFORE, m.BROKEN_OFF, m.FAILED_500, m.GATEWAY, m.NOT_JSON, m.REFUSED, m.SIGN_IN, m.NOT_FOUND),
    *(m.BUSY, m.REDIRECT, m.EMPTY_204),
)


def _kinds_of(method: Method) -> list[Kind]:
    rows = (*_ROWS, m.TRUNCATED) if method is Method.DOWNLOAD else _ROWS
    away = Kind(m.NOT_REACHED, method, "away-afterwards", ShutAfter(Gate.REFUSING), True)
    return [away, *k.kinds(method, *rows)]


KINDS = {method: _kinds_of(method) for method in Method}


@dataclass(frozen=True)
class Fault:
    """After `skip` requests of the kind's method, `times` meet it."""

    kind: Kind
    skip: int = 0
    times: int = 1

    def __repr__(self) -> str:
        return f"<{self.kind}, skip {self.skip}, times {self.times}>"


class What(Enum):
    """What ends or disturbs the running program; STOP is a person's, to all batches under way."""

    CRASH = auto()
    CLOSE = auto()
    STOP = auto()
    TARGET_AWAY = auto()
    JOURNAL_AWAY = auto()
    SLEEP = auto()  # of the machine: all connections are dead afterwards


@dataclass(frozen=True)
class Blow:
    """`at`: counted in gates that the jobs pass (a note's or a call's beginning or end, a pause)."""

    what: What
    at: int


class Deed(Enum):
    """What a person does next; the server's operator does the last one."""

    ORDER = auto()  # `count` documents
    ORDER_TWO = auto()  # two batches at once
    AGAIN = auto()
    START_AGAIN = auto()
    LEAVE = auto()
    WITHDRAW = auto()  # and order the same documents once more
    OTHER_FOLDER = auto()
    REOPEN = auto()
    FORGET_ON_SERVER = auto()


@dataclass(frozen=True)
class Action:
    """One deed, and what happens while the program is at it. `which`: of the batches it can be done to."""

    deed: Deed
    count: int = 1
    which: int = 0
    faults: tuple[Fault, ...] = ()
    blows: tuple[Blow, ...] = ()


@dataclass(frozen=True)
class History:
    """`waits`: the window's jobs; otherwise the command line's. `taken`: the results' names exist already."""

    waits: bool
    profile: ResponseProfile
    numbering: Numbering
    accept_form: AcceptForm
    taken: bool
    actions: tuple[Action, ...] = field(default=())

    def __repr__(self) -> str:
        spoken = {
            name: value
            for name in ResponseProfile.__dataclass_fields__
            if (value := getattr(self.profile, name)) != getattr(_PLAIN, name)
        }
        head = (
            f"waits={self.waits}, numbering={self.numbering}, accept={self.accept_form}, taken={self.taken}"
        )
        lines = [f"History({head}", f"  server {spoken}"]
        lines += [
            f"  {number}. {one.deed.name} x{one.count} which={one.which} faults={list(one.faults)} "
            f"blows={[f'{blow.what.name}@{blow.at}' for blow in one.blows]}"
            for number, one in enumerate(self.actions, 1)
        ]
        return "\n".join([*lines, ")"])

    def _repr_pretty_(self, printer: RepresentationPrinter, _cycle: bool) -> None:
        """Hypothesis would print every field of everything."""
        printer.text(repr(self))


_PLAIN = ResponseProfile(steps=Steps.BY_POLL)
_FORMS = (
    (AcceptForm.PATH, AcceptForm.QUERY, AcceptForm.BODY),
    (AcceptForm.PATH,),
    (AcceptForm.QUERY,),
    (AcceptForm.BODY,),
    (),
)
# Most servers are sound: what is drawn first is what a smaller example falls back to.
_SEALED_BADLY = (ResultForm.SOUND, ResultForm.SOUND, *ResultForm)
_STUCK = (None, None, None, None, Status.UPLOADED, Status.READY, Status.FINISHING)

_faults = st.builds(
    Fault,
    kind=st.sampled_from([Method.ACCEPT, *Method]).flatmap(lambda method: st.sampled_from(KINDS[method])),
    skip=st.integers(0, 3),
    times=st.sampled_from([1, 1, 1, 2, 7, 13]),
)
_blows = st.builds(Blow, what=st.sampled_from(What), at=st.integers(1, LAST_PASSAGE))
_deeds = st.sampled_from(
    [Deed.ORDER, Deed.AGAIN, Deed.REOPEN, Deed.START_AGAIN, Deed.AGAIN, Deed.ORDER, *list(Deed)]
)


def _some_faults(most: int) -> st.SearchStrategy[tuple[Fault, ...]]:
    return st.lists(_faults, max_size=most).map(tuple)


def _actions(deeds: st.SearchStrategy[Deed]) -> st.SearchStrategy[Action]:
    return st.builds(
        Action,
        deed=deeds,
        count=st.integers(1, 3),
        which=st.integers(0, 3),
        faults=_some_faults(MOST_FAULTS_EACH),
        blows=st.lists(_blows, max_size=2).map(tuple),
    )


@st.composite
def _profiles(draw: st.DrawFn) -> ResponseProfile:
    quirk = st.booleans() if draw(st.booleans()) else st.just(False)
    numbering = draw(st.sampled_from([Numbering.NEWER, Numbering.OLDER]))
    return ResponseProfile(
        steps=Steps.BY_POLL,
        ids=draw(st.sampled_from(Ids)),
        flags=draw(st.sampled_from(Flags)),
        status_form=draw(st.sampled_from(StatusForm)),
        numbering=numbering,
        documents=draw(st.sampled_from(DocumentsForm)) if draw(quirk) else DocumentsForm.LIST,
        accept_forms=draw(st.sampled_from(_FORMS)) if draw(st.booleans()) else _FORMS[0],
        accept_refusal_status=draw(st.sampled_from([404, 405])),
        catch_all=draw(quirk),
        upload_answer=draw(st.sampled_from(UploadAnswer)) if draw(quirk) else UploadAnswer.JSON_202,
        uploads_lost=int(draw(quirk)),
        download_length=not draw(quirk),
        stuck_at=draw(st.sampled_from(_STUCK)) if draw(quirk) else None,
        odd_status="Paused" if draw(quirk) else "",
        expired=draw(quirk) and draw(quirk),
        result=draw(st.sampled_from(_SEALED_BADLY)),
        unsealed=("Paper 0.txt",) if draw(quirk) else (),
        flags_lie=draw(quirk),
        dropped=("Paper 1.txt",) if draw(quirk) else (),
        swapped=draw(quirk) and draw(quirk),
        signature_only=draw(quirk),
        extra_entries=(("Report.html", "<p>Sealed.</p>"),) if draw(quirk) else (),
    )


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Any of them."""
    profile = draw(_profiles())
    first = draw(_actions(st.sampled_from([Deed.ORDER, Deed.ORDER_TWO])))
    rest = draw(st.lists(_actions(_deeds), max_size=MOST_ACTIONS - 1))
    return History(
        waits=draw(st.booleans()),
        profile=profile,
        numbering=draw(st.sampled_from([Numbering.UNKNOWN, profile.numbering])),
        accept_form=draw(st.sampled_from([AcceptForm.AUTO, AcceptForm.AUTO, AcceptForm.PATH])),
        taken=draw(st.booleans()),
        actions=(first, *rest),
    )
