"""A signature dictionary that stands in its field directly, not as an object of its own (ISO 32000-1,
12.7.4.5, leaves that open).
"""

from __future__ import annotations

import io
import random
import re
import subprocess
from pathlib import Path

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from signdesk.seals import Finding
from signdesk.seals.pdf import verify_pdf_alone
from tests.seals.conftest import Seal
from tests.seals.test_attacks import updated
from tests.seals.test_attacks_after import field
from tests.support.paged_pdf import objects_pdf
from tests.support.time_stamps import openssl

ROOM = 3000
DIRECT = (
    b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /M (D:20261201000000Z)"
    b" /ByteRange [0 000000 000000 000000] /Contents <%s> >>" % (b"00" * ROOM)
)
OBJECTS = (
    b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>",
    b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] >>",
    b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (First) /F 132 /P 3 0 R /Rect [0 0 0 0] /V %s >>" % DIRECT,
)


def alone(content: bytes) -> Finding:
    return verify_pdf_alone(io.BytesIO(content)).finding


@pytest.fixture(scope="module")
def direct(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("direct")
    content = objects_pdf(OBJECTS)
    start = content.index(b"/Contents <") + 10
    end = start + 2 * ROOM + 2
    ranges = b"[0 %06d %06d %06d]" % (start, end, len(content) - end)
    content = content.replace(b"[0 000000 000000 000000]", ranges)
    (folder / "covered").write_bytes(content[:start] + content[end:])
    openssl(folder, "req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 9 -subj /CN=Shop")
    openssl(
        folder,
        "cms -sign -binary -signer c.pem -inkey k.pem -md sha256 -in covered -outform DER -out signature",
    )
    signature = (folder / "signature").read_bytes().hex().encode()
    return content[:start] + b"<" + signature.ljust(2 * ROOM, b"0") + b">" + content[end:]


def test_it_is_checked_as_another(direct: bytes, tmp_path: Path) -> None:
    found = verify_pdf_alone(io.BytesIO(direct))

    assert (found.finding, found.signer) == (Finding.INTACT, "Shop")
    (tmp_path / "direct.pdf").write_bytes(direct)
    said = subprocess.run(
        ["pdfsig", "-nocert", str(tmp_path / "direct.pdf")], capture_output=True, text=True, check=False
    )
    assert "Signature is Valid" in said.stdout


def test_none_that_was_changed_is_intact(direct: bytes) -> None:
    room = re.search(rb"/Contents <[0-9a-f]+>", direct)
    assert room is not None
    dice = random.Random(16)  # noqa: S311
    for _ in range(200):
        at = dice.choice((dice.randrange(room.start()), dice.randrange(room.end(), len(direct))))
        changed = direct[:at] + bytes([direct[at] ^ 1 << dice.randrange(7)]) + direct[at + 1 :]
        assert alone(changed) is not Finding.INTACT


def test_a_later_seal_leaves_it_intact(direct: bytes, seal: Seal) -> None:
    assert alone(seal(direct)) is Finding.INTACT


def test_a_field_that_was_written_again_is_no_proof_of_a_change(direct: bytes) -> None:
    """With another picture, say: since when the signature stands in it cannot be told then."""

    def again(writer: IncrementalPdfFileWriter) -> None:
        writer.update_container(field(writer, "First"))

    def others_words(writer: IncrementalPdfFileWriter) -> None:
        first = field(writer, "First")
        first[generic.pdf_name("/TU")] = generic.pdf_string("Pay 999")
        writer.update_container(first)

    assert alone(updated(direct, again)) is Finding.NOT_CHECKED
    assert alone(updated(direct, others_words)) is not Finding.INTACT
