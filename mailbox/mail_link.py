"""Links that ask for a letter (RFC 6068), kept to what a letter may be begun with."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

MAX_MAIL_CHARS: Final = 20_000  # of a body that a link fills in
SCHEME: Final = "mailto:"
_FIELDS: Final = ("cc", "subject", "body")
_MOST_FIELDS: Final = 20


@dataclass(frozen=True, slots=True)
class MailLink:
    """A letter that a link asks for: nothing but To, Cc, Subject and Body.

    Attributes:
        to, cc: addresses as they were written, in one line, with commas between them; "" for
            none.
        body: with the line ends that the link has.
        wants_more: it named other fields or files; they are left out.
    """

    to: str
    cc: str = ""
    subject: str = ""
    body: str = ""
    wants_more: bool = False

    @property
    def url(self) -> str:
        """The link anew, with nothing in it but what is kept."""
        fields = {"cc": self.cc, "subject": self.subject, "body": self.body}
        filled = "&".join(f"{name}={quote(value)}" for name, value in fields.items() if value)
        return f"{SCHEME}{quote(self.to, safe='@,+')}" + (f"?{filled}" if filled else "")


def read_mail_link(written: str) -> MailLink:
    """What a mail link asks for; never raises."""
    address, _, query = written.partition(":")[2].partition("?")
    to = one_line(unquote(address))
    fields: dict[str, str] = {}
    wants_more = False
    for field in query.partition("#")[0][:MAX_MAIL_CHARS].split("&")[:_MOST_FIELDS]:
        name, _, written_value = field.partition("=")
        name, value = unquote(name).lower(), unquote(written_value)  # a "+" is no blank here
        if name in _FIELDS:
            fields.setdefault(name, value if name == "body" else one_line(value))
        elif name == "to":
            to = to or one_line(value)
        elif name:
            wants_more = True
    return MailLink(to, **fields, wants_more=wants_more)


def one_line(text: str) -> str:
    """A text without line ends and other control characters, its blanks single."""
    kept = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text)
    return " ".join(kept.split())
