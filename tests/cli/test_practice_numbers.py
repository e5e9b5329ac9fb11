"""Two orders in practice mode have two numbers, though each has a practice server of its own."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import SignDesk
from tests.support.samples import a_pdf


def test_two_practice_orders_have_two_numbers(signdesk: SignDesk, tmp_path: Path) -> None:
    numbers = []
    for name in ("one", "two"):
        document = tmp_path / f"{name}.pdf"
        document.write_bytes(a_pdf(name))
        ended = signdesk(
            "sign", "--practice", "--process", "1", "--save-to", tmp_path / "Sealed", "--json", document
        )
        assert ended.code == 0, ended.err
        numbers.append(ended.json["batches"][0]["server_id"])
    assert numbers == [numbers[0], str(int(numbers[0]) + 1)]
