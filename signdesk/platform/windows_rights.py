"""Who may change a file or folder of Windows, read from its security descriptor in text form (SDDL).

Format: learn.microsoft.com/windows/win32/secauthz/security-descriptor-string-format and ace-strings. Rules
that refuse rights are not counted: a file is trusted only if nobody else is granted anything.
"""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

_ADMINISTRATORS = frozenset(
    [
        *("BA", "S-1-5-32-544"),  # the group Administrators
        *("SY", "S-1-5-18"),  # the system itself
        *("LA", "DA", "EA"),  # the account Administrator; domain and enterprise administrators
        "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",  # TrustedInstaller
    ]
)
_OWNER_ITSELF = frozenset(["OW", "S-1-3-4"])
_RIGHTS = {
    **{"GA": 0x10000000, "GX": 0x20000000, "GW": 0x40000000, "GR": 0x80000000},
    **{"RC": 0x20000, "SD": 0x10000, "WD": 0x40000, "WO": 0x80000},
    **{"FA": 0x1F01FF, "FR": 0x120089, "FW": 0x120116, "FX": 0x1200A0},
    **{
        "CC": 0x1,
        "DC": 0x2,
        "LC": 0x4,
        "SW": 0x8,
        "RP": 0x10,
        "WP": 0x20,
        "DT": 0x40,
        "LO": 0x80,
        "CR": 0x100,
    },
}
_REPLACES = 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000  # DELETE, WRITE_DAC, WRITE_OWNER, GENERIC_*
_CHANGES_FILE = _REPLACES | 0x2 | 0x4  # FILE_WRITE_DATA, FILE_APPEND_DATA
# Adding a file to a folder replaces none, and every user may do that below ProgramData: FILE_DELETE_CHILD.
_CHANGES_FOLDER = _REPLACES | 0x40
_OWNER = re.compile(r"O:(?P<owner>[A-Z]{2}|S-[0-9-]+)(?=$|[A-Z]:)")
_LIST = re.compile(r"D:(?P<flags>[A-Z_]*)(?P<rules>(?:\([^()]*\))*)(?=$|S:)")
_ONLY_INHERITED = "IO"  # for what is made below, not for the folder itself
_GRANTS = frozenset(["A", "OA", "XA"])


def only_administrators_write(descriptor: str, *, is_folder: bool) -> bool:
    """False also for what is not understood, and without an access list, where everybody may do anything."""
    owner, found = _OWNER.match(descriptor), _LIST.search(descriptor)
    if owner is None or owner["owner"] not in _ADMINISTRATORS or found is None:
        return False
    if "NO_ACCESS_CONTROL" in found["flags"]:
        return False
    changing = _CHANGES_FOLDER if is_folder else _CHANGES_FILE
    return not any(_grants(rule, changing) for rule in re.findall(r"\(([^()]*)\)", found["rules"]))


def _grants(rule: str, changing: int) -> bool:
    """Whether this rule lets somebody else have one of these rights."""
    kind, flags, rights, _, _, who, *_ = [*rule.split(";"), "", "", "", "", ""]
    if kind not in _GRANTS or _ONLY_INHERITED in re.findall("..", flags):
        return False
    return who not in _ADMINISTRATORS | _OWNER_ITSELF and bool(_mask(rights) & changing)


def _mask(rights: str) -> int:
    """All rights for what is not understood."""
    try:
        if rights[:1].isdigit():
            return int(rights, 0)
        return reduce(or_, (_RIGHTS[one] for one in re.findall("..?", rights)), 0)
    except (KeyError, ValueError):
        return -1
