"""A batch's receipt on disk: three files beside the ZIP with its name, each there whole or not at all.

Nothing of anybody else's is replaced: only a receipt of the same batch gives way to its newer one.
Blocking: worker threads only.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from signdesk.domain.batches import Batch
from signdesk.domain.documents import visible
from signdesk.domain.receipts import FORMAT
from signdesk.platform import SYSTEM
from signdesk.platform.files import create_own, fsync_file, fsync_folder, rename_no_replace, write_all
from signdesk.platform.os_errors import translate_os_errors

LARGEST_BYTES = 64 << 20
_MOST_NUMBERS = 1000


def as_json(receipt: Mapping[str, Any]) -> bytes:
    """UTF-8, to be read by people, too: what is invisible, or turns the direction of a text, is escaped."""
    text = json.dumps(receipt, ensure_ascii=False, indent=2) + "\n"
    hidden = [char for char in set(text) - {"\n"} if visible(char) != char]
    escapes = {ord(char): json.dumps(char)[1:-1] for char in hidden}
    return text.translate(escapes).encode("utf-8", "replace")


def read_receipt(path: Path) -> dict[str, Any]:
    """The object in the file. Raises OSError, or ValueError where it is something else or far too large."""
    with path.open("rb") as file:
        content = file.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise ValueError("too large for a receipt")
    try:
        read = json.loads(content)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(read, dict) or read.get("format") != FORMAT:
        raise ValueError("no receipt")
    return read


def write_receipt(batch: Batch, forms: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Writes each of `forms` (ending -> content, such as ".json") and returns where, durable.

    Beside `batch.saved_to`, where its folder is still there. Raises DiskFull, TargetUnavailable or
    SavingProblem; what was written until then stays.
    """
    if batch.saved_to is None:
        raise ValueError(f"batch {batch.id} has no result")
    folder = batch.saved_to.parent
    with translate_os_errors(folder):
        stem = _free_stem(folder, f"{batch.saved_to.stem} receipt", batch.id, forms)
        json_first = sorted(forms, key=lambda ending: ending != ".json")  # the others are known by it
        made = {ending: _write(folder, f"{stem}{ending}", batch.id, forms[ending]) for ending in json_first}
    return tuple(made[ending] for ending in forms)


def _free_stem(folder: Path, wanted: str, batch_id: str, forms: Mapping[str, bytes]) -> str:
    """A name that is free with every ending, or that an earlier receipt of this batch has."""
    for number in range(1, _MOST_NUMBERS):
        stem = wanted if number == 1 else f"{wanted} ({number})"
        taken = [ending for ending in forms if os.path.lexists(folder / f"{stem}{ending}")]
        if not taken or _is_ours(folder / f"{stem}.json", batch_id):
            return stem
    return wanted


def _is_ours(path: Path, batch_id: str) -> bool:
    try:
        batch = read_receipt(path).get("batch")
    except (OSError, ValueError):
        return False
    return isinstance(batch, dict) and batch.get("id") == batch_id


def _write(folder: Path, name: str, batch_id: str, content: bytes) -> Path:
    temporary, descriptor = create_own(folder / f".signdesk-{batch_id}-receipt.part", 0o666)
    try:
        try:
            write_all(descriptor, content)
            fsync_file(descriptor)
        finally:
            os.close(descriptor)
        final = folder / name
        if not os.path.lexists(final) or final.is_symlink() or not final.is_file():
            return rename_no_replace(temporary, folder, name)
        SYSTEM.retry_while_held(lambda: temporary.replace(final))
        fsync_folder(folder)
        return final
    finally:  # also where it has its name, but its temporary one could not be removed
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
