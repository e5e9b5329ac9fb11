"""The text for support: how this SignDesk is set up, with no secret and no name of a document. No Qt."""

from __future__ import annotations

import json
from collections.abc import Iterator

from signdesk.desktop.settings.app_info import AppInfo
from signdesk.domain.connections import Connection
from signdesk.storage.settings_layers import Loaded
from signdesk.storage.settings_table import CONNECTION, PROCESS, KeyPath, settings_below


def support_text(app_info: AppInfo, loaded: Loaded, journal: str) -> str:
    """In English whatever the window's language, because support reads it. `journal`: its state, if known."""
    lines = [app_info.version, app_info.system, ""]
    lines += [f"{name}: {path}" for name, path in app_info.folders]
    lines += ["", f"Journal: {journal or 'not looked at'}", "", *_told(loaded.settings, ()), ""]
    for one in loaded.settings.connections:
        lines += [*_connection(one), ""]
    lines += [f"Complaint: {one}" for one in loaded.complaints]
    return "\n".join(lines).rstrip() + "\n"


def _told(whole: object, table: KeyPath) -> Iterator[str]:
    """A line for each key of one table, as it stands in the file."""
    for one in settings_below(table):
        if one.attribute and one.path[-1] != "proxy_user":
            key = one.path[-1] if table else one.name
            yield f"{key} = {json.dumps(one.of(whole), ensure_ascii=False)}"


def _connection(one: Connection) -> Iterator[str]:
    yield f"Connection “{one.name}”"
    yield from (f"  {line}" for line in _told(one, CONNECTION))
    for process in one.processes:
        yield f"  Process {process.id}"
        yield from (f"    {line}" for line in _told(process, PROCESS))
