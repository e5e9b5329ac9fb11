"""`signdesk verify`: are saved results what came back, and are their seals intact? No server, no journal."""

from __future__ import annotations

import json
import ssl
import tempfile
from pathlib import Path
from typing import Any

from signdesk.cli.console import Console
from signdesk.domain.documents import shown_name
from signdesk.domain.seal_facts import held_words, more_words, noted_facts, noted_held
from signdesk.jobs.verification import GOOD, Proof, Verified, verify
from signdesk.options import WRONG_USE, VerifyOptions
from signdesk.seals.worker.pool import DocumentWorkers

NOT_GOOD = 1


def run_verify(options: VerifyOptions, console: Console) -> int:
    """0: all is well; 1: something is not; 2: a file cannot be read."""
    if why := _unusable(options.ca_file) or _unreadable(options.receipt):
        console.say(why)
        return WRONG_USE
    found = []
    with DocumentWorkers() as worker, tempfile.TemporaryDirectory(prefix="signdesk-verify-") as work:
        for path in options.files:
            try:
                found.append(verify(path, options.receipt, Path(work), options.ca_file, worker))
            except OSError as error:
                console.say(f"{shown_name(str(path))}: {error.strerror or 'cannot be read'}")
                return WRONG_USE
    if options.as_json:
        console.json(json.dumps({"files": [_as_json(one) for one in found]}, indent=2))
    else:
        for one in found:
            _tell(one, console)
    return 0 if all(one.is_good for one in found) else NOT_GOOD


def _unusable(ca_file: Path | None) -> str:
    """Why nothing can be checked with those issuers; "" where it can. Named and not used, they would make
    good seals "not known" without a word.
    """
    if ca_file is None:
        return ""
    name = shown_name(str(ca_file))
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(ca_file)
    except ssl.SSLError:
        return f"{name}: there is no certificate in it (--ca-file wants PEM)."
    except OSError as error:
        return f"{name}: {error.strerror or 'cannot be read'} (--ca-file)."
    return ""


def _unreadable(receipt: Path | None) -> str:
    """Why the receipt that was named cannot be used; "" where it can be opened, whatever is in it."""
    if receipt is None:
        return ""
    try:
        with receipt.open("rb"):
            return ""
    except OSError as error:
        return f"{shown_name(str(receipt))}: {error.strerror or 'cannot be read'} (--receipt)."


def _tell(one: Verified, console: Console) -> None:
    if one.problem:
        console.say(f"{shown_name(str(one.path))}: {one.problem}")
    for proof in one.proofs:
        console.result(f"{proof.verdict:<12} {shown_name(proof.name)}  ({proof.sentence})")
        for held in proof.inside:
            console.result(f"{'':<12}   {shown_name(held.name)}: {held_words(held)}")
        if proof.inside_more:
            console.result(f"{'':<12}   {more_words(proof.inside_more)}")
    good = sum(proof.verdict in GOOD for proof in one.proofs)
    by = f", by {shown_name(one.receipt.name)}" if one.receipt else ", without a receipt"
    console.result(f"{good} of {len(one.proofs)} intact: {shown_name(str(one.path))}{by}")


def _as_json(one: Verified) -> dict[str, Any]:
    return {
        "file": shown_name(str(one.path)),
        "receipt": shown_name(str(one.receipt)) if one.receipt else None,
        "good": one.is_good,
        "problem": one.problem,
        "documents": [_proof(proof) for proof in one.proofs],
    }


def _proof(one: Proof) -> dict[str, Any]:
    return {
        "name": shown_name(one.name),
        "verdict": one.verdict.value,
        "message": one.sentence,
        "seal": noted_facts(one.facts) if one.facts else None,
        "inside": noted_held(one.inside),
        **({"inside_more": one.inside_more} if one.inside_more else {}),
    }
