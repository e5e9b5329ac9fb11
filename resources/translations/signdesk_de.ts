<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>SignDesk</name>
    <message>
        <source>Stopped before it began.</source>
        <extracomment>signdesk/cli/sessions.py</extracomment>
        <translation>Vor dem Beginn angehalten.</translation>
    </message>
    <message>
        <source>Stay</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Keep going in the tray</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>Im Infobereich weiterarbeiten</translation>
    </message>
    <message>
        <source>Close SignDesk</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>SignDesk schließen</translation>
    </message>
    <message>
        <source>Finish at the next start</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>Beim nächsten Start abschließen</translation>
    </message>
    <message>
        <source>Nothing is under way any more</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>Es ist nichts mehr in Arbeit</translation>
    </message>
    <message>
        <source>What was under way has ended meanwhile.</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>Was in Arbeit war, ist inzwischen beendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n batches are still under way</source>
        <extracomment>signdesk/desktop/app/close_guard.py; for one: %n batch is still under way</extracomment>
        <translation>
            <numerusform>%n Stapel ist noch in Arbeit</numerusform>
            <numerusform>%n Stapel sind noch in Arbeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost if you close now: SignDesk goes on with them at its next start.</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>Es geht nichts verloren, wenn Sie jetzt schließen: SignDesk arbeitet beim nächsten Start daran weiter.</translation>
    </message>
    <message>
        <source>If you close now, the practice server ends, and with it what it has not finished.</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>Wenn Sie jetzt schließen, endet der Übungsserver und mit ihm, was er nicht beendet hat.</translation>
    </message>
    <message>
        <source>SignDesk is still reading its list of batches.</source>
        <extracomment>signdesk/desktop/app/controller.py</extracomment>
        <translation>SignDesk liest seine Liste der Stapel noch.</translation>
    </message>
    <message>
        <source>Documents are being sealed</source>
        <extracomment>signdesk/desktop/app/controller.py</extracomment>
        <translation>Dokumente werden versiegelt</translation>
    </message>
    <message>
        <source>Nothing can be sealed while SignDesk’s list of batches cannot be used.</source>
        <extracomment>signdesk/desktop/app/controller.py</extracomment>
        <translation>Es kann nichts versiegelt werden, solange die Liste der Stapel von SignDesk nicht benutzt werden kann.</translation>
    </message>
    <message>
        <source>Something went wrong inside SignDesk. Each batch says on its card where it stands.</source>
        <extracomment>signdesk/desktop/app/controller.py</extracomment>
        <translation>In SignDesk ist etwas schiefgegangen. Jeder Stapel sagt auf seiner Karte, wie es um ihn steht.</translation>
    </message>
    <message>
        <source>Keep them in the list</source>
        <extracomment>signdesk/desktop/app/history_cleanup.py</extracomment>
        <translation>In der Liste behalten</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <extracomment>signdesk/desktop/app/history_cleanup.py, signdesk/desktop/batches/available_actions.py, signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Remove all finished batches from the list?</source>
        <extracomment>signdesk/desktop/app/history_cleanup.py</extracomment>
        <translation>Alle beendeten Stapel aus der Liste entfernen?</translation>
    </message>
    <message>
        <source>The saved files stay where they are, and SignDesk still knows what was sealed. What is not finished stays in the list.</source>
        <extracomment>signdesk/desktop/app/history_cleanup.py</extracomment>
        <translation>Die gespeicherten Dateien bleiben, wo sie sind, und SignDesk weiß weiterhin, was versiegelt wurde. Was nicht beendet ist, bleibt in der Liste.</translation>
    </message>
    <message>
        <source>First read the message at the top, and press “Seen”.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py</extracomment>
        <translation>Lesen Sie zuerst die Meldung oben, und drücken Sie „Gesehen“.</translation>
    </message>
    <message>
        <source>Seen</source>
        <extracomment>signdesk/desktop/app/lost_journal.py, signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>An older list of batches was put back in SignDesk’s data folder.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py</extracomment>
        <translation>Im Datenordner von SignDesk wurde eine ältere Liste der Stapel zurückgelegt.</translation>
    </message>
    <message>
        <source>SignDesk’s list of batches is gone.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py</extracomment>
        <translation>Die Liste der Stapel von SignDesk ist verschwunden.</translation>
    </message>
    <message>
        <source>SignDesk’s list of batches was damaged. It was kept as {file}.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py</extracomment>
        <translation>Die Liste der Stapel von SignDesk war beschädigt. Sie wurde als {file} aufgehoben.</translation>
    </message>
    <message numerus="yes">
        <source>%n batches could be read from it.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py; for one: %n batch could be read from it.</extracomment>
        <translation>
            <numerusform>%n Stapel konnte daraus gelesen werden.</numerusform>
            <numerusform>%n Stapel konnten daraus gelesen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n batches were taken into the list from their receipts.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py; for one: %n batch was taken into the list from its receipt.</extracomment>
        <translation>
            <numerusform>%n Stapel wurde aus seinem Beleg in die Liste übernommen.</numerusform>
            <numerusform>%n Stapel wurden aus ihren Belegen in die Liste übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not finished are the batches with these numbers on the server: {numbers}.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py</extracomment>
        <translation>Nicht fertig sind die Stapel mit diesen Nummern auf dem Server: {numbers}.</translation>
    </message>
    <message>
        <source>SignDesk no longer knows what else was sealed: ask the server’s operator. Nothing goes on until you press “Seen”.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py</extracomment>
        <translation>SignDesk weiß nicht mehr, was sonst versiegelt wurde: Fragen Sie den Betreiber des Servers. Nichts geht weiter, bis Sie „Gesehen“ drücken.</translation>
    </message>
    <message>
        <source>First say whether SignDesk’s data folder was moved or copied.</source>
        <extracomment>signdesk/desktop/app/moved_folder.py</extracomment>
        <translation>Sagen Sie zuerst, ob der Datenordner von SignDesk verschoben oder kopiert wurde.</translation>
    </message>
    <message>
        <source>SignDesk’s data folder was moved, copied or put back from a backup. Nothing goes on until you say which.</source>
        <extracomment>signdesk/desktop/app/moved_folder.py</extracomment>
        <translation>Der Datenordner von SignDesk wurde verschoben, kopiert oder aus einer Sicherung zurückgelegt. Nichts geht weiter, bis Sie sagen, was davon.</translation>
    </message>
    <message>
        <source>Moved or copied?</source>
        <extracomment>signdesk/desktop/app/moved_folder.py</extracomment>
        <translation>Verschoben oder kopiert?</translation>
    </message>
    <message>
        <source>Is another copy of the folder still used? Then choose “It is a copy”: its unfinished batches stay with that copy for good, so that nothing is sealed twice. If this is the only one, choose “It was moved here”, and they go on here.</source>
        <extracomment>signdesk/desktop/app/moved_folder.py</extracomment>
        <translation>Wird noch eine andere Kopie des Ordners verwendet? Dann wählen Sie „Es ist eine Kopie“: Seine unfertigen Stapel bleiben endgültig bei jener Kopie, damit nichts zweimal versiegelt wird. Wenn dies der einzige Ordner ist, wählen Sie „Er wurde hierher verschoben“, und sie gehen hier weiter.</translation>
    </message>
    <message>
        <source>Leave it for now</source>
        <extracomment>signdesk/desktop/app/moved_folder.py, signdesk/desktop/batches/available_actions.py, signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Vorerst lassen</translation>
    </message>
    <message>
        <source>It is a copy</source>
        <extracomment>signdesk/desktop/app/moved_folder.py</extracomment>
        <translation>Es ist eine Kopie</translation>
    </message>
    <message>
        <source>It was moved here</source>
        <extracomment>signdesk/desktop/app/moved_folder.py</extracomment>
        <translation>Er wurde hierher verschoben</translation>
    </message>
    <message>
        <source>Practice: {process}</source>
        <extracomment>signdesk/desktop/app/notifications.py</extracomment>
        <translation>Übung: {process}</translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <extracomment>signdesk/desktop/app/notifications.py, signdesk/desktop/batches/card_texts.py, signdesk/desktop/documents/summary.py; for one: %n document</extracomment>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>{state} · {documents}</source>
        <extracomment>signdesk/desktop/app/notifications.py</extracomment>
        <translation>{state} · {documents}</translation>
    </message>
    <message numerus="yes">
        <source>%n batches finished</source>
        <extracomment>signdesk/desktop/app/notifications.py; for one: %n batch finished</extracomment>
        <translation>
            <numerusform>%n Stapel beendet</numerusform>
            <numerusform>%n Stapel beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <extracomment>signdesk/desktop/app/notifications.py; for one: %n needs you</extracomment>
        <translation>
            <numerusform>bei %n sind Sie gefragt</numerusform>
            <numerusform>bei %n sind Sie gefragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n batches need you</source>
        <extracomment>signdesk/desktop/app/notifications.py, signdesk/desktop/app/tray.py; for one: %n batch needs you</extracomment>
        <translation>
            <numerusform>Bei %n Stapel sind Sie gefragt</numerusform>
            <numerusform>Bei %n Stapeln sind Sie gefragt</numerusform>
        </translation>
    </message>
    <message>
        <source>{ended}, {needs_you}</source>
        <extracomment>signdesk/desktop/app/notifications.py</extracomment>
        <translation>{ended}, {needs_you}</translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not complete. Open SignDesk to see them.</source>
        <extracomment>signdesk/desktop/app/notifications.py; for one: %n of them is not complete. Open SignDesk to see it.</extracomment>
        <translation>
            <numerusform>%n davon ist nicht vollständig. Öffnen Sie SignDesk, um ihn zu sehen.</numerusform>
            <numerusform>%n davon sind nicht vollständig. Öffnen Sie SignDesk, um sie zu sehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open SignDesk to see them.</source>
        <extracomment>signdesk/desktop/app/notifications.py</extracomment>
        <translation>Öffnen Sie SignDesk, um sie zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n batches are not finished.</source>
        <extracomment>signdesk/desktop/app/startup_recovery.py; for one: %n batch is not finished.</extracomment>
        <translation>
            <numerusform>%n Stapel ist nicht beendet.</numerusform>
            <numerusform>%n Stapel sind nicht beendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect to {servers} to go on.</source>
        <extracomment>signdesk/desktop/app/startup_recovery.py</extracomment>
        <translation>Verbinden Sie sich mit {servers}, um weiterzumachen.</translation>
    </message>
    <message>
        <source>It goes on where it was, as soon as SignDesk is connected to {server}.</source>
        <extracomment>signdesk/desktop/app/startup_recovery.py</extracomment>
        <translation>Es geht weiter, wo es war, sobald SignDesk mit {server} verbunden ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n batches at work</source>
        <extracomment>signdesk/desktop/app/tray.py; for one: %n batch at work</extracomment>
        <translation>
            <numerusform>%n Stapel in Arbeit</numerusform>
            <numerusform>%n Stapel in Arbeit</numerusform>
        </translation>
    </message>
    <message>
        <source>{needs_you}, {working}</source>
        <extracomment>signdesk/desktop/app/tray.py</extracomment>
        <translation>{needs_you}, {working}</translation>
    </message>
    <message>
        <source>Nothing is under way</source>
        <extracomment>signdesk/desktop/app/tray.py</extracomment>
        <translation>Nichts ist in Arbeit</translation>
    </message>
    <message>
        <source>SignDesk: {standing}</source>
        <extracomment>signdesk/desktop/app/tray.py</extracomment>
        <translation>SignDesk: {standing}</translation>
    </message>
    <message>
        <source>Open SignDesk</source>
        <extracomment>signdesk/desktop/app/tray.py, signdesk/desktop/app/tray_and_notices.py</extracomment>
        <translation>SignDesk öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>signdesk/desktop/app/tray.py, signdesk/desktop/help/pages.py</extracomment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Try now</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/connections/first_start/form.py, signdesk/desktop/connections/first_start/trial.py, signdesk/desktop/connections/secret_saver.py, signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Ask the server again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Server erneut fragen</translation>
    </message>
    <message>
        <source>Start sealing again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Versiegeln erneut beginnen</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/documents/choices.py</extracomment>
        <translation>Anderen Ordner wählen…</translation>
    </message>
    <message>
        <source>Go on anyway…</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Trotzdem fortfahren…</translation>
    </message>
    <message>
        <source>Compare again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Erneut vergleichen</translation>
    </message>
    <message>
        <source>Wait for it again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Erneut darauf warten</translation>
    </message>
    <message>
        <source>Connect to go on</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Zum Weitermachen verbinden</translation>
    </message>
    <message>
        <source>Leave the server’s copy</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Kopie des Servers belassen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Save it anyway</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Show what came back</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Zeigen, was zurückkam</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Noch einmal abrufen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/documents/row_actions.py</extracomment>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/documents/row_actions.py, signdesk/desktop/preview/bar.py, signdesk/desktop/preview/panel.py, signdesk/desktop/settings/diagnostics_page.py, signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Receipt</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Beleg</translation>
    </message>
    <message numerus="yes">
        <source>%n reports of the server</source>
        <extracomment>signdesk/desktop/batches/available_actions.py; for one: Report of the server</extracomment>
        <translation>
            <numerusform>Bericht des Servers</numerusform>
            <numerusform>%n Berichte des Servers</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare the pages</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/comparison/presenter.py</extracomment>
        <translation>Seiten vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>Send %n documents again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/batches/sending_again.py; for one: Send %n document again</extracomment>
        <translation>
            <numerusform>%n Dokument erneut senden</numerusform>
            <numerusform>%n Dokumente erneut senden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send the other %n documents again…</source>
        <extracomment>signdesk/desktop/batches/available_actions.py; for one: Send the other document again…</extracomment>
        <translation>
            <numerusform>Das andere Dokument erneut senden…</numerusform>
            <numerusform>Die anderen %n Dokumente erneut senden…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n documents again…</source>
        <extracomment>signdesk/desktop/batches/available_actions.py; for one: Send %n document again…</extracomment>
        <translation>
            <numerusform>%n Dokument erneut senden…</numerusform>
            <numerusform>%n Dokumente erneut senden…</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter another password</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Anderes Passwort eingeben</translation>
    </message>
    <message>
        <source>Enter another key</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Anderen Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Send the others</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Die anderen senden</translation>
    </message>
    <message>
        <source>Put the documents back</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Dokumente zurücklegen</translation>
    </message>
    <message>
        <source>Put the documents back again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Dokumente noch einmal zurücklegen</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Senden anhalten</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Nicht mehr warten</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Für den Support kopieren</translation>
    </message>
    <message>
        <source>Remove from list…</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Aus der Liste entfernen…</translation>
    </message>
    <message>
        <source>Trying the server now…</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Der Server wird jetzt versucht…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>It is not known whether sealing began. The server can be asked once more.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Es ist nicht bekannt, ob das Versiegeln begonnen hat. Der Server kann noch einmal gefragt werden.</translation>
    </message>
    <message>
        <source>Save to</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py, signdesk/desktop/connections/first_start/presenter.py, signdesk/desktop/documents/choices.py, signdesk/desktop/documents/chooser.py</extracomment>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>This could not be saved: {why}</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py, signdesk/desktop/comparison/presenter.py</extracomment>
        <translation>Das ließ sich nicht speichern: {why}</translation>
    </message>
    <message>
        <source>It is not known whether the first order reached the server. If it did, the documents may be sealed a second time, and that may cost money again.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Es ist nicht bekannt, ob der erste Auftrag den Server erreicht hat. Wenn ja, werden die Dokumente vielleicht ein zweites Mal versiegelt, und das kann noch einmal Geld kosten.</translation>
    </message>
    <message>
        <source>Start sealing again?</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Versiegeln erneut beginnen?</translation>
    </message>
    <message>
        <source>Another batch holds documents of this one. If both go on, these documents are sealed twice, and that may cost money twice.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Ein anderer Stapel enthält Dokumente von diesem. Wenn beide fortfahren, werden diese Dokumente zweimal versiegelt, und das kann zweimal Geld kosten.</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Trotzdem fortfahren</translation>
    </message>
    <message>
        <source>Send these documents a second time?</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Diese Dokumente ein zweites Mal senden?</translation>
    </message>
    <message>
        <source>What should this batch be called?</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Wie soll dieser Stapel heißen?</translation>
    </message>
    <message>
        <source>The name is for you; the server and the saved files do not get it.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Der Name ist für Sie; der Server und die gespeicherten Dateien bekommen ihn nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n documents of “{process}” are back in the list.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py; for one: %n document of “{process}” is back in the list.</extracomment>
        <translation>
            <numerusform>%n Dokument von „{process}“ ist wieder in der Liste.</numerusform>
            <numerusform>%n Dokumente von „{process}“ sind wieder in der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>The documents are back in the list</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Die Dokumente stehen wieder in der Liste</translation>
    </message>
    <message>
        <source>Keep it in the list</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>In der Liste behalten</translation>
    </message>
    <message>
        <source>Remove “{process}” from the list?</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>„{process}“ aus der Liste entfernen?</translation>
    </message>
    <message>
        <source>There is nothing at {path} any more. It was moved, renamed or deleted.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Unter {path} ist nichts mehr. Es wurde verschoben, umbenannt oder gelöscht.</translation>
    </message>
    <message>
        <source>No program on this computer could open it. It is here: {path}</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Kein Programm auf diesem Computer konnte es öffnen. Es liegt hier: {path}</translation>
    </message>
    <message>
        <source>They came back with the documents and lie in the saved ZIP.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Sie kamen mit den Dokumenten zurück und liegen im gespeicherten ZIP.</translation>
    </message>
    <message>
        <source>Reports of the server</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Berichte des Servers</translation>
    </message>
    <message>
        <source>The saved ZIP was moved or changed, so it cannot be shown.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Das gespeicherte ZIP wurde verschoben oder geändert, daher lässt es sich nicht zeigen.</translation>
    </message>
    <message>
        <source>Copied: {what}</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Kopiert: {what}</translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py, signdesk/desktop/settings/diagnostics_page.py, signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>What came back stays in {path}.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Was zurückkam, bleibt in {path}.</translation>
    </message>
    <message>
        <source>On the server it is batch {number}, which SignDesk leaves there.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Auf dem Server ist es Stapel {number}, den SignDesk dort belässt.</translation>
    </message>
    <message>
        <source>The server was told to seal it, so its documents may be sealed.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Der Server hatte den Auftrag, ihn zu versiegeln; seine Dokumente können also versiegelt sein.</translation>
    </message>
    <message>
        <source>Your own documents stay as they are, and SignDesk still knows of this batch.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Ihre eigenen Dokumente bleiben, wie sie sind, und SignDesk weiß weiterhin von diesem Stapel.</translation>
    </message>
    <message>
        <source>another SignDesk</source>
        <extracomment>signdesk/desktop/batches/batch_claims.py, signdesk/storage/batch_lock.py</extracomment>
        <translation>ein anderes SignDesk</translation>
    </message>
    <message>
        <source>This batch is in use by {who}, and goes on there.</source>
        <extracomment>signdesk/desktop/batches/batch_claims.py</extracomment>
        <translation>An diesem Stapel arbeitet {who} weiter.</translation>
    </message>
    <message>
        <source>Its documents were put back into the list.</source>
        <extracomment>signdesk/desktop/batches/batch_jobs.py</extracomment>
        <translation>Die Dokumente sind wieder in der Liste.</translation>
    </message>
    <message>
        <source>Batches</source>
        <extracomment>signdesk/desktop/batches/board.py, signdesk/desktop/main_window/header.py</extracomment>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Active</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Needs you</source>
        <extracomment>signdesk/desktop/batches/board.py, signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Sie sind gefragt</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search batches by file name, process, name or number</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Stapel nach Dateiname, Prozess, Name oder Nummer durchsuchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>What you seal appears here, with its progress and its result.</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Was Sie versiegeln, erscheint hier mit Fortschritt und Ergebnis.</translation>
    </message>
    <message>
        <source>No batch fits the search or the filter.</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Kein Stapel passt zu Suche oder Filter.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Go to the batch that it follows</source>
        <extracomment>signdesk/desktop/batches/card.py</extracomment>
        <translation>Zum Stapel gehen, auf den er folgt</translation>
    </message>
    <message>
        <source>Hide documents</source>
        <extracomment>signdesk/desktop/batches/card.py, signdesk/desktop/batches/footer.py</extracomment>
        <translation>Dokumente ausblenden</translation>
    </message>
    <message>
        <source>Documents</source>
        <extracomment>signdesk/desktop/batches/card.py, signdesk/desktop/batches/footer.py, signdesk/desktop/documents/listing.py, signdesk/desktop/documents/view.py, signdesk/desktop/main_window/header.py, signdesk/domain/receipt_page.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Name this batch…</source>
        <extracomment>signdesk/desktop/batches/card.py</extracomment>
        <translation>Diesen Stapel benennen…</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>signdesk/desktop/batches/card.py; for one: %n more</extracomment>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show details</source>
        <extracomment>signdesk/desktop/batches/card.py</extracomment>
        <translation>Details anzeigen</translation>
    </message>
    <message>
        <source>Show less</source>
        <extracomment>signdesk/desktop/batches/card.py, signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Weniger anzeigen</translation>
    </message>
    <message>
        <source>Saved as {path}, and unpacked beside it</source>
        <extracomment>signdesk/desktop/batches/card.py</extracomment>
        <translation>Gespeichert als {path} und daneben entpackt</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <extracomment>signdesk/desktop/batches/card.py</extracomment>
        <translation>Gespeichert als {path}</translation>
    </message>
    <message>
        <source>Put aside as {path}</source>
        <extracomment>signdesk/desktop/batches/card.py</extracomment>
        <translation>Beiseitegelegt als {path}</translation>
    </message>
    <message>
        <source>{batch}: ordered</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>{batch}: beauftragt</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>„{name}“</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” and %n more</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py; for one: “{name}” and %n more</extracomment>
        <translation>
            <numerusform>„{name}“ und %n weiteres</numerusform>
            <numerusform>„{name}“ und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>These documents will be sent as soon as it is their turn.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Diese Dokumente werden gesendet, sobald sie an der Reihe sind.</translation>
    </message>
    <message>
        <source>The documents are on their way to the server.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Die Dokumente sind auf dem Weg zum Server.</translation>
    </message>
    <message>
        <source>The server has the documents. Sealing has not begun.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Der Server hat die Dokumente. Das Versiegeln hat nicht begonnen.</translation>
    </message>
    <message>
        <source>The server is being asked to begin.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Der Server wird gebeten anzufangen.</translation>
    </message>
    <message>
        <source>The server is at work. You can go on with other things.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Der Server ist an der Arbeit. Sie können mit anderem weitermachen.</translation>
    </message>
    <message>
        <source>The result is on its way from the server.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Das Ergebnis ist auf dem Weg vom Server.</translation>
    </message>
    <message>
        <source>The result is being checked before it is saved.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Das Ergebnis wird geprüft, bevor es gespeichert wird.</translation>
    </message>
    <message>
        <source>Every document came back and was saved.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Jedes Dokument kam zurück und wurde gespeichert.</translation>
    </message>
    <message>
        <source>This batch was stopped before sealing began. Nothing was sealed.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Dieser Stapel wurde angehalten, bevor das Versiegeln begann. Es wurde nichts versiegelt.</translation>
    </message>
    <message>
        <source>It goes on where it was, as soon as SignDesk is connected to its server.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Es geht weiter, wo es war, sobald SignDesk mit dem Server dieses Stapels verbunden ist.</translation>
    </message>
    <message>
        <source>The server cannot be reached or does not answer properly.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Der Server ist nicht zu erreichen oder antwortet nicht richtig.</translation>
    </message>
    <message>
        <source>The server refused the sign-in. Check the key or password.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Der Server hat die Anmeldung abgelehnt. Prüfen Sie Schlüssel oder Passwort.</translation>
    </message>
    <message>
        <source>The server does not know this process or does not allow it. Put the documents back and choose another process.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Der Server kennt diesen Prozess nicht oder erlaubt ihn nicht. Legen Sie die Dokumente zurück und wählen Sie einen anderen Prozess.</translation>
    </message>
    <message>
        <source>The server refused this batch. Ask the server’s operator.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Der Server hat diesen Stapel abgelehnt. Fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>A line of the settings cannot be read. Correct it, then try again.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Eine Zeile der Einstellungen ist nicht lesbar. Berichtigen Sie sie und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>There is no room for the result. Choose another folder.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Für das Ergebnis ist kein Platz. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>SignDesk cannot save the state of this batch. Make room on the disk that holds its list of batches.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>SignDesk kann den Stand dieses Stapels nicht speichern. Schaffen Sie Platz auf dem Datenträger, auf dem seine Liste der Stapel liegt.</translation>
    </message>
    <message>
        <source>The disk or share of the folder is not connected.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Der Datenträger oder die Freigabe des Ordners ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The folder cannot be written to.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>In den Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>A document was changed after it was added.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Ein Dokument wurde geändert, nachdem es hinzugefügt wurde.</translation>
    </message>
    <message>
        <source>The connection broke while sealing was being started, so it is not known whether it began.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Die Verbindung brach ab, während das Versiegeln begonnen wurde; darum ist nicht bekannt, ob es begonnen hat.</translation>
    </message>
    <message>
        <source>The result is saved. Part of it could not be checked on this computer: compare again.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Das Ergebnis ist gespeichert. Ein Teil konnte auf diesem Computer nicht geprüft werden: Vergleichen Sie erneut.</translation>
    </message>
    <message>
        <source>Look at what came back: none of it is known to be sealed.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Sehen Sie sich an, was zurückkam: Von nichts darin ist bekannt, dass es versiegelt ist.</translation>
    </message>
    <message>
        <source>The server no longer knows this batch. Ask the server’s operator before you seal these documents again.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Der Server kennt diesen Stapel nicht mehr. Fragen Sie den Betreiber des Servers, bevor Sie diese Dokumente erneut versiegeln.</translation>
    </message>
    <message>
        <source>SignDesk no longer waits for this batch.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py, signdesk/domain/batch_summary.py</extracomment>
        <translation>SignDesk wartet nicht mehr auf diesen Stapel.</translation>
    </message>
    <message>
        <source>Another batch holds the same documents, so this one was not begun.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Ein anderer Stapel enthält dieselben Dokumente, daher wurde dieser nicht begonnen.</translation>
    </message>
    <message>
        <source>SignDesk made a mistake here. Your documents are untouched; please tell support.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>SignDesk hat hier einen Fehler gemacht. Ihre Dokumente sind unberührt; bitte sagen Sie es dem Support.</translation>
    </message>
    <message>
        <source>The result is saved. The server keeps its copy.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py, signdesk/domain/batch_summary.py</extracomment>
        <translation>Das Ergebnis ist gespeichert. Der Server behält seine Kopie.</translation>
    </message>
    <message>
        <source>The result is saved. The copy on the server is being deleted.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Das Ergebnis ist gespeichert. Die Kopie auf dem Server wird gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n documents were changed by the server before they were sealed. A person has looked at them and accepted them.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py; for one: %n document was changed by the server before it was sealed. A person has looked at it and accepted it.</extracomment>
        <translation>
            <numerusform>%n Dokument wurde vom Server vor dem Versiegeln geändert. Jemand hat es angesehen und angenommen.</numerusform>
            <numerusform>%n Dokumente wurden vom Server vor dem Versiegeln geändert. Jemand hat sie angesehen und angenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents were changed by the server before they were sealed. Look at them.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py; for one: %n document was changed by the server before it was sealed. Look at it.</extracomment>
        <translation>
            <numerusform>%n Dokument wurde vom Server geändert, bevor es versiegelt wurde. Sehen Sie es an.</numerusform>
            <numerusform>%n Dokumente wurden vom Server geändert, bevor sie versiegelt wurden. Sehen Sie sie an.</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} did not get the result asked for.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Nicht das gewünschte Ergebnis: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more did not get the result asked for.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py; for one: {names} and %n more did not get the result asked for.</extracomment>
        <translation>
            <numerusform>Nicht das gewünschte Ergebnis: {names} und %n weiteres.</numerusform>
            <numerusform>Nicht das gewünschte Ergebnis: {names} und %n weitere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %n got the result asked for.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py; for one: The other one got the result asked for.</extracomment>
        <translation>
            <numerusform>Das andere hat das gewünschte Ergebnis.</numerusform>
            <numerusform>Die anderen %n haben das gewünschte Ergebnis.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” was changed by the server before it was sealed.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>„{name}“ wurde vom Server vor dem Versiegeln geändert.</translation>
    </message>
    <message>
        <source>“{name}” came back without a seal.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>„{name}“ kam ohne Siegel zurück.</translation>
    </message>
    <message>
        <source>“{name}”: its seal is not intact.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>„{name}“: Das Siegel ist nicht unversehrt.</translation>
    </message>
    <message>
        <source>“{name}” cannot be checked.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>„{name}“ lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>“{name}” did not come back.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>„{name}“ kam nicht zurück.</translation>
    </message>
    <message>
        <source>“{name}” is not finished.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>„{name}“ ist nicht beendet.</translation>
    </message>
    <message>
        <source>Follows a batch that is no longer in this list</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Folgt auf einen Stapel, der nicht mehr in dieser Liste ist</translation>
    </message>
    <message>
        <source>Follows batch “{title}”, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Folgt auf Stapel „{title}“, {clock}</translation>
    </message>
    <message>
        <source>Sent by {who}, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Gesendet von {who}, {clock}</translation>
    </message>
    <message>
        <source>Looked at, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Angesehen, {clock}</translation>
    </message>
    <message>
        <source>Looked at by {who}, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Angesehen von {who}, {clock}</translation>
    </message>
    <message>
        <source>Checked already, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Schon geprüft, {clock}</translation>
    </message>
    <message>
        <source>Time-stamped already, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Hat schon einen Zeitstempel, {clock}</translation>
    </message>
    <message>
        <source>Sealed already, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Schon versiegelt, {clock}</translation>
    </message>
    <message>
        <source>In an unfinished batch, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>In einem unfertigen Stapel, {clock}</translation>
    </message>
    <message>
        <source>Perhaps done already, no good result so far, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Vielleicht schon erledigt, bisher kein gutes Ergebnis, {clock}</translation>
    </message>
    <message>
        <source>Perhaps sealed already, no good result so far, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Vielleicht schon versiegelt, bisher kein gutes Ergebnis, {clock}</translation>
    </message>
    <message>
        <source>Perhaps done already: the list of batches was lost</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Vielleicht schon erledigt: Die Liste der Stapel ging verloren</translation>
    </message>
    <message>
        <source>Perhaps sealed already: the list of batches was lost</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Vielleicht schon versiegelt: Die Liste der Stapel ging verloren</translation>
    </message>
    <message numerus="yes">
        <source>%n more were checked later, {clock}.</source>
        <extracomment>signdesk/desktop/batches/card_texts.py; for one: %n more was checked later, {clock}.</extracomment>
        <translation>
            <numerusform>%n weiteres wurde später geprüft, {clock}.</numerusform>
            <numerusform>%n weitere wurden später geprüft, {clock}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more were time-stamped later, {clock}.</source>
        <extracomment>signdesk/desktop/batches/card_texts.py; for one: %n more was time-stamped later, {clock}.</extracomment>
        <translation>
            <numerusform>%n weiteres bekam später einen Zeitstempel, {clock}.</numerusform>
            <numerusform>%n weitere bekamen später einen Zeitstempel, {clock}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more were sealed later, {clock}.</source>
        <extracomment>signdesk/desktop/batches/card_texts.py; for one: %n more was sealed later, {clock}.</extracomment>
        <translation>
            <numerusform>%n weiteres wurde später versiegelt, {clock}.</numerusform>
            <numerusform>%n weitere wurden später versiegelt, {clock}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were sent again at {clock} (batch {number}): {result}.</source>
        <extracomment>signdesk/desktop/batches/card_texts.py; for one: %n was sent again at {clock} (batch {number}): {result}.</extracomment>
        <translation>
            <numerusform>%n wurde erneut gesendet, {clock} (Stapel {number}): {result}.</numerusform>
            <numerusform>%n wurden erneut gesendet, {clock} (Stapel {number}): {result}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were sent again at {clock} (batch {number}): it needs you.</source>
        <extracomment>signdesk/desktop/batches/card_texts.py; for one: %n was sent again at {clock} (batch {number}): it needs you.</extracomment>
        <translation>
            <numerusform>%n wurde erneut gesendet, {clock} (Stapel {number}): Sie sind gefragt.</numerusform>
            <numerusform>%n wurden erneut gesendet, {clock} (Stapel {number}): Sie sind gefragt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were sent again at {clock} (batch {number}): it is not finished and waits.</source>
        <extracomment>signdesk/desktop/batches/card_texts.py; for one: %n was sent again at {clock} (batch {number}): it is not finished and waits.</extracomment>
        <translation>
            <numerusform>%n wurde erneut gesendet, {clock} (Stapel {number}): er ist nicht fertig und wartet.</numerusform>
            <numerusform>%n wurden erneut gesendet, {clock} (Stapel {number}): er ist nicht fertig und wartet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were sent again at {clock} (batch {number}): it is under way.</source>
        <extracomment>signdesk/desktop/batches/card_texts.py; for one: %n was sent again at {clock} (batch {number}): it is under way.</extracomment>
        <translation>
            <numerusform>%n wurde erneut gesendet, {clock} (Stapel {number}): er ist in Arbeit.</numerusform>
            <numerusform>%n wurden erneut gesendet, {clock} (Stapel {number}): er ist in Arbeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Practice server</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/practice/server.py</extracomment>
        <translation>Übungsserver</translation>
    </message>
    <message>
        <source>Tries again by itself</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Versucht es von selbst wieder</translation>
    </message>
    <message>
        <source>Stopped</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Not finished</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Nicht beendet</translation>
    </message>
    <message>
        <source>Sealed</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Versiegelt</translation>
    </message>
    <message>
        <source>Sealed, changed by the server</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Versiegelt, vom Server geändert</translation>
    </message>
    <message>
        <source>Checked by the server</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Vom Server geprüft</translation>
    </message>
    <message>
        <source>Time-stamped</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Mit Zeitstempel versehen</translation>
    </message>
    <message>
        <source>Came back without a seal</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Kam ohne Siegel zurück</translation>
    </message>
    <message>
        <source>Seal is not intact</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Siegel ist nicht unversehrt</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Nicht prüfbar</translation>
    </message>
    <message>
        <source>Did not come back</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Kam nicht zurück</translation>
    </message>
    <message>
        <source>{outcome}, accepted</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>{outcome}, angenommen</translation>
    </message>
    <message>
        <source>{outcome}, not checked</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>{outcome}, nicht geprüft</translation>
    </message>
    <message>
        <source>Sending {percent} %</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Gesendet: {percent} %</translation>
    </message>
    <message>
        <source>Sending</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/desktop/batches/stages.py</extracomment>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Fetching {percent} %</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Abgeholt: {percent} %</translation>
    </message>
    <message>
        <source>Fetching</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/desktop/batches/stages.py</extracomment>
        <translation>Wird abgeholt</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/desktop/batches/stages.py</extracomment>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/desktop/batches/stages.py, signdesk/desktop/comparison/parts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Starting</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/desktop/batches/stages.py</extracomment>
        <translation>Wird begonnen</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Wartet auf den Server</translation>
    </message>
    <message>
        <source>Checking</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/desktop/batches/stages.py</extracomment>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Saved</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/desktop/batches/stages.py</extracomment>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Server is checking {done} of {total}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Server prüft: {done} von {total}</translation>
    </message>
    <message>
        <source>Server is time-stamping {done} of {total}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Server setzt Zeitstempel: {done} von {total}</translation>
    </message>
    <message>
        <source>Server is sealing {done} of {total}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Server versiegelt: {done} von {total}</translation>
    </message>
    <message>
        <source>Not watched</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Nicht beobachtet</translation>
    </message>
    <message>
        <source>Not connected</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Server trouble</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Störung beim Server</translation>
    </message>
    <message>
        <source>Remove all finished from the list…</source>
        <extracomment>signdesk/desktop/batches/column.py</extracomment>
        <translation>Alle fertigen aus der Liste entfernen…</translation>
    </message>
    <message numerus="yes">
        <source>%n more batches</source>
        <extracomment>signdesk/desktop/batches/column.py; for one: %n more batch</extracomment>
        <translation>
            <numerusform>%n weiterer Stapel</numerusform>
            <numerusform>%n weitere Stapel</numerusform>
        </translation>
    </message>
    <message>
        <source>Technical details</source>
        <extracomment>signdesk/desktop/batches/details_panel.py</extracomment>
        <translation>Technische Einzelheiten</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>signdesk/desktop/batches/documents.py, signdesk/desktop/documents/columns.py, signdesk/desktop/settings/doctor_panel.py, signdesk/desktop/settings/processes_page.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>signdesk/desktop/batches/documents.py, signdesk/desktop/documents/columns.py</extracomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Outcome</source>
        <extracomment>signdesk/desktop/batches/documents.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>signdesk/desktop/batches/documents.py</extracomment>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Saved as</source>
        <extracomment>signdesk/desktop/batches/documents.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Gespeichert als</translation>
    </message>
    <message>
        <source>Documents of this batch</source>
        <extracomment>signdesk/desktop/batches/documents.py</extracomment>
        <translation>Dokumente dieses Stapels</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>signdesk/desktop/batches/footer.py, signdesk/desktop/comparison/page.py, signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Your documents left the server at {clock}</source>
        <extracomment>signdesk/desktop/batches/footer.py</extracomment>
        <translation>Vom Server gelöscht: {clock}</translation>
    </message>
    <message>
        <source>The server keeps its copy</source>
        <extracomment>signdesk/desktop/batches/footer.py</extracomment>
        <translation>Der Server behält seine Kopie</translation>
    </message>
    <message>
        <source>Heard from the server {ago}</source>
        <extracomment>signdesk/desktop/batches/footer.py</extracomment>
        <translation>Letzte Antwort des Servers: {ago}</translation>
    </message>
    <message>
        <source>Last heard from the server at {clock}</source>
        <extracomment>signdesk/desktop/batches/footer.py</extracomment>
        <translation>Letzte Antwort des Servers: {clock}</translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>signdesk/desktop/batches/parts.py</extracomment>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Step {number} of {total}: {name}</source>
        <extracomment>signdesk/desktop/batches/parts.py</extracomment>
        <translation>Schritt {number} von {total}: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n batches were removed from the list.</source>
        <extracomment>signdesk/desktop/batches/removals.py; for one: %n batch was removed from the list.</extracomment>
        <translation>
            <numerusform>%n Stapel wurde aus der Liste entfernt.</numerusform>
            <numerusform>%n Stapel wurden aus der Liste entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” was removed from the list.</source>
        <extracomment>signdesk/desktop/batches/removals.py, signdesk/desktop/documents/row_actions.py</extracomment>
        <translation>„{name}“ wurde aus der Liste entfernt.</translation>
    </message>
    <message>
        <source>Changed or deleted since the documents were sent: {names}. Nothing was sent now; add the documents to the list as they are now.</source>
        <extracomment>signdesk/desktop/batches/sending_again.py</extracomment>
        <translation>Seit dem Senden geändert oder gelöscht: {names}. Es wurde nichts gesendet; fügen Sie die Dokumente so, wie sie jetzt sind, der Liste hinzu.</translation>
    </message>
    <message>
        <source>These documents are in another batch of this process already. Nothing was sent.</source>
        <extracomment>signdesk/desktop/batches/sending_again.py</extracomment>
        <translation>Diese Dokumente sind schon in einem anderen Stapel dieses Prozesses. Es wurde nichts gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>It is not known whether {server} sealed them. If it did, “{process}” seals them a second time, and that may cost money again.</source>
        <extracomment>signdesk/desktop/batches/sending_again.py; for one: It is not known whether {server} sealed it. If it did, “{process}” seals it a second time, and that may cost money again.</extracomment>
        <translation>
            <numerusform>Es ist nicht bekannt, ob {server} es versiegelt hat. Wenn ja, versiegelt „{process}“ es ein zweites Mal, und das kann noch einmal Geld kosten.</numerusform>
            <numerusform>Es ist nicht bekannt, ob {server} sie versiegelt hat. Wenn ja, versiegelt „{process}“ sie ein zweites Mal, und das kann noch einmal Geld kosten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n documents again?</source>
        <extracomment>signdesk/desktop/batches/sending_again.py; for one: Send %n document again?</extracomment>
        <translation>
            <numerusform>%n Dokument erneut senden?</numerusform>
            <numerusform>%n Dokumente erneut senden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it</source>
        <extracomment>signdesk/desktop/batches/sending_again.py, signdesk/desktop/documents/sealing.py</extracomment>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Sealing</source>
        <extracomment>signdesk/desktop/batches/stages.py</extracomment>
        <translation>Versiegeln</translation>
    </message>
    <message>
        <source>Server’s check</source>
        <extracomment>signdesk/desktop/batches/stages.py</extracomment>
        <translation>Prüfung des Servers</translation>
    </message>
    <message>
        <source>Time-stamping</source>
        <extracomment>signdesk/desktop/batches/stages.py</extracomment>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>Accepted</source>
        <extracomment>signdesk/desktop/batches/stages.py</extracomment>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Fetched</source>
        <extracomment>signdesk/desktop/batches/stages.py</extracomment>
        <translation>Abgeholt</translation>
    </message>
    <message>
        <source>What was changed, and what the seal says</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py</extracomment>
        <translation>Was geändert wurde und was das Siegel sagt</translation>
    </message>
    <message>
        <source>Compared page by page, by picture and text</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py</extracomment>
        <translation>Seite für Seite verglichen, nach Bild und Text</translation>
    </message>
    <message>
        <source>Accept this document</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py</extracomment>
        <translation>Dieses Dokument annehmen</translation>
    </message>
    <message>
        <source>It is saved either way, and nothing is sealed again.</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py</extracomment>
        <translation>Gespeichert ist es so oder so, und nichts wird noch einmal versiegelt.</translation>
    </message>
    <message>
        <source>Always accept this from “{process}”…</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py</extracomment>
        <translation>Das bei „{process}“ immer annehmen…</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py, signdesk/desktop/settings/rows.py</extracomment>
        <translation>Von Ihrer Organisation festgelegt</translation>
    </message>
    <message>
        <source>From the next order on it is accepted.</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py</extracomment>
        <translation>Ab dem nächsten Auftrag wird es angenommen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more pages</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py; for one: and %n more page</extracomment>
        <translation>
            <numerusform>und noch %n Seite</numerusform>
            <numerusform>und noch %n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>The seal</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py</extracomment>
        <translation>Das Siegel</translation>
    </message>
    <message>
        <source>Back to the batches</source>
        <extracomment>signdesk/desktop/comparison/page.py</extracomment>
        <translation>Zurück zu den Stapeln</translation>
    </message>
    <message>
        <source>What you sent</source>
        <extracomment>signdesk/desktop/comparison/page.py</extracomment>
        <translation>Was Sie gesendet haben</translation>
    </message>
    <message>
        <source>What came back</source>
        <extracomment>signdesk/desktop/comparison/page.py</extracomment>
        <translation>Was zurückkam</translation>
    </message>
    <message>
        <source>Comparison of {name}</source>
        <extracomment>signdesk/desktop/comparison/page.py</extracomment>
        <translation>Vergleich von {name}</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <extracomment>signdesk/desktop/comparison/page.py</extracomment>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>Show the pages</source>
        <extracomment>signdesk/desktop/comparison/page.py</extracomment>
        <translation>Seiten zeigen</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <extracomment>signdesk/desktop/comparison/page.py, signdesk/desktop/preview/bar.py</extracomment>
        <translation>Seite {page} von {count}</translation>
    </message>
    <message>
        <source>Next change</source>
        <extracomment>signdesk/desktop/comparison/parts.py</extracomment>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Came back</source>
        <extracomment>signdesk/desktop/comparison/parts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Zurückgekommen</translation>
    </message>
    <message>
        <source>−</source>
        <extracomment>signdesk/desktop/comparison/parts.py, signdesk/desktop/preview/bar.py</extracomment>
        <translation>−</translation>
    </message>
    <message>
        <source>Smaller</source>
        <extracomment>signdesk/desktop/comparison/parts.py, signdesk/desktop/preview/bar.py</extracomment>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>+</source>
        <extracomment>signdesk/desktop/comparison/parts.py, signdesk/desktop/preview/bar.py</extracomment>
        <translation>+</translation>
    </message>
    <message>
        <source>Larger</source>
        <extracomment>signdesk/desktop/comparison/parts.py, signdesk/desktop/preview/bar.py</extracomment>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Size: {size}</source>
        <extracomment>signdesk/desktop/comparison/parts.py, signdesk/desktop/preview/bar.py</extracomment>
        <translation>Größe: {size}</translation>
    </message>
    <message>
        <source>These did not come back as they were sent.</source>
        <extracomment>signdesk/desktop/comparison/presenter.py</extracomment>
        <translation>Diese kamen nicht so zurück, wie sie gesendet wurden.</translation>
    </message>
    <message>
        <source>From the next order on, a document of this process counts as sealed if every page is found again and only stamps in empty places and new pages were added. Each is still compared, and any other change still waits for you. You can undo this in the settings of the process.</source>
        <extracomment>signdesk/desktop/comparison/presenter.py</extracomment>
        <translation>Ab dem nächsten Auftrag zählt ein Dokument dieses Prozesses als versiegelt, wenn jede Seite wiedergefunden wird und nur Stempel an leeren Stellen und neue Seiten hinzukamen. Jedes wird weiterhin verglichen, und jede andere Änderung wartet weiterhin auf Sie. In den Einstellungen des Prozesses lässt sich das zurücknehmen.</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>signdesk/desktop/comparison/presenter.py, signdesk/desktop/connections/sign_in_prompt.py, signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Always accept it</source>
        <extracomment>signdesk/desktop/comparison/presenter.py</extracomment>
        <translation>Immer annehmen</translation>
    </message>
    <message>
        <source>Always accept what “{process}” changes?</source>
        <extracomment>signdesk/desktop/comparison/presenter.py</extracomment>
        <translation>Immer annehmen, was „{process}“ ändert?</translation>
    </message>
    <message>
        <source>The document as it was sent is not there any more.</source>
        <extracomment>signdesk/desktop/comparison/side.py</extracomment>
        <translation>Das gesendete Dokument ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Sent page {pages}</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Gesendete Seite {pages}</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Seite {page}</translation>
    </message>
    <message>
        <source>Pages {pages}</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Seiten {pages}</translation>
    </message>
    <message>
        <source>Sealed by “{signer}”; the server changed the file before it sealed.</source>
        <extracomment>signdesk/desktop/comparison/values.py, signdesk/jobs/page_judge.py</extracomment>
        <translation>Versiegelt von „{signer}“; der Server hat die Datei vor dem Versiegeln geändert.</translation>
    </message>
    <message>
        <source>Sealed by an unnamed signer; the server changed the file before it sealed.</source>
        <extracomment>signdesk/desktop/comparison/values.py, signdesk/jobs/page_judge.py</extracomment>
        <translation>Versiegelt von einem Unterzeichner ohne Namen; der Server hat die Datei vor dem Versiegeln geändert.</translation>
    </message>
    <message>
        <source>Sealed, and the change was accepted</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Versiegelt, und die Änderung wurde angenommen</translation>
    </message>
    <message>
        <source>Sealed, and changed as expected of this process</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Versiegelt und geändert, wie bei diesem Prozess erwartet</translation>
    </message>
    <message>
        <source>Sealed, but not as it was sent</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Versiegelt, aber nicht so, wie es gesendet wurde</translation>
    </message>
    <message>
        <source>It has an intact seal, but it is not known whether it is the document that was sent.</source>
        <extracomment>signdesk/desktop/comparison/values.py, signdesk/jobs/page_judge.py</extracomment>
        <translation>Es trägt ein unversehrtes Siegel, aber ob es das gesendete Dokument ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>It may be another document</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Es kann ein anderes Dokument sein</translation>
    </message>
    <message>
        <source>What came back has an intact seal, but it does not show all that was sent.</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Was zurückkam, hat ein unversehrtes Siegel, zeigt aber nicht alles, was gesendet wurde.</translation>
    </message>
    <message>
        <source>Another document under this name</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Ein anderes Dokument unter diesem Namen</translation>
    </message>
    <message>
        <source>The picture of the seal was added</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Das Bild des Siegels kam hinzu</translation>
    </message>
    <message numerus="yes">
        <source>%n words differ</source>
        <extracomment>signdesk/desktop/comparison/values.py; for one: %n word differs</extracomment>
        <translation>
            <numerusform>%n Wort ist anders</numerusform>
            <numerusform>%n Wörter sind anders</numerusform>
        </translation>
    </message>
    <message>
        <source>Same text, same look</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Gleicher Text, gleiches Aussehen</translation>
    </message>
    <message>
        <source>Same text, another font</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Gleicher Text, andere Schrift</translation>
    </message>
    <message>
        <source>A stamp was added</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Ein Stempel kam hinzu</translation>
    </message>
    <message>
        <source>It looks different</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Sieht anders aus</translation>
    </message>
    <message>
        <source>New, it was not sent</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Neu, wurde nicht gesendet</translation>
    </message>
    <message>
        <source>Not found again</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Nicht wiedergefunden</translation>
    </message>
    <message>
        <source>Process</source>
        <extracomment>signdesk/desktop/comparison/values.py, signdesk/desktop/documents/choices.py, signdesk/desktop/settings/doctor_panel.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Nothing was changed after it was sealed</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Nach dem Versiegeln wurde nichts geändert</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>signdesk/desktop/comparison/values.py, signdesk/desktop/documents/columns.py</extracomment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Intact</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Unversehrt</translation>
    </message>
    <message>
        <source>Sealed by</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Versiegelt von</translation>
    </message>
    <message>
        <source>Not noted</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Nicht vermerkt</translation>
    </message>
    <message>
        <source>Nothing was read out of it</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Nichts daraus gelesen</translation>
    </message>
    <message>
        <source>An unnamed signer</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Ungenannt</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Wann</translation>
    </message>
    <message>
        <source>By a time stamp from “{authority}”</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Laut Zeitstempel von „{authority}“</translation>
    </message>
    <message>
        <source>By the clock of the server, not confirmed</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Nach der Uhr des Servers, nicht bestätigt</translation>
    </message>
    <message>
        <source>Not stated</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Issuer</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Who stands behind the name could not be checked.</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Wer hinter dem Namen steht, ließ sich nicht prüfen.</translation>
    </message>
    <message>
        <source>Known: {issuer}</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Bekannt: {issuer}</translation>
    </message>
    <message>
        <source>To this computer</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Diesem Computer</translation>
    </message>
    <message>
        <source>Its own holder</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Der Inhaber selbst</translation>
    </message>
    <message>
        <source>Not known to this computer: {issuer}</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Diesem Computer nicht bekannt: {issuer}</translation>
    </message>
    <message>
        <source>Valid from {start} to {end}</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Gültig vom {start} bis {end}</translation>
    </message>
    <message>
        <source>Data in the seal says that it was revoked.</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Laut Daten im Siegel wurde es gesperrt.</translation>
    </message>
    <message>
        <source>Not valid at that time</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Zu dieser Zeit nicht gültig</translation>
    </message>
    <message>
        <source>Certificate</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Level</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>SignDesk waits for the keyring.</source>
        <extracomment>signdesk/desktop/connections/connection_setup.py</extracomment>
        <translation>SignDesk wartet auf den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Enter the sign-in for {name}.</source>
        <extracomment>signdesk/desktop/connections/connection_setup.py</extracomment>
        <translation>Geben Sie die Anmeldung für {name} ein.</translation>
    </message>
    <message>
        <source>Data and list of batches</source>
        <extracomment>signdesk/desktop/connections/connection_setup.py</extracomment>
        <translation>Daten und Liste der Stapel</translation>
    </message>
    <message>
        <source>Results that were put aside</source>
        <extracomment>signdesk/desktop/connections/connection_setup.py</extracomment>
        <translation>Beiseitegelegte Ergebnisse</translation>
    </message>
    <message>
        <source>Log</source>
        <extracomment>signdesk/desktop/connections/connection_setup.py, signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The list of batches cannot be read: {why}.</source>
        <extracomment>signdesk/desktop/connections/connection_setup.py</extracomment>
        <translation>Die Liste der Stapel kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
        <source>The list of batches takes {size} KB.</source>
        <extracomment>signdesk/desktop/connections/connection_setup.py</extracomment>
        <translation>Die Liste der Stapel belegt {size} KB.</translation>
    </message>
    <message>
        <source>{name} ({mark})</source>
        <extracomment>signdesk/desktop/connections/distinct_labels.py</extracomment>
        <translation>{name} ({mark})</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py</extracomment>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>Connect to your server</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py</extracomment>
        <translation>Mit Ihrem Server verbinden</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/desktop/settings/doctor_panel.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name of the key’s header</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Name der Kopfzeile für den Schlüssel</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py</extracomment>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Try again: ask the keyring</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py</extracomment>
        <translation>Erneut versuchen: den Schlüsselbund fragen</translation>
    </message>
    <message>
        <source>Connect</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py</extracomment>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>API key</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/desktop/connections/sign_in.py, signdesk/desktop/settings/server_form.py, signdesk/storage/settings_table.py</extracomment>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>User name and password</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/desktop/settings/server_form.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Benutzername und Passwort</translation>
    </message>
    <message>
        <source>Token</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/desktop/connections/sign_in.py, signdesk/desktop/settings/server_form.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Token</translation>
    </message>
    <message>
        <source>No sign-in</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Keine Anmeldung</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Anmelden mit</translation>
    </message>
    <message>
        <source>What you enter goes to {host}.</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Was Sie eingeben, geht an {host}.</translation>
    </message>
    <message>
        <source>Less</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Enter the address of your server. The server’s operator knows it.</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py</extracomment>
        <translation>Geben Sie die Adresse Ihres Servers ein. Der Betreiber des Servers kennt sie.</translation>
    </message>
    <message>
        <source>The server has not been tried successfully yet. SignDesk goes on trying with each batch.</source>
        <extracomment>signdesk/desktop/connections/first_start/presenter.py</extracomment>
        <translation>Der Server wurde noch nicht mit Erfolg erreicht. SignDesk versucht es mit jedem Stapel weiter.</translation>
    </message>
    <message>
        <source>Which process seals your documents?</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>Welcher Prozess versiegelt Ihre Dokumente?</translation>
    </message>
    <message>
        <source>Number of the process</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>Nummer des Prozesses</translation>
    </message>
    <message>
        <source>for example 12</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>zum Beispiel 12</translation>
    </message>
    <message>
        <source>Its name here</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>Sein Name hier</translation>
    </message>
    <message>
        <source>Company seal</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py, signdesk/desktop/settings/processes_page.py, signdesk/desktop/settings/table_pages.py</extracomment>
        <translation>Firmensiegel</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>Fertigstellen</translation>
    </message>
    <message>
        <source>Use it for this session only</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>Nur für diese Sitzung verwenden</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py, signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>I don’t know the number yet</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>Ich kenne die Nummer noch nicht</translation>
    </message>
    <message>
        <source>A server has numbered processes, and each seals in its own way. It does not list them: the server’s operator tells you the number.</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>Ein Server hat nummerierte Prozesse, und jeder versiegelt auf seine Weise. Er zählt sie nicht auf: Der Betreiber des Servers sagt Ihnen die Nummer.</translation>
    </message>
    <message>
        <source>Trying the server</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Der Server wird ausprobiert</translation>
    </message>
    <message>
        <source>Check it step by step in Settings</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>In den Einstellungen Schritt für Schritt prüfen</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>Asking {server} for an answer. Nothing is sealed by that.</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>{server} wird um eine Antwort gebeten. Dadurch wird nichts versiegelt.</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py, signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Asking {server}. In order so far: {step}</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>{server} wird gefragt. Bisher in Ordnung: {step}</translation>
    </message>
    <message>
        <source>It fails at: {step}</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Es scheitert bei: {step}</translation>
    </message>
    <message>
        <source>Change the address</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Adresse ändern</translation>
    </message>
    <message>
        <source>Change the sign-in</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Anmeldung ändern</translation>
    </message>
    <message>
        <source>{server}, not signed in</source>
        <extracomment>signdesk/desktop/connections/keyring_wait.py</extracomment>
        <translation>{server}, nicht angemeldet</translation>
    </message>
    <message>
        <source>SignDesk goes on by itself as soon as the keyring is open.</source>
        <extracomment>signdesk/desktop/connections/keyring_wait.py</extracomment>
        <translation>SignDesk macht von selbst weiter, sobald der Schlüsselbund offen ist.</translation>
    </message>
    <message>
        <source>Try the keyring again</source>
        <extracomment>signdesk/desktop/connections/keyring_wait.py, signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Schlüsselbund erneut versuchen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <extracomment>signdesk/desktop/connections/keyring_wait.py</extracomment>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Sign in to {server}</source>
        <extracomment>signdesk/desktop/connections/keyring_wait.py, signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Bei {server} anmelden</translation>
    </message>
    <message>
        <source>What you entered is kept for this session only.</source>
        <extracomment>signdesk/desktop/connections/secret_saver.py</extracomment>
        <translation>Was Sie eingegeben haben, gilt nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The practice server is starting…</source>
        <extracomment>signdesk/desktop/connections/server_selection.py</extracomment>
        <translation>Der Übungsserver wird gestartet…</translation>
    </message>
    <message>
        <source>{server}, connected</source>
        <extracomment>signdesk/desktop/connections/server_selection.py</extracomment>
        <translation>{server}, verbunden</translation>
    </message>
    <message>
        <source>{server}, not reached</source>
        <extracomment>signdesk/desktop/connections/server_selection.py</extracomment>
        <translation>{server}, nicht erreicht</translation>
    </message>
    <message>
        <source>The practice server has stopped</source>
        <extracomment>signdesk/desktop/connections/server_selection.py</extracomment>
        <translation>Der Übungsserver läuft nicht mehr</translation>
    </message>
    <message>
        <source>The practice server has stopped, and with it what it had not finished. Nothing was lost.</source>
        <extracomment>signdesk/desktop/connections/server_selection.py</extracomment>
        <translation>Der Übungsserver läuft nicht mehr; was er nicht beendet hatte, endete mit ihm. Es ging nichts verloren.</translation>
    </message>
    <message>
        <source>Start it again</source>
        <extracomment>signdesk/desktop/connections/server_selection.py</extracomment>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Keep in the system’s keyring</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Im Schlüsselbund des Systems behalten</translation>
    </message>
    <message>
        <source>Otherwise it is gone when SignDesk is closed.</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Sonst ist es weg, wenn SignDesk geschlossen wird.</translation>
    </message>
    <message>
        <source>User name</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Enter the API key. The server’s operator gives it to you.</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Geben Sie den API-Schlüssel ein. Der Betreiber des Servers gibt ihn Ihnen.</translation>
    </message>
    <message>
        <source>Enter the user name.</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Geben Sie den Benutzernamen ein.</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Geben Sie das Passwort ein.</translation>
    </message>
    <message>
        <source>Enter the token. The server’s operator gives it to you.</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Geben Sie das Token ein. Der Betreiber des Servers gibt es Ihnen.</translation>
    </message>
    <message>
        <source>“{name}” has another address now</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>„{name}“ hat jetzt eine andere Adresse</translation>
    </message>
    <message>
        <source>This batch was sent to {old}, and its connection leads to {new} now. Is that the same server? The sign-in is sent only to the server that you choose.</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Dieser Stapel wurde an {old} gesendet, und seine Verbindung führt jetzt zu {new}. Ist das derselbe Server? Die Anmeldung wird nur an den Server gesendet, den Sie wählen.</translation>
    </message>
    <message>
        <source>Go on at {old}</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Bei {old} weiterarbeiten</translation>
    </message>
    <message>
        <source>Go on at {new}</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Bei {new} weiterarbeiten</translation>
    </message>
    <message>
        <source>The proxy on the way to {server} asks {user} for a password.</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Der Proxy auf dem Weg zu {server} fragt nach einem Passwort für {user}.</translation>
    </message>
    <message>
        <source>The key of this computer’s certificate for {server} is locked.</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Der Schlüssel des Zertifikats dieses Computers für {server} ist gesperrt.</translation>
    </message>
    <message>
        <source>SignDesk is not connected to this server since it was started.</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>SignDesk ist seit seinem Start nicht mit diesem Server verbunden.</translation>
    </message>
    <message>
        <source>The server refused the sign-in that was used last.</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Der Server hat die zuletzt verwendete Anmeldung abgelehnt.</translation>
    </message>
    <message numerus="yes">
        <source>%n batches wait for it and go on together.</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py; for one: %n batch waits for it.</extracomment>
        <translation>
            <numerusform>%n Stapel wartet darauf.</numerusform>
            <numerusform>%n Stapel warten darauf und gehen gemeinsam weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you enter is kept for this session only.</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Was Sie eingeben, gilt nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py, signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Passwort für den Proxy</translation>
    </message>
    <message>
        <source>Pass phrase of the key</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py, signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Passphrase des Schlüssels</translation>
    </message>
    <message>
        <source>Practise</source>
        <extracomment>signdesk/desktop/connections/start_page.py, signdesk/desktop/main_window/header.py</extracomment>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Back to your documents</source>
        <extracomment>signdesk/desktop/connections/start_page.py</extracomment>
        <translation>Zurück zu Ihren Dokumenten</translation>
    </message>
    <message>
        <source>Where should your documents be sealed?</source>
        <extracomment>signdesk/desktop/connections/start_page.py</extracomment>
        <translation>Wo sollen Ihre Dokumente versiegelt werden?</translation>
    </message>
    <message numerus="yes">
        <source>%n documents are in the list, for when you are ready.</source>
        <extracomment>signdesk/desktop/connections/start_page.py; for one: %n document is in the list, for when you are ready.</extracomment>
        <translation>
            <numerusform>%n Dokument ist in der Liste, für später.</numerusform>
            <numerusform>%n Dokumente sind in der Liste, für später.</numerusform>
        </translation>
    </message>
    <message>
        <source>Practise with test seals</source>
        <extracomment>signdesk/desktop/connections/start_page.py</extracomment>
        <translation>Mit Testsiegeln üben</translation>
    </message>
    <message>
        <source>A small server inside SignDesk seals documents with a test key. Nothing leaves this computer, and the seals have no legal effect.</source>
        <extracomment>signdesk/desktop/connections/start_page.py</extracomment>
        <translation>Ein kleiner Server in SignDesk versiegelt Dokumente mit einem Testschlüssel. Nichts verlässt diesen Computer, und die Siegel haben keine rechtliche Wirkung.</translation>
    </message>
    <message>
        <source>Process number, for example 12</source>
        <extracomment>signdesk/desktop/documents/choices.py</extracomment>
        <translation>Prozessnummer, zum Beispiel 12</translation>
    </message>
    <message>
        <source>A process is a whole number, for example 12. Ask the server’s operator.</source>
        <extracomment>signdesk/desktop/documents/choices.py, signdesk/desktop/settings/process_fields.py</extracomment>
        <translation>Ein Prozess ist eine ganze Zahl, zum Beispiel 12. Fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The largest process number is {most}.</source>
        <extracomment>signdesk/desktop/documents/choices.py</extracomment>
        <translation>Die größte Prozessnummer ist {most}.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <extracomment>signdesk/desktop/documents/choices.py</extracomment>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Save to: {folder}</source>
        <extracomment>signdesk/desktop/documents/choices.py</extracomment>
        <translation>Speichern in: {folder}</translation>
    </message>
    <message>
        <source>Add files</source>
        <extracomment>signdesk/desktop/documents/chooser.py, signdesk/desktop/help/pages.py</extracomment>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>descending</source>
        <extracomment>signdesk/desktop/documents/columns.py</extracomment>
        <translation>absteigend</translation>
    </message>
    <message>
        <source>ascending</source>
        <extracomment>signdesk/desktop/documents/columns.py</extracomment>
        <translation>aufsteigend</translation>
    </message>
    <message>
        <source>Sort by {column}, now {order}</source>
        <extracomment>signdesk/desktop/documents/columns.py</extracomment>
        <translation>Nach {column} sortieren, jetzt {order}</translation>
    </message>
    <message>
        <source>Sort by {column}</source>
        <extracomment>signdesk/desktop/documents/columns.py</extracomment>
        <translation>Nach {column} sortieren</translation>
    </message>
    <message numerus="yes">
        <source>No copy could be taken of %n files in temporary folders. Seal them before they are deleted.</source>
        <extracomment>signdesk/desktop/documents/copy_keeper.py; for one: No copy could be taken of %n file in a temporary folder. Seal it before it is deleted.</extracomment>
        <translation>
            <numerusform>Von %n Datei in einem temporären Ordner konnte keine Kopie gemacht werden. Versiegeln Sie sie, bevor sie gelöscht wird.</numerusform>
            <numerusform>Von %n Dateien in temporären Ordnern konnte keine Kopie gemacht werden. Versiegeln Sie sie, bevor sie gelöscht werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files lie in temporary folders, where other programs may delete them at any time.</source>
        <extracomment>signdesk/desktop/documents/copy_keeper.py; for one: %n file lies in a temporary folder, where other programs may delete it at any time.</extracomment>
        <translation>
            <numerusform>%n Datei liegt in einem temporären Ordner, wo andere Programme sie jederzeit löschen können.</numerusform>
            <numerusform>%n Dateien liegen in temporären Ordnern, wo andere Programme sie jederzeit löschen können.</numerusform>
        </translation>
    </message>
    <message>
        <source>A copy in SignDesk’s own folder takes {size}. It is removed when it is no longer needed.</source>
        <extracomment>signdesk/desktop/documents/copy_keeper.py</extracomment>
        <translation>Eine Kopie im eigenen Ordner von SignDesk braucht {size}. Sie wird entfernt, sobald sie nicht mehr gebraucht wird.</translation>
    </message>
    <message>
        <source>Take a copy</source>
        <extracomment>signdesk/desktop/documents/copy_keeper.py</extracomment>
        <translation>Kopie machen</translation>
    </message>
    <message>
        <source>Add without a copy</source>
        <extracomment>signdesk/desktop/documents/copy_keeper.py</extracomment>
        <translation>Ohne Kopie hinzufügen</translation>
    </message>
    <message>
        <source>Take a copy of large files?</source>
        <extracomment>signdesk/desktop/documents/copy_keeper.py</extracomment>
        <translation>Kopie großer Dateien machen?</translation>
    </message>
    <message>
        <source>Save the attachment first, then drop it here.</source>
        <extracomment>signdesk/desktop/documents/drops.py</extracomment>
        <translation>Speichern Sie den Anhang zuerst und ziehen Sie ihn dann hierher.</translation>
    </message>
    <message>
        <source>That is not a file on this computer yet. Save it first, then drop the saved file.</source>
        <extracomment>signdesk/desktop/documents/drops.py</extracomment>
        <translation>Das ist noch keine Datei auf diesem Computer. Speichern Sie es zuerst und ziehen Sie dann die gespeicherte Datei hierher.</translation>
    </message>
    <message>
        <source>{count} of these are not files on this computer yet. Save them first.</source>
        <extracomment>signdesk/desktop/documents/drops.py</extracomment>
        <translation>{count} davon sind noch keine Dateien auf diesem Computer. Speichern Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Drop to add</source>
        <extracomment>signdesk/desktop/documents/drops.py</extracomment>
        <translation>Zum Hinzufügen loslassen</translation>
    </message>
    <message>
        <source>No document was found in the folder.</source>
        <extracomment>signdesk/desktop/documents/importer.py</extracomment>
        <translation>Im Ordner wurde kein Dokument gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n documents found in folders.</source>
        <extracomment>signdesk/desktop/documents/importer.py; for one: %n document found in folders.</extracomment>
        <translation>
            <numerusform>%n Dokument in Ordnern gefunden.</numerusform>
            <numerusform>%n Dokumente in Ordnern gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out.</source>
        <extracomment>signdesk/desktop/documents/importer.py; for one: %n file was left out.</extracomment>
        <translation>
            <numerusform>%n Datei wurde ausgelassen.</numerusform>
            <numerusform>%n Dateien wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents were added to the list.</source>
        <extracomment>signdesk/desktop/documents/importer.py; for one: %n document was added to the list.</extracomment>
        <translation>
            <numerusform>%n Dokument wurde in die Liste aufgenommen.</numerusform>
            <numerusform>%n Dokumente wurden in die Liste aufgenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents were in the list already.</source>
        <extracomment>signdesk/desktop/documents/importer.py; for one: %n document was in the list already.</extracomment>
        <translation>
            <numerusform>%n Dokument war schon in der Liste.</numerusform>
            <numerusform>%n Dokumente waren schon in der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop more documents anywhere, or press Ctrl+V</source>
        <extracomment>signdesk/desktop/documents/listing.py</extracomment>
        <translation>Weitere Dokumente hierher ziehen, oder Strg+V</translation>
    </message>
    <message>
        <source>The check was stopped before it came to this file. Check it again to send it.</source>
        <extracomment>signdesk/desktop/documents/model.py</extracomment>
        <translation>Die Prüfung wurde angehalten, bevor sie zu dieser Datei kam. Prüfen Sie sie erneut, um sie zu senden.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py, signdesk/desktop/documents/view.py</extracomment>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Use the sample documents</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Beispieldokumente verwenden</translation>
    </message>
    <message>
        <source>Drop documents here</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Dokumente hierher ziehen</translation>
    </message>
    <message>
        <source>PDF, Word, XML or any other file.
Folders work too, and so does Ctrl+V.</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>PDF, Word, XML oder jede andere Datei.
Auch Ordner, auch mit Strg+V.</translation>
    </message>
    <message>
        <source>Show which</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Zeigen, welche</translation>
    </message>
    <message>
        <source>Hide</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py, signdesk/desktop/main_window/header.py</extracomment>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hide this note</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Diesen Hinweis ausblenden</translation>
    </message>
    <message>
        <source>What was left out</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Was ausgelassen wurde</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>und {count} weitere</translation>
    </message>
    <message numerus="yes">
        <source>%n are ordered already</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py; for one: %n is ordered already</extracomment>
        <translation>
            <numerusform>%n ist schon in Auftrag gegeben</numerusform>
            <numerusform>%n sind schon in Auftrag gegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are checked already</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py; for one: %n is checked already</extracomment>
        <translation>
            <numerusform>%n ist schon geprüft</numerusform>
            <numerusform>%n sind schon geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are time-stamped already</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py; for one: %n is time-stamped already</extracomment>
        <translation>
            <numerusform>%n hat schon einen Zeitstempel</numerusform>
            <numerusform>%n haben schon einen Zeitstempel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are sealed already</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py; for one: %n is sealed already</extracomment>
        <translation>
            <numerusform>%n ist schon versiegelt</numerusform>
            <numerusform>%n sind schon versiegelt</numerusform>
        </translation>
    </message>
    <message>
        <source>Check it again…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Noch einmal prüfen…</translation>
    </message>
    <message>
        <source>Check them again…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Noch einmal prüfen…</translation>
    </message>
    <message>
        <source>Time-stamp it again…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Neuer Zeitstempel…</translation>
    </message>
    <message>
        <source>Time-stamp them again…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Neue Zeitstempel…</translation>
    </message>
    <message>
        <source>Seal it again…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Noch einmal versiegeln…</translation>
    </message>
    <message>
        <source>Seal them again…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Noch einmal versiegeln…</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py, signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Prüfung anhalten</translation>
    </message>
    <message>
        <source>Checking {done} of {total}…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>{done} von {total} geprüft…</translation>
    </message>
    <message numerus="yes">
        <source>%n documents have changed or gone since they were added, so nothing was sent yet.</source>
        <extracomment>signdesk/desktop/documents/rechecks.py; for one: %n document has changed or gone since it was added, so nothing was sent yet.</extracomment>
        <translation>
            <numerusform>%n Dokument wurde geändert oder ist weg, seit es hinzugefügt wurde; darum wurde noch nichts gesendet.</numerusform>
            <numerusform>%n Dokumente wurden geändert oder sind weg, seit sie hinzugefügt wurden; darum wurde noch nichts gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents were ordered from this process before, so nothing was sent yet.</source>
        <extracomment>signdesk/desktop/documents/rechecks.py; for one: %n document was ordered from this process before, so nothing was sent yet.</extracomment>
        <translation>
            <numerusform>%n Dokument wurde bei diesem Prozess schon in Auftrag gegeben, darum wurde noch nichts gesendet.</numerusform>
            <numerusform>%n Dokumente wurden bei diesem Prozess schon in Auftrag gegeben, darum wurde noch nichts gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview</source>
        <extracomment>signdesk/desktop/documents/row_actions.py</extracomment>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Rename…</source>
        <extracomment>signdesk/desktop/documents/row_actions.py</extracomment>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <extracomment>signdesk/desktop/documents/row_actions.py</extracomment>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>Do not send</source>
        <extracomment>signdesk/desktop/documents/row_actions.py</extracomment>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Check again</source>
        <extracomment>signdesk/desktop/documents/row_actions.py, signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Check the seals inside</source>
        <extracomment>signdesk/desktop/documents/row_actions.py</extracomment>
        <translation>Siegel darin prüfen</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>signdesk/desktop/documents/row_actions.py, signdesk/desktop/settings/processes_page.py, signdesk/desktop/settings/secret_row.py, signdesk/desktop/settings/server_page.py</extracomment>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n documents were removed from the list.</source>
        <extracomment>signdesk/desktop/documents/row_actions.py; for one: %n document was removed from the list.</extracomment>
        <translation>
            <numerusform>%n Dokument wurde aus der Liste entfernt.</numerusform>
            <numerusform>%n Dokumente wurden aus der Liste entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name under which it is sent; the file keeps its own</source>
        <extracomment>signdesk/desktop/documents/rows.py</extracomment>
        <translation>Name, unter dem es gesendet wird; die Datei behält ihren</translation>
    </message>
    <message>
        <source>This is a result that was sealed already: {name}</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>Das ist ein Ergebnis, das schon versiegelt ist: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n of these are results that were sealed already.</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py; for one: %n of these is a result that was sealed already.</extracomment>
        <translation>
            <numerusform>%n davon ist ein Ergebnis, das schon versiegelt ist.</numerusform>
            <numerusform>%n davon sind Ergebnisse, die schon versiegelt sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check these</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py; for one: Check it</extracomment>
        <translation>
            <numerusform>Prüfen</numerusform>
            <numerusform>Diese prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking the seals of %n files…</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py; for one: Checking the seals of %n file…</extracomment>
        <translation>
            <numerusform>Siegel von %n Datei werden geprüft …</numerusform>
            <numerusform>Siegel von %n Dateien werden geprüft …</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>Sie kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py, signdesk/desktop/help/dialog.py, signdesk/desktop/preview/bar.py, signdesk/desktop/settings/dialog.py, signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>All seals are intact</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>Alle Siegel sind unversehrt</translation>
    </message>
    <message>
        <source>Not everything is intact</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>Nicht alles ist unversehrt</translation>
    </message>
    <message>
        <source>Not everything could be checked</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>Nicht alles konnte geprüft werden</translation>
    </message>
    <message>
        <source>No seal was found</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>Kein Siegel gefunden</translation>
    </message>
    <message>
        <source>Not everything is sealed</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>Nicht alles ist versiegelt</translation>
    </message>
    <message numerus="yes">
        <source>{name}: {good} of %n intact, by its receipt.</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py; for one: {name}: {good} of %n intact, by its receipt.</extracomment>
        <translation>
            <numerusform>{name}: {good} von %n unversehrt, laut Beleg.</numerusform>
            <numerusform>{name}: {good} von %n unversehrt, laut Beleg.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: {good} of %n intact.</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py; for one: {name}: {good} of %n intact.</extracomment>
        <translation>
            <numerusform>{name}: {good} von %n unversehrt.</numerusform>
            <numerusform>{name}: {good} von %n unversehrt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: {good} of %n intact. What was sent is not known, since no receipt lies beside it.</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py; for one: {name}: {good} of %n intact. What was sent is not known, since no receipt lies beside it.</extracomment>
        <translation>
            <numerusform>{name}: {good} von %n unversehrt. Was gesendet wurde, ist nicht bekannt, denn kein Beleg liegt daneben.</numerusform>
            <numerusform>{name}: {good} von %n unversehrt. Was gesendet wurde, ist nicht bekannt, denn kein Beleg liegt daneben.</numerusform>
        </translation>
    </message>
    <message>
        <source>intact</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>unversehrt</translation>
    </message>
    <message>
        <source>report unchanged</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>Bericht unverändert</translation>
    </message>
    <message>
        <source>not intact</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>nicht unversehrt</translation>
    </message>
    <message>
        <source>no seal</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>kein Siegel</translation>
    </message>
    <message>
        <source>changed</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>geändert</translation>
    </message>
    <message>
        <source>missing</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>cannot be checked</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>nicht prüfbar</translation>
    </message>
    <message>
        <source>The server has changed meanwhile. Nothing was sent.</source>
        <extracomment>signdesk/desktop/documents/sealing.py</extracomment>
        <translation>Der Server hat inzwischen gewechselt. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Save the result to</source>
        <extracomment>signdesk/desktop/documents/sealing.py</extracomment>
        <translation>Ergebnis speichern in</translation>
    </message>
    <message>
        <source>Batch {number} holds some of these documents already. Nothing was sent.</source>
        <extracomment>signdesk/desktop/documents/sealing.py</extracomment>
        <translation>Stapel {number} enthält schon einige dieser Dokumente. Es wurde nichts gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>They were ordered from “{process}” of {server} before. Ordering them again may cost money again.</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: It was ordered from “{process}” of {server} before. Ordering it again may cost money again.</extracomment>
        <translation>
            <numerusform>Es wurde bei „{process}“ von {server} schon in Auftrag gegeben. Ein neuer Auftrag kann noch einmal Geld kosten.</numerusform>
            <numerusform>Sie wurden bei „{process}“ von {server} schon in Auftrag gegeben. Ein neuer Auftrag kann noch einmal Geld kosten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>SignDesk’s list of batches was lost, so they may have been ordered from “{process}” of {server} before. Ordering them again may cost money again.</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: SignDesk’s list of batches was lost, so it may have been ordered from “{process}” of {server} before. Ordering it again may cost money again.</extracomment>
        <translation>
            <numerusform>Die Liste der Stapel von SignDesk ging verloren, darum wurde es vielleicht bei „{process}“ von {server} schon in Auftrag gegeben. Ein neuer Auftrag kann noch einmal Geld kosten.</numerusform>
            <numerusform>Die Liste der Stapel von SignDesk ging verloren, darum wurden sie vielleicht bei „{process}“ von {server} schon in Auftrag gegeben. Ein neuer Auftrag kann noch einmal Geld kosten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n documents again?</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: Check %n document again?</extracomment>
        <translation>
            <numerusform>%n Dokument noch einmal prüfen?</numerusform>
            <numerusform>%n Dokumente noch einmal prüfen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Time-stamp %n documents again?</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: Time-stamp %n document again?</extracomment>
        <translation>
            <numerusform>%n Dokument noch einmal mit Zeitstempel versehen?</numerusform>
            <numerusform>%n Dokumente noch einmal mit Zeitstempel versehen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seal %n documents again?</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: Seal %n document again?</extracomment>
        <translation>
            <numerusform>%n Dokument noch einmal versiegeln?</numerusform>
            <numerusform>%n Dokumente noch einmal versiegeln?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n again</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: Check %n again</extracomment>
        <translation>
            <numerusform>%n noch einmal prüfen</numerusform>
            <numerusform>%n noch einmal prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Time-stamp %n again</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: Time-stamp %n again</extracomment>
        <translation>
            <numerusform>%n neuer Zeitstempel</numerusform>
            <numerusform>%n neue Zeitstempel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seal %n again</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: Seal %n again</extracomment>
        <translation>
            <numerusform>%n noch einmal versiegeln</numerusform>
            <numerusform>%n noch einmal versiegeln</numerusform>
        </translation>
    </message>
    <message>
        <source>It is too large. This server takes {most} at once.</source>
        <extracomment>signdesk/desktop/documents/settling.py</extracomment>
        <translation>Es ist zu groß. Dieser Server nimmt {most} auf einmal.</translation>
    </message>
    <message numerus="yes">
        <source>in %n batches</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: in %n batch</extracomment>
        <translation>
            <numerusform>in %n Stapel</numerusform>
            <numerusform>in %n Stapeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being checked</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: %n being checked</extracomment>
        <translation>
            <numerusform>%n wird geprüft</numerusform>
            <numerusform>%n werden geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} {reason}</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>{count} {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n for other reasons</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: %n for another reason</extracomment>
        <translation>
            <numerusform>%n aus einem anderen Grund</numerusform>
            <numerusform>%n aus anderen Gründen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will not be sent: {why}</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: %n will not be sent: {why}</extracomment>
        <translation>
            <numerusform>%n wird nicht gesendet: {why}</numerusform>
            <numerusform>%n werden nicht gesendet: {why}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n documents</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: Check %n document</extracomment>
        <translation>
            <numerusform>%n Dokument prüfen</numerusform>
            <numerusform>%n Dokumente prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Check documents</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Dokumente prüfen</translation>
    </message>
    <message numerus="yes">
        <source>Time-stamp %n documents</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: Time-stamp %n document</extracomment>
        <translation>
            <numerusform>%n Dokument mit Zeitstempel versehen</numerusform>
            <numerusform>%n Dokumente mit Zeitstempel versehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Time-stamp documents</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Dokumente mit Zeitstempel versehen</translation>
    </message>
    <message numerus="yes">
        <source>Seal %n documents</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: Seal %n document</extracomment>
        <translation>
            <numerusform>%n Dokument versiegeln</numerusform>
            <numerusform>%n Dokumente versiegeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Seal documents</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Dokumente versiegeln</translation>
    </message>
    <message numerus="yes">
        <source>Check %n new documents</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: Check %n new document</extracomment>
        <translation>
            <numerusform>%n neues Dokument prüfen</numerusform>
            <numerusform>%n neue Dokumente prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new to check</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Nichts Neues zu prüfen</translation>
    </message>
    <message numerus="yes">
        <source>Time-stamp %n new documents</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: Time-stamp %n new document</extracomment>
        <translation>
            <numerusform>%n neues Dokument mit Zeitstempel versehen</numerusform>
            <numerusform>%n neue Dokumente mit Zeitstempel versehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new to time-stamp</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Nichts Neues für einen Zeitstempel</translation>
    </message>
    <message numerus="yes">
        <source>Seal %n new documents</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: Seal %n new document</extracomment>
        <translation>
            <numerusform>%n neues Dokument versiegeln</numerusform>
            <numerusform>%n neue Dokumente versiegeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new to seal</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Nichts Neues zu versiegeln</translation>
    </message>
    <message>
        <source>Add documents first.</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Fügen Sie zuerst Dokumente hinzu.</translation>
    </message>
    <message>
        <source>The documents are still being checked.</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Die Dokumente werden noch geprüft.</translation>
    </message>
    <message>
        <source>Nothing in the list is new to this process.</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Nichts in der Liste ist für diesen Prozess neu.</translation>
    </message>
    <message>
        <source>None of these can be sent. Remove them or add others.</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Keines davon kann gesendet werden. Entfernen Sie sie oder fügen Sie andere hinzu.</translation>
    </message>
    <message>
        <source>Choose a process first.</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Wählen Sie zuerst einen Prozess.</translation>
    </message>
    <message>
        <source>Choose where to save the result first.</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Wählen Sie zuerst, wo das Ergebnis gespeichert wird.</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Will be sent anyway</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>Wird trotzdem gesendet</translation>
    </message>
    <message>
        <source>Sent as “{name}”</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>Wird als „{name}“ gesendet</translation>
    </message>
    <message>
        <source>Same content as “{name}”</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>Gleicher Inhalt wie „{name}“</translation>
    </message>
    <message numerus="yes">
        <source>Signed %n times, a seal is added</source>
        <extracomment>signdesk/desktop/documents/values.py; for one: Already signed, a seal is added</extracomment>
        <translation>
            <numerusform>Schon signiert, ein Siegel kommt dazu</numerusform>
            <numerusform>%n-mal signiert, ein Siegel kommt dazu</numerusform>
        </translation>
    </message>
    <message>
        <source>“Send anyway” sends it as it is.</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>„Trotzdem senden“ sendet es, wie es ist.</translation>
    </message>
    <message>
        <source>empty</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>leer</translation>
    </message>
    <message>
        <source>not found</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>no right to read</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>kein Leserecht</translation>
    </message>
    <message>
        <source>in use</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>link</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>Verknüpfung</translation>
    </message>
    <message>
        <source>only in the cloud</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>nur in der Cloud</translation>
    </message>
    <message>
        <source>no document</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>kein Dokument</translation>
    </message>
    <message>
        <source>unreadable</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>being changed</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>wird geändert</translation>
    </message>
    <message>
        <source>changed since</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>seither geändert</translation>
    </message>
    <message>
        <source>not checked</source>
        <extracomment>signdesk/desktop/documents/values.py, signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>with a password</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>mit Passwort</translation>
    </message>
    <message>
        <source>with restricted access</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>mit beschränktem Zugriff</translation>
    </message>
    <message>
        <source>protected</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>certified</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>zertifiziert</translation>
    </message>
    <message>
        <source>too complex</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>zu komplex</translation>
    </message>
    <message>
        <source>could not be looked into</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>nicht eingesehen</translation>
    </message>
    <message>
        <source>too large</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>Remove these</source>
        <extracomment>signdesk/desktop/documents/view.py</extracomment>
        <translation>Diese entfernen</translation>
    </message>
    <message>
        <source>Remove what will not be sent from the list</source>
        <extracomment>signdesk/desktop/documents/view.py</extracomment>
        <translation>Was nicht gesendet wird, aus der Liste entfernen</translation>
    </message>
    <message>
        <source>SignDesk help</source>
        <extracomment>signdesk/desktop/help/dialog.py</extracomment>
        <translation>SignDesk-Hilfe</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>signdesk/desktop/help/dialog.py</extracomment>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>About SignDesk</source>
        <extracomment>signdesk/desktop/help/dialog.py</extracomment>
        <translation>Über SignDesk</translation>
    </message>
    <message>
        <source>SignDesk uses Qt through PySide6 under the GNU Lesser General Public License, version 3. You may exchange these libraries for your own builds of them.</source>
        <extracomment>signdesk/desktop/help/dialog.py</extracomment>
        <translation>SignDesk verwendet Qt durch PySide6 unter der GNU Lesser General Public License, Version 3. Sie dürfen diese Bibliotheken durch selbst gebaute ersetzen.</translation>
    </message>
    <message>
        <source>It is also made of these libraries:</source>
        <extracomment>signdesk/desktop/help/dialog.py</extracomment>
        <translation>Außerdem besteht es aus diesen Bibliotheken:</translation>
    </message>
    <message>
        <source>Add the files on the clipboard</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Die Dateien der Zwischenablage hinzufügen</translation>
    </message>
    <message>
        <source>Seal what is new in the list, while the list is in sight</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Versiegeln, was in der Liste neu ist, solange die Liste zu sehen ist</translation>
    </message>
    <message>
        <source>Preview the chosen document; again: close the preview</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Vorschau des gewählten Dokuments; noch einmal: Vorschau schließen</translation>
    </message>
    <message>
        <source>Rename what is sent, or name a batch</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Umbenennen, was gesendet wird, oder einen Stapel benennen</translation>
    </message>
    <message>
        <source>Open the chosen document, or show the documents of a batch</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Das gewählte Dokument öffnen oder die Dokumente eines Stapels zeigen</translation>
    </message>
    <message>
        <source>Take the chosen documents out of the list</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Die gewählten Dokumente aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Undo the last removal, as long as the line that offers it is there</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Das letzte Entfernen rückgängig machen, solange die Zeile dafür zu sehen ist</translation>
    </message>
    <message>
        <source>Between documents and batches</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Zwischen Dokumenten und Stapeln</translation>
    </message>
    <message>
        <source>Search the batches</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Die Stapel durchsuchen</translation>
    </message>
    <message>
        <source>The next document, batch, or finding of a comparison</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Zum nächsten Dokument, Stapel oder Unterschied eines Vergleichs</translation>
    </message>
    <message>
        <source>In a preview or comparison: the pages</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>In der Vorschau oder im Vergleich: die Seiten</translation>
    </message>
    <message>
        <source>In a preview or comparison: larger, smaller, fit width or page</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>In der Vorschau oder im Vergleich: größer, kleiner, an Breite oder Seite anpassen</translation>
    </message>
    <message>
        <source>Everything that a batch or a document offers</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Alles, was ein Stapel oder ein Dokument anbietet</translation>
    </message>
    <message>
        <source>Close the preview, the comparison or a dialog</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Vorschau, Vergleich oder Dialog schließen</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>signdesk/desktop/help/pages.py, signdesk/desktop/main_window/header.py, signdesk/desktop/settings/dialog.py</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>This help</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Diese Hilfe</translation>
    </message>
    <message>
        <source>Change…</source>
        <extracomment>signdesk/desktop/main_window/header.py, signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Change the server</source>
        <extracomment>signdesk/desktop/main_window/header.py</extracomment>
        <translation>Server wechseln</translation>
    </message>
    <message>
        <source>Another server…</source>
        <extracomment>signdesk/desktop/main_window/header.py</extracomment>
        <translation>Anderer Server…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <extracomment>signdesk/desktop/main_window/header.py</extracomment>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Documents {count}</source>
        <extracomment>signdesk/desktop/main_window/header.py</extracomment>
        <translation>Dokumente {count}</translation>
    </message>
    <message>
        <source>Batches {count}</source>
        <extracomment>signdesk/desktop/main_window/header.py</extracomment>
        <translation>Stapel {count}</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <extracomment>signdesk/desktop/main_window/header.py</extracomment>
        <translation>Diese Meldung ausblenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>signdesk/desktop/main_window/undo_bar.py</extracomment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>×</source>
        <extracomment>signdesk/desktop/main_window/undo_bar.py</extracomment>
        <translation>×</translation>
    </message>
    <message>
        <source>Hide this line</source>
        <extracomment>signdesk/desktop/main_window/undo_bar.py</extracomment>
        <translation>Diese Zeile ausblenden</translation>
    </message>
    <message>
        <source>Undo: {keys}</source>
        <extracomment>signdesk/desktop/main_window/undo_bar.py</extracomment>
        <translation>Rückgängig: {keys}</translation>
    </message>
    <message>
        <source>Open the file</source>
        <extracomment>signdesk/desktop/main_window/window.py, signdesk/desktop/settings/page.py</extracomment>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>There are no files on the clipboard. Copy files, then press Ctrl+V.</source>
        <extracomment>signdesk/desktop/main_window/window.py</extracomment>
        <translation>In der Zwischenablage sind keine Dateien. Kopieren Sie Dateien und drücken Sie dann Strg+V.</translation>
    </message>
    <message>
        <source>Practice: test seals only, no legal effect</source>
        <extracomment>signdesk/desktop/main_window/window.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Übung: nur Testsiegel, ohne rechtliche Wirkung</translation>
    </message>
    <message>
        <source>Opens the file with the program that this computer has for it</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Öffnet die Datei mit dem Programm, das dieser Computer dafür hat</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Vorschau schließen</translation>
    </message>
    <message>
        <source>Esc or Space</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Esc oder Leertaste</translation>
    </message>
    <message>
        <source>This PDF has a password, so there is no preview.</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Diese PDF-Datei hat ein Passwort, darum gibt es keine Vorschau.</translation>
    </message>
    <message>
        <source>This file is damaged, or it is not what its name says.</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Diese Datei ist beschädigt oder nicht das, was ihr Name sagt.</translation>
    </message>
    <message>
        <source>This picture is too large for a preview.</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Dieses Bild ist zu groß für eine Vorschau.</translation>
    </message>
    <message>
        <source>This file cannot be read. It may have been moved, or be open elsewhere.</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Diese Datei kann nicht gelesen werden. Vielleicht wurde sie verschoben oder ist anderswo geöffnet.</translation>
    </message>
    <message>
        <source>No preview for this kind of file.</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Für diese Art von Datei gibt es keine Vorschau.</translation>
    </message>
    <message>
        <source>The preview did not manage this file and was stopped. The file is unchanged.</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Die Vorschau kam mit dieser Datei nicht zurecht und wurde beendet. Die Datei ist unverändert.</translation>
    </message>
    <message>
        <source>Fit width</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Breite anpassen</translation>
    </message>
    <message>
        <source>Fit page</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Seite anpassen</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>This page cannot be shown.</source>
        <extracomment>signdesk/desktop/preview/pages.py</extracomment>
        <translation>Diese Seite kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Preview of {name}</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>Vorschau: {name}</translation>
    </message>
    <message>
        <source>Only the beginning is shown.</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>Nur der Anfang wird gezeigt.</translation>
    </message>
    <message>
        <source>The first {shown} of {total} pages are shown.</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>Die ersten {shown} von {total} Seiten werden gezeigt.</translation>
    </message>
    <message>
        <source>{name}, page {page} of {count}</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>{name}, Seite {page} von {count}</translation>
    </message>
    <message>
        <source>Page {page} cannot be shown.</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>Seite {page} kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>{name}: {sentence}</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>{name}: {sentence}</translation>
    </message>
    <message>
        <source>Pages of {name}</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>Seiten: {name}</translation>
    </message>
    <message>
        <source>Text of {name}</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>Text: {name}</translation>
    </message>
    <message>
        <source>Opening…</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Nothing was checked.</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Es wurde nichts geprüft.</translation>
    </message>
    <message>
        <source>To test the process “{label}” as well, SignDesk creates one empty batch on the server and deletes it at once. Nothing is sent or sealed.</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Um auch den Prozess „{label}“ zu prüfen, legt SignDesk auf dem Server einen leeren Stapel an und löscht ihn sofort. Es wird nichts gesendet oder versiegelt.</translation>
    </message>
    <message>
        <source>Test the process, too</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Auch den Prozess prüfen</translation>
    </message>
    <message>
        <source>Leave the process out</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Den Prozess auslassen</translation>
    </message>
    <message>
        <source>SignDesk, connection “{name}”: {address}</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>SignDesk, Verbindung „{name}“: {address}</translation>
    </message>
    <message>
        <source>It fails at: {step}.</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Es scheitert bei: {step}.</translation>
    </message>
    <message>
        <source>It works, but look at what is marked.</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Es funktioniert, aber beachten Sie, was markiert ist.</translation>
    </message>
    <message>
        <source>Everything that was checked works.</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Alles, was geprüft wurde, funktioniert.</translation>
    </message>
    <message>
        <source>It was checked without any key or password: {reason}</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Es wurde ohne Schlüssel oder Passwort geprüft: {reason}</translation>
    </message>
    <message>
        <source>Enter the address first.</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py, signdesk/desktop/settings/secret_presenter.py</extracomment>
        <translation>Geben Sie zuerst die Adresse ein.</translation>
    </message>
    <message>
        <source>Correct what is marked first.</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py</extracomment>
        <translation>Berichtigen Sie zuerst, was markiert ist.</translation>
    </message>
    <message>
        <source>Not saved yet: plain http needs your consent.</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py</extracomment>
        <translation>Noch nicht gespeichert: unverschlüsseltes http braucht Ihre Zustimmung.</translation>
    </message>
    <message>
        <source>With plain http nothing is encrypted: anyone on the way can read the documents and the key, and change what comes back. The server’s operator knows its https address.</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py</extracomment>
        <translation>Mit unverschlüsseltem http ist alles unterwegs offen lesbar: Wer auf dem Weg sitzt, kann Dokumente und Schlüssel mitlesen und ändern, was zurückkommt. Der Betreiber des Servers kennt seine https-Adresse.</translation>
    </message>
    <message>
        <source>Use https</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py</extracomment>
        <translation>https verwenden</translation>
    </message>
    <message>
        <source>Use plain http anyway</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py</extracomment>
        <translation>Trotzdem unverschlüsseltes http</translation>
    </message>
    <message>
        <source>New server</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py</extracomment>
        <translation>Neuer Server</translation>
    </message>
    <message>
        <source>Remove “{name}”? Its processes go with it, and its key, unless another server here has the same address. Batches that were sent there stay in the list.</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py</extracomment>
        <translation>„{name}“ entfernen? Seine Prozesse gehen mit, und sein Schlüssel, wenn hier kein anderer Server dieselbe Adresse hat. Stapel, die dorthin gesendet wurden, bleiben in der Liste.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py, signdesk/desktop/settings/process_presenter.py, signdesk/desktop/settings/secret_presenter.py</extracomment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove it</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py, signdesk/desktop/settings/process_presenter.py, signdesk/desktop/settings/secret_presenter.py</extracomment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <extracomment>signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Where things lie</source>
        <extracomment>signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Wo was liegt</translation>
    </message>
    <message>
        <source>List of batches</source>
        <extracomment>signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Liste der Stapel</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Wird nachgesehen…</translation>
    </message>
    <message>
        <source>For support</source>
        <extracomment>signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Für den Support</translation>
    </message>
    <message>
        <source>The text says what is on this page and how the servers are set up: no key, no password, no document.</source>
        <extracomment>signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Der Text sagt, was auf dieser Seite steht und wie die Server eingerichtet sind: kein Schlüssel, kein Passwort, kein Dokument.</translation>
    </message>
    <message>
        <source>Open: {name}</source>
        <extracomment>signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Öffnen: {name}</translation>
    </message>
    <message>
        <source>General</source>
        <extracomment>signdesk/desktop/settings/dialog.py</extracomment>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Notifications</source>
        <extracomment>signdesk/desktop/settings/dialog.py</extracomment>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <extracomment>signdesk/desktop/settings/dialog.py</extracomment>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Copy for IT</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Für die IT kopieren</translation>
    </message>
    <message>
        <source>Checking…</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Tell IT: {told}</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Für die IT: {told}</translation>
    </message>
    <message>
        <source>Proxy</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Connection</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Encryption</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Answer</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>works</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>works, but look at this</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>funktioniert, aber beachten Sie dies</translation>
    </message>
    <message>
        <source>fails</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>scheitert</translation>
    </message>
    <message>
        <source>This names the folder of somebody who is not known here.</source>
        <extracomment>signdesk/desktop/settings/fields.py, signdesk/storage/setting_kinds.py</extracomment>
        <translation>Dies nennt den Ordner von jemandem, der hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Name the whole way to it, or choose it.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Geben Sie den ganzen Weg dorthin an oder wählen Sie aus.</translation>
    </message>
    <message>
        <source>Give it a name, so that people can tell it from others.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Geben Sie ihm einen Namen, damit man ihn von anderen unterscheiden kann.</translation>
    </message>
    <message>
        <source>The name is longer than {most} characters.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Der Name ist länger als {most} Zeichen.</translation>
    </message>
    <message>
        <source>Enter the address of the server. The server’s operator knows it.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Geben Sie die Adresse des Servers ein. Der Betreiber des Servers kennt sie.</translation>
    </message>
    <message>
        <source>Enter the proxy’s address. It looks like proxy.example.com:3128.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Geben Sie die Adresse des Proxys ein. Sie sieht aus wie proxy.example.com:3128.</translation>
    </message>
    <message>
        <source>The user name for the proxy cannot hold a colon.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Der Benutzername für den Proxy darf keinen Doppelpunkt enthalten.</translation>
    </message>
    <message>
        <source>Choose the certificate that this key belongs to first.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Wählen Sie zuerst das Zertifikat, zu dem dieser Schlüssel gehört.</translation>
    </message>
    <message>
        <source>A number of megabytes above 0, or nothing where there is no limit.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Eine Zahl von Megabyte über 0, oder nichts, wo es keine Grenze gibt.</translation>
    </message>
    <message>
        <source>A whole number above 0, or nothing where there is no limit.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Eine ganze Zahl über 0, oder nichts, wo es keine Grenze gibt.</translation>
    </message>
    <message>
        <source>“{path}” could not be opened.</source>
        <extracomment>signdesk/desktop/settings/presenter.py, signdesk/desktop/settings/slips.py</extracomment>
        <translation>„{path}“ konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>{place} Saving this change replaces the whole file with what is shown here. What stands in it now is kept beside it as “{name}”.</source>
        <extracomment>signdesk/desktop/settings/presenter.py</extracomment>
        <translation>{place} Wenn diese Änderung gespeichert wird, ersetzt das, was hier zu sehen ist, die ganze Datei. Was jetzt darin steht, wird daneben als „{name}“ aufbewahrt.</translation>
    </message>
    <message>
        <source>Leave the file as it is</source>
        <extracomment>signdesk/desktop/settings/presenter.py</extracomment>
        <translation>Datei so lassen, wie sie ist</translation>
    </message>
    <message>
        <source>Replace the file</source>
        <extracomment>signdesk/desktop/settings/presenter.py</extracomment>
        <translation>Datei ersetzen</translation>
    </message>
    <message>
        <source>What is marked could not be saved. Close without it?</source>
        <extracomment>signdesk/desktop/settings/presenter.py</extracomment>
        <translation>Was markiert ist, konnte nicht gespeichert werden. Ohne Speichern schließen?</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <extracomment>signdesk/desktop/settings/presenter.py</extracomment>
        <translation>Zurück dorthin</translation>
    </message>
    <message>
        <source>Close without it</source>
        <extracomment>signdesk/desktop/settings/presenter.py</extracomment>
        <translation>Ohne Speichern schließen</translation>
    </message>
    <message>
        <source>The sentence is longer than {most} characters.</source>
        <extracomment>signdesk/desktop/settings/process_fields.py</extracomment>
        <translation>Der Satz ist länger als {most} Zeichen.</translation>
    </message>
    <message>
        <source>There is a process with the number {number} already.</source>
        <extracomment>signdesk/desktop/settings/process_fields.py</extracomment>
        <translation>Es gibt schon einen Prozess mit der Nummer {number}.</translation>
    </message>
    <message>
        <source>New process</source>
        <extracomment>signdesk/desktop/settings/process_presenter.py</extracomment>
        <translation>Neuer Prozess</translation>
    </message>
    <message>
        <source>Remove process {number} from this list? On the server it stays, and batches that were sealed with it stay in the list.</source>
        <extracomment>signdesk/desktop/settings/process_presenter.py</extracomment>
        <translation>Prozess {number} aus dieser Liste entfernen? Auf dem Server bleibt er, und Stapel, die mit ihm versiegelt wurden, bleiben in der Liste.</translation>
    </message>
    <message>
        <source>Processes</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Server</source>
        <extracomment>signdesk/desktop/settings/processes_page.py, signdesk/desktop/settings/server_page.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Server</translation>
    </message>
    <message>
        <source>Add a process</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Prozess hinzufügen</translation>
    </message>
    <message>
        <source>Offer first</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Zuerst anbieten</translation>
    </message>
    <message>
        <source>Set up a server first; its processes belong to it.</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Richten Sie zuerst einen Server ein; seine Prozesse gehören zu ihm.</translation>
    </message>
    <message>
        <source>The server cannot list its processes. The server’s operator knows the numbers and what they do.</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Der Server kann seine Prozesse nicht aufzählen. Der Betreiber des Servers kennt die Nummern und weiß, was sie tun.</translation>
    </message>
    <message>
        <source>{name} (offered first)</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>{name} (zuerst angeboten)</translation>
    </message>
    <message>
        <source>Number</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>What it does</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Was er tut</translation>
    </message>
    <message>
        <source>Seals</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Versiegelt</translation>
    </message>
    <message>
        <source>Checks seals</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Prüft Siegel</translation>
    </message>
    <message>
        <source>Time-stamps</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Setzt Zeitstempel</translation>
    </message>
    <message>
        <source>The server’s operator gives it to you.</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Der Betreiber des Servers gibt sie Ihnen.</translation>
    </message>
    <message>
        <source>One sentence about it</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Ein Satz darüber</translation>
    </message>
    <message>
        <source>Qualified e-seal with time stamp</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Qualifiziertes E-Siegel mit Zeitstempel</translation>
    </message>
    <message>
        <source>Its server changes documents before it seals them</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Der Server ändert Dokumente, bevor er sie versiegelt</translation>
    </message>
    <message>
        <source>It may put a stamp on a page, or add one. If every page that was sent is found again, such a document counts as sealed. Otherwise you are asked to look at it.</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Er kann einen Stempel auf eine Seite setzen oder eine Seite hinzufügen. Wird jede gesendete Seite wiedergefunden, gilt ein solches Dokument als versiegelt. Sonst werden Sie gebeten, es anzusehen.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <extracomment>signdesk/desktop/settings/rows.py</extracomment>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose: {name}</source>
        <extracomment>signdesk/desktop/settings/rows.py</extracomment>
        <translation>Wählen: {name}</translation>
    </message>
    <message>
        <source>It belongs to one address, so it is asked for again at another one.</source>
        <extracomment>signdesk/desktop/settings/secret_presenter.py</extracomment>
        <translation>Das gehört zu einer einzigen Adresse; bei einer anderen wird erneut danach gefragt.</translation>
    </message>
    <message>
        <source>Remove what is kept? It cannot be shown or brought back; SignDesk will ask for it again.</source>
        <extracomment>signdesk/desktop/settings/secret_presenter.py</extracomment>
        <translation>Entfernen, was hinterlegt ist? Es kann nicht gezeigt oder zurückgeholt werden; SignDesk wird erneut danach fragen.</translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Im Schlüsselbund behalten</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Nur für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>signdesk/desktop/settings/secret_row.py, signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change: {what}</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Ändern: {what}</translation>
    </message>
    <message>
        <source>Remove: {what}</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Entfernen: {what}</translation>
    </message>
    <message>
        <source>Asking the keyring…</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Der Schlüsselbund wird gefragt…</translation>
    </message>
    <message>
        <source>Type it first.</source>
        <extracomment>signdesk/desktop/settings/secret_row.py, signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Bitte geben Sie es zuerst ein.</translation>
    </message>
    <message>
        <source>Enter…</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Eingeben…</translation>
    </message>
    <message>
        <source>{what}: asking the keyring…</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>{what}: Der Schlüsselbund wird gefragt…</translation>
    </message>
    <message>
        <source>{what}: none is kept yet.</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>{what}: noch nicht hinterlegt.</translation>
    </message>
    <message>
        <source>{what}: kept for this session only.</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>{what}: nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>{what}: kept in the keyring.</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>{what}: im Schlüsselbund hinterlegt.</translation>
    </message>
    <message>
        <source>{what}: not known.</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>{what}: nicht bekannt.</translation>
    </message>
    <message>
        <source>Advanced…</source>
        <extracomment>signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Erweitert…</translation>
    </message>
    <message>
        <source>Plain http: anyone on the way can read the documents and the key. Someone here allowed it.</source>
        <extracomment>signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Unverschlüsseltes http: Wer auf dem Weg sitzt, kann Dokumente und Schlüssel mitlesen. Jemand hat das hier erlaubt.</translation>
    </message>
    <message>
        <source>The way to the server</source>
        <extracomment>signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Der Weg zum Server</translation>
    </message>
    <message>
        <source>Certificates</source>
        <extracomment>signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>What this server expects</source>
        <extracomment>signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Was dieser Server erwartet</translation>
    </message>
    <message>
        <source>What one batch may hold there</source>
        <extracomment>signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Was ein Stapel dort enthalten darf</translation>
    </message>
    <message>
        <source>Servers</source>
        <extracomment>signdesk/desktop/settings/server_page.py</extracomment>
        <translation>Server</translation>
    </message>
    <message>
        <source>Add a server</source>
        <extracomment>signdesk/desktop/settings/server_page.py</extracomment>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Use at start</source>
        <extracomment>signdesk/desktop/settings/server_page.py</extracomment>
        <translation>Beim Start verwenden</translation>
    </message>
    <message>
        <source>No server is set up yet. The server’s operator knows its address.</source>
        <extracomment>signdesk/desktop/settings/server_page.py</extracomment>
        <translation>Es ist noch kein Server eingerichtet. Der Betreiber des Servers kennt seine Adresse.</translation>
    </message>
    <message>
        <source>{name} (not saved yet: it needs an address)</source>
        <extracomment>signdesk/desktop/settings/server_page.py</extracomment>
        <translation>{name} (noch nicht gespeichert: braucht eine Adresse)</translation>
    </message>
    <message>
        <source>{name} (used at start)</source>
        <extracomment>signdesk/desktop/settings/server_page.py</extracomment>
        <translation>{name} (beim Start verwendet)</translation>
    </message>
    <message>
        <source>This server was removed meanwhile.</source>
        <extracomment>signdesk/desktop/settings/settings_writer.py</extracomment>
        <translation>Dieser Server wurde inzwischen entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n more such lines.</source>
        <extracomment>signdesk/desktop/settings/slips.py; for one: There is %n more such line.</extracomment>
        <translation>
            <numerusform>Es gibt %n weitere solche Zeile.</numerusform>
            <numerusform>Es gibt %n weitere solche Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Until this is corrected, nothing is deleted: no copy on a server, no batch in the list.</source>
        <extracomment>signdesk/desktop/settings/slips.py</extracomment>
        <translation>Bis das berichtigt ist, wird nichts gelöscht: keine Kopie auf einem Server, kein Stapel in der Liste.</translation>
    </message>
    <message>
        <source>Nothing is sealed until the line named above is corrected.</source>
        <extracomment>signdesk/desktop/settings/slips.py</extracomment>
        <translation>Es wird nichts versiegelt, bis die oben genannte Zeile berichtigt ist.</translation>
    </message>
    <message>
        <source>Saving</source>
        <extracomment>signdesk/desktop/settings/table_pages.py</extracomment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Where none is named: {folder}</source>
        <extracomment>signdesk/desktop/settings/table_pages.py</extracomment>
        <translation>Wo keiner genannt ist: {folder}</translation>
    </message>
    <message>
        <source>Parts that are filled in: {names}</source>
        <extracomment>signdesk/desktop/settings/table_pages.py</extracomment>
        <translation>Teile, die ausgefüllt werden: {names}</translation>
    </message>
    <message>
        <source>For example: {name}</source>
        <extracomment>signdesk/desktop/settings/table_pages.py</extracomment>
        <translation>Zum Beispiel: {name}</translation>
    </message>
    <message>
        <source>Privacy</source>
        <extracomment>signdesk/desktop/settings/table_pages.py</extracomment>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>On this computer SignDesk keeps the list of batches: names, sizes and fingerprints of your documents, when they were sealed and by which process. The documents themselves stay where they are; only a result that could not be trusted is put aside here. Keys and passwords are kept in the keyring of this computer, or for this session only, and never in a file.</source>
        <extracomment>signdesk/desktop/settings/table_pages.py</extracomment>
        <translation>Auf diesem Computer führt SignDesk die Liste der Stapel: Namen, Größen und Fingerabdrücke Ihrer Dokumente, wann sie versiegelt wurden und durch welchen Prozess. Die Dokumente selbst bleiben, wo sie sind; nur ein Ergebnis, dem nicht zu trauen war, wird hier beiseitegelegt. Schlüssel und Passwörter stehen im Schlüsselbund dieses Computers oder gelten nur für diese Sitzung, und stehen nie in einer Datei.</translation>
    </message>
    <message>
        <source>OK</source>
        <extracomment>signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>OK</translation>
    </message>
    <message>
        <source>Sign in</source>
        <extracomment>signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Use it</source>
        <extracomment>signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>{count} B</source>
        <extracomment>signdesk/desktop/toolkit/formats.py</extracomment>
        <translation>{count} B</translation>
    </message>
    <message>
        <source>{date}, {clock}</source>
        <extracomment>signdesk/desktop/toolkit/formats.py</extracomment>
        <translation>{date}, {clock}</translation>
    </message>
    <message>
        <source>just now</source>
        <extracomment>signdesk/desktop/toolkit/formats.py</extracomment>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>{count} s ago</source>
        <extracomment>signdesk/desktop/toolkit/formats.py</extracomment>
        <translation>vor {count} s</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <extracomment>signdesk/desktop/toolkit/formats.py</extracomment>
        <translation>vor {count} min</translation>
    </message>
    <message>
        <source>{count} h ago</source>
        <extracomment>signdesk/desktop/toolkit/formats.py</extracomment>
        <translation>vor {count} h</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <extracomment>signdesk/desktop/toolkit/formats.py; for one: %n day ago</extracomment>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them changed by the server</source>
        <extracomment>signdesk/domain/batch_summary.py; for one: %n of them changed by the server</extracomment>
        <translation>
            <numerusform>%n davon vom Server geändert</numerusform>
            <numerusform>%n davon vom Server geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them changed by the server and accepted by a person</source>
        <extracomment>signdesk/domain/batch_summary.py; for one: %n of them changed by the server and accepted by a person</extracomment>
        <translation>
            <numerusform>%n davon vom Server geändert und von einer Person angenommen</numerusform>
            <numerusform>%n davon vom Server geändert und von einer Person angenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed by the server: look at them</source>
        <extracomment>signdesk/domain/batch_summary.py; for one: %n changed by the server: look at it</extracomment>
        <translation>
            <numerusform>%n vom Server geändert: ansehen</numerusform>
            <numerusform>%n vom Server geändert: ansehen</numerusform>
        </translation>
    </message>
    <message>
        <source>{good} of {total} checked by the server</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>{good} von {total} vom Server geprüft</translation>
    </message>
    <message>
        <source>{good} of {total} {word}</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>{good} von {total} {word}</translation>
    </message>
    <message>
        <source>{good} of {total} {word}, {unchecked} not checked</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>{good} von {total} {word}, {unchecked} nicht geprüft</translation>
    </message>
    <message>
        <source>{good} of {total} {word} and checked</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>{good} von {total} {word} und geprüft</translation>
    </message>
    <message>
        <source>time-stamped</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>mit Zeitstempel versehen</translation>
    </message>
    <message>
        <source>sealed or time-stamped</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>versiegelt oder mit Zeitstempel</translation>
    </message>
    <message>
        <source>sealed</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>versiegelt</translation>
    </message>
    <message>
        <source>The other copy of SignDesk's data folder shows what becomes of it.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Was daraus wird, zeigt die andere Kopie des Datenordners von SignDesk.</translation>
    </message>
    <message>
        <source>Your own documents are untouched.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Ihre eigenen Dokumente sind unberührt.</translation>
    </message>
    <message>
        <source>Nothing has been sealed.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Es wurde nichts versiegelt.</translation>
    </message>
    <message>
        <source>Sealing was started and goes on at the server; SignDesk keeps the batch and fetches it later.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Das Versiegeln wurde begonnen und geht auf dem Server weiter; SignDesk behält den Stapel und holt ihn später ab.</translation>
    </message>
    <message>
        <source>The sealed documents are still on the server; nothing is lost.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Die versiegelten Dokumente sind noch auf dem Server; es ging nichts verloren.</translation>
    </message>
    <message>
        <source>Your saved file is complete.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Ihre gespeicherte Datei ist vollständig.</translation>
    </message>
    <message>
        <source>It is not yet known whether sealing began. SignDesk will ask the server and not start it twice.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Es ist noch nicht bekannt, ob das Versiegeln begonnen hat. SignDesk fragt den Server und startet es nicht zweimal.</translation>
    </message>
    <message>
        <source>Nothing is lost, but the documents may have been sealed twice.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Es ging nichts verloren, aber die Dokumente wurden vielleicht zweimal versiegelt.</translation>
    </message>
    <message>
        <source>Nothing is lost, and nothing has been sealed twice.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Es ging nichts verloren, und nichts wurde zweimal versiegelt.</translation>
    </message>
    <message>
        <source>Stopped before sealing began.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Angehalten, bevor das Versiegeln begann.</translation>
    </message>
    <message>
        <source>The result is saved. The server's copy was not deleted yet.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Das Ergebnis ist gespeichert. Die Kopie des Servers wurde noch nicht gelöscht.</translation>
    </message>
    <message>
        <source>SignDesk no longer waits for this batch. The server was told to seal it, and keeps the result.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>SignDesk wartet nicht mehr auf diesen Stapel. Der Server hat den Auftrag, ihn zu versiegeln, und behält das Ergebnis.</translation>
    </message>
    <message>
        <source>Something went wrong inside SignDesk itself. The batch is kept as it is; a new try goes on from its last sure step.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>In SignDesk selbst ist etwas schiefgegangen. Der Stapel bleibt, wie er ist; ein neuer Versuch macht beim letzten sicheren Schritt weiter.</translation>
    </message>
    <message>
        <source>Only a proxy that is named here has a password of its own.</source>
        <extracomment>signdesk/domain/connections.py</extracomment>
        <translation>Nur ein hier genannter Proxy hat ein eigenes Passwort.</translation>
    </message>
    <message>
        <source>Leave the user name out of the proxy's address: it has a field of its own.</source>
        <extracomment>signdesk/domain/connections.py</extracomment>
        <translation>Lassen Sie den Benutzernamen in der Adresse des Proxys weg: Er hat ein eigenes Feld.</translation>
    </message>
    <message>
        <source>“{text}” is not the address of a proxy. It looks like proxy.example.com:3128.</source>
        <extracomment>signdesk/domain/connections.py</extracomment>
        <translation>„{text}“ ist nicht die Adresse eines Proxys. Sie sieht aus wie proxy.example.com:3128.</translation>
    </message>
    <message>
        <source>“{name}” is too large: this server takes {size} at once.</source>
        <extracomment>signdesk/domain/connections.py</extracomment>
        <translation>„{name}“ ist zu groß: Dieser Server nimmt {size} auf einmal.</translation>
    </message>
    <message>
        <source>“{name}” was changed or removed after it was added, so it was not sealed.</source>
        <extracomment>signdesk/domain/errors.py</extracomment>
        <translation>„{name}“ wurde geändert oder entfernt, nachdem es hinzugefügt wurde, und darum nicht versiegelt.</translation>
    </message>
    <message>
        <source>The file name is empty. “{usual}” is the usual one.</source>
        <extracomment>signdesk/domain/file_names.py</extracomment>
        <translation>Der Dateiname ist leer. „{usual}“ ist der übliche.</translation>
    </message>
    <message>
        <source>The file name is longer than {most} characters.</source>
        <extracomment>signdesk/domain/file_names.py</extracomment>
        <translation>Der Dateiname ist länger als {most} Zeichen.</translation>
    </message>
    <message>
        <source>“{part}” is not a part of a file name that SignDesk knows: {known}.</source>
        <extracomment>signdesk/domain/file_names.py</extracomment>
        <translation>„{part}“ ist kein Teil eines Dateinamens, den SignDesk kennt: {known}.</translation>
    </message>
    <message>
        <source>A “{” or “}” stands alone in the file name; they go around a part: {part}.</source>
        <extracomment>signdesk/domain/file_names.py</extracomment>
        <translation>Eine „{“ oder „}“ steht allein im Dateinamen; sie umschließen einen Teil: {part}.</translation>
    </message>
    <message>
        <source>A file name cannot hold “{letter}”.</source>
        <extracomment>signdesk/domain/file_names.py</extracomment>
        <translation>Ein Dateiname darf kein „{letter}“ enthalten.</translation>
    </message>
    <message>
        <source>A file name cannot hold “character {number}”.</source>
        <extracomment>signdesk/domain/file_names.py</extracomment>
        <translation>Ein Dateiname darf nicht „Zeichen {number}“ enthalten.</translation>
    </message>
    <message>
        <source>Compared page by page: {findings}.</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>Seite für Seite verglichen: {findings}.</translation>
    </message>
    <message>
        <source>page {page} looks the same</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>Seite {page} sieht gleich aus</translation>
    </message>
    <message>
        <source>pages {pages} look the same</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>die Seiten {pages} sehen gleich aus</translation>
    </message>
    <message>
        <source>page {page} has the same words in another font</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>Seite {page} hat dieselben Wörter in anderer Schrift</translation>
    </message>
    <message>
        <source>pages {pages} have the same words in another font</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>die Seiten {pages} haben dieselben Wörter in anderer Schrift</translation>
    </message>
    <message>
        <source>a stamp on page {page}</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>ein Stempel auf Seite {page}</translation>
    </message>
    <message>
        <source>a stamp on pages {pages}</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>ein Stempel auf den Seiten {pages}</translation>
    </message>
    <message>
        <source>the picture of the seal on page {page}</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>das Bild des Siegels auf Seite {page}</translation>
    </message>
    <message>
        <source>the picture of the seal on pages {pages}</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>das Bild des Siegels auf den Seiten {pages}</translation>
    </message>
    <message>
        <source>page {page} looks different</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>Seite {page} sieht anders aus</translation>
    </message>
    <message>
        <source>pages {pages} look different</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>die Seiten {pages} sehen anders aus</translation>
    </message>
    <message>
        <source>page {page} is new</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>Seite {page} ist neu</translation>
    </message>
    <message>
        <source>pages {pages} are new</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>die Seiten {pages} sind neu</translation>
    </message>
    <message>
        <source>page {page} of what was sent is not found again</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>Seite {page} des Gesendeten fehlt</translation>
    </message>
    <message>
        <source>pages {pages} of what was sent are not found again</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>die Seiten {pages} des Gesendeten fehlen</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>“Changed by the server” means: the seal is intact over the file that came back, but the server had changed the file before it sealed it.</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>„Vom Server geändert“ heißt: Das Siegel ist unversehrt und gilt für die zurückgekommene Datei, aber der Server hatte die Datei geändert, bevor er sie versiegelte.</translation>
    </message>
    <message>
        <source>Receipt: {what}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Beleg: {what}</translation>
    </message>
    <message>
        <source>Also in the ZIP</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Außerdem im ZIP</translation>
    </message>
    <message>
        <source>“Sealed” and “intact” mean: SignDesk has looked into the returned file and found a seal that is cryptographically intact over exactly the bytes that were sent. “Known issuer” means: its certificate leads to an issuer that this computer or the connection’s CA file knows. Nobody was asked whether the certificate was revoked.</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>„Versiegelt“ und „unversehrt“ bedeuten: SignDesk hat in die zurückgekommene Datei hineingesehen und ein Siegel gefunden, das über genau den gesendeten Bytes kryptografisch unversehrt ist. „Bekannter Aussteller“ bedeutet: Sein Zertifikat führt zu einem Aussteller, den dieser Computer oder die CA-Datei der Verbindung kennt. Niemand wurde gefragt, ob das Zertifikat widerrufen wurde.</translation>
    </message>
    <message>
        <source>Made by {program}, {moment}.</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Erstellt von {program}, {moment}.</translation>
    </message>
    <message>
        <source>the server keeps its copy</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>der Server behält seine Kopie</translation>
    </message>
    <message>
        <source>not yet</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Number on the server</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Nummer auf dem Server</translation>
    </message>
    <message>
        <source>Ordered</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>In Auftrag gegeben</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Auftrag von</translation>
    </message>
    <message>
        <source>Deleted from the server</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Vom Server gelöscht</translation>
    </message>
    <message>
        <source>Number in SignDesk</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Nummer in SignDesk</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <extracomment>signdesk/domain/receipt_page.py; for one: %n byte</extracomment>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>looked at and accepted by {who}, {moment}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>angesehen und angenommen von {who}, {moment}</translation>
    </message>
    <message>
        <source>by {signer}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>von {signer}</translation>
    </message>
    <message>
        <source>time stamp {moment} by {whom}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Zeitstempel {moment} von {whom}</translation>
    </message>
    <message>
        <source>on {moment}, by its own claim</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>am {moment}, nach eigener Angabe</translation>
    </message>
    <message>
        <source>also signed by {names}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>außerdem unterzeichnet von {names}</translation>
    </message>
    <message>
        <source>also a seal that was not checked: {names}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>auch ein Siegel, das nicht geprüft wurde: {names}</translation>
    </message>
    <message>
        <source>also over documents that were not at hand: {names}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>auch über Dokumenten, die nicht zur Hand waren: {names}</translation>
    </message>
    <message>
        <source>certificate from {issuer}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Zertifikat von {issuer}</translation>
    </message>
    <message>
        <source>known issuer: {issuer}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>bekannter Aussteller: {issuer}</translation>
    </message>
    <message>
        <source>its issuer is not known to this computer</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>sein Aussteller ist diesem Computer nicht bekannt</translation>
    </message>
    <message>
        <source>valid until {moment}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>gültig bis {moment}</translation>
    </message>
    <message>
        <source>data in the seal says that the certificate was revoked</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>laut Daten im Siegel wurde das Zertifikat widerrufen</translation>
    </message>
    <message>
        <source>made with {method}, which no longer protects against forgery</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>mit {method} gemacht, das nicht mehr vor Fälschung schützt</translation>
    </message>
    <message>
        <source>by a certificate that is not one for time stamps</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>mit einem Zertifikat, das keines für Zeitstempel ist</translation>
    </message>
    <message>
        <source>an earlier signature, which allowed no changes, was broken by this seal</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>eine frühere Signatur, die keine Änderungen erlaubte, wurde durch dieses Siegel gebrochen</translation>
    </message>
    <message>
        <source>the certificate was not valid at the time of the time stamp</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>das Zertifikat war zur Zeit des Zeitstempels nicht gültig</translation>
    </message>
    <message>
        <source>the certificate was not valid at that time</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>das Zertifikat war zu dieser Zeit nicht gültig</translation>
    </message>
    <message>
        <source>Sealed and intact</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Versiegelt und unversehrt</translation>
    </message>
    <message>
        <source>Sealed, not checked</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Versiegelt, nicht geprüft</translation>
    </message>
    <message>
        <source>Time-stamped and intact</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Zeitstempel, unversehrt</translation>
    </message>
    <message>
        <source>Time-stamped, not checked</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Zeitstempel, nicht geprüft</translation>
    </message>
    <message>
        <source>In the container:</source>
        <extracomment>signdesk/domain/receipts.py</extracomment>
        <translation>Im Container:</translation>
    </message>
    <message>
        <source>under no seal</source>
        <extracomment>signdesk/domain/seal_facts.py</extracomment>
        <translation>unter keinem Siegel</translation>
    </message>
    <message numerus="yes">
        <source>%n more seals</source>
        <extracomment>signdesk/domain/seal_facts.py; for one: %n more seal</extracomment>
        <translation>
            <numerusform>noch %n Siegel</numerusform>
            <numerusform>noch %n Siegel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more documents</source>
        <extracomment>signdesk/domain/seal_facts.py; for one: %n more document</extracomment>
        <translation>
            <numerusform>%n weiteres Dokument</numerusform>
            <numerusform>%n weitere Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>time-stamped by “{authority}”, {moment}</source>
        <extracomment>signdesk/domain/seal_facts.py</extracomment>
        <translation>mit Zeitstempel von „{authority}“, {moment}</translation>
    </message>
    <message>
        <source>sealed by “{signer}”</source>
        <extracomment>signdesk/domain/seal_facts.py</extracomment>
        <translation>versiegelt von „{signer}“</translation>
    </message>
    <message>
        <source>sealed by “{signer}”, {moment}</source>
        <extracomment>signdesk/domain/seal_facts.py</extracomment>
        <translation>versiegelt von „{signer}“, {moment}</translation>
    </message>
    <message>
        <source>The certificate behind the time stamp is not one for time stamps: its time proves nothing.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Das Zertifikat hinter dem Zeitstempel ist keines für Zeitstempel: Seine Zeit beweist nichts.</translation>
    </message>
    <message>
        <source>Sealed by “{signer}”, intact over this document.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Von „{signer}“ versiegelt, unversehrt für dieses Dokument.</translation>
    </message>
    <message>
        <source>Sealed by an unnamed signer, intact over this document.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Von einem ungenannten Unterzeichner versiegelt, unversehrt für dieses Dokument.</translation>
    </message>
    <message>
        <source>Time by a time stamp from “{authority}”: {date} at {time}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Zeit laut Zeitstempel von „{authority}“: {date} um {time}.</translation>
    </message>
    <message>
        <source>Time by its own claim: {date} at {time}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Zeit nach eigener Angabe: {date} um {time}.</translation>
    </message>
    <message>
        <source>Time-stamped by “{authority}” on {date} at {time}, intact over this document. A time stamp alone is no seal.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Von „{authority}“ am {date} um {time} mit einem Zeitstempel versehen, unversehrt für dieses Dokument. Ein Zeitstempel allein ist kein Siegel.</translation>
    </message>
    <message>
        <source>Level B-B, basic: nobody but the seal itself says when it was made.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Stufe B-B, Grundstufe: Nur das Siegel selbst sagt, wann es entstand.</translation>
    </message>
    <message>
        <source>Level B-T, time-stamped: a time stamp says when it was there at the latest.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Stufe B-T, mit Zeitstempel: Ein Zeitstempel sagt, wann es spätestens da war.</translation>
    </message>
    <message>
        <source>Level B-LT, long-term: it brings along what its certificate is checked by in later years.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Stufe B-LT, langfristig: Es enthält, womit sein Zertifikat in späteren Jahren geprüft wird.</translation>
    </message>
    <message>
        <source>Level B-LTA, archive: a further time stamp keeps it provable over decades.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Stufe B-LTA, Archiv: Ein weiterer Zeitstempel hält es über Jahrzehnte beweisbar.</translation>
    </message>
    <message>
        <source>Data in the seal says that its certificate was revoked.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Laut Daten im Siegel wurde sein Zertifikat widerrufen.</translation>
    </message>
    <message>
        <source>It was certified before, with no changes allowed: this seal broke that signature.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Das Dokument war vorher zertifiziert, ohne dass Änderungen erlaubt waren: Dieses Siegel hat jene Signatur gebrochen.</translation>
    </message>
    <message>
        <source>It is made with {method}, an old method that no longer protects against forgery.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Es ist mit {method} gemacht, einem alten Verfahren, das nicht mehr vor Fälschung schützt.</translation>
    </message>
    <message>
        <source>Also signed by: {names}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Außerdem unterzeichnet von: {names}.</translation>
    </message>
    <message>
        <source>It is over the text and the attachments of the mail, not over its sender, recipients, date and subject.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Es umfasst den Text und die Anhänge der E-Mail, nicht aber Absender, Empfänger, Datum und Betreff.</translation>
    </message>
    <message>
        <source>It also holds a seal that could not be checked: {names}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Es trägt auch ein Siegel, das nicht geprüft werden konnte: {names}.</translation>
    </message>
    <message>
        <source>It is also over documents that are not here, and were not checked: {names}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Es umfasst auch Dokumente, die nicht hier sind und nicht geprüft wurden: {names}.</translation>
    </message>
    <message>
        <source>Data in the seal says that the time stamp's certificate was revoked.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Daten im Siegel sagen, dass das Zertifikat des Zeitstempels widerrufen wurde.</translation>
    </message>
    <message>
        <source>The time stamp's certificate was not valid at its own time, only from {start} to {end}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Das Zertifikat des Zeitstempels war zu dessen Zeit nicht gültig, nur von {start} bis {end}.</translation>
    </message>
    <message>
        <source>The time stamp is made with {method}, an old method that no longer protects against forgery.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Der Zeitstempel ist mit {method} gemacht, einem alten Verfahren, das nicht mehr vor Fälschung schützt.</translation>
    </message>
    <message>
        <source>The time stamp's issuer is known to this computer: {issuer}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Der Aussteller des Zeitstempel-Zertifikats ist diesem Computer bekannt: {issuer}.</translation>
    </message>
    <message>
        <source>The time stamp's certificate was issued by its own holder, whom this computer does not know.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Das Zertifikat des Zeitstempels hat sein Inhaber selbst ausgestellt, den dieser Computer nicht kennt.</translation>
    </message>
    <message>
        <source>The time stamp's issuer is not known to this computer: {issuer}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Der Aussteller des Zeitstempel-Zertifikats ist diesem Computer nicht bekannt: {issuer}.</translation>
    </message>
    <message>
        <source>Its certificate was not valid at the time of the time stamp, only from {start} to {end}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Sein Zertifikat war zur Zeit des Zeitstempels nicht gültig, nur vom {start} bis zum {end}.</translation>
    </message>
    <message>
        <source>Its certificate was not valid at that time, only from {start} to {end}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Sein Zertifikat war zu dieser Zeit nicht gültig, nur vom {start} bis zum {end}.</translation>
    </message>
    <message>
        <source>Its issuer is known to this computer: {issuer}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Sein Aussteller ist diesem Computer bekannt: {issuer}.</translation>
    </message>
    <message>
        <source>Its certificate was issued by its own holder, whom this computer does not know.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Sein Zertifikat hat der Inhaber sich selbst ausgestellt; diesem Computer ist er nicht bekannt.</translation>
    </message>
    <message>
        <source>Its issuer is not known to this computer: {issuer}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Sein Aussteller ist diesem Computer nicht bekannt: {issuer}.</translation>
    </message>
    <message>
        <source>A server address must not hold a user name or password.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>Die Adresse eines Servers darf keinen Benutzernamen und kein Passwort enthalten.</translation>
    </message>
    <message>
        <source>“{host}” would be reached by plain http, where anyone on the way can read everything. Use https.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>„{host}“ würde über unverschlüsseltes http erreicht, wo jeder auf dem Weg alles mitlesen kann. Verwenden Sie https.</translation>
    </message>
    <message>
        <source>“{text}” is not an address: a port is a number from 1 to 65535.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>„{text}“ ist keine Adresse: Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>“{text}” cannot be the name of the API key's header.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>„{text}“ kann nicht der Name der Kopfzeile für den API-Schlüssel sein.</translation>
    </message>
    <message>
        <source>“{text}” is not a server address. It looks like https://seal.example.com.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>„{text}“ ist keine Serveradresse. Sie sieht aus wie https://seal.example.com.</translation>
    </message>
    <message>
        <source>“{text}…” is no server address: leave out everything from “?” or “#” on.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>„{text}…“ ist keine Serveradresse: Lassen Sie alles ab „?“ oder „#“ weg.</translation>
    </message>
    <message>
        <source>“{host}” is not a server address: it looks like an IP address cut short.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>„{host}“ ist keine Serveradresse: Das sieht aus wie eine abgeschnittene IP-Adresse.</translation>
    </message>
    <message>
        <source>“{host}” is a link-local address, which SignDesk never talks to.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>„{host}“ ist eine Link-local-Adresse, mit der SignDesk nie spricht.</translation>
    </message>
    <message>
        <source>Process {number}</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>Prozess {number}</translation>
    </message>
    <message>
        <source>The server still shows the batch as not started (“{status}”).</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Der Server zeigt den Stapel noch als nicht begonnen („{status}“).</translation>
    </message>
    <message>
        <source>The server does not say clearly (“{status}”).</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Der Server sagt es nicht deutlich („{status}“).</translation>
    </message>
    <message>
        <source>The answer to the order to start sealing was lost or could not be read, so it is not known whether sealing began.</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Die Antwort auf den Auftrag zum Versiegeln ging verloren oder war nicht zu lesen; darum ist nicht bekannt, ob das Versiegeln begonnen hat.</translation>
    </message>
    <message>
        <source>Ask the server’s operator, or decide yourself whether sealing is to be started again.</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Fragen Sie den Betreiber des Servers, oder entscheiden Sie selbst, ob das Versiegeln erneut begonnen werden soll.</translation>
    </message>
    <message>
        <source>The server no longer knows this batch, so SignDesk cannot tell whether sealing began. Ask the server’s operator before these documents are sealed again.</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Der Server kennt diesen Stapel nicht mehr, darum kann SignDesk nicht sagen, ob das Versiegeln begonnen hat. Fragen Sie den Betreiber des Servers, bevor diese Dokumente erneut versiegelt werden.</translation>
    </message>
    <message>
        <source>The server refused to start sealing; it was asked in each known form.</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Der Server hat abgelehnt, mit dem Versiegeln zu beginnen; er wurde in jeder bekannten Form gebeten.</translation>
    </message>
    <message>
        <source>The server refused to start sealing; it was asked in the form “{form}”.</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Der Server hat abgelehnt, mit dem Versiegeln zu beginnen; er wurde in der Form „{form}“ gebeten.</translation>
    </message>
    <message>
        <source>The server’s operator can tell how AcceptBatch wants the batch number.</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Der Betreiber des Servers kann sagen, wie AcceptBatch die Stapelnummer haben will.</translation>
    </message>
    <message>
        <source>SignDesk’s list of batches is not open.</source>
        <extracomment>signdesk/jobs/async_journal.py</extracomment>
        <translation>Die Liste der Stapel von SignDesk ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>It came back changed, in a form whose seal cannot be checked yet.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Es kam verändert zurück, in einer Form, deren Siegel noch nicht geprüft werden kann.</translation>
    </message>
    <message>
        <source>A seal file lies beside it; this kind cannot be checked yet</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Eine Siegeldatei liegt daneben; diese Art kann noch nicht geprüft werden</translation>
    </message>
    <message>
        <source>Its seal is intact, but not over the file that was sent: the server changed the file before it sealed it, or it is another document.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Sein Siegel ist unversehrt, gilt aber nicht für die gesendete Datei: Der Server hat die Datei vor dem Versiegeln geändert, oder es ist ein anderes Dokument.</translation>
    </message>
    <message>
        <source>It is missing from what came back.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Es fehlt in dem, was zurückkam.</translation>
    </message>
    <message>
        <source>It came back without a seal.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Es kam ohne Siegel zurück.</translation>
    </message>
    <message>
        <source>Checked by the server: see its report</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Vom Server geprüft: siehe seinen Bericht</translation>
    </message>
    <message>
        <source>No report about it came back.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Es kam kein Bericht darüber zurück.</translation>
    </message>
    <message>
        <source>Another document came back under its name: “{name}”.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Unter seinem Namen kam ein anderes Dokument zurück: „{name}“.</translation>
    </message>
    <message>
        <source>The server swapped the names: it came back as “{name}”.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Der Server hat die Namen vertauscht: Es kam als „{name}“ zurück.</translation>
    </message>
    <message>
        <source>It came back in another form, whose seal cannot be checked yet.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Es kam in anderer Form zurück, deren Siegel noch nicht geprüft werden kann.</translation>
    </message>
    <message>
        <source>It came back with a seal that is not intact over this document.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Es kam mit einem Siegel zurück, das über diesem Dokument nicht unversehrt ist.</translation>
    </message>
    <message>
        <source>It came back in a form whose seal cannot be checked.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Es kam in einer Form zurück, deren Siegel nicht geprüft werden kann.</translation>
    </message>
    <message numerus="yes">
        <source>The result arrived damaged %n times, each time in another way.</source>
        <extracomment>signdesk/jobs/download_step.py; for one: The result arrived damaged.</extracomment>
        <translation>
            <numerusform>Das Ergebnis kam beschädigt an.</numerusform>
            <numerusform>Das Ergebnis kam %n-mal beschädigt an, jedes Mal auf andere Weise.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something between here and the server may be changing it; try again later.</source>
        <extracomment>signdesk/jobs/download_step.py</extracomment>
        <translation>Vielleicht verändert es etwas zwischen hier und dem Server; versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The server says that sealing is finished, but does not hand out the result (not found). Ask the server’s operator for batch number {number} before these documents are sealed again.</source>
        <extracomment>signdesk/jobs/download_step.py</extracomment>
        <translation>Der Server sagt, das Versiegeln sei beendet, gibt das Ergebnis aber nicht heraus (nicht gefunden). Fragen Sie den Betreiber des Servers nach Stapelnummer {number}, bevor diese Dokumente erneut versiegelt werden.</translation>
    </message>
    <message>
        <source>Ask the server’s operator, or fetch it again.</source>
        <extracomment>signdesk/jobs/download_step.py</extracomment>
        <translation>Fragen Sie den Betreiber des Servers, oder holen Sie es erneut ab.</translation>
    </message>
    <message>
        <source>What came back is saved as it is. Look at it and ask the server’s operator, or fetch it again. The server's copy was not deleted.</source>
        <extracomment>signdesk/jobs/download_step.py</extracomment>
        <translation>Was zurückkam, ist unverändert gespeichert. Sehen Sie es sich an und fragen Sie den Betreiber des Servers, oder rufen Sie es noch einmal ab. Die Kopie des Servers wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>It was not saved as a result, and could not be put aside either: {why}</source>
        <extracomment>signdesk/jobs/download_step.py</extracomment>
        <translation>Es wurde nicht als Ergebnis gespeichert und konnte auch nicht beiseitegelegt werden: {why}</translation>
    </message>
    <message>
        <source>It was put aside and not saved in your folder. The server's copy was not deleted. Fetch it again, ask the server’s operator, or save it anyway.</source>
        <extracomment>signdesk/jobs/download_step.py</extracomment>
        <translation>Es wurde beiseitegelegt und nicht in Ihrem Ordner gespeichert. Die Kopie des Servers wurde nicht gelöscht. Rufen Sie es noch einmal ab, fragen Sie den Betreiber des Servers, oder speichern Sie es trotzdem.</translation>
    </message>
    <message>
        <source>It could not be checked on this computer.</source>
        <extracomment>signdesk/jobs/entry_checks.py</extracomment>
        <translation>Es konnte auf diesem Computer nicht geprüft werden.</translation>
    </message>
    <message>
        <source>The server is not reached.</source>
        <extracomment>signdesk/jobs/job_context.py</extracomment>
        <translation>Der Server ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>The batch goes on once that is connected again; you can also choose another folder.</source>
        <extracomment>signdesk/jobs/job_context.py</extracomment>
        <translation>Der Stapel macht weiter, sobald die Verbindung wieder besteht; Sie können auch einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>SignDesk tries again by itself; nothing is lost.</source>
        <extracomment>signdesk/jobs/job_context.py</extracomment>
        <translation>SignDesk versucht es von selbst wieder; es geht nichts verloren.</translation>
    </message>
    <message>
        <source>The server asked for a pause until {time}.</source>
        <extracomment>signdesk/jobs/job_context.py</extracomment>
        <translation>Der Server hat um eine Pause bis {time} gebeten.</translation>
    </message>
    <message>
        <source>The server said: “{words}”.</source>
        <extracomment>signdesk/jobs/job_context.py</extracomment>
        <translation>Der Server sagte: „{words}“.</translation>
    </message>
    <message numerus="yes">
        <source>%n documents could not be checked on this computer.</source>
        <extracomment>signdesk/jobs/not_compared.py; for one: A document could not be checked on this computer.</extracomment>
        <translation>
            <numerusform>Ein Dokument konnte auf diesem Computer nicht geprüft werden.</numerusform>
            <numerusform>%n Dokumente konnten auf diesem Computer nicht geprüft werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server changed %n documents before it sealed them, and their pages could not be compared on this computer.</source>
        <extracomment>signdesk/jobs/not_compared.py; for one: The server changed a document before it sealed it, and its pages could not be compared on this computer.</extracomment>
        <translation>
            <numerusform>Der Server hat ein Dokument vor dem Versiegeln geändert, und seine Seiten ließen sich auf diesem Computer nicht vergleichen.</numerusform>
            <numerusform>Der Server hat %n Dokumente vor dem Versiegeln geändert, und ihre Seiten ließen sich auf diesem Computer nicht vergleichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What came back is saved as it is, and the server's copy was not deleted. Close other programs if memory is short, then compare again.</source>
        <extracomment>signdesk/jobs/not_compared.py</extracomment>
        <translation>Was zurückkam, ist unverändert gespeichert, und die Kopie auf dem Server wurde nicht gelöscht. Schließen Sie andere Programme, falls der Arbeitsspeicher knapp ist, und vergleichen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Documents of this batch are in batch {other} of the same process already, so it was not begun: they might be sealed twice. Nothing of it has been sealed.</source>
        <extracomment>signdesk/jobs/order_terms.py</extracomment>
        <translation>Dokumente dieses Stapels sind schon in Stapel {other} desselben Prozesses, darum wurde er nicht begonnen: Sie könnten zweimal versiegelt werden. Davon wurde nichts versiegelt.</translation>
    </message>
    <message>
        <source>It is another document under this name, with an intact seal.</source>
        <extracomment>signdesk/jobs/page_judge.py</extracomment>
        <translation>Es ist ein anderes Dokument unter diesem Namen, mit unversehrtem Siegel.</translation>
    </message>
    <message>
        <source>Nothing came back under its name, and not all of the other files could be compared.</source>
        <extracomment>signdesk/jobs/page_matching.py</extracomment>
        <translation>Unter seinem Namen kam nichts zurück, und nicht alle anderen Dateien ließen sich vergleichen.</translation>
    </message>
    <message>
        <source>This takes longer than usual. SignDesk keeps asking, and nothing is lost.</source>
        <extracomment>signdesk/jobs/poll_step.py</extracomment>
        <translation>Das dauert länger als sonst. SignDesk fragt weiter nach, und es geht nichts verloren.</translation>
    </message>
    <message>
        <source>The server no longer has this batch, although sealing was started and the result was not fetched. Ask the server’s operator for it before these documents are sealed again (batch number {number}).</source>
        <extracomment>signdesk/jobs/poll_step.py</extracomment>
        <translation>Der Server hat diesen Stapel nicht mehr, obwohl das Versiegeln begonnen und das Ergebnis nicht abgeholt wurde. Fragen Sie den Betreiber des Servers danach, bevor diese Dokumente erneut versiegelt werden (Stapelnummer {number}).</translation>
    </message>
    <message>
        <source>The server confirmed the order, but still shows the batch as not started (“{status}”).</source>
        <extracomment>signdesk/jobs/poll_step.py</extracomment>
        <translation>Der Server hat den Auftrag bestätigt, zeigt den Stapel aber noch als nicht begonnen („{status}“).</translation>
    </message>
    <message>
        <source>It opens only with a password. No server can seal it like this; add a copy without the password.</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Es lässt sich nur mit einem Passwort öffnen. So kann es kein Server versiegeln; fügen Sie eine Kopie ohne Passwort hinzu.</translation>
    </message>
    <message>
        <source>It opens only for certain people (rights management). No server can seal it like this; add a copy without that protection.</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Es lässt sich nur für bestimmte Personen öffnen (Rechteverwaltung). So kann es kein Server versiegeln; fügen Sie eine Kopie ohne diesen Schutz hinzu.</translation>
    </message>
    <message>
        <source>It is certified: no changes allowed. A seal is a change and would break the signature that certifies it.</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Es ist zertifiziert: keine Änderungen erlaubt. Ein Siegel ist eine Änderung und würde die Signatur brechen, die es zertifiziert.</translation>
    </message>
    <message>
        <source>It is too complex to be looked into, so it is not known whether a seal would break a signature in it.</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Es ist zu komplex, um hineinzusehen. Daher ist nicht bekannt, ob ein Siegel eine Signatur darin brechen würde.</translation>
    </message>
    <message>
        <source>It could not be looked into on this computer, so it is not known whether a seal would break a signature in it.</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Auf diesem Computer konnte nicht hineingesehen werden. Daher ist nicht bekannt, ob ein Siegel eine Signatur darin brechen würde.</translation>
    </message>
    <message>
        <source>It is protected against changes. A seal is a change, so the server may refuse it. A copy without the protection can be sealed.</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Es ist gegen Änderungen geschützt. Ein Siegel ist eine Änderung, darum kann der Server es ablehnen. Eine Kopie ohne Schutz lässt sich versiegeln.</translation>
    </message>
    <message>
        <source>The file has other data before the PDF begins, so its seal may not be checkable: open it before you seal it</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Die Datei enthält vor dem Anfang des PDFs andere Daten, darum lässt sich ihr Siegel vielleicht nicht prüfen: Öffnen Sie sie, bevor Sie sie versiegeln</translation>
    </message>
    <message>
        <source>The PDF has no end mark and may be cut off: open it before you seal it</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Das PDF hat keine Endmarke und ist vielleicht abgeschnitten: Öffnen Sie es, bevor Sie es versiegeln</translation>
    </message>
    <message>
        <source>The file has more than 2,048 bytes after the end of the PDF: open it before you seal it</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Die Datei enthält nach dem Ende des PDFs mehr als 2.048 Bytes: Öffnen Sie sie, bevor Sie sie versiegeln</translation>
    </message>
    <message>
        <source>Its content is not that of a “{ending}” file: open it before you seal it</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Sein Inhalt ist nicht der einer „{ending}“-Datei: Öffnen Sie es, bevor Sie es versiegeln</translation>
    </message>
    <message>
        <source>The receipt could not be written: {why} The saved file is complete.</source>
        <extracomment>signdesk/jobs/receipt_step.py</extracomment>
        <translation>Der Beleg konnte nicht geschrieben werden: {why} Die gespeicherte Datei ist vollständig.</translation>
    </message>
    <message>
        <source>This batch belongs to another copy of SignDesk's data folder, which goes on with it. Nothing more is done with it here.</source>
        <extracomment>signdesk/jobs/recovery.py</extracomment>
        <translation>Dieser Stapel gehört zu einer anderen Kopie des Datenordners von SignDesk, die damit fortfährt. Hier geschieht nichts mehr damit.</translation>
    </message>
    <message>
        <source>This batch belongs to the copy of SignDesk's data folder in “{folder}”, which goes on with it. Nothing more is done with it here.</source>
        <extracomment>signdesk/jobs/recovery.py</extracomment>
        <translation>Dieser Stapel gehört zu der Kopie des Datenordners von SignDesk in „{folder}“, die damit fortfährt. Hier geschieht nichts mehr damit.</translation>
    </message>
    <message>
        <source>Its number on the server: {number}.</source>
        <extracomment>signdesk/jobs/recovery.py</extracomment>
        <translation>Seine Nummer auf dem Server: {number}.</translation>
    </message>
    <message>
        <source>It was not checked: what came back could not be opened, and was saved anyway.</source>
        <extracomment>signdesk/jobs/release.py</extracomment>
        <translation>Es wurde nicht geprüft: Was zurückkam, ließ sich nicht öffnen und wurde trotzdem gespeichert.</translation>
    </message>
    <message>
        <source>What came back is no longer in “{path}”, or was changed there, so it cannot be saved.</source>
        <extracomment>signdesk/jobs/release.py</extracomment>
        <translation>Was zurückkam, ist nicht mehr in „{path}“ oder wurde dort geändert und kann deshalb nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The server's copy (batch number {number}) was not deleted, because what came back was not checked.</source>
        <extracomment>signdesk/jobs/release.py</extracomment>
        <translation>Die Kopie des Servers (Stapelnummer {number}) wurde nicht gelöscht, weil das Zurückgekommene nicht geprüft wurde.</translation>
    </message>
    <message>
        <source>The saved ZIP was moved or changed, so its reports cannot be opened.</source>
        <extracomment>signdesk/jobs/report_files.py</extracomment>
        <translation>Das gespeicherte ZIP wurde verschoben oder geändert, daher können seine Berichte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The report could not be copied for reading: {why}.</source>
        <extracomment>signdesk/jobs/report_files.py</extracomment>
        <translation>Der Bericht konnte nicht zum Lesen kopiert werden: {why}.</translation>
    </message>
    <message>
        <source>“{document}”: {what}</source>
        <extracomment>signdesk/jobs/result_check.py</extracomment>
        <translation>„{document}“: {what}</translation>
    </message>
    <message>
        <source>No report came back about any of the documents.</source>
        <extracomment>signdesk/jobs/result_check.py</extracomment>
        <translation>Zu keinem der Dokumente kam ein Bericht zurück.</translation>
    </message>
    <message>
        <source>None of the documents came back sealed.</source>
        <extracomment>signdesk/jobs/result_check.py</extracomment>
        <translation>Keines der Dokumente kam versiegelt zurück.</translation>
    </message>
    <message>
        <source>The keyring has still not answered an earlier question. Look for a window that asks to unlock it, and try again, or give the secret for one session only.</source>
        <extracomment>signdesk/jobs/secrets.py</extracomment>
        <translation>Der Schlüsselbund hat eine frühere Frage noch immer nicht beantwortet. Suchen Sie nach einem Fenster, das ihn entsperren will, und versuchen Sie es erneut, oder geben Sie den geheimen Wert nur für eine Sitzung ein.</translation>
    </message>
    <message>
        <source>The keyring did not answer within {seconds} s. Look for a window that asks to unlock it, and try again, or give the secret for one session only.</source>
        <extracomment>signdesk/jobs/secrets.py</extracomment>
        <translation>Der Schlüsselbund hat innerhalb von {seconds} s nicht geantwortet. Suchen Sie nach einem Fenster, das ihn entsperren will, und versuchen Sie es erneut, oder geben Sie den geheimen Wert nur für eine Sitzung ein.</translation>
    </message>
    <message>
        <source>Unused batches could not be removed from the server (numbers {numbers}). SignDesk tries again at a later start.</source>
        <extracomment>signdesk/jobs/server_cleanup.py</extracomment>
        <translation>Unbenutzte Stapel konnten nicht vom Server entfernt werden (Nummern {numbers}). SignDesk versucht es bei einem späteren Start erneut.</translation>
    </message>
    <message>
        <source>The server's copy (batch number {number}) could not be removed. Your saved file is complete. SignDesk tries again at a later start.</source>
        <extracomment>signdesk/jobs/server_cleanup.py</extracomment>
        <translation>Die Kopie des Servers (Stapelnummer {number}) konnte nicht entfernt werden. Ihre gespeicherte Datei ist vollständig. SignDesk versucht es bei einem späteren Start erneut.</translation>
    </message>
    <message>
        <source>The server's copy (batch number {number}) is kept: a line of the settings cannot be read, and it may ask for that. Your saved file is complete. Once the line is corrected, a later start removes the copy.</source>
        <extracomment>signdesk/jobs/server_cleanup.py</extracomment>
        <translation>Die Kopie des Servers (Stapelnummer {number}) bleibt: Eine Zeile der Einstellungen ist nicht lesbar und verlangt das vielleicht. Ihre gespeicherte Datei ist vollständig. Sobald die Zeile berichtigt ist, entfernt ein späterer Start die Kopie.</translation>
    </message>
    <message>
        <source>The server says that it has begun to seal this batch, so it was not taken back. Wait for its result.</source>
        <extracomment>signdesk/jobs/signing.py</extracomment>
        <translation>Der Server meldet, dass er mit dem Versiegeln dieses Stapels begonnen hat, darum wurde er nicht zurückgenommen. Warten Sie auf das Ergebnis.</translation>
    </message>
    <message>
        <source>The server received the documents, but did not know them any more when sealing was to be started, each time in a fresh batch.</source>
        <extracomment>signdesk/jobs/signing.py</extracomment>
        <translation>Der Server hat die Dokumente empfangen, kannte sie aber nicht mehr, als das Versiegeln beginnen sollte, jedes Mal in einem neuen Stapel.</translation>
    </message>
    <message>
        <source>Ask the server’s operator.</source>
        <extracomment>signdesk/jobs/signing.py, signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>SignDesk cannot save the state of this batch: {why}</source>
        <extracomment>signdesk/jobs/signing.py</extracomment>
        <translation>SignDesk kann den Stand dieses Stapels nicht speichern: {why}</translation>
    </message>
    <message>
        <source>The saved ZIP was not unpacked: {why}</source>
        <extracomment>signdesk/jobs/unpack_step.py</extracomment>
        <translation>Die gespeicherte ZIP-Datei wurde nicht entpackt: {why}</translation>
    </message>
    <message>
        <source>The saved ZIP was not unpacked: it was stopped. It is complete, and any program for ZIP files can unpack it.</source>
        <extracomment>signdesk/jobs/unpack_step.py</extracomment>
        <translation>Das gespeicherte ZIP wurde nicht entpackt: Es wurde angehalten. Es ist vollständig, und jedes Programm für ZIP-Dateien kann es entpacken.</translation>
    </message>
    <message>
        <source>The saved ZIP was not unpacked: it was moved or changed after it was checked.</source>
        <extracomment>signdesk/jobs/unpack_step.py</extracomment>
        <translation>Das gespeicherte ZIP wurde nicht entpackt: Es wurde verschoben oder geändert, nachdem es geprüft war.</translation>
    </message>
    <message>
        <source>The saved ZIP was not unpacked: there is not enough room in “{folder}”. It is complete, and any program for ZIP files can unpack it.</source>
        <extracomment>signdesk/jobs/unpack_step.py</extracomment>
        <translation>Das gespeicherte ZIP wurde nicht entpackt: In „{folder}“ ist nicht genug Platz. Es ist vollständig, und jedes Programm für ZIP-Dateien kann es entpacken.</translation>
    </message>
    <message>
        <source>The saved ZIP was not unpacked: in “{folder}” no folder could be made for it ({why}). It is complete, and any program for ZIP files can unpack it.</source>
        <extracomment>signdesk/jobs/unpack_step.py</extracomment>
        <translation>Das gespeicherte ZIP wurde nicht entpackt: In „{folder}“ konnte kein Ordner dafür angelegt werden ({why}). Es ist vollständig, und jedes Programm für ZIP-Dateien kann es entpacken.</translation>
    </message>
    <message>
        <source>The server does not know the process “{process}” (number {number}), or the server’s address is not quite right.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Der Server kennt den Prozess „{process}“ (Nummer {number}) nicht, oder die Adresse des Servers stimmt nicht ganz.</translation>
    </message>
    <message>
        <source>Check both with the server’s operator.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Prüfen Sie beides mit dem Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The server does not accept the process “{process}” (number {number}).</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Der Server nimmt den Prozess „{process}“ (Nummer {number}) nicht an.</translation>
    </message>
    <message>
        <source>Choose another process, or ask the server’s operator.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Wählen Sie einen anderen Prozess oder fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>Sending was stopped.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Das Senden wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Add it again, or send the others.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Fügen Sie es erneut hinzu oder senden Sie die anderen.</translation>
    </message>
    <message>
        <source>The server did not confirm that it received the documents.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Der Server hat den Empfang der Dokumente nicht bestätigt.</translation>
    </message>
    <message>
        <source>It was tried in a fresh batch each time.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Es wurde jedes Mal in einem neuen Stapel versucht.</translation>
    </message>
    <message>
        <source>Try again later, or ask the server’s operator.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Versuchen Sie es später erneut oder fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The {size} may be over the server's size limit: try fewer documents at once.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Die {size} sind vielleicht mehr, als der Server auf einmal nimmt: Versuchen Sie es mit weniger Dokumenten.</translation>
    </message>
    <message>
        <source>No seal of a kind that SignDesk knows was found in it: it knows those in PDF and XML files, in containers (ASiC), and in signature files such as .p7m and .p7s.</source>
        <extracomment>signdesk/jobs/verification.py</extracomment>
        <translation>Darin wurde kein Siegel einer Art gefunden, die SignDesk kennt: Es kennt die in PDF- und XML-Dateien, in Containern (ASiC) und in Signaturdateien wie .p7m und .p7s.</translation>
    </message>
    <message>
        <source>“{file}” is no receipt that SignDesk can read.</source>
        <extracomment>signdesk/jobs/verification.py</extracomment>
        <translation>„{file}“ ist kein Beleg, den SignDesk lesen kann.</translation>
    </message>
    <message>
        <source>This is not the file that the receipt names: its SHA-256 is another one.</source>
        <extracomment>signdesk/jobs/verification.py</extracomment>
        <translation>Das ist nicht die Datei, die der Beleg nennt: Ihr SHA-256-Wert ist ein anderer.</translation>
    </message>
    <message>
        <source>The receipt names no file with this content.</source>
        <extracomment>signdesk/jobs/verification.py</extracomment>
        <translation>Der Beleg nennt keine Datei mit diesem Inhalt.</translation>
    </message>
    <message>
        <source>The document that it seals, “{name}”, is not beside it. Put both into one folder.</source>
        <extracomment>signdesk/jobs/verification.py</extracomment>
        <translation>Das Dokument, das es versiegelt, „{name}“, liegt nicht daneben. Legen Sie beide in einen Ordner.</translation>
    </message>
    <message>
        <source>The document that it seals is not in the ZIP.</source>
        <extracomment>signdesk/jobs/verification.py</extracomment>
        <translation>Das Dokument, das es versiegelt, ist nicht im ZIP.</translation>
    </message>
    <message>
        <source>The folder “{folder}” is not there any more. Bring it back, or choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>Der Ordner „{folder}“ ist nicht mehr vorhanden. Stellen Sie ihn wieder her, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>SignDesk may not write to the folder “{folder}”. Choose another folder, or ask for the right to it.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>SignDesk darf nicht in den Ordner „{folder}“ schreiben. Wählen Sie einen anderen Ordner, oder bitten Sie um das Recht dazu.</translation>
    </message>
    <message>
        <source>The folder “{folder}” can only be read. Choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>Der Ordner „{folder}“ kann nur gelesen werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“{folder}” is not a folder, or something of that name is in the way. Choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>„{folder}“ ist kein Ordner, oder etwas mit diesem Namen ist im Weg. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The path “{folder}” is too long. Choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>Der Pfad „{folder}“ ist zu lang. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“{folder}” cannot be the name of a folder here. Choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>„{folder}“ kann hier nicht der Name eines Ordners sein. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>There is no more room for the result in “{folder}”. Make room, or choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>In „{folder}“ ist kein Platz mehr für das Ergebnis. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The result is too large for the disk that holds “{folder}”. Choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>Das Ergebnis ist zu groß für den Datenträger, auf dem „{folder}“ liegt. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The disk that holds “{folder}” failed ({why}). Try again, or choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>Der Datenträger, auf dem „{folder}“ liegt, hat versagt ({why}). Versuchen Sie es erneut, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Practice seal</source>
        <extracomment>signdesk/practice/server.py</extracomment>
        <translation>Übungssiegel</translation>
    </message>
    <message>
        <source>Seals with a test key on this computer. The seals have no legal effect.</source>
        <extracomment>signdesk/practice/server.py</extracomment>
        <translation>Versiegelt mit einem Testschlüssel auf diesem Computer. Die Siegel haben keine rechtliche Wirkung.</translation>
    </message>
    <message>
        <source>Practice check</source>
        <extracomment>signdesk/practice/server.py</extracomment>
        <translation>Übungsprüfung</translation>
    </message>
    <message>
        <source>Checks the seals of documents on this computer and returns a report. It has no legal effect.</source>
        <extracomment>signdesk/practice/server.py</extracomment>
        <translation>Prüft die Siegel von Dokumenten auf diesem Computer und gibt einen Bericht zurück. Er hat keine rechtliche Wirkung.</translation>
    </message>
    <message>
        <source>The practice server was not started: the start was broken off.</source>
        <extracomment>signdesk/practice/server.py</extracomment>
        <translation>Der Übungsserver wurde nicht gestartet: Der Start wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The practice server could not be started on this computer. Close SignDesk and try again.</source>
        <extracomment>signdesk/practice/server.py</extracomment>
        <translation>Der Übungsserver konnte auf diesem Computer nicht gestartet werden. Schließen Sie SignDesk und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The documents changed while they were being sent, so nothing was sealed. Add them again.</source>
        <extracomment>signdesk/seal_api/bodies.py</extracomment>
        <translation>Die Dokumente haben sich während des Sendens geändert, daher wurde nichts versiegelt. Fügen Sie sie erneut hinzu.</translation>
    </message>
    <message>
        <source>The server’s answer is far too long.</source>
        <extracomment>signdesk/seal_api/bodies.py</extracomment>
        <translation>Die Antwort des Servers ist viel zu lang.</translation>
    </message>
    <message>
        <source>The connection broke while the result was fetched.</source>
        <extracomment>signdesk/seal_api/bodies.py</extracomment>
        <translation>Die Verbindung wurde unterbrochen, während das Ergebnis geholt wurde.</translation>
    </message>
    <message>
        <source>The server sent something other than a result.</source>
        <extracomment>signdesk/seal_api/bodies.py</extracomment>
        <translation>Der Server hat etwas anderes als ein Ergebnis gesendet.</translation>
    </message>
    <message>
        <source>The server sent no complete result.</source>
        <extracomment>signdesk/seal_api/bodies.py</extracomment>
        <translation>Der Server hat kein vollständiges Ergebnis gesendet.</translation>
    </message>
    <message>
        <source>The server is not reached, so nothing more was sent to it.</source>
        <extracomment>signdesk/seal_api/breaker.py</extracomment>
        <translation>Der Server ist nicht zu erreichen, darum wurde ihm nichts weiter gesendet.</translation>
    </message>
    <message>
        <source>The server asked for a pause.</source>
        <extracomment>signdesk/seal_api/breaker.py</extracomment>
        <translation>Der Server hat um eine Pause gebeten.</translation>
    </message>
    <message>
        <source>(nobody named)</source>
        <extracomment>signdesk/seal_api/certificates.py</extracomment>
        <translation>(niemand genannt)</translation>
    </message>
    <message>
        <source>{number} is not the number of a process. Process numbers start at 1.</source>
        <extracomment>signdesk/seal_api/client.py</extracomment>
        <translation>{number} ist nicht die Nummer eines Prozesses. Prozessnummern beginnen bei 1.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <extracomment>signdesk/seal_api/connection_failures.py, signdesk/seal_api/exchange.py</extracomment>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the server’s address and your network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Prüfen Sie die Adresse des Servers und Ihre Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>The connection to the server has become too slow to go on. Check the network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Die Verbindung zum Server ist zu langsam geworden, um fortzufahren. Prüfen Sie die Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>The server’s answer came in far too many small parts to be read.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Die Antwort des Servers kam in viel zu vielen kleinen Teilen, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>The server did not answer completely within {seconds} seconds. Try again later.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Der Server hat nicht innerhalb von {seconds} Sekunden vollständig geantwortet. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The connection to the server broke before its answer was complete. Check the network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Die Verbindung zum Server ist abgebrochen, bevor seine Antwort vollständig war. Prüfen Sie die Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” does not allow connections to “{host}” (403). Ask your IT department to allow them.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Der Proxy „{proxy}“ lässt keine Verbindungen zu „{host}“ zu (403). Bitten Sie Ihre IT, sie zuzulassen.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” could not reach “{host}” ({status}). Check the server’s address, or try again later.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Der Proxy „{proxy}“ konnte „{host}“ nicht erreichen ({status}). Prüfen Sie die Adresse des Servers, oder versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” would not connect to “{host}” ({status}). Check the proxy’s address, and whether a sign-in page of your network is in the way.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Der Proxy „{proxy}“ hat keine Verbindung zu „{host}“ hergestellt ({status}). Prüfen Sie die Adresse des Proxys und ob eine Anmeldeseite Ihres Netzwerks im Weg ist.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” did not accept the user name and password (407). Enter them again in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Der Proxy „{proxy}“ hat den Benutzernamen und das Passwort nicht angenommen (407). Geben Sie beides in den Einstellungen der Verbindung erneut ein.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” wants a user name and a password (407). Enter them in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Der Proxy „{proxy}“ verlangt einen Benutzernamen und ein Passwort (407). Geben Sie beides in den Einstellungen der Verbindung ein.</translation>
    </message>
    <message>
        <source>All connections to “{host}” are in use.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Alle Verbindungen zu „{host}“ sind belegt.</translation>
    </message>
    <message>
        <source>Try again a little later.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Versuchen Sie es etwas später erneut.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” did not answer within {seconds} seconds.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Der Proxy „{proxy}“ hat nicht innerhalb von {seconds} Sekunden geantwortet.</translation>
    </message>
    <message>
        <source>“{host}” did not answer within {seconds} seconds.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>„{host}“ hat nicht innerhalb von {seconds} Sekunden geantwortet.</translation>
    </message>
    <message>
        <source>No proxy named “{proxy}” was found. Check the proxy’s address and your network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Es wurde kein Proxy mit dem Namen „{proxy}“ gefunden. Prüfen Sie die Adresse des Proxys und Ihre Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” could not be reached, or does not work. Check the proxy’s address and your network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Der Proxy „{proxy}“ war nicht erreichbar oder funktioniert nicht. Prüfen Sie die Adresse des Proxys und Ihre Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>No server named “{host}” was found. Check the server’s address and your network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Es wurde kein Server mit dem Namen „{host}“ gefunden. Prüfen Sie die Adresse des Servers und Ihre Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>“{host}” could not be reached: it refuses connections at port {port}. Check the port in the server’s address, and that the server is running.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>„{host}“ war nicht erreichbar: Verbindungen an Port {port} werden abgelehnt. Prüfen Sie den Port in der Adresse des Servers, und ob der Server läuft.</translation>
    </message>
    <message>
        <source>“{host}” could not be reached. Check that it is running, and your network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>„{host}“ war nicht erreichbar. Prüfen Sie, ob der Server läuft, und Ihre Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>A secure connection to “{host}” could not be agreed on. Its address may be wrong.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Es konnte keine sichere Verbindung zu „{host}“ vereinbart werden. Vielleicht ist die Adresse falsch.</translation>
    </message>
    <message>
        <source>“{host}” did not accept the client certificate. Ask the server’s operator.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>„{host}“ hat das Client-Zertifikat nicht angenommen. Fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>“{host}” asks for a client certificate, which has not been set up. Ask the server’s operator.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>„{host}“ verlangt ein Client-Zertifikat, das nicht eingerichtet ist. Fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” was not accepted: it is not valid yet.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Das Zertifikat von „{host}“ wurde nicht angenommen: Es ist noch nicht gültig.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” was not accepted: it has expired.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Das Zertifikat von „{host}“ wurde nicht angenommen: Es ist abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” was not accepted: it comes from an issuer that this computer does not trust.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Das Zertifikat von „{host}“ wurde nicht angenommen: Es stammt von einem Aussteller, dem dieser Computer nicht vertraut.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” was not accepted: it was revoked.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Das Zertifikat von „{host}“ wurde nicht angenommen: Es wurde gesperrt.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” was not accepted: this computer could not find out whether it was revoked. Check the network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Das Zertifikat von „{host}“ wurde nicht angenommen: Dieser Computer konnte nicht feststellen, ob es gesperrt wurde. Prüfen Sie die Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” was not accepted: it belongs to another name.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Das Zertifikat von „{host}“ wurde nicht angenommen: Es gehört zu einem anderen Namen.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” was not accepted: it could not be verified.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Das Zertifikat von „{host}“ wurde nicht angenommen: Es konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>The server wants to see a client certificate that it knows.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Der Server verlangt ein Client-Zertifikat, das er kennt.</translation>
    </message>
    <message>
        <source>{place} asks for a client certificate. Please give me one, as PEM files.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>{place} verlangt ein Client-Zertifikat. Bitte geben Sie mir eines in Form von PEM-Dateien.</translation>
    </message>
    <message>
        <source>The connection came about, but the server did not answer a harmless question.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Die Verbindung kam zustande, aber der Server hat eine harmlose Frage nicht beantwortet.</translation>
    </message>
    <message>
        <source>{place} takes connections, but does not answer GET /api/BatchStatus/0 properly.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>{place} nimmt Verbindungen an, beantwortet aber GET /api/BatchStatus/0 nicht richtig.</translation>
    </message>
    <message>
        <source>“{host}” answers.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>„{host}“ antwortet.</translation>
    </message>
    <message>
        <source>Not known: what came back says nothing about the sign-in.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Nicht bekannt: Die Antwort sagt nichts über die Anmeldung.</translation>
    </message>
    <message>
        <source>The server answers with this sign-in.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Der Server antwortet mit dieser Anmeldung.</translation>
    </message>
    <message>
        <source>The server answers without a sign-in.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Der Server antwortet ohne Anmeldung.</translation>
    </message>
    <message>
        <source>“{host}” did not accept the sign-in ({status}).</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>„{host}“ hat die Anmeldung nicht angenommen ({status}).</translation>
    </message>
    <message>
        <source>The key, or the user name and password, are wrong, have expired, or are sent in another way than the server expects.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Der Schlüssel oder der Benutzername und das Passwort sind falsch, abgelaufen oder werden anders übermittelt, als der Server es erwartet.</translation>
    </message>
    <message>
        <source>{host} answers {status}. Is the sign-in still valid, and its header the right one?</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>{host} antwortet mit {status}. Ist die Anmeldung noch gültig und ihre Kopfzeile (Header) die richtige?</translation>
    </message>
    <message>
        <source>“{host}” wants a sign-in ({status}), and none has been entered.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>„{host}“ verlangt eine Anmeldung ({status}), und es ist keine eingegeben.</translation>
    </message>
    <message>
        <source>Enter the key, or the user name and password, that you were given for this server.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Geben Sie den Schlüssel oder den Benutzernamen und das Passwort ein, die Sie für diesen Server erhalten haben.</translation>
    </message>
    <message>
        <source>Please give me the sign-in for the sealing server.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Bitte geben Sie mir die Anmeldung für den Siegelserver.</translation>
    </message>
    <message>
        <source>The answer was a web page, so it may also come from a filter of the network.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Die Antwort war eine Webseite, sie kann also auch von einem Filter des Netzwerks stammen.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” wants a user name and a password (407).</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Der Proxy „{proxy}“ verlangt einen Benutzernamen und ein Passwort (407).</translation>
    </message>
    <message>
        <source>A proxy on the way wants a user name and a password (407).</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Ein Proxy auf dem Weg verlangt einen Benutzernamen und ein Passwort (407).</translation>
    </message>
    <message>
        <source>It is the proxy that asks, not the sealing server. Enter them in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Das verlangt der Proxy, nicht der Siegelserver. Geben Sie beides in den Einstellungen der Verbindung ein.</translation>
    </message>
    <message>
        <source>Requests to {host} are answered with 407. Please give me a sign-in for the proxy.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Anfragen an {host} werden mit 407 beantwortet. Bitte geben Sie mir eine Anmeldung für den Proxy.</translation>
    </message>
    <message>
        <source>“{host}” points to another address ({status}), which SignDesk never follows.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>„{host}“ verweist auf eine andere Adresse ({status}); solchen Verweisen folgt SignDesk nie.</translation>
    </message>
    <message>
        <source>Either this is not the sealing server’s own address, or a sign-in page of your network is in the way: open a page in your browser, and try again.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Entweder ist dies nicht die eigene Adresse des Siegelservers, oder eine Anmeldeseite Ihres Netzwerks ist im Weg: Öffnen Sie eine Seite in Ihrem Browser, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>{host} answers with a redirect ({status}). What is the sealing server’s own address?</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>{host} antwortet mit einer Weiterleitung ({status}). Wie lautet die eigene Adresse des Siegelservers?</translation>
    </message>
    <message>
        <source>The sealing server itself did not answer; the proxy “{proxy}” may have done so. Try again later.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Der Siegelserver selbst hat nicht geantwortet, vielleicht aber der Proxy „{proxy}“. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The sealing server itself did not answer; something in front of the server may have done so. Try again later.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Der Siegelserver selbst hat nicht geantwortet, vielleicht aber etwas, das vor dem Server steht. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>“{host}” is not ready ({status}).</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>„{host}“ ist nicht bereit ({status}).</translation>
    </message>
    <message>
        <source>Requests to {host} are answered with {status}. Is the sealing service running behind it?</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Anfragen an {host} werden mit {status} beantwortet. Läuft der Siegeldienst dahinter?</translation>
    </message>
    <message>
        <source>“{host}” answered with a web page ({status}) instead of the sealing server’s data.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>„{host}“ hat mit einer Webseite ({status}) statt mit den Daten des Siegelservers geantwortet.</translation>
    </message>
    <message>
        <source>Either a sign-in page of your network is in the way (open a page in your browser, and try again), or this is the address of a web site, not of the sealing server.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Entweder ist eine Anmeldeseite Ihres Netzwerks im Weg (öffnen Sie eine Seite in Ihrem Browser, und versuchen Sie es erneut), oder dies ist die Adresse einer Website und nicht die des Siegelservers.</translation>
    </message>
    <message>
        <source>{host} answers /api/BatchStatus/0 with an HTML page. Is this the sealing server’s address?</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>{host} beantwortet /api/BatchStatus/0 mit einer HTML-Seite. Ist dies die Adresse des Siegelservers?</translation>
    </message>
    <message>
        <source>“{host}” answered with a web page that forbids the request (403).</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>„{host}“ hat mit einer Webseite geantwortet, die die Anfrage verbietet (403).</translation>
    </message>
    <message>
        <source>It is not known who forbids it: a filter of the network, something in front of the server, or the server itself, which may not accept the sign-in.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Wer das verbietet, ist nicht bekannt: ein Filter des Netzwerks, etwas, das vor dem Server steht, oder der Server selbst, der vielleicht die Anmeldung nicht annimmt.</translation>
    </message>
    <message>
        <source>{host} answers /api/BatchStatus/0 with 403 and an HTML page. Who forbids it, and why?</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>{host} beantwortet /api/BatchStatus/0 mit 403 und einer HTML-Seite. Wer verbietet das, und warum?</translation>
    </message>
    <message>
        <source>“{host}” answers ({status}), but not as a sealing server does.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>„{host}“ antwortet ({status}), aber nicht so wie ein Siegelserver.</translation>
    </message>
    <message>
        <source>It may be another kind of server, or one that has a fault. A first batch will tell.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Vielleicht ist es ein Server anderer Art oder einer mit einer Störung. Ein erster Stapel wird es zeigen.</translation>
    </message>
    <message>
        <source>{host} answers /api/BatchStatus/0 with {status} and without the documented data.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>{host} beantwortet /api/BatchStatus/0 mit {status} und ohne die dokumentierten Daten.</translation>
    </message>
    <message>
        <source>“{host}” is too busy at the moment (429).</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>„{host}“ ist derzeit überlastet (429).</translation>
    </message>
    <message>
        <source>It can be reached, and asks to be left alone for a while.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Der Server ist erreichbar und bittet darum, eine Weile keine Anfragen zu erhalten.</translation>
    </message>
    <message>
        <source>The address {address} is plain http.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Die Adresse {address} ist unverschlüsseltes http.</translation>
    </message>
    <message>
        <source>Anyone on the way can read what is sent there, the sign-in and the documents too.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Wer auf dem Weg sitzt, kann lesen, was dorthin gesendet wird, auch die Anmeldung und die Dokumente.</translation>
    </message>
    <message>
        <source>Can the sealing server be reached by https?</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Ist der Siegelserver über https erreichbar?</translation>
    </message>
    <message>
        <source>The address {address} is in order.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Die Adresse {address} ist in Ordnung.</translation>
    </message>
    <message>
        <source>Not looked up: first the proxy has to be put in order.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Nicht nachgeschlagen: Zuerst muss der Proxy in Ordnung gebracht werden.</translation>
    </message>
    <message>
        <source>“{name}” needs no looking up.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>„{name}“ muss nicht nachgeschlagen werden.</translation>
    </message>
    <message>
        <source>“{name}” is {addresses}.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>„{name}“ ist {addresses}.</translation>
    </message>
    <message>
        <source>The proxy itself looks up “{host}”.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Der Proxy schlägt „{host}“ selbst nach.</translation>
    </message>
    <message>
        <source>No proxy is used for this address.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Für diese Adresse wird kein Proxy verwendet.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” can be reached.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Der Proxy „{proxy}“ ist erreichbar.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” answers.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Der Proxy „{proxy}“ antwortet.</translation>
    </message>
    <message>
        <source>Left to the proxy, as always for plain http.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Dem Proxy überlassen, wie immer bei einfachem http.</translation>
    </message>
    <message>
        <source>{place} can be reached.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>{place} ist erreichbar.</translation>
    </message>
    <message>
        <source>{place} can be reached through the proxy “{proxy}”.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>{place} ist über den Proxy „{proxy}“ erreichbar.</translation>
    </message>
    <message>
        <source>It does not leave this computer.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Die Daten verlassen diesen Computer nicht.</translation>
    </message>
    <message>
        <source>Plain http is not encrypted.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Einfaches http ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Not tested: that would make an empty batch on the server.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Nicht getestet: Dabei würde auf dem Server ein leerer Stapel angelegt.</translation>
    </message>
    <message>
        <source>This is about what is set up here, on this computer. Nothing was sent to anybody.</source>
        <extracomment>signdesk/seal_api/doctor/findings.py</extracomment>
        <translation>Es geht um das, was hier auf diesem Computer eingerichtet ist. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The settings of the connection in SignDesk need a look.</source>
        <extracomment>signdesk/seal_api/doctor/findings.py</extracomment>
        <translation>Die Einstellungen der Verbindung in SignDesk müssen durchgesehen werden.</translation>
    </message>
    <message>
        <source>What it means: {text}</source>
        <extracomment>signdesk/seal_api/doctor/findings.py</extracomment>
        <translation>Was das bedeutet: {text}</translation>
    </message>
    <message>
        <source>Tell IT: {text}</source>
        <extracomment>signdesk/seal_api/doctor/findings.py</extracomment>
        <translation>Für die IT: {text}</translation>
    </message>
    <message>
        <source>Detail: {text}</source>
        <extracomment>signdesk/seal_api/doctor/findings.py</extracomment>
        <translation>Einzelheit: {text}</translation>
    </message>
    <message>
        <source>Either the proxy’s address is misspelt, or this computer cannot look up names at the moment: there is no network, or the office’s (VPN) is not connected.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Entweder enthält die Adresse des Proxys einen Fehler, oder dieser Computer kann derzeit keine Namen abfragen: Es gibt kein Netzwerk, oder das Büronetz (VPN) ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Either the server’s address is misspelt, or this computer cannot look up names at the moment: there is no network, or the office’s (VPN) is not connected.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Entweder enthält die Adresse des Servers einen Fehler, oder dieser Computer kann derzeit keine Namen abfragen: Es gibt kein Netzwerk, oder das Büronetz (VPN) ist nicht verbunden.</translation>
    </message>
    <message>
        <source>On this computer, the name {host} cannot be resolved (DNS).</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Auf diesem Computer kann der Name {host} nicht aufgelöst werden (DNS).</translation>
    </message>
    <message>
        <source>The computer at this address is there, but no program answers at port {port}: it is switched off, or the port in the address is wrong.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Der Computer unter dieser Adresse ist da, aber an Port {port} antwortet kein Programm: Es ist ausgeschaltet, oder der Port in der Adresse ist falsch.</translation>
    </message>
    <message>
        <source>A connection to {place} is refused. Is the service running, and on this port?</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Eine Verbindung zu {place} wird abgewiesen. Läuft der Dienst, und zwar an diesem Port?</translation>
    </message>
    <message>
        <source>There is no way to this address from here: no network, or the VPN is not connected.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Von hier führt kein Weg zu dieser Adresse: kein Netzwerk, oder das VPN ist nicht verbunden.</translation>
    </message>
    <message>
        <source>There is no route from this computer to {place}.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Von diesem Computer gibt es keine Route zu {place}.</translation>
    </message>
    <message>
        <source>Nobody answered. Often a firewall is in the way, or the server can only be reached from within the office’s network (VPN).</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Niemand hat geantwortet. Oft ist eine Firewall im Weg, oder der Server ist nur aus dem Büronetz (VPN) erreichbar.</translation>
    </message>
    <message>
        <source>Connections from this computer to {place} (TCP) get no answer. Does a firewall block them?</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Verbindungen von diesem Computer zu {place} (TCP) bleiben ohne Antwort. Blockiert eine Firewall sie?</translation>
    </message>
    <message>
        <source>The proxy takes other kinds of sign-in only, which SignDesk does not speak. Your IT department can let SignDesk pass without one, or name another proxy.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Der Proxy nimmt nur andere Arten der Anmeldung an, die SignDesk nicht beherrscht. Ihre IT kann SignDesk ohne Anmeldung durchlassen oder einen anderen Proxy nennen.</translation>
    </message>
    <message>
        <source>Until the proxy knows who you are, nothing gets out of the office’s network.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Solange der Proxy nicht weiß, wer Sie sind, gelangt nichts aus dem Büronetz hinaus.</translation>
    </message>
    <message>
        <source>The proxy {proxy} answers CONNECT with 407 and offers: {offers}.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Der Proxy {proxy} beantwortet CONNECT mit 407 und bietet an: {offers}.</translation>
    </message>
    <message>
        <source>The proxy {proxy} answers CONNECT with 407 and offers: nothing.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Der Proxy {proxy} beantwortet CONNECT mit 407 und bietet an: nichts.</translation>
    </message>
    <message>
        <source>SignDesk speaks Basic. Please allow the server’s address without a sign-in, or give me a user name and a password.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>SignDesk beherrscht Basic. Bitte geben Sie die Adresse des Servers ohne Anmeldung frei, oder geben Sie mir einen Benutzernamen und ein Passwort.</translation>
    </message>
    <message>
        <source>What answers there does not behave like a proxy. The proxy’s address or port may be wrong.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Was dort antwortet, verhält sich nicht wie ein Proxy. Vielleicht ist die Adresse oder der Port des Proxys falsch.</translation>
    </message>
    <message>
        <source>{place} does not answer CONNECT properly. Is it an HTTP proxy, and on this port?</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>{place} beantwortet CONNECT nicht richtig. Ist es ein HTTP-Proxy, und zwar an diesem Port?</translation>
    </message>
    <message>
        <source>The office’s rules do not allow this connection. Only your IT department can change that.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Die Regeln Ihres Büros lassen diese Verbindung nicht zu. Nur Ihre IT kann das ändern.</translation>
    </message>
    <message>
        <source>Please allow connections through the proxy {proxy} to {place} (CONNECT is answered with 403).</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Bitte lassen Sie Verbindungen über den Proxy {proxy} zu {place} zu (CONNECT wird mit 403 beantwortet).</translation>
    </message>
    <message>
        <source>The proxy works, but it cannot reach the server: the server’s address is wrong, the server is switched off, or a firewall is between the two.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Der Proxy funktioniert, kann aber den Server nicht erreichen: Die Adresse des Servers ist falsch, der Server ist ausgeschaltet, oder zwischen beiden steht eine Firewall.</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot reach {place} (CONNECT is answered with {status}).</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Der Proxy {proxy} kann {place} nicht erreichen (CONNECT wird mit {status} beantwortet).</translation>
    </message>
    <message>
        <source>The proxy gave an answer that leads nowhere. It may want you to sign in to the network first: open a page in your browser, and try again.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Der Proxy hat eine Antwort gegeben, die nicht weiterführt. Vielleicht müssen Sie sich zuerst im Netzwerk anmelden: Öffnen Sie eine Seite in Ihrem Browser, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The proxy {proxy} answers CONNECT to {place} with {status}.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Der Proxy {proxy} beantwortet CONNECT zu {place} mit {status}.</translation>
    </message>
    <message>
        <source>The server did not say whether it made the empty batch.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Der Server hat nicht gemeldet, ob er den leeren Stapel angelegt hat.</translation>
    </message>
    <message>
        <source>An empty batch may be left on the server; nothing was sealed.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Auf dem Server ist vielleicht ein leerer Stapel zurückgeblieben; versiegelt wurde nichts.</translation>
    </message>
    <message>
        <source>A test of process {process} got no complete answer to CreateBatch.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Ein Test des Prozesses {process} erhielt keine vollständige Antwort auf CreateBatch.</translation>
    </message>
    <message>
        <source>Nothing was made, and nothing was sealed.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Es wurde nichts angelegt und nichts versiegelt.</translation>
    </message>
    <message>
        <source>Nothing was sealed.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Es wurde nichts versiegelt.</translation>
    </message>
    <message>
        <source>Is process {process} valid on the sealing server, and may my sign-in use it?</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Ist der Prozess {process} auf dem Siegelserver gültig, und darf meine Anmeldung ihn verwenden?</translation>
    </message>
    <message>
        <source>Process {process} takes batches. An empty batch (number {number}) was made for this test, and could not be removed.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Der Prozess {process} nimmt Stapel an. Für diesen Test wurde ein leerer Stapel (Nummer {number}) angelegt, der nicht entfernt werden konnte.</translation>
    </message>
    <message>
        <source>It does no harm; nothing was sealed.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Er schadet nicht; versiegelt wurde nichts.</translation>
    </message>
    <message>
        <source>Please remove the empty batch {number} from the sealing server.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Bitte entfernen Sie den leeren Stapel {number} vom Siegelserver.</translation>
    </message>
    <message>
        <source>Process {process} takes batches. An empty batch (number {number}) was made for this test and removed again.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Der Prozess {process} nimmt Stapel an. Für diesen Test wurde ein leerer Stapel (Nummer {number}) angelegt und wieder entfernt.</translation>
    </message>
    <message>
        <source>Not tested, because an earlier step failed.</source>
        <extracomment>signdesk/seal_api/doctor/run.py</extracomment>
        <translation>Nicht geprüft, weil ein früherer Schritt gescheitert ist.</translation>
    </message>
    <message>
        <source>The whole test has taken more than {seconds} seconds, so it was ended here.</source>
        <extracomment>signdesk/seal_api/doctor/run.py</extracomment>
        <translation>Die ganze Prüfung hat mehr als {seconds} Sekunden gedauert, darum wurde sie hier beendet.</translation>
    </message>
    <message>
        <source>The way to the server is very slow at the moment. Try again later.</source>
        <extracomment>signdesk/seal_api/doctor/run.py</extracomment>
        <translation>Der Weg zum Server ist im Moment sehr langsam. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Connections through this network are very slow.</source>
        <extracomment>signdesk/seal_api/doctor/run.py</extracomment>
        <translation>Verbindungen durch dieses Netz sind sehr langsam.</translation>
    </message>
    <message>
        <source>The connection to “{host}” is encrypted.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Die Verbindung zu „{host}“ ist verschlüsselt.</translation>
    </message>
    <message>
        <source>“{host}” proves who it is with a certificate from {issuer}, valid until {until}.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>„{host}“ weist sich mit einem Zertifikat von {issuer} aus, gültig bis {until}.</translation>
    </message>
    <message>
        <source>That is soon. After this day nothing can be sealed until the certificate has been renewed.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Das ist bald. Nach diesem Tag kann nichts versiegelt werden, bis das Zertifikat erneuert ist.</translation>
    </message>
    <message>
        <source>The certificate of {host} ends on {until}. Please renew it.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Das Zertifikat von {host} läuft am {until} ab. Bitte erneuern Sie es.</translation>
    </message>
    <message>
        <source>The server broke the connection off while both sides introduced themselves. It may want a client certificate, or another one.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Der Server hat die Verbindung abgebrochen, während sich beide Seiten einander vorstellten. Vielleicht verlangt er ein Client-Zertifikat oder ein anderes.</translation>
    </message>
    <message>
        <source>{place} ends the TLS hand-shake with an alert ({reason}). Does it want a client certificate?</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>{place} beendet den TLS-Handshake mit einer Warnung ({reason}). Wird ein Client-Zertifikat verlangt?</translation>
    </message>
    <message>
        <source>What answers there does not speak the language of secure connections (TLS), or only an outdated one. The port in the address may be wrong, or a sign-in page of the network is in the way.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Was dort antwortet, spricht nicht die Sprache sicherer Verbindungen (TLS) oder nur eine veraltete. Vielleicht ist der Port in der Adresse falsch, oder eine Anmeldeseite des Netzwerks ist im Weg.</translation>
    </message>
    <message>
        <source>{place} cannot agree with SignDesk on TLS ({reason}). Is it a TLS port, with TLS 1.2 or newer?</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>{place} kann sich mit SignDesk nicht auf TLS einigen ({reason}). Ist es ein TLS-Port mit TLS 1.2 oder neuer?</translation>
    </message>
    <message>
        <source>The connection came about, and then was cut or fell silent. A firewall or a filter of the network may not let it through.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Die Verbindung kam zustande und wurde dann getrennt oder verstummte. Vielleicht lässt eine Firewall oder ein Filter des Netzwerks sie nicht durch.</translation>
    </message>
    <message>
        <source>TCP to {place} works, but the TLS hand-shake is cut off or not answered. Does a filter block it?</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>TCP zu {place} funktioniert, aber der TLS-Handshake wird abgebrochen oder nicht beantwortet. Blockiert ihn ein Filter?</translation>
    </message>
    <message>
        <source>The server’s certificate ended on {until}; this computer’s date is {today}. If that date is right, the certificate has to be renewed before anything can be sent.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Das Zertifikat des Servers ist am {until} abgelaufen; das Datum dieses Computers ist {today}. Wenn dieses Datum stimmt, muss das Zertifikat erneuert werden, bevor etwas gesendet werden kann.</translation>
    </message>
    <message>
        <source>The certificate of {place} (from {issuer}) ended on {until}. Please renew it.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Das Zertifikat von {place} (von {issuer}) ist am {until} abgelaufen. Bitte erneuern Sie es.</translation>
    </message>
    <message>
        <source>The server’s certificate is valid only from {since} on; this computer’s date is {today}. Check the date of this computer.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Das Zertifikat des Servers ist erst ab {since} gültig; das Datum dieses Computers ist {today}. Prüfen Sie das Datum dieses Computers.</translation>
    </message>
    <message>
        <source>The certificate of {place} (from {issuer}) is valid only from {since} on.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Das Zertifikat von {place} (von {issuer}) ist erst ab {since} gültig.</translation>
    </message>
    <message>
        <source>The certificate is for {names}. The address may be wrong, or another server answers there.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Das Zertifikat gilt für {names}. Vielleicht ist die Adresse falsch, oder dort antwortet ein anderer Server.</translation>
    </message>
    <message>
        <source>{place} shows a certificate for {names}. Which address is right, or can the name be added?</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>{place} zeigt ein Zertifikat für {names}. Welche Adresse ist richtig, oder kann der Name ergänzt werden?</translation>
    </message>
    <message>
        <source>The certificate comes from {issuer}, which this computer does not know. It may be your office’s own authority, a device of your network that looks into connections, or somebody else.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Das Zertifikat stammt von {issuer}; diesen Aussteller kennt dieser Computer nicht. Es kann die eigene Zertifizierungsstelle Ihres Büros sein, ein Gerät Ihres Netzwerks, das in Verbindungen hineinsieht, oder jemand anderes.</translation>
    </message>
    <message>
        <source>{place} shows a certificate from {issuer}. If that is right, please give me this issuer’s certificate as a PEM file, or install it on this computer.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>{place} zeigt ein Zertifikat von {issuer}. Wenn das richtig ist, geben Sie mir bitte das Zertifikat dieses Ausstellers als PEM-Datei, oder installieren Sie es auf diesem Computer.</translation>
    </message>
    <message>
        <source>The server’s certificate ended; this computer’s date is {today}. If that date is right, the certificate has to be renewed before anything can be sent.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Das Zertifikat des Servers ist abgelaufen; das Datum dieses Computers ist {today}. Wenn dieses Datum stimmt, muss das Zertifikat erneuert werden, bevor etwas gesendet werden kann.</translation>
    </message>
    <message>
        <source>The certificate of {place} (from an unknown issuer) ended. Please renew it.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Das Zertifikat von {place} (von einem unbekannten Aussteller) ist abgelaufen. Bitte erneuern Sie es.</translation>
    </message>
    <message>
        <source>The server’s certificate is valid only later; this computer’s date is {today}. Check the date of this computer.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Das Zertifikat des Servers ist erst später gültig; das Datum dieses Computers ist {today}. Prüfen Sie das Datum dieses Computers.</translation>
    </message>
    <message>
        <source>The certificate of {place} (from an unknown issuer) is valid only later.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Das Zertifikat von {place} (von einem unbekannten Aussteller) ist erst später gültig.</translation>
    </message>
    <message>
        <source>The certificate is for another name. The address may be wrong, or another server answers there.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Das Zertifikat gilt für einen anderen Namen. Vielleicht ist die Adresse falsch, oder dort antwortet ein anderer Server.</translation>
    </message>
    <message>
        <source>{place} shows a certificate for another name. Which address is right, or can the name be added?</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>{place} zeigt ein Zertifikat für einen anderen Namen. Welche Adresse ist richtig, oder kann der Name ergänzt werden?</translation>
    </message>
    <message>
        <source>The certificate comes from an unknown issuer, which this computer does not know. It may be your office’s own authority, a device of your network that looks into connections, or somebody else.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Das Zertifikat stammt von einem unbekannten Aussteller, den dieser Computer nicht kennt. Es kann die eigene Zertifizierungsstelle Ihres Büros sein, ein Gerät Ihres Netzwerks, das in Verbindungen hineinsieht, oder jemand anderes.</translation>
    </message>
    <message>
        <source>{place} shows a certificate from an unknown issuer. If that is right, please give me this issuer’s certificate as a PEM file, or install it on this computer.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>{place} zeigt ein Zertifikat von einem unbekannten Aussteller. Wenn das richtig ist, geben Sie mir bitte das Zertifikat dieses Ausstellers als PEM-Datei, oder installieren Sie es auf diesem Computer.</translation>
    </message>
    <message>
        <source>“{text}” is not a server address.</source>
        <extracomment>signdesk/seal_api/exchange.py</extracomment>
        <translation>„{text}“ ist keine Serveradresse.</translation>
    </message>
    <message>
        <source>“{host}” closed the connection.</source>
        <extracomment>signdesk/seal_api/exchange.py</extracomment>
        <translation>„{host}“ hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <extracomment>signdesk/seal_api/exchange.py</extracomment>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The server answered before it had the whole package.</source>
        <extracomment>signdesk/seal_api/exchange.py</extracomment>
        <translation>Der Server hat geantwortet, bevor er das ganze Paket hatte.</translation>
    </message>
    <message>
        <source>This process is not valid on this server. Check the process number with the server’s operator.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Dieser Prozess ist auf diesem Server nicht gültig. Klären Sie die Prozessnummer mit dem Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The server does not know this process, or the address is not that of a sealing server. Check the process number and the server’s address.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Der Server kennt diesen Prozess nicht, oder die Adresse ist nicht die eines Siegelservers. Prüfen Sie die Prozessnummer und die Adresse des Servers.</translation>
    </message>
    <message>
        <source>The server does not know the batch that it had just made. Send the documents again.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Der Server kennt den Stapel nicht, den er gerade angelegt hatte. Senden Sie die Dokumente erneut.</translation>
    </message>
    <message>
        <source>The documents together are larger than this server takes. Send them in smaller batches, or ask the server’s operator to allow more.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Die Dokumente sind zusammen größer, als dieser Server annimmt. Senden Sie sie in kleineren Stapeln, oder bitten Sie den Betreiber des Servers, mehr zuzulassen.</translation>
    </message>
    <message>
        <source>The server does not know this batch, or expects its number in another place of the request.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Der Server kennt diesen Stapel nicht, oder er erwartet dessen Nummer an einer anderen Stelle der Anfrage.</translation>
    </message>
    <message>
        <source>The server does not have the result of this batch (any more).</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Der Server hat das Ergebnis dieses Stapels nicht (mehr).</translation>
    </message>
    <message>
        <source>The server no longer knows this batch.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Der Server kennt diesen Stapel nicht mehr.</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in ({status}). Check the key or the user name and password.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Der Server hat die Anmeldung nicht angenommen ({status}). Prüfen Sie den Schlüssel oder den Benutzernamen und das Passwort.</translation>
    </message>
    <message>
        <source>A proxy on the way wants a user name and a password (407). Check the proxy in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Ein Proxy auf dem Weg verlangt einen Benutzernamen und ein Passwort (407). Prüfen Sie den Proxy in den Einstellungen der Verbindung.</translation>
    </message>
    <message>
        <source>The server gave up waiting for our request. Check the network connection.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Der Server hat nicht länger auf unsere Anfrage gewartet. Prüfen Sie die Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>The server is too busy at the moment ({status}). Try again a little later.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Der Server ist derzeit überlastet ({status}). Versuchen Sie es etwas später erneut.</translation>
    </message>
    <message>
        <source>The server points to another address ({status}), which SignDesk never follows. Enter the sealing server’s own address.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Der Server verweist auf eine andere Adresse ({status}); solchen Verweisen folgt SignDesk nie. Geben Sie die eigene Adresse des Siegelservers ein.</translation>
    </message>
    <message>
        <source>The server had a fault of its own ({status}). Try again later, or tell the server’s operator.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Der Server hatte selbst eine Störung ({status}). Versuchen Sie es später erneut, oder melden Sie es dem Betreiber.</translation>
    </message>
    <message>
        <source>The server refused the request ({status}). The server’s operator can say why.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Der Server hat die Anfrage abgelehnt ({status}). Der Betreiber des Servers kann sagen, warum.</translation>
    </message>
    <message>
        <source>The server, or a proxy on the way to it, gave an answer that breaks the rules of HTTP, so it cannot be read.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Der Server oder ein Proxy auf dem Weg zu ihm hat eine Antwort gegeben, die die Regeln von HTTP verletzt; sie lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The server, or a proxy on the way to it, gave an answer that breaks the rules of HTTP, so it cannot be read. The wrong line is “{line}”.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Der Server oder ein Proxy auf dem Weg zu ihm hat eine Antwort gegeben, die die Regeln von HTTP verletzt; sie lässt sich nicht lesen. Die falsche Zeile ist „{line}“.</translation>
    </message>
    <message>
        <source>Ask the server’s operator, or your IT department.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Fragen Sie den Betreiber des Servers oder Ihre IT-Abteilung.</translation>
    </message>
    <message>
        <source>Check the server’s address, and whether a sign-in page of your network is in the way.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Prüfen Sie die Adresse des Servers und ob eine Anmeldeseite Ihres Netzwerks im Weg ist.</translation>
    </message>
    <message>
        <source>The cause can also be the size of the batch ({size}): many servers take at most 30 MB at once. Smaller batches may help.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Die Ursache kann auch die Größe des Stapels sein ({size}): Viele Server nehmen höchstens 30 MB auf einmal an. Kleinere Stapel können helfen.</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in, so SignDesk does not use it again by itself. Check the key or the user name and password.</source>
        <extracomment>signdesk/seal_api/guard.py</extracomment>
        <translation>Der Server hat die Anmeldung nicht angenommen; SignDesk verwendet sie deshalb nicht von selbst noch einmal. Prüfen Sie den Schlüssel oder Benutzername und Kennwort.</translation>
    </message>
    <message>
        <source>Set a proxy in the connection's settings, or ask your IT department.</source>
        <extracomment>signdesk/seal_api/proxies.py</extracomment>
        <translation>Legen Sie in den Einstellungen der Verbindung einen Proxy fest, oder fragen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>The address of the proxy that this computer's settings name cannot be read.</source>
        <extracomment>signdesk/seal_api/proxies.py</extracomment>
        <translation>Die Adresse des Proxys, den die Einstellungen dieses Computers nennen, ist nicht lesbar.</translation>
    </message>
    <message>
        <source>SignDesk cannot use the proxy that this computer's settings name: its kind is “{kind}”, not “http”.</source>
        <extracomment>signdesk/seal_api/proxies.py</extracomment>
        <translation>SignDesk kann den Proxy, den die Einstellungen dieses Computers nennen, nicht verwenden: Er ist von der Art „{kind}“, nicht „http“.</translation>
    </message>
    <message>
        <source>The user name for the proxy holds a colon, which its sign-in cannot carry.</source>
        <extracomment>signdesk/seal_api/proxies.py</extracomment>
        <translation>Der Benutzername für den Proxy enthält einen Doppelpunkt, den dessen Anmeldung nicht übertragen kann.</translation>
    </message>
    <message>
        <source>The API key holds characters that cannot be sent, such as a line break, a blank at its end, or letters from outside Western Europe.</source>
        <extracomment>signdesk/seal_api/sign_in.py</extracomment>
        <translation>Der API-Schlüssel enthält Zeichen, die nicht gesendet werden können, etwa einen Zeilenumbruch, ein Leerzeichen am Ende oder Buchstaben, die nicht westeuropäisch sind.</translation>
    </message>
    <message>
        <source>The access token holds characters that cannot be sent, such as a line break, a blank at its end, or letters from outside Western Europe.</source>
        <extracomment>signdesk/seal_api/sign_in.py</extracomment>
        <translation>Das Zugriffstoken enthält Zeichen, die nicht gesendet werden können, etwa einen Zeilenumbruch, ein Leerzeichen am Ende oder Buchstaben, die nicht westeuropäisch sind.</translation>
    </message>
    <message>
        <source>Copy it again from where you were given it.</source>
        <extracomment>signdesk/seal_api/sign_in.py</extracomment>
        <translation>Kopieren Sie die Angabe erneut von dort, wo Sie sie erhalten haben.</translation>
    </message>
    <message>
        <source>The user name holds a colon, which this kind of sign-in cannot carry.</source>
        <extracomment>signdesk/seal_api/sign_in.py</extracomment>
        <translation>Der Benutzername enthält einen Doppelpunkt, den diese Art der Anmeldung nicht übertragen kann.</translation>
    </message>
    <message>
        <source>“{file}” is the key of a client certificate, but no certificate is set beside it. Choose the certificate’s file as well.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>„{file}“ ist der Schlüssel eines Client-Zertifikats, aber es ist kein Zertifikat dazu festgelegt. Wählen Sie auch die Datei des Zertifikats.</translation>
    </message>
    <message>
        <source>“{file}” holds no certificate in text form (PEM). Ask whoever gave you the certificate for PEM files; a .pfx or .p12 file has to be converted first.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>„{file}“ enthält kein Zertifikat in Textform (PEM). Bitten Sie die Stelle, von der Sie das Zertifikat haben, um PEM-Dateien; eine .pfx- oder .p12-Datei muss zuerst umgewandelt werden.</translation>
    </message>
    <message>
        <source>The key in “{file}” is protected by a pass phrase. Enter it in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Der Schlüssel in „{file}“ ist durch eine Passphrase geschützt. Geben Sie sie in den Einstellungen der Verbindung ein.</translation>
    </message>
    <message>
        <source>The pass phrase of the client’s key is far too long. Enter it again.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Die Passphrase des Client-Schlüssels ist viel zu lang. Geben Sie sie erneut ein.</translation>
    </message>
    <message>
        <source>“{file}” holds no issuer’s certificate in text form (PEM). Ask your IT department for the issuer’s certificate as a PEM file, and choose that.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>„{file}“ enthält kein Zertifikat eines Ausstellers in Textform (PEM). Bitten Sie Ihre IT um das Zertifikat des Ausstellers als PEM-Datei, und wählen Sie diese.</translation>
    </message>
    <message>
        <source>Other users of this computer may use “{file}”, which holds the client’s secret key. Take their rights away (chmod 600), and try again.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Andere Benutzer dieses Computers dürfen „{file}“ verwenden, und darin steht der geheime Schlüssel des Clients. Entziehen Sie ihnen die Rechte (chmod 600), und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>“{file}” holds no key in text form (PEM). Choose the file with the client’s secret key.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>„{file}“ enthält keinen Schlüssel in Textform (PEM). Wählen Sie die Datei mit dem geheimen Schlüssel des Clients.</translation>
    </message>
    <message>
        <source>The key in “{key}” does not belong to the certificate in “{certificate}”. Choose the two files that belong together.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Der Schlüssel in „{key}“ gehört nicht zum Zertifikat in „{certificate}“. Wählen Sie die beiden Dateien, die zusammengehören.</translation>
    </message>
    <message>
        <source>The pass phrase for “{file}” is not right, or the file is damaged. Enter it again.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Die Passphrase für „{file}“ stimmt nicht, oder die Datei ist beschädigt. Geben Sie die Passphrase erneut ein.</translation>
    </message>
    <message>
        <source>“{certificate}” and “{key}” cannot be used as a client certificate: one of them is damaged. Ask whoever gave them to you for new ones.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>„{certificate}“ und „{key}“ können nicht als Client-Zertifikat verwendet werden: Eine der beiden Dateien ist beschädigt. Bitten Sie die Stelle, von der Sie sie haben, um neue.</translation>
    </message>
    <message>
        <source>it is not there</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>sie ist nicht vorhanden</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>unbekannter Grund</translation>
    </message>
    <message>
        <source>The file of the client certificate, “{file}”, cannot be read: {why}. Choose it again in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Die Datei des Client-Zertifikats, „{file}“, kann nicht gelesen werden: {why}. Wählen Sie sie in den Einstellungen der Verbindung erneut.</translation>
    </message>
    <message>
        <source>The file of the client’s key, “{file}”, cannot be read: {why}. Choose it again in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Die Datei des Client-Schlüssels, „{file}“, kann nicht gelesen werden: {why}. Wählen Sie sie in den Einstellungen der Verbindung erneut.</translation>
    </message>
    <message>
        <source>The file of the extra issuers, “{file}”, cannot be read: {why}. Choose it again in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Die Datei der zusätzlichen Aussteller, „{file}“, kann nicht gelesen werden: {why}. Wählen Sie sie in den Einstellungen der Verbindung erneut.</translation>
    </message>
    <message>
        <source>The server answered with something other than the agreed data.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>Der Server hat mit etwas anderem als den vereinbarten Daten geantwortet.</translation>
    </message>
    <message>
        <source>“{text}” is not the number of a batch.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>„{text}“ ist nicht die Nummer eines Stapels.</translation>
    </message>
    <message>
        <source>The server made a batch without saying its number.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>Der Server hat einen Stapel angelegt, ohne dessen Nummer zu nennen.</translation>
    </message>
    <message>
        <source>The server made a batch and calls it “{name}”, which is no number. SignDesk can only work with a server whose batches have numbers.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>Der Server hat einen Stapel angelegt und nennt ihn „{name}“; das ist keine Nummer. SignDesk kann nur mit einem Server arbeiten, dessen Stapel Nummern haben.</translation>
    </message>
    <message>
        <source>Check the server’s address, or ask the server’s operator.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>Prüfen Sie die Adresse des Servers, oder fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The server answered with something other than the state of a batch.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>Der Server hat mit etwas anderem als dem Zustand eines Stapels geantwortet.</translation>
    </message>
    <message>
        <source>The server answered about batch {other} instead of {number}.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>Der Server hat zu Stapel {other} statt zu Stapel {number} geantwortet.</translation>
    </message>
    <message>
        <source>The server’s answer came in a form that cannot be checked.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>Die Antwort des Servers kam in einer Form, die nicht geprüft werden kann.</translation>
    </message>
    <message>
        <source>The file is an archive, but no container of sealed documents.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Die Datei ist ein Archiv, aber kein Container mit gesiegelten Dokumenten.</translation>
    </message>
    <message>
        <source>The seals were not checked, because the container holds more of them than SignDesk checks. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Die Siegel wurden nicht geprüft, weil der Container mehr davon enthält, als SignDesk prüft. Prüfen Sie sie mit dem Programm, mit dem sie erstellt wurden.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because nothing in the container says which of the documents it is over. Ask whoever sealed them for a container of the kind ASiC-E.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil nichts im Container sagt, welches der Dokumente es umfasst. Bitten Sie um einen Container der Art ASiC-E.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the list of documents in the container, over which it is, is out of shape. Ask whoever sealed them to seal them anew.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil die Liste der Dokumente im Container, die es umfasst, fehlerhaft aufgebaut ist. Bitten Sie darum, sie neu zu siegeln.</translation>
    </message>
    <message>
        <source>There is no seal in the container.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Im Container ist kein Siegel.</translation>
    </message>
    <message>
        <source>There is no seal of a kind that SignDesk knows in the container. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Im Container ist kein Siegel einer Art, die SignDesk kennt. Prüfen Sie ihn mit dem Programm, mit dem er erstellt wurde.</translation>
    </message>
    <message>
        <source>The seal was not checked, because there is no document in the container.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Das Siegel wurde nicht geprüft, weil im Container kein Dokument ist.</translation>
    </message>
    <message>
        <source>Each seal is intact, but none is over all that is in the container: “{name}” is not under the seal of “{signer}”.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Jedes Siegel ist unversehrt, aber keines gilt für alles, was im Container ist: „{name}“ steht nicht unter dem Siegel von „{signer}“.</translation>
    </message>
    <message>
        <source>The seals are intact, but not over all that is in the container: “{name}” is under no seal.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Die Siegel sind unversehrt, aber nicht über alles im Container: „{name}“ liegt unter keinem Siegel.</translation>
    </message>
    <message>
        <source>The seal that the container names, “{name}”, is not in it.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Das Siegel „{name}“, das der Container nennt, ist nicht darin.</translation>
    </message>
    <message>
        <source>“{name}” in the container is not as it was when it was sealed.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>„{name}“ im Container ist nicht so, wie es beim Versiegeln war.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because there is no signature in “{name}”. Ask whoever made the container to make it anew.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil in „{name}“ keine Signatur ist. Bitten Sie darum, den Container neu zu erstellen.</translation>
    </message>
    <message>
        <source>The seal is not intact.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Das Siegel ist nicht unversehrt.</translation>
    </message>
    <message>
        <source>The file carries a seal, but not over this document: its bytes are not the ones sent.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Die Datei trägt ein Siegel, aber nicht für dieses Dokument: Ihre Bytes sind nicht die gesendeten.</translation>
    </message>
    <message>
        <source>The seal is over something else than this file.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Das Siegel gilt für etwas anderes als diese Datei.</translation>
    </message>
    <message>
        <source>The time stamp over the seal is not intact.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Der Zeitstempel über dem Siegel ist nicht unversehrt.</translation>
    </message>
    <message>
        <source>A time stamp over the seal could not be checked.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Ein Zeitstempel über dem Siegel konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because a time stamp over it has a form that SignDesk does not know.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil ein Zeitstempel darüber eine Form hat, die SignDesk nicht kennt.</translation>
    </message>
    <message>
        <source>A seal could not be looked for, because the file is encrypted. Decrypt it with the program of whom it was meant for, and check what comes out.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Nach einem Siegel konnte nicht gesucht werden, weil die Datei verschlüsselt ist. Entschlüsseln Sie sie mit dem Programm der Person, für die sie bestimmt ist, und prüfen Sie das Ergebnis.</translation>
    </message>
    <message>
        <source>The file has the form of a seal, but there is no signature in it.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Die Datei hat die Form eines Siegels, aber es ist keine Signatur darin.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it names two methods that contradict each other. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es zwei Verfahren nennt, die einander widersprechen. Prüfen Sie es mit dem Programm, mit dem es gemacht wurde.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because nobody, or too many, signed in it.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil niemand oder zu viele darin unterzeichnet haben.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is over something else than a file.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es über etwas anderem als einer Datei liegt.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because a part of it cannot be read here.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil ein Teil davon hier nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>A file that the seal is over is missing: “{name}”.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Eine Datei, die das Siegel umfasst, fehlt: „{name}“.</translation>
    </message>
    <message>
        <source>The seal uses {name}, which is no longer safe.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Das Siegel beruht auf {name}, das nicht mehr sicher ist.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it uses an algorithm that SignDesk does not know: {name}. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es ein Verfahren verwendet, das SignDesk nicht kennt: {name}. Prüfen Sie es mit dem Programm, mit dem es erstellt wurde.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it uses an algorithm that SignDesk does not know.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es ein Verfahren verwendet, das SignDesk nicht kennt.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because a certificate in it cannot be read here. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil ein Zertifikat darin hier nicht gelesen werden kann. Prüfen Sie es mit dem Programm, mit dem es erstellt wurde.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because its version number does not fit what is in it. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil seine Versionsnummer nicht zu seinem Inhalt passt. Prüfen Sie es mit dem Programm, mit dem es erstellt wurde.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it does not name the algorithm that it was made with where it should. Ask whoever sealed the file to seal it anew.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es das Verfahren, mit dem es erstellt wurde, nicht an der vorgesehenen Stelle nennt. Bitten Sie darum, die Datei neu zu siegeln.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it sets an algorithm that it uses in a way that SignDesk does not know. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es ein Verfahren in einer Weise einstellt, die SignDesk nicht kennt. Prüfen Sie es mit dem Programm, mit dem es erstellt wurde.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it spells the issuer of its certificate in another way than the certificate does. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es den Aussteller seines Zertifikats anders schreibt als das Zertifikat selbst. Prüfen Sie es mit dem Programm, mit dem es erstellt wurde.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because its certificate is not inside. If you have it in a file, add it under “Also trust these certificates” in the settings, or give it to “signdesk verify” as --ca-file.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil sein Zertifikat nicht darin ist. Wenn Sie es in einer Datei haben, geben Sie diese in den Einstellungen unter „Auch diesen Zertifikaten vertrauen“ an oder mit --ca-file bei „signdesk verify“.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the document looks like the inside of another seal, over another document.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, denn das Dokument sieht aus wie das Innere eines anderen Siegels, das für ein anderes Dokument gilt.</translation>
    </message>
    <message>
        <source>The time stamp was not checked, because the authority did not simply grant it: it refused, or changed something. Ask it for a new time stamp.</source>
        <extracomment>signdesk/seals/cms_seals.py</extracomment>
        <translation>Der Zeitstempel wurde nicht geprüft, weil die Stelle ihn nicht einfach gewährt hat: Sie hat abgelehnt oder etwas geändert. Fordern Sie dort einen neuen Zeitstempel an.</translation>
    </message>
    <message>
        <source>The file holds a seal, but no time stamp, though its name says so.</source>
        <extracomment>signdesk/seals/cms_seals.py</extracomment>
        <translation>Die Datei enthält ein Siegel, aber keinen Zeitstempel, obwohl ihr Name das sagt.</translation>
    </message>
    <message>
        <source>The seal was not checked, because it lies in an e-mail message (S/MIME).</source>
        <extracomment>signdesk/seals/cms_seals.py</extracomment>
        <translation>Das Siegel wurde nicht geprüft, weil es in einer E-Mail-Nachricht (S/MIME) liegt.</translation>
    </message>
    <message>
        <source>The seal was not checked, because the document is not inside it.</source>
        <extracomment>signdesk/seals/cms_seals.py, signdesk/seals/xml.py</extracomment>
        <translation>Das Siegel wurde nicht geprüft, weil das Dokument nicht darin liegt.</translation>
    </message>
    <message>
        <source>The pages were not compared: the document as it was sent is not there any more.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Die Seiten wurden nicht verglichen: Das gesendete Dokument ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The pages were not compared: the document was changed on this computer since.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Die Seiten wurden nicht verglichen: Das Dokument auf diesem Computer wurde seitdem geändert.</translation>
    </message>
    <message>
        <source>The pages were not compared: that was not possible on this computer.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Die Seiten wurden nicht verglichen: Auf diesem Computer war das nicht möglich.</translation>
    </message>
    <message>
        <source>The pages were not compared: the document is too complex.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Die Seiten wurden nicht verglichen: Das Dokument ist zu komplex.</translation>
    </message>
    <message>
        <source>The pages were not compared: the document cannot be drawn.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Die Seiten wurden nicht verglichen: Das Dokument lässt sich nicht darstellen.</translation>
    </message>
    <message>
        <source>The pages were not compared: the document opens only with a password.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Die Seiten wurden nicht verglichen: Das Dokument lässt sich nur mit einem Passwort öffnen.</translation>
    </message>
    <message>
        <source>The pages were not compared: a page is too large.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Die Seiten wurden nicht verglichen: Eine Seite ist zu groß.</translation>
    </message>
    <message>
        <source>Only the first pages were compared: there are too many.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Nur die ersten Seiten wurden verglichen: Es sind zu viele.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the mail is signed with OpenPGP, which SignDesk does not know. Check it with the mail program.</source>
        <extracomment>signdesk/seals/mail.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil die E-Mail mit OpenPGP signiert ist, das SignDesk nicht kennt. Prüfen Sie sie mit dem Mailprogramm.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the mail is put together in a way that programs read differently. Check it with the mail program, and rely only on what it shows as signed.</source>
        <extracomment>signdesk/seals/mail.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil die E-Mail so zusammengesetzt ist, dass Programme sie verschieden lesen. Prüfen Sie sie mit dem Mailprogramm und verlassen Sie sich nur auf das, was es als signiert zeigt.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is over a part of the mail alone. Save that part as a file of its own with the mail program, and check that.</source>
        <extracomment>signdesk/seals/mail.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es nur einen Teil der E-Mail umfasst. Speichern Sie diesen Teil mit dem Mailprogramm als eigene Datei und prüfen Sie diese.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the mail says that it is signed, but the text is not inside. Ask whoever sent it to send it anew.</source>
        <extracomment>signdesk/seals/mail.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil die E-Mail angibt, signiert zu sein, der Text aber nicht darin ist. Bitten Sie den Absender, sie erneut zu senden.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is in a signed Word document, of which Word alone decides what is signed. Open it in Word: it shows the signatures under File, Info.</source>
        <extracomment>signdesk/seals/office.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es in einem signierten Word-Dokument ist, bei dem allein Word bestimmt, was signiert ist. Öffnen Sie es in Word: Die Signaturen stehen unter Datei, Informationen.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is in a signed Excel workbook, of which Excel alone decides what is signed. Open it in Excel: it shows the signatures under File, Info.</source>
        <extracomment>signdesk/seals/office.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es in einer signierten Excel-Arbeitsmappe ist, bei der allein Excel bestimmt, was signiert ist. Öffnen Sie sie in Excel: Die Signaturen stehen unter Datei, Informationen.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is in a signed PowerPoint presentation, of which PowerPoint alone decides what is signed. Open it in PowerPoint: it shows the signatures under File, Info.</source>
        <extracomment>signdesk/seals/office.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es in einer signierten PowerPoint-Präsentation ist, bei der allein PowerPoint bestimmt, was signiert ist. Öffnen Sie sie in PowerPoint: Die Signaturen stehen unter Datei, Informationen.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is in a signed Office file, of which the program that it was made with alone decides what is signed. Open it there.</source>
        <extracomment>signdesk/seals/office.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es in einer signierten Office-Datei ist, bei der allein das Programm, mit dem sie erstellt wurde, bestimmt, was signiert ist. Öffnen Sie sie dort.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the list of signatures in the document is out of shape. Open it in the program that it was made with.</source>
        <extracomment>signdesk/seals/office.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil die Liste der Signaturen im Dokument fehlerhaft aufgebaut ist. Öffnen Sie es mit dem Programm, mit dem es erstellt wurde.</translation>
    </message>
    <message>
        <source>The seal is intact over this document. Whether it is the document that was sent cannot be told without the file that was sent, at its place and unchanged.</source>
        <extracomment>signdesk/seals/office.py</extracomment>
        <translation>Das Siegel über diesem Dokument ist unversehrt. Ob es das gesendete Dokument ist, lässt sich ohne die gesendete Datei, unverändert an ihrem Ort, nicht sagen.</translation>
    </message>
    <message>
        <source>The seal is intact, but not over the whole document: “{name}” in it is under no seal.</source>
        <extracomment>signdesk/seals/office.py</extracomment>
        <translation>Das Siegel ist unversehrt, aber nicht über das ganze Dokument: „{name}“ darin liegt unter keinem Siegel.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the container holds more than SignDesk reads. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/package.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil der Container mehr enthält, als SignDesk liest. Prüfen Sie es mit dem Programm, mit dem es erstellt wurde.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the container opens only with a password. Take out what is in it, and check that.</source>
        <extracomment>signdesk/seals/package.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil sich der Container nur mit einem Passwort öffnen lässt. Entnehmen Sie, was darin ist, und prüfen Sie das.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because two files in the container have the same name: programs may show one or the other. Ask whoever made it to make it anew.</source>
        <extracomment>signdesk/seals/package.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil zwei Dateien im Container denselben Namen haben: Programme können die eine oder die andere zeigen. Bitten Sie darum, ihn neu zu erstellen.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because programs may find different things in the container. Check it with the program that it was made with, and rely only on what that shows.</source>
        <extracomment>signdesk/seals/package.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil verschiedene Programme im Container Verschiedenes finden können. Prüfen Sie es mit dem Programm, mit dem er erstellt wurde, und verlassen Sie sich nur auf das, was dieses zeigt.</translation>
    </message>
    <message>
        <source>The file was changed after it was sealed.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Die Datei wurde nach dem Versiegeln geändert.</translation>
    </message>
    <message>
        <source>The file was changed after it was sealed: its pages are others.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Die Datei wurde nach dem Siegeln geändert: Ihre Seiten sind andere.</translation>
    </message>
    <message>
        <source>The file was changed after it was sealed: its form is not as it was.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Die Datei wurde nach dem Siegeln geändert: Ihr Formular ist nicht mehr, wie es war.</translation>
    </message>
    <message>
        <source>The file was changed after it was sealed: what opens with it, or lies inside it, is different.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Die Datei wurde nach dem Siegeln geändert: Was sich mit ihr öffnet oder in ihr liegt, ist anders.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the file was written to after it was sealed, and SignDesk cannot tell whether that changed it.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil nach dem Siegeln in die Datei geschrieben wurde und SignDesk nicht sagen kann, ob das sie geändert hat.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because a signature in the file cannot be read, and the document is too large to look whether it was there before. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil eine Signatur in der Datei nicht lesbar ist und das Dokument zu groß ist, um festzustellen, ob sie schon vorher da war. Prüfen Sie es mit dem Programm, mit dem es erstellt wurde.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because what was added after it was sealed lies on a page, and may cover what was sealed.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, denn was nach dem Siegeln hinzukam, liegt auf einer Seite und kann verdecken, was gesiegelt wurde.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the file has other data before the PDF begins.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil die Datei vor dem Anfang des PDFs andere Daten enthält.</translation>
    </message>
    <message>
        <source>It came back unchanged, without a new seal.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Es kam unverändert zurück, ohne neues Siegel.</translation>
    </message>
    <message>
        <source>It came back changed, but without a new seal.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Es kam geändert zurück, aber ohne neues Siegel.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is in a format that SignDesk does not know: {name}. Check it with a PDF program that knows it.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es ein Format hat, das SignDesk nicht kennt: {name}. Prüfen Sie es mit einem PDF-Programm, das es kennt.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because later seals have pictures on more pages than SignDesk looks at.</source>
        <extracomment>signdesk/seals/pdf_pictures.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil spätere Siegel Bilder auf mehr Seiten haben, als SignDesk ansieht.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because a later seal has a picture on a page, and SignDesk cannot draw what was there before.</source>
        <extracomment>signdesk/seals/pdf_pictures.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil ein späteres Siegel ein Bild auf einer Seite hat und SignDesk nicht zeichnen kann, was vorher dort war.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the picture of a later seal lies over what was on page {page} before. Compare that page with the document as it was sealed first.</source>
        <extracomment>signdesk/seals/pdf_pictures.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil das Bild eines späteren Siegels über dem liegt, was vorher auf Seite {page} stand. Vergleichen Sie diese Seite mit dem Dokument, wie es zuerst gesiegelt wurde.</translation>
    </message>
    <message>
        <source>The picture of a later seal lies over lines that were on page {page} before.</source>
        <extracomment>signdesk/seals/pdf_pictures.py</extracomment>
        <translation>Das Bild eines späteren Siegels liegt über Linien, die vorher auf Seite {page} waren.</translation>
    </message>
    <message>
        <source>It carries no seal: there is room for one, but no signature in it.</source>
        <extracomment>signdesk/seals/pdf_unreadable.py</extracomment>
        <translation>Es trägt kein Siegel: Es gibt Platz dafür, aber keine Signatur darin.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the file opens only with a password.</source>
        <extracomment>signdesk/seals/pdf_unreadable.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil sich die Datei nur mit einem Passwort öffnet.</translation>
    </message>
    <message>
        <source>The seal was not checked, because its file is far too large for a seal.</source>
        <extracomment>signdesk/seals/reading.py</extracomment>
        <translation>Das Siegel wurde nicht geprüft, weil seine Datei für ein Siegel viel zu groß ist.</translation>
    </message>
    <message>
        <source>The file of the seal is empty.</source>
        <extracomment>signdesk/seals/reading.py</extracomment>
        <translation>Die Datei des Siegels ist leer.</translation>
    </message>
    <message>
        <source>It carries no seal.</source>
        <extracomment>signdesk/seals/seal_check_result.py</extracomment>
        <translation>Es trägt kein Siegel.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the file could not be read.</source>
        <extracomment>signdesk/seals/seal_check_result.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil die Datei nicht gelesen werden konnte.</translation>
    </message>
    <message>
        <source>“{signer}”: intact.</source>
        <extracomment>signdesk/seals/seal_check_result.py</extracomment>
        <translation>„{signer}“: unversehrt.</translation>
    </message>
    <message>
        <source>“{signer}”: {why}</source>
        <extracomment>signdesk/seals/seal_check_result.py</extracomment>
        <translation>„{signer}“: {why}</translation>
    </message>
    <message>
        <source>Time stamp of “{signer}”: intact.</source>
        <extracomment>signdesk/seals/seal_check_result.py</extracomment>
        <translation>Zeitstempel von „{signer}“: unversehrt.</translation>
    </message>
    <message>
        <source>Time stamp of “{signer}”: {why}</source>
        <extracomment>signdesk/seals/seal_check_result.py</extracomment>
        <translation>Zeitstempel von „{signer}“: {why}</translation>
    </message>
    <message numerus="yes">
        <source>It holds %n seals.</source>
        <extracomment>signdesk/seals/seal_check_result.py; for one: It holds %n seal.</extracomment>
        <translation>
            <numerusform>Es trägt %n Siegel.</numerusform>
            <numerusform>Es trägt %n Siegel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It also holds %n time stamps.</source>
        <extracomment>signdesk/seals/seal_check_result.py; for one: It also holds %n time stamp.</extracomment>
        <translation>
            <numerusform>Es trägt auch %n Zeitstempel.</numerusform>
            <numerusform>Es trägt auch %n Zeitstempel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %n time stamps.</source>
        <extracomment>signdesk/seals/seal_check_result.py; for one: It holds %n time stamp.</extracomment>
        <translation>
            <numerusform>Es trägt %n Zeitstempel.</numerusform>
            <numerusform>Es trägt %n Zeitstempel.</numerusform>
        </translation>
    </message>
    <message>
        <source>The seal could not be checked, because the file is too complex.</source>
        <extracomment>signdesk/seals/seal_checker.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil die Datei zu komplex ist.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because its properties are those of another signature.</source>
        <extracomment>signdesk/seals/xades.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil seine Eigenschaften zu einer anderen Signatur gehören.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because its properties are of a version that SignDesk cannot read.</source>
        <extracomment>signdesk/seals/xades.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil seine Eigenschaften eine Version haben, die SignDesk nicht lesen kann.</translation>
    </message>
    <message>
        <source>The seal is not intact: it names another certificate than the one that made it.</source>
        <extracomment>signdesk/seals/xades.py</extracomment>
        <translation>Das Siegel ist nicht unversehrt: Es nennt ein anderes Zertifikat als das, mit dem es erstellt wurde.</translation>
    </message>
    <message>
        <source>The seal is intact, but something else lies in the file beside what it is over, under no seal. Rely only on what the program that it was made with shows as sealed.</source>
        <extracomment>signdesk/seals/xml.py</extracomment>
        <translation>Das Siegel ist unversehrt, aber neben dem, was es umfasst, liegt in der Datei noch etwas unter keinem Siegel. Verlassen Sie sich nur auf das, was das Programm, mit dem es erstellt wurde, als gesiegelt zeigt.</translation>
    </message>
    <message>
        <source>It came back without a new seal.</source>
        <extracomment>signdesk/seals/xml.py</extracomment>
        <translation>Es kam ohne neues Siegel zurück.</translation>
    </message>
    <message>
        <source>The seal itself is intact, but what it is over is not here: {names}.</source>
        <extracomment>signdesk/seals/xml.py</extracomment>
        <translation>Das Siegel selbst ist unversehrt, aber was es umfasst, ist nicht hier: {names}.</translation>
    </message>
    <message>
        <source>The seal is intact, but only over a part of the file: {parts}. What else is in it is under no seal.</source>
        <extracomment>signdesk/seals/xml.py</extracomment>
        <translation>Das Siegel ist unversehrt, aber nur über einen Teil der Datei: {parts}. Was sonst darin ist, liegt unter keinem Siegel.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is over a file called “{name}”. Put that file beside it, under this name.</source>
        <extracomment>signdesk/seals/xml.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es eine Datei namens „{name}“ umfasst. Legen Sie diese Datei unter diesem Namen daneben.</translation>
    </message>
    <message>
        <source>The seal is intact over the XML in this file, but the XML was written anew. Without the file that was sent, at its place and unchanged, it cannot be told whether it is the same document.</source>
        <extracomment>signdesk/seals/xml_before.py</extracomment>
        <translation>Das Siegel ist für das XML in dieser Datei unversehrt, doch das XML wurde neu geschrieben. Ohne die gesendete Datei, unverändert an ihrem Ort, lässt sich nicht sagen, ob es dasselbe Dokument ist.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it does not say what it is over. Ask whoever sealed the file to seal it anew.</source>
        <extracomment>signdesk/seals/xml_form.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es nicht sagt, was es umfasst. Bitten Sie darum, die Datei neu zu siegeln.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it names too many parts, or one of them twice.</source>
        <extracomment>signdesk/seals/xml_form.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es zu viele Teile nennt oder einen davon zweimal.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the steps that lead to what it covers are in an odd order.</source>
        <extracomment>signdesk/seals/xml_form.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil die Schritte zu dem, was es abdeckt, in ungewöhnlicher Reihenfolge stehen.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it does not cover the other file as it is, byte for byte.</source>
        <extracomment>signdesk/seals/xml_form.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es die andere Datei nicht so, wie sie ist, Byte für Byte umfasst.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it covers the document in a form that SignDesk does not know: {form}.</source>
        <extracomment>signdesk/seals/xml_form.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es das Dokument in einer Form abdeckt, die SignDesk nicht kennt: {form}.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because addresses in it are relative (xml:base).</source>
        <extracomment>signdesk/seals/xml_form.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil Adressen darin relativ sind (xml:base).</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it names a part that is not there just once.</source>
        <extracomment>signdesk/seals/xml_places.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es einen Teil nennt, der nicht genau einmal vorkommt.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it names its part in a way that SignDesk cannot follow.</source>
        <extracomment>signdesk/seals/xml_places.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es seinen Teil auf eine Weise nennt, der SignDesk nicht folgen kann.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is over a list of lists (manifests). Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/xml_places.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es eine Liste von Listen (Manifesten) umfasst. Prüfen Sie es mit dem Programm, mit dem es erstellt wurde.</translation>
    </message>
    <message>
        <source>The seal itself is intact, but not what it is over: “{name}” is not what the list in it (manifest) says. It was changed after it was sealed.</source>
        <extracomment>signdesk/seals/xml_places.py</extracomment>
        <translation>Das Siegel selbst ist unversehrt, aber nicht das, was es umfasst: „{name}“ ist nicht das, was die Liste darin (Manifest) sagt. Es wurde nach dem Siegeln geändert.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the file has a document type (DOCTYPE), which no seal covers.</source>
        <extracomment>signdesk/seals/xml_signature.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil die Datei einen Dokumenttyp (DOCTYPE) hat, den kein Siegel abdeckt.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the file breaks the rules of XML: it may have been cut off, or damaged on its way. Ask for the file again.</source>
        <extracomment>signdesk/seals/xml_signature.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil die Datei gegen die Regeln von XML verstößt: Sie kann unterwegs abgeschnitten oder beschädigt worden sein. Bitten Sie erneut um die Datei.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is not written as the standard for XML signatures wants it. Ask whoever sealed the file to seal it anew.</source>
        <extracomment>signdesk/seals/xml_signature.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es nicht so geschrieben ist, wie es der Standard für XML-Signaturen verlangt. Bitten Sie darum, die Datei neu zu siegeln.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is over the text of a part alone, and not over what says what that text is. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/xml_signature.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es nur den Text eines Teils umfasst und nicht das, was sagt, was dieser Text ist. Prüfen Sie es mit dem Programm, mit dem es erstellt wurde.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is over another signature, and leaves signatures out of what it is over. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/xml_verifier.py</extracomment>
        <translation>Das Siegel konnte nicht geprüft werden, weil es eine andere Signatur umfasst und zugleich Signaturen ausnimmt. Prüfen Sie es mit dem Programm, mit dem es erstellt wurde.</translation>
    </message>
    <message>
        <source>it was changed after it was checked</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>es wurde nach der Prüfung geändert</translation>
    </message>
    <message>
        <source>The result is damaged: {why}.</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>Das Ergebnis ist beschädigt: {why}.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>es ist leer</translation>
    </message>
    <message>
        <source>SignDesk does not open the result: {why}.</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>SignDesk öffnet das Ergebnis nicht: {why}.</translation>
    </message>
    <message>
        <source>it holds far too many files ({count})</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>es enthält viel zu viele Dateien ({count})</translation>
    </message>
    <message>
        <source>it holds two entries of the name “{name}”</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>es enthält zwei Einträge mit dem Namen „{name}“</translation>
    </message>
    <message>
        <source>it would unpack to far more than was sent (the largest entry is “{name}”)</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>es wäre entpackt viel größer als das Gesendete (der größte Eintrag ist „{name}“)</translation>
    </message>
    <message>
        <source>the entry “{name}” is not whole</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>der Eintrag „{name}“ ist nicht vollständig</translation>
    </message>
    <message>
        <source>the entry “{name}” is larger than it says</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>der Eintrag „{name}“ ist größer, als er angibt</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <extracomment>signdesk/storage/archive.py, signdesk/storage/zip_layout.py</extracomment>
        <translation>es ist abgeschnitten</translation>
    </message>
    <message>
        <source>the entry “{name}” has something hidden behind its end</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>hinter dem Ende des Eintrags „{name}“ ist etwas verborgen</translation>
    </message>
    <message>
        <source>{owner} (process {number})</source>
        <extracomment>signdesk/storage/batch_lock.py</extracomment>
        <translation>{owner} (Prozess {number})</translation>
    </message>
    <message>
        <source>What the keyring holds for {owner} cannot be read. Give the secret again.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Was der Schlüsselbund für {owner} enthält, kann nicht gelesen werden. Geben Sie den geheimen Wert erneut ein.</translation>
    </message>
    <message>
        <source>The keyring of Windows holds {most} characters, and this would be {units}. Ask for a shorter key, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Der Schlüsselbund von Windows fasst {most} Zeichen, und dies wären {units}. Bitten Sie um einen kürzeren Schlüssel, oder geben Sie den geheimen Wert nur für eine Sitzung ein.</translation>
    </message>
    <message>
        <source>{where} names “{shown}” as the place for passwords. SignDesk keeps secrets in the keyring of the system only. Take that setting away, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>{where} nennt „{shown}“ als Ort für Passwörter. SignDesk bewahrt geheime Werte nur im Schlüsselbund des Systems auf. Entfernen Sie diese Einstellung, oder geben Sie den geheimen Wert nur für eine Sitzung ein.</translation>
    </message>
    <message>
        <source>There is no keyring on this machine, or none that this session can reach. Sign in to the desktop or set one up, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund oder keinen, den diese Sitzung erreichen kann. Melden Sie sich am Desktop an, richten Sie einen Schlüsselbund ein, oder geben Sie den geheimen Wert nur für eine Sitzung ein.</translation>
    </message>
    <message>
        <source>The environment variable PYTHON_KEYRING_BACKEND</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Die Umgebungsvariable PYTHON_KEYRING_BACKEND</translation>
    </message>
    <message>
        <source>{file} cannot be read. Correct or remove it, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>{file} kann nicht gelesen werden. Berichtigen oder entfernen Sie diese Datei, oder geben Sie den geheimen Wert nur für eine Sitzung ein.</translation>
    </message>
    <message>
        <source>The keyring does not give back what was put in, so nothing was kept there. Have it looked at, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Der Schlüsselbund gibt nicht zurück, was hineingelegt wurde, daher wurde dort nichts aufbewahrt. Lassen Sie ihn überprüfen, oder geben Sie den geheimen Wert nur für eine Sitzung ein.</translation>
    </message>
    <message>
        <source>The keyring did not remove the secret. Remove it with the system's own program.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Der Schlüsselbund hat den geheimen Wert nicht entfernt. Entfernen Sie ihn mit dem Programm des Systems.</translation>
    </message>
    <message>
        <source>The keyring failed ({causes}). Sign out of the desktop and in again, then try once more, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Der Schlüsselbund hat versagt ({causes}). Melden Sie sich vom Desktop ab und wieder an, und versuchen Sie es dann noch einmal, oder geben Sie den geheimen Wert nur für eine Sitzung ein.</translation>
    </message>
    <message>
        <source>The keyring was not opened: its question was answered with no, or there was no screen to ask it on. Try again and allow it, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Der Schlüsselbund wurde nicht geöffnet: Seine Frage wurde mit Nein beantwortet, oder es gab keinen Bildschirm, auf dem er fragen konnte. Versuchen Sie es erneut und erlauben Sie es, oder geben Sie den geheimen Wert nur für eine Sitzung ein.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it and try again, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und versuchen Sie es erneut, oder geben Sie den geheimen Wert nur für eine Sitzung ein.</translation>
    </message>
    <message>
        <source>The keyring of this machine cannot be reached from this session. Sign in to the desktop, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Der Schlüsselbund dieses Computers ist aus dieser Sitzung nicht erreichbar. Melden Sie sich am Desktop an, oder geben Sie den geheimen Wert nur für eine Sitzung ein.</translation>
    </message>
    <message>
        <source>the name of the entry “{name}” has a NUL in it</source>
        <extracomment>signdesk/storage/entry_names.py</extracomment>
        <translation>der Name des Eintrags „{name}“ enthält ein NUL-Zeichen</translation>
    </message>
    <message>
        <source>the entry “{name}” has an absolute path</source>
        <extracomment>signdesk/storage/entry_names.py</extracomment>
        <translation>der Eintrag „{name}“ hat einen absoluten Pfad</translation>
    </message>
    <message>
        <source>the file “{name}” in it would be written outside its folder</source>
        <extracomment>signdesk/storage/entry_names.py</extracomment>
        <translation>die Datei „{name}“ darin würde außerhalb ihres Ordners geschrieben</translation>
    </message>
    <message>
        <source>SignDesk cannot keep its data in “{folder}”: it cannot be made or written to.</source>
        <extracomment>signdesk/storage/folders.py</extracomment>
        <translation>SignDesk kann seine Daten nicht in „{folder}“ aufbewahren: Der Ordner kann nicht angelegt oder nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>Name another folder with --data-dir.</source>
        <extracomment>signdesk/storage/folders.py</extracomment>
        <translation>Geben Sie mit --data-dir einen anderen Ordner an.</translation>
    </message>
    <message>
        <source>Ask for the right to it, or name another folder with --data-dir.</source>
        <extracomment>signdesk/storage/folders.py</extracomment>
        <translation>Bitten Sie um das Recht dazu, oder geben Sie mit --data-dir einen anderen Ordner an.</translation>
    </message>
    <message>
        <source>Your home folder is not known: HOME is not set, and the system has no entry for this user.</source>
        <extracomment>signdesk/storage/folders.py</extracomment>
        <translation>Ihr persönlicher Ordner ist nicht bekannt: HOME ist nicht gesetzt, und das System hat keinen Eintrag für diesen Benutzer.</translation>
    </message>
    <message>
        <source>Set HOME, or name a folder with --data-dir.</source>
        <extracomment>signdesk/storage/folders.py</extracomment>
        <translation>Setzen Sie HOME, oder geben Sie mit --data-dir einen Ordner an.</translation>
    </message>
    <message>
        <source>The folder has no documents. Add another folder, or single files.</source>
        <extracomment>signdesk/storage/intake.py</extracomment>
        <translation>Der Ordner enthält keine Dokumente. Fügen Sie einen anderen Ordner oder einzelne Dateien hinzu.</translation>
    </message>
    <message>
        <source>One batch in SignDesk's list could not be read, so it was put aside and does not go on.</source>
        <extracomment>signdesk/storage/journal/bad_rows.py</extracomment>
        <translation>Ein Stapel in der Liste von SignDesk konnte nicht gelesen werden; er wurde daher beiseitegelegt und läuft nicht weiter.</translation>
    </message>
    <message>
        <source>One batch in SignDesk's list (“{document}”) could not be read, so it was put aside and does not go on.</source>
        <extracomment>signdesk/storage/journal/bad_rows.py</extracomment>
        <translation>Ein Stapel in der Liste von SignDesk („{document}“) konnte nicht gelesen werden; er wurde daher beiseitegelegt und läuft nicht weiter.</translation>
    </message>
    <message numerus="yes">
        <source>One batch in SignDesk's list (“{document}” and %n more) could not be read, so it was put aside and does not go on.</source>
        <extracomment>signdesk/storage/journal/bad_rows.py; for one: One batch in SignDesk's list (“{document}” and %n more) could not be read, so it was put aside and does not go on.</extracomment>
        <translation>
            <numerusform>Ein Stapel in der Liste von SignDesk („{document}“ und %n weiteres) konnte nicht gelesen werden; er wurde daher beiseitegelegt und läuft nicht weiter.</numerusform>
            <numerusform>Ein Stapel in der Liste von SignDesk („{document}“ und %n weitere) konnte nicht gelesen werden; er wurde daher beiseitegelegt und läuft nicht weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask the server’s operator what became of it before you send its documents again.</source>
        <extracomment>signdesk/storage/journal/bad_rows.py</extracomment>
        <translation>Fragen Sie den Betreiber des Servers, was aus dem Stapel geworden ist, bevor Sie dessen Dokumente erneut senden.</translation>
    </message>
    <message>
        <source>Ask the server’s operator (batch {number}) what became of it before you send its documents again.</source>
        <extracomment>signdesk/storage/journal/bad_rows.py</extracomment>
        <translation>Fragen Sie den Betreiber des Servers (Stapel {number}), was aus dem Stapel geworden ist, bevor Sie dessen Dokumente erneut senden.</translation>
    </message>
    <message>
        <source>There is no more room on the disk that holds SignDesk's list of batches (“{folder}”). Make room there, and try again.</source>
        <extracomment>signdesk/storage/journal/failures.py</extracomment>
        <translation>Auf dem Datenträger, auf dem die Stapelliste von SignDesk liegt („{folder}“), ist kein Platz mehr. Schaffen Sie dort Platz, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>SignDesk cannot write its list of batches in “{folder}”. Ask for the right to it, and try again.</source>
        <extracomment>signdesk/storage/journal/failures.py</extracomment>
        <translation>SignDesk kann seine Stapelliste in „{folder}“ nicht schreiben. Bitten Sie um das Recht dazu, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Another SignDesk is busy with the list of batches in “{folder}”. Try again in a moment.</source>
        <extracomment>signdesk/storage/journal/failures.py</extracomment>
        <translation>Ein anderes SignDesk arbeitet gerade mit der Stapelliste in „{folder}“. Versuchen Sie es gleich erneut.</translation>
    </message>
    <message>
        <source>SignDesk's list of batches in “{folder}” is damaged. Close SignDesk and start it again: the damaged list is kept, and a new one is begun.</source>
        <extracomment>signdesk/storage/journal/failures.py</extracomment>
        <translation>Die Stapelliste von SignDesk in „{folder}“ ist beschädigt. Schließen Sie SignDesk und starten Sie es erneut: Die beschädigte Liste wird aufbewahrt, und eine neue wird begonnen.</translation>
    </message>
    <message>
        <source>The disk that holds SignDesk's list of batches (“{folder}”) failed or is full. Look after that disk, and try again.</source>
        <extracomment>signdesk/storage/journal/failures.py</extracomment>
        <translation>Der Datenträger, auf dem die Stapelliste von SignDesk liegt („{folder}“), hat versagt oder ist voll. Sehen Sie nach diesem Datenträger, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>SignDesk's list of batches in “{folder}” was moved or removed while SignDesk was running. Put it back, or close SignDesk and start it again.</source>
        <extracomment>signdesk/storage/journal/failures.py</extracomment>
        <translation>Die Stapelliste von SignDesk in „{folder}“ wurde verschoben oder entfernt, während SignDesk lief. Legen Sie sie zurück, oder schließen Sie SignDesk und starten Sie es erneut.</translation>
    </message>
    <message>
        <source>SignDesk's list of batches is damaged as soon as it is written. The disk may be failing: have it looked at, or name another folder with --data-dir.</source>
        <extracomment>signdesk/storage/journal/opening.py</extracomment>
        <translation>Die Stapelliste von SignDesk ist beschädigt, sobald sie geschrieben wird. Vielleicht ist der Datenträger defekt: Lassen Sie ihn überprüfen, oder geben Sie mit --data-dir einen anderen Ordner an.</translation>
    </message>
    <message>
        <source>Another SignDesk is mending the list of batches at this moment. Try again in a moment.</source>
        <extracomment>signdesk/storage/journal/opening.py</extracomment>
        <translation>Ein anderes SignDesk repariert gerade die Stapelliste. Versuchen Sie es gleich erneut.</translation>
    </message>
    <message>
        <source>“{folder}” lies on another computer, where SignDesk's list of batches would not be safe. Name a folder on this computer with --data-dir.</source>
        <extracomment>signdesk/storage/journal/opening.py</extracomment>
        <translation>„{folder}“ liegt auf einem anderen Computer, wo die Stapelliste von SignDesk nicht sicher wäre. Geben Sie mit --data-dir einen Ordner auf diesem Computer an.</translation>
    </message>
    <message>
        <source>SignDesk's list of batches was written by a newer version of SignDesk, so it was left as it is. Start the newer version, or name another folder with --data-dir.</source>
        <extracomment>signdesk/storage/journal/schema.py</extracomment>
        <translation>Die Stapelliste von SignDesk wurde von einer neueren Version von SignDesk geschrieben und daher so gelassen, wie sie ist. Starten Sie die neuere Version, oder geben Sie mit --data-dir einen anderen Ordner an.</translation>
    </message>
    <message>
        <source>The server sent more than {size} and did not come to an end, which is far more than a result of these documents can be. SignDesk stopped there and kept nothing of it.</source>
        <extracomment>signdesk/storage/result_bounds.py</extracomment>
        <translation>Der Server hat mehr als {size} gesendet und ist zu keinem Ende gekommen; das ist weit mehr, als ein Ergebnis dieser Dokumente sein kann. SignDesk hat dort aufgehört und nichts davon behalten.</translation>
    </message>
    <message>
        <source>The result is larger than expected, and only {free} are free in “{folder}”. SignDesk stopped fetching it, so that the disk does not fill up. Make room, or choose another folder.</source>
        <extracomment>signdesk/storage/result_bounds.py</extracomment>
        <translation>Das Ergebnis ist größer als erwartet, und in „{folder}“ sind nur {free} frei. SignDesk holt es nicht weiter ab, damit der Datenträger nicht voll wird. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made there. Choose another folder.</source>
        <extracomment>signdesk/storage/results.py</extracomment>
        <translation>Der Ordner „{folder}“ kann dort nicht angelegt werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The disk or share that holds “{folder}” is not connected.</source>
        <extracomment>signdesk/storage/results.py</extracomment>
        <translation>Der Datenträger oder die Freigabe mit „{folder}“ ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The disk or share that holds “{folder}” is not connected: {source}.</source>
        <extracomment>signdesk/storage/results.py</extracomment>
        <translation>Der Datenträger oder die Freigabe mit „{folder}“ ist nicht verbunden: {source}.</translation>
    </message>
    <message>
        <source>There is not enough room in “{folder}”: {needed} are needed and {free} are free. Make room, or choose another folder.</source>
        <extracomment>signdesk/storage/results.py</extracomment>
        <translation>In „{folder}“ ist nicht genug Platz: {needed} werden benötigt, und {free} sind frei. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>This must be text between quotation marks.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>Hier muss ein Text in Anführungszeichen stehen.</translation>
    </message>
    <message>
        <source>This must be a whole number without quotation marks.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>Hier muss eine ganze Zahl ohne Anführungszeichen stehen.</translation>
    </message>
    <message>
        <source>This must be true or false, without quotation marks.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>Hier muss true oder false stehen, ohne Anführungszeichen.</translation>
    </message>
    <message>
        <source>This must be one line of plain text.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>Hier muss eine Zeile einfacher Text stehen.</translation>
    </message>
    <message>
        <source>This is longer than {most} characters.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>Dies ist länger als {most} Zeichen.</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>Dies darf nicht leer sein.</translation>
    </message>
    <message>
        <source>This must be a whole path: from the top, or from “~”, your own folder.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>Hier muss ein vollständiger Pfad stehen: von ganz oben oder ab „~“, Ihrem eigenen Ordner.</translation>
    </message>
    <message>
        <source>“{name}” is not the name of a connection in this file.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>„{name}“ ist nicht der Name einer Verbindung in dieser Datei.</translation>
    </message>
    <message>
        <source>This must be a whole number from 0 to {most}.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>Hier muss eine ganze Zahl von 0 bis {most} stehen.</translation>
    </message>
    <message>
        <source>“{text}” is not one of: {known}.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>„{text}“ ist keiner dieser Werte: {known}.</translation>
    </message>
    <message>
        <source>{place} Nothing was saved: that would replace what stands in the file. Correct it with an editor first.</source>
        <extracomment>signdesk/storage/settings.py</extracomment>
        <translation>{place} Es wurde nichts gespeichert: Das würde ersetzen, was in der Datei steht. Berichtigen Sie sie zuerst mit einem Editor.</translation>
    </message>
    <message>
        <source>Another program keeps changing “{file}”, so nothing was saved. Try again in a moment.</source>
        <extracomment>signdesk/storage/settings.py</extracomment>
        <translation>Ein anderes Programm ändert „{file}“ fortwährend, daher wurde nichts gespeichert. Versuchen Sie es gleich erneut.</translation>
    </message>
    <message>
        <source>Nothing was saved to “{file}”.</source>
        <extracomment>signdesk/storage/settings.py</extracomment>
        <translation>In „{file}“ wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>“{file}” is written in a way that SignDesk cannot change without spoiling it: {why}. Nothing was saved; change the file with an editor.</source>
        <extracomment>signdesk/storage/settings.py</extracomment>
        <translation>„{file}“ ist so geschrieben, dass SignDesk die Datei nicht ändern kann, ohne sie zu verderben: {why}. Es wurde nichts gespeichert; ändern Sie die Datei mit einem Editor.</translation>
    </message>
    <message>
        <source>“{file}” would become larger than 1 MB, so nothing was saved.</source>
        <extracomment>signdesk/storage/settings.py</extracomment>
        <translation>„{file}“ würde größer als 1 MB, daher wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Another SignDesk has been saving “{file}” for long. Try again.</source>
        <extracomment>signdesk/storage/settings.py</extracomment>
        <translation>Ein anderes SignDesk speichert „{file}“ schon seit Längerem. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Nothing is sealed until this is corrected: {place}</source>
        <extracomment>signdesk/storage/settings_guard.py</extracomment>
        <translation>Es wird nichts versiegelt, bis dies berichtigt ist: {place}</translation>
    </message>
    <message>
        <source>“{key}” is set by your organisation ({file}).</source>
        <extracomment>signdesk/storage/settings_layers.py</extracomment>
        <translation>„{key}“ ist von Ihrer Organisation festgelegt ({file}).</translation>
    </message>
    <message>
        <source>This is set by your organisation, so what stands here is not used.</source>
        <extracomment>signdesk/storage/settings_layers.py</extracomment>
        <translation>Dies ist von Ihrer Organisation festgelegt; was hier steht, wird daher nicht verwendet.</translation>
    </message>
    <message>
        <source>This server would be reached by plain http, where anyone on the way can read everything, so the connection is left out. Use https, or consent with plain_http = true.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>Dieser Server würde über unverschlüsseltes http angesprochen, wo jeder auf dem Weg alles mitlesen kann; die Verbindung wird daher ausgelassen. Verwenden Sie https, oder stimmen Sie mit plain_http = true zu.</translation>
    </message>
    <message>
        <source>This connection is left out: it needs an address, such as https://seal.example.com.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>Diese Verbindung wird ausgelassen: Sie braucht eine Adresse, etwa https://seal.example.com.</translation>
    </message>
    <message>
        <source>There is no connection “{name}”, so it is not the default.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>Es gibt keine Verbindung „{name}“, daher ist sie nicht der Standard.</translation>
    </message>
    <message>
        <source>Two connections have the same id.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>Zwei Verbindungen haben dieselbe ID.</translation>
    </message>
    <message>
        <source>“{value}” cannot be kept as it is.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>„{value}“ kann so nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>There is no process {number} here, so it is not the default.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>Hier gibt es keinen Prozess {number}, daher ist er nicht der Standard.</translation>
    </message>
    <message>
        <source>A key needs the certificate that it belongs to, so it is not used.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>Ein Schlüssel braucht das Zertifikat, zu dem er gehört; er wird daher nicht verwendet.</translation>
    </message>
    <message>
        <source>This needs proxy_address, so the system's proxy is used.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>Dies erfordert proxy_address, daher wird der Proxy des Systems verwendet.</translation>
    </message>
    <message>
        <source>Others than the administrator may write to this file or to its folder, so nothing in it is used. Give both to the administrator, and take the right to write from everybody else.</source>
        <extracomment>signdesk/storage/settings_policy.py</extracomment>
        <translation>Nicht nur der Administrator darf in diese Datei oder ihren Ordner schreiben, daher wird nichts daraus verwendet. Machen Sie den Administrator zum Eigentümer beider, und entziehen Sie allen anderen das Schreibrecht.</translation>
    </message>
    <message>
        <source>This must be a list: ["saving.folder", "connections"].</source>
        <extracomment>signdesk/storage/settings_policy.py</extracomment>
        <translation>Hier muss eine Liste stehen: ["saving.folder", "connections"].</translation>
    </message>
    <message>
        <source>Each entry must be text between quotation marks: the name of a key or a section.</source>
        <extracomment>signdesk/storage/settings_policy.py</extracomment>
        <translation>Jeder Eintrag muss ein Text in Anführungszeichen sein: der Name eines Schlüssels oder eines Abschnitts.</translation>
    </message>
    <message>
        <source>“{entry}” is no key or section that SignDesk knows, so nothing is locked by it.</source>
        <extracomment>signdesk/storage/settings_policy.py</extracomment>
        <translation>„{entry}“ ist kein Schlüssel oder Abschnitt, den SignDesk kennt; dadurch wird daher nichts gesperrt.</translation>
    </message>
    <message>
        <source>There is no connection “{name}” in this file, but it is locked.</source>
        <extracomment>signdesk/storage/settings_policy.py</extracomment>
        <translation>In dieser Datei gibt es keine Verbindung „{name}“, aber sie ist gesperrt.</translation>
    </message>
    <message>
        <source>Secrets are not kept in this file, and this one is not used: put it in with Settings or “signdesk login”, and take it out here.</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>Geheime Werte werden nicht in dieser Datei aufbewahrt, und der hier stehende wird nicht verwendet: Geben Sie ihn über die Einstellungen oder „signdesk login“ ein, und entfernen Sie ihn hier.</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>{file}, Zeile {line}</translation>
    </message>
    <message>
        <source>The file cannot be read ({why}), so nothing in it is used.</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>Die Datei kann nicht gelesen werden ({why}), daher wird nichts daraus verwendet.</translation>
    </message>
    <message>
        <source>The file is no UTF-8 text, so nothing in it is used.</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>Die Datei ist kein UTF-8-Text, daher wird nichts daraus verwendet.</translation>
    </message>
    <message>
        <source>The file is no TOML, so nothing in it is used: {why} (column {column}).</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>Die Datei ist kein TOML, daher wird nichts daraus verwendet: {why} (Spalte {column}).</translation>
    </message>
    <message>
        <source>This is no ordinary file, so nothing in it is used.</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>Dies ist keine gewöhnliche Datei, daher wird nichts daraus verwendet.</translation>
    </message>
    <message>
        <source>The file is larger than 1 MB, so nothing in it is used.</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>Die Datei ist größer als 1 MB, daher wird nichts daraus verwendet.</translation>
    </message>
    <message>
        <source>This must be a section: [{name}]</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>Hier muss ein Abschnitt stehen: [{name}]</translation>
    </message>
    <message>
        <source>“locked” locks nothing here: it stands in the policy file, above the first [section].</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>„locked“ sperrt hier nichts: Es gehört in die Richtliniendatei, über den ersten [Abschnitt].</translation>
    </message>
    <message>
        <source>SignDesk does not know this key. It is kept and has no effect.</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>SignDesk kennt diesen Schlüssel nicht. Er bleibt erhalten und hat keine Wirkung.</translation>
    </message>
    <message>
        <source>Nothing means that no limit is known.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Nichts bedeutet, dass keine Grenze bekannt ist.</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Wie im System eingestellt</translation>
    </message>
    <message numerus="yes">
        <source>For %n days</source>
        <extracomment>signdesk/storage/settings_table.py; for one: For %n day</extracomment>
        <translation>
            <numerusform>%n Tag lang</numerusform>
            <numerusform>%n Tage lang</numerusform>
        </translation>
    </message>
    <message>
        <source>For ever</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Für immer</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Colours</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Folder for sealed documents</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Ordner für versiegelte Dokumente</translation>
    </message>
    <message>
        <source>Ask for the folder each time</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Jedes Mal nach dem Ordner fragen</translation>
    </message>
    <message>
        <source>File name</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Also unpack the ZIP into a folder beside it</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>ZIP auch in einen Ordner daneben entpacken</translation>
    </message>
    <message>
        <source>The ZIP stays: it is what the server sealed.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Das ZIP bleibt: Es ist, was der Server versiegelt hat.</translation>
    </message>
    <message>
        <source>Delete the documents from the server after saving</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Dokumente nach dem Speichern vom Server löschen</translation>
    </message>
    <message>
        <source>Only after the saved ZIP was checked.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Erst nachdem das gespeicherte ZIP geprüft ist.</translation>
    </message>
    <message>
        <source>Save a receipt beside the ZIP</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Einen Beleg neben dem ZIP speichern</translation>
    </message>
    <message>
        <source>What was sealed, when and by which process.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Was wann durch welchen Prozess versiegelt wurde.</translation>
    </message>
    <message>
        <source>Tell me about</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Benachrichtigen über</translation>
    </message>
    <message>
        <source>A notification only repeats what the batch’s card says.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Eine Benachrichtigung wiederholt nur, was die Karte des Stapels sagt.</translation>
    </message>
    <message>
        <source>Every batch that is finished</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Jeden beendeten Stapel</translation>
    </message>
    <message>
        <source>Only what needs me</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Nur, was mich braucht</translation>
    </message>
    <message>
        <source>Nothing</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Keep an icon beside the clock</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Ein Symbol neben der Uhr zeigen</translation>
    </message>
    <message>
        <source>With it SignDesk can go on when its window is closed.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Damit kann SignDesk weiterarbeiten, wenn sein Fenster geschlossen ist.</translation>
    </message>
    <message>
        <source>Keep finished batches in the list</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Fertige Stapel in der Liste behalten</translation>
    </message>
    <message>
        <source>The log tells</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Das Protokoll enthält</translation>
    </message>
    <message>
        <source>Never a key, a password or the content of a document.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Nie einen Schlüssel, ein Passwort oder den Inhalt eines Dokuments.</translation>
    </message>
    <message>
        <source>Faults only</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Faults and warnings</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Fehler und Warnungen</translation>
    </message>
    <message>
        <source>What SignDesk does as well</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Auch, was SignDesk tut</translation>
    </message>
    <message>
        <source>Everything, for support</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Alles, für den Support</translation>
    </message>
    <message>
        <source>Acme Sealing</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Acme Sealing</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>A PEM file. Needed only if the server asks for a client certificate.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Eine PEM-Datei. Nur nötig, wenn der Server ein Client-Zertifikat verlangt.</translation>
    </message>
    <message>
        <source>Key of the client certificate</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Schlüssel des Client-Zertifikats</translation>
    </message>
    <message>
        <source>Only where it is not in the same file.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Nur wo er nicht in derselben Datei steht.</translation>
    </message>
    <message>
        <source>Also trust these certificates</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Auch diesen Zertifikaten vertrauen</translation>
    </message>
    <message>
        <source>A PEM file with your organisation’s own issuers. Those of this computer are always trusted.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Eine PEM-Datei mit den Ausstellern Ihrer Organisation. Denen des Computers wird immer vertraut.</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>The one named here</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Der hier genannte</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>User name for the proxy</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Benutzername für den Proxy</translation>
    </message>
    <message>
        <source>Only where the proxy asks for one.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Nur wo der Proxy danach fragt.</translation>
    </message>
    <message>
        <source>Batch number in AcceptBatch</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Stapelnummer bei AcceptBatch</translation>
    </message>
    <message>
        <source>Find out</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Herausfinden</translation>
    </message>
    <message>
        <source>In the path</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Im Pfad</translation>
    </message>
    <message>
        <source>In the query</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>In der Abfrage</translation>
    </message>
    <message>
        <source>In the body</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Im Rumpf</translation>
    </message>
    <message>
        <source>Status numbers</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Statusnummern</translation>
    </message>
    <message>
        <source>Newer table</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Neuere Tabelle</translation>
    </message>
    <message>
        <source>Older table</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Ältere Tabelle</translation>
    </message>
    <message>
        <source>Megabytes</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Megabyte</translation>
    </message>
    <message>
        <source>A connection's name in the file has letters, digits, “-” and “_”, at most 64.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Der Name einer Verbindung in der Datei besteht aus Buchstaben, Ziffern, „-“ und „_“, höchstens 64.</translation>
    </message>
    <message>
        <source>A process stands under its number: a whole number above 0, given by the server’s operator.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Ein Prozess steht unter seiner Nummer: einer ganzen Zahl über 0, die der Betreiber des Servers vergibt.</translation>
    </message>
    <message>
        <source>This is a device, not a document. Add a file instead.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Dies ist ein Gerät, kein Dokument. Fügen Sie stattdessen eine Datei hinzu.</translation>
    </message>
    <message>
        <source>This is a pipe, not a document. Add a file instead.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Dies ist eine Pipe, kein Dokument. Fügen Sie stattdessen eine Datei hinzu.</translation>
    </message>
    <message>
        <source>This is a socket, not a document. Add a file instead.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Dies ist ein Socket, kein Dokument. Fügen Sie stattdessen eine Datei hinzu.</translation>
    </message>
    <message>
        <source>This is a folder, not a document. Add a file instead.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Dies ist ein Ordner, kein Dokument. Fügen Sie stattdessen eine Datei hinzu.</translation>
    </message>
    <message>
        <source>There is no such file. It may have been moved or renamed; add it again from where it is now.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Diese Datei gibt es nicht. Vielleicht wurde sie verschoben oder umbenannt; fügen Sie sie von dort, wo sie jetzt liegt, erneut hinzu.</translation>
    </message>
    <message>
        <source>You do not have the right to read this file. Ask its owner, or add a copy.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Sie haben nicht das Recht, diese Datei zu lesen. Fragen Sie den Eigentümer, oder fügen Sie eine Kopie hinzu.</translation>
    </message>
    <message>
        <source>This path cannot be used. Check how it is written, or add the file from its folder.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Dieser Pfad kann nicht verwendet werden. Prüfen Sie die Schreibweise, oder fügen Sie die Datei aus ihrem Ordner hinzu.</translation>
    </message>
    <message>
        <source>Another program is using this file. Close it there, then check it again.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Ein anderes Programm benutzt diese Datei gerade. Schließen Sie sie dort, und prüfen Sie sie dann erneut.</translation>
    </message>
    <message>
        <source>The path runs through links that go round in a circle. Add the file from its real folder.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Der Pfad führt über Verknüpfungen, die im Kreis laufen. Fügen Sie die Datei aus ihrem tatsächlichen Ordner hinzu.</translation>
    </message>
    <message>
        <source>The file is only in the cloud so far. Download it to this computer first, then check it again.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Die Datei liegt bisher nur in der Cloud. Laden Sie sie zuerst auf diesen Computer herunter, und prüfen Sie sie dann erneut.</translation>
    </message>
    <message>
        <source>The file is empty. There is nothing to send; check it again when it has content.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Die Datei ist leer. Es gibt nichts zu senden; prüfen Sie sie erneut, wenn sie Inhalt hat.</translation>
    </message>
    <message>
        <source>The file is being changed right now. Wait until that is finished, then check it again.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Die Datei wird gerade geändert. Warten Sie, bis das abgeschlossen ist, und prüfen Sie sie dann erneut.</translation>
    </message>
    <message>
        <source>It was changed after it was added. Check it again to send it as it is now.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Die Datei wurde nach dem Hinzufügen geändert. Prüfen Sie sie erneut, um sie so zu senden, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>This is a link that leads to “{place}”. Add that file itself.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Dies ist eine Verknüpfung, die zu „{place}“ führt. Fügen Sie jene Datei selbst hinzu.</translation>
    </message>
    <message>
        <source>This is not an ordinary file. Add a file instead.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Dies ist keine gewöhnliche Datei. Fügen Sie stattdessen eine solche Datei hinzu.</translation>
    </message>
    <message>
        <source>This is a shortcut, not a document. Add the document that it leads to.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Dies ist eine Verknüpfung, kein Dokument. Fügen Sie das Dokument hinzu, zu dem sie führt.</translation>
    </message>
    <message>
        <source>The file could not be read ({why}). Check it again, or add a copy.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Die Datei konnte nicht gelesen werden ({why}). Prüfen Sie sie erneut, oder fügen Sie eine Kopie hinzu.</translation>
    </message>
    <message>
        <source>another place</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>einem anderen Ort</translation>
    </message>
    <message>
        <source>the text would mean something else</source>
        <extracomment>signdesk/storage/toml_editing.py</extracomment>
        <translation>der Text würde etwas anderes bedeuten</translation>
    </message>
    <message>
        <source>It is nested too deeply</source>
        <extracomment>signdesk/storage/toml_text.py</extracomment>
        <translation>Sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>You do not have the right to open this folder. Ask its owner, or leave it out.</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>Sie haben nicht das Recht, diesen Ordner zu öffnen. Fragen Sie den Eigentümer, oder lassen Sie den Ordner aus.</translation>
    </message>
    <message>
        <source>There is no such folder. It may have been moved or renamed; add it again from there.</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>Diesen Ordner gibt es nicht. Vielleicht wurde er verschoben oder umbenannt; fügen Sie ihn von dort erneut hinzu.</translation>
    </message>
    <message>
        <source>the same folder was already walked under another name</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>derselbe Ordner wurde schon unter einem anderen Namen durchsucht</translation>
    </message>
    <message>
        <source>a lock file of an open document</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>eine Sperrdatei eines geöffneten Dokuments</translation>
    </message>
    <message>
        <source>made by the system for its own use</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>vom System für eigene Zwecke angelegt</translation>
    </message>
    <message>
        <source>an unfinished download</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>ein nicht abgeschlossener Download</translation>
    </message>
    <message>
        <source>a temporary file of an open document</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>eine temporäre Datei eines geöffneten Dokuments</translation>
    </message>
    <message>
        <source>hidden</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>versteckt</translation>
    </message>
    <message>
        <source>The folder could not be opened ({why}). Try again, or leave it out.</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>Der Ordner konnte nicht geöffnet werden ({why}). Versuchen Sie es erneut, oder lassen Sie ihn aus.</translation>
    </message>
    <message>
        <source>it is not complete, or it is not a ZIP file</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>es ist nicht vollständig, oder es ist keine ZIP-Datei</translation>
    </message>
    <message>
        <source>it has more than one end</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>es hat mehr als ein Ende</translation>
    </message>
    <message>
        <source>its list of contents does not have the right size</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>sein Inhaltsverzeichnis hat nicht die richtige Größe</translation>
    </message>
    <message>
        <source>its list of contents runs over its end</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>sein Inhaltsverzeichnis reicht über sein Ende hinaus</translation>
    </message>
    <message>
        <source>its list of contents is longer than it says</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>sein Inhaltsverzeichnis ist länger als angegeben</translation>
    </message>
    <message>
        <source>its parts are not where its list of contents says</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>seine Teile sind nicht dort, wo sein Inhaltsverzeichnis sie angibt</translation>
    </message>
    <message>
        <source>it is one part of several</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>es ist nur einer von mehreren Teilen</translation>
    </message>
    <message>
        <source>its end cannot be read</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>sein Ende kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>it contradicts itself</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>es widerspricht sich selbst</translation>
    </message>
    <message>
        <source>its list of contents is cut off</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>sein Inhaltsverzeichnis ist abgeschnitten</translation>
    </message>
    <message>
        <source>its list of contents cannot be read</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>sein Inhaltsverzeichnis kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>the entry “{name}” needs a password</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>der Eintrag „{name}“ braucht ein Passwort</translation>
    </message>
    <message>
        <source>the entry “{name}” is packed in a way that SignDesk does not read</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>der Eintrag „{name}“ ist auf eine Weise gepackt, die SignDesk nicht liest</translation>
    </message>
    <message>
        <source>the entry “{name}” is a link</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>der Eintrag „{name}“ ist eine Verknüpfung</translation>
    </message>
    <message>
        <source>the entry “{name}” is a device or something else that is no file</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>der Eintrag „{name}“ ist ein Gerät oder etwas anderes, das keine Datei ist</translation>
    </message>
    <message>
        <source>the entry “{name}” is a folder, and yet holds something</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>der Eintrag „{name}“ ist ein Ordner und enthält dennoch etwas</translation>
    </message>
    <message>
        <source>the entry “{name}” contradicts itself</source>
        <extracomment>signdesk/storage/zip_directory.py, signdesk/storage/zip_layout.py</extracomment>
        <translation>der Eintrag „{name}“ widerspricht sich selbst</translation>
    </message>
    <message>
        <source>the size of a file in it cannot be read</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>die Größe einer Datei darin kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>its list of contents names other files than it holds</source>
        <extracomment>signdesk/storage/zip_layout.py</extracomment>
        <translation>es enthält andere Dateien als die, die sein Inhaltsverzeichnis nennt</translation>
    </message>
    <message>
        <source>at the entry “{name}” parts overlap, or something is hidden</source>
        <extracomment>signdesk/storage/zip_layout.py</extracomment>
        <translation>beim Eintrag „{name}“ überschneiden sich Teile, oder etwas ist verborgen</translation>
    </message>
</context>
</TS>
