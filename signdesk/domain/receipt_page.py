"""A receipt as one page to read and to print: HTML with nothing from elsewhere, in the user's language."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from signdesk.domain.batch_summary import summary_of, summary_words
from signdesk.domain.documents import visible
from signdesk.domain.messages import join, msg, plural
from signdesk.domain.moments import both_times
from signdesk.domain.page_comparison import comparison_from, comparison_words
from signdesk.domain.receipts import Receipt, batch_of, inside_words
from signdesk.domain.seal_facts import IssuerLevel, Revocation, SealFacts, facts_from
from signdesk.domain.seal_words import level_words, stamp_notes

_STYLE = """
body { font: 14px/1.5 system-ui, sans-serif; color: #1b2430 }
body { margin: 2.5em auto; max-width: 60em; padding: 0 1em }
h1 { font-size: 1.5em; margin: 0 } h2 { font-size: 1.1em; margin: 2em 0 .5em }
p.practice { background: #fbefd9; color: #8a5200; padding: .5em 1em; font-weight: 600 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1.5em; margin: 1em 0 }
dt { color: #566271 } dd { margin: 0; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .4em .8em .4em 0 }
th { color: #566271; font-weight: 600 } tr { border-bottom: 1px solid #dde2e8; break-inside: avoid }
code { font: 11px/1.4 ui-monospace, monospace; overflow-wrap: anywhere }
.good { color: #19734a } .bad { color: #8a5200 }
footer { color: #566271; margin-top: 2em }
@media print { body { margin: 0; max-width: none } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_TIMES = ("signed_at", "stamped_at", "valid_from", "valid_until")
_CHANGED = msg(
    "“Changed by the server” means: the seal is intact over the file that came back, but the server had "
    "changed the file before it sealed it."
)
_GOOD = ("sealed", "timestamped", "validated")


@dataclass(frozen=True, slots=True)
class PageLanguage:
    """The person's. `code` as HTML names it, `translate` says Words; both are called in worker threads."""

    code: Callable[[], str] = lambda: "en"
    translate: Callable[[str], str] = str


ENGLISH = PageLanguage()


def receipt_page(receipt: Receipt, language: PageLanguage = ENGLISH) -> bytes:
    """UTF-8. Everything from a server or a file is escaped. Times are this machine's, with their zone, and
    UTC beside.
    """
    page = _Page(receipt, language.translate)
    title = page.said(msg("Receipt: {what}", what=_name(receipt)))
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{html.escape(language.code())}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{title}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{title}</h1>",
        *page.body(),
        "</body></html>",
        "",
    ]
    return "\n".join(lines).encode("utf-8", "replace")


class _Page:
    def __init__(self, receipt: Receipt, translate: Callable[[str], str]) -> None:
        self._receipt = receipt
        self._translate = translate

    def said(self, words: str) -> str:
        return _escaped(str(self._translate(words)))

    def body(self) -> Iterator[str]:
        receipt = self._receipt
        if receipt["batch"]["practice"]:
            yield f'<p class="practice">{self.said(msg("Practice: test seals only, no legal effect"))}</p>'
        yield from self._order()
        yield f"<h2>{self.said(msg('Documents'))}</h2>"
        yield from self._documents()
        if receipt["other_files"]:
            yield f"<h2>{self.said(msg('Also in the ZIP'))}</h2><ul>"
            yield from (f"<li>{_escaped(one['name'])} {_hash(one)}</li>" for one in receipt["other_files"])
            yield "</ul>"
        yield from (f"<p>{_escaped(one)}</p>" for one in receipt["batch"]["warnings"])
        intact = msg(
            "“Sealed” and “intact” mean: SignDesk has looked into the returned file and found a seal that is "
            "cryptographically intact over exactly the bytes that were sent. “Known issuer” means: its "
            "certificate leads to an issuer that this computer or the connection’s CA file knows. Nobody was "
            "asked whether the certificate was revoked."
        )
        changed = any(one["outcome"] == "resealed" for one in self._receipt["documents"])
        made = msg(
            "Made by {program}, {moment}.", program=receipt["made_by"], moment=_local(receipt["made_at"])
        )
        notes = (intact, _CHANGED, made) if changed else (intact, made)
        yield f"<footer>{''.join(f'<p>{self.said(one)}</p>' for one in notes)}</footer>"

    def _order(self) -> Iterator[str]:
        receipt = self._receipt
        batch, process, result = receipt["batch"], receipt["process"], receipt["result"]
        process_text = f"{process['label']} ({process['number']})"
        server = " · ".join(one for one in (receipt["server"]["name"], receipt["server"]["address"]) if one)
        deleted = result["deleted_from_server_at"]
        if deleted:
            left = _local(deleted)
        else:
            left = msg("the server keeps its copy") if result["kept_on_server"] else msg("not yet")
        yield "<dl>"
        for term, value in (
            (msg("Process"), process_text),
            (msg("Server"), server),
            (msg("Result"), summary_words(summary_of(batch_of(receipt)))),
            (msg("Number on the server"), batch["number_on_server"]),
            (msg("Ordered"), _local(batch["ordered_at"])),
            (msg("Ordered by"), batch["ordered_by"]),
            (msg("Saved as"), f"{result['folder']} / {result['file']}"),
            ("SHA-256", result["sha256"]),
            (msg("Deleted from the server"), left),
            (msg("Number in SignDesk"), batch["id"]),
        ):
            if value:
                yield f"<dt>{self.said(term)}</dt><dd>{self.said(value)}</dd>"
        yield "</dl>"

    def _documents(self) -> Iterator[str]:
        yield "<table><tr>"
        yield from (f"<th>{self.said(one)}</th>" for one in (msg("Sent"), msg("Outcome"), msg("Came back")))
        yield "</tr>"
        for one in self._receipt["documents"]:
            size = self.said(plural("%n byte", "%n bytes", one["size_bytes"]))
            yield f"<tr><td><strong>{_escaped(one['name'])}</strong><br>{size}<br>{_hash(one)}</td>"
            kind = "good" if one["outcome"] in _GOOD or _counts(one) else "bad"
            outcome = f'<span class="{kind}">{self.said(_outcome(one))}</span>'
            inside = map(self.said, inside_words(one))
            told = (outcome, *self._pages(one), *self._seal(one["seal"]), *inside)
            yield f"<td>{'<br>'.join(told)}</td>"
            back = "<br>".join(f"{_escaped(each['name'])}<br>{_hash(each)}" for each in one["returned"])
            yield f"<td>{back}</td></tr>"
        yield "</table>"

    def _pages(self, one: Mapping[str, Any]) -> Iterator[str]:
        pages = one.get("pages")
        if pages is not None:
            yield self.said(comparison_words(comparison_from(pages, pages["not_compared"])))
        accepted = one.get("accepted")
        if accepted is not None:
            moment = _local(accepted["at"])
            words = msg("looked at and accepted by {who}, {moment}", who=accepted["by"] or "?", moment=moment)
            yield self.said(words)

    def _seal(self, seal: Mapping[str, Any] | None) -> Iterator[str]:
        if seal is None:
            return
        known = {key: _local(value) if key in _TIMES else value for key, value in seal.items()}
        facts = facts_from(seal)
        known["unknown"] = facts.issuer_level is IssuerLevel.UNKNOWN
        known["not_valid"] = facts.was_valid is False
        known["broke_earlier"] = facts.broke_earlier
        known["revoked"] = facts.revocation is Revocation.REVOKED
        known["stamp_notes"] = join(*stamp_notes(facts))
        known["meaning"] = level_words(facts.level)
        yield _escaped(" ".join(known[key] for key in ("container", "kind", "level") if key in known))
        for key, words in (
            ("meaning", known["meaning"]),
            ("signer", msg("by {signer}", signer=known.get("signer"))),
            (
                "stamped_at",
                msg(
                    "time stamp {moment} by {whom}",
                    moment=known.get("stamped_at"),
                    whom=known.get("stamped_by", "?"),
                ),
            ),
            ("signed_at", msg("on {moment}, by its own claim", moment=known.get("signed_at"))),
            ("also_by", msg("also signed by {names}", names=known.get("also_by"))),
            (
                "unchecked_by",
                msg("also a seal that was not checked: {names}", names=known.get("unchecked_by")),
            ),
            ("unchecked_why", facts.unchecked_why),
            (
                "not_here",
                msg("also over documents that were not at hand: {names}", names=known.get("not_here")),
            ),
            ("issuer", msg("certificate from {issuer}", issuer=known.get("issuer"))),
            ("known_by", msg("known issuer: {issuer}", issuer=known.get("known_by"))),
            ("unknown", msg("its issuer is not known to this computer")),
            ("valid_until", msg("valid until {moment}", moment=known.get("valid_until"))),
            ("not_valid", _not_valid(facts)),
            ("revoked", msg("data in the seal says that the certificate was revoked")),
            (
                "weak_digest",
                msg(
                    "made with {method}, which no longer protects against forgery",
                    method=known.get("weak_digest"),
                ),
            ),
            ("not_for_stamps", msg("by a certificate that is not one for time stamps")),
            ("stamp_notes", known["stamp_notes"]),
            ("broke_earlier", msg("an earlier signature, which allowed no changes, was broken by this seal")),
        ):
            if known.get(key):
                yield self.said(words)


def _not_valid(facts: SealFacts) -> str:
    if facts.stamped_at is not None:
        return msg("the certificate was not valid at the time of the time stamp")
    return msg("the certificate was not valid at that time")


def _name(receipt: Receipt) -> str:
    return str(receipt["batch"]["name"] or receipt["process"]["label"])


def _outcome(one: Mapping[str, Any]) -> str:
    words = {
        "sealed": msg("Sealed and intact") if one["checked"] else msg("Sealed, not checked"),
        "timestamped": msg("Time-stamped and intact") if one["checked"] else msg("Time-stamped, not checked"),
        "resealed": msg("Sealed, changed by the server"),
        "validated": msg("Checked by the server"),
        "unsealed": msg("Came back without a seal"),
        "damaged": msg("Seal is not intact"),
        "missing": msg("Did not come back"),
        "pending": msg("Not finished"),
    }
    return words.get(one["outcome"], msg("Cannot be checked"))


def _counts(one: Mapping[str, Any]) -> bool:
    """Of a document that the server changed: whether that was to be expected, or a person accepts it."""
    return "accepted" in one or bool(one.get("pages") and one["pages"]["counts_as_sealed"])


def _local(text: str) -> str:
    return both_times(datetime.fromisoformat(text))


def _escaped(text: str) -> str:
    """With direction and control characters made visible: they could show another name or signer."""
    return html.escape(visible(text))


def _hash(one: Mapping[str, Any]) -> str:
    return f"<code>{_escaped(one['sha256'])}</code>"
