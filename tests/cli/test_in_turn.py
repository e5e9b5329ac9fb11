"""More documents than the server takes at once: several batches, one after the other, and none lost."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from signdesk.practice.service import Method
from signdesk.resources import resource
from tests.cli.conftest import SignDesk, TrayAndNotices
from tests.support.canary import KEY as CANARY_KEY
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.samples import a_pdf
from tests.support.saved import saved_in

KEY = {"SIGNDESK_API_KEY": CANARY_KEY}
Arguments = Callable[..., tuple[str | Path, ...]]


@pytest.fixture
def order(
    practice: PracticeRun, settings: Callable[[str], None], tmp_path: Path
) -> Callable[..., tuple[str | Path, ...]]:
    """order("batch_documents = 2", *more): `sign` of five documents by a connection with these limits."""
    documents = tmp_path / "documents"
    documents.mkdir()
    for number in range(1, 6):
        (documents / f"{number}.pdf").write_bytes(a_pdf() + b"%% %d\n" % number)

    def arguments(limits: str, *more: str) -> tuple[str | Path, ...]:
        settings(
            f'[saving]\nfolder = "{tmp_path}/Sealed"\n[connections.office]\n'
            f'address = "{practice.server.base_url}"\n{limits}\n'
            '[connections.office.processes.1]\nlabel = "Seal"\n'
        )
        return ("sign", *more, documents)

    return arguments


def batches(printed: str) -> list[dict[str, Any]]:
    parsed = json.loads(printed)
    jsonschema.validate(parsed, json.loads(resource("schemas", "sign-result.json").read_text()))
    listed: list[dict[str, Any]] = parsed["batches"]
    return listed


def documents_of(printed: str) -> list[list[str]]:
    return [[one["name"] for one in batch["documents"]] for batch in batches(printed)]


def states(printed: str) -> list[str]:
    return [batch["state"] for batch in batches(printed)]


def saved(tmp_path: Path) -> list[str]:
    folder = tmp_path / "Sealed"
    return [str(path) for path in saved_in(folder)]


def test_each_batch_has_its_own_zip_and_is_printed(
    signdesk: SignDesk, order: Arguments, practice: PracticeRun, tmp_path: Path
) -> None:
    ended = signdesk(*order("batch_documents = 2", "--json"), **KEY)
    assert ended.code == 0, ended.err
    assert "takes no more at once: the 5 documents go in 3 batches, one after the other." in ended.err
    first, second, third = (ended.err.index(f"Batch {number} of 3:") for number in (1, 2, 3))
    assert ended.err.index("in 3 batches") < first < second < third
    assert documents_of(ended.out) == [["1.pdf", "2.pdf"], ["3.pdf", "4.pdf"], ["5.pdf"]]
    assert sorted(batch["saved_to"] for batch in batches(ended.out)) == saved(tmp_path)
    assert len(saved(tmp_path)) == 3
    order_of_calls = [one.method for one in practice.ledger.received if one.method is not Method.STATUS]
    one_batch = [Method.CREATE, Method.UPLOAD, Method.ACCEPT, Method.DOWNLOAD, Method.DELETE]
    assert order_of_calls == one_batch * 3


def test_for_a_person_the_outcomes_and_paths_of_all(
    signdesk: SignDesk, order: Arguments, tmp_path: Path
) -> None:
    ended = signdesk(*order("batch_documents = 4"), **KEY)
    assert ended.code == 0, ended.err
    lines = ended.out.splitlines()
    assert [line.split()[-1] for line in lines if line.startswith("sealed")]
    assert sorted([lines[4], lines[6]]) == saved(tmp_path)


def test_the_worst_outcome_is_the_exit_code(
    signdesk: SignDesk, order: Arguments, practice: PracticeRun
) -> None:
    practice.profile = ResponseProfile(unsealed=("3.pdf",))
    ended = signdesk(*order("batch_documents = 2", "--json"), **KEY)
    assert (ended.code, states(ended.out)) == (1, ["done", "partly_done", "done"])


def test_within_the_limits_it_is_one_batch(signdesk: SignDesk, order: Arguments) -> None:
    ended = signdesk(*order("batch_documents = 5\nbatch_bytes = 10_000_000", "--json"), **KEY)
    assert (ended.code, states(ended.out)) == (0, ["done"])
    assert "at once" not in ended.err


def test_a_document_too_large_for_any_batch_is_exit_2(
    signdesk: SignDesk, order: Arguments, practice: PracticeRun
) -> None:
    ended = signdesk(*order("batch_bytes = 1000", "--json"), **KEY)
    assert (ended.code, ended.out) == (2, "")
    assert "1.pdf” is too large" in ended.err
    assert practice.ledger.received == ()


def test_what_was_sealed_before_holds_all_of_them(
    signdesk: SignDesk, order: Arguments, practice: PracticeRun, tmp_path: Path
) -> None:
    document = tmp_path / "documents" / "4.pdf"
    assert signdesk(*order("batch_documents = 2")[:-1], document, **KEY).code == 0
    seen = len(practice.ledger.received)
    ended = signdesk(*order("batch_documents = 2", "--json"), **KEY)
    assert (ended.code, states(ended.out)) == (4, ["needs_you"])
    assert len(practice.ledger.received) == seen
    assert len(signdesk("status", "--json").json["batches"]) == 1


def until_received(
    practice: PracticeRun, method: Method, signing: subprocess.Popen[str], count: int = 1
) -> None:
    end_s = time.monotonic() + 60
    while practice.ledger.count(method) < count:
        assert signing.poll() is None, signing.communicate()
        assert time.monotonic() < end_s, f"{method} was never received"
        time.sleep(0.01)


def test_stopped_in_the_middle_the_rest_is_not_begun(
    signdesk: SignDesk, background: TrayAndNotices, order: Arguments, practice: PracticeRun
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.DOWNLOAD, Answer.HANG, skip=1),))
    signing = background(*order("batch_documents = 2", "--json"), **KEY)
    until_received(practice, Method.DOWNLOAD, signing, 2)
    signing.send_signal(signal.SIGINT)
    out, err = signing.communicate(timeout=60)
    assert (signing.returncode, states(out)) == (3, ["done", "waiting", "stopped"]), err
    assert "The batch is kept: “signdesk resume” goes on with it." in err
    practice.profile = ResponseProfile()
    ended = signdesk("resume", "--json", **KEY)
    assert (ended.code, states(ended.out)) == (0, ["done"])
    assert practice.ledger.count(Method.ACCEPT) == 2


def test_a_killed_order_goes_on_whole(
    signdesk: SignDesk, background: TrayAndNotices, order: Arguments, practice: PracticeRun, tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.ACCEPT, Answer.HANG, carried_out=True),))
    signing = background(*order("batch_documents = 2"), **KEY)
    until_received(practice, Method.ACCEPT, signing)
    meanwhile = signdesk("resume", **KEY)
    assert (meanwhile.code, meanwhile.err.count("is in use by signdesk sign")) == (0, 3), (
        "none is taken from it"
    )
    signing.kill()
    signing.wait()
    practice.profile = ResponseProfile()
    ended = signdesk("resume", "--json", **KEY)
    assert (ended.code, states(ended.out)) == (0, ["done", "done", "done"]), ended.err
    assert len(saved(tmp_path)) == 3
    assert [practice.ledger.sealed(one) for one in practice.batch_ids] == [1, 1, 1]


# The journal fails at its second row, as on a disk that is failing: a value is larger than SQLite holds.
FAILING = """
CREATE TRIGGER failing BEFORE INSERT ON batches WHEN (SELECT count(*) FROM batches) >= 1
BEGIN SELECT zeroblob(2000000000); END
"""


# The journal takes no note of a fetched result, and forgets nothing.
UNKEPT = """
CREATE TRIGGER unkept BEFORE UPDATE ON batches WHEN NEW.state = 'fetching'
BEGIN SELECT zeroblob(2000000000); END;
CREATE TRIGGER unforgotten BEFORE UPDATE ON batches WHEN NEW.archived = 1
BEGIN SELECT zeroblob(2000000000); END;
"""


@pytest.mark.parametrize("as_json", [False, True])
def test_what_breaks_off_after_the_order_is_not_said_to_have_sent_nothing(
    signdesk: SignDesk, tmp_path: Path, as_json: bool
) -> None:
    assert signdesk("status").code == 0
    with sqlite3.connect(tmp_path / "data" / "journal.sqlite") as journal:
        journal.executescript(UNKEPT)
    (tmp_path / "Letter.pdf").write_bytes(a_pdf())
    ended = signdesk("sign", "--practice", "--process", "1", *["--json"] * as_json, "Letter.pdf")
    assert ended.code == 3, ended.err
    assert "Nothing was sent" not in ended.err
    assert "Sealing was started and goes on at the server" in ended.err.splitlines()[-1]
    assert not as_json or states(ended.out) == ["waiting"]
    journal.close()


def test_an_order_that_cannot_be_noted_whole_is_not_begun(
    signdesk: SignDesk, order: Arguments, practice: PracticeRun, tmp_path: Path
) -> None:
    assert signdesk("status").code == 0
    journal = sqlite3.connect(tmp_path / "data" / "journal.sqlite")
    journal.execute(FAILING)
    ended = signdesk(*order("batch_documents = 2", "--json"), **KEY)
    assert ended.code == 3, ended.err
    assert batches(ended.out) == []
    assert "Nothing was sent." in ended.err
    journal.execute("DROP TRIGGER failing")
    journal.close()
    assert states(signdesk("status", "--json").out) == []
    assert signdesk("resume", **KEY).code == 0
    assert practice.ledger.received == ()


def test_a_server_that_is_away_holds_all_of_them_for_resume(
    signdesk: SignDesk, order: Arguments, practice: PracticeRun, tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.CREATE, http_status=503),))
    ended = signdesk(*order("batch_documents = 2", "--json"), SIGNDESK_TRIES="2", **KEY)
    assert (ended.code, states(ended.out)) == (3, ["waiting"] * 3), ended.err
    assert "3 batches are kept: “signdesk resume” goes on with them." in ended.err
    practice.profile = ResponseProfile()
    resumed = signdesk("resume", "--json", **KEY)
    assert (resumed.code, states(resumed.out)) == (0, ["done"] * 3)
    assert len(saved(tmp_path)) == 3


def test_ctrl_c_during_the_clean_up_is_a_warning(
    signdesk: SignDesk, background: TrayAndNotices, order: Arguments, practice: PracticeRun, tmp_path: Path
) -> None:
    """The result is saved: nothing is left that the exit code would have to tell."""
    practice.profile = ResponseProfile(faults=(ServerFault(Method.DELETE, Answer.HANG),))
    signing = background(*order("", "--json"), **KEY)
    until_received(practice, Method.DELETE, signing)
    signing.send_signal(signal.SIGINT)
    out, err = signing.communicate(timeout=60)
    assert (signing.returncode, states(out)) == (0, ["done"]), err
    assert "could not be removed" in batches(out)[0]["message"]
    assert "signdesk resume" not in err
    assert len(saved(tmp_path)) == 1
    practice.profile = ResponseProfile()
    assert signdesk("resume", "--server", practice.server.base_url, **KEY).code == 0
    assert practice.ledger.deleted(practice.batch_ids[0]) == 1
