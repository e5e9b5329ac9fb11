"""The text for support: how this SignDesk is set up, with no secret and no name of a document. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from signdesk.desktop.settings.partners import Facts
from signdesk.domain.connections import Connection
from signdesk.domain.settings import Settings
from signdesk.storage.settings_layers import Loaded


def support_text(facts: Facts, loaded: Loaded, journal: str) -> str:
    """In English whatever the window's language, because support reads it. `journal`: its state, if known."""
    lines = [facts.version, facts.system, ""]
    lines += [f"{name}: {path}" for name, path in facts.folders]
    lines += ["", f"Journal: {journal or 'not looked at'}", "", *_settings(loaded.settings), ""]
    for one in loaded.settings.connections:
        lines += [*_connection(one), ""]
    lines += [f"Complaint: {one}" for one in loaded.complaints]
    return "\n".join(lines).rstrip() + "\n"


def _settings(settings: Settings) -> Iterator[str]:
    saving, privacy = settings.saving, settings.privacy
    yield f"Language: {settings.general.language}, colours: {settings.general.theme}"
    yield f"Saving: folder {saving.folder or 'default'}, name “{saving.file_name}”"
    yield (
        f"Asks each time: {saving.ask_each_time}, unpacks: {saving.unpack}, "
        f"removes from the server: {saving.delete_from_server}, receipts: {saving.receipts}"
    )
    yield f"Notifications: {settings.notifications.show}, tray {settings.notifications.tray}"
    yield f"History: {privacy.history_days or 'for ever'}, log: {privacy.log_level}"


def _connection(one: Connection) -> Iterator[str]:
    server, way = one.server, one.transport
    yield f"Connection “{one.name}”: {server.base_url}{' (plain http, agreed)' if one.plain_http else ''}"
    yield f"  Sign-in: {server.sign_in}, header {server.api_key_header}"
    yield f"  Accept form: {server.accept_form}, numbering: {server.numbering}"
    yield f"  Proxy: {way.proxy.kind} {way.proxy.url}".rstrip()
    yield f"  CA file: {way.ca_file or '-'}"
    yield f"  Client certificate: {way.certificate or '-'}, key: {way.key or '-'}"
    yield f"  Limits: {one.limits.batch_bytes or '-'} bytes, {one.limits.batch_documents or '-'} documents"
    for process in one.processes:
        default = ", default" if process.id == one.default_process_id else ""
        yield f"  Process {process.id}: “{process.label}” ({process.kind}{default})"
