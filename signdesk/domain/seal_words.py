"""What is said of an intact seal: by whom, when, how far that is proven, and what is odd about it."""

from __future__ import annotations

from datetime import datetime, timedelta

from signdesk.domain.messages import Message, join, msg
from signdesk.domain.moments import iso_day, iso_minute, long_clock
from signdesk.domain.seal_facts import MAIL, IssuerLevel, Revocation, SealFacts, SealKind

_CLOCKS_DIFFER = timedelta(
    minutes=10
)  # a claim that is not further away from its time stamp says nothing new


_NOT_FOR_STAMPS = msg(
    "The certificate behind the time stamp is not one for time stamps: its time proves nothing."
)


def seal_sentence(facts: SealFacts) -> Message:
    """Who sealed, and the time that counts: a time stamp's where there is one, else what the seal claims.

    Times are local.
    """
    if facts.kind is SealKind.TIMESTAMP:
        return _stamp_sentence(facts.signer, facts.signed_at)
    if facts.signer:
        who = msg("Sealed by “{signer}”, intact over this document.", signer=facts.signer)
    else:
        who = msg("Sealed by an unnamed signer, intact over this document.")
    return join(who, *_times(facts))


def _times(facts: SealFacts) -> tuple[Message, ...]:
    if facts.stamped_at is None:
        return () if facts.signed_at is None else (_claimed(facts.signed_at),)
    stamped = msg(
        "Time by a time stamp from “{authority}”: {date} at {time}.",
        authority=facts.stamped_by or "?",
        date=iso_day(facts.stamped_at),
        time=long_clock(facts.stamped_at),
    )
    if facts.signed_at is None or abs(facts.signed_at - facts.stamped_at) < _CLOCKS_DIFFER:
        return (stamped,)
    return stamped, _claimed(facts.signed_at)


def _claimed(moment: datetime) -> Message:
    date, time = iso_day(moment), long_clock(moment)
    return msg("Time by its own claim: {date} at {time}.", date=date, time=time)


def _stamp_sentence(authority: str, moment: datetime | None) -> Message:
    """A time stamp has a time, or it is none."""
    return msg(
        "Time-stamped by “{authority}” on {date} at {time}, intact over this document. "
        "A time stamp alone is no seal.",
        authority=authority or "?",
        date=iso_day(moment) if moment else "?",
        time=long_clock(moment) if moment else "?",
    )


def level_words(level: str) -> str:
    """What a baseline level means for a reader (EN 319 122-1, 132-1 and 142-1, 6.1); "" for none."""
    words = {
        "B-B": msg("Level B-B, basic: nobody but the seal itself says when it was made."),
        "B-T": msg("Level B-T, time-stamped: a time stamp says when it was there at the latest."),
        "B-LT": msg(
            "Level B-LT, long-term: it brings along what its certificate is checked by in later years."
        ),
        "B-LTA": msg("Level B-LTA, archive: a further time stamp keeps it provable over decades."),
    }
    return words.get(level, "")


def seal_notes(facts: SealFacts) -> tuple[str, ...]:
    """Sentences, the gravest first. Times are local."""
    found = []
    if facts.revocation is Revocation.REVOKED:
        found.append(msg("Data in the seal says that its certificate was revoked."))
    if facts.broke_earlier:
        found.append(msg("It was certified before, with no changes allowed: this seal broke that signature."))
    if facts.was_valid is False:
        found.append(_not_valid(facts))
    if facts.weak_digest:
        found.append(
            msg(
                "It is made with {method}, an old method that no longer protects against forgery.",
                method=facts.weak_digest,
            )
        )
    if facts.not_for_stamps:
        found.append(_NOT_FOR_STAMPS)
    level = level_words(facts.level)
    return (*found, *_covers(facts), *_issuer_note(facts), *stamp_notes(facts), *((level,) if level else ()))


def _covers(facts: SealFacts) -> tuple[str, ...]:
    """Who else, and over what else."""
    found: list[str] = []
    if facts.also_by:
        found.append(msg("Also signed by: {names}.", names=facts.also_by))
    if facts.container == MAIL:
        found.append(
            msg(
                "It is over the text and the attachments of the mail, not over its sender, recipients, date "
                "and subject."
            )
        )
    if facts.unchecked_by:
        found.append(
            msg("It also holds a seal that could not be checked: {names}.", names=facts.unchecked_by)
        )
    if facts.unchecked_why:
        found.append(facts.unchecked_why)
    if facts.not_here:
        found.append(
            msg(
                "It is also over documents that are not here, and were not checked: {names}.",
                names=facts.not_here,
            )
        )
    return tuple(found)


def stamp_notes(facts: SealFacts) -> tuple[str, ...]:
    """The same of the certificate of a time stamp over the seal."""
    stamp = facts.stamp
    if stamp is None:
        return ()
    found = []
    if stamp.revocation is Revocation.REVOKED:
        found.append(msg("Data in the seal says that the time stamp's certificate was revoked."))
    if stamp.was_valid is False:
        start, end = (iso_minute(one) if one else "?" for one in (stamp.valid_from, stamp.valid_until))
        found.append(
            msg(
                "The time stamp's certificate was not valid at its own time, only from {start} to {end}.",
                start=start,
                end=end,
            )
        )
    if stamp.not_for_stamps:
        found.append(_NOT_FOR_STAMPS)
    if stamp.weak_digest:
        found.append(
            msg(
                "The time stamp is made with {method}, an old method that no longer protects against "
                "forgery.",
                method=stamp.weak_digest,
            )
        )
    return (*found, *_stamp_issuer_note(stamp))


def _stamp_issuer_note(stamp: SealFacts) -> tuple[str, ...]:
    if stamp.issuer_level is IssuerLevel.KNOWN:
        return (msg("The time stamp's issuer is known to this computer: {issuer}.", issuer=stamp.known_by),)
    if stamp.issuer_level is IssuerLevel.UNKNOWN and stamp.issuer == stamp.signer:
        return (
            msg(
                "The time stamp's certificate was issued by its own holder, whom this computer does not know."
            ),
        )
    if stamp.issuer_level is IssuerLevel.UNKNOWN:
        issuer = stamp.issuer or "?"
        return (msg("The time stamp's issuer is not known to this computer: {issuer}.", issuer=issuer),)
    return ()


def _not_valid(facts: SealFacts) -> Message:
    """To the minute: the day may be the same."""
    start, end = (iso_minute(one) if one else "?" for one in (facts.valid_from, facts.valid_until))
    if facts.stamped_at is not None:
        return msg(
            "Its certificate was not valid at the time of the time stamp, only from {start} to {end}.",
            start=start,
            end=end,
        )
    return msg(
        "Its certificate was not valid at that time, only from {start} to {end}.", start=start, end=end
    )


def _issuer_note(facts: SealFacts) -> tuple[str, ...]:
    if facts.issuer_level is IssuerLevel.KNOWN:
        return (msg("Its issuer is known to this computer: {issuer}.", issuer=facts.known_by),)
    if facts.issuer_level is IssuerLevel.UNKNOWN and facts.issuer == facts.signer:
        return (msg("Its certificate was issued by its own holder, whom this computer does not know."),)
    if facts.issuer_level is IssuerLevel.UNKNOWN:
        return (msg("Its issuer is not known to this computer: {issuer}.", issuer=facts.issuer or "?"),)
    return ()
