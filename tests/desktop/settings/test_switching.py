"""The settings are switched to a made-up language while they are open; whatever stays English is named."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from signdesk.desktop.i18n.language import tr
from signdesk.domain import file_names
from signdesk.domain.connections import Proxy, ProxyKind, TransportConfig
from signdesk.domain.servers import Process, ProcessKind
from signdesk.seal_api.doctor.findings import Finding, Stage, Verdict
from tests.desktop import pseudo
from tests.desktop.connections.test_switching import DATA, SAID
from tests.desktop.settings.conftest import ACME, TEST, OpenRoom, ScriptedDoctor
from tests.desktop.values import FOLDER
from tests.journeys.conftest import until

FILLED_IN = ("Sealed", "zip", *(f"{{{name}}}" for name in file_names.PLACEHOLDERS))


async def test_the_settings_are_said_again_while_they_are_open(open_room: OpenRoom) -> None:
    findings = [
        Finding(stage, verdict, SAID, SAID, SAID)
        for stage, verdict in zip(Stage, [*Verdict, *Verdict], strict=False)
    ]
    way = TransportConfig(Proxy(ProxyKind.MANUAL, "http://proxy.example.com:3128"))
    acme = replace(
        ACME,
        transport=way,
        processes=(Process(2, "Look at seals", ProcessKind.VALIDATE),),
        default_process_id=2,
    )

    def prepare(room: object) -> None:
        room.doctor = ScriptedDoctor(*findings)  # type: ignore[attr-defined]

    async with open_room(acme, TEST, page="server", prepare=prepare) as room:
        dialog = room.dialog
        form = dialog.server.form
        form.unfold()
        form.doctor.check.click()
        await until(lambda: dialog.server.form.doctor.strip.is_asking, "the question about the process")
        form.doctor.strip.buttons[0].click()
        await until(lambda: form.doctor.copy.isVisible(), "the end of the check")
        form.rows["batch_bytes"].committed.emit("much")
        form.rows["address"].committed.emit("http://plain.example.com")
        for secret in form.secrets.values():
            secret.open(focus=False)
            secret.show_problem(SAID)
        dialog.diagnostics.show_journal(SAID)
        dialog.show_note(tr("“{path}” could not be opened.", path=FOLDER))
        for page in dialog.pages:
            dialog.show_page(page)
        data = (
            *DATA,
            "Test",
            "anna",
            "SignDesk 9.9",
            "Linux",
            "Batches",
            str(room.folder),
            "example",
            *FILLED_IN,
        )
        await asyncio.sleep(0)
        before = pseudo.every_text(dialog)
        with pseudo.spoken():
            await asyncio.sleep(0)
            left = pseudo.english_left([dialog], data)
            assert not left, "\n".join(left)
        await asyncio.sleep(0)
        assert pseudo.changed(before, pseudo.every_text(dialog)) == []
