"""XML signatures as xmlsec1 makes and judges them: templates, signing, and a second opinion."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

DS = "http://www.w3.org/2000/09/xmldsig#"
INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
ENVELOPED = f'<ds:Transform Algorithm="{DS}enveloped-signature"/>'
CANONICAL = f'<ds:Transform Algorithm="{EXCLUSIVE}"/>'
# Any element's, as in `xml_places`: xmlsec1 wants to be told what is an id.
ID_NAMES = ("Id", "ID", "id")


def reference(uri: str, transforms: str = CANONICAL, kind: str = "") -> str:
    """`transforms`: elements; none where it is empty."""
    steps = f"<ds:Transforms>{transforms}</ds:Transforms>" if transforms else ""
    digest = '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/>'
    of_kind = f' Type="{kind}"' if kind else ""
    return f'<ds:Reference URI="{uri}"{of_kind}>{steps}{digest}</ds:Reference>'


def template(references: str, inside: str = "", name: str = "seal", canonical: str = EXCLUSIVE) -> str:
    """A signature to be made. `inside`: its objects."""
    return (
        f'<ds:Signature xmlns:ds="{DS}" Id="{name}"><ds:SignedInfo>'
        f'<ds:CanonicalizationMethod Algorithm="{canonical}"/>'
        '<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>'
        f"{references}</ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo><ds:X509Data/></ds:KeyInfo>{inside}"
        "</ds:Signature>"
    )


@dataclass(frozen=True)
class XmlSec:
    """`folder` holds `k.pem` and `c.pem`, the key and certificate of the signer."""

    folder: Path

    def sealed(self, text: str, name: str = "seal") -> bytes:
        """`text` with the signature that is called so made in it."""
        self._run(text.encode(), "--sign", "--privkey-pem", "k.pem,c.pem", "--node-id", name)
        return (self.folder / "out.xml").read_bytes()

    def verifies(self, content: bytes, name: str | None = None) -> bool:
        """Whether xmlsec1 finds the signature (the first, where none is named) good. Trust is left out."""
        try:
            self._run(content, "--verify", "--insecure", *(("--node-id", name) if name else ()))
        except subprocess.CalledProcessError:
            return False
        return True

    def _run(self, content: bytes, *options: str) -> None:
        (self.folder / "in.xml").write_bytes(content)
        ids = [word for one in _ids(content) for word in (f"--id-attr:{one[0]}", one[1])]
        command = ["xmlsec1", *options, *ids, "--output", "out.xml", "in.xml"]
        if "--verify" in options:
            command = [one for one in command if one not in ("--output", "out.xml")]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True, timeout=60)


def _ids(content: bytes) -> list[tuple[str, str]]:
    """Which attribute of which elements (name space and name) is an id."""
    from lxml import etree

    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return []
    found = {
        (str(key), str(one.tag).lstrip("{").replace("}", ":"))
        for one in root.iter(etree.Element)
        for key in one.attrib
        if key in ID_NAMES
    }
    return sorted(found)
