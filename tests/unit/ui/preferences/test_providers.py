import pytest

from softanswer.mailbox.account import Security
from softanswer.ui.preferences import providers
from softanswer.ui.preferences.providers import Hint, provider_of


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


def test_every_provider_is_reached_through_a_protected_connection_at_its_usual_port():
    for _, provider in providers._PROVIDERS:
        assert (provider.imap.port, provider.imap.security) == (993, Security.TLS)
        assert (
            provider.smtp.port
            == {Security.TLS: 465, Security.STARTTLS: 587}[provider.smtp.security]
        )


def test_no_domain_stands_for_two_providers():
    domains = " ".join(names for names, _ in providers._PROVIDERS).split()

    assert len(domains) == len(set(domains))


def test_only_gmail_is_known_to_file_what_it_sends():
    assert provider_of("ana@gmail.com").files_sent_itself
    assert not provider_of("ana@gmx.net").files_sent_itself
