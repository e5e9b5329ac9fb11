"""`signdesk verify` tells of a container which documents are in it, and under which seal."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from signdesk.practice.data_folder import MARK, seal_key
from signdesk.resources import resource
from tests.cli.conftest import SignDesk
from tests.seals.test_held import two_seals


def test_verify_prints_it(signdesk: SignDesk, tmp_path: Path) -> None:
    container = tmp_path / "Offer.asice"
    container.write_bytes(two_seals(seal_key(tmp_path / "key"), tmp_path))
    ended = signdesk("verify", container)

    lines = [one.strip() for one in ended.out.splitlines()]
    assert ended.code == 1
    assert any(one.startswith(f"Price list.csv: sealed by “{MARK}”, 2") for one in lines), ended.out
    assert "notes.txt: under no seal" in lines

    document = signdesk("verify", "--json", container).json
    jsonschema.validate(document, json.loads(resource("schemas", "verify-result.json").read_text("utf-8")))
    (proof,) = document["files"][0]["documents"]
    assert [(one["name"], len(one["seals"])) for one in proof["inside"]] == [
        ("Letter.txt", 2),
        ("Price list.csv", 1),
        ("notes.txt", 0),
    ]
