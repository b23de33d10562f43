"""Whatever stands between the program and a server, no password and no token leaves (E1-E3)."""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from fakes.certificates import Authority
from fakes.command_line import CommandLine
from fakes.imap_server import FULL, PASSWORD, FakeImapServer
from fakes.shop import ADDRESS, account_add
from fakes.smtp_server import FakeSmtpServer, Phase, Rule
from fakes.wiretap import Wiretap, gives_away

from softanswer.mailbox.account import Security
from softanswer.mailbox.sign_in.tokens import Tokens

pytestmark = pytest.mark.slow  # hundreds of cases; .ci/run has them beside the others

TOKEN = "ACCESS-CANARY-4f1c9a7e6b"
SECRETS = {"password": "", "XOAUTH2": "XOAUTH2", "OAUTHBEARER": "OAUTHBEARER"}
SERVERS = ["imap", "smtp"]
PROTECTED = [Security.TLS, Security.STARTTLS]


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    """An authority that this computer does not know."""
    return Authority(tmp_path_factory.mktemp("stranger"), "Airport Wi-Fi")


@pytest.fixture(scope="module")
def namesake(tmp_path_factory):
    """One that calls itself by the name of the authority that this computer knows."""
    return Authority(tmp_path_factory.mktemp("namesake"))


@dataclass
class Line:
    """An account whose two servers are both tapped."""

    imap: FakeImapServer
    smtp: FakeSmtpServer
    taps: dict[str, Wiretap]
    command: CommandLine

    def server(self, name):
        return getattr(self, name)

    def test(self):
        return self.command("account", "test", ADDRESS)

    def heard(self, name) -> bytes:
        """All that reached a server: over the line, and what it then decrypted."""
        return bytes(self.taps[name].heard) + "\n".join(self.server(name).commands).encode()

    def has_leaked(self, name) -> bool:
        """Tell whether a server, or who taps its line, knows a secret now."""
        heard = self.heard(name)
        return gives_away(heard, PASSWORD) or gives_away(heard, TOKEN)


@contextlib.contextmanager
def line(folder: Path, authority: Authority, security: Security, mechanism: str = ""):
    """An account on good servers; a test then spoils one."""
    good = authority.certify().server_context()
    ways = f" AUTH={mechanism}" if mechanism else ""
    starttls = " STARTTLS" if security is Security.STARTTLS else ""
    imap = FakeImapServer(FULL + ways + starttls, tls=good, security=security, host="localhost")
    smtp = FakeSmtpServer(
        features=("SIZE 1000000", f"AUTH PLAIN LOGIN {mechanism}".strip()),
        tls=good,
        security=security,
        host="localhost",
    )
    imap.habits.tokens = smtp.tokens = (TOKEN,)
    taps = {"imap": Wiretap(imap.endpoint), "smtp": Wiretap(smtp.endpoint)}
    imap.endpoint, smtp.endpoint = taps["imap"].endpoint, taps["smtp"].endpoint
    command = CommandLine(folder / "profile", tls_context=authority.trusting_context())
    with imap, smtp, taps["imap"], taps["smtp"]:
        add = account_add(taps["imap"].endpoint, taps["smtp"].endpoint)
        if mechanism:
            add += ["--auth", "oauth", "--client-id", "x", "--scope", "mail"]
            add += [
                "--authorize-url",
                "https://localhost:1/a",
                "--token-url",
                "https://localhost:1/t",
            ]
        assert command(*add, stdin=PASSWORD).code == 0
        if mechanism:
            tokens = Tokens("", "REFRESH-CANARY", TOKEN, time.time() + 3600)
            command.secrets.kept[ADDRESS] = tokens.to_secret()
        yield Line(imap, smtp, taps, command)


def refused(finished) -> str:
    """The one line that is said instead of logging in; nothing secret is in it."""
    assert finished.code == 2, finished.out
    assert finished.err.count("\n") == 1
    assert "CANARY" not in finished.err
    return finished.err


# The matrix can fail: a good server gets the secret, but nobody on the line does.


@pytest.mark.parametrize("security", PROTECTED)
@pytest.mark.parametrize("mechanism", SECRETS.values(), ids=SECRETS)
def test_a_good_server_gets_the_secret_and_nobody_on_the_line(
    tmp_path, authority, security, mechanism
):
    with line(tmp_path, authority, security, mechanism) as tapped:
        assert tapped.test().code == 0
        for name in SERVERS:
            assert tapped.has_leaked(name)
            over_the_line = bytes(tapped.taps[name].heard)
            assert len(over_the_line) > 500
            assert not gives_away(over_the_line, PASSWORD)
            assert not gives_away(over_the_line, TOKEN)


# E2: certificates.


def expired(authority, *_):
    return authority.certify(expired=True)


def of_another_name(authority, *_):
    return authority.certify("mail.other.example")


def self_signed(authority, *_):
    return authority.certify(self_signed=True)


def of_an_unknown_authority(_authority, stranger, _namesake):
    return stranger.certify()


def of_a_forged_authority(_authority, _stranger, namesake):
    return namesake.certify()


CERTIFICATES = {
    "expired": (expired, "has expired", "Test authority"),
    "another name": (of_another_name, "another name than localhost", "Test authority"),
    "self-signed": (self_signed, "is self-signed", "localhost"),
    "unknown authority": (of_an_unknown_authority, "does not know", "Airport Wi-Fi"),
    "forged authority": (of_a_forged_authority, "does not know", "Test authority"),
}


@pytest.mark.parametrize("security", PROTECTED)
@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("mechanism", ["", "XOAUTH2"], ids=["password", "token"])
@pytest.mark.parametrize(("make", "said", "issuer"), CERTIFICATES.values(), ids=CERTIFICATES)
@pytest.mark.parametrize("was_good", [False, True], ids=["from the start", "changed"])
def test_a_certificate_that_is_no_proof_gets_nothing_and_its_issuer_is_shown(
    tmp_path,
    authority,
    stranger,
    namesake,
    security,
    server,
    mechanism,
    make,
    said,
    issuer,
    was_good,
):
    with line(tmp_path, authority, security, mechanism) as tapped:
        if was_good:  # a certificate that changes is no better than a first one
            assert tapped.test().code == 0
            tapped.taps[server].heard.clear()
        spoilt = tapped.server(server)
        spoilt.commands.clear()
        spoilt.tls = make(authority, stranger, namesake).server_context()
        for command in (("account", "test", ADDRESS), ("sync",)):
            if command == ("sync",) and server == "smtp":
                continue
            error = refused(tapped.command(*command))
            assert "could not prove who it is" in error
            assert said in error
            assert f"issued by “{issuer}”" in error
            assert "No password was sent" in error
        assert not tapped.has_leaked(server)
        assert not [one for one in spoilt.commands if "AUTH" in one or "LOGIN" in one]


@pytest.mark.parametrize("security", PROTECTED)
def test_a_renewed_certificate_of_a_known_authority_is_no_trouble(tmp_path, authority, security):
    """Public authorities renew every few weeks; who verifies is who counts, not the key."""
    with line(tmp_path, authority, security) as tapped:
        assert tapped.test().code == 0
        tapped.imap.tls = tapped.smtp.tls = authority.certify().server_context()
        assert tapped.test().code == 0


# E1: STARTTLS stripped, refused, injected; PREAUTH. E3: no way for a secret.


def strip(tapped, server):
    tapped.imap.capabilities = tapped.imap.capabilities.replace(" STARTTLS", "")
    tapped.smtp.tls = None


def refuse(tapped, server):
    tapped.imap.habits.answers["STARTTLS"] = b"{tag} NO not today\r\n"
    tapped.smtp.rules[Phase.STARTTLS] = Rule("502 5.5.1 not here", cut=True)


def not_know(tapped, server):
    tapped.imap.habits.answers["STARTTLS"] = b"{tag} BAD unknown command\r\n"
    tapped.smtp.rules[Phase.STARTTLS] = Rule("500 unknown", cut=True)


def inject(tapped, server):
    tapped.imap.habits.answers["STARTTLS"] = b"{tag} OK begin\r\n* CAPABILITY AUTH=PLAIN\r\n"
    tapped.smtp.rules[Phase.STARTTLS] = Rule("220 go\r\n250 AUTH PLAIN", cut=False)


def let_in_at_once(tapped, server):
    tapped.imap.habits.greeting = b"* PREAUTH welcome, no need to hide\r\n"
    tapped.smtp.rules[Phase.EHLO] = Rule("250-fake\r\n250 AUTH PLAIN LOGIN XOAUTH2 OAUTHBEARER")


def go_on_in_clear(tapped, server):
    """It says that it begins, and goes on in plain text."""
    tapped.imap.habits.answers["STARTTLS"] = b"{tag} OK begin\r\n"
    tapped.smtp.rules[Phase.STARTTLS] = Rule("220 go", cut=True)


STRIPPED = {
    "stripped": (strip, ("STARTTLS", "No password was sent")),
    "refused": (refuse, ("STARTTLS", "No password was sent")),
    "unknown": (not_know, ("STARTTLS", "No password was sent")),
    "injected": (inject, ("before the protected connection began",)),
    "let in at once": (let_in_at_once, ("STARTTLS", "No password was sent")),
    "goes on in clear": (go_on_in_clear, ("localhost",)),
}


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("mechanism", SECRETS.values(), ids=SECRETS)
@pytest.mark.parametrize(("spoil", "said"), STRIPPED.values(), ids=STRIPPED)
def test_a_line_that_is_not_protected_gets_nothing(
    tmp_path, authority, server, mechanism, spoil, said
):
    with line(tmp_path, authority, Security.STARTTLS, mechanism) as tapped:
        other = "smtp" if server == "imap" else "imap"
        before = tapped.server(other)
        spoil(tapped, server)
        if other == "imap":  # only one of the two is spoilt
            before.habits.answers.clear()
            before.habits.greeting = b"* OK ready\r\n"
            before.capabilities = f"{FULL} AUTH={mechanism or 'PLAIN'} STARTTLS"
        else:
            before.rules.clear()
            before.tls = authority.certify().server_context()
        error = refused(tapped.test())
        assert all(part in error for part in said), error
        assert not tapped.has_leaked(server)
        assert not [one for one in tapped.server(server).commands if "AUTH" in one]


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("mechanism", SECRETS.values(), ids=SECRETS)
def test_a_server_that_speaks_plainly_where_tls_should_be_gets_nothing(
    tmp_path, authority, server, mechanism
):
    with line(tmp_path, authority, Security.TLS, mechanism) as tapped:
        tapped.server(server).security = Security.NONE
        error = refused(tapped.test())
        assert "No protected connection to localhost" in error
        assert not tapped.has_leaked(server)


def disable_imap(tapped, mechanism):
    tapped.imap.capabilities = "IMAP4rev1 LOGINDISABLED"


def offer_another_imap(tapped, mechanism):
    tapped.imap.capabilities = "IMAP4rev1 LOGINDISABLED AUTH=CRAM-MD5 AUTH=GSSAPI"


NO_WAY = {
    "imap disabled": (disable_imap, "imap"),
    "imap others": (offer_another_imap, "imap"),
}


@pytest.mark.parametrize("mechanism", SECRETS.values(), ids=SECRETS)
@pytest.mark.parametrize(("spoil", "server"), NO_WAY.values(), ids=NO_WAY)
def test_where_there_is_no_log_in_for_a_secret_none_is_shown(
    tmp_path, authority, mechanism, spoil, server
):
    with line(tmp_path, authority, Security.TLS, mechanism) as tapped:
        spoil(tapped, mechanism)
        error = refused(tapped.test())
        assert "was sent" in error
        assert not tapped.has_leaked(server)


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("mechanism", ["XOAUTH2", "OAUTHBEARER"])
def test_a_token_is_never_shown_as_a_password(tmp_path, authority, server, mechanism):
    with line(tmp_path, authority, Security.TLS, mechanism) as tapped:
        if server == "imap":
            tapped.imap.capabilities = FULL
        else:
            tapped.smtp.features = ("AUTH PLAIN LOGIN",)
        assert "Nothing secret was sent" in refused(tapped.test())
        assert not tapped.has_leaked(server)


@pytest.mark.parametrize("mechanism", SECRETS.values(), ids=SECRETS)
@pytest.mark.parametrize("server", SERVERS)
def test_no_protection_at_all_can_not_be_set_up_for_another_computer(tmp_path, server, mechanism):
    command = CommandLine(tmp_path / "profile")
    other = {"imap": "smtp", "smtp": "imap"}[server]
    finished = command(
        *("account", "add", "--address", ADDRESS, f"--{server}", "mail.shop.example:143"),
        *(f"--{other}", "mail.shop.example:993", f"--{server}-security", "none"),
        stdin=PASSWORD,
    )
    assert "allowed only to this computer" in refused(finished)
    assert command.secrets.kept == {}


def test_what_somebody_on_the_line_could_hear_is_recognised():
    assert gives_away(b"x S3CRET-CANARY y", PASSWORD)
    assert gives_away(b"AUTH PLAIN AGxlbmEAUzNDUkVULUNBTkFSWQ==", PASSWORD)
    assert not gives_away(b"EHLO shop.example", PASSWORD)
