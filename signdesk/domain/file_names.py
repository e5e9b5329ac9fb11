"""How a result is named: a template that a person writes, such as `{process} {date} {time}`.

The ending `.zip` is not part of it. The name is made legal on every platform; that nothing of the same name
is replaced is up to `platform.files`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from signdesk.domain.documents import FORBIDDEN, safe_name
from signdesk.domain.errors import InputProblem
from signdesk.domain.messages import msg
from signdesk.domain.moments import iso_day, short_clock

DEFAULT_TEMPLATE = "{process} {date} {time}"
LONGEST_TEMPLATE = 200  # characters
PLACEHOLDERS = {
    "process": "the process's label",
    "date": "2026-11-23, when the batch was made",
    "time": "14.02",
    "count": "how many documents",
    "first": "the first document's name without its ending",
    "number": "the server's number of the batch",
}
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_ENDING = ".zip"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a name can be made of. `made`: with a time zone; the name tells it in this machine's own."""

    process: str
    made: datetime
    documents: tuple[str, ...]
    number: str


EXAMPLE_DOCUMENTS = ("Invoice 17.pdf", "Lease.pdf")
EXAMPLE_NUMBER = "4711"


def checked(template: str) -> str:
    """The template, without blanks around it and without `.zip`. InputProblem says what is wrong with it."""
    text = template.strip()
    while text.lower().endswith(_ENDING):
        text = text[: -len(_ENDING)].rstrip()
    if not text:
        raise InputProblem(msg("The file name is empty. “{usual}” is the usual one.", usual=DEFAULT_TEMPLATE))
    if len(text) > LONGEST_TEMPLATE:
        raise InputProblem(msg("The file name is longer than {most} characters.", most=LONGEST_TEMPLATE))
    for name in _PLACEHOLDER.findall(text):
        if name not in PLACEHOLDERS:
            known = ", ".join(f"{{{one}}}" for one in PLACEHOLDERS)
            raise InputProblem(
                msg(
                    "“{part}” is not a part of a file name that SignDesk knows: {known}.",
                    part=f"{{{name}}}",
                    known=known,
                )
            )
    plain = _PLACEHOLDER.sub("", text)
    if "{" in plain or "}" in plain:
        raise InputProblem(
            msg("A “{” or “}” stands alone in the file name; they go around a part: {part}.", part="{date}")
        )
    if odd := FORBIDDEN.search(plain):
        raise _cannot_hold(odd[0])
    return text


def _cannot_hold(letter: str) -> InputProblem:
    if letter.isprintable():
        return InputProblem(msg("A file name cannot hold “{letter}”.", letter=letter))
    return InputProblem(msg("A file name cannot hold “character {number}”.", number=ord(letter)))


def file_name(template: str, facts: Facts) -> str:
    """`Company seal 2026-11-23 14.02.zip`: legal everywhere, at most 200 bytes. InputProblem as `checked`."""
    values = {
        "process": facts.process,
        "date": iso_day(facts.made),
        "time": short_clock(facts.made).replace(":", "."),
        "count": str(len(facts.documents)),
        "first": PurePath(facts.documents[0]).stem if facts.documents else "",
        "number": facts.number,
    }
    name = _PLACEHOLDER.sub(lambda found: values[found[1]], checked(template))
    return safe_name((name if name.strip(". ") else "_") + _ENDING)


def live_example(template: str, process: str, now: datetime) -> str:
    """What a result would be called if it were made now, for showing beside the field. InputProblem."""
    return file_name(template, Facts(process, now, EXAMPLE_DOCUMENTS, EXAMPLE_NUMBER))
