#!/usr/bin/env python3
"""Makes the sample documents of the practice mode in resources/samples, byte for byte the same every time.

    python3 packaging/samples.py            writes them
    python3 packaging/samples.py --check    says whether the files are current (exit code 1 if not)
    python3 packaging/samples.py --to DIR   writes them somewhere else

Standard library only. tests/practice/test_samples.py runs the check.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from sample_pages import BAND, GREY, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, WARN, WHITE, Page, pdf

SAMPLES = Path(__file__).resolve().parent.parent / "resources" / "samples"


SAMPLE_EN = "SAMPLE – made for trying SignDesk. No real company, no real order, no legal effect."
SAMPLE_PL = "WZÓR – dokument przykładowy do wypróbowania SignDesk. Bez skutków prawnych. (SAMPLE)"
PRICE_LIST = """\
Note;SAMPLE for trying SignDesk - nothing here is for sale
Article;Name;Unit;Price EUR
1001;Copy paper A4, 80 g;pack;4.20
1002;Geschäftsbuch, liniert;piece;7.90
1003;Umschläge C5, weiß;100 pieces;6.00
1004;Koperty ozdobne, żółte;piece;1.10
1005;Stempelfarbe, grün;bottle;5.40
"""
LETTER = """\
SAMPLE letter for trying SignDesk. No real company, no legal effect.

Example Studio Ltd.
To the board

23 November 2026

Dear members of the board,

the lease for the new rooms is ready to be sealed, together with the invoice
for the first delivery and the annex for our designer in Łódź. From now on
we seal all documents of a week in one go and keep them in one folder.

Nothing else changes.

Kind regards
The office
"""
ITEMS = (
    ("Copy paper A4, 80 g", "40", "4.20 €", "168.00 €"),
    ("Geschäftsbuch, liniert", "12", "7.90 €", "94.80 €"),
    ("Envelopes C5, weiß", "500", "0.06 €", "30.00 €"),
    ("Koperty ozdobne, żółte", "25", "1.10 €", "27.50 €"),
    ("Delivery", "1", "9.00 €", "9.00 €"),
)
LEASE_BEGINS = (
    (
        "1  The rooms",
        "The landlord lets to the tenant three office rooms with 84 square metres, one kitchen "
        "and the use of the shared meeting room. The floor plan is part of this agreement.",
    ),
    (
        "2  Term",
        "The lease begins on 1 January 2027 and runs for three years. It is renewed for one year "
        "at a time unless one side gives notice in writing three months before it ends.",
    ),
    (
        "3  Rent",
        "The rent is 1,480.00 € a month and is due on the third working day of each month. "
        "Heating and water are charged once a year by what was used.",
    ),
    (
        "4  Deposit",
        "The tenant pays a deposit of two monthly rents. It is returned within six weeks after "
        "the rooms have been handed back.",
    ),
    (
        "5  Care",
        "The tenant treats the rooms with care, reports damage without delay and lets the "
        "landlord see the rooms after notice of two days.",
    ),
)
LEASE_ENDS = (
    (
        "6  Changes to the rooms",
        "Building work needs the landlord’s consent in writing. What was built in is taken out at "
        "the end of the lease unless both sides agree otherwise.",
    ),
    (
        "7  Subletting",
        "Subletting a part of the rooms needs consent, which is not refused without a reason.",
    ),
    (
        "8  Final terms",
        "Changes to this agreement are made in writing. Should one clause be void, the others stay in force.",
    ),
)
ANNEX = (
    (
        "§ 1  Zakres",
        "Zleceniobiorca przygotuje projekt graficzny cennika, uzgodni go ze zleceniodawcą i "
        "przekaże gotowe pliki w dwóch wersjach językowych.",
    ),
    (
        "§ 2  Terminy",
        "Pierwszy szkic zostanie przekazany do 11 grudnia 2026 r., a całość do 15 stycznia 2027 "
        "r. Późniejsze zmiany wymagają zgody obu stron.",
    ),
    (
        "§ 3  Wynagrodzenie",
        "Za wykonanie czynności strony ustalają wynagrodzenie 3 200,00 zł brutto, płatne w ciągu "
        "14 dni od odbioru.",
    ),
    (
        "§ 4  Postanowienia końcowe",
        "Załącznik stanowi część umowy. Zażółć gęślą jaźń – to zdanie sprawdza wszystkie polskie znaki.",
    ),
)


def invoice() -> list[Page]:
    """A one-page invoice with a table."""
    page = _page("Rechnung / Invoice 2026-1107", "Müller & Söhne Papierhaus (sample company)", SAMPLE_EN)
    for number, (label, value) in enumerate(
        [("Date", "23 November 2026"), ("Customer", "Zażółć Design, Łódź"), ("Payment", "within 14 days")]
    ):
        page.text(MARGIN, 150 + 17 * number, label, colour=GREY)
        page.text(MARGIN + 80, 150 + 17 * number, value)
    columns = (330.0, 425.0, PAGE_WIDTH - MARGIN)
    y = 232.0
    page.text(MARGIN, y, "Item", 9, True)
    for x, title in zip(columns, ("Quantity", "Price", "Amount"), strict=True):
        page.right(x, y, title, 9, True)
    page.rule(y + 8)
    for item, *cells in ITEMS:
        y += 26
        page.text(MARGIN, y, item)
        for x, cell in zip(columns, cells, strict=True):
            page.right(x, y, cell)
        page.rule(y + 8)
    for label, value, bold in (
        ("Net", "329.30 €", False),
        ("VAT 19 %", "62.57 €", False),
        ("Total", "391.87 €", True),
    ):
        y += 24
        page.right(columns[1], y, label, 10, bold)
        page.right(columns[2], y, value, 10, bold)
    page.y = y + 50
    page.paragraph("Thank you for your order. Please give the invoice number with your payment.", colour=GREY)
    return [page]


def lease() -> list[Page]:
    """A two-page contract."""
    first = _page("Lease agreement", "Office rooms, 2nd floor · final version", SAMPLE_EN)
    first.y = 128
    first.paragraph(
        "between Northwind Rooms (sample landlord) and Example Studio Ltd. (sample tenant)", bold=True
    )
    second = _page("Lease agreement", "Office rooms, 2nd floor · final version · page 2", SAMPLE_EN)
    second.y = 128
    for page, some in ((first, LEASE_BEGINS), (second, LEASE_ENDS)):
        for title, text in some:
            page.y += 8
            page.paragraph(title, 11, True)
            page.paragraph(text)
    second.y += 70
    for x, who in ((MARGIN, "Landlord"), (330.0, "Tenant")):
        second.rule(second.y, x, x + 190)
        second.text(x, second.y + 16, who, 9, colour=GREY)
    return [first, second]


def annex() -> list[Page]:
    """A Polish annex: all the letters that a seal process tends to get wrong."""
    page = _page("Umowa zlecenia – załącznik 3", "Wykaz czynności i terminów", SAMPLE_PL)
    page.y = 128
    page.paragraph(
        "Zleceniodawca: Wzorowa Spółka z o.o. (firma przykładowa), ul. Źródlana 7, Łódź", bold=True
    )
    page.paragraph("Zleceniobiorca: Świętosława Żółć-Gąska (osoba przykładowa)", bold=True)
    for title, text in ANNEX:
        page.y += 10
        page.paragraph(title, 11, True)
        page.paragraph(text)
    page.y += 60
    for x, who in ((MARGIN, "Zleceniodawca"), (330.0, "Zleceniobiorca")):
        page.rule(page.y, x, x + 190)
        page.text(x, page.y + 16, who, 9, colour=GREY)
    return [page]


def documents() -> dict[str, bytes]:
    """Name -> bytes."""
    return {
        "Invoice 2026-1107.pdf": pdf("Invoice 2026-1107 (sample)", invoice()),
        "Lease agreement – final.pdf": pdf("Lease agreement (sample)", lease()),
        "Umowa zlecenia – załącznik 3.pdf": pdf("Umowa zlecenia, annex 3 (sample)", annex()),
        "Price list.csv": PRICE_LIST.replace("\n", "\r\n").encode("utf-8-sig"),
        "Letter to the board.txt": LETTER.encode(),
    }


def _page(title: str, subtitle: str, sample: str) -> Page:
    page = Page()
    page.box(0, 0, PAGE_WIDTH, 92, BAND)
    page.text(MARGIN, 48, title, 19, True, WHITE)
    page.text(MARGIN, 70, subtitle, 10.5, False, WHITE)
    page.rule(PAGE_HEIGHT - 52)
    page.text(MARGIN, PAGE_HEIGHT - 36, sample, 8.5, True, WARN)
    return page


def main(arguments: Sequence[str]) -> int:
    """Exit code 0, or 1 when `--check` finds a file that is missing or not current."""
    parser = argparse.ArgumentParser(description="The sample documents of the practice mode.")
    parser.add_argument("--check", action="store_true", help="only say whether the files are current")
    parser.add_argument("--to", type=Path, default=SAMPLES, metavar="DIR", help="another folder")
    chosen = parser.parse_args(arguments)
    wanted = documents()
    if chosen.check:
        stale = [name for name, text in wanted.items() if _held(chosen.to / name) != text]
        sys.stdout.write("".join(f"not current: {name}\n" for name in stale))
        return 1 if stale else 0
    chosen.to.mkdir(parents=True, exist_ok=True)
    for name, text in wanted.items():
        (chosen.to / name).write_bytes(text)
    return 0


def _held(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
