"""How long checking sealed PDFs takes, against `pdfsig` (poppler) over the same files in the same run.

    python -m tests.benchmarks.seals [COUNT]

Prints seconds and the ratio, and whether both agree on every file.
"""

from __future__ import annotations

import hashlib
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from signdesk.practice.keys import seal_key
from signdesk.practice.sealing import Sealer
from signdesk.seals import Finding, look_at_pdf
from tests.support.samples import a_pdf

SIZE_BYTES = 200_000


def main(count: int) -> None:
    """Seals `count` PDFs of 200 KB, then checks each in both ways, file by file in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sealer = Sealer(seal_key(folder))
        originals, sealed = [], []
        for number in range(count):
            source, target = folder / f"{number}.pdf", folder / f"{number} sealed.pdf"
            source.write_bytes(a_pdf(f"Offer {number}", filler_bytes=SIZE_BYTES))
            sealer.seal_pdf(source, target)
            originals.append(source)
            sealed.append(target)
        ours_s = theirs_s = 0.0
        agreed = 0
        for source, target in zip(originals, sealed, strict=True):
            content = source.read_bytes()
            begun = time.perf_counter()
            with target.open("rb") as file:
                found = look_at_pdf(file, hashlib.sha256(content).hexdigest(), len(content))
            middle = time.perf_counter()
            told = subprocess.run(["pdfsig", target], capture_output=True, text=True, check=False).stdout
            theirs_s += time.perf_counter() - middle
            ours_s += middle - begun
            valid = "Signature is Valid" in told and "Total document signed" in told
            agreed += valid == (found.finding is Finding.INTACT)
    most_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{count} PDFs of {SIZE_BYTES // 1000} KB: SignDesk {ours_s:.2f} s, pdfsig {theirs_s:.2f} s")  # noqa: T201
    print(f"ratio {ours_s / theirs_s:.2f}; agreed on {agreed} of {count}; at most {most_mb:.0f} MB")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
