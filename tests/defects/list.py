"""The planted defects: each breaks one promise of signdesk/README.md, and names tests that must turn red."""

from __future__ import annotations

from tests.defects.changes import (
    Argument,
    Attribute,
    Begin,
    Beside,
    Branch,
    Call,
    Condition,
    Constant,
    End,
    Handler,
    Instead,
    Loop,
    Value,
    drop,
)
from tests.defects.planting import Defect

_ACCEPT = ("tests/faults/test_accept.py",)
_STARTING = ("tests/jobs/test_accept_step.py",)
_SETTINGS = ("tests/storage/test_settings.py",)
_POLICY = ("tests/storage/test_settings_policy.py",)
_UNPACKING = ("tests/storage/test_unpacking.py",)
_WAITING = ("tests/faults/test_waiting.py",)
_TO_A_FILE = """\
import tempfile
with tempfile.NamedTemporaryFile("w") as aside:
    aside.write(text)
    aside.flush()"""

DEFECTS = (
    # P1 to P3: one accept, noted before it is sent, asked about and never repeated
    Defect(
        "question after an unclear accept removed",
        "signdesk.jobs.accept_step:_accept",
        Instead(("_settle",), "await run.move(BatchState.SEALING)"),
        _ACCEPT,
    ),
    Defect(
        "unclear accept repeated",
        "signdesk.jobs.retry:unsent_policy",
        Value((), "Again.YES if isinstance(error, NotReached | Unclear | ServerFailed) else Again.NEVER"),
        _ACCEPT,
    ),
    Defect(
        "accept sent before its note",
        "signdesk.jobs.accept_step:_accept",
        drop("transition", "ACCEPTING"),
        _ACCEPT,
    ),
    Defect(
        "accept over a kept-alive connection",
        "signdesk.seal_api.client:SealApi.accept",
        Argument("ApiRequest", "own_connection", "False"),
        ("tests/seal_api/test_client.py",),
    ),
    Defect(
        "not started believed at the first look",
        "signdesk.jobs.accept_step:_ask_until_settled",
        Condition(("settle_looks", "settle_s"), "looks >= 1"),
        ("tests/faults/test_accept.py", "tests/jobs/test_accept_step.py"),
    ),
    Defect(
        "status 1 read as not started under an unknown numbering",
        "signdesk.domain.reports:StatusReading.not_started",
        Value((), "bool(self.possible & NOT_STARTED)"),
        ("tests/domain/test_reports.py", "tests/jobs/test_accept_step.py"),
    ),
    Defect(
        "an answer about another batch believed",
        "signdesk.seal_api.wire:batch_report",
        Condition(("named", "batch_id"), "False"),
        ("tests/faults/test_accept.py", "tests/seal_api/test_wire.py"),
    ),
    Defect(
        "note of an unsent accept kept while waiting",
        "signdesk.jobs.accept_step:_unsent",
        drop("transition", "SENT"),
        _WAITING,
    ),
    Defect(
        "an outage counted as an answer",
        "signdesk.jobs.job_context:JobContext.pause",
        Value(("min", "monotonic"), "clock.monotonic()"),
        _WAITING,
    ),
    # P4: an unclear upload is never accepted
    Defect(
        "unclear upload accepted",
        "signdesk.jobs.upload_step:_after_failed_upload",
        End("return"),
        ("tests/faults/test_upload.py",),
    ),
    Defect(
        "any 2xx taken as proof of an upload",
        "signdesk.jobs.upload_step:_upload",
        Condition(("documented", "_has_arrived"), "False"),
        ("tests/faults/test_upload.py",),
    ),
    # P5, P6, P2: the journal
    Defect(
        "journal not flushed",
        "signdesk.storage.journal.opening:",
        Constant("synchronous = EXTRA", "synchronous = OFF"),
        ("tests/storage/test_journal_opening.py", "tests/storage/test_journal_faults.py"),
    ),
    Defect(
        "a newer journal opened all the same",
        "signdesk.storage.journal.opening:_settle",
        drop("refuse_newer"),
        ("tests/storage/test_journal_opening.py", "tests/cli/test_resume.py"),
        "newer",
    ),
    Defect(
        "two programs at one batch",
        "signdesk.storage.batch_lock:BatchLock._acquire",
        Branch(("_lives",), "pass"),
        ("tests/storage/test_batch_lock.py",),
    ),
    # P7: nothing wrong under a result's name
    Defect(
        "junk before the archive allowed",
        "signdesk.storage.zip_layout:check_layout",
        Condition(("offset", "position"), "False"),
        ("tests/storage/test_archive_damage.py",),
    ),
    Defect(
        "unsealed documents called sealed",
        "signdesk.jobs.document_judge:Judge._unchanged",
        Value(("UNSEALED",), "replace(one, outcome=Outcome.SEALED)"),
        ("tests/faults/test_results.py",),
    ),
    Defect(
        "another batch's files deleted on the server",
        "signdesk.jobs.download_step:_saved",
        Condition(("is_proven",), "True"),
        ("tests/faults/test_results.py",),
    ),
    Defect(
        "a body without length believed",
        "signdesk.seal_api.bodies:fault_of",
        End('return ""'),
        ("tests/seal_api/test_exchange.py",),
    ),
    Defect(
        "quarantine beside the results",
        "signdesk.jobs.download_step:_quarantined",
        Argument("to_thread", 2, "run.batch.save_to"),
        ("tests/faults/test_results.py",),
    ),
    # P5: nothing lost, doubled or left lying by a kill
    Defect(
        "what a killed try left is not discarded",
        "signdesk.storage.results:discard_left_over",
        Loop(("_copy_of",), "()"),
        ("tests/faults/test_killed_left_overs.py",),
    ),
    Defect(
        "result found after a kill not made durable",
        "signdesk.storage.results:make_durable",
        drop("fsync_folder"),
        ("tests/faults/test_killed_at_steps.py",),
    ),
    Defect(
        "upload of a killed start used again",
        "signdesk.jobs.upload_step:send",
        Condition(("server_id",), "False"),
        ("tests/faults/test_killed_at_steps.py",),
    ),
    # P8 and P11: durable, then DELETE; nothing overwritten
    Defect(
        "file not flushed before it gets its name",
        "signdesk.storage.results:IncomingFile.finish",
        drop("fsync_file"),
        ("tests/storage/test_results_saving.py", "tests/storage/test_results.py"),
    ),
    Defect(
        "folder not flushed after the name",
        "signdesk.platform.posix:Posix.rename_no_replace",
        drop("fsync_folder"),
        ("tests/storage/test_results_saving.py",),
    ),
    Defect(
        "an existing file replaced",
        "signdesk.platform.posix:Posix.rename_no_replace",
        Instead(("link", "source"), "source.replace(target)\nsource = target"),
        ("tests/storage/test_results_saving.py",),
    ),
    Defect(
        "DELETE before the result is checked",
        "signdesk.jobs.download_step:_conclude",
        Beside(("transition", "CHECKING"), before="await run.services.client.delete(run.batch.server_id)"),
        ("tests/faults/test_results.py", "tests/faults/test_delete.py"),
    ),
    # P9: what was dropped is what is sealed
    Defect(
        "hash of the sent bytes not compared",
        "signdesk.storage.package:_verified",
        Condition(("hexdigest", "sha256"), "count or remaining"),
        ("tests/faults/test_sources.py", "tests/storage/test_package.py"),
    ),
    Defect(
        "links followed at intake",
        "signdesk.storage.sources:is_link",
        End("return False"),
        ("tests/storage/test_intake.py", "tests/storage/test_sources.py"),
    ),
    # P10: complete, or said to be incomplete
    Defect(
        "partly done called done",
        "signdesk.jobs.server_cleanup:_finish",
        Value(("PARTLY_DONE",), "BatchState.DONE"),
        ("tests/faults/test_results.py",),
    ),
    # P12 and P13: every wait ends, and a sick server is not beaten
    Defect(
        "no minimum rate",
        "signdesk.seal_api.calls:Call.wait_s",
        Instead(("RATE",), "left_s = max(left_s, 0.01)"),
        ("tests/seal_api/test_calls.py",),
    ),
    Defect(
        "breaker never opens",
        "signdesk.seal_api.breaker:Breaker.gave_up",
        Value(("_given_up",), "0"),
        ("tests/jobs/test_breaker.py",),
    ),
    Defect(
        "Retry-After not kept by the other jobs",
        "signdesk.seal_api.breaker:Breaker.hold_back",
        Instead(("_not_before_s", "max"), "return"),
        ("tests/jobs/test_breaker.py",),
    ),
    Defect(
        "a refused key tried by every job",
        "signdesk.seal_api.guard:SignInGate.refused",
        Value(("_closed",), "False"),
        ("tests/jobs/test_sign_in_gate.py",),
    ),
    Defect(
        "connections kept after a sleep",
        "signdesk.jobs.session:Session.woke",
        drop("drop_connections"),
        ("tests/jobs/test_session.py",),
        "noticed",
    ),
    # P14, P15, P17: secrets, origins, text
    Defect(
        "redirects followed",
        "signdesk.seal_api.transport:new_client",
        Argument("Client", "follow_redirects", "True"),
        ("tests/seal_api/test_exchange.py",),
        "redirects",
        (("signdesk.seal_api.transport:LimitedTransport.handle_request", Condition(("location",), "True")),),
    ),
    Defect(
        "certificates not checked",
        "signdesk.seal_api.tls:Trust.new_context",
        Call("SSLContext", "ssl._create_unverified_context()"),
        ("tests/seal_api/test_tls.py",),
    ),
    Defect(
        "wish for a tunnel counted as sent",
        "signdesk.seal_api.sockets:LimitedStream.write",
        Condition(("_tunnelling",), "True"),
        ("tests/seal_api/test_proxies.py",),
        "surely",
    ),
    Defect(
        "this machine reached through the system's proxy",
        "signdesk.seal_api.proxies:ProxyRoutes.__init__",
        Call("is_loopback", "False"),
        ("tests/seal_api/test_proxies.py",),
        "this_machine",
    ),
    Defect(
        "rights of the client's key not looked at",
        "signdesk.seal_api.tls:_check_key",
        Constant(0o077, 0),
        ("tests/seal_api/test_trust.py",),
    ),
    Defect(
        "secrets left in technical details",
        "signdesk.seal_api.client:SealClient._clean",
        drop("detail"),
        ("tests/seal_api/test_failures.py", "tests/seal_api/test_sign_in.py"),
    ),
    Defect(
        "secrets in our own log of requests",
        "signdesk.seal_api.exchange:Exchange._asked",
        Instead(
            ("debug", "response"),
            '_log.debug("%s %s %s", request.verb, request.target, dict(response.request.headers))',
        ),
        ("tests/journeys/test_set_up.py",),
        "first_click",
    ),
    Defect(
        "secrets in the logs of the HTTP libraries",
        "signdesk.seal_api.transport:quieten_libraries",
        drop("addFilter"),
        ("tests/seal_api/test_sign_in.py",),
    ),
    Defect(
        "secrets shown by printed credentials",
        "signdesk.domain.servers:Credentials",
        Argument("field", "repr", "True", ("api_key",)),
        ("tests/domain/test_servers.py",),
    ),
    Defect(
        "secrets left in the environment for child processes",
        "signdesk.environment:take_credentials",
        Attribute("pop", "get"),
        ("tests/cli/test_sign.py",),
        "out_of_the_environment",
    ),
    Defect(
        "secrets handed on to the practice server",
        "signdesk.practice.server:child_environment",
        End("return dict(os.environ)"),
        ("tests/practice/test_server.py",),
        "secret or environment",
    ),
    Defect(
        "secrets told by login",
        "signdesk.cli.login:run_login",
        Argument(
            "say", 0, 'f"The sign-in for {owner} is in the keyring. {secret.value}"', ("is in the keyring",)
        ),
        ("tests/cli/test_login.py",),
        "what_login_keeps",
    ),
    Defect(
        "secrets in a temporary file on their way to the keyring",
        "signdesk.storage.credentials:KeyringStore.save",
        Beside(("_written",), after=_TO_A_FILE),
        ("tests/cli/test_login.py",),
        "what_login_keeps",
    ),
    Defect(
        "secrets carried along by a keyring's error",
        "signdesk.storage.credentials:KeyringStore._asked",
        Instead(("_told",), "raise _told(error)"),
        ("tests/storage/test_credentials.py",),
        "told_apart",
    ),
    Defect(
        "secrets typed in the clear",
        "signdesk.desktop.connections.sign_in:Field.__init__",
        Attribute("Password", "Normal"),
        ("tests/desktop/connections/test_start_page.py",),
        "enter_connects or masked",
    ),
    Defect(
        "secrets in the words of a refusal",
        "signdesk.desktop.settings.secret_presenter:SecretPresenter._save",
        Argument("show_problem", 0, 'f"{problem} {secret.value}"', ("problem",)),
        ("tests/desktop/settings/test_server.py",),
        "locked",
    ),
    Defect(
        "secrets kept with the server's name",
        "signdesk.desktop.connections.first_start.presenter:FirstStart._drafted",
        Argument("Connection", 1, "entered.credentials.api_key"),
        ("tests/journeys/test_first_start.py",),
        "three_steps",
    ),
    Defect(
        "secrets of the settings file printed",
        "signdesk.storage.settings_reading:ReadFile",
        Argument("field", "repr", "True", ("content",)),
        ("tests/desktop/settings/test_dialog.py",),
        "secret",
    ),
    Defect(
        "labels guess rich text",
        "signdesk.desktop.toolkit.text:Label.__init__",
        Attribute("PlainText", "AutoText"),
        ("tests/desktop/toolkit/test_text.py",),
    ),
    # P16: no secret store but the system's keyring
    Defect(
        "the keyring library's own choice taken",
        "signdesk.storage.credentials:open_keyring",
        Begin("import keyring\nreturn keyring.get_keyring()"),
        ("tests/storage/test_credentials.py",),
        "back_end",
    ),
    Defect(
        "a kept secret not read back",
        "signdesk.storage.credentials:_keep",
        Value(("get_password",), "True"),
        ("tests/storage/test_credentials.py",),
    ),
    Defect(
        "a keyring that hangs asked again and again",
        "signdesk.jobs.secrets:Secrets._ask",
        Condition(("_last_ended",), "False"),
        ("tests/jobs/test_secrets.py",),
    ),
    Defect(
        "a secret not bound to its origin",
        "signdesk.storage.credentials:_entry",
        End('return f"{kind}"'),
        ("tests/storage/test_credentials.py",),
        "origin",
    ),
    # the same document twice
    Defect(
        "what was sealed before is sent again",
        "signdesk.storage.journal.orders:without_known",
        Begin("return ()"),
        ("tests/cli/test_resume.py",),
        "sealed_before",
    ),
    # settings: tolerant reading, nothing lost in saving, locks that hold
    Defect(
        "settings saved over an editor's change",
        "signdesk.storage.settings:SettingsFile._written",
        Condition(("_content",), "target is None"),
        _SETTINGS,
        "editor",
    ),
    Defect(
        "settings saved by two programs without taking turns",
        "signdesk.storage.settings:SettingsFile._alone",
        Condition(("_claimed",), "folder is None"),
        _SETTINGS,
        "waits_for_another",
    ),
    Defect(
        "settings written in place",
        "signdesk.storage.settings:SettingsFile._written",
        Instead(("retry_while_held",), "target.write_bytes(content)"),
        _SETTINGS,
        "private",
    ),
    Defect(
        "broken settings overwritten",
        "signdesk.storage.settings:SettingsFile._written",
        drop("_keep_beside"),
        _SETTINGS,
        "kept_beside",
    ),
    Defect(
        "unreadable settings replaced",
        "signdesk.storage.settings:SettingsFile._written",
        Condition(("may_replace",), "False"),
        _SETTINGS,
        "not_replaced",
    ),
    Defect(
        "settings of a link written over it",
        "signdesk.storage.settings:SettingsFile._target",
        Attribute("resolve", "absolute"),
        _SETTINGS,
        "link",
    ),
    Defect(
        "settings line one too early",
        "signdesk.storage.toml_text:_lines",
        Constant(1, 0, ("line", "counted")),
        _SETTINGS,
        "bad_value",
    ),
    Defect(
        "settings comment taken for a value",
        "signdesk.storage.toml_text:",
        Constant(r"(?:[ \t\r\n]|#[^\n]*)*", r"(?:[ \t\r\n]|#[^\n\[]*)*", ("_VOID",)),
        ("tests/storage/test_toml_text.py",),
    ),
    Defect(
        "secret in the settings taken for an unknown key",
        "signdesk.storage.settings_reading:_secrets_in",
        Condition(("looks_secret",), "False"),
        _SETTINGS,
        "secrets",
    ),
    Defect(
        "plain http in the settings without consent",
        "signdesk.storage.settings_meaning:_connection",
        Condition(("needs_consent",), "False"),
        _SETTINGS,
        "consent",
    ),
    Defect(
        "settings that would not come back are written",
        "signdesk.storage.settings_meaning:values_of",
        drop("_prove"),
        _SETTINGS,
        "come_back",
    ),
    Defect(
        "person's settings over locked ones",
        "signdesk.storage.settings_layers:layered",
        Condition(("locks", "holds"), "True"),
        _POLICY,
    ),
    Defect(
        "locked settings can be changed",
        "signdesk.storage.settings_layers:edits",
        drop("_refuse_locked"),
        _POLICY,
        "cannot_be_changed",
    ),
    Defect(
        "locked connection can be removed",
        "signdesk.storage.settings_policy:Locks.holds",
        Condition(("removed", "may_remove"), "False"),
        _POLICY,
        "single_locked",
    ),
    Defect(
        "policy believed that others may write",
        "signdesk.storage.settings_policy:_distrusted",
        End('return "" if any(SYSTEM.only_administrators_write(*one) for one in both) else _WRITABLE'),
        _POLICY,
        "others_may_write",
    ),
    Defect(
        "policy entry with a typing error locks silently",
        "signdesk.storage.settings_policy:_locked",
        Condition(("sentence",), "False"),
        _POLICY,
        "broken_policy",
    ),
    Defect(
        "settings changed meanwhile thrown away",
        "signdesk.storage.settings:SettingsFile.save",
        Argument("edits", 1, "loaded.settings"),
        _SETTINGS,
        "meanwhile",
    ),
    Defect(
        "settings edit spoils another key",
        "signdesk.storage.toml_editing:_with",
        Value(("same", "end"), "toml.text[: same.value] + value"),
        _SETTINGS,
        "changed_line",
    ),
    Defect(
        "settings table in the manual behind the code",
        "signdesk.storage.settings_table:",
        Constant(36_500, 36_000, ("MOST_DAYS",)),
        ("tests/test_settings_table.py",),
    ),
    # An unpacked folder is there whole or not at all, and holds what was checked
    Defect(
        "unpacked files not flushed before their folder gets its name",
        "signdesk.storage.unpacking:Unpacking._write",
        drop("fsync_file"),
        _UNPACKING,
        "durable",
    ),
    Defect(
        "half an unpacked folder left where a step fails",
        "signdesk.storage.unpacking:Unpacking.run",
        Handler(("BaseException",), "raise"),
        _UNPACKING,
        "step_fails",
    ),
    Defect(
        "a result that was changed since it was checked unpacked",
        "signdesk.jobs.unpack_step:_unpacked",
        Condition(("sha256_of", "result_sha256"), "False"),
        ("tests/jobs/test_unpack_step.py",),
        "checked_one",
    ),
    # What was listed is in the list or in an order, never in both and never in neither
    Defect(
        "an order leaves its documents in the kept list",
        "signdesk.storage.journal.journal_file:JournalFile._record",
        drop("take_out_ordered"),
        ("tests/storage/test_journal_unsent.py",),
        "transaction",
    ),
    Defect(
        "what was ordered comes back into the list by a late note",
        "signdesk.storage.journal.unsent:UnsentTable._was_ordered",
        Begin("return False"),
        ("tests/storage/test_journal_unsent.py",),
        "does_not_come_back",
    ),
    Defect(
        "a file that changed between two starts taken for the one that was listed",
        "signdesk.desktop.documents.importer:DocumentImporter._as_added",
        Begin("return checked"),
        ("tests/journeys/test_unsent.py",),
        "changed_between",
    ),
    Defect(
        "a copy removed although its batch may still read it",
        "signdesk.desktop.documents.copy_keeper:_needed_by",
        Begin("return set()"),
        ("tests/journeys/test_copies.py",),
        "under_way or did_not_come_back",
    ),
)
