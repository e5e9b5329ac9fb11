"""A container tells which documents are in it, and under which seal."""

from __future__ import annotations

import io
import json
from pathlib import Path

from signdesk.domain.seal_facts import Held, SealKind, held_from, noted_held
from signdesk.practice.data_folder import MARK, SealKey
from signdesk.seals import Finding
from signdesk.seals.asic import verify_asic_alone
from tests.seals.test_asic import OTHER, E, cms_over, extended, manifest, packed
from tests.seals.test_xml import LETTER


def two_seals(key: SealKey, folder: Path) -> bytes:
    """The second document is under the second seal alone, the third under none."""
    both = {"Letter.txt": LETTER, "Price list.csv": OTHER}
    first = manifest({"Letter.txt": LETTER})
    second = manifest(both).replace(b"signature001", b"signature002")
    return packed(
        {
            "mimetype": E,
            **both,
            "notes.txt": b"nobody sealed this",
            "META-INF/ASiCManifest001.xml": first,
            "META-INF/signature001.p7s": cms_over(key, folder, first),
            "META-INF/ASiCManifest002.xml": second,
            "META-INF/signature002.p7s": cms_over(key, folder, second),
        }
    )


def test_documents_are_listed_with_their_seals(key: SealKey, tmp_path: Path) -> None:
    found = verify_asic_alone(io.BytesIO(packed(extended(key, tmp_path))))
    assert found.finding is Finding.INTACT
    told = [(one.name, [(each.signer, each.kind) for each in one.seals]) for one in found.inside]
    seal = [(MARK, SealKind.CADES)]
    assert told == [("Letter.txt", seal), ("Price list.csv", seal)]


def test_what_is_under_no_seal_is_listed_so(key: SealKey, tmp_path: Path) -> None:
    found = verify_asic_alone(io.BytesIO(two_seals(key, tmp_path)))
    assert found.finding is Finding.NOT_CHECKED
    assert [(one.name, len(one.seals)) for one in found.inside] == [
        ("Letter.txt", 2),
        ("Price list.csv", 1),
        ("notes.txt", 0),
    ]


def test_it_is_kept_as_it_is(key: SealKey, tmp_path: Path) -> None:
    held = verify_asic_alone(io.BytesIO(two_seals(key, tmp_path))).inside
    assert held_from(json.loads(json.dumps(noted_held(held)))) == held
    assert held_from([]) == ()
    assert Held("a") == held_from([{"name": "a", "seals": []}])[0]


def test_a_document_under_the_last_of_many_seals_is_not_called_unsealed(key: SealKey, tmp_path: Path) -> None:
    files = {"Letter.txt": LETTER, "Price list.csv": OTHER}
    inside = {"mimetype": E, **files}
    for number in range(1, 23):
        name = "Price list.csv" if number == 22 else "Letter.txt"
        over = manifest({name: files[name]}).replace(b"signature001", b"signature%03d" % number)
        inside[f"META-INF/ASiCManifest{number:03}.xml"] = over
        inside[f"META-INF/signature{number:03}.p7s"] = cms_over(key, tmp_path, over)
    found = verify_asic_alone(io.BytesIO(packed(inside)))
    assert [(one.name, len(one.seals)) for one in found.inside] == [("Letter.txt", 20), ("Price list.csv", 1)]
