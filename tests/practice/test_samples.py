"""The sample documents are current, say that they are samples, and can be sealed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from signdesk.practice.data_folder import seal_key
from signdesk.practice.sealing import Sealer

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "resources" / "samples"
GENERATOR = ROOT / "packaging" / "samples.py"
PDFS = ["Invoice 2026-1107.pdf", "Lease agreement – final.pdf", "Umowa zlecenia – załącznik 3.pdf"]


def generated(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(GENERATOR), *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def text_of(path: Path) -> str:
    if path.suffix != ".pdf":
        return path.read_text(encoding="utf-8-sig")
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()


def test_are_what_the_generator_makes(tmp_path: Path) -> None:
    assert generated("--to", tmp_path / "made").returncode == 0

    made = {one.name: one.read_bytes() for one in (tmp_path / "made").iterdir()}
    assert made == {one.name: one.read_bytes() for one in SAMPLES.iterdir()}


def test_the_check_tells_a_stale_file_and_a_current_one(tmp_path: Path) -> None:
    generated("--to", tmp_path)
    assert generated("--to", tmp_path, "--check").returncode == 0
    (tmp_path / "Price list.csv").write_bytes(b"old")

    stale = generated("--to", tmp_path, "--check")

    assert (stale.returncode, stale.stdout) == (1, "not current: Price list.csv\n")


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda one: one.name)
def test_every_sample_says_so(path: Path) -> None:
    assert "SAMPLE" in text_of(path)
    assert path.stat().st_size < 20_000


def test_polish_and_german_letters_can_be_read() -> None:
    assert "Zażółć gęślą jaźń – to zdanie sprawdza wszystkie polskie znaki." in text_of(SAMPLES / PDFS[2])
    assert "Müller & Söhne Papierhaus" in text_of(SAMPLES / PDFS[0])
    assert "Geschäftsbuch, liniert" in text_of(SAMPLES / "Price list.csv")


@pytest.mark.parametrize("name", PDFS)
def test_the_pdfs_can_be_sealed(tmp_path: Path, name: str) -> None:
    target = tmp_path / "sealed.pdf"

    Sealer(seal_key(tmp_path / "key")).seal_pdf(SAMPLES / name, target)

    said = subprocess.run(["pdfsig", target], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in said
    assert "Total document signed" in said
