"""`signdesk release` and `drop`: a person decides about a result that waits. Nothing is lost or deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from signdesk.practice.service import Method
from signdesk.storage.journal.journal_file import JournalFile
from tests.cli.conftest import Ended, SignDesk
from tests.cli.test_resume import QUICK, sign
from tests.support.practice_runner import PracticeRun
from tests.support.response_profile import ResponseProfile, ResultForm, ServerFault
from tests.support.saved import saved_in

__all__ = ["sign"]

UNSAFE = ResponseProfile(result=ResultForm.UNSAFE_NAMES)


@pytest.fixture
def held(sign: Callable[..., Ended], practice: PracticeRun, tmp_path: Path) -> Iterator[str]:
    """The number of a batch whose result was put aside."""
    practice.profile = UNSAFE
    ended = sign()
    assert ended.code == 4, ended.err
    (batch,) = journal(tmp_path)
    assert f"“signdesk release {batch}” saves it anyway" in ended.err
    assert "the file “../../escaped.pdf” in it would be written outside its folder" in ended.err
    assert saved_in(tmp_path / "Sealed") == []
    yield batch
    assert practice.ledger.count(Method.DELETE) == 0
    assert practice.ledger.count(Method.ACCEPT) == 1


def journal(home: Path) -> list[str]:
    file = JournalFile.open(home / "data" / "journal.sqlite")
    try:
        return [one.id for one in file.load().batches]
    finally:
        file.close()


def aside(home: Path) -> list[Path]:
    return list((home / "data" / "quarantine").iterdir())


def test_a_held_result_is_saved_byte_for_byte(signdesk: SignDesk, held: str, tmp_path: Path) -> None:
    (kept,) = aside(tmp_path)
    content = kept.read_bytes()
    ended = signdesk("release", held)
    (saved,) = saved_in(tmp_path / "Sealed")
    assert (ended.code, ended.out.splitlines()[-1]) == (1, str(saved))
    assert saved.read_bytes() == content
    assert aside(tmp_path) == []
    assert "was not checked" in ended.out
    assert "server's copy" in ended.err

    again = signdesk("release", held)
    assert (again.code, str(saved) in again.err) == (1, True)
    assert signdesk("resume", **QUICK).code == 0  # nothing is deleted on the server later, either


def test_another_folder_can_be_named(signdesk: SignDesk, held: str, tmp_path: Path) -> None:
    assert signdesk("release", held, "--save-to", tmp_path / "new" / "Elsewhere").code == 1
    assert len(saved_in(tmp_path / "new" / "Elsewhere")) == 1


def test_a_folder_that_is_gone_is_said_and_the_result_waits_on(
    signdesk: SignDesk, held: str, tmp_path: Path
) -> None:
    (tmp_path / "Sealed").rename(tmp_path / "Away")
    ended = signdesk("release", held)
    assert (ended.code, "Sealed" in ended.err) == (4, True)
    assert len(aside(tmp_path)) == 1
    assert signdesk("release", held, "--save-to", tmp_path / "Sealed").code == 1


def test_a_batch_is_put_away_and_everything_stays(signdesk: SignDesk, held: str, tmp_path: Path) -> None:
    ended = signdesk("drop", held)
    assert ended.code == 0
    assert str(aside(tmp_path)[0]) in ended.err
    assert journal(tmp_path) == []
    assert held in signdesk("status", "--all").out
    assert signdesk("resume", **QUICK).code == 0


def test_what_is_saved_for_a_look_names_the_command_that_helps(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(result=ResultForm.UNSEALED)
    ended = sign()
    (batch,) = journal(tmp_path)
    (saved,) = saved_in(tmp_path / "Sealed")
    assert (ended.code, ended.out.splitlines()[-1]) == (4, str(saved))
    assert f"“signdesk drop {batch}”" in ended.err
    resumed = signdesk("resume", **QUICK)
    assert (resumed.code, f"“signdesk drop {batch}”" in resumed.err) == (4, True)
    assert signdesk("release", batch).code == 4
    assert practice.ledger.count(Method.DELETE) == 0
    assert signdesk("drop", batch).code == 0
    assert signdesk("resume", **QUICK).code == 0


@pytest.mark.parametrize("verb", ["release", "drop"])
def test_a_batch_that_is_not_there_is_wrong_use(signdesk: SignDesk, verb: str) -> None:
    ended = signdesk(verb, "0123456789ab")
    assert (ended.code, "There is no batch" in ended.err) == (2, True)


@pytest.mark.parametrize("name", ["settings", "diagnostics"])
def test_names_of_commands_to_come_are_reserved(signdesk: SignDesk, tmp_path: Path, name: str) -> None:
    for arguments in ((name,), ("--data-dir", tmp_path / "data", name, "--help")):
        ended = signdesk(*arguments)
        assert ended.code == 2
        assert "./settings" in ended.err
        assert ended.err.count("\n") == 1


def test_what_was_put_away_is_still_there(signdesk: SignDesk, held: str, tmp_path: Path) -> None:
    assert signdesk("drop", held).code == 0
    again = signdesk("drop", held)
    assert (again.code, "already" in again.err) == (0, True)
    ended = signdesk("release", held)
    assert (ended.code, len(saved_in(tmp_path / "Sealed"))) == (1, 1), ended.err
    assert journal(tmp_path) == []


def test_no_command_is_named_that_does_not_help(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, tmp_path: Path
) -> None:
    """The result waits for a look: `resume` does not go on with it."""
    practice.profile = ResponseProfile(result=ResultForm.UNSEALED)
    first = sign()
    (batch,) = journal(tmp_path)
    assert "goes on with it" not in first.err
    second = sign()
    assert (second.code, "goes on with it" not in second.err) == (4, True), second.err
    assert "has no result" not in second.out
    assert f"batch {batch}" in second.out
    assert "signdesk resume" in second.err
    assert f"signdesk drop {batch}" in signdesk("resume", **QUICK).err
    signdesk("drop", batch)
    third = sign()
    assert (third.code, "was removed from the list" in third.err) == (4, True), third.err
    assert practice.ledger.count(Method.ACCEPT) == 1


def test_a_batch_whose_folder_is_gone_can_be_given_another(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.DOWNLOAD, http_status=503),))
    assert sign().code == 3
    practice.profile = ResponseProfile()
    (tmp_path / "Sealed").rmdir()
    ended = signdesk("resume", **QUICK)
    (batch,) = journal(tmp_path)
    assert (ended.code, f"signdesk release {batch} --save-to" in ended.err) == (4, True), ended.err
    (tmp_path / "file").write_text("")
    assert signdesk("release", batch, "--save-to", tmp_path / "file").code == 4
    assert signdesk("release", batch, "--save-to", tmp_path / "Other").code == 3
    assert signdesk("resume", **QUICK).code == 0
    assert len(saved_in(tmp_path / "Other")) == 1
    assert practice.ledger.count(Method.ACCEPT) == 1


def mended(practice: PracticeRun, sign: Callable[..., Ended], home: Path) -> None:
    """What the server hands out of its first batch is whole from now on."""
    practice.profile = ResponseProfile(faults=(ServerFault(Method.DELETE, http_status=500),))
    assert sign("--data-dir", str(home / "another")).code == 0
    first, second = (practice.service.batches[one] for one in practice.batch_ids)
    first.result = second.result
    practice.profile = ResponseProfile()


@pytest.mark.parametrize("form", [ResultForm.UNSAFE_NAMES, ResultForm.UNSEALED])
def test_a_result_that_waits_for_a_person_is_fetched_again_when_one_says_so(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, tmp_path: Path, form: ResultForm
) -> None:
    practice.profile = ResponseProfile(result=form)
    ended = sign()
    assert (ended.code, "“signdesk resume --fetch-again” fetches it again" in ended.err) == (4, True), (
        ended.err
    )
    mended(practice, sign, tmp_path)
    deleted, saved = practice.ledger.count(Method.DELETE), len(saved_in(tmp_path / "Sealed"))
    seen = practice.ledger.count(Method.DOWNLOAD)
    assert signdesk("resume", **QUICK).code == 4
    assert practice.ledger.count(Method.DOWNLOAD) == seen
    again = signdesk("resume", "--fetch-again", "--json", **QUICK)
    assert (again.code, [one["state"] for one in again.json["batches"]]) == (0, ["done"]), again.err
    assert practice.ledger.count(Method.DOWNLOAD) == seen + 1
    assert [practice.ledger.accepted(one) for one in practice.batch_ids] == [1, 1]
    assert practice.ledger.count(Method.DELETE) == deleted + 1
    assert len(saved_in(tmp_path / "Sealed")) == saved + 1


def test_what_is_fetched_again_and_is_no_better_waits_as_before(
    signdesk: SignDesk, held: str, practice: PracticeRun
) -> None:
    again = signdesk("resume", "--fetch-again", **QUICK)
    assert (again.code, f"signdesk release {held}" in again.err) == (4, True), again.err
    assert signdesk("release", held).code == 1


def test_an_order_to_the_wrong_process_can_be_put_away(
    signdesk: SignDesk, practice: PracticeRun, document: Path, tmp_path: Path
) -> None:
    order = ("sign", "--server", practice.server.base_url, "--save-to", tmp_path / "Sealed", document)
    ended = signdesk(*order, "--process", "99", **QUICK)
    (batch,) = journal(tmp_path)
    assert (ended.code, f"“signdesk drop {batch}” removes it from the list" in ended.err) == (3, True), (
        ended.err
    )
    assert "“signdesk sign --process ID”" in ended.err
    assert f"signdesk drop {batch}" in signdesk("resume", **QUICK).err
    assert signdesk("drop", batch).code == 0
    assert signdesk("resume", **QUICK).code == 0
    assert signdesk(*order, "--process", "99", **QUICK).code == 3  # it is no longer in the way
    assert signdesk(*order, "--process", "1", **QUICK).code == 0


def test_what_may_have_begun_to_seal_is_not_put_away_while_it_goes_on(
    signdesk: SignDesk, sign: Callable[..., Ended], practice: PracticeRun, tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.STATUS, http_status=500, skip=1),))
    assert sign().code == 3
    (batch,) = journal(tmp_path)
    ended = signdesk("drop", batch)
    assert (ended.code, "“signdesk resume” goes on with it" in ended.err) == (3, True), ended.err
    assert journal(tmp_path) == [batch]
