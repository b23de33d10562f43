"""The commands account find and sign-in, and account add for a provider's sign-in."""

from __future__ import annotations

import http.client
import io
import sys
import threading
import time
import urllib.parse

import pytest
from fakes.certificates import Authority
from fakes.command_line import CommandLine
from fakes.identity_server import CLIENT_ID, CLIENT_SECRET, FakeIdentityServer
from fakes.imap_server import FULL, USERNAME, FakeImapServer
from fakes.internet import Internet
from fakes.smtp_server import FakeSmtpServer

from softanswer.mailbox.discovery.dns import Service
from softanswer.mailbox.sign_in.tokens import Tokens

ADDRESS = "lena@shop.example"
GMAIL = ("account", "add", "--address", "lena@gmail.com")
OAUTH = ("--auth", "oauth", "--client-id", "123.apps.example")


class Names:
    """A DNS in memory."""

    exchanger: tuple[str, ...] = ()
    service: tuple[Service, ...] = ()

    def exchangers(self, domain):
        return self.exchanger

    def services(self, name):
        return self.service


@pytest.fixture
def authority(tmp_path):
    return Authority(tmp_path)


@pytest.fixture
def command(tmp_path, authority, monkeypatch):
    Internet(monkeypatch)
    made = CommandLine(tmp_path / "profile", tls_context=authority.trusting_context())
    made.names = Names()
    return made


def accounts(command):
    return command("account", "list", "--format", "json").json()


# Finding.


def test_a_known_provider_is_found_with_what_to_know(command):
    finished = command("account", "find", "lena@gmail.com")
    assert finished.code == 0
    assert finished.out == (
        "lena@gmail.com\n"
        "  incoming  imap.gmail.com:993 tls\n"
        "            known to this program as a server of Gmail\n"
        "  outgoing  smtp.gmail.com:465 tls\n"
        "            known to this program as a server of Gmail\n"
        "  user name lena@gmail.com\n"
        "  Google also takes --auth oauth with a client ID of your own.\n"
        "  The provider wants an app password: make one in its security settings.\n"
    )


def test_what_was_found_is_told_to_scripts(command):
    command.names.exchanger = ("shop-example.mail.protection.outlook.com",)
    found = command("account", "find", ADDRESS, "--format", "json").json()
    assert found["smtp"] == {
        "host": "smtp.office365.com",
        "port": 587,
        "security": "starttls",
        "origin": "exchanger",
        "source": "a server of Microsoft 365, which takes the mail of this domain",
    }
    assert (found["address"], found["username"]) == (ADDRESS, ADDRESS)
    assert (found["hint"], found["oauth"]) == ("no_passwords", "microsoft")


def test_a_guess_is_made_only_where_she_agrees(command):
    finished = command("account", "find", ADDRESS)
    assert finished.code == 2
    assert "--guess" in finished.err
    assert "were not found" in command("account", "find", ADDRESS, "--guess").err


def test_what_is_no_address_is_refused(command):
    assert "no mail address" in command("account", "find", "lena").err


# Adding.


def test_a_known_provider_needs_no_servers(command):
    assert command(*GMAIL, stdin="app password").code == 0
    [account] = accounts(command)
    assert account["imap"] == ["imap.gmail.com", 993, "tls"]
    assert account["files_sent_itself"]
    assert account["auth"] == "password"


def test_an_own_domain_needs_its_servers(command):
    error = command("account", "add", "--address", ADDRESS, stdin="x").err
    assert "--imap is missing" in error
    assert "account find" in error


@pytest.mark.parametrize(("secret", "kept"), [("GOCSPX-secret\n", "GOCSPX-secret"), ("", "")])
def test_an_account_of_a_provider_keeps_the_clients_secret_in_the_keyring(command, secret, kept):
    finished = command(*GMAIL, *OAUTH, stdin=secret)
    assert (finished.code, finished.err) == (0, "")
    assert "account sign-in lena@gmail.com" in finished.out
    assert Tokens.from_secret(command.secrets.kept["lena@gmail.com"]) == Tokens(kept)
    [account] = accounts(command)
    assert account["auth"] == "oauth"
    assert account["oauth"]["client_id"] == "123.apps.example"
    assert account["oauth"]["token_url"] == "https://oauth2.googleapis.com/token"
    assert "GOCSPX" not in str(account)


WRONG = {
    "no client": (("--auth", "oauth"), "--client-id is missing"),
    "blank client": (("--auth", "oauth", "--client-id", "a b"), "blank in it"),
    "no mechanism": (("--client-id", "x"), "--auth oauth"),
    "plain http": (
        (*OAUTH, "--authorize-url", "http://id.example/a", "--token-url", "https://id.example/t"),
        "only https://",
    ),
    "no scope": (
        (*OAUTH, "--authorize-url", "https://id.example/a", "--token-url", "https://id.example/t"),
        "a scope",
    ),
    "no token address": ((*OAUTH, "--authorize-url", "https://id.example/a"), "token address"),
}


@pytest.mark.parametrize(("options", "said"), WRONG.values(), ids=WRONG)
def test_options_that_do_not_fit_are_refused(command, options, said):
    finished = command(*GMAIL, *options, stdin="secret")
    assert (finished.code, finished.err.count("\n")) == (2, 1)
    assert said in finished.err
    assert accounts(command) == []
    assert command.secrets.kept == {}


def test_an_unknown_provider_has_to_be_named(command):
    servers = ("--imap", "imap.shop.example:993", "--smtp", "smtp.shop.example:465")
    line = ("account", "add", "--address", ADDRESS, *servers, *OAUTH)
    assert "Which provider?" in command(*line).err
    assert command(*line, "--oauth-provider", "microsoft").code == 0
    assert accounts(command)[0]["oauth"]["redirect_host"] == "localhost"


# Signing in.


class Quayside:
    """An account whose servers take the tokens of a provider on this computer."""

    def __init__(self, command, authority):
        self.command = command
        self.identity = FakeIdentityServer(authority.certify().server_context())
        self.imap = FakeImapServer(f"{FULL} AUTH=XOAUTH2")
        self.smtp = FakeSmtpServer(features=("AUTH PLAIN XOAUTH2",))
        self.imap.habits.tokens = self.smtp.tokens = self.identity.provider.valid

    def __enter__(self):
        for server in (self.identity, self.imap, self.smtp):
            server.__enter__()
        settings = self.identity.settings()
        endpoints = (("imap", self.imap.endpoint), ("smtp", self.smtp.endpoint))
        servers = [
            part
            for kind, endpoint in endpoints
            for part in (
                f"--{kind}", f"{endpoint.host}:{endpoint.port}", f"--{kind}-security", "none",
            )
        ]  # fmt: skip
        added = self.command(
            *("account", "add", "--address", ADDRESS, "--username", USERNAME, *servers),
            *("--auth", "oauth", "--client-id", CLIENT_ID, "--scope", "mail"),
            *("--authorize-url", settings.authorize_url, "--token-url", settings.token_url),
            *("--revoke-url", settings.revoke_url),
            stdin=CLIENT_SECRET,
        )
        assert (added.code, added.err) == (0, "")
        return self

    def __exit__(self, *_):
        for server in (self.identity, self.imap, self.smtp):
            server.__exit__()

    def sign_in(self):
        """Run the command, and do meanwhile what its text asks for."""
        threading.Thread(target=self._follow_the_text, daemon=True).start()
        return self.command("account", "sign-in", ADDRESS)

    def _follow_the_text(self):
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            stream = getattr(sys.stdout, "buffer", None)
            said = stream.getvalue().decode() if isinstance(stream, io.BytesIO) else ""
            pages = [line for line in said.splitlines() if line.startswith("https://")]
            if pages and "Waiting" in said:
                where = urllib.parse.urlsplit(self.identity.provider.consent(pages[0]))
                line = http.client.HTTPConnection(where.hostname, where.port, timeout=5)
                line.request("GET", f"{where.path}?{where.query}")
                line.getresponse().read()
                return
            time.sleep(0.01)


@pytest.fixture
def quayside(command, authority):
    with Quayside(command, authority) as made:
        yield made


def test_before_the_first_sign_in_every_command_says_so(quayside):
    error = quayside.command("account", "test", ADDRESS).err
    assert "sign in again" in error
    assert "account sign-in" in error
    assert f"not signed in: {ADDRESS}" in quayside.command("doctor").out


def test_a_sign_in_lets_in_and_its_removal_gives_the_access_back(quayside):
    finished = quayside.sign_in()
    assert (finished.code, finished.err) == (0, "")
    assert "is signed in" in finished.out
    tokens = Tokens.from_secret(quayside.command.secrets.kept[ADDRESS])
    assert tokens.client_secret == CLIENT_SECRET
    assert quayside.command("account", "test", ADDRESS).code == 0
    assert quayside.command("sync").code == 0
    assert quayside.command("account", "remove", ADDRESS).code == 0
    assert quayside.identity.provider.revoked == [tokens.refresh_token]
    assert quayside.command.secrets.kept == {}
    profile = quayside.command.profile
    kept = b"".join(path.read_bytes() for path in profile.rglob("*") if path.is_file())
    assert b"CANARY" not in kept


def test_a_withdrawn_sign_in_is_told_and_mended_by_signing_in_again(quayside):
    quayside.sign_in()
    provider = quayside.identity.provider
    provider.valid.clear()
    provider.refresh_tokens.clear()
    finished = quayside.command("sync")
    assert finished.code == 2
    assert "Please sign in again" in finished.err
    assert "CANARY" not in finished.err + finished.out
    quayside.sign_in()
    assert quayside.command("sync").code == 0


def test_a_provider_that_cannot_be_told_of_a_removal_is_named(quayside):
    quayside.sign_in()
    quayside.identity.provider.refusal = (503, {})
    finished = quayside.command("account", "remove", ADDRESS)
    assert finished.code == 2
    assert "is removed here, but its provider could not be told" in finished.err
    assert accounts(quayside.command) == []
    assert quayside.command.secrets.kept == {}


def test_an_account_with_a_password_does_not_sign_in_by_browser(command):
    command(*GMAIL, stdin="app password")
    assert "signs in with a password" in command("account", "sign-in", "lena@gmail.com").err


def test_a_lost_client_secret_is_asked_for_again(quayside):
    quayside.command.secrets.kept.clear()
    threading.Thread(target=quayside._follow_the_text, daemon=True).start()
    finished = quayside.command("account", "sign-in", ADDRESS, stdin=CLIENT_SECRET)
    assert finished.code == 0
