"""The whole job with a provider's tokens: mail comes, an answer goes, whatever the tokens do."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import replace

import pytest
from builders import MINUTE
from fakes.certificates import Authority
from fakes.identity_server import CLIENT_ID, FakeIdentityServer
from fakes.imap_server import FULL
from fakes.shop import ADDRESS, COMPLAINT, account_add

from softanswer.mailbox.sign_in.tokens import Tokens
from softanswer.replies.outbox.postman import Postman
from softanswer.ui.profile import Profile

BUSY_NO_MORE = 15 * MINUTE


class Signed:
    """A shop whose account signs in through a provider, and is signed in."""

    def __init__(self, shop, identity, trust):
        self.shop = shop
        self.provider = identity.provider
        shop.command.tls_context = trust
        shop.imap.capabilities = f"{FULL} AUTH=XOAUTH2"
        shop.smtp.features = ("SIZE 1000000", "8BITMIME", "AUTH PLAIN OAUTHBEARER")
        shop.imap.habits.tokens = shop.smtp.tokens = self.provider.valid
        settings = identity.settings()
        shop.do(
            *account_add(shop.imap.endpoint, shop.smtp.endpoint),
            *("--auth", "oauth", "--client-id", CLIENT_ID, "--scope", "mail"),
            *("--authorize-url", settings.authorize_url, "--token-url", settings.token_url),
            stdin="CLIENT-S3CRET-CANARY",
        )
        self.sign_in()

    def sign_in(self):
        """What the browser and she do in a sign-in, without either."""
        grant = self.provider._grant(with_refresh_token=True)
        self.keep(
            replace(
                self.tokens,
                access_token=grant["access_token"],
                refresh_token=grant["refresh_token"],
                expires_at=time.time() + 3600,
            )
        )

    @property
    def tokens(self):
        return Tokens.from_secret(self.shop.command.secrets.kept[ADDRESS])

    def keep(self, tokens):
        self.shop.command.secrets.kept[ADDRESS] = tokens.to_secret()

    def run_out(self):
        """Let the access token run out."""
        self.provider.valid.clear()
        self.keep(replace(self.tokens, expires_at=time.time() - 1))

    def confirmed(self):
        """A reply whose hold is over and that she has read again."""
        held = self.shop.hold(self.shop.receive("Where is my book", COMPLAINT))
        self.shop.clock.pass_time(90 * MINUTE)
        self.shop.do("outbox", "confirm", held["id"])
        return held

    def send(self):
        return self.shop.command("outbox", "run", "--until-empty")


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def identity(authority):
    with FakeIdentityServer(authority.certify().server_context()) as server:
        yield server


@pytest.fixture
def signed(bare_shop, identity, authority):
    return Signed(bare_shop, identity, authority.trusting_context())


def test_mail_comes_and_an_answer_goes_with_tokens_alone(signed, caplog):
    with caplog.at_level(logging.DEBUG):
        held = signed.confirmed()
        signed.run_out()
        finished = signed.send()
    assert (finished.code, finished.err) == (0, "")
    [taken] = signed.shop.smtp.accepted
    assert held["message_id"].encode() in taken.raw
    assert [form["grant_type"] for _, form in signed.provider.requests] == ["refresh_token"]
    profile = signed.shop.profile
    stored = b"".join(path.read_bytes() for path in profile.rglob("*") if path.is_file())
    assert b"CANARY" not in stored
    assert "CANARY" not in caplog.text


def test_a_withdrawn_access_keeps_the_answer_until_she_signs_in_again(signed):
    held = signed.confirmed()
    signed.run_out()
    signed.provider.refresh_tokens.clear()
    for _ in range(3):
        finished = signed.send()
        assert finished.code == 2
        assert "Please sign in again" in finished.err
        [reply] = signed.shop.outbox()
        assert (reply["id"], reply["state"]) == (held["id"], "ready")
        assert "Please sign in again" in reply["problem"]
        assert reply["approved_at"] is not None
        signed.shop.clock.pass_time(BUSY_NO_MORE)
    assert signed.shop.smtp.accepted == []

    signed.sign_in()

    assert signed.send().code == 0
    assert len(signed.shop.smtp.accepted) == 1


def test_a_provider_that_is_down_keeps_the_answer_and_it_goes_by_itself_later(signed):
    signed.confirmed()
    signed.run_out()
    signed.provider.refusal = (503, {})
    profile_error = signed.shop.command("sync").err
    assert "can't renew the sign-in now" in profile_error
    signed.provider.refusal = None
    assert signed.send().code == 0
    assert len(signed.shop.smtp.accepted) == 1


def test_a_token_that_only_the_outgoing_server_refuses_is_renewed_once_and_taken(signed):
    signed.confirmed()
    old = signed.tokens.access_token
    signed.shop.smtp.tokens = Fresh(signed.provider.valid, old)
    assert signed.send().code == 0
    assert len(signed.shop.smtp.accepted) == 1
    assert len([line for line in signed.shop.smtp.commands if line.startswith("AUTH")]) == 2


class Fresh:
    """The tokens that are valid, but for one that this server has not heard of yet."""

    def __init__(self, valid, unknown):
        self.valid, self.unknown = valid, unknown

    def __contains__(self, token):
        return token in self.valid and token != self.unknown


def test_a_backup_has_no_secret_and_the_restored_account_asks_to_sign_in(signed, tmp_path):
    signed.shop.do("backup", tmp_path / "backup.zip")
    signed.shop.command.secrets.kept.clear()
    signed.shop.do("restore", tmp_path / "backup.zip")
    [account] = signed.shop.do("account", "list", "--format", "json").json()
    assert account["oauth"]["client_id"] == CLIENT_ID
    assert b"CANARY" not in (tmp_path / "backup.zip").read_bytes()
    assert signed.shop.command("sync").code == 2


def test_the_postman_leaves_a_slow_provider_at_once_when_he_is_to_stop(signed):
    """A letter that is being handed over is finished first; a token that is waited for is none."""
    held = signed.confirmed()
    signed.run_out()
    signed.provider.delay_s = 5
    profile = Profile(
        signed.shop.profile,
        signed.shop.clock,
        signed.shop.command.secrets,
        signed.shop.command.tls_context,
    )
    with profile.writing() as writer:
        postman = Postman(
            writer,
            profile.outbox(),
            profile.secrets,
            look=lambda _: None,
            submit=profile.submit,
            tls_context=profile.tls_context,
        )
        thread = threading.Thread(target=postman.run)
        thread.start()
        while len(signed.provider.requests) < 1:
            time.sleep(0.01)
        start = time.monotonic()
        postman.stop()
        thread.join(10)
        assert time.monotonic() - start < 2
    [reply] = signed.shop.outbox()
    assert (reply["id"], reply["state"]) == (held["id"], "ready")
    assert signed.shop.smtp.saw_dot == 0
