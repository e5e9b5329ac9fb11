"""Makes the signatures of this folder anew, with xmlsec1 and a key that is thrown away: `python make.py`."""

from __future__ import annotations

import base64
import hashlib
import io
import subprocess
import tempfile
import zipfile
from pathlib import Path
from urllib.parse import quote

HERE = Path(__file__).parent
DS = "http://www.w3.org/2000/09/xmldsig#"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
C14N = f'<ds:Transform Algorithm="{EXCLUSIVE}"/>'
ENVELOPED = f'<ds:Transform Algorithm="{DS}enveloped-signature"/>'
CERTIFICATE = "<ds:X509Data><ds:X509Certificate/></ds:X509Data>"
NUMBER = "<ds:X509Data><ds:X509IssuerSerial/></ds:X509Data>"
OFFER = '<offer xmlns="urn:x"><price>100</price>{signature}</offer>'
TEXT = b"pen;1\r\n"


def reference(uri: str, transforms: str = "", content: bytes | None = None, kind: str = "") -> str:
    """`content`: whose digest is written; xmlsec1 fills in the others."""
    steps = f"<ds:Transforms>{transforms}</ds:Transforms>" if transforms else ""
    value = base64.b64encode(hashlib.sha256(content).digest()).decode() if content is not None else ""
    named = f' Type="{DS}{kind}"' if kind else ""
    return (
        f'<ds:Reference URI="{uri}"{named}>{steps}<ds:DigestMethod Algorithm="{SHA256}"/>'
        f"<ds:DigestValue>{value}</ds:DigestValue></ds:Reference>"
    )


def signature(references: str, objects: str = "", key: str = CERTIFICATE) -> str:
    return (
        f'<ds:Signature xmlns:ds="{DS}"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="{EXCLUSIVE}"/>'
        '<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>'
        f"{references}</ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo>{key}</ds:KeyInfo>{objects}</ds:Signature>"
    )


def manifest(references: str) -> str:
    return f'<ds:Object><ds:Manifest Id="list">{references}</ds:Manifest></ds:Object>'


def xpath(expression: str) -> str:
    return (
        '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116">'
        f"<ds:XPath>{expression}</ds:XPath></ds:Transform>"
    )


def filtered(way: str, expression: str) -> str:
    uri = "http://www.w3.org/2002/06/xmldsig-filter2"
    return (
        f'<ds:Transform Algorithm="{uri}"><f:XPath xmlns:f="{uri}" Filter="{way}">{expression}</f:XPath>'
        "</ds:Transform>"
    )


def offer(*transforms: str) -> str:
    return OFFER.format(signature=signature(reference("", "".join(transforms))))


HERE_AND_UP = (
    "count(ancestor-or-self::ds:Signature | here()/ancestor::ds:Signature[1]) &gt; "
    "count(ancestor-or-self::ds:Signature)"
)
LIST = reference("#list", C14N, kind="Manifest")
WHOLE = reference("", ENVELOPED + C14N)
TEMPLATES = {
    "manifest.xml": OFFER.format(
        signature=signature(LIST, manifest(WHOLE + reference("gone.txt", content=b"gone")))
    ),
    "manifest-of-parts.xml": signature(
        LIST,
        manifest(reference("#o", C14N)) + '<ds:Object Id="o"><price xmlns="urn:x">100</price></ds:Object>',
    ),
    "manifest-in-manifest.xml": OFFER.format(
        signature=signature(
            LIST,
            manifest(reference("#inner", C14N))
            + f'<ds:Object><ds:Manifest Id="inner">{WHOLE}</ds:Manifest></ds:Object>',
        )
    ),
    "manifest-beside.xml": signature(
        LIST,
        manifest(reference("pen.csv", content=TEXT) + reference("gone.txt", content=b"gone")),
    ),
    "deep.xml": signature(
        reference("#p", C14N),
        '<ds:Object><ds:SignatureProperties><ds:SignatureProperty Target="#x">'
        '<price xmlns="urn:x" Id="p">100</price>'
        "</ds:SignatureProperty></ds:SignatureProperties></ds:Object>",
    ),
    "text-alone.xml": '<box xmlns="urn:x"><file Id="a" name="x">cGVuOzENCg==</file>'
    + signature(reference("#a", f'<ds:Transform Algorithm="{DS}base64"/>'))
    + "</box>",
    "content.xml": f'<box xmlns="urn:x"><CONTENT Id="a" Encoding="{DS}base64" MimeType="text/csv">'
    "cGVuOzENCg==</CONTENT>"
    + signature(reference("#a", f'<ds:Transform Algorithm="{DS}base64"/>'))
    + "</box>",
    "xpath-here.xml": offer(xpath(HERE_AND_UP), C14N),
    "filter-here.xml": offer(filtered("subtract", "here()/ancestor::ds:Signature[1]"), C14N),
    "filter-all.xml": offer(filtered("subtract", "//ds:Signature"), C14N),
    "xpath-other.xml": offer(xpath("not(self::comment())"), C14N),
    "filter-other.xml": offer(filtered("intersect", "//*[local-name()='price']"), C14N),
    "by-number.xml": OFFER.format(signature=signature(WHOLE, key=NUMBER)),
    "by-name.xml": OFFER.format(signature=signature(WHOLE, key="<ds:KeyName>Seal</ds:KeyName>")),
}
INCLUSIVE = '<ds:Transform Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/>'
ODT = {
    "mimetype": b"application/vnd.oasis.opendocument.text",
    "content.xml": b'<?xml version="1.0"?>\n<c:text xmlns:c="urn:c"><!--x--><c:p>Price: 100</c:p></c:text>',
    "styles.xml": b'<c:styles xmlns:c="urn:c"/>',
    "Pictures/a b.png": bytes(range(256)),
    "META-INF/manifest.xml": b'<m:manifest xmlns:m="urn:m"/>',
}
IDS = ("Manifest", "Object", "Signature")


def sign(text: str, work: Path) -> bytes:
    (work / "template.xml").write_text(text, encoding="utf-8")
    ids = [each for one in IDS for each in ("--id-attr:Id", f"{DS}:{one}")]
    ids += ["--id-attr:Id", "urn:x:file", "--id-attr:Id", "urn:x:CONTENT", "--id-attr:Id", "urn:x:price"]
    command = ["xmlsec1", "--sign", "--privkey-pem", "key,crt", *ids, "--output", "out.xml", "template.xml"]
    subprocess.run(command, cwd=work, check=True, capture_output=True)
    return (work / "out.xml").read_bytes()


def signed_package(files: dict[str, bytes], covered: list[str], work: Path) -> bytes:
    """As LibreOffice does it: XML in its canonical form, everything else byte for byte."""
    references = "".join(
        reference(quote(name), INCLUSIVE if name.endswith(".xml") else "") for name in covered
    )
    for name, content in files.items():
        (work / name).parent.mkdir(exist_ok=True)
        (work / name).write_bytes(content)
    uri = "urn:oasis:names:tc:opendocument:xmlns:digitalsignature:1.0"
    template = (
        f'<document-signatures xmlns="{uri}" xmlns:dsig="{uri}" dsig:version="1.2">'
        f"{signature(references)}</document-signatures>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
        package.writestr("META-INF/documentsignatures.xml", sign(template, work))
    return made.getvalue()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        request = "openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out crt -days 9000 -subj"
        subprocess.run([*request.split(), "/CN=xmlsec1"], cwd=work, check=True, capture_output=True)
        (work / "gone.txt").write_bytes(b"gone")
        (work / "pen.csv").write_bytes(TEXT)
        for name, template in TEMPLATES.items():
            (HERE / name).write_bytes(sign(template, work))
        (HERE / "signed.odt").write_bytes(signed_package(ODT, list(ODT), work))
        partly = [name for name in ODT if name != "styles.xml"]
        (HERE / "partly-signed.odt").write_bytes(signed_package(ODT, partly, work))
        (HERE / "certificate.pem").write_bytes((work / "crt").read_bytes())


if __name__ == "__main__":
    main()
