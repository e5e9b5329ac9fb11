<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>SignDesk</name>
    <message>
        <source>Stopped before it began.</source>
        <extracomment>signdesk/cli/sessions.py</extracomment>
        <translation>Zatrzymano przed rozpoczęciem.</translation>
    </message>
    <message>
        <source>Stay</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>Nie zamykaj</translation>
    </message>
    <message>
        <source>Keep going in the tray</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>Działaj dalej w zasobniku</translation>
    </message>
    <message>
        <source>Close SignDesk</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>Zamknij SignDesk</translation>
    </message>
    <message>
        <source>Finish at the next start</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>Dokończ przy następnym uruchomieniu</translation>
    </message>
    <message>
        <source>Nothing is under way any more</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>Nic już nie jest w toku</translation>
    </message>
    <message>
        <source>What was under way has ended meanwhile.</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>To, co było w toku, tymczasem się zakończyło.</translation>
    </message>
    <message numerus="yes">
        <source>%n batches are still under way</source>
        <extracomment>signdesk/desktop/app/close_guard.py; for one: %n batch is still under way</extracomment>
        <translation>
            <numerusform>%n paczka jest jeszcze w toku</numerusform>
            <numerusform>%n paczki są jeszcze w toku</numerusform>
            <numerusform>%n paczek jest jeszcze w toku</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost if you close now: SignDesk goes on with them at its next start.</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>Zamknięcie programu niczego nie zaprzepaści: SignDesk będzie kontynuować przy następnym uruchomieniu.</translation>
    </message>
    <message>
        <source>If you close now, the practice server ends, and with it what it has not finished.</source>
        <extracomment>signdesk/desktop/app/close_guard.py</extracomment>
        <translation>Zamknięcie programu zakończy pracę serwera ćwiczeniowego wraz z tym, czego nie ukończył.</translation>
    </message>
    <message>
        <source>SignDesk is still reading its list of batches.</source>
        <extracomment>signdesk/desktop/app/controller.py</extracomment>
        <translation>SignDesk wczytuje jeszcze listę paczek.</translation>
    </message>
    <message>
        <source>Documents are being sealed</source>
        <extracomment>signdesk/desktop/app/controller.py</extracomment>
        <translation>Trwa pieczętowanie dokumentów</translation>
    </message>
    <message>
        <source>Nothing can be sealed while SignDesk’s list of batches cannot be used.</source>
        <extracomment>signdesk/desktop/app/controller.py</extracomment>
        <translation>Nie można pieczętować, dopóki lista paczek SignDesk jest niedostępna.</translation>
    </message>
    <message>
        <source>Something went wrong inside SignDesk. Each batch says on its card where it stands.</source>
        <extracomment>signdesk/desktop/app/controller.py</extracomment>
        <translation>W programie SignDesk wystąpił błąd. Każda paczka pokazuje na swojej karcie, na czym stanęła.</translation>
    </message>
    <message>
        <source>Keep them in the list</source>
        <extracomment>signdesk/desktop/app/history_cleanup.py</extracomment>
        <translation>Zachowaj na liście</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <extracomment>signdesk/desktop/app/history_cleanup.py, signdesk/desktop/batches/available_actions.py, signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Usuń z listy</translation>
    </message>
    <message>
        <source>Remove all finished batches from the list?</source>
        <extracomment>signdesk/desktop/app/history_cleanup.py</extracomment>
        <translation>Usunąć z listy wszystkie zakończone paczki?</translation>
    </message>
    <message>
        <source>The saved files stay where they are, and SignDesk still knows what was sealed. What is not finished stays in the list.</source>
        <extracomment>signdesk/desktop/app/history_cleanup.py</extracomment>
        <translation>Zapisane pliki pozostaną na swoim miejscu, a SignDesk nadal będzie wiedzieć, co opieczętowano. To, co nie jest zakończone, pozostanie na liście.</translation>
    </message>
    <message>
        <source>First read the message at the top, and press “Seen”.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py</extracomment>
        <translation>Najpierw proszę przeczytać komunikat u góry i nacisnąć „Przeczytane”.</translation>
    </message>
    <message>
        <source>Seen</source>
        <extracomment>signdesk/desktop/app/lost_journal.py, signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Przeczytane</translation>
    </message>
    <message>
        <source>An older list of batches was put back in SignDesk’s data folder.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py</extracomment>
        <translation>W folderze danych SignDesk przywrócono starszą listę paczek.</translation>
    </message>
    <message>
        <source>SignDesk’s list of batches is gone.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py</extracomment>
        <translation>Lista paczek SignDesk zniknęła.</translation>
    </message>
    <message>
        <source>SignDesk’s list of batches was damaged. It was kept as {file}.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py</extracomment>
        <translation>Lista paczek SignDesk była uszkodzona. Zachowano ją jako {file}.</translation>
    </message>
    <message numerus="yes">
        <source>%n batches could be read from it.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py; for one: %n batch could be read from it.</extracomment>
        <translation>
            <numerusform>Dało się z niej odczytać %n paczkę.</numerusform>
            <numerusform>Dało się z niej odczytać %n paczki.</numerusform>
            <numerusform>Dało się z niej odczytać %n paczek.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n batches were taken into the list from their receipts.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py; for one: %n batch was taken into the list from its receipt.</extracomment>
        <translation>
            <numerusform>%n paczkę dodano do listy z jej potwierdzenia.</numerusform>
            <numerusform>%n paczki dodano do listy z ich potwierdzeń.</numerusform>
            <numerusform>%n paczek dodano do listy z ich potwierdzeń.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not finished are the batches with these numbers on the server: {numbers}.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py</extracomment>
        <translation>Nieukończone są paczki o tych numerach na serwerze: {numbers}.</translation>
    </message>
    <message>
        <source>SignDesk no longer knows what else was sealed: ask the server’s operator. Nothing goes on until you press “Seen”.</source>
        <extracomment>signdesk/desktop/app/lost_journal.py</extracomment>
        <translation>SignDesk nie wie już, co jeszcze opieczętowano: proszę zapytać administratora serwera. Nic nie pójdzie dalej, dopóki nie zostanie naciśnięte „Przeczytane”.</translation>
    </message>
    <message>
        <source>First say whether SignDesk’s data folder was moved or copied.</source>
        <extracomment>signdesk/desktop/app/moved_folder.py</extracomment>
        <translation>Najpierw proszę wskazać, czy folder danych SignDesk został przeniesiony, czy skopiowany.</translation>
    </message>
    <message>
        <source>SignDesk’s data folder was moved, copied or put back from a backup. Nothing goes on until you say which.</source>
        <extracomment>signdesk/desktop/app/moved_folder.py</extracomment>
        <translation>Folder danych SignDesk przeniesiono, skopiowano lub przywrócono z kopii zapasowej. Nic nie pójdzie dalej, dopóki nie zostanie wskazane, co zaszło.</translation>
    </message>
    <message>
        <source>Moved or copied?</source>
        <extracomment>signdesk/desktop/app/moved_folder.py</extracomment>
        <translation>Przeniesiony czy skopiowany?</translation>
    </message>
    <message>
        <source>Is another copy of the folder still used? Then choose “It is a copy”: its unfinished batches stay with that copy for good, so that nothing is sealed twice. If this is the only one, choose “It was moved here”, and they go on here.</source>
        <extracomment>signdesk/desktop/app/moved_folder.py</extracomment>
        <translation>Czy używana jest jeszcze inna kopia tego folderu? W takim razie proszę wybrać „To kopia”: niezakończone paczki pozostaną przy tamtej kopii na stałe, aby nic nie zostało opieczętowane dwa razy. Jeśli to jedyny folder, proszę wybrać „Przeniesiono go tutaj”, a paczki pójdą dalej tutaj.</translation>
    </message>
    <message>
        <source>Leave it for now</source>
        <extracomment>signdesk/desktop/app/moved_folder.py, signdesk/desktop/batches/available_actions.py, signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Na razie pozostaw</translation>
    </message>
    <message>
        <source>It is a copy</source>
        <extracomment>signdesk/desktop/app/moved_folder.py</extracomment>
        <translation>To kopia</translation>
    </message>
    <message>
        <source>It was moved here</source>
        <extracomment>signdesk/desktop/app/moved_folder.py</extracomment>
        <translation>Przeniesiono go tutaj</translation>
    </message>
    <message>
        <source>Practice: {process}</source>
        <extracomment>signdesk/desktop/app/notifications.py</extracomment>
        <translation>Ćwiczenie: {process}</translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <extracomment>signdesk/desktop/app/notifications.py, signdesk/desktop/batches/card_texts.py, signdesk/desktop/documents/summary.py; for one: %n document</extracomment>
        <translation>
            <numerusform>%n dokument</numerusform>
            <numerusform>%n dokumenty</numerusform>
            <numerusform>%n dokumentów</numerusform>
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
            <numerusform>Zakończono %n paczkę</numerusform>
            <numerusform>Zakończono %n paczki</numerusform>
            <numerusform>Zakończono %n paczek</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <extracomment>signdesk/desktop/app/notifications.py; for one: %n needs you</extracomment>
        <translation>
            <numerusform>%n czeka na Ciebie</numerusform>
            <numerusform>%n czekają na Ciebie</numerusform>
            <numerusform>%n czeka na Ciebie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n batches need you</source>
        <extracomment>signdesk/desktop/app/notifications.py, signdesk/desktop/app/tray.py; for one: %n batch needs you</extracomment>
        <translation>
            <numerusform>%n paczka czeka na Ciebie</numerusform>
            <numerusform>%n paczki czekają na Ciebie</numerusform>
            <numerusform>%n paczek czeka na Ciebie</numerusform>
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
            <numerusform>%n z nich nie jest kompletna. Otwórz SignDesk, aby ją zobaczyć.</numerusform>
            <numerusform>%n z nich nie są kompletne. Otwórz SignDesk, aby je zobaczyć.</numerusform>
            <numerusform>%n z nich nie jest kompletnych. Otwórz SignDesk, aby je zobaczyć.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open SignDesk to see them.</source>
        <extracomment>signdesk/desktop/app/notifications.py</extracomment>
        <translation>Otwórz SignDesk, aby je zobaczyć.</translation>
    </message>
    <message numerus="yes">
        <source>%n batches are not finished.</source>
        <extracomment>signdesk/desktop/app/startup_recovery.py; for one: %n batch is not finished.</extracomment>
        <translation>
            <numerusform>%n paczka nie jest zakończona.</numerusform>
            <numerusform>%n paczki nie są zakończone.</numerusform>
            <numerusform>%n paczek nie jest zakończonych.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect to {servers} to go on.</source>
        <extracomment>signdesk/desktop/app/startup_recovery.py</extracomment>
        <translation>Aby kontynuować, połącz z: {servers}.</translation>
    </message>
    <message>
        <source>It goes on where it was, as soon as SignDesk is connected to {server}.</source>
        <extracomment>signdesk/desktop/app/startup_recovery.py</extracomment>
        <translation>Praca ruszy od miejsca przerwania, gdy tylko SignDesk połączy się z serwerem {server}.</translation>
    </message>
    <message numerus="yes">
        <source>%n batches at work</source>
        <extracomment>signdesk/desktop/app/tray.py; for one: %n batch at work</extracomment>
        <translation>
            <numerusform>%n paczka w toku</numerusform>
            <numerusform>%n paczki w toku</numerusform>
            <numerusform>%n paczek w toku</numerusform>
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
        <translation>Nic nie jest w toku</translation>
    </message>
    <message>
        <source>SignDesk: {standing}</source>
        <extracomment>signdesk/desktop/app/tray.py</extracomment>
        <translation>SignDesk: {standing}</translation>
    </message>
    <message>
        <source>Open SignDesk</source>
        <extracomment>signdesk/desktop/app/tray.py, signdesk/desktop/app/tray_and_notices.py</extracomment>
        <translation>Otwórz SignDesk</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>signdesk/desktop/app/tray.py, signdesk/desktop/help/pages.py</extracomment>
        <translation>Zakończ pracę</translation>
    </message>
    <message>
        <source>Try now</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Spróbuj teraz</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/connections/first_start/form.py, signdesk/desktop/connections/first_start/trial.py, signdesk/desktop/connections/secret_saver.py, signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Ask the server again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Zapytaj serwer ponownie</translation>
    </message>
    <message>
        <source>Start sealing again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Rozpocznij pieczętowanie ponownie</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/documents/choices.py</extracomment>
        <translation>Wybierz inny folder…</translation>
    </message>
    <message>
        <source>Go on anyway…</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Kontynuuj mimo to…</translation>
    </message>
    <message>
        <source>Compare again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Porównaj ponownie</translation>
    </message>
    <message>
        <source>Wait for it again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Czekaj ponownie</translation>
    </message>
    <message>
        <source>Connect to go on</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Połącz, aby kontynuować</translation>
    </message>
    <message>
        <source>Leave the server’s copy</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Pozostaw kopię na serwerze</translation>
    </message>
    <message>
        <source>Copy path</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Kopiuj ścieżkę</translation>
    </message>
    <message>
        <source>Save it anyway</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Zapisz mimo to</translation>
    </message>
    <message>
        <source>Show what came back</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Pokaż, co wróciło</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Pobierz ponownie</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/documents/row_actions.py</extracomment>
        <translation>Pokaż w folderze</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/documents/row_actions.py, signdesk/desktop/preview/bar.py, signdesk/desktop/preview/panel.py, signdesk/desktop/settings/diagnostics_page.py, signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Otwórz</translation>
    </message>
    <message>
        <source>Open folder</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Otwórz folder</translation>
    </message>
    <message>
        <source>Receipt</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Potwierdzenie</translation>
    </message>
    <message numerus="yes">
        <source>%n reports of the server</source>
        <extracomment>signdesk/desktop/batches/available_actions.py; for one: Report of the server</extracomment>
        <translation>
            <numerusform>Raport serwera</numerusform>
            <numerusform>%n raporty serwera</numerusform>
            <numerusform>%n raportów serwera</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare the pages</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/comparison/presenter.py</extracomment>
        <translation>Porównaj strony</translation>
    </message>
    <message numerus="yes">
        <source>Send %n documents again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/batches/sending_again.py; for one: Send %n document again</extracomment>
        <translation>
            <numerusform>Wyślij %n dokument ponownie</numerusform>
            <numerusform>Wyślij %n dokumenty ponownie</numerusform>
            <numerusform>Wyślij %n dokumentów ponownie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send the other %n documents again…</source>
        <extracomment>signdesk/desktop/batches/available_actions.py; for one: Send the other document again…</extracomment>
        <translation>
            <numerusform>Wyślij pozostały dokument ponownie…</numerusform>
            <numerusform>Wyślij pozostałe %n dokumenty ponownie…</numerusform>
            <numerusform>Wyślij pozostałych %n dokumentów ponownie…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n documents again…</source>
        <extracomment>signdesk/desktop/batches/available_actions.py; for one: Send %n document again…</extracomment>
        <translation>
            <numerusform>Wyślij %n dokument ponownie…</numerusform>
            <numerusform>Wyślij %n dokumenty ponownie…</numerusform>
            <numerusform>Wyślij %n dokumentów ponownie…</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter another password</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Podaj inne hasło</translation>
    </message>
    <message>
        <source>Enter another key</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Podaj inny klucz</translation>
    </message>
    <message>
        <source>Send the others</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Wyślij pozostałe</translation>
    </message>
    <message>
        <source>Put the documents back</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Przywróć dokumenty na listę</translation>
    </message>
    <message>
        <source>Put the documents back again</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Przywróć dokumenty na listę ponownie</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Zatrzymaj wysyłanie</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Przestań czekać</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <extracomment>signdesk/desktop/batches/available_actions.py, signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Kopiuj dla pomocy technicznej</translation>
    </message>
    <message>
        <source>Remove from list…</source>
        <extracomment>signdesk/desktop/batches/available_actions.py</extracomment>
        <translation>Usuń z listy…</translation>
    </message>
    <message>
        <source>Trying the server now…</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Próba połączenia z serwerem…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Zatrzymywanie…</translation>
    </message>
    <message>
        <source>It is not known whether sealing began. The server can be asked once more.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Nie wiadomo, czy pieczętowanie się rozpoczęło. Można jeszcze raz zapytać serwer.</translation>
    </message>
    <message>
        <source>Save to</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py, signdesk/desktop/connections/first_start/presenter.py, signdesk/desktop/documents/choices.py, signdesk/desktop/documents/chooser.py</extracomment>
        <translation>Zapisz w</translation>
    </message>
    <message>
        <source>This could not be saved: {why}</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py, signdesk/desktop/comparison/presenter.py</extracomment>
        <translation>Nie można było tego zapisać: {why}</translation>
    </message>
    <message>
        <source>It is not known whether the first order reached the server. If it did, the documents may be sealed a second time, and that may cost money again.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Nie wiadomo, czy pierwsze zlecenie dotarło do serwera. Jeśli tak, dokumenty mogą zostać opieczętowane drugi raz, co może ponownie kosztować.</translation>
    </message>
    <message>
        <source>Start sealing again?</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Rozpocząć pieczętowanie ponownie?</translation>
    </message>
    <message>
        <source>Another batch holds documents of this one. If both go on, these documents are sealed twice, and that may cost money twice.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Inna paczka zawiera dokumenty tej paczki. Jeśli obie pójdą dalej, dokumenty zostaną opieczętowane dwa razy, co może kosztować dwa razy.</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Kontynuuj mimo to</translation>
    </message>
    <message>
        <source>Send these documents a second time?</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Wysłać te dokumenty po raz drugi?</translation>
    </message>
    <message>
        <source>What should this batch be called?</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Jak ma się nazywać ta paczka?</translation>
    </message>
    <message>
        <source>The name is for you; the server and the saved files do not get it.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Nazwa służy tylko użytkownikowi; nie otrzymują jej ani serwer, ani zapisane pliki.</translation>
    </message>
    <message numerus="yes">
        <source>%n documents of “{process}” are back in the list.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py; for one: %n document of “{process}” is back in the list.</extracomment>
        <translation>
            <numerusform>%n dokument („{process}”) jest znowu na liście.</numerusform>
            <numerusform>%n dokumenty („{process}”) są znowu na liście.</numerusform>
            <numerusform>%n dokumentów („{process}”) jest znowu na liście.</numerusform>
        </translation>
    </message>
    <message>
        <source>The documents are back in the list</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Dokumenty są znowu na liście</translation>
    </message>
    <message>
        <source>Keep it in the list</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Zachowaj na liście</translation>
    </message>
    <message>
        <source>Remove “{process}” from the list?</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Usunąć „{process}” z listy?</translation>
    </message>
    <message>
        <source>There is nothing at {path} any more. It was moved, renamed or deleted.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>W {path} nic już nie ma. Element przeniesiono, zmieniono jego nazwę albo go usunięto.</translation>
    </message>
    <message>
        <source>No program on this computer could open it. It is here: {path}</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Żaden program na tym komputerze nie mógł tego otworzyć. Element znajduje się tutaj: {path}</translation>
    </message>
    <message>
        <source>They came back with the documents and lie in the saved ZIP.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Wróciły razem z dokumentami i znajdują się w zapisanym pliku ZIP.</translation>
    </message>
    <message>
        <source>Reports of the server</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Raporty serwera</translation>
    </message>
    <message>
        <source>The saved ZIP was moved or changed, so it cannot be shown.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Zapisany plik ZIP został przeniesiony lub zmieniony, więc nie można tego pokazać.</translation>
    </message>
    <message>
        <source>Copied: {what}</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Skopiowano: {what}</translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py, signdesk/desktop/settings/diagnostics_page.py, signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Skopiowano</translation>
    </message>
    <message>
        <source>What came back stays in {path}.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>To, co wróciło, pozostaje w {path}.</translation>
    </message>
    <message>
        <source>On the server it is batch {number}, which SignDesk leaves there.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Na serwerze jest to paczka {number}; SignDesk ją tam pozostawia.</translation>
    </message>
    <message>
        <source>The server was told to seal it, so its documents may be sealed.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Serwer otrzymał polecenie opieczętowania, więc dokumenty mogą być opieczętowane.</translation>
    </message>
    <message>
        <source>Your own documents stay as they are, and SignDesk still knows of this batch.</source>
        <extracomment>signdesk/desktop/batches/batch_actions.py</extracomment>
        <translation>Własne dokumenty pozostają bez zmian, a SignDesk nadal wie o tej paczce.</translation>
    </message>
    <message>
        <source>another SignDesk</source>
        <extracomment>signdesk/desktop/batches/batch_claims.py, signdesk/storage/batch_lock.py</extracomment>
        <translation>inny program SignDesk</translation>
    </message>
    <message>
        <source>This batch is in use by {who}, and goes on there.</source>
        <extracomment>signdesk/desktop/batches/batch_claims.py</extracomment>
        <translation>Tą paczką zajmuje się {who}; tam będzie kontynuowana.</translation>
    </message>
    <message>
        <source>Its documents were put back into the list.</source>
        <extracomment>signdesk/desktop/batches/batch_jobs.py</extracomment>
        <translation>Dokumenty tej paczki wróciły na listę.</translation>
    </message>
    <message>
        <source>Batches</source>
        <extracomment>signdesk/desktop/batches/board.py, signdesk/desktop/main_window/header.py</extracomment>
        <translation>Paczki</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Wszystkie</translation>
    </message>
    <message>
        <source>Active</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Aktywne</translation>
    </message>
    <message>
        <source>Needs you</source>
        <extracomment>signdesk/desktop/batches/board.py, signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Czeka na Ciebie</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Zakończone</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Szukaj</translation>
    </message>
    <message>
        <source>Search batches by file name, process, name or number</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Szukaj paczek według nazwy pliku, procesu, nazwy lub numeru</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Wyczyść wyszukiwanie</translation>
    </message>
    <message>
        <source>What you seal appears here, with its progress and its result.</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Tutaj pojawią się pieczętowane dokumenty wraz z postępem i wynikiem.</translation>
    </message>
    <message>
        <source>No batch fits the search or the filter.</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Żadna paczka nie pasuje do wyszukiwania lub filtra.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <extracomment>signdesk/desktop/batches/board.py</extracomment>
        <translation>Wczytywanie…</translation>
    </message>
    <message>
        <source>Go to the batch that it follows</source>
        <extracomment>signdesk/desktop/batches/card.py</extracomment>
        <translation>Przejdź do paczki, którą kontynuuje</translation>
    </message>
    <message>
        <source>Hide documents</source>
        <extracomment>signdesk/desktop/batches/card.py, signdesk/desktop/batches/footer.py</extracomment>
        <translation>Ukryj dokumenty</translation>
    </message>
    <message>
        <source>Documents</source>
        <extracomment>signdesk/desktop/batches/card.py, signdesk/desktop/batches/footer.py, signdesk/desktop/documents/listing.py, signdesk/desktop/documents/view.py, signdesk/desktop/main_window/header.py, signdesk/domain/receipt_page.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Dokumenty</translation>
    </message>
    <message>
        <source>Name this batch…</source>
        <extracomment>signdesk/desktop/batches/card.py</extracomment>
        <translation>Nazwij tę paczkę…</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>signdesk/desktop/batches/card.py; for one: %n more</extracomment>
        <translation>
            <numerusform>Jeszcze %n</numerusform>
            <numerusform>Jeszcze %n</numerusform>
            <numerusform>Jeszcze %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Show details</source>
        <extracomment>signdesk/desktop/batches/card.py</extracomment>
        <translation>Pokaż szczegóły</translation>
    </message>
    <message>
        <source>Show less</source>
        <extracomment>signdesk/desktop/batches/card.py, signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Pokaż mniej</translation>
    </message>
    <message>
        <source>Saved as {path}, and unpacked beside it</source>
        <extracomment>signdesk/desktop/batches/card.py</extracomment>
        <translation>Zapisano jako {path} i rozpakowano obok</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <extracomment>signdesk/desktop/batches/card.py</extracomment>
        <translation>Zapisano jako {path}</translation>
    </message>
    <message>
        <source>Put aside as {path}</source>
        <extracomment>signdesk/desktop/batches/card.py</extracomment>
        <translation>Odłożono jako {path}</translation>
    </message>
    <message>
        <source>{batch}: ordered</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>{batch}: zlecono</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>„{name}”</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” and %n more</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py; for one: “{name}” and %n more</extracomment>
        <translation>
            <numerusform>„{name}” i jeszcze %n</numerusform>
            <numerusform>„{name}” i jeszcze %n</numerusform>
            <numerusform>„{name}” i jeszcze %n</numerusform>
        </translation>
    </message>
    <message>
        <source>These documents will be sent as soon as it is their turn.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Te dokumenty zostaną wysłane, gdy tylko przyjdzie ich kolej.</translation>
    </message>
    <message>
        <source>The documents are on their way to the server.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Dokumenty są w drodze na serwer.</translation>
    </message>
    <message>
        <source>The server has the documents. Sealing has not begun.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Serwer ma już dokumenty. Pieczętowanie jeszcze się nie rozpoczęło.</translation>
    </message>
    <message>
        <source>The server is being asked to begin.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Serwer otrzymuje polecenie rozpoczęcia.</translation>
    </message>
    <message>
        <source>The server is at work. You can go on with other things.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Serwer pracuje. Można zająć się czymś innym.</translation>
    </message>
    <message>
        <source>The result is on its way from the server.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Wynik jest w drodze z serwera.</translation>
    </message>
    <message>
        <source>The result is being checked before it is saved.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Wynik jest sprawdzany przed zapisaniem.</translation>
    </message>
    <message>
        <source>Every document came back and was saved.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Wszystkie dokumenty wróciły i zostały zapisane.</translation>
    </message>
    <message>
        <source>This batch was stopped before sealing began. Nothing was sealed.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Paczkę zatrzymano przed rozpoczęciem pieczętowania. Niczego nie opieczętowano.</translation>
    </message>
    <message>
        <source>It goes on where it was, as soon as SignDesk is connected to its server.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Paczka będzie kontynuowana od tego samego miejsca, gdy tylko SignDesk połączy się z jej serwerem.</translation>
    </message>
    <message>
        <source>The server cannot be reached or does not answer properly.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Serwer jest nieosiągalny lub nie odpowiada prawidłowo.</translation>
    </message>
    <message>
        <source>The server refused the sign-in. Check the key or password.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Serwer odrzucił logowanie. Proszę sprawdzić klucz lub hasło.</translation>
    </message>
    <message>
        <source>The server does not know this process or does not allow it. Put the documents back and choose another process.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Serwer nie zna tego procesu lub na niego nie zezwala. Proszę przywrócić dokumenty na listę i wybrać inny proces.</translation>
    </message>
    <message>
        <source>The server refused this batch. Ask the server’s operator.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Serwer odrzucił tę paczkę. Proszę zapytać administratora serwera.</translation>
    </message>
    <message>
        <source>A line of the settings cannot be read. Correct it, then try again.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Nie można odczytać wiersza ustawień. Proszę go poprawić i spróbować ponownie.</translation>
    </message>
    <message>
        <source>There is no room for the result. Choose another folder.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Brak miejsca na wynik. Proszę wybrać inny folder.</translation>
    </message>
    <message>
        <source>SignDesk cannot save the state of this batch. Make room on the disk that holds its list of batches.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>SignDesk nie może zapisać stanu tej paczki. Proszę zwolnić miejsce na dysku, na którym jest jego lista paczek.</translation>
    </message>
    <message>
        <source>The disk or share of the folder is not connected.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Dysk lub udział z folderem nie jest podłączony.</translation>
    </message>
    <message>
        <source>The folder cannot be written to.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>W folderze nie można zapisywać.</translation>
    </message>
    <message>
        <source>A document was changed after it was added.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Jeden z dokumentów zmieniono po dodaniu.</translation>
    </message>
    <message>
        <source>The connection broke while sealing was being started, so it is not known whether it began.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Połączenie zostało przerwane podczas uruchamiania pieczętowania, więc nie wiadomo, czy się ono rozpoczęło.</translation>
    </message>
    <message>
        <source>The result is saved. Part of it could not be checked on this computer: compare again.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Wynik jest zapisany. Części nie można było sprawdzić na tym komputerze: porównaj ponownie.</translation>
    </message>
    <message>
        <source>Look at what came back: none of it is known to be sealed.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Proszę obejrzeć to, co wróciło: o żadnym z tych plików nie wiadomo, czy jest opieczętowany.</translation>
    </message>
    <message>
        <source>The server no longer knows this batch. Ask the server’s operator before you seal these documents again.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Serwer nie zna już tej paczki. Przed ponownym pieczętowaniem tych dokumentów proszę zapytać administratora serwera.</translation>
    </message>
    <message>
        <source>SignDesk no longer waits for this batch.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py, signdesk/domain/batch_summary.py</extracomment>
        <translation>SignDesk nie czeka już na tę paczkę.</translation>
    </message>
    <message>
        <source>Another batch holds the same documents, so this one was not begun.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Inna paczka zawiera te same dokumenty, więc tej nie rozpoczęto.</translation>
    </message>
    <message>
        <source>SignDesk made a mistake here. Your documents are untouched; please tell support.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Wystąpił tu błąd programu SignDesk. Dokumenty są nienaruszone; proszę powiadomić pomoc techniczną.</translation>
    </message>
    <message>
        <source>The result is saved. The server keeps its copy.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py, signdesk/domain/batch_summary.py</extracomment>
        <translation>Wynik jest zapisany. Serwer zachowuje swoją kopię.</translation>
    </message>
    <message>
        <source>The result is saved. The copy on the server is being deleted.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Wynik jest zapisany. Kopia na serwerze jest usuwana.</translation>
    </message>
    <message numerus="yes">
        <source>%n documents were changed by the server before they were sealed. A person has looked at them and accepted them.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py; for one: %n document was changed by the server before it was sealed. A person has looked at it and accepted it.</extracomment>
        <translation>
            <numerusform>%n dokument został zmieniony przez serwer przed opieczętowaniem. Ktoś go obejrzał i zaakceptował.</numerusform>
            <numerusform>%n dokumenty zostały zmienione przez serwer przed opieczętowaniem. Ktoś je obejrzał i zaakceptował.</numerusform>
            <numerusform>%n dokumentów zostało zmienionych przez serwer przed opieczętowaniem. Ktoś je obejrzał i zaakceptował.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents were changed by the server before they were sealed. Look at them.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py; for one: %n document was changed by the server before it was sealed. Look at it.</extracomment>
        <translation>
            <numerusform>%n dokument został zmieniony przez serwer przed opieczętowaniem. Proszę go obejrzeć.</numerusform>
            <numerusform>%n dokumenty zostały zmienione przez serwer przed opieczętowaniem. Proszę je obejrzeć.</numerusform>
            <numerusform>%n dokumentów zostało zmienionych przez serwer przed opieczętowaniem. Proszę je obejrzeć.</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} did not get the result asked for.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>Nie uzyskano żądanego wyniku: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more did not get the result asked for.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py; for one: {names} and %n more did not get the result asked for.</extracomment>
        <translation>
            <numerusform>Nie uzyskano żądanego wyniku: {names} i jeszcze %n dokument.</numerusform>
            <numerusform>Nie uzyskano żądanego wyniku: {names} i jeszcze %n dokumenty.</numerusform>
            <numerusform>Nie uzyskano żądanego wyniku: {names} i jeszcze %n dokumentów.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %n got the result asked for.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py; for one: The other one got the result asked for.</extracomment>
        <translation>
            <numerusform>Dla pozostałego dokumentu uzyskano żądany wynik.</numerusform>
            <numerusform>Dla pozostałych %n dokumentów uzyskano żądany wynik.</numerusform>
            <numerusform>Dla pozostałych %n dokumentów uzyskano żądany wynik.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” was changed by the server before it was sealed.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>„{name}”: serwer zmienił dokument przed opieczętowaniem.</translation>
    </message>
    <message>
        <source>“{name}” came back without a seal.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>„{name}”: dokument wrócił bez pieczęci.</translation>
    </message>
    <message>
        <source>“{name}”: its seal is not intact.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>„{name}”: pieczęć jest naruszona.</translation>
    </message>
    <message>
        <source>“{name}” cannot be checked.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>„{name}”: nie można sprawdzić.</translation>
    </message>
    <message>
        <source>“{name}” did not come back.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>„{name}”: dokument nie wrócił.</translation>
    </message>
    <message>
        <source>“{name}” is not finished.</source>
        <extracomment>signdesk/desktop/batches/card_sentences.py</extracomment>
        <translation>„{name}”: dokument nie jest ukończony.</translation>
    </message>
    <message>
        <source>Follows a batch that is no longer in this list</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Kontynuuje paczkę, której nie ma już na tej liście</translation>
    </message>
    <message>
        <source>Follows batch “{title}”, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Kontynuuje paczkę „{title}”, {clock}</translation>
    </message>
    <message>
        <source>Sent by {who}, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Wysłano przez: {who}, {clock}</translation>
    </message>
    <message>
        <source>Looked at, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Obejrzano, {clock}</translation>
    </message>
    <message>
        <source>Looked at by {who}, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Obejrzano: {who}, {clock}</translation>
    </message>
    <message>
        <source>Checked already, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Już sprawdzony, {clock}</translation>
    </message>
    <message>
        <source>Time-stamped already, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Już oznaczony czasem, {clock}</translation>
    </message>
    <message>
        <source>Sealed already, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Już opieczętowany, {clock}</translation>
    </message>
    <message>
        <source>In an unfinished batch, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>W niezakończonej paczce, {clock}</translation>
    </message>
    <message>
        <source>Perhaps done already, no good result so far, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Może już wykonany, dotąd bez dobrego wyniku, {clock}</translation>
    </message>
    <message>
        <source>Perhaps sealed already, no good result so far, {clock}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Może już opieczętowany, dotąd bez dobrego wyniku, {clock}</translation>
    </message>
    <message>
        <source>Perhaps done already: the list of batches was lost</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Może już wykonany: lista paczek przepadła</translation>
    </message>
    <message>
        <source>Perhaps sealed already: the list of batches was lost</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Może już opieczętowany: lista paczek przepadła</translation>
    </message>
    <message numerus="yes">
        <source>%n more were checked later, {clock}.</source>
        <extracomment>signdesk/desktop/batches/card_texts.py; for one: %n more was checked later, {clock}.</extracomment>
        <translation>
            <numerusform>%n sprawdzono później, {clock}.</numerusform>
            <numerusform>%n sprawdzono później, {clock}.</numerusform>
            <numerusform>%n sprawdzono później, {clock}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more were time-stamped later, {clock}.</source>
        <extracomment>signdesk/desktop/batches/card_texts.py; for one: %n more was time-stamped later, {clock}.</extracomment>
        <translation>
            <numerusform>%n oznaczono czasem później, {clock}.</numerusform>
            <numerusform>%n oznaczono czasem później, {clock}.</numerusform>
            <numerusform>%n oznaczono czasem później, {clock}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more were sealed later, {clock}.</source>
        <extracomment>signdesk/desktop/batches/card_texts.py; for one: %n more was sealed later, {clock}.</extracomment>
        <translation>
            <numerusform>%n opieczętowano później, {clock}.</numerusform>
            <numerusform>%n opieczętowano później, {clock}.</numerusform>
            <numerusform>%n opieczętowano później, {clock}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were sent again at {clock} (batch {number}): {result}.</source>
        <extracomment>signdesk/desktop/batches/card_texts.py; for one: %n was sent again at {clock} (batch {number}): {result}.</extracomment>
        <translation>
            <numerusform>%n wysłano ponownie: {clock} (paczka {number}): {result}.</numerusform>
            <numerusform>%n wysłano ponownie: {clock} (paczka {number}): {result}.</numerusform>
            <numerusform>%n wysłano ponownie: {clock} (paczka {number}): {result}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were sent again at {clock} (batch {number}): it needs you.</source>
        <extracomment>signdesk/desktop/batches/card_texts.py; for one: %n was sent again at {clock} (batch {number}): it needs you.</extracomment>
        <translation>
            <numerusform>%n wysłano ponownie: {clock} (paczka {number}): czeka na Ciebie.</numerusform>
            <numerusform>%n wysłano ponownie: {clock} (paczka {number}): czeka na Ciebie.</numerusform>
            <numerusform>%n wysłano ponownie: {clock} (paczka {number}): czeka na Ciebie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were sent again at {clock} (batch {number}): it is not finished and waits.</source>
        <extracomment>signdesk/desktop/batches/card_texts.py; for one: %n was sent again at {clock} (batch {number}): it is not finished and waits.</extracomment>
        <translation>
            <numerusform>%n wysłano ponownie: {clock} (paczka {number}): nie jest ukończona i czeka.</numerusform>
            <numerusform>%n wysłano ponownie: {clock} (paczka {number}): nie jest ukończona i czeka.</numerusform>
            <numerusform>%n wysłano ponownie: {clock} (paczka {number}): nie jest ukończona i czeka.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were sent again at {clock} (batch {number}): it is under way.</source>
        <extracomment>signdesk/desktop/batches/card_texts.py; for one: %n was sent again at {clock} (batch {number}): it is under way.</extracomment>
        <translation>
            <numerusform>%n wysłano ponownie: {clock} (paczka {number}): jest w toku.</numerusform>
            <numerusform>%n wysłano ponownie: {clock} (paczka {number}): jest w toku.</numerusform>
            <numerusform>%n wysłano ponownie: {clock} (paczka {number}): jest w toku.</numerusform>
        </translation>
    </message>
    <message>
        <source>Practice server</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/practice/server.py</extracomment>
        <translation>Serwer ćwiczeniowy</translation>
    </message>
    <message>
        <source>Tries again by itself</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Ponawia samoczynnie</translation>
    </message>
    <message>
        <source>Stopped</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Zatrzymano</translation>
    </message>
    <message>
        <source>Not finished</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Nieukończony</translation>
    </message>
    <message>
        <source>Sealed</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Opieczętowany</translation>
    </message>
    <message>
        <source>Sealed, changed by the server</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Opieczętowano, serwer zmienił plik</translation>
    </message>
    <message>
        <source>Checked by the server</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Sprawdzony przez serwer</translation>
    </message>
    <message>
        <source>Time-stamped</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Oznaczony czasem</translation>
    </message>
    <message>
        <source>Came back without a seal</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Wrócił bez pieczęci</translation>
    </message>
    <message>
        <source>Seal is not intact</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Pieczęć jest naruszona</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Nie można sprawdzić</translation>
    </message>
    <message>
        <source>Did not come back</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Nie wrócił</translation>
    </message>
    <message>
        <source>{outcome}, accepted</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>{outcome}, zaakceptowany</translation>
    </message>
    <message>
        <source>{outcome}, not checked</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>{outcome}, niesprawdzony</translation>
    </message>
    <message>
        <source>Sending {percent} %</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Wysyłanie {percent}%</translation>
    </message>
    <message>
        <source>Sending</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/desktop/batches/stages.py</extracomment>
        <translation>Wysyłanie</translation>
    </message>
    <message>
        <source>Fetching {percent} %</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Pobieranie {percent}%</translation>
    </message>
    <message>
        <source>Fetching</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/desktop/batches/stages.py</extracomment>
        <translation>Pobieranie</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/desktop/batches/stages.py</extracomment>
        <translation>Gotowe</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/desktop/batches/stages.py, signdesk/desktop/comparison/parts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Wysłano</translation>
    </message>
    <message>
        <source>Starting</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/desktop/batches/stages.py</extracomment>
        <translation>Uruchamianie</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Oczekiwanie na serwer</translation>
    </message>
    <message>
        <source>Checking</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/desktop/batches/stages.py</extracomment>
        <translation>Sprawdzanie</translation>
    </message>
    <message>
        <source>Saved</source>
        <extracomment>signdesk/desktop/batches/card_texts.py, signdesk/desktop/batches/stages.py</extracomment>
        <translation>Zapisano</translation>
    </message>
    <message>
        <source>Server is checking {done} of {total}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Serwer sprawdza: {done} z {total}</translation>
    </message>
    <message>
        <source>Server is time-stamping {done} of {total}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Serwer oznacza czasem: {done} z {total}</translation>
    </message>
    <message>
        <source>Server is sealing {done} of {total}</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Serwer pieczętuje: {done} z {total}</translation>
    </message>
    <message>
        <source>Not watched</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Bez śledzenia</translation>
    </message>
    <message>
        <source>Not connected</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Brak połączenia</translation>
    </message>
    <message>
        <source>Server trouble</source>
        <extracomment>signdesk/desktop/batches/card_texts.py</extracomment>
        <translation>Problem z serwerem</translation>
    </message>
    <message>
        <source>Remove all finished from the list…</source>
        <extracomment>signdesk/desktop/batches/column.py</extracomment>
        <translation>Usuń z listy wszystkie zakończone…</translation>
    </message>
    <message numerus="yes">
        <source>%n more batches</source>
        <extracomment>signdesk/desktop/batches/column.py; for one: %n more batch</extracomment>
        <translation>
            <numerusform>Jeszcze %n paczka</numerusform>
            <numerusform>Jeszcze %n paczki</numerusform>
            <numerusform>Jeszcze %n paczek</numerusform>
        </translation>
    </message>
    <message>
        <source>Technical details</source>
        <extracomment>signdesk/desktop/batches/details_panel.py</extracomment>
        <translation>Szczegóły techniczne</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>signdesk/desktop/batches/documents.py, signdesk/desktop/documents/columns.py, signdesk/desktop/settings/doctor_panel.py, signdesk/desktop/settings/processes_page.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>signdesk/desktop/batches/documents.py, signdesk/desktop/documents/columns.py</extracomment>
        <translation>Rozmiar</translation>
    </message>
    <message>
        <source>Outcome</source>
        <extracomment>signdesk/desktop/batches/documents.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Wynik</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>signdesk/desktop/batches/documents.py</extracomment>
        <translation>Uwaga</translation>
    </message>
    <message>
        <source>Saved as</source>
        <extracomment>signdesk/desktop/batches/documents.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Zapisano jako</translation>
    </message>
    <message>
        <source>Documents of this batch</source>
        <extracomment>signdesk/desktop/batches/documents.py</extracomment>
        <translation>Dokumenty tej paczki</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>signdesk/desktop/batches/footer.py, signdesk/desktop/comparison/page.py, signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Szczegóły</translation>
    </message>
    <message>
        <source>Your documents left the server at {clock}</source>
        <extracomment>signdesk/desktop/batches/footer.py</extracomment>
        <translation>Dokumenty usunięto z serwera: {clock}</translation>
    </message>
    <message>
        <source>The server keeps its copy</source>
        <extracomment>signdesk/desktop/batches/footer.py</extracomment>
        <translation>Serwer zachowuje swoją kopię</translation>
    </message>
    <message>
        <source>Heard from the server {ago}</source>
        <extracomment>signdesk/desktop/batches/footer.py</extracomment>
        <translation>Serwer odpowiedział {ago}</translation>
    </message>
    <message>
        <source>Last heard from the server at {clock}</source>
        <extracomment>signdesk/desktop/batches/footer.py</extracomment>
        <translation>Ostatnia odpowiedź serwera: {clock}</translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>signdesk/desktop/batches/parts.py</extracomment>
        <translation>Postęp</translation>
    </message>
    <message>
        <source>Step {number} of {total}: {name}</source>
        <extracomment>signdesk/desktop/batches/parts.py</extracomment>
        <translation>Krok {number} z {total}: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n batches were removed from the list.</source>
        <extracomment>signdesk/desktop/batches/removals.py; for one: %n batch was removed from the list.</extracomment>
        <translation>
            <numerusform>Usunięto z listy %n paczkę.</numerusform>
            <numerusform>Usunięto z listy %n paczki.</numerusform>
            <numerusform>Usunięto z listy %n paczek.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” was removed from the list.</source>
        <extracomment>signdesk/desktop/batches/removals.py, signdesk/desktop/documents/row_actions.py</extracomment>
        <translation>„{name}” usunięto z listy.</translation>
    </message>
    <message>
        <source>Changed or deleted since the documents were sent: {names}. Nothing was sent now; add the documents to the list as they are now.</source>
        <extracomment>signdesk/desktop/batches/sending_again.py</extracomment>
        <translation>Zmienione lub usunięte od wysłania: {names}. Niczego nie wysłano; proszę dodać do listy dokumenty w obecnej postaci.</translation>
    </message>
    <message>
        <source>These documents are in another batch of this process already. Nothing was sent.</source>
        <extracomment>signdesk/desktop/batches/sending_again.py</extracomment>
        <translation>Te dokumenty są już w innej paczce tego procesu. Niczego nie wysłano.</translation>
    </message>
    <message numerus="yes">
        <source>It is not known whether {server} sealed them. If it did, “{process}” seals them a second time, and that may cost money again.</source>
        <extracomment>signdesk/desktop/batches/sending_again.py; for one: It is not known whether {server} sealed it. If it did, “{process}” seals it a second time, and that may cost money again.</extracomment>
        <translation>
            <numerusform>Nie wiadomo, czy serwer {server} go opieczętował. Jeśli tak, „{process}” opieczętuje go drugi raz, co może znów kosztować.</numerusform>
            <numerusform>Nie wiadomo, czy serwer {server} je opieczętował. Jeśli tak, „{process}” opieczętuje je drugi raz, co może znów kosztować.</numerusform>
            <numerusform>Nie wiadomo, czy serwer {server} je opieczętował. Jeśli tak, „{process}” opieczętuje je drugi raz, co może znów kosztować.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n documents again?</source>
        <extracomment>signdesk/desktop/batches/sending_again.py; for one: Send %n document again?</extracomment>
        <translation>
            <numerusform>Wysłać ponownie %n dokument?</numerusform>
            <numerusform>Wysłać ponownie %n dokumenty?</numerusform>
            <numerusform>Wysłać ponownie %n dokumentów?</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it</source>
        <extracomment>signdesk/desktop/batches/sending_again.py, signdesk/desktop/documents/sealing.py</extracomment>
        <translation>Zostaw</translation>
    </message>
    <message>
        <source>Sealing</source>
        <extracomment>signdesk/desktop/batches/stages.py</extracomment>
        <translation>Pieczętowanie</translation>
    </message>
    <message>
        <source>Server’s check</source>
        <extracomment>signdesk/desktop/batches/stages.py</extracomment>
        <translation>Sprawdzanie na serwerze</translation>
    </message>
    <message>
        <source>Time-stamping</source>
        <extracomment>signdesk/desktop/batches/stages.py</extracomment>
        <translation>Oznaczanie czasem</translation>
    </message>
    <message>
        <source>Accepted</source>
        <extracomment>signdesk/desktop/batches/stages.py</extracomment>
        <translation>Przyjęto</translation>
    </message>
    <message>
        <source>Fetched</source>
        <extracomment>signdesk/desktop/batches/stages.py</extracomment>
        <translation>Pobrano</translation>
    </message>
    <message>
        <source>What was changed, and what the seal says</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py</extracomment>
        <translation>Co zmieniono i co mówi pieczęć</translation>
    </message>
    <message>
        <source>Compared page by page, by picture and text</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py</extracomment>
        <translation>Porównano strona po stronie, obraz i tekst</translation>
    </message>
    <message>
        <source>Accept this document</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py</extracomment>
        <translation>Zaakceptuj ten dokument</translation>
    </message>
    <message>
        <source>It is saved either way, and nothing is sealed again.</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py</extracomment>
        <translation>Jest zapisany tak czy inaczej i nic nie zostanie ponownie opieczętowane.</translation>
    </message>
    <message>
        <source>Always accept this from “{process}”…</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py</extracomment>
        <translation>Zawsze akceptuj takie zmiany w „{process}”…</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py, signdesk/desktop/settings/rows.py</extracomment>
        <translation>Ustalone przez organizację</translation>
    </message>
    <message>
        <source>From the next order on it is accepted.</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py</extracomment>
        <translation>Od następnego zlecenia będzie to akceptowane.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more pages</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py; for one: and %n more page</extracomment>
        <translation>
            <numerusform>i jeszcze %n strona</numerusform>
            <numerusform>i jeszcze %n strony</numerusform>
            <numerusform>i jeszcze %n stron</numerusform>
        </translation>
    </message>
    <message>
        <source>The seal</source>
        <extracomment>signdesk/desktop/comparison/facts_column.py</extracomment>
        <translation>Pieczęć</translation>
    </message>
    <message>
        <source>Back to the batches</source>
        <extracomment>signdesk/desktop/comparison/page.py</extracomment>
        <translation>Wróć do paczek</translation>
    </message>
    <message>
        <source>What you sent</source>
        <extracomment>signdesk/desktop/comparison/page.py</extracomment>
        <translation>Co wysłano</translation>
    </message>
    <message>
        <source>What came back</source>
        <extracomment>signdesk/desktop/comparison/page.py</extracomment>
        <translation>Co wróciło</translation>
    </message>
    <message>
        <source>Comparison of {name}</source>
        <extracomment>signdesk/desktop/comparison/page.py</extracomment>
        <translation>Porównanie: {name}</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <extracomment>signdesk/desktop/comparison/page.py</extracomment>
        <translation>{place} z {count}</translation>
    </message>
    <message>
        <source>Show the pages</source>
        <extracomment>signdesk/desktop/comparison/page.py</extracomment>
        <translation>Pokaż strony</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <extracomment>signdesk/desktop/comparison/page.py, signdesk/desktop/preview/bar.py</extracomment>
        <translation>Strona {page} z {count}</translation>
    </message>
    <message>
        <source>Next change</source>
        <extracomment>signdesk/desktop/comparison/parts.py</extracomment>
        <translation>Następna zmiana</translation>
    </message>
    <message>
        <source>Came back</source>
        <extracomment>signdesk/desktop/comparison/parts.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Wróciło</translation>
    </message>
    <message>
        <source>−</source>
        <extracomment>signdesk/desktop/comparison/parts.py, signdesk/desktop/preview/bar.py</extracomment>
        <translation>−</translation>
    </message>
    <message>
        <source>Smaller</source>
        <extracomment>signdesk/desktop/comparison/parts.py, signdesk/desktop/preview/bar.py</extracomment>
        <translation>Pomniejsz</translation>
    </message>
    <message>
        <source>+</source>
        <extracomment>signdesk/desktop/comparison/parts.py, signdesk/desktop/preview/bar.py</extracomment>
        <translation>+</translation>
    </message>
    <message>
        <source>Larger</source>
        <extracomment>signdesk/desktop/comparison/parts.py, signdesk/desktop/preview/bar.py</extracomment>
        <translation>Powiększ</translation>
    </message>
    <message>
        <source>Size: {size}</source>
        <extracomment>signdesk/desktop/comparison/parts.py, signdesk/desktop/preview/bar.py</extracomment>
        <translation>Rozmiar: {size}</translation>
    </message>
    <message>
        <source>These did not come back as they were sent.</source>
        <extracomment>signdesk/desktop/comparison/presenter.py</extracomment>
        <translation>Te dokumenty nie wróciły takie, jakie wysłano.</translation>
    </message>
    <message>
        <source>From the next order on, a document of this process counts as sealed if every page is found again and only stamps in empty places and new pages were added. Each is still compared, and any other change still waits for you. You can undo this in the settings of the process.</source>
        <extracomment>signdesk/desktop/comparison/presenter.py</extracomment>
        <translation>Od następnego zlecenia dokument tego procesu liczy się jako opieczętowany, jeśli odnaleziono każdą stronę, a doszły tylko stemple na pustym miejscu i nowe strony. Każdy nadal jest porównywany, a każda inna zmiana nadal czeka na decyzję. Można to cofnąć w ustawieniach procesu.</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>signdesk/desktop/comparison/presenter.py, signdesk/desktop/connections/sign_in_prompt.py, signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Nie teraz</translation>
    </message>
    <message>
        <source>Always accept it</source>
        <extracomment>signdesk/desktop/comparison/presenter.py</extracomment>
        <translation>Zawsze akceptuj</translation>
    </message>
    <message>
        <source>Always accept what “{process}” changes?</source>
        <extracomment>signdesk/desktop/comparison/presenter.py</extracomment>
        <translation>Zawsze akceptować to, co zmienia „{process}”?</translation>
    </message>
    <message>
        <source>The document as it was sent is not there any more.</source>
        <extracomment>signdesk/desktop/comparison/side.py</extracomment>
        <translation>Wysłanego dokumentu już tu nie ma.</translation>
    </message>
    <message>
        <source>Sent page {pages}</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Wysłana strona {pages}</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Strona {page}</translation>
    </message>
    <message>
        <source>Pages {pages}</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Strony {pages}</translation>
    </message>
    <message>
        <source>Sealed by “{signer}”; the server changed the file before it sealed.</source>
        <extracomment>signdesk/desktop/comparison/values.py, signdesk/jobs/page_judge.py</extracomment>
        <translation>Opieczętowane przez „{signer}”; serwer zmienił plik przed opieczętowaniem.</translation>
    </message>
    <message>
        <source>Sealed by an unnamed signer; the server changed the file before it sealed.</source>
        <extracomment>signdesk/desktop/comparison/values.py, signdesk/jobs/page_judge.py</extracomment>
        <translation>Opieczętowane przez podpisującego bez nazwy; serwer zmienił plik przed opieczętowaniem.</translation>
    </message>
    <message>
        <source>Sealed, and the change was accepted</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Opieczętowany, a zmianę zaakceptowano</translation>
    </message>
    <message>
        <source>Sealed, and changed as expected of this process</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Opieczętowany i zmieniony tak, jak oczekuje się po tym procesie</translation>
    </message>
    <message>
        <source>Sealed, but not as it was sent</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Opieczętowany, ale nie tak, jak go wysłano</translation>
    </message>
    <message>
        <source>It has an intact seal, but it is not known whether it is the document that was sent.</source>
        <extracomment>signdesk/desktop/comparison/values.py, signdesk/jobs/page_judge.py</extracomment>
        <translation>Ma nienaruszoną pieczęć, ale nie wiadomo, czy to wysłany dokument.</translation>
    </message>
    <message>
        <source>It may be another document</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>To może być inny dokument</translation>
    </message>
    <message>
        <source>What came back has an intact seal, but it does not show all that was sent.</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>To, co wróciło, ma nienaruszoną pieczęć, ale nie pokazuje wszystkiego, co wysłano.</translation>
    </message>
    <message>
        <source>Another document under this name</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Inny dokument pod tą nazwą</translation>
    </message>
    <message>
        <source>The picture of the seal was added</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Dodano obraz pieczęci</translation>
    </message>
    <message numerus="yes">
        <source>%n words differ</source>
        <extracomment>signdesk/desktop/comparison/values.py; for one: %n word differs</extracomment>
        <translation>
            <numerusform>%n słowo się różni</numerusform>
            <numerusform>%n słowa się różnią</numerusform>
            <numerusform>%n słów się różni</numerusform>
        </translation>
    </message>
    <message>
        <source>Same text, same look</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Ten sam tekst i wygląd</translation>
    </message>
    <message>
        <source>Same text, another font</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Ten sam tekst, inna czcionka</translation>
    </message>
    <message>
        <source>A stamp was added</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Dodano stempel</translation>
    </message>
    <message>
        <source>It looks different</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Wygląda inaczej</translation>
    </message>
    <message>
        <source>New, it was not sent</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Nowa, nie była wysłana</translation>
    </message>
    <message>
        <source>Not found again</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Nie odnaleziono</translation>
    </message>
    <message>
        <source>Process</source>
        <extracomment>signdesk/desktop/comparison/values.py, signdesk/desktop/documents/choices.py, signdesk/desktop/settings/doctor_panel.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Proces</translation>
    </message>
    <message>
        <source>Nothing was changed after it was sealed</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Po opieczętowaniu niczego nie zmieniono</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>signdesk/desktop/comparison/values.py, signdesk/desktop/documents/columns.py</extracomment>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Intact</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Nienaruszona</translation>
    </message>
    <message>
        <source>Sealed by</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Pieczętujący</translation>
    </message>
    <message>
        <source>Not noted</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Nie zanotowano</translation>
    </message>
    <message>
        <source>Nothing was read out of it</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Niczego z niej nie odczytano</translation>
    </message>
    <message>
        <source>An unnamed signer</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Nienazwany podmiot</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Kiedy</translation>
    </message>
    <message>
        <source>By a time stamp from “{authority}”</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Według znacznika czasu od „{authority}”</translation>
    </message>
    <message>
        <source>By the clock of the server, not confirmed</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Według zegara serwera, niepotwierdzone</translation>
    </message>
    <message>
        <source>Not stated</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Nie podano</translation>
    </message>
    <message>
        <source>Issuer</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Wystawca</translation>
    </message>
    <message>
        <source>Who stands behind the name could not be checked.</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Nie można było sprawdzić, kto stoi za tą nazwą.</translation>
    </message>
    <message>
        <source>Known: {issuer}</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Znany: {issuer}</translation>
    </message>
    <message>
        <source>To this computer</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Temu komputerowi</translation>
    </message>
    <message>
        <source>Its own holder</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Sam posiadacz</translation>
    </message>
    <message>
        <source>Not known to this computer: {issuer}</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Nieznany temu komputerowi: {issuer}</translation>
    </message>
    <message>
        <source>Valid from {start} to {end}</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Ważny od {start} do {end}</translation>
    </message>
    <message>
        <source>Data in the seal says that it was revoked.</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Dane w pieczęci mówią, że go unieważniono.</translation>
    </message>
    <message>
        <source>Not valid at that time</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>W tym czasie nieważny</translation>
    </message>
    <message>
        <source>Certificate</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Certyfikat</translation>
    </message>
    <message>
        <source>Level</source>
        <extracomment>signdesk/desktop/comparison/values.py</extracomment>
        <translation>Poziom</translation>
    </message>
    <message>
        <source>SignDesk waits for the keyring.</source>
        <extracomment>signdesk/desktop/connections/connection_setup.py</extracomment>
        <translation>SignDesk czeka na pęk kluczy.</translation>
    </message>
    <message>
        <source>Enter the sign-in for {name}.</source>
        <extracomment>signdesk/desktop/connections/connection_setup.py</extracomment>
        <translation>Wprowadź dane logowania do: {name}.</translation>
    </message>
    <message>
        <source>Data and list of batches</source>
        <extracomment>signdesk/desktop/connections/connection_setup.py</extracomment>
        <translation>Dane i lista paczek</translation>
    </message>
    <message>
        <source>Results that were put aside</source>
        <extracomment>signdesk/desktop/connections/connection_setup.py</extracomment>
        <translation>Odłożone wyniki</translation>
    </message>
    <message>
        <source>Log</source>
        <extracomment>signdesk/desktop/connections/connection_setup.py, signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Log</translation>
    </message>
    <message>
        <source>The list of batches cannot be read: {why}.</source>
        <extracomment>signdesk/desktop/connections/connection_setup.py</extracomment>
        <translation>Nie można odczytać listy paczek: {why}.</translation>
    </message>
    <message>
        <source>The list of batches takes {size} KB.</source>
        <extracomment>signdesk/desktop/connections/connection_setup.py</extracomment>
        <translation>Lista paczek zajmuje {size} KB.</translation>
    </message>
    <message>
        <source>{name} ({mark})</source>
        <extracomment>signdesk/desktop/connections/distinct_labels.py</extracomment>
        <translation>{name} ({mark})</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py</extracomment>
        <translation>Krok {step} z {steps}</translation>
    </message>
    <message>
        <source>Connect to your server</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py</extracomment>
        <translation>Połącz ze swoim serwerem</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/desktop/settings/doctor_panel.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Name of the key’s header</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Nazwa nagłówka z kluczem</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py</extracomment>
        <translation>Więcej</translation>
    </message>
    <message>
        <source>Try again: ask the keyring</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py</extracomment>
        <translation>Spróbuj ponownie: zapytaj pęk kluczy</translation>
    </message>
    <message>
        <source>Connect</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py</extracomment>
        <translation>Połącz</translation>
    </message>
    <message>
        <source>API key</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/desktop/connections/sign_in.py, signdesk/desktop/settings/server_form.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Klucz API</translation>
    </message>
    <message>
        <source>User name and password</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/desktop/settings/server_form.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Nazwa użytkownika i hasło</translation>
    </message>
    <message>
        <source>Token</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/desktop/connections/sign_in.py, signdesk/desktop/settings/server_form.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Token</translation>
    </message>
    <message>
        <source>No sign-in</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Bez logowania</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Sposób logowania</translation>
    </message>
    <message>
        <source>What you enter goes to {host}.</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Wprowadzone dane trafią do {host}.</translation>
    </message>
    <message>
        <source>Less</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py, signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Mniej</translation>
    </message>
    <message>
        <source>Enter the address of your server. The server’s operator knows it.</source>
        <extracomment>signdesk/desktop/connections/first_start/form.py</extracomment>
        <translation>Proszę podać adres serwera. Zna go administrator serwera.</translation>
    </message>
    <message>
        <source>The server has not been tried successfully yet. SignDesk goes on trying with each batch.</source>
        <extracomment>signdesk/desktop/connections/first_start/presenter.py</extracomment>
        <translation>Próba połączenia z serwerem jeszcze się nie powiodła. SignDesk będzie próbować przy każdej paczce.</translation>
    </message>
    <message>
        <source>Which process seals your documents?</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>Który proces pieczętuje dokumenty?</translation>
    </message>
    <message>
        <source>Number of the process</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>Numer procesu</translation>
    </message>
    <message>
        <source>for example 12</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>na przykład 12</translation>
    </message>
    <message>
        <source>Its name here</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>Nazwa w programie</translation>
    </message>
    <message>
        <source>Company seal</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py, signdesk/desktop/settings/processes_page.py, signdesk/desktop/settings/table_pages.py</extracomment>
        <translation>Pieczęć firmowa</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>Zakończ</translation>
    </message>
    <message>
        <source>Use it for this session only</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>Użyj tylko w tej sesji</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py, signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>I don’t know the number yet</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>Nie znam jeszcze numeru</translation>
    </message>
    <message>
        <source>A server has numbered processes, and each seals in its own way. It does not list them: the server’s operator tells you the number.</source>
        <extracomment>signdesk/desktop/connections/first_start/process_box.py</extracomment>
        <translation>Serwer ma ponumerowane procesy, a każdy pieczętuje na swój sposób. Serwer nie podaje ich listy: numer podaje administrator serwera.</translation>
    </message>
    <message>
        <source>Trying the server</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Próba połączenia z serwerem</translation>
    </message>
    <message>
        <source>Check it step by step in Settings</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Sprawdź krok po kroku w Ustawieniach</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Użyj mimo to</translation>
    </message>
    <message>
        <source>Asking {server} for an answer. Nothing is sealed by that.</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Oczekiwanie na odpowiedź: {server}. Niczego się przy tym nie pieczętuje.</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py, signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Asking {server}. In order so far: {step}</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Oczekiwanie na odpowiedź: {server}. Dotąd w porządku: {step}</translation>
    </message>
    <message>
        <source>It fails at: {step}</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Problem na etapie: {step}</translation>
    </message>
    <message>
        <source>Change the address</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Zmień adres</translation>
    </message>
    <message>
        <source>Change the sign-in</source>
        <extracomment>signdesk/desktop/connections/first_start/trial.py</extracomment>
        <translation>Zmień logowanie</translation>
    </message>
    <message>
        <source>{server}, not signed in</source>
        <extracomment>signdesk/desktop/connections/keyring_wait.py</extracomment>
        <translation>{server}, niezalogowano</translation>
    </message>
    <message>
        <source>SignDesk goes on by itself as soon as the keyring is open.</source>
        <extracomment>signdesk/desktop/connections/keyring_wait.py</extracomment>
        <translation>SignDesk będzie kontynuować samodzielnie, gdy tylko pęk kluczy zostanie otwarty.</translation>
    </message>
    <message>
        <source>Try the keyring again</source>
        <extracomment>signdesk/desktop/connections/keyring_wait.py, signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Spróbuj ponownie z pękiem kluczy</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <extracomment>signdesk/desktop/connections/keyring_wait.py</extracomment>
        <translation>Zaloguj się…</translation>
    </message>
    <message>
        <source>Sign in to {server}</source>
        <extracomment>signdesk/desktop/connections/keyring_wait.py, signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Logowanie: {server}</translation>
    </message>
    <message>
        <source>What you entered is kept for this session only.</source>
        <extracomment>signdesk/desktop/connections/secret_saver.py</extracomment>
        <translation>Wpisane dane są zachowane tylko na tę sesję.</translation>
    </message>
    <message>
        <source>The practice server is starting…</source>
        <extracomment>signdesk/desktop/connections/server_selection.py</extracomment>
        <translation>Trwa uruchamianie serwera ćwiczeniowego…</translation>
    </message>
    <message>
        <source>{server}, connected</source>
        <extracomment>signdesk/desktop/connections/server_selection.py</extracomment>
        <translation>{server}, połączono</translation>
    </message>
    <message>
        <source>{server}, not reached</source>
        <extracomment>signdesk/desktop/connections/server_selection.py</extracomment>
        <translation>{server}, brak połączenia</translation>
    </message>
    <message>
        <source>The practice server has stopped</source>
        <extracomment>signdesk/desktop/connections/server_selection.py</extracomment>
        <translation>Serwer ćwiczeniowy został zatrzymany</translation>
    </message>
    <message>
        <source>The practice server has stopped, and with it what it had not finished. Nothing was lost.</source>
        <extracomment>signdesk/desktop/connections/server_selection.py</extracomment>
        <translation>Serwer ćwiczeniowy został zatrzymany wraz z tym, czego nie ukończył. Nic nie zostało utracone.</translation>
    </message>
    <message>
        <source>Start it again</source>
        <extracomment>signdesk/desktop/connections/server_selection.py</extracomment>
        <translation>Uruchom ponownie</translation>
    </message>
    <message>
        <source>Keep in the system’s keyring</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Zachowaj w systemowym pęku kluczy</translation>
    </message>
    <message>
        <source>Otherwise it is gone when SignDesk is closed.</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>W przeciwnym razie dane znikną po zamknięciu SignDesk.</translation>
    </message>
    <message>
        <source>User name</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Nazwa użytkownika</translation>
    </message>
    <message>
        <source>Password</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Hasło</translation>
    </message>
    <message>
        <source>Enter the API key. The server’s operator gives it to you.</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Proszę podać klucz API. Udostępnia go administrator serwera.</translation>
    </message>
    <message>
        <source>Enter the user name.</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Proszę podać nazwę użytkownika.</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Proszę podać hasło.</translation>
    </message>
    <message>
        <source>Enter the token. The server’s operator gives it to you.</source>
        <extracomment>signdesk/desktop/connections/sign_in.py</extracomment>
        <translation>Proszę podać token. Udostępnia go administrator serwera.</translation>
    </message>
    <message>
        <source>“{name}” has another address now</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>„{name}” ma teraz inny adres</translation>
    </message>
    <message>
        <source>This batch was sent to {old}, and its connection leads to {new} now. Is that the same server? The sign-in is sent only to the server that you choose.</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Tę paczkę wysłano do {old}, a jej połączenie prowadzi teraz do {new}. Czy to ten sam serwer? Dane logowania zostaną wysłane tylko do wybranego serwera.</translation>
    </message>
    <message>
        <source>Go on at {old}</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Kontynuuj na {old}</translation>
    </message>
    <message>
        <source>Go on at {new}</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Kontynuuj na {new}</translation>
    </message>
    <message>
        <source>The proxy on the way to {server} asks {user} for a password.</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Serwer proxy na drodze do {server} wymaga hasła (użytkownik: {user}).</translation>
    </message>
    <message>
        <source>The key of this computer’s certificate for {server} is locked.</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Klucz certyfikatu tego komputera dla {server} jest zablokowany.</translation>
    </message>
    <message>
        <source>SignDesk is not connected to this server since it was started.</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Od uruchomienia SignDesk nie nawiązano połączenia z tym serwerem.</translation>
    </message>
    <message>
        <source>The server refused the sign-in that was used last.</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Serwer odrzucił ostatnio użyte dane logowania.</translation>
    </message>
    <message numerus="yes">
        <source>%n batches wait for it and go on together.</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py; for one: %n batch waits for it.</extracomment>
        <translation>
            <numerusform>Czeka na to %n paczka.</numerusform>
            <numerusform>Czekają na to %n paczki; będą kontynuowane razem.</numerusform>
            <numerusform>Czeka na to %n paczek; będą kontynuowane razem.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you enter is kept for this session only.</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py</extracomment>
        <translation>Wpisane dane zostaną zachowane tylko na tę sesję.</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py, signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Hasło do serwera proxy</translation>
    </message>
    <message>
        <source>Pass phrase of the key</source>
        <extracomment>signdesk/desktop/connections/sign_in_prompt.py, signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Hasło klucza</translation>
    </message>
    <message>
        <source>Practise</source>
        <extracomment>signdesk/desktop/connections/start_page.py, signdesk/desktop/main_window/header.py</extracomment>
        <translation>Ćwicz</translation>
    </message>
    <message>
        <source>Back to your documents</source>
        <extracomment>signdesk/desktop/connections/start_page.py</extracomment>
        <translation>Wróć do dokumentów</translation>
    </message>
    <message>
        <source>Where should your documents be sealed?</source>
        <extracomment>signdesk/desktop/connections/start_page.py</extracomment>
        <translation>Gdzie mają być pieczętowane dokumenty?</translation>
    </message>
    <message numerus="yes">
        <source>%n documents are in the list, for when you are ready.</source>
        <extracomment>signdesk/desktop/connections/start_page.py; for one: %n document is in the list, for when you are ready.</extracomment>
        <translation>
            <numerusform>Na liście czeka %n dokument.</numerusform>
            <numerusform>Na liście czekają %n dokumenty.</numerusform>
            <numerusform>Na liście czeka %n dokumentów.</numerusform>
        </translation>
    </message>
    <message>
        <source>Practise with test seals</source>
        <extracomment>signdesk/desktop/connections/start_page.py</extracomment>
        <translation>Ćwicz z pieczęciami testowymi</translation>
    </message>
    <message>
        <source>A small server inside SignDesk seals documents with a test key. Nothing leaves this computer, and the seals have no legal effect.</source>
        <extracomment>signdesk/desktop/connections/start_page.py</extracomment>
        <translation>Mały serwer wewnątrz SignDesk pieczętuje dokumenty kluczem testowym. Nic nie opuszcza tego komputera, a pieczęcie nie mają skutków prawnych.</translation>
    </message>
    <message>
        <source>Process number, for example 12</source>
        <extracomment>signdesk/desktop/documents/choices.py</extracomment>
        <translation>Numer procesu, na przykład 12</translation>
    </message>
    <message>
        <source>A process is a whole number, for example 12. Ask the server’s operator.</source>
        <extracomment>signdesk/desktop/documents/choices.py, signdesk/desktop/settings/process_fields.py</extracomment>
        <translation>Proces to liczba całkowita, na przykład 12. Proszę zapytać administratora serwera.</translation>
    </message>
    <message>
        <source>The largest process number is {most}.</source>
        <extracomment>signdesk/desktop/documents/choices.py</extracomment>
        <translation>Największy numer procesu to {most}.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <extracomment>signdesk/desktop/documents/choices.py</extracomment>
        <translation>Wybierz folder…</translation>
    </message>
    <message>
        <source>Save to: {folder}</source>
        <extracomment>signdesk/desktop/documents/choices.py</extracomment>
        <translation>Zapisz w: {folder}</translation>
    </message>
    <message>
        <source>Add files</source>
        <extracomment>signdesk/desktop/documents/chooser.py, signdesk/desktop/help/pages.py</extracomment>
        <translation>Dodaj pliki</translation>
    </message>
    <message>
        <source>descending</source>
        <extracomment>signdesk/desktop/documents/columns.py</extracomment>
        <translation>malejąco</translation>
    </message>
    <message>
        <source>ascending</source>
        <extracomment>signdesk/desktop/documents/columns.py</extracomment>
        <translation>rosnąco</translation>
    </message>
    <message>
        <source>Sort by {column}, now {order}</source>
        <extracomment>signdesk/desktop/documents/columns.py</extracomment>
        <translation>Sortuj według: {column}, teraz {order}</translation>
    </message>
    <message>
        <source>Sort by {column}</source>
        <extracomment>signdesk/desktop/documents/columns.py</extracomment>
        <translation>Sortuj według: {column}</translation>
    </message>
    <message numerus="yes">
        <source>No copy could be taken of %n files in temporary folders. Seal them before they are deleted.</source>
        <extracomment>signdesk/desktop/documents/copy_keeper.py; for one: No copy could be taken of %n file in a temporary folder. Seal it before it is deleted.</extracomment>
        <translation>
            <numerusform>Nie udało się wykonać kopii %n pliku z folderu tymczasowego. Proszę go opieczętować, zanim zostanie usunięty.</numerusform>
            <numerusform>Nie udało się wykonać kopii %n plików z folderów tymczasowych. Proszę je opieczętować, zanim zostaną usunięte.</numerusform>
            <numerusform>Nie udało się wykonać kopii %n plików z folderów tymczasowych. Proszę je opieczętować, zanim zostaną usunięte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files lie in temporary folders, where other programs may delete them at any time.</source>
        <extracomment>signdesk/desktop/documents/copy_keeper.py; for one: %n file lies in a temporary folder, where other programs may delete it at any time.</extracomment>
        <translation>
            <numerusform>%n plik leży w folderze tymczasowym, z którego inne programy mogą go w każdej chwili usunąć.</numerusform>
            <numerusform>%n pliki leżą w folderach tymczasowych, z których inne programy mogą je w każdej chwili usunąć.</numerusform>
            <numerusform>%n plików leży w folderach tymczasowych, z których inne programy mogą je w każdej chwili usunąć.</numerusform>
        </translation>
    </message>
    <message>
        <source>A copy in SignDesk’s own folder takes {size}. It is removed when it is no longer needed.</source>
        <extracomment>signdesk/desktop/documents/copy_keeper.py</extracomment>
        <translation>Kopia we własnym folderze SignDesk zajmie {size}. Zostanie usunięta, gdy nie będzie już potrzebna.</translation>
    </message>
    <message>
        <source>Take a copy</source>
        <extracomment>signdesk/desktop/documents/copy_keeper.py</extracomment>
        <translation>Wykonaj kopię</translation>
    </message>
    <message>
        <source>Add without a copy</source>
        <extracomment>signdesk/desktop/documents/copy_keeper.py</extracomment>
        <translation>Dodaj bez kopii</translation>
    </message>
    <message>
        <source>Take a copy of large files?</source>
        <extracomment>signdesk/desktop/documents/copy_keeper.py</extracomment>
        <translation>Wykonać kopię dużych plików?</translation>
    </message>
    <message>
        <source>Save the attachment first, then drop it here.</source>
        <extracomment>signdesk/desktop/documents/drops.py</extracomment>
        <translation>Najpierw proszę zapisać załącznik, a potem upuścić go tutaj.</translation>
    </message>
    <message>
        <source>That is not a file on this computer yet. Save it first, then drop the saved file.</source>
        <extracomment>signdesk/desktop/documents/drops.py</extracomment>
        <translation>To jeszcze nie jest plik na tym komputerze. Proszę go najpierw zapisać, a potem upuścić zapisany plik.</translation>
    </message>
    <message>
        <source>{count} of these are not files on this computer yet. Save them first.</source>
        <extracomment>signdesk/desktop/documents/drops.py</extracomment>
        <translation>Liczba elementów, które nie są jeszcze plikami na tym komputerze: {count}. Proszę je najpierw zapisać.</translation>
    </message>
    <message>
        <source>Drop to add</source>
        <extracomment>signdesk/desktop/documents/drops.py</extracomment>
        <translation>Upuść, aby dodać</translation>
    </message>
    <message>
        <source>No document was found in the folder.</source>
        <extracomment>signdesk/desktop/documents/importer.py</extracomment>
        <translation>W folderze nie znaleziono żadnego dokumentu.</translation>
    </message>
    <message numerus="yes">
        <source>%n documents found in folders.</source>
        <extracomment>signdesk/desktop/documents/importer.py; for one: %n document found in folders.</extracomment>
        <translation>
            <numerusform>Znaleziono w folderach %n dokument.</numerusform>
            <numerusform>Znaleziono w folderach %n dokumenty.</numerusform>
            <numerusform>Znaleziono w folderach %n dokumentów.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out.</source>
        <extracomment>signdesk/desktop/documents/importer.py; for one: %n file was left out.</extracomment>
        <translation>
            <numerusform>Pominięto %n plik.</numerusform>
            <numerusform>Pominięto %n pliki.</numerusform>
            <numerusform>Pominięto %n plików.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents were added to the list.</source>
        <extracomment>signdesk/desktop/documents/importer.py; for one: %n document was added to the list.</extracomment>
        <translation>
            <numerusform>Dodano do listy %n dokument.</numerusform>
            <numerusform>Dodano do listy %n dokumenty.</numerusform>
            <numerusform>Dodano do listy %n dokumentów.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents were in the list already.</source>
        <extracomment>signdesk/desktop/documents/importer.py; for one: %n document was in the list already.</extracomment>
        <translation>
            <numerusform>%n dokument był już na liście.</numerusform>
            <numerusform>%n dokumenty były już na liście.</numerusform>
            <numerusform>%n dokumentów było już na liście.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop more documents anywhere, or press Ctrl+V</source>
        <extracomment>signdesk/desktop/documents/listing.py</extracomment>
        <translation>Upuść kolejne dokumenty lub naciśnij Ctrl+V</translation>
    </message>
    <message>
        <source>The check was stopped before it came to this file. Check it again to send it.</source>
        <extracomment>signdesk/desktop/documents/model.py</extracomment>
        <translation>Sprawdzanie zatrzymano, zanim doszło do tego pliku. Aby go wysłać, trzeba go sprawdzić ponownie.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py, signdesk/desktop/documents/view.py</extracomment>
        <translation>Dodaj pliki…</translation>
    </message>
    <message>
        <source>Use the sample documents</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Użyj przykładowych dokumentów</translation>
    </message>
    <message>
        <source>Drop documents here</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Upuść dokumenty tutaj</translation>
    </message>
    <message>
        <source>PDF, Word, XML or any other file.
Folders work too, and so does Ctrl+V.</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>PDF, Word, XML lub dowolny inny plik.
Można też użyć folderów i Ctrl+V.</translation>
    </message>
    <message>
        <source>Show which</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Pokaż które</translation>
    </message>
    <message>
        <source>Hide</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py, signdesk/desktop/main_window/header.py</extracomment>
        <translation>Ukryj</translation>
    </message>
    <message>
        <source>Hide this note</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Ukryj tę uwagę</translation>
    </message>
    <message>
        <source>What was left out</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Co pominięto</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>i jeszcze {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n are ordered already</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py; for one: %n is ordered already</extracomment>
        <translation>
            <numerusform>%n już zlecony</numerusform>
            <numerusform>%n już zlecone</numerusform>
            <numerusform>%n już zleconych</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are checked already</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py; for one: %n is checked already</extracomment>
        <translation>
            <numerusform>%n już sprawdzony</numerusform>
            <numerusform>%n już sprawdzone</numerusform>
            <numerusform>%n już sprawdzonych</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are time-stamped already</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py; for one: %n is time-stamped already</extracomment>
        <translation>
            <numerusform>%n już oznaczony czasem</numerusform>
            <numerusform>%n już oznaczone czasem</numerusform>
            <numerusform>%n już oznaczonych czasem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are sealed already</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py; for one: %n is sealed already</extracomment>
        <translation>
            <numerusform>%n już opieczętowany</numerusform>
            <numerusform>%n już opieczętowane</numerusform>
            <numerusform>%n już opieczętowanych</numerusform>
        </translation>
    </message>
    <message>
        <source>Check it again…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Sprawdź ponownie…</translation>
    </message>
    <message>
        <source>Check them again…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Sprawdź ponownie…</translation>
    </message>
    <message>
        <source>Time-stamp it again…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Oznacz czasem ponownie…</translation>
    </message>
    <message>
        <source>Time-stamp them again…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Oznacz czasem ponownie…</translation>
    </message>
    <message>
        <source>Seal it again…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Opieczętuj ponownie…</translation>
    </message>
    <message>
        <source>Seal them again…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Opieczętuj ponownie…</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py, signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Zatrzymaj sprawdzanie</translation>
    </message>
    <message>
        <source>Checking {done} of {total}…</source>
        <extracomment>signdesk/desktop/documents/pane_notes.py</extracomment>
        <translation>Sprawdzanie {done} z {total}…</translation>
    </message>
    <message numerus="yes">
        <source>%n documents have changed or gone since they were added, so nothing was sent yet.</source>
        <extracomment>signdesk/desktop/documents/rechecks.py; for one: %n document has changed or gone since it was added, so nothing was sent yet.</extracomment>
        <translation>
            <numerusform>%n dokument zmienił się lub zniknął po dodaniu, więc jeszcze niczego nie wysłano.</numerusform>
            <numerusform>%n dokumenty zmieniły się lub zniknęły po dodaniu, więc jeszcze niczego nie wysłano.</numerusform>
            <numerusform>%n dokumentów zmieniło się lub zniknęło po dodaniu, więc jeszcze niczego nie wysłano.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents were ordered from this process before, so nothing was sent yet.</source>
        <extracomment>signdesk/desktop/documents/rechecks.py; for one: %n document was ordered from this process before, so nothing was sent yet.</extracomment>
        <translation>
            <numerusform>%n dokument zlecono już w tym procesie, więc jeszcze nic nie wysłano.</numerusform>
            <numerusform>%n dokumenty zlecono już w tym procesie, więc jeszcze nic nie wysłano.</numerusform>
            <numerusform>%n dokumentów zlecono już w tym procesie, więc jeszcze nic nie wysłano.</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview</source>
        <extracomment>signdesk/desktop/documents/row_actions.py</extracomment>
        <translation>Podgląd</translation>
    </message>
    <message>
        <source>Rename…</source>
        <extracomment>signdesk/desktop/documents/row_actions.py</extracomment>
        <translation>Zmień nazwę…</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <extracomment>signdesk/desktop/documents/row_actions.py</extracomment>
        <translation>Wyślij mimo to</translation>
    </message>
    <message>
        <source>Do not send</source>
        <extracomment>signdesk/desktop/documents/row_actions.py</extracomment>
        <translation>Nie wysyłaj</translation>
    </message>
    <message>
        <source>Check again</source>
        <extracomment>signdesk/desktop/documents/row_actions.py, signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Sprawdź ponownie</translation>
    </message>
    <message>
        <source>Check the seals inside</source>
        <extracomment>signdesk/desktop/documents/row_actions.py</extracomment>
        <translation>Sprawdź pieczęcie w środku</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>signdesk/desktop/documents/row_actions.py, signdesk/desktop/settings/processes_page.py, signdesk/desktop/settings/secret_row.py, signdesk/desktop/settings/server_page.py</extracomment>
        <translation>Usuń</translation>
    </message>
    <message numerus="yes">
        <source>%n documents were removed from the list.</source>
        <extracomment>signdesk/desktop/documents/row_actions.py; for one: %n document was removed from the list.</extracomment>
        <translation>
            <numerusform>%n dokument usunięto z listy.</numerusform>
            <numerusform>%n dokumenty usunięto z listy.</numerusform>
            <numerusform>%n dokumentów usunięto z listy.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name under which it is sent; the file keeps its own</source>
        <extracomment>signdesk/desktop/documents/rows.py</extracomment>
        <translation>Nazwa przy wysyłaniu; plik zachowuje własną</translation>
    </message>
    <message>
        <source>This is a result that was sealed already: {name}</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>To już opieczętowany wynik: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n of these are results that were sealed already.</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py; for one: %n of these is a result that was sealed already.</extracomment>
        <translation>
            <numerusform>%n z nich to już opieczętowany wynik.</numerusform>
            <numerusform>%n z nich to już opieczętowane wyniki.</numerusform>
            <numerusform>%n z nich to już opieczętowane wyniki.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check these</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py; for one: Check it</extracomment>
        <translation>
            <numerusform>Sprawdź</numerusform>
            <numerusform>Sprawdź te pliki</numerusform>
            <numerusform>Sprawdź te pliki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking the seals of %n files…</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py; for one: Checking the seals of %n file…</extracomment>
        <translation>
            <numerusform>Sprawdzanie pieczęci w %n pliku…</numerusform>
            <numerusform>Sprawdzanie pieczęci w %n plikach…</numerusform>
            <numerusform>Sprawdzanie pieczęci w %n plikach…</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>Nie można go odczytać.</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py, signdesk/desktop/help/dialog.py, signdesk/desktop/preview/bar.py, signdesk/desktop/settings/dialog.py, signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>All seals are intact</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>Wszystkie pieczęcie są nienaruszone</translation>
    </message>
    <message>
        <source>Not everything is intact</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>Nie wszystko jest nienaruszone</translation>
    </message>
    <message>
        <source>Not everything could be checked</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>Nie wszystko dało się sprawdzić</translation>
    </message>
    <message>
        <source>No seal was found</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>Nie znaleziono pieczęci</translation>
    </message>
    <message>
        <source>Not everything is sealed</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>Nie wszystko jest opieczętowane</translation>
    </message>
    <message numerus="yes">
        <source>{name}: {good} of %n intact, by its receipt.</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py; for one: {name}: {good} of %n intact, by its receipt.</extracomment>
        <translation>
            <numerusform>{name}: nienaruszone {good} z %n, według potwierdzenia.</numerusform>
            <numerusform>{name}: nienaruszone {good} z %n, według potwierdzenia.</numerusform>
            <numerusform>{name}: nienaruszone {good} z %n, według potwierdzenia.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: {good} of %n intact.</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py; for one: {name}: {good} of %n intact.</extracomment>
        <translation>
            <numerusform>{name}: nienaruszone {good} z %n.</numerusform>
            <numerusform>{name}: nienaruszone {good} z %n.</numerusform>
            <numerusform>{name}: nienaruszone {good} z %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: {good} of %n intact. What was sent is not known, since no receipt lies beside it.</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py; for one: {name}: {good} of %n intact. What was sent is not known, since no receipt lies beside it.</extracomment>
        <translation>
            <numerusform>{name}: nienaruszone {good} z %n. Nie wiadomo, co wysłano, bo obok nie ma potwierdzenia.</numerusform>
            <numerusform>{name}: nienaruszone {good} z %n. Nie wiadomo, co wysłano, bo obok nie ma potwierdzenia.</numerusform>
            <numerusform>{name}: nienaruszone {good} z %n. Nie wiadomo, co wysłano, bo obok nie ma potwierdzenia.</numerusform>
        </translation>
    </message>
    <message>
        <source>intact</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>nienaruszony</translation>
    </message>
    <message>
        <source>report unchanged</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>raport niezmieniony</translation>
    </message>
    <message>
        <source>not intact</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>naruszony</translation>
    </message>
    <message>
        <source>no seal</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>brak pieczęci</translation>
    </message>
    <message>
        <source>changed</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>zmieniony</translation>
    </message>
    <message>
        <source>missing</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>brak</translation>
    </message>
    <message>
        <source>cannot be checked</source>
        <extracomment>signdesk/desktop/documents/seal_checks.py</extracomment>
        <translation>nie można sprawdzić</translation>
    </message>
    <message>
        <source>The server has changed meanwhile. Nothing was sent.</source>
        <extracomment>signdesk/desktop/documents/sealing.py</extracomment>
        <translation>Serwer został w międzyczasie zmieniony. Niczego nie wysłano.</translation>
    </message>
    <message>
        <source>Save the result to</source>
        <extracomment>signdesk/desktop/documents/sealing.py</extracomment>
        <translation>Zapisz wynik w</translation>
    </message>
    <message>
        <source>Batch {number} holds some of these documents already. Nothing was sent.</source>
        <extracomment>signdesk/desktop/documents/sealing.py</extracomment>
        <translation>Paczka {number} zawiera już niektóre z tych dokumentów. Niczego nie wysłano.</translation>
    </message>
    <message numerus="yes">
        <source>They were ordered from “{process}” of {server} before. Ordering them again may cost money again.</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: It was ordered from “{process}” of {server} before. Ordering it again may cost money again.</extracomment>
        <translation>
            <numerusform>Zlecono go już w „{process}” na serwerze {server}. Ponowne zlecenie może znów kosztować.</numerusform>
            <numerusform>Zlecono je już w „{process}” na serwerze {server}. Ponowne zlecenie może znów kosztować.</numerusform>
            <numerusform>Zlecono je już w „{process}” na serwerze {server}. Ponowne zlecenie może znów kosztować.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>SignDesk’s list of batches was lost, so they may have been ordered from “{process}” of {server} before. Ordering them again may cost money again.</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: SignDesk’s list of batches was lost, so it may have been ordered from “{process}” of {server} before. Ordering it again may cost money again.</extracomment>
        <translation>
            <numerusform>Lista paczek SignDesk przepadła, więc mógł zostać już zlecony w „{process}” na serwerze {server}. Ponowne zlecenie może znów kosztować.</numerusform>
            <numerusform>Lista paczek SignDesk przepadła, więc mogły zostać już zlecone w „{process}” na serwerze {server}. Ponowne zlecenie może znów kosztować.</numerusform>
            <numerusform>Lista paczek SignDesk przepadła, więc mogły zostać już zlecone w „{process}” na serwerze {server}. Ponowne zlecenie może znów kosztować.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n documents again?</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: Check %n document again?</extracomment>
        <translation>
            <numerusform>Sprawdzić ponownie %n dokument?</numerusform>
            <numerusform>Sprawdzić ponownie %n dokumenty?</numerusform>
            <numerusform>Sprawdzić ponownie %n dokumentów?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Time-stamp %n documents again?</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: Time-stamp %n document again?</extracomment>
        <translation>
            <numerusform>Oznaczyć czasem ponownie %n dokument?</numerusform>
            <numerusform>Oznaczyć czasem ponownie %n dokumenty?</numerusform>
            <numerusform>Oznaczyć czasem ponownie %n dokumentów?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seal %n documents again?</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: Seal %n document again?</extracomment>
        <translation>
            <numerusform>Opieczętować ponownie %n dokument?</numerusform>
            <numerusform>Opieczętować ponownie %n dokumenty?</numerusform>
            <numerusform>Opieczętować ponownie %n dokumentów?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n again</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: Check %n again</extracomment>
        <translation>
            <numerusform>Sprawdź %n ponownie</numerusform>
            <numerusform>Sprawdź %n ponownie</numerusform>
            <numerusform>Sprawdź %n ponownie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Time-stamp %n again</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: Time-stamp %n again</extracomment>
        <translation>
            <numerusform>Oznacz czasem %n ponownie</numerusform>
            <numerusform>Oznacz czasem %n ponownie</numerusform>
            <numerusform>Oznacz czasem %n ponownie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seal %n again</source>
        <extracomment>signdesk/desktop/documents/sealing.py; for one: Seal %n again</extracomment>
        <translation>
            <numerusform>Opieczętuj %n ponownie</numerusform>
            <numerusform>Opieczętuj %n ponownie</numerusform>
            <numerusform>Opieczętuj %n ponownie</numerusform>
        </translation>
    </message>
    <message>
        <source>It is too large. This server takes {most} at once.</source>
        <extracomment>signdesk/desktop/documents/settling.py</extracomment>
        <translation>Plik jest za duży. Ten serwer przyjmuje naraz {most}.</translation>
    </message>
    <message numerus="yes">
        <source>in %n batches</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: in %n batch</extracomment>
        <translation>
            <numerusform>w %n paczce</numerusform>
            <numerusform>w %n paczkach</numerusform>
            <numerusform>w %n paczkach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being checked</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: %n being checked</extracomment>
        <translation>
            <numerusform>%n w trakcie sprawdzania</numerusform>
            <numerusform>%n w trakcie sprawdzania</numerusform>
            <numerusform>%n w trakcie sprawdzania</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} {reason}</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>{count} – {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n for other reasons</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: %n for another reason</extracomment>
        <translation>
            <numerusform>%n z innego powodu</numerusform>
            <numerusform>%n z innych powodów</numerusform>
            <numerusform>%n z innych powodów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will not be sent: {why}</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: %n will not be sent: {why}</extracomment>
        <translation>
            <numerusform>%n nie zostanie wysłany: {why}</numerusform>
            <numerusform>%n nie zostaną wysłane: {why}</numerusform>
            <numerusform>%n nie zostanie wysłanych: {why}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n documents</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: Check %n document</extracomment>
        <translation>
            <numerusform>Sprawdź %n dokument</numerusform>
            <numerusform>Sprawdź %n dokumenty</numerusform>
            <numerusform>Sprawdź %n dokumentów</numerusform>
        </translation>
    </message>
    <message>
        <source>Check documents</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Sprawdź dokumenty</translation>
    </message>
    <message numerus="yes">
        <source>Time-stamp %n documents</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: Time-stamp %n document</extracomment>
        <translation>
            <numerusform>Oznacz czasem %n dokument</numerusform>
            <numerusform>Oznacz czasem %n dokumenty</numerusform>
            <numerusform>Oznacz czasem %n dokumentów</numerusform>
        </translation>
    </message>
    <message>
        <source>Time-stamp documents</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Oznacz dokumenty czasem</translation>
    </message>
    <message numerus="yes">
        <source>Seal %n documents</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: Seal %n document</extracomment>
        <translation>
            <numerusform>Opieczętuj %n dokument</numerusform>
            <numerusform>Opieczętuj %n dokumenty</numerusform>
            <numerusform>Opieczętuj %n dokumentów</numerusform>
        </translation>
    </message>
    <message>
        <source>Seal documents</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Opieczętuj dokumenty</translation>
    </message>
    <message numerus="yes">
        <source>Check %n new documents</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: Check %n new document</extracomment>
        <translation>
            <numerusform>Sprawdź %n nowy dokument</numerusform>
            <numerusform>Sprawdź %n nowe dokumenty</numerusform>
            <numerusform>Sprawdź %n nowych dokumentów</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new to check</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Nic nowego do sprawdzenia</translation>
    </message>
    <message numerus="yes">
        <source>Time-stamp %n new documents</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: Time-stamp %n new document</extracomment>
        <translation>
            <numerusform>Oznacz czasem %n nowy dokument</numerusform>
            <numerusform>Oznacz czasem %n nowe dokumenty</numerusform>
            <numerusform>Oznacz czasem %n nowych dokumentów</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new to time-stamp</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Nic nowego do oznaczenia czasem</translation>
    </message>
    <message numerus="yes">
        <source>Seal %n new documents</source>
        <extracomment>signdesk/desktop/documents/summary.py; for one: Seal %n new document</extracomment>
        <translation>
            <numerusform>Opieczętuj %n nowy dokument</numerusform>
            <numerusform>Opieczętuj %n nowe dokumenty</numerusform>
            <numerusform>Opieczętuj %n nowych dokumentów</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new to seal</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Nic nowego do opieczętowania</translation>
    </message>
    <message>
        <source>Add documents first.</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Najpierw trzeba dodać dokumenty.</translation>
    </message>
    <message>
        <source>The documents are still being checked.</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Dokumenty są jeszcze sprawdzane.</translation>
    </message>
    <message>
        <source>Nothing in the list is new to this process.</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Na liście nie ma nic nowego dla tego procesu.</translation>
    </message>
    <message>
        <source>None of these can be sent. Remove them or add others.</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Żadnego z tych dokumentów nie można wysłać. Proszę je usunąć lub dodać inne.</translation>
    </message>
    <message>
        <source>Choose a process first.</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Najpierw trzeba wybrać proces.</translation>
    </message>
    <message>
        <source>Choose where to save the result first.</source>
        <extracomment>signdesk/desktop/documents/summary.py</extracomment>
        <translation>Najpierw trzeba wybrać miejsce zapisu wyniku.</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>Trwa sprawdzanie…</translation>
    </message>
    <message>
        <source>Will be sent anyway</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>Zostanie wysłany mimo to</translation>
    </message>
    <message>
        <source>Sent as “{name}”</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>Wysyłany jako „{name}”</translation>
    </message>
    <message>
        <source>Same content as “{name}”</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>Ta sama treść co „{name}”</translation>
    </message>
    <message numerus="yes">
        <source>Signed %n times, a seal is added</source>
        <extracomment>signdesk/desktop/documents/values.py; for one: Already signed, a seal is added</extracomment>
        <translation>
            <numerusform>Już podpisany, pieczęć zostanie dodana</numerusform>
            <numerusform>Podpisany %n razy, pieczęć zostanie dodana</numerusform>
            <numerusform>Podpisany %n razy, pieczęć zostanie dodana</numerusform>
        </translation>
    </message>
    <message>
        <source>“Send anyway” sends it as it is.</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>„Wyślij mimo to” wysyła go bez zmian.</translation>
    </message>
    <message>
        <source>empty</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>brak zawartości</translation>
    </message>
    <message>
        <source>not found</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>nie znaleziono</translation>
    </message>
    <message>
        <source>no right to read</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>brak prawa odczytu</translation>
    </message>
    <message>
        <source>in use</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>w użyciu</translation>
    </message>
    <message>
        <source>link</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>skrót lub dowiązanie</translation>
    </message>
    <message>
        <source>only in the cloud</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>tylko w chmurze</translation>
    </message>
    <message>
        <source>no document</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>to nie dokument</translation>
    </message>
    <message>
        <source>unreadable</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>nie do odczytania</translation>
    </message>
    <message>
        <source>being changed</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>w trakcie zmian</translation>
    </message>
    <message>
        <source>changed since</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>zmiana po dodaniu</translation>
    </message>
    <message>
        <source>not checked</source>
        <extracomment>signdesk/desktop/documents/values.py, signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>nie sprawdzono</translation>
    </message>
    <message>
        <source>with a password</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>z hasłem</translation>
    </message>
    <message>
        <source>with restricted access</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>z ograniczonym dostępem</translation>
    </message>
    <message>
        <source>protected</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>ochrona przed zmianami</translation>
    </message>
    <message>
        <source>certified</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>certyfikacja</translation>
    </message>
    <message>
        <source>too complex</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>zbyt złożony</translation>
    </message>
    <message>
        <source>could not be looked into</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>nie zbadano</translation>
    </message>
    <message>
        <source>too large</source>
        <extracomment>signdesk/desktop/documents/values.py</extracomment>
        <translation>za duży rozmiar</translation>
    </message>
    <message>
        <source>Remove these</source>
        <extracomment>signdesk/desktop/documents/view.py</extracomment>
        <translation>Usuń te</translation>
    </message>
    <message>
        <source>Remove what will not be sent from the list</source>
        <extracomment>signdesk/desktop/documents/view.py</extracomment>
        <translation>Usuń z listy to, co nie zostanie wysłane</translation>
    </message>
    <message>
        <source>SignDesk help</source>
        <extracomment>signdesk/desktop/help/dialog.py</extracomment>
        <translation>Pomoc SignDesk</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>signdesk/desktop/help/dialog.py</extracomment>
        <translation>Pomoc</translation>
    </message>
    <message>
        <source>About SignDesk</source>
        <extracomment>signdesk/desktop/help/dialog.py</extracomment>
        <translation>O programie SignDesk</translation>
    </message>
    <message>
        <source>SignDesk uses Qt through PySide6 under the GNU Lesser General Public License, version 3. You may exchange these libraries for your own builds of them.</source>
        <extracomment>signdesk/desktop/help/dialog.py</extracomment>
        <translation>SignDesk korzysta z Qt poprzez PySide6 na licencji GNU Lesser General Public License w wersji 3. Biblioteki te można zastąpić własnymi kompilacjami.</translation>
    </message>
    <message>
        <source>It is also made of these libraries:</source>
        <extracomment>signdesk/desktop/help/dialog.py</extracomment>
        <translation>Program zawiera także te biblioteki:</translation>
    </message>
    <message>
        <source>Add the files on the clipboard</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Dodaj pliki ze schowka</translation>
    </message>
    <message>
        <source>Seal what is new in the list, while the list is in sight</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Opieczętuj to, co nowe na liście, gdy lista jest widoczna</translation>
    </message>
    <message>
        <source>Preview the chosen document; again: close the preview</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Podgląd wybranego dokumentu; ponownie: zamknij podgląd</translation>
    </message>
    <message>
        <source>Rename what is sent, or name a batch</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Zmień nazwę przy wysyłaniu lub nazwij paczkę</translation>
    </message>
    <message>
        <source>Open the chosen document, or show the documents of a batch</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Otwórz wybrany dokument lub pokaż dokumenty paczki</translation>
    </message>
    <message>
        <source>Take the chosen documents out of the list</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Usuń wybrane dokumenty z listy</translation>
    </message>
    <message>
        <source>Undo the last removal, as long as the line that offers it is there</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Cofnij ostatnie usunięcie, dopóki widać wiersz, który to proponuje</translation>
    </message>
    <message>
        <source>Between documents and batches</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Między dokumentami a paczkami</translation>
    </message>
    <message>
        <source>Search the batches</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Szukaj w paczkach</translation>
    </message>
    <message>
        <source>The next document, batch, or finding of a comparison</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Następny dokument, następna paczka lub zmiana w porównaniu</translation>
    </message>
    <message>
        <source>In a preview or comparison: the pages</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>W podglądzie lub porównaniu: strony</translation>
    </message>
    <message>
        <source>In a preview or comparison: larger, smaller, fit width or page</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>W podglądzie lub porównaniu: powiększ, pomniejsz, dopasuj szerokość lub stronę</translation>
    </message>
    <message>
        <source>Everything that a batch or a document offers</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Wszystkie polecenia paczki lub dokumentu</translation>
    </message>
    <message>
        <source>Close the preview, the comparison or a dialog</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Zamknij podgląd, porównanie lub okno dialogowe</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>signdesk/desktop/help/pages.py, signdesk/desktop/main_window/header.py, signdesk/desktop/settings/dialog.py</extracomment>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>This help</source>
        <extracomment>signdesk/desktop/help/pages.py</extracomment>
        <translation>Ta pomoc</translation>
    </message>
    <message>
        <source>Change…</source>
        <extracomment>signdesk/desktop/main_window/header.py, signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Zmień…</translation>
    </message>
    <message>
        <source>Change the server</source>
        <extracomment>signdesk/desktop/main_window/header.py</extracomment>
        <translation>Zmień serwer</translation>
    </message>
    <message>
        <source>Another server…</source>
        <extracomment>signdesk/desktop/main_window/header.py</extracomment>
        <translation>Inny serwer…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <extracomment>signdesk/desktop/main_window/header.py</extracomment>
        <translation>Ustawienia…</translation>
    </message>
    <message>
        <source>Documents {count}</source>
        <extracomment>signdesk/desktop/main_window/header.py</extracomment>
        <translation>Dokumenty {count}</translation>
    </message>
    <message>
        <source>Batches {count}</source>
        <extracomment>signdesk/desktop/main_window/header.py</extracomment>
        <translation>Paczki {count}</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <extracomment>signdesk/desktop/main_window/header.py</extracomment>
        <translation>Ukryj ten komunikat</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>signdesk/desktop/main_window/undo_bar.py</extracomment>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>×</source>
        <extracomment>signdesk/desktop/main_window/undo_bar.py</extracomment>
        <translation>×</translation>
    </message>
    <message>
        <source>Hide this line</source>
        <extracomment>signdesk/desktop/main_window/undo_bar.py</extracomment>
        <translation>Ukryj ten wiersz</translation>
    </message>
    <message>
        <source>Undo: {keys}</source>
        <extracomment>signdesk/desktop/main_window/undo_bar.py</extracomment>
        <translation>Cofnij: {keys}</translation>
    </message>
    <message>
        <source>Open the file</source>
        <extracomment>signdesk/desktop/main_window/window.py, signdesk/desktop/settings/page.py</extracomment>
        <translation>Otwórz plik</translation>
    </message>
    <message>
        <source>There are no files on the clipboard. Copy files, then press Ctrl+V.</source>
        <extracomment>signdesk/desktop/main_window/window.py</extracomment>
        <translation>W schowku nie ma plików. Proszę skopiować pliki, a potem nacisnąć Ctrl+V.</translation>
    </message>
    <message>
        <source>Practice: test seals only, no legal effect</source>
        <extracomment>signdesk/desktop/main_window/window.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Ćwiczenie: tylko pieczęcie testowe, bez skutków prawnych</translation>
    </message>
    <message>
        <source>Opens the file with the program that this computer has for it</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Otwiera plik w programie przypisanym do niego na tym komputerze</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Zamknij podgląd</translation>
    </message>
    <message>
        <source>Esc or Space</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Esc lub Spacja</translation>
    </message>
    <message>
        <source>This PDF has a password, so there is no preview.</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Ten plik PDF ma hasło, więc nie ma podglądu.</translation>
    </message>
    <message>
        <source>This file is damaged, or it is not what its name says.</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Ten plik jest uszkodzony albo nie jest tym, na co wskazuje nazwa.</translation>
    </message>
    <message>
        <source>This picture is too large for a preview.</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Ten obraz jest za duży, aby wyświetlić podgląd.</translation>
    </message>
    <message>
        <source>This file cannot be read. It may have been moved, or be open elsewhere.</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Nie można odczytać tego pliku. Mógł zostać przeniesiony albo jest otwarty gdzie indziej.</translation>
    </message>
    <message>
        <source>No preview for this kind of file.</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Brak podglądu dla tego rodzaju plików.</translation>
    </message>
    <message>
        <source>The preview did not manage this file and was stopped. The file is unchanged.</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Podgląd nie poradził sobie z tym plikiem i został zatrzymany. Plik jest niezmieniony.</translation>
    </message>
    <message>
        <source>Fit width</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Dopasuj szerokość</translation>
    </message>
    <message>
        <source>Fit page</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>Dopasuj stronę</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <extracomment>signdesk/desktop/preview/bar.py</extracomment>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>This page cannot be shown.</source>
        <extracomment>signdesk/desktop/preview/pages.py</extracomment>
        <translation>Nie można wyświetlić tej strony.</translation>
    </message>
    <message>
        <source>Preview of {name}</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>Podgląd: {name}</translation>
    </message>
    <message>
        <source>Only the beginning is shown.</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>Widoczny jest tylko początek.</translation>
    </message>
    <message>
        <source>The first {shown} of {total} pages are shown.</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>Liczba wyświetlanych początkowych stron: {shown} z {total}.</translation>
    </message>
    <message>
        <source>{name}, page {page} of {count}</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>{name}, strona {page} z {count}</translation>
    </message>
    <message>
        <source>Page {page} cannot be shown.</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>Nie można wyświetlić strony {page}.</translation>
    </message>
    <message>
        <source>{name}: {sentence}</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>{name}: {sentence}</translation>
    </message>
    <message>
        <source>Pages of {name}</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>Strony: {name}</translation>
    </message>
    <message>
        <source>Text of {name}</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>Tekst: {name}</translation>
    </message>
    <message>
        <source>Opening…</source>
        <extracomment>signdesk/desktop/preview/panel.py</extracomment>
        <translation>Otwieranie…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Zatrzymano.</translation>
    </message>
    <message>
        <source>Nothing was checked.</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Niczego nie sprawdzono.</translation>
    </message>
    <message>
        <source>To test the process “{label}” as well, SignDesk creates one empty batch on the server and deletes it at once. Nothing is sent or sealed.</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Aby sprawdzić także proces „{label}”, SignDesk tworzy na serwerze jedną pustą paczkę i od razu ją usuwa. Nic nie jest wysyłane ani pieczętowane.</translation>
    </message>
    <message>
        <source>Test the process, too</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Sprawdź także proces</translation>
    </message>
    <message>
        <source>Leave the process out</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Pomiń proces</translation>
    </message>
    <message>
        <source>SignDesk, connection “{name}”: {address}</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>SignDesk, połączenie „{name}”: {address}</translation>
    </message>
    <message>
        <source>It fails at: {step}.</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Problem występuje na etapie: {step}.</translation>
    </message>
    <message>
        <source>It works, but look at what is marked.</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Działa, ale warto przejrzeć zaznaczone miejsca.</translation>
    </message>
    <message>
        <source>Everything that was checked works.</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Wszystko, co sprawdzono, działa.</translation>
    </message>
    <message>
        <source>It was checked without any key or password: {reason}</source>
        <extracomment>signdesk/desktop/settings/checking.py</extracomment>
        <translation>Sprawdzono bez klucza i hasła: {reason}</translation>
    </message>
    <message>
        <source>Enter the address first.</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py, signdesk/desktop/settings/secret_presenter.py</extracomment>
        <translation>Najpierw wprowadź adres.</translation>
    </message>
    <message>
        <source>Correct what is marked first.</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py</extracomment>
        <translation>Najpierw popraw to, co zaznaczono.</translation>
    </message>
    <message>
        <source>Not saved yet: plain http needs your consent.</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py</extracomment>
        <translation>Jeszcze nie zapisano: nieszyfrowane http wymaga zgody.</translation>
    </message>
    <message>
        <source>With plain http nothing is encrypted: anyone on the way can read the documents and the key, and change what comes back. The server’s operator knows its https address.</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py</extracomment>
        <translation>Przy zwykłym http nic nie jest szyfrowane: każdy po drodze może odczytać dokumenty i klucz oraz zmienić to, co wraca. Adres https zna administrator serwera.</translation>
    </message>
    <message>
        <source>Use https</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py</extracomment>
        <translation>Użyj https</translation>
    </message>
    <message>
        <source>Use plain http anyway</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py</extracomment>
        <translation>Mimo to użyj http</translation>
    </message>
    <message>
        <source>New server</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py</extracomment>
        <translation>Nowy serwer</translation>
    </message>
    <message>
        <source>Remove “{name}”? Its processes go with it, and its key, unless another server here has the same address. Batches that were sent there stay in the list.</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py</extracomment>
        <translation>Usunąć „{name}”? Razem z serwerem znikną jego procesy, a także klucz, chyba że inny serwer ma tutaj ten sam adres. Wysłane tam paczki pozostaną na liście.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py, signdesk/desktop/settings/process_presenter.py, signdesk/desktop/settings/secret_presenter.py</extracomment>
        <translation>Zachowaj</translation>
    </message>
    <message>
        <source>Remove it</source>
        <extracomment>signdesk/desktop/settings/connection_presenter.py, signdesk/desktop/settings/process_presenter.py, signdesk/desktop/settings/secret_presenter.py</extracomment>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <extracomment>signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Diagnostyka</translation>
    </message>
    <message>
        <source>Where things lie</source>
        <extracomment>signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Gdzie co się znajduje</translation>
    </message>
    <message>
        <source>List of batches</source>
        <extracomment>signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Lista paczek</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Sprawdzanie…</translation>
    </message>
    <message>
        <source>For support</source>
        <extracomment>signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Dla pomocy technicznej</translation>
    </message>
    <message>
        <source>The text says what is on this page and how the servers are set up: no key, no password, no document.</source>
        <extracomment>signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Tekst zawiera to, co widać na tej stronie, oraz konfigurację serwerów: żadnych kluczy, haseł ani dokumentów.</translation>
    </message>
    <message>
        <source>Open: {name}</source>
        <extracomment>signdesk/desktop/settings/diagnostics_page.py</extracomment>
        <translation>Otwórz: {name}</translation>
    </message>
    <message>
        <source>General</source>
        <extracomment>signdesk/desktop/settings/dialog.py</extracomment>
        <translation>Ogólne</translation>
    </message>
    <message>
        <source>Notifications</source>
        <extracomment>signdesk/desktop/settings/dialog.py</extracomment>
        <translation>Powiadomienia</translation>
    </message>
    <message>
        <source>Pages</source>
        <extracomment>signdesk/desktop/settings/dialog.py</extracomment>
        <translation>Strony</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Sprawdź połączenie</translation>
    </message>
    <message>
        <source>Copy for IT</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Kopiuj dla działu IT</translation>
    </message>
    <message>
        <source>Checking…</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Sprawdzanie…</translation>
    </message>
    <message>
        <source>Tell IT: {told}</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Informacja dla działu IT: {told}</translation>
    </message>
    <message>
        <source>Proxy</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py, signdesk/storage/settings_table.py</extracomment>
        <translation>Serwer proxy</translation>
    </message>
    <message>
        <source>Connection</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Połączenie</translation>
    </message>
    <message>
        <source>Encryption</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Szyfrowanie</translation>
    </message>
    <message>
        <source>Answer</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Odpowiedź</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>Logowanie</translation>
    </message>
    <message>
        <source>works</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>działa</translation>
    </message>
    <message>
        <source>works, but look at this</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>działa, ale wymaga uwagi</translation>
    </message>
    <message>
        <source>fails</source>
        <extracomment>signdesk/desktop/settings/doctor_panel.py</extracomment>
        <translation>nie działa</translation>
    </message>
    <message>
        <source>This names the folder of somebody who is not known here.</source>
        <extracomment>signdesk/desktop/settings/fields.py, signdesk/storage/setting_kinds.py</extracomment>
        <translation>To folder osoby, która nie jest tu znana.</translation>
    </message>
    <message>
        <source>Name the whole way to it, or choose it.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Proszę podać pełną ścieżkę albo wybrać.</translation>
    </message>
    <message>
        <source>Give it a name, so that people can tell it from others.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Proszę podać nazwę, aby można było odróżnić od innych.</translation>
    </message>
    <message>
        <source>The name is longer than {most} characters.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Nazwa jest za długa; maksymalna liczba znaków: {most}.</translation>
    </message>
    <message>
        <source>Enter the address of the server. The server’s operator knows it.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Proszę podać adres serwera. Zna go administrator serwera.</translation>
    </message>
    <message>
        <source>Enter the proxy’s address. It looks like proxy.example.com:3128.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Proszę podać adres serwera proxy. Wygląda on np. tak: proxy.example.com:3128.</translation>
    </message>
    <message>
        <source>The user name for the proxy cannot hold a colon.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Nazwa użytkownika serwera proxy nie może zawierać dwukropka.</translation>
    </message>
    <message>
        <source>Choose the certificate that this key belongs to first.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Najpierw trzeba wybrać certyfikat, do którego należy ten klucz.</translation>
    </message>
    <message>
        <source>A number of megabytes above 0, or nothing where there is no limit.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Liczba megabajtów większa od 0 albo puste pole, jeśli nie ma limitu.</translation>
    </message>
    <message>
        <source>A whole number above 0, or nothing where there is no limit.</source>
        <extracomment>signdesk/desktop/settings/fields.py</extracomment>
        <translation>Liczba całkowita większa od 0 albo puste pole, jeśli nie ma limitu.</translation>
    </message>
    <message>
        <source>“{path}” could not be opened.</source>
        <extracomment>signdesk/desktop/settings/presenter.py, signdesk/desktop/settings/slips.py</extracomment>
        <translation>Nie udało się otworzyć „{path}”.</translation>
    </message>
    <message>
        <source>{place} Saving this change replaces the whole file with what is shown here. What stands in it now is kept beside it as “{name}”.</source>
        <extracomment>signdesk/desktop/settings/presenter.py</extracomment>
        <translation>{place} Zapisanie tej zmiany zastąpi cały plik tym, co widać tutaj. Jego obecna zawartość zostanie zachowana obok jako „{name}”.</translation>
    </message>
    <message>
        <source>Leave the file as it is</source>
        <extracomment>signdesk/desktop/settings/presenter.py</extracomment>
        <translation>Zostaw plik bez zmian</translation>
    </message>
    <message>
        <source>Replace the file</source>
        <extracomment>signdesk/desktop/settings/presenter.py</extracomment>
        <translation>Zastąp plik</translation>
    </message>
    <message>
        <source>What is marked could not be saved. Close without it?</source>
        <extracomment>signdesk/desktop/settings/presenter.py</extracomment>
        <translation>Nie udało się zapisać tego, co zaznaczono. Zamknąć bez zapisania?</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <extracomment>signdesk/desktop/settings/presenter.py</extracomment>
        <translation>Wróć</translation>
    </message>
    <message>
        <source>Close without it</source>
        <extracomment>signdesk/desktop/settings/presenter.py</extracomment>
        <translation>Zamknij bez zapisania</translation>
    </message>
    <message>
        <source>The sentence is longer than {most} characters.</source>
        <extracomment>signdesk/desktop/settings/process_fields.py</extracomment>
        <translation>Zdanie jest za długie; maksymalna liczba znaków: {most}.</translation>
    </message>
    <message>
        <source>There is a process with the number {number} already.</source>
        <extracomment>signdesk/desktop/settings/process_fields.py</extracomment>
        <translation>Proces o numerze {number} już istnieje.</translation>
    </message>
    <message>
        <source>New process</source>
        <extracomment>signdesk/desktop/settings/process_presenter.py</extracomment>
        <translation>Nowy proces</translation>
    </message>
    <message>
        <source>Remove process {number} from this list? On the server it stays, and batches that were sealed with it stay in the list.</source>
        <extracomment>signdesk/desktop/settings/process_presenter.py</extracomment>
        <translation>Usunąć proces {number} z tej listy? Na serwerze pozostanie, a opieczętowane w nim paczki pozostaną na liście.</translation>
    </message>
    <message>
        <source>Processes</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Procesy</translation>
    </message>
    <message>
        <source>Server</source>
        <extracomment>signdesk/desktop/settings/processes_page.py, signdesk/desktop/settings/server_page.py, signdesk/domain/receipt_page.py</extracomment>
        <translation>Serwer</translation>
    </message>
    <message>
        <source>Add a process</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Dodaj proces</translation>
    </message>
    <message>
        <source>Offer first</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Proponuj jako pierwszy</translation>
    </message>
    <message>
        <source>Set up a server first; its processes belong to it.</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Najpierw trzeba skonfigurować serwer; procesy należą do serwera.</translation>
    </message>
    <message>
        <source>The server cannot list its processes. The server’s operator knows the numbers and what they do.</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Serwer nie może podać listy swoich procesów. Ich numery i działanie zna administrator serwera.</translation>
    </message>
    <message>
        <source>{name} (offered first)</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>{name} (proponowany jako pierwszy)</translation>
    </message>
    <message>
        <source>Number</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Numer</translation>
    </message>
    <message>
        <source>What it does</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Działanie</translation>
    </message>
    <message>
        <source>Seals</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Pieczętuje</translation>
    </message>
    <message>
        <source>Checks seals</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Sprawdza pieczęcie</translation>
    </message>
    <message>
        <source>Time-stamps</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Oznacza czasem</translation>
    </message>
    <message>
        <source>The server’s operator gives it to you.</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Podaje go administrator serwera.</translation>
    </message>
    <message>
        <source>One sentence about it</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Opis w jednym zdaniu</translation>
    </message>
    <message>
        <source>Qualified e-seal with time stamp</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Kwalifikowana pieczęć elektroniczna ze znacznikiem czasu</translation>
    </message>
    <message>
        <source>Its server changes documents before it seals them</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Jego serwer zmienia dokumenty przed opieczętowaniem</translation>
    </message>
    <message>
        <source>It may put a stamp on a page, or add one. If every page that was sent is found again, such a document counts as sealed. Otherwise you are asked to look at it.</source>
        <extracomment>signdesk/desktop/settings/processes_page.py</extracomment>
        <translation>Może umieścić stempel na stronie albo dodać stronę. Jeśli każda wysłana strona zostanie odnaleziona, taki dokument liczy się jako opieczętowany. W przeciwnym razie trzeba go obejrzeć.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <extracomment>signdesk/desktop/settings/rows.py</extracomment>
        <translation>Wybierz…</translation>
    </message>
    <message>
        <source>Choose: {name}</source>
        <extracomment>signdesk/desktop/settings/rows.py</extracomment>
        <translation>Wybierz: {name}</translation>
    </message>
    <message>
        <source>It belongs to one address, so it is asked for again at another one.</source>
        <extracomment>signdesk/desktop/settings/secret_presenter.py</extracomment>
        <translation>Te dane należą do jednego adresu, więc przy innym trzeba je podać ponownie.</translation>
    </message>
    <message>
        <source>Remove what is kept? It cannot be shown or brought back; SignDesk will ask for it again.</source>
        <extracomment>signdesk/desktop/settings/secret_presenter.py</extracomment>
        <translation>Usunąć zachowane dane? Nie można ich wyświetlić ani przywrócić; SignDesk poprosi o nie ponownie.</translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Zachowaj w pęku kluczy</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Zachowaj tylko na tę sesję</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>signdesk/desktop/settings/secret_row.py, signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Change: {what}</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Zmień: {what}</translation>
    </message>
    <message>
        <source>Remove: {what}</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Usuń: {what}</translation>
    </message>
    <message>
        <source>Asking the keyring…</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Oczekiwanie na pęk kluczy…</translation>
    </message>
    <message>
        <source>Type it first.</source>
        <extracomment>signdesk/desktop/settings/secret_row.py, signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Najpierw trzeba to wpisać.</translation>
    </message>
    <message>
        <source>Enter…</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>Wprowadź…</translation>
    </message>
    <message>
        <source>{what}: asking the keyring…</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>{what}: oczekiwanie na pęk kluczy…</translation>
    </message>
    <message>
        <source>{what}: none is kept yet.</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>{what}: jeszcze nie zachowano.</translation>
    </message>
    <message>
        <source>{what}: kept for this session only.</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>{what}: zachowano tylko na tę sesję.</translation>
    </message>
    <message>
        <source>{what}: kept in the keyring.</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>{what}: zachowano w pęku kluczy.</translation>
    </message>
    <message>
        <source>{what}: not known.</source>
        <extracomment>signdesk/desktop/settings/secret_row.py</extracomment>
        <translation>{what}: brak informacji.</translation>
    </message>
    <message>
        <source>Advanced…</source>
        <extracomment>signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Zaawansowane…</translation>
    </message>
    <message>
        <source>Plain http: anyone on the way can read the documents and the key. Someone here allowed it.</source>
        <extracomment>signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Zwykłe http: każdy po drodze może odczytać dokumenty i klucz. Wyrażono tu na to zgodę.</translation>
    </message>
    <message>
        <source>The way to the server</source>
        <extracomment>signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Droga do serwera</translation>
    </message>
    <message>
        <source>Certificates</source>
        <extracomment>signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Certyfikaty</translation>
    </message>
    <message>
        <source>What this server expects</source>
        <extracomment>signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Czego oczekuje ten serwer</translation>
    </message>
    <message>
        <source>What one batch may hold there</source>
        <extracomment>signdesk/desktop/settings/server_form.py</extracomment>
        <translation>Ile może tam zawierać jedna paczka</translation>
    </message>
    <message>
        <source>Servers</source>
        <extracomment>signdesk/desktop/settings/server_page.py</extracomment>
        <translation>Serwery</translation>
    </message>
    <message>
        <source>Add a server</source>
        <extracomment>signdesk/desktop/settings/server_page.py</extracomment>
        <translation>Dodaj serwer</translation>
    </message>
    <message>
        <source>Use at start</source>
        <extracomment>signdesk/desktop/settings/server_page.py</extracomment>
        <translation>Użyj przy uruchomieniu</translation>
    </message>
    <message>
        <source>No server is set up yet. The server’s operator knows its address.</source>
        <extracomment>signdesk/desktop/settings/server_page.py</extracomment>
        <translation>Nie skonfigurowano jeszcze serwera. Adres zna administrator serwera.</translation>
    </message>
    <message>
        <source>{name} (not saved yet: it needs an address)</source>
        <extracomment>signdesk/desktop/settings/server_page.py</extracomment>
        <translation>{name} (jeszcze nie zapisano: brak adresu)</translation>
    </message>
    <message>
        <source>{name} (used at start)</source>
        <extracomment>signdesk/desktop/settings/server_page.py</extracomment>
        <translation>{name} (używany przy uruchomieniu)</translation>
    </message>
    <message>
        <source>This server was removed meanwhile.</source>
        <extracomment>signdesk/desktop/settings/settings_writer.py</extracomment>
        <translation>Ten serwer został w międzyczasie usunięty.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n more such lines.</source>
        <extracomment>signdesk/desktop/settings/slips.py; for one: There is %n more such line.</extracomment>
        <translation>
            <numerusform>Jest jeszcze %n taki wiersz.</numerusform>
            <numerusform>Są jeszcze %n takie wiersze.</numerusform>
            <numerusform>Jest jeszcze %n takich wierszy.</numerusform>
        </translation>
    </message>
    <message>
        <source>Until this is corrected, nothing is deleted: no copy on a server, no batch in the list.</source>
        <extracomment>signdesk/desktop/settings/slips.py</extracomment>
        <translation>Dopóki nie zostanie to poprawione, nic nie jest usuwane: ani kopia na serwerze, ani paczka z listy.</translation>
    </message>
    <message>
        <source>Nothing is sealed until the line named above is corrected.</source>
        <extracomment>signdesk/desktop/settings/slips.py</extracomment>
        <translation>Nic nie zostanie opieczętowane, dopóki wskazany wyżej wiersz nie zostanie poprawiony.</translation>
    </message>
    <message>
        <source>Saving</source>
        <extracomment>signdesk/desktop/settings/table_pages.py</extracomment>
        <translation>Zapisywanie</translation>
    </message>
    <message>
        <source>Where none is named: {folder}</source>
        <extracomment>signdesk/desktop/settings/table_pages.py</extracomment>
        <translation>Gdy nie podano folderu: {folder}</translation>
    </message>
    <message>
        <source>Parts that are filled in: {names}</source>
        <extracomment>signdesk/desktop/settings/table_pages.py</extracomment>
        <translation>Części uzupełniane automatycznie: {names}</translation>
    </message>
    <message>
        <source>For example: {name}</source>
        <extracomment>signdesk/desktop/settings/table_pages.py</extracomment>
        <translation>Na przykład: {name}</translation>
    </message>
    <message>
        <source>Privacy</source>
        <extracomment>signdesk/desktop/settings/table_pages.py</extracomment>
        <translation>Prywatność</translation>
    </message>
    <message>
        <source>On this computer SignDesk keeps the list of batches: names, sizes and fingerprints of your documents, when they were sealed and by which process. The documents themselves stay where they are; only a result that could not be trusted is put aside here. Keys and passwords are kept in the keyring of this computer, or for this session only, and never in a file.</source>
        <extracomment>signdesk/desktop/settings/table_pages.py</extracomment>
        <translation>Na tym komputerze SignDesk przechowuje listę paczek: nazwy, rozmiary i sumy kontrolne dokumentów oraz informację, kiedy i w którym procesie je opieczętowano. Same dokumenty pozostają na swoim miejscu; odkładany jest tu tylko wynik, któremu nie można było zaufać. Klucze i hasła są przechowywane w pęku kluczy tego komputera albo tylko w tej sesji, a nigdy w pliku.</translation>
    </message>
    <message>
        <source>OK</source>
        <extracomment>signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>OK</translation>
    </message>
    <message>
        <source>Sign in</source>
        <extracomment>signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Zaloguj się</translation>
    </message>
    <message>
        <source>Use it</source>
        <extracomment>signdesk/desktop/toolkit/dialogs.py</extracomment>
        <translation>Użyj</translation>
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
        <translation>przed chwilą</translation>
    </message>
    <message>
        <source>{count} s ago</source>
        <extracomment>signdesk/desktop/toolkit/formats.py</extracomment>
        <translation>{count} s temu</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <extracomment>signdesk/desktop/toolkit/formats.py</extracomment>
        <translation>{count} min temu</translation>
    </message>
    <message>
        <source>{count} h ago</source>
        <extracomment>signdesk/desktop/toolkit/formats.py</extracomment>
        <translation>{count} godz. temu</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <extracomment>signdesk/desktop/toolkit/formats.py; for one: %n day ago</extracomment>
        <translation>
            <numerusform>%n dzień temu</numerusform>
            <numerusform>%n dni temu</numerusform>
            <numerusform>%n dni temu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them changed by the server</source>
        <extracomment>signdesk/domain/batch_summary.py; for one: %n of them changed by the server</extracomment>
        <translation>
            <numerusform>%n z nich zmieniony przez serwer</numerusform>
            <numerusform>%n z nich zmienione przez serwer</numerusform>
            <numerusform>%n z nich zmienionych przez serwer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them changed by the server and accepted by a person</source>
        <extracomment>signdesk/domain/batch_summary.py; for one: %n of them changed by the server and accepted by a person</extracomment>
        <translation>
            <numerusform>w tym %n zmieniony przez serwer i zaakceptowany przez osobę</numerusform>
            <numerusform>w tym %n zmienione przez serwer i zaakceptowane przez osobę</numerusform>
            <numerusform>w tym %n zmienionych przez serwer i zaakceptowanych przez osobę</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed by the server: look at them</source>
        <extracomment>signdesk/domain/batch_summary.py; for one: %n changed by the server: look at it</extracomment>
        <translation>
            <numerusform>%n zmienił serwer: do obejrzenia</numerusform>
            <numerusform>%n zmienił serwer: do obejrzenia</numerusform>
            <numerusform>%n zmienił serwer: do obejrzenia</numerusform>
        </translation>
    </message>
    <message>
        <source>{good} of {total} checked by the server</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>{good} z {total} sprawdzono na serwerze</translation>
    </message>
    <message>
        <source>{good} of {total} {word}</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>{good} z {total} {word}</translation>
    </message>
    <message>
        <source>{good} of {total} {word}, {unchecked} not checked</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>{good} z {total} {word}, {unchecked} nie sprawdzono</translation>
    </message>
    <message>
        <source>{good} of {total} {word} and checked</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>{good} z {total} {word} i sprawdzono</translation>
    </message>
    <message>
        <source>time-stamped</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>oznaczono czasem</translation>
    </message>
    <message>
        <source>sealed or time-stamped</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>opieczętowano lub oznaczono czasem</translation>
    </message>
    <message>
        <source>sealed</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>opieczętowano</translation>
    </message>
    <message>
        <source>The other copy of SignDesk's data folder shows what becomes of it.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Co się z nią dzieje, pokazuje druga kopia folderu danych SignDesk.</translation>
    </message>
    <message>
        <source>Your own documents are untouched.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Własne dokumenty są nienaruszone.</translation>
    </message>
    <message>
        <source>Nothing has been sealed.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Niczego nie opieczętowano.</translation>
    </message>
    <message>
        <source>Sealing was started and goes on at the server; SignDesk keeps the batch and fetches it later.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Pieczętowanie rozpoczęto i trwa ono na serwerze; SignDesk zachowuje paczkę i pobierze ją później.</translation>
    </message>
    <message>
        <source>The sealed documents are still on the server; nothing is lost.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Opieczętowane dokumenty są nadal na serwerze; nic nie zostało utracone.</translation>
    </message>
    <message>
        <source>Your saved file is complete.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Zapisany plik jest kompletny.</translation>
    </message>
    <message>
        <source>It is not yet known whether sealing began. SignDesk will ask the server and not start it twice.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Nie wiadomo jeszcze, czy pieczętowanie się rozpoczęło. SignDesk zapyta o to serwer i nie rozpocznie go drugi raz.</translation>
    </message>
    <message>
        <source>Nothing is lost, but the documents may have been sealed twice.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Nic nie zostało utracone, ale dokumenty mogły zostać opieczętowane dwa razy.</translation>
    </message>
    <message>
        <source>Nothing is lost, and nothing has been sealed twice.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Nic nie zostało utracone i niczego nie opieczętowano dwa razy.</translation>
    </message>
    <message>
        <source>Stopped before sealing began.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Zatrzymano przed rozpoczęciem pieczętowania.</translation>
    </message>
    <message>
        <source>The result is saved. The server's copy was not deleted yet.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Wynik jest zapisany. Kopia na serwerze nie została jeszcze usunięta.</translation>
    </message>
    <message>
        <source>SignDesk no longer waits for this batch. The server was told to seal it, and keeps the result.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>SignDesk nie czeka już na tę paczkę. Serwer otrzymał polecenie opieczętowania i przechowuje wynik.</translation>
    </message>
    <message>
        <source>Something went wrong inside SignDesk itself. The batch is kept as it is; a new try goes on from its last sure step.</source>
        <extracomment>signdesk/domain/batch_summary.py</extracomment>
        <translation>Wystąpił błąd w samym programie SignDesk. Paczka pozostaje bez zmian; nowa próba zacznie się od ostatniego pewnego kroku.</translation>
    </message>
    <message>
        <source>Only a proxy that is named here has a password of its own.</source>
        <extracomment>signdesk/domain/connections.py</extracomment>
        <translation>Własne hasło ma tylko serwer proxy podany tutaj.</translation>
    </message>
    <message>
        <source>Leave the user name out of the proxy's address: it has a field of its own.</source>
        <extracomment>signdesk/domain/connections.py</extracomment>
        <translation>Proszę pominąć nazwę użytkownika w adresie serwera proxy: ma ona własne pole.</translation>
    </message>
    <message>
        <source>“{text}” is not the address of a proxy. It looks like proxy.example.com:3128.</source>
        <extracomment>signdesk/domain/connections.py</extracomment>
        <translation>„{text}” nie jest adresem serwera proxy. Wygląda on np. tak: proxy.example.com:3128.</translation>
    </message>
    <message>
        <source>“{name}” is too large: this server takes {size} at once.</source>
        <extracomment>signdesk/domain/connections.py</extracomment>
        <translation>Plik „{name}” jest za duży: ten serwer przyjmuje naraz {size}.</translation>
    </message>
    <message>
        <source>“{name}” was changed or removed after it was added, so it was not sealed.</source>
        <extracomment>signdesk/domain/errors.py</extracomment>
        <translation>Plik „{name}” zmieniono lub usunięto po dodaniu, więc nie został opieczętowany.</translation>
    </message>
    <message>
        <source>The file name is empty. “{usual}” is the usual one.</source>
        <extracomment>signdesk/domain/file_names.py</extracomment>
        <translation>Nazwa pliku jest pusta. Zwykle jest to „{usual}”.</translation>
    </message>
    <message>
        <source>The file name is longer than {most} characters.</source>
        <extracomment>signdesk/domain/file_names.py</extracomment>
        <translation>Nazwa pliku jest za długa; maksymalna liczba znaków: {most}.</translation>
    </message>
    <message>
        <source>“{part}” is not a part of a file name that SignDesk knows: {known}.</source>
        <extracomment>signdesk/domain/file_names.py</extracomment>
        <translation>„{part}” nie należy do części nazwy pliku, które zna SignDesk: {known}.</translation>
    </message>
    <message>
        <source>A “{” or “}” stands alone in the file name; they go around a part: {part}.</source>
        <extracomment>signdesk/domain/file_names.py</extracomment>
        <translation>W nazwie pliku występuje pojedynczy znak „{” lub „}”; te znaki otaczają część nazwy: {part}.</translation>
    </message>
    <message>
        <source>A file name cannot hold “{letter}”.</source>
        <extracomment>signdesk/domain/file_names.py</extracomment>
        <translation>Nazwa pliku nie może zawierać znaku „{letter}”.</translation>
    </message>
    <message>
        <source>A file name cannot hold “character {number}”.</source>
        <extracomment>signdesk/domain/file_names.py</extracomment>
        <translation>Nazwa pliku nie może zawierać „znaku {number}”.</translation>
    </message>
    <message>
        <source>Compared page by page: {findings}.</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>Porównano strona po stronie: {findings}.</translation>
    </message>
    <message>
        <source>page {page} looks the same</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>strona {page} wygląda tak samo</translation>
    </message>
    <message>
        <source>pages {pages} look the same</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>strony {pages} wyglądają tak samo</translation>
    </message>
    <message>
        <source>page {page} has the same words in another font</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>strona {page} ma te same słowa, inną czcionką</translation>
    </message>
    <message>
        <source>pages {pages} have the same words in another font</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>strony {pages} mają te same słowa, inną czcionką</translation>
    </message>
    <message>
        <source>a stamp on page {page}</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>stempel na stronie {page}</translation>
    </message>
    <message>
        <source>a stamp on pages {pages}</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>stempel na stronach {pages}</translation>
    </message>
    <message>
        <source>the picture of the seal on page {page}</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>obraz pieczęci na stronie {page}</translation>
    </message>
    <message>
        <source>the picture of the seal on pages {pages}</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>obraz pieczęci na stronach {pages}</translation>
    </message>
    <message>
        <source>page {page} looks different</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>strona {page} wygląda inaczej</translation>
    </message>
    <message>
        <source>pages {pages} look different</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>strony {pages} wyglądają inaczej</translation>
    </message>
    <message>
        <source>page {page} is new</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>strona {page} jest nowa</translation>
    </message>
    <message>
        <source>pages {pages} are new</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>strony {pages} są nowe</translation>
    </message>
    <message>
        <source>page {page} of what was sent is not found again</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>strony {page} z wysłanego dokumentu nie ma</translation>
    </message>
    <message>
        <source>pages {pages} of what was sent are not found again</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>stron {pages} z wysłanego dokumentu nie ma</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <extracomment>signdesk/domain/page_comparison.py</extracomment>
        <translation>{first}–{last}</translation>
    </message>
    <message>
        <source>“Changed by the server” means: the seal is intact over the file that came back, but the server had changed the file before it sealed it.</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>„Zmieniony przez serwer” znaczy: pieczęć jest nienaruszona i obejmuje plik, który wrócił, ale serwer zmienił ten plik przed opieczętowaniem.</translation>
    </message>
    <message>
        <source>Receipt: {what}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Potwierdzenie: {what}</translation>
    </message>
    <message>
        <source>Also in the ZIP</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Także w pliku ZIP</translation>
    </message>
    <message>
        <source>“Sealed” and “intact” mean: SignDesk has looked into the returned file and found a seal that is cryptographically intact over exactly the bytes that were sent. “Known issuer” means: its certificate leads to an issuer that this computer or the connection’s CA file knows. Nobody was asked whether the certificate was revoked.</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>„Opieczętowany” i „nienaruszona” znaczą: SignDesk zajrzał do zwróconego pliku i znalazł pieczęć, która jest kryptograficznie nienaruszona dla dokładnie tych bajtów, które wysłano. „Znany wystawca” znaczy: certyfikat prowadzi do wystawcy, którego zna ten komputer lub plik CA połączenia. Nikogo nie pytano, czy certyfikat unieważniono.</translation>
    </message>
    <message>
        <source>Made by {program}, {moment}.</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Sporządził: {program}, {moment}.</translation>
    </message>
    <message>
        <source>the server keeps its copy</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>serwer zachowuje swoją kopię</translation>
    </message>
    <message>
        <source>not yet</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>jeszcze nie</translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Wynik</translation>
    </message>
    <message>
        <source>Number on the server</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Numer na serwerze</translation>
    </message>
    <message>
        <source>Ordered</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Zlecono</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Zlecił</translation>
    </message>
    <message>
        <source>Deleted from the server</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Usunięto z serwera</translation>
    </message>
    <message>
        <source>Number in SignDesk</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Numer w SignDesk</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <extracomment>signdesk/domain/receipt_page.py; for one: %n byte</extracomment>
        <translation>
            <numerusform>%n bajt</numerusform>
            <numerusform>%n bajty</numerusform>
            <numerusform>%n bajtów</numerusform>
        </translation>
    </message>
    <message>
        <source>looked at and accepted by {who}, {moment}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>obejrzane i zaakceptowane: {who}, {moment}</translation>
    </message>
    <message>
        <source>by {signer}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>przez: {signer}</translation>
    </message>
    <message>
        <source>time stamp {moment} by {whom}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>znacznik czasu {moment}, wystawca: {whom}</translation>
    </message>
    <message>
        <source>on {moment}, by its own claim</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>{moment}, według własnego podania</translation>
    </message>
    <message>
        <source>also signed by {names}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>podpisali także: {names}</translation>
    </message>
    <message>
        <source>also a seal that was not checked: {names}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>także pieczęć, której nie sprawdzono: {names}</translation>
    </message>
    <message>
        <source>also over documents that were not at hand: {names}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>obejmuje też dokumenty, których nie było pod ręką: {names}</translation>
    </message>
    <message>
        <source>certificate from {issuer}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>certyfikat od: {issuer}</translation>
    </message>
    <message>
        <source>known issuer: {issuer}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>znany wystawca: {issuer}</translation>
    </message>
    <message>
        <source>its issuer is not known to this computer</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>jego wystawca nie jest znany temu komputerowi</translation>
    </message>
    <message>
        <source>valid until {moment}</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>ważny do {moment}</translation>
    </message>
    <message>
        <source>data in the seal says that the certificate was revoked</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>według danych w pieczęci certyfikat został unieważniony</translation>
    </message>
    <message>
        <source>made with {method}, which no longer protects against forgery</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>wykonana metodą {method}, która już nie chroni przed fałszerstwem</translation>
    </message>
    <message>
        <source>by a certificate that is not one for time stamps</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>certyfikatem nieprzeznaczonym do znaczników czasu</translation>
    </message>
    <message>
        <source>an earlier signature, which allowed no changes, was broken by this seal</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>wcześniejszy podpis, który nie dopuszczał zmian, został naruszony tą pieczęcią</translation>
    </message>
    <message>
        <source>the certificate was not valid at the time of the time stamp</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>certyfikat nie był ważny w chwili znacznika czasu</translation>
    </message>
    <message>
        <source>the certificate was not valid at that time</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>certyfikat nie był wtedy ważny</translation>
    </message>
    <message>
        <source>Sealed and intact</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Opieczętowany, pieczęć nienaruszona</translation>
    </message>
    <message>
        <source>Sealed, not checked</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Opieczętowany, nie sprawdzono</translation>
    </message>
    <message>
        <source>Time-stamped and intact</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Znacznik czasu nienaruszony</translation>
    </message>
    <message>
        <source>Time-stamped, not checked</source>
        <extracomment>signdesk/domain/receipt_page.py</extracomment>
        <translation>Znacznik czasu, nie sprawdzono</translation>
    </message>
    <message>
        <source>In the container:</source>
        <extracomment>signdesk/domain/receipts.py</extracomment>
        <translation>W kontenerze:</translation>
    </message>
    <message>
        <source>under no seal</source>
        <extracomment>signdesk/domain/seal_facts.py</extracomment>
        <translation>nie jest objęty żadną pieczęcią</translation>
    </message>
    <message numerus="yes">
        <source>%n more seals</source>
        <extracomment>signdesk/domain/seal_facts.py; for one: %n more seal</extracomment>
        <translation>
            <numerusform>jeszcze %n pieczęć</numerusform>
            <numerusform>jeszcze %n pieczęcie</numerusform>
            <numerusform>jeszcze %n pieczęci</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more documents</source>
        <extracomment>signdesk/domain/seal_facts.py; for one: %n more document</extracomment>
        <translation>
            <numerusform>jeszcze %n dokument</numerusform>
            <numerusform>jeszcze %n dokumenty</numerusform>
            <numerusform>jeszcze %n dokumentów</numerusform>
        </translation>
    </message>
    <message>
        <source>time-stamped by “{authority}”, {moment}</source>
        <extracomment>signdesk/domain/seal_facts.py</extracomment>
        <translation>oznaczony czasem przez „{authority}”, {moment}</translation>
    </message>
    <message>
        <source>sealed by “{signer}”</source>
        <extracomment>signdesk/domain/seal_facts.py</extracomment>
        <translation>opieczętował: „{signer}”</translation>
    </message>
    <message>
        <source>sealed by “{signer}”, {moment}</source>
        <extracomment>signdesk/domain/seal_facts.py</extracomment>
        <translation>opieczętował: „{signer}”, {moment}</translation>
    </message>
    <message>
        <source>The certificate behind the time stamp is not one for time stamps: its time proves nothing.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Certyfikat znacznika czasu nie jest przeznaczony do znaczników czasu: jego czas niczego nie dowodzi.</translation>
    </message>
    <message>
        <source>Sealed by “{signer}”, intact over this document.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Opieczętowano, podpisujący: „{signer}”; pieczęć tego dokumentu jest nienaruszona.</translation>
    </message>
    <message>
        <source>Sealed by an unnamed signer, intact over this document.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Opieczętowano, podpisujący nie jest nazwany; pieczęć tego dokumentu jest nienaruszona.</translation>
    </message>
    <message>
        <source>Time by a time stamp from “{authority}”: {date} at {time}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Czas według znacznika czasu od „{authority}”: {date} o {time}.</translation>
    </message>
    <message>
        <source>Time by its own claim: {date} at {time}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Czas według jej własnego podania: {date} o {time}.</translation>
    </message>
    <message>
        <source>Time-stamped by “{authority}” on {date} at {time}, intact over this document. A time stamp alone is no seal.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Oznaczone czasem przez „{authority}” dnia {date} o {time}, nienaruszone dla tego dokumentu. Sam znacznik czasu nie jest pieczęcią.</translation>
    </message>
    <message>
        <source>Level B-B, basic: nobody but the seal itself says when it was made.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Poziom B-B, podstawowy: nikt poza samą pieczęcią nie mówi, kiedy powstała.</translation>
    </message>
    <message>
        <source>Level B-T, time-stamped: a time stamp says when it was there at the latest.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Poziom B-T, ze znacznikiem czasu: znacznik czasu mówi, kiedy najpóźniej już była.</translation>
    </message>
    <message>
        <source>Level B-LT, long-term: it brings along what its certificate is checked by in later years.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Poziom B-LT, długoterminowy: zawiera to, czym w późniejszych latach sprawdza się jej certyfikat.</translation>
    </message>
    <message>
        <source>Level B-LTA, archive: a further time stamp keeps it provable over decades.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Poziom B-LTA, archiwalny: kolejny znacznik czasu zachowuje jej moc dowodową przez dziesięciolecia.</translation>
    </message>
    <message>
        <source>Data in the seal says that its certificate was revoked.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Według danych w pieczęci jej certyfikat został unieważniony.</translation>
    </message>
    <message>
        <source>It was certified before, with no changes allowed: this seal broke that signature.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Wcześniej dokument poświadczono bez prawa do zmian: ta pieczęć naruszyła tamten podpis.</translation>
    </message>
    <message>
        <source>It is made with {method}, an old method that no longer protects against forgery.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Wykonano ją metodą {method}, starą i już niechroniącą przed fałszerstwem.</translation>
    </message>
    <message>
        <source>Also signed by: {names}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Podpisali także: {names}.</translation>
    </message>
    <message>
        <source>It is over the text and the attachments of the mail, not over its sender, recipients, date and subject.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Obejmuje tekst i załączniki wiadomości, ale nie nadawcę, odbiorców, datę ani temat.</translation>
    </message>
    <message>
        <source>It also holds a seal that could not be checked: {names}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Zawiera też pieczęć, której nie można było sprawdzić: {names}.</translation>
    </message>
    <message>
        <source>It is also over documents that are not here, and were not checked: {names}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Obejmuje też dokumenty, których tu nie ma i których nie sprawdzono: {names}.</translation>
    </message>
    <message>
        <source>Data in the seal says that the time stamp's certificate was revoked.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Dane w pieczęci mówią, że certyfikat znacznika czasu został unieważniony.</translation>
    </message>
    <message>
        <source>The time stamp's certificate was not valid at its own time, only from {start} to {end}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Certyfikat znacznika czasu nie był ważny w czasie, który podaje, tylko od {start} do {end}.</translation>
    </message>
    <message>
        <source>The time stamp is made with {method}, an old method that no longer protects against forgery.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Znacznik czasu wykonano metodą {method}, starą metodą, która nie chroni już przed fałszerstwem.</translation>
    </message>
    <message>
        <source>The time stamp's issuer is known to this computer: {issuer}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Wystawca certyfikatu znacznika czasu jest znany temu komputerowi: {issuer}.</translation>
    </message>
    <message>
        <source>The time stamp's certificate was issued by its own holder, whom this computer does not know.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Certyfikat znacznika czasu wystawił sam jego posiadacz, którego ten komputer nie zna.</translation>
    </message>
    <message>
        <source>The time stamp's issuer is not known to this computer: {issuer}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Wystawca certyfikatu znacznika czasu nie jest znany temu komputerowi: {issuer}.</translation>
    </message>
    <message>
        <source>Its certificate was not valid at the time of the time stamp, only from {start} to {end}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Jej certyfikat nie był ważny w chwili znacznika czasu, tylko od {start} do {end}.</translation>
    </message>
    <message>
        <source>Its certificate was not valid at that time, only from {start} to {end}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Jej certyfikat nie był wtedy ważny, tylko od {start} do {end}.</translation>
    </message>
    <message>
        <source>Its issuer is known to this computer: {issuer}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Jej wystawca jest znany temu komputerowi: {issuer}.</translation>
    </message>
    <message>
        <source>Its certificate was issued by its own holder, whom this computer does not know.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Jej certyfikat wystawił sobie sam posiadacz, którego ten komputer nie zna.</translation>
    </message>
    <message>
        <source>Its issuer is not known to this computer: {issuer}.</source>
        <extracomment>signdesk/domain/seal_words.py</extracomment>
        <translation>Jej wystawca nie jest znany temu komputerowi: {issuer}.</translation>
    </message>
    <message>
        <source>A server address must not hold a user name or password.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>Adres serwera nie może zawierać nazwy użytkownika ani hasła.</translation>
    </message>
    <message>
        <source>“{host}” would be reached by plain http, where anyone on the way can read everything. Use https.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>Połączenie z „{host}” odbywałoby się przez zwykłe http, gdzie każdy po drodze może wszystko odczytać. Proszę użyć https.</translation>
    </message>
    <message>
        <source>“{text}” is not an address: a port is a number from 1 to 65535.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>„{text}” nie jest adresem: port to liczba od 1 do 65535.</translation>
    </message>
    <message>
        <source>“{text}” cannot be the name of the API key's header.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>„{text}” nie może być nazwą nagłówka z kluczem API.</translation>
    </message>
    <message>
        <source>“{text}” is not a server address. It looks like https://seal.example.com.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>„{text}” nie jest adresem serwera. Wygląda on np. tak: https://seal.example.com.</translation>
    </message>
    <message>
        <source>“{text}…” is no server address: leave out everything from “?” or “#” on.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>„{text}…” nie jest adresem serwera: proszę pominąć wszystko od znaku „?” lub „#”.</translation>
    </message>
    <message>
        <source>“{host}” is not a server address: it looks like an IP address cut short.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>„{host}” nie jest adresem serwera: wygląda jak urwany adres IP.</translation>
    </message>
    <message>
        <source>“{host}” is a link-local address, which SignDesk never talks to.</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>„{host}” to adres lokalny łącza (link-local), z którym SignDesk nigdy się nie łączy.</translation>
    </message>
    <message>
        <source>Process {number}</source>
        <extracomment>signdesk/domain/servers.py</extracomment>
        <translation>Proces {number}</translation>
    </message>
    <message>
        <source>The server still shows the batch as not started (“{status}”).</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Serwer nadal pokazuje paczkę jako nierozpoczętą („{status}”).</translation>
    </message>
    <message>
        <source>The server does not say clearly (“{status}”).</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Serwer nie odpowiada jednoznacznie („{status}”).</translation>
    </message>
    <message>
        <source>The answer to the order to start sealing was lost or could not be read, so it is not known whether sealing began.</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Odpowiedź na zlecenie rozpoczęcia pieczętowania zaginęła lub nie udało się jej odczytać, więc nie wiadomo, czy pieczętowanie się rozpoczęło.</translation>
    </message>
    <message>
        <source>Ask the server’s operator, or decide yourself whether sealing is to be started again.</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Proszę zapytać administratora serwera albo zdecydować samodzielnie, czy rozpocząć pieczętowanie ponownie.</translation>
    </message>
    <message>
        <source>The server no longer knows this batch, so SignDesk cannot tell whether sealing began. Ask the server’s operator before these documents are sealed again.</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Serwer nie zna już tej paczki, więc SignDesk nie może ustalić, czy pieczętowanie się rozpoczęło. Przed ponownym pieczętowaniem tych dokumentów proszę zapytać administratora serwera.</translation>
    </message>
    <message>
        <source>The server refused to start sealing; it was asked in each known form.</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Serwer odmówił rozpoczęcia pieczętowania; żądanie wysłano w każdej znanej postaci.</translation>
    </message>
    <message>
        <source>The server refused to start sealing; it was asked in the form “{form}”.</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Serwer odmówił rozpoczęcia pieczętowania; żądanie wysłano w postaci „{form}”.</translation>
    </message>
    <message>
        <source>The server’s operator can tell how AcceptBatch wants the batch number.</source>
        <extracomment>signdesk/jobs/accept_step.py</extracomment>
        <translation>Administrator serwera może podać, w jaki sposób AcceptBatch oczekuje numeru paczki.</translation>
    </message>
    <message>
        <source>SignDesk’s list of batches is not open.</source>
        <extracomment>signdesk/jobs/async_journal.py</extracomment>
        <translation>Lista paczek SignDesk nie jest otwarta.</translation>
    </message>
    <message>
        <source>It came back changed, in a form whose seal cannot be checked yet.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Plik wrócił zmieniony, w postaci, której pieczęci nie można jeszcze sprawdzić.</translation>
    </message>
    <message>
        <source>A seal file lies beside it; this kind cannot be checked yet</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Obok znajduje się plik pieczęci; tego rodzaju nie można jeszcze sprawdzić</translation>
    </message>
    <message>
        <source>Its seal is intact, but not over the file that was sent: the server changed the file before it sealed it, or it is another document.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Jego pieczęć jest nienaruszona, ale nie obejmuje wysłanego pliku: serwer zmienił plik przed opieczętowaniem albo jest to inny dokument.</translation>
    </message>
    <message>
        <source>It is missing from what came back.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Brakuje go wśród tego, co wróciło.</translation>
    </message>
    <message>
        <source>It came back without a seal.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Plik wrócił bez pieczęci.</translation>
    </message>
    <message>
        <source>Checked by the server: see its report</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Sprawdzony przez serwer: zob. jego raport</translation>
    </message>
    <message>
        <source>No report about it came back.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Nie wrócił żaden raport o nim.</translation>
    </message>
    <message>
        <source>Another document came back under its name: “{name}”.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Pod jego nazwą wrócił inny dokument: „{name}”.</translation>
    </message>
    <message>
        <source>The server swapped the names: it came back as “{name}”.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Serwer zamienił nazwy: wrócił jako „{name}”.</translation>
    </message>
    <message>
        <source>It came back in another form, whose seal cannot be checked yet.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Plik wrócił w innej postaci, której pieczęci nie można jeszcze sprawdzić.</translation>
    </message>
    <message>
        <source>It came back with a seal that is not intact over this document.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Plik wrócił z pieczęcią naruszoną w odniesieniu do tego dokumentu.</translation>
    </message>
    <message>
        <source>It came back in a form whose seal cannot be checked.</source>
        <extracomment>signdesk/jobs/document_judge.py</extracomment>
        <translation>Plik wrócił w postaci, której pieczęci nie można sprawdzić.</translation>
    </message>
    <message numerus="yes">
        <source>The result arrived damaged %n times, each time in another way.</source>
        <extracomment>signdesk/jobs/download_step.py; for one: The result arrived damaged.</extracomment>
        <translation>
            <numerusform>Wynik dotarł uszkodzony.</numerusform>
            <numerusform>Wynik dotarł uszkodzony %n razy, za każdym razem inaczej.</numerusform>
            <numerusform>Wynik dotarł uszkodzony %n razy, za każdym razem inaczej.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something between here and the server may be changing it; try again later.</source>
        <extracomment>signdesk/jobs/download_step.py</extracomment>
        <translation>Być może coś na drodze do serwera go zmienia; proszę spróbować później.</translation>
    </message>
    <message>
        <source>The server says that sealing is finished, but does not hand out the result (not found). Ask the server’s operator for batch number {number} before these documents are sealed again.</source>
        <extracomment>signdesk/jobs/download_step.py</extracomment>
        <translation>Serwer podaje, że pieczętowanie jest zakończone, ale nie wydaje wyniku (nie znaleziono). Przed ponownym pieczętowaniem tych dokumentów proszę zapytać administratora serwera o paczkę numer {number}.</translation>
    </message>
    <message>
        <source>Ask the server’s operator, or fetch it again.</source>
        <extracomment>signdesk/jobs/download_step.py</extracomment>
        <translation>Proszę zapytać administratora serwera albo pobrać wynik ponownie.</translation>
    </message>
    <message>
        <source>What came back is saved as it is. Look at it and ask the server’s operator, or fetch it again. The server's copy was not deleted.</source>
        <extracomment>signdesk/jobs/download_step.py</extracomment>
        <translation>To, co wróciło, zapisano bez zmian. Proszę to obejrzeć i zapytać administratora serwera albo pobrać to ponownie. Kopia na serwerze nie została usunięta.</translation>
    </message>
    <message>
        <source>It was not saved as a result, and could not be put aside either: {why}</source>
        <extracomment>signdesk/jobs/download_step.py</extracomment>
        <translation>Nie zapisano tego jako wyniku i nie udało się tego też odłożyć: {why}</translation>
    </message>
    <message>
        <source>It was put aside and not saved in your folder. The server's copy was not deleted. Fetch it again, ask the server’s operator, or save it anyway.</source>
        <extracomment>signdesk/jobs/download_step.py</extracomment>
        <translation>Odłożono to na bok i nie zapisano w wybranym folderze. Kopia na serwerze nie została usunięta. Proszę pobrać to ponownie, zapytać administratora serwera albo zapisać mimo to.</translation>
    </message>
    <message>
        <source>It could not be checked on this computer.</source>
        <extracomment>signdesk/jobs/entry_checks.py</extracomment>
        <translation>Nie można było go sprawdzić na tym komputerze.</translation>
    </message>
    <message>
        <source>The server is not reached.</source>
        <extracomment>signdesk/jobs/job_context.py</extracomment>
        <translation>Serwer jest nieosiągalny.</translation>
    </message>
    <message>
        <source>The batch goes on once that is connected again; you can also choose another folder.</source>
        <extracomment>signdesk/jobs/job_context.py</extracomment>
        <translation>Paczka ruszy dalej po ponownym podłączeniu; można też wybrać inny folder.</translation>
    </message>
    <message>
        <source>SignDesk tries again by itself; nothing is lost.</source>
        <extracomment>signdesk/jobs/job_context.py</extracomment>
        <translation>SignDesk samoczynnie ponowi próbę; nic nie zostało utracone.</translation>
    </message>
    <message>
        <source>The server asked for a pause until {time}.</source>
        <extracomment>signdesk/jobs/job_context.py</extracomment>
        <translation>Serwer poprosił o przerwę do {time}.</translation>
    </message>
    <message>
        <source>The server said: “{words}”.</source>
        <extracomment>signdesk/jobs/job_context.py</extracomment>
        <translation>Odpowiedź serwera: „{words}”.</translation>
    </message>
    <message numerus="yes">
        <source>%n documents could not be checked on this computer.</source>
        <extracomment>signdesk/jobs/not_compared.py; for one: A document could not be checked on this computer.</extracomment>
        <translation>
            <numerusform>%n dokumentu nie można było sprawdzić na tym komputerze.</numerusform>
            <numerusform>%n dokumentów nie można było sprawdzić na tym komputerze.</numerusform>
            <numerusform>%n dokumentów nie można było sprawdzić na tym komputerze.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server changed %n documents before it sealed them, and their pages could not be compared on this computer.</source>
        <extracomment>signdesk/jobs/not_compared.py; for one: The server changed a document before it sealed it, and its pages could not be compared on this computer.</extracomment>
        <translation>
            <numerusform>Serwer zmienił %n dokument przed opieczętowaniem, a jego stron nie dało się porównać na tym komputerze.</numerusform>
            <numerusform>Serwer zmienił %n dokumenty przed opieczętowaniem, a ich stron nie dało się porównać na tym komputerze.</numerusform>
            <numerusform>Serwer zmienił %n dokumentów przed opieczętowaniem, a ich stron nie dało się porównać na tym komputerze.</numerusform>
        </translation>
    </message>
    <message>
        <source>What came back is saved as it is, and the server's copy was not deleted. Close other programs if memory is short, then compare again.</source>
        <extracomment>signdesk/jobs/not_compared.py</extracomment>
        <translation>To, co wróciło, jest zapisane bez zmian, a kopia na serwerze nie została usunięta. Jeśli brakuje pamięci, proszę zamknąć inne programy, a potem porównać ponownie.</translation>
    </message>
    <message>
        <source>Documents of this batch are in batch {other} of the same process already, so it was not begun: they might be sealed twice. Nothing of it has been sealed.</source>
        <extracomment>signdesk/jobs/order_terms.py</extracomment>
        <translation>Dokumenty tej paczki są już w paczce {other} tego samego procesu, więc jej nie rozpoczęto: mogłyby zostać opieczętowane dwa razy. Nic z niej nie zostało opieczętowane.</translation>
    </message>
    <message>
        <source>It is another document under this name, with an intact seal.</source>
        <extracomment>signdesk/jobs/page_judge.py</extracomment>
        <translation>To inny dokument pod tą nazwą, z nienaruszoną pieczęcią.</translation>
    </message>
    <message>
        <source>Nothing came back under its name, and not all of the other files could be compared.</source>
        <extracomment>signdesk/jobs/page_matching.py</extracomment>
        <translation>Nic nie wróciło pod jego nazwą, a nie wszystkie inne pliki dało się porównać.</translation>
    </message>
    <message>
        <source>This takes longer than usual. SignDesk keeps asking, and nothing is lost.</source>
        <extracomment>signdesk/jobs/poll_step.py</extracomment>
        <translation>Trwa to dłużej niż zwykle. SignDesk nadal pyta serwer i nic nie zostało utracone.</translation>
    </message>
    <message>
        <source>The server no longer has this batch, although sealing was started and the result was not fetched. Ask the server’s operator for it before these documents are sealed again (batch number {number}).</source>
        <extracomment>signdesk/jobs/poll_step.py</extracomment>
        <translation>Serwer nie ma już tej paczki, chociaż pieczętowanie rozpoczęto, a wyniku nie pobrano. Przed ponownym pieczętowaniem tych dokumentów proszę zapytać o nią administratora serwera (numer paczki {number}).</translation>
    </message>
    <message>
        <source>The server confirmed the order, but still shows the batch as not started (“{status}”).</source>
        <extracomment>signdesk/jobs/poll_step.py</extracomment>
        <translation>Serwer potwierdził zlecenie, ale nadal pokazuje paczkę jako nierozpoczętą („{status}”).</translation>
    </message>
    <message>
        <source>It opens only with a password. No server can seal it like this; add a copy without the password.</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Dokument otwiera się tylko z hasłem. W tej postaci żaden serwer nie może go opieczętować; proszę dodać kopię bez hasła.</translation>
    </message>
    <message>
        <source>It opens only for certain people (rights management). No server can seal it like this; add a copy without that protection.</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Dokument otwiera się tylko u określonych osób (zarządzanie prawami). W tej postaci żaden serwer nie może go opieczętować; proszę dodać kopię bez tej ochrony.</translation>
    </message>
    <message>
        <source>It is certified: no changes allowed. A seal is a change and would break the signature that certifies it.</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Dokument jest certyfikowany: zmiany są niedozwolone. Pieczęć jest zmianą i naruszyłaby podpis certyfikujący.</translation>
    </message>
    <message>
        <source>It is too complex to be looked into, so it is not known whether a seal would break a signature in it.</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Jest zbyt złożony, aby go zbadać, więc nie wiadomo, czy pieczęć nie naruszy podpisu, który zawiera.</translation>
    </message>
    <message>
        <source>It could not be looked into on this computer, so it is not known whether a seal would break a signature in it.</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Nie można było go zbadać na tym komputerze, więc nie wiadomo, czy pieczęć nie naruszy podpisu, który zawiera.</translation>
    </message>
    <message>
        <source>It is protected against changes. A seal is a change, so the server may refuse it. A copy without the protection can be sealed.</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Dokument jest chroniony przed zmianami. Pieczęć jest zmianą, więc serwer może odmówić. Kopię bez ochrony można opieczętować.</translation>
    </message>
    <message>
        <source>The file has other data before the PDF begins, so its seal may not be checkable: open it before you seal it</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Plik zawiera inne dane przed początkiem PDF, więc jego pieczęci może nie dać się sprawdzić: proszę otworzyć go przed opieczętowaniem</translation>
    </message>
    <message>
        <source>The PDF has no end mark and may be cut off: open it before you seal it</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Plik PDF nie ma znacznika końca i może być ucięty: proszę otworzyć go przed opieczętowaniem</translation>
    </message>
    <message>
        <source>The file has more than 2,048 bytes after the end of the PDF: open it before you seal it</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Plik zawiera ponad 2048 bajtów za końcem PDF: proszę otworzyć go przed opieczętowaniem</translation>
    </message>
    <message>
        <source>Its content is not that of a “{ending}” file: open it before you seal it</source>
        <extracomment>signdesk/jobs/presign_check.py</extracomment>
        <translation>Jego zawartość nie jest zawartością pliku „{ending}”: proszę otworzyć go przed opieczętowaniem</translation>
    </message>
    <message>
        <source>The receipt could not be written: {why} The saved file is complete.</source>
        <extracomment>signdesk/jobs/receipt_step.py</extracomment>
        <translation>Nie udało się zapisać potwierdzenia: {why} Zapisany plik jest kompletny.</translation>
    </message>
    <message>
        <source>This batch belongs to another copy of SignDesk's data folder, which goes on with it. Nothing more is done with it here.</source>
        <extracomment>signdesk/jobs/recovery.py</extracomment>
        <translation>Ta paczka należy do innej kopii folderu danych SignDesk, która ją kontynuuje. Tutaj nic więcej się z nią nie dzieje.</translation>
    </message>
    <message>
        <source>This batch belongs to the copy of SignDesk's data folder in “{folder}”, which goes on with it. Nothing more is done with it here.</source>
        <extracomment>signdesk/jobs/recovery.py</extracomment>
        <translation>Ta paczka należy do kopii folderu danych SignDesk w „{folder}”, która ją kontynuuje. Tutaj nic więcej się z nią nie dzieje.</translation>
    </message>
    <message>
        <source>Its number on the server: {number}.</source>
        <extracomment>signdesk/jobs/recovery.py</extracomment>
        <translation>Jej numer na serwerze: {number}.</translation>
    </message>
    <message>
        <source>It was not checked: what came back could not be opened, and was saved anyway.</source>
        <extracomment>signdesk/jobs/release.py</extracomment>
        <translation>Nie sprawdzono go: tego, co wróciło, nie dało się otworzyć i zapisano to mimo to.</translation>
    </message>
    <message>
        <source>What came back is no longer in “{path}”, or was changed there, so it cannot be saved.</source>
        <extracomment>signdesk/jobs/release.py</extracomment>
        <translation>Tego, co wróciło, nie ma już w „{path}” albo zostało tam zmienione, więc nie można tego zapisać.</translation>
    </message>
    <message>
        <source>The server's copy (batch number {number}) was not deleted, because what came back was not checked.</source>
        <extracomment>signdesk/jobs/release.py</extracomment>
        <translation>Kopia na serwerze (numer paczki {number}) nie została usunięta, bo tego, co wróciło, nie sprawdzono.</translation>
    </message>
    <message>
        <source>The saved ZIP was moved or changed, so its reports cannot be opened.</source>
        <extracomment>signdesk/jobs/report_files.py</extracomment>
        <translation>Zapisany plik ZIP został przeniesiony lub zmieniony, więc nie można otworzyć jego raportów.</translation>
    </message>
    <message>
        <source>The report could not be copied for reading: {why}.</source>
        <extracomment>signdesk/jobs/report_files.py</extracomment>
        <translation>Nie udało się skopiować raportu do odczytu: {why}.</translation>
    </message>
    <message>
        <source>“{document}”: {what}</source>
        <extracomment>signdesk/jobs/result_check.py</extracomment>
        <translation>„{document}”: {what}</translation>
    </message>
    <message>
        <source>No report came back about any of the documents.</source>
        <extracomment>signdesk/jobs/result_check.py</extracomment>
        <translation>Nie wrócił raport o żadnym z dokumentów.</translation>
    </message>
    <message>
        <source>None of the documents came back sealed.</source>
        <extracomment>signdesk/jobs/result_check.py</extracomment>
        <translation>Żaden z dokumentów nie wrócił opieczętowany.</translation>
    </message>
    <message>
        <source>The keyring has still not answered an earlier question. Look for a window that asks to unlock it, and try again, or give the secret for one session only.</source>
        <extracomment>signdesk/jobs/secrets.py</extracomment>
        <translation>Pęk kluczy nadal nie odpowiedział na wcześniejsze pytanie. Proszę poszukać okna z prośbą o jego odblokowanie i spróbować ponownie albo podać dane poufne tylko na jedną sesję.</translation>
    </message>
    <message>
        <source>The keyring did not answer within {seconds} s. Look for a window that asks to unlock it, and try again, or give the secret for one session only.</source>
        <extracomment>signdesk/jobs/secrets.py</extracomment>
        <translation>Pęk kluczy nie odpowiedział w ciągu {seconds} s. Proszę poszukać okna z prośbą o jego odblokowanie i spróbować ponownie albo podać dane poufne tylko na jedną sesję.</translation>
    </message>
    <message>
        <source>Unused batches could not be removed from the server (numbers {numbers}). SignDesk tries again at a later start.</source>
        <extracomment>signdesk/jobs/server_cleanup.py</extracomment>
        <translation>Nie udało się usunąć z serwera nieużytych paczek (numery {numbers}). SignDesk spróbuje ponownie przy późniejszym uruchomieniu.</translation>
    </message>
    <message>
        <source>The server's copy (batch number {number}) could not be removed. Your saved file is complete. SignDesk tries again at a later start.</source>
        <extracomment>signdesk/jobs/server_cleanup.py</extracomment>
        <translation>Nie udało się usunąć kopii na serwerze (numer paczki {number}). Zapisany plik jest kompletny. SignDesk spróbuje ponownie przy późniejszym uruchomieniu.</translation>
    </message>
    <message>
        <source>The server's copy (batch number {number}) is kept: a line of the settings cannot be read, and it may ask for that. Your saved file is complete. Once the line is corrected, a later start removes the copy.</source>
        <extracomment>signdesk/jobs/server_cleanup.py</extracomment>
        <translation>Kopia na serwerze (numer paczki {number}) pozostaje: nie można odczytać wiersza ustawień, a być może on tego wymaga. Zapisany plik jest kompletny. Gdy wiersz zostanie poprawiony, późniejsze uruchomienie usunie kopię.</translation>
    </message>
    <message>
        <source>The server says that it has begun to seal this batch, so it was not taken back. Wait for its result.</source>
        <extracomment>signdesk/jobs/signing.py</extracomment>
        <translation>Serwer podaje, że rozpoczął pieczętowanie tej paczki, więc jej nie wycofano. Proszę poczekać na wynik.</translation>
    </message>
    <message>
        <source>The server received the documents, but did not know them any more when sealing was to be started, each time in a fresh batch.</source>
        <extracomment>signdesk/jobs/signing.py</extracomment>
        <translation>Serwer otrzymał dokumenty, ale w chwili rozpoczynania pieczętowania już ich nie znał, za każdym razem w nowej paczce.</translation>
    </message>
    <message>
        <source>Ask the server’s operator.</source>
        <extracomment>signdesk/jobs/signing.py, signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Proszę zwrócić się do administratora serwera.</translation>
    </message>
    <message>
        <source>SignDesk cannot save the state of this batch: {why}</source>
        <extracomment>signdesk/jobs/signing.py</extracomment>
        <translation>SignDesk nie może zapisać stanu tej paczki: {why}</translation>
    </message>
    <message>
        <source>The saved ZIP was not unpacked: {why}</source>
        <extracomment>signdesk/jobs/unpack_step.py</extracomment>
        <translation>Zapisany plik ZIP nie został rozpakowany: {why}</translation>
    </message>
    <message>
        <source>The saved ZIP was not unpacked: it was stopped. It is complete, and any program for ZIP files can unpack it.</source>
        <extracomment>signdesk/jobs/unpack_step.py</extracomment>
        <translation>Zapisany plik ZIP nie został rozpakowany: zatrzymano tę czynność. Plik jest kompletny i może go rozpakować dowolny program do plików ZIP.</translation>
    </message>
    <message>
        <source>The saved ZIP was not unpacked: it was moved or changed after it was checked.</source>
        <extracomment>signdesk/jobs/unpack_step.py</extracomment>
        <translation>Zapisany plik ZIP nie został rozpakowany: przeniesiono go lub zmieniono po sprawdzeniu.</translation>
    </message>
    <message>
        <source>The saved ZIP was not unpacked: there is not enough room in “{folder}”. It is complete, and any program for ZIP files can unpack it.</source>
        <extracomment>signdesk/jobs/unpack_step.py</extracomment>
        <translation>Zapisany plik ZIP nie został rozpakowany: w folderze „{folder}” jest za mało miejsca. Plik jest kompletny i może go rozpakować dowolny program do plików ZIP.</translation>
    </message>
    <message>
        <source>The saved ZIP was not unpacked: in “{folder}” no folder could be made for it ({why}). It is complete, and any program for ZIP files can unpack it.</source>
        <extracomment>signdesk/jobs/unpack_step.py</extracomment>
        <translation>Zapisany plik ZIP nie został rozpakowany: w „{folder}” nie udało się utworzyć dla niego folderu ({why}). Plik jest kompletny i może go rozpakować dowolny program do plików ZIP.</translation>
    </message>
    <message>
        <source>The server does not know the process “{process}” (number {number}), or the server’s address is not quite right.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Serwer nie zna procesu „{process}” (numer {number}) albo adres serwera nie jest całkiem prawidłowy.</translation>
    </message>
    <message>
        <source>Check both with the server’s operator.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Proszę sprawdzić jedno i drugie u administratora serwera.</translation>
    </message>
    <message>
        <source>The server does not accept the process “{process}” (number {number}).</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Serwer nie przyjmuje procesu „{process}” (numer {number}).</translation>
    </message>
    <message>
        <source>Choose another process, or ask the server’s operator.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Proszę wybrać inny proces albo zapytać administratora serwera.</translation>
    </message>
    <message>
        <source>Sending was stopped.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Wysyłanie zostało przerwane.</translation>
    </message>
    <message>
        <source>Add it again, or send the others.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Proszę dodać plik ponownie albo wysłać pozostałe.</translation>
    </message>
    <message>
        <source>The server did not confirm that it received the documents.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Serwer nie potwierdził otrzymania dokumentów.</translation>
    </message>
    <message>
        <source>It was tried in a fresh batch each time.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Za każdym razem próbowano w nowej paczce.</translation>
    </message>
    <message>
        <source>Try again later, or ask the server’s operator.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Proszę spróbować później albo zapytać administratora serwera.</translation>
    </message>
    <message>
        <source>The {size} may be over the server's size limit: try fewer documents at once.</source>
        <extracomment>signdesk/jobs/upload_step.py</extracomment>
        <translation>Rozmiar ({size}) może przekraczać limit serwera: proszę spróbować z mniejszą liczbą dokumentów naraz.</translation>
    </message>
    <message>
        <source>No seal of a kind that SignDesk knows was found in it: it knows those in PDF and XML files, in containers (ASiC), and in signature files such as .p7m and .p7s.</source>
        <extracomment>signdesk/jobs/verification.py</extracomment>
        <translation>Nie znaleziono w nim pieczęci, której rodzaj SignDesk zna: zna pieczęcie w plikach PDF i XML, w kontenerach (ASiC) oraz w plikach podpisu, takich jak .p7m i .p7s.</translation>
    </message>
    <message>
        <source>“{file}” is no receipt that SignDesk can read.</source>
        <extracomment>signdesk/jobs/verification.py</extracomment>
        <translation>„{file}” nie jest potwierdzeniem, które SignDesk potrafi odczytać.</translation>
    </message>
    <message>
        <source>This is not the file that the receipt names: its SHA-256 is another one.</source>
        <extracomment>signdesk/jobs/verification.py</extracomment>
        <translation>To nie jest plik, który wymienia potwierdzenie: jego wartość SHA-256 jest inna.</translation>
    </message>
    <message>
        <source>The receipt names no file with this content.</source>
        <extracomment>signdesk/jobs/verification.py</extracomment>
        <translation>Potwierdzenie nie wymienia pliku o takiej treści.</translation>
    </message>
    <message>
        <source>The document that it seals, “{name}”, is not beside it. Put both into one folder.</source>
        <extracomment>signdesk/jobs/verification.py</extracomment>
        <translation>Dokument, który obejmuje, „{name}”, nie leży obok. Umieść oba w jednym folderze.</translation>
    </message>
    <message>
        <source>The document that it seals is not in the ZIP.</source>
        <extracomment>signdesk/jobs/verification.py</extracomment>
        <translation>Dokumentu, który opieczętowuje, nie ma w pliku ZIP.</translation>
    </message>
    <message>
        <source>The folder “{folder}” is not there any more. Bring it back, or choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>Folder „{folder}” już nie istnieje. Proszę go przywrócić albo wybrać inny folder.</translation>
    </message>
    <message>
        <source>SignDesk may not write to the folder “{folder}”. Choose another folder, or ask for the right to it.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>SignDesk nie ma prawa zapisu w folderze „{folder}”. Proszę wybrać inny folder albo poprosić o uprawnienia.</translation>
    </message>
    <message>
        <source>The folder “{folder}” can only be read. Choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>Folder „{folder}” jest tylko do odczytu. Proszę wybrać inny folder.</translation>
    </message>
    <message>
        <source>“{folder}” is not a folder, or something of that name is in the way. Choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>„{folder}” nie jest folderem albo przeszkadza coś o tej nazwie. Proszę wybrać inny folder.</translation>
    </message>
    <message>
        <source>The path “{folder}” is too long. Choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>Ścieżka „{folder}” jest za długa. Proszę wybrać inny folder.</translation>
    </message>
    <message>
        <source>“{folder}” cannot be the name of a folder here. Choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>„{folder}” nie może tu być nazwą folderu. Proszę wybrać inny folder.</translation>
    </message>
    <message>
        <source>There is no more room for the result in “{folder}”. Make room, or choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>W folderze „{folder}” nie ma już miejsca na wynik. Proszę zwolnić miejsce albo wybrać inny folder.</translation>
    </message>
    <message>
        <source>The result is too large for the disk that holds “{folder}”. Choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>Wynik jest za duży dla dysku, na którym jest „{folder}”. Proszę wybrać inny folder.</translation>
    </message>
    <message>
        <source>The disk that holds “{folder}” failed ({why}). Try again, or choose another folder.</source>
        <extracomment>signdesk/platform/os_errors.py</extracomment>
        <translation>Błąd dysku, na którym jest „{folder}” ({why}). Proszę spróbować ponownie albo wybrać inny folder.</translation>
    </message>
    <message>
        <source>Practice seal</source>
        <extracomment>signdesk/practice/server.py</extracomment>
        <translation>Pieczęć ćwiczeniowa</translation>
    </message>
    <message>
        <source>Seals with a test key on this computer. The seals have no legal effect.</source>
        <extracomment>signdesk/practice/server.py</extracomment>
        <translation>Pieczętuje kluczem testowym na tym komputerze. Pieczęcie nie mają skutków prawnych.</translation>
    </message>
    <message>
        <source>Practice check</source>
        <extracomment>signdesk/practice/server.py</extracomment>
        <translation>Sprawdzanie ćwiczeniowe</translation>
    </message>
    <message>
        <source>Checks the seals of documents on this computer and returns a report. It has no legal effect.</source>
        <extracomment>signdesk/practice/server.py</extracomment>
        <translation>Sprawdza pieczęcie dokumentów na tym komputerze i zwraca raport. Nie ma to skutków prawnych.</translation>
    </message>
    <message>
        <source>The practice server was not started: the start was broken off.</source>
        <extracomment>signdesk/practice/server.py</extracomment>
        <translation>Serwer ćwiczeniowy nie został uruchomiony: przerwano uruchamianie.</translation>
    </message>
    <message>
        <source>The practice server could not be started on this computer. Close SignDesk and try again.</source>
        <extracomment>signdesk/practice/server.py</extracomment>
        <translation>Nie udało się uruchomić serwera ćwiczeniowego na tym komputerze. Proszę zamknąć SignDesk i spróbować ponownie.</translation>
    </message>
    <message>
        <source>The documents changed while they were being sent, so nothing was sealed. Add them again.</source>
        <extracomment>signdesk/seal_api/bodies.py</extracomment>
        <translation>Dokumenty zmieniły się podczas wysyłania, więc niczego nie opieczętowano. Proszę dodać je ponownie.</translation>
    </message>
    <message>
        <source>The server’s answer is far too long.</source>
        <extracomment>signdesk/seal_api/bodies.py</extracomment>
        <translation>Odpowiedź serwera jest o wiele za długa.</translation>
    </message>
    <message>
        <source>The connection broke while the result was fetched.</source>
        <extracomment>signdesk/seal_api/bodies.py</extracomment>
        <translation>Połączenie zostało przerwane podczas pobierania wyniku.</translation>
    </message>
    <message>
        <source>The server sent something other than a result.</source>
        <extracomment>signdesk/seal_api/bodies.py</extracomment>
        <translation>Serwer wysłał coś innego niż wynik.</translation>
    </message>
    <message>
        <source>The server sent no complete result.</source>
        <extracomment>signdesk/seal_api/bodies.py</extracomment>
        <translation>Serwer nie wysłał kompletnego wyniku.</translation>
    </message>
    <message>
        <source>The server is not reached, so nothing more was sent to it.</source>
        <extracomment>signdesk/seal_api/breaker.py</extracomment>
        <translation>Serwer jest nieosiągalny, więc niczego więcej do niego nie wysłano.</translation>
    </message>
    <message>
        <source>The server asked for a pause.</source>
        <extracomment>signdesk/seal_api/breaker.py</extracomment>
        <translation>Serwer poprosił o przerwę.</translation>
    </message>
    <message>
        <source>(nobody named)</source>
        <extracomment>signdesk/seal_api/certificates.py</extracomment>
        <translation>(nie podano)</translation>
    </message>
    <message>
        <source>{number} is not the number of a process. Process numbers start at 1.</source>
        <extracomment>signdesk/seal_api/client.py</extracomment>
        <translation>{number} nie jest numerem procesu. Numery procesów zaczynają się od 1.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <extracomment>signdesk/seal_api/connection_failures.py, signdesk/seal_api/exchange.py</extracomment>
        <translation>Niczego nie wysłano.</translation>
    </message>
    <message>
        <source>Check the server’s address and your network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Proszę sprawdzić adres serwera i połączenie sieciowe.</translation>
    </message>
    <message>
        <source>The connection to the server has become too slow to go on. Check the network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Połączenie z serwerem stało się zbyt wolne, aby kontynuować. Proszę sprawdzić połączenie sieciowe.</translation>
    </message>
    <message>
        <source>The server’s answer came in far too many small parts to be read.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Odpowiedź serwera przyszła w zbyt wielu drobnych częściach, żeby można ją było odczytać.</translation>
    </message>
    <message>
        <source>The server did not answer completely within {seconds} seconds. Try again later.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Serwer nie odpowiedział w całości w ciągu {seconds} s. Proszę spróbować później.</translation>
    </message>
    <message>
        <source>The connection to the server broke before its answer was complete. Check the network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Połączenie z serwerem zostało przerwane przed otrzymaniem pełnej odpowiedzi. Proszę sprawdzić połączenie sieciowe.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” does not allow connections to “{host}” (403). Ask your IT department to allow them.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Serwer proxy „{proxy}” nie zezwala na połączenia z „{host}” (403). Należy poprosić dział IT o ich dopuszczenie.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” could not reach “{host}” ({status}). Check the server’s address, or try again later.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Serwer proxy „{proxy}” nie mógł połączyć się z „{host}” ({status}). Proszę sprawdzić adres serwera albo spróbować później.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” would not connect to “{host}” ({status}). Check the proxy’s address, and whether a sign-in page of your network is in the way.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Serwer proxy „{proxy}” nie połączył się z „{host}” ({status}). Proszę sprawdzić adres serwera proxy oraz to, czy nie przeszkadza strona logowania do sieci.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” did not accept the user name and password (407). Enter them again in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Serwer proxy „{proxy}” nie przyjął nazwy użytkownika i hasła (407). Proszę podać je ponownie w ustawieniach połączenia.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” wants a user name and a password (407). Enter them in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Serwer proxy „{proxy}” wymaga nazwy użytkownika i hasła (407). Proszę podać je w ustawieniach połączenia.</translation>
    </message>
    <message>
        <source>All connections to “{host}” are in use.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Wszystkie połączenia z „{host}” są zajęte.</translation>
    </message>
    <message>
        <source>Try again a little later.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Proszę spróbować nieco później.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” did not answer within {seconds} seconds.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Serwer proxy „{proxy}” nie odpowiedział w ciągu {seconds} s.</translation>
    </message>
    <message>
        <source>“{host}” did not answer within {seconds} seconds.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Serwer „{host}” nie odpowiedział w ciągu {seconds} s.</translation>
    </message>
    <message>
        <source>No proxy named “{proxy}” was found. Check the proxy’s address and your network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Nie znaleziono serwera proxy o nazwie „{proxy}”. Proszę sprawdzić adres serwera proxy i połączenie sieciowe.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” could not be reached, or does not work. Check the proxy’s address and your network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Serwer proxy „{proxy}” jest nieosiągalny albo nie działa. Proszę sprawdzić adres serwera proxy i połączenie sieciowe.</translation>
    </message>
    <message>
        <source>No server named “{host}” was found. Check the server’s address and your network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Nie znaleziono serwera o nazwie „{host}”. Proszę sprawdzić adres serwera i połączenie sieciowe.</translation>
    </message>
    <message>
        <source>“{host}” could not be reached: it refuses connections at port {port}. Check the port in the server’s address, and that the server is running.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Serwer „{host}” jest nieosiągalny: odrzuca połączenia na porcie {port}. Proszę sprawdzić port w adresie serwera oraz czy serwer działa.</translation>
    </message>
    <message>
        <source>“{host}” could not be reached. Check that it is running, and your network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Serwer „{host}” jest nieosiągalny. Proszę sprawdzić, czy działa, oraz połączenie sieciowe.</translation>
    </message>
    <message>
        <source>A secure connection to “{host}” could not be agreed on. Its address may be wrong.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Nie udało się uzgodnić bezpiecznego połączenia z „{host}”. Adres może być błędny.</translation>
    </message>
    <message>
        <source>“{host}” did not accept the client certificate. Ask the server’s operator.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Serwer „{host}” nie przyjął certyfikatu klienta. Proszę zwrócić się do administratora serwera.</translation>
    </message>
    <message>
        <source>“{host}” asks for a client certificate, which has not been set up. Ask the server’s operator.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Serwer „{host}” wymaga certyfikatu klienta, którego nie ustawiono. Proszę zwrócić się do administratora serwera.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” was not accepted: it is not valid yet.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Certyfikat serwera „{host}” nie został przyjęty: nie jest jeszcze ważny.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” was not accepted: it has expired.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Certyfikat serwera „{host}” nie został przyjęty: wygasł.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” was not accepted: it comes from an issuer that this computer does not trust.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Certyfikat serwera „{host}” nie został przyjęty: pochodzi od wystawcy, któremu ten komputer nie ufa.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” was not accepted: it was revoked.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Certyfikat „{host}” nie został przyjęty: został unieważniony.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” was not accepted: this computer could not find out whether it was revoked. Check the network connection.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Certyfikat „{host}” nie został przyjęty: ten komputer nie mógł ustalić, czy został unieważniony. Sprawdź połączenie sieciowe.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” was not accepted: it belongs to another name.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Certyfikat serwera „{host}” nie został przyjęty: jest wystawiony dla innej nazwy.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” was not accepted: it could not be verified.</source>
        <extracomment>signdesk/seal_api/connection_failures.py</extracomment>
        <translation>Certyfikat serwera „{host}” nie został przyjęty: nie udało się go zweryfikować.</translation>
    </message>
    <message>
        <source>The server wants to see a client certificate that it knows.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Serwer wymaga znanego mu certyfikatu klienta.</translation>
    </message>
    <message>
        <source>{place} asks for a client certificate. Please give me one, as PEM files.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>{place} wymaga certyfikatu klienta. Proszę o taki certyfikat w plikach PEM.</translation>
    </message>
    <message>
        <source>The connection came about, but the server did not answer a harmless question.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Połączenie zostało nawiązane, ale serwer nie odpowiedział na nieszkodliwe zapytanie.</translation>
    </message>
    <message>
        <source>{place} takes connections, but does not answer GET /api/BatchStatus/0 properly.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>{place} przyjmuje połączenia, ale nie odpowiada prawidłowo na GET /api/BatchStatus/0.</translation>
    </message>
    <message>
        <source>“{host}” answers.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Serwer „{host}” odpowiada.</translation>
    </message>
    <message>
        <source>Not known: what came back says nothing about the sign-in.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Nie wiadomo: otrzymana odpowiedź nic nie mówi o logowaniu.</translation>
    </message>
    <message>
        <source>The server answers with this sign-in.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Serwer odpowiada przy użyciu tego logowania.</translation>
    </message>
    <message>
        <source>The server answers without a sign-in.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Serwer odpowiada bez logowania.</translation>
    </message>
    <message>
        <source>“{host}” did not accept the sign-in ({status}).</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Serwer „{host}” nie przyjął danych logowania ({status}).</translation>
    </message>
    <message>
        <source>The key, or the user name and password, are wrong, have expired, or are sent in another way than the server expects.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Klucz albo nazwa użytkownika i hasło są błędne, wygasły lub są przekazywane inaczej, niż oczekuje serwer.</translation>
    </message>
    <message>
        <source>{host} answers {status}. Is the sign-in still valid, and its header the right one?</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>{host} odpowiada: {status}. Czy dane logowania są nadal ważne, a ich nagłówek właściwy?</translation>
    </message>
    <message>
        <source>“{host}” wants a sign-in ({status}), and none has been entered.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Serwer „{host}” wymaga logowania ({status}), a nie podano żadnych danych.</translation>
    </message>
    <message>
        <source>Enter the key, or the user name and password, that you were given for this server.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Proszę podać klucz albo nazwę użytkownika i hasło otrzymane do tego serwera.</translation>
    </message>
    <message>
        <source>Please give me the sign-in for the sealing server.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Proszę o dane logowania do serwera pieczętującego.</translation>
    </message>
    <message>
        <source>The answer was a web page, so it may also come from a filter of the network.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Odpowiedzią była strona internetowa, więc może ona pochodzić także z filtra sieciowego.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” wants a user name and a password (407).</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Serwer proxy „{proxy}” wymaga nazwy użytkownika i hasła (407).</translation>
    </message>
    <message>
        <source>A proxy on the way wants a user name and a password (407).</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Serwer proxy po drodze wymaga nazwy użytkownika i hasła (407).</translation>
    </message>
    <message>
        <source>It is the proxy that asks, not the sealing server. Enter them in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Wymaga ich serwer proxy, a nie serwer pieczętujący. Proszę podać je w ustawieniach połączenia.</translation>
    </message>
    <message>
        <source>Requests to {host} are answered with 407. Please give me a sign-in for the proxy.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Odpowiedź na żądania do {host} to 407. Proszę o dane logowania do serwera proxy.</translation>
    </message>
    <message>
        <source>“{host}” points to another address ({status}), which SignDesk never follows.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Serwer „{host}” przekierowuje na inny adres ({status}), a SignDesk nigdy nie podąża za przekierowaniami.</translation>
    </message>
    <message>
        <source>Either this is not the sealing server’s own address, or a sign-in page of your network is in the way: open a page in your browser, and try again.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>To nie jest własny adres serwera pieczętującego albo przeszkadza strona logowania do sieci: proszę otworzyć stronę w przeglądarce i spróbować ponownie.</translation>
    </message>
    <message>
        <source>{host} answers with a redirect ({status}). What is the sealing server’s own address?</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>{host} odpowiada przekierowaniem ({status}). Jaki jest własny adres serwera pieczętującego?</translation>
    </message>
    <message>
        <source>The sealing server itself did not answer; the proxy “{proxy}” may have done so. Try again later.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Sam serwer pieczętujący nie odpowiedział; odpowiedź mogła pochodzić z serwera proxy „{proxy}”. Proszę spróbować później.</translation>
    </message>
    <message>
        <source>The sealing server itself did not answer; something in front of the server may have done so. Try again later.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Sam serwer pieczętujący nie odpowiedział; odpowiedź mogła pochodzić z urządzenia lub programu przed serwerem. Proszę spróbować później.</translation>
    </message>
    <message>
        <source>“{host}” is not ready ({status}).</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Serwer „{host}” nie jest gotowy ({status}).</translation>
    </message>
    <message>
        <source>Requests to {host} are answered with {status}. Is the sealing service running behind it?</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Odpowiedź na żądania do {host}: {status}. Czy działa za nim usługa pieczętowania?</translation>
    </message>
    <message>
        <source>“{host}” answered with a web page ({status}) instead of the sealing server’s data.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Serwer „{host}” odpowiedział stroną internetową ({status}) zamiast danymi serwera pieczętującego.</translation>
    </message>
    <message>
        <source>Either a sign-in page of your network is in the way (open a page in your browser, and try again), or this is the address of a web site, not of the sealing server.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Przeszkadza strona logowania do sieci (proszę otworzyć stronę w przeglądarce i spróbować ponownie) albo jest to adres witryny internetowej, a nie serwera pieczętującego.</translation>
    </message>
    <message>
        <source>{host} answers /api/BatchStatus/0 with an HTML page. Is this the sealing server’s address?</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>{host} odpowiada na /api/BatchStatus/0 stroną HTML. Czy to adres serwera pieczętującego?</translation>
    </message>
    <message>
        <source>“{host}” answered with a web page that forbids the request (403).</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Serwer „{host}” odpowiedział stroną internetową, która zabrania żądania (403).</translation>
    </message>
    <message>
        <source>It is not known who forbids it: a filter of the network, something in front of the server, or the server itself, which may not accept the sign-in.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Nie wiadomo, kto tego zabrania: filtr sieciowy, urządzenie lub program przed serwerem czy sam serwer, który być może nie przyjmuje danych logowania.</translation>
    </message>
    <message>
        <source>{host} answers /api/BatchStatus/0 with 403 and an HTML page. Who forbids it, and why?</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>{host} odpowiada na /api/BatchStatus/0 kodem 403 i stroną HTML. Kto tego zabrania i dlaczego?</translation>
    </message>
    <message>
        <source>“{host}” answers ({status}), but not as a sealing server does.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Serwer „{host}” odpowiada ({status}), ale nie tak jak serwer pieczętujący.</translation>
    </message>
    <message>
        <source>It may be another kind of server, or one that has a fault. A first batch will tell.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Może to być serwer innego rodzaju albo serwer z usterką. Okaże się to przy pierwszej paczce.</translation>
    </message>
    <message>
        <source>{host} answers /api/BatchStatus/0 with {status} and without the documented data.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>{host} odpowiada na /api/BatchStatus/0: {status}, bez udokumentowanych danych.</translation>
    </message>
    <message>
        <source>“{host}” is too busy at the moment (429).</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Serwer „{host}” jest w tej chwili zbyt obciążony (429).</translation>
    </message>
    <message>
        <source>It can be reached, and asks to be left alone for a while.</source>
        <extracomment>signdesk/seal_api/doctor/answer_findings.py</extracomment>
        <translation>Jest osiągalny i prosi o chwilę przerwy.</translation>
    </message>
    <message>
        <source>The address {address} is plain http.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Adres {address} używa zwykłego http.</translation>
    </message>
    <message>
        <source>Anyone on the way can read what is sent there, the sign-in and the documents too.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Każdy po drodze może odczytać to, co jest tam wysyłane, także dane logowania i dokumenty.</translation>
    </message>
    <message>
        <source>Can the sealing server be reached by https?</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Czy serwer pieczętujący jest dostępny przez https?</translation>
    </message>
    <message>
        <source>The address {address} is in order.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Adres {address} jest prawidłowy.</translation>
    </message>
    <message>
        <source>Not looked up: first the proxy has to be put in order.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Nie sprawdzono: najpierw trzeba poprawić ustawienia serwera proxy.</translation>
    </message>
    <message>
        <source>“{name}” needs no looking up.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>„{name}” nie wymaga wyszukania adresu.</translation>
    </message>
    <message>
        <source>“{name}” is {addresses}.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>„{name}” to {addresses}.</translation>
    </message>
    <message>
        <source>The proxy itself looks up “{host}”.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Adres „{host}” wyszukuje sam serwer proxy.</translation>
    </message>
    <message>
        <source>No proxy is used for this address.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Dla tego adresu nie jest używany serwer proxy.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” can be reached.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Serwer proxy „{proxy}” jest osiągalny.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” answers.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Serwer proxy „{proxy}” odpowiada.</translation>
    </message>
    <message>
        <source>Left to the proxy, as always for plain http.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Zajmuje się tym serwer proxy, jak zawsze przy nieszyfrowanym http.</translation>
    </message>
    <message>
        <source>{place} can be reached.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Adres {place} jest osiągalny.</translation>
    </message>
    <message>
        <source>{place} can be reached through the proxy “{proxy}”.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Adres {place} jest osiągalny przez serwer proxy „{proxy}”.</translation>
    </message>
    <message>
        <source>It does not leave this computer.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Połączenie nie wychodzi poza ten komputer.</translation>
    </message>
    <message>
        <source>Plain http is not encrypted.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Zwykłe http nie jest szyfrowane.</translation>
    </message>
    <message>
        <source>Not tested: that would make an empty batch on the server.</source>
        <extracomment>signdesk/seal_api/doctor/connection_probe.py</extracomment>
        <translation>Nie sprawdzono: na serwerze powstałaby pusta paczka.</translation>
    </message>
    <message>
        <source>This is about what is set up here, on this computer. Nothing was sent to anybody.</source>
        <extracomment>signdesk/seal_api/doctor/findings.py</extracomment>
        <translation>Chodzi o ustawienia na tym komputerze. Nic nikomu nie wysłano.</translation>
    </message>
    <message>
        <source>The settings of the connection in SignDesk need a look.</source>
        <extracomment>signdesk/seal_api/doctor/findings.py</extracomment>
        <translation>Ustawienia połączenia w SignDesk wymagają sprawdzenia.</translation>
    </message>
    <message>
        <source>What it means: {text}</source>
        <extracomment>signdesk/seal_api/doctor/findings.py</extracomment>
        <translation>Co to oznacza: {text}</translation>
    </message>
    <message>
        <source>Tell IT: {text}</source>
        <extracomment>signdesk/seal_api/doctor/findings.py</extracomment>
        <translation>Dla działu IT: {text}</translation>
    </message>
    <message>
        <source>Detail: {text}</source>
        <extracomment>signdesk/seal_api/doctor/findings.py</extracomment>
        <translation>Szczegóły: {text}</translation>
    </message>
    <message>
        <source>Either the proxy’s address is misspelt, or this computer cannot look up names at the moment: there is no network, or the office’s (VPN) is not connected.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>W adresie serwera proxy jest pomyłka albo ten komputer nie może teraz wyszukiwać nazw: nie ma sieci lub nie nawiązano połączenia z siecią biura (VPN).</translation>
    </message>
    <message>
        <source>Either the server’s address is misspelt, or this computer cannot look up names at the moment: there is no network, or the office’s (VPN) is not connected.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>W adresie serwera jest pomyłka albo ten komputer nie może teraz wyszukiwać nazw: nie ma sieci lub nie nawiązano połączenia z siecią biura (VPN).</translation>
    </message>
    <message>
        <source>On this computer, the name {host} cannot be resolved (DNS).</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Na tym komputerze nie można rozwiązać nazwy {host} (DNS).</translation>
    </message>
    <message>
        <source>The computer at this address is there, but no program answers at port {port}: it is switched off, or the port in the address is wrong.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Komputer o tym adresie działa, ale na porcie {port} nie odpowiada żaden program: jest wyłączony albo port w adresie jest błędny.</translation>
    </message>
    <message>
        <source>A connection to {place} is refused. Is the service running, and on this port?</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Połączenie z {place} jest odrzucane. Czy usługa działa i czy na tym porcie?</translation>
    </message>
    <message>
        <source>There is no way to this address from here: no network, or the VPN is not connected.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Stąd nie ma drogi do tego adresu: brak sieci lub połączenia VPN.</translation>
    </message>
    <message>
        <source>There is no route from this computer to {place}.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Nie ma trasy z tego komputera do {place}.</translation>
    </message>
    <message>
        <source>Nobody answered. Often a firewall is in the way, or the server can only be reached from within the office’s network (VPN).</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Brak odpowiedzi. Często przeszkadza zapora sieciowa albo serwer jest dostępny tylko z sieci biura (VPN).</translation>
    </message>
    <message>
        <source>Connections from this computer to {place} (TCP) get no answer. Does a firewall block them?</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Połączenia z tego komputera do {place} (TCP) pozostają bez odpowiedzi. Czy blokuje je zapora sieciowa?</translation>
    </message>
    <message>
        <source>The proxy takes other kinds of sign-in only, which SignDesk does not speak. Your IT department can let SignDesk pass without one, or name another proxy.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Serwer proxy przyjmuje tylko inne rodzaje logowania, których SignDesk nie obsługuje. Dział IT może przepuszczać SignDesk bez logowania albo wskazać inny serwer proxy.</translation>
    </message>
    <message>
        <source>Until the proxy knows who you are, nothing gets out of the office’s network.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Dopóki serwer proxy nie rozpozna użytkownika, nic nie wyjdzie poza sieć biura.</translation>
    </message>
    <message>
        <source>The proxy {proxy} answers CONNECT with 407 and offers: {offers}.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Serwer proxy {proxy} odpowiada na CONNECT kodem 407 i oferuje: {offers}.</translation>
    </message>
    <message>
        <source>The proxy {proxy} answers CONNECT with 407 and offers: nothing.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Serwer proxy {proxy} odpowiada na CONNECT kodem 407 i nie oferuje niczego.</translation>
    </message>
    <message>
        <source>SignDesk speaks Basic. Please allow the server’s address without a sign-in, or give me a user name and a password.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>SignDesk obsługuje Basic. Proszę dopuścić adres serwera bez logowania albo podać mi nazwę użytkownika i hasło.</translation>
    </message>
    <message>
        <source>What answers there does not behave like a proxy. The proxy’s address or port may be wrong.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>To, co tam odpowiada, nie zachowuje się jak serwer proxy. Adres lub port serwera proxy może być błędny.</translation>
    </message>
    <message>
        <source>{place} does not answer CONNECT properly. Is it an HTTP proxy, and on this port?</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>{place} nie odpowiada prawidłowo na CONNECT. Czy to serwer proxy HTTP i czy na tym porcie?</translation>
    </message>
    <message>
        <source>The office’s rules do not allow this connection. Only your IT department can change that.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Zasady biura nie zezwalają na to połączenie. Może to zmienić tylko dział IT.</translation>
    </message>
    <message>
        <source>Please allow connections through the proxy {proxy} to {place} (CONNECT is answered with 403).</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Proszę zezwolić na połączenia przez serwer proxy {proxy} do {place} (odpowiedź na CONNECT: 403).</translation>
    </message>
    <message>
        <source>The proxy works, but it cannot reach the server: the server’s address is wrong, the server is switched off, or a firewall is between the two.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Serwer proxy działa, ale nie może połączyć się z serwerem: adres serwera jest błędny, serwer jest wyłączony albo między nimi znajduje się zapora sieciowa.</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot reach {place} (CONNECT is answered with {status}).</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Serwer proxy {proxy} nie może połączyć się z {place} (odpowiedź na CONNECT: {status}).</translation>
    </message>
    <message>
        <source>The proxy gave an answer that leads nowhere. It may want you to sign in to the network first: open a page in your browser, and try again.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Odpowiedź serwera proxy nie prowadzi dalej. Być może trzeba najpierw zalogować się do sieci: proszę otworzyć stronę w przeglądarce i spróbować ponownie.</translation>
    </message>
    <message>
        <source>The proxy {proxy} answers CONNECT to {place} with {status}.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Serwer proxy {proxy} odpowiada na CONNECT do {place}: {status}.</translation>
    </message>
    <message>
        <source>The server did not say whether it made the empty batch.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Serwer nie podał, czy utworzył pustą paczkę.</translation>
    </message>
    <message>
        <source>An empty batch may be left on the server; nothing was sealed.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Na serwerze mogła pozostać pusta paczka; niczego nie opieczętowano.</translation>
    </message>
    <message>
        <source>A test of process {process} got no complete answer to CreateBatch.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Podczas testu procesu {process} nie otrzymano pełnej odpowiedzi na CreateBatch.</translation>
    </message>
    <message>
        <source>Nothing was made, and nothing was sealed.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Niczego nie utworzono i niczego nie opieczętowano.</translation>
    </message>
    <message>
        <source>Nothing was sealed.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Niczego nie opieczętowano.</translation>
    </message>
    <message>
        <source>Is process {process} valid on the sealing server, and may my sign-in use it?</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Czy proces {process} jest ważny na serwerze pieczętującym i czy moje dane logowania pozwalają go używać?</translation>
    </message>
    <message>
        <source>Process {process} takes batches. An empty batch (number {number}) was made for this test, and could not be removed.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Proces {process} przyjmuje paczki. Na potrzeby tego testu utworzono pustą paczkę (numer {number}), której nie udało się usunąć.</translation>
    </message>
    <message>
        <source>It does no harm; nothing was sealed.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>To nie szkodzi; niczego nie opieczętowano.</translation>
    </message>
    <message>
        <source>Please remove the empty batch {number} from the sealing server.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Proszę usunąć pustą paczkę {number} z serwera pieczętującego.</translation>
    </message>
    <message>
        <source>Process {process} takes batches. An empty batch (number {number}) was made for this test and removed again.</source>
        <extracomment>signdesk/seal_api/doctor/network_findings.py</extracomment>
        <translation>Proces {process} przyjmuje paczki. Na potrzeby tego testu utworzono pustą paczkę (numer {number}), a następnie ją usunięto.</translation>
    </message>
    <message>
        <source>Not tested, because an earlier step failed.</source>
        <extracomment>signdesk/seal_api/doctor/run.py</extracomment>
        <translation>Nie sprawdzono, ponieważ wcześniejszy krok się nie powiódł.</translation>
    </message>
    <message>
        <source>The whole test has taken more than {seconds} seconds, so it was ended here.</source>
        <extracomment>signdesk/seal_api/doctor/run.py</extracomment>
        <translation>Cały test trwał dłużej niż {seconds} s, więc go tutaj zakończono.</translation>
    </message>
    <message>
        <source>The way to the server is very slow at the moment. Try again later.</source>
        <extracomment>signdesk/seal_api/doctor/run.py</extracomment>
        <translation>Połączenie z serwerem jest w tej chwili bardzo wolne. Proszę spróbować później.</translation>
    </message>
    <message>
        <source>Connections through this network are very slow.</source>
        <extracomment>signdesk/seal_api/doctor/run.py</extracomment>
        <translation>Połączenia przez tę sieć są bardzo wolne.</translation>
    </message>
    <message>
        <source>The connection to “{host}” is encrypted.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Połączenie z „{host}” jest szyfrowane.</translation>
    </message>
    <message>
        <source>“{host}” proves who it is with a certificate from {issuer}, valid until {until}.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Serwer „{host}” potwierdza swoją tożsamość certyfikatem (wystawca: {issuer}) ważnym do {until}.</translation>
    </message>
    <message>
        <source>That is soon. After this day nothing can be sealed until the certificate has been renewed.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>To już wkrótce. Po tym dniu nie będzie można niczego opieczętować, dopóki certyfikat nie zostanie odnowiony.</translation>
    </message>
    <message>
        <source>The certificate of {host} ends on {until}. Please renew it.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Certyfikat serwera {host} wygasa {until}. Proszę go odnowić.</translation>
    </message>
    <message>
        <source>The server broke the connection off while both sides introduced themselves. It may want a client certificate, or another one.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Serwer przerwał połączenie podczas wzajemnego przedstawiania się stron. Być może wymaga certyfikatu klienta albo innego certyfikatu.</translation>
    </message>
    <message>
        <source>{place} ends the TLS hand-shake with an alert ({reason}). Does it want a client certificate?</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>{place} kończy uzgadnianie TLS alertem ({reason}). Czy wymaga certyfikatu klienta?</translation>
    </message>
    <message>
        <source>What answers there does not speak the language of secure connections (TLS), or only an outdated one. The port in the address may be wrong, or a sign-in page of the network is in the way.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>To, co tam odpowiada, nie obsługuje bezpiecznych połączeń (TLS) albo obsługuje tylko ich przestarzałą wersję. Port w adresie może być błędny albo przeszkadza strona logowania do sieci.</translation>
    </message>
    <message>
        <source>{place} cannot agree with SignDesk on TLS ({reason}). Is it a TLS port, with TLS 1.2 or newer?</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>{place} nie może uzgodnić TLS z programem SignDesk ({reason}). Czy to port TLS w wersji 1.2 lub nowszej?</translation>
    </message>
    <message>
        <source>The connection came about, and then was cut or fell silent. A firewall or a filter of the network may not let it through.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Połączenie zostało nawiązane, a potem przerwane lub zamilkło. Być może nie przepuszcza go zapora sieciowa lub filtr sieci.</translation>
    </message>
    <message>
        <source>TCP to {place} works, but the TLS hand-shake is cut off or not answered. Does a filter block it?</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>TCP do {place} działa, ale uzgadnianie TLS jest przerywane lub pozostaje bez odpowiedzi. Czy blokuje je filtr?</translation>
    </message>
    <message>
        <source>The server’s certificate ended on {until}; this computer’s date is {today}. If that date is right, the certificate has to be renewed before anything can be sent.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Certyfikat serwera wygasł {until}; data na tym komputerze to {today}. Jeśli ta data jest prawidłowa, przed wysłaniem czegokolwiek trzeba odnowić certyfikat.</translation>
    </message>
    <message>
        <source>The certificate of {place} (from {issuer}) ended on {until}. Please renew it.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Certyfikat dla {place} (wystawca: {issuer}) wygasł {until}. Proszę go odnowić.</translation>
    </message>
    <message>
        <source>The server’s certificate is valid only from {since} on; this computer’s date is {today}. Check the date of this computer.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Certyfikat serwera jest ważny dopiero od {since}; data na tym komputerze to {today}. Proszę sprawdzić datę na tym komputerze.</translation>
    </message>
    <message>
        <source>The certificate of {place} (from {issuer}) is valid only from {since} on.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Certyfikat dla {place} (wystawca: {issuer}) jest ważny dopiero od {since}.</translation>
    </message>
    <message>
        <source>The certificate is for {names}. The address may be wrong, or another server answers there.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Certyfikat jest wystawiony dla: {names}. Adres może być błędny albo odpowiada tam inny serwer.</translation>
    </message>
    <message>
        <source>{place} shows a certificate for {names}. Which address is right, or can the name be added?</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>{place} przedstawia certyfikat dla: {names}. Który adres jest właściwy albo czy można dodać tę nazwę?</translation>
    </message>
    <message>
        <source>The certificate comes from {issuer}, which this computer does not know. It may be your office’s own authority, a device of your network that looks into connections, or somebody else.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Wystawca certyfikatu: {issuer}. Ten komputer go nie zna. Może to być własny urząd certyfikacji biura, urządzenie sieciowe kontrolujące połączenia albo ktoś inny.</translation>
    </message>
    <message>
        <source>{place} shows a certificate from {issuer}. If that is right, please give me this issuer’s certificate as a PEM file, or install it on this computer.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>{place} przedstawia certyfikat wystawcy: {issuer}. Jeśli to prawidłowe, proszę o certyfikat tego wystawcy w pliku PEM albo o zainstalowanie go na tym komputerze.</translation>
    </message>
    <message>
        <source>The server’s certificate ended; this computer’s date is {today}. If that date is right, the certificate has to be renewed before anything can be sent.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Certyfikat serwera wygasł; data na tym komputerze to {today}. Jeśli ta data jest prawidłowa, przed wysłaniem czegokolwiek trzeba odnowić certyfikat.</translation>
    </message>
    <message>
        <source>The certificate of {place} (from an unknown issuer) ended. Please renew it.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Certyfikat dla {place} (wystawca nieznany) wygasł. Proszę go odnowić.</translation>
    </message>
    <message>
        <source>The server’s certificate is valid only later; this computer’s date is {today}. Check the date of this computer.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Certyfikat serwera nie jest jeszcze ważny; data na tym komputerze to {today}. Proszę sprawdzić datę na tym komputerze.</translation>
    </message>
    <message>
        <source>The certificate of {place} (from an unknown issuer) is valid only later.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Certyfikat dla {place} (wystawca nieznany) nie jest jeszcze ważny.</translation>
    </message>
    <message>
        <source>The certificate is for another name. The address may be wrong, or another server answers there.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Certyfikat jest wystawiony dla innej nazwy. Adres może być błędny albo odpowiada tam inny serwer.</translation>
    </message>
    <message>
        <source>{place} shows a certificate for another name. Which address is right, or can the name be added?</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>{place} przedstawia certyfikat dla innej nazwy. Który adres jest właściwy albo czy można dodać tę nazwę?</translation>
    </message>
    <message>
        <source>The certificate comes from an unknown issuer, which this computer does not know. It may be your office’s own authority, a device of your network that looks into connections, or somebody else.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>Certyfikat pochodzi od nieznanego wystawcy, którego ten komputer nie zna. Może to być własny urząd certyfikacji biura, urządzenie sieciowe kontrolujące połączenia albo ktoś inny.</translation>
    </message>
    <message>
        <source>{place} shows a certificate from an unknown issuer. If that is right, please give me this issuer’s certificate as a PEM file, or install it on this computer.</source>
        <extracomment>signdesk/seal_api/doctor/tls_findings.py</extracomment>
        <translation>{place} przedstawia certyfikat nieznanego wystawcy. Jeśli to prawidłowe, proszę o certyfikat tego wystawcy w pliku PEM albo o zainstalowanie go na tym komputerze.</translation>
    </message>
    <message>
        <source>“{text}” is not a server address.</source>
        <extracomment>signdesk/seal_api/exchange.py</extracomment>
        <translation>„{text}” nie jest adresem serwera.</translation>
    </message>
    <message>
        <source>“{host}” closed the connection.</source>
        <extracomment>signdesk/seal_api/exchange.py</extracomment>
        <translation>Serwer „{host}” zamknął połączenie.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <extracomment>signdesk/seal_api/exchange.py</extracomment>
        <translation>Proszę spróbować ponownie.</translation>
    </message>
    <message>
        <source>The server answered before it had the whole package.</source>
        <extracomment>signdesk/seal_api/exchange.py</extracomment>
        <translation>Serwer odpowiedział, zanim otrzymał całość danych.</translation>
    </message>
    <message>
        <source>This process is not valid on this server. Check the process number with the server’s operator.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Ten proces nie jest ważny na tym serwerze. Proszę sprawdzić numer procesu u administratora serwera.</translation>
    </message>
    <message>
        <source>The server does not know this process, or the address is not that of a sealing server. Check the process number and the server’s address.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Serwer nie zna tego procesu albo nie jest to adres serwera pieczętującego. Proszę sprawdzić numer procesu i adres serwera.</translation>
    </message>
    <message>
        <source>The server does not know the batch that it had just made. Send the documents again.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Serwer nie zna paczki, którą właśnie utworzył. Proszę wysłać dokumenty ponownie.</translation>
    </message>
    <message>
        <source>The documents together are larger than this server takes. Send them in smaller batches, or ask the server’s operator to allow more.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Dokumenty razem są większe, niż przyjmuje ten serwer. Proszę wysłać je w mniejszych paczkach albo poprosić administratora serwera o zwiększenie limitu.</translation>
    </message>
    <message>
        <source>The server does not know this batch, or expects its number in another place of the request.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Serwer nie zna tej paczki albo oczekuje jej numeru w innym miejscu żądania.</translation>
    </message>
    <message>
        <source>The server does not have the result of this batch (any more).</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Serwer nie ma (już) wyniku tej paczki.</translation>
    </message>
    <message>
        <source>The server no longer knows this batch.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Serwer nie zna już tej paczki.</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in ({status}). Check the key or the user name and password.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Serwer nie przyjął danych logowania ({status}). Proszę sprawdzić klucz albo nazwę użytkownika i hasło.</translation>
    </message>
    <message>
        <source>A proxy on the way wants a user name and a password (407). Check the proxy in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Serwer proxy po drodze wymaga nazwy użytkownika i hasła (407). Proszę sprawdzić serwer proxy w ustawieniach połączenia.</translation>
    </message>
    <message>
        <source>The server gave up waiting for our request. Check the network connection.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Serwer nie doczekał się naszego żądania. Proszę sprawdzić połączenie sieciowe.</translation>
    </message>
    <message>
        <source>The server is too busy at the moment ({status}). Try again a little later.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Serwer jest w tej chwili zbyt obciążony ({status}). Proszę spróbować nieco później.</translation>
    </message>
    <message>
        <source>The server points to another address ({status}), which SignDesk never follows. Enter the sealing server’s own address.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Serwer przekierowuje na inny adres ({status}), a SignDesk nigdy nie podąża za przekierowaniami. Proszę podać własny adres serwera pieczętującego.</translation>
    </message>
    <message>
        <source>The server had a fault of its own ({status}). Try again later, or tell the server’s operator.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>W serwerze wystąpił błąd wewnętrzny ({status}). Proszę spróbować później albo powiadomić administratora serwera.</translation>
    </message>
    <message>
        <source>The server refused the request ({status}). The server’s operator can say why.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Serwer odrzucił żądanie ({status}). Przyczynę może podać administrator serwera.</translation>
    </message>
    <message>
        <source>The server, or a proxy on the way to it, gave an answer that breaks the rules of HTTP, so it cannot be read.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Serwer albo proxy na drodze do niego dał odpowiedź, która łamie zasady HTTP, więc nie da się jej odczytać.</translation>
    </message>
    <message>
        <source>The server, or a proxy on the way to it, gave an answer that breaks the rules of HTTP, so it cannot be read. The wrong line is “{line}”.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Serwer albo proxy na drodze do niego dał odpowiedź, która łamie zasady HTTP, więc nie da się jej odczytać. Błędny wiersz to „{line}”.</translation>
    </message>
    <message>
        <source>Ask the server’s operator, or your IT department.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Proszę zapytać administratora serwera albo dział IT.</translation>
    </message>
    <message>
        <source>Check the server’s address, and whether a sign-in page of your network is in the way.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Proszę sprawdzić adres serwera oraz to, czy nie przeszkadza strona logowania do sieci.</translation>
    </message>
    <message>
        <source>The cause can also be the size of the batch ({size}): many servers take at most 30 MB at once. Smaller batches may help.</source>
        <extracomment>signdesk/seal_api/failures.py</extracomment>
        <translation>Przyczyną może być też rozmiar paczki ({size}): wiele serwerów przyjmuje naraz najwyżej 30 MB. Mogą pomóc mniejsze paczki.</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in, so SignDesk does not use it again by itself. Check the key or the user name and password.</source>
        <extracomment>signdesk/seal_api/guard.py</extracomment>
        <translation>Serwer nie przyjął danych logowania, więc SignDesk nie użyje ich ponownie samodzielnie. Sprawdź klucz albo nazwę użytkownika i hasło.</translation>
    </message>
    <message>
        <source>Set a proxy in the connection's settings, or ask your IT department.</source>
        <extracomment>signdesk/seal_api/proxies.py</extracomment>
        <translation>Proszę ustawić serwer proxy w ustawieniach połączenia albo zwrócić się do działu IT.</translation>
    </message>
    <message>
        <source>The address of the proxy that this computer's settings name cannot be read.</source>
        <extracomment>signdesk/seal_api/proxies.py</extracomment>
        <translation>Nie można odczytać adresu serwera proxy podanego w ustawieniach tego komputera.</translation>
    </message>
    <message>
        <source>SignDesk cannot use the proxy that this computer's settings name: its kind is “{kind}”, not “http”.</source>
        <extracomment>signdesk/seal_api/proxies.py</extracomment>
        <translation>SignDesk nie może użyć serwera proxy podanego w ustawieniach tego komputera: jego rodzaj to „{kind}”, a nie „http”.</translation>
    </message>
    <message>
        <source>The user name for the proxy holds a colon, which its sign-in cannot carry.</source>
        <extracomment>signdesk/seal_api/proxies.py</extracomment>
        <translation>Nazwa użytkownika serwera proxy zawiera dwukropek, którego nie można przekazać przy logowaniu.</translation>
    </message>
    <message>
        <source>The API key holds characters that cannot be sent, such as a line break, a blank at its end, or letters from outside Western Europe.</source>
        <extracomment>signdesk/seal_api/sign_in.py</extracomment>
        <translation>Klucz API zawiera znaki, których nie można wysłać, np. znak końca wiersza, spację na końcu lub litery spoza alfabetów Europy Zachodniej.</translation>
    </message>
    <message>
        <source>The access token holds characters that cannot be sent, such as a line break, a blank at its end, or letters from outside Western Europe.</source>
        <extracomment>signdesk/seal_api/sign_in.py</extracomment>
        <translation>Token dostępu zawiera znaki, których nie można wysłać, np. znak końca wiersza, spację na końcu lub litery spoza alfabetów Europy Zachodniej.</translation>
    </message>
    <message>
        <source>Copy it again from where you were given it.</source>
        <extracomment>signdesk/seal_api/sign_in.py</extracomment>
        <translation>Proszę skopiować go ponownie z miejsca, w którym został podany.</translation>
    </message>
    <message>
        <source>The user name holds a colon, which this kind of sign-in cannot carry.</source>
        <extracomment>signdesk/seal_api/sign_in.py</extracomment>
        <translation>Nazwa użytkownika zawiera dwukropek, którego nie można przekazać przy tym rodzaju logowania.</translation>
    </message>
    <message>
        <source>“{file}” is the key of a client certificate, but no certificate is set beside it. Choose the certificate’s file as well.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>„{file}” to klucz certyfikatu klienta, ale nie ustawiono do niego certyfikatu. Proszę wybrać także plik certyfikatu.</translation>
    </message>
    <message>
        <source>“{file}” holds no certificate in text form (PEM). Ask whoever gave you the certificate for PEM files; a .pfx or .p12 file has to be converted first.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>„{file}” nie zawiera certyfikatu w postaci tekstowej (PEM). Należy poprosić osobę, która przekazała certyfikat, o pliki PEM; plik .pfx lub .p12 trzeba najpierw przekonwertować.</translation>
    </message>
    <message>
        <source>The key in “{file}” is protected by a pass phrase. Enter it in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Klucz w pliku „{file}” jest chroniony hasłem. Proszę podać je w ustawieniach połączenia.</translation>
    </message>
    <message>
        <source>The pass phrase of the client’s key is far too long. Enter it again.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Hasło klucza klienta jest o wiele za długie. Proszę podać je ponownie.</translation>
    </message>
    <message>
        <source>“{file}” holds no issuer’s certificate in text form (PEM). Ask your IT department for the issuer’s certificate as a PEM file, and choose that.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>„{file}” nie zawiera certyfikatu wystawcy w postaci tekstowej (PEM). Należy poprosić dział IT o certyfikat wystawcy w pliku PEM i wybrać ten plik.</translation>
    </message>
    <message>
        <source>Other users of this computer may use “{file}”, which holds the client’s secret key. Take their rights away (chmod 600), and try again.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Inni użytkownicy tego komputera mają dostęp do pliku „{file}”, który zawiera tajny klucz klienta. Proszę odebrać im uprawnienia (chmod 600) i spróbować ponownie.</translation>
    </message>
    <message>
        <source>“{file}” holds no key in text form (PEM). Choose the file with the client’s secret key.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>„{file}” nie zawiera klucza w postaci tekstowej (PEM). Proszę wybrać plik z tajnym kluczem klienta.</translation>
    </message>
    <message>
        <source>The key in “{key}” does not belong to the certificate in “{certificate}”. Choose the two files that belong together.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Klucz w pliku „{key}” nie pasuje do certyfikatu w pliku „{certificate}”. Proszę wybrać dwa pasujące do siebie pliki.</translation>
    </message>
    <message>
        <source>The pass phrase for “{file}” is not right, or the file is damaged. Enter it again.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Hasło do pliku „{file}” jest nieprawidłowe albo plik jest uszkodzony. Proszę podać hasło ponownie.</translation>
    </message>
    <message>
        <source>“{certificate}” and “{key}” cannot be used as a client certificate: one of them is damaged. Ask whoever gave them to you for new ones.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Plików „{certificate}” i „{key}” nie można użyć jako certyfikatu klienta: jeden z nich jest uszkodzony. Należy poprosić o nowe osobę, która je przekazała.</translation>
    </message>
    <message>
        <source>it is not there</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>nie ma go tam</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>nieznana przyczyna</translation>
    </message>
    <message>
        <source>The file of the client certificate, “{file}”, cannot be read: {why}. Choose it again in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Nie można odczytać pliku certyfikatu klienta „{file}”: {why}. Proszę wybrać go ponownie w ustawieniach połączenia.</translation>
    </message>
    <message>
        <source>The file of the client’s key, “{file}”, cannot be read: {why}. Choose it again in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Nie można odczytać pliku klucza klienta „{file}”: {why}. Proszę wybrać go ponownie w ustawieniach połączenia.</translation>
    </message>
    <message>
        <source>The file of the extra issuers, “{file}”, cannot be read: {why}. Choose it again in the connection’s settings.</source>
        <extracomment>signdesk/seal_api/tls.py</extracomment>
        <translation>Nie można odczytać pliku dodatkowych wystawców „{file}”: {why}. Proszę wybrać go ponownie w ustawieniach połączenia.</translation>
    </message>
    <message>
        <source>The server answered with something other than the agreed data.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>Serwer odpowiedział czymś innym niż uzgodnione dane.</translation>
    </message>
    <message>
        <source>“{text}” is not the number of a batch.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>„{text}” nie jest numerem paczki.</translation>
    </message>
    <message>
        <source>The server made a batch without saying its number.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>Serwer utworzył paczkę, nie podając jej numeru.</translation>
    </message>
    <message>
        <source>The server made a batch and calls it “{name}”, which is no number. SignDesk can only work with a server whose batches have numbers.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>Serwer utworzył paczkę i nazywa ją „{name}”, a to nie jest numer. SignDesk może pracować tylko z serwerem, którego paczki mają numery.</translation>
    </message>
    <message>
        <source>Check the server’s address, or ask the server’s operator.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>Proszę sprawdzić adres serwera albo zapytać administratora serwera.</translation>
    </message>
    <message>
        <source>The server answered with something other than the state of a batch.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>Serwer odpowiedział czymś innym niż stan paczki.</translation>
    </message>
    <message>
        <source>The server answered about batch {other} instead of {number}.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>Odpowiedź serwera dotyczy paczki {other} zamiast {number}.</translation>
    </message>
    <message>
        <source>The server’s answer came in a form that cannot be checked.</source>
        <extracomment>signdesk/seal_api/wire.py</extracomment>
        <translation>Odpowiedź serwera ma postać, której nie można sprawdzić.</translation>
    </message>
    <message>
        <source>The file is an archive, but no container of sealed documents.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Plik jest archiwum, ale nie kontenerem z opieczętowanymi dokumentami.</translation>
    </message>
    <message>
        <source>The seals were not checked, because the container holds more of them than SignDesk checks. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Nie sprawdzono pieczęci, ponieważ kontener zawiera ich więcej, niż SignDesk sprawdza. Sprawdź je w programie, w którym je utworzono.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because nothing in the container says which of the documents it is over. Ask whoever sealed them for a container of the kind ASiC-E.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ nic w kontenerze nie podaje, który z dokumentów obejmuje. Poproś osobę, która je opieczętowała, o kontener typu ASiC-E.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the list of documents in the container, over which it is, is out of shape. Ask whoever sealed them to seal them anew.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ lista dokumentów w kontenerze, którą obejmuje, jest nieprawidłowo zbudowana. Poproś osobę, która je opieczętowała, o ponowne opieczętowanie.</translation>
    </message>
    <message>
        <source>There is no seal in the container.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>W kontenerze nie ma pieczęci.</translation>
    </message>
    <message>
        <source>There is no seal of a kind that SignDesk knows in the container. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>W kontenerze nie ma pieczęci, której rodzaj SignDesk zna. Sprawdź go programem, którym go utworzono.</translation>
    </message>
    <message>
        <source>The seal was not checked, because there is no document in the container.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Pieczęć nie została sprawdzona, ponieważ w kontenerze nie ma dokumentu.</translation>
    </message>
    <message>
        <source>Each seal is intact, but none is over all that is in the container: “{name}” is not under the seal of “{signer}”.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Każda pieczęć jest nienaruszona, ale żadna nie obejmuje wszystkiego, co jest w kontenerze: „{name}” nie jest pod pieczęcią „{signer}”.</translation>
    </message>
    <message>
        <source>The seals are intact, but not over all that is in the container: “{name}” is under no seal.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Pieczęcie są nienaruszone, ale nie obejmują całej zawartości kontenera: „{name}” nie jest objęty żadną pieczęcią.</translation>
    </message>
    <message>
        <source>The seal that the container names, “{name}”, is not in it.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>W kontenerze nie ma pieczęci „{name}”, którą on wymienia.</translation>
    </message>
    <message>
        <source>“{name}” in the container is not as it was when it was sealed.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>„{name}” w kontenerze nie jest taki, jaki był przy pieczętowaniu.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because there is no signature in “{name}”. Ask whoever made the container to make it anew.</source>
        <extracomment>signdesk/seals/asic.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ w „{name}” nie ma podpisu. Poproś osobę, która utworzyła kontener, o utworzenie go na nowo.</translation>
    </message>
    <message>
        <source>The seal is not intact.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Pieczęć jest naruszona.</translation>
    </message>
    <message>
        <source>The file carries a seal, but not over this document: its bytes are not the ones sent.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Plik ma pieczęć, ale nie dla tego dokumentu: jego bajty różnią się od wysłanych.</translation>
    </message>
    <message>
        <source>The seal is over something else than this file.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Pieczęć obejmuje coś innego niż ten plik.</translation>
    </message>
    <message>
        <source>The time stamp over the seal is not intact.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Znacznik czasu na pieczęci jest naruszony.</translation>
    </message>
    <message>
        <source>A time stamp over the seal could not be checked.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Nie można było sprawdzić znacznika czasu na pieczęci.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because a time stamp over it has a form that SignDesk does not know.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ znacznik czasu na niej ma postać, której SignDesk nie zna.</translation>
    </message>
    <message>
        <source>A seal could not be looked for, because the file is encrypted. Decrypt it with the program of whom it was meant for, and check what comes out.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Nie można było szukać pieczęci, ponieważ plik jest zaszyfrowany. Odszyfruj go w programie osoby, dla której jest przeznaczony, i sprawdź to, co z niego wyjdzie.</translation>
    </message>
    <message>
        <source>The file has the form of a seal, but there is no signature in it.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Plik ma postać pieczęci, ale nie ma w nim podpisu.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it names two methods that contradict each other. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ podaje dwie metody, które sobie przeczą. Sprawdź ją programem, którym ją wykonano.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because nobody, or too many, signed in it.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ nikt się w niej nie podpisał albo podpisało się zbyt wielu.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is over something else than a file.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ obejmuje ona coś innego niż plik.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because a part of it cannot be read here.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ jednej z jej części nie da się tu odczytać.</translation>
    </message>
    <message>
        <source>A file that the seal is over is missing: “{name}”.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Brakuje pliku, który obejmuje pieczęć: „{name}”.</translation>
    </message>
    <message>
        <source>The seal uses {name}, which is no longer safe.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Pieczęć opiera się na {name}, który nie jest już bezpieczny.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it uses an algorithm that SignDesk does not know: {name}. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/cms.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ używa ona algorytmu, którego SignDesk nie zna: {name}. Sprawdź ją w programie, w którym ją utworzono.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it uses an algorithm that SignDesk does not know.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ używa ona algorytmu, którego SignDesk nie zna.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because a certificate in it cannot be read here. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ nie da się tu odczytać certyfikatu, który zawiera. Sprawdź ją w programie, w którym ją utworzono.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because its version number does not fit what is in it. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ jej numer wersji nie pasuje do jej zawartości. Sprawdź ją w programie, w którym ją utworzono.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it does not name the algorithm that it was made with where it should. Ask whoever sealed the file to seal it anew.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ nie podaje ona w przewidzianym miejscu algorytmu, którym ją utworzono. Poproś osobę, która opieczętowała plik, o ponowne opieczętowanie.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it sets an algorithm that it uses in a way that SignDesk does not know. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ ustawia ona używany algorytm w sposób, którego SignDesk nie zna. Sprawdź ją w programie, w którym ją utworzono.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it spells the issuer of its certificate in another way than the certificate does. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ zapisuje ona wystawcę swojego certyfikatu inaczej niż sam certyfikat. Sprawdź ją w programie, w którym ją utworzono.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because its certificate is not inside. If you have it in a file, add it under “Also trust these certificates” in the settings, or give it to “signdesk verify” as --ca-file.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ nie zawiera ona swojego certyfikatu. Jeśli masz go w pliku, dodaj go w ustawieniach pod „Dodatkowe zaufane certyfikaty” albo podaj go poleceniu „signdesk verify” jako --ca-file.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the document looks like the inside of another seal, over another document.</source>
        <extracomment>signdesk/seals/cms_form.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ dokument wygląda jak wnętrze innej pieczęci, nad innym dokumentem.</translation>
    </message>
    <message>
        <source>The time stamp was not checked, because the authority did not simply grant it: it refused, or changed something. Ask it for a new time stamp.</source>
        <extracomment>signdesk/seals/cms_seals.py</extracomment>
        <translation>Nie sprawdzono znacznika czasu, ponieważ urząd nie przyznał go po prostu: odmówił albo coś zmienił. Poproś go o nowy znacznik czasu.</translation>
    </message>
    <message>
        <source>The file holds a seal, but no time stamp, though its name says so.</source>
        <extracomment>signdesk/seals/cms_seals.py</extracomment>
        <translation>Plik zawiera pieczęć, ale nie znacznik czasu, choć tak wskazuje jego nazwa.</translation>
    </message>
    <message>
        <source>The seal was not checked, because it lies in an e-mail message (S/MIME).</source>
        <extracomment>signdesk/seals/cms_seals.py</extracomment>
        <translation>Nie sprawdzono pieczęci, ponieważ znajduje się w wiadomości e-mail (S/MIME).</translation>
    </message>
    <message>
        <source>The seal was not checked, because the document is not inside it.</source>
        <extracomment>signdesk/seals/cms_seals.py, signdesk/seals/xml.py</extracomment>
        <translation>Nie sprawdzono pieczęci, ponieważ nie ma w niej dokumentu.</translation>
    </message>
    <message>
        <source>The pages were not compared: the document as it was sent is not there any more.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Nie porównano stron: wysłanego dokumentu już tu nie ma.</translation>
    </message>
    <message>
        <source>The pages were not compared: the document was changed on this computer since.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Nie porównano stron: dokument na tym komputerze został od tego czasu zmieniony.</translation>
    </message>
    <message>
        <source>The pages were not compared: that was not possible on this computer.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Nie porównano stron: na tym komputerze nie było to możliwe.</translation>
    </message>
    <message>
        <source>The pages were not compared: the document is too complex.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Nie porównano stron: dokument jest zbyt złożony.</translation>
    </message>
    <message>
        <source>The pages were not compared: the document cannot be drawn.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Nie porównano stron: dokumentu nie da się wyświetlić.</translation>
    </message>
    <message>
        <source>The pages were not compared: the document opens only with a password.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Nie porównano stron: dokument otwiera się tylko po podaniu hasła.</translation>
    </message>
    <message>
        <source>The pages were not compared: a page is too large.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Nie porównano stron: jedna ze stron jest za duża.</translation>
    </message>
    <message>
        <source>Only the first pages were compared: there are too many.</source>
        <extracomment>signdesk/seals/comparing.py</extracomment>
        <translation>Porównano tylko pierwsze strony: jest ich za dużo.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the mail is signed with OpenPGP, which SignDesk does not know. Check it with the mail program.</source>
        <extracomment>signdesk/seals/mail.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ wiadomość podpisano w OpenPGP, którego SignDesk nie zna. Sprawdź ją w programie pocztowym.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the mail is put together in a way that programs read differently. Check it with the mail program, and rely only on what it shows as signed.</source>
        <extracomment>signdesk/seals/mail.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ wiadomość jest złożona w sposób, który programy odczytują różnie. Sprawdź ją w programie pocztowym i polegaj tylko na tym, co pokazuje on jako podpisane.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is over a part of the mail alone. Save that part as a file of its own with the mail program, and check that.</source>
        <extracomment>signdesk/seals/mail.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ obejmuje ona tylko część wiadomości. Zapisz tę część w programie pocztowym jako osobny plik i sprawdź go.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the mail says that it is signed, but the text is not inside. Ask whoever sent it to send it anew.</source>
        <extracomment>signdesk/seals/mail.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ wiadomość podaje, że jest podpisana, ale nie ma w niej tekstu. Poproś nadawcę o ponowne wysłanie.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is in a signed Word document, of which Word alone decides what is signed. Open it in Word: it shows the signatures under File, Info.</source>
        <extracomment>signdesk/seals/office.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ znajduje się ona w podpisanym dokumencie Word, o którym tylko Word rozstrzyga, co jest podpisane. Otwórz go w programie Word: pokazuje podpisy w menu Plik, Informacje.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is in a signed Excel workbook, of which Excel alone decides what is signed. Open it in Excel: it shows the signatures under File, Info.</source>
        <extracomment>signdesk/seals/office.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ znajduje się ona w podpisanym skoroszycie Excel, o którym tylko Excel rozstrzyga, co jest podpisane. Otwórz go w programie Excel: pokazuje podpisy w menu Plik, Informacje.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is in a signed PowerPoint presentation, of which PowerPoint alone decides what is signed. Open it in PowerPoint: it shows the signatures under File, Info.</source>
        <extracomment>signdesk/seals/office.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ znajduje się ona w podpisanej prezentacji PowerPoint, o której tylko PowerPoint rozstrzyga, co jest podpisane. Otwórz ją w programie PowerPoint: pokazuje podpisy w menu Plik, Informacje.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is in a signed Office file, of which the program that it was made with alone decides what is signed. Open it there.</source>
        <extracomment>signdesk/seals/office.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ znajduje się ona w podpisanym pliku Office, o którym tylko program, w którym go utworzono, rozstrzyga, co jest podpisane. Otwórz go tam.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the list of signatures in the document is out of shape. Open it in the program that it was made with.</source>
        <extracomment>signdesk/seals/office.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ lista podpisów w dokumencie jest nieprawidłowo zbudowana. Otwórz go w programie, w którym go utworzono.</translation>
    </message>
    <message>
        <source>The seal is intact over this document. Whether it is the document that was sent cannot be told without the file that was sent, at its place and unchanged.</source>
        <extracomment>signdesk/seals/office.py</extracomment>
        <translation>Pieczęć nad tym dokumentem jest nienaruszona. Bez wysłanego pliku, niezmienionego i na swoim miejscu, nie da się stwierdzić, czy to dokument, który wysłano.</translation>
    </message>
    <message>
        <source>The seal is intact, but not over the whole document: “{name}” in it is under no seal.</source>
        <extracomment>signdesk/seals/office.py</extracomment>
        <translation>Pieczęć jest nienaruszona, ale nie obejmuje całego dokumentu: „{name}” w nim nie jest objęte żadną pieczęcią.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the container holds more than SignDesk reads. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/package.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ kontener zawiera więcej, niż SignDesk odczytuje. Sprawdź ją w programie, w którym ją utworzono.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the container opens only with a password. Take out what is in it, and check that.</source>
        <extracomment>signdesk/seals/package.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ kontener otwiera się tylko z hasłem. Wyjmij jego zawartość i sprawdź ją.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because two files in the container have the same name: programs may show one or the other. Ask whoever made it to make it anew.</source>
        <extracomment>signdesk/seals/package.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ dwa pliki w kontenerze mają tę samą nazwę: programy mogą pokazać jeden albo drugi. Poproś osobę, która go utworzyła, o utworzenie go na nowo.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because programs may find different things in the container. Check it with the program that it was made with, and rely only on what that shows.</source>
        <extracomment>signdesk/seals/package.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ różne programy mogą znaleźć w kontenerze różne rzeczy. Sprawdź ją w programie, w którym go utworzono, i polegaj tylko na tym, co on pokazuje.</translation>
    </message>
    <message>
        <source>The file was changed after it was sealed.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Plik został zmieniony po opieczętowaniu.</translation>
    </message>
    <message>
        <source>The file was changed after it was sealed: its pages are others.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Plik został zmieniony po opieczętowaniu: jego strony są inne.</translation>
    </message>
    <message>
        <source>The file was changed after it was sealed: its form is not as it was.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Plik został zmieniony po opieczętowaniu: jego formularz nie jest taki, jaki był.</translation>
    </message>
    <message>
        <source>The file was changed after it was sealed: what opens with it, or lies inside it, is different.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Plik został zmieniony po opieczętowaniu: to, co się z nim otwiera lub w nim leży, jest inne.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the file was written to after it was sealed, and SignDesk cannot tell whether that changed it.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ po opieczętowaniu dopisano coś do pliku, a SignDesk nie potrafi stwierdzić, czy to go zmieniło.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because a signature in the file cannot be read, and the document is too large to look whether it was there before. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ nie da się odczytać jednego z podpisów w pliku, a dokument jest za duży, by ustalić, czy był tam już wcześniej. Sprawdź ją w programie, w którym ją utworzono.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because what was added after it was sealed lies on a page, and may cover what was sealed.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ to, co dodano po opieczętowaniu, leży na stronie i może zakrywać to, co opieczętowano.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the file has other data before the PDF begins.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ plik zawiera inne dane przed początkiem PDF.</translation>
    </message>
    <message>
        <source>It came back unchanged, without a new seal.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Plik wrócił niezmieniony, bez nowej pieczęci.</translation>
    </message>
    <message>
        <source>It came back changed, but without a new seal.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Plik wrócił zmieniony, ale bez nowej pieczęci.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is in a format that SignDesk does not know: {name}. Check it with a PDF program that knows it.</source>
        <extracomment>signdesk/seals/pdf.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ ma ona format, którego SignDesk nie zna: {name}. Sprawdź ją w programie PDF, który go zna.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because later seals have pictures on more pages than SignDesk looks at.</source>
        <extracomment>signdesk/seals/pdf_pictures.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ późniejsze pieczęcie mają obrazy na większej liczbie stron, niż SignDesk ogląda.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because a later seal has a picture on a page, and SignDesk cannot draw what was there before.</source>
        <extracomment>signdesk/seals/pdf_pictures.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ późniejsza pieczęć ma na stronie obraz, a SignDesk nie potrafi narysować tego, co było tam wcześniej.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the picture of a later seal lies over what was on page {page} before. Compare that page with the document as it was sealed first.</source>
        <extracomment>signdesk/seals/pdf_pictures.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ obraz późniejszej pieczęci zakrywa to, co wcześniej było na stronie {page}. Porównaj tę stronę z dokumentem w postaci, w której został najpierw opieczętowany.</translation>
    </message>
    <message>
        <source>The picture of a later seal lies over lines that were on page {page} before.</source>
        <extracomment>signdesk/seals/pdf_pictures.py</extracomment>
        <translation>Obraz późniejszej pieczęci leży na liniach, które wcześniej były na stronie {page}.</translation>
    </message>
    <message>
        <source>It carries no seal: there is room for one, but no signature in it.</source>
        <extracomment>signdesk/seals/pdf_unreadable.py</extracomment>
        <translation>Nie ma na nim pieczęci: jest na nią miejsce, ale nie ma w nim podpisu.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the file opens only with a password.</source>
        <extracomment>signdesk/seals/pdf_unreadable.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ plik otwiera się tylko z hasłem.</translation>
    </message>
    <message>
        <source>The seal was not checked, because its file is far too large for a seal.</source>
        <extracomment>signdesk/seals/reading.py</extracomment>
        <translation>Nie sprawdzono pieczęci, ponieważ jej plik jest o wiele za duży jak na pieczęć.</translation>
    </message>
    <message>
        <source>The file of the seal is empty.</source>
        <extracomment>signdesk/seals/reading.py</extracomment>
        <translation>Plik pieczęci jest pusty.</translation>
    </message>
    <message>
        <source>It carries no seal.</source>
        <extracomment>signdesk/seals/seal_check_result.py</extracomment>
        <translation>Nie ma na nim pieczęci.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the file could not be read.</source>
        <extracomment>signdesk/seals/seal_check_result.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ nie udało się odczytać pliku.</translation>
    </message>
    <message>
        <source>“{signer}”: intact.</source>
        <extracomment>signdesk/seals/seal_check_result.py</extracomment>
        <translation>„{signer}”: nienaruszona.</translation>
    </message>
    <message>
        <source>“{signer}”: {why}</source>
        <extracomment>signdesk/seals/seal_check_result.py</extracomment>
        <translation>„{signer}”: {why}</translation>
    </message>
    <message>
        <source>Time stamp of “{signer}”: intact.</source>
        <extracomment>signdesk/seals/seal_check_result.py</extracomment>
        <translation>Znacznik czasu „{signer}”: nienaruszony.</translation>
    </message>
    <message>
        <source>Time stamp of “{signer}”: {why}</source>
        <extracomment>signdesk/seals/seal_check_result.py</extracomment>
        <translation>Znacznik czasu „{signer}”: {why}</translation>
    </message>
    <message numerus="yes">
        <source>It holds %n seals.</source>
        <extracomment>signdesk/seals/seal_check_result.py; for one: It holds %n seal.</extracomment>
        <translation>
            <numerusform>Zawiera %n pieczęć.</numerusform>
            <numerusform>Zawiera %n pieczęcie.</numerusform>
            <numerusform>Zawiera %n pieczęci.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It also holds %n time stamps.</source>
        <extracomment>signdesk/seals/seal_check_result.py; for one: It also holds %n time stamp.</extracomment>
        <translation>
            <numerusform>Zawiera też %n znacznik czasu.</numerusform>
            <numerusform>Zawiera też %n znaczniki czasu.</numerusform>
            <numerusform>Zawiera też %n znaczników czasu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %n time stamps.</source>
        <extracomment>signdesk/seals/seal_check_result.py; for one: It holds %n time stamp.</extracomment>
        <translation>
            <numerusform>Zawiera %n znacznik czasu.</numerusform>
            <numerusform>Zawiera %n znaczniki czasu.</numerusform>
            <numerusform>Zawiera %n znaczników czasu.</numerusform>
        </translation>
    </message>
    <message>
        <source>The seal could not be checked, because the file is too complex.</source>
        <extracomment>signdesk/seals/seal_checker.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ plik jest zbyt złożony.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because its properties are those of another signature.</source>
        <extracomment>signdesk/seals/xades.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ jej właściwości należą do innego podpisu.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because its properties are of a version that SignDesk cannot read.</source>
        <extracomment>signdesk/seals/xades.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ jej właściwości są w wersji, której SignDesk nie potrafi odczytać.</translation>
    </message>
    <message>
        <source>The seal is not intact: it names another certificate than the one that made it.</source>
        <extracomment>signdesk/seals/xades.py</extracomment>
        <translation>Pieczęć jest naruszona: wskazuje inny certyfikat niż ten, którym ją złożono.</translation>
    </message>
    <message>
        <source>The seal is intact, but something else lies in the file beside what it is over, under no seal. Rely only on what the program that it was made with shows as sealed.</source>
        <extracomment>signdesk/seals/xml.py</extracomment>
        <translation>Pieczęć jest nienaruszona, ale w pliku obok tego, co obejmuje, jest coś jeszcze, czego żadna pieczęć nie obejmuje. Polegaj tylko na tym, co program, w którym ją utworzono, pokazuje jako opieczętowane.</translation>
    </message>
    <message>
        <source>It came back without a new seal.</source>
        <extracomment>signdesk/seals/xml.py</extracomment>
        <translation>Wrócił bez nowej pieczęci.</translation>
    </message>
    <message>
        <source>The seal itself is intact, but what it is over is not here: {names}.</source>
        <extracomment>signdesk/seals/xml.py</extracomment>
        <translation>Sama pieczęć jest nienaruszona, ale tego, co obejmuje, tu nie ma: {names}.</translation>
    </message>
    <message>
        <source>The seal is intact, but only over a part of the file: {parts}. What else is in it is under no seal.</source>
        <extracomment>signdesk/seals/xml.py</extracomment>
        <translation>Pieczęć jest nienaruszona, ale obejmuje tylko część pliku: {parts}. Reszta nie jest objęta żadną pieczęcią.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is over a file called “{name}”. Put that file beside it, under this name.</source>
        <extracomment>signdesk/seals/xml.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ obejmuje ona plik o nazwie „{name}”. Umieść ten plik obok niej pod tą nazwą.</translation>
    </message>
    <message>
        <source>The seal is intact over the XML in this file, but the XML was written anew. Without the file that was sent, at its place and unchanged, it cannot be told whether it is the same document.</source>
        <extracomment>signdesk/seals/xml_before.py</extracomment>
        <translation>Pieczęć jest nienaruszona dla danych XML w tym pliku, ale zapisano je od nowa. Bez wysłanego pliku, niezmienionego i na swoim miejscu, nie można stwierdzić, czy to ten sam dokument.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it does not say what it is over. Ask whoever sealed the file to seal it anew.</source>
        <extracomment>signdesk/seals/xml_form.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ nie podaje ona, co obejmuje. Poproś osobę, która opieczętowała plik, o ponowne opieczętowanie.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it names too many parts, or one of them twice.</source>
        <extracomment>signdesk/seals/xml_form.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ wskazuje zbyt wiele części albo jedną z nich dwa razy.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the steps that lead to what it covers are in an odd order.</source>
        <extracomment>signdesk/seals/xml_form.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ kroki prowadzące do tego, co obejmuje, są w nietypowej kolejności.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it does not cover the other file as it is, byte for byte.</source>
        <extracomment>signdesk/seals/xml_form.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ nie obejmuje ona drugiego pliku w niezmienionej postaci, bajt po bajcie.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it covers the document in a form that SignDesk does not know: {form}.</source>
        <extracomment>signdesk/seals/xml_form.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ obejmuje ona dokument w postaci, której SignDesk nie zna: {form}.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because addresses in it are relative (xml:base).</source>
        <extracomment>signdesk/seals/xml_form.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ adresy w niej są względne (xml:base).</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it names a part that is not there just once.</source>
        <extracomment>signdesk/seals/xml_places.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ wskazuje część, która nie występuje dokładnie raz.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it names its part in a way that SignDesk cannot follow.</source>
        <extracomment>signdesk/seals/xml_places.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ wskazuje swoją część w sposób, którego SignDesk nie rozpoznaje.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is over a list of lists (manifests). Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/xml_places.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ obejmuje ona listę list (manifestów). Sprawdź ją w programie, w którym ją utworzono.</translation>
    </message>
    <message>
        <source>The seal itself is intact, but not what it is over: “{name}” is not what the list in it (manifest) says. It was changed after it was sealed.</source>
        <extracomment>signdesk/seals/xml_places.py</extracomment>
        <translation>Sama pieczęć jest nienaruszona, ale nie to, co obejmuje: „{name}” nie zgadza się z listą w pieczęci (manifestem). Zmieniono to po opieczętowaniu.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the file has a document type (DOCTYPE), which no seal covers.</source>
        <extracomment>signdesk/seals/xml_signature.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ plik ma typ dokumentu (DOCTYPE), którego żadna pieczęć nie obejmuje.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because the file breaks the rules of XML: it may have been cut off, or damaged on its way. Ask for the file again.</source>
        <extracomment>signdesk/seals/xml_signature.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ plik narusza reguły XML: mógł zostać ucięty albo uszkodzony po drodze. Poproś o ten plik ponownie.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is not written as the standard for XML signatures wants it. Ask whoever sealed the file to seal it anew.</source>
        <extracomment>signdesk/seals/xml_signature.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ nie jest zapisana tak, jak wymaga norma podpisów XML. Poproś osobę, która opieczętowała plik, o ponowne opieczętowanie.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is over the text of a part alone, and not over what says what that text is. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/xml_signature.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ obejmuje ona sam tekst pewnej części, a nie to, co mówi, czym ten tekst jest. Sprawdź ją w programie, w którym ją utworzono.</translation>
    </message>
    <message>
        <source>The seal could not be checked, because it is over another signature, and leaves signatures out of what it is over. Check it with the program that it was made with.</source>
        <extracomment>signdesk/seals/xml_verifier.py</extracomment>
        <translation>Nie można było sprawdzić pieczęci, ponieważ obejmuje ona inny podpis, a zarazem pomija podpisy w tym, co obejmuje. Sprawdź ją w programie, w którym ją utworzono.</translation>
    </message>
    <message>
        <source>it was changed after it was checked</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>został zmieniony po sprawdzeniu</translation>
    </message>
    <message>
        <source>The result is damaged: {why}.</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>Wynik jest uszkodzony: {why}.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>jest pusty</translation>
    </message>
    <message>
        <source>SignDesk does not open the result: {why}.</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>SignDesk nie otwiera wyniku: {why}.</translation>
    </message>
    <message>
        <source>it holds far too many files ({count})</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>zawiera o wiele za dużo plików ({count})</translation>
    </message>
    <message>
        <source>it holds two entries of the name “{name}”</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>zawiera dwa wpisy o nazwie „{name}”</translation>
    </message>
    <message>
        <source>it would unpack to far more than was sent (the largest entry is “{name}”)</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>po rozpakowaniu byłby o wiele większy niż to, co wysłano (największy wpis to „{name}”)</translation>
    </message>
    <message>
        <source>the entry “{name}” is not whole</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>wpis „{name}” nie jest kompletny</translation>
    </message>
    <message>
        <source>the entry “{name}” is larger than it says</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>wpis „{name}” jest większy, niż podaje</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <extracomment>signdesk/storage/archive.py, signdesk/storage/zip_layout.py</extracomment>
        <translation>jest urwany</translation>
    </message>
    <message>
        <source>the entry “{name}” has something hidden behind its end</source>
        <extracomment>signdesk/storage/archive.py</extracomment>
        <translation>wpis „{name}” ma coś ukrytego za swoim końcem</translation>
    </message>
    <message>
        <source>{owner} (process {number})</source>
        <extracomment>signdesk/storage/batch_lock.py</extracomment>
        <translation>{owner} (proces {number})</translation>
    </message>
    <message>
        <source>What the keyring holds for {owner} cannot be read. Give the secret again.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Nie można odczytać danych z pęku kluczy dla {owner}. Proszę podać dane poufne ponownie.</translation>
    </message>
    <message>
        <source>The keyring of Windows holds {most} characters, and this would be {units}. Ask for a shorter key, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Maksymalna liczba znaków w pęku kluczy systemu Windows to {most}, a tu potrzeba: {units}. Należy poprosić o krótszy klucz albo podać dane poufne tylko na jedną sesję.</translation>
    </message>
    <message>
        <source>{where} names “{shown}” as the place for passwords. SignDesk keeps secrets in the keyring of the system only. Take that setting away, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>{where} wskazuje „{shown}” jako miejsce na hasła. SignDesk przechowuje dane poufne tylko w systemowym pęku kluczy. Proszę usunąć to ustawienie albo podać dane poufne tylko na jedną sesję.</translation>
    </message>
    <message>
        <source>There is no keyring on this machine, or none that this session can reach. Sign in to the desktop or set one up, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Na tym komputerze nie ma pęku kluczy albo jest on niedostępny z tej sesji. Proszę zalogować się do pulpitu, utworzyć pęk kluczy albo podać dane poufne tylko na jedną sesję.</translation>
    </message>
    <message>
        <source>The environment variable PYTHON_KEYRING_BACKEND</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Zmienna środowiskowa PYTHON_KEYRING_BACKEND</translation>
    </message>
    <message>
        <source>{file} cannot be read. Correct or remove it, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Nie można odczytać pliku {file}. Proszę go poprawić lub usunąć albo podać dane poufne tylko na jedną sesję.</translation>
    </message>
    <message>
        <source>The keyring does not give back what was put in, so nothing was kept there. Have it looked at, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Pęk kluczy nie zwraca tego, co w nim zapisano, więc niczego tam nie zachowano. Proszę zlecić jego sprawdzenie albo podać dane poufne tylko na jedną sesję.</translation>
    </message>
    <message>
        <source>The keyring did not remove the secret. Remove it with the system's own program.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Pęk kluczy nie usunął danych poufnych. Proszę usunąć je programem systemowym.</translation>
    </message>
    <message>
        <source>The keyring failed ({causes}). Sign out of the desktop and in again, then try once more, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Błąd pęku kluczy ({causes}). Proszę wylogować się z pulpitu, zalogować i spróbować jeszcze raz albo podać dane poufne tylko na jedną sesję.</translation>
    </message>
    <message>
        <source>The keyring was not opened: its question was answered with no, or there was no screen to ask it on. Try again and allow it, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Nie otwarto pęku kluczy: na jego pytanie odpowiedziano odmownie albo nie było ekranu, na którym można je zadać. Proszę spróbować ponownie i zezwolić na dostęp albo podać dane poufne tylko na jedną sesję.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it and try again, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Pęk kluczy jest zablokowany. Proszę go odblokować i spróbować ponownie albo podać dane poufne tylko na jedną sesję.</translation>
    </message>
    <message>
        <source>The keyring of this machine cannot be reached from this session. Sign in to the desktop, or give the secret for one session only.</source>
        <extracomment>signdesk/storage/credentials.py</extracomment>
        <translation>Pęk kluczy tego komputera jest niedostępny z tej sesji. Proszę zalogować się do pulpitu albo podać dane poufne tylko na jedną sesję.</translation>
    </message>
    <message>
        <source>the name of the entry “{name}” has a NUL in it</source>
        <extracomment>signdesk/storage/entry_names.py</extracomment>
        <translation>nazwa wpisu „{name}” zawiera znak NUL</translation>
    </message>
    <message>
        <source>the entry “{name}” has an absolute path</source>
        <extracomment>signdesk/storage/entry_names.py</extracomment>
        <translation>wpis „{name}” ma ścieżkę bezwzględną</translation>
    </message>
    <message>
        <source>the file “{name}” in it would be written outside its folder</source>
        <extracomment>signdesk/storage/entry_names.py</extracomment>
        <translation>zawarty w nim plik „{name}” zostałby zapisany poza swoim folderem</translation>
    </message>
    <message>
        <source>SignDesk cannot keep its data in “{folder}”: it cannot be made or written to.</source>
        <extracomment>signdesk/storage/folders.py</extracomment>
        <translation>SignDesk nie może przechowywać danych w „{folder}”: nie można utworzyć tego folderu lub w nim zapisywać.</translation>
    </message>
    <message>
        <source>Name another folder with --data-dir.</source>
        <extracomment>signdesk/storage/folders.py</extracomment>
        <translation>Proszę podać inny folder za pomocą --data-dir.</translation>
    </message>
    <message>
        <source>Ask for the right to it, or name another folder with --data-dir.</source>
        <extracomment>signdesk/storage/folders.py</extracomment>
        <translation>Należy poprosić o uprawnienia albo podać inny folder za pomocą --data-dir.</translation>
    </message>
    <message>
        <source>Your home folder is not known: HOME is not set, and the system has no entry for this user.</source>
        <extracomment>signdesk/storage/folders.py</extracomment>
        <translation>Folder domowy nie jest znany: HOME nie jest ustawione, a system nie ma wpisu dla tego użytkownika.</translation>
    </message>
    <message>
        <source>Set HOME, or name a folder with --data-dir.</source>
        <extracomment>signdesk/storage/folders.py</extracomment>
        <translation>Proszę ustawić HOME albo podać folder za pomocą --data-dir.</translation>
    </message>
    <message>
        <source>The folder has no documents. Add another folder, or single files.</source>
        <extracomment>signdesk/storage/intake.py</extracomment>
        <translation>W folderze nie ma dokumentów. Proszę dodać inny folder albo pojedyncze pliki.</translation>
    </message>
    <message>
        <source>One batch in SignDesk's list could not be read, so it was put aside and does not go on.</source>
        <extracomment>signdesk/storage/journal/bad_rows.py</extracomment>
        <translation>Nie udało się odczytać jednej paczki z listy SignDesk, więc ją odłożono i nie będzie dalej przetwarzana.</translation>
    </message>
    <message>
        <source>One batch in SignDesk's list (“{document}”) could not be read, so it was put aside and does not go on.</source>
        <extracomment>signdesk/storage/journal/bad_rows.py</extracomment>
        <translation>Nie udało się odczytać jednej paczki z listy SignDesk („{document}”), więc ją odłożono i nie będzie dalej przetwarzana.</translation>
    </message>
    <message numerus="yes">
        <source>One batch in SignDesk's list (“{document}” and %n more) could not be read, so it was put aside and does not go on.</source>
        <extracomment>signdesk/storage/journal/bad_rows.py; for one: One batch in SignDesk's list (“{document}” and %n more) could not be read, so it was put aside and does not go on.</extracomment>
        <translation>
            <numerusform>Nie udało się odczytać jednej paczki z listy SignDesk („{document}” i jeszcze %n dokument), więc ją odłożono i nie będzie dalej przetwarzana.</numerusform>
            <numerusform>Nie udało się odczytać jednej paczki z listy SignDesk („{document}” i jeszcze %n dokumenty), więc ją odłożono i nie będzie dalej przetwarzana.</numerusform>
            <numerusform>Nie udało się odczytać jednej paczki z listy SignDesk („{document}” i jeszcze %n dokumentów), więc ją odłożono i nie będzie dalej przetwarzana.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask the server’s operator what became of it before you send its documents again.</source>
        <extracomment>signdesk/storage/journal/bad_rows.py</extracomment>
        <translation>Przed ponownym wysłaniem jej dokumentów proszę zapytać administratora serwera, co się z nią stało.</translation>
    </message>
    <message>
        <source>Ask the server’s operator (batch {number}) what became of it before you send its documents again.</source>
        <extracomment>signdesk/storage/journal/bad_rows.py</extracomment>
        <translation>Przed ponownym wysłaniem jej dokumentów proszę zapytać administratora serwera (paczka {number}), co się z nią stało.</translation>
    </message>
    <message>
        <source>There is no more room on the disk that holds SignDesk's list of batches (“{folder}”). Make room there, and try again.</source>
        <extracomment>signdesk/storage/journal/failures.py</extracomment>
        <translation>Na dysku z listą paczek SignDesk („{folder}”) nie ma już miejsca. Proszę zwolnić tam miejsce i spróbować ponownie.</translation>
    </message>
    <message>
        <source>SignDesk cannot write its list of batches in “{folder}”. Ask for the right to it, and try again.</source>
        <extracomment>signdesk/storage/journal/failures.py</extracomment>
        <translation>SignDesk nie może zapisać listy paczek w „{folder}”. Należy poprosić o uprawnienia i spróbować ponownie.</translation>
    </message>
    <message>
        <source>Another SignDesk is busy with the list of batches in “{folder}”. Try again in a moment.</source>
        <extracomment>signdesk/storage/journal/failures.py</extracomment>
        <translation>Inny program SignDesk używa listy paczek w „{folder}”. Proszę spróbować za chwilę.</translation>
    </message>
    <message>
        <source>SignDesk's list of batches in “{folder}” is damaged. Close SignDesk and start it again: the damaged list is kept, and a new one is begun.</source>
        <extracomment>signdesk/storage/journal/failures.py</extracomment>
        <translation>Lista paczek SignDesk w „{folder}” jest uszkodzona. Proszę zamknąć SignDesk i uruchomić go ponownie: uszkodzona lista zostanie zachowana i powstanie nowa.</translation>
    </message>
    <message>
        <source>The disk that holds SignDesk's list of batches (“{folder}”) failed or is full. Look after that disk, and try again.</source>
        <extracomment>signdesk/storage/journal/failures.py</extracomment>
        <translation>Dysk z listą paczek SignDesk („{folder}”) uległ awarii lub jest pełny. Proszę zająć się tym dyskiem i spróbować ponownie.</translation>
    </message>
    <message>
        <source>SignDesk's list of batches in “{folder}” was moved or removed while SignDesk was running. Put it back, or close SignDesk and start it again.</source>
        <extracomment>signdesk/storage/journal/failures.py</extracomment>
        <translation>Lista paczek SignDesk w „{folder}” została przeniesiona lub usunięta podczas działania programu. Proszę ją przywrócić albo zamknąć SignDesk i uruchomić go ponownie.</translation>
    </message>
    <message>
        <source>SignDesk's list of batches is damaged as soon as it is written. The disk may be failing: have it looked at, or name another folder with --data-dir.</source>
        <extracomment>signdesk/storage/journal/opening.py</extracomment>
        <translation>Lista paczek SignDesk ulega uszkodzeniu zaraz po zapisaniu. Dysk może być wadliwy: proszę zlecić jego sprawdzenie albo podać inny folder za pomocą --data-dir.</translation>
    </message>
    <message>
        <source>Another SignDesk is mending the list of batches at this moment. Try again in a moment.</source>
        <extracomment>signdesk/storage/journal/opening.py</extracomment>
        <translation>Inny program SignDesk właśnie naprawia listę paczek. Proszę spróbować za chwilę.</translation>
    </message>
    <message>
        <source>“{folder}” lies on another computer, where SignDesk's list of batches would not be safe. Name a folder on this computer with --data-dir.</source>
        <extracomment>signdesk/storage/journal/opening.py</extracomment>
        <translation>„{folder}” znajduje się na innym komputerze, gdzie lista paczek SignDesk nie byłaby bezpieczna. Proszę podać folder na tym komputerze za pomocą --data-dir.</translation>
    </message>
    <message>
        <source>SignDesk's list of batches was written by a newer version of SignDesk, so it was left as it is. Start the newer version, or name another folder with --data-dir.</source>
        <extracomment>signdesk/storage/journal/schema.py</extracomment>
        <translation>Listę paczek SignDesk zapisała nowsza wersja programu, więc pozostawiono ją bez zmian. Proszę uruchomić nowszą wersję albo podać inny folder za pomocą --data-dir.</translation>
    </message>
    <message>
        <source>The server sent more than {size} and did not come to an end, which is far more than a result of these documents can be. SignDesk stopped there and kept nothing of it.</source>
        <extracomment>signdesk/storage/result_bounds.py</extracomment>
        <translation>Serwer wysłał ponad {size} i nie doszedł do końca; to o wiele więcej, niż może mieć wynik tych dokumentów. SignDesk przerwał w tym miejscu i niczego z tego nie zachował.</translation>
    </message>
    <message>
        <source>The result is larger than expected, and only {free} are free in “{folder}”. SignDesk stopped fetching it, so that the disk does not fill up. Make room, or choose another folder.</source>
        <extracomment>signdesk/storage/result_bounds.py</extracomment>
        <translation>Wynik jest większy, niż oczekiwano, a w „{folder}” jest wolne tylko {free}. SignDesk przerwał pobieranie, aby dysk się nie zapełnił. Proszę zwolnić miejsce albo wybrać inny folder.</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made there. Choose another folder.</source>
        <extracomment>signdesk/storage/results.py</extracomment>
        <translation>Folderu „{folder}” nie można tam utworzyć. Wybierz inny folder.</translation>
    </message>
    <message>
        <source>The disk or share that holds “{folder}” is not connected.</source>
        <extracomment>signdesk/storage/results.py</extracomment>
        <translation>Dysk lub udział z folderem „{folder}” nie jest podłączony.</translation>
    </message>
    <message>
        <source>The disk or share that holds “{folder}” is not connected: {source}.</source>
        <extracomment>signdesk/storage/results.py</extracomment>
        <translation>Dysk lub udział z folderem „{folder}” nie jest podłączony: {source}.</translation>
    </message>
    <message>
        <source>There is not enough room in “{folder}”: {needed} are needed and {free} are free. Make room, or choose another folder.</source>
        <extracomment>signdesk/storage/results.py</extracomment>
        <translation>W folderze „{folder}” jest za mało miejsca: potrzeba {needed}, wolne jest {free}. Proszę zwolnić miejsce albo wybrać inny folder.</translation>
    </message>
    <message>
        <source>This must be text between quotation marks.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>To musi być tekst w cudzysłowie.</translation>
    </message>
    <message>
        <source>This must be a whole number without quotation marks.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>To musi być liczba całkowita bez cudzysłowu.</translation>
    </message>
    <message>
        <source>This must be true or false, without quotation marks.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>To musi być true albo false, bez cudzysłowu.</translation>
    </message>
    <message>
        <source>This must be one line of plain text.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>To musi być jeden wiersz zwykłego tekstu.</translation>
    </message>
    <message>
        <source>This is longer than {most} characters.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>Tekst jest za długi; maksymalna liczba znaków: {most}.</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>To nie może być puste.</translation>
    </message>
    <message>
        <source>This must be a whole path: from the top, or from “~”, your own folder.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>To musi być pełna ścieżka: od początku albo od „~”, czyli własnego folderu.</translation>
    </message>
    <message>
        <source>“{name}” is not the name of a connection in this file.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>„{name}” nie jest nazwą połączenia w tym pliku.</translation>
    </message>
    <message>
        <source>This must be a whole number from 0 to {most}.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>To musi być liczba całkowita od 0 do {most}.</translation>
    </message>
    <message>
        <source>“{text}” is not one of: {known}.</source>
        <extracomment>signdesk/storage/setting_kinds.py</extracomment>
        <translation>„{text}” nie należy do dozwolonych wartości: {known}.</translation>
    </message>
    <message>
        <source>{place} Nothing was saved: that would replace what stands in the file. Correct it with an editor first.</source>
        <extracomment>signdesk/storage/settings.py</extracomment>
        <translation>{place} Nic nie zapisano: zastąpiłoby to zawartość pliku. Najpierw proszę poprawić plik w edytorze.</translation>
    </message>
    <message>
        <source>Another program keeps changing “{file}”, so nothing was saved. Try again in a moment.</source>
        <extracomment>signdesk/storage/settings.py</extracomment>
        <translation>Inny program ciągle zmienia „{file}”, więc niczego nie zapisano. Proszę spróbować za chwilę.</translation>
    </message>
    <message>
        <source>Nothing was saved to “{file}”.</source>
        <extracomment>signdesk/storage/settings.py</extracomment>
        <translation>Niczego nie zapisano w „{file}”.</translation>
    </message>
    <message>
        <source>“{file}” is written in a way that SignDesk cannot change without spoiling it: {why}. Nothing was saved; change the file with an editor.</source>
        <extracomment>signdesk/storage/settings.py</extracomment>
        <translation>„{file}” jest zapisany w taki sposób, że SignDesk nie może go zmienić bez uszkodzenia: {why}. Niczego nie zapisano; proszę zmienić plik w edytorze.</translation>
    </message>
    <message>
        <source>“{file}” would become larger than 1 MB, so nothing was saved.</source>
        <extracomment>signdesk/storage/settings.py</extracomment>
        <translation>Plik „{file}” przekroczyłby 1 MB, więc niczego nie zapisano.</translation>
    </message>
    <message>
        <source>Another SignDesk has been saving “{file}” for long. Try again.</source>
        <extracomment>signdesk/storage/settings.py</extracomment>
        <translation>Inny program SignDesk od dłuższego czasu zapisuje „{file}”. Proszę spróbować ponownie.</translation>
    </message>
    <message>
        <source>Nothing is sealed until this is corrected: {place}</source>
        <extracomment>signdesk/storage/settings_guard.py</extracomment>
        <translation>Nic nie zostanie opieczętowane, dopóki to nie zostanie poprawione: {place}</translation>
    </message>
    <message>
        <source>“{key}” is set by your organisation ({file}).</source>
        <extracomment>signdesk/storage/settings_layers.py</extracomment>
        <translation>„{key}” ustala organizacja ({file}).</translation>
    </message>
    <message>
        <source>This is set by your organisation, so what stands here is not used.</source>
        <extracomment>signdesk/storage/settings_layers.py</extracomment>
        <translation>To ustala organizacja, więc tutejsza wartość nie jest używana.</translation>
    </message>
    <message>
        <source>This server would be reached by plain http, where anyone on the way can read everything, so the connection is left out. Use https, or consent with plain_http = true.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>Połączenie z tym serwerem odbywałoby się przez zwykłe http, gdzie każdy po drodze może wszystko odczytać, dlatego jest pomijane. Proszę użyć https albo wyrazić zgodę za pomocą plain_http = true.</translation>
    </message>
    <message>
        <source>This connection is left out: it needs an address, such as https://seal.example.com.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>To połączenie jest pomijane: wymaga adresu, np. https://seal.example.com.</translation>
    </message>
    <message>
        <source>There is no connection “{name}”, so it is not the default.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>Nie ma połączenia „{name}”, więc nie jest ono domyślne.</translation>
    </message>
    <message>
        <source>Two connections have the same id.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>Dwa połączenia mają ten sam identyfikator.</translation>
    </message>
    <message>
        <source>“{value}” cannot be kept as it is.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>„{value}” nie może zostać zapisane w tej postaci.</translation>
    </message>
    <message>
        <source>There is no process {number} here, so it is not the default.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>Nie ma tu procesu {number}, więc nie jest on domyślny.</translation>
    </message>
    <message>
        <source>A key needs the certificate that it belongs to, so it is not used.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>Klucz wymaga certyfikatu, do którego należy, więc nie jest używany.</translation>
    </message>
    <message>
        <source>This needs proxy_address, so the system's proxy is used.</source>
        <extracomment>signdesk/storage/settings_meaning.py</extracomment>
        <translation>To wymaga proxy_address, więc używany jest systemowy serwer proxy.</translation>
    </message>
    <message>
        <source>Others than the administrator may write to this file or to its folder, so nothing in it is used. Give both to the administrator, and take the right to write from everybody else.</source>
        <extracomment>signdesk/storage/settings_policy.py</extracomment>
        <translation>Nie tylko administrator może zapisywać w tym pliku lub jego folderze, więc nic z tego pliku nie jest używane. Proszę ustawić administratora jako właściciela obu i odebrać wszystkim innym prawo zapisu.</translation>
    </message>
    <message>
        <source>This must be a list: ["saving.folder", "connections"].</source>
        <extracomment>signdesk/storage/settings_policy.py</extracomment>
        <translation>To musi być lista: ["saving.folder", "connections"].</translation>
    </message>
    <message>
        <source>Each entry must be text between quotation marks: the name of a key or a section.</source>
        <extracomment>signdesk/storage/settings_policy.py</extracomment>
        <translation>Każdy wpis musi być tekstem w cudzysłowie: nazwą klucza lub sekcji.</translation>
    </message>
    <message>
        <source>“{entry}” is no key or section that SignDesk knows, so nothing is locked by it.</source>
        <extracomment>signdesk/storage/settings_policy.py</extracomment>
        <translation>SignDesk nie zna klucza ani sekcji „{entry}”, więc ten wpis niczego nie blokuje.</translation>
    </message>
    <message>
        <source>There is no connection “{name}” in this file, but it is locked.</source>
        <extracomment>signdesk/storage/settings_policy.py</extracomment>
        <translation>W tym pliku nie ma połączenia „{name}”, ale jest ono zablokowane.</translation>
    </message>
    <message>
        <source>Secrets are not kept in this file, and this one is not used: put it in with Settings or “signdesk login”, and take it out here.</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>W tym pliku nie przechowuje się danych poufnych, a ten wpis nie jest używany: proszę podać te dane w Ustawieniach lub przez „signdesk login” i usunąć je stąd.</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>{file}, wiersz {line}</translation>
    </message>
    <message>
        <source>The file cannot be read ({why}), so nothing in it is used.</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>Nie można odczytać pliku ({why}), więc nic z niego nie jest używane.</translation>
    </message>
    <message>
        <source>The file is no UTF-8 text, so nothing in it is used.</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>Plik nie jest tekstem UTF-8, więc nic z niego nie jest używane.</translation>
    </message>
    <message>
        <source>The file is no TOML, so nothing in it is used: {why} (column {column}).</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>Plik nie ma formatu TOML, więc nic z niego nie jest używane: {why} (kolumna {column}).</translation>
    </message>
    <message>
        <source>This is no ordinary file, so nothing in it is used.</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>To nie jest zwykły plik, więc nic z niego nie jest używane.</translation>
    </message>
    <message>
        <source>The file is larger than 1 MB, so nothing in it is used.</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>Plik jest większy niż 1 MB, więc nic z niego nie jest używane.</translation>
    </message>
    <message>
        <source>This must be a section: [{name}]</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>To musi być sekcja: [{name}]</translation>
    </message>
    <message>
        <source>“locked” locks nothing here: it stands in the policy file, above the first [section].</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>„locked” niczego tu nie blokuje: jego miejsce jest w pliku zasad, nad pierwszą [sekcją].</translation>
    </message>
    <message>
        <source>SignDesk does not know this key. It is kept and has no effect.</source>
        <extracomment>signdesk/storage/settings_reading.py</extracomment>
        <translation>SignDesk nie zna tego klucza. Zostanie on zachowany, ale nie ma żadnego działania.</translation>
    </message>
    <message>
        <source>Nothing means that no limit is known.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Puste pole oznacza, że limit nie jest znany.</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Zgodnie z ustawieniem systemu</translation>
    </message>
    <message numerus="yes">
        <source>For %n days</source>
        <extracomment>signdesk/storage/settings_table.py; for one: For %n day</extracomment>
        <translation>
            <numerusform>Przez %n dzień</numerusform>
            <numerusform>Przez %n dni</numerusform>
            <numerusform>Przez %n dni</numerusform>
        </translation>
    </message>
    <message>
        <source>For ever</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Zawsze</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Język</translation>
    </message>
    <message>
        <source>Colours</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Kolory</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Jasne</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Ciemne</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Wysoki kontrast</translation>
    </message>
    <message>
        <source>Folder for sealed documents</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Folder na opieczętowane dokumenty</translation>
    </message>
    <message>
        <source>Ask for the folder each time</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Pytaj o folder za każdym razem</translation>
    </message>
    <message>
        <source>File name</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Nazwa pliku</translation>
    </message>
    <message>
        <source>Also unpack the ZIP into a folder beside it</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Rozpakuj też plik ZIP do folderu obok</translation>
    </message>
    <message>
        <source>The ZIP stays: it is what the server sealed.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Plik ZIP pozostaje: to on jest wynikiem pieczętowania na serwerze.</translation>
    </message>
    <message>
        <source>Delete the documents from the server after saving</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Po zapisaniu usuń dokumenty z serwera</translation>
    </message>
    <message>
        <source>Only after the saved ZIP was checked.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Dopiero po sprawdzeniu zapisanego pliku ZIP.</translation>
    </message>
    <message>
        <source>Save a receipt beside the ZIP</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Zapisz potwierdzenie obok pliku ZIP</translation>
    </message>
    <message>
        <source>What was sealed, when and by which process.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Co opieczętowano, kiedy i w którym procesie.</translation>
    </message>
    <message>
        <source>Tell me about</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Powiadamiaj o</translation>
    </message>
    <message>
        <source>A notification only repeats what the batch’s card says.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Powiadomienie tylko powtarza to, co podaje karta paczki.</translation>
    </message>
    <message>
        <source>Every batch that is finished</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Każdej zakończonej paczce</translation>
    </message>
    <message>
        <source>Only what needs me</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Tylko tym, co na mnie czeka</translation>
    </message>
    <message>
        <source>Nothing</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Niczym</translation>
    </message>
    <message>
        <source>Keep an icon beside the clock</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Pokazuj ikonę obok zegara</translation>
    </message>
    <message>
        <source>With it SignDesk can go on when its window is closed.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Dzięki niej SignDesk może działać dalej po zamknięciu okna.</translation>
    </message>
    <message>
        <source>Keep finished batches in the list</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Przechowuj zakończone paczki na liście</translation>
    </message>
    <message>
        <source>The log tells</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Log zawiera</translation>
    </message>
    <message>
        <source>Never a key, a password or the content of a document.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Nigdy kluczy, haseł ani treści dokumentów.</translation>
    </message>
    <message>
        <source>Faults only</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Tylko błędy</translation>
    </message>
    <message>
        <source>Faults and warnings</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Błędy i ostrzeżenia</translation>
    </message>
    <message>
        <source>What SignDesk does as well</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Także działania SignDesk</translation>
    </message>
    <message>
        <source>Everything, for support</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Wszystko, dla pomocy technicznej</translation>
    </message>
    <message>
        <source>Acme Sealing</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Pieczęcie Acme</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Certyfikat klienta</translation>
    </message>
    <message>
        <source>A PEM file. Needed only if the server asks for a client certificate.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Plik PEM. Potrzebny tylko wtedy, gdy serwer wymaga certyfikatu klienta.</translation>
    </message>
    <message>
        <source>Key of the client certificate</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Klucz certyfikatu klienta</translation>
    </message>
    <message>
        <source>Only where it is not in the same file.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Tylko wtedy, gdy nie jest w tym samym pliku.</translation>
    </message>
    <message>
        <source>Also trust these certificates</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Dodatkowe zaufane certyfikaty</translation>
    </message>
    <message>
        <source>A PEM file with your organisation’s own issuers. Those of this computer are always trusted.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Plik PEM z własnymi wystawcami organizacji. Wystawcy znani temu komputerowi są zawsze zaufani.</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Brak</translation>
    </message>
    <message>
        <source>The one named here</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Podany tutaj</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Adres serwera proxy</translation>
    </message>
    <message>
        <source>User name for the proxy</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Nazwa użytkownika serwera proxy</translation>
    </message>
    <message>
        <source>Only where the proxy asks for one.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Tylko wtedy, gdy serwer proxy jej wymaga.</translation>
    </message>
    <message>
        <source>Batch number in AcceptBatch</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Numer paczki w AcceptBatch</translation>
    </message>
    <message>
        <source>Find out</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Wykryj</translation>
    </message>
    <message>
        <source>In the path</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>W ścieżce</translation>
    </message>
    <message>
        <source>In the query</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>W zapytaniu</translation>
    </message>
    <message>
        <source>In the body</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>W treści</translation>
    </message>
    <message>
        <source>Status numbers</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Numery stanów</translation>
    </message>
    <message>
        <source>Newer table</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Nowsza tabela</translation>
    </message>
    <message>
        <source>Older table</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Starsza tabela</translation>
    </message>
    <message>
        <source>Megabytes</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Megabajty</translation>
    </message>
    <message>
        <source>A connection's name in the file has letters, digits, “-” and “_”, at most 64.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Nazwa połączenia w pliku składa się z liter, cyfr, „-” i „_”, najwyżej 64 znaków.</translation>
    </message>
    <message>
        <source>A process stands under its number: a whole number above 0, given by the server’s operator.</source>
        <extracomment>signdesk/storage/settings_table.py</extracomment>
        <translation>Proces jest zapisany pod swoim numerem: liczbą całkowitą większą od 0, podaną przez administratora serwera.</translation>
    </message>
    <message>
        <source>This is a device, not a document. Add a file instead.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>To urządzenie, a nie dokument. Proszę zamiast niego dodać plik.</translation>
    </message>
    <message>
        <source>This is a pipe, not a document. Add a file instead.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>To potok, a nie dokument. Proszę zamiast niego dodać plik.</translation>
    </message>
    <message>
        <source>This is a socket, not a document. Add a file instead.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>To gniazdo, a nie dokument. Proszę zamiast niego dodać plik.</translation>
    </message>
    <message>
        <source>This is a folder, not a document. Add a file instead.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>To folder, a nie dokument. Proszę zamiast niego dodać plik.</translation>
    </message>
    <message>
        <source>There is no such file. It may have been moved or renamed; add it again from where it is now.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Nie ma takiego pliku. Mógł zostać przeniesiony lub zmieniono jego nazwę; proszę dodać go ponownie z obecnego miejsca.</translation>
    </message>
    <message>
        <source>You do not have the right to read this file. Ask its owner, or add a copy.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Brak uprawnień do odczytu tego pliku. Proszę zwrócić się do jego właściciela albo dodać kopię.</translation>
    </message>
    <message>
        <source>This path cannot be used. Check how it is written, or add the file from its folder.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Nie można użyć tej ścieżki. Proszę sprawdzić jej zapis albo dodać plik z jego folderu.</translation>
    </message>
    <message>
        <source>Another program is using this file. Close it there, then check it again.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Ten plik jest używany przez inny program. Proszę go tam zamknąć, a potem sprawdzić ponownie.</translation>
    </message>
    <message>
        <source>The path runs through links that go round in a circle. Add the file from its real folder.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Ścieżka prowadzi przez dowiązania, które tworzą pętlę. Proszę dodać plik z jego rzeczywistego folderu.</translation>
    </message>
    <message>
        <source>The file is only in the cloud so far. Download it to this computer first, then check it again.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Plik jest na razie tylko w chmurze. Proszę najpierw pobrać go na ten komputer, a potem sprawdzić ponownie.</translation>
    </message>
    <message>
        <source>The file is empty. There is nothing to send; check it again when it has content.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Plik jest pusty. Nie ma czego wysłać; proszę sprawdzić go ponownie, gdy będzie miał zawartość.</translation>
    </message>
    <message>
        <source>The file is being changed right now. Wait until that is finished, then check it again.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Plik jest właśnie zmieniany. Proszę poczekać na zakończenie zmian, a potem sprawdzić go ponownie.</translation>
    </message>
    <message>
        <source>It was changed after it was added. Check it again to send it as it is now.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Plik zmieniono po dodaniu. Aby wysłać go w obecnej postaci, proszę sprawdzić go ponownie.</translation>
    </message>
    <message>
        <source>This is a link that leads to “{place}”. Add that file itself.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>To dowiązanie, które wskazuje: „{place}”. Proszę dodać sam plik docelowy.</translation>
    </message>
    <message>
        <source>This is not an ordinary file. Add a file instead.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>To nie jest zwykły plik. Proszę dodać zwykły plik.</translation>
    </message>
    <message>
        <source>This is a shortcut, not a document. Add the document that it leads to.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>To skrót, a nie dokument. Proszę dodać dokument, do którego prowadzi.</translation>
    </message>
    <message>
        <source>The file could not be read ({why}). Check it again, or add a copy.</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>Nie udało się odczytać pliku ({why}). Proszę sprawdzić go ponownie albo dodać kopię.</translation>
    </message>
    <message>
        <source>another place</source>
        <extracomment>signdesk/storage/sources.py</extracomment>
        <translation>inne miejsce</translation>
    </message>
    <message>
        <source>the text would mean something else</source>
        <extracomment>signdesk/storage/toml_editing.py</extracomment>
        <translation>tekst znaczyłby coś innego</translation>
    </message>
    <message>
        <source>It is nested too deeply</source>
        <extracomment>signdesk/storage/toml_text.py</extracomment>
        <translation>Zagnieżdżenie jest zbyt głębokie</translation>
    </message>
    <message>
        <source>You do not have the right to open this folder. Ask its owner, or leave it out.</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>Brak uprawnień do otwarcia tego folderu. Proszę zwrócić się do jego właściciela albo go pominąć.</translation>
    </message>
    <message>
        <source>There is no such folder. It may have been moved or renamed; add it again from there.</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>Nie ma takiego folderu. Mógł zostać przeniesiony lub zmieniono jego nazwę; proszę dodać go ponownie z obecnego miejsca.</translation>
    </message>
    <message>
        <source>the same folder was already walked under another name</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>ten sam folder przejrzano już pod inną nazwą</translation>
    </message>
    <message>
        <source>a lock file of an open document</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>plik blokady otwartego dokumentu</translation>
    </message>
    <message>
        <source>made by the system for its own use</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>utworzony przez system na własny użytek</translation>
    </message>
    <message>
        <source>an unfinished download</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>nieukończone pobieranie</translation>
    </message>
    <message>
        <source>a temporary file of an open document</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>plik tymczasowy otwartego dokumentu</translation>
    </message>
    <message>
        <source>hidden</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>ukryty</translation>
    </message>
    <message>
        <source>The folder could not be opened ({why}). Try again, or leave it out.</source>
        <extracomment>signdesk/storage/walking.py</extracomment>
        <translation>Nie udało się otworzyć folderu ({why}). Proszę spróbować ponownie albo go pominąć.</translation>
    </message>
    <message>
        <source>it is not complete, or it is not a ZIP file</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>jest niekompletny albo nie jest plikiem ZIP</translation>
    </message>
    <message>
        <source>it has more than one end</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>ma więcej niż jeden koniec</translation>
    </message>
    <message>
        <source>its list of contents does not have the right size</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>jego spis zawartości ma niewłaściwy rozmiar</translation>
    </message>
    <message>
        <source>its list of contents runs over its end</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>jego spis zawartości wykracza poza jego koniec</translation>
    </message>
    <message>
        <source>its list of contents is longer than it says</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>jego spis zawartości jest dłuższy, niż podano</translation>
    </message>
    <message>
        <source>its parts are not where its list of contents says</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>jego części nie są tam, gdzie podaje jego spis zawartości</translation>
    </message>
    <message>
        <source>it is one part of several</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>jest jedną z kilku części</translation>
    </message>
    <message>
        <source>its end cannot be read</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>nie można odczytać jego końca</translation>
    </message>
    <message>
        <source>it contradicts itself</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>zawiera sprzeczne dane</translation>
    </message>
    <message>
        <source>its list of contents is cut off</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>jego spis zawartości jest urwany</translation>
    </message>
    <message>
        <source>its list of contents cannot be read</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>nie można odczytać jego spisu zawartości</translation>
    </message>
    <message>
        <source>the entry “{name}” needs a password</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>wpis „{name}” wymaga hasła</translation>
    </message>
    <message>
        <source>the entry “{name}” is packed in a way that SignDesk does not read</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>wpis „{name}” jest spakowany w sposób, którego SignDesk nie odczytuje</translation>
    </message>
    <message>
        <source>the entry “{name}” is a link</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>wpis „{name}” jest dowiązaniem</translation>
    </message>
    <message>
        <source>the entry “{name}” is a device or something else that is no file</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>wpis „{name}” jest urządzeniem lub czymś innym, co nie jest plikiem</translation>
    </message>
    <message>
        <source>the entry “{name}” is a folder, and yet holds something</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>wpis „{name}” jest folderem, a jednak coś zawiera</translation>
    </message>
    <message>
        <source>the entry “{name}” contradicts itself</source>
        <extracomment>signdesk/storage/zip_directory.py, signdesk/storage/zip_layout.py</extracomment>
        <translation>wpis „{name}” przeczy sam sobie</translation>
    </message>
    <message>
        <source>the size of a file in it cannot be read</source>
        <extracomment>signdesk/storage/zip_directory.py</extracomment>
        <translation>nie można odczytać rozmiaru jednego z plików</translation>
    </message>
    <message>
        <source>its list of contents names other files than it holds</source>
        <extracomment>signdesk/storage/zip_layout.py</extracomment>
        <translation>jego spis zawartości wymienia inne pliki, niż zawiera</translation>
    </message>
    <message>
        <source>at the entry “{name}” parts overlap, or something is hidden</source>
        <extracomment>signdesk/storage/zip_layout.py</extracomment>
        <translation>przy wpisie „{name}” części nakładają się albo coś jest ukryte</translation>
    </message>
</context>
</TS>
