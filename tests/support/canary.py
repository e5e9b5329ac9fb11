"""The secrets of all tests, and finding them again wherever they could leak (signdesk/README.md, P14).

Every key, password, token and pass phrase that a test uses holds `MARK`. It is made of characters that no
coding for addresses, JSON, TOML or headers changes, so a whole secret in such a form is found by its mark;
the codings that change every character are in `forms`.
"""

from __future__ import annotations

import base64
import stat
from pathlib import Path

MARK = "canary7f3a9b2e"
CANARY = f"Kanarek /+=?&é {MARK}"  # other characters as Base64, in addresses, in JSON

LOOKED_AT_BYTES = 8_000_000  # of a larger file: as much at its begin and end together


def marked(text: str) -> str:
    """A secret of a test's own."""
    return f"{text}-{MARK}"


KEY = f"{MARK}-key/+7"
WRONG_KEY = marked("wrong")
TOKEN = f"{MARK}.token=="
PASSWORD = f"{MARK} pass wörd"
PASS_PHRASE = f"{MARK}-gęś-7"
PROXY_PASSWORD = f"{MARK}-pa:ss@wörd"


def forms() -> dict[str, bytes]:
    """Name and bytes of each. Base64 has three, depending on what stands before it."""
    raw = MARK.encode()
    coded = {
        "plain": raw,
        "utf-16": MARK.encode("utf-16-le")[:-1],  # both ways round
        "hex": raw.hex().encode(),
        "HEX": raw.hex().upper().encode(),
    }
    for before in range(3):
        inner = raw[(3 - before) % 3 :]
        coded[f"base64 after {before}"] = base64.b64encode(inner[: len(inner) // 3 * 3])
    return coded


_FORMS = forms()


def leaks(text: bytes | str) -> list[str]:
    """The forms that are in it."""
    held = text.encode(errors="surrogatepass") if isinstance(text, str) else text
    return [name for name, form in _FORMS.items() if form in held]


def leaking_files(*folders: Path, but: tuple[Path, ...] = ()) -> list[str]:
    """Each file below the folders that holds a form of a secret, or has one in its name.

    What is at or below one of `but` may hold them.
    """
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if not any(path.is_relative_to(one) for one in but):
                found += [
                    f"{path}: {name}"
                    for name in (*leaks(content(path)), *leaks(str(path.relative_to(folder))))
                ]
    return found


def content(path: Path) -> bytes:
    """What a regular file holds, or its ends where it is large; nothing of anything else. Never waits."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return b""
        with path.open("rb") as file:
            if status.st_size <= LOOKED_AT_BYTES:
                return file.read()
            begin = file.read(LOOKED_AT_BYTES // 2)
            file.seek(-LOOKED_AT_BYTES // 2, 2)
            return begin + b"\0" + file.read()
    except OSError:  # gone meanwhile, or not for us
        return b""
