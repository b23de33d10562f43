"""The table of well-known providers."""

from datetime import date

import pytest

from softanswer.mailbox.account import Security
from softanswer.mailbox.discovery.providers import (
    Hint,
    oauth_providers,
    provider_by_domain,
    provider_by_exchanger,
    provider_of,
    providers,
)


@pytest.mark.parametrize(
    ("address", "imap", "smtp", "security", "hint"),
    [
        ("ana@gmail.com", "imap.gmail.com", "smtp.gmail.com", Security.TLS, Hint.APP_PASSWORD),
        ("ana@Gmail.com ", "imap.gmail.com", "smtp.gmail.com", Security.TLS, Hint.APP_PASSWORD),
        (
            "ana@hotmail.com",
            "outlook.office365.com",
            "smtp-mail.outlook.com",
            Security.STARTTLS,
            Hint.NO_PASSWORDS,
        ),
        ("ana@bk.ru", "imap.mail.ru", "smtp.mail.ru", Security.TLS, Hint.APP_PASSWORD),
        (
            "ana@ya.ru",
            "imap.yandex.ru",
            "smtp.yandex.ru",
            Security.TLS,
            Hint.SWITCH_ON_AND_APP_PASSWORD,
        ),
        ("ana@shop.example", "imap.shop.example", "smtp.shop.example", Security.TLS, Hint.NONE),
    ],
)
def test_the_domain_names_the_servers(address, imap, smtp, security, hint):
    provider = provider_of(address)

    assert (provider.imap.host, provider.smtp.host) == (imap, smtp)
    assert provider.smtp.security is security
    assert provider.hint is hint


@pytest.mark.parametrize(
    ("exchangers", "name"),
    [
        (["aspmx.l.google.com"], "Gmail"),
        (["ALT1.ASPMX.L.Google.com."], "Gmail"),
        (["shop-example.mail.protection.outlook.com"], "Microsoft 365"),
        (["hotmail-com.olc.protection.outlook.com"], "Outlook.com"),
        (["in1-smtp.messagingengine.com", "in2-smtp.messagingengine.com"], "Fastmail"),
        (["filter.other.example", "mx00.ionos.de"], "IONOS"),
        (["evilgoogle.com"], None),
        (["google.com.evil.example"], None),
        ([], None),
    ],
)
def test_an_own_domain_is_known_by_its_exchanger(exchangers, name):
    provider = provider_by_exchanger(exchangers)
    assert (provider.name if provider else None) == name


def test_every_provider_is_reached_through_a_protected_connection_at_its_usual_port():
    for provider in providers():
        assert (provider.imap.port, provider.imap.security) == (993, Security.TLS)
        assert (
            provider.smtp.port
            == {Security.TLS: 465, Security.STARTTLS: 587}[provider.smtp.security]
        )


def test_no_domain_and_no_exchanger_stands_for_two_providers():
    for names in (
        [domain for provider in providers() for domain in provider.domains],
        [end for provider in providers() for end in provider.exchangers],
    ):
        assert len(names) == len(set(names)) > 20
        assert all(name == name.lower().strip(".") for name in names)


def test_every_fact_has_a_source_and_a_day():
    assert 25 <= len(providers()) <= 40
    for provider in providers():
        assert provider.domains or provider.exchangers
        assert provider.source.startswith("https://") or provider.source in {
            "list",
            "earlier",
            "common",
        }
        assert provider.checked >= date(2026, 11, 1)
        assert provider.oauth in {"", *oauth_providers()}


def test_where_no_password_is_taken_there_is_a_sign_in():
    assert all(one.oauth for one in providers() if one.hint is Hint.NO_PASSWORDS)


def test_only_gmail_is_known_to_file_what_it_sends():
    assert provider_of("ana@gmail.com").files_sent_itself
    assert not provider_of("ana@gmx.net").files_sent_itself


def test_the_user_name_is_the_address_but_for_one():
    assert provider_of("ana@gmx.net").username("ana@gmx.net") == "ana@gmx.net"
    assert provider_of("ana@web.de").username("ana@web.de") == "ana"


def test_an_unknown_domain_has_no_provider():
    assert provider_by_domain("ana@shop.example") is None


@pytest.mark.parametrize("name", ["google", "microsoft"])
def test_a_sign_in_needs_a_client_of_her_own(name):
    provider = oauth_providers()[name]
    settings = provider.settings(" 123.apps.example ")
    assert settings.client_id == "123.apps.example"
    assert settings.provider == provider.name
    assert provider.register_url.startswith("https://")
    with pytest.raises(ValueError, match="client ID is empty"):
        provider.settings(" ")
