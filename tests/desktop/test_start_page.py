from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from signdesk.desktop.main_window import MainWindow
from signdesk.desktop.messages import Tone
from signdesk.desktop.start_page import StartPage
from signdesk.domain.servers import Credentials, SignIn
from tests.desktop import hands
from tests.desktop.values import SERVER


@pytest.fixture
def page(window: MainWindow) -> StartPage:
    window.set_server(None)
    return window.start_page


@pytest.fixture
def wishes(window: MainWindow) -> list[tuple[Any, ...]]:
    heard: list[tuple[Any, ...]] = []
    window.connect_wanted.connect(lambda *values: heard.append(values))
    return heard


def test_an_address_and_a_key_connect(page: StartPage, wishes: list[tuple[Any, ...]]) -> None:
    hands.write(page.address.line, "seal.example.com")
    hands.write(page.secrets.api_key.line, "canary")
    hands.click(page.connect_button)
    assert wishes == [("seal.example.com", SignIn.API_KEY, "", Credentials(api_key="canary"))]


def test_enter_connects(page: StartPage, wishes: list[tuple[Any, ...]]) -> None:
    page.secrets.api_key.line.setText("canary")
    hands.write(page.address.line, "seal.example.com")
    hands.press(page.address.line, Qt.Key.Key_Return)
    assert len(wishes) == 1


@pytest.mark.parametrize(
    ("row", "filled", "words"),
    [
        (0, {}, "Enter the API key"),
        (0, {"api_key": "   "}, "Enter the API key"),
        (1, {"password": "canary"}, "Enter the user name"),
        (1, {"user": "anna"}, "Enter the password"),
        (2, {}, "Enter the token"),
    ],
)
def test_an_empty_secret_is_refused_where_it_belongs(
    page: StartPage, wishes: list[tuple[Any, ...]], row: int, filled: dict[str, str], words: str
) -> None:
    page.kind.setCurrentIndex(row)
    page.address.line.setText("seal.example.com")
    for name, text in filled.items():
        getattr(page.secrets, name).line.setText(text)
    hands.click(page.connect_button)
    assert wishes == []
    assert page.problem.isVisible()
    assert page.problem.text().startswith(words)
    focus = page.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.accessibleName().lower() in words.lower()


def test_changing_the_server_keeps_the_way_back(page: StartPage, window: MainWindow) -> None:
    assert not page.back_link.isVisible()
    assert not window.header.change_link.isVisible()
    window.set_server(SERVER)
    assert window.header.change_link.isVisible()
    window.show_start_page()
    page.secrets.api_key.line.setText("canary")
    window.show_server_state("Acme Sealing, connected", Tone.DONE)  # news must not take the page away
    assert page.isVisible()
    hands.click(page.back_link)
    assert not page.isVisible()
    assert window.header.server_text.text() == "Acme Sealing, connected"
    assert page.secrets.api_key.text() == ""


def test_the_keys_header_is_asked_for_under_more(page: StartPage, wishes: list[tuple[Any, ...]]) -> None:
    hands.write(page.address.line, "seal.example.com")
    assert not page.header.isVisible()
    page.secrets.api_key.line.setText("canary")
    hands.click(page.more_link)
    hands.write(page.header.line, "X-Key")
    hands.click(page.connect_button)
    assert wishes[0][2] == "X-Key"


@pytest.mark.parametrize(
    ("row", "kind", "credentials"),
    [
        (1, SignIn.BASIC, Credentials(user="anna", password=" canary ")),
        (2, SignIn.BEARER, Credentials(token="canary")),
        (3, SignIn.NONE, Credentials()),
    ],
)
def test_each_kind_of_sign_in_asks_for_its_own(
    page: StartPage, wishes: list[tuple[Any, ...]], row: int, kind: SignIn, credentials: Credentials
) -> None:
    page.kind.setCurrentIndex(row)
    page.address.line.setText("seal.example.com")
    for field, text in (
        (page.secrets.api_key, "never"),
        (page.secrets.user, "anna"),
        (page.secrets.password, " canary "),
        (page.secrets.token, "canary"),
    ):
        field.line.setText(text)
    hands.click(page.connect_button)
    assert wishes == [("seal.example.com", kind, "", credentials)]


def test_secrets_are_masked_and_forgotten_once_connected(page: StartPage, window: MainWindow) -> None:
    secrets = page.secrets
    for field in (secrets.api_key, secrets.password, secrets.token):
        field.line.setText("canary")
        assert field.line.echoMode() is QLineEdit.EchoMode.Password
    window.set_server(SERVER)
    texts = [one.text() for one in window.findChildren(QLineEdit)]
    assert "canary" not in texts


def test_without_an_address_nothing_is_tried(page: StartPage, wishes: list[tuple[Any, ...]]) -> None:
    hands.click(page.connect_button)
    assert wishes == []
    assert page.problem.isVisible()
    assert page.problem.text().startswith("Enter the address")


def test_a_problem_is_shown_in_the_form(page: StartPage, window: MainWindow) -> None:
    window.show_connect_problem("The server refused the key.")
    assert page.problem.isVisible()
    window.show_connect_problem("")
    assert not page.problem.isVisible()


def test_nothing_can_be_changed_while_a_server_is_tried(page: StartPage, window: MainWindow) -> None:
    window.set_connecting(True)
    assert not page.connect_button.isEnabled()
    assert not page.practice_button.isEnabled()
    assert page.connect_button.text() == "Connecting…"
    window.set_connecting(False)
    assert page.connect_button.isEnabled()


def test_practising_is_one_click_away(page: StartPage, window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.practice_wanted, timeout=1000):
        hands.click(page.practice_button)


def test_a_narrow_window_puts_the_choices_below_each_other(page: StartPage, window: MainWindow) -> None:
    def beside() -> bool:
        connect, practise = page.connect_button, page.practice_button
        origin = connect.rect().topLeft()
        return practise.mapTo(window, origin).x() > connect.mapTo(window, origin).x() + connect.width()

    window.resize(1180, 760)
    QApplication.processEvents()
    assert beside()
    window.resize(512, 400)
    QApplication.processEvents()
    assert not beside()
