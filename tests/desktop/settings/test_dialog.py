"""The dialog as a whole: pages, keyboard, room, locks, complaints, and the ways out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.settings.rows import TextRow
from signdesk.desktop.toolkit import theme
from signdesk.desktop.toolkit.tokens import DARK
from signdesk.domain.settings import Theme
from tests.desktop import hands
from tests.desktop.settings import people
from tests.desktop.settings.conftest import ACME, TEST, OpenRoom, Room
from tests.journeys.conftest import until
from tests.support.canary import KEY
from tests.support.secret_net import may_hold

SPOILT = "[saving]\ndelete_from_server = yes\n"
CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit)
TITLES = ["General", "Server", "Processes", "Saving", "Notifications", "Privacy", "Diagnostics"]


@pytest.fixture(autouse=True)
def back_to_light(app: QApplication) -> Iterator[None]:
    yield
    theme.apply(app, theme.Scheme.LIGHT)


def controls(part: QWidget) -> list[QWidget]:
    found = [one for one in part.findChildren(QWidget) if isinstance(one, CONTROLS)]
    inside = [one for one in found if not any(isinstance(up, QComboBox) for up in (one.parent(),))]
    return [one for one in inside if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus]


async def test_the_window_asks_for_the_settings_by_button_and_by_keys(window: MainWindow) -> None:
    heard: list[bool] = []
    window.settings_requested.connect(lambda: heard.append(True))
    hands.click(window.header.settings_button)
    hands.press(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert heard == [True, True]


async def test_pages_stand_on_the_left_and_escape_closes(open_room: OpenRoom) -> None:
    async with open_room(ACME) as room:
        assert [room.dialog.list.item(row).text() for row in range(room.dialog.list.count())] == TITLES
        hands.press(room.dialog, Qt.Key.Key_Escape)
        await until(lambda: not room.is_open, "the end of the dialog")


@pytest.mark.parametrize("name", [title.lower() for title in TITLES])
async def test_everything_has_a_name_and_the_keyboard_reaches_it_in_reading_order(
    open_room: OpenRoom, name: str
) -> None:
    async with open_room(ACME, TEST, page=name) as room:
        room.dialog.server.form.unfold()
        page = room.dialog.shown_page()
        await until(lambda: room.dialog.isVisible() and page.isVisible(), "the page")
        wanted = [one for one in controls(page) if one.isEnabled()]
        assert [one for one in wanted if not (one.accessibleName() or getattr(one, "text", str)())] == []
        reached: list[QWidget] = []
        room.dialog.list.setFocus()
        for _ in range(people.MOST_STEPS):
            hands.press(people.keyboard(room), Qt.Key.Key_Tab)
            if page.isAncestorOf(people.keyboard(room)):
                reached.append(people.keyboard(room))
            elif reached:
                break
        assert set(reached) == set(wanted)
        places = [one.mapTo(page, one.rect().topLeft()) for one in reached]
        for above, below in itertools.pairwise(places):
            assert below.y() > above.y() - 12, "from top to bottom"
            assert below.y() > above.y() + 12 or below.x() > above.x(), "and from left to right"


@pytest.mark.parametrize("name", [title.lower() for title in TITLES])
async def test_1024x600_at_200_percent_has_room_for_everything(open_room: OpenRoom, name: str) -> None:
    async with open_room(ACME, TEST, page=name) as room:
        dialog = room.dialog
        dialog.server.form.unfold()
        dialog.resize(496, 252)
        # never processEvents() here: a task that it finishes would not wake those who wait (qasync #59)
        await until(lambda: (dialog.width(), dialog.height()) == (496, 252), "the size")
        page = dialog.shown_page()
        assert page.column.minimumSize().width() <= dialog.stack.width()
        bottom = dialog.close_button.mapTo(dialog, dialog.close_button.rect().bottomRight())
        assert dialog.rect().contains(bottom)


async def test_colours_change_at_once_and_are_kept(open_room: OpenRoom) -> None:
    async with open_room(ACME) as room:
        people.choose(room, room.dialog.general.rows["general.theme"].control, 2)  # type: ignore[arg-type]
        await until(lambda: theme.colours() == DARK, "dark")
        assert room.saved().general.theme is Theme.DARK
        assert room.changes[-1][1].general.theme is Theme.DARK


async def test_a_check_box_is_applied_at_once(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="saving") as room:
        people.push(room, room.dialog.saving.rows["saving.receipts"].control)  # type: ignore[arg-type]
        await until(lambda: not room.saved().saving.receipts, "the file")


async def test_the_example_lives_and_a_bad_file_name_stays_with_its_reason(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="saving") as room:
        row = room.dialog.saving.rows["saving.file_name"]
        assert isinstance(row, TextRow)
        people.enter(room, row, "{first} {dat}")
        assert "“{dat}”" in row.problem.text()
        people.go_to(room, room.dialog.general)
        people.go_to(room, room.dialog.saving)
        assert row.text() == "{first} {dat}"
        assert row.has_problem
        assert room.saved().saving.file_name == "{process} {date} {time}"
        people.enter(room, row, "{first}")
        assert "Invoice 17.zip" in row.hint.text()
        await until(lambda: room.saved().saving.file_name == "{first}", "the file")
        assert not row.has_problem


async def test_what_was_typed_last_is_kept_when_the_dialog_closes(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="saving") as room:
        row = room.dialog.saving.rows["saving.file_name"]
        people.tab_to(room, row.control)
        hands.write(row.control, "x")
        hands.press(room.dialog, Qt.Key.Key_Escape)
        await until(lambda: room.saved().saving.file_name.count("x") == 1, "the file")


async def test_closing_with_something_wrong_asks_and_shows_it(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="saving") as room:
        dialog, row = room.dialog, room.dialog.saving.rows["saving.file_name"]
        people.enter(room, row, "{")
        people.go_to(room, dialog.general)
        hands.press(dialog, Qt.Key.Key_Escape)
        await people.answer(room, dialog.strip, "Go back to it")
        await until(lambda: not dialog.strip.is_asking, "the answer")
        assert dialog.shown_page() is dialog.saving
        await until(lambda: people.keyboard(room) is row.control, "the keyboard in the row")
        hands.press(dialog, Qt.Key.Key_Escape)
        await people.answer(room, dialog.strip, "Close without it")
        await until(lambda: not room.is_open, "the end of the dialog")
        assert room.saved().saving.file_name == "{process} {date} {time}"


async def test_what_the_organisation_has_locked_is_grey_and_says_so(open_room: OpenRoom) -> None:
    policy = 'locked = ["saving.folder"]\n[saving]\nfolder = "/srv/sealed"\n'
    async with open_room(ACME, page="saving", policy=policy) as room:
        row = room.dialog.saving.rows["saving.folder"]
        assert not row.control.isEnabled()
        assert row.lock_note.isVisible()
        assert row.lock_note.text() == "Set by your organisation"
        assert "Set by your organisation" in row.control.accessibleDescription()
        assert isinstance(row, TextRow)
        assert row.text() == "/srv/sealed"
        assert room.dialog.saving.rows["saving.receipts"].isEnabled()


async def test_a_bad_line_of_the_file_stands_on_its_page(open_room: OpenRoom) -> None:
    def spoil(room: Room) -> None:
        room.path.write_text('[saving]\nunpack = "yes"\n')

    async with open_room(page="saving", prepare=spoil) as room:
        told = room.dialog.saving.complaints
        assert told.isVisible()
        assert "line 2" in told.text.text()
        assert room.dialog.general.complaints.text.text() == ""
        people.push(room, told.open_button)
        await until(lambda: room.opened == [room.path], "the file opened")


async def test_a_secret_in_the_file_is_told_and_repeated_nowhere(open_room: OpenRoom) -> None:
    """Also in no log: whatever a thread hands back is written there at DEBUG."""

    def spoil(room: Room) -> None:
        may_hold(room.path)
        room.path.write_text(f'[saving]\npassword = "{KEY}"\n')

    async with open_room(page="saving", prepare=spoil) as room:
        told = room.dialog.saving.complaints
        assert "line 2" in told.text.text()
        people.enter(room, room.dialog.saving.rows["saving.file_name"], "{date}")
        await until(lambda: room.saved().saving.file_name == "{date}", "the change in the file")


async def test_a_file_that_cannot_be_written_is_told_beside_the_wish(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="saving") as room:
        room.path.unlink()
        room.path.mkdir()
        row = room.dialog.saving.rows["saving.file_name"]
        people.enter(room, row, "{date}")
        await until(lambda: row.has_problem, "the reason")
        assert isinstance(row, TextRow)
        assert row.text() == "{date}"


async def test_support_gets_facts_and_no_secret(open_room: OpenRoom) -> None:
    async with open_room(ACME, page="diagnostics") as room:
        page = room.dialog.diagnostics
        await until(lambda: page.journal.text() == "In order: 3 batches.", "the journal")
        people.push(room, page.copy)
        text = QGuiApplication.clipboard().text()
        assert "SignDesk 9.9" in text
        assert "In order: 3 batches." in text
        assert "https://seal.example.com" in text
        people.push(room, page.open_buttons[0])  # type: ignore[arg-type]
        await until(lambda: room.opened == [room.folder], "the folder opened")


async def test_opening_it_twice_is_one_dialog(open_room: OpenRoom) -> None:
    async with open_room(ACME) as room:
        first = room.dialog
        assert room._settings is not None
        room._settings.open("privacy")
        assert room.dialog is first
        assert first.shown_page() is first.privacy


async def test_a_line_that_a_screen_reader_selects_shows_its_page(open_room: OpenRoom) -> None:
    async with open_room(ACME) as room:
        pages = room.dialog.list
        heard = QAccessible.queryAccessibleInterface(pages)
        heard.selectionInterface().select(heard.child(TITLES.index("Privacy")))
        assert room.dialog.shown_page() is room.dialog.privacy


def spoil(room: Room) -> None:
    room.path.write_text(SPOILT)


async def choose_dark(room: Room) -> None:
    """By keyboard."""
    box = room.dialog.general.rows["general.theme"].findChildren(QComboBox)[0]
    box.setFocus()
    hands.press(box, Qt.Key.Key_End)
    await until(lambda: room.dialog.strip.is_asking, "the question")


async def test_a_file_that_cannot_be_read_is_replaced_only_after_a_question(open_room: OpenRoom) -> None:
    async with open_room(prepare=spoil) as room:
        dialog = room.dialog
        for page in dialog.pages:
            assert "settings.toml, line 2: The file is no TOML" in page.complaints.text.text()
        await choose_dark(room)
        words = dialog.strip.text.text()
        assert "line 2" in words
        assert "replaces the whole file" in words
        assert "“settings broken.toml”" in words
        assert room.path.read_text() == SPOILT
        assert dialog.focusWidget() is dialog.strip.buttons[0]
        assert dialog.strip.buttons[0].text() == "Leave the file as it is"
        hands.press(dialog.strip.buttons[0], Qt.Key.Key_Space)
        row = dialog.general.rows["general.theme"]
        await until(lambda: row.has_problem, "what is said at the row")
        assert room.path.read_text() == SPOILT
        assert not room.path.with_name("settings broken.toml").exists()
        box = row.findChildren(QComboBox)[0]
        box.setFocus()
        hands.press(box, Qt.Key.Key_Up)
        await until(lambda: dialog.strip.is_asking, "the question again")
        hands.press(dialog.strip.buttons[0], Qt.Key.Key_Tab)
        hands.press(dialog.strip.buttons[1], Qt.Key.Key_Space)
        await until(lambda: room.path.read_text() != SPOILT, "the new file")
        assert room.path.with_name("settings broken.toml").read_text() == SPOILT
        await until(lambda: not dialog.general.complaints.isVisible(), "no complaint any more")


async def test_escape_at_the_question_leaves_the_file(open_room: OpenRoom) -> None:
    async with open_room(prepare=spoil) as room:
        await choose_dark(room)
        hands.press(room.dialog.strip.buttons[0], Qt.Key.Key_Escape)
        row = room.dialog.general.rows["general.theme"]
        await until(lambda: row.has_problem, "what is said at the row")
        assert room.is_open
    assert room.path.read_text() == SPOILT
