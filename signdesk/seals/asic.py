"""A look at an ASiC container that came back: a ZIP with documents and the seals over them (EN 319 162-1).

Nothing is unpacked to the disk. Blocking, in worker threads.
"""

from __future__ import annotations

import base64
import codecs
import zipfile
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import partial
from itertools import islice
from typing import Any, BinaryIO

from signdesk.domain.messages import msg
from signdesk.domain.seal_facts import Held, SealFacts, SealKind, fitting
from signdesk.seals import cms, cms_form
from signdesk.seals.at_hand import certificates_from
from signdesk.seals.certificates import certificates_inside
from signdesk.seals.cms_form import hold_to_content
from signdesk.seals.package import LONGEST_TYPE_BYTES, META, Package, inside_name, is_bounded
from signdesk.seals.reading import der
from signdesk.seals.seal_check_result import (
    Finding,
    NotChecked,
    NotIntact,
    Seal,
    SealCheckResult,
    Together,
    as_result,
    hold_to_document,
    intact,
    of_all,
    plain_text,
    together,
)
from signdesk.seals.xml_form import DS
from signdesk.seals.xml_signature import check, parsed, signatures_in, signer_in

_TYPES = {
    b"application/vnd.etsi.asic-s+zip": "ASiC-S",
    b"application/vnd.etsi.asic-e+zip": "ASiC-E",
}
_MOST_SEALS = 200
_MOST_TOLD, _MOST_TOLD_SEALS = 200, 20  # documents, and seals over each
_MOST_TOLD_BYTES = 4_000_000  # of all that in JSON: the worker's answer has a bound
_NO_CONTAINER = msg("The file is an archive, but no container of sealed documents.")
_MANY = msg(
    "The seals were not checked, because the container holds more of them than SignDesk checks. Check it "
    "with the program that it was made with."
)
_OVER_WHICH = msg(
    "The seal could not be checked, because nothing in the container says which of the documents it is over. "
    "Ask whoever sealed them for a container of the kind ASiC-E."
)
_LIST = msg(
    "The seal could not be checked, because the list of documents in the container, over which it is, is out "
    "of shape. Ask whoever sealed them to seal them anew."
)
_NO_SEAL = msg("There is no seal in the container.")
_NO_KNOWN_SEAL = msg(
    "There is no seal of a kind that SignDesk knows in the container. Check it with the program that it was "
    "made with."
)
_EMPTY = msg("The seal was not checked, because there is no document in the container.")
_ASIC = "http://uri.etsi.org/02918/v1.2.1#"
_NAMES = {"asic": _ASIC, "ds": DS}
_DIGESTS = {"sha256": "sha256", "sha384": "sha384", "sha512": "sha512", "sha224": "sha224"}
_NO_SEALS = frozenset(f"{META}{name}.xml" for name in ("manifest", "container", "metadata"))
_MANIFESTS = ("ASiCManifest*.xml", "ASiCArchiveManifest*.xml")  # EN 319 162-1, A.4 and A.7


def is_asic(file: BinaryIO) -> bool:
    """Whether it is such a container, by its `mimetype` or by what lies in META-INF. Moves `file`."""
    try:
        file.seek(0)
        with zipfile.ZipFile(file) as container:
            return _type(container) is not None
    except Exception as error:  # noqa: BLE001
        hold_to_document(error)
        return False  # broad as `as_result`: zlib, lzma and others have errors of their own


def verify_asic(container: BinaryIO, original_sha256: str, original_size_bytes: int) -> SealCheckResult:
    """Whether the original lies in it, byte for byte, under intact seals.

    `original_sha256`: lower-case hex over the `original_size_bytes` bytes that were sent. `container` must be
    seekable. Every seal in it must be intact, whatever it covers. Never raises for what the file holds, and
    never uses the network.
    """

    def is_original(inside: Package, name: str) -> bool:
        same_size = inside.sizes[name] == original_size_bytes
        return same_size and inside.digest(name, "sha256").hex() == original_sha256

    return as_result(lambda: _look(container, is_original))


def verify_asic_alone(container: BinaryIO) -> SealCheckResult:
    """Whether everything in it is under intact seals, whatever it is. As above otherwise."""
    return as_result(lambda: _look(container, None))


@dataclass(frozen=True, slots=True)
class _Seal:
    facts: SealFacts
    covers: frozenset[str]


def _type(container: zipfile.ZipFile) -> str | None:
    names = set(container.namelist())
    if "mimetype" in names and is_bounded(container.getinfo("mimetype"), LONGEST_TYPE_BYTES):
        return _TYPES.get(container.read("mimetype").removeprefix(codecs.BOM_UTF8).strip())
    return "ASiC-E" if any(map(_is_seal, names)) else None


def _is_seal(name: str) -> bool:
    patterns = ("*signature*.p7s", "*.tst", "*signatures*.xml", *_MANIFESTS)
    return any(fnmatchcase(name, META + one) for one in patterns)


def _look(container: BinaryIO, is_original: Callable[[Package, str], bool] | None) -> SealCheckResult:
    container.seek(0)
    try:
        with zipfile.ZipFile(container) as opened:
            kind = _type(opened)
            if kind is None:
                raise NotChecked(_NO_CONTAINER)
            return _judged(Package(opened, container), kind, is_original)
    except (zipfile.BadZipFile, EOFError) as error:
        raise NotIntact(cms.BROKEN) from error


def _judged(
    inside: Package, kind: str, is_original: Callable[[Package, str], bool] | None
) -> SealCheckResult:
    if not set(inside.meta) - _NO_SEALS:
        return SealCheckResult(Finding.NONE, sentence=_NO_SEAL)
    if not any(map(_is_seal, inside.meta)):
        raise NotChecked(_NO_KNOWN_SEAL)
    wanted = {name for name in inside.data if is_original is None or is_original(inside, name)}
    if not wanted:
        raise NotIntact(cms.NOT_OVER_THIS) if is_original else NotChecked(_EMPTY)
    with certificates_from(partial(_certificates, inside)):
        found = together(_seals(inside, kind))
    held = _held(inside, found.good)
    more = len(inside.data) - len(held)
    try:
        facts = _facts(wanted, found, is_alone=is_original is None)
    except NotChecked as error:
        return SealCheckResult(Finding.NOT_CHECKED, sentence=str(error), inside=held, inside_more=more)
    return replace(intact(replace(facts, container=kind)), inside=held, inside_more=more)


def _facts(wanted: AbstractSet[str], found: Together[_Seal], *, is_alone: bool) -> SealFacts:
    """Of the seals over what is `wanted`: the document, or all. Raises NotIntact, NotChecked."""
    covered = frozenset[str]().union(*(one.covers for one in found.good))
    if is_alone and not wanted <= covered:
        raise found.why or NotChecked(_uncovered(wanted - covered))
    if not wanted & covered:
        raise found.why or NotIntact(cms.NOT_OVER_THIS)
    of_these = [one for one in found.good if one.covers & wanted]
    of_these = [one for one in of_these if one.facts.kind is not SealKind.TIMESTAMP] or of_these
    over_all = [one.facts for one in of_these if not is_alone or one.covers >= wanted]
    if not over_all:
        raise found.why or NotChecked(_not_together(of_these[0], wanted))
    return of_all(over_all[0], over_all, found)


def _held(inside: Package, seals: Sequence[_Seal]) -> tuple[Held, ...]:
    """The documents, each with the intact seals over it, as many as are told."""

    def over(name: str) -> Iterator[SealFacts]:
        return islice((one.facts for one in seals if name in one.covers), _MOST_TOLD_SEALS)

    held = [Held(name, tuple(over(name))) for name in inside.data[:_MOST_TOLD]]
    return fitting(held, _MOST_TOLD_BYTES)[0]


def _not_together(seal: _Seal, wanted: AbstractSet[str]) -> str:
    """Anybody may add a file with a seal or a time stamp of their own."""
    return msg(
        "Each seal is intact, but none is over all that is in the container: “{name}” is not under the seal "
        "of “{signer}”.",
        name=plain_text(min(wanted - seal.covers)),
        signer=seal.facts.signer or "?",
    )


def _uncovered(names: AbstractSet[str]) -> str:
    return msg(
        "The seals are intact, but not over all that is in the container: “{name}” is under no seal.",
        name=plain_text(min(names)),
    )


def _seals(inside: Package, kind: str) -> Iterator[Seal[_Seal]]:
    """Every one, to be checked. Raises NotChecked."""
    if sum(map(_is_seal, inside.meta)) > _MOST_SEALS:
        raise NotChecked(_MANY)
    manifests = [one for one in inside.meta if any(fnmatchcase(one, META + each) for each in _MANIFESTS)]
    used = {name: _seal_over(inside, name) for name in manifests}
    for name, seal in used.items():
        yield Seal(
            partial(_signer_in, inside, seal),
            partial(_by_manifest, inside, name),
            partial(_is_stamp, inside, seal),
        )
    for name in inside.meta:
        if name in used or name in used.values():
            continue
        if fnmatchcase(name, f"{META}*signatures*.xml"):
            yield from _in_xml(inside, name)
        elif _is_seal(name):
            yield Seal(
                partial(_signer_in, inside, name),
                partial(_of_only, inside, name, kind),
                partial(_is_stamp, inside, name),
            )


def _signer_in(inside: Package, name: str) -> str:
    return cms.signer_in(_signed(inside, name))


def _is_stamp(inside: Package, name: str) -> bool:
    return cms.is_stamp(_signed(inside, name))


def _seal_over(inside: Package, manifest: str) -> str:
    """The name of the seal over it; "" where it does not say that."""
    try:
        reference = parsed(inside.text(manifest)).find("asic:SigReference", _NAMES)
    except (NotIntact, NotChecked):
        return ""
    return "" if reference is None else inside_name(reference.get("URI", ""), inside)


def _by_manifest(inside: Package, name: str) -> _Seal:
    text = inside.text(name)
    seal, covers = _manifest(parsed(text), inside)
    return _Seal(_over(inside, seal, cms.digest_of_bytes(text)), covers)


def _of_only(inside: Package, name: str, kind: str) -> _Seal:
    """Which of several documents it is over, nothing says."""
    if kind != "ASiC-S" or len(inside.data) != 1:
        raise NotChecked(_OVER_WHICH)
    (only,) = inside.data
    with inside.open(only) as content:
        hold_to_content(_signed(inside, name), content)
    return _Seal(_over(inside, name, partial(_digest_of_file, inside, only)), frozenset([only]))


def _certificates(inside: Package) -> Iterator[bytes]:
    """For a seal that lacks its own, those of all seals in the container."""
    for name in islice(filter(_is_seal, inside.meta), _MOST_SEALS):
        with suppress(NotIntact, NotChecked):
            text = inside.text(name)
            if name.endswith(".xml"):
                yield from certificates_inside(parsed(text))
            else:
                yield from cms.certificates_in(cms.signed_data(der(text), padded=False))


def _over(inside: Package, name: str, digest_of: Callable[[str], bytes]) -> SealFacts:
    if name not in inside.sizes:
        raise NotIntact(
            msg("The seal that the container names, “{name}”, is not in it.", name=plain_text(name))
        )
    return cms.check(_signed(inside, name), digest_of)


def _signed(inside: Package, name: str) -> Any:
    return cms.signed_data(der(inside.text(name)), padded=False)


def _digest_of_file(inside: Package, name: str, algorithm: str) -> bytes:
    return inside.digest(name, cms.digest_name(algorithm))


def _manifest(root: Any, inside: Package) -> tuple[str, frozenset[str]]:
    """The seal over it, and the files whose digests it holds and that are just these (EN 319 162-1, A.4)."""
    reference = root.find("asic:SigReference", _NAMES)
    if root.tag != f"{{{_ASIC}}}ASiCManifest" or reference is None:
        raise NotChecked(_LIST)
    covers = set()
    for one in root.findall("asic:DataObjectReference", _NAMES):
        method, value = one.find("ds:DigestMethod", _NAMES), one.findtext("ds:DigestValue", "", _NAMES)
        name = inside_name(one.get("URI", ""), inside)
        algorithm = _DIGESTS.get("" if method is None else method.get("Algorithm", "").rsplit("#", 1)[-1])
        if algorithm is None:
            raise NotChecked(cms_form.ALGORITHM)
        if name not in inside.sizes:
            raise NotIntact(cms.not_here(name))
        if inside.digest(name, algorithm) != _bytes(value):
            raise NotIntact(_other_document(name))
        covers.add(name)
    return inside_name(reference.get("URI", ""), inside), frozenset(covers)


def _other_document(name: str) -> str:
    return msg("“{name}” in the container is not as it was when it was sealed.", name=plain_text(name))


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except ValueError as error:
        raise NotChecked(_LIST) from error


def _in_xml(inside: Package, name: str) -> Iterator[Seal[_Seal]]:
    """All signatures of a file of XAdES signatures."""
    try:
        signatures = signatures_in(parsed(inside.text(name)))
    except (NotIntact, NotChecked) as error:
        yield Seal(str, partial(_failed, error))
        return
    if not signatures:
        yield Seal(str, partial(_failed, NotChecked(_none_in(name))))
    for signature in signatures:
        yield Seal(partial(signer_in, signature), partial(_of_xml, inside, signature))


def _none_in(name: str) -> str:
    return msg(
        "The seal could not be checked, because there is no signature in “{name}”. Ask whoever made the "
        "container to make it anew.",
        name=plain_text(name),
    )


def _failed(error: NotIntact | NotChecked) -> _Seal:
    raise error


def _of_xml(inside: Package, signature: Any) -> _Seal:
    with ExitStack() as opened:

        def outside(uri: str) -> BinaryIO | None:
            inner = inside_name(uri, inside)
            return opened.enter_context(inside.open(inner)) if inner in inside.sizes else None

        checked = check(signature, signature, outside)
    covers = {inside_name(one.uri, inside) for one in checked.covered if not one.uri.startswith("#")}
    return _Seal(checked.facts, frozenset(covers))
