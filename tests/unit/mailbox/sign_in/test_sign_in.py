"""A sign-in from the browser's page to a log-in, and what becomes of its tokens later."""

from __future__ import annotations

import http.client
import logging
import threading
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from fakes.command_line import MemorySecrets
from fakes.identity_server import CLIENT_SECRET
from fakes.imap_server import FULL, USERNAME, FakeImapServer
from fakes.intake import shop_account
from fakes.smtp_server import FakeSmtpServer

from softanswer.mailbox.account import Account, AuthMechanism
from softanswer.mailbox.errors import (
    CertificateError,
    ConnectionFailedError,
    CredentialsError,
    MailError,
    ProtocolError,
    ServerBusyError,
)
from softanswer.mailbox.login import PasswordLogin, TokenLogin
from softanswer.mailbox.sign_in.browser import sign_in
from softanswer.mailbox.sign_in.logins import give_back, login_of
from softanswer.mailbox.sign_in.settings import OAuthSettings
from softanswer.mailbox.sign_in.tokens import Tokens, are_tokens
from softanswer.mailbox.sync import test_account as try_account
from softanswer.mailbox.wake_up import WakeUp
from softanswer.mailbox.wire import CalledOffError

ADDRESS = "lena@shop.example"


def go(url: str) -> None:
    """Open an address as a browser does."""
    where = urllib.parse.urlsplit(url)
    line = http.client.HTTPConnection(where.hostname, where.port, timeout=5)
    line.request("GET", f"{where.path}?{where.query}")
    line.getresponse().read()
    line.close()


class Browser:
    """Her browser; `page` is what it opened."""

    def __init__(self, identity):
        self.identity = identity
        self.pages = []

    def open(self, url):
        self.pages.append(url)
        threading.Thread(target=lambda: go(self.identity.provider.consent(url))).start()


def signed_in(identity, trust, **changes) -> Tokens:
    parts = {"tls_context": trust, "time_limit_s": 10, **changes}
    browser = Browser(identity)
    open_page = parts.pop("open_page", browser.open)
    secret = parts.pop("client_secret", CLIENT_SECRET)
    return sign_in(identity.settings(), secret, ADDRESS, open_page, **parts)


@pytest.fixture
def account(identity) -> Account:
    return replace(shop_account(), oauth=identity.settings())


@pytest.fixture
def tokens(identity, trust) -> Tokens:
    return signed_in(identity, trust)


@pytest.fixture
def kept(tokens) -> MemorySecrets:
    return MemorySecrets({ADDRESS: tokens.to_secret()})


def test_the_page_asks_for_what_is_needed_and_for_this_address(identity, trust):
    browser = Browser(identity)
    signed_in(identity, trust, open_page=browser.open)
    [page] = browser.pages
    assert page.startswith(f"{identity.base}/authorize?")
    asked = urllib.parse.parse_qs(urllib.parse.urlsplit(page).query)
    assert asked["scope"] == ["mail"]
    assert asked["login_hint"] == [ADDRESS]
    assert asked["access_type"] == ["offline"]
    assert len(asked["state"][0]) >= 43
    assert asked["redirect_uri"][0].startswith("http://127.0.0.1:")
    assert CLIENT_SECRET not in page
    [(path, form)] = identity.provider.requests
    assert path == "/token"
    assert form["code_verifier"] not in page
    assert form["client_secret"] == CLIENT_SECRET


def test_two_sign_ins_share_no_state_and_no_verifier(identity, trust):
    browser = Browser(identity)
    signed_in(identity, trust, open_page=browser.open)
    signed_in(identity, trust, open_page=browser.open)
    asked = [urllib.parse.parse_qs(urllib.parse.urlsplit(page).query) for page in browser.pages]
    for name in ("state", "code_challenge"):
        assert asked[0][name] != asked[1][name]


def test_a_sign_in_brings_tokens_that_no_representation_shows(identity, tokens):
    assert tokens.access_token in identity.provider.valid
    assert tokens.refresh_token in identity.provider.refresh_tokens
    assert 3500 < tokens.expires_at - time.time() <= 3600
    login = TokenLogin(USERNAME, tokens.access_token, lambda: "")
    assert "CANARY" not in f"{tokens!r} {login!r} {PasswordLogin('a', 'CANARY')!r}"
    assert Tokens.from_secret(tokens.to_secret()) == tokens


@pytest.mark.parametrize(
    "secret", ["S3CRET", "", "{}", "[]", "12", '{"softanswer": "tokens", "x": 1}']
)
def test_a_password_is_never_taken_for_tokens(secret):
    assert not are_tokens(secret)


def test_she_may_decline(identity, trust):
    def decline(url):
        state = urllib.parse.parse_qs(urllib.parse.urlsplit(url).query)
        back = urllib.parse.urlencode({"error": "access_denied", "state": state["state"][0]})
        threading.Thread(target=go, args=(f"{state['redirect_uri'][0]}/?{back}",)).start()

    with pytest.raises(CredentialsError, match=r"access_denied.*Nothing was changed"):
        signed_in(identity, trust, open_page=decline)
    assert identity.provider.requests == []


def test_a_code_that_was_slipped_in_is_worth_nothing_without_its_verifier(identity, trust):
    """A code of somebody else's attempt, brought with our state, is found out."""

    def swap(url):
        mine = identity.provider.consent(url)
        theirs = identity.provider.consent(url.replace("code_challenge=", "code_challenge=x"))
        code = urllib.parse.parse_qs(urllib.parse.urlsplit(theirs).query)["code"][0]
        where = urllib.parse.urlsplit(mine)
        fields = dict(urllib.parse.parse_qsl(where.query)) | {"code": code}
        back = where._replace(query=urllib.parse.urlencode(fields)).geturl()
        threading.Thread(target=go, args=(back,)).start()

    with pytest.raises(CredentialsError, match="sign in again"):
        signed_in(identity, trust, open_page=swap)


def test_a_browser_that_is_never_used_is_not_waited_for_for_ever(identity, trust):
    with pytest.raises(ConnectionFailedError, match="No answer came from the browser"):
        signed_in(identity, trust, open_page=lambda _: None, time_limit_s=0.1)


@pytest.mark.parametrize("moment", ["browser", "token"])
def test_a_sign_in_can_be_called_off_at_once(identity, trust, moment):
    cancel = WakeUp()
    identity.provider.delay_s = 3
    open_page = Browser(identity).open if moment == "token" else lambda _: None
    threading.Timer(0.4, cancel.ring).start()
    start = time.monotonic()
    with pytest.raises(CalledOffError):
        signed_in(identity, trust, open_page=open_page, cancel=cancel)
    assert time.monotonic() - start < 1.5


def test_a_sign_in_that_does_not_last_is_refused(identity, trust):
    identity.provider.gives_refresh_token = False
    with pytest.raises(CredentialsError, match="offline access"):
        signed_in(identity, trust)


def test_a_wrong_client_secret_is_named(identity, trust):
    with pytest.raises(CredentialsError, match=r"invalid_client who are you.*client secret"):
        signed_in(identity, trust, client_secret="wrong")


def test_a_provider_that_cannot_prove_itself_gets_nothing(identity):
    with pytest.raises(CertificateError, match="does not know"):
        signed_in(identity, None)
    assert identity.provider.requests == []


@pytest.mark.parametrize(
    "changes",
    [
        {"client_id": ""},
        {"client_id": "two words"},
        {"token_url": "http://localhost/token"},
        {"token_url": "https://user@localhost/token"},
        {"authorize_url": "javascript:alert(1)"},
        {"authorize_url": "https:///x"},
        {"revoke_url": "ftp://localhost/"},
        {"authorize_url": ""},
        {"token_url": ""},
        {"scopes": ()},
        {"redirect_host": "evil.example"},
    ],
)
def test_settings_that_would_leak_or_lead_nowhere_are_refused(identity, changes):
    with pytest.raises(ValueError, match=r"[.]$"):
        identity.settings(**changes)


def test_the_account_keeps_its_settings_and_no_secret(account):
    document = account.to_document()
    assert account.auth is AuthMechanism.OAUTH
    assert Account.from_document(document) == account
    assert OAuthSettings.from_document(document["oauth"]) == account.oauth
    assert "CANARY" not in str(document)


# Log-ins.


def test_a_fresh_token_is_used_without_asking_the_provider(identity, account, kept, tokens):
    asked = len(identity.provider.requests)
    login = login_of(account, kept)
    assert (login.username, login.token) == (USERNAME, tokens.access_token)
    assert len(identity.provider.requests) == asked


@pytest.mark.parametrize(("left_s", "is_renewed"), [(119, True), (125, False)])
def test_a_token_is_renewed_before_it_runs_out(
    identity, trust, account, tokens, left_s, is_renewed
):
    old = replace(tokens, expires_at=time.time() + left_s)
    kept = MemorySecrets({ADDRESS: old.to_secret()})
    login = login_of(account, kept, trust)
    assert (login.token != old.access_token) is is_renewed
    assert Tokens.from_secret(kept.kept[ADDRESS]).access_token == login.token
    assert Tokens.from_secret(kept.kept[ADDRESS]).refresh_token == old.refresh_token
    assert login.token in identity.provider.valid


def test_a_new_refresh_token_replaces_the_old_one(identity, trust, account, kept, tokens):
    identity.provider.rotates = True
    for _ in range(3):
        old = Tokens.from_secret(kept.kept[ADDRESS])
        kept.kept[ADDRESS] = replace(old, expires_at=0).to_secret()
        login_of(account, kept, trust)
        new = Tokens.from_secret(kept.kept[ADDRESS])
        assert new.refresh_token != old.refresh_token
        assert identity.provider.refresh_tokens == {new.refresh_token}
        assert new.client_secret == CLIENT_SECRET


def test_two_threads_renew_once(identity, trust, account, tokens):
    identity.provider.rotates, identity.provider.delay_s = True, 0.2
    kept = MemorySecrets({ADDRESS: replace(tokens, expires_at=0).to_secret()})
    asked = len(identity.provider.requests)
    with ThreadPoolExecutor(4) as pool:
        logins = list(pool.map(lambda _: login_of(account, kept, trust), range(4)))
    assert len({login.token for login in logins}) == 1
    assert len(identity.provider.requests) == asked + 1


def test_a_withdrawn_sign_in_says_sign_in_again_and_shows_no_secret(
    identity, trust, account, tokens
):
    identity.provider.refresh_tokens.clear()
    kept = MemorySecrets({ADDRESS: replace(tokens, expires_at=0).to_secret()})
    with pytest.raises(CredentialsError) as caught:
        login_of(account, kept, trust)
    assert "Please sign in again" in str(caught.value)
    assert "Token … has been revoked" in str(caught.value)
    assert "CANARY" not in str(caught.value)


@pytest.mark.parametrize("secret", ["a-password", Tokens(client_secret="x").to_secret()])
def test_an_account_that_never_signed_in_says_so(account, trust, secret):
    with pytest.raises(CredentialsError, match="sign in again"):
        login_of(account, MemorySecrets({ADDRESS: secret}), trust)


def test_a_token_is_never_sent_as_a_password(tokens):
    kept = MemorySecrets({ADDRESS: tokens.to_secret()})
    with pytest.raises(CredentialsError, match="Type the password"):
        login_of(shop_account(), kept)


TROUBLE = {
    "down": ((503, b"<html>down</html>"), ServerBusyError, "HTTP 503"),
    "too often": ((429, {"error": "slow_down"}), ServerBusyError, "slow_down"),
    "later": ((400, {"error": "temporarily_unavailable"}), ServerBusyError, "tried again"),
    "Microsoft asks": (
        (400, {"error": "interaction_required"}),
        CredentialsError,
        "sign in again",
    ),
    "unknown client": ((400, {"error": "unauthorized_client"}), CredentialsError, "client ID"),
    "no JSON": ((200, b"<html>"), ProtocolError, "does not know"),
    "a list": ((200, [1]), ProtocolError, "does not know"),
    "no token": ((200, {}), ProtocolError, "does not know"),
    "token is a number": ((200, {"access_token": 5}), ProtocolError, "does not know"),
    "two lines": ((200, {"access_token": "a\r\nb"}), ProtocolError, "does not know"),
    "another kind": ((200, {"access_token": "a", "token_type": "mac"}), ProtocolError, "know"),
    "error with 200": ((200, {"error": "invalid_grant"}), CredentialsError, "sign in again"),
    "elsewhere": ((302, {}), ProtocolError, "does not know"),
    "a flood": ((200, b"x" * 300_000), ProtocolError, "more than"),
}


@pytest.mark.parametrize(("answer", "kind", "said"), TROUBLE.values(), ids=TROUBLE)
def test_trouble_at_the_provider_is_told_as_what_it_is(
    identity, trust, account, tokens, answer, kind, said
):
    before = replace(tokens, expires_at=0).to_secret()
    kept = MemorySecrets({ADDRESS: before})
    identity.provider.refusal = answer
    with pytest.raises(MailError, match=said) as caught:
        login_of(account, kept, trust)
    assert type(caught.value) is kind
    assert kept.kept[ADDRESS] == before
    assert all(path == "/token" for path, _ in identity.provider.requests)


@pytest.mark.parametrize("lifetime", [None, "", "soon", [], "1800"])
def test_a_strange_lifetime_is_no_trouble(identity, trust, lifetime):
    identity.provider.lifetime_s = lifetime
    assert signed_in(identity, trust).expires_at > time.time() + 1700


def test_a_provider_out_of_reach_is_told_and_waits(account, tokens, trust):
    nowhere = replace(account.oauth, token_url="https://localhost:1/token")
    kept = MemorySecrets({ADDRESS: replace(tokens, expires_at=0).to_secret()})
    with pytest.raises(ConnectionFailedError, match="nobody answers"):
        login_of(replace(account, oauth=nowhere), kept, trust)


def test_a_renewal_that_was_called_off_still_keeps_what_it_brings(
    identity, trust, account, tokens
):
    identity.provider.rotates, identity.provider.delay_s = True, 2.0
    kept = MemorySecrets({ADDRESS: replace(tokens, expires_at=0).to_secret()})
    cancel = WakeUp()
    threading.Timer(0.1, cancel.ring).start()
    start = time.monotonic()
    with pytest.raises(CalledOffError):
        login_of(account, kept, trust, cancel)
    assert time.monotonic() - start < 1.5
    deadline = time.monotonic() + 5
    while Tokens.from_secret(kept.kept[ADDRESS]).refresh_token == tokens.refresh_token:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    identity.provider.delay_s = 0
    assert login_of(account, kept, trust).token in identity.provider.valid


# Both servers.

MECHANISMS = [
    ("XOAUTH2", "XOAUTH2"),
    ("OAUTHBEARER", "OAUTHBEARER"),
    ("XOAUTH2 OAUTHBEARER", "OAUTHBEARER"),
]


class Servers:
    """An IMAP and an SMTP server that take the provider's tokens."""

    def __init__(self, identity, mechanisms):
        offered = " ".join(f"AUTH={name}" for name in mechanisms.split())
        self.imap = FakeImapServer(f"{FULL} {offered}")
        self.smtp = FakeSmtpServer(features=("SIZE 1000000", f"AUTH PLAIN {mechanisms}"))
        self.imap.habits.tokens = self.smtp.tokens = identity.provider.valid

    def __enter__(self):
        self.imap.__enter__()
        self.smtp.__enter__()
        return self

    def __exit__(self, *_):
        self.imap.__exit__()
        self.smtp.__exit__()

    def account(self, identity, **changes):
        ours = shop_account(self.imap.endpoint, self.smtp.endpoint)
        return replace(ours, oauth=identity.settings(), **changes)

    def lines(self):
        return [*self.imap.commands, *self.smtp.commands]


@pytest.mark.parametrize(("offered", "used"), MECHANISMS)
def test_both_servers_take_the_token(identity, trust, kept, offered, used):
    with Servers(identity, offered) as servers:
        account = servers.account(identity)
        try_account(account, login_of(account, kept, trust))
        assert servers.imap.count(f"AUTHENTICATE {used}") == 1
        assert [line.split()[1] for line in servers.smtp.commands if "AUTH" in line] == [used]
        assert servers.imap.count("LOGIN") == 0


@pytest.mark.parametrize(("offered", "used"), MECHANISMS[:2])
def test_a_refused_token_is_renewed_once_and_shown_again(
    identity, trust, kept, tokens, offered, used
):
    identity.provider.valid.clear()
    with Servers(identity, offered) as servers:
        account = servers.account(identity)
        try_account(account, login_of(account, kept, trust))
        assert servers.imap.count(f"AUTHENTICATE {used}") == 2
    assert Tokens.from_secret(kept.kept[ADDRESS]).access_token != tokens.access_token
    assert [form["grant_type"] for _, form in identity.provider.requests] == [
        "authorization_code", "refresh_token",
    ]  # fmt: skip


@pytest.mark.parametrize("server", ["imap", "smtp"])
@pytest.mark.parametrize(("offered", "used"), MECHANISMS[:2])
def test_a_mailbox_that_takes_no_token_is_tried_twice_and_told(
    identity, trust, kept, server, offered, used
):
    with Servers(identity, offered) as servers:
        if server == "imap":
            servers.imap.habits.tokens = ()
        else:
            servers.smtp.tokens = ()
        account = servers.account(identity)
        with pytest.raises(CredentialsError) as caught:
            try_account(account, login_of(account, kept, trust))
        said = "invalid_token" if server == "imap" else "535 5.7.8 no such token 401"
        assert said in str(caught.value)
        assert "did not accept the sign-in for lena" in str(caught.value)
        assert "CANARY" not in str(caught.value)
        lines = servers.imap.commands if server == "imap" else servers.smtp.commands
        assert sum(used in line for line in lines) == 2
        assert len(identity.provider.requests) == 2


def test_a_refused_token_of_a_withdrawn_sign_in_asks_to_sign_in_again(identity, trust, kept):
    identity.provider.valid.clear()
    identity.provider.refresh_tokens.clear()
    with Servers(identity, "XOAUTH2") as servers:
        account = servers.account(identity)
        with pytest.raises(CredentialsError, match="Please sign in again"):
            try_account(account, login_of(account, kept, trust))


@pytest.mark.parametrize("server", ["imap", "smtp"])
def test_a_server_without_a_log_in_by_token_gets_none(identity, trust, kept, server):
    with Servers(identity, "XOAUTH2") as servers:
        if server == "imap":
            servers.imap.capabilities = FULL
        else:
            servers.smtp.features = ("AUTH PLAIN LOGIN",)
        account = servers.account(identity)
        with pytest.raises(CredentialsError, match="Nothing secret was sent"):
            try_account(account, login_of(account, kept, trust))
        lines = servers.imap.commands if server == "imap" else servers.smtp.commands
        assert not [line for line in lines if "AUTH" in line or "LOGIN" in line]


@pytest.mark.parametrize("name", ["lena,of=the shop", "lena"])
def test_a_user_name_with_signs_stays_itself(identity, trust, kept, monkeypatch, name):
    monkeypatch.setattr("fakes.imap_server.USERNAME", name)
    monkeypatch.setattr("fakes.smtp_server.USERNAME", name)
    with Servers(identity, "OAUTHBEARER") as servers:
        account = servers.account(identity, username=name)
        try_account(account, login_of(account, kept, trust))


def test_a_user_name_that_would_end_its_field_is_refused(identity, trust, kept):
    with Servers(identity, "XOAUTH2") as servers:
        account = servers.account(identity, username="lena\x01auth=Bearer x")
        with pytest.raises(CredentialsError, match="Type it anew"):
            try_account(account, login_of(account, kept, trust))


def test_no_secret_is_logged(identity, trust, account, tokens, caplog):
    with caplog.at_level(logging.DEBUG), Servers(identity, "XOAUTH2") as servers:
        signed_in(identity, trust)
        identity.provider.valid.clear()
        ours = servers.account(identity)
        kept = MemorySecrets({ADDRESS: tokens.to_secret()})
        try_account(ours, login_of(ours, kept, trust))
    assert "CANARY" not in caplog.text


# The end.


def test_the_access_is_given_back_once(identity, trust, account, tokens):
    give_back(account, tokens.to_secret(), trust)
    assert identity.provider.revoked == [tokens.refresh_token]
    give_back(account, tokens.to_secret(), trust)  # it was given back before: no error


@pytest.mark.parametrize("secret", ["", "a password", Tokens(client_secret="x").to_secret()])
def test_where_there_is_no_access_nobody_is_asked(identity, trust, account, secret):
    give_back(account, secret, trust)
    give_back(replace(account, oauth=None), secret, trust)
    assert identity.provider.requests == []


def test_a_provider_without_a_place_for_it_is_not_asked(identity, trust, account, tokens):
    asked = len(identity.provider.requests)
    give_back(replace(account, oauth=identity.settings(revoke_url="")), tokens.to_secret(), trust)
    assert len(identity.provider.requests) == asked


def test_a_provider_that_could_not_be_told_is_named(identity, trust, account, tokens):
    identity.provider.refusal = (503, {})
    with pytest.raises(ServerBusyError, match="Quayside"):
        give_back(account, tokens.to_secret(), trust)
