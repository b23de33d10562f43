"""Where the mail of well-known providers is fetched and sent, by the domain of the address. No Qt.

The table is a help for typing: every value stays open to change in the dialog.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from ...mailbox.account import Endpoint, Security

LAST_CHECKED: Final = "2026-11"

IMAP_PORTS: Final[Mapping[Security, int]] = {
    Security.TLS: 993,  # RFC 8314 section 3.2
    Security.STARTTLS: 143,
    Security.NONE: 143,
}
SMTP_PORTS: Final[Mapping[Security, int]] = {
    Security.TLS: 465,  # RFC 8314 section 3.3
    Security.STARTTLS: 587,
    Security.NONE: 25,
}


class Hint(Enum):
    """What the seller has to know before she signs in at a provider."""

    NONE = "none"
    APP_PASSWORD = "app_password"  # noqa: S105 - the name of a hint
    SWITCH_ON = "switch_on"
    SWITCH_ON_AND_APP_PASSWORD = "switch_on_and_app_password"  # noqa: S105
    NO_PASSWORDS = "no_passwords"


@dataclass(frozen=True, slots=True)
class Provider:
    """The servers of one provider.

    Attributes:
        files_sent_itself: it puts a copy of what was sent into Sent by itself.
    """

    name: str
    imap: Endpoint
    smtp: Endpoint
    hint: Hint = Hint.NONE
    files_sent_itself: bool = False


def provider_of(address: str) -> Provider:
    """The servers for an address; for an unknown domain the names that are usual."""
    domain = address.rpartition("@")[2].strip().lower()
    known = _BY_DOMAIN.get(domain)
    return known or _provider("", f"imap.{domain}", f"smtp.{domain}")


def _provider(
    name: str,
    imap: str,
    smtp: str,
    hint: Hint = Hint.NONE,
    smtp_security: Security = Security.TLS,
    *,
    files_sent_itself: bool = False,
) -> Provider:
    return Provider(
        name,
        Endpoint(imap, IMAP_PORTS[Security.TLS], Security.TLS),
        Endpoint(smtp, SMTP_PORTS[smtp_security], smtp_security),
        hint,
        files_sent_itself,
    )


_APP: Final = Hint.APP_PASSWORD
_BOTH: Final = Hint.SWITCH_ON_AND_APP_PASSWORD
_PROVIDERS: Final = (
    (
        "gmail.com googlemail.com",
        _provider("Gmail", "imap.gmail.com", "smtp.gmail.com", _APP, files_sent_itself=True),
    ),
    (
        "outlook.com hotmail.com live.com msn.com",
        _provider(
            "Outlook.com",
            "outlook.office365.com",
            "smtp-mail.outlook.com",
            Hint.NO_PASSWORDS,
            Security.STARTTLS,
        ),
    ),
    (
        "yahoo.com yahoo.co.uk yahoo.de yahoo.fr ymail.com",
        _provider("Yahoo", "imap.mail.yahoo.com", "smtp.mail.yahoo.com", _APP),
    ),
    ("aol.com", _provider("AOL", "imap.aol.com", "smtp.aol.com", _APP)),
    (
        "icloud.com me.com mac.com",
        _provider("iCloud", "imap.mail.me.com", "smtp.mail.me.com", _APP, Security.STARTTLS),
    ),
    ("gmx.de gmx.net", _provider("GMX", "imap.gmx.net", "mail.gmx.net", Hint.SWITCH_ON)),
    ("gmx.com gmx.co.uk", _provider("GMX", "imap.gmx.com", "mail.gmx.com", Hint.SWITCH_ON)),
    (
        "web.de",
        _provider("WEB.DE", "imap.web.de", "smtp.web.de", Hint.SWITCH_ON, Security.STARTTLS),
    ),
    (
        "mail.ru inbox.ru list.ru bk.ru internet.ru",
        _provider("Mail.ru", "imap.mail.ru", "smtp.mail.ru", _APP),
    ),
    ("yandex.ru ya.ru", _provider("Yandex", "imap.yandex.ru", "smtp.yandex.ru", _BOTH)),
    ("yandex.com", _provider("Yandex", "imap.yandex.com", "smtp.yandex.com", _BOTH)),
    ("rambler.ru", _provider("Rambler", "imap.rambler.ru", "smtp.rambler.ru", Hint.SWITCH_ON)),
    (
        "fastmail.com fastmail.fm",
        _provider("Fastmail", "imap.fastmail.com", "smtp.fastmail.com", _APP),
    ),
    ("mailbox.org", _provider("mailbox.org", "imap.mailbox.org", "smtp.mailbox.org")),
    ("posteo.de posteo.net", _provider("Posteo", "posteo.de", "posteo.de")),
)
_BY_DOMAIN: Final = {
    domain: provider for domains, provider in _PROVIDERS for domain in domains.split()
}
