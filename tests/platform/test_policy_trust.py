"""Whose word counts as the organisation's on Windows: its owner's and nobody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from signdesk.platform.windows import Windows, only_administrators_write
from signdesk.storage import settings_policy
from signdesk.storage.folders import Folders
from tests.platform.windows_machine import ADMINISTRATORS_ONLY, WindowsMachine

# A folder that an administrator made in C:\ProgramData, and one that a user made there (icacls, Windows 11).
INHERITED = (
    "(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIIOID;GA;;;CO)(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)"
)
OF_ADMINISTRATOR = f"O:BAG:DUD:AI{INHERITED}"
USER = "S-1-5-21-1111111111-2222222222-3333333333-1001"
OF_USER = f"O:{USER}G:DUD:AI(A;ID;FA;;;{USER}){INHERITED}"


@pytest.mark.parametrize("is_folder", [True, False])
@pytest.mark.parametrize(
    "descriptor",
    [
        ADMINISTRATORS_ONLY,
        "O:SYD:(A;;FA;;;SY)(A;;FRFX;;;WD)",
        "O:S-1-5-32-544D:(A;;0x1f01ff;;;S-1-5-18)(A;;GR;;;AU)",
        "O:BAD:(A;;FA;;;OW)(D;;FA;;;BU)S:AI(AU;SA;FA;;;WD)",
        "O:BAD:",  # nobody may do anything
    ],
)
def test_what_administrators_alone_may_change_is_trusted(descriptor: str, is_folder: bool) -> None:
    assert only_administrators_write(descriptor, is_folder=is_folder)


@pytest.mark.parametrize("is_folder", [True, False])
@pytest.mark.parametrize(
    "descriptor",
    [
        OF_USER,
        f"O:{USER}D:(A;;FA;;;BA)",
        "O:BUD:(A;;FA;;;BA)",
        "O:BA",  # no access list: everybody may do anything
        "O:BAD:NO_ACCESS_CONTROL",
        "D:(A;;FA;;;BA)",
        "",
        f"O:BAD:(A;;FA;;;{USER})",
        "O:BAD:(A;;0x1301bf;;;BU)",
        "O:BAD:(A;;GA;;;WD)",
        "O:BAD:(A;;FRWD;;;BU)",
        "O:BAD:(A;;FRWO;;;BU)",
        "O:BAD:(A;;FRSD;;;BU)",
        "O:BAD:(A;;??;;;BU)",
        'O:BAD:(XA;;FR;;;BU;(WIN://X == "a"))',
    ],
)
def test_what_another_may_change_or_replace_is_not(descriptor: str, is_folder: bool) -> None:
    assert not only_administrators_write(descriptor, is_folder=is_folder)


def test_a_folder_may_take_new_files_of_anybody_but_a_file_no_new_content() -> None:
    assert only_administrators_write(OF_ADMINISTRATOR, is_folder=True)
    assert not only_administrators_write(OF_ADMINISTRATOR, is_folder=False)
    assert not only_administrators_write("O:BAD:(A;;DT;;;BU)", is_folder=True)


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "policy.toml"
    path.write_text('locked = ["saving"]\n')
    return path


def test_an_administrators_policy_holds(machine: WindowsMachine, policy: Path) -> None:
    assert "saving.folder" in settings_policy.read_policy(policy).locks


@pytest.mark.parametrize("which", ["file", "folder"])
def test_a_policy_that_a_user_planted_is_named_and_not_believed(
    machine: WindowsMachine, policy: Path, which: str
) -> None:
    machine.rights[policy if which == "file" else policy.parent] = OF_USER
    read = settings_policy.read_policy(policy)
    assert "saving.folder" not in read.locks
    assert ["Others" in one.sentence for one in read.complaints] == [True]


def test_rights_that_cannot_be_told_are_not_trusted(
    machine: WindowsMachine, policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> str:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(machine, "security_descriptor", refuse)
    read = settings_policy.read_policy(policy)
    assert "saving.folder" not in read.locks
    assert ["Access is denied" in one.sentence for one in read.complaints] == [True]


def test_no_variable_of_a_user_moves_the_policy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("WIN_PD_OVERRIDE_COMMON_APPDATA", "ProgramData", "ALLUSERSPROFILE", "XDG_CONFIG_DIRS"):
        monkeypatch.setenv(name, str(tmp_path))
    assert Windows(WindowsMachine()).policy_folder() == Path(r"D:\ProgramData") / "SignDesk"
    assert Folders(tmp_path).policy_file == Path("/etc/signdesk/policy.toml")


def test_without_the_systems_word_it_is_the_usual_folder() -> None:
    class Silent(WindowsMachine):
        def program_data(self) -> str:
            raise OSError("SHGetKnownFolderPath: 0x80070002")

    assert Windows(Silent()).policy_folder() == Path(r"C:\ProgramData") / "SignDesk"
