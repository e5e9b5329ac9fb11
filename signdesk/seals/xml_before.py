"""What an XML file was before signatures were put into it: is it the document that was sent?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from signdesk.domain.messages import msg
from signdesk.seals.seal_check_result import NotChecked
from signdesk.seals.xml_signature import parsed, signatures_in

Holds = Callable[[bytes], bool]  # whether these are the bytes that were sent
_WRITTEN_ANEW = msg(
    "The seal is intact over the XML in this file, but the XML was written anew. Without the file that was "
    "sent, at its place and unchanged, it cannot be told whether it is the same document."
)


def is_original(root: Any, new: Sequence[Any], text: bytes, holds: Holds, sent: Any) -> bool:
    """Whether the file `text` without the `new` signatures is what was sent: byte for byte, or else as the
    XML `sent` (its root, where it is at hand). Raises NotChecked where it cannot be told.
    """
    if len(signatures_in(root)) == 1 and _is_put_into(root, text, holds):
        return True
    if sent is None:
        raise NotChecked(_WRITTEN_ANEW)
    return _canonical(sent) == _canonical(_unsigned(root, new))


def _without(text: bytes, signature: Any, *, blank: bool) -> Iterator[bytes]:
    """The file as it may have been before the signature (with `blank`: and blanks around it) was put in."""
    prefix = f"{signature.prefix}:" if signature.prefix else ""
    start = text.find(f"<{prefix}Signature".encode())
    closing = f"</{prefix}Signature>".encode()
    end = text.rfind(closing)
    if start < 0 or end < start:
        return
    before, after = text[:start], text[end + len(closing) :]
    if not blank:
        yield before + after
        return
    for first in dict.fromkeys((before, before.rstrip(b" \t"), before.rstrip())):
        for last in dict.fromkeys((after, after.lstrip(b"\r\n"), after.lstrip())):
            yield first + last


def _is_put_into(root: Any, text: bytes, holds: Holds) -> bool:
    """Whether the file is the original, byte for byte, with nothing but the signature and blanks put in."""
    (signature,) = signatures_in(root)
    blank = not _text_around(signature).strip()
    form = _squeezed if blank else bytes  # inside a text, a blank more is another text
    for before in _without(text, signature, blank=blank):
        if holds(before):
            return form(_canonical(parsed(before))) == form(_canonical(_unsigned(root, [signature])))
    return False


def _text_around(element: Any) -> str:
    before = element.getprevious()
    text = element.getparent().text if before is None else before.tail
    return (text or "") + (element.tail or "")


def _canonical(root: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root.getroottree(), method="c14n"))


def _squeezed(text: bytes) -> bytes:
    return b"".join(text.split())


def _unsigned(root: Any, signatures: Sequence[Any]) -> Any:
    """A copy without these."""
    from lxml import etree

    numbers = [number for number, one in enumerate(signatures_in(root)) if one in signatures]
    copy = parsed(etree.tostring(root.getroottree()))
    all_there = signatures_in(copy)
    for number in numbers:
        _take_out(all_there[number])
    return copy


def _take_out(element: Any) -> None:
    """Without what follows it, which is not its own."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
