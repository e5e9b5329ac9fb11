"""Time stamps as OpenSSL's own time-stamp authority makes them."""

from __future__ import annotations

import subprocess
from pathlib import Path


def openssl(folder: Path, command: str) -> None:
    subprocess.run(["openssl", *command.split()], cwd=folder, check=True, capture_output=True)


def openssl_stamp(folder: Path, content: bytes) -> tuple[bytes, bytes]:
    """Over `content`, by the authority "Clock": the whole answer, and the token alone."""
    (folder / "content").write_bytes(content)
    (folder / "serial").write_text("01\n")
    (folder / "conf").write_text(
        "[req]\ndistinguished_name=dn\n[dn]\n[e]\nextendedKeyUsage=critical,timeStamping\n"
        "[tsa]\ndefault_tsa=t\n[t]\nserial=serial\ncrypto_device=builtin\nsigner_digest=sha256\n"
        "default_policy=1.2.3.4\ndigests=sha256,sha512\ness_cert_id_alg=sha256\n"
    )
    openssl(
        folder,
        "req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 2 -subj /CN=Clock"
        " -config conf -extensions e",
    )
    openssl(folder, "ts -query -data content -sha512 -cert -out q.tsq")
    openssl(folder, "ts -reply -config conf -queryfile q.tsq -signer c.pem -inkey k.pem -out r.tsr")
    openssl(folder, "ts -reply -config conf -in r.tsr -out r.tst -token_out")
    openssl(folder, "ts -verify -data content -in r.tsr -CAfile c.pem")
    return (folder / "r.tsr").read_bytes(), (folder / "r.tst").read_bytes()
