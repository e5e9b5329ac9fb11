"""The ears and hands of `screen_reader`: a process of the system's own Python, whose `gi` speaks AT-SPI.

    python3 screen_reader_driver.py NAME-OF-THE-APPLICATION

Each line of stdin is a question, each line of stdout its answer, both JSON: ["tree"] or [method, id, ...].
An id stands for one accessible for as long as the process lives.
"""

from __future__ import annotations

import json
import sys
import threading
import warnings
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

HEARD = ("object:announcement", "object:children-changed", "object:state-changed", "object:property-change")
RENAMED = {"button": "push button"}  # libatspi since 2.53
LISTS = ("list", "table", "tree")  # their rows count even where they are scrolled out of sight
LIMIT_MS = 30_000  # for one answer; by itself, 800
PAUSE_MS = 150  # the longest wait for something to happen before the tree is read again


class Driver:
    """Everything happens on GLib's loop, in this one thread."""

    def __init__(self, application: str) -> None:
        self._application = application
        self._known: list[Any] = []
        self._ids: dict[Any, int] = {}
        self._said: list[str] = []
        self._focused: Any = None
        self._happened = False
        self._hidden_too = False
        self._loop = GLib.MainLoop()
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in HEARD:
            self._listener.register(kind)
        threading.Thread(target=self._read, daemon=True).start()

    def run(self) -> None:
        """Until stdin ends."""
        self._loop.run()

    def _read(self) -> None:
        for line in sys.stdin:
            GLib.idle_add(self._answer, json.loads(line))
        GLib.idle_add(self._loop.quit)

    def _answer(self, question: list[Any]) -> bool:
        what, *rest = question
        try:
            told = {"told": getattr(self, f"do_{what}")(*rest)}
        except GLib.Error as error:
            told = {"error": f"{what}: {error.message}"}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        return False

    def _hear(self, event: Any) -> None:
        self._happened = True
        if event.type.startswith("object:announcement"):
            self._said.append(str(event.any_data))
        if event.type.startswith("object:state-changed:focused") and event.detail1:
            self._focused = event.source

    def do_pause(self) -> None:
        """Until something happens, or for a moment."""
        GLib.timeout_add(PAUSE_MS, self._moment_over)
        self._happened = False
        while not self._happened:
            GLib.MainContext.default().iteration(True)

    def _moment_over(self) -> bool:
        self._happened = True
        return False

    def do_said(self) -> list[str]:
        """All announcements until now."""
        return self._said

    def do_focused(self) -> list[dict[str, Any]]:
        """What got the keyboard last: Qt leaves out menus where it tells the children of the window."""
        one = self._focused
        if one is None:
            return []
        states = [state.value_nick for state in one.get_state_set().get_states()]
        return [self._told(one, -1, _role(one), states)]

    def do_tree(self, everything: bool) -> list[dict[str, Any]]:
        """All that is shown, each part before its children; `everything`: also what is hidden."""
        self._hidden_too = everything
        nodes: list[dict[str, Any]] = []
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(number)
            if found is not None and found.get_name() == self._application:
                self._walk(found, -1, "", nodes)
        return nodes

    def do_act(self, node: int, action: str) -> list[str]:
        """Does the action of that name; all there are, where there is none of that name."""
        one = self._known[node]
        names = _actions(one)
        if action in names:
            one.do_action(names.index(action))
            return []
        return names

    def do_write(self, node: int, text: str) -> bool:
        """Replaces the text."""
        return bool(self._known[node].set_text_contents(text))

    def do_activate(self, window: int) -> None:
        """Gives a window the keyboard. No window manager does it here, so it is clicked at its edge."""
        place = self._known[window].get_extents(Atspi.CoordType.SCREEN)
        Atspi.generate_mouse_event(place.x + 2, place.y + 2, "b1c")

    def do_key(self, symbol: int) -> None:
        """Presses and lets go a key (an X11 keysym), wherever the keyboard is."""
        Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)

    def _walk(self, one: Any, parent: int, parent_role: str, nodes: list[dict[str, Any]]) -> None:
        try:
            role = _role(one)
            states = [state.value_nick for state in one.get_state_set().get_states()]
            if "visible" not in states and parent_role not in LISTS and not self._hidden_too:
                return
            nodes.append(self._told(one, parent, role, states))
            children = [one.get_child_at_index(number) for number in range(one.get_child_count())]
        except GLib.Error:  # it went away meanwhile
            return
        here = nodes[-1]["id"]
        for child in children:
            if child is not None:
                self._walk(child, here, role, nodes)

    def _told(self, one: Any, parent: int, role: str, states: list[str]) -> dict[str, Any]:
        interfaces = one.get_interfaces()
        return {
            "id": self._id(one),
            "parent": parent,
            "role": role,
            "name": one.get_name(),
            "description": one.get_description(),
            "states": states,
            "actions": _actions(one) if "Action" in interfaces else [],
            "text": Atspi.Text.get_text(one, 0, -1) if "Text" in interfaces else "",
            "labels": _labels(one),
        }

    def _id(self, one: Any) -> int:
        if one not in self._ids:
            self._ids[one] = len(self._known)
            self._known.append(one)
        return self._ids[one]


def _role(one: Any) -> str:
    name = str(one.get_role_name())
    return RENAMED.get(name, name)


def _actions(one: Any) -> list[str]:
    return [Atspi.Action.get_action_name(one, number) for number in range(one.get_n_actions())]


def _labels(one: Any) -> list[str]:
    return [
        relation.get_target(number).get_name()
        for relation in one.get_relation_set()
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
        for number in range(relation.get_n_targets())
    ]


def main() -> None:
    """See above."""
    warnings.simplefilter("ignore")  # what old versions of libatspi have, new ones call deprecated
    Atspi.init()
    Atspi.set_timeout(LIMIT_MS, LIMIT_MS)
    Driver(sys.argv[1]).run()


if __name__ == "__main__":
    main()
