"""`signdesk sign` from outside: exit codes, sentences, JSON. Others rely on all of it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from signdesk import __version__
from signdesk.domain.batches import BatchState, Outcome
from signdesk.domain.reports import Status
from signdesk.domain.servers import Credentials
from signdesk.environment import take_credentials
from signdesk.practice.service import Method
from signdesk.resources import resource
from tests.cli.conftest import Ended, SignDesk, usual_environment
from tests.support.canary import KEY, MARK, PASSWORD, TOKEN, WRONG_KEY
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.samples import a_pdf
from tests.support.saved import saved_in


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "Letter.pdf").write_bytes(a_pdf())
    (folder / "Zażółć – lista.txt").write_text("one\ntwo\n")
    return folder


@pytest.fixture
def sign(signdesk: SignDesk, practice: PracticeRun, documents: Path, tmp_path: Path) -> SignDesk:
    """sign(*more): the documents, sealed by process 1 of the practice server, saved to `Sealed`."""

    def run(
        *more: str | Path, files: tuple[Path, ...] = (documents,), process: str = "1", **env: str
    ) -> Ended:
        return signdesk(
            "sign",
            *("--process", process, "--save-to", tmp_path / "Sealed"),
            *("--server", practice.server.base_url, *more, *files),
            **{"SIGNDESK_API_KEY": KEY, **env},
        )

    return run


def schema() -> Any:
    return json.loads(resource("schemas", "sign-result.json").read_text())


def no_traceback(ended: Ended) -> bool:
    return "Traceback" not in ended.err + ended.out


def saved(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "Sealed"
    return saved_in(folder)


def test_the_last_line_is_the_path_of_the_saved_zip(sign: SignDesk, tmp_path: Path) -> None:
    ended = sign()
    assert ended.code == 0, ended.err
    lines = ended.out.splitlines()
    assert [Path(lines[-1])] == saved(tmp_path)
    assert lines[0].startswith("sealed")
    assert "Letter.pdf" in ended.out
    assert "Zażółć – lista.txt" in ended.out
    assert "2 of 2 sealed and checked." in ended.err


def test_json_is_one_object_that_the_schema_holds(sign: SignDesk, tmp_path: Path) -> None:
    ended = sign("--json")
    assert ended.code == 0, ended.err
    jsonschema.validate(ended.json, schema())
    (batch,) = ended.json["batches"]
    assert batch["state"] == "done"
    assert batch["saved_to"] == str(saved(tmp_path)[0])
    assert [one["outcome"] for one in batch["documents"]] == ["sealed", "sealed"]
    assert batch["documents"][1]["results"] == ["Zażółć – lista.txt", "Zażółć – lista.txt.p7s"]


def test_the_schema_and_the_program_know_the_same_states_and_outcomes() -> None:
    kinds = schema()["$defs"]
    assert set(kinds["batch"]["properties"]["state"]["enum"]) == set(BatchState)
    assert set(kinds["document"]["properties"]["outcome"]["enum"]) == set(Outcome)


def test_the_manual_lists_every_state_and_outcome() -> None:
    manual = (Path(__file__).parents[2] / "resources/manual/administrator.md").read_text("utf-8")
    assert [one for one in (*BatchState, *Outcome) if f"\n| `{one}` |" not in manual] == []


def test_some_documents_unsealed_is_exit_1_and_the_rest_is_saved(
    sign: SignDesk, practice: PracticeRun, tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(unsealed=("Letter.pdf",))
    ended = sign("--json")
    assert ended.code == 1
    jsonschema.validate(ended.json, schema())
    assert ended.json["batches"][0]["state"] == "partly_done"
    assert [one["outcome"] for one in ended.json["batches"][0]["documents"]] == ["unsealed", "sealed"]
    assert len(saved(tmp_path)) == 1


def test_a_failed_clean_up_is_a_warning_and_exit_0(sign: SignDesk, practice: PracticeRun) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.DELETE, http_status=403),))
    ended = sign()
    assert ended.code == 0
    assert "could not be removed" in ended.err


def test_a_wrong_key_is_exit_3(sign: SignDesk, tmp_path: Path) -> None:
    ended = sign("--json", SIGNDESK_API_KEY=WRONG_KEY)
    assert ended.code == 3
    jsonschema.validate(ended.json, schema())
    assert ended.json["batches"][0]["state"] == "waiting"
    assert "Nothing has been sealed" in ended.err
    assert "canary" not in ended.err + ended.out
    assert saved(tmp_path) == []


def test_a_process_that_the_server_does_not_know_is_exit_3(sign: SignDesk) -> None:
    ended = sign(process="12")
    assert ended.code == 3
    assert "“Process 12”" in ended.err


def test_a_dead_server_is_exit_3_once_the_tries_are_used_up(
    signdesk: SignDesk, documents: Path, tmp_path: Path
) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}"
        ended = signdesk(
            *("sign", "--server", address, "--process", "1", "--save-to", tmp_path / "Sealed", "--json"),
            documents,
            SIGNDESK_TRIES="2",
        )
    assert ended.code == 3
    jsonschema.validate(ended.json, schema())
    assert no_traceback(ended)


def test_what_needs_a_person_is_exit_4(sign: SignDesk, practice: PracticeRun, tmp_path: Path) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.ACCEPT, Answer.CUT),))
    ended = sign("--json", SIGNDESK_SETTLE_SECONDS="0.1")
    assert ended.code == 4
    jsonschema.validate(ended.json, schema())
    assert ended.json["batches"][0]["state"] == "needs_you"
    assert practice.ledger.count(Method.ACCEPT) == 1
    assert saved(tmp_path) == []


def test_the_other_sign_in_kinds_come_from_the_environment(
    signdesk: SignDesk, documents: Path, tmp_path: Path
) -> None:
    kinds = {
        Credentials(token=TOKEN): {"SIGNDESK_TOKEN": TOKEN},
        Credentials(user="u", password=PASSWORD): {"SIGNDESK_USER": "u", "SIGNDESK_PASSWORD": PASSWORD},
    }
    for number, (credentials, environment) in enumerate(kinds.items()):
        folder = tmp_path / f"server{number}"
        folder.mkdir()
        with running_practice(folder, credentials=credentials) as practice:
            ended = signdesk(
                *("sign", "--server", practice.server.base_url, "--process", "1"),
                *("--save-to", tmp_path / "Sealed", documents),
                **environment,
            )
            assert ended.code == 0, ended.err


def test_the_name_of_the_keys_header_can_be_set(signdesk: SignDesk, documents: Path, tmp_path: Path) -> None:
    folder = tmp_path / "server"
    folder.mkdir()
    with running_practice(folder, api_key_header="X-Api-Key") as practice:
        ended = signdesk(
            *(
                "sign",
                "--server",
                practice.server.base_url,
                "--process",
                "1",
                "--api-key-header",
                "X-Api-Key",
            ),
            *("--save-to", tmp_path / "Sealed", documents),
            SIGNDESK_API_KEY=KEY,
        )
    assert ended.code == 0, ended.err


def test_the_practice_server_needs_no_server(signdesk: SignDesk, documents: Path, tmp_path: Path) -> None:
    ended = signdesk(
        "--data-dir", tmp_path / "elsewhere", "sign", "--practice", "--process", "1",
        "--save-to", tmp_path / "Sealed", documents,
    )  # fmt: skip
    assert ended.code == 0, ended.err
    assert len(saved(tmp_path)) == 1
    assert "PRACTICE" in ended.out
    assert (tmp_path / "elsewhere").is_dir()
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["sign"], "FILE"),
        (["sign", "--practice", "--save-to", "x", "a.pdf"], "1 (Practice seal)"),
        (["sign", "--server", "https://a.example", "--save-to", "x", "a.pdf"], "--process"),
        (["sign", "--practice", "--connection", "a", "--process", "1", "a.pdf"], "--connection"),
        (["sign", "--practice", "--process", "٣", "--save-to", "x", "a.pdf"], "“٣”"),
        (["sign", "--practice", "--process", "1_0", "--save-to", "x", "a.pdf"], "“1_0”"),
        (["sign", "--practice", "--process", "1", "--save-to", "x"], "FILE"),
        (["sign", "--process", "1", "--save-to", "x", "a.pdf"], "--server"),
        (["sign", "--practice", "--process", "0", "--save-to", "x", "a.pdf"], "“0”"),
        (["sign", "--practice", "--process", "seal", "--save-to", "x", "a.pdf"], "“seal”"),
        (["sign", "--practice", "--process", "4294967296", "--save-to", "x", "a.pdf"], "process number"),
        (["sign", "--server", "http://a.example", "--process", "1", "--save-to", "x", "a.pdf"], "https"),
        (["sign", "--server", "a b", "--process", "1", "--save-to", "x", "a.pdf"], "address"),
        (["--no-such-option"], "--no-such-option"),
    ],
)
def test_wrong_use_is_exit_2_and_one_sentence(
    signdesk: SignDesk, arguments: list[str], named: str, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(a_pdf())
    ended = signdesk(*arguments)
    assert ended.code == 2
    assert named in ended.err
    assert ended.out == ""
    assert no_traceback(ended)
    assert len(ended.err.splitlines()) <= 2


def test_a_secret_that_cannot_be_sent_is_exit_2(sign: SignDesk) -> None:
    ended = sign(SIGNDESK_API_KEY=f"{MARK}\nry-zażółć")
    assert ended.code == 2
    assert no_traceback(ended)
    assert "cana" not in ended.err


@pytest.mark.parametrize(
    ("environment", "credentials"),
    [
        ({"SIGNDESK_API_KEY": KEY}, Credentials(api_key=KEY)),
        ({"SIGNDESK_TOKEN": TOKEN}, Credentials(token=TOKEN)),
        (
            {"SIGNDESK_USER": "u", "SIGNDESK_PASSWORD": PASSWORD},
            Credentials(user="u", password=PASSWORD),
        ),
    ],
    ids=["key", "token", "password"],
)
def test_a_secret_is_taken_out_of_the_environment(
    environment: dict[str, str], credentials: Credentials
) -> None:
    """No process that is started later inherits it."""
    environment["PATH"] = "/bin"
    assert take_credentials(environment) == credentials
    assert environment == {"PATH": "/bin"}


def test_secrets_that_contradict_each_other_are_exit_2(sign: SignDesk) -> None:
    ended = sign(SIGNDESK_TOKEN=TOKEN)
    assert ended.code == 2
    assert "canary" not in ended.err


@pytest.fixture
def bad_files(documents: Path) -> dict[str, Path]:
    (documents / "empty.pdf").touch()
    (documents / "no documents here").mkdir()
    os.mkfifo(documents / "pipe")
    (documents / "link.pdf").symlink_to(documents / "Letter.pdf")
    return {
        "missing": documents / "not there.pdf",
        "empty": documents / "empty.pdf",
        "empty folder": documents / "no documents here",
        "pipe": documents / "pipe",
        "device": Path("/dev/null"),
        "link": documents / "link.pdf",
    }


def test_every_file_that_cannot_be_sent_is_named_and_nothing_is_sent(
    sign: SignDesk, practice: PracticeRun, bad_files: dict[str, Path], documents: Path
) -> None:
    ended = sign("--json", files=(documents / "Letter.pdf", *bad_files.values()))
    assert ended.code == 2
    assert [kind for kind, path in bad_files.items() if str(path) not in ended.err] == []
    assert ended.out == ""
    assert practice.ledger.received == ()
    assert no_traceback(ended)


AS_NOBODY = """
import os, sys
import signdesk.cli.sign  # while the interpreter's own folders can still be read
from signdesk.__main__ import main
from tests.support.saved import saved_in
os.setgroups([])
os.setuid(65534)
sys.exit(main())
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become somebody else")
def test_an_unreadable_file_is_exit_2(practice: PracticeRun) -> None:
    """As an ordinary user: root may read everything."""
    folder = Path(tempfile.mkdtemp())
    try:
        folder.chmod(0o777)
        secret = folder / "secret.pdf"
        secret.write_bytes(a_pdf())
        secret.chmod(0)
        arguments: list[str | Path] = [
            "--server",
            practice.server.base_url,
            "--process",
            "1",
            "--save-to",
            folder / "Sealed",
        ]
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, "sign", *arguments, secret],
            env={"PATH": os.environ["PATH"], "SIGNDESK_DATA_DIR": str(folder / "data"), "LC_ALL": "C.UTF-8"},
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
    finally:
        shutil.rmtree(folder)
    assert done.returncode == 2, done.stderr
    assert "secret.pdf: You do not have the right to read this file." in done.stderr
    assert practice.ledger.received == ()


def test_a_target_that_cannot_be_written_to_is_exit_2(
    signdesk: SignDesk, practice: PracticeRun, documents: Path, tmp_path: Path
) -> None:
    (tmp_path / "a file").write_text("in the way")
    ended = signdesk(
        *("sign", "--server", practice.server.base_url, "--process", "1"),
        *("--save-to", tmp_path / "a file" / "Sealed", documents),
        SIGNDESK_API_KEY=KEY,
    )
    assert ended.code == 2
    assert "a file" in ended.err
    assert practice.ledger.received == ()


def test_rubbish_in_a_folder_is_left_out_and_said(sign: SignDesk, documents: Path) -> None:
    (documents / ".DS_Store").write_bytes(b"x")
    ended = sign("--json")
    assert ended.code == 0, ended.err
    assert ".DS_Store" in ended.err
    assert len(ended.json["batches"][0]["documents"]) == 2


def test_hostile_text_of_the_server_cannot_move_the_terminals_cursor(
    sign: SignDesk, practice: PracticeRun, documents: Path
) -> None:
    (documents / "\x1b[31mred\u202egnp.pdf").write_bytes(a_pdf())
    practice.profile = ResponseProfile(odd_status="\x1b]0;owned\x07")
    ended = sign()
    assert ended.code == 0, ended.err
    assert "\x1b" not in ended.out + ended.err
    assert "\u202e" not in ended.out + ended.err


def test_a_name_that_is_no_text_is_sealed_all_the_same(sign: SignDesk, tmp_path: Path) -> None:
    source = os.fsencode(tmp_path) + b"/na\xefve.txt"
    with open(source, "wb") as file:  # noqa: PTH123 - a path of bytes
        file.write(b"text")
    ended = sign("--json", files=(Path(os.fsdecode(source)),))
    assert ended.code == 0, ended.err
    assert ended.json["batches"][0]["documents"][0]["name"] == "na\ufffdve.txt"


def test_no_display_and_no_qt_is_needed(documents: Path, tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['PySide6'] = None; sys.modules['qasync'] = None; "
        "from signdesk.__main__ import main; sys.exit(main())"
    )
    arguments = [
        "sign",
        "--practice",
        "--process",
        "1",
        "--save-to",
        str(tmp_path / "Sealed"),
        str(documents),
    ]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        capture_output=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


def test_the_version_is_printed(signdesk: SignDesk) -> None:
    ended = signdesk("--version")
    assert (ended.code, ended.out.strip()) == (0, f"SignDesk {__version__}")


def test_ctrl_c_says_where_the_batch_stands(practice: PracticeRun, documents: Path, tmp_path: Path) -> None:
    practice.profile = ResponseProfile(stuck_at=Status.READY)
    process = subprocess.Popen(
        [
            *(
                sys.executable,
                "-m",
                "signdesk",
                "sign",
                "--server",
                practice.server.base_url,
                "--process",
                "1",
            ),
            *("--save-to", str(tmp_path / "Sealed"), "--json", str(documents)),
        ],
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "SIGNDESK_API_KEY": KEY},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    for line in process.stderr:
        if "READY" in line:
            break
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 3, err
    assert json.loads(out)["batches"][0]["state"] == "waiting"
    assert practice.ledger.count(Method.DELETE) == 0


def test_a_folder_that_was_removed_under_us_is_one_sentence(signdesk: SignDesk, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = "import os, sys; os.rmdir(os.getcwd()); from signdesk.__main__ import main; sys.exit(main())"
    arguments = ["sign", "--practice", "--process", "1", "--save-to", "Sealed", "a.pdf"]
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=gone,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "no longer there" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="a display is optional on Linux alone")
def test_the_window_without_a_display_says_what_does_without_one(signdesk: SignDesk) -> None:
    ended = signdesk()
    assert (ended.code, ended.out) == (2, "")
    assert "signdesk sign" in ended.err


def test_reports_in_the_result_are_listed(sign: SignDesk, practice: PracticeRun) -> None:
    practice.profile = ResponseProfile(extra_entries=(("report.xml", "<ok/>"),))
    assert "report.xml" in sign("--json").json["batches"][0]["message"]
    assert "report.xml" in sign("--again").err


def test_the_servers_own_words_about_a_refusal_are_passed_on(sign: SignDesk) -> None:
    assert "The server said: “process id not valid”." in sign(process="12").err


def test_progress_does_not_get_into_the_result_where_stderr_is_closed(
    practice: PracticeRun, tmp_path: Path
) -> None:
    (tmp_path / "Letter.pdf").write_bytes(a_pdf())
    order = ["sign", "--json", "--server", practice.server.base_url, "--process", "1"]
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" 2>&-', "sh", sys.executable, "-m", "signdesk", *order, "Letter.pdf"],
        env=usual_environment(tmp_path) | {"SIGNDESK_API_KEY": practice.credentials.api_key},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["batches"][0]["state"] == "done"


def test_a_key_log_of_the_environment_that_cannot_be_written_withholds_nothing(sign: SignDesk) -> None:
    """A library that is imported for seals would open it."""
    ended = sign(SSLKEYLOGFILE="/nonexistent/keys.log")
    assert ended.code == 0, ended.out + ended.err
