"""The processes of one connection: added, changed and removed, and which one is offered first. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from signdesk.desktop.documents.choices import typed_number
from signdesk.desktop.i18n.language import tr
from signdesk.desktop.settings.fields import Field, named
from signdesk.domain.connections import Connection
from signdesk.domain.errors import InputProblem
from signdesk.domain.servers import Process

LONGEST_SENTENCE = 300


def process_number(text: str) -> int:
    """The number of a process. InputProblem."""
    number = typed_number(text.strip())
    if number is None:
        raise InputProblem(tr("A process is a whole number, for example 12. Ask the server’s operator."))
    return number


def _sentence(text: str) -> str:
    sentence = " ".join(text.split())
    if len(sentence) > LONGEST_SENTENCE:
        raise InputProblem(tr("The sentence is longer than {most} characters.", most=LONGEST_SENTENCE))
    return sentence


PROCESS: Mapping[str, Field[Process]] = {
    "id": Field(
        lambda one: str(one.id) if one.id else "", lambda one, text: replace(one, id=process_number(text))
    ),
    "label": Field(lambda one: one.label, lambda one, text: replace(one, label=named(text))),
    "kind": Field(lambda one: one.kind, lambda one, kind: replace(one, kind=kind)),
    "sentence": Field(lambda one: one.sentence, lambda one, text: replace(one, sentence=_sentence(text))),
    "changes_documents": Field(
        lambda one: one.changes_documents, lambda one, on: replace(one, changes_documents=on)
    ),
}


def changed(connection: Connection, process_id: int, key: str, value: Any) -> Connection:
    """With another value in one process; the default goes along with its number. InputProblem."""
    return _with(connection, process_id, lambda one: PROCESS[key].write(one, value))


def added(connection: Connection, process: Process) -> Connection:
    """With one more, which is the default where it is the only one. InputProblem where it is there."""
    if any(one.id == process.id for one in connection.processes):
        raise InputProblem(tr("There is a process with the number {number} already.", number=process.id))
    default = connection.default_process_id if connection.processes else process.id
    return replace(connection, processes=(*connection.processes, process), default_process_id=default)


def removed(connection: Connection, process_id: int) -> Connection:
    """Without it; nobody is the default in its place."""
    default = connection.default_process_id
    return replace(
        connection,
        processes=tuple(one for one in connection.processes if one.id != process_id),
        default_process_id=None if default == process_id else default,
    )


def _with(connection: Connection, process_id: int, change: Callable[[Process], Process]) -> Connection:
    processes = []
    default = connection.default_process_id
    for one in connection.processes:
        made = change(one) if one.id == process_id else one
        if made.id != one.id and any(made.id == other.id for other in connection.processes):
            raise InputProblem(tr("There is a process with the number {number} already.", number=made.id))
        if default == one.id:
            default = made.id
        processes.append(made)
    return replace(connection, processes=tuple(processes), default_process_id=default)
