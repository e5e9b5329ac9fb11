"""Who sealed is told so that an office knows whom that is, also where the common name is a bare one."""

from __future__ import annotations

import pytest
from asn1crypto import x509

from signdesk.seals.certificates import name_of


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ({"common_name": "ACME seal", "organization_name": "ACME"}, "ACME seal"),
        (
            {"common_name": "EC seal", "organization_name": "European Commission"},
            "EC seal (European Commission)",
        ),
        ({"common_name": "12345", "organization_name": "Sp. z o.o."}, "12345 (Sp. z o.o.)"),
        ({"common_name": "12345", "organization_identifier": "NTRPL-0000012345"}, "12345 (NTRPL-0000012345)"),
        (
            {
                "common_name": "seal",
                "organization_name": "ACME",
                "organization_identifier": "NTRPL-0000012345",
            },
            "seal (ACME)",
        ),
        (
            {"common_name": "EUROPEAN  commission", "organization_name": "European Commission"},
            "EUROPEAN commission",
        ),
        ({"common_name": "12345"}, "12345"),
        ({"organization_name": "ACME"}, "ACME"),
        ({"organization_identifier": "VATPL-1"}, "VATPL-1"),
        ({"country_name": "PL"}, ""),
        # A natural person's organisation is not the one who signs.
        (
            {
                "common_name": "MÄNNIK,MARI-LIIS,47101010033",
                "organization_name": "ESTEID",
                "given_name": "MARI-LIIS",
                "surname": "MÄNNIK",
            },
            "MÄNNIK,MARI-LIIS,47101010033",
        ),
        (
            {"common_name": "47101010033", "given_name": "Mari", "surname": "Männik"},
            "47101010033 (Mari Männik)",
        ),
        ({"common_name": "Red", "pseudonym": "Red", "organization_name": "ACME"}, "Red"),
        ({"common_name": "seal\u202e", "organization_name": "A\r\nB"}, "seal (A B)"),
    ],
)
def test_the_organisation_is_named_where_the_name_alone_says_too_little(
    parts: dict[str, str], shown: str
) -> None:
    assert name_of(x509.Name.build(parts)) == shown


def test_a_long_name_with_its_organisation_is_cut() -> None:
    name = x509.Name.build({"common_name": "x" * 64, "organization_name": "y" * 64})
    assert len(name_of(name)) == 100
