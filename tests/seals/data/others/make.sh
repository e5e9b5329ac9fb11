#!/bin/sh
# Makes the seals of this folder anew, with @signpdf (npm) and endesive (PyPI), and with a key that is thrown away
# afterwards. Neither is needed by the tests: what they made is kept here.
set -eu
cd "$(dirname "$0")"
here=$(pwd)
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/k.pem" -out "$work/c.pem" -days 9000 \
    -subj "/O=ACME/CN=Seal of ACME" -addext keyUsage=digitalSignature,nonRepudiation 2>/dev/null
openssl pkcs12 -export -legacy -inkey "$work/k.pem" -in "$work/c.pem" -passout pass:x -out "$work/s.p12"
cp make.mjs "$work"
cd "$work"
npm install --no-audit --no-fund --silent \
    @signpdf/signpdf@3.3.0 @signpdf/signer-p12@3.3.0 @signpdf/placeholder-plain@3.3.0
node make.mjs "$here"
python3 -m venv venv
venv/bin/pip install --quiet endesive==2.19.3 pypdf==7.1.1
venv/bin/python - "$here" <<'END'
"""Seals Offer.pdf of the folder in the first argument, and a few bytes beside their seal."""

import datetime
import pathlib
import sys
import unittest.mock

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from lxml import etree

# endesive needs it for verifying alone, and it does not know the version numbers of OpenSSL 3.
for name in ("certvalidator", "certvalidator.errors"):
    sys.modules[name] = unittest.mock.MagicMock()
from endesive import pdf, plain, xades  # noqa: E402

folder = pathlib.Path(sys.argv[1])
key = load_pem_private_key(pathlib.Path("k.pem").read_bytes(), None)
certificate = x509.load_pem_x509_certificate(pathlib.Path("c.pem").read_bytes())
offer = (folder / "Offer.pdf").read_bytes()


def sealed(content, **more):
    about = {
        "sigflags": 3, "sigpage": 0, "contact": "", "location": "", "reason": "agreed", "sigandcertify": False,
        "signingdate": datetime.datetime.now(datetime.UTC).strftime("D:%Y%m%d%H%M%SZ"), "aligned": 8192, **more,
    }  # fmt: skip
    return content + pdf.cms.sign(content, about, key, certificate, [], "sha256")


(folder / "endesive.pdf").write_bytes(sealed(offer))
(folder / "endesive-visible.pdf").write_bytes(
    sealed(offer, signaturebox=(300, 20, 500, 60), signature="Seal of ACME", sigfield="Seal")
)
letter = (folder.parent / "Letter.txt").read_bytes()
(folder / "endesive.p7s").write_bytes(plain.sign(letter, key, certificate, [], "sha256", attrs=True))
(folder / "endesive-pss.p7s").write_bytes(
    plain.sign(letter, key, certificate, [], "sha256", attrs=True, pss=True)
)

invoice = (folder.parent / "Invoice.xml").read_bytes()


def value_of(text, _algorithm):
    return key.sign(text, padding.PKCS1v15(), SHA256())


der = certificate.public_bytes(Encoding.DER)
inside = xades.BES().enveloped(invoice, certificate, der, value_of, None, None)
(folder / "endesive-xades.xml").write_bytes(etree.tostring(inside))
about = ("Invoice.xml", invoice, "application/xml", certificate, der, value_of)
around = xades.BES().enveloping(*about, None, None)
(folder / "endesive-xades-around.xml").write_bytes(etree.tostring(around))
END
