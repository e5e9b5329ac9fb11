"""The planted defects: each breaks one promise of reliability.md, and names the tests that must turn red."""

# ruff: noqa: E501 - source text is quoted as it stands

from __future__ import annotations

from tests.defects.planting import Defect

_ACCEPT = ("tests/faults/test_accept.py",)
_STARTING = ("tests/jobs/test_starting.py",)
_WAITING = ("tests/faults/test_waiting.py",)

DEFECTS = (
    # P1 to P3: one accept, noted before it is sent, asked about and never repeated
    Defect(
        "question after an unclear accept removed",
        "signdesk/jobs/starting.py",
        "        except ServerProblem:\n            await _settle(run, await _ask_until_settled(run))\n",
        "        except ServerProblem:\n            await run.move(BatchState.SEALING)\n",
        _ACCEPT,
    ),
    Defect(
        "unclear accept repeated",
        "signdesk/jobs/retrying.py",
        "    return Again.YES if isinstance(error, NotReached) and not isinstance(error, TlsProblem) else Again.NEVER\n",
        "    return Again.YES if isinstance(error, NotReached | Unclear | ServerFailed) else Again.NEVER\n",
        _ACCEPT,
    ),
    Defect(
        "accept sent before its note",
        "signdesk/jobs/starting.py",
        "    await run.move(BatchState.ACCEPTING)\n",
        "",
        _ACCEPT,
    ),
    Defect(
        "accept over a kept-alive connection",
        "signdesk/seal_api/client.py",
        "self._answer(order, own_connection=True)",
        "self._answer(order, own_connection=False)",
        ("tests/seal_api/test_client.py",),
    ),
    Defect(
        "not started believed at the first look",
        "signdesk/jobs/starting.py",
        "        if looks >= pacing.settle_looks and waited_s >= pacing.settle_s:",
        "        if looks >= 1:",
        ("tests/faults/test_accept.py", "tests/jobs/test_starting.py"),
    ),
    Defect(
        "status 1 read as not started under an unknown numbering",
        "signdesk/domain/reports.py",
        "        return bool(self.possible) and self.possible <= NOT_STARTED\n",
        "        return bool(self.possible & NOT_STARTED)\n",
        ("tests/domain/test_reports.py", "tests/jobs/test_starting.py"),
    ),
    Defect(
        "an answer about another batch believed",
        "signdesk/seal_api/wire.py",
        "    if named is not None and int(named) != int(batch_id):\n",
        "    if False:\n",
        ("tests/faults/test_accept.py", "tests/seal_api/test_wire.py"),
    ),
    Defect(
        "note of an unsent accept kept while waiting",
        "signdesk/jobs/starting.py",
        "    await run.move(BatchState.SENT)\n    if not run.waits_for(error):",
        "    if not run.waits_for(error):",
        _WAITING,
    ),
    Defect(
        "an outage counted as an answer",
        "signdesk/jobs/run.py",
        "        return min(delay_s, clock.monotonic() - began_s)",
        "        return clock.monotonic()",
        _WAITING,
    ),
    # P4: an unclear upload is never accepted
    Defect(
        "unclear upload accepted",
        "signdesk/jobs/sending.py",
        "    raise UnclearUploadError(error) from error\n\n\nasync def _has_arrived",
        "    return\n\n\nasync def _has_arrived",
        ("tests/faults/test_upload.py",),
    ),
    Defect(
        "any 2xx taken as proof of an upload",
        "signdesk/jobs/sending.py",
        "    if not reply.documented and not await _has_arrived(run):",
        "    if False:",
        ("tests/faults/test_upload.py",),
    ),
    # P5, P6, P2: the journal
    Defect(
        "journal not flushed",
        "signdesk/storage/journal_opening.py",
        '"synchronous = EXTRA"',
        '"synchronous = OFF"',
        ("tests/storage/test_journal_opening.py", "tests/storage/test_journal_faults.py"),
    ),
    Defect(
        "a newer journal opened all the same",
        "signdesk/storage/journal_opening.py",
        "    refuse_newer(connection)  # before anything that might change the file\n",
        "",
        ("tests/storage/test_journal_opening.py", "tests/cli/test_resume.py"),
        "newer",
    ),
    Defect(
        "two programs at one batch",
        "signdesk/storage/ownership.py",
        "            if descriptor is None:\n                return False\n",
        "            if descriptor is None:\n                return True\n",
        ("tests/storage/test_ownership.py",),
    ),
    # P7: nothing wrong under a result's name
    Defect(
        "junk before the archive allowed",
        "signdesk/storage/zip_layout.py",
        "        if member.offset != position:\n",
        "        if False:\n",
        ("tests/storage/test_archive_damage.py",),
    ),
    Defect(
        "unsealed documents called sealed",
        "signdesk/jobs/checking.py",
        '        return _told_outcome(one, Outcome.UNSEALED, "It came back without a seal.")\n\n    def _only_beside',
        "        return replace(one, outcome=Outcome.SEALED)\n\n    def _only_beside",
        ("tests/faults/test_results.py",),
    ),
    Defect(
        "another batch's files saved",
        "signdesk/jobs/checking.py",
        "        _require_one_of_ours(documents)\n",
        "        pass\n",
        ("tests/faults/test_results.py",),
    ),
    Defect(
        "a body without length believed",
        "signdesk/seal_api/exchange.py",
        '    return "" if framed or response.status_code in (204, 304) else "Sent without a length."\n',
        '    return ""\n',
        ("tests/seal_api/test_exchange.py",),
    ),
    Defect(
        "quarantine beside the results",
        "signdesk/jobs/fetching.py",
        "quarantine, fetched.path, run.partners.quarantine, name",
        "quarantine, fetched.path, run.batch.save_to, name",
        ("tests/faults/test_results.py",),
    ),
    # P5: nothing lost, doubled or left lying by a kill
    Defect(
        "what a killed try left is not discarded",
        "signdesk/storage/results.py",
        "    for path in (temporary, _copy_of(temporary, folder)):\n",
        "    for path in ():\n",
        ("tests/faults/test_killed_left_overs.py",),
    ),
    Defect(
        "result found after a kill not made durable",
        "signdesk/storage/results.py",
        "        flush_folder(saved.parent)\n",
        "",
        ("tests/faults/test_killed_at_steps.py",),
    ),
    Defect(
        "upload of a killed start used again",
        "signdesk/jobs/sending.py",
        "    elif run.batch.server_id:",
        "    elif False:",
        ("tests/faults/test_killed_at_steps.py",),
    ),
    # P8 and P11: durable, then DELETE; nothing overwritten
    Defect(
        "file not flushed before it gets its name",
        "signdesk/storage/results.py",
        "                flush_file(self._opened())\n",
        "",
        ("tests/storage/test_results_saving.py", "tests/storage/test_results.py"),
    ),
    Defect(
        "folder not flushed after the name",
        "signdesk/storage/placing.py",
        "    try:\n        flush_folder(final.parent)\n    except OSError:\n        final.unlink()\n        raise\n",
        "",
        ("tests/storage/test_results_saving.py",),
    ),
    Defect(
        "an existing file replaced",
        "signdesk/storage/placing.py",
        "        os.link(temporary, final)\n",
        "        temporary.replace(final)\n        temporary = final\n",
        ("tests/storage/test_results_saving.py",),
    ),
    Defect(
        "DELETE before the result is checked",
        "signdesk/jobs/fetching.py",
        "        await run.move(BatchState.CHECKING)\n        try:\n            checked",
        "        await run.partners.client.delete(run.batch.server_id)\n        await run.move(BatchState.CHECKING)\n        try:\n            checked",
        ("tests/faults/test_results.py", "tests/faults/test_delete.py"),
    ),
    # P9: what was dropped is what is sealed
    Defect(
        "hash of the sent bytes not compared",
        "signdesk/storage/package.py",
        "    if count or remaining or digest.hexdigest() != document.sha256:",
        "    if count or remaining:",
        ("tests/faults/test_sources.py", "tests/storage/test_package.py"),
    ),
    Defect(
        "links followed at intake",
        "signdesk/storage/sources.py",
        '    return stat.S_ISLNK(looked.st_mode) or getattr(looked, "st_reparse_tag", 0) == _JUNCTION\n',
        "    return False\n",
        ("tests/storage/test_intake.py", "tests/storage/test_sources.py"),
    ),
    # P10: complete, or said to be incomplete
    Defect(
        "partly done called done",
        "signdesk/jobs/cleaning.py",
        "    state = BatchState.DONE if every else BatchState.PARTLY_DONE\n",
        "    state = BatchState.DONE\n",
        ("tests/faults/test_results.py",),
    ),
    # P12 and P13: every wait ends, and a sick server is not beaten
    Defect(
        "no minimum rate",
        "signdesk/seal_api/calls.py",
        "            if left_s <= 0:\n                raise LimitReached(Limit.RATE, self._limits.window_s)\n",
        "            left_s = max(left_s, 0.01)\n",
        ("tests/seal_api/test_calls.py",),
    ),
    Defect(
        "breaker never opens",
        "signdesk/jobs/breaker.py",
        "        self._given_up += 1\n        if",
        "        self._given_up += 0\n        if",
        ("tests/jobs/test_breaker.py",),
    ),
    Defect(
        "Retry-After not kept by the other jobs",
        "signdesk/jobs/breaker.py",
        "        self._not_before_s = max(self._not_before_s, self._clock.monotonic() + pause_s)\n",
        "        return\n",
        ("tests/jobs/test_breaker.py",),
    ),
    Defect(
        "a refused key tried by every job",
        "signdesk/jobs/sign_in_gate.py",
        "        self._closed = True\n",
        "        self._closed = False\n",
        ("tests/jobs/test_sign_in_gate.py",),
    ),
    Defect(
        "connections kept after a sleep",
        "signdesk/jobs/session.py",
        "        self.client.drop_connections()\n",
        "",
        ("tests/jobs/test_session.py",),
        "noticed",
    ),
    # P14, P15, P17: secrets, origins, text
    Defect(
        "redirects followed",
        "signdesk/seal_api/transport.py",
        "follow_redirects=False",
        "follow_redirects=True",
        ("tests/seal_api/test_exchange.py",),
        "redirects",
        (("signdesk/seal_api/transport.py", 'if name.lower() != b"location"]', "]"),),
    ),
    Defect(
        "certificates not checked",
        "signdesk/seal_api/exchange.py",
        "        return self._ssl_context or truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)\n",
        "        return ssl._create_unverified_context()\n",
        ("tests/seal_api/test_tls.py",),
    ),
    Defect(
        "secrets left in technical details",
        "signdesk/seal_api/client.py",
        "        problem.detail = self._redacted(problem.detail)\n        return problem\n",
        "        return problem\n",
        ("tests/seal_api/test_failures.py", "tests/seal_api/test_sign_in.py"),
    ),
    Defect(
        "labels guess rich text",
        "signdesk/desktop/text.py",
        "        self.setTextFormat(Qt.TextFormat.PlainText)\n",
        "        self.setTextFormat(Qt.TextFormat.AutoText)\n",
        ("tests/desktop/test_text.py",),
    ),
    # P16: no secret store but the system's keyring
    Defect(
        "the keyring library's own choice taken",
        "signdesk/storage/credentials.py",
        "    from keyring.util import platform_\n",
        "    import keyring\n\n    return keyring.get_keyring()\n    from keyring.util import platform_\n",
        ("tests/storage/test_credentials.py",),
        "back_end",
    ),
    Defect(
        "a kept secret not read back",
        "signdesk/storage/credentials.py",
        "        same = ring.get_password(SERVICE, entry) == text\n",
        "        same = True\n",
        ("tests/storage/test_credentials.py",),
    ),
    Defect(
        "a keyring that hangs asked again and again",
        "signdesk/jobs/secrets.py",
        "            if not self._last_ended.is_set():\n",
        "            if False:\n",
        ("tests/jobs/test_secrets.py",),
    ),
    Defect(
        "a secret not bound to its origin",
        "signdesk/storage/credentials.py",
        '    return f"{kind} {owner}"\n',
        '    return f"{kind}"\n',
        ("tests/storage/test_credentials.py",),
        "origin",
    ),
    # the same document twice
    Defect(
        "what was sealed before is sent again",
        "signdesk/cli/sign.py",
        "        if not before:\n            return batch\n",
        "        return batch\n",
        ("tests/cli/test_resume.py",),
        "sealed_before",
    ),
)
