"""A time stamp that is not intact, and a revoked certificate, are told by one rule in all forms of seals."""

from __future__ import annotations

from typing import Any

import pytest
from asn1crypto import cms
from pyhanko.sign.timestamps import DummyTimeStamper

from signdesk.practice.data_folder import SealKey
from signdesk.seals import Finding
from signdesk.seals.cms import STAMP_BROKEN
from tests.seals.test_stamp_certificates import FORMS, stamper


class OverSomethingElse(DummyTimeStamper):
    """Its tokens are intact, over another digest than was asked for."""

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> Any:
        return await super().async_timestamp(bytes(len(message_digest)), md_algorithm)


class Broken(DummyTimeStamper):
    """The signature in its tokens is not by its key."""

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> Any:
        token = cms.ContentInfo.load((await super().async_timestamp(message_digest, md_algorithm)).dump())
        signer = token["content"]["signer_infos"][0]
        signer["signature"] = bytes(len(signer["signature"].native))
        return token


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", [OverSomethingElse, Broken])
def test_a_time_stamp_that_is_not_intact_is_told(
    key: SealKey, original: bytes, form: str, kind: type[DummyTimeStamper]
) -> None:
    sound = stamper("sound")
    by = kind(tsa_cert=sound.tsa_cert, tsa_key=sound.tsa_key)
    found = FORMS[form](by, key, original)

    assert found.finding is Finding.BROKEN
    assert (STAMP_BROKEN in found.sentence) is (form != "alone"), found.sentence
