"""A PDF written anew with a stamp on its first page, as some servers do before they seal. Blocking."""

from __future__ import annotations

from pathlib import Path
from typing import Any

STAMP = "SEALED FOR PRACTICE, no legal effect"


def rewrite(source: Path, target: Path) -> None:
    """Writes all objects of `source` anew, with STAMP at the bottom of the first page, to `target`.

    Raises what pyHanko raises for a PDF that it cannot read.
    """
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.generic import pdf_name
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.writer import copy_into_new_writer

    named: Any = generic.DictionaryObject  # pyHanko leaves it without types
    font = named(
        {
            pdf_name("/Type"): pdf_name("/Font"),
            pdf_name("/Subtype"): pdf_name("/Type1"),
            pdf_name("/BaseFont"): pdf_name("/Helvetica"),
        }
    )
    resources = named({pdf_name("/Font"): named({pdf_name("/PracticeStamp"): font})})
    words = f"q BT /PracticeStamp 9 Tf 36 18 Td ({STAMP}) Tj ET Q".encode("ascii")
    with source.open("rb") as original, target.open("wb") as made:
        writer: Any = copy_into_new_writer(PdfFileReader(original, strict=False))
        stream = writer.add_object(generic.StreamObject(stream_data=words))
        writer.add_stream_to_page(0, stream, resources=resources)
        writer.write(made)
