"""P7: whatever safe archive comes back is read, and nothing in it that is not ours is called sealed."""

from __future__ import annotations

import random
from pathlib import Path

from tests.jobs.test_result_matching import check, sealed

__all__ = ["sealed"]

ARCHIVES = 200
PARTS = ["Letter", "Lease", "Umowa ???ta", "CON", " ", "ab:c", "x" * 90, "ż", "_signed", "\n", "*", "."]
FOLDERS = ["", "", "signed/", "META-INF/", "a/", "logs\\", "./", "deep/er/"]
ENDINGS = [".pdf", ".PDF", ".pdf.p7s", ".csig", ".xml", ".asice", "", " ", ".pdf ", ".tsr"]


def test_safe_archives_of_other_content_are_read_and_none_is_called_sealed(
    tmp_path: Path, sealed: dict[str, bytes]
) -> None:
    """The documents' own names among them, and contents cut, changed, or of somebody else."""
    chance = random.Random(14)  # noqa: S311
    for _ in range(ARCHIVES):
        letter = chance.choice(list(sealed.values()))
        at = chance.randrange(len(letter))
        contents = [
            chance.randbytes(chance.randrange(2000)),
            letter[: chance.randrange(len(letter) - 200)],
            letter.replace(b"%PDF-1", b"%PDF-2", 1),
            letter[:at] + bytes([letter[at] ^ 1]) + letter[at + 1 :],
            b"<report/>",
            b"",
        ]
        names = {
            chance.choice(FOLDERS) + chance.choice(PARTS) + chance.choice(ENDINGS)
            for _ in range(chance.randint(1, 6))
        }
        checked = check(tmp_path, {name: chance.choice(contents) for name in names})
        assert len(checked.files) == len(names)
        assert not any(one.checked for one in checked.documents)
