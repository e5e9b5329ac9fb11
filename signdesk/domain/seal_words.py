"""What is to be said of a seal beside "intact": whether its issuer is known, and what is odd about it."""

from __future__ import annotations

from signdesk.domain.moments import iso_day
from signdesk.domain.seal_facts import IssuerLevel, Revocation, SealFacts
from signdesk.domain.words import say


def seal_notes(facts: SealFacts) -> tuple[str, ...]:
    """Sentences, the gravest first. Times are local."""
    found = []
    if facts.revocation is Revocation.REVOKED:
        found.append(say("Data in the seal says that its certificate was revoked."))
    if facts.broke_earlier:
        found.append(say("It was certified before, with no changes allowed: this seal broke that signature."))
    if facts.was_valid is False and facts.valid_from and facts.valid_until:
        outside = say(
            "Its certificate was not valid at that time, only from {start} to {end}.",
            start=iso_day(facts.valid_from),
            end=iso_day(facts.valid_until),
        )
        found.append(outside)
    if facts.also_by:
        found.append(say("Also signed by: {names}.", names=facts.also_by))
    return (*found, *_issuer_note(facts))


def _issuer_note(facts: SealFacts) -> tuple[str, ...]:
    if facts.issuer_level is IssuerLevel.KNOWN:
        return (say("Its issuer is known to this computer: {issuer}.", issuer=facts.known_by),)
    if facts.issuer_level is IssuerLevel.UNKNOWN and facts.issuer == facts.signer:
        return (say("Its certificate was issued by its own holder, whom this computer does not know."),)
    if facts.issuer_level is IssuerLevel.UNKNOWN:
        return (say("Its issuer is not known to this computer: {issuer}.", issuer=facts.issuer or "?"),)
    return ()
