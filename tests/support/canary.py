"""A secret that is easy to find again, in every form in which it could leak."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from urllib.parse import quote, quote_plus

CANARY = "Kanarek /+=?&é 7f3a9b2e"  # other characters as Base64, in addresses, in JSON


def forms(secret: str = CANARY) -> dict[str, bytes]:
    """Name and bytes of each. Base64 has three, depending on what stands before it."""
    raw = secret.encode()
    coded = {
        "plain": raw,
        "latin-1": secret.encode("latin-1"),
        "utf-16": secret.encode("utf-16-le"),
        "url": quote(raw, safe="").encode(),
        "path": quote(raw).encode(),
        "form": quote_plus(raw).encode(),
        "json": json.dumps(secret)[1:-1].encode(),
        "hex": raw.hex().encode(),
    }
    for before in range(3):
        inner = raw[(3 - before) % 3 :]
        coded[f"base64 after {before}"] = base64.b64encode(inner[: len(inner) // 3 * 3])
    return coded


def leaks(text: bytes | str) -> list[str]:
    """The forms that are in it."""
    held = text.encode(errors="surrogateescape") if isinstance(text, str) else text
    return [name for name, form in forms().items() if form in held]


def leaking_files(*folders: Path) -> list[str]:
    """Each file below the folders that holds a form of the canary, or has one in its name."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            held = path.read_bytes() if path.is_file() else b""
            found += [f"{path}: {name}" for name in (*leaks(held), *leaks(str(path)))]
    return found
