"""How the tests' server answers and fails, as one frozen value; `scripted_service` acts on it.

Whatever the published description of the interface leaves open and shows on the wire has a field here. The
default is what the practice server does: the published forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from signdesk.domain.reports import Status
from signdesk.domain.servers import AcceptForm, Numbering
from signdesk.practice.service import Method


class Ids(StrEnum):
    """JSON type of batch ids. PUBLISHED: text from CreateBatch, a number elsewhere."""

    PUBLISHED = "published"
    TEXT = "text"
    NUMBER = "number"


class Flags(StrEnum):
    """JSON type of `signed` and `signingResult_Success`. The page shows text."""

    TEXT = "text"
    BOOLEAN = "boolean"
    NUMBER = "number"


class StatusForm(StrEnum):
    """How BatchStatus gives the status. The page shows the name."""

    NAME = "name"
    NUMBER = "number"
    NUMBER_TEXT = "number_text"


class UploadAnswer(StrEnum):
    """What a successful upload answers."""

    JSON_202 = "json_202"
    EMPTY_204 = "empty_204"
    EMPTY_200 = "empty_200"


class DocumentsForm(StrEnum):
    """How BatchStatus gives `documents`. ODD: entries that are no documents."""

    LIST = "list"
    MISSING = "missing"
    NULL = "null"
    EMPTY = "empty"
    ODD = "odd"


class Steps(StrEnum):
    """What moves a batch on after accept. BY_POLL: one step after each answer to BatchStatus, so that a
    test sees every status once, in order, whatever the machine's speed.
    """

    BY_TIME = "by_time"
    BY_POLL = "by_poll"


class ResultForm(StrEnum):
    """What is wrong with the result as a whole."""

    SOUND = "sound"
    UNSEALED = "unsealed"  # the documents as they were sent
    FOREIGN = "foreign"  # sealed documents of somebody else
    DAMAGED = "damaged"  # one bit of one entry's data differs
    CUT_OFF = "cut_off"  # the last third is missing, in a complete HTTP answer
    DUPLICATES = "duplicates"  # two entries of the same name
    UNSAFE_NAMES = "unsafe_names"  # an entry named ../../escaped.pdf
    NO_ZIP = "no_zip"  # an HTML page


class Answer(StrEnum):
    """What a `ServerFault` answers."""

    HTTP_STATUS = "http_status"  # `http_status` with a JSON problem
    HTML = "html"  # an HTML page under `http_status`
    CUT = "cut"  # the connection ends without any answer
    SHORT = "short"  # the header promises 1,000 bytes more than follow
    HANG = "hang"  # no answer until the client goes away


@dataclass(frozen=True, slots=True)
class ServerFault:
    """One method answers badly: `times` calls (None: all), after the first `skip` calls went well.

    `carried_out`: the method does its work and only its answer is lost or replaced.
    """

    method: Method
    answer: Answer = Answer.HTTP_STATUS
    http_status: int = 500
    headers: tuple[tuple[str, str], ...] = ()
    skip: int = 0
    times: int | None = None
    carried_out: bool = False


@dataclass(frozen=True, slots=True)
class ResponseProfile:
    """All that can be set about the practice server's speech. Names of documents are names as uploaded."""

    # Forms of values
    ids: Ids = Ids.PUBLISHED
    flags: Flags = Flags.TEXT
    status_form: StatusForm = StatusForm.NAME
    numbering: Numbering = Numbering.NEWER  # OLDER has no UPLOADED
    documents: DocumentsForm = DocumentsForm.LIST
    byte_order_mark: bool = False
    content_type: str = "application/json"
    # Forms of requests and answers
    accept_forms: tuple[AcceptForm, ...] = (AcceptForm.PATH, AcceptForm.QUERY, AcceptForm.BODY)
    accept_refusal_status: int = 404  # for the other forms; also 405
    catch_all: bool = False  # 200 with an HTML page for unknown routes and refused accept forms
    upload_answer: UploadAnswer = UploadAnswer.JSON_202
    uploads_lost: int = 0  # so many uploads are answered well but the batch stays NEW
    largest_upload_bytes: int | None = None
    too_large_status: int = 413  # IIS says 404
    process_error_status: int = 400
    download_length: bool = True  # False: chunked, without Content-Length
    faults: tuple[ServerFault, ...] = ()
    # The course of a batch
    steps: Steps = Steps.BY_TIME
    stuck_at: Status | None = None  # the batch stays there for ever
    odd_status: str = ""  # shown in place of READY
    expired: bool = False  # the result is gone when it is fetched
    # The result
    result: ResultForm = ResultForm.SOUND
    unsealed: tuple[str, ...] = ()  # these come back as they were
    flags_lie: bool = False  # `signed` is true whatever came of the document
    dropped: tuple[str, ...] = ()  # these do not come back
    renamed: tuple[tuple[str, str], ...] = ()  # (name, name in the result)
    endings: tuple[tuple[str, str], ...] = ()  # (".pdf", ".signed.pdf")
    swapped: bool = False  # every document comes back under the name of the next one
    substituted: tuple[str, ...] = ()  # these come back as another, validly sealed PDF
    rewritten: tuple[str, ...] = ()  # these PDFs are written anew, with a stamp, before they are sealed
    signature_only: bool = False  # the `.p7s` without the original beside it
    extra_entries: tuple[tuple[str, str], ...] = ()  # (name, text), such as a report
