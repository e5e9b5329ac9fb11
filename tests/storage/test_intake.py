from __future__ import annotations

import hashlib
import os
import socket
import zlib
from pathlib import Path

import pytest

from signdesk.domain.documents import RejectReason, shown_name
from signdesk.storage.intake import (
    NO_DOCUMENTS,
    Problem,
    Stopped,
    Taken,
    check_file,
    survey,
    take_in,
)
from signdesk.storage.sources import PIECE_BYTES
from tests.storage.conftest import without_root


def _reason(taken: Taken) -> str:
    [problem] = taken.problems
    assert taken.documents == ()
    return problem.reason


def _names(taken: Taken) -> list[str]:
    return [document.name for document in taken.documents]


def test_a_file_is_taken_in_with_its_fingerprints(tmp_path: Path) -> None:
    content = os.urandom(2 * PIECE_BYTES + 17)
    path = tmp_path / "Invoice 17.pdf"
    path.write_bytes(content)

    taken = take_in([path])

    [document] = taken.documents
    assert not taken.problems
    assert not taken.left_out
    assert (document.path, document.name, document.size_bytes) == (path, "Invoice 17.pdf", len(content))
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert document.crc32 == zlib.crc32(content)
    assert document.modified_ns == path.stat().st_mtime_ns


def test_a_relative_path_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")
    monkeypatch.chdir(tmp_path)

    assert [document.path for document in take_in([Path("a.pdf")]).documents] == [tmp_path / "a.pdf"]


def test_the_same_path_counts_once_however_it_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"a")
    (tmp_path / "other").symlink_to(folder)

    ways = [folder / "a.pdf", folder / "a.pdf", tmp_path / "in/../in/a.pdf", tmp_path / "other/a.pdf", folder]
    taken = take_in(ways)

    assert _names(taken) == ["a.pdf"]
    assert taken.problems == ()


def test_two_names_of_one_file_are_two_documents(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")
    (tmp_path / "b.pdf").hardlink_to(tmp_path / "a.pdf")

    assert _names(take_in([tmp_path])) == ["a.pdf", "b.pdf"]


def test_sources_are_neither_written_nor_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"content")
    path.chmod(0o444)
    before = path.stat()

    with without_root():
        take_in([path])

    after = path.stat()
    assert path.read_bytes() == b"content"
    assert (after.st_mtime_ns, after.st_ctime_ns, after.st_mode) == (
        before.st_mtime_ns,
        before.st_ctime_ns,
        before.st_mode,
    )


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    missing = tmp_path / "gone.pdf"

    taken = take_in([missing])

    assert "no such file" in _reason(taken)
    assert taken.problems == (
        Problem(missing, "gone.pdf", None, taken.problems[0].reason, RejectReason.GONE),
    )


def test_an_empty_file_is_a_problem_with_its_size(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()

    taken = take_in([tmp_path / "empty.pdf"])

    assert "empty" in _reason(taken)
    assert taken.problems[0].size_bytes == 0


def test_an_unreadable_file_is_a_problem(public_folder: Path) -> None:
    path = public_folder / "closed.pdf"
    path.write_bytes(b"secret")
    path.chmod(0)

    with without_root():
        taken = take_in([path])

    assert "right to read" in _reason(taken)
    assert taken.problems[0].size_bytes == 6


def test_a_file_in_a_closed_folder_is_a_problem(public_folder: Path) -> None:
    closed = public_folder / "closed"
    closed.mkdir()
    (closed / "a.pdf").write_bytes(b"a")
    closed.chmod(0)

    with without_root():
        taken = take_in([closed / "a.pdf"])

    assert "right to read" in _reason(taken)


def test_a_device_is_a_problem() -> None:
    assert "device" in _reason(take_in([Path("/dev/zero")]))


def test_a_pipe_is_a_problem_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert "pipe" in _reason(take_in([tmp_path / "pipe"]))


def test_a_socket_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # socket paths must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")

        assert "socket" in _reason(take_in([tmp_path / "socket"]))


def test_a_link_says_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"a")
    (tmp_path / "link.pdf").symlink_to("real.pdf")

    assert "“real.pdf”" in _reason(take_in([tmp_path / "link.pdf"]))


def test_a_link_to_a_folder_is_not_walked(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.pdf").write_bytes(b"a")
    (tmp_path / "link").symlink_to(tmp_path / "real")

    assert "link" in _reason(take_in([tmp_path / "link"]))


def test_a_shortcut_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "Invoice.pdf.LNK").write_bytes(b"L\0\0\0")

    assert "shortcut" in _reason(take_in([tmp_path / "Invoice.pdf.LNK"]))


@pytest.mark.parametrize("name", ["a\0b.pdf", "a" * 300 + ".pdf", "\ud800.pdf"])
def test_a_path_that_cannot_be_used_is_a_problem(tmp_path: Path, name: str) -> None:
    assert "cannot be used" in _reason(take_in([tmp_path / name]))


def test_a_path_through_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")

    assert "no such file" in _reason(take_in([tmp_path / "a.pdf/b.pdf"]))


def test_links_that_go_in_a_circle_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")

    assert "circle" in _reason(take_in([tmp_path / "one/a.pdf"]))


@pytest.mark.parametrize("change", ["grow", "shrink", "same size"])
def test_a_file_changed_while_it_is_read_is_a_problem(tmp_path: Path, change: str) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(b"x" * (3 * PIECE_BYTES))
    os.utime(path, (1, 1))
    asked = 0

    def change_in_the_middle() -> bool:
        nonlocal asked
        asked += 1
        if asked == 4:  # before the path, and before the third piece
            with path.open("r+b") as file:
                file.truncate({"grow": 4, "shrink": 1, "same size": 3}[change] * PIECE_BYTES)
                file.write(b"y")
        return False

    taken = take_in([path], stop=change_in_the_middle)

    assert asked >= 4
    assert "being changed right now" in _reason(taken)


def test_a_name_that_is_no_text_works(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/fa\xe7ade \xff.pdf"))
    path.write_bytes(b"a")

    [document] = take_in([tmp_path]).documents

    assert shown_name(document.name) == "fa\ufffdade \ufffd.pdf"
    assert document.path.read_bytes() == b"a"


def test_reasons_can_be_printed_even_for_names_that_are_no_text(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(os.fsdecode(b"\xff.pdf"))

    assert _reason(take_in([link])).encode()


def test_a_folder_is_walked_in_order_with_its_subfolders(tmp_path: Path) -> None:
    for name in ["b.pdf", "A.pdf", "sub/z.pdf", "sub/deep/y.pdf", "c.txt"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())

    taken = take_in([tmp_path])

    assert _names(taken) == ["A.pdf", "b.pdf", "c.txt", "y.pdf", "z.pdf"]
    assert not taken.problems
    assert not taken.left_out


def test_rubbish_in_a_folder_is_left_out_and_told(tmp_path: Path) -> None:
    rubbish = [".DS_Store", ".hidden", "Thumbs.db", "desktop.ini", "~$Offer.docx", ".~lock.Offer.odt#"]
    for name in [*rubbish, "film.crdownload", "Offer.docx", "notes.tmp"]:
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/config").write_bytes(b"x")

    taken = take_in([tmp_path])

    assert _names(taken) == ["notes.tmp", "Offer.docx"]
    assert {one.path.name for one in taken.left_out} == {*rubbish, "film.crdownload", ".git"}
    assert all(one.reason for one in taken.left_out)
    assert taken.problems == ()


def test_what_is_rubbish_in_a_folder_is_a_document_when_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"x")

    assert _names(take_in([tmp_path / ".env"])) == [".env"]


def test_unusable_files_in_a_folder_are_problems(public_folder: Path) -> None:
    (public_folder / "good.pdf").write_bytes(b"a")
    (public_folder / "empty.pdf").touch()
    (public_folder / "link.pdf").symlink_to("good.pdf")
    os.mkfifo(public_folder / "pipe")
    (public_folder / "closed").mkdir(mode=0)

    with without_root():
        taken = take_in([public_folder])

    assert _names(taken) == ["good.pdf"]
    assert [problem.name for problem in taken.problems] == ["closed", "empty.pdf", "link.pdf", "pipe"]
    assert "right to open this folder" in taken.problems[0].reason


@pytest.mark.parametrize("inside", [[], ["Thumbs.db"], ["sub/.hidden"]])
def test_a_folder_without_documents_is_a_problem(tmp_path: Path, inside: list[str]) -> None:
    folder = tmp_path / "empty"
    (folder / "sub").mkdir(parents=True)
    for name in inside:
        (folder / name).write_bytes(b"x")

    taken = take_in([folder])

    assert taken.problems == (Problem(folder, "empty", None, NO_DOCUMENTS, RejectReason.NO_DOCUMENT),)


def test_a_link_back_to_its_folder_ends_the_walk(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")
    (tmp_path / "loop").symlink_to(".")

    taken = take_in([tmp_path])

    assert _names(taken) == ["a.pdf"]
    assert [problem.name for problem in taken.problems] == ["loop"]


def test_every_file_looked_at_is_counted(tmp_path: Path) -> None:
    for name in ["a", "b", "empty"]:
        (tmp_path / name).write_bytes(b"" if name == "empty" else b"x")
    counts: list[int] = []

    take_in([tmp_path, tmp_path / "missing"], seen=counts.append)

    assert counts == [1, 2, 3]


def test_stop_ends_between_files(tmp_path: Path) -> None:
    for name in ["a", "b", "c"]:
        (tmp_path / name).write_bytes(b"x")
    counts: list[int] = []

    taken = take_in([tmp_path], seen=counts.append, stop=lambda: len(counts) == 2)

    assert _names(taken) == ["a", "b"]
    assert taken.problems == ()


def test_stop_ends_in_the_middle_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * (5 * PIECE_BYTES))
    answers = iter([False, False, True])

    taken = take_in([tmp_path / "large"], stop=lambda: next(answers))

    assert taken == Taken((), (), ())


def test_every_trouble_has_its_kind(public_folder: Path) -> None:
    (public_folder / "empty.pdf").touch()
    (public_folder / "link.pdf").symlink_to("empty.pdf")
    (public_folder / "short.lnk").write_bytes(b"L")
    (public_folder / ".Lease.pdf.icloud").write_bytes(b"bplist00")
    (public_folder / "closed.pdf").write_bytes(b"x")
    (public_folder / "closed.pdf").chmod(0)
    os.mkfifo(public_folder / "pipe")

    with without_root():
        taken = take_in([public_folder, public_folder / "gone.pdf"])

    assert {one.name: one.trouble for one in taken.problems} == {
        "empty.pdf": RejectReason.EMPTY,
        "link.pdf": RejectReason.LINK,
        "short.lnk": RejectReason.LINK,
        ".Lease.pdf.icloud": RejectReason.CLOUD,
        "closed.pdf": RejectReason.NO_RIGHT,
        "pipe": RejectReason.NO_DOCUMENT,
        "gone.pdf": RejectReason.GONE,
    }
    assert taken.left_out == ()


def test_a_file_that_is_listed_already_is_given_by_its_path_there(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.pdf").write_bytes(b"a")
    (tmp_path / "real/b.pdf").write_bytes(b"b")
    (tmp_path / "way").symlink_to("real")

    met = survey([tmp_path / "way/a.pdf", tmp_path / "real"], listed=[tmp_path / "real/a.pdf"])

    assert list(met) == [tmp_path / "real/a.pdf", tmp_path / "real/b.pdf"]


def test_a_survey_opens_no_file(public_folder: Path) -> None:
    (public_folder / "closed.pdf").write_bytes(b"x")
    (public_folder / "closed.pdf").chmod(0)

    with without_root():
        assert list(survey([public_folder])) == [public_folder / "closed.pdf"]


def test_a_survey_that_is_stopped_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")

    with pytest.raises(Stopped):
        list(survey([tmp_path], stop=lambda: True))


def test_the_bytes_of_a_file_can_be_watched_as_they_go_by(tmp_path: Path) -> None:
    content = os.urandom(2 * PIECE_BYTES + 5)
    (tmp_path / "a.pdf").write_bytes(content)
    seen = bytearray()

    check_file(tmp_path / "a.pdf", watch=seen.extend)

    assert bytes(seen) == content
