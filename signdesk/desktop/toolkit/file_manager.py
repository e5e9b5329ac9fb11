"""The desktop's file manager on Linux (org.freedesktop.FileManager1), which can show a folder with one of its
files selected. Blocking, for a thread.
"""

from __future__ import annotations

import logging

NAME, PATH = "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1"
ANSWER_S = 8.0  # the file manager may have to be started first
log = logging.getLogger(__name__)


def select_item(address: str) -> bool:
    """Whether the file manager said that it shows the folder of a file (its `file:` address), with that
    selected. False also where it does not answer in time.
    """
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    body = ([address], "")  # no token of the window manager: Qt gives none to Python
    question = new_method_call(DBusAddress(PATH, NAME, NAME), "ShowItems", "ass", body)
    try:
        with open_dbus_connection() as connection:
            answer = connection.send_and_get_reply(question, timeout=ANSWER_S)
    except Exception as error:  # noqa: BLE001 - whatever a bus does, there is another way
        log.info("the file manager cannot be asked: %r", error)
        return False
    if answer.header.message_type is MessageType.method_return:
        return True
    log.info("the file manager refuses: %s", answer.body)
    return False
