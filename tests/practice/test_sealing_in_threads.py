"""Several batches are sealed at once, from the first use of the libraries on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.samples import a_pdf

THREADS = """
import sys, threading
from pathlib import Path
from signdesk.practice.data_folder import seal_key
from signdesk.practice.sealing import Sealer
from signdesk.seals import verify_pdf
import hashlib

folder = Path(sys.argv[1])
source = folder / "Letter.pdf"
original = source.read_bytes()
sealer = Sealer(seal_key(folder))
sys.setswitchinterval(1e-5)
together = threading.Barrier(8)

def seal(number):
    target = folder / f"{number}.pdf"
    together.wait()
    sealer.seal_pdf(source, target)
    with target.open("rb") as result:
        look = verify_pdf(result, hashlib.sha256(original).hexdigest(), len(original))
    if look.finding != "intact":
        raise SystemExit(look)

failures = []
threading.excepthook = failures.append
threads = [threading.Thread(target=seal, args=(number,)) for number in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
sys.exit(len(failures))
"""


def test_threads_that_meet_at_the_first_seal_all_succeed(tmp_path: Path) -> None:
    """asn1crypto 1.5.1 prepares its classes at their first use, without a lock."""
    (tmp_path / "Letter.pdf").write_bytes(a_pdf())
    ended = subprocess.run(
        [sys.executable, "-c", THREADS, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert len(list(tmp_path.glob("*.pdf"))) == 9
