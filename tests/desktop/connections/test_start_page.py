from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from signdesk.desktop.batches.card_texts import Tone
from signdesk.desktop.connections.first_start.form import Entered
from signdesk.desktop.connections.start_page import StartPage
from signdesk.desktop.main_window.window import MainWindow
from signdesk.desktop.toolkit.text import Role
from signdesk.domain.servers import Credentials, Process, SignIn
from signdesk.seal_api.doctor.findings import Finding, Remedy, Stage, Verdict
from tests.desktop import hands
from tests.desktop.values import FOLDER, SERVER
from tests.support.canary import KEY, MARK, PASSWORD

BROKEN = Finding(
    Stage.CONNECTION, Verdict.FAILED, "“seal.example.com” could not be reached.", "It may be switched off."
)


@pytest.fixture
def page(window: MainWindow) -> StartPage:
    window.set_server(None)
    return window.start_page


@pytest.fixture
def wishes(page: StartPage) -> list[Entered]:
    heard: list[Entered] = []
    page.form.connect_requested.connect(heard.append)
    return heard


def test_an_address_and_a_key_connect(page: StartPage, wishes: list[Entered]) -> None:
    hands.write(page.form.address.line, "seal.example.com")
    hands.write(page.form.secrets.api_key.line, KEY)
    hands.click(page.form.connect_button)
    assert wishes == [Entered("seal.example.com", SignIn.API_KEY, "", Credentials(api_key=KEY), keep=True)]


def test_enter_connects(page: StartPage, wishes: list[Entered]) -> None:
    page.form.secrets.api_key.line.setText(KEY)
    hands.write(page.form.address.line, "seal.example.com")
    hands.press(page.form.address.line, Qt.Key.Key_Return)
    assert len(wishes) == 1


def test_the_box_says_where_the_key_goes(page: StartPage, wishes: list[Entered]) -> None:
    assert page.form.keep.check.accessibleName() == "Keep in the system’s keyring"
    hands.press(page.form.keep.check, Qt.Key.Key_Space)
    page.form.address.line.setText("seal.example.com")
    page.form.secrets.api_key.line.setText(KEY)
    hands.click(page.form.connect_button)
    assert [one.keep for one in wishes] == [False]
    page.form.kind.setCurrentIndex(3)
    assert not page.form.keep.isVisible()  # there is nothing to keep


@pytest.mark.parametrize(
    ("row", "filled", "words"),
    [
        (0, {}, "Enter the API key"),
        (0, {"api_key": "   "}, "Enter the API key"),
        (1, {"password": KEY}, "Enter the user name"),
        (1, {"user": "anna"}, "Enter the password"),
        (2, {}, "Enter the token"),
    ],
)
def test_an_empty_secret_is_refused_where_it_belongs(
    page: StartPage, wishes: list[Entered], row: int, filled: dict[str, str], words: str
) -> None:
    form = page.form
    form.kind.setCurrentIndex(row)
    form.address.line.setText("seal.example.com")
    for name, text in filled.items():
        getattr(form.secrets, name).line.setText(text)
    hands.click(form.connect_button)
    assert wishes == []
    assert form.problem.isVisible()
    assert form.problem.text().startswith(words)
    focus = page.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.accessibleName().lower() in words.lower()


def test_changing_the_server_keeps_the_way_back(page: StartPage, window: MainWindow) -> None:
    assert not page.back_link.isVisible()
    assert not window.header.change_link.isVisible()
    window.set_server(SERVER)
    assert window.header.change_link.isVisible()
    window.show_start_page()
    page.form.secrets.api_key.line.setText(KEY)
    window.show_server_state("Acme Sealing, connected", Tone.DONE)  # news must not take the page away
    assert page.isVisible()
    hands.click(page.back_link)
    assert not page.isVisible()
    assert window.header.server_text.text() == "Acme Sealing, connected"
    assert page.form.secrets.api_key.text() == ""


def test_the_keys_header_is_asked_for_under_more(page: StartPage, wishes: list[Entered]) -> None:
    form = page.form
    hands.write(form.address.line, "seal.example.com")
    assert not form.header.isVisible()
    form.secrets.api_key.line.setText(KEY)
    hands.click(form.more_link)
    hands.write(form.header.line, "X-Key")
    hands.click(form.connect_button)
    assert wishes[0].header == "X-Key"


def test_a_known_header_is_shown_and_goes_along(page: StartPage, wishes: list[Entered]) -> None:
    page.show_last("https://seal.example.com", SignIn.API_KEY, "X-Key")
    page.form.secrets.api_key.line.setText(KEY)
    hands.click(page.form.connect_button)
    assert wishes[0].header == "X-Key"
    page.form.kind.setCurrentIndex(2)
    page.form.secrets.token.line.setText(KEY)
    hands.click(page.form.connect_button)
    assert wishes[1].header == ""


@pytest.mark.parametrize(
    ("row", "kind", "credentials"),
    [
        (1, SignIn.BASIC, Credentials(user="anna", password=f" {PASSWORD} ")),
        (2, SignIn.BEARER, Credentials(token=KEY)),
        (3, SignIn.NONE, Credentials()),
    ],
)
def test_each_kind_of_sign_in_asks_for_its_own(
    page: StartPage, wishes: list[Entered], row: int, kind: SignIn, credentials: Credentials
) -> None:
    secrets = page.form.secrets
    page.form.kind.setCurrentIndex(row)
    page.form.address.line.setText("seal.example.com")
    for field, text in (
        (secrets.api_key, "never"),
        (secrets.user, "anna"),
        (secrets.password, f" {PASSWORD} "),
        (secrets.token, KEY),
    ):
        field.line.setText(text)
    hands.click(page.form.connect_button)
    assert [(one.sign_in, one.header, one.credentials) for one in wishes] == [(kind, "", credentials)]


def test_secrets_are_masked_and_forgotten_once_connected(page: StartPage, window: MainWindow) -> None:
    secrets = page.form.secrets
    for field in (secrets.api_key, secrets.password, secrets.token):
        field.line.setText(KEY)
        assert field.line.echoMode() is QLineEdit.EchoMode.Password
    window.set_server(SERVER)
    texts = [one.text() for one in window.findChildren(QLineEdit)]
    assert MARK not in texts


def test_without_an_address_nothing_is_tried(page: StartPage, wishes: list[Entered]) -> None:
    hands.click(page.form.connect_button)
    assert wishes == []
    assert page.form.problem.isVisible()
    assert page.form.problem.text().startswith("Enter the address")


def test_a_problem_is_shown_in_the_form(page: StartPage, window: MainWindow, qtbot: QtBot) -> None:
    window.show_connect_problem("The keyring is locked.", retry=True)
    assert page.form.problem.isVisible()
    assert page.focusWidget() is page.form.retry_button
    with qtbot.waitSignal(page.form.retry_button.clicked, timeout=1000):
        hands.press(page.form.retry_button, Qt.Key.Key_Space)
    window.show_connect_problem("")
    assert not page.form.problem.isVisible()
    assert not page.form.retry_button.isVisible()


def test_practising_is_one_click_away(page: StartPage, window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.practice_requested, timeout=1000):
        hands.click(page.practice_button)


def test_what_broke_is_said_with_every_way_on(page: StartPage) -> None:
    page.show_trial("seal.example.com")
    assert page.trial.back_button.text() == "Stop"
    assert not page.trial.anyway_button.isVisible()
    page.trial.show_broken(BROKEN)
    assert page.trial.heading.text() == "It fails at: Connection"
    assert page.trial.problem.text() == BROKEN.sentence
    assert page.trial.means.text() == BROKEN.what_it_means
    offered = [one.text() for one in page.trial.findChildren(QPushButton) if one.isVisible()]
    assert sorted(offered) == ["Back", "Check it step by step in Settings", "Try again", "Use it anyway"]
    assert page.focusWidget() is page.trial.again_button


def test_back_leads_to_what_was_typed(page: StartPage) -> None:
    page.form.address.line.setText("seal.example.com")
    page.form.secrets.api_key.line.setText(KEY)
    page.show_trial("seal.example.com")
    page.trial.show_broken(BROKEN)
    hands.press(page.trial.back_button, Qt.Key.Key_Space)
    assert page.form.isVisible()
    assert page.form.address.text() == "seal.example.com"
    assert page.form.secrets.api_key.text() == KEY


def first_of_all(page: StartPage) -> QPushButton:
    """The button that has the keyboard, which is also the strong one, and the first to be seen."""
    focus = page.focusWidget()
    assert isinstance(focus, QPushButton)
    shown = [one for one in page.trial.findChildren(QPushButton) if one.isVisible()]
    assert [one for one in shown if one.property("look") == "strong"] == [focus]
    QApplication.processEvents()
    assert [one.text() for one in shown if one.width() < one.sizeHint().width()] == []
    in_order = sorted(shown, key=lambda one: (one.y(), one.x()))
    assert focus is next(one for one in in_order if one.property("look") != "link")
    return focus


@pytest.mark.parametrize(
    ("remedy", "first"),
    [
        (Remedy.AGAIN, "Try again"),
        (Remedy.ADDRESS, "Change the address"),
        (Remedy.SIGN_IN, "Change the sign-in"),
        (Remedy.SETTINGS, "Check it step by step in Settings"),
        (Remedy.OTHERS, "Back"),
    ],
)
@pytest.mark.parametrize("width", [1180, 512, 360])
def test_the_first_button_is_the_one_that_may_help(
    page: StartPage, window: MainWindow, remedy: Remedy, first: str, width: int
) -> None:
    window.resize(width, 600)
    for one in (Remedy.AGAIN, remedy):
        page.show_trial("seal.example.com")
        page.trial.show_broken(replace(BROKEN, remedy=one))
    assert first_of_all(page).text() == first
    page.show_trial("seal.example.com")
    assert page.focusWidget() is page.trial.back_button
    assert page.trial.back_button.text() == "Stop"


@pytest.mark.parametrize(
    ("row", "fields", "wrong"),
    [
        (0, ["api_key"], "API key"),
        (1, ["user", "password"], "Password"),
        (2, ["token"], "Token"),
        (3, [], "Sign in with"),
    ],
)
def test_from_a_refused_sign_in_back_leads_into_the_secret(
    page: StartPage, row: int, fields: list[str], wrong: str
) -> None:
    page.form.address.line.setText("seal.example.com")
    page.form.kind.setCurrentIndex(row)
    for name in fields:
        getattr(page.form.secrets, name).line.setText("anna" if name == "user" else KEY)
    page.show_trial("seal.example.com")
    page.trial.show_broken(replace(BROKEN, remedy=Remedy.SIGN_IN))
    hands.press(page.trial.back_button, Qt.Key.Key_Space)
    focus = page.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == wrong
    if isinstance(focus, QLineEdit):
        assert focus.selectedText()  # so that what is typed takes its place


def test_from_a_wrong_address_back_leads_into_the_address(page: StartPage) -> None:
    page.form.address.line.setText("seal.example.com")
    page.form.secrets.api_key.line.setText(KEY)
    page.show_trial("seal.example.com")
    page.trial.show_broken(replace(BROKEN, remedy=Remedy.ADDRESS))
    hands.press(page.trial.back_button, Qt.Key.Key_Space)
    assert page.focusWidget() is page.form.address.line


def test_the_process_needs_a_number_and_may_have_a_name(page: StartPage) -> None:
    heard: list[Process | None] = []
    box = page.process
    box.finish_requested.connect(heard.append)
    page.show_process()
    box.begin("The server answers.", Role.DONE, FOLDER, [FOLDER])
    assert page.focusWidget() is box.number_field.line
    hands.press(box.number_field.line, Qt.Key.Key_Return)
    assert heard == []
    assert box.problem.text().startswith("A process is a whole number")
    hands.write(box.number_field.line, "12")
    hands.press(box.number_field.line, Qt.Key.Key_Return)
    hands.write(box.name_field.line, "Company  seal")
    hands.press(box.finish_button, Qt.Key.Key_Space)
    hands.press(box.later_link, Qt.Key.Key_Space)
    assert [one.label if one else None for one in heard] == ["Process 12", "Company seal", None]


@pytest.mark.parametrize("size", [(1180, 760), (1024, 600), (512, 300)])
def test_every_step_can_be_walked_by_keyboard_and_is_named(
    page: StartPage, window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    page.show_trial("seal.example.com")
    page.trial.show_broken(BROKEN)
    _walk(window, page.trial, 4)
    page.show_process()
    page.process.begin("The server answers.", Role.DONE, FOLDER, [FOLDER])
    _walk(window, page.process, 6)


def _walk(window: MainWindow, box: QWidget, controls: int) -> None:
    """Every control that can be used is reached by Tab, in sight, and has a name."""
    QApplication.processEvents()
    reached: set[QWidget] = set()
    for _ in range(40):
        focus = window.focusWidget()
        assert focus is not None
        if box.isAncestorOf(focus):
            reached.add(focus)
            assert not focus.visibleRegion().isEmpty()
            assert focus.accessibleName() or (isinstance(focus, QPushButton) and focus.text())
        hands.press(focus, Qt.Key.Key_Tab)
    assert len(reached) == controls


def test_a_narrow_window_puts_the_choices_below_each_other(page: StartPage, window: MainWindow) -> None:
    def beside() -> bool:
        connect, practise = page.form.connect_button, page.practice_button
        origin = connect.rect().topLeft()
        return practise.mapTo(window, origin).x() > connect.mapTo(window, origin).x() + connect.width()

    window.resize(1180, 760)
    QApplication.processEvents()
    assert beside()
    window.resize(512, 400)
    QApplication.processEvents()
    assert not beside()


def menu_of(window: MainWindow) -> list[tuple[str, bool]]:
    hands.press(window.header.change_link, Qt.Key.Key_Space)
    return [(one.text(), one.isChecked()) for one in window.header.menu.actions() if not one.isSeparator()]


def test_the_menu_names_every_server_and_the_other_ways(window: MainWindow) -> None:
    window.offer_servers([("a", "Office"), ("b", "R & D")], "b")
    assert menu_of(window) == [
        ("Office", False),
        ("R && D", True),
        ("Practise", False),
        ("Another server…", False),
        ("Settings…", False),
    ]


def test_a_server_is_chosen_by_keyboard(window: MainWindow) -> None:
    heard: list[Any] = []
    window.header.server_requested.connect(heard.append)
    window.practice_requested.connect(lambda: heard.append("practise"))
    window.offer_servers([("a", "Office"), ("b", "Branch")], "b")
    for downs in (0, 2):
        menu_of(window)
        for _ in range(downs):
            hands.press(window.header.menu, Qt.Key.Key_Down)
        hands.press(window.header.menu, Qt.Key.Key_Return)
    assert heard == ["a", "practise"]


def test_the_menu_is_there_before_any_server_is_used_where_one_is_set_up(window: MainWindow) -> None:
    window.set_server(None)
    assert not window.header.change_link.isVisible()
    window.offer_servers([("a", "Office")], "")
    assert window.header.change_link.isVisible()
