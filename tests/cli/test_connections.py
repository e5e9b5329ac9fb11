"""The command line with what was set up: which connection, process and folder, and the way to the server."""

from __future__ import annotations

import os
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme
from cryptography.hazmat.primitives import serialization

from signdesk.domain.servers import Credentials
from signdesk.practice.service import Method
from tests.cli.conftest import Ended, SignDesk, usual_environment
from tests.support.canary import KEY as CANARY_KEY
from tests.support.canary import PASSWORD, PROXY_PASSWORD, TOKEN
from tests.support.forward_proxy import ForwardProxy
from tests.support.practice_runner import PracticeRun, running_practice
from tests.support.response_profile import Answer, ResponseProfile, ServerFault
from tests.support.saved import saved_in
from tests.support.secret_service import SecretService, gnome_keyring

KEY = {"SIGNDESK_API_KEY": CANARY_KEY}
AWAY = ResponseProfile(
    faults=(ServerFault(Method.STATUS, http_status=500, skip=1),)
)  # after the look before accept
QUICK = {**KEY, "SIGNDESK_TRIES": "2", "SIGNDESK_SETTLE_SECONDS": "0.1"}
Write = Callable[[str], None]


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """Where the settings of these tests save to."""
    return tmp_path / "Sealed here"


def office(address: str, sealed: Path, more: str = "") -> str:
    """A connection “office” with one process."""
    return (
        f'[saving]\nfolder = "{sealed}"\n'
        f'[connections.office]\nname = "Office"\naddress = "{address}"\n{more}\n'
        '[connections.office.processes.1]\nlabel = "Company seal"\n'
    )


def names(folder: Path) -> list[str]:
    return [path.name for path in saved_in(folder)]


# ---- which connection, process and folder ---------------------------------------------------------------


def test_everything_that_is_not_said_is_as_set_up(
    signdesk: SignDesk, settings: Write, practice: PracticeRun, document: Path, sealed: Path
) -> None:
    settings(office(practice.server.base_url, sealed))
    ended = signdesk("sign", document, **KEY)
    assert ended.code == 0, ended.err
    assert f"“Company seal” of “Office” ({practice.server.base_url})" in ended.err
    assert [name[:13] for name in names(sealed)] == ["Company seal "]


def test_another_connection_is_named_by_its_id(
    signdesk: SignDesk, settings: Write, practice: PracticeRun, document: Path, sealed: Path
) -> None:
    first = 'default_connection = "closed"\n[connections.closed]\naddress = "https://seal.invalid"\n'
    settings(first + office(practice.server.base_url, sealed))
    ended = signdesk("sign", "--connection", "office", document, **KEY)
    assert ended.code == 0, ended.err
    unknown = signdesk("sign", "--connection", "offcie", "--process", "1", document, **KEY)
    assert unknown.code == 2
    assert "There is no connection “offcie”. There are: closed, office." in unknown.err
    assert len(names(sealed)) == 1


def test_a_named_server_takes_the_rest_from_its_connection(
    signdesk: SignDesk, settings: Write, document: Path, sealed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "other server"
    folder.mkdir()
    with running_practice(folder, api_key_header="X-Api-Key") as other:
        address = other.server.base_url
        settings(office(address, sealed, 'api_key_header = "X-Api-Key"'))
        ended = signdesk("sign", "--server", f"{address}/api/", document, **KEY)
        assert ended.code == 0, ended.err
        said = signdesk(
            "sign", "--server", address, "--api-key-header", "API-KEY", "--again", document, **KEY
        )
        assert said.code == 3, "what is said wins"
    assert len(names(sealed)) == 1


def test_what_is_said_wins(
    signdesk: SignDesk, settings: Write, practice: PracticeRun, document: Path, sealed: Path, tmp_path: Path
) -> None:
    settings(office(practice.server.base_url, sealed, 'sign_in = "bearer"'))
    ended = signdesk("sign", "--process", "12", "--save-to", tmp_path / "Mine", document, **KEY)
    assert ended.code == 3
    assert "“Process 12”" in ended.err, "the server refused that process, not the key"
    assert (names(sealed), (tmp_path / "Mine").is_dir()) == ([], True)


def test_of_several_processes_one_must_be_named(
    signdesk: SignDesk, settings: Write, practice: PracticeRun, document: Path, sealed: Path
) -> None:
    more = '[connections.office.processes.2]\nlabel = "Check"\nkind = "validate"\n'
    settings(office(practice.server.base_url, sealed) + more)
    ended = signdesk("sign", document, **KEY)
    assert ended.code == 2
    assert "Name the process with --process: 1 (Company seal), 2 (Check)." in ended.err
    assert practice.ledger.received == ()
    checked = signdesk("sign", "--process", "2", "--json", document, **KEY)
    assert (checked.code, checked.json["batches"][0]["documents"][0]["outcome"]) == (0, "validated")
    settings(office(practice.server.base_url, sealed, "default_process = 1") + more)
    assert signdesk("sign", document, **KEY).code == 0


def test_without_a_folder_it_is_the_platforms(
    signdesk: SignDesk, settings: Write, practice: PracticeRun, document: Path, tmp_path: Path
) -> None:
    settings(f'[connections.office]\naddress = "{practice.server.base_url}"')
    ended = signdesk("sign", "--process", "1", document, **KEY)
    assert ended.code == 0, ended.err
    (saved,) = names(tmp_path / "Documents" / "Sealed")
    assert ended.out.splitlines()[-1] == str(tmp_path / "Documents" / "Sealed" / saved)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[saving\n", "settings.toml, line 1: The file is no TOML"),
        ('[saving]\nfolder = "not whole"\nodd = 1\n', "settings.toml, line 2: saving.folder: This must be"),
        ('\n\n[connections.office]\naddress = "http://seal.example"', "line 4: connections.office.address:"),
    ],
)
def test_broken_settings_stop_nothing_that_is_said_whole(
    signdesk: SignDesk,
    settings: Write,
    practice: PracticeRun,
    document: Path,
    tmp_path: Path,
    text: str,
    said: str,
) -> None:
    settings(text)
    rest = ("--process", "1", "--save-to", tmp_path / "Mine", document)
    ended = signdesk("sign", "--server", practice.server.base_url, *rest, **KEY)
    assert ended.code == 0, ended.err
    assert said in ended.err
    assert said not in ended.out
    assert signdesk("resume", **KEY).code == 0
    nowhere = signdesk("sign", *rest, **KEY)
    assert nowhere.code == 2
    assert said in nowhere.err
    assert "No connection is set up. Name the server with --server" in nowhere.err


BY_POLICY = """
import pathlib, sys
from signdesk.platform import SYSTEM
type(SYSTEM).policy_folder = lambda self: pathlib.Path({folder!r})  # where the system keeps it
from signdesk.__main__ import main
sys.exit(main())
"""


def test_an_administrators_connection_is_used_like_ones_own(
    settings: Write, practice: PracticeRun, document: Path, sealed: Path, tmp_path: Path
) -> None:
    policy = tmp_path / "policy"
    policy.mkdir(mode=0o755)
    locked = 'locked = ["connections.office"]\n'
    (policy / "policy.toml").write_text(locked + office(practice.server.base_url, sealed), encoding="utf-8")
    (policy / "policy.toml").chmod(0o644)
    settings('[connections.office]\naddress = "https://elsewhere.example"\n')
    done = subprocess.run(
        [sys.executable, "-c", BY_POLICY.format(folder=str(policy)), "sign", str(document)],
        env={**usual_environment(tmp_path), **KEY},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "settings.toml, line 1: connections.office: This is set by your organisation" in done.stderr
    assert len(names(sealed)) == 1


# ---- the way to the server ------------------------------------------------------------------------------

PLAIN = 'plain_http = true\nproxy = "manual"\nproxy_address = "{proxy}"\nproxy_user = "eva"'


def test_plain_http_and_the_proxy_are_as_set_up_also_in_resume(
    signdesk: SignDesk, settings: Write, practice: PracticeRun, document: Path, sealed: Path
) -> None:
    port = int(practice.server.base_url.rpartition(":")[2])
    practice.profile = AWAY
    with ForwardProxy({"seal.example": port}, user="eva", password=PROXY_PASSWORD) as proxy:
        settings(office("http://seal.example", sealed, PLAIN.format(proxy=proxy.url)))
        given = {**QUICK, "SIGNDESK_PROXY_PASSWORD": PROXY_PASSWORD}
        first = signdesk("sign", "--server", "http://seal.example", document, **given)
        assert first.code == 3
        assert practice.ledger.count(Method.ACCEPT) == 1, first.err
        practice.profile = ResponseProfile()
        without = signdesk("resume", **QUICK)
        assert (without.code, "proxy" in without.err) == (3, True), without.err
        ended = signdesk("resume", "--server", "http://seal.example", **given)
        assert ended.code == 0, ended.err
    assert len(names(sealed)) == 1
    assert practice.ledger.count(Method.ACCEPT) == 1


def test_consent_that_was_withdrawn_holds_its_own_batches_only(
    signdesk: SignDesk, settings: Write, practice: PracticeRun, document: Path, sealed: Path
) -> None:
    port = int(practice.server.base_url.rpartition(":")[2])
    both = f'[connections.near]\naddress = "{practice.server.base_url}"\n'
    practice.profile = AWAY
    with ForwardProxy({"seal.example": port}) as proxy:
        way = f'plain_http = true\nproxy = "manual"\nproxy_address = "{proxy.url}"'
        settings(office("http://seal.example", sealed, way) + both)
        assert signdesk("sign", document, **QUICK).code == 3
        assert signdesk("sign", "--connection", "near", "--process", "1", document, **QUICK).code == 3
        practice.profile = ResponseProfile()
        asked = len(proxy.asked)
        settings(both)
        withdrawn = signdesk("sign", "--server", "http://seal.example", "--process", "1", document, **QUICK)
        assert (withdrawn.code, "plain http" in withdrawn.err) == (2, True)
        refused = signdesk("resume", **QUICK)
        assert refused.code == 2, "one key, two servers"
        ended = signdesk("resume", "--server", "http://seal.example", "--json", **QUICK)
        assert (ended.code, ended.json["batches"][0]["state"]) == (3, "waiting")
        assert "plain http" in ended.json["batches"][0]["message"]
        assert len(proxy.asked) == asked
        assert signdesk("resume", "--server", practice.server.base_url, **QUICK).code == 0


def test_one_password_is_not_tried_on_two_proxies(
    signdesk: SignDesk, settings: Write, document: Path, sealed: Path, tmp_path: Path
) -> None:
    text, started = f'[saving]\nfolder = "{sealed}"\n', []
    given = {**QUICK, "SIGNDESK_PROXY_PASSWORD": PASSWORD}
    for number in (1, 2):
        folder = tmp_path / f"server {number}"
        folder.mkdir()
        server = running_practice(folder, profile=AWAY, credentials=Credentials())
        started.append(server)
    with started[0] as one, started[1] as two, ForwardProxy(user="eva", password=PASSWORD) as proxy:
        for name, run in (("one", one), ("two", two)):
            # the same proxy under two names
            address = proxy.url if name == "one" else proxy.url.replace("127.0.0.1", "localhost")
            way = PLAIN.format(proxy=address)
            text += f'[connections.{name}]\naddress = "{run.server.base_url}"\nsign_in = "none"\n{way}\n'
        settings(text)
        del given["SIGNDESK_API_KEY"]
        for name, run in (("one", one), ("two", two)):
            assert signdesk("sign", "--connection", name, "--process", "1", document, **given).code == 3
            run.profile = ResponseProfile()
        refused = signdesk("resume", **given)
        assert (refused.code, "SIGNDESK_PROXY_PASSWORD" in refused.err) == (2, True)
        assert signdesk("resume", "--server", one.server.base_url, **given).code == 0
        assert signdesk("resume", **given).code == 0


PASS_PHRASE = "gęś 7"


@pytest.fixture
def way(tmp_path: Path) -> Iterator[tuple[str, PracticeRun]]:
    """A server that asks for a client certificate, and what a connection to it needs."""
    authority, clients = trustme.CA(), trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    context.verify_mode = ssl.CERT_REQUIRED
    clients.configure_trust(context)
    eva = clients.issue_cert("eva@example.com")
    key = serialization.load_pem_private_key(eva.private_key_pem.bytes(), None)
    locked = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(PASS_PHRASE.encode()),
    )
    (tmp_path / "key.pem").write_bytes(locked)
    (tmp_path / "key.pem").chmod(0o600)
    eva.cert_chain_pems[0].write_to_path(tmp_path / "eva.pem")
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    text = f'ca_file = "{tmp_path}/ca.pem"\ncertificate = "{tmp_path}/eva.pem"\nkey = "{tmp_path}/key.pem"'
    folder = tmp_path / "tls server"
    folder.mkdir()
    with running_practice(folder, ssl_context=context) as running:
        yield text, running


def test_issuers_and_the_client_certificate_are_as_set_up(
    signdesk: SignDesk, settings: Write, way: tuple[str, PracticeRun], document: Path, sealed: Path
) -> None:
    text, server = way
    server.profile = AWAY
    settings(office(server.server.base_url, sealed, text))
    ended = signdesk("sign", document, **QUICK)
    assert ended.code == 2
    assert "is protected by a pass phrase" in ended.err
    assert "SIGNDESK_KEY_PASS_PHRASE gives it for a single run." in ended.err
    given = {**QUICK, "SIGNDESK_KEY_PASS_PHRASE": PASS_PHRASE}
    assert signdesk("sign", document, **given).code == 3
    assert server.ledger.count(Method.ACCEPT) == 1
    server.profile = ResponseProfile()
    ended = signdesk("resume", **given)
    assert ended.code == 0, ended.err
    assert len(names(sealed)) == 1


def test_only_a_key_that_wants_a_pass_phrase_is_told_how_to_give_one(
    signdesk: SignDesk, settings: Write, way: tuple[str, PracticeRun], document: Path, tmp_path: Path
) -> None:
    text, server = way
    settings(office(server.server.base_url, tmp_path / "Sealed", text))
    (tmp_path / "ca.pem").unlink()
    gone = signdesk("sign", document, **QUICK)
    assert "extra issuers" in gone.err
    (tmp_path / "ca.pem").touch()
    (tmp_path / "key.pem").chmod(0o644)
    assert "SIGNDESK_KEY_PASS_PHRASE" not in gone.err + signdesk("sign", document, **QUICK).err


def test_a_file_of_the_way_that_is_of_no_use_is_said_before_anything_is_sent(
    signdesk: SignDesk, settings: Write, practice: PracticeRun, document: Path, sealed: Path, tmp_path: Path
) -> None:
    settings(office(practice.server.base_url, sealed, f'ca_file = "{tmp_path}/gone.pem"'))
    ended = signdesk("sign", document, **KEY)
    assert ended.code == 2
    assert "gone.pem" in ended.err
    assert practice.ledger.received == ()
    assert signdesk("status", "--json").json == {"batches": []}


# ---- secrets of the keyring -----------------------------------------------------------------------------

KEEP = """
import sys
from signdesk.domain.connections import SecretKind
from signdesk.domain.servers import Credentials
from signdesk.storage.credentials import KeyringStore
from tests.support.saved import saved_in
KeyringStore().save(sys.argv[1], SecretKind(sys.argv[2]), Credentials(password=sys.stdin.read()))
"""


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[SecretService]:
    with gnome_keyring(tmp_path / "desk") as service:
        yield service


@pytest.fixture
def at_desk(signdesk: SignDesk, ring: SecretService) -> SignDesk:
    """`signdesk` where there is a keyring."""

    def run(*arguments: str | Path, typed: str = "", **more: str) -> Ended:
        return signdesk(*arguments, typed=typed, **{**ring.environment, **more})

    return run


def keep(ring: SecretService, owner: str, kind: str, value: str) -> None:
    """As the window's settings do."""
    environment = {**usual_environment(ring.home), **ring.environment, "PATH": os.environ["PATH"]}
    command = [sys.executable, "-c", KEEP, owner, kind]
    subprocess.run(command, env=environment, check=True, timeout=60, input=value, encoding="utf-8")


linux = pytest.mark.skipif(sys.platform != "linux", reason="Credentials Service is a thing of Linux desktops")


@linux
def test_every_secret_comes_from_the_keyring(
    at_desk: SignDesk,
    ring: SecretService,
    settings: Write,
    way: tuple[str, PracticeRun],
    document: Path,
    sealed: Path,
) -> None:
    text, server = way
    address = server.server.base_url
    with ForwardProxy(user="eva", password=PROXY_PASSWORD) as proxy:
        through = f'\nproxy = "manual"\nproxy_address = "{proxy.url}"\nproxy_user = "eva"'
        settings(office(address, sealed, text + through))
        keep(ring, address, "pass phrase", PASS_PHRASE)
        keep(ring, proxy.url, "proxy", PROXY_PASSWORD)
        assert at_desk("login", typed=KEY["SIGNDESK_API_KEY"]).code == 0
        ended = at_desk("sign", document)
        assert ended.code == 0, ended.err
        assert proxy.asked
        wrong = at_desk("sign", "--again", document, SIGNDESK_PROXY_PASSWORD="another", SIGNDESK_TRIES="1")
        assert wrong.code == 3, "the environment wins"
        wrong = at_desk("sign", "--again", document, SIGNDESK_KEY_PASS_PHRASE="another")
        assert (wrong.code, "is not right" in wrong.err) == (2, True)
    assert len(names(sealed)) == 1


@linux
def test_login_takes_address_and_kind_from_the_connection(
    at_desk: SignDesk, settings: Write, document: Path, sealed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "bearer server"
    folder.mkdir()
    with running_practice(folder, credentials=Credentials(token=TOKEN)) as server:
        other = '[connections.other]\naddress = "https://seal.example"\n'
        settings(office(server.server.base_url, sealed, 'sign_in = "bearer"') + other)
        assert at_desk("login", "--connection", "offcie", typed=TOKEN).code == 2
        ended = at_desk("login", typed=TOKEN)
        assert (ended.code, server.server.base_url in ended.err) == (0, True)
        assert at_desk("sign", document).code == 0
        changed = at_desk("login", "--connection", "office", "--user", "anna", typed=PASSWORD)
        assert changed.code == 0
        assert "“Office” signs in with bearer, so it does not use this (basic)" in changed.err
        unused = at_desk("sign", "--again", document)
        assert unused.code == 3
        assert (
            "“Office” signs in with bearer, but the keyring holds something else for it (basic)" in unused.err
        )
        assert "was removed from the keyring" in at_desk("logout").err
        assert "https://seal.example:443" in at_desk("logout", "--connection", "other").err


@linux
def test_plain_http_needs_the_connections_consent_to_log_in_and_none_to_log_out(
    at_desk: SignDesk, settings: Write, sealed: Path
) -> None:
    settings(office("http://seal.example", sealed, "plain_http = true"))
    assert at_desk("login", "--server", "http://seal.example", typed="K").code == 0
    assert at_desk("login", "--server", "http://other.example", typed="K").code == 2
    settings("")
    gone = at_desk("logout", "--server", "http://seal.example")
    assert (gone.code, "was removed" in gone.err) == (0, True)


def test_no_secret_of_the_way_reaches_the_journal_or_a_log(
    signdesk: SignDesk, settings: Write, practice: PracticeRun, document: Path, sealed: Path, tmp_path: Path
) -> None:
    practice.profile = ResponseProfile(faults=(ServerFault(Method.CREATE, Answer.CUT),))
    settings(office(practice.server.base_url, sealed, PLAIN.format(proxy="127.0.0.1:9")))
    given = {"SIGNDESK_PROXY_PASSWORD": "canary-proxy", "SIGNDESK_KEY_PASS_PHRASE": "canary-phrase"}
    ended = signdesk("sign", document, **QUICK, **given)
    assert ended.code == 3
    assert "canary" not in ended.err + ended.out
    assert [
        path for path in (tmp_path / "data").rglob("*") if path.is_file() and b"canary" in path.read_bytes()
    ] == []
