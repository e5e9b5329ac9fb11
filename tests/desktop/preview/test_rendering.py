"""The renderer with its real child: stopped, killed and switched in the middle of things."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from signdesk.desktop.preview import rendering
from signdesk.desktop.preview.rendering import Renderer
from signdesk.desktop.preview.wire import Draw, Pages, Pixels, Text, Why
from tests.desktop.preview.conftest import WAIT_MS, Children, is_alive
from tests.desktop.preview.files import A4, pdf_of, written
from tests.support.samples import a_pdf


class Heard:
    """All that a renderer has said."""

    def __init__(self, renderer: Renderer, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.opened: list[Pages | Text] = []
        self.drawn: list[int] = []
        self.failed: list[tuple[Why, int]] = []
        renderer.opened.connect(self.opened.append)
        renderer.drawn.connect(self._drawn)
        renderer.failed.connect(lambda why, page: self.failed.append((why, page)))

    def _drawn(self, pixels: Pixels) -> None:
        self.drawn.append(pixels.page)

    def until(self, true: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(true()), timeout=WAIT_MS)

    def until_counts(self, count: int, said: Sequence[object]) -> None:
        self.until(lambda: len(said) == count)


@pytest.fixture
def heard(renderer: Renderer, qtbot: QtBot) -> Heard:
    return Heard(renderer, qtbot)


@pytest.fixture
def three(tmp_path: Path) -> Path:
    return written(tmp_path, "Three.pdf", pdf_of([A4] * 3))


def opened(renderer: Renderer, heard: Heard, path: Path) -> int:
    """Opens and waits; the child's number."""
    renderer.open(path, path.name)
    heard.until(lambda: heard.opened or heard.failed)
    return renderer.pid()


def draws(*pages: int) -> list[Draw]:
    return [Draw(page, 60, 80) for page in pages]


def test_pages_come_in_the_order_in_which_they_are_wanted(
    renderer: Renderer, heard: Heard, three: Path
) -> None:
    opened(renderer, heard, three)
    renderer.want(draws(2, 0, 1))
    heard.until(lambda: len(heard.drawn) == 3)
    assert heard.drawn == [2, 0, 1]


def test_what_is_no_longer_wanted_is_not_drawn(renderer: Renderer, heard: Heard, three: Path) -> None:
    opened(renderer, heard, three)
    renderer.want(draws(0, 1, 2))
    renderer.want(draws(2))
    heard.until(lambda: 2 in heard.drawn)
    assert heard.drawn == [0, 2]  # the first had been asked for already


def test_of_documents_passed_by_quickly_only_the_last_is_told(
    renderer: Renderer, heard: Heard, tmp_path: Path
) -> None:
    for count in range(1, 9):
        path = written(tmp_path, f"{count}.pdf", pdf_of([A4] * count))
        renderer.open(path, path.name)
    heard.until(lambda: heard.opened)
    renderer.want(draws(7))
    heard.until(lambda: heard.drawn)
    assert [one.total for one in heard.opened if isinstance(one, Pages)] == [8]
    assert heard.failed == []


def test_a_page_of_the_document_before_is_dropped(
    renderer: Renderer, heard: Heard, three: Path, tmp_path: Path
) -> None:
    opened(renderer, heard, three)
    renderer.want(draws(2))
    renderer.open(written(tmp_path, "One.pdf", a_pdf()), "One.pdf")
    heard.until(lambda: len(heard.opened) == 2)
    assert heard.drawn == []


def test_a_child_killed_while_it_draws_costs_that_page_alone(
    renderer: Renderer, heard: Heard, three: Path
) -> None:
    first = opened(renderer, heard, three)
    os.kill(first, signal.SIGSTOP)  # so that it is certainly in the middle
    renderer.want(draws(1, 2))
    os.kill(first, signal.SIGKILL)
    heard.until(lambda: heard.drawn)
    assert heard.failed == [(Why.STOPPED, 1)]
    assert heard.drawn == [2]
    assert len(heard.opened) == 1
    assert renderer.pid() != first


def test_a_child_killed_while_idle_costs_nothing(renderer: Renderer, heard: Heard, three: Path) -> None:
    os.kill(opened(renderer, heard, three), signal.SIGKILL)
    heard.until(lambda: renderer.pid() == 0)
    renderer.want(draws(0))
    heard.until(lambda: heard.drawn)
    assert heard.failed == []


def test_a_document_that_ends_its_child_again_and_again_is_given_up(
    renderer: Renderer, heard: Heard, three: Path
) -> None:
    opened(renderer, heard, three)
    for page in range(3):
        heard.until(renderer.pid)
        os.kill(renderer.pid(), signal.SIGSTOP)
        renderer.want(draws(page))
        os.kill(renderer.pid(), signal.SIGKILL)
        heard.until_counts(page + 1, heard.failed)
        if page < 2:
            renderer.want(draws(2))
            heard.until_counts(page + 1, heard.drawn)
    assert heard.failed == [(Why.STOPPED, 0), (Why.STOPPED, 1), (Why.STOPPED, -1)]
    renderer.want(draws(0))
    assert renderer.pid() == 0


def test_a_child_that_does_not_answer_is_ended(
    make_renderer: Callable[..., Renderer],
    qtbot: QtBot,
    three: Path,
    monkeypatch: pytest.MonkeyPatch,
    children: Children,
) -> None:
    monkeypatch.setattr(rendering, "child_command", lambda: ["/bin/sleep", "600"])
    renderer = make_renderer(answer_ms=200)
    heard = Heard(renderer, qtbot)
    opened(renderer, heard, three)
    assert heard.failed == [(Why.STOPPED, -1)]
    heard.until(lambda: not children())


def test_a_slow_page_does_not_hold_up_the_next_document(
    make_renderer: Callable[..., Renderer], qtbot: QtBot, three: Path, tmp_path: Path
) -> None:
    renderer = make_renderer(answer_ms=10 * WAIT_MS)
    heard = Heard(renderer, qtbot)
    first = opened(renderer, heard, three)
    os.kill(first, signal.SIGSTOP)  # would answer never
    renderer.want(draws(0))
    renderer.open(written(tmp_path, "One.pdf", a_pdf()), "One.pdf")
    heard.until(lambda: len(heard.opened) == 2)
    assert heard.failed == []
    heard.until(lambda: not is_alive(first))


def test_no_child_at_all_is_said_and_not_tried_for_ever(
    renderer: Renderer, heard: Heard, three: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(rendering, "child_command", lambda: [str(tmp_path / "not there")])
    opened(renderer, heard, three)
    assert heard.failed == [(Why.STOPPED, -1)]


def test_a_child_that_talks_nonsense_is_ended(
    renderer: Renderer,
    heard: Heard,
    three: Path,
    monkeypatch: pytest.MonkeyPatch,
    children: Children,
) -> None:
    monkeypatch.setattr(rendering, "child_command", lambda: ["/bin/cat"])  # repeats the request
    opened(renderer, heard, three)
    assert heard.failed == [(Why.STOPPED, -1)]
    heard.until(lambda: not children())


def test_the_child_gets_no_secrets(
    renderer: Renderer, heard: Heard, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNDESK_API_KEY", "secret")
    pid = opened(renderer, heard, three)
    assert b"SIGNDESK" not in Path(f"/proc/{pid}/environ").read_bytes()


def test_closing_ends_the_child_and_the_next_document_starts_another(
    renderer: Renderer, heard: Heard, three: Path
) -> None:
    pid = opened(renderer, heard, three)
    renderer.close()
    heard.until(lambda: not is_alive(pid))
    renderer.open(three, three.name)
    heard.until(lambda: len(heard.opened) == 2)


def test_the_end_of_the_window_waits_for_the_child(renderer: Renderer, heard: Heard, three: Path) -> None:
    pid = opened(renderer, heard, three)
    os.kill(pid, signal.SIGSTOP)
    renderer.want(draws(0))
    renderer.shut()
    assert not is_alive(pid)
